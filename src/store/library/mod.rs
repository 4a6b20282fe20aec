//! The library: articles and records of any number in one SQLite file.
//!
//! A [`Library`] is opened, or made where there is none, and brought to the present
//! [`schema`]. What is asked of it is in a file a question: [`take`] articles out, [`find`]
//! them by their words, the [`promising`] ones by those of their commitments, learn what is [`reported`] of
//! meetings, [`survey`] what there is and whether it is sound, [`backup`], [`recover`] what a damaged one
//! holds. What is changed goes
//! through [`Library::write`]: one transaction, all of it or nothing. What a call has said is done is on
//! disk: the file is written ahead (WAL) and synced fully at each commit, so that a power cut costs
//! nothing that was acknowledged.
//!
//! What goes in is a [`Shelved`]: everything that the tables hold of one article, worked out ahead, so that
//! many threads can prepare what one writes. The text of an article stands in the library once, for all
//! of its contacts; each record is kept beside it as the JSON that is saved and exported, without the text.
//! All other tables repeat what the two say, for lists and searches, and can be made again from them ([`Writing::index_anew`]).

mod backup;
mod connect;
mod deleted;
mod door;
mod entry;
mod error;
mod find;
mod genuine;
mod history;
mod links;
mod packed;
mod place;
mod private;
mod promising;
mod query;
mod recover;
mod reported;
mod schema;
mod shelved;
mod sought;
mod source;
mod survey;
mod take;
mod worked;
mod write;

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, InterruptHandle, Row};

pub use door::{Door, GLANCE, Note, leave_note};
pub use entry::Entry;
pub use error::LibraryError;
pub use find::Found;
pub use history::{State, States, StoredHistory, StoredStep, unfold};
pub use links::Link;
pub(super) use packed::LARGEST_BYTES;
pub use place::{LIBRARY_EXTENSION, library_of_user, size_of};
pub(super) use place::{folder_of_data, is_of_library};
pub use query::is_cut_off;
pub use recover::Recovery;
pub use reported::Reported;
pub use shelved::{Marking, Marks, Shelved};
pub use sought::Sought;
pub use survey::Stats;
pub use take::{Namesake, Promise, Taken, Unfiled};
pub use worked::Worked;
pub use write::{Edited, Writing};

use place::{is_there, nothing_in_the_way};
use private::make_private;

/// How long another program that writes is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// The size of a page of the file.
const PAGE_BYTES: i32 = 8192;

/// How much of the file is kept in memory while it is written, in KiB.
const CACHE_KIB: i32 = 2_048;

/// How much of it is kept while it is read.
const READING_CACHE_KIB: i32 = 512;

/// How many pages are written ahead before they are put in their places.
const PAGES_AHEAD: i32 = 4_000;

/// A library that is open.
#[derive(Debug)]
pub struct Library {
    connection: Connection,
    /// For messages.
    path: PathBuf,
    marking: Marking,
    is_writable: bool,
}

/// Cuts off what a library is asked, from another thread.
pub struct Interrupter(InterruptHandle);

impl std::fmt::Debug for Interrupter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Interrupter")
    }
}

impl Interrupter {
    /// Cuts it off; what was asked ends with [`LibraryError::CutOff`].
    pub fn cut_off(&self) {
        self.0.interrupt();
    }
}

type Result<T> = std::result::Result<T, LibraryError>;

impl Library {
    /// Opens the library in this file, and makes one if there is no file. `marking` works out what lists
    /// show of a record beyond its values.
    ///
    /// # Errors
    /// Says whether the file is no library, a newer one, damaged, locked, or cannot be made.
    pub fn open(path: &Path, marking: Marking) -> Result<Self> {
        make_private(path);
        if path.exists() && !path.is_file() {
            // Reading a pipe waits for somebody to write into it.
            return Err(LibraryError::NotALibrary(path.to_owned()));
        }
        nothing_in_the_way(path)?;
        let told = |error| LibraryError::of(path, error);
        let connection = connect::to_write(path).map_err(told)?;
        // SQLite opens such a file all the same, and fails at the first edit.
        if connection.is_readonly("main").map_err(told)? {
            return Err(LibraryError::ReadOnly(path.to_owned()));
        }
        let mut library = Self { connection, path: path.to_owned(), marking, is_writable: true };
        let opened =
            library.prepare().and_then(|()| library.migrate()).and_then(|()| library.remove_deleted());
        opened.map_err(|error| source::what_it_is(error, marking))?;
        log::info!("{}: the library is open", path.display());
        Ok(library)
    }

    /// Opens a library that must be there already.
    ///
    /// # Errors
    /// As [`Library::open`]; and if there is no file.
    pub fn open_existing(path: &Path, marking: Marking) -> Result<Self> {
        is_there(path)?;
        Self::open(path, marking)
    }

    /// Opens a library to read only: one that another connection writes to, or that may not be written.
    ///
    /// # Errors
    /// As [`Library::open_existing`]; and if it is of an earlier version, since nothing may be changed.
    pub fn open_for_reading(path: &Path, marking: Marking) -> Result<Self> {
        is_there(path)?;
        nothing_in_the_way(path)?;
        let told = |error| LibraryError::of(path, error);
        let mut connection = connect::to_read(path).map_err(told)?;
        if connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).is_err() {
            // Where not even the file of locks beside it can be made, nobody else can write either.
            connection = connect::unchanging(path).map_err(told)?;
        }
        connection.busy_timeout(PATIENCE).map_err(told)?;
        // Several read at a time, and the system keeps the file in memory too.
        connection.pragma_update(None, "cache_size", -READING_CACHE_KIB).map_err(told)?;
        let library = Self { connection, path: path.to_owned(), marking, is_writable: false };
        let present = library.is_present().and_then(|()| library.is_as_made());
        present.map_err(|error| source::what_it_is(error, marking))?;
        Ok(library)
    }

    /// Whether there is a file to be opened as a library, whatever is in it.
    ///
    /// # Errors
    /// [`LibraryError::Missing`] if nothing is there, [`LibraryError::NotALibrary`] if it is no file.
    pub fn is_there(path: &Path) -> Result<()> {
        is_there(path)
    }

    fn prepare(&mut self) -> Result<()> {
        self.connection.busy_timeout(PATIENCE).map_err(|error| self.told(error))?;
        // Another program's file is not to be changed in any way, nor one that somebody has put more into.
        self.is_as_made()?;
        let set = || {
            // Before anything is in it: most articles then share a page with others and waste less of it.
            self.connection.pragma_update(None, "page_size", PAGE_BYTES)?;
            self.connection.pragma_update(None, "journal_mode", "WAL")?;
            self.connection.pragma_update(None, "synchronous", "FULL")?;
            // Pages that many articles share are written once for all of them.
            self.connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
            self.connection.pragma_update(None, "wal_autocheckpoint", PAGES_AHEAD)
        };
        set().map_err(|error| self.told(error))?;
        self.connection.set_prepared_statement_cache_capacity(64);
        Ok(())
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it was opened to be written to.
    pub fn is_writable(&self) -> bool {
        self.is_writable
    }

    /// Goes through every row of an answer.
    fn walk(&self, sql: &str, mut each: impl FnMut(&Row<'_>) -> rusqlite::Result<()>) -> Result<()> {
        let mut walk = || {
            let mut statement = self.connection.prepare(sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                each(row)?;
            }
            Ok(())
        };
        let walked = walk();
        // What was read once is not needed again soon, and there may be much of it.
        let _ = self.connection.execute_batch("PRAGMA shrink_memory");
        walked.map_err(|error| self.told(error))
    }

    /// Nothing of this library need outlive the program: it is written faster, and lost in a power cut.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn for_this_run_only(self) -> Result<Self> {
        let set = self.connection.pragma_update(None, "synchronous", "OFF");
        set.map_err(|error| self.told(error))?;
        Ok(self)
    }

    /// Cuts off what this library is asked at the moment, from another thread.
    pub fn interrupter(&self) -> Interrupter {
        Interrupter(self.connection.get_interrupt_handle())
    }

    fn told(&self, error: rusqlite::Error) -> LibraryError {
        LibraryError::of(&self.path, error)
    }
}
