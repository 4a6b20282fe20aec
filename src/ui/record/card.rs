//! The card of a field: its ruling, what it says, the way to its words, and its form when unfolded.
//! Pointing at a card lights its words in the article.

use egui::{
    Align, Color32, CornerRadius, Frame, Id, Label, Rect, Response, Sense, TextStyle, Ui, UiBuilder, vec2,
};

use super::cards::Room;
use crate::model::Ruling;
use crate::review::{Document, Field};
use crate::ui::desk::Desk;
use crate::ui::widgets::{Slot, few_lines, option, say};
use crate::ui::{sight, theme, value_menu};

/// Where the form of a card is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
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
    /// Its number, for what is one of several.
    pub number: Option<usize>,
    /// More about it, in small letters.
    pub detail: String,
    /// The color of its party.
    pub side: Option<Color32>,
    /// Where its form is.
    pub form: Place,
    /// What is being typed, as it is read.
    pub preview: Option<String>,
}

impl Card {
    /// Shows the card, and its form unless that is folded away. One out of sight keeps its place only.
    pub fn show(
        self,
        desk: &mut Desk<'_>,
        ui: &mut Ui,
        document: &Document,
        form: impl FnOnce(&mut Desk<'_>, &mut Ui),
    ) {
        let width = ui.available_width();
        // By an id of its own, so that the ids within do not depend on how many are left out before.
        let id = Id::unique(("card in its place", document.id(), &self.field));
        let look = self.look(desk, document, width);
        if let Some(height) = look.and_then(|look| desk.view.cards.heights.known(id, look)) {
            let size = vec2(width, height);
            if !sight::is_needed(ui, Rect::from_min_size(ui.cursor().min, size)) {
                ui.allocate_space(size);
                return;
            }
        }
        let shown =
            ui.scope_builder(UiBuilder::new().scope_id(id), |ui| self.whole(desk, ui, document, form));
        if let Some(look) = look {
            desk.view.cards.heights.keep(id, look, shown.response.rect.height());
        }
    }

    /// What the height of the card depends on; nothing for a card that is always drawn: one that is
    /// unfolded, or attended to, because the keyboard would be lost with it.
    fn look(&self, desk: &Desk<'_>, document: &Document, width: f32) -> Option<u64> {
        let unfolded = !self.folds() || desk.view.cards.is_unfolded(document.id(), &self.field);
        if unfolded || desk.attends_to(&self.field) || desk.view.cards.bring.as_ref() == Some(&self.field) {
            return None;
        }
        let ruling = self.field.ruling(document.record()).map(Ruling::saved);
        let problems: Vec<&str> = document.problems_of(&self.field).map(|problem| &*problem.text).collect();
        let density = desk.app.settings().density;
        Some(egui::util::hash((
            &self.title,
            self.number,
            &self.detail,
            ruling,
            problems,
            density,
            width.to_bits(),
        )))
    }

    /// All of the card.
    fn whole(
        self,
        desk: &mut Desk<'_>,
        ui: &mut Ui,
        document: &Document,
        form: impl FnOnce(&mut Desk<'_>, &mut Ui),
    ) {
        let palette = theme::palette(ui);
        let fill = match (desk.attends_to(&self.field), (desk.view.lit.now() == Some(&self.field))) {
            (true, _) => palette.wash,
            (false, true) => palette.raised,
            (false, false) => Color32::TRANSPARENT,
        };
        let is_open = !self.folds() || desk.view.cards.is_unfolded(document.id(), &self.field);
        let mut margin = theme::card_margin(desk.app.settings().density);
        if is_open && self.lines_below() > 0.0 {
            // The line that is kept free parts it from the next card as well.
            margin.bottom = 0;
        }
        // The inputs are there from the next frame on, where the card is unfolded for it.
        let is_brought = desk.view.cards.bring.as_ref() == Some(&self.field)
            || desk.view.cards.show.take_if(|field| *field == self.field).is_some();
        let frame = Frame::new().fill(fill).corner_radius(theme::FLOATING_CORNER).inner_margin(margin);
        let shown = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            let squeezed = self.squeezed(desk, document, is_open);
            self.row(desk, ui, document, squeezed.as_deref());
            if is_open {
                form(desk, ui);
            }
            self.below(desk, ui, document, is_open, squeezed.is_some());
        });
        if let Some(color) = self.side {
            stripe(ui, shown.response.rect, color);
        }
        if is_brought {
            // With its inputs: whoever asked for it wants to type in them.
            let rect = shown.response.rect;
            let is_too_tall = rect.height() > ui.clip_rect().height();
            ui.scroll_to_rect(rect, is_too_tall.then_some(Align::Min));
        }
        if shown.response.contains_pointer() {
            desk.view.lit.point_at(self.field.clone());
        }
    }

    /// What is the matter with it, below what is typed, which stays where it is. In an open form there is room for it
    /// already; what is mended keeps its room until the article is left.
    fn below(
        &self,
        desk: &mut Desk<'_>,
        ui: &mut Ui,
        document: &Document,
        is_open: bool,
        is_said_already: bool,
    ) {
        let room = self.room(desk, is_open);
        let said = ui.scope(|ui| {
            ui.set_min_height(room);
            let is_any = !is_said_already && problems(desk, ui, document, &self.field);
            if is_open && !is_any {
                self.working(ui, document);
            }
        });
        if !is_said_already {
            let room = Room { said: self.said(document), height: said.response.rect.height() };
            desk.view.cards.keep_room(&self.field, is_open, room);
        }
    }

    /// Why it has its value, in the room that is kept for what may become the matter.
    fn working(&self, ui: &mut Ui, document: &Document) {
        if let Some(preview) = &self.preview {
            ui.horizontal_top(|ui| {
                ui.add_space(theme::CONTROL);
                ui.add(Label::new(theme::quiet(ui, preview)).wrap());
            });
            return;
        }
        let rows = self.lines_below() as usize;
        // What a person has said of it, and the working; what its rule does is told where the pointer rests.
        let is_ruled_on = self.field.ruling(document.record()) != Some(Ruling::Proposed);
        let told: Vec<String> =
            document.why(&self.field).into_iter().take(1 + usize::from(is_ruled_on)).collect();
        if rows == 0 || told.is_empty() {
            return;
        }
        ui.horizontal_top(|ui| {
            ui.add_space(theme::CONTROL);
            let palette = theme::palette(ui);
            let style = (TextStyle::Small, palette.quiet);
            let words = few_lines(ui, &told.join(" "), style, ui.available_width(), rows);
            let (rect, response) = ui.allocate_exact_size(words.size(), Sense::hover());
            ui.painter().galley(rect.min, words, palette.quiet);
            why(response, document, &self.field);
        });
    }

    /// How much is to be said of it: what is the matter, and what would mend it.
    fn said(&self, document: &Document) -> usize {
        document.problems_of(&self.field).map(|problem| 1 + usize::from(problem.remedy.is_some())).sum()
    }

    /// The height that is free below it for what is to be said.
    fn room(&self, desk: &Desk<'_>, is_open: bool) -> f32 {
        let kept = desk.view.cards.room(&self.field, is_open).map_or(0.0, |room| room.height);
        let free = if is_open { self.lines_below() * theme::WARNING } else { 0.0 };
        free.max(kept)
    }

    /// What has become the matter with a card that has no room for it, because somebody ruled on another: it is said
    /// beside the ruling, and in full once the card is unfolded or the article shown again.
    fn squeezed(&self, desk: &Desk<'_>, document: &Document, is_open: bool) -> Option<String> {
        let room = desk.view.cards.room(&self.field, is_open)?;
        if is_open && desk.attends_to(&self.field) {
            // What comes of what is typed here is told here.
            return None;
        }
        let chip = theme::CONTROL + theme::SMALL;
        let heights = document
            .problems_of(&self.field)
            .map(|problem| theme::WARNING + problem.remedy.as_ref().map_or(0.0, |_| chip));
        let is_more = self.said(document) > room.said && heights.sum::<f32>() > self.room(desk, is_open);
        let problem = document.problems_of(&self.field).last().filter(|_| is_more);
        problem.map(|problem| problem.text.clone())
    }

    /// How many lines are kept free below an open form: of a day or a party more has to be said, and nothing is typed
    /// for a kind, so that nothing comes up under the hand.
    fn lines_below(&self) -> f32 {
        match self.field {
            Field::Kind => 0.0,
            Field::Location => 1.0,
            _ => 2.0,
        }
    }

    pub(super) fn folds(&self) -> bool {
        self.form == Place::Folded
    }

    /// The row with the ruling, the title, and the buttons.
    fn row(&self, desk: &mut Desk<'_>, ui: &mut Ui, document: &Document, squeezed: Option<&str>) {
        let ruling = self.field.ruling(document.record());
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = theme::SMALL;
            self.ruling(desk, ui, document, ruling);
            let width = ui.available_width() - 2.0 * theme::CONTROL;
            let title = self.title(desk, ui, document, width, (ruling, squeezed));
            value_menu::of_field(desk, &title, document, &self.field);
            if desk.view.cards.bring.take_if(|field| *field == self.field).is_some() {
                title.request_focus();
            }
            self.words(desk, ui, document);
            self.strike(desk, ui, document, ruling);
        });
    }
}

/// What is the matter with a field, or with what is typed in it, and what would mend it at one stroke. Says whether
/// anything is.
fn problems(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document, field: &Field) -> bool {
    let has_keyboard = |slot: &Slot| ui.memory(|memory| memory.has_focus(slot.id()));
    let mut is_any = false;
    if let Some(typed) = desk.view.drafts.problem_of(document.id(), field, has_keyboard) {
        say(ui, typed);
        is_any = true;
    }
    for problem in document.problems_of(field) {
        is_any = true;
        say(ui, &problem.text);
        let Some(remedy) = &problem.remedy else { continue };
        ui.horizontal(|ui| {
            ui.add_space(theme::MARK + theme::SMALL);
            if option(ui, &remedy.label).clicked() {
                desk.edit(remedy.edit.clone());
            }
        });
    }
    is_any
}

/// Why a field has its value, when the pointer rests on it.
pub fn why(response: Response, document: &Document, field: &Field) -> Response {
    response.on_hover_ui(|ui| {
        for sentence in document.why(field) {
            ui.label(sentence);
        }
    })
}

/// The color of the party at the edge of the card.
fn stripe(ui: &Ui, card: Rect, color: Color32) {
    let stripe = Rect::from_min_size(card.min + vec2(0.0, 8.0), vec2(3.0, card.height() - 16.0));
    ui.painter().rect_filled(stripe, CornerRadius::same(2), color);
}
