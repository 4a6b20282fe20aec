//! The gaps of phrases that the meeting fills, not the grammar.

/// What a gap asks for. "I" is the side whose turn it is to speak, "you" the one it speaks to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The person, with office, country and full name the first time.
    Person(Who),
    /// The same, as if it were the first time.
    Introduced(Who),
    FullName(Who),
    LastName(Who),
    Office(Who),
    /// "the minister" without "the".
    OfficeNoun(Who),
    Aide(Who),
    Country(Who),
    Adjective(Who),
    She,
    Her,
    /// All who met, introduced; all their countries; all their adjectives.
    Everyone,
    Countries,
    Adjectives,
    /// Where they met.
    Town,
    Host,
    /// When they met: "on Friday".
    OnDay,
    Day,
    Published,
    Year,
    PastYear,
    Month,
    Weekday,
    /// What is undertaken, and until when.
    Action,
    Deadline,
    /// Anything that is made up on the spot.
    Elsewhere,
    Village,
    Stranger,
    Surname,
    Amount,
    Count,
    Few,
    Percent,
}

/// Whose turn it is, or the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    I,
    You,
}

const NAMES: &[(&str, Slot)] = &[
    ("I", Slot::Person(Who::I)),
    ("you", Slot::Person(Who::You)),
    ("I.introduced", Slot::Introduced(Who::I)),
    ("you.introduced", Slot::Introduced(Who::You)),
    ("I.name", Slot::FullName(Who::I)),
    ("you.name", Slot::FullName(Who::You)),
    ("I.last", Slot::LastName(Who::I)),
    ("you.last", Slot::LastName(Who::You)),
    ("I.office", Slot::Office(Who::I)),
    ("you.office", Slot::Office(Who::You)),
    ("I.noun", Slot::OfficeNoun(Who::I)),
    ("you.noun", Slot::OfficeNoun(Who::You)),
    ("I.aide", Slot::Aide(Who::I)),
    ("you.aide", Slot::Aide(Who::You)),
    ("mine", Slot::Country(Who::I)),
    ("yours", Slot::Country(Who::You)),
    ("my", Slot::Adjective(Who::I)),
    ("your", Slot::Adjective(Who::You)),
    ("she", Slot::She),
    ("her", Slot::Her),
    ("everyone", Slot::Everyone),
    ("countries", Slot::Countries),
    ("adjectives", Slot::Adjectives),
    ("town", Slot::Town),
    ("host", Slot::Host),
    ("on day", Slot::OnDay),
    ("day", Slot::Day),
    ("published", Slot::Published),
    ("year", Slot::Year),
    ("past year", Slot::PastYear),
    ("month", Slot::Month),
    ("weekday", Slot::Weekday),
    ("action", Slot::Action),
    ("deadline", Slot::Deadline),
    ("elsewhere", Slot::Elsewhere),
    ("village", Slot::Village),
    ("stranger", Slot::Stranger),
    ("surname", Slot::Surname),
    ("amount", Slot::Amount),
    ("count", Slot::Count),
    ("few", Slot::Few),
    ("percent", Slot::Percent),
];

impl Slot {
    /// The slot that a grammar calls so.
    pub fn named(name: &str) -> Option<Self> {
        NAMES.iter().find(|(known, _)| *known == name).map(|&(_, slot)| slot)
    }
}
