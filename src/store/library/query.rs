//! What a person types, as queries of SQLite's full-text index. Every word is quoted, so that no
//! character of it means anything else; words between quotation marks must follow one another.

use std::collections::HashSet;

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

/// How many words are looked for at most. Nobody types more; a text that was pasted has more, and each costs.
const MOST_WORDS: usize = 64;

/// Whether more words were typed than are looked for, and then how many are.
pub fn is_cut_off(typed: &str) -> Option<usize> {
    let words: usize = distinct(&readable(typed)).iter().map(|part| words(part)).sum();
    (words > MOST_WORDS).then_some(MOST_WORDS)
}

/// What was typed without control characters: the index takes a NUL for the end of the query.
fn readable(typed: &str) -> String {
    typed.replace(char::is_control, " ")
}

/// What was typed in parts, each a word or words that must follow one another, and each once.
fn distinct(typed: &str) -> Vec<&str> {
    let mut known = HashSet::new();
    let mut parts = Vec::new();
    for (at, part) in typed.split('"').enumerate() {
        let is_phrase = at % 2 == 1;
        let within = part.split_whitespace().filter(|_| !is_phrase).chain(is_phrase.then_some(part));
        parts.extend(within.filter(|part| is_word(part) && known.insert(part.to_lowercase())));
    }
    parts
}

/// How many words the index finds in a part: "on-line" has two.
fn words(part: &str) -> usize {
    part.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).count()
}

/// A part up to its last word of so many.
fn first_words(part: &str, most: usize) -> &str {
    let mut beginnings = 0;
    let mut in_word = false;
    let end = part.char_indices().find(|(_, letter)| {
        beginnings += usize::from(letter.is_alphanumeric() && !in_word);
        in_word = letter.is_alphanumeric();
        beginnings > most
    });
    end.and_then(|(end, _)| part.get(..end)).unwrap_or(part)
}

/// The terms for typed words: all must occur, the last may be the beginning of a word. None where no
/// word was typed.
pub(super) fn terms(typed: &str) -> Option<Terms> {
    let typed = readable(typed);
    let mut room = MOST_WORDS;
    let mut terms: Vec<String> = Vec::new();
    for part in distinct(&typed) {
        let part = first_words(part, room);
        room -= words(part);
        if is_word(part) {
            terms.push(quoted(part));
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

/// Words between quotation marks. The index takes a NUL for the end of what it is asked.
fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('\0', " "))
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
        check("har\0bour\tli\n", &["\"har\"", "\"bour\"", "\"li\""]);
    }

    #[test]
    fn a_word_is_looked_for_once_and_no_more_than_so_many_are() {
        check("a b A a c", &["\"a\"", "\"b\"", "\"c\""]);
        let many: Vec<String> = (0..5000).map(|number| format!("w{number}")).collect();
        for typed in [many.join(" "), many.join("-") + " harbour", "a ".repeat(5000)] {
            let terms = terms(&typed).map(|terms| terms.0).unwrap_or_default();
            let count = terms.iter().map(|term| words(term)).sum::<usize>();
            assert!((1..=MOST_WORDS).contains(&count), "{count} of {} letters", typed.len());
        }
        assert_eq!(is_cut_off(&many.join(" ")), Some(MOST_WORDS));
        assert_eq!(is_cut_off(&"a ".repeat(5000)), None, "one word");
    }

    #[test]
    fn words_between_quotation_marks_follow_one_another() {
        check("\"harbour line\" malta", &["\"harbour line\"", "\"malta\" *"]);
        check("malta \"harbour li", &["\"malta\"", "\"harbour li\" *"]);
        check("\"harbour\"", &["\"harbour\""]);
    }
}
