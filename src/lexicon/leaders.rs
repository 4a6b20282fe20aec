//! Leaders: people who led a party or spoke for it abroad, by name. The table is
//! `assets/tables/leaders.tsv`.

use smallvec::SmallVec;

use super::index::{Case, IndexBuilder, Set};
use super::parties::Parties;
use super::phrases::Phrases;
use super::table::{TableError, list, rows};
use super::word_map::WordMap;
use super::words::words;

/// The table.
const CONTENT: &str = include_str!("../../assets/tables/leaders.tsv");

/// Reads the table: the place in [`super::Lexicon::parties`] of each leader's party.
pub(super) fn read(index: &mut IndexBuilder, parties: &Parties) -> Result<Phrases<usize>, TableError> {
    let mut phrases = Phrases::new(Set::Leaders);
    for row in rows("leaders", CONTENT, ["names", "party"])? {
        let row = row?;
        let [names, code] = row.cells;
        let code = code.parse().map_err(|e| row.error(format!("{e}")))?;
        let party =
            parties.by_code.get(&code).ok_or_else(|| row.error(format!("no party has the code {code}")))?;
        for name in list(names) {
            phrases.add(index, name, Case::AsName, *party);
        }
    }
    Ok(phrases)
}

/// The parties of the leaders who have a word for their first or last name, by that word: nearly always one.
pub(super) type ByWord = WordMap<SmallVec<[usize; 2]>>;

/// Reads them.
pub(super) fn by_word(parties: &Parties) -> ByWord {
    let mut found = ByWord::default();
    for row in rows("leaders", CONTENT, ["names", "party"]).into_iter().flatten().flatten() {
        let [names, code] = row.cells;
        let Some(&party) = code.parse().ok().and_then(|code| parties.by_code.get(&code)) else { continue };
        for name in list(names) {
            let mut words = words(name);
            let first = words.next();
            let last = words.last().or(first);
            for word in [first, last].into_iter().flatten() {
                let held = found.entry(word.text, SmallVec::new());
                if !held.contains(&party) {
                    held.push(party);
                }
            }
        }
    }
    found
}
