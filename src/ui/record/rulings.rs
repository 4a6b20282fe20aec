//! The buttons of a card, by which a person rules on its field or is led to its words.

use egui::Ui;

use super::card::{Card, why};
use crate::model::Ruling;
use crate::review::{Coded, Document, Field, RecordEdit};
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::{Picture, describe, picture_button, untold_picture_button};

/// What a ruling is called and means: "Proposed. The program proposes it, and …".
fn ruling_in_words(ruling: Ruling) -> String {
    format!("{}. {}", ruling.label(), ruling.meaning().says)
}

impl Card {
    /// The ruling as a button: it confirms, or takes the confirmation back, or restores.
    pub(super) fn ruling(
        &self,
        desk: &mut Desk<'_>,
        ui: &mut Ui,
        document: &Document,
        ruling: Option<Ruling>,
    ) {
        let Some(ruling) = ruling else {
            ui.add_space(theme::CONTROL - theme::SMALL + ui.spacing().item_spacing.x);
            return;
        };
        let what = self.field.name(document.record());
        let (next, does) = match ruling {
            Ruling::Proposed => (Ruling::Confirmed, "Confirm"),
            Ruling::Confirmed => (Ruling::Proposed, "Undo the confirmation of"),
            Ruling::Corrected if self.field.evidence(document.record()).is_empty() => {
                (Ruling::Confirmed, "Mark as inferred:")
            }
            Ruling::Corrected => (Ruling::Confirmed, "Corrected. Confirm"),
            Ruling::RuledOut => (Ruling::Proposed, "Restore"),
        };
        let does = format!("{does} {what}");
        let button = untold_picture_button(ui, Picture::Ruling(ruling), &does).on_hover_ui(|ui| {
            ui.label(&does);
            ui.label(theme::quiet(ui, ruling_in_words(ruling)));
        });
        desk.attend(ui, &button, Some(&self.field));
        if button.clicked() {
            desk.edit(RecordEdit::Rule(self.field.clone(), next));
        }
    }

    /// Leads to the words that support the field, or gives it the selected ones.
    pub(super) fn words(&self, desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
        let record = document.record();
        let text = &record.article.text;
        let spans = self.field.evidence(record).iter().filter_map(|quoted| quoted.span(text));
        let Some(span) = spans.reduce(|first, _| first) else {
            ui.add_space(theme::CONTROL - theme::SMALL);
            return;
        };
        let what = format!("Show the words for {}", self.field.name(record));
        let button = untold_picture_button(ui, Picture::Quote, &what);
        desk.attend(ui, &button, Some(&self.field));
        if button.clicked() {
            desk.turn_to(&self.field);
            desk.view.show_words = Some((span, true));
        }
        describe(&button, || document.why(&self.field).join(" "));
        why(button, document, &self.field);
    }

    /// Rules out, or restores what is ruled out.
    pub(super) fn strike(
        &self,
        desk: &mut Desk<'_>,
        ui: &mut Ui,
        document: &Document,
        ruling: Option<Ruling>,
    ) {
        let button = match ruling {
            None => return,
            Some(Ruling::RuledOut) => {
                let what = self.field.name(document.record());
                picture_button(ui, Picture::Restore, &format!("Bring back {what}"))
            }
            Some(_) => {
                let what = self.field.name(document.record());
                picture_button(ui, Picture::Cross, &format!("Reject {what}"))
            }
        };
        desk.attend(ui, &button, Some(&self.field));
        match ruling {
            Some(Ruling::RuledOut) if button.clicked() => {
                desk.edit(RecordEdit::Rule(self.field.clone(), Ruling::Proposed));
            }
            _ if button.clicked() => self.rule_out(desk, document),
            _ => {}
        }
    }

    /// A person or commitment that a reviewer added is taken away; anything else is struck.
    pub(super) fn rule_out(&self, desk: &mut Desk<'_>, document: &Document) {
        match &self.field {
            Field::Participant(id) => desk.edit(RecordEdit::RemoveParticipant(id.clone())),
            Field::Commitment(id) => desk.edit(RecordEdit::RemoveCommitment(id.clone())),
            field if field.ruling(document.record()).is_some() => {
                desk.edit(RecordEdit::Rule(field.clone(), Ruling::RuledOut));
            }
            _ => {}
        }
    }
}
