//! RIS: `.ris`. A tag of two letters before each field: "TI  - …", "ER  - ".

use super::{Each, Entry, text_of};
use crate::import::databases::{Layout, Split, people};
use crate::import::error::ImportError;
use crate::import::findings::Findings;
use crate::import::large::Large;
use crate::import::reference::Reference;
use crate::import::{Format, Sureness};
use crate::model::Budget;

/// References with tags.
pub(in crate::import) const RIS: Format = Format {
    name: "References (RIS)",
    extensions: &["ris"],
    media_type: "application/x-research-info-systems",
    is_risky: false,
    is_decoded: true,
    large: Large::CUT,
    recognizes: |file| Sureness::sure_if(recognizes(file.head())),
    read: |file, findings| split(file.text()?, findings),
};

/// Databases give it as text, too.
pub(in crate::import) const LAYOUT: Layout =
    Layout { name: "References (RIS)", marks: &["TY  - "], recognizes, split: Split::Text(split) };

fn recognizes(text: &str) -> bool {
    text.lines().find(|line| !line.trim().is_empty()).is_some_and(|first| first.starts_with("TY  - "))
}

fn split(text: &str, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    super::read(entries, text, findings)
}

/// The tag of a line, and what follows it.
fn tag_of(line: &str) -> Option<(&str, &str)> {
    let (tag, value) = line.split_once("  -")?;
    let is_tag = tag.len() == 2 && tag.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    is_tag.then(|| (tag, value.trim()))
}

pub(super) fn entries(text: &str, budget: &Budget, each: &mut Each<'_>) -> Result<(), ImportError> {
    let mut fields: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in text.lines() {
        budget.spend(1 + line.len() as u64)?;
        match tag_of(line) {
            Some(("ER", _)) => each(entry(&std::mem::take(&mut fields), budget)?)?,
            Some((tag, value)) => fields.push((tag, vec![value])),
            None => {
                if let Some((_, lines)) = fields.last_mut() {
                    lines.push(line);
                }
            }
        }
    }
    // The last may be cut off.
    if fields.is_empty() { Ok(()) } else { each(entry(&fields, budget)?) }
}

fn entry(fields: &[(&str, Vec<&str>)], budget: &Budget) -> Result<Entry, ImportError> {
    let all = |wanted: &'static [&'static str]| {
        let lines = fields.iter().filter(|(tag, _)| wanted.contains(tag)).map(|(_, lines)| lines.join("\n"));
        lines.filter(|value| !value.trim().is_empty())
    };
    // The tag that comes first in the list counts, wherever it stands.
    let first = |tags: &'static [&'static str]| tags.chunks(1).find_map(|tag| all(tag).next());
    let texts = |tags| -> Result<Vec<Vec<String>>, ImportError> {
        all(tags).map(|text| super::paragraphs_of(&text, budget)).collect()
    };
    // L1 is for documents, L2 for pages; either may be an address.
    let (files, addresses): (Vec<String>, Vec<String>) =
        all(&["L1", "L2"]).partition(|link| !link.contains("://") || link.starts_with("file://"));
    let reference = Reference {
        title: first(&["TI", "T1"]),
        publisher: first(&["JO", "JF", "T2", "JA", "PB"]),
        byline: people(&all(&["AU", "A1"]).collect::<Vec<_>>().join(";")),
        published: first(&["DA", "Y1", "PY"]),
        url: first(&["UR"]).or_else(|| addresses.into_iter().find(|link| link.starts_with("http"))),
        language: first(&["LA"]),
    };
    let paragraphs = text_of(texts(&["AB", "N2"])?, texts(&["N1"])?);
    Ok(Entry { reference: reference.in_lines(), files, paragraphs })
}
