//! How far something has come that takes its time.

use crate::model::{counted, number};

/// What takes its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnderWay {
    /// Articles are opened and put into the library.
    Opening,
    /// Records are saved.
    Saving,
    /// Records are exported.
    Exporting,
    /// Many records are changed.
    Changing,
}

impl UnderWay {
    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Opening => "Opening",
            Self::Saving => "Saving",
            Self::Exporting => "Exporting",
            Self::Changing => "Changing",
        }
    }
}

/// How far something has come that takes its time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// What is under way.
    pub what: UnderWay,
    /// How much is done.
    pub done: usize,
    /// Of how much; 0 while that is not known.
    pub of: usize,
    /// How many are done in a second; none while that cannot be told.
    pub rate: Option<f64>,
}

impl Progress {
    /// So many of so many files are written.
    pub(crate) fn saving((done, of): (usize, usize)) -> Self {
        Self { what: UnderWay::Saving, done, of, rate: None }
    }

    /// So many of so many records are exported.
    pub(crate) fn exporting((done, of): (usize, usize)) -> Self {
        Self { what: UnderWay::Exporting, done, of, rate: None }
    }

    /// What is told when it goes no further because another library is opened; nothing where it goes on.
    pub(crate) fn broken_off(self) -> Option<String> {
        let Self { what, done, of, .. } = self;
        match what {
            UnderWay::Opening => Some(format!(
                "Opening was broken off when another library was opened: {} of {} were read. Open them again in \
                 the library that they belong to.",
                number(done),
                counted(of, "file")
            )),
            UnderWay::Changing => Some(format!(
                "The change of many records was broken off when another library was opened: {} of {} were gone \
                 through.",
                number(done),
                counted(of, "record")
            )),
            // What was asked to be written is written.
            UnderWay::Saving | UnderWay::Exporting => None,
        }
    }
}
