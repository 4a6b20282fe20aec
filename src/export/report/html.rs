//! Text as HTML spells it, and the page around what is written: nothing in it is fetched, nothing in it runs.

use std::fmt::{self, Write as _};
use std::io;

use crate::export::Out;

/// How the page looks, on a screen and on paper.
const STYLE: &str = include_str!("style.css");

/// Text of an element or of a quoted attribute. What HTML has no words for is left out.
#[derive(Clone, Copy, Debug)]
pub struct Escaped<'a>(pub &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for letter in self.0.chars() {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                '\n' | '\t' => f.write_char(letter)?,
                '\u{FFFE}' | '\u{FFFF}' => {}
                _ if letter.is_control() => {}
                _ => f.write_char(letter)?,
            }
        }
        Ok(())
    }
}

/// What stands between facts in a line: it ends a line rather than beginning one.
pub(super) const DOT: &str = "\u{a0}· ";

/// Words within a line, whichever way they are written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'a>(pub &'a str);

impl fmt::Display for Words<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<bdi>{}</bdi>", Escaped(self.0))
    }
}

/// An address on the web as a link that shows where it leads; any other as text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Address<'a>(pub &'a str);

impl fmt::Display for Address<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let address = Escaped(self.0);
        let is_of_web = ["https://", "http://"].iter().any(|scheme| {
            self.0.get(..scheme.len()).is_some_and(|begins| begins.eq_ignore_ascii_case(scheme))
        });
        match is_of_web {
            true => write!(f, "<a class=\"address\" rel=\"noreferrer\" href=\"{address}\">{address}</a>"),
            false => write!(f, "<span class=\"address\">{address}</span>"),
        }
    }
}

/// Begins a page.
///
/// # Errors
/// When `out` takes no more.
pub fn begin_page(out: &mut Out<'_>, title: &str) -> io::Result<()> {
    write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"generator\" content=\"Chancery {}\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n",
        Escaped(title),
        env!("CARGO_PKG_VERSION"),
    )
}

/// Ends a page.
///
/// # Errors
/// When `out` takes no more.
pub fn end_page(out: &mut Out<'_>) -> io::Result<()> {
    out.write_all(b"</body>\n</html>\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_links() {
        assert!(
            Address("HTTPS://example.org/a?b=1&c=2")
                .to_string()
                .contains("href=\"HTTPS://example.org/a?b=1&amp;c=2\"")
        );
        for address in ["javascript:alert(1)", "data:text/html,x", "//example.org", "httpx://", "é"] {
            assert!(!Address(address).to_string().contains("href"), "{address}");
        }
    }
}
