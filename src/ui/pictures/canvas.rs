//! A scene on the screen: its shapes painted, its regions to be pointed at, tabbed to, read out, clicked.

use std::f32::consts::TAU;

use egui::epaint::TextShape;
use egui::{
    FontFamily, FontId, Painter, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};

use crate::charts::{Anchor, Area, Hung, Region, Scene, Selection, Shape, Size, Text};
use crate::ui::theme::{self, Palette};

/// Shows a picture in this size. Gives the part that was clicked: what it is called, and its articles.
pub fn show(ui: &mut Ui, hung: Hung<'_>, size: Vec2) -> Option<(String, Selection)> {
    let scene = hung.scene(Size { width: size.x, height: size.y });
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let described = || format!("{}. {}", scene.title, scene.summary);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, ui.is_enabled(), described()));
    paint(ui, &scene, rect.min);
    let mut clicked = None;
    for (place, region) in scene.regions.iter().enumerate() {
        let rect = on_screen(region.area, rect.min);
        let id = response.id.with((hung.picture.name, place));
        let region_response = ui.interact(rect, id, Sense::click());
        region_response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &region.label));
        if region_response.clicked() {
            clicked = Some((region.label.clone(), region.articles.clone()));
        }
        point_out(ui, region_response, rect, region);
    }
    clicked
}

/// Frames the region that is pointed at or has the keyboard, and says what it stands for.
fn point_out(ui: &Ui, response: Response, rect: Rect, region: &Region) {
    if !response.hovered() && !response.has_focus() {
        return;
    }
    let frame = rect.expand(1.0);
    let palette = theme::palette(ui);
    ui.painter().rect_stroke(frame, theme::CORNER, Stroke::new(2.0, palette.accent), StrokeKind::Outside);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.has_focus() && !response.hovered() {
        response.show_tooltip_text(&region.label);
    } else {
        response.on_hover_ui_at_pointer(|ui| {
            ui.label(&region.label);
        });
    }
}

fn on_screen(area: Area, origin: Pos2) -> Rect {
    Rect::from_min_size(origin + vec2(area.left, area.top), vec2(area.width, area.height))
}

fn paint(ui: &Ui, scene: &Scene, origin: Pos2) {
    let (painter, palette) = (ui.painter(), theme::palette(ui));
    for shape in &scene.shapes {
        match shape {
            Shape::Rect { area, tone } => {
                painter.rect_filled(on_screen(*area, origin), 0.0, palette.tone(*tone));
            }
            Shape::Line { from, to, tone } => {
                let ends = [*from, *to].map(|(x, y)| origin + vec2(x, y));
                painter.line_segment(ends, Stroke::new(1.0, palette.tone(*tone)));
            }
            Shape::Text(text) => paint_text(painter, palette, text, origin),
        }
    }
}

fn paint_text(painter: &Painter, palette: &Palette, text: &Text, origin: Pos2) {
    let color = palette.tone(text.tone);
    let family = if text.strong { FontFamily::Name("strong".into()) } else { FontFamily::Proportional };
    let galley = painter.layout_no_wrap(text.words.clone(), FontId::new(text.size, family), color);
    let before = match text.anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => galley.size().x / 2.0,
        Anchor::End => galley.size().x,
    };
    let (x, y) = (origin.x + text.x, origin.y + text.y);
    let half = galley.size().y / 2.0;
    if text.turned {
        let corner = pos2(x - half, y + before);
        painter.add(TextShape::new(corner, galley, color).with_angle(-TAU / 4.0));
    } else {
        painter.galley(pos2(x - before, y - half), galley, color);
    }
}
