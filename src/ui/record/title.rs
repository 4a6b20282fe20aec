//! The title of a card: what the field says in a few lines. It is the keyboard's place in the card,
//! and the handle that folds its form.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{
    Color32, CursorIcon, Galley, Id, Key, Modifiers, Pos2, Rect, Response, Role, Sense, Stroke, TextFormat,
    TextStyle, Ui, WidgetInfo, vec2,
};

use super::card::{Card, why};
use crate::app::Command;
use crate::model::Ruling;
use crate::review::{Document, Field};
use crate::ui::desk::Desk;
use crate::ui::widgets::{Picture, describe, one_line};
use crate::ui::{fields, theme};

/// How many lines of a long text a folded card shows.
const FOLDED_ROWS: usize = 3;

impl Card {
    /// The title: the keyboard's place in the card, and the handle that folds it.
    pub(super) fn title(
        &self,
        desk: &mut Desk<'_>,
        ui: &mut Ui,
        document: &Document,
        width: f32,
        (ruling, squeezed): (Option<Ruling>, Option<&str>),
    ) -> Response {
        let id = Id::unique(("card", document.id(), &self.field));
        self.keys(desk, ui, id, document);
        let unfolded = desk.view.cards.is_unfolded(document.id(), &self.field);
        // The form says it all again; its title need not.
        let rows = if unfolded { 1 } else { FOLDED_ROWS };
        let title = lay_out(ui, self.title_job(ui, ruling), width, rows);
        let below = vec2(0.0, title.size().y);
        let beside = vec2(title.size().x + theme::GAP, 0.0);
        let (offset, room, rows) =
            if self.folds() { (below, width, FOLDED_ROWS) } else { (beside, width - beside.x, 1) };
        let mut detail = lay_out(ui, self.detail_job(ui, document, ruling, None), room, rows);
        let height = if self.folds() { below.y + detail.size().y } else { below.y };
        if squeezed.is_some() {
            // In the place of what stands there, and no higher.
            detail = lay_out(ui, self.detail_job(ui, document, ruling, squeezed), room, detail.rows.len());
        }
        let (_, rect) = ui.allocate_space(vec2(width, height.max(theme::CONTROL - theme::SMALL)));
        let response = ui.interact(rect, id, Sense::click());
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::Button, true, self.field.name(document.record()));
            info.selected = self.folds().then_some(unfolded);
            info
        });
        describe(&response, || {
            let ruling = ruling.map(|ruling| fields::ruling(document, &self.field, ruling));
            let problem = squeezed.unwrap_or_default().to_owned();
            let said = [self.field.in_words(document.record()), self.detail.clone(), problem];
            let said = said.into_iter().chain(ruling).filter(|words| !words.is_empty());
            said.chain(document.why(&self.field)).collect::<Vec<_>>().join(". ")
        });
        let at = rect.min + vec2(0.0, 2.0);
        let ink = theme::palette(ui).ink;
        if self.folds() && (unfolded || desk.view.lit.now() == Some(&self.field)) {
            handle(ui, at, &title, width, unfolded);
        }
        ui.painter().galley(at, title, ink);
        ui.painter().galley(at + offset, detail, ink);
        desk.attend(ui, &response, Some(&self.field));
        if response.clicked() {
            desk.turn_to(&self.field);
            if self.folds() {
                desk.view.cards.fold(document.id(), &self.field);
            }
        }
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        let response = match squeezed {
            Some(problem) => response.on_hover_text(problem),
            None => response,
        };
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

    /// The name of the field, or its number and the value itself; struck where it is ruled out.
    fn title_job(&self, ui: &Ui, ruling: Option<Ruling>) -> LayoutJob {
        let palette = theme::palette(ui);
        let struck = ruling == Some(Ruling::RuledOut);
        let color = if struck { palette.quiet } else { palette.ink };
        let is_commitment = matches!(self.field, Field::Commitment(_));
        let style = if is_commitment { TextStyle::Body } else { theme::strong() };
        let strikethrough = if struck { Stroke::new(1.0, color) } else { Stroke::NONE };
        let format = TextFormat { strikethrough, ..format(ui, style, color) };
        let mut job = LayoutJob::default();
        if let Some(number) = self.number {
            let quiet = TextFormat { color: palette.quiet, strikethrough: Stroke::NONE, ..format.clone() };
            job.append(&format!("{number}  "), 0.0, quiet);
        }
        job.append(&self.title, 0.0, format);
        job
    }

    /// The ruling as a word in its own color, and what more there is to say, or else what is the matter.
    fn detail_job(
        &self,
        ui: &Ui,
        document: &Document,
        ruling: Option<Ruling>,
        squeezed: Option<&str>,
    ) -> LayoutJob {
        let palette = theme::palette(ui);
        let (more, color) =
            squeezed.map_or((&*self.detail, palette.quiet), |problem| (problem, palette.warn));
        let mut job = LayoutJob::default();
        let mut after = 0.0;
        if let Some(ruling) = ruling {
            let color = Picture::Ruling(ruling).color(palette);
            let word = fields::ruling(document, &self.field, ruling);
            // As wide as any other ruling: another one breaks no line elsewhere.
            let width = |word: &str| one_line(ui, word, TextStyle::Small, color, f32::INFINITY).size().x;
            let widest = fields::rulings().map(|word| width(&word)).fold(0.0, f32::max);
            after = (widest - width(&word)).max(0.0);
            job.append(&word, 0.0, format(ui, TextStyle::Small, color));
        }
        if !more.is_empty() {
            let dot = if ruling.is_some() { " · " } else { "" };
            job.append(&format!("{dot}{more}"), after, format(ui, TextStyle::Small, color));
        }
        job
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
