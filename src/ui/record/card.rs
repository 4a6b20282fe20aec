//! The card of a field: its ruling, what it says, the way to its words, and its form when unfolded.
//! Pointing at a card lights its words in the article.

use egui::text::LayoutJob;
use egui::{
    Color32, CornerRadius, Frame, Id, Key, Margin, Modifiers, Rect, Response, Role, Sense, Stroke,
    TextFormat, TextStyle, Ui, WidgetInfo, vec2,
};

use crate::app::{Command, Document, Field, RecordEdit};
use crate::model::Ruling;
use crate::ui::desk::Desk;
use crate::ui::widgets::{Picture, picture_button, say};
use crate::ui::{fields, theme};

/// How many lines of a long text a folded card shows.
const FOLDED_ROWS: usize = 3;

/// Where the form of a card is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the row of the title.
    Beside,
    /// Below the title.
    Below,
    /// Below the title, once it is unfolded.
    Folded,
}

/// A field as a card shows it.
pub struct Card {
    /// Which field.
    pub field: Field,
    /// What it says: its name, or for a person or commitment the value itself.
    pub title: String,
    /// More about it, in small letters.
    pub detail: String,
    /// The colour of its party.
    pub side: Option<Color32>,
    /// Where its form is.
    pub form: Place,
}

impl Card {
    /// Shows the card, and its form unless that is folded away.
    pub fn show(
        self,
        desk: &mut Desk<'_>,
        ui: &mut Ui,
        document: &Document,
        form: impl FnOnce(&mut Desk<'_>, &mut Ui),
    ) {
        let palette = theme::palette(ui);
        let fill = match (desk.attends_to(&self.field), desk.view.is_lit(&self.field)) {
            (true, _) => palette.wash,
            (false, true) => palette.raised,
            (false, false) => Color32::TRANSPARENT,
        };
        let frame =
            Frame::new().fill(fill).corner_radius(theme::FLOATING_CORNER).inner_margin(Margin::same(8));
        let shown = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            if self.form == Place::Beside {
                self.row(desk, ui, document, form);
                return;
            }
            self.row(desk, ui, document, |_, _| {});
            for problem in document.problems_of(&self.field) {
                say(ui, &problem.text);
            }
            if !self.folds() || desk.view.is_unfolded(document.id(), &self.field) {
                form(desk, ui);
            }
        });
        if let Some(color) = self.side {
            stripe(ui, shown.response.rect, color);
        }
        if shown.response.contains_pointer() {
            desk.view.light(&self.field);
        }
    }

    fn folds(&self) -> bool {
        self.form == Place::Folded
    }

    /// The row with the ruling, the title, what stands beside it, and the buttons.
    fn row(
        &self,
        desk: &mut Desk<'_>,
        ui: &mut Ui,
        document: &Document,
        beside: impl FnOnce(&mut Desk<'_>, &mut Ui),
    ) {
        let ruling = self.field.ruling(document.record());
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = theme::SMALL;
            self.ruling(desk, ui, document, ruling);
            let width = match self.form {
                Place::Beside => theme::FORM_LABEL + theme::GAP - theme::SMALL,
                Place::Below => ui.available_width() - theme::CONTROL,
                Place::Folded => ui.available_width() - 2.0 * theme::CONTROL,
            };
            let title = self.title(desk, ui, document, width, ruling);
            if desk.view.bring.take_if(|field| *field == self.field).is_some() {
                title.scroll_to_me(None);
                title.request_focus();
            }
            beside(desk, ui);
            self.words(desk, ui, document);
            if self.folds() {
                self.strike(desk, ui, document, ruling);
            }
        });
    }

    /// The ruling as a button: it confirms, or takes the confirmation back, or restores.
    fn ruling(&self, desk: &mut Desk<'_>, ui: &mut Ui, document: &Document, ruling: Option<Ruling>) {
        let Some(ruling) = ruling else {
            ui.add_space(theme::CONTROL - theme::SMALL + ui.spacing().item_spacing.x);
            return;
        };
        let what = fields::name(document.record(), &self.field);
        let (next, does) = match ruling {
            Ruling::Proposed => (Ruling::Confirmed, "Confirm"),
            Ruling::Confirmed => (Ruling::Proposed, "Take back the confirmation of"),
            Ruling::Corrected => (Ruling::Confirmed, "Corrected. Confirm"),
            Ruling::RuledOut => (Ruling::Proposed, "Restore"),
        };
        let button = picture_button(ui, Picture::Ruling(ruling), &format!("{does} {what}"));
        desk.attend(ui, &button, Some(&self.field));
        if button.clicked() {
            desk.edit(RecordEdit::Rule(self.field.clone(), next));
        }
    }

    /// The title: the keyboard's place in the card, and the handle that folds it.
    fn title(
        &self,
        desk: &mut Desk<'_>,
        ui: &mut Ui,
        document: &Document,
        width: f32,
        ruling: Option<Ruling>,
    ) -> Response {
        let id = Id::unique(("card", document.id(), &self.field));
        self.keys(desk, ui, id, document);
        let unfolded = desk.view.is_unfolded(document.id(), &self.field);
        let rows = if unfolded { usize::MAX } else { FOLDED_ROWS };
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(self.job(ui, width, rows, ruling)));
        let (_, rect) = ui.allocate_space(vec2(width, galley.size().y.max(theme::CONTROL - theme::SMALL)));
        let response = ui.interact(rect, id, Sense::click());
        response.widget_info(|| {
            let mut info =
                WidgetInfo::labeled(Role::Button, true, fields::name(document.record(), &self.field));
            info.selected = self.folds().then_some(unfolded);
            info
        });
        ui.painter().galley(rect.min + vec2(0.0, 2.0), galley, theme::palette(ui).ink);
        desk.attend(ui, &response, Some(&self.field));
        if response.clicked() {
            desk.turn_to(&self.field);
            if self.folds() {
                desk.view.fold(document.id(), &self.field);
            }
        }
        why(response, document, &self.field)
    }

    /// What the keys do while the title has the keyboard.
    fn keys(&self, desk: &mut Desk<'_>, ui: &Ui, id: Id, document: &Document) {
        if !ui.memory(|memory| memory.has_focus(id)) {
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::Enter) {
            desk.turn_to(&self.field);
            desk.send(Command::Accept);
        }
        if pressed(Key::Delete) || pressed(Key::Backspace) {
            self.rule_out(desk, document);
        }
    }

    fn job(&self, ui: &Ui, width: f32, rows: usize, ruling: Option<Ruling>) -> LayoutJob {
        let palette = theme::palette(ui);
        let struck = ruling == Some(Ruling::RuledOut);
        let format = |style: TextStyle, color, strike| TextFormat {
            font_id: style.resolve(ui.style()),
            color,
            line_height: Some(5.0 * theme::UNIT),
            strikethrough: if strike { Stroke::new(1.0, color) } else { Stroke::NONE },
            ..TextFormat::default()
        };
        let is_commitment = matches!(self.field, Field::Commitment(_));
        let style = if is_commitment { TextStyle::Body } else { theme::strong() };
        let mut job = LayoutJob::default();
        job.wrap.max_width = width;
        job.wrap.max_rows = rows.saturating_add(1);
        job.append(&self.title, 0.0, format(style, if struck { palette.quiet } else { palette.ink }, struck));
        let small = |color| format(TextStyle::Small, color, false);
        let gap = if self.folds() { "\n" } else { "   " };
        job.append(gap, 0.0, small(palette.quiet));
        if let Some(ruling) = ruling {
            let color = Picture::Ruling(ruling).color(palette);
            job.append(&fields::ruling(ruling), 0.0, small(color));
        }
        if !self.detail.is_empty() {
            let dot = if ruling.is_some() { " · " } else { "" };
            job.append(&format!("{dot}{}", self.detail), 0.0, small(palette.quiet));
        }
        job
    }

    /// Leads to the words that support the field, or gives it the selected ones.
    fn words(&self, desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
        if self.form == Place::Beside {
            return;
        }
        let record = document.record();
        let text = &record.article.text;
        let spans = self.field.evidence(record).iter().filter_map(|quoted| quoted.span(text));
        let Some(span) = spans.reduce(|first, _| first) else {
            ui.add_space(theme::CONTROL - theme::SMALL);
            return;
        };
        let what = format!("Show the words for {}", fields::name(record, &self.field));
        let button = picture_button(ui, Picture::Quote, &what);
        desk.attend(ui, &button, Some(&self.field));
        if button.clicked() {
            desk.turn_to(&self.field);
            desk.view.show_words = Some((span, true));
        }
        why(button, document, &self.field);
    }

    /// Rules out, or restores what is ruled out.
    fn strike(&self, desk: &mut Desk<'_>, ui: &mut Ui, document: &Document, ruling: Option<Ruling>) {
        let what = fields::name(document.record(), &self.field);
        if ruling == Some(Ruling::RuledOut) {
            ui.add_space(theme::CONTROL - theme::SMALL);
            return;
        }
        let button = picture_button(ui, Picture::Cross, &format!("Rule out {what}"));
        desk.attend(ui, &button, Some(&self.field));
        if button.clicked() {
            self.rule_out(desk, document);
        }
    }

    /// A person or commitment that a reviewer added is taken away; anything else is struck.
    fn rule_out(&self, desk: &mut Desk<'_>, document: &Document) {
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

/// Why a field has its value, when the pointer rests on it.
fn why(response: Response, document: &Document, field: &Field) -> Response {
    response.on_hover_ui(|ui| {
        for sentence in document.why(field) {
            ui.label(sentence);
        }
    })
}

/// The colour of the party at the edge of the card.
fn stripe(ui: &Ui, card: Rect, color: Color32) {
    let stripe = Rect::from_min_size(card.min + vec2(0.0, 8.0), vec2(3.0, card.height() - 16.0));
    ui.painter().rect_filled(stripe, CornerRadius::same(2), color);
}
