//! The questions that are open, and how they are asked: by the system's dialogs, or in the window.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use egui::Context;

use super::dialog::{answer, dialog};
use super::question::{Question, command, folder_of, is_own, starting_path, written};
use crate::app::{App, Command, Setting};

/// Faster than any person: an empty answer within this time means that there was no dialog.
const NO_DIALOG: Duration = Duration::from_millis(400);

/// Questions that are open, and how they are asked.
pub struct Asking {
    dialogs: bool,
    sender: Sender<Answer>,
    answers: Receiver<Answer>,
    /// How many dialogs are open.
    waiting: usize,
    /// The bar that a path is typed into.
    pub(super) bar: Option<Bar>,
    /// The file of which it is asked whether to replace it.
    pub(super) replacing: Option<Replacing>,
    /// Whether it is told what will be saved in a folder, and the folder is not asked for yet.
    pub(super) wants_folder: bool,
}

/// The bar to type a path into.
pub struct Bar {
    /// What is asked.
    pub question: Question,
    /// What is typed.
    pub typed: String,
    /// Why there is a bar and no dialog.
    pub no_dialog: bool,
    /// It has just come up and wants the keyboard.
    pub fresh: bool,
}

/// A file that would be replaced.
pub struct Replacing {
    /// What was asked.
    pub question: Question,
    /// The file.
    pub path: PathBuf,
    /// What replaces it.
    pub command: Command,
    /// It has come up and does not have the keyboard yet.
    pub fresh: bool,
}

struct Answer {
    question: Question,
    paths: Vec<PathBuf>,
    /// It came so fast that nobody can have seen a dialog.
    unseen: bool,
}

impl Asking {
    /// Asks by dialogs, or in the window alone.
    pub fn new(dialogs: bool) -> Self {
        let (sender, answers) = channel();
        Self { dialogs, sender, answers, waiting: 0, bar: None, replacing: None, wants_folder: false }
    }

    /// Whether it asks by dialogs.
    pub fn asks_by_dialogs(&self) -> bool {
        self.dialogs
    }

    /// Whether a question waits for its answer.
    pub fn is_waiting(&self) -> bool {
        self.waiting > 0 || self.bar.is_some() || self.replacing.is_some()
    }

    /// Whether something is asked in the window itself.
    pub fn asks_here(&self) -> bool {
        self.bar.is_some() || self.replacing.is_some() || self.wants_folder
    }

    /// Asks.
    pub fn ask(&mut self, question: Question, app: &App, ctx: &Context) {
        if !self.dialogs {
            return self.ask_here(question, app, false);
        }
        let (sender, ctx, dialog) = (self.sender.clone(), ctx.clone(), dialog(question, app));
        let thread = thread::Builder::new().name("file dialog".to_owned()).spawn(move || {
            let asked = Instant::now();
            let paths = answer(question, dialog);
            let unseen = paths.is_empty() && asked.elapsed() < NO_DIALOG;
            // The window may be gone by now; then nobody waits for the answer.
            let _ = sender.send(Answer { question, paths, unseen });
            ctx.request_repaint();
        });
        match thread {
            Ok(_) => self.waiting += 1,
            Err(_) => self.ask_here(question, app, true),
        }
    }

    /// Asks for the folder of all that is saved, after it is told what goes there.
    pub fn ask_folder(&mut self, app: &App) {
        if self.dialogs {
            self.wants_folder = true;
        } else {
            self.ask_here(Question::SaveListed, app, false);
        }
    }

    /// Asks by the bar.
    pub fn ask_here(&mut self, question: Question, app: &App, no_dialog: bool) {
        let typed = starting_path(question, app).map(|path| path.display().to_string()).unwrap_or_default();
        self.bar = Some(Bar { question, typed, no_dialog, fresh: true });
    }

    /// Asks again, beginning with the name that is taken.
    pub(super) fn ask_again(&mut self, question: Question, taken: &Path, app: &App, ctx: &Context) {
        if self.dialogs {
            return self.ask(question, app, ctx);
        }
        let typed = taken.display().to_string();
        self.bar = Some(Bar { question, typed, no_dialog: false, fresh: true });
    }

    /// Takes in the answers that have come.
    pub fn take_in(&mut self, app: &App) -> Vec<Command> {
        let mut commands = Vec::new();
        while let Ok(Answer { question, paths, unseen }) = self.answers.try_recv() {
            self.waiting = self.waiting.saturating_sub(1);
            if unseen {
                self.ask_here(question, app, true);
            }
            // Of a file of the very name that was given the dialog has asked.
            let seen = paths.first().cloned();
            commands.extend(self.answered(question, paths, seen.as_deref(), app));
        }
        commands
    }

    /// What an answered question leads to: the place is remembered, and what was asked for is done, unless it has to
    /// be asked first whether to replace a file. An empty answer leads to nothing. Of the file `asked` nobody need be
    /// asked any more.
    pub(super) fn answered(
        &mut self,
        question: Question,
        paths: Vec<PathBuf>,
        asked: Option<&Path>,
        app: &App,
    ) -> Vec<Command> {
        let place = folder_of(question, &paths).map(|folder| {
            Command::Set(match question {
                Question::Export(_) => Setting::ExportFolder(folder),
                _ => Setting::LastFolder(folder),
            })
        });
        let Some(command) = command(question, paths) else { return Vec::new() };
        if let Some(path) = written(&command)
            && asked != Some(path)
            && path.is_file()
            && !is_own(question, path, app)
        {
            let path = path.to_owned();
            self.replacing = Some(Replacing { question, path, command, fresh: true });
            return place.into_iter().collect();
        }
        place.into_iter().chain([command]).collect()
    }
}
