//! Folding: the form by which words are compared, so that it does not matter how they are capitalized or
//! accented.

use std::borrow::Cow;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::words::is_apostrophe;

/// The form by which words are compared: lower case, no diacritics, no periods or apostrophes.
pub fn fold(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) {
        return Cow::Borrowed(word);
    }
    let mut folded = String::with_capacity(word.len());
    if word.is_ascii() {
        let letters = word.bytes().filter(|b| !matches!(b, b'.' | b'\'' | b'`'));
        folded.extend(letters.map(|b| char::from(b.to_ascii_lowercase())));
        return Cow::Owned(folded);
    }
    for c in word.chars() {
        if c.is_ascii() {
            if c != '.' && !is_apostrophe(c) {
                folded.push(c.to_ascii_lowercase());
            }
            continue;
        }
        // The commonest of all beyond ASCII, and Unicode's tables are slow.
        match c {
            '’' | '‘' => continue,
            '“' | '”' | '–' | '—' => {
                folded.push(c);
                continue;
            }
            _ => {}
        }
        match LATIN.get((c as usize).wrapping_sub(FIRST_LATIN)) {
            Some(letters) => folded.push_str(letters),
            None => fold_into(&mut folded, c),
        }
    }
    Cow::Owned(folded)
}

/// Adds what a character is folded to.
fn fold_into(folded: &mut String, c: char) {
    for c in std::iter::once(c).nfkd().filter(|&c| !is_combining_mark(c) && c != '.' && !is_apostrophe(c)) {
        match c {
            'ı' | 'İ' => folded.push('i'),
            'ł' | 'Ł' => folded.push('l'),
            'đ' | 'Đ' => folded.push('d'),
            'ø' | 'Ø' => folded.push('o'),
            'ß' => folded.push_str("ss"),
            'æ' | 'Æ' => folded.push_str("ae"),
            'œ' | 'Œ' => folded.push_str("oe"),
            'ə' | 'Ə' => folded.push('a'),
            c => folded.extend(c.to_lowercase()),
        }
    }
}

/// The first letter of [`LATIN`].
const FIRST_LATIN: usize = 0xc0;

/// What the letters of Europe beyond ASCII are folded to: the tables have thousands of them.
static LATIN: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folded = |c: char| {
        let mut folded = String::new();
        fold_into(&mut folded, c);
        folded
    };
    ('\u{c0}'..='\u{24f}').map(folded).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_forgets_what_spellings_differ_in() {
        assert_eq!(fold("Čaputová"), "caputova");
        assert_eq!(fold("U.S."), "us");
        assert_eq!(fold("d’affaires"), "daffaires");
        assert_eq!(fold("ERDOĞAN"), "erdogan");
    }
}
