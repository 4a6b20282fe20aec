//! The card of a field: its ruling, what it says, the way to its words, and its form when unfolded.
//! Pointing at a card lights its words in the article.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{
    Color32, CornerRadius, CursorIcon, Frame, Galley, Id, Key, Margin, Modifiers, Pos2, Rect, Response, Role,
    Sense, Stroke, TextFormat, TextStyle, Ui, WidgetInfo, vec2,
};

use crate::app::{Command, Document, Field, RecordEdit};
use crate::model::Ruling;
use crate::ui::desk::Desk;
use crate::ui::widgets::{Picture, flat_button, picture_button, say, untold_picture_button};
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
                _ if ruling == Some(Ruling::RuledOut) => ui.available_width() - 4.0 * theme::CONTROL,
                _ => ui.available_width() - 2.0 * theme::CONTROL,
            };
            let title = self.title(desk, ui, document, width, ruling);
            if desk.view.bring.take_if(|field| *field == self.field).is_some() {
                title.scroll_to_me(None);
                title.request_focus();
            }
            beside(desk, ui);
            self.words(desk, ui, document);
            self.strike(desk, ui, document, ruling);
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
        // The form says it all again; its title need not.
        let rows = if unfolded { 1 } else { FOLDED_ROWS };
        let title = lay_out(ui, self.title_job(ui, ruling), width, rows);
        let detail = lay_out(ui, self.detail_job(ui, ruling), width, FOLDED_ROWS);
        let below = vec2(0.0, title.size().y);
        let beside = vec2(title.size().x + theme::GAP, 0.0);
        let offset = if self.folds() { below } else { beside };
        let height = if self.folds() { below.y + detail.size().y } else { below.y };
        let (_, rect) = ui.allocate_space(vec2(width, height.max(theme::CONTROL - theme::SMALL)));
        let response = ui.interact(rect, id, Sense::click());
        response.widget_info(|| {
            let mut info =
                WidgetInfo::labeled(Role::Button, true, fields::name(document.record(), &self.field));
            info.selected = self.folds().then_some(unfolded);
            info
        });
        let at = rect.min + vec2(0.0, 2.0);
        let ink = theme::palette(ui).ink;
        if self.folds() && (unfolded || desk.view.is_lit(&self.field)) {
            handle(ui, at, &title, width, unfolded);
        }
        ui.painter().galley(at, title, ink);
        ui.painter().galley(at + offset, detail, ink);
        desk.attend(ui, &response, Some(&self.field));
        if response.clicked() {
            desk.turn_to(&self.field);
            if self.folds() {
                desk.view.fold(document.id(), &self.field);
            }
        }
        why(response.on_hover_cursor(CursorIcon::PointingHand), document, &self.field)
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

    /// The name of the field, or the value itself; struck where it is ruled out.
    fn title_job(&self, ui: &Ui, ruling: Option<Ruling>) -> LayoutJob {
        let palette = theme::palette(ui);
        let struck = ruling == Some(Ruling::RuledOut);
        let color = if struck { palette.quiet } else { palette.ink };
        let is_commitment = matches!(self.field, Field::Commitment(_));
        let style = if is_commitment { TextStyle::Body } else { theme::strong() };
        let strikethrough = if struck { Stroke::new(1.0, color) } else { Stroke::NONE };
        let format = TextFormat { strikethrough, ..format(ui, style, color) };
        LayoutJob::single_section(self.title.clone(), format)
    }

    /// The ruling as a word in its own colour, and what more there is to say.
    fn detail_job(&self, ui: &Ui, ruling: Option<Ruling>) -> LayoutJob {
        let palette = theme::palette(ui);
        let mut job = LayoutJob::default();
        if let Some(ruling) = ruling {
            let color = Picture::Ruling(ruling).color(palette);
            job.append(&fields::ruling(ruling), 0.0, format(ui, TextStyle::Small, color));
        }
        let dot = if ruling.is_some() && !self.detail.is_empty() { " · " } else { "" };
        job.append(&format!("{dot}{}", self.detail), 0.0, format(ui, TextStyle::Small, palette.quiet));
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
        let button = untold_picture_button(ui, Picture::Quote, &what);
        desk.attend(ui, &button, Some(&self.field));
        if button.clicked() {
            desk.turn_to(&self.field);
            desk.view.show_words = Some((span, true));
        }
        why(button, document, &self.field);
    }

    /// Rules out, or restores what is ruled out.
    fn strike(&self, desk: &mut Desk<'_>, ui: &mut Ui, document: &Document, ruling: Option<Ruling>) {
        let button = match ruling {
            None => return,
            Some(Ruling::RuledOut) => flat_button(ui, "Restore"),
            Some(_) => {
                let what = fields::name(document.record(), &self.field);
                picture_button(ui, Picture::Cross, &format!("Rule out {what}"))
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

fn format(ui: &Ui, style: TextStyle, color: Color32) -> TextFormat {
    let font_id = style.resolve(ui.style());
    TextFormat { font_id, color, line_height: Some(5.0 * theme::UNIT), ..TextFormat::default() }
}

/// Shows that there is a form to unfold, after the title's last word where there is room.
fn handle(ui: &Ui, at: Pos2, title: &Galley, width: f32, unfolded: bool) {
    let Some(last) = title.rows.last() else { return };
    let place = last.rect().right_top() + vec2(theme::SMALL, 0.0);
    let rect = Rect::from_min_size(at + place.to_vec2(), vec2(theme::MARK, 5.0 * theme::UNIT));
    if rect.right() > at.x + width {
        return;
    }
    let palette = theme::palette(ui);
    let picture = if unfolded { Picture::Unfolded } else { Picture::Folded };
    picture.paint(ui.painter(), rect, palette.quiet, palette);
}

/// Lays words out in a column, cut off after so many rows.
fn lay_out(ui: &Ui, mut job: LayoutJob, width: f32, rows: usize) -> Arc<Galley> {
    job.wrap.max_width = width;
    job.wrap.max_rows = rows;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
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
