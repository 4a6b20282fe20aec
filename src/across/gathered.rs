//! The facts that pictures are made of, gathered from the library.

use std::collections::HashMap;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::charts::{CommitmentFact, Facts, Gallery, MeetingFact, PartyKey, Selection};
use crate::lexicon::Lexicon;
use crate::model::{ArticleKey, Day, EntryId, MeetingKind, Obligation, Party, PartyCode};
use crate::store::{Found, Library, LibraryError};

/// Facts with the parties of all of them in one list, so that none needs memory of its own.
#[derive(Default)]
struct Gathered {
    parties: Vec<Party>,
    keys: HashMap<PartyCode, PartyKey>,
    sides: Vec<PartyKey>,
    meetings: Vec<(EntryId, Option<Day>, MeetingKind, Range<usize>)>,
    commitments: Vec<(EntryId, Range<usize>, Range<usize>, Obligation)>,
    /// Of the records of further contacts, the first record of their article.
    firsts: FxHashMap<EntryId, EntryId>,
}

/// The pictures of a library, or of some of its articles.
///
/// # Errors
/// If the library cannot be read.
pub fn gallery(library: &Library, only: Option<&Found>, lexicon: &Lexicon) -> Result<Gallery, LibraryError> {
    let gathered = Gathered::of(library, only, lexicon)?;
    gathered.with_facts(|facts| Ok(Gallery::of(facts)))
}

/// The articles that a part of a picture stands for.
///
/// # Errors
/// If the library cannot be read.
pub fn pick(
    library: &Library,
    only: Option<&Found>,
    lexicon: &Lexicon,
    selection: &Selection,
) -> Result<Found, LibraryError> {
    let gathered = Gathered::of(library, only, lexicon)?;
    gathered.with_facts(|facts| {
        let mut found = Found::default();
        let met = facts.meetings.iter().zip(&gathered.meetings);
        let met = met.filter(|(meeting, _)| selection.holds_meeting(meeting));
        met.for_each(|(_, (id, ..))| found.add(*id));
        let promised = facts.commitments.iter().zip(&gathered.commitments);
        let promised = promised.filter(|(commitment, _)| selection.holds_commitment(commitment));
        promised.for_each(|(_, (id, ..))| found.add(*id));
        Ok(found)
    })
}

impl Gathered {
    fn of(library: &Library, only: Option<&Found>, lexicon: &Lexicon) -> Result<Self, LibraryError> {
        let mut gathered = Self::default();
        let mut wanted = Found::default();
        let mut firsts: FxHashMap<ArticleKey, EntryId> = FxHashMap::default();
        library.entries(|entry| {
            if entry.is_put_away || only.is_some_and(|only| !only.has(entry.id)) {
                return;
            }
            wanted.add(entry.id);
            let first = *firsts.entry(entry.article).or_insert(entry.id);
            if first != entry.id {
                gathered.firsts.insert(entry.id, first);
            }
            let from = gathered.sides.len();
            for party in entry.parties {
                let key = gathered.key(party.code.clone(), || party);
                gathered.sides.extend(key);
            }
            let sides = from..gathered.sides.len();
            // One of which nothing is claimed is in no picture.
            gathered.meetings.extend(entry.kind.map(|kind| (entry.id, entry.day, kind, sides)));
        })?;
        library.promises(|promise| {
            if wanted.has(promise.article) {
                let by = gathered.codes(&promise.parties, lexicon);
                let toward = gathered.codes(&promise.toward, lexicon);
                gathered.commitments.push((promise.article, by, toward, promise.obligation));
            }
        })?;
        Ok(gathered)
    }

    fn with_facts<T>(&self, work: impl FnOnce(&Facts<'_>) -> T) -> T {
        let sides = |range: &Range<usize>| self.sides.get(range.clone()).unwrap_or_default();
        let number = |id: &EntryId| u64::from(self.firsts.get(id).unwrap_or(id).number());
        let meeting = |(id, day, kind, parties): &(EntryId, Option<Day>, MeetingKind, Range<usize>)| {
            MeetingFact { article: number(id), day: *day, kind: *kind, parties: sides(parties) }
        };
        let meetings: Vec<MeetingFact<'_>> = self.meetings.iter().map(meeting).collect();
        let commitment =
            |(id, by, toward, obligation): &(EntryId, Range<usize>, Range<usize>, Obligation)| {
                let (by, toward) = (sides(by), sides(toward));
                CommitmentFact { article: number(id), by, toward, obligation: *obligation }
            };
        let commitments: Vec<CommitmentFact<'_>> = self.commitments.iter().map(commitment).collect();
        work(&Facts { parties: &self.parties, meetings: &meetings, commitments: &commitments })
    }

    /// The parties of these codes, with a space between.
    fn codes(&mut self, codes: &str, lexicon: &Lexicon) -> Range<usize> {
        let from = self.sides.len();
        for code in codes.split(' ').filter_map(|code| code.parse::<PartyCode>().ok()) {
            let key = self.key(code.clone(), || lexicon.party_of_code(&code));
            self.sides.extend(key);
        }
        from..self.sides.len()
    }

    /// The key of a party; none once there are more than keys.
    fn key(&mut self, code: PartyCode, party: impl FnOnce() -> Party) -> Option<PartyKey> {
        if let Some(key) = self.keys.get(&code) {
            return Some(*key);
        }
        let key = PartyKey(u16::try_from(self.parties.len()).ok()?);
        self.parties.push(party());
        self.keys.insert(code, key);
        Some(key)
    }
}
