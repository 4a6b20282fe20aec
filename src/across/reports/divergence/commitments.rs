//! Commitments of two reports, side by side: those in the same words, those that seem to be the same
//! undertaking in other words, and those that only one report has.

use super::aligned::{Aligned, pairs, rows};
use super::compared::{Compared, Difference};
use super::content::{content, shared, weights};
use super::wording::{Wording, same_words};
use crate::model::{Commitment, CommitmentId, Party};

/// One undertaking in two reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitmentPair {
    /// What the record here has.
    pub here: CommitmentId,
    /// What the record there has.
    pub there: CommitmentId,
    /// Whether the words are the same.
    pub wording: Wording,
    /// In what else the two are not the same.
    pub differences: Vec<Difference>,
}

/// How much of their words two undertakings of one party share at the least, in thousandths.
const SAME_PARTY: u64 = 400;

/// The same for undertakings of different parties: one of the reports must have mistaken the party.
const OTHER_PARTY: u64 = 650;

/// More than any share of words, for undertakings that are word for word the same.
const WORD_FOR_WORD: u64 = 2_000;

pub(super) fn compare(
    here: &[Commitment],
    there: &[Commitment],
) -> Vec<Aligned<CommitmentPair, CommitmentId>> {
    let (words_here, words_there) = (content(here), content(there));
    let weights = weights(&words_here, &words_there);
    let likeness = |h: usize, t: usize| {
        let (commitment, other) = (here.get(h)?, there.get(t)?);
        let bound = |party: &Party| other.parties.iter().any(|others| others.code == party.code);
        let same_party = commitment.parties.iter().any(bound);
        let unknown = commitment.parties.is_empty() || other.parties.is_empty();
        // Of undertakings in the same words, those of one party belong together.
        let party = if same_party { 100 } else { 0 };
        if same_words(&commitment.text, &other.text) {
            return Some(WORD_FOR_WORD + party);
        }
        let share = shared(words_here.get(h)?, words_there.get(t)?, &weights);
        let enough = if same_party || unknown { SAME_PARTY } else { OTHER_PARTY };
        (share >= enough).then_some(share + party)
    };
    let found = pairs(here.len(), there.len(), likeness);
    rows(here, there, &found, pair, |commitment| commitment.id.clone())
}

fn pair(here: &Commitment, there: &Commitment) -> CommitmentPair {
    let mut differences = Difference::each(|part| [part.of_commitment(here), part.of_commitment(there)]);
    differences.retain(|difference| difference.values != Compared::Agree);
    CommitmentPair {
        here: here.id.clone(),
        there: there.id.clone(),
        wording: Wording::between(&here.text, &there.text),
        differences,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{commitment, party};
    use super::*;

    /// How the rows read: "c1=c2", "c1~c2" for other words, "c1<" and ">c1" for one side only.
    fn read(here: &[Commitment], there: &[Commitment]) -> Vec<String> {
        let row = |row: Aligned<CommitmentPair, CommitmentId>| match row {
            Aligned::Both(pair) if pair.wording == Wording::Alike => format!("{}={}", pair.here, pair.there),
            Aligned::Both(pair) => format!("{}~{}", pair.here, pair.there),
            Aligned::OnlyHere(id) => format!("{id}<"),
            Aligned::OnlyThere(id) => format!(">{id}"),
        };
        compare(here, there).into_iter().map(row).collect()
    }

    #[test]
    fn an_undertaking_is_recognized_in_other_words() {
        let here = [
            commitment(1, "MLT", "Malta will reopen the harbour line by June"),
            commitment(2, "TUN", "Tunisia pledged 3 million euros for the hospital in Sfax"),
            commitment(3, "MLT", "Malta will support Tunisia's fishing fleet"),
            commitment(4, "MLT", "the two sides will cooperate on customs"),
        ];
        let there = [
            commitment(1, "TUN", "Tunisia is to give EUR 3 million to build a hospital at Sfax"),
            commitment(2, "TUN", "Tunisia will open a consulate in Gozo"),
            commitment(3, "MLT", "Malta intends to open the harbor line again before June"),
            commitment(4, "MLT", "they agreed on customs cooperation"),
            commitment(5, "MLT", "MALTA WILL SUPPORT TUNISIA’S FISHING FLEET."),
        ];
        assert_eq!(read(&here, &there), ["c1~c3", "c2~c1", ">c2", "c3=c5", "c4~c4"]);
    }

    #[test]
    fn other_undertakings_of_a_party_are_not_taken_for_one() {
        let here = [
            commitment(1, "MLT", "Malta will reopen the harbour line"),
            commitment(2, "MLT", "Malta will train ten pilots this year"),
        ];
        let there = [
            commitment(1, "MLT", "Malta will support the harbour police"),
            commitment(2, "MLT", "Malta will host the conference this year"),
        ];
        assert_eq!(read(&here, &there), [">c1", ">c2", "c1<", "c2<"]);
    }

    #[test]
    fn a_pair_tells_in_what_it_is_not_the_same() {
        let here = commitment(1, "MLT", "Malta will reopen the harbour line");
        let there = Commitment {
            parties: vec![party("TUN"), party("MLT")],
            deadline: "2021-06".parse().ok(),
            obligation: crate::model::Obligation::Hedged,
            ..here.clone()
        };
        let rows = compare(&[here], &[there]);
        let Some(Aligned::Both(pair)) = rows.first() else { panic!("{rows:?}") };
        assert_eq!(pair.wording, Wording::Alike);
        let told: Vec<_> = pair.differences.iter().map(|d| (d.label(), d.values.differs())).collect();
        assert_eq!(told, [("who is bound", true), ("how firmly", true), ("by when", false)]);
    }
}
