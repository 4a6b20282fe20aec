//! What a person types, as queries of SQLite's full-text index. Every word is quoted, so that no
//! character of it means anything else; words between quotation marks must follow one another.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The terms of a query, each as the index understands it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Terms(pub Vec<String>);

impl Terms {
    /// One query for all of them.
    pub fn all(&self) -> String {
        self.0.join(" ")
    }
}

/// Words that are looked for, to be found in texts that are no table of the index as the index finds them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    terms: Terms,
    /// The words of each term, and whether the last is the beginning of one.
    phrases: Vec<(Vec<String>, bool)>,
}

impl Sought {
    /// Reads what a person types; none where no word was typed.
    pub fn read(typed: &str) -> Option<Self> {
        let terms = terms(typed)?;
        let phrases = terms.0.iter().map(|term| (folded(term), term.ends_with('*'))).collect();
        Some(Self { terms, phrases })
    }

    /// Whether all of them occur in a text.
    pub fn occur_in(&self, text: &str) -> bool {
        let words = folded(text);
        self.phrases.iter().all(|(phrase, goes_on)| {
            words.windows(phrase.len().max(1)).any(|window| {
                let last = phrase.len().saturating_sub(1);
                let fits = |(at, (word, sought)): (usize, (&String, &String))| {
                    word == sought || *goes_on && at == last && word.starts_with(sought)
                };
                window.iter().zip(phrase).enumerate().all(fits)
            })
        })
    }

    /// One query for all of them.
    pub(super) fn query(&self) -> String {
        self.terms.all()
    }
}

/// The words of a text as the index has them: without accents, in lower case.
fn folded(text: &str) -> Vec<String> {
    let plain: String = text.nfd().filter(|letter| !is_combining_mark(*letter)).collect();
    let words = plain.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
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

    #[test]
    fn words_are_found_in_a_text_as_the_index_finds_them() {
        let text = "Türkiye will re-open the harbour line by June.";
        let occurs = |typed: &str| Sought::read(typed).unwrap().occur_in(text);
        for typed in ["turkiye", "harbour lin", "LINE harbour ", "re-open", "\"the harbour\" june"] {
            assert!(occurs(typed), "{typed}");
        }
        for typed in ["lin ", "\"harbour the\"", "harbour grain", "arbour"] {
            assert!(!occurs(typed), "{typed}");
        }
        assert_eq!(Sought::read(" * "), None);
    }
}
