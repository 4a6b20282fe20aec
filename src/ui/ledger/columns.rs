//! The columns of the ledger: how wide they are, and the heading that sorts by them.

use egui::{Rect, Response, Role, Sense, TextStyle, Ui, WidgetInfo, pos2, vec2};

use crate::across::{Column, Ledger};
use crate::app::Command;
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::{Picture, describe, one_line};

/// A column: what it is called, what it sorts by, and how wide it is or how much of what is left it takes.
struct Head {
    label: &'static str,
    sorts: Option<Column>,
    width: Width,
}

enum Width {
    Fixed(f32),
    /// So much at least, and this share of the room beyond [`CLOSE`], up to so much.
    Growing {
        least: f32,
        share: f32,
        most: f32,
    },
    Share(f32),
}

/// As much of a table goes to what is said before columns with names grow.
const CLOSE: f32 = 110.0 * theme::UNIT;

/// A column with the names of parties: often there is one, in a wide window there is room for three.
const PARTIES: Width =
    Width::Growing { least: theme::PARTY_COLUMN, share: 0.16, most: 2.5 * theme::PARTY_COLUMN };

/// The columns from left to right, as [`cells`] parts a row.
const HEADS: [Head; COLUMNS] = [
    Head { label: "Who", sorts: Some(Column::Who), width: PARTIES },
    Head { label: "To whom", sorts: Some(Column::Toward), width: PARTIES },
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
    let least = HEADS.iter().map(|head| match head.width {
        Width::Fixed(width) | Width::Growing { least: width, .. } => width,
        Width::Share(_) => 0.0,
    });
    let spare = (inner.width() - least.sum::<f32>() - CLOSE).max(0.0);
    let own = |width: &Width| match *width {
        Width::Fixed(width) => width,
        Width::Growing { least, share, most } => (least + spare * share).min(most).floor(),
        Width::Share(_) => 0.0,
    };
    let taken: f32 = HEADS.iter().map(|head| own(&head.width)).sum();
    let left_over = (inner.width() - taken).max(0.0);
    let mut left = inner.left();
    HEADS.each_ref().map(|head| {
        let width = match head.width {
            Width::Share(share) => (left_over * share).floor(),
            ref other => own(other),
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
