//! A damaged library: what can be read of it goes on in a new one, and the damaged file is set aside.
//!
//! Articles are read one by one, so that a damaged page costs what lies on it and no more. What cannot be
//! read is taken from the backups, the newest first. Nothing is overwritten: the damaged file is kept under
//! another name, and of several such files the newest three.
//!
//! A new library that would have the same faults as the damaged one takes nobody's place: otherwise a fault
//! of ours would make copies without end.
//!
//! Only a file of ours is set aside: one with our mark, one in the place of a library that has backups, or
//! one of which articles can be read. Any other stays as it is.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fmt, fs};

use rusqlite::types::{Value, ValueRef};
use rusqlite::{params, params_from_iter};

use super::backup::sync_folder;
use super::error::LibraryError;
use super::history::StoredHistory;
use super::packed::unpack;
use super::place::LIBRARY_EXTENSION;
use super::place::{beside, free_name};
use super::shelved::Marking;
use super::source::{Source, is_marked};
use super::take::Halves;
use super::write::{Writing, stored};
use super::{Library, Result};
use crate::model::{Day, Origin, counted};
use crate::store::error::folder_of;
use crate::store::unfinished;

/// What became of a damaged library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// The library, which holds again what could be read.
    pub library: PathBuf,
    /// Where the damaged file is.
    pub set_aside: PathBuf,
    /// How many articles were recovered.
    pub articles: usize,
    /// For how many of them a backup had to help.
    pub from_backup: usize,
    /// How many are known to have been there and could not be read anywhere.
    pub lost: usize,
}

impl fmt::Display for Recovery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { library, set_aside, articles, from_backup, lost } = self;
        let count = |count: usize| counted(count, "article");
        write!(f, "{} was damaged. {} recovered", library.display(), count(*articles))?;
        if *from_backup > 0 {
            write!(f, ", {from_backup} of them with the help of a backup: look them through")?;
        }
        if *lost > 0 {
            write!(f, "; {} could not be read: import the files again", count(*lost))?;
        }
        write!(
            f,
            ". The damaged file is kept as {}; of such files the newest {KEPT} stay.",
            set_aside.display()
        )
    }
}

impl Library {
    /// Makes a library anew from what can be read of a damaged one and of its backups. The damaged file keeps
    /// this day in its new name. Nobody else may have the library open.
    ///
    /// # Errors
    /// If nothing can be read, or the new library cannot be written; then everything stays as it is.
    pub fn recover(path: &Path, today: Day, marking: Marking) -> Result<Recovery> {
        let told = |error| LibraryError::of_file(path, error);
        let sources: Vec<Source> =
            Source::damaged(path, marking).into_iter().chain(Source::backups(path, marking)).collect();
        let rescued = unfinished::library_in(folder_of(path)).map_err(told)?;
        let (articles, from_backup, lost) = fill(rescued.path(), path, &sources, marking)?;
        if articles == 0 {
            return Err(match is_marked(path) {
                true => LibraryError::NothingToRecover(path.to_owned()),
                false => LibraryError::NotALibrary(path.to_owned()),
            });
        }
        drop(sources);
        is_better(rescued.path(), path, marking)?;
        if let Ok(about) = fs::metadata(path) {
            let _ = rescued.as_file().set_permissions(about.permissions());
        }
        rescued.as_file().sync_all().map_err(told)?;
        let set_aside = set_aside(path, today).map_err(told)?;
        take_away_oldest(path, &set_aside);
        rescued.persist(path).map_err(|error| told(error.error))?;
        sync_folder(folder_of(path));
        Ok(Recovery { library: path.to_owned(), set_aside, articles, from_backup, lost })
    }
}

/// Whether less is wrong with a new library than with the one that it was made of.
///
/// # Errors
/// [`LibraryError::NotMended`] if not.
fn is_better(new: &Path, old: &Path, marking: Marking) -> Result<()> {
    let before = Library::open_for_reading(old, marking).and_then(|library| library.check());
    // Opened to write, it leaves nothing beside it.
    let after = Library::open(new, marking)?.check()?;
    match (before, after.first()) {
        (Ok(before), Some(what)) if after.len() >= before.len() => {
            Err(LibraryError::NotMended { path: old.to_owned(), what: what.clone() })
        }
        _ => Ok(()),
    }
}

/// An article as it was found.
struct Rescued {
    text: String,
    record: Value,
    origin: Origin,
    is_filed: bool,
    position: usize,
    is_put_away: bool,
    history: Option<StoredHistory>,
    has_help: bool,
}

/// Fills a new library. Says how many articles were found, how many with help, and how many were not.
fn fill(to: &Path, named: &Path, sources: &[Source], marking: Marking) -> Result<(usize, usize, usize)> {
    let mut library = Library::open(to, marking)?;
    library.path = named.to_owned();
    let numbers: BTreeSet<i64> = sources.iter().flat_map(Source::numbers).collect();
    let (mut articles, mut helped, mut lost) = (0, 0, 0);
    library.write(|writing| {
        for &number in &numbers {
            // Some numbers are of no library.
            let found = u32::try_from(number).ok();
            let Some((number, rescued)) = found.and_then(|number| Some((number, rescue(sources, number)?)))
            else {
                lost += 1;
                continue;
            };
            articles += 1;
            helped += usize::from(rescued.has_help);
            put_back(writing, number, &rescued)?;
        }
        for table in ["links", "searches", "remembered", "worked"] {
            put_back_table(writing, table, sources)?;
        }
        writing.told(|| writing.count_change())?;
        writing.index_anew()?;
        writing.renew_histories()
    })?;
    Ok((articles, helped, lost))
}

/// Finds an article: its record in the first source that has a sound one, with the text that belongs to it,
/// which may stand in another.
fn rescue(sources: &[Source], number: u32) -> Option<Rescued> {
    sources.iter().enumerate().find_map(|(at, source)| {
        let record = source.record(number)?;
        let others = || sources.iter().skip(at).chain(sources.iter().take(at));
        let fitting = |other: &Source| {
            let text = other.text(number)?;
            let json = unpack(ValueRef::from(&record), &text);
            let read = Halves { json, text: text.clone() }.record().ok()?;
            Some((read, text, other.is_backup))
        };
        let (read, text, is_text_of_backup) = others().find_map(fitting)?;
        let mut has_help = source.is_backup || is_text_of_backup;
        let (origin, is_filed, position, is_put_away) = source.origin(number).unwrap_or_else(|| {
            let found = others().find_map(|other| other.origin(number));
            has_help |= found.is_some();
            let of_file = || Origin::article(PathBuf::from(&*read.article.file_name));
            let (origin, put_away) =
                found.map_or_else(|| (of_file(), false), |(origin, _, _, away)| (origin, away));
            // Taken to be somebody's work, which no import may replace.
            (origin, false, 1, put_away)
        });
        let history = source.library.history(number, position).ok().flatten();
        Some(Rescued { text, record, origin, is_filed, position, is_put_away, history, has_help })
    })
}

/// Writes an article as it was found; what repeats it is made anew for all together.
fn put_back(writing: &Writing<'_>, number: u32, rescued: &Rescued) -> Result<()> {
    let Rescued { text, record, origin, is_filed, position, is_put_away, history, .. } = rescued;
    writing.told(|| {
        writing.run("INSERT INTO texts VALUES (?1, ?2)", params![number, text])?;
        writing.run("INSERT INTO records VALUES (?1, ?2)", params![number, record])?;
        writing.run(
            "INSERT INTO origins VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, NULL)",
            params![
                number,
                origin.source.to_string_lossy(),
                origin.is_article,
                origin.saved_to.as_ref().map(|path| path.to_string_lossy()),
                is_filed,
                stored(*position),
                is_put_away,
            ],
        )?;
        history.as_ref().map_or(Ok(()), |history| writing.history(number, history))
    })
}

/// Copies a small table as far as it can be read, and the rest from the next source.
fn put_back_table(writing: &Writing<'_>, table: &str, sources: &[Source]) -> Result<()> {
    for source in sources {
        let connection = &source.library.connection;
        let Ok(mut statement) = connection.prepare(&format!("SELECT * FROM {table}")) else { continue };
        let columns = statement.column_count();
        let marks = vec!["?"; columns].join(", ");
        let sql = format!("INSERT OR IGNORE INTO {table} VALUES ({marks})");
        let Ok(mut rows) = statement.query([]) else { continue };
        let is_whole = loop {
            match rows.next() {
                Ok(Some(row)) => {
                    let values: rusqlite::Result<Vec<Value>> =
                        (0..columns).map(|column| row.get(column)).collect();
                    // A value that is none of its column is left out with its row.
                    let _ = values.and_then(|values| writing.run(&sql, params_from_iter(values)));
                }
                Ok(None) => break true,
                Err(_) => break false,
            }
        };
        if is_whole {
            break;
        }
    }
    Ok(())
}

/// Gives the damaged file another name, with what SQLite has written beside it. Until the new library takes
/// its place it has both names, so that there is never none.
fn set_aside(path: &Path, today: Day) -> std::io::Result<PathBuf> {
    let aside = free_name(folder_of(path), path, &format!("damaged-{today}"));
    for what in ["wal", "shm"] {
        if beside(path, what).exists() {
            fs::rename(beside(path, what), beside(&aside, what))?;
        }
    }
    // Some disks know no second name.
    fs::hard_link(path, &aside).or_else(|_| fs::rename(path, &aside))?;
    Ok(aside)
}

/// How many damaged files are kept.
const KEPT: usize = 3;

/// Takes away the oldest of the damaged files of a library, beyond three. The one just set aside stays.
fn take_away_oldest(library: &Path, set_aside: &Path) {
    let stem = library.file_stem().unwrap_or_default().to_string_lossy().into_owned() + "-damaged-";
    let files = fs::read_dir(folder_of(library)).into_iter().flatten().flatten();
    let is_aside = |file: &fs::DirEntry| {
        let name = file.file_name();
        let is_named_so = name.to_str().is_some_and(|name| name.starts_with(&stem));
        is_named_so && file.path().extension().is_some_and(|ending| ending == LIBRARY_EXTENSION)
    };
    let written = |file: &fs::DirEntry| file.metadata().and_then(|about| about.modified()).ok();
    let mut older: Vec<_> = files
        .filter(|file| is_aside(file) && file.path() != set_aside)
        .map(|file| (written(&file), file.path()))
        .collect();
    older.sort();
    for (_, old) in older.iter().rev().skip(KEPT - 1) {
        // One that stays too long does no harm.
        for old in [old, &beside(old, "wal"), &beside(old, "shm")] {
            let _ = fs::remove_file(old);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::model::EntryId;
    use crate::store::{Marks, Shelved};
    use crate::{extract, import};

    fn marks(_: &crate::model::Record) -> Marks {
        Marks::default()
    }

    /// A library of one article, whose list shows something else than its record, or not.
    fn library(path: &Path, is_damaged: bool) {
        let lexicon = Lexicon::built_in();
        let text = b"Talks in Valletta\n\nMalta will reopen the harbour line by June, the minister said.\n";
        let article = import::import("talks.txt", text, &lexicon).unwrap();
        let record = extract::extract(&article, &lexicon);
        let mut library = Library::open(path, marks).unwrap();
        let prepared = Shelved::of(&record, Origin::article("talks.txt".into()), Marks::default());
        library.write(|writing| writing.put(EntryId::FIRST, &prepared)).unwrap();
        if is_damaged {
            library.connection.execute("UPDATE articles SET title = 'Another'", []).unwrap();
        }
    }

    #[test]
    fn a_new_library_with_the_faults_of_the_old_one_takes_no_place() {
        let folder = tempfile::tempdir().unwrap();
        let [old, new] = ["old", "new"].map(|name| folder.path().join(name));
        library(&old, true);
        library(&new, true);
        let refused = is_better(&new, &old, marks).unwrap_err();
        assert!(matches!(refused, LibraryError::NotMended { .. }), "{refused}");
        assert!(!refused.is_of_damage(), "so that it is told, and not tried again");
        library(&new, false);
        is_better(&new, &old, marks).unwrap();
        fs::write(&old, "no library at all").unwrap();
        library(&new, true);
        is_better(&new, &old, marks).unwrap();
    }
}
