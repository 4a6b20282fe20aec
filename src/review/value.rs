//! What a part of a field can hold: words, a day, a party, a choice from a short list.

use std::collections::BTreeSet;

use crate::model::{
    CountryCode, Day, Line, MeetingKind, Obligation, PartialDate, ParticipantId, Party, PartyCode, Precision,
    Role,
};

/// The value of a part, as it is read, set, told and compared.
#[derive(Clone, Debug, PartialEq)]
pub enum PartValue {
    /// Words to type; none if there are none.
    Words(Option<String>),
    /// How the parties were in contact.
    Kind(Option<MeetingKind>),
    /// The first or only day, and the last of several.
    Days(Option<Day>, Option<Day>),
    /// A country.
    Country(Option<CountryCode>),
    /// A party.
    Party(Option<Party>),
    /// Several parties.
    Parties(Vec<Party>),
    /// In what part somebody was there.
    Role(Role),
    /// A participant of the record.
    Person(Option<ParticipantId>),
    /// How firmly.
    Obligation(Obligation),
    /// How specifically.
    Precision(Precision),
    /// A day, month or year.
    Until(Option<PartialDate>),
    /// Keys of topics.
    Topics(Vec<String>),
}

impl PartValue {
    /// The value in words; none where there is none.
    pub fn in_words(&self) -> Option<String> {
        match self {
            Self::Words(words) => words.clone(),
            Self::Kind(kind) => kind.map(|kind| kind.label().to_owned()),
            Self::Days(start, end) => start.map(|start| {
                let last = end.map(|end| format!(" to {}", end.in_words())).unwrap_or_default();
                format!("{}{last}", start.in_words())
            }),
            Self::Country(code) => code.as_ref().map(ToString::to_string),
            Self::Party(party) => party.as_ref().map(|party| party.name.to_string()),
            Self::Parties(parties) => listed(parties.iter().map(|party| party.name.as_str())),
            Self::Role(role) => Some(role.label().to_owned()),
            Self::Person(id) => id.as_ref().map(ToString::to_string),
            Self::Obligation(obligation) => Some(obligation.label().to_owned()),
            Self::Precision(precision) => Some(precision.label().to_owned()),
            Self::Until(date) => date.map(|date| date.to_string()),
            Self::Topics(topics) => listed(topics.iter().map(String::as_str)),
        }
    }

    /// Whether two values say the same: parties are known by their codes, in any order, and `same_words`
    /// tells of words.
    pub fn is_same(&self, other: &Self, same_words: impl Fn(&str, &str) -> bool) -> bool {
        match (self, other) {
            (Self::Words(Some(words)), Self::Words(Some(others))) => same_words(words, others),
            (Self::Party(Some(party)), Self::Party(Some(other))) => party.code == other.code,
            (Self::Parties(parties), Self::Parties(others)) => codes(parties) == codes(others),
            (value, other) => value == other,
        }
    }
}

impl From<&str> for PartValue {
    fn from(words: &str) -> Self {
        Self::Words(Some(words.to_owned()))
    }
}

impl From<Option<&Line>> for PartValue {
    fn from(words: Option<&Line>) -> Self {
        Self::Words(words.map(ToString::to_string))
    }
}

fn codes(parties: &[Party]) -> BTreeSet<&PartyCode> {
    parties.iter().map(|party| &party.code).collect()
}

/// Words with commas between them, if there are any.
pub(super) fn listed<'w>(words: impl Iterator<Item = &'w str>) -> Option<String> {
    Some(words.collect::<Vec<_>>().join(", ")).filter(|words| !words.is_empty())
}
