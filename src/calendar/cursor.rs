//! A place in a text, from which words, numbers and marks are read one by one, cut as finely as days
//! are printed: "15thNovember" is a number and a word, "17T19" two numbers and a word.
//!
//! A [`Cursor`] is a number beside a text: reading gives another one further on, so that a reader tries a
//! pattern, fails, and tries the next from where it stood. No reader looks further than a few tokens.

use unicode_normalization::char::is_combining_mark;

/// A place in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    at: usize,
    /// What stands next: each reader asks for it, and most ask for nothing else.
    next: Option<Token<'t>>,
}

#[cfg(test)]
thread_local! {
    /// How many bytes were read, by which a test tells how the work grows with the text.
    pub(super) static BYTES_READ: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// A number, a word or a mark. Spaces part them and are gone.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'t> {
    /// As printed.
    pub text: &'t str,
    /// Its first byte.
    pub start: usize,
    /// What it is.
    pub kind: Kind,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Digits of any script.
    Number,
    /// Letters.
    Word,
    /// One other character.
    Mark,
}

impl Kind {
    /// What a byte makes that is a character by itself, of numbers and words.
    fn of_ascii(byte: u8) -> Option<Self> {
        match byte {
            b'0'..=b'9' => Some(Self::Number),
            b'A'..=b'Z' | b'a'..=b'z' => Some(Self::Word),
            _ => None,
        }
    }

    /// What a character makes; none for a space.
    fn of(c: char) -> Option<Self> {
        match c {
            c if c.is_ascii_digit() => Some(Self::Number),
            c if c.is_ascii_alphabetic() => Some(Self::Word),
            c if c.is_whitespace() => None,
            c if c.is_ascii() => Some(Self::Mark),
            // Dashes and quotation marks are common, and Unicode's tables slow.
            '\u{2010}'..='\u{2027}' => Some(Self::Mark),
            // So are the letters of Europe.
            '\u{c0}'..='\u{24f}' if !matches!(c, '×' | '÷') => Some(Self::Word),
            c if digit(c).is_some() => Some(Self::Number),
            // A joiner stands within words of Sinhala and Tamil.
            c if c.is_alphabetic() || is_combining_mark(c) || c == '\u{200d}' => Some(Self::Word),
            _ => Some(Self::Mark),
        }
    }
}

/// What a digit counts, in any of the scripts that days are printed in.
pub(super) fn digit(c: char) -> Option<i16> {
    /// The zeros of Arabic, Persian, Devanagari, Bengali, Thai and Chinese type.
    const ZEROS: [char; 6] = ['\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{e50}', '\u{ff10}'];
    if c.is_ascii() {
        return c.to_digit(10).and_then(|digit| i16::try_from(digit).ok());
    }
    let beyond = ZEROS.iter().filter_map(|zero| u32::from(c).checked_sub(u32::from(*zero)));
    i16::try_from(beyond.min()?).ok().filter(|digit| *digit < 10)
}

impl Token<'_> {
    /// Whether it begins with a capital letter.
    pub fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }
}

impl<'t> Cursor<'t> {
    /// A place in a text, in bytes.
    pub fn new(text: &'t str, at: usize) -> Self {
        Self { text, at, next: next_token(text, at) }
    }

    /// The byte at which it stands.
    pub fn byte(self) -> usize {
        self.at
    }

    /// The next token. An empty line ends what can be read.
    pub fn peek(self) -> Option<Token<'t>> {
        self.next
    }

    /// The next token and the place behind it.
    pub fn token(self) -> Option<(Token<'t>, Self)> {
        let token = self.next?;
        Some((token, self.behind(token)))
    }

    fn behind(self, token: Token<'t>) -> Self {
        Self::new(self.text, token.start + token.text.len())
    }

    /// Behind one of these words, in any case.
    pub fn word(self, words: &[&str]) -> Option<Self> {
        let token = self.next?;
        words.iter().any(|word| token.text.eq_ignore_ascii_case(word)).then(|| self.behind(token))
    }

    /// Behind one of these marks.
    pub fn mark(self, marks: &[char]) -> Option<Self> {
        let token = self.next.filter(|token| token.kind == Kind::Mark)?;
        token.text.starts_with(marks).then(|| self.behind(token))
    }

    /// Behind one of these words if one stands here, else here.
    pub fn skip_word(self, words: &[&str]) -> Self {
        self.word(words).unwrap_or(self)
    }

    /// Behind one of these marks if one stands here, else here.
    pub fn skip_mark(self, marks: &[char]) -> Self {
        self.mark(marks).unwrap_or(self)
    }

    /// The number of these many digits that stands here.
    pub fn number(self, digits: std::ops::RangeInclusive<usize>) -> Option<(i16, Self)> {
        let token = self.next.filter(|token| token.kind == Kind::Number)?;
        let is_one = digits.contains(&token.text.chars().count());
        let mut values = token.text.chars().filter(|_| is_one).map(digit);
        let number = values.try_fold(0_i16, |number, digit| number.checked_mul(10)?.checked_add(digit?));
        Some((number.filter(|_| is_one)?, self.behind(token)))
    }

    /// Behind so many bytes.
    pub fn ahead(self, bytes: usize) -> Self {
        Self::new(self.text, self.at + bytes)
    }

    /// Whether something follows without a space: "5km", "10:30".
    pub fn is_glued(self) -> bool {
        self.next_char().is_some_and(|c| Kind::of(c).is_some())
    }

    /// Whether a number goes on here: "2,000", "10:30", "1.5".
    pub fn number_goes_on(self) -> bool {
        let mut rest = self.text.get(self.at..).unwrap_or_default().chars();
        rest.next().is_some_and(|c| matches!(c, ',' | '.' | ':'))
            && rest.next().is_some_and(|c| digit(c).is_some())
    }

    /// Whether the number that stands here began before: the minutes of "19:22", the thousands of "2,016".
    pub fn number_began(self) -> bool {
        let mut before = self.before().chars().rev();
        before.next().is_some_and(|c| matches!(c, ',' | '.' | ':'))
            && before.next().is_some_and(|c| digit(c).is_some())
    }

    /// Whether one of these words stands right before.
    pub fn is_after(self, words: &[&str]) -> bool {
        let before = self.before().trim_end();
        words.iter().any(|word| {
            let from = before.len().checked_sub(word.len());
            let (Some(from), true) = (from, before.len() < self.at) else { return false };
            let apart = !before.get(..from).is_some_and(|rest| rest.ends_with(char::is_alphanumeric));
            apart && before.get(from..).is_some_and(|tail| tail.eq_ignore_ascii_case(word))
        })
    }

    /// Whether the text begins here.
    pub fn is_first(self) -> bool {
        self.before().trim_start().is_empty()
    }

    fn next_char(self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    /// The last few characters before; whoever asks looks no further back.
    fn before(self) -> &'t str {
        const SEEN: usize = 16;
        let from = (self.at.saturating_sub(SEEN)..=self.at).find(|&at| self.text.is_char_boundary(at));
        self.text.get(from.unwrap_or(self.at)..self.at).unwrap_or_default()
    }
}

/// The token that stands at a place of a text or behind the space there.
fn next_token(text: &str, at: usize) -> Option<Token<'_>> {
    let mut lines = 0;
    let mut rest = text.get(at..)?;
    let kind = loop {
        // Nearly always a space and a letter or digit.
        rest = rest.strip_prefix(' ').unwrap_or(rest);
        if let Some(kind) = rest.bytes().next().and_then(Kind::of_ascii) {
            break kind;
        }
        let c = rest.chars().next()?;
        if let Some(kind) = Kind::of(c) {
            break kind;
        }
        lines += usize::from(c == '\n');
        rest = rest.get(c.len_utf8()..)?;
    };
    (lines < 2).then_some(())?;
    let start = text.len() - rest.len();
    let len = match kind {
        Kind::Mark => rest.chars().next().map_or(0, char::len_utf8),
        _ => match rest.bytes().position(|byte| Kind::of_ascii(byte) != Some(kind)) {
            Some(len) if rest.as_bytes().get(len).is_some_and(u8::is_ascii) => len,
            None => rest.len(),
            Some(_) => rest.find(|c| Kind::of(c) != Some(kind)).unwrap_or(rest.len()),
        },
    };
    #[cfg(test)]
    BYTES_READ.set(BYTES_READ.get() + start + len - at);
    Some(Token { text: rest.get(..len)?, start, kind })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_words_and_marks_are_parted() {
        let mut at = Cursor::new("15thNovember, 17T19:45 மார்ச்", 0);
        let mut texts = Vec::new();
        while let Some((token, next)) = at.token() {
            texts.push(token.text);
            at = next;
        }
        assert_eq!(texts, ["15", "thNovember", ",", "17", "T", "19", ":", "45", "மார்ச்"]);
    }

    #[test]
    fn an_empty_line_ends_what_is_read() {
        let at = Cursor::new("on Friday\n\n16 October", "on Friday".len());
        assert!(at.token().is_none());
    }

    #[test]
    fn what_stands_before_is_seen() {
        let text = "early on the 12th";
        assert!(Cursor::new(text, text.len() - 8).is_after(&["on"]));
        assert!(!Cursor::new("salon the", 6).is_after(&["on"]));
        assert!(Cursor::new("19:22 November", 3).number_began());
    }
}
