//! Printed text made whole again: a paragraph that goes on in the next column or on the next page is one, a word
//! that was broken at the end of a line is one, and sentences that stuck together are parted.

use rustc_hash::FxHashSet;

use super::{Kind, Piece};
use crate::import::paragraphs;

/// A block of so many characters is running text, and not the words of a figure or a table.
const PROSE: usize = 60;

/// A paragraph may be torn apart by so many other blocks: a picture with its words, a table, a heading over both
/// columns.
const APART: usize = 6;

/// The paragraphs of a document. Each page is a list of blocks.
pub(super) fn paragraphs(pages: Vec<Vec<Piece>>) -> Vec<String> {
    let mut whole: Vec<Piece> = Vec::new();
    for piece in pages.into_iter().flatten() {
        match goes_on_from(&mut whole, &piece) {
            Some(before) => {
                before.text.push(' ');
                before.text.push_str(&piece.text);
            }
            None => whole.push(piece),
        }
    }
    let words = words(&whole);
    let of_piece = |piece: Piece| match piece.kind {
        // Rows and lines that stand as they are may be a wrapped text in letters of one width.
        Kind::Fixed => paragraphs::paragraphs(&piece.text.replace('\t', "  ")),
        _ => vec![piece.text.replace('\n', " ")],
    };
    let text = whole.into_iter().flat_map(of_piece);
    text.map(|text| parted(&unbroken(&text, &words))).filter(|text| !text.is_empty()).collect()
}

/// A headline or another line by itself.
pub(super) fn mended(text: &str) -> String {
    parted(&unbroken(text, &FxHashSet::default()))
}

/// The paragraph that goes on in this block: the last that was left open, if this one begins in the middle.
fn goes_on_from<'w>(whole: &'w mut [Piece], piece: &Piece) -> Option<&'w mut Piece> {
    if piece.kind != Kind::Text {
        return None;
    }
    let begins_small = piece.text.starts_with(char::is_lowercase);
    let is_prose = |piece: &Piece| piece.kind == Kind::Text && piece.text.chars().count() >= PROSE;
    let at = whole.iter().rposition(is_prose).filter(|at| whole.len() - at <= APART)?;
    let is_next = at + 1 == whole.len();
    let before = whole.get_mut(at).filter(|before| is_open(&before.text))?;
    let is_broken = before.text.ends_with(['-', '\u{2010}']);
    let long = piece.text.chars().count() >= PROSE;
    (begins_small || is_next && long && !is_broken).then_some(before)
}

/// Whether a text stops before its sentence ends.
fn is_open(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '\'', '”', '’', ')', ']', '»', '」', '』', '）']);
    !text.ends_with(['.', '!', '?', ':', ';', '。', '！', '？', '…', '؟', '۔', '।'])
}

/// All words of a document that stand whole, to look up those that are broken.
fn words(pieces: &[Piece]) -> FxHashSet<String> {
    let words = pieces.iter().flat_map(|piece| piece.text.split_whitespace());
    let inner = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-').to_lowercase();
    words.map(inner).filter(|word| !word.is_empty() && !word.ends_with('-')).collect()
}

/// First parts of words that are written with a hyphen as a rule.
const HYPHENED: &[&str] = &[
    "vice", "self", "well", "cross", "half", "high", "low", "long", "short", "two", "three", "four", "five",
    "six", "seven", "eight", "nine", "ten", "multi", "non", "anti", "post", "pre", "pro",
];

/// Words before which a hyphen is left standing: "pre- and post-war".
const BETWEEN: &[&str] = &["and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "e", "en", "of"];

/// The text with words whole that were broken at the ends of lines: "ar- ticle".
fn unbroken(text: &str, words: &FxHashSet<String>) -> String {
    let mut whole = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let broken = broken_word(&whole).filter(|_| word.starts_with(char::is_alphabetic));
        match broken.map(|first| ending(first, word, words)) {
            Some(Ending::Joined) => {
                whole.pop();
            }
            Some(Ending::Hyphened) => {}
            Some(Ending::Apart) | None if whole.is_empty() => {}
            Some(Ending::Apart) | None => whole.push(' '),
        }
        whole.push_str(word);
    }
    whole
}

/// How a broken word goes on.
enum Ending {
    /// As one word.
    Joined,
    /// With its hyphen.
    Hyphened,
    /// It does not.
    Apart,
}

/// The word before a hyphen at the end of a text.
fn broken_word(text: &str) -> Option<&str> {
    let before = text.strip_suffix(['-', '\u{2010}'])?;
    let word = before.rsplit(|c: char| c.is_whitespace()).next()?;
    word.ends_with(char::is_alphabetic).then_some(word)
}

fn ending(first: &str, second: &str, words: &FxHashSet<String>) -> Ending {
    let letters = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let (first, rest) = (letters(first), letters(second));
    if BETWEEN.contains(&&*rest) {
        return Ending::Apart;
    }
    if second.starts_with(char::is_uppercase) {
        return Ending::Hyphened;
    }
    let stands = |word: &str| words.contains(word);
    let is_compound = first.contains('-') || rest.len() > 4 && HYPHENED.contains(&&*first);
    match () {
        () if stands(&format!("{first}{rest}")) => Ending::Joined,
        () if stands(&format!("{first}-{rest}")) => Ending::Hyphened,
        // "Minister-" "in-waiting"
        () if is_compound && stands(&rest) => Ending::Hyphened,
        () => Ending::Joined,
    }
}

/// The text with a space between sentences that stuck together: "better than ugly.Explicit is".
fn parted(text: &str) -> String {
    let mut parted = String::with_capacity(text.len());
    for (at, word) in text.split(' ').enumerate() {
        if at > 0 {
            parted.push(' ');
        }
        let is_address = word.contains("://") || word.contains('@') || word.starts_with("www.");
        if is_address || !word.contains(['.', '!', '?']) {
            parted.push_str(word);
            continue;
        }
        let letters: Vec<char> = word.chars().collect();
        for (at, letter) in letters.iter().enumerate() {
            parted.push(*letter);
            let small =
                |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|c| c.is_lowercase());
            // "ugly.Explicit", but not "e.g.This", "U.S.Senate" or "Node.js".
            let ends = matches!(letter, '.' | '!' | '?')
                && [1, 2, 3].iter().all(|back| small(at.checked_sub(*back)));
            let begins = letters.get(at + 1).is_some_and(|c| c.is_uppercase()) && small(Some(at + 2));
            if ends && begins {
                parted.push(' ');
            }
        }
    }
    parted
}

/// The text with letters that were printed as one sign written out: "ofﬁcial".
pub(super) fn without_ligatures(text: &str) -> String {
    const LIGATURES: &[(char, &str)] = &[
        ('\u{fb00}', "ff"),
        ('\u{fb01}', "fi"),
        ('\u{fb02}', "fl"),
        ('\u{fb03}', "ffi"),
        ('\u{fb04}', "ffl"),
        ('\u{fb05}', "st"),
        ('\u{fb06}', "st"),
    ];
    let mut written = String::with_capacity(text.len());
    for letter in text.chars() {
        match LIGATURES.iter().find(|(sign, _)| *sign == letter) {
            Some((_, letters)) => written.push_str(letters),
            None => written.push(letter),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Piece {
        Piece { text: text.to_owned(), kind: Kind::Text }
    }

    fn heading(text: &str) -> Piece {
        Piece { text: text.to_owned(), kind: Kind::Heading(2) }
    }

    const OPEN: &str =
        "The two ministers, who met in the old customs house on Friday, want to reopen the har-";

    #[test]
    fn a_paragraph_goes_on_in_the_next_column_and_on_the_next_page() {
        let pages = vec![
            vec![text("The harbor is theirs."), text(OPEN), text("The customs house on Friday")],
            vec![text("bor line by June."), heading("What comes next"), text("They parted.")],
        ];
        let read = paragraphs(pages);
        assert_eq!(read.len(), 5, "{read:?}");
        assert!(read[1].ends_with("want to reopen the harbor line by June."), "{read:?}");
    }

    #[test]
    fn broken_words_are_whole_and_compounds_keep_their_hyphen() {
        let mend = |text: &str| {
            let words = words(&[Piece { text: text.to_owned(), kind: Kind::Text }]);
            unbroken(text, &words)
        };
        assert_eq!(mend("an ar- ticle on reopen- ing"), "an article on reopening");
        assert_eq!(mend("the vice- president, a president"), "the vice-president, a president");
        assert_eq!(mend("a long-term plan, a long- term plan"), "a long-term plan, a long-term plan");
        assert_eq!(mend("Israeli- Palestinian talks"), "Israeli-Palestinian talks");
        assert_eq!(mend("pre- and post-war ferries"), "pre- and post-war ferries");
        assert_eq!(mend("a ship - and another"), "a ship - and another");
    }

    #[test]
    fn sentences_that_stick_together_are_parted_and_names_are_not() {
        assert_eq!(parted("better than ugly.Explicit is"), "better than ugly. Explicit is");
        assert_eq!(parted("the U.S.Senate, e.g.This, Node.js"), "the U.S.Senate, e.g.This, Node.js");
        assert_eq!(parted("see www.harborNews.Example"), "see www.harborNews.Example");
    }

    #[test]
    fn letters_printed_as_one_sign_are_written_out() {
        assert_eq!(without_ligatures("of\u{fb01}cial o\u{fb03}ce"), "official office");
    }
}
