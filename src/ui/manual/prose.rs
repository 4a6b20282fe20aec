//! How the blocks of a page look: running text in lines of even height, with links that can be clicked, and below
//! it lists, examples, code to be copied and tables.

use egui::text::{LayoutJob, TextFormat};
use egui::text_selection::LabelSelectionState;
use egui::{
    Align, CursorIcon, FontFamily, FontId, Frame, Galley, Id, Label, Layout, Margin, Pos2, Rect, Role,
    ScrollArea, Sense, Stroke, TextStyle, Ui, WidgetInfo, vec2,
};

use super::blocks::{Block, Look, Piece};
use crate::ui::theme::{self, Palette};
use crate::ui::widgets::flat_button;

/// Shows blocks below each other. Gives the link that was clicked.
pub(super) fn show(ui: &mut Ui, blocks: &[Block]) -> Option<String> {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let mut clicked = None;
    let mut above: Option<&Block> = None;
    for (number, block) in blocks.iter().enumerate() {
        let are_items = matches!((above, block), (Some(Block::Item(..)), Block::Item(..)));
        ui.add_space(if are_items || number == 0 { theme::SMALL } else { theme::GAP });
        above = Some(block);
        let led = ui.push_id(number, |ui| match block {
            Block::Code(code) => {
                code_block(ui, code);
                None
            }
            Block::Table(rows) => table(ui, rows),
            Block::Paragraph(pieces) => narrow(ui, |ui| text(ui, pieces, Letters::Prose)),
            Block::Item(number, pieces) => narrow(ui, |ui| item(ui, *number, pieces)),
            Block::Example(pieces) => narrow(ui, |ui| example(ui, pieces)),
        });
        clicked = clicked.or(led.inner);
    }
    clicked
}

/// What is read line by line is no wider than eyes like it.
fn narrow<T>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> T) -> T {
    ui.scope(|ui| {
        ui.set_max_width(theme::PROSE.min(ui.available_width()));
        add(ui)
    })
    .inner
}

/// Of what size and face running text is.
#[derive(Clone, Copy)]
enum Letters {
    Prose,
    /// An article's, as in the article.
    Example,
    Table,
}

impl Letters {
    fn plain(self, ui: &Ui) -> FontId {
        match self {
            Self::Prose => TextStyle::Body.resolve(ui.style()),
            Self::Example => FontId::new(theme::EXAMPLE, FontFamily::Name("serif".into())),
            Self::Table => TextStyle::Small.resolve(ui.style()),
        }
    }

    fn line(self) -> f32 {
        match self {
            Self::Prose | Self::Example => theme::PROSE_LINE,
            Self::Table => theme::TABLE_LINE,
        }
    }
}

/// How a piece is set.
fn format(ui: &Ui, piece: &Piece, letters: Letters) -> TextFormat {
    let palette: &Palette = theme::palette(ui);
    let plain = letters.plain(ui);
    let font_id = match piece.look {
        Look::Plain | Look::Slanted => plain,
        Look::Strong => FontId::new(plain.size, theme::strong().resolve(ui.style()).family),
        Look::Typed => FontId::new(plain.size - 1.0, FontFamily::Monospace),
    };
    let mut format =
        TextFormat::simple(font_id, if piece.link.is_some() { palette.accent } else { palette.ink });
    format.line_height = Some(letters.line());
    format.italics = piece.look == Look::Slanted;
    format.valign = Align::Center;
    format
}

/// Pieces one behind the other. What leans over gets room before the next.
fn job(ui: &Ui, pieces: &[Piece], letters: Letters) -> LayoutJob {
    let mut job = LayoutJob::default();
    let mut leans = false;
    for piece in pieces {
        job.append(&piece.words, if leans { theme::LEANING } else { 0.0 }, format(ui, piece, letters));
        leans = piece.look == Look::Slanted;
    }
    job
}

/// Running text. Gives the link that was clicked.
fn text(ui: &mut Ui, pieces: &[Piece], letters: Letters) -> Option<String> {
    let (at, galley, response) =
        Label::new(job(ui, pieces, letters)).wrap().selectable(true).layout_in_ui(ui);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), galley.text()));
    let mut clicked = None;
    let mut links = Vec::new();
    let mut from = 0;
    for (number, piece) in pieces.iter().enumerate() {
        let to = from + piece.words.chars().count();
        if let Some(link) = &piece.link {
            links.push((number, link, &piece.words, rects(&galley, at, from, to)));
        }
        from = to;
    }
    let ink = theme::palette(ui).ink;
    LabelSelectionState::label_text_selection(ui, &response, at, galley, ink, Stroke::NONE);
    for (number, link, words, rects) in links {
        if follow(ui, response.id.with(number), words, &rects) {
            clicked = Some(link.clone());
        }
    }
    clicked
}

/// Where letters stand, a rectangle a line.
fn rects(galley: &Galley, at: Pos2, from: usize, to: usize) -> Vec<Rect> {
    let mut rects = Vec::new();
    let mut passed = 0;
    for row in &galley.rows {
        let within =
            row.glyphs.iter().skip(from.saturating_sub(passed)).take(to.saturating_sub(from.max(passed)));
        let (mut left, mut right) = (f32::INFINITY, f32::NEG_INFINITY);
        for glyph in within {
            (left, right) = (left.min(glyph.pos.x), right.max(glyph.max_x()));
        }
        if left < right {
            let offset = at.to_vec2() + row.pos.to_vec2();
            rects.push(Rect::from_x_y_ranges(left..=right, 0.0..=row.size.y).translate(offset));
        }
        passed += row.char_count_including_newline().0;
    }
    rects
}

/// A link over its words: it can be clicked, and pressed by the keyboard. Says whether it was.
fn follow(ui: &mut Ui, id: Id, words: &str, rects: &[Rect]) -> bool {
    let mut is_clicked = false;
    let mut is_looked_at = false;
    for (line, rect) in rects.iter().enumerate() {
        // Only the first line of a link is reached by the keyboard.
        let sense = if line == 0 { Sense::click() } else { Sense::CLICK };
        let response = ui.interact(*rect, id.with(line), sense).on_hover_cursor(CursorIcon::PointingHand);
        if line == 0 {
            response.widget_info(|| WidgetInfo::labeled(Role::Link, true, words));
        }
        is_clicked |= response.clicked();
        is_looked_at |= response.hovered() || response.has_focus();
    }
    if is_looked_at {
        for rect in rects {
            let stroke = Stroke::new(1.0, theme::palette(ui).accent);
            ui.painter().hline(rect.x_range(), rect.bottom() - theme::SMALL, stroke);
        }
    }
    is_clicked
}

/// A line of a list.
fn item(ui: &mut Ui, number: Option<u64>, pieces: &[Piece]) -> Option<String> {
    let margin = Margin { left: theme::INDENT, ..Margin::ZERO };
    let shown = Frame::new().inner_margin(margin).show(ui, |ui| text(ui, pieces, Letters::Prose));
    let top = shown.response.rect.left_top();
    let middle = top + vec2(theme::GAP, theme::PROSE_LINE / 2.0);
    let palette = theme::palette(ui);
    match number {
        None => {
            ui.painter().circle_filled(middle, theme::DOT, palette.quiet);
        }
        Some(number) => {
            let font = TextStyle::Body.resolve(ui.style());
            ui.painter().text(middle, egui::Align2::CENTER_CENTER, format!("{number}."), font, palette.quiet);
        }
    }
    shown.inner
}

/// Words of an article, set as there.
fn example(ui: &mut Ui, pieces: &[Piece]) -> Option<String> {
    let margin = Margin { left: theme::INDENT, ..Margin::ZERO };
    let shown = Frame::new().inner_margin(margin).show(ui, |ui| text(ui, pieces, Letters::Example));
    let rect = shown.response.rect;
    let stroke = Stroke::new(2.0, theme::palette(ui).control);
    ui.painter().vline(rect.left() + theme::SMALL, rect.y_range().shrink(theme::SMALL / 2.0), stroke);
    shown.inner
}

/// Lines to be typed or copied, scrolled where they are longer than the page is wide.
fn code_block(ui: &mut Ui, code: &str) {
    let frame = Frame::new().fill(theme::palette(ui).raised).corner_radius(theme::CORNER);
    frame.inner_margin(theme::GAP).show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
            if flat_button(ui, "Copy").clicked() {
                ui.ctx().copy_text(code.to_owned());
            }
            ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                ui.add_space(theme::SMALL);
                ScrollArea::horizontal().id_salt(code).auto_shrink([false, true]).show(ui, |ui| {
                    let font = TextStyle::Monospace.resolve(ui.style());
                    let ink = theme::palette(ui).ink;
                    let mut format = TextFormat::simple(font, ink);
                    format.line_height = Some(theme::TABLE_LINE);
                    let job = LayoutJob::single_section(code.to_owned(), format);
                    ui.add(Label::new(job).extend().selectable(true));
                });
            });
        });
    });
}

/// A table: narrow columns keep their width, the wide ones share what is left.
fn table(ui: &mut Ui, rows: &[Vec<Vec<Piece>>]) -> Option<String> {
    let mut clicked = None;
    let widths = widths(ui, rows);
    for (number, row) in rows.iter().enumerate() {
        let shown = ui.horizontal_top(|ui| {
            for (cell, width) in row.iter().zip(&widths) {
                ui.allocate_ui_with_layout(vec2(*width, 0.0), Layout::top_down(Align::LEFT), |ui| {
                    ui.set_width(*width);
                    let led = if number == 0 { head(ui, cell) } else { text(ui, cell, Letters::Table) };
                    clicked = clicked.take().or(led);
                });
                ui.add_space(theme::EDGE);
            }
        });
        ui.add_space(theme::SMALL);
        let line = theme::hairline(theme::palette(ui));
        let rect = shown.response.rect;
        ui.painter().hline(rect.left()..=ui.max_rect().right(), rect.bottom() + theme::SMALL, line);
        ui.add_space(theme::SMALL);
    }
    clicked
}

fn head(ui: &mut Ui, cell: &[Piece]) -> Option<String> {
    let strong = cell.iter().cloned().map(|piece| Piece { look: Look::Strong, ..piece });
    text(ui, &strong.collect::<Vec<_>>(), Letters::Table)
}

/// How wide the columns of a table are.
fn widths(ui: &Ui, rows: &[Vec<Vec<Piece>>]) -> Vec<f32> {
    let count = rows.first().map_or(0, Vec::len);
    let room = ui.available_width() - theme::EDGE * count as f32;
    let natural: Vec<f32> = (0..count)
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| unwrapped(ui, cell)).fold(0.0, f32::max)
        })
        .collect();
    let fair = room / count.max(1) as f32;
    let narrow: f32 = natural.iter().filter(|width| **width <= fair).sum();
    let wide: f32 = natural.iter().filter(|width| **width > fair).sum();
    let share = |width: f32| if width <= fair { width } else { (room - narrow) * width / wide };
    natural.into_iter().map(share).collect()
}

/// How wide a cell is in one line.
fn unwrapped(ui: &Ui, cell: &[Piece]) -> f32 {
    let mut job = job(ui, cell, Letters::Table);
    job.wrap.max_width = f32::INFINITY;
    ui.ctx().fonts_mut(|fonts| fonts.layout_job(job)).size().x.ceil() + 1.0
}
