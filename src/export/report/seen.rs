//! What was seen of the records while they were written: how many, when, and what the pictures are made of. Of no record
//! is more kept than who met and who promised whom.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::charts::{CommitmentFact, Facts, MeetingFact, PartyKey};
use crate::model::{
    ContactNumber, Day, MeetingKind, Obligation, Party, PartyCode, Record, ReviewStatus, Ruling,
};

/// What was seen.
#[derive(Default)]
pub(super) struct Seen {
    pub records: usize,
    pub reviewed: usize,
    pub commitments: usize,
    /// The first and the last day of a meeting.
    pub days: Option<(Day, Day)>,
    articles: HashSet<u64>,
    parties: Vec<Party>,
    keys: HashMap<PartyCode, PartyKey>,
    sides: Vec<PartyKey>,
    meetings: Vec<(u64, Option<Day>, MeetingKind, Range<usize>)>,
    promises: Vec<(u64, Range<usize>, Range<usize>, Obligation)>,
}

impl Seen {
    /// Looks at a record.
    pub fn add(&mut self, record: &Record) {
        self.records += 1;
        self.reviewed += usize::from(record.review.status == ReviewStatus::Reviewed);
        self.commitments += record.commitments.len();
        let id = record.article.record_id(ContactNumber::MAIN);
        let article = u64::from_str_radix(id.as_str(), 16).unwrap_or_default();
        self.articles.insert(article);
        let meeting = &record.meeting;
        let day = meeting.date.as_ref().filter(|date| date.ruling != Ruling::RuledOut).map(|date| date.start);
        if let Some(day) = day {
            let (first, last) = self.days.unwrap_or((day, day));
            self.days = Some((first.min(day), last.max(day)));
        }
        if let Some(kind) = meeting.known_kind() {
            let parties = self.sides(meeting.parties().into_iter());
            self.meetings.push((article, day, kind, parties));
        }
        for said in record.commitments.iter().filter(|said| said.ruling != Ruling::RuledOut) {
            let by = self.sides(said.parties.iter());
            let toward = self.sides(said.toward.iter());
            self.promises.push((article, by, toward, said.obligation));
        }
    }

    /// How many articles the records are of.
    pub fn articles(&self) -> usize {
        self.articles.len()
    }

    /// Whether there is anything to make pictures of.
    pub fn is_pictured(&self) -> bool {
        self.meetings.iter().any(|(_, _, kind, _)| kind.is_contact()) || !self.promises.is_empty()
    }

    /// What pictures are made of.
    pub fn with_facts<T>(&self, work: impl FnOnce(&Facts<'_>) -> T) -> T {
        let sides = |range: &Range<usize>| self.sides.get(range.clone()).unwrap_or_default();
        let meetings = self.meetings.iter();
        let meetings: Vec<MeetingFact<'_>> = meetings
            .map(|(article, day, kind, parties)| MeetingFact {
                article: *article,
                day: *day,
                kind: *kind,
                parties: sides(parties),
            })
            .collect();
        let promises = self.promises.iter();
        let commitments: Vec<CommitmentFact<'_>> = promises
            .map(|(article, by, toward, obligation)| CommitmentFact {
                article: *article,
                by: sides(by),
                toward: sides(toward),
                obligation: *obligation,
            })
            .collect();
        work(&Facts { parties: &self.parties, meetings: &meetings, commitments: &commitments })
    }

    fn sides<'p>(&mut self, parties: impl Iterator<Item = &'p Party>) -> Range<usize> {
        let from = self.sides.len();
        for party in parties {
            let next = u16::try_from(self.parties.len()).ok().map(PartyKey);
            let known = self.keys.get(&party.code).copied();
            let key = known.or_else(|| {
                let key = next?;
                self.parties.push(party.clone());
                self.keys.insert(party.code.clone(), key);
                Some(key)
            });
            self.sides.extend(key);
        }
        from..self.sides.len()
    }
}
