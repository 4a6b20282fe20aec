//! A row of the ledger: one line, of which the whole is shown while the pointer rests on it.

use egui::{
    Color32, EventFilter, Id, Label, Painter, Rect, Response, Role, Sense, Stroke, TextStyle, Ui, WidgetInfo,
    pos2, vec2,
};

use super::columns::cells;
use crate::across::{LedgerRow, Side};
use crate::app::App;
use crate::model::PartialDate;
use crate::ui::theme::{self, Palette};
use crate::ui::widgets::{Picture, as_selected, one_line};

/// The row, with the words of the commitment as far as they are known.
pub fn show(app: &App, ui: &mut Ui, row: &LedgerRow<'_>, words: Option<&str>, chosen: bool) -> Response {
    let height = theme::ledger_row(app.settings().density);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height));
    let id = id(row);
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, chosen, name(app, row, words)));
    as_selected(&response, chosen);
    if response.has_focus() {
        // The arrows are the table's own; egui would move the keyboard elsewhere with them.
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }
    paint(app, ui, &response, row, words, chosen);
    response.on_hover_ui(|ui| whole(app, ui, row, words))
}

/// By what the row is known to the keyboard.
pub fn id(row: &LedgerRow<'_>) -> Id {
    Id::unique(("commitment", row.article, row.place))
}

/// What a screen reader says of the row.
fn name(app: &App, row: &LedgerRow<'_>, words: Option<&str>) -> String {
    let due = row.deadline.map(|deadline| format!(", by {}", deadline.in_words())).unwrap_or_default();
    let title = app.row(row.article).map_or("", |row| &*row.title);
    format!("{}: {}{due}, {}, in {title}", sides(row), words.unwrap_or("…"), firmly(row))
}

/// Who is bound, and to whom.
fn sides(row: &LedgerRow<'_>) -> String {
    let by = if row.by.is_nobody() { "Nobody named" } else { &row.by.label };
    match row.toward.is_nobody() {
        true => by.to_owned(),
        false => format!("{by} to {}", row.toward.label),
    }
}

/// How firmly, in a word.
fn firmly(row: &LedgerRow<'_>) -> &'static str {
    let label = row.obligation.label();
    label.split_once(" (").map_or(label, |(word, _)| word)
}

/// All that the row says, with nothing cut off.
fn whole(app: &App, ui: &mut Ui, row: &LedgerRow<'_>, words: Option<&str>) {
    ui.set_max_width(theme::PROSE);
    ui.add(Label::new(theme::heading(words.unwrap_or("…"))).wrap());
    let due = row.deadline.map(|deadline| format!("by {}", deadline.in_words()));
    let how =
        [Some(sides(row)), due, Some(row.obligation.label().to_owned()), Some(row.ruling.label().to_owned())];
    ui.add(Label::new(theme::quiet(ui, how.into_iter().flatten().collect::<Vec<_>>().join(" · "))).wrap());
    if let Some(article) = app.row(row.article) {
        let from = [Some(article.title.to_string()), row.day.map(|day| day.in_words()), publisher(app, row)];
        ui.add(
            Label::new(theme::quiet(ui, from.into_iter().flatten().collect::<Vec<_>>().join(" · "))).wrap(),
        );
    }
}

fn publisher(app: &App, row: &LedgerRow<'_>) -> Option<String> {
    app.catalog().publishers.name(app.row(row.article)?.publisher?).cloned()
}

fn paint(app: &App, ui: &Ui, response: &Response, row: &LedgerRow<'_>, words: Option<&str>, chosen: bool) {
    let palette = theme::palette(ui);
    let rect = response.rect;
    if chosen || response.hovered() {
        let fill = if chosen { palette.wash } else { palette.raised };
        ui.painter().rect_filled(rect, theme::CORNER, fill);
    }
    let [who, toward, what, due, how, ruling, day, article] = cells(rect);
    let put = |cell: Rect, words: &str, style: TextStyle, color: Color32| {
        let words = one_line(ui, words, style, color, cell.width());
        let at = pos2(cell.left(), cell.center().y - words.size().y / 2.0);
        ui.painter().galley(at, words, color);
    };
    for (cell, side) in [(who, row.by), (toward, row.toward)] {
        let mut cell = cell;
        mark(ui.painter(), palette, side, cell);
        cell.min.x += theme::EDGE;
        put(cell, &side.label, TextStyle::Body, palette.ink);
    }
    put(what, words.unwrap_or("…"), TextStyle::Body, palette.ink);
    put(due, &text(row.deadline.map(PartialDate::in_short)), TextStyle::Small, palette.ink);
    put(how, firmly(row), TextStyle::Small, palette.ink);
    let picture = Picture::Ruling(row.ruling);
    let at = Rect::from_min_size(
        pos2(ruling.left(), ruling.center().y - theme::MARK / 2.0),
        vec2(theme::MARK, theme::MARK),
    );
    picture.paint(ui.painter(), at, picture.color(palette), palette);
    put(day, &text(row.day), TextStyle::Small, palette.quiet);
    let title = app.row(row.article).map_or("", |row| &*row.title);
    let from =
        publisher(app, row).map_or_else(|| title.to_owned(), |publisher| format!("{title} · {publisher}"));
    put(article, &from, TextStyle::Small, palette.quiet);
}

/// The mark of the first party on a side: a dot in its color, or a ring for those that have none of their own.
fn mark(painter: &Painter, palette: &Palette, side: &Side, cell: Rect) {
    let at = pos2(cell.left() + theme::PARTY_MARK, cell.center().y);
    match side.mark {
        Some(mark) => {
            painter.circle_filled(at, theme::PARTY_MARK, palette.party(mark));
        }
        None if side.is_nobody() || side.are_each_other => {}
        None => {
            painter.circle_stroke(at, theme::PARTY_MARK - 0.5, Stroke::new(1.0, palette.control));
        }
    }
}

fn text<T: std::fmt::Display>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
