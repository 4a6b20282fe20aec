//! The days of an article that turned out to be of another day: counted anew in the background. What nobody has ruled on
//! follows; what somebody has stays, and the person is offered the other day.

use std::sync::Arc;

use super::notice::{Notice, Offer};
use super::open::asked::Dating;
use super::state::App;
use crate::across::BulkEdit;
use crate::extract;
use crate::model::{EntryId, Record};
use crate::review::{Reach, RecordEdit, days_anew};
use crate::work::{Asked, Change};

impl App {
    /// Sets a fact of an article of several contacts in the records of all of them.
    pub(super) fn set_fact_of_all(&mut self, id: EntryId, edit: RecordEdit) {
        let ids: Vec<EntryId> = self.contacts(id).map(|row| row.id).collect();
        let dated = edit.fact().is_some_and(|part| part.is_day());
        self.begin_bulk(Change::Edit(BulkEdit::Fact(Box::new(edit))), ids);
        if dated {
            self.count_days_anew(id);
        }
    }

    /// Proposes the records of an article anew, in the background, for their days.
    pub(super) fn count_days_anew(&mut self, id: EntryId) {
        let Some(article) = self.document(id).map(|document| document.record().article.clone()) else {
            return;
        };
        let ids = self.contacts(id).map(|row| row.id).collect();
        let tables = self.tables;
        let reading = self.open.work.background.work(move |_: &_| extract::records(&article, &tables()));
        self.open.dating = Dating { reading: Some(Asked::new(ids, Some(reading))), read: Vec::new() };
    }

    /// Receives what an article was read as. Says whether that was so.
    pub(super) fn receive_days(&mut self) -> bool {
        let Some((ids, records)) = Asked::answer(&mut self.open.dating.reading) else { return false };
        for id in ids {
            let number = self.document(id).map(|document| document.record().number);
            let anew = records.iter().flatten().find(|record| Some(record.number) == number);
            if let Some(anew) = anew {
                self.take_days(id, Arc::new(anew.clone()));
            }
        }
        true
    }

    /// What nobody has ruled on follows; of the rest it is told.
    fn take_days(&mut self, id: EntryId, anew: Arc<Record>) {
        self.edit_of(id, RecordEdit::DaysAnew(anew.clone(), Reach::Proposals));
        let Some(record) = self.document(id).map(|document| document.record().clone()) else { return };
        let mut with_rulings = Record::clone(&record);
        days_anew(&mut with_rulings, &anew, Reach::Rulings);
        if with_rulings == *record {
            return;
        }
        let day = |record: &Record| record.meeting.date.as_ref().map(|date| date.start.in_words());
        let what = match (day(&record), day(&with_rulings)) {
            (Some(old), Some(new)) if old != new => {
                format!(
                    "The day of the meeting stays {old}, as you decided; counted from the new day it is {new}."
                )
            }
            _ => {
                "Deadlines that you confirmed stay; counted from the new day they would be others.".to_owned()
            }
        };
        self.open.dating.read.push((id, anew));
        let text = format!("The days are counted from the article's new day. {what}");
        self.tell(Notice { offer: Some(Offer::TakeDays(id)), ..Notice::warning(text) });
    }

    /// Takes the days as they were counted anew, in place of those that the person had ruled on.
    pub(super) fn take_days_anew(&mut self, id: EntryId) {
        self.notices.retain(|notice| notice.offer != Some(Offer::TakeDays(id)));
        let read = self.open.dating.read.iter().find(|(of, _)| *of == id).map(|(_, anew)| anew.clone());
        if let Some(anew) = read {
            self.edit_of(id, RecordEdit::DaysAnew(anew, Reach::Rulings));
        }
    }
}
