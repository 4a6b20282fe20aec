//! Work in the background, without a pixel and without the app: threads that open files, write to the
//! library, search it, copy it, and write files.
//!
//! Work is begun on a `Background`. A `Task` is one thing that is worked out for one who wants it: dropped,
//! it is cancelled. What a thread that runs for longer has to say arrives in an `Inbox`; once that is gone,
//! the thread speaks to nobody. So whatever belongs to one open library ends with the value that holds it.
//!
//! All work on one library is a `LibraryWork`; its threads are:
//!
//! | who | does what |
//! |---|---|
//! | `Writer` | alone writes to the library, and keeps every edit as soon as it is made |
//! | `Opening` | finds articles in files on every core, has them read on every core, and hands them to the writer |
//! | `Reader` | answers questions to the library |
//! | `Finder` | looks for words and titles; what is typed next cuts it off |
//! | `Backup` | copies the library once a day |
//! | `FileWriter` | writes records, exports and charts to files, in the order asked for |
//!
//! Risky files are read in processes of their own: [`Children`].
//!
//! Without a window, [`import_files`] puts whole folders into a library, [`extract_files`] reads articles,
//! and [`extract_lines`] those that come in a stream.

mod again;
mod arriving;
mod background;
mod backup;
mod batch;
mod bulk;
mod children;
mod desktop;
mod export;
mod failures;
mod file_writer;
mod finder;
mod found;
mod import;
mod importing;
mod in_order;
mod inbox;
mod library_work;
mod log_file;
mod named;
mod opening;
mod pasted;
mod progress;
mod read;
mod reader;
mod recover;
mod samples;
mod shelf;
mod steps;
mod stored;
mod stream;
mod suggestions;
mod tables;
mod task;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(crate) use again::{NotRead, read_again, read_page, with_paragraph};
pub(crate) use background::Background;
pub use background::Wake;
pub use batch::{Extracted, articles_in, extract_files, readable_files, table_head};
pub(crate) use bulk::{Bulk, Change};
pub(crate) use children::limit_reading;
pub use children::{
    Children, ReadingLimits, SUBCOMMAND as READING_SUBCOMMAND, Unread, read_files_apart, serve,
};
pub(crate) use desktop::open_by_desktop;
pub use export::{Export, ExportError, ExportRun, set_aside};
pub(crate) use file_writer::{Batch, FileReport, FileWriter, Target, Write};
pub(crate) use finder::SearchReport;
pub use found::Spot;
pub use import::{Imported, import_files, import_files_as, is_library};
pub(crate) use library_work::{Closing, LastReport, LibraryWork, Standing};
pub(crate) use log_file::{FILE_NAME as LOG_FILE_NAME, log_to_file, stop_log_file};
pub use log_file::{log_panics, log_to_terminal};
pub use named::Said;
pub use opening::{Account, Differing};
pub(crate) use opening::{Opening, What};
pub(crate) use pasted::copied_files;
pub use progress::{Progress, UnderWay};
pub(crate) use read::read_record_of;
pub use read::{
    Chosen, FolderLeftOut, OpenError, TableFile, can_open, check_file, extensions_to_open, read_article,
};
pub use recover::{open_to_read, recover};
pub(crate) use shelf::Arrival;
pub use shelf::Put;
pub(crate) use steps::OpeningId;
pub use stored::marks;
pub(crate) use stored::{entry, opened};
pub use stream::{Line, LineFault, Streamed, extract_lines, lines_of};
pub use suggestions::Suggest;
pub(crate) use suggestions::Suggestions;
pub(crate) use tables::add_own_party;
pub use tables::{damage_of_tables, tables_of_user};
pub(crate) use task::{Asked, Task};
pub(crate) use writer::{Admitted, LibraryReport, Opened, Place};

pub use crate::import::{
    ColumnRole, ColumnRoles, ColumnsError, ENCODINGS, FirstRow, KnownColumns, NamedEncoding, Naming,
    TableHead, TableKey, TextEncoding,
};

use crate::lexicon::Lexicon;
use crate::store::{Door, LibraryError, Note, leave_note, library_of_user};

/// Gives the tables of what is known of the world; reads them at the first time of asking.
pub type Tables = fn() -> Arc<Lexicon>;

/// Leaves files to the window that has this library open, or else the user's own. Says whether there is one.
///
/// # Errors
/// If whoever has it open does not answer.
pub fn hand_over(library: Option<&Path>, files: &[PathBuf]) -> Result<bool, LibraryError> {
    let Some(library) = library.map(Path::to_owned).or_else(library_of_user) else { return Ok(false) };
    Ok(leave_note(&library, files)? == Note::Taken)
}

/// Whether a window, or another command, has this library open to write to it.
pub fn is_open_elsewhere(library: &Path) -> bool {
    library.is_file() && matches!(Door::enter(library), Err(LibraryError::Busy(_)))
}
