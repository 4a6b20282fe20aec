//! Lists under one office: "Foreign Secretaries A and B", "Ambassadors of X A, of Y B".

use std::ops::Range;

use super::super::counterpart::name_counterpart;
use super::super::label::Label;
use super::{Mention, Reader};
use crate::extract::segment::Sentence;

impl Reader<'_, '_> {
    /// "Foreign Secretaries A and B of X and Y", "Ministers A (Trade), B (Health) and C", "Ambassadors of
    /// X A, of Y B and of Z C": those named after the first share the title of the first.
    pub(super) fn plural_title(&self, first: &mut Mention, sentence: &Sentence) -> Vec<Mention> {
        let mut sharers = Vec::new();
        let Some(title) = first.title.clone() else { return sharers };
        if first.name.as_ref().is_none_or(|name| title.words.end > name.start) {
            return sharers;
        }
        let limit = sentence.words.end;
        let mut end = self.portfolio_beside(first.words.end, limit);
        let own = |end: usize| self.next_of_list(end, limit).is_some_and(|(_, party)| party.is_some());
        if title.plural.is_none() && !own(end) {
            return sharers;
        }
        let mut joined = false;
        // "Presidents A of X, B of Y and C of Z"
        let each = first.party.is_some() && title.party.is_none();
        while let Some((name, party)) = self.next_of_list(end, limit) {
            joined = (end..name.start).any(|at| self.source.is(at, "and"));
            let bracket = self.source.is(name.end, ")") && party.is_some();
            end = self.portfolio_beside(name.end + usize::from(bracket), limit);
            let behind = self.of_party(end, limit).filter(|_| each && party.is_none());
            end = behind.map_or(end, |(_, after)| after);
            let party = party.or(behind.map(|(party, _)| party));
            // Each office is of the party that stands with its holder.
            let of_own = party.and(title.plural).map(|head| title.office.start..head + 1);
            let mut title = title.clone();
            title.office = of_own.unwrap_or(title.office);
            let party = party.or(title.party);
            let words = name.start..behind.map_or(name.end, |(_, after)| after);
            sharers.push(Mention { words, name: Some(name), party, title: Some(title), honorific: false });
        }
        if let [second] = sharers.as_mut_slice() {
            // "… of Norland and Sudland respectively"
            let parties = self.of_party(end, limit).and_then(|(first, after)| {
                let second = self.parties.get(self.labels.party_at(after + 1)?)?;
                self.source.is(after, "and").then_some((first, second.row))
            });
            // "… A of Norland and B of Sudland"
            let own = self.of_party(end, limit).map(|(row, _)| row).filter(|_| first.party.is_some());
            first.party = parties.map(|(party, _)| party).or(first.party);
            second.party = parties.map(|(_, second)| second).or(own).or(title.second_party).or(second.party);
        }
        // The last of a list stands after "and", or others do; without one it was no list.
        let and = end + usize::from(self.source.is(end, ","));
        let others = self.source.is(and, "and") && self.source.is_any(and + 1, &["other", "others"]);
        if joined || others { sharers } else { Vec::new() }
    }

    /// The next name of a list, after "and" or a comma, and the party that stands before it: ", of Norland
    /// Ana Torre", "and that of Norland, Ana Torre".
    pub(super) fn next_of_list(&self, end: usize, limit: usize) -> Option<(Range<usize>, Option<usize>)> {
        let comma = usize::from(self.source.is_any(end, &[",", ";"]));
        let and = usize::from(self.source.is(end + comma, "and"));
        let that = usize::from(self.source.is_any(end + comma + and, &["that", "those"]));
        let from = end + comma + and + that;
        if let Some(bracketed) = self.party_and_name(from, limit).filter(|_| comma + and > 0) {
            return Some(bracketed);
        }
        let party = self.of_party(from, limit).filter(|_| self.source.is(from, "of"));
        let from = party.map_or(from, |(_, after)| after + usize::from(self.source.is(after, ",")));
        let from = self.courtesies(from, limit);
        let listed = comma + and > 0 && (that == 0 || party.is_some());
        let name = listed.then(|| self.names.at(from, limit)).flatten()?;
        // "Senators A and B, and Bergen deputy mayor C": a town before the next office.
        if name.len() == 1 && self.labels.at(name.end).is(Label::TITLE) {
            return None;
        }
        Some((name, party.map(|(row, _)| row)))
    }

    /// "her colleagues from Norland (Ana Torre) and Sudland (Jon Lind)": each holds the office that was told
    /// before.
    pub(super) fn colleagues(&self, at: usize, limit: usize, before: Option<&Mention>) -> Vec<Mention> {
        let named = self.labels.at(at).is(Label::COUNTERPART) && name_counterpart(self.source, at..at + 1);
        let opens = named && self.source.is_any(at + 1, &["from", "of"]);
        let title = before.and_then(|mention| mention.title.clone());
        let mut found = Vec::new();
        let mut next = Some(at + 2).filter(|_| opens).and_then(|from| self.party_and_name(from, limit));
        while let Some((name, party)) = next {
            let end = name.end + usize::from(self.source.is(name.end, ")"));
            let words = name.clone();
            found.push(Mention { words, name: Some(name), party, title: title.clone(), honorific: true });
            next = self.next_of_list(end, limit).filter(|(_, party)| party.is_some());
        }
        found
    }

    /// "Norland (Ana Torre)" in "the ambassadors of Sudland (Jon Lind), Norland (Ana Torre)".
    fn party_and_name(&self, at: usize, limit: usize) -> Option<(Range<usize>, Option<usize>)> {
        let from = at + usize::from(self.source.is(at, "of"));
        let from = from + usize::from(self.source.is(from, "the"));
        let party =
            self.parties.get(self.labels.party_at(from)?).filter(|party| party.words.start == from)?;
        let bracketed = self.name_in_brackets(party.words.end, limit);
        let comma = Some(party.words.end).filter(|&at| self.source.is(at, ","));
        let opened = bracketed.or(comma.map(|comma| comma + 1))?;
        let name = self.names.announced(self.courtesies(opened, limit), limit)?;
        // "…, and Norland, Ana Torre,"
        let closed = name.end >= limit || self.source.is_any(name.end, &[",", ".", ";", "and"]);
        (bracketed.is_some() || closed && name.len() > 1).then_some((name, Some(party.row)))
    }

    /// The place after the portfolio that stands with a name in parentheses: "Ana Torre (Trade)".
    fn portfolio_beside(&self, at: usize, limit: usize) -> usize {
        const LONGEST: usize = 8;
        let opens = self.source.is(at, "(") && self.labels.at(at + 1).is(Label::PORTFOLIO);
        let close = (at + 2..limit.min(at + LONGEST)).find(|&at| self.source.is(at, ")"));
        close.filter(|_| opens).map_or(at, |close| close + 1)
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::mention::people::tests::check;

    #[test]
    fn each_of_a_list_holds_the_office_of_the_first() {
        check(
            "Ambassadors of Malta Ana Torre, of Norway Jon Lind and of Kenya Omar Haddad spoke.",
            &[
                "Ana Torre / Ambassador / MLT",
                "Jon Lind / Ambassador / NOR",
                "Omar Haddad / Ambassador / KEN",
            ],
        );
        check(
            "The ambassadors of Malta (Ana Torre), Norway (Jon Lind) and Kenya (Omar Haddad) spoke.",
            &[
                "Ana Torre / ambassador / MLT",
                "Jon Lind / ambassador / NOR",
                "Omar Haddad / ambassador / KEN",
            ],
        );
        check(
            "The presidents of Malta, Ana Torre, and Norway, Jon Lind, spoke.",
            &["Ana Torre / president / MLT", "Jon Lind / president / NOR"],
        );
        check(
            "Maltese Minister Ana Torre hosted her colleagues from Norway (Jon Lind) and Kenya (Omar Haddad).",
            &["Ana Torre / Minister / MLT", "Jon Lind / Minister / NOR", "Omar Haddad / Minister / KEN"],
        );
        check(
            "Presidents Ana Torre of Malta, Jon Lind of Norway, and Omar Haddad of Kenya spoke.",
            &["Ana Torre / President / MLT", "Jon Lind / President / NOR", "Omar Haddad / President / KEN"],
        );
        check(
            "Vice Presidents Ana Torre, Jon Lind, and other officials spoke.",
            &["Ana Torre / Vice President / -", "Jon Lind / Vice President / -"],
        );
    }
}
