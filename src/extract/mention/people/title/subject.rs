//! What an office is of: places, portfolios, organizations and majesties, also those that no table knows.

use super::super::label::{Label, is_capital};
use super::{Progress, Titles};
use crate::extract::segment::Part;
use crate::lexicon::{Cue, Shape};

impl Titles<'_, '_> {
    /// What an office is of ends with a noun: after "of the Inland" and "on the Harbor" come others, which
    /// no table of titles knows.
    pub(super) fn close(&self, limit: usize, progress: &mut Progress) {
        const MOST: usize = 4;
        let Some(head) = progress.head else { return };
        let Some(last) = progress.end.checked_sub(1).filter(|&last| last > head) else { return };
        let free =
            |at: usize, not: Label| at < limit && is_capital(self.source, at) && !self.labels.at(at).is(not);
        let noun = |at: usize| free(at, Label::GRAMMAR | Label::TITLE | Label::HONORIFIC | Label::RANK);
        if !is_capital(self.source, last) {
            return;
        }
        // "on the Harbor Question Ana Torre": a word that is of no name, within a phrase.
        let thing = |at: usize| {
            let label = self.labels.at(at);
            at < limit
                && is_capital(self.source, at)
                && label.is(Label::NOT_NAME)
                && !label.is(Label::SURNAME | Label::TITLE)
        };
        let linked = self.is_linked(head..last);
        let things =
            (progress.end..limit.min(progress.end + MOST)).take_while(|&at| linked && thing(at)).count();
        let open = self.labels.at(last).is(Label::ADJECTIVE) && self.labels.party_at(last).is_none();
        let run = (progress.end..limit.min(progress.end + MOST)).take_while(|&at| noun(at)).count();
        // Of three capitals the last two are the holder's name.
        let nouns = if run > 2 { run - 2 } else { run };
        let taken = if open { nouns.max(things) } else { things };
        if taken > 0 {
            progress.end += taken;
            progress.tail = None;
        }
    }

    /// The end of "of Her Majesty The Queen": whom the office is of, by courtesy and office.
    pub(super) fn majesty_after(&self, at: usize, limit: usize, progress: &Progress) -> Option<usize> {
        const LONGEST: usize = 6;
        progress.head.filter(|_| progress.end == at && self.source.is_any(at, &["of", "to", "for"]))?;
        let courtesy = |at: usize| self.labels.at(at).is(Label::HONORIFIC) && is_capital(self.source, at);
        let titled = (at + 1..limit.min(at + LONGEST)).take_while(|&at| courtesy(at)).last()? + 1;
        let head = titled + usize::from(self.source.is(titled, "the"));
        let royal = self.labels.at(head).is(Label::HEAD) && is_capital(self.source, head);
        royal.then_some(head + 1)
    }

    /// The end of the name of an organization that stands right after the office and before the holder's
    /// name: "President Harbor Relief Foundation Dr. Ana Torre".
    pub(super) fn organization(&self, at: usize, limit: usize, progress: &Progress) -> Option<usize> {
        const LONGEST: usize = 6;
        progress.head.filter(|head| head + 1 == at)?;
        let unknown = |at: usize| {
            is_capital(self.source, at)
                && !self.labels.at(at).is(Label::HEAD | Label::GRAMMAR | Label::HONORIFIC | Label::RANK)
        };
        let run = (at..limit.min(at + LONGEST)).take_while(|&at| unknown(at));
        let body = run.skip(1).filter(|&at| self.labels.at(at).is(Label::BODY)).last()?;
        let held = is_capital(self.source, body + 1) && !self.labels.at(body + 1).is(Label::TITLE);
        held.then_some(body + 1)
    }

    /// The end of a place after "of", "in" or "to": "Mayor of Clarkston".
    pub(super) fn place_after(&self, at: usize, limit: usize) -> Option<usize> {
        if !self.source.is_any(at, &["of", "in", "to"]) || self.labels.party_at(at + 1).is_some() {
            return None;
        }
        // "Ambassador to Hanoi", but not "of the United Kingdom to Kyiv".
        let to = self.source.is(at, "to");
        // "Norland's president in Oslo" is there, and no envoy to it.
        let leads = |before: usize| self.leads_state(before) || self.source.is(before, "leader");
        if self.source.is_any(at, &["in", "to"]) && at.checked_sub(1).is_some_and(leads) {
            return None;
        }
        at.checked_sub(1).filter(|&before| !to || self.labels.at(before).is(Label::HEAD))?;
        let (n, _) = self.source.phrase(self.source.lexicon.place_names(), at + 1..limit)?;
        Some(at + 1 + n)
    }

    /// Whether an office leads a state or a part of its government, so that what follows is no place where it sits.
    pub(super) fn leads_state(&self, at: usize) -> bool {
        self.source.is_any(at, &["president", "minister", "premier", "chancellor"])
            || self.labels.at(at).is(Label::ROYAL)
    }

    /// "Ambassador of Norland to the Kingdom": a state named by its form alone, as its own press does.
    pub(super) fn state_after(&self, at: usize, limit: usize) -> Option<usize> {
        let end = at + 3;
        let republic =
            self.source.is(at, "of") && self.source.is_any(at + 2, &["republic", "state", "nation"]);
        let form = (self.source.is_any(at, &["to", "in"]) || republic)
            && self.source.is(at + 1, "the")
            && self.source.is_cue(at + 2, Cue::StateForm);
        (form && end <= limit && is_capital(self.source, at + 2) && !self.source.is(end, "of")).then_some(end)
    }

    /// The end of what an office is of that no table knows, where a comma closes it: "Special Envoy for
    /// the Horn, Ms Torre", "the governor of Nariño, Jon Lind".
    pub(super) fn unknown_after(&self, at: usize, limit: usize, progress: &Progress) -> Option<usize> {
        const LONGEST: usize = 11;
        const ENVOYS: [&str; 9] = [
            "envoy",
            "representative",
            "coordinator",
            "ordinator",
            "adviser",
            "advisor",
            "rapporteur",
            "mediator",
            "commissioner",
        ];
        let head = progress.head?;
        let envoy = self.source.is_any(head, &ENVOYS) && self.source.is_any(at, &["for", "on", "to"]);
        // Of a place that no table knows: what a table knows is where a name may follow.
        let place = self.source.is(at, "of") && !self.labels.at(at + 1).is(Label::TITLE);
        if !envoy && (!place || self.labels.party_at(at + 1).is_some()) {
            return None;
        }
        let end = limit.min(at + LONGEST);
        let comma = (at + 2..end).find(|&at| self.source.is(at, ","));
        let close =
            comma.or(Some(limit).filter(|&limit| limit == end && limit > at + 1 && self.ends_line(limit)))?;
        let linked = |at: usize| self.source.is_any(at, &["the", "of", "and", "in", "for", "on", "-", "&"]);
        let named = |at: usize| {
            let heads = self.labels.at(at).is(Label::HEAD) && !self.labels.at(at).is(Label::PORTFOLIO);
            is_capital(self.source, at) && !heads || envoy && linked(at)
        };
        ((at + 1..close).all(named) && is_capital(self.source, close - 1)).then_some(close)
    }

    /// The end of what an office is of that no table knows, by the name that follows: "Commissioner for
    /// Enlargement Ana Torre", "the leader of the rebel movement Harbor Dawn, Ana Torre,".
    pub(super) fn named_after(&self, at: usize, limit: usize, progress: &Progress) -> Option<usize> {
        const LONGEST: usize = 9;
        const NAME: usize = 3;
        progress.head.filter(|&head| head + 1 == at)?;
        if !self.source.is_any(at, &["of", "for"]) {
            return None;
        }
        let from = at + 1;
        let known = |at: usize| {
            self.labels.at(at).is(Label::TITLE | Label::GRAMMAR | Label::HONORIFIC | Label::RANK)
                || self.labels.party_at(at).is_some()
        };
        let word = |at: usize| at < limit && is_capital(self.source, at) && !known(at);
        let place = |at: usize| self.source.phrase(self.source.lexicon.place_names(), at..limit).is_some();
        // A run of capitals of which the last two are the holder's name.
        let run = (from..limit.min(from + LONGEST)).take_while(|&at| word(at));
        let joined = |&at: &usize| self.source.word(at).is_some_and(|token| token.word.joined);
        let words: Vec<usize> = run.filter(|at| !joined(at)).collect();
        if let [.., name, _] = words.as_slice()
            && (NAME..=NAME + 1).contains(&words.len())
            && !place(from)
        {
            return Some(*name);
        }
        // What a comma closes, where a name between commas follows.
        let comma = (from + 1..limit.min(from + LONGEST)).find(|&at| self.source.is(at, ","))?;
        let plain = |at: usize| {
            let small = self.shape(at) == Some(Shape::Lower)
                && self.source.phrase(self.source.lexicon.verbs(), at..at + 1).is_none()
                && !self.source.is_any(at, &["in", "at", "on", "to", "who", "that", "and", "by", "with"]);
            small || is_capital(self.source, at) && !self.labels.at(at).is(Label::GRAMMAR)
        };
        let name = (comma + 1..limit.min(comma + 6)).take_while(|&at| word(at)).count();
        let closed = self.source.is_any(comma + 1 + name, &[",", "."]);
        let fits = (from..comma).all(|at| plain(at) && self.labels.party_at(at).is_none())
            && is_capital(self.source, comma - 1);
        (fits && name > 1 && closed && !place(comma + 1)).then_some(comma)
    }

    /// Whether a line of a list of people ends here.
    fn ends_line(&self, end: usize) -> bool {
        let last = end.checked_sub(1).and_then(|last| self.source.sentence_at(last));
        last.is_some_and(|line| line.part == Part::Roster && line.words.end == end)
    }

    /// Words of a portfolio that no table knows, followed by one that a table does: "Boundary and
    /// Ocean Affairs".
    pub(super) fn unknown_portfolio(&self, at: usize, start: usize, limit: usize) -> Option<usize> {
        const MOST: usize = 4;
        let after_link = at.checked_sub(1).is_some_and(|before| {
            let owner = self.shape(before) == Some(Shape::Possessive) && before > start;
            // "Chairman of the Transitional Harbor Council"
            let told_more = before > start
                && self.labels.at(before).is(Label::MODIFIER)
                && is_capital(self.source, before)
                && self.source.is_any(before - 1, &["of", "the"]);
            let link = self.source.is_any(before, &["of", "for", "and", "the", "on", "&"]);
            before >= start && (owner || told_more || link)
        });
        if !after_link || !is_capital(self.source, at) {
            return None;
        }
        for next in at + 1..limit.min(at + 1 + MOST) {
            let label = self.labels.at(next);
            let capital = is_capital(self.source, next);
            // What a form of address ends is all portfolio: "Minister for Pacific Peoples Hon Ana Torre".
            let addressed = label.is(Label::HONORIFIC) && !label.is(Label::HEAD);
            if capital && (label.is(Label::PORTFOLIO) || label.is(Label::BODY) || addressed) {
                return Some(next);
            }
            // "on the Lake Question Ana Torre"
            let thing = label.is(Label::NOT_NAME) && !label.is(Label::SURNAME | Label::TITLE);
            if capital && thing && is_capital(self.source, next + 1) {
                return Some(next + 1);
            }
            if !capital && !self.source.is_any(next, &["and", "&", "-"]) || label.is(Label::HEAD) {
                return None;
            }
        }
        None
    }

    /// An acronym or a portfolio in parentheses: "(ROK)", "(Economic Affairs)".
    pub(super) fn parenthesis(&self, at: usize, start: usize) -> Option<usize> {
        if at <= start || !self.source.is(at, "(") {
            return None;
        }
        let acronym = self.shape(at + 1) == Some(Shape::Upper);
        if acronym && self.source.is(at + 2, ")") {
            return Some(at + 3);
        }
        // "Secretary (Economic Affairs) Ana Torre"
        const LONGEST: usize = 7;
        let close = (at + 1..at + LONGEST).find(|&at| self.source.is(at, ")"))?;
        let within = |at: usize| {
            let label = self.labels.at(at);
            label.is(Label::TITLE)
                || self.labels.party_at(at).is_some()
                || self
                    .source
                    .is_any(at, &["and", "&", "of", ",", "asia", "africa", "europe", "west", "east"])
        };
        let followed = is_capital(self.source, close + 1) || self.source.is(close + 1, ",");
        ((at + 1..close).all(within) && followed).then_some(close + 1)
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::mention::people::tests::check;

    #[test]
    fn an_adjective_wants_its_noun() {
        check(
            "Ms. Ana Torre, Secretary of the Inland Waters of Malta, spoke.",
            &["Ana Torre / Secretary of the Inland Waters / MLT"],
        );
        check(
            "Special Envoy on the Lake Question Ana Torre spoke.",
            &["Ana Torre / Special Envoy on the Lake Question / -"],
        );
    }

    #[test]
    fn an_office_is_of_an_organization_or_a_majesty() {
        check(
            "President Harbor Relief Foundation Dr. Ana Torre spoke.",
            &["Ana Torre / President Harbor Relief Foundation / -"],
        );
        check(
            "Ana Torre, Representative of His Majesty The King of Bhutan, spoke.",
            &["Ana Torre / Representative of His Majesty The King / BTN"],
        );
    }
}
