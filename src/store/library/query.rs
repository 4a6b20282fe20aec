//! What a person types, as queries of SQLite's full-text index. Every word is quoted, so that no
//! character of it means anything else; words between quotation marks must follow one another.

/// The terms of a query, each as the index understands it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Terms(pub Vec<String>);

impl Terms {
    /// One query for all of them.
    pub fn all(&self) -> String {
        self.0.join(" ")
    }
}

/// How many letters a word must have for those that begin with it to be found too. One letter begins a
/// tenth of all words there are.
const LETTERS_OF_A_BEGINNING: usize = 2;

/// The terms for typed words: all must occur, the last may be the beginning of a word. None where no
/// word was typed.
pub(super) fn terms(typed: &str) -> Option<Terms> {
    let mut terms = Vec::new();
    for (at, part) in typed.split('"').enumerate() {
        let is_phrase = at % 2 == 1;
        match is_phrase {
            true if is_word(part) => terms.push(quoted(part)),
            true => {}
            false => terms.extend(part.split_whitespace().filter(|word| is_word(word)).map(quoted)),
        }
    }
    let goes_on = !typed.ends_with(['"', ' ']);
    if let Some(last) = terms.last_mut()
        && goes_on
        && last.chars().filter(|c| c.is_alphanumeric()).count() >= LETTERS_OF_A_BEGINNING
    {
        last.push_str(" *");
    }
    (!terms.is_empty()).then_some(Terms(terms))
}

fn is_word(part: &str) -> bool {
    part.chars().any(char::is_alphanumeric)
}

fn quoted(words: &str) -> String {
    format!("\"{words}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, expected: &[&str]) {
        let terms = terms(typed).map(|terms| terms.0).unwrap_or_default();
        assert_eq!(terms, expected, "{typed}");
    }

    #[test]
    fn words_are_quoted_and_the_last_may_go_on() {
        check("harbour lin", &["\"harbour\"", "\"lin\" *"]);
        check("harbour lin ", &["\"harbour\"", "\"lin\""]);
        check("on-line OR x", &["\"on-line\"", "\"OR\"", "\"x\""]);
        check(" * - \" ", &[]);
    }

    #[test]
    fn words_between_quotation_marks_follow_one_another() {
        check("\"harbour line\" malta", &["\"harbour line\"", "\"malta\" *"]);
        check("malta \"harbour li", &["\"malta\"", "\"harbour li\" *"]);
        check("\"harbour\"", &["\"harbour\""]);
    }
}
