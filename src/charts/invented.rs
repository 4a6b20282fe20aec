//! Invented libraries for tests: no fact in them is true.

use std::ops::Range;

use proptest::collection::vec;
use proptest::prelude::*;

use super::facts::{CommitmentFact, Facts, MeetingFact, PartyKey};
use crate::model::{Day, MeetingKind, Obligation, Party};

type Meeting = (Option<Day>, MeetingKind, Vec<PartyKey>);
type Commitment = (u64, Vec<PartyKey>, Vec<PartyKey>, Obligation);

/// A library that was made up.
#[derive(Clone, Debug, Default)]
pub struct Invented {
    parties: Vec<Party>,
    meetings: Vec<Meeting>,
    commitments: Vec<Commitment>,
}

impl Invented {
    /// The first of the parties that are known.
    pub fn parties(count: usize) -> Vec<Party> {
        let table = include_str!("../../assets/tables/parties.tsv");
        let rows = table.lines().filter(|line| !line.starts_with('#')).skip(1);
        let of_kind = |wanted| rows.clone().filter(move |row| row.split('\t').nth(1) == Some(wanted));
        let party = |row: &str| {
            let mut cells = row.split('\t');
            Party { code: cells.next().unwrap().parse().unwrap(), name: cells.nth(1).unwrap().into() }
        };
        of_kind("country").chain(of_kind("organization")).map(party).take(count).collect()
    }

    /// A library of this many articles, in which some parties are far more active than others.
    pub fn library(articles: usize, parties: usize, years: Range<i16>) -> Self {
        let mut seed = 7_u64;
        let mut below = move |most: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as usize % most.max(1)
        };
        let mut invented = Self { parties: Self::parties(parties), ..Self::default() };
        let parties = invented.parties.len();
        for article in 0..articles {
            let mut some = |most: usize| -> Vec<PartyKey> {
                let count = below(most + 1);
                (0..count)
                    .map(|_| {
                        let (one, two, three) = (below(parties), below(parties), below(parties));
                        PartyKey((one * two / parties * three / parties * 37 % parties) as u16)
                    })
                    .collect()
            };
            let (met, by, toward) = (some(4), some(2), some(2));
            let kind = MeetingKind::ALL[[0, 0, 0, 1, 1, 2, 3, 4, 5, 6][below(10)]];
            let year = years.start + below(years.len()) as i16;
            let day = Day::new(year, 1 + below(12) as i8, 1 + below(28) as i8).filter(|_| below(30) > 0);
            invented.meetings.push((day, kind, met));
            invented.commitments.push((article as u64, by, toward, Obligation::ALL[below(7) % 4]));
        }
        invented
    }

    /// Any library at all.
    pub fn any() -> impl Strategy<Value = Self> {
        let parties = prop_oneof![Just(1), Just(2), 3..30_usize, Just(300)];
        parties.prop_flat_map(|parties| {
            let some = vec((0..parties as u16).prop_map(PartyKey), 0..6);
            let year = prop_oneof![2018..2021_i16, 1990..2030_i16, -9999..=9999_i16];
            let day = (year, 1..=12_i8, 1..=28_i8).prop_map(|(year, month, day)| Day::new(year, month, day));
            let kind = prop::sample::select(MeetingKind::ALL);
            let meeting = (prop_oneof![4 => day, 1 => Just(None)], kind, some.clone());
            let firm = prop::sample::select(Obligation::ALL);
            let commitment = (0..50_u64, some.clone(), some, firm);
            (Just(Self::parties(parties)), vec(meeting, 0..120), vec(commitment, 0..120))
                .prop_map(|(parties, meetings, commitments)| Self { parties, meetings, commitments })
        })
    }

    /// Its facts, as lists.
    pub fn lists(&self) -> (Vec<MeetingFact<'_>>, Vec<CommitmentFact<'_>>) {
        let meetings = self.meetings.iter().enumerate().map(|(article, (day, kind, parties))| MeetingFact {
            article: article as u64,
            day: *day,
            kind: *kind,
            parties,
        });
        let commitments = self.commitments.iter().map(|(article, by, toward, obligation)| CommitmentFact {
            article: *article,
            by,
            toward,
            obligation: *obligation,
        });
        (meetings.collect(), commitments.collect())
    }

    /// The same, to be summed up.
    pub fn facts<'a>(
        &'a self,
        (meetings, commitments): &'a (Vec<MeetingFact<'a>>, Vec<CommitmentFact<'a>>),
    ) -> Facts<'a> {
        Facts { parties: &self.parties, meetings, commitments }
    }
}
