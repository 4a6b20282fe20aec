//! What is wanted of a library, in words: `party:CHN since:2020 "harbour line"`. A condition is a name, a colon and
//! a value, between quotation marks if there are spaces in it; all else are words that must occur. Of several
//! conditions of one name any must hold, of every name one; of `since` and `until` all.

use std::fmt;

use crate::model::{Day, MeetingKind, PartialDate, PartyCode, ReviewStatus};
use crate::store::Entry;

/// What is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conditions {
    /// Each with the place of its name in the list.
    conditions: Vec<(usize, Condition)>,
    /// The words that must occur, as they were typed.
    pub words: String,
}

/// What must hold of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Condition {
    Status(ReviewStatus),
    Tag(String),
    Kind(MeetingKind),
    Party(PartyCode),
    Publisher(String),
    Reviewer(String),
    Flagged(bool),
    Problems(bool),
    Since(Day),
    Until(Day),
}

/// A name of conditions.
struct Name {
    name: &'static str,
    /// What stands after it.
    takes: &'static str,
    read: fn(&str) -> Option<Condition>,
}

/// Every name.
const NAMES: &[Name] = &[
    Name {
        name: "status",
        takes: "unreviewed, in_review, reviewed or rejected",
        read: |value| ReviewStatus::from_saved(value).map(Condition::Status),
    },
    Name {
        name: "tag",
        takes: "the name of a tag",
        read: |value| (!value.is_empty()).then(|| Condition::Tag(value.to_lowercase())),
    },
    Name {
        name: "kind",
        takes: "in_person, phone_call, video_call, correspondence, multilateral, statement or none",
        read: |value| MeetingKind::from_saved(value).map(Condition::Kind),
    },
    Name {
        name: "party",
        takes: "a party's code, such as MLT or ASEAN",
        read: |value| value.to_uppercase().parse().ok().map(Condition::Party),
    },
    Name {
        name: "publisher",
        takes: "the name of a publisher",
        read: |value| (!value.is_empty()).then(|| Condition::Publisher(value.to_lowercase())),
    },
    Name {
        name: "reviewer",
        takes: "the name of a reviewer",
        read: |value| (!value.is_empty()).then(|| Condition::Reviewer(value.to_lowercase())),
    },
    Name { name: "flagged", takes: "yes or no", read: |value| yes(value).map(Condition::Flagged) },
    Name { name: "problems", takes: "yes or no", read: |value| yes(value).map(Condition::Problems) },
    Name {
        name: "since",
        takes: "a year, month or day, such as 2020, 2020-05 or 2020-05-17",
        read: |value| value.parse::<PartialDate>().ok()?.first_day().map(Condition::Since),
    },
    Name {
        name: "until",
        takes: "a year, month or day, such as 2020, 2020-05 or 2020-05-17",
        read: |value| value.parse::<PartialDate>().ok()?.last_day().map(Condition::Until),
    },
];

/// A condition that says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionError {
    given: String,
    expected: String,
}

impl fmt::Display for ConditionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\" is no condition: {}", self.given, self.expected)
    }
}

impl std::error::Error for ConditionError {}

impl Conditions {
    /// Reads what a person types.
    ///
    /// # Errors
    /// Says which condition was not understood, and what could stand there.
    pub fn read(typed: &str) -> Result<Self, ConditionError> {
        let mut read = Self::default();
        for part in parts(typed) {
            let Some((name, value)) = part.split_once(':').filter(|(name, _)| is_name(name)) else {
                read.words.push_str(part);
                read.words.push(' ');
                continue;
            };
            let error = |expected: String| ConditionError { given: part.to_owned(), expected };
            let at = NAMES.iter().position(|known| known.name.eq_ignore_ascii_case(name));
            let (at, known) = at.and_then(|at| Some((at, NAMES.get(at)?))).ok_or_else(|| {
                let names: Vec<&str> = NAMES.iter().map(|known| known.name).collect();
                error(format!("before the colon stands one of {}", names.join(", ")))
            })?;
            let condition = (known.read)(value.trim_matches('"'))
                .ok_or_else(|| error(format!("after {}: stands {}", known.name, known.takes)))?;
            read.conditions.push((at, condition));
        }
        Ok(read)
    }

    /// Whether they say how far the review must have come.
    pub fn name_a_status(&self) -> bool {
        self.conditions.iter().any(|(_, condition)| matches!(condition, Condition::Status(_)))
    }

    /// Whether all hold of an article, but for its words.
    pub fn hold(&self, entry: &Entry) -> bool {
        let holds = |(at, condition): &(usize, Condition)| {
            let is_bound = matches!(condition, Condition::Since(_) | Condition::Until(_));
            let others = self.conditions.iter().filter(|(other, _)| other == at && !is_bound);
            condition.holds(entry) || others.into_iter().any(|(_, other)| other.holds(entry))
        };
        self.conditions.iter().all(holds)
    }
}

impl Condition {
    fn holds(&self, entry: &Entry) -> bool {
        let is = |name: &Option<String>, wanted: &String| {
            name.as_ref().is_some_and(|name| name.to_lowercase() == *wanted)
        };
        match self {
            Self::Status(status) => entry.status == *status,
            Self::Tag(name) => entry.tags.iter().any(|tag| tag.to_lowercase() == *name),
            Self::Kind(kind) => entry.kind == Some(*kind),
            Self::Party(code) => entry.parties.iter().any(|party| party.code == *code),
            Self::Publisher(name) => is(&entry.publisher, name),
            Self::Reviewer(name) => is(&entry.reviewer, name),
            Self::Flagged(is_flagged) => entry.is_flagged == *is_flagged,
            Self::Problems(any) => (entry.problems > 0) == *any,
            Self::Since(day) => entry.day.is_some_and(|of| of >= *day),
            Self::Until(day) => entry.day.is_some_and(|of| of <= *day),
        }
    }
}

fn yes(value: &str) -> Option<bool> {
    match value {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|letter| letter.is_ascii_alphabetic())
}

/// What stands between spaces, but for those between quotation marks.
fn parts(typed: &str) -> impl Iterator<Item = &str> {
    let mut is_quoted = false;
    let parts = typed.split(move |letter: char| {
        is_quoted ^= letter == '"';
        letter.is_whitespace() && !is_quoted
    });
    parts.filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, Record};
    use crate::store::Marks;

    fn entry() -> Entry {
        let article = Article { publisher: Some("Example Wire".into()), ..Article::plain("a.txt", "Talks.") };
        let record: Record = crate::extract::read(&article.into(), &crate::lexicon::Lexicon::built_in())
            .into_iter()
            .next()
            .map(|reading| reading.record)
            .unwrap();
        let party = |code: &str| crate::model::Party { code: code.parse().unwrap(), name: code.into() };
        Entry {
            day: Day::new(2020, 5, 17),
            parties: vec![party("MLT"), party("EU")],
            kind: Some(MeetingKind::InPerson),
            tags: vec!["Batch 12".into()],
            ..Entry::of(&record, Marks::default())
        }
    }

    fn check(typed: &str, expected: bool) {
        assert_eq!(Conditions::read(typed).unwrap().hold(&entry()), expected, "{typed}");
    }

    #[test]
    fn of_one_name_any_must_hold_and_of_every_name_one() {
        check("", true);
        check("party:MLT", true);
        check("party:mlt party:CHN", true);
        check("party:CHN", false);
        check("party:MLT kind:phone_call", false);
        check("party:MLT kind:phone_call kind:in_person status:unreviewed", true);
        check("publisher:\"example wire\" flagged:no", true);
        check("reviewer:Nobody", false);
        check("tag:\"batch 12\" tag:other", true);
        check("tag:other", false);
    }

    #[test]
    fn days_are_bounds_and_all_must_hold() {
        check("since:2020 until:2020", true);
        check("since:2020-05-17 until:2020-05-17", true);
        check("since:2020-06", false);
        check("until:2020-04", false);
        check("since:2021 since:2019", false);
    }

    #[test]
    fn all_else_are_words_and_what_is_no_condition_is_told() {
        let read = Conditions::read("party:MLT \"harbour line\" grain").unwrap();
        assert_eq!(read.words, "\"harbour line\" grain ");
        let told = |typed: &str| Conditions::read(typed).unwrap_err().to_string();
        assert!(told("country:MLT").contains("one of status, tag, kind, party"), "{}", told("country:MLT"));
        assert_eq!(
            told("since:spring"),
            "\"since:spring\" is no condition: after since: stands a year, month or day, such as 2020, 2020-05 or \
             2020-05-17"
        );
    }
}
