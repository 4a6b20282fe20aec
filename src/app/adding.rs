//! Adding what is selected in the article to the record, and saying what came of it.

use super::notice::Notice;
use super::state::App;
use crate::model::{Ruling, Span};
use crate::review::{Addable, Addition, Document, Field, RecordEdit};

impl App {
    /// Adds what these words of the article name. What is in the record already is turned to; what was rejected
    /// before is brought back.
    pub(super) fn add_selected(&mut self, what: Addable, span: Span) {
        let lexicon = self.lexicon();
        let Some(document) = self.current() else { return };
        match Addition::of(what, span, document.record(), &lexicon) {
            Addition::New(edits) => edits.into_iter().for_each(|edit| self.edit(edit)),
            Addition::Known(field) => self.turn_to_known(&field),
        }
    }

    fn turn_to_known(&mut self, field: &Field) {
        let Some(document) = self.current() else { return };
        let name = called(document, field);
        let is_rejected = field.ruling(document.record()) == Some(Ruling::RuledOut);
        if is_rejected {
            self.edit(RecordEdit::Rule(field.clone(), Ruling::Confirmed));
        }
        self.with_current(|document| document.set_focus(Some(field.clone())));
        let text = match is_rejected {
            true => format!("{name} had been rejected, and is back."),
            false => format!("Already there: {name}. Nothing was added."),
        };
        self.tell(Notice::info(text));
    }

    /// Says so where words take the place of several others as evidence, which nobody may have meant.
    pub(super) fn tell_if_replacing(&mut self, edit: &RecordEdit) {
        let RecordEdit::Evidence(field, _) = edit else { return };
        let Some(document) = self.current() else { return };
        let before = field.evidence(document.record()).len();
        if before > 1 {
            let name = called(document, field);
            self.tell(Notice::info(format!(
                "These words stand in place of {before} others as the evidence of {name}. Undo brings those back; M \
                 adds words to them instead.",
            )));
        }
    }
}

/// What a field is called: "participant 2, Maria Zerafa".
fn called(document: &Document, field: &Field) -> String {
    let (record, name) = (document.record(), field.short(document.record()));
    match field {
        Field::Participant(id) => {
            let place = record.meeting.participants.iter().position(|person| person.id == *id);
            place.map_or(name.clone(), |place| format!("participant {}, {name}", place + 1))
        }
        _ => name,
    }
}
