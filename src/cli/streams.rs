//! Where a command reads from and writes to: the terminal's streams, or a test's.
//!
//! What is printed may come from anybody: the name of a file, the title of an article. A terminal obeys
//! control characters in it, and a line break in a name looks like a message of ours. So every line goes
//! through [`plain`], and JSON, which is for programs, through [`JsonOut`].

use std::fmt::{self, Display};
use std::io::{self, BufRead, Write};

/// Standard input, standard output and standard error.
pub struct Streams<'s> {
    /// What is piped in. It is read on a thread that may outlive the command.
    pub input: Box<dyn BufRead + Send>,
    /// Results.
    pub out: &'s mut (dyn Write + Send),
    /// Messages.
    pub err: &'s mut (dyn Write + Send),
    /// Whether a person watches the messages as they come.
    pub watched: bool,
}

impl Streams<'_> {
    /// Tells what went wrong.
    pub(super) fn complain(&mut self, message: impl Display) {
        complain(self.err, message);
    }
}

/// Tells what went wrong. When nobody listens there is nobody to tell that either.
pub(super) fn complain(err: &mut (dyn Write + Send), message: impl Display) {
    let _ = say(err, format_args!("chancery: {message}"));
}

/// Prints one line.
pub(super) fn say(out: &mut (dyn Write + Send), line: impl Display) -> io::Result<()> {
    writeln!(out, "{}", plain(&line.to_string()))
}

/// One line that no terminal obeys: what is not to be seen is written out, as `\n` or `\u{1b}`.
pub(super) fn plain(text: &str) -> String {
    text.chars().map(shown).collect()
}

/// The same for text of several lines.
pub(super) fn plain_lines(text: &str) -> String {
    text.chars().map(|letter| if letter == '\n' { letter.to_string() } else { shown(letter) }).collect()
}

fn shown(letter: char) -> String {
    // Marks that turn the direction of text make a line look like another.
    let turns = matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_hidden = letter.is_control() || turns || matches!(letter, '\u{2028}' | '\u{2029}');
    if is_hidden { letter.escape_default().to_string() } else { letter.to_string() }
}

/// JSON on its way to standard output: control characters that JSON allows in strings are escaped there too.
pub(super) struct JsonOut<'o> {
    out: &'o mut (dyn Write + Send),
    /// Whether the last byte was the first of two that may be a control character.
    is_open: bool,
}

/// The first byte, in UTF-8, of U+0080 to U+00BF.
const FIRST_OF_TWO: u8 = 0xc2;

impl<'o> JsonOut<'o> {
    pub fn new(out: &'o mut (dyn Write + Send)) -> Self {
        Self { out, is_open: false }
    }
}

impl Write for JsonOut<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut safe = Vec::with_capacity(bytes.len());
        for &byte in bytes {
            match (std::mem::take(&mut self.is_open), byte) {
                (true, 0x80..=0x9f) | (false, 0x7f) => safe.extend(format!("\\u{byte:04x}").bytes()),
                (true, byte) => safe.extend([FIRST_OF_TWO, byte]),
                (false, FIRST_OF_TWO) => self.is_open = true,
                (false, byte) => safe.push(byte),
            }
        }
        self.out.write_all(&safe)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl fmt::Debug for Streams<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Streams").field("watched", &self.watched).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_terminal_shows_what_it_would_obey() {
        assert_eq!(
            plain("\u{1b}]0;pwned\u{7}a\nchancery: b\u{202e}"),
            "\\u{1b}]0;pwned\\u{7}a\\nchancery: b\\u{202e}"
        );
        assert_eq!(plain("Čaputová 王毅 🤝"), "Čaputová 王毅 🤝");
        assert_eq!(plain_lines("a\nb\u{9b}31m"), "a\nb\\u{9b}31m");
    }

    proptest! {
        #[test]
        fn json_stays_what_it_is_without_control_characters(text in any::<String>(), cut in 1usize..7) {
            let json = serde_json::to_string(&text).unwrap();
            let mut written = Vec::new();
            let mut out = JsonOut::new(&mut written);
            for part in json.as_bytes().chunks(cut) {
                out.write_all(part).unwrap();
            }
            let written = String::from_utf8(written).unwrap();
            prop_assert!(!written.chars().any(char::is_control), "{:?}", written);
            prop_assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
        }
    }
}
