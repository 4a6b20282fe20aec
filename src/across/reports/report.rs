//! A report while it is compared with others: what two of them have in common, and what speaks against
//! their being of one meeting.

use super::facts::{Codes, Facts, People, Strength};
use super::name::Name;
use crate::model::MeetingKind;

/// One of many reports. Two can be compared if they are of the same many: parties and people are compared
/// by number.
#[derive(Clone, Copy)]
pub(super) struct Report<'r> {
    pub facts: &'r Facts,
    pub parties: &'r [u32],
    pub people: &'r [u32],
    pub codes: &'r Codes,
    pub names: &'r People,
}

/// What two reports have in common: a [`super::Likeness`], borrowed.
pub(super) struct InCommon<'r> {
    pub strength: Strength,
    pub same_day: bool,
    pub parties: Vec<&'r str>,
    pub people: Vec<&'r str>,
}

impl<'r> Report<'r> {
    /// What the two have in common, if that is enough.
    pub fn in_common(self, other: Self) -> Option<InCommon<'r>> {
        let ((a, a_last), (b, b_last)) = self.facts.days.zip(other.facts.days)?;
        if !self.can_be(other) {
            return None;
        }
        let same_day = a <= b_last && b <= a_last;
        let same_place = match (self.facts.country, other.facts.country) {
            (Some(here), Some(there)) => here == there,
            _ => true,
        };
        let code = |number: u32| self.codes.get_index(number as usize).map(|(code, _)| &**code);
        let parties: Vec<&str> = self.parties_in(other).filter_map(code).collect();
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
    pub fn can_be(self, other: Self) -> bool {
        self.kind_fits(other) && self.days_fit(other) && self.sides_fit(other) && self.people_fit(other)
    }

    /// Whether it may report a contact: so it is unless it says otherwise.
    pub fn may_be_contact(self) -> bool {
        self.facts.kind.is_none_or(MeetingKind::is_contact)
    }

    /// A meeting of three parties is in person for one reporter and multilateral for the next. One of
    /// ten is not the talks of two on its margins.
    fn kind_fits(self, other: Self) -> bool {
        use MeetingKind::{InPerson, Multilateral, PhoneCall, VideoCall};
        let (few, many) = self.few_and_many(other);
        // Of which kind a contact was is not said everywhere.
        let Some((here, there)) = self.facts.kind.zip(other.facts.kind) else {
            return self.may_be_contact() && other.may_be_contact();
        };
        match (here, there) {
            (here, there) if here == there => here.is_contact(),
            (InPerson | VideoCall, Multilateral) | (Multilateral, InPerson | VideoCall) => many <= 2 * few,
            (PhoneCall, VideoCall) | (VideoCall, PhoneCall) => true,
            _ => false,
        }
    }

    fn days_fit(self, other: Self) -> bool {
        match (self.facts.days, other.facts.days) {
            (Some((a, a_last)), Some((b, b_last))) => a <= b_last + 1 && b <= a_last + 1,
            _ => true,
        }
    }

    /// Two thirds of the parties of the shorter report stand in the longer one too. Two reports that
    /// name one party each may name the two sides of one meeting.
    fn sides_fit(self, other: Self) -> bool {
        let (few, many) = self.few_and_many(other);
        many == 1 || self.parties == other.parties || self.parties_in(other).count() * 3 >= few * 2
    }

    /// Two people here and two others there were at two meetings.
    fn people_fit(self, other: Self) -> bool {
        self.people.len().min(other.people.len()) < 2
            || self.people == other.people
            || self.people_in(other).next().is_some()
    }

    fn few_and_many(self, other: Self) -> (usize, usize) {
        let (here, there) = (self.parties.len(), other.parties.len());
        (here.min(there), here.max(there))
    }

    fn parties_in(self, other: Self) -> impl Iterator<Item = u32> + use<'r> {
        let theirs = other.parties;
        self.parties.iter().copied().filter(|party| theirs.contains(party))
    }

    /// The people in both, each by the shorter name. They are looked for from the side with fewer, so
    /// that it does not matter which one is asked.
    fn people_in(self, other: Self) -> impl Iterator<Item = &'r str> + use<'r> {
        let printed = |report: Self| report.people.iter().filter_map(move |number| report.person(*number));
        let counts = self.people.len().cmp(&other.people.len());
        let here_first = counts.then_with(|| {
            let names = |report: Self| printed(report).map(|(printed, _)| printed);
            names(self).cmp(names(other))
        });
        let (few, many) = if here_first.is_le() { (self, other) } else { (other, self) };
        printed(few).filter_map(move |(one, name)| {
            let (other, _) = printed(many).find(|(_, other)| name.may_be(other))?;
            [one, other].into_iter().min_by_key(|name| (name.len(), *name))
        })
    }

    /// A person by number: the name as printed, and as it is compared.
    fn person(self, number: u32) -> Option<(&'r str, &'r Name)> {
        self.names.get_index(number as usize).map(|(printed, name)| (&**printed, name))
    }
}
