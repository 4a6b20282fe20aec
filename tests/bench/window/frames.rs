//! Frames that are drawn without a screen: what the code of a frame takes, and nothing else.
//!
//! A frame is `Window::show` within egui's pass, then the cutting of what it painted into triangles:
//! all that the program does before the triangles go to the graphics driver. A person's part is played
//! by events, the same in every round. Of each frame the least time of all rounds counts, because
//! what else the machine does only ever adds to it; so a slow frame is one that is slow every time.

use std::hint::black_box;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use chancery::app::{App, Command, Settings};
use chancery::lexicon::Lexicon;
use chancery::ui::{Window, install_theme};
use egui::{CursorIcon, Event, Pos2, RawInput, Rect, Ui};

use crate::person::{SCRIPTS, Script, TYPED, WINDOW, enter};

/// The frames of a screen that shows sixty a second.
const STEP: f64 = 1.0 / 60.0;
/// After so many frames the window has come to rest.
const SETTLING: usize = 30;
/// Of what is typed so many letters are looked for in the record.
const LETTERS: usize = 8;

/// What is drawn.
#[derive(Clone, Copy, Default)]
pub struct Subject<'a> {
    /// The saved record that the window is opened on; an empty window without one.
    pub record: Option<&'a Path>,
    /// Whether a screen reader listens, which is told of everything that is drawn.
    pub read_out: bool,
}

/// How much of it is drawn.
#[derive(Clone, Copy)]
pub struct Amount {
    /// Frames of each script.
    pub frames: usize,
    /// How often.
    pub rounds: usize,
}

/// What was measured of one window.
pub struct Drawn {
    /// The frame that shows the article first.
    pub opened: Duration,
    /// The frames of each script, in their order.
    pub scripts: Vec<Times>,
}

/// The times of some frames.
#[derive(Clone, Default)]
pub struct Times(Vec<Duration>);

impl Times {
    /// The time that this share of the frames stays within.
    pub fn within(&self, share: f64) -> Duration {
        let mut times = self.0.clone();
        times.sort_unstable();
        let last = times.len().saturating_sub(1);
        times.get((share * last as f64).round() as usize).copied().unwrap_or_default()
    }

    /// How many frames there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The frames of several scripts together.
    pub fn all(of: &[Self]) -> Self {
        Self(of.iter().flat_map(|times| times.0.iter().copied()).collect())
    }

    /// For each frame the lesser of two times.
    fn least(self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(a, b)| *a.min(b)).collect())
    }
}

/// Draws a window while a person works at it.
pub fn draw(subject: Subject<'_>, amount: Amount) -> anyhow::Result<Drawn> {
    let mut best = round(subject, amount.frames)?;
    for _ in 1..amount.rounds {
        let next = round(subject, amount.frames)?;
        best.opened = best.opened.min(next.opened);
        let scripts = best.scripts.into_iter().zip(&next.scripts);
        best.scripts = scripts.map(|(best, next)| best.least(next)).collect();
    }
    Ok(best)
}

fn round(subject: Subject<'_>, frames: usize) -> anyhow::Result<Drawn> {
    let mut seat = Seat::at(subject);
    seat.settle();
    if let Some(record) = subject.record {
        seat.open(record)?;
    }
    let opened = seat.frame(Vec::new());
    seat.settle();
    let scripts = SCRIPTS.iter().map(|script| seat.play(script, frames)).collect();
    if subject.record.is_some() {
        seat.frame(enter());
        seat.settle();
        seat.check(frames)?;
    }
    Ok(Drawn { opened, scripts })
}

/// A person's seat before a window that has no screen.
struct Seat {
    ctx: egui::Context,
    window: Option<Window>,
    now: f64,
    /// In how many frames the pointer was over something to click.
    pointed: usize,
}

impl Seat {
    /// Before an empty window, or one with nothing open yet.
    fn at(subject: Subject<'_>) -> Self {
        let ctx = egui::Context::default();
        // As eframe has it for a window on a desktop.
        ctx.set_embed_viewports(false);
        ctx.options_mut(|options| options.max_passes = NonZeroUsize::MIN.saturating_add(1));
        if subject.read_out {
            ctx.enable_accesskit();
        }
        let window = subject.record.map(|_| {
            install_theme(&ctx);
            Window::new(App::new(Lexicon::built_in, Settings::default(), Arc::new(|| {})), false)
        });
        Self { ctx, window, now: 0.0, pointed: 0 }
    }

    /// Opens a saved record.
    fn open(&mut self, record: &Path) -> anyhow::Result<()> {
        let window = self.window.as_mut().context("there is no window")?;
        window.run(Command::Open(vec![record.to_owned()]));
        window.settle();
        ensure!(window.app().current().is_some(), "{} was not opened", record.display());
        Ok(())
    }

    /// Draws a frame in which this happens.
    fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.now += STEP;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, WINDOW)),
            max_texture_side: Some(8192),
            time: Some(self.now),
            events,
            ..RawInput::default()
        };
        let started = Instant::now();
        let mut output = self.ctx.run_ui(input, |ui| match &mut self.window {
            Some(window) => window.show(ui),
            None => nothing(ui),
        });
        let shapes = std::mem::take(&mut output.shapes);
        black_box(self.ctx.tessellate(shapes, output.pixels_per_point));
        let took = started.elapsed();
        self.pointed += usize::from(output.platform_output.cursor_icon == CursorIcon::PointingHand);
        output.drop_without_applying_deltas();
        took
    }

    /// Draws until the window has come to rest.
    fn settle(&mut self) {
        for _ in 0..SETTLING {
            self.frame(Vec::new());
        }
    }

    /// Draws so many frames of a script.
    fn play(&mut self, script: &Script, frames: usize) -> Times {
        Times((0..frames).map(|frame| self.frame((script.events)(frame))).collect())
    }

    /// Whether the scripts did what they say: otherwise something else was measured.
    fn check(&self, frames: usize) -> anyhow::Result<()> {
        ensure!(self.pointed > frames, "only {} frames point at anything", self.pointed);
        let document = self.window.as_ref().and_then(|window| window.app().current());
        let people = document.map(|document| document.record().meeting.participants.as_slice());
        let name = people.and_then(|people| people.last()).map(|person| person.name.as_str());
        let typed = TYPED.get(..LETTERS).unwrap_or(TYPED);
        ensure!(name.is_some_and(|name| name.starts_with(typed)), "what was typed is {name:?}");
        Ok(())
    }
}

/// What an empty window shows.
pub fn nothing(ui: &mut Ui) {
    egui::CentralPanel::default().show(ui, |_| {});
}
