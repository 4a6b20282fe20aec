//! The party in a title: before the office ("Kyrgyzstan's", "Chinese") or after "of".

use super::super::label::{Label, is_capital};
use super::{Progress, Titles};
use crate::extract::mention::parties::PartyMention;
use crate::lexicon::{PartyForm, Shape};

impl Titles<'_, '_> {
    /// Takes a party: before the office, or after "of".
    pub(super) fn party_words(&self, at: usize, limit: usize, progress: &mut Progress) -> Option<usize> {
        let start = progress.start;
        let mention = self.parties.get(self.labels.party_at(at)?).filter(|m| m.words.start == at)?;
        let mut after = mention.words.end;
        if self.shape(after) == Some(Shape::Possessive) {
            after += 1;
        }
        if let Some(closed) = self.parenthesis(after, start) {
            after = closed;
        }
        let modified = (start..at)
            .all(|at| self.labels.at(at).is(Label::MODIFIER) || self.labels.at(at).is(Label::FORMER));
        // "the chief Norwegian negotiator": "chief" is no office of its own there.
        // "Deputy UN Special Representative"
        let short = self.shape(at) == Some(Shape::Upper) && mention.words.len() == 1;
        let office = || {
            let title = after < limit && self.labels.at(after).is(Label::TITLE);
            title && (mention.form != PartyForm::Name || short)
        };
        let only_modified = modified && (progress.head.is_none() || at > start && office());
        if only_modified {
            (progress.head, progress.main) = (None, None);
        }
        // "the Danish EU minister", "the EU Affairs Minister": what the office is about, since only states have one.
        let organization = mention.of(self.source).is_some_and(|row| !row.is_country);
        let of_state =
            progress.party.is_some_and(|party| self.source.party(party).is_some_and(|p| p.is_country));
        let minister = self.source.is(after, "minister")
            || self.source.is(after, "affairs") && self.source.is(after + 1, "minister");
        let commissioner = self.source.is(after, "commissioner");
        if organization && progress.lead == Some(at) && of_state && !commissioner && after < limit {
            progress.end = after;
            progress.lead = Some(after);
            return Some(after);
        }
        if organization && only_modified && minister {
            progress.end = after;
            return Some(after);
        }
        if only_modified || progress.lead == Some(at) {
            // Before the office: "Kyrgyzstan's Minister", "Chinese Ambassador", "outgoing Kuwaiti
            // Ambassador". Of two in a row the second is meant ("HANOVER, Germany U.S. President").
            if progress.lead == Some(at) {
                progress.start = at;
            }
            progress.party = Some(mention.row);
            progress.end = after;
            progress.lead = Some(after);
            return Some(after);
        }
        // "the Norwegian and Maltese presidents": each has an office of these words.
        let between = progress.lead.filter(|&lead| lead + 1 == at && progress.head.is_none());
        if between.is_some_and(|and| self.source.is(and, "and")) {
            progress.second_party = Some(mention.row);
            progress.end = after;
            progress.lead = Some(after);
            return Some(after);
        }
        let link = self.link_before(at, start);
        let and = at.checked_sub(1).filter(|&and| self.source.is(and, "and") && and == progress.end);
        if let (Some(_), Some(head), Some(_)) = (and, progress.head, progress.tail)
            && self.is_plural(head)
        {
            progress.second_party = Some(mention.row);
            progress.end = after;
            return Some(after);
        }
        // "Ambassador for Ukraine" stands for it, the "Minister for Europe" does not.
        let envoy = progress.head.is_some_and(|head| {
            self.source.is_any(head, &["ambassador", "ambassadors", "commissioner", "consul", "affaires"])
        });
        let stands_for =
            |link: usize| self.source.is_any(link, &["of", "from"]) || envoy && self.source.is(link, "for");
        if link.is_some_and(stands_for) {
            let own = progress.party.is_none();
            progress.party = progress.party.or(Some(mention.row));
            progress.tail = link.filter(|_| own && self.cuts_cleanly(mention));
            progress.end = after;
            return Some(after);
        }
        // "Commander Turkish Land Forces", "Chief of Defence Staff Norway Admiral Lind"
        if progress.head.is_some() && progress.end == at && link.is_none() && progress.party.is_none() {
            let rank = mention.form == PartyForm::Name && self.labels.at(after).is(Label::RANK);
            let force = self.force_after(after, limit).or(Some(after).filter(|_| rank && after < limit));
            if let Some(end) = force {
                progress.party = Some(mention.row);
                progress.tail = None;
                progress.end = end;
                return Some(end);
            }
        }
        // Within: "Ambassador to China", "of the Chinese Foreign Ministry", "on Korean Peninsula Affairs".
        let goes_on = link.is_some() || after < limit && self.labels.at(after).is(Label::TITLE);
        if goes_on {
            if mention.form != PartyForm::Name
                || self.shape(after.saturating_sub(1)) == Some(Shape::Possessive)
            {
                progress.party = progress.party.or(Some(mention.row));
            }
            progress.end = after;
            progress.tail = None;
        }
        goes_on.then_some(after)
    }

    /// Where the name of a force ends that begins here: "Land Forces", "Central Command".
    fn force_after(&self, start: usize, limit: usize) -> Option<usize> {
        const LONGEST: usize = 4;
        const FORCES: [&str; 10] =
            ["forces", "force", "army", "navy", "guard", "guards", "staff", "command", "corps", "fleet"];
        let mut words = (start..limit.min(start + LONGEST)).take_while(|&at| is_capital(self.source, at));
        words.find(|&at| self.source.is_any(at, &FORCES)).map(|at| at + 1)
    }

    /// Whether a party stands here that no title word follows.
    pub(super) fn is_bare_party(&self, at: usize) -> bool {
        let mention = self.labels.party_at(at).and_then(|number| self.parties.get(number));
        mention.is_some_and(|mention| !self.labels.at(mention.words.end).is(Label::TITLE))
    }

    /// Whether a party after "of" can be left out of the title: a country can, and an organization
    /// under its own name; a body of one ("the European Council") is what the office is of.
    fn cuts_cleanly(&self, mention: &PartyMention) -> bool {
        let Some(row) = mention.of(self.source) else { return false };
        let words = self.source.text(&mention.words);
        row.is_country || words == row.party.name || words == row.party.code.as_str()
    }

    /// The linking word right before this place, over an article.
    pub(super) fn link_before(&self, at: usize, start: usize) -> Option<usize> {
        let before = at.checked_sub(1).filter(|b| *b >= start)?;
        let link = if self.source.is(before, "the") { before.checked_sub(1)? } else { before };
        (link >= start && self.source.is_any(link, &["of", "for", "from", "to", "in", "on", "at", "and"]))
            .then_some(link)
    }
}
