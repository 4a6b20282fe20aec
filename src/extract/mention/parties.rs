//! Parties by name, demonym, capital or seat.

use std::collections::BTreeSet;
use std::ops::Range;

use super::in_order::Placed;
use crate::extract::segment::Source;
use crate::lexicon::{PartyForm, PartyRow, Shape};

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

/// Every party that an article names, in order. Where one spelling fits several (Congolese, Korean),
/// the one that the article names otherwise is meant, else the first of the table.
pub(in crate::extract) fn parties(source: &Source<'_>) -> Vec<PartyMention> {
    let mut found: Vec<(Range<usize>, Vec<crate::lexicon::PartyName>)> = Vec::new();
    let mut at = 0;
    while at < source.tokens.len() {
        match source.phrase(source.lexicon.party_names(), at..usize::MAX) {
            Some((n, names)) if !shouted(source, at, n) && !is_currency(source, at + n) => {
                found.push((at..at + n, names.iter().copied().collect()));
                at += n;
            }
            _ => match source.unlisted_at(at) {
                Some((n, name)) => {
                    found.push((at..at + n, vec![name]));
                    at += n;
                }
                None => at += 1,
            },
        }
    }
    let sure: BTreeSet<usize> = found
        .iter()
        .filter_map(|(_, names)| if let [only] = &**names { Some(only.row) } else { None })
        .collect();
    let pick = |names: &[crate::lexicon::PartyName]| {
        let known = names.iter().find(|name| sure.contains(&name.row));
        known.or_else(|| names.first()).copied()
    };
    let mentions = found.into_iter().filter_map(|(words, names)| {
        let name = pick(&names)?;
        Some(PartyMention { words: with_form_of_state(source, words), row: name.row, form: name.form })
    });
    mentions.collect()
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
