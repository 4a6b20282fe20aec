//! The article on its paper: what stands above the text, the text itself, and its marks as links.

use egui::{
    Align, CentralPanel, CursorIcon, Frame, Galley, Id, Label, Rect, RichText, Role, ScrollArea, Sense,
    Shape, TextBuffer, TextEdit, TextStyle, Ui, Vec2, WidgetInfo, text_edit::TextEditOutput,
};
use std::sync::Arc;

use super::page::{PageKey, Rows};
use super::paint::{self, Light};
use super::selection;
use crate::app::Document;
use crate::model::Article;
use crate::ui::desk::Desk;
use crate::ui::{fields, theme, welcome};

/// The middle pane.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    let paper = Frame::new().fill(theme::palette(ui).paper);
    CentralPanel::no_frame().frame(paper).show(ui, |ui| match desk.document() {
        Some(document) => article(desk, ui, document),
        None => welcome::show(desk, ui),
    });
}

fn article(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    let width = theme::column(desk.app.settings().text_size).min(ui.available_width() - 2.0 * theme::SECTION);
    let scroll = ScrollArea::vertical().id_salt(("article", document.id())).auto_shrink(false);
    let scrolled = scroll.show(ui, |ui| {
        let column = ui.horizontal_top(|ui| {
            ui.add_space(((ui.available_width() - width) / 2.0).max(theme::EDGE).round());
            let column = ui.vertical(|ui| {
                ui.set_width(width);
                ui.add_space(theme::SECTION);
                above(ui, &document.record().article);
                let shown = text(desk, ui, document, width);
                ui.add_space(3.0 * theme::SECTION);
                shown
            });
            column.inner
        });
        column.inner
    });
    let above = scrolled.inner.at.y - scrolled.inner_rect.top();
    let text_top = above + scrolled.state.clamped_offset().y;
    paint::ticks(ui, &desk.view.marked, scrolled.inner_rect, text_top, scrolled.content_size.y);
    selection::bar(desk, ui, document, &scrolled.inner, scrolled.inner_rect);
}

/// The publisher, day and place as a line of small letters; the headline, where the text lacks it.
fn above(ui: &mut Ui, article: &Article) {
    let dateline = article.dateline.as_ref();
    let facts = [
        article.publisher.clone(),
        article.published.map(|day| day.in_words()),
        dateline.and_then(|dateline| dateline.place.clone()),
        article.byline.clone(),
        Some(article.file_name.clone()),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let palette = theme::palette(ui);
    let facts = RichText::new(facts.join("  ·  ")).text_style(TextStyle::Small).color(palette.quiet);
    ui.add(Label::new(facts).wrap());
    if let (Some(title), None) = (&article.title, article.headline()) {
        ui.add(Label::new(RichText::new(title).text_style(theme::display())).wrap());
    }
    ui.add_space(theme::GAP);
}

/// The text as it was shown in this frame.
pub struct Shown {
    /// Its top left corner.
    pub at: Vec2,
    /// Whether the pointer is selecting in it.
    pub selecting: bool,
}

/// The text, selectable, with its marks painted beneath it and laid over it as links.
fn text(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document, width: f32) -> Shown {
    let size = desk.app.settings().text_size;
    let article = &document.record().article;
    let key = PageKey { document: document.id(), width, size, ink: theme::palette(ui).ink };
    let job = desk.view.page.job(key, article);
    let id = id(document);
    selection::keys(desk, ui, document, id);
    let under = ui.painter().add(Shape::Noop);
    let mut layouter =
        |ui: &Ui, _: &dyn TextBuffer, _: f32| ui.fonts_mut(|fonts| fonts.layout_job(job.clone()));
    let mut words = article.text.as_str();
    let edit = TextEdit::multiline(&mut words).id(id).frame(Frame::NONE).desired_width(width).desired_rows(1);
    let output = edit.cursor_at_end(false).layouter(&mut layouter).show(ui);
    output.response.response.clone().accessible_name("Article");
    place(desk, document, &output.galley);
    selection::follow(desk, document, &output);
    bring_into_sight(desk, ui, document, &output);
    let shapes = beneath(desk, ui, document, &output, size);
    ui.painter().set(under, Shape::Vec(shapes));
    links(desk, ui, document, &output);
    Shown { at: output.galley_pos.to_vec2(), selecting: output.response.is_pointer_button_down_on() }
}

/// The id of the text's widget.
pub fn id(document: &Document) -> Id {
    Id::unique(("article text", document.id()))
}

fn place(desk: &mut Desk<'_>, document: &Document, galley: &Arc<Galley>) {
    let view = &mut *desk.view;
    let rows = match view.rows.take() {
        Some(rows) if rows.are_of(galley) => rows,
        _ => Rows::of(galley),
    };
    view.marked.place(document, galley, &rows);
    view.rows = Some(rows);
}

/// Scrolls to the words that were asked for.
fn bring_into_sight(desk: &mut Desk<'_>, ui: &Ui, document: &Document, output: &TextEditOutput) {
    let Some((span, to_middle)) = desk.view.show_words.take() else { return };
    let text = &document.record().article.text;
    let rects = desk.view.rows.as_ref().map(|rows| rows.rects(text, span)).unwrap_or_default();
    if let Some(rect) = rects.into_iter().reduce(Rect::union) {
        let rect = rect.translate(output.galley_pos.to_vec2()).expand(theme::EDGE);
        ui.scroll_to_rect(rect, to_middle.then_some(Align::Center));
    }
}

/// Everything that is painted beneath the letters and in sight.
fn beneath(desk: &Desk<'_>, ui: &Ui, document: &Document, output: &TextEditOutput, size: f32) -> Vec<Shape> {
    let palette = theme::palette(ui);
    let at = output.galley_pos.to_vec2();
    let mut shapes = Vec::new();
    if !output.response.has_focus()
        && let (Some(span), Some(rows)) = (desk.view.selection, &desk.view.rows)
    {
        shapes.extend(paint::selection(&rows.rects(&document.record().article.text, span), at, palette));
    }
    for (mark, rects) in desk.view.marked.rects() {
        let lit = desk.view.is_lit(&mark.field) || document.focus() == Some(&mark.field);
        let light = if lit { Light::Lit } else { Light::Rest };
        let rects = rects.iter().map(|rect| rect.translate(at));
        for rect in rects.filter(|rect| ui.clip_rect().intersects(*rect)) {
            shapes.extend(paint::mark(mark, rect, size, light, palette));
        }
    }
    shapes
}

/// Marked words lead to their field. A drag over them still selects.
fn links(desk: &mut Desk<'_>, ui: &Ui, document: &Document, output: &TextEditOutput) {
    let at = output.galley_pos.to_vec2();
    let (mut lit, mut clicked, mut word) = (None, None, None);
    for (place, (mark, rects)) in desk.view.marked.rects().enumerate() {
        for (row, rect) in rects.iter().enumerate() {
            let id = Id::unique(("mark", document.id(), place, row));
            let link = ui.interact(rect.translate(at), id, Sense::CLICK);
            if row == 0 {
                let name = || fields::name(document.record(), &mark.field);
                link.widget_info(|| WidgetInfo::labeled(Role::Link, true, name()));
            }
            if link.hovered() {
                lit = Some(mark.field.clone());
            }
            if link.double_clicked() {
                word = link.interact_pointer_pos();
            } else if link.clicked() {
                clicked = Some(mark.field.clone());
            }
            link.on_hover_cursor(CursorIcon::PointingHand);
        }
    }
    if let Some(field) = lit {
        desk.view.light(&field);
    }
    if let Some(field) = clicked {
        desk.turn_to(&field);
        desk.view.bring = Some(field);
    }
    if let Some(pointer) = word {
        selection::select_word(desk, ui, document, &output.galley, pointer - at);
    }
}
