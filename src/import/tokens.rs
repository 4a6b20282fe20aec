//! Lines cut into numbers, words and marks, as finely as days are printed: "15thNovember" is a number
//! and a word, "17T19" two numbers and a word.

use unicode_normalization::char::is_combining_mark;

use super::months::month;

/// A number, a word or a mark. Spaces part them and are gone.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'t> {
    pub text: &'t str,
    pub start: usize,
    pub kind: Kind,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Digits.
    Number,
    /// Letters.
    Word,
    /// One other character.
    Mark,
}

impl Token<'_> {
    /// The byte after its last.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Its value, if it is a number of one to `digits` digits.
    pub fn number(&self, digits: usize) -> Option<i8> {
        (self.kind == Kind::Number && self.text.len() <= digits).then(|| self.text.parse().ok()).flatten()
    }

    /// The year that its four digits are.
    pub fn year(&self) -> Option<i16> {
        let year = (self.kind == Kind::Number && self.text.len() == 4).then(|| self.text.parse().ok())??;
        (1800..=2100).contains(&year).then_some(year)
    }

    /// The month that it names.
    pub fn month(&self) -> Option<i8> {
        (self.kind == Kind::Word).then(|| month(self.text)).flatten()
    }
}

/// The tokens of a line.
pub(super) fn tokens(line: &str) -> Vec<Token<'_>> {
    let kind = |c: char| match c {
        c if c.is_ascii_digit() => Some(Kind::Number),
        c if c.is_alphabetic() || is_combining_mark(c) || c == '\u{200d}' => Some(Kind::Word),
        c if c.is_whitespace() => None,
        _ => Some(Kind::Mark),
    };
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut chars = line.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let Some(this) = kind(c) else { continue };
        let mut end = start + c.len_utf8();
        while this != Kind::Mark
            && let Some((at, c)) = chars.next_if(|(_, c)| kind(*c) == Some(this))
        {
            end = at + c.len_utf8();
        }
        tokens.push(Token { text: line.get(start..end).unwrap_or_default(), start, kind: this });
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_words_and_marks_are_parted() {
        let texts: Vec<&str> = tokens("15thNovember, 17T19:45 மார்ச்").iter().map(|token| token.text).collect();
        assert_eq!(texts, ["15", "thNovember", ",", "17", "T", "19", ":", "45", "மார்ச்"]);
    }
}
