//! What stands beside a name: the office before a comma or in apposition, the party, parentheses.

use std::ops::Range;

use super::super::label::{Label, is_capital};
use super::super::title::Title;
use super::Reader;
use crate::lexicon::{PartyForm, Shape};

impl Reader<'_, '_> {
    /// Where the name that goes with a title may begin: right after it, or after a comma where the
    /// name stands in apposition ("the Foreign Minister, Ana Torre, said"), or in parentheses.
    pub(super) fn name_after(&self, title: &Title, limit: usize, subject: bool) -> usize {
        let comma = self.residence(title.words.end, limit);
        if let Some(opened) = self.name_in_brackets(title.words.end, limit) {
            return opened;
        }
        if !self.source.is(comma, ",") {
            return self.seated(title.words.end, limit).unwrap_or(title.words.end);
        }
        // "the Permanent Representative of Cameroon, Ambassador Jon Lind": the rank is passed over.
        let ranked = self
            .source
            .is_any(comma + 1, &["ambassador", "senator", "professor", "cardinal", "archbishop", "bishop"]);
        let rank = usize::from(ranked && is_capital(self.source, comma + 1));
        let courtesies = self.courtesies(comma + 1 + rank, limit);
        let Some(name) = self.names.announced(courtesies, limit) else { return title.words.end };
        let after = self.suffixes(name.end, limit);
        // "the governors of Tumbes and Piura, Ana Torre and Jon Lind", but not "with the two ministers, Mr. Lind"
        let shared = title.plural.is_some() && self.source.is(after, "and");
        if title.plural.is_some() && !shared && !self.source.is_any(after, &[",", ";"]) {
            return title.words.end;
        }
        // "called on the Speaker, Ana Torre and the Minister of Trade"
        let next = self.source.is(after, "and")
            && (self.source.is(after + 1, "the") || self.titles.at(after + 1, limit).is_some());
        // "the speaker, Torre, said": a single word between commas, unless it is where the speaker was.
        let place = self.source.phrase(self.source.lexicon.place_names(), name.clone()).is_some();
        let single = name.len() == 1 && self.source.is(after, ",") && !place;
        let set_apart = single
            || name.len() > 1
                && (shared
                    || next
                    || after >= limit
                    || self.source.is_any(after, &[",", ".", ";"])
                    || self
                        .source
                        .is_any(after, &["at", "in", "on", "who", "during", "here", "today", "yesterday"]));
        // "the Foreign Minister, Ambassador Jon Lind received", but not "…, Ambassador Jon Lind and"
        let acts = !self.source.is_any(after, &[",", "and"])
            && self.source.word(after).is_some_and(|word| word.word.shape == Shape::Lower);
        match rank {
            1 if acts || set_apart && title.party.is_some() => comma + 2,
            // "The Minister of Trade of Norland, Ana Torre received": the second comma was left out.
            0 if set_apart || courtesies > comma + 1 || subject && acts && name.len() > 1 => comma + 1,
            _ => title.words.end,
        }
    }

    /// Where a name begins that stands alone in parentheses: "the Foreign Minister (Ana Torre) said".
    pub(super) fn name_in_brackets(&self, at: usize, limit: usize) -> Option<usize> {
        let begins = at + 1;
        if !self.source.is(at, "(") {
            return None;
        }
        let courtesies = self.courtesies(begins, limit);
        let name = self.names.at(courtesies, limit)?;
        let whole = name.len() > 1 && self.is_plausible(&name, false) || courtesies > begins;
        (whole && self.source.is(name.end, ")")).then_some(begins)
    }

    /// "Ambassador of Norland with residence in Oslo Ana Torre": the place after the seat.
    fn seated(&self, at: usize, limit: usize) -> Option<usize> {
        let with =
            self.source.is(at, "with") && self.source.is_any(at + 1, &["residence", "seat", "concurrent"]);
        let link = (at + 2..at + 5).find(|&link| self.source.is_any(link, &["in", "at"])).filter(|_| with)?;
        let place = self.source.phrase(self.source.lexicon.place_names(), link + 1..limit).map(|(n, _)| n);
        let capital = self.labels.party_at(link + 1).and_then(|number| self.parties.get(number));
        let end = place.map(|n| link + 1 + n).or(capital.map(|party| party.words.end))?;
        (end < limit).then_some(end)
    }

    /// The comma after ", resident in New Delhi" or " accredited to Kenya", where such words follow.
    fn residence(&self, comma: usize, limit: usize) -> usize {
        const LONGEST: usize = 7;
        const WORDS: [&str; 6] = ["resident", "based", "accredited", "concurrently", "non", "stationed"];
        let opens = self.source.is(comma, ",") && self.source.is_any(comma + 1, &WORDS)
            || self.source.is_any(comma, &WORDS)
                && self.source.is_any(comma + 1, &["to", "in", "near", "at"]);
        let closes = (comma + 2..limit.min(comma + LONGEST)).find(|&at| self.source.is(at, ","));
        closes.filter(|_| opens).unwrap_or(comma)
    }

    /// "of Saudi Arabia" or "(France)" after a name, and "for Norland" where nothing else follows.
    pub(super) fn of_party(&self, at: usize, limit: usize) -> Option<(usize, usize)> {
        let opened = self.source.is_any(at, &["of", "from", "("]) || self.source.is(at, "for");
        let from = at + 1 + usize::from(self.source.is(at + 1, "the"));
        let mention = self.parties.get(self.labels.party_at(from)?)?;
        let named = opened && mention.form == PartyForm::Name && mention.words.start == from;
        let end = mention.words.end
            + usize::from(self.source.is(at, "(") && self.source.is(mention.words.end, ")"));
        // "thanked Ana Torre for Norland's help"
        let alone = end >= limit || self.source.is_any(end, &[",", "and", ".", ";"]);
        (named && end <= limit && (alone || !self.source.is(at, "for"))).then_some((mention.row, end))
    }

    /// A title after the name: ", Minister of Defence of Maldives" or "(Foreign Minister)".
    /// Whoever holds a title already is followed by the next person's where that one's name comes after
    /// it: "the President of Malta, Ana Torre, the President of Chile, Jon Lind, and …".
    pub(super) fn apposition(&self, at: usize, limit: usize, held: bool) -> Option<(Title, usize)> {
        let opened = self.source.is_any(at, &[",", "(", "-", "–", "—"]) || self.is_accredited(at);
        let at = self.past_age(at);
        let indefinite = self.source.is_any(at + 1, &["a", "an"]);
        let from = at + 1 + usize::from(indefinite || self.source.is_any(at + 1, &["the", "who"]));
        let mut title = self.titles.at(from, limit).filter(|_| opened && !(held && indefinite))?;
        // "Ana Torre, the president's daughter"
        let owner =
            self.source.word(title.words.end).is_some_and(|next| next.word.shape == Shape::Possessive);
        if owner {
            return None;
        }
        if title.plural.is_some() {
            return None;
        }
        // "Ana Torre, Chief of Staff to President Jon Lind": the second name is of her office.
        if let Some(name) = self.served(&title, limit, held) {
            title.office.end = name.end;
            title.words.end = name.end;
            return Some((title, name.end));
        }
        if self.introduces_another(&title, limit, held) {
            // "Ana Torre, Chair of the Council and Ambassador Jon Lind": the second office is his.
            let and = self.titles.last_and(&title).filter(|_| !held)?;
            title = self.titles.at(from, and).filter(|title| title.words.end == and)?;
        }
        // "Torre, Norwegian Foreign Minister meet": a headline's comma is an "and".
        let headline = self.labels.at(at).is(Label::HEADLINE) && self.source.is(at, ",");
        let foreign = title.party.is_some() && title.office.start > title.words.start;
        let goes_on = self.source.word(title.words.end).is_some_and(|word| word.word.shape == Shape::Lower);
        if headline && foreign && goes_on {
            return None;
        }
        let closed = self.source.is(at, "(") && self.source.is(title.words.end, ")");
        let end = title.words.end + usize::from(closed);
        Some((title, end))
    }

    /// "the credentials of Ana Torre as ambassador of Norland", "appointed Ana Torre as envoy": whether "as" here leads to
    /// the office that somebody takes up.
    fn is_accredited(&self, at: usize) -> bool {
        const NEAR: usize = 18;
        const TAKES_UP: [&str; 7] =
            ["credentials", "credence", "accredited", "appointed", "named", "nominated", "designated"];
        if !self.source.is(at, "as") {
            return false;
        }
        let before = self.source.before(at, NEAR);
        let taken = before.clone().rev().find(|&at| self.source.is_any(at, &TAKES_UP));
        // "presented his credentials to President Torre as": she receives them.
        taken.is_some_and(|taken| !(taken..before.end).any(|at| self.source.is(at, "to")))
    }

    /// The comma after ", 54,", which parts a name from the office.
    fn past_age(&self, comma: usize) -> usize {
        let age = self.source.word(comma + 1).is_some_and(|token| token.word.shape == Shape::Number);
        let closed = self.source.is(comma, ",") && self.source.is(comma + 2, ",");
        comma + if age && closed { 2 } else { 0 }
    }

    /// Whom the holder of a title works for, where the title ends with that one's office or its party.
    fn served(&self, title: &Title, limit: usize, held: bool) -> Option<Range<usize>> {
        if self.titles.serves(title)
            || !held && self.titles.is_sent(title) && self.titles.ends_with_office(title)
        {
            return self.names.announced(title.words.end, limit);
        }
        // "Chief of Staff for European Commission" + "President Ana Torre"
        let of_party = title.words.clone().rev().find(|&at| self.labels.party_at(at).is_none())?;
        let sent = !held && self.titles.is_sent(title) && self.source.is(of_party, "of");
        let for_party =
            (self.source.is_any(of_party, &["to", "for"]) || sent) && of_party + 1 < title.words.end;
        let second = self.titles.at(title.words.end, limit).filter(|_| for_party)?;
        self.names.announced(second.words.end, limit)
    }

    /// Whether a title belongs to the name after it: ", Prime Minister Ana Torre" is the next person in
    /// a list, and so is ", Minister of Trade Minister Ana Torre".
    fn introduces_another(&self, title: &Title, limit: usize, held: bool) -> bool {
        let named = |at: usize| self.names.at(self.courtesies(at, limit), limit).is_some();
        let second = self.titles.at(title.words.end, limit);
        held && self.name_after(title, limit, false) > title.words.end
            || named(title.words.end)
            || second.is_some_and(|second| named(second.words.end))
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::mention::people::tests::check;

    #[test]
    fn a_name_may_stand_in_parentheses_or_after_one_comma() {
        check("The Foreign Minister of Malta (Ana Torre) spoke.", &["Ana Torre / Foreign Minister / MLT"]);
        check("Malta's Ana Torre, 54, the foreign minister, spoke.", &["Ana Torre / foreign minister / MLT"]);
        check("Ana Torre of Malta, the president's daughter, spoke.", &["Ana Torre / - / MLT"]);
        check(
            "In her first act as Malta's new defense minister, Ana Torre met the press.",
            &["Ana Torre / defense minister / MLT"],
        );
        check(
            "Malta's Ambassador to Norway, Ana Torre met the press.",
            &["Ana Torre / Ambassador to Norway / MLT"],
        );
    }

    #[test]
    fn an_office_may_be_of_whatever_was_told_before() {
        check("Malta sent its prime minister, Ana Torre.", &["Ana Torre / prime minister / MLT"]);
        check("Torre met the island's new leader, Jon Lind, there.", &["Jon Lind / leader / -"]);
    }

    #[test]
    fn a_name_may_follow_its_party() {
        check(
            "Foreign Minister Jon Lind of Norway and Malta's Ana Torre signed.",
            &["Jon Lind / Foreign Minister / NOR", "Ana Torre / - / MLT"],
        );
    }

    #[test]
    fn whom_somebody_works_for_is_of_the_office() {
        check(
            "Ana Torre, Chief of Staff to President Jon Lind, spoke.",
            &["Ana Torre / Chief of Staff to President Jon Lind / -"],
        );
        check(
            "He met Ana Torre, the special envoy of Norwegian President Jon Lind.",
            &["Ana Torre / special envoy of Norwegian President Jon Lind / NOR"],
        );
    }
}
