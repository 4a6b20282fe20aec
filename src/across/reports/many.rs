//! Many reports, kept small: the codes and names that many of them share are kept once, and known by
//! number.

use indexmap::IndexMap;

use super::facts::{Codes, Facts, People, Stretch, as_number};
use super::name::Name;
use super::outline::Outline;
use super::report::Report;
use crate::model::Day;

/// Many reports, by their ids: those of a whole library fit in memory.
#[derive(Debug)]
pub struct Reports<Id> {
    /// By their ids.
    facts: Vec<(Id, Facts)>,
    /// The parties of all reports, then the people: places in what follows.
    parties: Vec<u32>,
    people: Vec<u32>,
    /// Each code, with how many reports have it as a party.
    codes: Codes,
    /// Each name as printed, and as it is compared.
    names: People,
}

impl<Id> Default for Reports<Id> {
    fn default() -> Self {
        let (facts, parties, people) = (Vec::new(), Vec::new(), Vec::new());
        Self { facts, parties, people, codes: IndexMap::default(), names: IndexMap::default() }
    }
}

impl<Id: Ord + Copy> Reports<Id> {
    /// None yet, with room for so many.
    pub fn with_room_for(count: usize) -> Self {
        Self { facts: Vec::with_capacity(count), ..Self::default() }
    }

    /// Takes up a report, unless there is one of this id.
    pub fn put(&mut self, id: Id, outline: &Outline) {
        // Most come in the order of their ids.
        let at = match self.facts.last() {
            Some((last, _)) if *last >= id => match self.facts.binary_search_by_key(&id, |(id, _)| *id) {
                Ok(_) => return,
                Err(at) => at,
            },
            _ => self.facts.len(),
        };
        let number = |day: Day| Day::new(2000, 1, 1).map_or(0, |zero| day.days_since(zero));
        let (parties, people) = (self.parties.len(), self.people.len());
        for code in outline.codes() {
            let (number, times) = self.code(code);
            *times += 1;
            self.parties.push(number);
        }
        for printed in outline.people() {
            let number = match self.names.get_index_of(printed) {
                Some(number) => number,
                None => self.names.insert_full(printed.into(), Name::of(printed)).0,
            };
            self.people.push(as_number(number));
        }
        let facts = Facts {
            kind: outline.kind,
            days: outline.days.map(|(first, last)| (number(first), number(last))),
            country: outline.country.as_ref().map(|country| self.code(country.as_str()).0),
            parties: Stretch::from(parties, &self.parties),
            people: Stretch::from(people, &self.people),
        };
        self.facts.insert(at, (id, facts));
    }

    /// The number of a code, and how many reports have it as a party.
    fn code(&mut self, code: &str) -> (u32, &mut usize) {
        let entry = self.codes.entry(code.into());
        (as_number(entry.index()), entry.or_default())
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.facts.len()
    }

    fn report<'r>(&'r self, facts: &'r Facts) -> Report<'r> {
        let (parties, people) = (facts.parties.of(&self.parties), facts.people.of(&self.people));
        Report { facts, parties, people, codes: &self.codes, names: &self.names }
    }

    /// The report at a place, in the order of their ids.
    pub(super) fn at(&self, place: usize) -> Option<Report<'_>> {
        self.facts.get(place).map(|(_, facts)| self.report(facts))
    }

    pub(super) fn all(&self) -> impl Iterator<Item = Report<'_>> {
        self.facts.iter().map(|(_, facts)| self.report(facts))
    }

    /// The id of the report at a place.
    pub(super) fn id(&self, place: usize) -> Option<Id> {
        self.facts.get(place).map(|(id, _)| *id)
    }

    /// Where the report of this id stands.
    pub fn place(&self, id: Id) -> Option<usize> {
        self.facts.binary_search_by_key(&id, |(id, _)| *id).ok()
    }

    /// For each party by its number, how rare it is: 0 for the rarest.
    pub(super) fn rarity(&self) -> Vec<u32> {
        let mut numbers: Vec<u32> = (0..as_number(self.codes.len())).collect();
        numbers.sort_unstable_by_key(|number| {
            let code = self.codes.get_index(*number as usize);
            code.map(|(code, times)| (*times, code))
        });
        let mut rarity = vec![0; numbers.len()];
        for (rank, number) in (0..).zip(numbers) {
            if let Some(its) = rarity.get_mut(number as usize) {
                *its = rank;
            }
        }
        rarity
    }

    /// Whether two reports have a party in common, or neither has any.
    pub fn share_a_party(&self, one: Id, other: Id) -> bool {
        let at = |id| self.place(id).and_then(|place| self.at(place));
        let Some((one, other)) = at(one).zip(at(other)) else { return false };
        one.parties.is_empty() && other.parties.is_empty()
            || one.parties.iter().any(|party| other.parties.contains(party))
    }
}

impl<'o, Id: Ord + Copy> FromIterator<(Id, &'o Outline)> for Reports<Id> {
    fn from_iter<I: IntoIterator<Item = (Id, &'o Outline)>>(outlines: I) -> Self {
        let mut reports = Self::default();
        outlines.into_iter().for_each(|(id, outline)| reports.put(id, outline));
        reports
    }
}
