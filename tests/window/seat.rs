//! A reviewer's seat: the real window without a desktop around it, driven by what a person sees.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use chancery::app::{Action, App, Menu, Settings};
use chancery::lexicon::Lexicon;
use chancery::model::Record;
use chancery::review::Document;
use chancery::ui::{Window, install_theme};
use egui::{Event, Key, Modifiers, ViewportCommand, ViewportEvent, ViewportId, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};

use crate::talks;

/// A window, and a folder of its own.
pub struct Seat {
    pub harness: Harness<'static, Window>,
    pub folder: tempfile::TempDir,
}

impl Seat {
    /// An empty window that asks for files in the window itself.
    pub fn empty() -> Self {
        let settings = Settings { reviewer: "A. Reviewer".into(), ..Settings::default() };
        Self::over(App::new(Lexicon::built_in, settings, Arc::new(|| {})))
    }

    /// An empty window over a library of its own.
    pub fn with_library() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings { reviewer: "A. Reviewer".into(), ..Settings::default() };
        let library = folder.path().join("library.chancery");
        let mut app = App::with_library(&library, Lexicon::built_in, settings, Arc::new(|| {}));
        app.settle();
        Self { folder, ..Self::over(app) }
    }

    /// Does what stands in a menu of the menu bar.
    pub fn menu(&mut self, menu: &str, item: &str) {
        self.click(menu);
        self.harness.get_by_label_contains(item).click();
        self.harness.run();
    }

    /// Does what an action does, by keys alone: the menus, the arrows, Enter.
    pub fn by_keys(&mut self, id: &str) {
        let action = Action::named(id).unwrap();
        let label = action.label_now(self.app()).to_owned();
        self.press(Modifiers::NONE, Key::F10);
        let menus = Menu::ALL.iter().take_while(|menu| **menu != action.menu).count();
        for _ in 0..menus {
            self.press(Modifiers::NONE, Key::ArrowRight);
        }
        for _ in 0..60 {
            // Behind what it is called now stands its key.
            let here = self.focused();
            let rest = here.strip_prefix(&label);
            if rest.is_some_and(|rest| rest.is_empty() || action.keys.iter().any(|key| rest.ends_with(key))) {
                return self.press(Modifiers::NONE, Key::Enter);
            }
            self.press(Modifiers::NONE, Key::ArrowDown);
        }
        panic!("{label} is not in its menu");
    }

    /// What that is called which has the keyboard; nothing where nothing has it.
    pub fn focused(&self) -> String {
        let root = self.harness.root();
        let focused = root.children_recursive().find(|node| node.accesskit_node().is_focused());
        focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    }

    /// Presses Tab until this has the keyboard.
    pub fn tab_to(&mut self, label: &str) {
        self.tabs_to(label, Modifiers::NONE);
    }

    /// Presses Tab, with these held, until this has the keyboard.
    pub fn tabs_to(&mut self, label: &str, held: Modifiers) {
        let mut seen = Vec::new();
        for _ in 0..150 {
            self.press(held, Key::Tab);
            let here = self.focused();
            if here.starts_with(label) {
                return;
            }
            seen.push(here);
        }
        panic!("Tab does not lead to {label}, but to {seen:?}");
    }

    /// Types words where the keyboard is.
    pub fn types(&mut self, words: &str) {
        self.harness.event(Event::Text(words.to_owned()));
        self.harness.run();
    }

    /// A window over this app that asks for files in the window itself.
    pub fn over(app: App) -> Self {
        let window = Window::new(app, false);
        let builder =
            Harness::builder().with_size(egui::vec2(1280.0, 2400.0)).with_max_steps(64).with_step_dt(0.05);
        let builder = builder.with_context_setup(install_theme);
        let mut harness = builder.build_ui_state(|ui, window: &mut Window| window.show(ui), window);
        harness.run();
        Self { harness, folder: tempfile::tempdir().unwrap() }
    }

    /// A window on the invented talks.
    pub fn at_the_talks() -> Self {
        let mut seat = Self::empty();
        seat.open_text("talks.json", &talks::record().to_json().unwrap());
        seat
    }

    /// A window on an article of this text, in a file of this name.
    pub fn on(name: &str, text: &str) -> Self {
        let mut seat = Self::empty();
        seat.open_text(name, text);
        seat
    }

    /// A window on the sample of the harbour line, as the engine reads it.
    pub fn at_the_line() -> Self {
        Self::on("line.txt", include_str!("../../assets/samples/harbour-line.txt"))
    }

    /// Opens another article: a letter of which little can be said.
    pub fn open_letter(&mut self) {
        self.open_text("letter.txt", "Letter on grain\n\nThe minister wrote to his counterpart.\n");
    }

    /// Opens an article of this text, in a file of this name.
    pub fn open_text(&mut self, name: &str, text: &str) {
        let path = self.file(name, text);
        self.open(&path);
    }

    /// A file in the seat's folder.
    pub fn file(&self, name: &str, content: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    /// Opens a path as a person does who has no dialog: Ctrl+L, the path, Enter.
    pub fn open(&mut self, path: &Path) {
        self.press(Modifiers::COMMAND, Key::L);
        self.type_path("File or folder to open", path);
    }

    /// Types a path into the bar that asks for one.
    pub fn type_path(&mut self, label: &str, path: &Path) {
        self.fill(label, path.to_str().unwrap());
        self.press(Modifiers::NONE, Key::Enter);
        self.settle();
    }

    /// Does what a script would, and draws what came of it.
    pub fn run(&mut self, command: chancery::app::Command) {
        self.harness.state_mut().run(command);
        self.settle();
    }

    /// Dismisses every notice.
    pub fn dismiss_notices(&mut self) {
        let notices: Vec<_> = self.app().notices().iter().map(|notice| notice.id).collect();
        notices.into_iter().for_each(|id| self.run(chancery::app::Command::Dismiss(id)));
    }

    /// Waits for background work, then for the window to come to rest.
    pub fn settle(&mut self) {
        self.harness.state_mut().settle();
        self.harness.run();
    }

    /// Asks the window to close, as its frame's button does.
    pub fn wish_to_close(&mut self) {
        let tell = |seat: &mut Self, events: Vec<ViewportEvent>| {
            seat.harness.input_mut().viewports.entry(ViewportId::ROOT).or_default().events = events;
        };
        tell(self, vec![ViewportEvent::Close]);
        self.harness.step();
        tell(self, Vec::new());
        // A frame at a time: in a run of several the order to close would pass unseen.
        self.harness.step();
    }

    /// Goes on frame by frame until the window closes by itself.
    pub fn wait_until_closed(&mut self) {
        let since = Instant::now();
        while !self.is_closing() {
            self.harness.step();
            assert!(since.elapsed() < Duration::from_secs(60), "the window stays open");
        }
    }

    /// Whether the window has closed in the last frame.
    fn is_closing(&self) -> bool {
        let viewport = self.harness.output().viewport_output.get(&ViewportId::ROOT);
        viewport.is_some_and(|output| output.commands.contains(&ViewportCommand::Close))
    }

    pub fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    pub fn click(&mut self, label: &str) {
        self.harness.get_by_role_and_label(Role::Button, label).click();
        self.harness.run();
    }

    /// Replaces what stands in the input of this name, and leaves the input.
    pub fn enter(&mut self, label: &str, words: &str) {
        self.fill(label, words);
        self.press(Modifiers::NONE, Key::Tab);
    }

    /// Replaces what stands in the input of this name; the keyboard stays in it.
    pub fn fill(&mut self, label: &str, words: &str) {
        self.input(label).focus();
        self.harness.run();
        self.press(Modifiers::COMMAND, Key::A);
        self.input(label).type_text(words);
        self.harness.run();
    }

    /// Picks from a list by typing, then Enter.
    pub fn pick(&mut self, label: &str, typed: &str) {
        self.input(label).focus();
        self.harness.run();
        self.input(label).type_text(typed);
        self.harness.run();
        self.press(Modifiers::NONE, Key::Enter);
    }

    /// Chooses from a short list.
    pub fn choose(&mut self, label: &str, choice: &str) {
        self.harness.get_by_role_and_label(Role::ComboBox, label).click();
        self.harness.run();
        let choices = self.harness.get_all_by_label(choice);
        choices.last().unwrap().click();
        self.harness.run();
    }

    /// Ticks a box, or no longer.
    pub fn click_box(&mut self, label: &str) {
        self.harness.get_by_role_and_label(Role::CheckBox, label).click();
        self.harness.run();
    }

    pub fn is_ticked(&self, label: &str) -> bool {
        let of = self.harness.get_by_role_and_label(Role::CheckBox, label);
        of.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
    }

    pub fn input<'s>(&'s self, label: &'s str) -> Node<'s> {
        let is_input = |role| matches!(role, Role::TextInput | Role::MultilineTextInput);
        let nodes = self.harness.get_all_by_label(label);
        nodes
            .into_iter()
            .find(|node| is_input(node.accesskit_node().role()))
            .unwrap_or_else(|| panic!("no input {label}"))
    }

    pub fn sees(&self, label: &str) -> bool {
        self.harness.query_all_by_label_contains(label).next().is_some()
    }

    pub fn app(&self) -> &App {
        self.harness.state().app()
    }

    pub fn document(&self) -> &Document {
        self.app().current().unwrap()
    }

    pub fn record(&self) -> &Record {
        self.document().record()
    }

    /// Takes back every step.
    pub fn undo_all(&mut self) {
        while self.document().can_undo().is_some() {
            self.press(Modifiers::COMMAND, Key::Z);
        }
    }
}
