//! What can be said on the command line, and the help that teaches it.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::{Error, ErrorKind};
use clap::{Args, CommandFactory, Parser};
use clap_complete::Shell;

use super::mistyped;
use crate::export::{ExportFormat, FORMATS as EXPORT_FORMATS};
use crate::work::{
    ColumnRole, ColumnRoles, ColumnsError, ENCODINGS, FirstRow, KnownColumns, NamedEncoding,
    READING_SUBCOMMAND, Said, TextEncoding,
};

/// Turns articles about diplomatic meetings into checked records, offline.
///
/// Chancery reads articles (text, web pages, documents, exports of news databases, mail, tables, feeds)
/// and proposes for each who met, when, where, and who committed to what, every value with the words that
/// support it. Without a subcommand it opens its window, where a person confirms or corrects the proposals
/// beside the text.
#[derive(Debug, Parser)]
#[command(
    name = "chancery",
    version,
    long_version = VERSION,
    override_usage = "chancery [OPTIONS] [FILES]...\n       chancery [--verbose] <COMMAND>",
    after_long_help = AFTER_HELP
)]
pub(super) struct Arguments {
    /// Articles, saved records and folders of them to open in the window.
    pub files: Vec<PathBuf>,
    /// The library to open, by default your own. It is made if it is not there.
    #[arg(long, value_name = "FILE")]
    pub library: Option<PathBuf>,
    /// Tell on standard error what is done: names of files, counts, times and errors, no words of articles.
    #[arg(long, global = true)]
    pub verbose: bool,
    #[command(subcommand)]
    pub subcommand: Option<Subcommand>,
}

impl Arguments {
    /// Reads a command line. The window's library before a subcommand would be passed over in silence.
    pub fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, Error> {
        let read = Self::try_parse_from(arguments)?;
        if read.subcommand.is_some() && read.library.is_some() {
            let words = "--library stands after the subcommand";
            return Err(Self::command().error(ErrorKind::ArgumentConflict, words));
        }
        if let Some(word) = mistyped::no_file(&read.files) {
            return Err(no_command(word));
        }
        match read.subcommand.as_ref().and_then(Subcommand::said).map(AsSaid::said) {
            Some(Err(error)) => {
                let words = format!("{error}, such as --column text=Body");
                Err(Self::command().error(ErrorKind::ValueValidation, words))
            }
            _ => Ok(read),
        }
    }
}

/// A word is no command, nor a file.
fn no_command(word: &str) -> Error {
    let mut all = Arguments::command();
    let names: Vec<String> = all
        .get_subcommands()
        .filter(|known| !known.is_hide_set())
        .map(|known| known.get_name().to_owned())
        .collect();
    let near = mistyped::meant(word, names.iter().map(String::as_str));
    let near = near.map(|name| format!(" Did you mean `chancery {name}`?")).unwrap_or_default();
    all.error(
        ErrorKind::InvalidSubcommand,
        format!("there is no command {word}, and no file of that name.{near}"),
    )
}

impl Subcommand {
    /// What it says of the files that it reads.
    fn said(&self) -> Option<&AsSaid> {
        match self {
            Self::Extract(Extract { said, .. }) | Self::Import(Import { said, .. }) => Some(said),
            Self::Columns(Columns { said, .. }) => Some(said),
            _ => None,
        }
    }
}

#[derive(Debug, clap::Subcommand)]
pub(super) enum Subcommand {
    /// Read articles and write the proposed records, without a window.
    #[command(after_help = EXTRACT_HELP)]
    Extract(Extract),
    /// Print the JSON Schema of a record.
    #[command(after_help = SCHEMA_HELP)]
    Schema,
    /// Put articles into a library, with their proposed records.
    #[command(after_help = IMPORT_HELP)]
    Import(Import),
    /// Say which columns of tables seem to hold what, with their first rows, and the options that say so.
    #[command(after_help = COLUMNS_HELP)]
    Columns(Columns),
    /// Find articles of a library by words of their text, people, parties and commitments.
    #[command(after_help = SEARCH_HELP)]
    Search(Search),
    /// Write the reviewed records of a library: as JSON, tables, a workbook, annotations, events or a network.
    #[command(after_help = EXPORT_HELP)]
    Export(Export),
    /// Say how much there is in a library.
    #[command(after_help = STATS_HELP)]
    Stats(Where),
    /// Copy a library, as it stands, to another file.
    #[command(after_help = BACKUP_HELP)]
    Backup(Backup),
    /// Make a damaged library anew from what can be read of it and of its backups.
    #[command(after_help = RECOVER_HELP)]
    Recover(Where),
    /// Say whether files hold valid records, and where not.
    #[command(after_help = CHECK_HELP)]
    Check {
        /// Saved records (.json), exported arrays (.json), JSON Lines (.jsonl), or libraries (.chancery).
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Print what a shell needs to complete commands, files and options.
    #[command(after_help = COMPLETIONS_HELP)]
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// Read the files that come by standard input: what the program starts for those that it had rather not read itself.
    #[command(name = READING_SUBCOMMAND, hide = true)]
    ReadApart {
        /// So many megabytes of memory.
        megabytes: u64,
    },
    /// Write the manual pages, one of the program and one of each subcommand.
    #[command(after_help = MAN_HELP)]
    Man {
        /// The folder to write them to, which must be there.
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
}

#[derive(Args, Debug)]
pub(super) struct Extract {
    /// Articles, and folders of them: every article below a folder, in the order of their paths.
    #[arg(required_unless_present = "stream", value_name = "FILE|DIR")]
    pub paths: Vec<PathBuf>,
    /// json: a record for one file, an array for several. jsonl: one record a line. Others as `chancery export`
    /// has them. Without it, the ending of the output file decides, else json.
    #[arg(long, value_parser = format_name())]
    pub format: Option<&'static ExportFormat>,
    /// Print the article's lines instead, under each the values that its words support, and how each
    /// was found.
    #[arg(long, conflicts_with = "format")]
    pub explain: bool,
    #[command(flatten)]
    pub said: AsSaid,
    /// Write to this file, whole or not at all, rather than to standard output.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Read articles from standard input, one in JSON a line, and write their records to standard output,
    /// one in JSON a line, in the same order.
    #[arg(long, conflicts_with_all = ["paths", "format", "explain", "output", "encoding", "columns"])]
    pub stream: bool,
    /// Work on so many of the stream's articles at once, by default as many as the machine has cores.
    #[arg(long, value_name = "NUMBER", requires = "stream", conflicts_with = "paths")]
    pub threads: Option<NonZeroUsize>,
}

/// What is said of files before they are read.
#[derive(Args, Debug)]
pub(super) struct AsSaid {
    /// The encoding of texts, pages and tables that do not show their letters right without it, such as
    /// windows-1251. It is found out otherwise.
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    pub encoding: Option<TextEncoding>,
    /// Which column of tables holds what: text, title, published, publisher, byline, address or language, such as
    /// text=Body, or by its number published=#3. Say all that are wanted, the text among them; they are guessed
    /// otherwise, as `chancery columns` tells.
    #[arg(long = "column", value_name = "WHAT=COLUMN", value_parser = column)]
    pub columns: Vec<(ColumnRole, String)>,
}

impl AsSaid {
    /// The same, put together.
    pub fn said(&self) -> Result<Said, ColumnsError> {
        let known = match self.columns.as_slice() {
            [] => KnownColumns::default(),
            all => KnownColumns::of_all(ColumnRoles::new(FirstRow::AsItLooks, all.iter().cloned())?),
        };
        Ok(Said { encoding: self.encoding, columns: known.into(), is_asked: false })
    }
}

#[derive(Args, Debug)]
pub(super) struct Columns {
    #[command(flatten)]
    pub said: AsSaid,
    /// Tables of articles.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// Which library.
#[derive(Args, Debug)]
pub(super) struct Where {
    /// The library's file, rather than the one in your data folder.
    #[arg(long, value_name = "FILE")]
    pub library: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct Import {
    #[command(flatten)]
    pub library: Where,
    #[command(flatten)]
    pub said: AsSaid,
    /// Articles, and folders of them. A file that is in the library already stays as it is.
    #[arg(required = true, value_name = "FILE|DIR")]
    pub paths: Vec<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct Search {
    #[command(flatten)]
    pub library: Where,
    /// At most so many, the best first.
    #[arg(long, default_value_t = 20, value_name = "NUMBER")]
    pub most: usize,
    /// Words that all must occur; the last may be the beginning of one. None lists the newest.
    #[arg(value_name = "WORD")]
    pub words: Vec<String>,
}

#[derive(Args, Debug)]
pub(super) struct Export {
    #[command(flatten)]
    pub library: Where,
    /// Records that nobody has reviewed too.
    #[arg(long)]
    pub all: bool,
    /// Only records that fit, such as "party:CHN since:2020": status, tag, kind, party, publisher, reviewer, flagged,
    /// problems, since and until, each with a value after a colon; all else are words that must occur. With a
    /// status, records of that status rather than reviewed ones.
    #[arg(long = "where", value_name = "CONDITIONS")]
    pub conditions: Option<String>,
    /// As what. Without it, the ending of the output file decides, else json.
    #[arg(long, value_parser = format_name())]
    pub format: Option<&'static ExportFormat>,
    /// Leave the texts of articles out: only the words that support a value remain.
    #[arg(long)]
    pub no_texts: bool,
    /// Values that a reviewer rejected too.
    #[arg(long)]
    pub rejected: bool,
    /// Leave out what people changed, value by value.
    #[arg(long)]
    pub no_edits: bool,
    /// Write nothing, and say how many rows each table would have, with the first of them.
    #[arg(long, conflicts_with = "output")]
    pub preview: bool,
    /// Write to this file, whole or not at all, rather than to standard output. CSV, Parquet and edges are several
    /// files: they go into a folder of this name or, where it ends with .zip, into one file.
    #[arg(short, long, value_name = "FILE|DIR")]
    pub output: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct Backup {
    #[command(flatten)]
    pub library: Where,
    /// The copy, which must not be there yet.
    #[arg(value_name = "FILE")]
    pub to: PathBuf,
}

/// The program's version, and what the records that it writes say of their form.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "\nrecord schema: chancery.record/2");

/// Reads the name of a format. The names in the help come from the list of formats.
fn format_name() -> impl TypedValueParser<Value = &'static ExportFormat> {
    let names = PossibleValuesParser::new(EXPORT_FORMATS.iter().map(|format| format.name));
    names.try_map(|name| ExportFormat::named(&name).ok_or("no format has this name"))
}

/// Reads the name of an encoding, by which of its names it may be called.
fn encoding(name: &str) -> Result<TextEncoding, String> {
    let known = || ENCODINGS.iter().map(NamedEncoding::to_string).collect::<Vec<_>>().join(", ");
    TextEncoding::named(name).ok_or_else(|| format!("no encoding has this name; known are {}", known()))
}

/// Reads what a column holds, and which it is.
fn column(said: &str) -> Result<(ColumnRole, String), String> {
    let (what, column) =
        said.split_once('=').ok_or("write what the column holds before its name: text=Body")?;
    let roles = ColumnRole::words();
    let role =
        ColumnRole::named(what).ok_or_else(|| format!("no column holds {what}; columns hold {roles}"))?;
    Ok((role, column.to_owned()))
}

const AFTER_HELP: &str = "\
Examples:
  chancery                                     open the window
  chancery talks.txt readout.html              open the window on two articles
  chancery ./articles                          … on all articles of a folder
  chancery extract talks.txt                   print the proposed record
  chancery extract -o records.jsonl ./articles write all of a folder's, one a line
  chancery extract --explain talks.txt         say how each value was found
  chancery check records.jsonl                 are they valid? where not?
  chancery import ./articles                   put a folder's into the library
  chancery search harbour line                 find them again
  chancery schema > record.schema.json         what a record holds

A file named like a subcommand is opened by its path: chancery ./extract

Exit codes: 0 all went well; 1 something did not, as told on standard error; 2 the command was not
understood. Nothing is ever sent over a network.";

const IMPORT_HELP: &str = "\
Examples:
  chancery import ./articles
  chancery import --library talks.chancery talks.txt readout.html
  chancery import --encoding windows-1251 ./articles
  chancery import --column text=Body --column published=Date export.csv

The same file is in a library once, whatever its name. What was said to be added is on disk.";

const COLUMNS_HELP: &str = "\
Examples:
  chancery columns export.csv
  chancery columns --column text=Body --column published=#3 export.csv

Columns hold the text, title, day of publication, publisher, byline, web address and language of articles. What they
seem to hold is guessed by their names, or else by what stands in them. The last line is what `chancery import` and
`chancery extract` take to read the table so, to be corrected where the guess is wrong. Columns without a name go by
their number: #3.";

const SEARCH_HELP: &str = "\
Examples:
  chancery search harbour line
  chancery search --library talks.chancery --most 5 Zerafa
  chancery search                              the newest";

const EXPORT_HELP: &str = "\
Examples:
  chancery export -o reviewed.jsonl
  chancery export --library talks.chancery --all > all.json
  chancery export --where \"party:CHN since:2020\" -o china.xlsx
  chancery export --where \"kind:phone_call \\\"harbour line\\\"\" --preview
  chancery export --format csv -o talks            a folder of CSV files, with readers for R, Stata and Python
  chancery export --no-texts -o talks.parquet.zip  Parquet files, without the texts, in one file

Formats: json, jsonl (whole records, which Chancery reads again); xlsx, csv, parquet (tables with keys); jsonld
(W3C annotations); plover (events, a line each); graphml, edges (who met whom, who promised whom); report (a page to
read and print); text (plain text with citations).
An export that is stopped or fails leaves nothing behind, and what was there before stays.";

const STATS_HELP: &str = "\
Example:
  chancery stats --library talks.chancery";

const BACKUP_HELP: &str = "\
Example:
  chancery backup --library talks.chancery copy-of-talks.chancery";

const RECOVER_HELP: &str = "\
Example:
  chancery recover --library talks.chancery

The damaged file is kept beside the new library, under another name. What cannot be read of it is taken
from the newest backup that has it. A sound library stays as it is.";

const EXTRACT_HELP: &str = "\
Examples:
  chancery extract talks.txt
  chancery extract --format jsonl ./articles | head -n 3
  chancery extract -o records.jsonl ./articles
  chancery extract --explain talks.txt | less
  chancery extract --encoding windows-1251 talks.txt
  chancery extract --stream < articles.jsonl > records.jsonl
  parallel --pipe --block 10M chancery extract --stream --threads 1 < articles.jsonl > records.jsonl

A line of a stream is an object with the article's text, and where known id, title, published, publisher, byline,
address and language. Its id stands in the record as article.file_name. A line that holds no article is told with its
number on standard error and passed over; the exit code is 1 then. Memory stays the same, however long the stream.

A file or folder that cannot be read is told on standard error; the others go on, and the exit code is 1.
So is what else there is in a folder: files of other kinds, hidden ones, links that lead out of it.";

const SCHEMA_HELP: &str = "\
Example:
  chancery schema > record.schema.json

JSON Schema, draft 2020-12. It is generated from the program's own types.";

const COMPLETIONS_HELP: &str = "\
Examples:
  chancery completions bash > ~/.local/share/bash-completion/completions/chancery
  chancery completions zsh > /usr/local/share/zsh/site-functions/_chancery
  chancery completions fish > ~/.config/fish/completions/chancery.fish";

const MAN_HELP: &str = "\
Example:
  chancery man ~/.local/share/man/man1";

const CHECK_HELP: &str = "\
Example:
  chancery check harbour.json records.jsonl

Each fault is a line: the file, the place (a JSON pointer, after the line in a .jsonl file), what is
wrong there. Beyond the schema this checks that every evidence stands in its article's text. The exit
code is 1 if any file has a fault.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_in_order() {
        Arguments::command().debug_assert();
    }
}
