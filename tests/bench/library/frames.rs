//! What the code of a frame takes while a person goes through the list of the library.

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chancery::across::Sort;
use chancery::app::{App, Command, Settings};
use chancery::lexicon::Lexicon;
use chancery::ui::{Window, install_theme};
use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, Vec2};

use crate::figure::{Figure, Subject, ms, within};

/// The size of the window, and a place over the list in it.
const WINDOW: Vec2 = Vec2::new(1240.0, 744.0);
const LIST: Pos2 = Pos2::new(150.0, 500.0);

/// The frames of a screen that shows sixty a second.
const STEP: f64 = 1.0 / 60.0;

/// How many frames of each kind are drawn.
const FRAMES: usize = 240;

pub fn measure(subject: &Subject<'_>) -> anyhow::Result<Vec<Figure>> {
    let app = App::with_library(subject.library, Lexicon::built_in, Settings::default(), Arc::new(|| {}));
    let ctx = egui::Context::default();
    ctx.set_embed_viewports(false);
    install_theme(&ctx);
    let mut seat = Seat { ctx, window: Window::new(app, false), now: 0.0 };
    seat.window.settle();
    for _ in 0..30 {
        seat.frame(Vec::new());
    }
    let mut figures = Vec::new();
    let mut time = |what: &str, seat: &mut Seat, events: &dyn Fn(usize) -> Vec<Event>| {
        let mut times: Vec<Duration> = (0..FRAMES).map(|frame| seat.frame(events(frame))).collect();
        let both = [0.5, 0.99].map(|share| ms(within(&mut times, share))).join(" / ");
        figures.push(Figure::new(format!("frame, {what}, median / 99 % ms"), both));
    };
    time("nothing happens", &mut seat, &|_| Vec::new());
    time("the list is scrolled (asked: 2)", &mut seat, &|_| vec![Event::PointerMoved(LIST), wheel(-400.0)]);
    time("articles gone through by keys", &mut seat, &|frame| match frame % 6 {
        0 => vec![key(Key::PageDown, Modifiers::CTRL | Modifiers::COMMAND)],
        _ => Vec::new(),
    });
    seat.window.run(Command::Sort(Sort::Title, false));
    time("the same by title", &mut seat, &|frame| match frame % 6 {
        0 => vec![key(Key::PageDown, Modifiers::CTRL | Modifiers::COMMAND)],
        _ => vec![Event::PointerMoved(LIST), wheel(-400.0)],
    });
    Ok(figures)
}

fn wheel(by: f32) -> Event {
    Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: Vec2::new(0.0, by),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    }
}

fn key(key: Key, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

/// A person's seat before a window that has no screen.
struct Seat {
    ctx: egui::Context,
    window: Window,
    now: f64,
}

impl Seat {
    /// Draws a frame in which this happens: the window's own code, and the cutting into triangles.
    fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.now += STEP;
        let screen = Some(Rect::from_min_size(Pos2::ZERO, WINDOW));
        let input = RawInput { screen_rect: screen, time: Some(self.now), events, ..Default::default() };
        let started = Instant::now();
        let output = self.ctx.run_ui(input, |ui| self.window.show(ui));
        black_box(self.ctx.tessellate(output.shapes, output.pixels_per_point));
        started.elapsed()
    }
}
