//! The dictionary of a bundle of tables: a Frictionless data package (<https://datapackage.org>), made from the
//! list that the tables are made from.

use std::io::{self, Write as _};

use serde_json::{Map, Value, json};

use super::NewFile;
use super::contents::Contents;
use super::json::put;
use super::tables::{Column, Kind, Table};

/// The name of the dictionary.
const NAME: &str = "datapackage.json";

/// As what files the tables lie beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Files {
    Csv,
    Parquet,
}

impl Files {
    fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Parquet => "parquet",
        }
    }

    fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::Parquet => "application/vnd.apache.parquet",
        }
    }
}

/// Writes the dictionary of the tables that are written.
pub(super) fn write(contents: Contents, files: Files, new_file: &mut NewFile<'_>) -> io::Result<()> {
    let mut out = new_file(NAME)?;
    serde_json::to_writer_pretty(&mut out, &package(contents, files))?;
    out.write_all(b"\n")?;
    out.flush()
}

fn package(contents: Contents, files: Files) -> Value {
    let resources: Vec<Value> =
        Table::written(contents).map(|table| resource(table, contents, files)).collect();
    let mut about = "Records of diplomatic contacts, as Chancery exports them. record_id is the key of a contact in \
                     all tables, article_id that of an article. Codes of parties are ISO 3166-1 alpha-3 (XKX for \
                     Kosovo) or an organization's acronym. start_char and end_char count code points of \
                     articles.text, half-open."
        .to_owned();
    if files == Files::Csv {
        about.push_str(
            " A text that a spreadsheet would run as a formula begins with an apostrophe that is not part of it: \
             read.R, read.do and read.py take it away.",
        );
    }
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "chancery-export",
        "title": "Records of diplomatic contacts",
        "description": about,
        "resources": resources,
    })
}

fn resource(table: &Table, contents: Contents, files: Files) -> Value {
    let fields: Vec<Value> = table.columns(contents).map(field).collect();
    let foreign: Vec<Value> = table
        .refers
        .iter()
        .map(|(columns, other)| json!({ "fields": columns, "reference": { "resource": other, "fields": columns } }))
        .collect();
    let mut schema = Map::new();
    schema.insert("fields".into(), fields.into());
    schema.insert("primaryKey".into(), json!(table.key));
    if !foreign.is_empty() {
        schema.insert("foreignKeys".into(), foreign.into());
    }
    schema.insert("missingValues".into(), json!([""]));
    let mut resource = json!({
        "name": table.name,
        "path": format!("{}.{}", table.name, files.extension()),
        "type": "table",
        "format": files.extension(),
        "mediatype": files.media_type(),
        "description": table.about,
        "schema": schema,
    });
    if files == Files::Csv {
        put(&mut resource, "encoding", "utf-8".into());
        put(
            &mut resource,
            "dialect",
            json!({ "delimiter": ",", "lineTerminator": "\n", "quoteChar": "\"", "doubleQuote": true }),
        );
    }
    resource
}

fn field(column: &Column) -> Value {
    let mut constraints = Map::new();
    if column.is_required {
        constraints.insert("required".into(), true.into());
    }
    if let Kind::Choice(choices) = column.kind {
        constraints.insert("enum".into(), json!(choices()));
    }
    let mut field = json!({ "name": column.name, "type": type_of(column.kind), "description": column.about });
    if !constraints.is_empty() {
        put(&mut field, "constraints", constraints.into());
    }
    field
}

fn type_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Prose | Kind::Choice(_) => "string",
        Kind::Number => "integer",
        Kind::Flag => "boolean",
        Kind::Day => "date",
        Kind::Moment => "datetime",
    }
}
