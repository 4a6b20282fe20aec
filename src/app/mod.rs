//! State and intent, without a pixel: every feature of the program runs here, so that it runs in a
//! test and in a script too.
//!
//! An [`App`] has one open library, whose state, tasks and threads are one value: opening another replaces it,
//! and nothing of the old one is seen any more. Around it are the settings, the notices, the tour and the
//! clock. The window reads the app and sends [`Command`]s; only [`App::run`] changes anything.
//!
//! Whatever takes its time is done in the background (`work`). What it has finished waits until
//! [`App::receive`] receives it, once a frame. Failures become [`Notice`]s, which name the file and say what to
//! do.
//!
//! | to add | go to |
//! |---|---|
//! | something a key or a menu does | a line in `actions/` |
//! | something that is worked out in the background | a task in the state of its feature, and a line in `receive` |
//! | a setting | a field of [`Settings`], a variant of [`Setting`] |

mod actions;
mod adding;
mod at_work;
mod bulk;
mod charts;
mod command;
mod contacts;
mod copying;
mod days;
mod deleting;
mod exporting;
mod files;
mod finding;
mod keymap;
mod ledger;
mod left_out;
mod meetings;
mod moving;
mod navigation;
mod notice;
mod open;
mod own_parties;
mod reading_anew;
mod receive;
mod recent;
mod recovery;
mod run;
mod save;
mod save_listed;
mod selected;
mod settings;
mod settings_file;
mod showing;
mod state;
mod tables;
mod tour;
mod two_records;
mod undo;

/// What the reader of a file may take.
pub use crate::work::ReadingLimits;
pub use actions::{ACTIONS, Action, Ask, Intent, Menu, Surface};
pub use command::{Command, ExportChoice, Exported};
pub use notice::{Level, Notice, NoticeId, Offer, Until};
pub use open::LibraryNumber;
pub use open::tables::{AskedTable, TableNumber};
pub use settings::{Density, Keymap, LastExport, RememberedColumns, Setting, Settings, Theme};
pub use settings_file::window_file;
pub use state::{App, Clock};
pub use tour::TourStep;

pub use crate::across::OtherReport;
pub use crate::import::{ColumnRole, ColumnRoles, HeadColumn, Naming, TableHead, TableKey};
pub use crate::work::{
    Differing, ENCODINGS, NamedEncoding, Progress, Suggest, TextEncoding, UnderWay, extensions_to_open,
};

use std::path::{Path, PathBuf};

use crate::store::LibraryError;
use crate::work;

/// Leaves files to the window that has this library open, or else the user's own. Says whether there is one.
///
/// # Errors
/// If whoever has it open does not answer.
pub fn hand_over(library: Option<&Path>, files: &[PathBuf]) -> Result<bool, LibraryError> {
    work::hand_over(library, files)
}
