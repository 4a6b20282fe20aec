//! Which encoding a text is in: by the byte order mark, then by what a page says of itself, then UTF-8 if it can be, and
//! only then by a guess from the letters. A text that is not held is gone through part by part, as often as it takes, so
//! that its first letters do not decide for its last.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::decode::{decode_part, mark};
use super::encodings::TextEncoding;
use super::error::ImportError;

/// How far into a page its encoding may be declared; browsers look as far.
const DECLARED_WITHIN: usize = 2048;

/// One character in so many may be undecodable: a damaged byte does not cost the whole article.
const DAMAGE: usize = 200;

/// Goes through bytes, as often as it is asked to: each time they are shown, part by part.
pub(super) type Through<'t> = dyn FnMut(&mut dyn FnMut(&[u8])) -> Result<(), ImportError> + 't;

/// The encoding of a text that begins so: the one that somebody says, if it can be, or else the likeliest.
pub(super) fn encoding_of(
    said: Option<TextEncoding>,
    start: &[u8],
    through: &mut Through<'_>,
) -> Result<&'static Encoding, ImportError> {
    if let Some(said) = said.map(TextEncoding::encoding) {
        let wrong = |_| ImportError::NotInEncoding { encoding: said.name() };
        return Seen::of(said, mark(said, start), through)?.accepted(said).map_err(wrong);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(start) {
        return Seen::of(encoding, mark, through)?.accepted(encoding);
    }
    if let Some(encoding) = utf_16_without_mark(start) {
        return Seen::of(encoding, 0, through)?.accepted(encoding);
    }
    let mut validity = Validity::default();
    through(&mut |part| validity.look(part))?;
    if validity.is_whole() {
        return Ok(UTF_8);
    }
    if let Some(encoding) = declared(start).filter(|encoding| *encoding != UTF_8)
        && Seen::of(encoding, 0, through)?.accepted(encoding).is_ok()
    {
        return Ok(encoding);
    }
    // A few damaged bytes in UTF-8 are likelier than another encoding that looks just like it.
    let seen = Seen::of(UTF_8, 0, through)?;
    if seen.accepted(UTF_8).is_ok() && seen.beyond_ascii > 0 {
        return Ok(UTF_8);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    through(&mut |part| {
        detector.feed(part, false);
    })?;
    detector.feed(&[], true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let seen = Seen::of(guess, 0, through)?;
    seen.accepted(guess)?;
    if guess.is_single_byte() && !seen.has_words() {
        return Err(ImportError::Undecodable { encoding: "text in any encoding" });
    }
    Ok(guess)
}

/// Whether bytes are UTF-8, as they come.
#[derive(Default)]
struct Validity {
    /// The first bytes of a letter that is not all there yet.
    open: Vec<u8>,
    is_broken: bool,
}

impl Validity {
    fn look(&mut self, part: &[u8]) {
        let mut part = part;
        while !self.open.is_empty()
            && !self.is_broken
            && let Some((first, rest)) = part.split_first()
        {
            self.open.push(*first);
            part = rest;
            match std::str::from_utf8(&self.open) {
                Ok(_) => self.open.clear(),
                Err(error) => self.is_broken = error.error_len().is_some(),
            }
        }
        if self.is_broken {
            return;
        }
        if let Err(error) = std::str::from_utf8(part) {
            self.is_broken = error.error_len().is_some();
            self.open = part.get(error.valid_up_to()..).unwrap_or_default().to_vec();
        }
    }

    fn is_whole(&self) -> bool {
        !self.is_broken && self.open.is_empty()
    }
}

/// What is seen of a text in some encoding.
#[derive(Default)]
struct Seen {
    letters: usize,
    /// What could not be decoded.
    lost: usize,
    beyond_ascii: usize,
    spaces: usize,
    /// How many bytes the word has that is being read.
    word: usize,
    has_long_word: bool,
}

impl Seen {
    fn of(encoding: &'static Encoding, mark: usize, through: &mut Through<'_>) -> Result<Self, ImportError> {
        let (mut seen, mut decoder) = (Self::default(), encoding.new_decoder_without_bom_handling());
        let (mut text, mut mark) = (String::new(), mark);
        let mut look = |part: &[u8], is_last: bool| {
            let skipped = mark.min(part.len());
            mark -= skipped;
            decode_part(&mut decoder, part.get(skipped..).unwrap_or_default(), &mut text, is_last);
            seen.look(&text);
        };
        through(&mut |part| look(part, false))?;
        look(&[], true);
        Ok(seen)
    }

    fn look(&mut self, text: &str) {
        for c in text.chars() {
            self.letters += 1;
            match c {
                char::REPLACEMENT_CHARACTER => self.lost += 1,
                c if !c.is_ascii() => self.beyond_ascii += 1,
                _ => {}
            }
            if c.is_whitespace() {
                (self.spaces, self.word) = (self.spaces + 1, 0);
            } else {
                self.word += c.len_utf8();
                self.has_long_word |= self.word >= 4 * LONGEST_WORD;
            }
        }
    }

    /// The encoding, unless too much cannot be decoded in it.
    fn accepted(&self, encoding: &'static Encoding) -> Result<&'static Encoding, ImportError> {
        match self.lost > self.letters / DAMAGE {
            true => Err(ImportError::Undecodable { encoding: encoding.name() }),
            false => Ok(encoding),
        }
    }

    /// Whether a text falls into words. Any bytes at all are letters of some single-byte encoding; what
    /// tells a language is that there are spaces between them.
    fn has_words(&self) -> bool {
        !self.has_long_word || self.spaces * LONGEST_WORD > self.letters
    }
}

/// Most words have fewer letters.
const LONGEST_WORD: usize = 60;

/// How many bytes tell whether a text without a mark is UTF-16.
const SAMPLE: usize = 8192;

/// Signs that stand in every text of some length. In UTF-16 the bytes of each are a sign that no text has if
/// they are exchanged, and in no other encoding do its bytes stand side by side.
const SIGNS: &[char] = &[' ', '\n', '\u{3002}', '\u{ff0c}'];

/// UTF-16 in any language, told by its spaces, ends of lines, commas and periods.
pub(super) fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    // Of the two bytes of each sign one stands in hardly any other text.
    if ![0, 0x02, 0xff].iter().any(|odd| sample.contains(odd)) {
        return None;
    }
    let signs = |encoding: &'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(sample);
        let (mut signs, mut strange, mut all) = (0, 0, 0);
        for c in text.chars() {
            all += 1;
            signs += usize::from(SIGNS.contains(&c));
            // Bytes of anything else make characters that nobody uses.
            let control = c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}');
            let private = matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
            strange += usize::from(control || private || c == char::REPLACEMENT_CHARACTER);
        }
        if strange * 100 > all { 0 } else { signs }
    };
    // Of languages without spaces too there is a period or an end of a line in some hundred characters.
    let fewest = sample.len() / 2 / 400;
    [UTF_16LE, UTF_16BE]
        .into_iter()
        .map(|encoding| (signs(encoding), encoding))
        .filter(|(signs, _)| *signs > fewest)
        .max_by_key(|(signs, _)| *signs)
        .map(|(_, encoding)| encoding)
}

/// What `<meta charset=…>` or `<?xml encoding=…?>` says.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..DECLARED_WITHIN).unwrap_or(bytes).to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head);
    ["charset=", "encoding="].iter().find_map(|key| {
        let (_, rest) = head.split_once(key)?;
        let label: String = rest
            .trim_start_matches(['"', '\'', ' '])
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || "-_:.".contains(*c))
            .collect();
        Encoding::for_label(label.as_bytes())
    })
}
