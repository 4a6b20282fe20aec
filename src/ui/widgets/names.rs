//! What pickers search through: the parties, countries and topics of the lexicon by all their names.

use std::cmp::Reverse;

use crate::across::fit;
use crate::lexicon::{Lexicon, PartyRow, fold};

/// How many answers a picker shows.
const SHOWN: usize = 40;

/// Something that can be picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// What the record holds: a code, a topic's key.
    pub key: String,
    /// What people call it.
    pub label: String,
    /// Every name that it is found by, the key among them.
    spellings: Vec<String>,
}

/// One of the lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// States and organizations.
    Parties,
    /// States.
    Countries,
    /// What commitments are about.
    Topics,
}

/// Every list, ready to be searched.
#[derive(Debug, Default)]
pub struct Names {
    parties: Vec<Name>,
    countries: Vec<Name>,
    topics: Vec<Name>,
}

impl Names {
    /// The names of the lexicon.
    pub fn of(lexicon: &Lexicon) -> Self {
        let countries = lexicon.parties().iter().filter(|row| row.country.is_some());
        Self {
            parties: by_label(lexicon.parties().iter().map(Name::of_party)),
            countries: by_label(countries.map(Name::of_party)),
            topics: by_label(lexicon.topic_keys().iter().map(|key| Name::of_topic(key))),
        }
    }

    /// Everything in a list.
    pub fn all(&self, list: List) -> &[Name] {
        match list {
            List::Parties => &self.parties,
            List::Countries => &self.countries,
            List::Topics => &self.topics,
        }
    }

    /// What people call the one with this key; an unknown key is its own name.
    pub fn label<'n>(&'n self, list: List, key: &'n str) -> &'n str {
        self.all(list).iter().find(|name| name.key == key).map_or(key, |name| &name.label)
    }

    /// What typed words may mean, the likeliest first. Nothing typed gives those whose keys are `near`,
    /// then the list from its start.
    pub fn find(&self, list: List, typed: &str, near: &[String]) -> Vec<Name> {
        let typed = typed.trim();
        if typed.is_empty() {
            let all = self.all(list);
            let first = near.iter().filter_map(|key| all.iter().find(|name| name.key == *key));
            let rest = all.iter().filter(|name| !near.contains(&name.key));
            return first.chain(rest).take(SHOWN).cloned().collect();
        }
        let names = self.all(list).iter();
        let mut found: Vec<(u32, &Name)> =
            names.filter_map(|name| Some((name.likeness(typed)?, name))).collect();
        found.sort_by(|(a, name), (b, other)| (Reverse(a), &name.label).cmp(&(Reverse(b), &other.label)));
        found.into_iter().take(SHOWN).map(|(_, name)| name.clone()).collect()
    }
}

/// Of some words those that fit what is typed, each once, the likeliest first. What fits best to
/// nothing is what comes first.
pub fn fitting<'w>(typed: &str, words: impl IntoIterator<Item = &'w str>, most: usize) -> Vec<&'w str> {
    let mut found: Vec<(u32, &str)> = Vec::new();
    for words in words {
        let likeness = fit(typed, words);
        if let Some(likeness) = likeness.filter(|_| !found.iter().any(|(_, known)| *known == words)) {
            found.push((likeness, words));
        }
    }
    found.sort_by_key(|(likeness, _)| Reverse(*likeness));
    found.into_iter().take(most).map(|(_, words)| words).collect()
}

/// Names in the order in which people look for them: that of the alphabet.
fn by_label(names: impl Iterator<Item = Name>) -> Vec<Name> {
    let mut names: Vec<Name> = names.collect();
    names.sort_by_cached_key(|name| fold(&name.label).into_owned());
    names
}

impl Name {
    fn of_party(row: &PartyRow) -> Self {
        let (key, label) = (row.party.code.to_string(), row.party.name.to_string());
        let spellings = [key.clone(), label.clone()].into_iter();
        Self {
            spellings: spellings.chain(row.aliases.iter().map(|alias| (*alias).to_owned())).collect(),
            key,
            label,
        }
    }

    fn of_topic(key: &str) -> Self {
        let label = key.replace('_', " ");
        Self { key: key.to_owned(), spellings: vec![label.clone()], label }
    }

    /// How well typed words fit: the whole name before its beginning before words in it.
    fn likeness(&self, typed: &str) -> Option<u32> {
        let of = |spelling: &String| {
            let fitting = fit(typed, spelling)?;
            let (spelling, typed) = (spelling.to_lowercase(), typed.to_lowercase());
            let whole = if spelling == typed { 2_000 } else { 0 };
            let beginning = if spelling.starts_with(&typed) { 1_000 } else { 0 };
            Some(fitting + whole + beginning)
        };
        self.spellings.iter().filter_map(of).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_party_is_found_by_name_alias_and_code() {
        let names = Names::of(&Lexicon::built_in());
        let first = |typed: &str| names.find(List::Parties, typed, &[]).first().map(|name| name.key.clone());
        assert_eq!(first("malta").as_deref(), Some("MLT"));
        assert_eq!(first("kgz").as_deref(), Some("KGZ"));
        assert_eq!(first("kyrg").as_deref(), Some("KGZ"));
        assert_eq!(first("turkiye").as_deref(), Some("TUR"), "accents are not needed");
        assert_eq!(first("qqqq"), None);
        let liberia = names.find(List::Parties, "lib", &[]);
        let fits =
            |name: &Name| name.spellings.iter().any(|spelling| spelling.to_lowercase().contains("lib"));
        assert!(!liberia.is_empty() && liberia.iter().all(fits), "{liberia:?}");
        let all: Vec<String> = names.all(List::Parties).iter().map(|name| fold(&name.label).into()).collect();
        assert!(all.is_sorted(), "they stand in the order of what is shown");
        let near = names.find(List::Countries, "", &["TUN".to_owned(), "EU".to_owned()]);
        assert_eq!((near[0].key.as_str(), near.len()), ("TUN", SHOWN), "what is near comes first");
    }

    #[test]
    fn words_fit_by_their_beginnings() {
        let titles = ["Foreign Minister", "Minister of Fisheries", "Ambassador", "Foreign Minister"];
        assert_eq!(fitting("", titles, 2), ["Foreign Minister", "Minister of Fisheries"]);
        assert_eq!(fitting("minfish", titles, 4), ["Minister of Fisheries"]);
        assert_eq!(fitting("ear", titles, 4), Vec::<&str>::new(), "letters strewn about mean nothing");
        assert_eq!(fitting("xyz", titles, 4), Vec::<&str>::new());
    }
}
