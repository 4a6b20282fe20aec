//! "Why?": how a field came by its value, in sentences.

use super::Field;
use crate::extract::{Trace, Why, rule_says};
use crate::model::{Record, RuleName, Ruling};

/// The engine's working, what its rule does, and what a person has said since.
pub(super) fn why(record: &Record, trace: &Trace, field: &Field) -> Vec<String> {
    let mut sentences = Vec::new();
    if let (Field::Kind, Some(Why { rule, working, .. })) = (field, trace.kind()) {
        sentences.push(working.clone());
        sentences.extend(rule_says(rule).map(str::to_owned));
    }
    for evidence in field.evidence(record) {
        match trace.why(evidence, &record.article) {
            Some(working) => sentences.push(working.to_owned()),
            None if *evidence.rule() == RuleName::REVIEWER => {}
            None => sentences.push(format!("From the words “{}”.", evidence.exact())),
        }
        let explained = rule_says(evidence.rule()).map(str::to_owned);
        sentences.extend(explained.filter(|said| !sentences.contains(said)));
    }
    let said = match field.ruling(record) {
        Some(Ruling::Confirmed) => Some("A reviewer confirmed it."),
        Some(Ruling::Corrected) => Some("A reviewer corrected or added it."),
        Some(Ruling::RuledOut) => Some("A reviewer ruled it out: it stays for the audit and out of exports."),
        Some(Ruling::Proposed) | None => None,
    };
    sentences.extend(said.map(str::to_owned));
    sentences
}
