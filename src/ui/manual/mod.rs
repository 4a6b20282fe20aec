//! The manual beside the work: a window of its own within the window, with its chapters, a search, and the
//! chapter that is read. It stays open while one tries what it says.

mod blocks;
mod chapters;
mod find;
mod page;
mod prose;

pub use chapters::{CHAPTERS, Chapter, Place, Section, place_of};

use egui::{
    Button, CentralPanel, Context, Frame, Id, Key, Label, Margin, Modifiers, Panel, ScrollArea, TextEdit, Ui,
    Window,
};

use self::find::{Hit, find};
use self::page::Pages;
use super::theme;

/// The manual while it is open.
pub struct Manual {
    at: Place,
    /// Whether the section is to be brought into sight.
    brings: bool,
    typed: String,
    /// What was found, and by which words.
    found: (String, Vec<Hit>),
    pages: Pages,
    /// Whether Escape would have meant the manual in the frame before: no other input had the keyboard.
    has_escape: bool,
    /// Whether its search is to get the keyboard.
    seeks: bool,
}

impl Default for Manual {
    fn default() -> Self {
        let found = (String::new(), Vec::new());
        let (typed, pages, at) = (String::new(), Pages::default(), Place::default());
        Self { at, brings: false, typed, found, pages, has_escape: true, seeks: true }
    }
}

impl Manual {
    /// What its key makes of it: it is opened, or its search gets the keyboard; where that has it, it is closed.
    pub fn called(manual: Option<Self>, ctx: &Context) -> Option<Self> {
        let is_here = manual.is_some() && ctx.memory(|memory| memory.has_focus(search_id()));
        (!is_here).then(|| Self { seeks: true, ..manual.unwrap_or_default() })
    }

    fn go_to(&mut self, place: Place) {
        (self.at, self.brings) = (place, true);
    }

    /// Shows it. Gives it back unless it was closed: by its button, or by Escape while it lies `on_top`.
    pub fn show(mut self, ctx: &Context, on_top: bool) -> Option<Self> {
        let mut is_open = true;
        let size = theme::MANUAL.min(ctx.content_rect().size() * 0.9);
        Window::new("Manual")
            .id(Id::unique("manual"))
            .open(&mut is_open)
            .collapsible(false)
            .default_size(size)
            .default_pos(ctx.content_rect().center() - size / 2.0)
            .show(ctx, |ui| {
                let aside = Frame::new().inner_margin(Margin { right: 12, ..Margin::ZERO });
                Panel::left("chapters of the manual")
                    .frame(aside)
                    .resizable(false)
                    .exact_size(theme::CHAPTERS)
                    .show(ui, |ui| beside(ui, &mut self));
                let frame = Frame::new().inner_margin(Margin { left: 16, ..Margin::ZERO });
                CentralPanel::no_frame().frame(frame).show(ui, |ui| {
                    let brought = std::mem::take(&mut self.brings).then_some(self.at.section);
                    if let Some(place) = page::show(ui, &mut self.pages, self.at.chapter, brought) {
                        self.go_to(place);
                    }
                });
            });
        if self.brings {
            ctx.request_repaint();
        }
        let escape = ctx.input(|input| input.key_pressed(Key::Escape));
        if !is_open || (escape && on_top && self.has_escape) {
            return None;
        }
        let focused = ctx.memory(|memory| memory.focused());
        self.has_escape = focused.is_none_or(|id| id == search_id());
        Some(self)
    }
}

fn search_id() -> Id {
    Id::unique("search the manual")
}

/// The search, and below it what was found or else the chapters.
fn beside(ui: &mut Ui, manual: &mut Manual) {
    let hint = "Search the manual";
    let input = TextEdit::singleline(&mut manual.typed).id(search_id()).hint_text(hint);
    let input = ui.add(input.desired_width(f32::INFINITY)).accessible_name(hint);
    if std::mem::take(&mut manual.seeks) {
        input.request_focus();
    }
    if manual.found.0 != manual.typed {
        manual.found = (manual.typed.clone(), find(&manual.typed));
    }
    let is_here = input.has_focus() || input.lost_focus();
    let enter = is_here && ui.input_mut(|keys| keys.consume_key(Modifiers::NONE, Key::Enter));
    if enter && let Some(hit) = manual.found.1.first() {
        manual.go_to(hit.place);
    }
    ui.add_space(theme::SMALL);
    ScrollArea::vertical()
        .id_salt("beside the manual")
        .auto_shrink(false)
        .show(ui, |ui| if manual.typed.trim().is_empty() { contents(ui, manual) } else { hits(ui, manual) });
}

/// The chapters.
fn contents(ui: &mut Ui, manual: &mut Manual) {
    for (number, chapter) in CHAPTERS.iter().enumerate() {
        let is_read = manual.at.chapter == number;
        let button = Button::selectable(is_read, chapter.title()).wrap();
        if ui.add(button).clicked() {
            manual.go_to(Place { chapter: number, section: 0 });
        }
    }
}

/// The sections that were found.
fn hits(ui: &mut Ui, manual: &mut Manual) {
    let mut chosen = None;
    for hit in &manual.found.1 {
        if ui.add(Button::selectable(manual.at == hit.place, hit.heading).wrap()).clicked() {
            chosen = Some(hit.place);
        }
        let indented = Frame::new().inner_margin(Margin { left: 8, bottom: 4, ..Margin::ZERO });
        indented.show(ui, |ui| ui.add(Label::new(theme::quiet(ui, &hit.around)).wrap()));
    }
    if manual.found.1.is_empty() {
        ui.label(theme::quiet(ui, "No section has all of these words."));
    }
    if let Some(place) = chosen {
        manual.go_to(place);
    }
}
