//! The table of the parts of a record. Labels of edits, what counts as typing, what two reports are compared
//! by and what the provenance says of a part are read from its row, so that a further plain value of the
//! record is its type in `model`, a row here, and an input in `ui/record`.

use super::article_facts::{address, change, set_dateline_day};
use super::edit::{set_day, set_kind};
use super::part::{Access, Part};
use super::value::PartValue as Value;
use crate::model::Line;

macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident = $part:expr;)+) => {
        impl Part {
            $($(#[$doc])* pub const $name: &'static Self = &$part;)+

            /// Every part, in the order of the forms.
            pub const ALL: &'static [&'static Self] = &[$(Self::$name),+];
        }
    };
}

parts! {
    /// The article's headline.
    TITLE = Part {
        name: "Headline",
        word: "headline",
        path: "/article/title",
        compared: None,
        is_typed: true,
        access: Access::Record {
            get: |record| record.article.title.as_ref().into(),
            set: |record, value| {
                if let Value::Words(words) = value { change(record, |article| article.title = line(words)) }
            },
        },
    };
    /// The agency, ministry or site that issued the article.
    PUBLISHER = Part {
        name: "Publisher",
        word: "publisher",
        path: "/article/publisher",
        compared: None,
        is_typed: true,
        access: Access::Record {
            get: |record| record.article.publisher.as_ref().into(),
            set: |record, value| {
                if let Value::Words(words) = value { change(record, |article| article.publisher = line(words)) }
            },
        },
    };
    /// The day on which the article was issued.
    PUBLISHED = Part {
        name: "Published",
        word: "date of publication",
        path: "/article/published",
        compared: None,
        is_typed: true,
        access: Access::Record {
            get: |record| Value::Days(record.article.published, None),
            set: |record, value| {
                if let Value::Days(day, _) = value { change(record, |article| article.published = day) }
            },
        },
    };
    /// The day that the article's text opens or closes with.
    DATELINE_DAY = Part {
        name: "Dateline day",
        word: "day of the dateline",
        path: "/article/dateline/date",
        compared: None,
        is_typed: true,
        access: Access::Record {
            get: |record| Value::Days(record.article.dateline.as_ref().and_then(|line| line.date), None),
            set: |record, value| {
                if let Value::Days(day, _) = value { change(record, |article| set_dateline_day(article, day)) }
            },
        },
    };
    /// Who wrote the article.
    BYLINE = Part {
        name: "Byline",
        word: "byline",
        path: "/article/byline",
        compared: None,
        is_typed: true,
        access: Access::Record {
            get: |record| record.article.byline.as_ref().into(),
            set: |record, value| {
                if let Value::Words(words) = value { change(record, |article| article.byline = line(words)) }
            },
        },
    };
    /// Where the article stood on the web.
    URL = Part {
        name: "Address",
        word: "address",
        path: "/article/url",
        compared: None,
        is_typed: true,
        access: Access::Record {
            get: |record| Value::Words(record.article.url.clone()),
            set: |record, value| {
                if let Value::Words(words) = value { change(record, |article| article.url = address(words)) }
            },
        },
    };
    /// How the parties were in contact.
    KIND = Part {
        name: "Kind",
        word: "kind",
        path: "/meeting/kind/value",
        compared: Some("the kind"),
        is_typed: false,
        access: Access::Record {
            get: |record| Value::Kind(record.meeting.kind.as_ref().map(|kind| kind.value)),
            set: |record, value| {
                if let Value::Kind(kind) = value { set_kind(record, kind) }
            },
        },
    };
    /// The day or days of the meeting.
    DAY = Part {
        name: "Date",
        word: "date",
        path: "/meeting/date",
        compared: Some("the date"),
        is_typed: true,
        access: Access::Record {
            get: |record| {
                let date = record.meeting.date.as_ref();
                Value::Days(date.map(|date| date.start), date.and_then(|date| date.end))
            },
            set: |record, value| {
                if let Value::Days(start, end) = value { set_day(record, start, end) }
            },
        },
    };
    /// The city or named place.
    PLACE = Part {
        name: "City or place",
        word: "place",
        path: "/meeting/location/place",
        compared: Some("the place"),
        is_typed: true,
        access: Access::Location {
            get: |at| at.place.as_ref().into(),
            set: |at, value| {
                if let Value::Words(words) = value { at.place = line(words) }
            },
        },
    };
    /// The country of the place.
    COUNTRY = Part {
        name: "Country",
        word: "country",
        path: "/meeting/location/country",
        compared: Some("the country"),
        is_typed: false,
        access: Access::Location {
            get: |at| Value::Country(at.country.clone()),
            set: |at, value| {
                if let Value::Country(country) = value { at.country = country }
            },
        },
    };
    /// The building or room.
    VENUE = Part {
        name: "Venue",
        word: "venue",
        path: "/meeting/location/venue",
        compared: Some("the venue"),
        is_typed: true,
        access: Access::Location {
            get: |at| at.venue.as_ref().into(),
            set: |at, value| {
                if let Value::Words(words) = value { at.venue = line(words) }
            },
        },
    };
    /// A participant's name.
    NAME = Part {
        name: "Name",
        word: "name",
        path: "/meeting/participants/*/name",
        compared: Some("the name"),
        is_typed: true,
        access: Access::Participant {
            get: |person| person.name.as_str().into(),
            set: |person, value| {
                if let Value::Words(words) = value { person.name = words.unwrap_or_default().into() }
            },
        },
    };
    /// A participant's office as printed.
    OFFICE = Part {
        name: "Title",
        word: "title",
        path: "/meeting/participants/*/title",
        compared: Some("the title"),
        is_typed: true,
        access: Access::Participant {
            get: |person| person.title.as_ref().into(),
            set: |person, value| {
                if let Value::Words(words) = value { person.title = line(words) }
            },
        },
    };
    /// Whom a participant represents.
    PARTY = Part {
        name: "Party",
        word: "party",
        path: "/meeting/participants/*/party",
        compared: Some("the party"),
        is_typed: false,
        access: Access::Participant {
            get: |person| Value::Party(person.party.clone()),
            set: |person, value| {
                if let Value::Party(party) = value { person.party = party }
            },
        },
    };
    /// In what part a participant was there.
    ROLE = Part {
        name: "Role",
        word: "role",
        path: "/meeting/participants/*/role",
        compared: Some("the role"),
        is_typed: false,
        access: Access::Participant {
            get: |person| Value::Role(person.role),
            set: |person, value| {
                if let Value::Role(role) = value { person.role = role }
            },
        },
    };
    /// An undertaking in words. Two wordings are compared word by word, not as one value.
    TEXT = Part {
        name: "Undertaking",
        word: "commitment",
        path: "/commitments/*/text",
        compared: None,
        is_typed: true,
        access: Access::Commitment {
            get: |commitment| commitment.text.as_str().into(),
            set: |commitment, value| {
                if let Value::Words(words) = value { commitment.text = words.unwrap_or_default() }
            },
        },
    };
    /// Who is bound.
    PARTIES = Part {
        name: "Parties",
        word: "parties",
        path: "/commitments/*/parties",
        compared: Some("who is bound"),
        is_typed: false,
        access: Access::Commitment {
            get: |commitment| Value::Parties(commitment.parties.clone()),
            set: |commitment, value| {
                if let Value::Parties(parties) = value { commitment.parties = parties }
            },
        },
    };
    /// To whom it is addressed.
    TOWARD = Part {
        name: "Toward",
        word: "addressees",
        path: "/commitments/*/toward",
        compared: Some("toward whom"),
        is_typed: false,
        access: Access::Commitment {
            get: |commitment| Value::Parties(commitment.toward.clone()),
            set: |commitment, value| {
                if let Value::Parties(parties) = value { commitment.toward = parties }
            },
        },
    };
    /// Which participant said it.
    SPEAKER = Part {
        name: "Speaker",
        word: "speaker",
        path: "/commitments/*/speaker",
        compared: None,
        is_typed: false,
        access: Access::Commitment {
            get: |commitment| Value::Person(commitment.speaker.clone()),
            set: |commitment, value| {
                if let Value::Person(speaker) = value { commitment.speaker = speaker }
            },
        },
    };
    /// How firmly.
    OBLIGATION = Part {
        name: "Obligation",
        word: "obligation",
        path: "/commitments/*/obligation",
        compared: Some("how firmly"),
        is_typed: false,
        access: Access::Commitment {
            get: |commitment| Value::Obligation(commitment.obligation),
            set: |commitment, value| {
                if let Value::Obligation(firm) = value { commitment.obligation = firm }
            },
        },
    };
    /// How specifically.
    PRECISION = Part {
        name: "Precision",
        word: "precision",
        path: "/commitments/*/precision",
        compared: Some("how precisely"),
        is_typed: false,
        access: Access::Commitment {
            get: |commitment| Value::Precision(commitment.precision),
            set: |commitment, value| {
                if let Value::Precision(precise) = value { commitment.precision = precise }
            },
        },
    };
    /// By when.
    DEADLINE = Part {
        name: "Deadline",
        word: "deadline",
        path: "/commitments/*/deadline",
        compared: Some("by when"),
        is_typed: true,
        access: Access::Commitment {
            get: |commitment| Value::Until(commitment.deadline),
            set: |commitment, value| {
                if let Value::Until(deadline) = value { commitment.deadline = deadline }
            },
        },
    };
    /// On what condition.
    CONDITION = Part {
        name: "Condition",
        word: "condition",
        path: "/commitments/*/condition",
        compared: Some("on what condition"),
        is_typed: true,
        access: Access::Commitment {
            get: |commitment| Value::Words(commitment.condition.clone()),
            set: |commitment, value| {
                if let Value::Words(words) = value { commitment.condition = filled(words) }
            },
        },
    };
    /// What it is about.
    TOPICS = Part {
        name: "Topics",
        word: "topics",
        path: "/commitments/*/topics",
        compared: None,
        is_typed: false,
        access: Access::Commitment {
            get: |commitment| Value::Topics(commitment.topics.clone()),
            set: |commitment, value| {
                if let Value::Topics(topics) = value { commitment.topics = topics }
            },
        },
    };
    /// Who reviewed it.
    REVIEWER = Part {
        name: "Reviewer",
        word: "reviewer",
        path: "/review/reviewer",
        compared: None,
        is_typed: true,
        access: Access::Record {
            get: |record| record.review.reviewer.as_ref().into(),
            set: |record, value| {
                if let Value::Words(words) = value { record.review.reviewer = line(words) }
            },
        },
    };
    /// The reviewer's remarks.
    NOTES = Part {
        name: "Notes",
        word: "notes",
        path: "/review/notes",
        compared: None,
        is_typed: true,
        access: Access::Record {
            get: |record| record.review.notes.as_str().into(),
            set: |record, value| {
                if let Value::Words(words) = value { record.review.notes = words.unwrap_or_default() }
            },
        },
    };
}

/// One line of words; emptied words are none.
fn line(words: Option<String>) -> Option<Line> {
    filled(words).map(Line::from)
}

/// Emptied words are none.
fn filled(words: Option<String>) -> Option<String> {
    words.filter(|words| !words.trim().is_empty())
}
