//! What can be pressed is large enough to be met, and where the keyboard is can be seen wherever it goes.

use std::collections::BTreeSet;

use chancery::app::{Command, Notice};
use egui::{Color32, Key, Modifiers, Rect, Shape, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::seat::Seat;

/// The least side of what can be pressed.
const LEAST: f32 = 24.0;

/// A window with something of everything: two articles, an open form, a notice, the find bar.
fn full() -> Seat {
    let mut seat = Seat::at_the_talks();
    let text = "Envoys meet\n\nVALLETTA, 14 March 2021 – Minister Marija Vella met Minister Slim Gharbi on Friday.\n";
    seat.open_text("b.txt", text);
    seat.run(Command::Tell(Notice::warning("Something was not saved.")));
    seat
}

/// What can be pressed and is too small for it. Words in running text are as high as their line.
fn too_small(seat: &Seat, found: &mut BTreeSet<String>) {
    for node in seat.harness.root().children_recursive() {
        if node.accesskit_node().bounding_box().is_none() {
            continue;
        }
        let (role, rect) = (node.accesskit_node().role(), node.rect());
        let is_pressed = matches!(
            role,
            Role::Button
                | Role::CheckBox
                | Role::RadioButton
                | Role::ComboBox
                | Role::TextInput
                | Role::MultilineTextInput
        );
        if is_pressed && rect.is_positive() && rect.width().min(rect.height()) < LEAST - 0.1 {
            let label = node.accesskit_node().label().unwrap_or_default();
            found.insert(format!("{role:?} {label:?}: {} by {}", rect.width(), rect.height()));
        }
    }
}

#[test]
fn whatever_can_be_pressed_is_large_enough_to_be_met() {
    let mut seat = full();
    let mut found = BTreeSet::new();
    too_small(&seat, &mut found);
    seat.press(Modifiers::COMMAND, Key::F);
    too_small(&seat, &mut found);
    seat.press(Modifiers::NONE, Key::Escape);
    for menu in ["File", "Edit", "Review", "View", "Help"] {
        seat.click(menu);
        too_small(&seat, &mut found);
        seat.press(Modifiers::NONE, Key::Escape);
    }
    for button in ["Filters", "Searches", "Calendar for First day"] {
        seat.click(button);
        too_small(&seat, &mut found);
        seat.press(Modifiers::NONE, Key::Escape);
    }
    for key in [Key::Comma, Key::B, Key::L, Key::P] {
        seat.press(Modifiers::COMMAND, key);
        too_small(&seat, &mut found);
        seat.press(Modifiers::NONE, Key::Escape);
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// The color that the theme shows the keyboard in.
fn accent(seat: &Seat) -> Color32 {
    seat.harness.ctx.global_style().visuals.selection.stroke.color
}

/// Whether a shape shows that the keyboard is in this place: a ring around it, or a cursor in it.
fn shows(shape: &Shape, place: Rect, color: Color32) -> bool {
    match shape {
        Shape::Vec(shapes) => shapes.iter().any(|shape| shows(shape, place, color)),
        Shape::Rect(ring) => {
            let is_around =
                ring.rect.expand(0.5).contains_rect(place) && place.expand(6.0).contains_rect(ring.rect);
            is_around && ring.stroke.color == color && ring.stroke.width >= 1.5
        }
        Shape::LineSegment { points, stroke } => {
            stroke.color == color && points.iter().all(|point| place.expand(2.0).contains(*point))
        }
        _ => false,
    }
}

#[test]
fn where_the_keyboard_is_can_be_seen_wherever_tab_takes_it() {
    let mut seat = full();
    let mut seen = BTreeSet::new();
    for step in 0..400 {
        seat.press(Modifiers::NONE, Key::Tab);
        let ctx = &seat.harness.ctx;
        let Some(id) = ctx.memory(|memory| memory.focused()) else { continue };
        let widget = ctx.viewport(|viewport| viewport.prev_pass.widgets.get(id).copied());
        let widget = widget.unwrap_or_else(|| panic!("step {step}: what has the keyboard is not there"));
        let name =
            ctx.viewport(|viewport| viewport.prev_pass.widgets.info(id).and_then(|info| info.label.clone()));
        let color = accent(&seat);
        let shapes = &seat.harness.output().shapes;
        assert!(
            shapes.iter().any(|clipped| shows(&clipped.shape, widget.rect, color)),
            "step {step}: nothing shows that {name:?} at {} has the keyboard",
            widget.rect
        );
        if !seen.insert(id.value()) && step > 20 {
            break;
        }
    }
    assert!(seen.len() > 30, "only {} places", seen.len());
    assert!(seat.harness.query_by_label("Search articles").is_some());
}

/// A ring of the color of the button that it is around is not seen by itself.
#[test]
fn the_ring_around_a_button_of_its_own_color_is_parted_from_it() {
    let mut seat = Seat::at_the_talks();
    seat.tab_to("Reviewed, next");
    let place = seat.harness.get_by_role_and_label(Role::Button, "Reviewed, next").rect();
    let color = accent(&seat);
    let parts = |shape: &Shape| match shape {
        Shape::Rect(line) => {
            let is_within = place.contains_rect(line.rect) && line.rect.expand(4.0).contains_rect(place);
            is_within
                && line.fill == Color32::TRANSPARENT
                && line.stroke.width > 1.0
                && line.stroke.color != color
        }
        _ => false,
    };
    assert!(seat.harness.output().shapes.iter().any(|clipped| parts(&clipped.shape)));
}
