//! Offices in the plural whose holders are told apart from them: "Other presidents present were Norland's Ana
//! Torre and Jon Lind of Sudland", "her counterparts from Norland and Sudland - Ana Torre and Jon Lind".

use std::ops::Range;

use super::super::counterpart::name_counterpart;
use super::super::label::Label;
use super::super::title::Title;
use super::{Mention, Reader};
use crate::lexicon::{PartyForm, Shape};

/// A name and the party that stands with it.
type Holder = (Range<usize>, usize);

impl Reader<'_, '_> {
    /// The holders of an office in the plural, or the counterparts of the holder of the last one, that are
    /// listed after it.
    pub(super) fn holders(&self, at: usize, limit: usize, before: Option<&Mention>) -> Vec<Mention> {
        let counterpart =
            self.labels.at(at).is(Label::COUNTERPART) && name_counterpart(self.source, at..at + 1);
        let (mut title, head) = match counterpart {
            true => (before.and_then(|mention| mention.title.clone()), at),
            false => {
                let title = self.titles.at(at, limit).filter(|title| title.plural.is_some());
                let Some(head) = title.as_ref().map(|title| title.main) else { return Vec::new() };
                (title, head)
            }
        };
        let mut found = self.in_turn(head + 1, limit);
        if found.is_empty() {
            let from = title.as_ref().filter(|_| !counterpart).map_or(at + 1, |title| title.words.end);
            found = self.announced_list(from, limit, title.as_ref().filter(|_| !counterpart));
        }
        if let Some(title) = title.as_mut().filter(|_| !counterpart) {
            title.office = title.office.start.min(head)..head + 1;
        }
        let mention = |(name, party): Holder| Mention {
            words: name.clone(),
            name: Some(name),
            title: title.clone(),
            party: Some(party),
            honorific: true,
        };
        found.into_iter().map(mention).collect()
    }

    /// "of Norland, Sudland and Eastland - Ana Torre, Jon Lind and Omar Haddad": as many names as parties.
    fn in_turn(&self, at: usize, limit: usize) -> Vec<Holder> {
        const MOST: usize = 12;
        let mut parties = Vec::new();
        let mut next = at + 1;
        while self.source.is_any(at, &["of", "from"]) && parties.len() < MOST {
            let from = next + usize::from(self.source.is(next, "the"));
            let party = self.labels.party_at(from).and_then(|number| self.parties.get(number));
            let Some(party) = party.filter(|party| party.words.start == from) else { break };
            parties.push(party.row);
            next = self.past_comma_and(party.words.end);
        }
        let mut opened = next;
        while opened < next + 2 && self.source.is_any(opened, &[",", ":", "(", "-", "–", "—"]) {
            opened += 1;
        }
        let mut found = Vec::new();
        for party in &parties {
            let name = self.names.announced(self.courtesies(opened, limit), limit);
            let Some(name) = name.filter(|name| name.len() > 1) else { return Vec::new() };
            opened = self.past_comma_and(name.end);
            found.push((name, *party));
        }
        if found.len() > 1 { found } else { Vec::new() }
    }

    /// The place after a comma, "and" or both.
    fn past_comma_and(&self, at: usize) -> usize {
        let comma = at + usize::from(self.source.is_any(at, &[",", ";"]));
        comma + usize::from(self.source.is_any(comma, &["and", "&"]))
    }

    /// "present were Norland's Ana Torre, Sudlandic Jon Lind and Omar Haddad of Eastland", "of Norland - Ana
    /// Torre, Sudland - Jon Lind": two or more who each have their party.
    fn announced_list(&self, at: usize, limit: usize, title: Option<&Title>) -> Vec<Holder> {
        const LINKS: &[&str] =
            &["were", "are", "included", "include", "including", "namely", "comprised", ":", "-", "–", "—"];
        const PASSED: &[&str] =
            &["present", "attending", "there", "also", "in", "attendance", "who", "attended"];
        const NEAR: usize = 4;
        let link = (at..limit.min(at + NEAR))
            .take_while(|&at| self.source.is_any(at, LINKS) || self.source.is_any(at, PASSED));
        // "her counterparts Ana Torre (Norland) and Jon Lind (Sudland)" need no verb.
        let link = link.filter(|&at| self.source.is_any(at, LINKS)).last();
        let Some(last) = link.or(at.checked_sub(1).filter(|_| title.is_none())) else { return Vec::new() };
        let mut found: Vec<Holder> = Vec::new();
        let mut next = last + 1;
        // "the ministers of Norland - Ana Torre, Sudland - Jon Lind"
        let own = title.and_then(|title| title.party).filter(|_| self.source.is_any(last, &["-", "–", "—"]));
        if let Some((name, party)) = self.names.announced(self.courtesies(next, limit), limit).zip(own) {
            next = name.end;
            found.push((name, party));
        }
        loop {
            let from = if found.is_empty() { next } else { self.past_comma_and(next) };
            if from == next && !found.is_empty() {
                break;
            }
            let Some((name, party, end)) = self.holder(from, limit) else { break };
            found.push((name, party));
            next = end;
        }
        if found.len() > 1 { found } else { Vec::new() }
    }

    /// "Norland's Ana Torre", "Norlandic Ana Torre", "Norland - Ana Torre", "Ana Torre of Norland", and the place
    /// after it.
    fn holder(&self, at: usize, limit: usize) -> Option<(Range<usize>, usize, usize)> {
        let at = at + usize::from(self.source.is(at, "the"));
        if let Some(party) = self.labels.party_at(at).and_then(|number| self.parties.get(number)) {
            let end = party.words.end;
            let owns = self.source.word(end).is_some_and(|token| token.word.shape == Shape::Possessive);
            let dash = party.form == PartyForm::Name && self.source.is_any(end, &["-", "–", "—", ":"]);
            let name =
                self.names.announced(self.courtesies(end + usize::from(owns || dash), limit), limit)?;
            let end = name.end;
            return (name.len() > 1).then_some((name, party.row, end));
        }
        let name = self.names.announced(self.courtesies(at, limit), limit).filter(|name| name.len() > 1)?;
        let (party, end) = self.of_party(name.end, limit)?;
        Some((name, party, end))
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::mention::people::tests::check;

    #[test]
    fn holders_of_an_office_are_listed_after_it_with_their_parties() {
        check(
            "Other presidents present were Malta's Ana Torre, Norwegian Jon Lind and Omar Haddad of Kenya.",
            &["Ana Torre / president / MLT", "Jon Lind / president / NOR", "Omar Haddad / president / KEN"],
        );
        check(
            "Foreign Minister Eva Kern met her counterparts from Malta, Norway and Kenya - Ana Torre, Jon Lind and Omar Haddad.",
            &[
                "Eva Kern / Foreign Minister / -",
                "Ana Torre / Foreign Minister / MLT",
                "Jon Lind / Foreign Minister / NOR",
                "Omar Haddad / Foreign Minister / KEN",
            ],
        );
        check(
            "She met the Foreign Ministers of Malta - Ana Torre, the Kingdom of Norway Jon Lind, and the President of Kenya Omar Haddad.",
            &[
                "Ana Torre / Foreign Minister / MLT",
                "Jon Lind / Foreign Minister / NOR",
                "Omar Haddad / President / KEN",
            ],
        );
        check(
            "It was attended by her counterparts Ana Torre (Malta), Jon Lind (Norway) and Omar Haddad (Kenya).",
            &["Ana Torre / - / MLT", "Jon Lind / - / NOR", "Omar Haddad / - / KEN"],
        );
        check("The ministers were tired, Ana Torre said.", &["Ana Torre / - / -"]);
    }
}
