//! What of a record goes into an export: its text, what was rejected, and what people changed.

use std::borrow::Cow;
use std::sync::Arc;

use crate::model::{Article, Record, Text};

/// What of each record is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Contents {
    /// The whole text of each article; otherwise only the quotations that support a value.
    pub texts: bool,
    /// Values that a reviewer rejected too.
    pub rejected: bool,
    /// What people changed, value by value.
    pub edits: bool,
}

/// What must be written for a table or a column to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// It is always there.
    Nothing,
    /// The texts of articles.
    Texts,
    /// What people changed.
    Edits,
}

impl Default for Contents {
    fn default() -> Self {
        Self { texts: true, rejected: false, edits: true }
    }
}

impl Contents {
    /// All that there is.
    pub const ALL: Self = Self { texts: true, rejected: true, edits: true };

    /// Whether something that needs this is written.
    pub fn has(self, needs: Needs) -> bool {
        match needs {
            Needs::Nothing => true,
            Needs::Texts => self.texts,
            Needs::Edits => self.edits,
        }
    }

    /// A record with what is to be written, and no more.
    pub fn of<'r>(self, record: Cow<'r, Record>) -> Cow<'r, Record> {
        let mut record = match self.rejected {
            true => record,
            false => Cow::Owned(record.without_ruled_out()),
        };
        if !self.texts {
            let article = Article { text: Text::new(""), ..Article::clone(&record.article) };
            record.to_mut().article = Arc::new(article);
        }
        if !self.edits && !record.provenance.edits.is_empty() {
            record.to_mut().provenance.edits.clear();
        }
        record
    }
}
