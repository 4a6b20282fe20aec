//! Contacts with somebody whom no name tells: "She also spoke with her Turkish counterpart".

use std::ops::Range;

use super::beside::Beside;
use crate::extract::clause::Tense;
use crate::extract::mention::PartyMention;
use crate::lexicon::TitleClass;

impl Beside<'_, '_> {
    /// Whether somebody of the main contact met, called or wrote to those who speak for a party that had no part in
    /// it, as another contact than that one.
    pub(super) fn is_with_third_side(&self, clause: &Range<usize>) -> bool {
        const NEAR: usize = 5;
        let (source, mentions) = (&self.scene.source, &self.scene.mentions);
        let end = clause.end.max(self.contact.words.end);
        let object = self.contact.words.end.saturating_sub(1)..end.min(self.contact.words.end + NEAR);
        let mut parties = mentions.parties_within(&object).iter();
        if !parties.any(|party| self.is_new_side(party.row) && self.speaks_for(party)) {
            return false;
        }
        let Some(own) = self.scene.clauses.at(self.contact.words.start) else { return false };
        let acts = own.subject.clone().any(|at| source.is_any(at, &["he", "she"]))
            || !mentions.people_within(&own.subject).is_empty();
        let done = own.verb.as_ref().is_some_and(|verb| matches!(verb.tense, Tense::Past | Tense::Perfect));
        acts && done
    }

    /// Whether its sentence says that it is another one.
    pub(super) fn goes_on(&self) -> bool {
        const GOES_ON: &[&str] = &["also", "separately", "earlier", "later", "meanwhile"];
        self.sentence.words.clone().any(|at| self.scene.source.is_any(at, GOES_ON))
    }

    /// "his Turkish counterpart", "Turkish officials", "Turkey's foreign minister", "the foreign minister of Turkey".
    fn speaks_for(&self, party: &PartyMention) -> bool {
        const BEHIND: usize = 4;
        const THEY: &[&str] = &[
            "counterpart",
            "counterparts",
            "officials",
            "leaders",
            "representatives",
            "negotiators",
            "delegation",
            "delegates",
            "diplomats",
            "envoys",
            "ministers",
        ];
        let source = &self.scene.source;
        let head = |at: usize| {
            let title = source.phrase(source.lexicon.titles(), at..at + BEHIND);
            let office = title.is_some_and(|(_, classes)| classes.contains(&TitleClass::Head));
            office || source.is_any(at, THEY)
        };
        let behind = source.after(party.words.end, BEHIND);
        let mut near = behind.take_while(|&at| !source.is_any(at, &[",", "and", "on", "in"]));
        let of = party.words.start.checked_sub(2).is_some_and(|at| source.is(at + 1, "of") && head(at));
        of || near.any(head)
    }
}
