//! Parties: states and organizations by every name that English texts give them.
//! The table is `assets/tables/parties.tsv`.

use rustc_hash::FxHashMap;

use super::index::{Case, IndexBuilder, Set};
use super::own::PARTIES;
use super::phrases::Phrases;
use super::table::{Row, TableError, list, rows};
use crate::model::{CountryCode, Party, PartyCode};

/// A state or organization that the tables know.
#[derive(Clone, Debug)]
pub struct PartyRow {
    /// Its code and short English name.
    pub party: Party,
    /// Whether it is a country and not an organization.
    pub is_country: bool,
    /// Which country, where ISO has coded it.
    pub country: Option<CountryCode>,
    /// Other names, for pickers.
    pub aliases: Vec<String>,
    /// The names of its capital; the first is the usual one.
    pub capitals: Vec<String>,
}

/// In what way words name a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartyForm {
    /// By its name: "Kyrgyzstan", "the Kyrgyz Republic", "ASEAN".
    Name,
    /// By the word for its people or what is theirs: "Kyrgyz".
    Demonym,
    /// By its capital, which may be meant as a place or as the government.
    Capital,
    /// By an office or house that stands for the government: "the Kremlin".
    Seat,
}

/// A name of a party, in the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartyName {
    /// The place of the party in [`super::Lexicon::parties`].
    pub row: usize,
    /// In what way the words name it.
    pub form: PartyForm,
}

#[derive(Debug)]
pub(super) struct Parties {
    pub rows: Vec<PartyRow>,
    pub by_code: FxHashMap<PartyCode, usize>,
    pub names: Phrases<PartyName>,
}

impl Parties {
    pub fn read(index: &mut IndexBuilder) -> Result<Self, TableError> {
        let content = include_str!("../../assets/tables/parties.tsv");
        let mut parties =
            Self { rows: Vec::new(), by_code: FxHashMap::default(), names: Phrases::new(Set::Parties) };
        for row in rows("parties", content, PARTIES)? {
            parties.add(row?, index)?;
        }
        Ok(parties)
    }

    fn add(&mut self, row: Row<7>, index: &mut IndexBuilder) -> Result<(), TableError> {
        let [code, ..] = row.cells;
        if code.parse().is_ok_and(|code: PartyCode| self.by_code.contains_key(&code)) {
            return Err(row.error(format!("{code} stands twice")));
        }
        self.add_own(row, index)
    }

    /// Adds a party, or names to the one that has this code already.
    pub fn add_own(&mut self, row: Row<7>, index: &mut IndexBuilder) -> Result<(), TableError> {
        let [code, kind, name, aliases, demonyms, capital, seats] = row.cells;
        let code: PartyCode = code.parse().map_err(|e| row.error(format!("{e}")))?;
        let is_country = match kind {
            "country" => true,
            "organization" => false,
            other => return Err(row.error(format!("the kind is country or organization, not {other}"))),
        };
        if name.is_empty() {
            return Err(row.error("the name is missing"));
        }
        let at = self.by_code.get(&code).copied().unwrap_or(self.rows.len());
        let mut name_it = |phrase: &str, form| {
            self.names.add(index, phrase, Case::AsName, PartyName { row: at, form });
        };
        name_it(name, PartyForm::Name);
        list(aliases).for_each(|alias| name_it(alias, PartyForm::Name));
        list(demonyms).for_each(|demonym| name_it(demonym, PartyForm::Demonym));
        list(capital).for_each(|city| name_it(city, PartyForm::Capital));
        list(seats).for_each(|seat| name_it(seat, PartyForm::Seat));
        let aliases = list(aliases).map(str::to_owned);
        match self.rows.get_mut(at) {
            Some(known) => known.aliases.extend([name.to_owned()].into_iter().chain(aliases)),
            None => {
                self.by_code.insert(code.clone(), at);
                self.rows.push(PartyRow {
                    country: code.as_str().parse().ok().filter(|_| is_country),
                    party: Party { code, name: name.into() },
                    is_country,
                    aliases: aliases.collect(),
                    capitals: list(capital).map(str::to_owned).collect(),
                });
            }
        }
        Ok(())
    }
}
