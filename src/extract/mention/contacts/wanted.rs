//! Contacts of a headline that somebody wants, or that are put off: "Norland spurns talks offer", "Visit to Oslo
//! postponed".

use super::standing::Surroundings;
use crate::extract::clause::Form;
use crate::lexicon::{Cue, Shape};

/// What "off" makes a contact that is not to be.
pub(super) const PUT_OFF: &[&str] = &["put", "puts", "putting", "called", "calls", "calling", "call"];

impl Surroundings<'_, '_> {
    /// "Norland urges Sudland to return to talks", "Norland spurns talks offer": a headline's contact that somebody
    /// wants.
    pub(super) fn is_wanted(self, noun: usize) -> bool {
        const WANTED: [&str; 20] = [
            "invitation",
            "invite",
            "offer",
            "offers",
            "plan",
            "plans",
            "bid",
            "proposal",
            "proposals",
            "call",
            "calls",
            "hopes",
            "prospects",
            "date",
            "venue",
            "deadline",
            "request",
            "demand",
            "snub",
            "threat",
        ];
        let purpose = self
            .clauses
            .at(noun)
            .and_then(|clause| clause.verb.as_ref())
            .is_some_and(|verb| verb.form == Form::Infinitive && verb.words.end <= noun);
        purpose || self.source.is_any(noun + 1, &WANTED)
    }

    /// "Visit to Oslo postponed", "Lind's trip called off over fish": a headline's passive without its helper.
    pub(super) fn is_put_off(self, noun: usize) -> bool {
        const NEXT: [&str; 16] = [
            "until",
            "till",
            "to",
            "after",
            "amid",
            "over",
            "as",
            "by",
            "due",
            "for",
            "again",
            "because",
            "in",
            "following",
            "at",
            "on",
        ];
        let Self { source, sentence, .. } = self;
        const WITHIN: usize = 24;
        let end = sentence.words.end;
        (noun + 1..end.min(noun + WITHIN)).any(|at| {
            let participle = source.word(at).is_some_and(|word| {
                let text = word.word.text;
                text.len() > 3 && text.to_ascii_lowercase().ends_with("ed")
            });
            let off = source.is(at, "off") && source.is_any(at - 1, PUT_OFF)
                || source.is_any(at, &["possible", "likely", "unlikely", "imminent", "doubtful", "pending"]);
            let last = at + 1 >= end
                || source.is_any(at + 1, &NEXT)
                || source.word(at + 1).is_some_and(|word| matches!(word.word.shape, Shape::Mark(_)));
            last && (off || participle && source.is_cue(at, Cue::Coming))
        })
    }
}
