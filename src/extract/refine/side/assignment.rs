//! The assignment: for whom everybody stands, decided for all at once.
//!
//! Whatever the text says is fixed. What it hints at are votes, for a person or for the article's own
//! side, and pulls: of those in one list or company each pulls the others to the own party. Whoever sits
//! across the table from somebody, or visits a country, is pushed away from that party, and everybody of
//! whom the text says nothing leans to the article's own side. Each party that may be the own side is
//! tried; the one wins with which most of all this is true.

use std::collections::BTreeMap;

use super::ties::Ties;
use crate::extract::looks;
use crate::extract::mention::PersonIndex;

/// How much speaks for each party, by its row.
pub(super) type Votes = BTreeMap<usize, i32>;

/// So many parties are tried as the article's own.
const TRIED: usize = 4;

/// The people are gone through so many times, forward and back in turn, so that a party reaches both
/// ends of a list.
const ROUNDS: usize = 4;

/// How much the likeliest of the article's own parties has for itself, whoever it is about; the next has
/// one less.
const PRIOR: i32 = 4;

/// How strongly somebody pushes whom they meet from the own party.
const ACROSS: i32 = 24;

/// The people of an article while it is decided for whom they stand.
pub(super) struct Assignment<'t> {
    pub ties: &'t Ties,
    /// The party of each of whom the text says it.
    pub told: Vec<Option<usize>>,
    /// What else speaks for a person's party, or against it.
    pub votes: Vec<Votes>,
    /// What speaks for each party being the article's own.
    pub home: Votes,
    /// How strongly people of whom nothing is said lean to it.
    pub leaning: i32,
    /// Whether a party issued the article.
    pub issued: bool,
}

/// Parties for everybody.
#[derive(Default)]
pub(super) struct Assigned {
    /// By the number of the person.
    pub parties: Vec<Option<usize>>,
    /// The article's own.
    pub home: Option<usize>,
}

impl Assignment<'_> {
    /// The parties with which most of what the text hints at is true.
    pub fn best(&self) -> Assigned {
        let mut likely: Vec<(i32, usize)> = self.home.iter().map(|(row, votes)| (*votes, *row)).collect();
        likely.sort_unstable_by_key(|&(votes, row)| (std::cmp::Reverse(votes), row));
        let own = likely.iter().take(TRIED).map(|&(votes, home)| (votes, Some(home)));
        let tried = own.chain([(0, None)]).map(|(votes, home)| {
            let (parties, score) = self.with_home(home, &likely);
            (score + votes, Assigned { parties, home })
        });
        let best = tried.reduce(|best, next| if next.0 > best.0 { next } else { best });
        best.map_or_else(Assigned::default, |(_, assigned)| assigned)
    }

    /// Parties for everybody if this is the article's own, and how much of the hints is true with them.
    fn with_home(&self, home: Option<usize>, likely: &[(i32, usize)]) -> (Vec<Option<usize>>, i32) {
        let mut parties = self.told.clone();
        let open: Vec<usize> = (0..parties.len()).filter(|&at| self.told.get(at) == Some(&None)).collect();
        let mut score = 0;
        for round in 0..ROUNDS {
            score = 0;
            let mut changed = false;
            let mut choose = |at: usize| {
                let (party, true_of) = self.choice(at, &parties, home, likely);
                score += true_of;
                if let Some(slot) = parties.get_mut(at).filter(|slot| **slot != party) {
                    *slot = party;
                    changed = true;
                }
            };
            match round % 2 {
                0 => open.iter().for_each(|&at| choose(at)),
                _ => open.iter().rev().for_each(|&at| choose(at)),
            }
            // Another round would choose the same.
            if !changed {
                break;
            }
        }
        (parties, score)
    }

    /// The party for which most speaks, as the others stand now, and how much that is.
    fn choice(
        &self,
        at: usize,
        parties: &[Option<usize>],
        home: Option<usize>,
        likely: &[(i32, usize)],
    ) -> (Option<usize>, i32) {
        let person = PersonIndex(at);
        let party = |other: PersonIndex| parties.get(other.0).copied().flatten();
        let mut scores: Votes = self.votes.get(at).cloned().unwrap_or_default();
        // Where nothing else tells, the parties that the article is most about.
        for ((_, row), prior) in likely.iter().zip((1..=PRIOR).rev()) {
            *scores.entry(*row).or_default() += prior;
        }
        if let Some(home) = home {
            *scores.entry(home).or_default() += self.leaning;
            if self.ties.is_met_by_us(person) {
                *scores.entry(home).or_default() -= ACROSS;
            }
        }
        for (other, pull) in self.ties.pulls(person) {
            looks::note(1);
            if let Some(row) = party(other) {
                *scores.entry(row).or_default() += pull;
            }
        }
        // Where a release speaks of its own party only, those who meet are all of it.
        let alone = self.issued && likely.len() == 1;
        for other in self.ties.across(person) {
            looks::note(1);
            if let Some(row) = party(other).filter(|row| !alone || home != Some(*row)) {
                *scores.entry(row).or_default() -= ACROSS;
            }
        }
        let best = scores.into_iter().max_by_key(|&(row, score)| (score, std::cmp::Reverse(row)));
        best.filter(|(_, score)| *score > 0).map_or((None, 0), |(row, score)| (Some(row), score))
    }
}
