//! The countries that meet: their names, capitals and towns, from the project's own tables.

use std::collections::HashMap;

use super::names::Names;

const PARTIES: &str = include_str!("../../../../assets/tables/parties.tsv");
const CITIES: &str = include_str!("../../../../assets/tables/cities.tsv");

/// So few towns and a country is left out: territories, and states too small to meet daily.
const FEWEST_TOWNS: usize = 4;

/// Territories with many towns, whose ministers of foreign affairs are elsewhere.
const NOT_MEETING: &[&str] =
    &["PRI", "HKG", "MAC", "REU", "GLP", "MTQ", "GUF", "NCL", "PYF", "ESH", "TWN", "MYT"];
/// Names that want an article.
const WITH_ARTICLE: &[&str] =
    &["USA", "GBR", "NLD", "PHL", "ARE", "COD", "COG", "CAF", "DOM", "GMB", "MDV", "SDN"];
/// States that a king or queen is the head of: a prime minister speaks for them.
const MONARCHIES: &[&str] = &[
    "GBR", "NLD", "BEL", "ESP", "SWE", "NOR", "DNK", "JPN", "THA", "MYS", "KHM", "CAN", "AUS", "NZL", "JOR",
    "MAR", "LSO", "BHR", "KWT", "PNG", "JAM", "BTN", "SAU", "QAT", "OMN", "IND", "ISR", "PAK", "ITA", "DEU",
];

/// A country.
pub struct Country {
    pub code: &'static str,
    /// By its number among the names.
    pub language: usize,
    /// With its article: "the Netherlands".
    pub name: String,
    /// "Dutch".
    pub adjective: &'static str,
    pub capital: &'static str,
    /// The largest first.
    pub towns: Vec<&'static str>,
    pub has_king: bool,
}

/// All countries, those with most towns first: they meet most often.
pub fn read(names: &Names) -> Vec<Country> {
    let mut towns = towns();
    let mut countries: Vec<Country> = rows(PARTIES)
        .filter_map(|row| {
            let [code, "country", name, _, demonyms, capitals, ..] = row[..] else { return None };
            let towns = towns
                .remove(code)
                .filter(|towns| towns.len() >= FEWEST_TOWNS && !NOT_MEETING.contains(&code))?;
            let name = if WITH_ARTICLE.contains(&code) { format!("the {name}") } else { name.to_owned() };
            Some(Country {
                code,
                language: names.language(code),
                name,
                adjective: first(demonyms)?,
                capital: first(capitals)?,
                towns,
                has_king: MONARCHIES.contains(&code),
            })
        })
        .collect();
    countries.sort_by_key(|country| (usize::MAX - country.towns.len(), country.code));
    countries
}

/// The towns of each country, in their main spelling.
fn towns() -> HashMap<&'static str, Vec<&'static str>> {
    let mut found: HashMap<&str, Vec<(u64, &str)>> = HashMap::new();
    for row in rows(CITIES) {
        if let [name, country, population, "geonames"] = row[..] {
            found.entry(country).or_default().push((population.parse().unwrap_or_default(), name));
        }
    }
    let sorted = found.into_iter().map(|(country, mut towns)| {
        towns.sort_by(|a, b| b.cmp(a));
        towns.dedup_by_key(|town| town.1);
        (country, towns.into_iter().map(|(_, name)| name).collect())
    });
    sorted.collect()
}

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.skip(1).map(|line| line.split('\t').collect())
}

fn first(names: &'static str) -> Option<&'static str> {
    names.split('|').next().filter(|name| !name.is_empty())
}
