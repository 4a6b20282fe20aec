//! The columns of the ledger: how wide they are, and the heading that sorts by them.

use egui::{Rect, Response, Role, Sense, TextStyle, Ui, WidgetInfo, pos2, vec2};

use crate::across::{Column, Ledger};
use crate::app::Command;
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::{Picture, describe, focus_ring, one_line};

/// A column: what it is called, what it sorts by, and how wide it is or how much of what is left it takes.
struct Head {
    label: &'static str,
    sorts: Option<Column>,
    width: Width,
}

enum Width {
    Fixed(f32),
    Share(f32),
}

/// The columns from left to right, as [`cells`] parts a row.
const HEADS: [Head; COLUMNS] = [
    Head { label: "Who", sorts: Some(Column::Who), width: Width::Fixed(theme::PARTY_COLUMN) },
    Head { label: "To whom", sorts: Some(Column::Toward), width: Width::Fixed(theme::PARTY_COLUMN) },
    Head { label: "Commitment", sorts: None, width: Width::Share(0.7) },
    Head { label: "By when", sorts: Some(Column::Deadline), width: Width::Fixed(theme::DAY_COLUMN) },
    Head { label: "How firmly", sorts: Some(Column::Obligation), width: Width::Fixed(theme::WORD_COLUMN) },
    Head {
        label: "Decision",
        sorts: Some(Column::Ruling),
        width: Width::Fixed(theme::WORD_COLUMN - theme::EDGE),
    },
    Head { label: "Date", sorts: Some(Column::Day), width: Width::Fixed(theme::DAY_COLUMN) },
    Head { label: "Article", sorts: Some(Column::Title), width: Width::Share(0.3) },
];

/// How many columns there are.
pub const COLUMNS: usize = 8;

/// The cells of a row, with a gap between.
pub fn cells(row: Rect) -> [Rect; COLUMNS] {
    let inner = row.shrink2(vec2(theme::GAP, 0.0));
    let fixed: f32 =
        HEADS.iter().map(|head| if let Width::Fixed(width) = head.width { width } else { 0.0 }).sum();
    let left_over = (inner.width() - fixed).max(0.0);
    let mut left = inner.left();
    HEADS.each_ref().map(|head| {
        let width = match head.width {
            Width::Fixed(width) => width,
            Width::Share(share) => (left_over * share).floor(),
        };
        let cell = Rect::from_min_size(pos2(left, row.top()), vec2(width - theme::GAP, row.height()));
        left += width;
        cell
    })
}

/// The heading: a click on a column sorts by it, another the other way round.
pub fn heading(desk: &mut Desk<'_>, ui: &mut Ui, ledger: &Ledger) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), theme::CONTROL));
    for (head, cell) in HEADS.iter().zip(cells(rect)) {
        match head.sorts {
            Some(column) => {
                if head_button(desk, ui, head.label, column, cell).clicked() && !ledger.is_empty() {
                    desk.send(Command::SortLedger(desk.app.ledger_order().asked(column)));
                }
            }
            None => label(ui, head.label, false, cell),
        }
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), theme::hairline(theme::palette(ui)));
}

fn head_button(desk: &Desk<'_>, ui: &Ui, words: &str, column: Column, cell: Rect) -> Response {
    let order = desk.app.ledger_order();
    let sorts = order.column == column;
    let response = ui.interact(cell, ui.scope_id().with(("sort", column)), Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(Role::Button, true, sorts, format!("Sort by {}", words.to_lowercase()))
    });
    if sorts {
        describe(&response, || if order.backwards { "Reverse order" } else { "In order" }.to_owned());
    }
    let palette = theme::palette(ui);
    if response.hovered() {
        ui.painter().rect_filled(cell.expand2(vec2(theme::SMALL, 0.0)), theme::CORNER, palette.raised);
    }
    focus_ring(ui, &response, cell.expand2(vec2(theme::SMALL, 0.0)));
    label(ui, words, sorts, cell);
    if sorts {
        let arrow = if order.backwards { Picture::Falling } else { Picture::Rising };
        let width = one_line(ui, words, TextStyle::Small, palette.ink, cell.width()).size().x;
        let at = pos2(cell.left() + width + theme::GAP, cell.center().y);
        arrow.paint(
            ui.painter(),
            Rect::from_center_size(at, vec2(theme::MARK, theme::MARK)),
            palette.ink,
            palette,
        );
    }
    response
}

fn label(ui: &Ui, words: &str, is_active: bool, cell: Rect) {
    let palette = theme::palette(ui);
    let color = if is_active { palette.ink } else { palette.quiet };
    let words = one_line(ui, words, TextStyle::Small, color, cell.width());
    let at = pos2(cell.left(), cell.center().y - words.size().y / 2.0);
    ui.painter().galley(at, words, color);
}
