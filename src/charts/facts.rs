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

impl<'a> CommitmentFact<'a> {
    /// Toward whom: those to whom it is addressed. Several who undertake something together, and nobody else is named,
    /// are bound toward each other.
    pub(super) fn counterparts(&self) -> &'a [PartyKey] {
        if self.toward.is_empty() && self.binds_several() { self.by } else { self.toward }
    }

    fn binds_several(&self) -> bool {
        self.by.split_first().is_some_and(|(first, others)| others.iter().any(|other| other != first))
    }

    /// Who is bound toward whom. Nobody is bound toward itself beside others, who are meant then.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (PartyKey, PartyKey)> + use<'a> {
        let (by, toward) = (self.by, self.counterparts());
        let are_several = self.binds_several();
        let pairs = by.iter().flat_map(move |one| toward.iter().map(move |other| (*one, *other)));
        pairs.filter(move |(one, other)| one != other || !are_several)
    }
}

impl<'a> Facts<'a> {
    /// The commitments that bind somebody, and how many do not.
    pub(super) fn binding(&self) -> (impl Iterator<Item = &'a CommitmentFact<'a>> + Clone + use<'a>, u32) {
        let binding = self.commitments.iter().filter(|commitment| !commitment.by.is_empty());
        let left_out = self.commitments.len() - binding.clone().count();
        (binding, left_out as u32)
    }

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
