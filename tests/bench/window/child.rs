//! A window in a process of its own, which tells about itself: the benchmark starts itself anew with
//! [`ARGUMENT`], so that both windows come out of the same program.
//!
//! Each frame is told as it begins, and what is told of a window is the same for both.

use std::cell::Cell;
use std::ffi::OsString;
use std::io::{self, Write};
use std::time::{Duration, SystemTime};

use chancery::cli::{self, Outcome, Streams};
use chancery::ui::{Window, open_window_within, window_options};

use crate::frames::nothing;

/// Makes the benchmark a window: what follows is [`EMPTY`] or [`CHANCERY`] and its arguments.
pub const ARGUMENT: &str = "--child";
pub const EMPTY: &str = "empty";
pub const CHANCERY: &str = "chancery";

/// A frame begins, at this many nanoseconds of the epoch.
pub const FRAME: &str = "frame";
/// An article is shown in the frame that has just been told.
pub const ARTICLE: &str = "article";

/// Opens the window that the arguments after [`ARGUMENT`] ask for, until the process is ended.
pub fn run(arguments: Vec<OsString>) -> anyhow::Result<()> {
    if arguments.first().is_some_and(|first| first == EMPTY) {
        let start = |_: &eframe::CreationContext<'_>| {
            Ok(Box::new(Watched::new(Empty, |_| false)) as Box<dyn eframe::App>)
        };
        return eframe::run_native("Empty", window_options(), Box::new(start))
            .map_err(|error| anyhow::anyhow!("{error}"));
    }
    // As the program itself begins.
    let (mut out, mut err) = (io::sink(), io::sink());
    let mut streams = Streams { input: Box::new(io::empty()), out: &mut out, err: &mut err, watched: false };
    match cli::run(arguments, &mut streams) {
        Outcome::Window(files, library) => open_window_within(files, library, |window| {
            let has_article = |window: &Window| window.app().current().is_some();
            Box::new(Watched::new(window, has_article))
        }),
        Outcome::Exit(code) => anyhow::bail!("no window, but exit code {code}"),
    }
}

/// The moment, in the time that both processes share.
pub fn now() -> Duration {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default()
}

/// An empty window.
struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        nothing(ui);
    }
}

/// A window that tells of its frames.
struct Watched<A> {
    app: A,
    has_article: fn(&A) -> bool,
    told_article: bool,
    frames: Cell<u64>,
}

impl<A> Watched<A> {
    fn new(app: A, has_article: fn(&A) -> bool) -> Self {
        Self { app, has_article, told_article: false, frames: Cell::new(0) }
    }
}

impl<A: eframe::App> eframe::App for Watched<A> {
    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.app.ui(ui, frame);
        // The end of the first frame is told by the beginning of the second.
        if self.frames.get() == 1 {
            ui.ctx().request_repaint();
        }
        if !self.told_article && (self.has_article)(&self.app) {
            self.told_article = true;
            tell(ARTICLE);
            ui.ctx().request_repaint();
        }
    }

    /// eframe asks for this at the beginning of each frame, before egui's passes, of which a frame
    /// may have two.
    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        self.frames.set(self.frames.get() + 1);
        tell(&format!("{FRAME} {}", now().as_nanos()));
        self.app.clear_color(visuals)
    }
}

fn tell(words: &str) {
    // Whoever listens may have had enough.
    let _ = writeln!(io::stdout(), "{words}");
}
