//! RIS, in which databases and reference managers give titles with their sources: "TI  - …", "ER  - ". Where
//! there is an abstract or a text it is read; entries without one are counted.

use super::fields::names;
use super::{Layout, paragraphs_of, split as split_export};
use crate::import::draft::{Draft, Stated};
use crate::import::error::ImportError;
use crate::import::findings::Findings;
use crate::import::issued::stated_day;
use crate::import::remark::Remark;
use crate::import::{Format, Sureness};

/// References with their abstracts.
pub(in crate::import) const RIS: Format = Format {
    name: "References",
    extensions: &["ris"],
    media_type: "application/x-research-info-systems",
    is_risky: false,
    recognizes: |file| Sureness::sure_if(recognizes(file.head())),
    read: |file, findings| split_export(file.text()?, findings).map(|_| ()),
};

pub(super) const LAYOUT: Layout = Layout { marks: &["TY  - "], recognizes, split };

fn recognizes(text: &str) -> bool {
    text.lines().find(|line| !line.trim().is_empty()).is_some_and(|first| first.starts_with("TY  - "))
}

/// The tag of a line, and what follows it.
fn tag_of(line: &str) -> Option<(&str, &str)> {
    let (tag, value) = line.split_once("  -")?;
    let is_tag = tag.len() == 2 && tag.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    is_tag.then(|| (tag, value.trim()))
}

fn split(text: &str, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    let mut entry: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut without_text = 0;
    for line in text.lines() {
        match tag_of(line) {
            Some(("ER", _)) => match draft(&std::mem::take(&mut entry)) {
                Some(draft) => findings.article(draft)?,
                None => without_text += 1,
            },
            Some((tag, value)) => entry.push((tag, vec![value])),
            None => {
                if let Some((_, lines)) = entry.last_mut() {
                    lines.push(line);
                }
            }
        }
    }
    if without_text > 0 {
        findings.remark(Remark::WithoutText { count: without_text });
    }
    Ok(())
}

fn draft(entry: &[(&str, Vec<&str>)]) -> Option<Draft> {
    let of = |tags: &[&str]| {
        let of_tag = |tag: &&str| entry.iter().find(|(known, _)| known == tag);
        let value = |(_, lines): &(&str, Vec<&str>)| lines.join(" ").trim().to_owned();
        tags.iter().filter_map(of_tag).map(value).find(|value| !value.is_empty())
    };
    let text = entry.iter().filter(|(tag, _)| matches!(*tag, "AB" | "N2" | "N1"));
    let (_, text) = text.max_by_key(|(_, lines)| lines.iter().map(|line| line.len()).sum::<usize>())?;
    let paragraphs = paragraphs_of(text);
    let stated = Stated {
        title: of(&["TI", "T1"]),
        publisher: of(&["JO", "JF", "T2", "JA", "PB"]),
        byline: of(&["AU", "A1"]).as_deref().and_then(names),
        published: of(&["DA", "Y1", "PY"]).as_deref().and_then(stated_day),
        url: of(&["UR", "L2"]),
        language: of(&["LA"]),
    };
    (!paragraphs.is_empty()).then_some(Draft { paragraphs, stated })
}
