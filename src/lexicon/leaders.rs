//! Leaders: people who led a party or spoke for it abroad, by name. The table is
//! `assets/tables/leaders.tsv`.

use super::index::{Case, IndexBuilder, Set};
use super::parties::Parties;
use super::phrases::Phrases;
use super::table::{TableError, list, rows};

/// Reads the table: the place in [`super::Lexicon::parties`] of each leader's party.
pub(super) fn read(index: &mut IndexBuilder, parties: &Parties) -> Result<Phrases<usize>, TableError> {
    let mut phrases = Phrases::new(Set::Leaders);
    for row in rows("leaders", include_str!("../../assets/tables/leaders.tsv"), ["names", "party"])? {
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
