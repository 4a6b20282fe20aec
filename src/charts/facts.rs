//! What pictures are drawn from: who met when and how, who undertook what toward whom, for any number
//! of articles. Where these facts come from is not the pictures' business.

use crate::model::{Day, MeetingKind, Obligation, Party};

/// A party, as its place in [`Facts::parties`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartyKey(pub u16);

/// What one article says of its meeting.
#[derive(Clone, Copy, Debug)]
pub struct MeetingFact<'a> {
    /// The article, by any number that is its own and that of its other contacts.
    pub article: u64,
    /// The first or only day, where it is known.
    pub day: Option<Day>,
    /// How the parties were in contact.
    pub kind: MeetingKind,
    /// Who took part.
    pub parties: &'a [PartyKey],
}

/// A commitment that an article reports.
#[derive(Clone, Copy, Debug)]
pub struct CommitmentFact<'a> {
    /// The article, by the same number as its meeting.
    pub article: u64,
    /// Who is bound.
    pub by: &'a [PartyKey],
    /// To whom it is addressed.
    pub toward: &'a [PartyKey],
    /// How firmly.
    pub obligation: Obligation,
}

/// All that is known of a library, or of a part of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts<'a> {
    /// The parties that keys stand for. A key beyond them stands for nobody.
    pub parties: &'a [Party],
    /// The meetings; those that are no contact are left out of the pictures.
    pub meetings: &'a [MeetingFact<'a>],
    /// The commitments.
    pub commitments: &'a [CommitmentFact<'a>],
}

impl<'a> Facts<'a> {
    /// The meetings that are a contact of parties.
    pub(super) fn contacts(&self) -> impl Iterator<Item = &'a MeetingFact<'a>> + use<'a> {
        self.meetings.iter().filter(|meeting| meeting.kind.is_contact())
    }
}

/// How many articles these are, each counted once.
pub(super) fn articles(numbers: impl Iterator<Item = u64>) -> usize {
    let mut numbers: Vec<u64> = numbers.collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.len()
}
