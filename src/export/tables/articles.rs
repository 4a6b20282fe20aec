//! A row an article, with what the file and the page say of it.

use super::rows::Part;
use super::value::Value;
use super::{ARTICLE_ID, Column, Kind, Read, Table};
use crate::export::contents::Needs;
use crate::model::{CountryCode, Dateline, Record};

pub(super) const TABLE: Table = Table {
    name: "articles",
    about: "The articles, one a row, as they were imported.",
    key: &["article_id"],
    refers: &[],
    columns: COLUMNS,
    needs: Needs::Nothing,
    parts: |_| vec![Part::Article],
};

const COLUMNS: &[Column] = &[
    ARTICLE_ID,
    Column::text(
        "file_name",
        Read::Record(|record| Value::text(&record.article.file_name)),
        "The file that the article was read from, without its folder.",
    ),
    Column::new(
        "part",
        Kind::Number,
        Read::Record(|record| {
            record.article.part.map_or(Value::None, |part| Value::Number(part.get().into()))
        }),
        "Which article of that file, from 1, where the file holds several.",
    ),
    Column::text(
        "sha256",
        Read::Record(|record| Value::text(record.article.sha256.as_str())),
        "The SHA-256 of the file, or of this article in a file of several.",
    )
    .required(),
    Column::text(
        "media_type",
        Read::Record(|record| Value::text(&record.article.media_type)),
        "What kind of file it was.",
    ),
    Column::text(
        "language",
        Read::Record(|record| record.article.language.as_deref().map_or(Value::None, Value::text)),
        "The language (BCP 47), where it could be told.",
    ),
    Column::text("title", Read::Record(|record| Value::line(record.article.title.as_ref())), "The headline."),
    Column::text(
        "publisher",
        Read::Record(|record| Value::line(record.article.publisher.as_ref())),
        "The agency, ministry or site that issued it.",
    ),
    Column::text(
        "byline",
        Read::Record(|record| Value::line(record.article.byline.as_ref())),
        "The author, as printed.",
    ),
    Column::text(
        "url",
        Read::Record(|record| record.article.url.as_deref().map_or(Value::None, Value::text)),
        "Where it stood on the web.",
    ),
    Column::new(
        "published",
        Kind::Day,
        Read::Record(|record| Value::day(record.article.published)),
        "The day on which it was issued.",
    ),
    Column::text(
        "dateline_place",
        Read::Record(|record| Value::line(dateline(record).and_then(|line| line.place.as_ref()))),
        "The place of the dateline.",
    ),
    Column::text(
        "dateline_country",
        Read::Record(|record| {
            let country = dateline(record).and_then(|line| line.country.as_ref());
            country.map(CountryCode::as_str).map_or(Value::None, Value::text)
        }),
        "The country of the dateline (ISO 3166-1 alpha-3, XKX for Kosovo).",
    ),
    Column::new(
        "dateline_date",
        Kind::Day,
        Read::Record(|record| Value::day(dateline(record).and_then(|line| line.date))),
        "The day of the dateline.",
    ),
    Column::prose(
        "text",
        Read::Record(|record| Value::text(&record.article.text)),
        "The text that start_char and end_char of the quotations count in, in code points.",
    )
    .with(Needs::Texts),
];

fn dateline(record: &Record) -> Option<&Dateline> {
    record.article.dateline.as_ref()
}
