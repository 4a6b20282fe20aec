//! Factiva with its codes of two letters, in text or in a table of a page: HD the headline, PD the day, SN the
//! paper, LP and TD the text, AN the number that ends an article.

use super::fields::names;
use super::line_by_line::{Gathered, Lines};
use super::{Layout, Split, paragraphs_of};
use crate::import::draft::{Draft, Stated};
use crate::import::error::ImportError;
use crate::import::findings::Findings;
use crate::import::issued::stated_day;

pub(super) const LAYOUT: Layout = Layout {
    name: "Factiva",
    marks: &["\nHD\n", "\nHD ", "\nHD\t", ">HD<", "\nLP\n", "\nLP ", "\nLP\t", ">LP<", "\nTD\n", "\nTD "],
    recognizes,
    split: Split::Lines(split),
};

/// The codes of the database.
#[rustfmt::skip]
const CODES: &[&str] = &[
    "HD", "SE", "CLM", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP", "TD", "CT",
    "ART", "RF", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "CX", "DE", "ISS", "DLN", "RST", "CAT", "IV",
];

fn recognizes(text: &str) -> bool {
    let has = |wanted: &str| text.lines().any(|line| code_of(line).is_some_and(|(code, _)| code == wanted));
    has("HD") && (has("LP") || has("TD")) && (has("AN") || has("PD"))
}

/// The code that a line begins with, and what follows it.
fn code_of(line: &str) -> Option<(&'static str, &str)> {
    let word =
        line.split(|c: char| !c.is_ascii_uppercase()).next().filter(|word| (2..=3).contains(&word.len()))?;
    let code = *CODES.iter().find(|code| **code == word)?;
    let rest = line.get(code.len()..)?;
    // "IN THE HARBOR" begins a sentence: after a code there is nothing, a tab, or a gap.
    let parted = rest.trim().is_empty()
        || rest.starts_with('\t')
        || rest.starts_with("  ")
        || rest.starts_with("\u{a0}");
    parted.then_some((code, rest.trim()))
}

fn split(lines: &mut Lines<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    let mut article = Gathered::default();
    let mut codes = Codes::default();
    while let Some(line) = lines.next()? {
        if let Some((code, _)) = code_of(line) {
            if codes.end_before(code) {
                findings.article(Record::read(&article.lines()).draft())?;
                article.clear();
                codes = Codes::default();
            }
            codes.has_headline |= code == "HD";
            codes.has_number |= code == "AN";
        }
        article.push(line);
    }
    if codes.has_headline {
        findings.article(Record::read(&article.lines()).draft())?;
    }
    Ok(())
}

/// Which codes an article has so far.
#[derive(Default)]
struct Codes {
    has_headline: bool,
    has_number: bool,
}

impl Codes {
    /// Whether this code is of the next article.
    fn end_before(&self, code: &str) -> bool {
        self.has_headline && (code == "HD" || self.has_number && matches!(code, "SE" | "CLM" | "BY"))
    }
}

/// The fields of an article: codes, and the lines of each.
#[derive(Default)]
struct Record<'t>(Vec<(&'static str, Vec<&'t str>)>);

impl<'t> Record<'t> {
    /// What stands in these lines.
    fn read(lines: &[&'t str]) -> Self {
        let mut record = Self::default();
        for line in lines {
            match code_of(line) {
                Some((code, rest)) => record.begin(code, rest),
                None => record.go_on(line),
            }
        }
        record
    }

    fn begin(&mut self, code: &'static str, rest: &'t str) {
        self.0.push((code, if rest.is_empty() { Vec::new() } else { vec![rest] }));
    }

    fn go_on(&mut self, line: &'t str) {
        if let Some((_, lines)) = self.0.last_mut() {
            lines.push(line);
        }
    }

    fn lines(&self, codes: &[&str]) -> Vec<&'t str> {
        let wanted = self.0.iter().filter(|(code, _)| codes.contains(code));
        wanted.flat_map(|(_, lines)| lines.iter().copied().chain([""])).collect()
    }

    /// What a field says, in one line.
    fn value(&self, code: &str) -> Option<String> {
        let lines = self.lines(&[code]);
        let value = lines
            .iter()
            .map(|line| line.trim())
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        (!value.is_empty()).then_some(value)
    }

    fn draft(self) -> Draft {
        let byline = self.value("BY").as_deref().and_then(names);
        let published = self.value("PD").as_deref().and_then(stated_day);
        let (title, publisher) = (self.value("HD"), self.value("SN"));
        let stated = Stated { title, publisher, byline, published, ..Stated::default() };
        Draft { paragraphs: paragraphs_of(&self.lines(&["LP", "TD"])), stated }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_stands_alone_or_before_a_gap() {
        assert_eq!(code_of("HD"), Some(("HD", "")));
        assert_eq!(code_of("PD   22 April 2031"), Some(("PD", "22 April 2031")));
        assert_eq!(code_of("IN THE HARBOR they met."), None);
        assert_eq!(code_of("CO-OPERATION grows"), None);
    }
}
