//! Places: cities and other places where meetings are held, with their countries.
//! The tables are `assets/tables/cities.tsv` (GeoNames, CC BY 4.0) and `assets/tables/places.tsv`.

use rustc_hash::FxHashMap;

use super::index::{Case, IndexBuilder, Set};
use super::phrases::Phrases;
use super::table::{TableError, rows};
use crate::model::CountryCode;

/// A place of that name. Several places may share one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceRow {
    /// The place's country, as an index into the list of countries.
    country: CountryIndex,
    /// How many people live there: of two places of one name the larger is meant, all else equal.
    pub population: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct CountryIndex(u16);

#[derive(Debug)]
pub(super) struct Places {
    countries: Vec<CountryCode>,
    pub names: Phrases<PlaceRow>,
}

impl Places {
    pub fn read(index: &mut IndexBuilder) -> Result<Self, TableError> {
        let columns = ["name", "country", "population"];
        let cities = rows("cities", include_str!("../../assets/tables/cities.tsv"), columns)?;
        let places = rows("places", include_str!("../../assets/tables/places.tsv"), columns)?;
        let mut read = Self { countries: Vec::new(), names: Phrases::new(Set::Places) };
        let mut known: FxHashMap<&str, CountryIndex> = FxHashMap::default();
        for row in cities.chain(places) {
            let row = row?;
            let [name, country, population] = row.cells;
            let population = population.parse().map_err(|_| row.error("the population is no number"))?;
            let country = match known.get(country) {
                Some(&index) => index,
                None => {
                    let code = country.parse().map_err(|e| row.error(format!("{e}")))?;
                    *known.entry(country).or_insert(read.index(code))
                }
            };
            read.names.add(index, name, Case::AsName, PlaceRow { country, population });
        }
        Ok(read)
    }

    /// The country of a place.
    pub fn country(&self, place: &PlaceRow) -> Option<&CountryCode> {
        self.countries.get(usize::from(place.country.0))
    }

    /// The number of a country, given one if it has none yet.
    fn index(&mut self, country: CountryCode) -> CountryIndex {
        let index = CountryIndex(u16::try_from(self.countries.len()).unwrap_or(u16::MAX));
        self.countries.push(country);
        index
    }
}
