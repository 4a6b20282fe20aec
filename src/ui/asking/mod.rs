//! Asks for files and folders: by the system's own dialog, or by a bar to type a path into.
//!
//! A dialog runs on a thread of its own and the window goes on meanwhile; one that never answers
//! blocks nothing, the next is asked on another thread. Where no dialog can be shown the answer comes
//! at once and empty, and the bar takes over. No file is replaced that nobody was asked about: a dialog asks
//! of the name that was typed, the window of the one that it becomes.

mod bar;
mod dialog;
mod folder;
mod replacing;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use egui::{Context, Ui};

use crate::across::Format;
use crate::app::{App, Command, Notice};
use crate::export::{ExportFormat, FORMATS as EXPORT_FORMATS};
use crate::model::EntryId;
use crate::review::Document;
use crate::ui::desk::Desk;
use bar::Bar;
use dialog::{answer, dialog};
use replacing::Replacing;

/// Faster than any person: an empty answer within this time means that there was no dialog.
const NO_DIALOG: Duration = Duration::from_millis(400);

/// The bars that ask in the window; none while nothing is asked there.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    bar::show(desk, ui);
    replacing::show(desk, ui);
    folder::show(desk, ui);
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Files to open.
    Files,
    /// A folder to open.
    Folder,
    /// Where this record goes.
    SaveTo(EntryId),
    /// The folder for unsaved records without a file.
    SaveAll,
    /// The folder for records without a file, of all that are listed or were edited.
    SaveListed,
    /// Where reviewed records go.
    Export,
    /// Which library to open.
    Library,
    /// Where a new library is to be.
    NewLibrary,
    /// Where the picture of this number goes, and as what.
    Picture(usize, Format),
}

/// Questions that are open, and how they are asked.
pub struct Asking {
    dialogs: bool,
    sender: Sender<Answer>,
    answers: Receiver<Answer>,
    /// How many dialogs are open.
    waiting: usize,
    bar: Option<Bar>,
    replacing: Option<Replacing>,
    /// Whether it is told what will be saved in a folder, and the folder is not asked for yet.
    wants_folder: bool,
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
    fn ask_again(&mut self, question: Question, taken: &Path, app: &App, ctx: &Context) {
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

    /// What an answered question leads to; nothing for an empty answer, nor while it has to be asked whether
    /// to replace a file. Of the file `asked` nobody need be asked any more.
    fn answered(
        &mut self,
        question: Question,
        paths: Vec<PathBuf>,
        asked: Option<&Path>,
        app: &App,
    ) -> Option<Command> {
        let command = command(question, paths)?;
        if let Some(path) = written(&command)
            && asked != Some(path)
            && path.is_file()
            && !is_own(question, path, app)
        {
            let path = path.to_owned();
            self.replacing = Some(Replacing { question, path, command, fresh: true });
            return None;
        }
        Some(command)
    }
}

/// The file that a command writes, if it writes one that a person has chosen.
fn written(command: &Command) -> Option<&Path> {
    match command {
        Command::SaveTo(_, path) | Command::SavePicture(_, path) => Some(path),
        Command::Export { to, .. } => Some(to),
        _ => None,
    }
}

/// Whether a file is the record's own, which is saved to it again.
fn is_own(question: Question, path: &Path, app: &App) -> bool {
    let Question::SaveTo(id) = question else { return false };
    let own = app.document(id).and_then(Document::saved_to);
    own.is_some() && own == path.canonicalize().ok().as_deref()
}

/// What an answered question leads to; nothing for an empty answer.
fn command(question: Question, paths: Vec<PathBuf>) -> Option<Command> {
    let first = paths.first()?.clone();
    Some(match question {
        Question::Files | Question::Folder => Command::Open(paths),
        Question::SaveTo(document) => Command::SaveTo(document, with_ending(first, "json")),
        Question::SaveAll => Command::SaveAll { folder: Some(first) },
        Question::SaveListed => Command::SaveListed { folder: Some(first) },
        Question::Library if !first.exists() => Command::Tell(Notice::error(format!(
            "There is no library {}. Choose another, or make one with File → New library.",
            first.display()
        ))),
        Question::Library => Command::OpenLibrary(first),
        // One that is there already is opened: nothing of it is replaced.
        Question::NewLibrary => Command::OpenLibrary(with_ending(first, "chancery")),
        Question::Picture(number, format) => {
            Command::SavePicture(number, with_ending(first, format.extension()))
        }
        Question::Export => {
            let (to, format) = export_format(first)?;
            Command::Export { to, format, ruled_out: false }
        }
    })
}

/// The path with this ending if it has none.
fn with_ending(mut path: PathBuf, ending: &str) -> PathBuf {
    if path.extension().is_none() {
        path.set_extension(ending);
    }
    path
}

/// The format by the ending of the file; the first format where the ending says nothing.
fn export_format(path: PathBuf) -> Option<(PathBuf, &'static ExportFormat)> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    let format = EXPORT_FORMATS.iter().find(|format| format.extension == ending).or(EXPORT_FORMATS.first())?;
    Some((with_ending(path, format.extension), format))
}

fn starting_path(question: Question, app: &App) -> Option<PathBuf> {
    let folder = app.settings().last_folder.clone();
    let beside = |document: &Document| document.source().parent().map(PathBuf::from);
    match question {
        Question::Files | Question::Folder | Question::SaveAll | Question::SaveListed => {
            folder.map(|folder| folder.join(""))
        }
        Question::SaveTo(id) => {
            let document = app.document(id)?;
            let saved = document.saved_to().map(PathBuf::from);
            saved.or_else(|| Some(folder.or_else(|| beside(document))?.join(document.suggested_file_name())))
        }
        Question::Export => Some(folder?.join("reviewed.json")),
        Question::Library => {
            let own = app.library().map(PathBuf::from);
            own.or_else(|| Some(folder?.join("library.chancery")))
        }
        Question::NewLibrary => {
            let beside = app.library().and_then(Path::parent).map(PathBuf::from);
            Some(beside.or(folder)?.join("new.chancery"))
        }
        Question::Picture(number, format) => {
            let hung = app.gallery()?.pictures().nth(number)?;
            Some(folder.unwrap_or_default().join(hung.file_name(format)))
        }
    }
}
