//! A report while it is compared with others: what two of them have in common, and what speaks against
//! their being of one meeting.

use super::name::Name;
use super::{Outline, Strength};
use crate::model::{Day, MeetingKind};

/// An outline that is ready to be compared with many others.
pub(super) struct Report<'o> {
    outline: &'o Outline,
    /// The first and the last day, counted from one that is the same for all: calendars are slow.
    days: Option<(i32, i32)>,
    parties: Vec<&'o str>,
    people: Vec<(&'o str, Name)>,
}

/// What two reports have in common: a [`super::Likeness`], borrowed.
pub(super) struct InCommon<'s> {
    pub strength: Strength,
    pub same_day: bool,
    pub parties: Vec<&'s str>,
    pub people: Vec<&'s str>,
}

impl<'o> Report<'o> {
    pub fn of(outline: &'o Outline) -> Self {
        let people = outline.people().map(|printed| (printed, Name::of(printed)));
        let number = |day: Day| Day::new(2000, 1, 1).map_or(0, |zero| day.days_since(zero));
        let days = outline.days.map(|(first, last)| (number(first), number(last)));
        Self { outline, days, parties: outline.codes().collect(), people: people.collect() }
    }

    /// What the two have in common, if that is enough.
    pub fn in_common<'s>(&'s self, other: &'s Report<'_>) -> Option<InCommon<'s>> {
        let ((a, a_last), (b, b_last)) = self.days.zip(other.days)?;
        if !self.can_be(other) {
            return None;
        }
        let same_day = a <= b_last && b <= a_last;
        let same_place = match (&self.outline.country, &other.outline.country) {
            (Some(here), Some(there)) => here == there,
            _ => true,
        };
        let parties: Vec<&str> = self.parties_in(other).collect();
        let people: Vec<&str> = self.people_in(other).collect();
        let fewest = self.people.len().min(other.people.len());
        let strength = match (parties.len(), people.len()) {
            (0, _) | (1, 0) => return None,
            // Two capitals, or a day apart, and nobody known to have been at both: two events.
            (_, 0) if !same_place || !same_day => return None,
            (2.., shared @ 1..) if same_day && same_place && shared >= fewest.min(2) => Strength::Certain,
            _ => Strength::Likely,
        };
        Some(InCommon { strength, same_day, parties, people })
    }

    /// Whether nothing speaks against one meeting: neither the kind nor the days, nor the sides, nor
    /// the people.
    pub fn can_be(&self, other: &Report<'_>) -> bool {
        self.kind_fits(other) && self.days_fit(other) && self.sides_fit(other) && self.people_fit(other)
    }

    /// A meeting of three parties is in person for one reporter and multilateral for the next. One of
    /// ten is not the talks of two on its margins.
    fn kind_fits(&self, other: &Report<'_>) -> bool {
        use MeetingKind::{InPerson, Multilateral, PhoneCall, VideoCall};
        let (few, many) = self.few_and_many(other);
        match (self.outline.kind, other.outline.kind) {
            (here, there) if here == there => here.is_contact(),
            (InPerson | VideoCall, Multilateral) | (Multilateral, InPerson | VideoCall) => many <= 2 * few,
            (PhoneCall, VideoCall) | (VideoCall, PhoneCall) => true,
            _ => false,
        }
    }

    fn days_fit(&self, other: &Report<'_>) -> bool {
        match (self.days, other.days) {
            (Some((a, a_last)), Some((b, b_last))) => a <= b_last + 1 && b <= a_last + 1,
            _ => true,
        }
    }

    /// Two thirds of the parties of the shorter report stand in the longer one too. Two reports that
    /// name one party each may name the two sides of one meeting.
    fn sides_fit(&self, other: &Report<'_>) -> bool {
        let (few, many) = self.few_and_many(other);
        many == 1
            || self.outline.parties == other.outline.parties
            || self.parties_in(other).count() * 3 >= few * 2
    }

    /// Two people here and two others there were at two meetings.
    fn people_fit(&self, other: &Report<'_>) -> bool {
        self.people.len().min(other.people.len()) < 2
            || self.outline.people == other.outline.people
            || self.people_in(other).next().is_some()
    }

    fn few_and_many(&self, other: &Report<'_>) -> (usize, usize) {
        let (here, there) = (self.parties.len(), other.parties.len());
        (here.min(there), here.max(there))
    }

    fn parties_in<'s>(&'s self, other: &'s Report<'_>) -> impl Iterator<Item = &'o str> + 's {
        self.parties.iter().copied().filter(|code| other.parties.contains(code))
    }

    /// The people in both, each by the shorter name. They are looked for from the side with fewer, so
    /// that it does not matter which one is asked.
    fn people_in<'s>(&'s self, other: &'s Report<'_>) -> impl Iterator<Item = &'s str> {
        let here_first =
            (self.people.len(), &self.outline.people) <= (other.people.len(), &other.outline.people);
        let (few, many) =
            if here_first { (&self.people, &other.people) } else { (&other.people, &self.people) };
        few.iter().filter_map(|(printed, name)| {
            let (others, _) = many.iter().find(|(_, other)| name.may_be(other))?;
            [*printed, *others].into_iter().min_by_key(|name| (name.len(), *name))
        })
    }
}
