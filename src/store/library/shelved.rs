//! What goes on the shelf for one article: all that the tables hold of it, worked out ahead of writing.

use std::borrow::Cow;

use rusqlite::Row;
use rusqlite::types::ValueRef;

use super::entry::Entry;
use super::packed::{pack, unpack};
use crate::model::{
    Commitment, ContactNumber, Day, EntryId, Origin, Participant, Party, Record, RecordId, Ruling, Text,
};

/// What lists show of a record beyond its values, worked out above this room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// How many checks it fails.
    pub problems: u32,
    /// By which articles with nearly the same text are known. 0 for one that is too short to tell.
    pub fingerprint: u64,
}

/// Works out the marks of a record.
pub type Marking = fn(&Record) -> Marks;

/// An article with its record, ready to be written.
#[derive(Clone, Debug)]
pub struct Shelved {
    pub(super) entry: Entry,
    pub(super) origin: Origin,
    pub(super) text: Text,
    /// The record as JSON without the text, packed.
    pub(super) record: Vec<u8>,
    pub(super) met: Met,
    pub(super) said: Said,
    pub(super) people: Vec<Person>,
    pub(super) promises: Vec<StoredPromise>,
}

/// When it was published, and when and where the meeting was, for comparing reports.
#[derive(Clone, Debug)]
pub(super) struct Met {
    pub published: Option<Day>,
    pub days: Option<(Day, Day)>,
    pub country: Option<String>,
}

/// What is searched besides the text.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub about: String,
    pub people: String,
    pub parties: String,
    pub places: String,
    pub commitments: String,
}

/// A participant in the table of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Person {
    pub name: String,
    pub title: Option<String>,
    pub party: Option<String>,
}

/// A commitment in the table of commitments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct StoredPromise {
    /// Where it stands in its record.
    pub place: usize,
    pub parties: String,
    pub toward: String,
    pub obligation: Cow<'static, str>,
    pub deadline: Option<String>,
    pub ruling: Cow<'static, str>,
}

impl Shelved {
    /// What is written of a record with these marks.
    pub fn of(record: &Record, origin: Origin, marks: Marks) -> Self {
        // A record has no keys that are no strings, so it is JSON.
        let json = serde_json::to_string(&record.without_text()).unwrap_or_default();
        Self {
            entry: Entry::of(record, marks),
            origin,
            text: record.article.text.clone(),
            record: pack(&json, &record.article.text),
            met: Met::of(record),
            said: Said::of(record),
            people: Person::all_of(record),
            promises: StoredPromise::all_of(record),
        }
    }

    /// What lists show of it once it has this id.
    pub fn entry_as(&self, id: EntryId) -> Entry {
        Entry { id, ..self.entry.clone() }
    }

    /// The record. It is unpacked for this.
    pub fn record(&self) -> Option<Record> {
        let json = unpack(ValueRef::Blob(&self.record), &self.text)?;
        let value = serde_json::from_str(&json).ok()?;
        Record::from_parts(value, self.text.clone()).ok()
    }

    /// The same article has the same.
    pub fn record_id(&self) -> &RecordId {
        &self.entry.record_id
    }

    /// Whether whoever opens its file looks for it. A further contact that was removed stays so when its article
    /// is opened again.
    pub fn is_looked_for(&self) -> bool {
        !self.origin.is_article || self.entry.contact == ContactNumber::MAIN
    }

    /// The text of the article.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// Where it came from.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }
}

impl Met {
    fn of(record: &Record) -> Self {
        let date = record.meeting.date.as_ref().filter(|date| date.ruling != Ruling::RuledOut);
        let location =
            record.meeting.location.as_ref().filter(|location| location.ruling != Ruling::RuledOut);
        Self {
            published: record.article.published,
            days: date.map(|date| (date.start, date.end.unwrap_or(date.start).max(date.start))),
            country: location.and_then(|location| Some(location.country.as_ref()?.to_string())),
        }
    }
}

impl Said {
    fn of(record: &Record) -> Self {
        let (article, meeting) = (&record.article, &record.meeting);
        let headline = article.title.as_deref().filter(|_| article.headline().is_none());
        let about = [headline, article.publisher.as_deref(), Some(&*article.file_name)];
        let people = meeting.participants.iter().filter(|person| person.ruling != Ruling::RuledOut);
        let parties =
            meeting.parties().into_iter().flat_map(|party| [party.name.as_str(), party.code.as_str()]);
        let location = meeting.location.iter().filter(|location| location.ruling != Ruling::RuledOut);
        let places = location.flat_map(|at| {
            [at.place.as_deref(), at.venue.as_deref(), at.country.as_ref().map(|country| country.as_str())]
        });
        let standing = record.commitments.iter().filter(|commitment| commitment.ruling != Ruling::RuledOut);
        Self {
            about: lines(about.into_iter().flatten()),
            people: lines(people.map(|person| person.name.as_str())),
            parties: lines(parties),
            places: lines(places.flatten()),
            commitments: lines(standing.map(|commitment| commitment.text.as_str())),
        }
    }
}

impl Person {
    /// The rows of a record.
    pub fn all_of(record: &Record) -> Vec<Self> {
        let taking_part = record.meeting.participants.iter().filter(|p| p.ruling != Ruling::RuledOut);
        let person = |person: &Participant| Self {
            name: person.name.to_string(),
            title: person.title.clone().map(String::from),
            party: person.party.as_ref().map(|party| party.code.to_string()),
        };
        taking_part.map(person).collect()
    }

    /// From a row of name, title and party.
    pub fn of_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { name: row.get(0)?, title: row.get(1)?, party: row.get(2)? })
    }
}

impl StoredPromise {
    /// The rows of a record.
    pub fn all_of(record: &Record) -> Vec<Self> {
        let standing = record.commitments.iter().enumerate();
        let standing = standing.filter(|(_, commitment)| commitment.ruling != Ruling::RuledOut);
        standing.map(|(place, commitment)| Self::of(place, commitment)).collect()
    }

    /// From a row of its values, in the order of the fields.
    pub fn of_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            place: row.get::<_, u32>(0)? as usize,
            parties: row.get(1)?,
            toward: row.get(2)?,
            obligation: Cow::Owned(row.get(3)?),
            deadline: row.get(4)?,
            ruling: Cow::Owned(row.get(5)?),
        })
    }

    fn of(place: usize, commitment: &Commitment) -> Self {
        Self {
            place,
            parties: codes(&commitment.parties),
            toward: codes(&commitment.toward),
            obligation: commitment.obligation.saved().into(),
            deadline: commitment.deadline.map(|deadline| deadline.to_string()),
            ruling: commitment.ruling.saved().into(),
        }
    }
}

/// Codes with a space between.
fn codes(parties: &[Party]) -> String {
    parties.iter().map(|party| party.code.as_str()).collect::<Vec<_>>().join(" ")
}

fn lines<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    texts.collect::<Vec<_>>().join("\n")
}
