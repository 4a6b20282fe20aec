//! Asks for files and folders: by the system's own dialog, or by a bar to type a path into.
//!
//! A dialog runs on a thread of its own and the window goes on meanwhile; one that never answers
//! blocks nothing, the next is asked on another thread. Where no dialog can be shown the answer comes
//! at once and empty, and the bar takes over.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use egui::{
    Align, Button, Context, EventFilter, Frame, Id, Key, Layout, Margin, Modifiers, Panel, TextEdit, Ui,
};

use super::desk::Desk;
use super::theme;
use super::widgets::leading_button;
use crate::app::{App, Command, DocumentId, EXPORT_FORMATS, ExportFormat, suggested_name};

/// Faster than any person: an empty answer within this time means that there was no dialog.
const NO_DIALOG: Duration = Duration::from_millis(400);

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Files to open.
    Files,
    /// A folder to open.
    Folder,
    /// Where this record goes.
    SaveTo(DocumentId),
    /// The folder for records without a file.
    SaveAll,
    /// Where reviewed records go.
    Export,
}

/// Questions that are open, and how they are asked.
pub struct Asking {
    dialogs: bool,
    sender: Sender<Answer>,
    answers: Receiver<Answer>,
    /// How many dialogs are open.
    waiting: usize,
    bar: Option<Bar>,
}

struct Answer {
    question: Question,
    paths: Vec<PathBuf>,
    /// It came so fast that nobody can have seen a dialog.
    unseen: bool,
}

/// The bar to type a path into.
struct Bar {
    question: Question,
    typed: String,
    /// Why there is a bar and no dialog.
    no_dialog: bool,
    fresh: bool,
}

impl Asking {
    /// Asks by dialogs, or in the window alone.
    pub fn new(dialogs: bool) -> Self {
        let (sender, answers) = channel();
        Self { dialogs, sender, answers, waiting: 0, bar: None }
    }

    /// Whether a question waits for its answer.
    pub fn is_waiting(&self) -> bool {
        self.waiting > 0 || self.bar.is_some()
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

    /// Asks by the bar.
    pub fn ask_here(&mut self, question: Question, app: &App, no_dialog: bool) {
        let typed = starting_path(question, app).map(|path| path.display().to_string()).unwrap_or_default();
        self.bar = Some(Bar { question, typed, no_dialog, fresh: true });
    }

    /// Takes in the answers that have come.
    pub fn take_in(&mut self, app: &App) -> Vec<Command> {
        let mut commands = Vec::new();
        while let Ok(answer) = self.answers.try_recv() {
            self.waiting = self.waiting.saturating_sub(1);
            if answer.unseen {
                self.ask_here(answer.question, app, true);
            }
            commands.extend(command(answer.question, answer.paths));
        }
        commands
    }
}

/// What an answered question leads to; nothing for an empty answer.
fn command(question: Question, paths: Vec<PathBuf>) -> Option<Command> {
    let first = paths.first()?.clone();
    Some(match question {
        Question::Files | Question::Folder => Command::Open(paths),
        Question::SaveTo(document) => Command::SaveTo(document, with_ending(first, "json")),
        Question::SaveAll => Command::SaveAll { folder: Some(first) },
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
    let beside = |document: &crate::app::Document| document.source().parent().map(PathBuf::from);
    match question {
        Question::Files | Question::Folder | Question::SaveAll => folder.map(|folder| folder.join("")),
        Question::SaveTo(id) => {
            let document = app.document(id)?;
            let saved = document.saved_to().map(PathBuf::from);
            saved.or_else(|| Some(folder.or_else(|| beside(document))?.join(suggested_name(document))))
        }
        Question::Export => Some(folder?.join("reviewed.json")),
    }
}

fn dialog(question: Question, app: &App) -> rfd::FileDialog {
    let mut dialog = rfd::FileDialog::new().set_title(title(question));
    let start = starting_path(question, app);
    if let Some(folder) =
        start.as_deref().and_then(|path| if path.ends_with("") { path.parent() } else { Some(path) })
    {
        dialog = dialog.set_directory(folder);
    }
    match question {
        Question::Files => dialog
            .add_filter("Articles and records", &["txt", "md", "html", "htm", "json", "jsonl"])
            .add_filter("All files", &["*"]),
        Question::Folder | Question::SaveAll => dialog,
        Question::SaveTo(id) => {
            let name = app.document(id).map(suggested_name).unwrap_or_default();
            dialog.add_filter("Record", &["json"]).set_file_name(name)
        }
        Question::Export => {
            let with_filters = EXPORT_FORMATS
                .iter()
                .fold(dialog, |dialog, format| dialog.add_filter(format.label, &[format.extension]));
            with_filters.set_file_name("reviewed.json")
        }
    }
}

fn answer(question: Question, dialog: rfd::FileDialog) -> Vec<PathBuf> {
    match question {
        Question::Files => dialog.pick_files().unwrap_or_default(),
        Question::Folder | Question::SaveAll => dialog.pick_folder().into_iter().collect(),
        Question::SaveTo(_) | Question::Export => dialog.save_file().into_iter().collect(),
    }
}

fn title(question: Question) -> &'static str {
    match question {
        Question::Files => "Open articles or records",
        Question::Folder => "Open a folder of articles",
        Question::SaveTo(_) => "Save record",
        Question::SaveAll => "Save all records in a folder",
        Question::Export => "Export reviewed records",
    }
}

/// The bar; none while nothing is asked by it.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    let Some(mut bar) = desk.view.asking.bar.take() else { return };
    let palette = theme::palette(ui);
    let frame = Frame::new().fill(palette.wash).inner_margin(Margin::symmetric(16, 8));
    let done = Panel::top("path").frame(frame).resizable(false).show(ui, |ui| {
        if bar.no_dialog {
            ui.label(theme::quiet(
                ui,
                "No file dialog came up on this system. The path can be typed instead.",
            ));
        }
        input(ui, &mut bar)
    });
    match done.inner {
        Some(true) => desk.view.answered.extend(command(bar.question, vec![expanded(&bar.typed)])),
        Some(false) => {}
        None => desk.view.asking.bar = Some(bar),
    }
}

/// The input and its buttons: whether it was answered or put away.
fn input(ui: &mut Ui, bar: &mut Bar) -> Option<bool> {
    let id = Id::unique("path bar");
    let pressed = |key| {
        ui.memory(|memory| memory.has_focus(id)) && ui.input_mut(|i| i.consume_key(Modifiers::NONE, key))
    };
    let (enter, escape) = (pressed(Key::Enter), pressed(Key::Escape));
    let mut done = None;
    ui.horizontal(|ui| {
        let label = ui.label(match bar.question {
            Question::Files | Question::Folder => "File or folder to open",
            Question::SaveTo(_) => "Save the record as",
            Question::SaveAll => "Folder for records without a file",
            Question::Export => "Export as (.json or .jsonl)",
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let go = if matches!(bar.question, Question::Files | Question::Folder) { "Open" } else { "Save" };
            if ui.add(Button::new("Cancel")).clicked() || escape {
                done = Some(false);
            }
            let typed = !bar.typed.trim().is_empty();
            if leading_button(ui, go, typed).clicked() || enter && typed {
                done = Some(true);
            }
            let edit = TextEdit::singleline(&mut bar.typed).id(id).hint_text("/home/me/articles/talks.txt");
            // Escape is the bar's own; egui would only take the keyboard away.
            let edit = edit.event_filter(EventFilter {
                escape: true,
                horizontal_arrows: true,
                ..EventFilter::default()
            });
            let edit = ui.add(edit.desired_width(f32::INFINITY)).labelled_by(label.id);
            if std::mem::take(&mut bar.fresh) {
                edit.request_focus();
            }
        });
    });
    done
}

/// A typed path: without quotes or spaces around it, `~` standing for the home folder.
fn expanded(typed: &str) -> PathBuf {
    let typed = typed.trim().trim_matches(['"', '\'']);
    match (typed.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(typed),
    }
}
