//! Parties by name, demonym, capital or seat.

use std::collections::BTreeSet;
use std::ops::Range;

use smallvec::{SmallVec, smallvec};

use super::in_order::Placed;
use super::namesakes::namesakes;
use crate::extract::segment::Source;
use crate::lexicon::{PartyForm, PartyName, PartyRow, PlaceRow, Shape};

/// Words that name a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::extract) struct PartyMention {
    /// The words, without an article or a possessive.
    pub words: Range<usize>,
    /// The place of the party in [`crate::lexicon::Lexicon::parties`].
    pub row: usize,
    /// In what way they name it.
    pub form: PartyForm,
}

impl Placed for PartyMention {
    fn words(&self) -> &Range<usize> {
        &self.words
    }
}

/// What a spelling may name: nearly always one party.
type Names = SmallVec<[PartyName; 1]>;

/// Every party that an article names, in order. Where one spelling fits several (Congolese, Korean),
/// the one that the article names otherwise is meant, else the first of the table.
pub(in crate::extract) fn parties(source: &Source<'_>) -> Vec<PartyMention> {
    let mut found: Vec<(Range<usize>, Names)> = Vec::new();
    let mut at = 0;
    while at < source.tokens.len() {
        match source.phrase(source.lexicon.party_names(), at..usize::MAX) {
            Some((n, names))
                if !shouted(source, at, n) && !is_currency(source, at + n) && !is_national(source, at) =>
            {
                found.push((at..at + n, names.iter().copied().collect()));
                at += n;
            }
            _ => match source.unlisted_at(at) {
                Some((n, name)) => {
                    found.push((at..at + n, smallvec![name]));
                    at += n;
                }
                None => at += 1,
            },
        }
    }
    let people = namesakes(source, found.iter().map(|(words, names)| (words, names.as_slice())));
    let mut number = 0..;
    found.retain(|_| number.next().is_none_or(|number| !people.contains(&number)));
    // "Atlanta, Georgia": the whole text speaks of the province then.
    let provinces: BTreeSet<usize> = found
        .iter()
        .filter(|(words, names)| is_province(source, words, names))
        .flat_map(|(_, names)| names.iter().map(|name| name.row))
        .collect();
    found.retain(|(_, names)| {
        let of_province = |name: &PartyName| name.form == PartyForm::Name && provinces.contains(&name.row);
        !names.iter().all(of_province)
    });
    let sure: BTreeSet<usize> = found
        .iter()
        .filter_map(|(_, names)| if let [only] = &**names { Some(only.row) } else { None })
        .collect();
    let pick = |names: &[PartyName]| {
        let known = names.iter().find(|name| sure.contains(&name.row));
        known.or_else(|| names.first()).copied()
    };
    let seat = organization_at_seat(source, &found);
    let mentions = found.into_iter().filter_map(|(words, names)| {
        let name = pick(&names)?;
        let name = seat.filter(|_| acts_from_seat(source, &words, name)).unwrap_or(name);
        Some(PartyMention { words: with_form_of_state(source, words), row: name.row, form: name.form })
    });
    mentions.collect()
}

/// The Union, where an article names it and never the country whose capital is its seat.
fn organization_at_seat(source: &Source<'_>, found: &[(Range<usize>, Names)]) -> Option<PartyName> {
    let code = |row: usize| source.party(row).map(|row| row.party.code.as_str());
    let mut names = found.iter().flat_map(|(_, names)| names.iter());
    let country = |name: &&PartyName| code(name.row) == Some("BEL") && name.form != PartyForm::Capital;
    let elsewhere = found.iter().flat_map(|(_, names)| names.iter()).all(|name| !country(&name));
    names.find(|name| code(name.row) == Some("EU")).copied().filter(|_| elsewhere)
}

/// "Brussels said it would": a capital that acts, and is not where something is.
fn acts_from_seat(source: &Source<'_>, words: &Range<usize>, name: PartyName) -> bool {
    const PLACED: [&str; 9] = ["in", "at", "to", "from", "near", "for", "outside", "around", "of"];
    let placed = words.start.checked_sub(1).is_some_and(|before| source.is_any(before, &PLACED));
    let seat = source.party(name.row).is_some_and(|row| row.party.code.as_str() == "BEL");
    seat && name.form == PartyForm::Capital && !placed && !source.is(words.end, ",")
}

/// A country's name with what it calls itself: "Republic of Norland", "the Kingdom of Norland".
fn with_form_of_state(source: &Source<'_>, words: Range<usize>) -> Range<usize> {
    const FORMS: [&str; 7] =
        ["republic", "kingdom", "state", "sultanate", "principality", "emirate", "commonwealth"];
    let from =
        words.start.checked_sub(2).filter(|&from| source.is(from + 1, "of") && source.is_any(from, &FORMS));
    let capital = from.filter(|&from| source.word(from).is_some_and(|token| token.word.shape.is_capital()));
    capital.unwrap_or(words.start)..words.end
}

/// "Atlanta, Georgia": after a city that lies elsewhere, a province that has the name of a country.
fn is_province(source: &Source<'_>, words: &Range<usize>, names: &[PartyName]) -> bool {
    const LONGEST: usize = 3;
    let (at, end) = (words.start, words.end);
    let lexicon = source.lexicon;
    let named = names.iter().all(|name| name.form == PartyForm::Name);
    // "over Moscow, Georgia and Abkhazia" is a list.
    let capital = |at: usize| source.word(at).is_some_and(|word| word.word.shape.is_capital());
    let listed = source.is_any(end, &["and", "or", "&"]);
    if !named || at < 2 || !source.is(at - 1, ",") || listed || capital(end) {
        return false;
    }
    let city = |end: usize| {
        (1..=LONGEST).rev().find_map(|long| {
            let from = end.checked_sub(long)?;
            source.phrase(lexicon.place_names(), from..end).filter(|(n, _)| *n == long)
        })
    };
    // "Atlanta and Clarkston, Georgia": of two, the first may be the one that is known.
    let first = || {
        let and = (1..=LONGEST).find_map(|n| (at - 1).checked_sub(n).filter(|&and| source.is(and, "and")))?;
        city(and)
    };
    let country = |row: &PlaceRow| lexicon.country_of(row).cloned();
    let of_name = |name: &PartyName| source.party(name.row).and_then(|row| row.country.clone());
    let provinces = source.phrase(lexicon.place_names(), words.clone()).filter(|(n, _)| *n == words.len());
    let same = |cities: &[PlaceRow], provinces: &[PlaceRow]| {
        let own = cities.iter().any(|city| names.iter().any(|name| of_name(name) == country(city)));
        !own && cities.iter().any(|city| provinces.iter().any(|other| country(other) == country(city)))
    };
    let cities = city(at - 1).or_else(first);
    cities.zip(provinces).is_some_and(|((_, cities), (_, provinces))| {
        let cities: Vec<PlaceRow> = cities.iter().copied().collect();
        let provinces: Vec<PlaceRow> = provinces.iter().copied().collect();
        same(&cities, &provinces)
    })
}

/// "the National Security Council" is not that of the United Nations.
fn is_national(source: &Source<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).is_some_and(|at| source.is_any(at, &["national", "supreme", "state"]));
    before && source.is(at, "security") && source.is(at + 1, "council")
}

/// "US$ 5 million" is no party.
fn is_currency(source: &Source<'_>, after: usize) -> bool {
    source.is_any(after, &["$", "dollar", "dollars"])
}

/// Whether a short word in capitals stands in a line that is all in capitals, where "US" and "WHO"
/// may be any word.
fn shouted(source: &Source<'_>, at: usize, n: usize) -> bool {
    let short =
        n == 1 && source.word(at).is_some_and(|t| t.word.shape == Shape::Upper && t.word.text.len() <= 4);
    short && source.sentence_at(at).is_some_and(|sentence| sentence.in_capitals)
}

impl PartyMention {
    /// The row of the tables.
    pub fn of<'s>(&self, source: &'s Source<'_>) -> Option<&'s PartyRow> {
        source.party(self.row)
    }

    /// Whether the party is a country.
    pub fn is_country(&self, source: &Source<'_>) -> bool {
        self.of(source).is_some_and(|row| row.is_country)
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::rule::Scene;
    use crate::extract::tests::article;
    use crate::lexicon::Lexicon;

    /// The codes of the parties that a text names.
    fn named(text: &str) -> Vec<String> {
        let article = article(text);
        let lexicon = Lexicon::built_in();
        let scene = Scene::new(&article, &lexicon);
        let rows = scene.mentions.parties.iter().filter_map(|party| party.of(&scene.source));
        rows.map(|row| row.party.code.to_string()).collect()
    }

    #[test]
    fn brussels_acts_for_the_union_where_the_article_speaks_of_it() {
        assert_eq!(named("The EU met Norway. Brussels said it would pay."), ["EU", "NOR", "EU"]);
        assert_eq!(named("The EU met Norway in Brussels."), ["EU", "NOR", "BEL"]);
        assert_eq!(named("The EU met Belgium. Brussels said it would pay."), ["EU", "BEL", "BEL"]);
        assert_eq!(named("Brussels said it would pay."), ["BEL"]);
    }

    #[test]
    fn a_province_with_the_name_of_a_country_is_none() {
        assert_eq!(named("They met in Atlanta, Georgia on Friday. Georgia is warm."), [""; 0]);
        assert_eq!(named("They met in Batumi, Georgia on Friday. Georgia is warm."), ["GEO", "GEO"]);
    }
}
