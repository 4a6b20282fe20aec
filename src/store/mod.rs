//! Files on disk: reading them within limits, writing them whole or not at all.
//!
//! [`read()`] refuses what is too large before it reads it. [`write_file`] replaces a file in one step, so
//! that a power cut leaves either the old content or the new one; [`write_folder`] and [`write_zip`] do so with
//! several together. [`read_records`] understands saved
//! records, exported arrays and JSON Lines. [`files_within`] walks folders. A [`Library`] keeps any
//! number of articles with their records in one file. Every failure is a [`StoreError`] or a
//! [`LibraryError`], which name the file and say what to do.

mod bundle;
mod error;
mod folder;
mod library;
mod own_tables;
mod read;
mod records;
mod saved_files;
mod settings;
mod unfinished;
mod write;

pub use bundle::{write_folder, write_zip};
pub use error::StoreError;
pub use folder::{FolderFiles, LeftOut, files_within};
pub use library::{
    Door, Edited, Entry, Found, GLANCE, Interrupter, LIBRARY_EXTENSION, Library, LibraryError, Link, Marking,
    Marks, Namesake, Note, Promise, Recovery, Reported, Shelved, Sought, State, States, Stats, StoredHistory,
    StoredStep, Taken, Unfiled, Worked, Writing, is_cut_off, leave_note, library_of_user, size_of, unfold,
};
pub use own_tables::{change_table, own_table_file, read_own_table};
pub use read::{Reading, read, read_start};
pub use records::{
    BadRecord, Place, RECORD_EXTENSIONS, RECORDS_LIMIT_BYTES, RecordsError, is_record_file, read_records,
};
pub use saved_files::SavedFiles;
pub use settings::{Kept, SettingsFile};
pub use write::{unnamed_file, write_file, write_new_file};
