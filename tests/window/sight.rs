//! What is out of sight is not drawn, and nobody can tell: the picture is the same as that of a window
//! that is read out, which draws everything.

use std::sync::Arc;

use chancery::app::{App, Command, Settings};
use chancery::lexicon::Lexicon;
use chancery::model::{Participant, ParticipantId, Record};
use chancery::review::{Field, RecordEdit};
use chancery::ui::{Window, install_theme};
use egui::epaint::{ClippedPrimitive, Primitive};
use egui::{
    Color32, Event, Id, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, pos2,
    vec2,
};

use crate::talks;

/// Where the form is.
const FORM: Pos2 = pos2(1000.0, 250.0);

/// A low window, of which most is out of sight.
struct Low {
    ctx: egui::Context,
    window: Window,
    now: f64,
}

/// Where something is painted, and in which color.
type Picture = Vec<(Rect, Vec<(Pos2, Color32)>)>;

impl Low {
    fn open(read_out: bool) -> Self {
        let ctx = egui::Context::default();
        install_theme(&ctx);
        if read_out {
            ctx.enable_accesskit();
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("talks.json");
        std::fs::write(&path, crowd().to_json().unwrap()).unwrap();
        let app = App::new(Lexicon::built_in, Settings::default(), Arc::new(|| {}));
        let mut window = Window::new(app, false);
        window.run(Command::Open(vec![path]));
        window.settle();
        let mut low = Self { ctx, window, now: 0.0 };
        low.draw(vec![Event::PointerMoved(FORM)]);
        low
    }

    /// Draws until all has come to rest, and gives the last picture.
    fn draw(&mut self, mut events: Vec<Event>) -> Picture {
        let mut picture = Vec::new();
        for _ in 0..30 {
            self.now += 0.1;
            let input = RawInput {
                screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1240.0, 480.0))),
                time: Some(self.now),
                events: std::mem::take(&mut events),
                ..RawInput::default()
            };
            let mut output = self.ctx.run_ui(input, |ui| self.window.show(ui));
            let shapes = std::mem::take(&mut output.shapes);
            picture = self.ctx.tessellate(shapes, output.pixels_per_point);
            output.drop_without_applying_deltas();
        }
        picture.into_iter().map(painted).collect()
    }

    fn scroll(&mut self, by: f32) -> Picture {
        self.draw(vec![Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, by),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Unknown,
            modifiers: Modifiers::NONE,
        }])
    }

    fn focused(&self) -> Option<Id> {
        self.ctx.memory(|memory| memory.focused())
    }
}

/// The talks with many more people.
fn crowd() -> Record {
    let mut record = talks::record();
    let four = record.meeting.participants.clone();
    for (number, person) in (5..40).zip(four.iter().cycle()) {
        let name = format!("{} the {number}th", person.name);
        let person = Participant { id: ParticipantId::numbered(number), name: name.into(), ..person.clone() };
        record.meeting.participants.push(person);
    }
    record
}

fn painted(primitive: ClippedPrimitive) -> (Rect, Vec<(Pos2, Color32)>) {
    let Primitive::Mesh(mesh) = primitive.primitive else { panic!("no mesh") };
    (primitive.clip_rect, mesh.vertices.iter().map(|vertex| (vertex.pos, vertex.color)).collect())
}

#[test]
fn the_picture_is_that_of_a_window_that_draws_everything() {
    let (mut seen, mut heard) = (Low::open(false), Low::open(true));
    for by in [0.0, -300.0, -900.0, -900.0, -900.0] {
        assert!(seen.scroll(by) == heard.scroll(by), "after scrolling by {by}");
    }
    // A card that is out of sight grows.
    let name = "A very long name indeed ".repeat(12);
    for low in [&mut seen, &mut heard] {
        low.window.run(Command::Edit(RecordEdit::ParticipantName(ParticipantId::numbered(7), name.clone())));
    }
    for by in [0.0, 400.0, 400.0, 400.0, 400.0, 900.0, 900.0] {
        assert!(seen.scroll(by) == heard.scroll(by), "after an edit and scrolling by {by}");
    }
}

#[test]
fn the_keyboard_stays_with_a_card_that_is_out_of_sight() {
    let mut low = Low::open(false);
    low.window.run(Command::Focus(Some(Field::Participant(ParticipantId::numbered(2)))));
    low.draw(Vec::new());
    let focused = low.focused();
    assert!(focused.is_some());
    low.scroll(-2000.0);
    assert_eq!(low.focused(), focused);
}
