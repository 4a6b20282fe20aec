//! A chapter on its page. Of its sections only those in sight are set, so that a long chapter costs no more than
//! a short one.

use std::collections::HashMap;

use egui::{Align, Label, Rect, RichText, ScrollArea, Ui, UiBuilder, vec2};

use super::blocks::blocks;
use super::chapters::{CHAPTERS, Place, Section, place_of};
use super::prose;
use crate::ui::theme;
use crate::ui::widgets::as_heading;

/// What is remembered of pages from frame to frame.
#[derive(Default)]
pub(super) struct Pages {
    /// How high sections were, at the width of the page.
    heights: HashMap<Place, f32>,
    width: f32,
}

/// A chapter, from its top or from the section that is to be brought into sight. Gives the place to go to, if a
/// link was clicked.
pub(super) fn show(ui: &mut Ui, pages: &mut Pages, at: usize, brought: Option<usize>) -> Option<Place> {
    let chapter = CHAPTERS.get(at)?;
    let mut goal = None;
    ScrollArea::vertical().id_salt(("manual", at)).auto_shrink(false).show(ui, |ui| {
        let width = theme::CODE.min(ui.available_width() - theme::EDGE);
        ui.set_max_width(width);
        if width != pages.width {
            (pages.width, pages.heights) = (width, HashMap::new());
        }
        for (number, section) in chapter.sections().enumerate() {
            let place = Place { chapter: at, section: number };
            let is_brought = brought == Some(number);
            let led = seen(ui, pages, (place, is_brought), |ui| set(ui, place, &section));
            goal = goal.or(led.flatten());
        }
        ui.add_space(theme::SECTION);
    });
    goal
}

/// Sets a section if it is in sight, or if nobody knows yet how high it is.
fn seen(
    ui: &mut Ui,
    pages: &mut Pages,
    (place, is_brought): (Place, bool),
    set: impl FnOnce(&mut Ui) -> Option<Place>,
) -> Option<Option<Place>> {
    let top = ui.next_widget_position();
    if let Some(height) = pages.heights.get(&place).copied() {
        let rect = Rect::from_min_size(top, vec2(pages.width, height));
        if is_brought {
            ui.scroll_to_rect(rect, Some(Align::TOP));
        }
        if !ui.is_rect_visible(rect) {
            ui.advance_cursor_after_rect(rect);
            return None;
        }
    }
    let shown = ui.scope_builder(UiBuilder::new().id_salt(place), set);
    if is_brought && !pages.heights.contains_key(&place) {
        ui.scroll_to_rect(shown.response.rect, Some(Align::TOP));
    }
    pages.heights.insert(place, shown.response.rect.height());
    Some(shown.inner)
}

/// A heading and what stands below it.
fn set(ui: &mut Ui, place: Place, section: &Section) -> Option<Place> {
    let style = if place.section == 0 { theme::display() } else { egui::TextStyle::Heading };
    ui.add_space(if place.section == 0 { 0.0 } else { theme::EDGE });
    let heading = ui.add(Label::new(RichText::new(section.heading).text_style(style)).wrap());
    as_heading(&heading);
    let clicked = ui.scope(|ui| prose::show(ui, &blocks(section.body))).inner?;
    place_of(&clicked, place.chapter)
}
