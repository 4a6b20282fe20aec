//! The lines of an export, one after another, and those of an article among them: of a file of any size no more is
//! held than an article.

use std::io::BufRead;
use std::str::Lines as LinesOfText;

use crate::import::characters::tidy;
use crate::import::error::ImportError;
use crate::import::limits::LIMIT_BYTES;
use crate::import::source::entry;

/// The lines of an export.
pub(in crate::import) struct Lines<'t>(Source<'t>);

enum Source<'t> {
    /// A text that is held, tidied.
    Held(LinesOfText<'t>),
    /// A text that comes, as it is written.
    Coming { text: Box<dyn BufRead + 't>, piece: String, at: usize },
}

impl<'t> Lines<'t> {
    /// Those of a tidy text.
    pub fn of(text: &'t str) -> Self {
        Self(Source::Held(text.lines()))
    }

    /// Those of a text in UTF-8 that comes as it is written.
    pub fn coming(text: impl BufRead + 't) -> Self {
        Self(Source::Coming { text: Box::new(text), piece: String::new(), at: 0 })
    }

    /// The next line.
    ///
    /// # Errors
    /// If reading fails.
    pub fn next(&mut self) -> Result<Option<&str>, ImportError> {
        match &mut self.0 {
            Source::Held(lines) => Ok(lines.next()),
            Source::Coming { text, piece, at } => {
                if *at >= piece.len() {
                    let Some(next) = next_piece(&mut **text)? else { return Ok(None) };
                    (*piece, *at) = (next, 0);
                }
                let rest = piece.get(*at..).unwrap_or_default();
                // A written line may be several: other marks than the usual one end lines too.
                let end = rest.find('\n').unwrap_or(rest.len());
                *at += end + 1;
                Ok(Some(rest.get(..end).unwrap_or_default()))
            }
        }
    }
}

/// The next written line, tidied. Of one without end, as much as could be an article.
fn next_piece(mut text: &mut dyn BufRead) -> Result<Option<String>, ImportError> {
    let mut bytes = Vec::new();
    while entry(&mut text, b'\n', &mut bytes)? {
        let piece = tidy(&String::from_utf8_lossy(&bytes));
        // What is not seen was all that stood at the end of the text.
        if !piece.is_empty() {
            return Ok(Some(piece));
        }
    }
    Ok(None)
}

/// The lines of an article, until all of them have come.
#[derive(Default)]
pub(super) struct Gathered(String);

impl Gathered {
    /// So many bytes are kept: more than any article has, so that one that is too large is told.
    const MOST: u64 = 2 * LIMIT_BYTES;

    /// This line comes next.
    pub fn push(&mut self, line: &str) {
        if ((self.0.len() + line.len()) as u64) < Self::MOST {
            self.0.push_str(line);
            self.0.push('\n');
        }
    }

    /// The lines so far.
    pub fn lines(&self) -> Vec<&str> {
        self.0.lines().collect()
    }

    /// The same in one text.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Another article begins.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}
