//! What undertakings are about: the words that tell one from another, and how many of them two share.

use std::collections::{BTreeMap, BTreeSet};

use crate::lexicon::{Shape, fold, words};
use crate::model::Commitment;

/// Words that undertakings of any content have.
const COMMON: &str = "about according agree agreed agrees aim aims also and any are been both but commit commitment \
    commits committed continue could countries country for from has have her his intend intends \
    into its new not our plan plans pledge pledged pledges promise promised ready said shall should \
    side sides that the their them they this two undertake undertook was were which will willing \
    with would";

/// What each undertaking is about: the stems of its words, without those that all undertakings have
/// and the names of its parties, which are compared as parties.
pub(super) fn content(commitments: &[Commitment]) -> Vec<BTreeSet<String>> {
    let stems = |commitment: &Commitment| {
        let parties = commitment.parties.iter().chain(&commitment.toward);
        let names: BTreeSet<String> = parties.flat_map(|party| stems_of(&party.name)).collect();
        stems_of(&commitment.text).filter(|stem| !names.contains(stem)).collect()
    };
    commitments.iter().map(stems).collect()
}

fn stems_of(text: &str) -> impl Iterator<Item = String> {
    let words = words(text).filter(|word| !matches!(word.shape, Shape::Mark(_) | Shape::Possessive));
    words.map(|word| fold(word.text)).filter_map(|word| {
        let number = word.starts_with(|c: char| c.is_ascii_digit());
        let telling = number || word.chars().count() > 2 && !COMMON.split(' ').any(|common| common == word);
        telling.then(|| if number { word.into_owned() } else { stem(&word) })
    })
}

/// What the forms of a word have in common, roughly: "reopens" and "reopening", "cooperate" and
/// "cooperation", "harbour" and "harbor".
fn stem(word: &str) -> String {
    const ENDINGS: [&str; 6] = ["ing", "ies", "ed", "es", "s", "y"];
    const SHORTEST: usize = 4;
    const LONGEST: usize = 6;
    let without = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending));
    let stem = without.filter(|stem| stem.chars().count() >= SHORTEST).unwrap_or(word);
    stem.replace("ou", "o").trim_end_matches('e').chars().take(LONGEST).collect()
}

/// How much each word tells, in thousandths: one that many undertakings of a report share tells little.
pub(super) fn weights(here: &[BTreeSet<String>], there: &[BTreeSet<String>]) -> BTreeMap<String, u64> {
    let mut most: BTreeMap<String, u64> = BTreeMap::new();
    for commitments in [here, there] {
        let mut times: BTreeMap<&String, u64> = BTreeMap::new();
        commitments.iter().flatten().for_each(|stem| *times.entry(stem).or_default() += 1);
        for (stem, times) in times {
            let known = most.entry(stem.clone()).or_default();
            *known = times.max(*known);
        }
    }
    most.into_iter().map(|(stem, times)| (stem, 1_000 / times)).collect()
}

/// How much of their words two undertakings share, in thousandths of all.
pub(super) fn shared(
    here: &BTreeSet<String>,
    there: &BTreeSet<String>,
    weights: &BTreeMap<String, u64>,
) -> u64 {
    let weight = |stem: &String| weights.get(stem).copied().unwrap_or_default();
    let all: u64 = here.iter().chain(there).map(weight).sum();
    let common: u64 = here.intersection(there).map(weight).sum();
    (2_000 * common).checked_div(all).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_and_spellings_of_a_word_have_one_stem() {
        for (a, b) in [
            ("reopens", "reopening"),
            ("cooperate", "cooperation"),
            ("harbour", "harbor"),
            ("supply", "supplies"),
            ("trained", "training"),
        ] {
            assert_eq!(stem(a), stem(b));
        }
        assert_ne!(stem("harbour"), stem("hospital"));
    }
}
