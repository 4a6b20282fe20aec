//! What a person does at the window, as the events of one frame after the other.

use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Rect, TouchPhase, Vec2, pos2};

/// The size of the window, and where in it the article and the form are.
pub const WINDOW: Vec2 = Vec2::new(1240.0, 744.0);
const TEXT: Rect = Rect { min: pos2(330.0, 60.0), max: pos2(800.0, 720.0) };
const FORM: Rect = Rect { min: pos2(830.0, 60.0), max: pos2(1210.0, 680.0) };

/// How far a notch of the wheel scrolls.
const NOTCH: f32 = 60.0;

/// What is typed, over and over.
pub const TYPED: &str = "Dr. Marija Vella-Gharbi ";
/// In this frame the first letter is.
const FIRST_LETTER: usize = 8;

/// Something that a person does, frame by frame.
pub struct Script {
    /// What.
    pub name: &'static str,
    /// What happens in the frame of this number.
    pub events: fn(usize) -> Vec<Event>,
}

/// What a person does, one after the other. Typing comes last, because it changes the record.
pub const SCRIPTS: &[Script] = &[
    Script { name: "nothing", events: |_| Vec::new() },
    Script { name: "scrolling the text", events: |frame| scroll(TEXT, frame) },
    Script { name: "pointing at the text", events: |frame| point(TEXT, frame) },
    Script { name: "scrolling the form", events: |frame| scroll(FORM, frame) },
    Script { name: "pointing at the form", events: |frame| point(FORM, frame) },
    Script { name: "typing a name", events: type_name },
];

/// Down for two thirds of the frames, then up again.
fn scroll(pane: Rect, frame: usize) -> Vec<Event> {
    let wheel = Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: Vec2::new(0.0, if frame % 240 < 160 { -NOTCH } else { NOTCH }),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    };
    if frame == 0 { vec![Event::PointerMoved(pane.center()), wheel] } else { vec![wheel] }
}

/// Down the pane in a slant, resting now and then until what the pointer rests on is explained.
fn point(pane: Rect, frame: usize) -> Vec<Event> {
    let step = frame / 80 * 40 + (frame % 80).min(40);
    let way = Vec2::new(7.0, 3.0) * step as f32;
    vec![Event::PointerMoved(pane.min + Vec2::new(way.x % pane.width(), way.y % pane.height()))]
}

/// Enters what was typed: until then a field only shows it.
pub fn enter() -> Vec<Event> {
    let (key, modifiers) = (Key::Enter, Modifiers::NONE);
    vec![Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }]
}

/// Adds a participant and types the name, a letter every other frame.
fn type_name(frame: usize) -> Vec<Event> {
    match frame {
        0 => {
            let modifiers = Modifiers::CTRL | Modifiers::COMMAND | Modifiers::SHIFT;
            vec![Event::Key { key: Key::P, physical_key: None, pressed: true, repeat: false, modifiers }]
        }
        // The input is there, and has the keyboard, a frame or two later.
        FIRST_LETTER.. if frame.is_multiple_of(2) => {
            let letter = TYPED.chars().nth((frame - FIRST_LETTER) / 2 % TYPED.len());
            letter.map(|letter| Event::Text(letter.to_string())).into_iter().collect()
        }
        _ => Vec::new(),
    }
}
