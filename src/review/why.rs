//! "Why?": how a field came by its value, in sentences.

use super::field::Field;
use crate::extract::{Trace, Why, rule_says};
use crate::model::{Record, Ruling};

/// What a person has said of it, the engine's working, and what its rule does.
pub fn why(record: &Record, trace: &Trace, field: &Field) -> Vec<String> {
    let mut sentences: Vec<String> = said(record, field).map(str::to_owned).into_iter().collect();
    // What the engine made of the words explains its own value only.
    let lead = if overruled(record, field) { "At first: " } else { "" };
    if let Some(Why { rule, working, .. }) = chosen(record, trace, field) {
        sentences.push(working.clone());
        sentences.extend(rule_says(rule).map(str::to_owned));
        return sentences;
    }
    for evidence in field.evidence(record) {
        match trace.why(evidence, &record.article) {
            Some(working) => sentences.push(format!("{lead}{working}")),
            None => sentences.push(format!("From the words “{}”.", evidence.exact())),
        }
        let explained = rule_says(evidence.rule()).map(str::to_owned);
        sentences.extend(explained.filter(|said| !sentences.contains(said)));
    }
    sentences
}

/// How the engine read the value that a person chose instead of its first one.
fn chosen<'t>(record: &Record, trace: &'t Trace, field: &Field) -> Option<&'t Why> {
    let evidence = field.evidence(record).first().filter(|_| overruled(record, field))?;
    let span = evidence.span(&record.article.text)?;
    let is_it = |why: &Why| why.span == span && why.rule == *evidence.rule();
    (field.row().readings)(record, trace).into_iter().find(|why| is_it(why))
}

/// Whether a person has set the value.
fn overruled(record: &Record, field: &Field) -> bool {
    field.ruling(record) == Some(Ruling::Corrected)
}

fn said(record: &Record, field: &Field) -> Option<&'static str> {
    match field.ruling(record) {
        _ if overruled(record, field) => Some("A reviewer set it."),
        Some(Ruling::Confirmed) if field.evidence(record).is_empty() => {
            Some("A reviewer inferred it: no words of the article say so.")
        }
        Some(Ruling::Confirmed) => Some("A reviewer confirmed it."),
        Some(Ruling::RuledOut) => {
            Some("A reviewer rejected it: it stays in the record and is left out of exports.")
        }
        _ => None,
    }
}
