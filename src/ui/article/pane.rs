//! The article on its paper: what stands above the text, the text itself, and its marks as links.

use egui::style::ScrollAnimation;
use egui::text_edit::TextEditOutput;
use egui::{
    Align, CentralPanel, Color32, CursorIcon, Frame, Id, Label, Rangef, Rect, RichText, Role, ScrollArea,
    Sense, Shape, TextBuffer, TextEdit, TextStyle, Ui, WidgetInfo, vec2,
};

use super::marks::Mark;
use super::page::{PageKey, PagePart};
use super::paint::{self, Light};
use super::shown::{Shown, id_of_part, is_text_of};
use super::{find_bar, left_out, reports, selection, uses};
use crate::model::EntryId;
use crate::review::Document;
use crate::ui::desk::Desk;
use crate::ui::keyboard::Wish;
use crate::ui::record::slot_of_published;
use crate::ui::{sight, theme, value_menu, welcome};

/// How far beyond the window a part counts as in sight, so that it is laid out when it gets there.
const SIGHT: f32 = 100.0 * theme::UNIT;

/// What is said of letters that this window cannot order.
const RIGHT_TO_LEFT: &str = "Some words here are written from right to left. Several in a row are shown in the order of \
                             the other words; what is marked, selected and saved is right.";

/// The middle pane.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    let paper = Frame::new().fill(theme::palette(ui).paper);
    CentralPanel::no_frame().frame(paper).show(ui, |ui| match desk.document() {
        Some(document) => article(desk, ui, document),
        None => match desk.app.shown() {
            Some(id) => coming(desk, ui, id),
            None => welcome::show(desk, ui),
        },
    });
}

/// An article that is being read from the library: what the list knows of it, where its headline will be.
fn coming(desk: &Desk<'_>, ui: &mut Ui, id: EntryId) {
    let Some(row) = desk.app.row(id) else { return };
    let width = theme::column(desk.app.settings()).min(ui.available_width() - 2.0 * theme::SECTION);
    ui.horizontal_top(|ui| {
        ui.add_space(((ui.available_width() - width) / 2.0).max(theme::EDGE).round());
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.add_space(theme::SECTION);
            // Where the publisher and the day will stand.
            ui.label(RichText::new(" ").text_style(TextStyle::Small));
            ui.add(Label::new(RichText::new(&*row.title).text_style(theme::display())).wrap());
        });
    });
}

fn article(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    let width = theme::column(desk.app.settings()).min(ui.available_width() - 2.0 * theme::SECTION);
    let letters = theme::letters(desk.app.settings());
    let key = PageKey { document: document.id(), width, letters, ink: theme::palette(ui).ink };
    desk.view.page.follow(key, &document.record().article);
    let scroll = ScrollArea::vertical().id_salt(("article", document.id())).auto_shrink(false);
    let scrolled = scroll.show(ui, |ui| {
        let column = ui.horizontal_top(|ui| {
            ui.add_space(((ui.available_width() - width) / 2.0).max(theme::EDGE).round());
            let column = ui.vertical(|ui| {
                ui.set_width(width);
                ui.add_space(theme::SECTION);
                above(desk, ui, document);
                reports::show(desk, ui, document);
                if desk.view.page.has_right_to_left() {
                    ui.add(Label::new(theme::quiet(ui, RIGHT_TO_LEFT)).wrap());
                }
                let shown = text(desk, ui, document, key);
                left_out::show(desk, ui, document);
                let focused = ui.memory(|memory| memory.focused());
                // The text comes into sight by its words.
                if !focused.is_some_and(|id| is_text_of(document, &desk.view.page, id)) {
                    sight::follow_keyboard(ui);
                }
                ui.add_space(3.0 * theme::SECTION);
                shown
            });
            column.inner
        });
        column.inner
    });
    let shown = &scrolled.inner;
    let text_top = shown.top - scrolled.inner_rect.top() + scrolled.state.clamped_offset().y;
    let (page, text) = (&desk.view.page, &document.record().article.text);
    let y_of = |mark: &Mark| text_top + page.height_of(mark.span.start(), text);
    paint::ticks(ui, &desk.view.marked.marks, scrolled.inner_rect, scrolled.content_size.y, y_of);
    paint::ticks_of_places(
        ui,
        desk.view.finding.places(),
        scrolled.inner_rect,
        scrolled.content_size.y,
        |place| text_top + page.height_of(place.start(), text),
    );
    uses::bar(desk, ui, document, shown, scrolled.inner_rect);
    find_bar::show(desk, ui, document, scrolled.inner_rect);
}

/// The publisher, day and place as a line of small letters, which leads to where they are set; the headline, where the text lacks it.
fn above(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    let article = &document.record().article;
    let dateline = article.dateline.as_ref();
    let facts = [
        article.publisher.clone().map(String::from),
        article.published.map(|day| day.in_words()),
        dateline.and_then(|dateline| dateline.place.clone()).map(String::from),
        article.byline.clone().map(String::from),
        Some(article.file_name.to_string()),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let palette = theme::palette(ui);
    let facts = RichText::new(facts.join("  ·  ")).text_style(TextStyle::Small).color(palette.quiet);
    let facts = ui.add(Label::new(facts).wrap().selectable(false).sense(Sense::click()));
    if facts.on_hover_text("Change what is said of the article").clicked() {
        desk.view.shows_facts = true;
        ui.memory_mut(|memory| memory.request_focus(slot_of_published(document).id()));
    }
    if let (Some(title), None) = (&article.title, article.headline()) {
        ui.add(Label::new(RichText::new(title.as_str()).text_style(theme::display())).wrap());
    }
    ui.add_space(theme::GAP);
}

/// The text, part by part: those in sight laid out, of the others the room.
fn text(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document, key: PageKey) -> Shown {
    ui.spacing_mut().item_spacing.y = 0.0;
    // The page is taken out of the view while its parts are drawn, since they need the rest of it.
    let mut page = std::mem::take(&mut desk.view.page);
    let mut shown = Shown { top: ui.cursor().top(), selecting: false };
    let under = ui.painter().add(Shape::Noop);
    let mut texts = Vec::new();
    let mut grown_above = 0.0;
    let count = page.len();
    for (number, part) in page.parts_mut().enumerate() {
        let top = ui.cursor().top();
        let sight = ui.clip_rect().y_range().expand(SIGHT);
        if !sight.intersects(Rangef::new(top, top + part.height())) {
            part.leave();
            ui.add_space(part.height());
            continue;
        }
        let output = part_text(desk, ui, document, part, key, (number, count));
        let height = output.response.rect.height() + part.gap(key);
        ui.add_space(part.gap(key));
        let (at, text) = (output.galley_pos, &document.record().article.text);
        let marked = &desk.view.marked;
        let grown = part.place(at, &output.galley, height, text, &marked.marks, marked.revision);
        if top < ui.clip_rect().top() {
            grown_above += grown;
        }
        selection::follow(desk, ui, document, (number, part.first()), &output);
        selection::cursor(ui, &output);
        let below = selection::below(desk, document, part.first(), &output);
        value_menu::of_words(desk, &output.response.response, document, below);
        shown.selecting |= output.response.is_pointer_button_down_on();
        texts.push((number, part.first(), output));
    }
    desk.view.page = page;
    if grown_above != 0.0 {
        // What is in sight stays where it is, although what is above turned out to be higher.
        ui.scroll_with_delta_animation(vec2(0.0, -grown_above), ScrollAnimation::none());
        ui.ctx().request_discard("the height of a part of the text is known now");
    }
    if desk.view.keyboard.grants(&Wish::Text) {
        begin_at_words(desk, ui, document);
    }
    bring_into_sight(desk, ui, document, shown.top);
    ui.painter().set(under, Shape::Vec(beneath(desk, ui, document, key.letters.size)));
    links(desk, ui, document, &texts);
    shown
}

/// A part of the text, selectable.
fn part_text(
    desk: &mut Desk<'_>,
    ui: &mut Ui,
    document: &Document,
    part: &mut PagePart,
    key: PageKey,
    (number, count): (usize, usize),
) -> TextEditOutput {
    let article = &document.record().article;
    let job = part.job(key, article);
    let id = id_of_part(document, number);
    uses::keys(desk, ui, document, id);
    selection::keys(desk, ui, document, (number, part.first()));
    let words = part.span();
    let mut layouter =
        |ui: &Ui, _: &dyn TextBuffer, _: f32| part.mend(ui.fonts_mut(|fonts| fonts.layout_job(job.clone())));
    let mut words = article.text.slice(words);
    let edit =
        TextEdit::multiline(&mut words).id(id).frame(Frame::NONE).desired_width(key.width).desired_rows(1);
    // What is selected is painted as it is meant, which the input does not know.
    let visuals = ui.visuals().selection;
    ui.visuals_mut().selection.bg_fill = Color32::TRANSPARENT;
    ui.visuals_mut().selection.stroke.color = key.ink;
    let output = edit.cursor_at_end(false).layouter(&mut layouter).show(ui);
    ui.visuals_mut().selection = visuals;
    let name = if count == 1 { "Article".into() } else { format!("Article, part {} of {count}", number + 1) };
    output.response.response.clone().accessible_name(&name);
    output
}

/// Scrolls to the words that were asked for. Where they are not in sight yet, their part has to be
/// laid out first, and the next frame knows better.
fn bring_into_sight(desk: &mut Desk<'_>, ui: &Ui, document: &Document, top: f32) {
    let Some((span, to_middle)) = desk.view.show_words.take() else { return };
    let text = &document.record().article.text;
    match desk.view.page.rects(text, span).into_iter().reduce(Rect::union) {
        Some(rect) => ui.scroll_to_rect(rect.expand(theme::EDGE), to_middle.then_some(Align::Center)),
        None => {
            let y = top + desk.view.page.height_of(span.start(), text);
            let row = Rect::from_x_y_ranges(ui.max_rect().x_range(), Rangef::point(y));
            ui.scroll_to_rect_animation(row, Some(Align::Center), ScrollAnimation::none());
            desk.view.show_words = Some((span, to_middle));
            ui.ctx().request_repaint();
        }
    }
}

/// The text gets the keyboard, with its cursor at the words that are looked at.
fn begin_at_words(desk: &mut Desk<'_>, ui: &Ui, document: &Document) {
    let text = &document.record().article.text;
    let in_sight = desk.view.page.bytes_within(text, ui.clip_rect()).first().map_or(0, |bytes| bytes.start);
    let from = selection::starts_at(desk, document, text, in_sight);
    selection::go_to(desk, ui, document, from);
}

/// Everything that is painted beneath the letters and in sight.
fn beneath(desk: &Desk<'_>, ui: &Ui, document: &Document, size: f32) -> Vec<Shape> {
    let palette = theme::palette(ui);
    let mut shapes = Vec::new();
    if let Some(span) = desk.view.pointed_at.now() {
        shapes
            .extend(paint::selection(desk.view.page.rects(&document.record().article.text, *span), palette));
    }
    let clip = ui.clip_rect();
    for (number, _, rect) in desk.view.page.marks().filter(|(.., rect)| clip.intersects(*rect)) {
        let Some(mark) = desk.view.marked.marks.get(number) else { continue };
        let lit = desk.view.lit.now() == Some(&mark.field) || document.focus() == Some(&mark.field);
        let light = if lit { Light::Lit } else { Light::Rest };
        shapes.extend(paint::mark(mark, rect, size, light, palette));
    }
    let (page, text) = (&desk.view.page, &document.record().article.text);
    let (finding, now) = (&desk.view.finding, desk.view.finding.now());
    for place in page.bytes_within(text, clip).into_iter().flat_map(|bytes| finding.places_within(bytes)) {
        shapes.extend(paint::found(page.rects(text, *place), now == Some(*place), size, palette));
    }
    if let Some(span) = desk.view.selection.words() {
        shapes.extend(paint::selection(page.rects(text, span), palette));
    }
    shapes
}

/// Marked words lead to their field. A drag over them still selects.
fn links(desk: &mut Desk<'_>, ui: &Ui, document: &Document, texts: &[(usize, usize, TextEditOutput)]) {
    let (mut lit, mut clicked, mut word, mut with_menu) = (None, None, None, None);
    for (number, row, rect) in desk.view.page.marks().filter(|(.., rect)| sight::is_needed(ui, *rect)) {
        let Some(mark) = desk.view.marked.marks.get(number) else { continue };
        let link = ui.interact(rect, Id::unique(("mark", document.id(), number, row)), Sense::CLICK);
        // A mark that runs over several rows is one link.
        if row.row == 0 {
            let name = || mark.field.name(document.record());
            link.widget_info(|| WidgetInfo::labeled(Role::Link, true, name()));
        }
        if link.hovered() {
            lit = Some(mark.field.clone());
        }
        if link.secondary_clicked() || link.context_menu_opened() {
            with_menu = Some((link.clone(), mark.field.clone()));
        }
        if link.double_clicked() {
            word = link.interact_pointer_pos();
        } else if link.clicked() {
            clicked = Some(mark.field.clone());
        }
        link.on_hover_cursor(CursorIcon::PointingHand);
    }
    match with_menu {
        Some((link, _)) if desk.view.selection.words().is_some() => {
            value_menu::of_words(desk, &link, document, link.rect.left_bottom())
        }
        Some((link, field)) => value_menu::of_field(desk, &link, document, &field),
        None => {}
    }
    if let Some(field) = lit {
        desk.view.lit.point_at(field);
    }
    if let Some(field) = clicked {
        desk.turn_to(&field);
        desk.view.cards.bring(&field);
    }
    if let Some(pointer) = word
        && let Some((_, first, output)) =
            texts.iter().find(|(.., output)| output.response.rect.contains(pointer))
    {
        selection::select_word(desk, ui, document, *first, output, pointer);
    }
}
