//! Buttons: painted ones with a name, worded ones, and the one that leads on.

use egui::{
    Align2, Button, Rect, Response, RichText, Role, Sense, Stroke, StrokeKind, TextStyle, TextWrapMode, Ui,
    WidgetInfo, pos2, vec2,
};

use super::one_line::one_line;
use super::shapes::Picture;
use crate::ui::theme;

/// A small painted button. Its name is read out, and shown when the pointer rests on it.
pub fn picture_button(ui: &mut Ui, picture: Picture, name: &str) -> Response {
    untold_picture_button(ui, picture, name).on_hover_text(name)
}

/// The same for a button that has more to tell than its name when the pointer rests on it.
pub fn untold_picture_button(ui: &mut Ui, picture: Picture, name: &str) -> Response {
    let side = theme::CONTROL - theme::SMALL;
    let (rect, response) = ui.allocate_exact_size(vec2(side, side), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    if ui.is_rect_visible(rect) {
        let palette = theme::palette(ui);
        let pointed_at = ui.is_enabled() && (response.hovered() || response.has_focus());
        if pointed_at {
            ui.painter().rect_filled(rect, theme::CORNER, palette.raised);
        }
        let color = if pointed_at { palette.ink } else { picture.color(palette) };
        picture.paint(ui.painter(), rect, color, palette);
    }
    response
}

/// A worded button that lies flat until it is pointed at.
pub fn flat_button(ui: &mut Ui, words: &str) -> Response {
    let palette = theme::palette(ui);
    let words = RichText::new(words).color(palette.accent);
    ui.add(Button::new(words).frame_when_inactive(false))
}

/// The button for the thing to do next, in the accent color.
pub fn leading_button(ui: &mut Ui, words: &str, enabled: bool) -> Response {
    let palette = theme::palette(ui);
    let words = theme::heading(words).color(palette.on_accent);
    let button = ui.add_enabled(enabled, Button::new(words).fill(palette.accent).stroke(Stroke::NONE));
    if button.has_focus() {
        // The ring has the color of the button: a line within parts the two.
        let within = Stroke::new(1.5, palette.on_accent);
        ui.painter().rect_stroke(button.rect.shrink(1.0), theme::CORNER, within, StrokeKind::Inside);
    }
    button
}

/// A chip that is on or off, such as a filter.
pub fn chip(ui: &mut Ui, words: &str, on: bool) -> Response {
    let palette = theme::palette(ui);
    let color = if on { palette.accent } else { palette.quiet };
    let fill = if on { palette.wash } else { palette.pane };
    let words = RichText::new(words).text_style(TextStyle::Small).color(color);
    let chip =
        Button::new(words).fill(fill).stroke(Stroke::NONE).corner_radius(14).wrap_mode(TextWrapMode::Extend);
    // In a scope of its own a chip would not go to the next line where there is no room for it.
    let padding = std::mem::replace(&mut ui.spacing_mut().button_padding.x, 6.0);
    let response = ui.add(chip);
    ui.spacing_mut().button_padding.x = padding;
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(Role::Button, enabled, on, ""));
    response
}

/// A chip that puts its words in place of a value.
pub fn option(ui: &mut Ui, words: &str) -> Response {
    let palette = theme::palette(ui);
    // A long name must not widen the form, which would have the article laid out anew with every letter.
    let room = ui.max_rect().width() - 2.0 * ui.spacing().button_padding.x;
    let words = one_line(ui, words, TextStyle::Small, palette.accent, room);
    let chip = Button::new(words).fill(palette.input).stroke(theme::outline(palette));
    ui.add(chip.corner_radius(14).wrap_mode(TextWrapMode::Extend))
}

/// A chip with a cross, which a click takes away.
pub fn removable_chip(ui: &mut Ui, words: &str, name: &str) -> Response {
    let palette = theme::palette(ui);
    let font = TextStyle::Small.resolve(ui.style());
    let words = ui.fonts_mut(|fonts| fonts.layout_no_wrap(words.to_owned(), font, palette.ink));
    let height = theme::CONTROL - theme::SMALL;
    let size = vec2(theme::GAP + words.size().x + height, height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let hovered = response.hovered() || response.has_focus();
    ui.painter().rect_filled(rect, theme::CORNER, if hovered { palette.wash } else { palette.raised });
    let at = Align2::LEFT_CENTER.align_size_within_rect(words.size(), rect.translate(vec2(theme::GAP, 0.0)));
    ui.painter().galley(at.min, words, palette.ink);
    let cross = Rect::from_min_max(pos2(rect.right() - height, rect.top()), rect.max);
    let color = if hovered { palette.ink } else { palette.quiet };
    Picture::Cross.paint(ui.painter(), cross, color, palette);
    response.on_hover_text(name)
}
