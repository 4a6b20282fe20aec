//! Notices: what the program has to tell, in a sentence or two.

use std::fmt::Display;
use std::path::{Path, PathBuf};

use super::open::tables::TableNumber;
use crate::model::EntryId;

/// A message for the person at the machine: what happened, to which file, what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Known by this, to be dismissed.
    pub id: NoticeId,
    /// How serious it is.
    pub level: Level,
    /// The message.
    pub text: String,
    /// The file that it is about.
    pub path: Option<PathBuf>,
    /// What can be done about it at one stroke.
    pub offer: Option<Offer>,
    /// How long it is of account.
    pub until: Until,
}

/// What makes a notice go, beside the person who puts it away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Until {
    /// Nothing.
    #[default]
    PutAway,
    /// It asks something of the record that is shown: it goes with whatever is done next.
    NextStep,
    /// It tells what was undone: it goes when another step is.
    NextUndo,
    /// It tells of a path that leads nowhere: it goes when another is opened.
    NextOpening,
    /// It tells that the disk takes nothing: it goes once it does.
    Saved,
}

/// What a notice offers to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// To read what became of the files that were opened last.
    Account,
    /// To choose between the records of the library and those of files that were opened last.
    Choose,
    /// To take the last change of many records back.
    TakeBulkBack,
    /// To take an article back that was put away.
    TakeBack(EntryId),
    /// To take the days of this record as they were counted anew.
    TakeDays(EntryId),
    /// To say again which column holds what in tables that were read as before.
    ChangeColumns(TableNumber),
    /// To bring back what was put away last.
    TakePutAwayBack,
    /// To take back what was decided last of reports of one meeting.
    TakeDecisionBack,
}

/// What a notice is known by; given when the app takes it in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct NoticeId(pub(super) u64);

/// How serious a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Something went well.
    Info,
    /// Something needs a look.
    Warning,
    /// Something did not happen.
    Error,
}

impl Notice {
    /// A notice of this level.
    pub fn new(level: Level, text: impl Display) -> Self {
        let (id, text) = (NoticeId::default(), text.to_string());
        Self { id, level, text, path: None, offer: None, until: Until::default() }
    }

    /// Something did not happen.
    pub fn error(text: impl Display) -> Self {
        Self::new(Level::Error, text)
    }

    /// Something went well.
    pub fn info(text: impl Display) -> Self {
        Self::new(Level::Info, text)
    }

    /// Something needs a look.
    pub fn warning(text: impl Display) -> Self {
        Self::new(Level::Warning, text)
    }

    /// The same notice, about this file.
    pub fn about(self, path: &Path) -> Self {
        Self { path: Some(path.to_owned()), ..self }
    }
}
