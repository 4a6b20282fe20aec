//! How far something has come that takes its time.

use std::time::Duration;

use super::steps::Step;
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
    /// How much of what comes after those is done, in percent: of a large file.
    pub percent: u32,
    /// How many articles were opened in doing so, if that is what is done.
    pub articles: usize,
    /// How many are done in a second; none while that cannot be told.
    pub rate: Option<f64>,
}

impl Progress {
    /// So many of so many things are done.
    pub(crate) fn of(what: UnderWay, (done, of): (usize, usize)) -> Self {
        Self { what, done, of, percent: 0, articles: 0, rate: None }
    }

    /// An opening has come so far in so much time.
    pub(crate) fn opening(step: Step, since: Duration) -> Self {
        let Step { done, of, percent, articles } = step;
        let seconds = since.as_secs_f64();
        let all = done as f64 + f64::from(percent) / 100.0;
        let rate = (seconds > 1.0 && all > 0.0).then(|| all / seconds);
        Self { what: UnderWay::Opening, done, of, percent, articles, rate }
    }

    /// What is done, of 1.
    pub fn share(self) -> f32 {
        (self.done as f32 + self.percent as f32 / 100.0) / self.of.max(1) as f32
    }

    /// What is told when it goes no further because another library is opened; nothing where it goes on.
    pub(crate) fn broken_off(self) -> Option<String> {
        let Self { what, done, of, articles, .. } = self;
        match what {
            UnderWay::Opening => Some(format!(
                "Opening was broken off when another library was opened: {} of {} were read, {} of them. Open them \
                 again in the library that they belong to.",
                number(done),
                counted(of, "file"),
                counted(articles, "article")
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
