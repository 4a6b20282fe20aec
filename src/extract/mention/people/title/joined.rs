//! What "and", "'s", commas and small words join to a title, and what begins another one: "the President of
//! Norland and the Danish delegation", "the President's Office".

use super::super::label::{Label, is_capital};
use super::{Progress, Titles};
use crate::lexicon::Shape;

impl Titles<'_, '_> {
    /// Whether a linking word leads on to more of the title.
    pub(super) fn links(&self, at: usize, limit: usize, progress: &Progress) -> bool {
        const LINKS: [&str; 9] = ["of", "for", "to", "in", "on", "at", "and", "&", "the"];
        let start = progress.start;
        let list_comma =
            self.source.is(at, ",") && progress.head.is_some() && self.goes_on_listing(at, limit);
        let link = list_comma || self.source.is_any(at, &LINKS) || self.owns(at, progress);
        if !link || progress.end <= start || at >= progress.end + 3 {
            return false;
        }
        // "received at his office the Ambassador": what no preposition leads to is another phrase.
        let led =
            || at.checked_sub(1).is_some_and(|at| self.source.is_any(at, &LINKS) || self.source.is(at, ","));
        if self.source.is(at, "the") && !led() {
            return false;
        }
        // "the president in New York": a place, though a table of titles has its first word.
        let place = self.source.is_any(at, &["in", "at"]) && self.place_after(at, limit).is_none();
        if place
            && self
                .source
                .phrase(self.source.lexicon.place_names(), at + 1..limit)
                .is_some_and(|(n, _)| n > 1)
        {
            return false;
        }
        // "Minister of Norland, and Minister Lind": the second office has a holder of its own.
        let comma = usize::from(self.source.is(at, ","));
        let holder = progress.tail.is_some()
            && self.source.is_any(at + comma, &["and", "&"])
            && self.begins_holder(at + comma + 1);
        if holder {
            return false;
        }
        // "the visit of the Foreign Minister to Oslo": where he went, for no envoy sits there.
        let leads = progress.main.filter(|&main| Some(main) == progress.head);
        let leads = leads.is_some_and(|main| self.leads_state(main) || self.source.is(main, "chief"));
        let goes = self.source.is(at, "to")
            && (self.labels.party_at(at + 1).is_some()
                || self.source.phrase(self.source.lexicon.place_names(), at + 1..limit).is_some());
        let stands =
            self.source.is(at, "at") && !progress.main.is_some_and(|main| self.source.is(main, "minister"));
        if leads && (goes || stands) {
            return false;
        }
        // "the President of Norland at the Palace": where it was, once the party is told.
        let where_it_was = progress.tail.is_some() && self.source.is_any(at, &["at", "in", "on"]);
        let and = self.source.is_any(at, &["and", "&"]) && progress.head.is_some();
        let another = and && self.is_another_phrase(at + 1, progress);
        let next = at + 1;
        let leads_on = next < limit
            && (self.labels.at(next).is(Label::TITLE)
                && (self.may_follow(next, progress) || self.owns(at, progress))
                || self.labels.party_at(next).is_some()
                || self.source.is(next, "the")
                || list_comma && self.source.is_any(next, &["and", "&"])
                || self.place_after(next, limit).is_some()
                || self.unknown_portfolio(next, start, limit).is_some());
        !another && leads_on && !where_it_was
    }

    /// Whether what follows "and" is no more of this title: "the President of Norland and the Prime
    /// Minister of Sudland", "and the Danish delegation", "and UN Secretary-General" are others.
    pub(super) fn is_another_phrase(&self, from: usize, progress: &Progress) -> bool {
        let the = usize::from(self.source.is(from, "the"));
        let party = self.labels.party_at(from + the).is_some();
        let plural = progress.head.is_some_and(|head| self.is_plural(head));
        let bare = party && self.is_bare_party(from + the);
        let after = self.labels.party_at(from + the).and_then(|number| self.parties.get(number));
        let small = after.is_some_and(|party| !is_capital(self.source, party.words.end));
        bare && (the == 1 || !plural) || (the == 1 || party) && self.begins_office(from) || the == 1 && small
    }

    /// Whether an office begins here whose holder's name follows at once: "and Minister Lind".
    fn begins_holder(&self, from: usize) -> bool {
        self.end_of_office(from).is_some_and(|end| {
            let label = self.labels.at(end);
            let name = !label.is(Label::TITLE | Label::GRAMMAR | Label::NOT_NAME);
            name && is_capital(self.source, end) && self.labels.party_at(end).is_none()
        })
    }

    /// Whether words up to a head begin an office here: "acting Minister", "the Norwegian Foreign Minister".
    pub(super) fn begins_office(&self, from: usize) -> bool {
        self.end_of_office(from).is_some()
    }

    /// The end of an office that begins here.
    fn end_of_office(&self, from: usize) -> Option<usize> {
        const LONGEST: usize = 7;
        let mut at = from + usize::from(self.source.is(from, "the"));
        while at < from + LONGEST && !self.labels.at(at).is(Label::HEAD) {
            if !(self.labels.at(at).is(Label::TITLE) || self.labels.party_at(at).is_some()) {
                return None;
            }
            at += 1;
        }
        // "and the Prime Minister's Office" is a place.
        let end = (at..at + LONGEST).find(|&at| !self.labels.at(at).is(Label::HEAD)).unwrap_or(at);
        (end > at && self.shape(end) != Some(Shape::Possessive)).then_some(end)
    }

    /// Whether what follows belongs to the holder of the office so far: "the president's adviser". What
    /// is no office is a thing of his: "the President's Office"; unless the office is in it.
    pub(super) fn owns(&self, at: usize, progress: &Progress) -> bool {
        let Some(head) = progress.head.filter(|_| self.shape(at) == Some(Shape::Possessive)) else {
            return false;
        };
        let within = progress.main.is_some_and(|main| main < head);
        progress.end == at && (within || self.begins_office(at + 1))
    }

    /// One word in small letters between the party and the office: "Norland's nominal head of state".
    pub(super) fn is_epithet(&self, at: usize, limit: usize, progress: &Progress) -> bool {
        progress.head.is_none()
            && progress.lead == Some(at)
            && at + 1 < limit
            && self.shape(at) == Some(Shape::Lower)
            && self.labels.at(at + 1).is(Label::HEAD)
            && !is_capital(self.source, at + 1)
            && !self
                .source
                .is_any(at, &["and", "or", "of", "to", "in", "the", "its", "his", "her", "with", "by"])
    }

    /// "First Secretary of the embassy"
    pub(super) fn is_of_body(&self, at: usize) -> bool {
        let before = |n: usize, word: &str| at.checked_sub(n).is_some_and(|at| self.source.is(at, word));
        self.labels.at(at).is(Label::BODY) && before(1, "the") && before(2, "of")
    }

    /// Whether a title word is written as those before it: "Minister for Defense", "minister for defense".
    fn may_follow(&self, at: usize, progress: &Progress) -> bool {
        let lower = progress.head.is_some_and(|head| !is_capital(self.source, head));
        is_capital(self.source, at)
            || lower && (self.labels.at(at).is(Label::PORTFOLIO) || self.is_second_office(at, progress))
            || self.is_of_body(at)
    }

    /// Whether one holder's other office begins here: "the army chief and head of state". Of several holders each has
    /// an office: "the presidents and prime ministers".
    fn is_second_office(&self, at: usize, progress: &Progress) -> bool {
        let joined = at.checked_sub(1).is_some_and(|and| self.source.is_any(and, &["and", "&"]));
        let one =
            |end: usize| !self.is_plural(end - 1) && !progress.head.is_some_and(|head| self.is_plural(head));
        // "party official and former spy chief": what was held before is no part of the office.
        joined && !self.labels.at(at).is(Label::FORMER) && self.end_of_office(at).is_some_and(one)
    }

    /// Whether a comma stands within a list of portfolios: "Women, Children and Poverty Alleviation".
    pub(super) fn goes_on_listing(&self, at: usize, limit: usize) -> bool {
        let before = at
            .checked_sub(1)
            .is_some_and(|b| is_capital(self.source, b) && !self.labels.at(b).is(Label::HEAD));
        let after = self.labels.at(at + 1).is(Label::PORTFOLIO) && is_capital(self.source, at + 1)
            || self.source.is(at + 1, "and");
        // "Reconciliation and Religious Affairs", where the table may not have the word between.
        let portfolio = |at: usize| {
            self.labels.at(at).is(Label::PORTFOLIO)
                || is_capital(self.source, at) && self.labels.at(at + 1).is(Label::PORTFOLIO)
        };
        let closes =
            (at + 1..limit.min(at + 9)).any(|at| self.source.is_any(at, &["and", "&"]) && portfolio(at + 1));
        before && after && closes
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::mention::people::tests::check;

    #[test]
    fn a_title_begins_anew_where_no_preposition_leads_on() {
        check(
            "Minister Ana Torre received at her Mill Palace office the Ambassador of Sweden to Malta, Jon Lind.",
            &["Ana Torre / Minister / MLT", "Jon Lind / Ambassador of Sweden to Malta / SWE"],
        );
    }

    #[test]
    fn and_begins_another_phrase_with_an_article_a_party_or_a_head() {
        check(
            "Ana Torre, President of Malta, and the UN Secretary-General, Jon Lind, spoke.",
            &["Ana Torre / President / MLT", "Jon Lind / Secretary-General / UN"],
        );
        check(
            "Foreign Secretary of Malta and the Danish delegation spoke, Ana Torre said.",
            &["Ana Torre / - / MLT"],
        );
        check(
            "Ana Torre, Chair of the Council and Ambassador Jon Lind of Malta spoke.",
            &["Ana Torre / Chair of the Council / MLT", "Jon Lind / Ambassador / MLT"],
        );
        check(
            "Ana Torre, Minister of Malta, and Minister Jon Lind of Kenya spoke.",
            &["Ana Torre / Minister / MLT", "Jon Lind / Minister / KEN"],
        );
    }

    #[test]
    fn one_holder_may_have_two_offices() {
        check(
            "Malta's army chief and head of the Harbour Council, Ana Torre, spoke.",
            &["Ana Torre / army chief and head of the Harbour Council / MLT"],
        );
        check(
            "He met Malta's foreign minister and deputy prime minister, Ana Torre.",
            &["Ana Torre / foreign minister and deputy prime minister / MLT"],
        );
        check(
            "Ana Torre, president of Malta and leader of the Hope Movement, spoke.",
            &["Ana Torre / president of Malta and leader of the Hope Movement / MLT"],
        );
    }

    #[test]
    fn a_thing_of_the_holder_is_not_of_the_office() {
        check("President Ana Torre spoke at the President's Office in Oslo.", &["Ana Torre / President / -"]);
        check(
            "President Ana Torre met him and his team in the President's Office in Oslo.",
            &["Ana Torre / President / -"],
        );
        check(
            "Minister in the Prime Minister's Office Ana Torre spoke.",
            &["Ana Torre / Minister in the Prime Minister's Office / -"],
        );
    }

    #[test]
    fn a_sultan_may_be_called_so() {
        check(
            "Minister Ana Torre met Crown Prince Sultan bin Omar.",
            &["Ana Torre / Minister / -", "Sultan bin Omar / Crown Prince / -"],
        );
    }

    #[test]
    fn portfolios_are_listed_with_commas() {
        check(
            "Minister for Trade, Industry, and Minerals Ana Torre spoke.",
            &["Ana Torre / Minister for Trade, Industry, and Minerals / -"],
        );
    }
}
