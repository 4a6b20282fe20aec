//! Parquet: a file a table, for DuckDB, pandas, Arrow and Spark.
//!
//! A file a table rather than one nested file: so the columns are those of every other export, keys join them, and
//! no reader has to know of lists. Written without Arrow, a group of rows at a time.

use std::io;
use std::io::Write;
use std::sync::Arc;

use parquet::basic::Compression;
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;

use super::contents::Contents;
use super::tables::{Column, Kind, Row, Rows, Table, Value};
use super::{ExportFormat, NewFile, Records, Shape, package};

pub(super) const FORMAT: ExportFormat = ExportFormat {
    name: "parquet",
    label: "Parquet tables",
    about: "A file a table, for DuckDB, pandas, Arrow and Spark.",
    extension: "parquet",
    most_rows: None,
    shape: Shape::Bundle(write),
};

/// A group of rows is written once it has so many.
const ROWS: usize = 50_000;

/// Or once its texts have so many bytes.
const BYTES: usize = 16 << 20;

/// A day's number counts from here.
const FIRST_DAY: jiff::civil::Date = jiff::civil::date(1970, 1, 1);

fn write(records: &mut Records<'_>, contents: Contents, new_file: &mut NewFile<'_>) -> io::Result<()> {
    let mut rows = Rows::new(contents);
    let mut files = Vec::new();
    for table in rows.tables() {
        let out = new_file(&format!("{}.parquet", table.name))?;
        files.push(File::begin(table, contents, out).map_err(told)?);
    }
    for record in records {
        rows.of(&record, |at, row| match files.get_mut(at) {
            Some(file) => file.add(row).map_err(told),
            None => Ok(()),
        })?;
    }
    for file in files {
        file.end().map_err(told)?;
    }
    package::write(contents, package::Files::Parquet, new_file)
}

/// A file that is being written.
struct File {
    writer: SerializedFileWriter<Box<dyn Write + Send>>,
    columns: Vec<(&'static Column, Cells)>,
    rows: usize,
    bytes: usize,
}

/// The cells of a column that are not written yet: for every row whether there is a value, and the values.
struct Cells {
    levels: Vec<i16>,
    values: Values,
}

enum Values {
    Text(Vec<ByteArray>),
    Number(Vec<i64>),
    Flag(Vec<bool>),
    Day(Vec<i32>),
}

impl File {
    fn begin(table: &Table, contents: Contents, out: Box<dyn Write + Send>) -> Result<Self, ParquetError> {
        let columns: Vec<_> =
            table.columns(contents).map(|column| (column, Cells::new(column.kind))).collect();
        let fields: Vec<String> =
            columns.iter().map(|(column, _)| format!("optional {};", declared(column))).collect();
        let schema = parse_message_type(&format!("message {} {{ {} }}", table.name, fields.join(" ")))?;
        let about = columns.iter().map(|(column, _)| {
            KeyValue::new(format!("about.{}", column.name), Some(column.about.to_owned()))
        });
        let about =
            std::iter::once(KeyValue::new("about".to_owned(), Some(table.about.to_owned()))).chain(about);
        let properties = WriterProperties::builder()
            .set_created_by(concat!("Chancery ", env!("CARGO_PKG_VERSION")).to_owned())
            .set_compression(Compression::UNCOMPRESSED)
            .set_key_value_metadata(Some(about.collect()))
            .build();
        let writer = SerializedFileWriter::new(out, Arc::new(schema), Arc::new(properties))?;
        Ok(Self { writer, columns, rows: 0, bytes: 0 })
    }

    fn add(&mut self, row: &Row<'_>) -> Result<(), ParquetError> {
        for (column, cells) in &mut self.columns {
            self.bytes += cells.add(column.value(row));
        }
        self.rows += 1;
        if self.rows >= ROWS || self.bytes >= BYTES { self.write_rows() } else { Ok(()) }
    }

    /// Writes the rows that were added as a group.
    fn write_rows(&mut self) -> Result<(), ParquetError> {
        let mut group = self.writer.next_row_group()?;
        for (_, cells) in &mut self.columns {
            let Some(mut column) = group.next_column()? else { break };
            cells.write(column.untyped())?;
            column.close()?;
        }
        group.close()?;
        (self.rows, self.bytes) = (0, 0);
        Ok(())
    }

    fn end(mut self) -> Result<(), ParquetError> {
        if self.rows > 0 {
            self.write_rows()?;
        }
        self.writer.into_inner()?.flush()?;
        Ok(())
    }
}

impl Cells {
    fn new(kind: Kind) -> Self {
        let values = match kind {
            Kind::Text | Kind::Prose | Kind::Choice(_) => Values::Text(Vec::new()),
            Kind::Number | Kind::Moment => Values::Number(Vec::new()),
            Kind::Flag => Values::Flag(Vec::new()),
            Kind::Day => Values::Day(Vec::new()),
        };
        Self { levels: Vec::new(), values }
    }

    /// Adds a value, and says how many bytes of text it has.
    fn add(&mut self, value: Value<'_>) -> usize {
        let mut bytes = 0;
        let is_there = match (&mut self.values, value) {
            (Values::Text(texts), Value::Text(text)) => {
                bytes = text.len();
                texts.push(ByteArray::from(text.into_owned().into_bytes()));
                true
            }
            (Values::Number(numbers), Value::Number(number)) => {
                numbers.push(number);
                true
            }
            (Values::Number(numbers), Value::Moment(moment)) => {
                numbers.push(moment.milliseconds());
                true
            }
            (Values::Flag(flags), Value::Flag(flag)) => {
                flags.push(flag);
                true
            }
            (Values::Day(days), Value::Day(day)) => {
                days.push(day.days_since(crate::model::Day(FIRST_DAY)));
                true
            }
            _ => false,
        };
        self.levels.push(i16::from(is_there));
        bytes
    }

    /// Writes what was added, and is empty again.
    fn write(&mut self, column: &mut ColumnWriter<'_>) -> Result<(), ParquetError> {
        let levels = std::mem::take(&mut self.levels);
        let levels = Some(levels.as_slice());
        match (&mut self.values, column) {
            (Values::Text(texts), ColumnWriter::ByteArrayColumnWriter(column)) => {
                column.write_batch(&std::mem::take(texts), levels, None)?
            }
            (Values::Number(numbers), ColumnWriter::Int64ColumnWriter(column)) => {
                column.write_batch(&std::mem::take(numbers), levels, None)?
            }
            (Values::Flag(flags), ColumnWriter::BoolColumnWriter(column)) => {
                column.write_batch(&std::mem::take(flags), levels, None)?
            }
            (Values::Day(days), ColumnWriter::Int32ColumnWriter(column)) => {
                column.write_batch(&std::mem::take(days), levels, None)?
            }
            _ => return Err(ParquetError::General("a column is of another kind than its cells".into())),
        };
        Ok(())
    }
}

/// A column as the schema has it.
fn declared(column: &Column) -> String {
    let name = column.name;
    match column.kind {
        Kind::Text | Kind::Prose | Kind::Choice(_) => format!("binary {name} (STRING)"),
        Kind::Number => format!("int64 {name}"),
        Kind::Flag => format!("boolean {name}"),
        Kind::Day => format!("int32 {name} (DATE)"),
        Kind::Moment => format!("int64 {name} (TIMESTAMP(MILLIS,true))"),
    }
}

fn told(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(error) => match error.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(other) => io::Error::other(other),
        },
        other => io::Error::other(other.to_string()),
    }
}
