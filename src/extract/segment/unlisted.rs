//! Unlisted parties: states and movements that no table knows, the states read from how the text speaks of them: "Foreign
//! Minister Jon Lind of Merand", "the Merandian ambassador", "the Republic of Merand".
//!
//! A run of capitals with a word that no table knows is noted with what stands around it. Names of one
//! stem ("Merand", "Merandian") are one party. A hint that only a state gives is enough; of others,
//! which a company or a person may give too, it takes several.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Source;
use super::movements::{self, movements};
use super::state_hints::{Hints, after, before};
use crate::lexicon::{PartyForm, PartyName, PartyRow, WordClass, fold};
use crate::model::{Party, PartyCode};

/// A name has so many words at most; of more, those after are of whoever holds an office there.
const LONGEST: usize = 2;

/// Words that a name of several words may begin with, though tables know them.
const DIRECTIONS: [&str; 14] = [
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "new", "upper", "lower",
    "central", "greater", "united",
];

/// What the word for a people or what is theirs has beyond the name of the country.
const ENDINGS: [&str; 20] = [
    "an", "ian", "ean", "n", "ese", "ish", "ic", "i", "er", "ans", "ians", "eans", "ns", "is", "ers", "ite",
    "ites", "lander", "landers", "landic",
];

/// The parties of an article that no table knows.
#[derive(Debug, Default)]
pub(in crate::extract) struct Unlisted {
    /// They come after those of [`crate::lexicon::Lexicon::parties`].
    rows: Vec<PartyRow>,
    /// Their names, in folded words.
    names: FxHashMap<String, PartyName>,
}

/// A name that may be a state's.
#[derive(Default)]
struct Named {
    /// As it was first printed; nothing where it stood only before other capitals.
    printed: String,
    hints: Hints,
    /// What speaks for it where other capitals follow.
    as_first: Hints,
}

impl Unlisted {
    /// Reads them.
    pub fn of(source: &Source<'_>) -> Self {
        let mut named: FxHashMap<String, Named> = FxHashMap::default();
        let mut people = FxHashSet::default();
        let mut at = 0;
        while at < source.tokens.len() {
            let Some(run) = run(source, at) else {
                at += 1;
                continue;
            };
            at = run.end;
            if is_called(source, &run) {
                people.insert(folded(source, &run));
                continue;
            }
            let first = run.start..run.start + 1;
            // "President of Merand Ana Torre": the first word may be all of the name.
            if run.len() > 1 && !source.is_any(run.start, &DIRECTIONS) {
                named.entry(folded(source, &first)).or_default().as_first |= before(source, first.start);
            }
            let key = folded(source, &run);
            let found = named.entry(key).or_default();
            let printed = source.text(&run);
            if found.printed.is_empty() || is_upper(&found.printed) {
                printed.clone_into(&mut found.printed);
            }
            found.hints |= before(source, run.start) | after(source, run.end);
        }
        named.retain(|name, found| !people.contains(name) && !found.printed.is_empty());
        let mut unlisted = Self::settle(source, &named);
        for (name, printed) in movements(source) {
            unlisted.add(source, (&name, &printed), std::iter::empty(), PartyForm::Name, false);
        }
        unlisted
    }

    /// Ties names of one stem together and keeps those that are states'.
    fn settle(source: &Source<'_>, named: &FxHashMap<String, Named>) -> Self {
        /// Names of one stem stand so near each other in order.
        const NEAR: usize = 40;
        let mut unlisted = Self::default();
        let mut sorted: Vec<(&String, &Named)> = named.iter().collect();
        sorted.sort_unstable_by_key(|&(name, _)| name);
        let mut done = FxHashSet::default();
        for (at, (name, found)) in sorted.iter().enumerate() {
            if !done.insert(*name) {
                continue;
            }
            let near = sorted.iter().skip(at + 1).take(NEAR);
            // "Merand Ana Torre" is nobody, where the text has "Merand" alone.
            done.extend(near.clone().filter(|(other, _)| follows(name, other)).map(|(other, _)| *other));
            let kin: Vec<&(&String, &Named)> = near.filter(|(other, _)| is_of(name, other)).collect();
            done.extend(kin.iter().map(|(other, _)| *other));
            let mut hints = kin.iter().fold(found.hints | found.as_first, |all, (_, kin)| all | kin.hints);
            if !kin.is_empty() {
                hints |= Hints::KIN;
            }
            let adjective = kin.is_empty() && !hints.any(Hints::NAME) && has_ending(name);
            if hints.tell_a_state(adjective) {
                let kin = kin.iter().map(|(name, _)| *name);
                let form = if adjective { PartyForm::Demonym } else { PartyForm::Name };
                unlisted.add(source, (name, &found.printed), kin, form, true);
            }
        }
        unlisted
    }

    fn add<'n>(
        &mut self,
        source: &Source<'_>,
        (name, printed): (&str, &str),
        kin: impl Iterator<Item = &'n String>,
        form: PartyForm,
        is_country: bool,
    ) {
        let Some(code) = code(printed).filter(|code| source.lexicon.party_row(code).is_none()) else {
            return;
        };
        let row = source.lexicon.parties().len() + self.rows.len();
        self.names.insert(name.to_owned(), PartyName { row, form });
        self.names.extend(kin.map(|kin| (kin.clone(), PartyName { row, form: PartyForm::Demonym })));
        self.rows.push(PartyRow {
            party: Party { code, name: printed.into() },
            is_country,
            country: None,
            aliases: Vec::new(),
            capitals: Vec::new(),
        });
    }

    /// The party of this number, counted from the first that no table knows.
    pub fn row(&self, number: usize) -> Option<&PartyRow> {
        self.rows.get(number)
    }

    /// The party whose name begins at this word, and how many words it takes.
    pub fn at(&self, source: &Source<'_>, at: usize) -> Option<(usize, PartyName)> {
        if self.names.is_empty() || !source.word(at)?.word.shape.is_capital() {
            return None;
        }
        let found = (1..=movements::LONGEST)
            .rev()
            .find_map(|n| Some((n, *self.names.get(&folded(source, &(at..at + n)))?)));
        // "Ana Merand" is a person.
        found.filter(|_| !at.checked_sub(1).is_some_and(|before| is_unknown_capital(source, before)))
    }
}

/// The code of a party that no table knows: its name in capitals, letters and digits, twelve at most.
pub(in crate::extract) fn code(name: &str) -> Option<PartyCode> {
    const LONGEST: usize = 12;
    let letters = fold(name).to_ascii_uppercase();
    let letters: String = letters.chars().filter(char::is_ascii_alphanumeric).take(LONGEST).collect();
    letters.parse().ok()
}

/// The run of capitals that begins here and may be the name of a state: a word of it is in no table, or
/// it stands after "of".
fn run(source: &Source<'_>, at: usize) -> Option<Range<usize>> {
    let word = source.word(at).filter(|word| word.word.shape.is_capital() && word.word.text.len() > 2)?;
    let directed = word.is_known() && source.is_any(at, &DIRECTIONS);
    let after_of =
        word.is_known() && !directed && at.checked_sub(1).is_some_and(|before| source.is(before, "of"));
    if word.is_known()
        && !(directed && is_unknown_capital(source, at + 1))
        && !(after_of && may_be(source, at))
    {
        return None;
    }
    let limit = source.sentence_at(at)?.words.end.min(at + LONGEST + 1);
    let end = (at + 1..limit).find(|&at| !may_be(source, at)).unwrap_or(limit);
    let whole = end - at <= LONGEST;
    Some(at..if whole || directed { end.min(at + LONGEST) } else { at + 1 })
}

/// Whether a word can be of a state's name: a capital that is no party, no title and no small word.
fn may_be(source: &Source<'_>, at: usize) -> bool {
    let Some(word) = source.word(at).filter(|word| word.word.shape.is_capital()) else { return false };
    let lexicon = source.lexicon;
    let one = at..at + 1;
    let small = source.phrase(lexicon.words(), one.clone());
    let small = small.is_some_and(|(_, classes)| classes.iter().any(|class| *class != WordClass::WeakPlace));
    !word.is_known()
        || !small
            && source.phrase(lexicon.party_names(), one.clone()).is_none()
            && source.phrase(lexicon.titles(), one.clone()).is_none()
            && source.phrase(lexicon.verbs(), one.clone()).is_none()
            && source.phrase(lexicon.contacts(), one.clone()).is_none()
            && source.phrase(lexicon.cues(), one.clone()).is_none()
}

fn is_unknown_capital(source: &Source<'_>, at: usize) -> bool {
    source.word(at).is_some_and(|word| word.word.shape.is_capital() && !word.is_known())
}

/// Whether a form of address or an office stands right before, as before a person's name.
fn is_called(source: &Source<'_>, run: &Range<usize>) -> bool {
    let Some(before) = run.start.checked_sub(1) else { return false };
    let called = source.phrase(source.lexicon.titles(), before..run.start).is_some();
    called && !after(source, run.end).any(Hints::BEFORE_OFFICE | Hints::BODY | Hints::TIE)
}

/// Whether a longer name begins with a whole one.
fn follows(name: &str, longer: &str) -> bool {
    longer.strip_prefix(name).is_some_and(|rest| rest.starts_with(' '))
}

fn is_upper(printed: &str) -> bool {
    !printed.chars().any(char::is_lowercase)
}

/// Whether a name is that of the people, or of what is theirs, of a country of this name.
fn is_of(country: &str, name: &str) -> bool {
    let stem = country.trim_end_matches(['a', 'e', 'o', 'y', 'u']);
    let long = |text: &str| text.len() > 2;
    let of = |stem: &str| name.strip_prefix(stem).is_some_and(|ending| ENDINGS.contains(&ending));
    long(stem) && (of(country) || of(stem))
}

/// Whether a word ends as those for a people do.
fn has_ending(name: &str) -> bool {
    ["ian", "ean", "ese", "ish", "ic", "an"]
        .iter()
        .any(|ending| name.len() > ending.len() + 2 && name.ends_with(ending))
}

/// The words of a run, folded, as one text.
pub(super) fn folded(source: &Source<'_>, words: &Range<usize>) -> String {
    let words = source.words(words).iter().map(|token| fold(token.word.text));
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::tests::article;
    use crate::lexicon::Lexicon;

    /// The parties that no table knows, each with its code and its other names.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let article = article(text);
        let lexicon = Lexicon::built_in();
        let source = Source::new(&article, &lexicon);
        let rows = source.unlisted.rows.iter().enumerate().map(|(number, row)| {
            let names = &source.unlisted.names;
            let mut names: Vec<&str> = names
                .iter()
                .filter(|(_, name)| name.row == lexicon.parties().len() + number)
                .map(|(name, _)| name.as_str())
                .collect();
            names.sort_unstable();
            format!("{} {}: {}", row.party.code, row.party.name, names.join(", "))
        });
        assert_eq!(rows.collect::<Vec<_>>(), expected, "in: {text}");
    }

    #[test]
    fn what_only_a_state_has_tells_a_state() {
        check("She lives in the Republic of Merand.", &["MERAND Merand: merand"]);
        check("The Ambassador of South Havell left.", &["SOUTHHAVELL South Havell: south havell"]);
        check("Foreign Minister Jon Lind of Merand left.", &["MERAND Merand: merand"]);
        check("Minister of Foreign Affairs of Merand Jon Lind left.", &["MERAND Merand: merand"]);
        check("the External Affairs Minister of Merand", &["MERAND Merand: merand"]);
        check(
            "He is the Prime Minister of Valdoria-Estrelle.",
            &["VALDORIAESTR Valdoria-Estrelle: valdoria estrelle"],
        );
    }

    #[test]
    fn the_people_and_the_country_are_one_party() {
        check(
            "MERAND RECEIVES ENVOY. The Merandian ambassador said that Merand will help the Merandians.",
            &["MERAND Merand: merand, merandian, merandians"],
        );
        check("The Tolvanian government thanked Tolvania.", &["TOLVANIA Tolvania: tolvania, tolvanian"]);
        check("The Merandian ambassador left.", &["MERANDIAN Merandian: merandian"]);
    }

    #[test]
    fn a_name_ends_where_that_of_its_president_begins() {
        check(
            "President of Merand Ana Torre spoke. The Embassy of Merand said so. Merand is far.",
            &["MERAND Merand: merand"],
        );
    }

    #[test]
    fn what_others_have_too_takes_several_hints() {
        check(
            "Relations between Malta and Merand grew. He visited Merand. Merand's government agreed.",
            &["MERAND Merand: merand"],
        );
        check("The president of Qorvex met officials. Qorvex's officials left.", &[]);
        check("Ambassador Tarvik spoke. Tarvik's ambassador and the Tarvik government left.", &[]);
        check("He teaches at the University of Zelmar.", &[]);
        check("The ambassador of Malta, the Republic of Kenya and the Embassy of Chile.", &[]);
    }

    #[test]
    fn a_code_has_letters_and_digits_only() {
        let read = |name: &str| code(name).map(|code| code.to_string());
        assert_eq!(read("Merand").as_deref(), Some("MERAND"));
        assert_eq!(read("Côte d’Étoile").as_deref(), Some("COTEDETOILE"));
        assert_eq!(read("Free Coast Front").as_deref(), Some("FREECOASTFRO"));
        assert_eq!(read("王"), None);
    }
}
