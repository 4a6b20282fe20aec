//! What is reported of meetings: of every article as much as tells whether another reports the same,
//! without taking the records out.

use rusqlite::Row;

use super::entry::{read_key, read_kind, strange};
use super::{Library, Result};
use crate::model::EntryId;
use crate::model::{ArticleKey, CountryCode, Day, MeetingKind};

/// What an article reports of its meeting. What is ruled out is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    /// The record.
    pub article: EntryId,
    /// Which article it is of: its contacts are different meetings.
    pub key: ArticleKey,
    /// When it was published.
    pub published: Option<Day>,
    /// How the parties were in contact; none where nothing is claimed.
    pub kind: Option<MeetingKind>,
    /// The first and the last day.
    pub days: Option<(Day, Day)>,
    /// The country of the place.
    pub country: Option<CountryCode>,
    /// Who took part, by codes with a space between.
    pub parties: String,
    /// Who took part, by names, one a line.
    pub people: String,
    /// By which articles with nearly the same text are known.
    pub fingerprint: u64,
}

impl Library {
    /// What every article reports that was not put away, in the order in which they were put in.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn reported(&self, mut each: impl FnMut(Reported)) -> Result<()> {
        let sql = "SELECT number, published, kind, met_on, met_until, country, parties, \
                   (SELECT group_concat(replace(name, char(10), ' '), char(10)) FROM people \
                    WHERE people.number = articles.number), \
                   fingerprint, article FROM articles WHERE NOT put_away ORDER BY number";
        self.walk(sql, |row| {
            each(Reported::read(row)?);
            Ok(())
        })
    }
}

impl Reported {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let day = |column| -> rusqlite::Result<Option<Day>> {
            Ok(row.get_ref(column)?.as_str_or_null()?.and_then(|day| day.parse().ok()))
        };
        let code = |line: &str| line.split(' ').next().unwrap_or_default().to_owned();
        let parties: Vec<String> = row.get_ref(6)?.as_str()?.lines().map(code).collect();
        Ok(Self {
            article: EntryId::from_number(row.get(0)?).ok_or_else(|| strange(0))?,
            published: day(1)?,
            kind: read_kind(row, 2)?,
            days: day(3)?.zip(day(4)?),
            country: row.get_ref(5)?.as_str_or_null()?.and_then(|code| code.parse().ok()),
            parties: parties.join(" "),
            people: row.get::<_, Option<String>>(7)?.unwrap_or_default(),
            fingerprint: row.get::<_, i64>(8)?.cast_unsigned(),
            key: read_key(row, 9)?,
        })
    }
}
