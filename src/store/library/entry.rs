//! Entries: what a list knows of an article and its record without taking them out.

use rusqlite::Row;
use rusqlite::types::Type;

use super::shelved::Marks;
use crate::model::{
    ArticleKey, ContactNumber, Day, EntryId, Line, MeetingKind, Party, Record, RecordId, ReviewStatus, Ruling,
};

/// An article of the library, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// By which it is taken out.
    pub id: EntryId,
    /// The same contact of the same file has the same.
    pub record_id: RecordId,
    /// Which article it is of.
    pub article: ArticleKey,
    /// Which of the contacts of that article.
    pub contact: ContactNumber,
    /// Its headline, or else the name of its file.
    pub title: String,
    /// Who issued it.
    pub publisher: Option<String>,
    /// The day of the meeting, or else that of publication.
    pub day: Option<Day>,
    /// The parties that took part.
    pub parties: Vec<Party>,
    /// How they were in contact; none where nothing is claimed.
    pub kind: Option<MeetingKind>,
    /// How far its review has come.
    pub status: ReviewStatus,
    /// Who reviewed it.
    pub reviewer: Option<String>,
    /// Whether somebody should look at it again.
    pub is_flagged: bool,
    /// Under which names it is filed.
    pub tags: Vec<Line>,
    /// How many checks it fails.
    pub problems: u32,
    /// How many commitments are in it that are not ruled out.
    pub commitments: u32,
    /// By which articles with nearly the same text are known. 0 for one that is too short to tell.
    pub fingerprint: u64,
    /// Whether it was put away: lists leave it out, and nothing is lost.
    pub is_put_away: bool,
}

/// The columns of an entry, as [`Entry::read`] expects them.
pub(super) const COLUMNS: &str = "number, record_id, title, publisher, day, parties, kind, status, reviewer, \
                                  flagged, problems, commitments, fingerprint, put_away, article, contact, tags";

impl Entry {
    /// What a list shows of a record, as the first of a library. The check of a library compares the two: what
    /// is changed here needs a step of the schema that makes the lists anew.
    pub fn of(record: &Record, marks: Marks) -> Self {
        let (article, meeting) = (&record.article, &record.meeting);
        let standing = record.commitments.iter().filter(|commitment| commitment.ruling != Ruling::RuledOut);
        Self {
            id: EntryId::FIRST,
            record_id: record.id.clone(),
            article: ArticleKey::of(article),
            contact: record.number,
            title: article.name().to_owned(),
            publisher: article.publisher.clone().map(String::from),
            day: day(record),
            parties: meeting.parties().into_iter().cloned().collect(),
            kind: meeting.known_kind(),
            status: record.review.status,
            reviewer: record.review.reviewer.clone().map(String::from),
            is_flagged: record.review.flag.is_some(),
            tags: record.review.tags.iter().cloned().collect(),
            problems: marks.problems,
            commitments: u32::try_from(standing.count()).unwrap_or(u32::MAX),
            fingerprint: marks.fingerprint,
            is_put_away: false,
        }
    }

    /// Reads the [`COLUMNS`] of a row.
    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let status: String = row.get(7)?;
        let count = |column| row.get(column).map(|count: i64| u32::try_from(count).unwrap_or(u32::MAX));
        Ok(Self {
            id: EntryId::from_number(row.get(0)?).ok_or_else(|| strange(0))?,
            record_id: RecordId::try_from(row.get::<_, String>(1)?).map_err(|_| strange(1))?,
            title: row.get(2)?,
            publisher: row.get(3)?,
            day: row.get::<_, Option<String>>(4)?.and_then(|day| day.parse().ok()),
            parties: read_parties(row.get_ref(5)?.as_str()?),
            kind: read_kind(row, 6)?,
            status: ReviewStatus::from_saved(&status).ok_or_else(|| strange(7))?,
            reviewer: row.get(8)?,
            is_flagged: row.get(9)?,
            tags: read_tags(row.get_ref(16)?.as_str()?),
            problems: count(10)?,
            commitments: count(11)?,
            fingerprint: row.get::<_, i64>(12)?.cast_unsigned(),
            is_put_away: row.get(13)?,
            article: read_key(row, 14)?,
            contact: ContactNumber::new(row.get(15)?).ok_or_else(|| strange(15))?,
        })
    }
}

/// The day of the meeting, unless it was ruled out, or else that of publication.
fn day(record: &Record) -> Option<Day> {
    let met = record.meeting.date.as_ref().filter(|date| date.ruling != Ruling::RuledOut);
    met.map(|date| date.start).or(record.article.published)
}

/// Parties as they are stored: one a line, the code, a space, the name, which has no line breaks.
pub(super) fn stored_parties(parties: &[Party]) -> String {
    let line = |party: &Party| format!("{} {}", party.code, party.name);
    parties.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn read_parties(stored: &str) -> Vec<Party> {
    let party = |line: &str| {
        let (code, name) = line.split_once(' ')?;
        Some(Party { code: code.parse().ok()?, name: name.into() })
    };
    stored.split('\n').filter_map(party).collect()
}

/// Tags as they are stored: one a line.
pub(super) fn stored_tags(tags: &[Line]) -> String {
    tags.iter().map(|tag| &**tag).collect::<Vec<_>>().join("\n")
}

fn read_tags(stored: &str) -> Vec<Line> {
    stored.split('\n').filter(|tag| !tag.is_empty()).map(Line::from).collect()
}

/// Which article a record is of.
pub(super) fn read_key(row: &Row<'_>, column: usize) -> rusqlite::Result<ArticleKey> {
    row.get(column).map(|bits: i64| ArticleKey::from_bits(bits.cast_unsigned()))
}

/// A kind of contact, which may be none.
pub(super) fn read_kind(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<MeetingKind>> {
    let saved = row.get_ref(column)?.as_str_or_null()?;
    saved.map(|saved| MeetingKind::from_saved(saved).ok_or_else(|| strange(column))).transpose()
}

/// What only another program can have written.
pub(super) fn strange(column: usize) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(column, COLUMNS.to_owned(), Type::Text)
}
