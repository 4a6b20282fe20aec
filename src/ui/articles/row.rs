//! A row of the list: how far the review has come, the title, what it is about, and whether it is
//! saved.

use egui::{
    Align, Button, EventFilter, Layout, Rect, Response, RichText, Role, Sense, TextStyle, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::{row_menu, snippet, told};
use crate::across::Row;
use crate::app::{Command, Density};
use crate::model::{EntryId, counted};
use crate::review::Document;
use crate::ui::desk::Desk;
use crate::ui::keyboard::{Wish, row_of};
use crate::ui::theme;
use crate::ui::widgets::{Picture, as_selected, describe, few_lines, one_line};

/// The height of the lines of a row: those of the title, and the one below it.
fn height_of_lines(density: Density) -> f32 {
    theme::title_lines(density) as f32 * LINE + 4.0 * theme::UNIT
}

/// The height of a line of the title.
const LINE: f32 = 5.0 * theme::UNIT;

/// The row. The one `at_hand` gets the keyboard.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui, row: &Row, at_hand: Option<EntryId>) -> Response {
    let contacts = desk.app.contacts(row.id);
    let count = contacts.len();
    let shown = desk.document().map(|document| document.id());
    let shown =
        shown.is_some_and(|shown| shown == row.id || contacts.map(|row| row.id).any(|id| id == shown));
    let id = row_of(row.id);
    let height = theme::list_row(desk.app.settings().density) + snippet::height(desk.app);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height));
    let response = ui.interact(rect, id, Sense::click());
    let saved = desk.app.document(row.id).is_none_or(|document| !desk.app.shows_unsaved(document));
    let summary = desk.app.catalog().summary(row);
    let why = desk.app.document(row.id).and_then(Document::flag).unwrap_or_default();
    let told =
        [counted_if_several(count, "contact"), counted_if_several(desk.app.reports_of(row.id), "report")];
    let reports = told.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ");
    let name = || [&*name(row, why, saved), &*reports].join(if reports.is_empty() { "" } else { ", " });
    let selected = if desk.app.several() > 0 { desk.app.is_selected(row.id) } else { shown };
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, selected, name()));
    as_selected(&response, selected);
    let found = snippet::words(desk.app, row.id);
    describe(&response, || {
        [Some(summary.clone()), found].into_iter().flatten().collect::<Vec<_>>().join(". ")
    });
    if at_hand == Some(row.id) && desk.view.keyboard.grants(&Wish::Row) {
        response.request_focus();
    }
    if response.has_focus() {
        // The arrows are the list's own, and so is Escape where there is something to escape from; egui would move the
        // keyboard elsewhere with them.
        let escape = desk.app.several() > 0;
        let filter = EventFilter { vertical_arrows: true, escape, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }
    if response.clicked() {
        response.request_focus();
        let held = ui.input(|input| input.modifiers);
        if !held.shift && !held.command {
            desk.view.finding.look_again();
        }
        desk.send(match (held.command, held.shift) {
            (_, true) => Command::SelectTo(row.id),
            (true, false) => Command::SelectAlso(row.id),
            (false, false) => Command::Select(row.id),
        });
    }
    row_menu::show(desk, row.id, &response, shown);
    told::tooltip(desk.app, row, &response);
    let own = height_of_lines(desk.app.settings().density);
    let lines = own + snippet::height(desk.app);
    let top = rect.top() + (rect.height() - lines) / 2.0;
    paint(ui, &response, row, (&summary, &reports), (selected, shown && desk.app.several() > 0), (top, own));
    let found = Rect::from_min_max(
        pos2(rect.left() + theme::EDGE + theme::SECTION, top + own + theme::SMALL),
        pos2(rect.right() - theme::EDGE - theme::GAP, top + lines),
    );
    snippet::paint(ui, desk.app, row.id, found);
    if row.is_put_away {
        bring_back(desk, ui, row, rect);
    }
    if !saved {
        let dot = pos2(rect.right() - theme::EDGE, rect.center().y - 2.0 * theme::UNIT);
        ui.painter().circle_filled(dot, 3.5, theme::palette(ui).accent);
    }
    response
}

/// The button that brings an article back that was put away; it lies over the end of the second line.
fn bring_back(desk: &mut Desk<'_>, ui: &mut Ui, row: &Row, rect: Rect) {
    let palette = theme::palette(ui);
    let words = RichText::new("Bring back").text_style(TextStyle::Small).color(palette.accent);
    let at = Rect::from_min_max(
        pos2(rect.right() - theme::EDGE - theme::OFFER, rect.center().y),
        pos2(rect.right() - theme::EDGE, rect.bottom()),
    );
    let place = UiBuilder::new().max_rect(at).layout(Layout::right_to_left(Align::Center));
    let button = ui.new_child(place).add(Button::new(words).fill(palette.pane));
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Bring {} back", row.title)));
    if button.clicked() {
        desk.send(Command::PutAway(row.id, false));
    }
}

/// What a screen reader says of the row.
fn name(row: &Row, why: &str, saved: bool) -> String {
    let saved = if saved { "" } else { ", not saved" };
    let flagged = if row.is_flagged { format!(", flagged {why}") } else { String::new() };
    format!("{}, {}{}{saved}", row.title, row.status.label(), flagged.trim_end())
}

/// How many contacts the article has, or how many report its meeting, if there are several.
fn counted_if_several(count: usize, what: &str) -> String {
    if count > 1 { counted(count, what) } else { String::new() }
}

fn paint(
    ui: &Ui,
    response: &Response,
    row: &Row,
    (summary, reports): (&str, &str),
    (selected, leads): (bool, bool),
    (top, own): (f32, f32),
) {
    let palette = theme::palette(ui);
    let rect = response.rect;
    if selected || response.hovered() {
        let fill = if selected { palette.wash } else { palette.raised };
        ui.painter().rect_filled(rect.shrink2(vec2(theme::GAP, 0.0)), theme::FLOATING_CORNER, fill);
    }
    if leads {
        // Of several it is the one that is shown.
        let bar =
            Rect::from_min_size(rect.left_top() + vec2(theme::GAP, 0.0), vec2(theme::SMALL, rect.height()));
        ui.painter().rect_filled(bar, theme::CORNER, palette.accent);
    }
    let left = rect.left() + theme::EDGE + theme::SECTION;
    let width = rect.right() - theme::EDGE - theme::GAP - left;
    let most = ((own - 4.0 * theme::UNIT) / LINE) as usize;
    let title = few_lines(ui, &row.title, (theme::strong(), palette.ink), width, most);
    // A short title and the line below it stand in the middle.
    let top = top + most.saturating_sub(title.rows.len()) as f32 * LINE / 2.0;
    let mark = Rect::from_center_size(
        pos2(rect.left() + theme::EDGE + theme::GAP, top + 2.5 * theme::UNIT),
        vec2(theme::MARK, theme::MARK),
    );
    let status = Picture::Status(row.status);
    status.paint(ui.painter(), mark, status.color(palette), palette);
    if row.is_flagged {
        let below = mark.translate(vec2(0.0, 5.0 * theme::UNIT));
        Picture::Flag.paint(ui.painter(), below, Picture::Flag.color(palette), palette);
    }
    let below = top + title.rows.len().max(1) as f32 * LINE;
    ui.painter().galley(pos2(left, top), title, palette.ink);
    let reports = one_line(ui, reports, TextStyle::Small, palette.quiet, width);
    let right = left + width - reports.size().x;
    let room = if reports.is_empty() { width } else { right - theme::GAP - left };
    ui.painter().galley(pos2(right, below), reports, palette.quiet);
    let summary = one_line(ui, summary, TextStyle::Small, palette.quiet, room);
    ui.painter().galley(pos2(left, below), summary, palette.quiet);
}
