//! Making the ledger: a walk through the tables of articles and of commitments, in the background.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Ledger, Line, MARKED_PARTIES, Side, Source};
use crate::lexicon::Lexicon;
use crate::model::{Commitment, EntryId, Party, PartyCode, Record, Ruling};
use crate::store::{Entry, Found, Library, LibraryError, Marks, Promise, Sought};

/// Commitments: the article, and the place in its record.
pub type Said = FxHashSet<(EntryId, u32)>;

/// What is listed, and those records of it that the library may not have as they stand.
#[derive(Clone, Debug)]
pub struct Listed {
    pub articles: Found,
    pub fresh: Vec<(EntryId, Arc<Record>)>,
}

/// The lists of parties, each once, while the ledger is made.
#[derive(Default)]
struct Sides {
    /// By codes with a space between.
    keys: HashMap<String, u32>,
    /// The names of parties that articles give.
    names: FxHashMap<PartyCode, String>,
}

/// Makes the ledger of what is listed. Nothing is shown of it yet.
///
/// # Errors
/// If the library cannot be read.
pub fn make(library: &Library, listed: &Listed, lexicon: &Lexicon) -> Result<Ledger, LibraryError> {
    let mut ledger = Ledger::default();
    let mut sides = Sides::default();
    let mut titles = Vec::new();
    library.entries(|entry| {
        if !listed.articles.has(entry.id) {
            return;
        }
        let fresh = listed.fresh(entry.id).map(|record| Entry::of(record, Marks::default()));
        let (day, title) = fresh.map_or((entry.day, entry.title), |fresh| (fresh.day, fresh.title));
        titles.push((title, ledger.articles.len()));
        ledger.articles.push(Source { id: entry.id, day, title: 0 });
        for party in entry.parties {
            sides.names.entry(party.code).or_insert(party.name.into());
        }
    })?;
    titles.sort_unstable();
    for ((_, at), title) in titles.into_iter().zip(0..) {
        if let Some(source) = ledger.articles.get_mut(at) {
            source.title = title;
        }
    }
    library.promises(|promise| {
        let source = ledger.source(promise.article).filter(|_| listed.fresh(promise.article).is_none());
        ledger.lines.extend(source.map(|source| sides.line(source, promise)));
    })?;
    for (id, record) in &listed.fresh {
        let Some(source) = ledger.source(*id) else { continue };
        let standing = record.commitments.iter().zip(0_u32..);
        let standing = standing.filter(|(commitment, _)| commitment.ruling != Ruling::RuledOut);
        ledger.lines.extend(standing.map(|(commitment, place)| sides.fresh_line(source, place, commitment)));
    }
    ledger.lines.sort_unstable_by_key(|line| (line.source, line.place));
    sides.settle(&mut ledger, lexicon);
    Ok(ledger)
}

/// The commitments in whose words the sought ones occur; what has been found so far once it does not go on.
///
/// # Errors
/// If the library cannot be read.
pub fn said(
    library: &Library,
    sought: &Sought,
    listed: &Listed,
    goes_on: impl Fn() -> bool,
) -> Result<Said, LibraryError> {
    let mut said = Said::default();
    let mut add = |id: EntryId, words: &mut dyn Iterator<Item = &str>| {
        let fitting = words.zip(0..).filter(|(words, _)| sought.occur_in(words));
        said.extend(fitting.map(|(_, place)| (id, place)));
    };
    for id in library.promising(sought)?.ids().take_while(|_| goes_on()) {
        if listed.articles.has(id) && listed.fresh(id).is_none() {
            let words = library.undertakings(id)?;
            add(id, &mut words.iter().map(String::as_str));
        }
    }
    for (id, record) in &listed.fresh {
        add(*id, &mut record.commitments.iter().map(|commitment| commitment.text.as_str()));
    }
    Ok(said)
}

impl Listed {
    fn fresh(&self, id: EntryId) -> Option<&Record> {
        self.fresh.iter().find(|(fresh, _)| *fresh == id).map(|(_, record)| &**record)
    }
}

impl Ledger {
    fn source(&self, id: EntryId) -> Option<u32> {
        let at = self.articles.binary_search_by_key(&id, |source| source.id).ok()?;
        u32::try_from(at).ok()
    }
}

impl Sides {
    fn line(&mut self, source: u32, promise: Promise) -> Line {
        Line {
            source,
            place: u32::try_from(promise.place).unwrap_or(u32::MAX),
            toward: self.toward(promise.toward, &promise.parties),
            by: self.key(promise.parties),
            deadline: promise.deadline.and_then(|deadline| deadline.parse().ok()),
            obligation: promise.obligation,
            ruling: promise.ruling,
        }
    }

    fn fresh_line(&mut self, source: u32, place: u32, commitment: &Commitment) -> Line {
        let Commitment { deadline, obligation, ruling, .. } = *commitment;
        let (by, toward) = (self.codes(&commitment.parties), self.codes(&commitment.toward));
        let (toward, by) = (self.toward(toward, &by), self.key(by));
        Line { source, place, by, toward, deadline, obligation, ruling }
    }

    fn codes(&mut self, parties: &[Party]) -> String {
        for party in parties {
            self.names.entry(party.code.clone()).or_insert_with(|| party.name.to_string());
        }
        parties.iter().map(|party| party.code.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// To whom it is addressed. Several who undertake something together, and nobody else is named, are bound to each
    /// other.
    fn toward(&mut self, toward: String, by: &str) -> u32 {
        let is_joint = toward.is_empty() && by.contains(' ');
        self.key(if is_joint { format!("{EACH_OTHER}{by}") } else { toward })
    }

    fn key(&mut self, codes: String) -> u32 {
        let next = u32::try_from(self.keys.len()).unwrap_or(u32::MAX);
        *self.keys.entry(codes).or_insert(next)
    }

    /// Puts the lists into the ledger in the order of their names, so that a key is its own rank.
    fn settle(self, ledger: &mut Ledger, lexicon: &Lexicon) {
        let Self { keys, names } = self;
        let name = |code: &PartyCode| {
            names.get(code).cloned().unwrap_or_else(|| lexicon.party_of_code(code).name.into())
        };
        let mut known: Vec<(Side, u32)> =
            keys.iter().map(|(codes, key)| (Side::of(codes, name), *key)).collect();
        known.sort_by(|(one, _), (other, _)| {
            (one.is_nobody(), &one.label).cmp(&(other.is_nobody(), &other.label))
        });
        let mut ranks = vec![0; known.len()];
        for ((_, key), rank) in known.iter().zip(0_u32..) {
            if let Some(known) = ranks.get_mut(*key as usize) {
                *known = rank;
            }
        }
        ledger.sides = known.into_iter().map(|(side, _)| side).collect();
        let rank = |key: u32| ranks.get(key as usize).copied().unwrap_or_default();
        for line in &mut ledger.lines {
            (line.by, line.toward) = (rank(line.by), rank(line.toward));
        }
        ledger.mark_parties();
    }
}

/// Stands before the codes of those who are bound to each other; no code begins so.
const EACH_OTHER: char = '=';

impl Side {
    fn of(codes: &str, name: impl Fn(&PartyCode) -> String) -> Self {
        if let Some(joint) = codes.strip_prefix(EACH_OTHER) {
            return Self { label: "each other".to_owned(), are_each_other: true, ..Self::of(joint, name) };
        }
        let codes: Box<[PartyCode]> = codes.split(' ').filter_map(|code| code.parse().ok()).collect();
        let label = codes.iter().map(name).collect::<Vec<_>>().join(", ");
        Self { label, mark: None, are_each_other: false, codes }
    }
}

impl Ledger {
    /// Gives the parties that stand in it most often their marks.
    fn mark_parties(&mut self) {
        let mut counts = vec![0_usize; self.sides.len()];
        for side in self.lines.iter().flat_map(|line| [line.by, line.toward]) {
            if let Some(count) = counts.get_mut(side as usize) {
                *count += 1;
            }
        }
        let mut parties: FxHashMap<&PartyCode, usize> = FxHashMap::default();
        for (side, count) in self.sides.iter().zip(counts).filter(|(side, _)| !side.are_each_other) {
            side.codes.iter().for_each(|code| *parties.entry(code).or_default() += count);
        }
        let mut parties: Vec<(PartyCode, usize)> =
            parties.into_iter().map(|(code, count)| (code.clone(), count)).collect();
        parties.sort_by(|(one, count), (other, more)| (Reverse(count), one).cmp(&(Reverse(more), other)));
        parties.truncate(MARKED_PARTIES);
        for side in &mut self.sides {
            let first = side.codes.first().filter(|_| !side.are_each_other);
            side.mark = first.and_then(|first| parties.iter().position(|(code, _)| code == first));
        }
    }
}
