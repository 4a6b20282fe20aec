//! The window: draws the panels over the app, and runs what they ask for when the frame is drawn.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, IconData, Ui, ViewportBuilder, ViewportCommand};

use super::article::Linking;
use super::asking::{Asking, Question};
use super::closing::{Closing, What};
use super::desk::Desk;
use super::hush::Hush;
use super::keyboard::Wish;
use super::keys::Answer;
use super::manual::Manual;
use super::sheets::{BulkForm, ExportForm, ReviewerForm, Sheet};
use super::view::View;
use super::walk::{ByKey, Walk};
use super::{
    article, articles, bars, drops, focus, keys, menu, notices, paste, record, sheets, surface, theme, tour,
    widgets,
};
use crate::app::{self, Action, App, Ask, Command, Intent, Notice, Setting, Surface, Until};
use crate::model::EntryId;

/// The panels, in the order in which they take their place from the edges inwards.
const PANELS: &[fn(&mut Desk<'_>, &mut Ui)] =
    &[menu::show, bars::show, articles::show, record::show, tour::show, notices::show, surface::show];

/// The whole window, without the desktop around it: tests drive it as it is.
pub struct Window {
    app: App,
    view: View,
    title: String,
    hush: Hush,
    /// Whether what is not needed for the first frame was begun.
    warm: bool,
}

impl Window {
    /// A window over this app. Without `dialogs` it asks for files in the window itself.
    pub fn new(app: App, dialogs: bool) -> Self {
        let view = View::new(app.library_number(), Asking::new(dialogs));
        Self { app, view, title: String::new(), hush: Hush::default(), warm: false }
    }

    /// The app under the window.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// What lies in the middle of it.
    pub fn surface(&self) -> Surface {
        self.view.surface
    }

    /// Does what a script or a test asks.
    pub fn run(&mut self, command: Command) {
        self.app.run(command);
    }

    /// Waits for background work; for tests.
    pub fn settle(&mut self) {
        self.app.settle();
    }

    /// Draws a frame and runs what it asks for.
    pub fn show(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        theme::follow(&ctx, self.app.settings().theme);
        self.hush.follow(&ctx);
        self.view.home.begin(&ctx);
        self.listen(&ctx);
        if ctx.input(|input| !input.events.is_empty()) {
            self.app.run(Command::WorkOn);
        }
        if ctx.input(|input| input.viewport().close_requested()) {
            self.enter_at_end();
        }
        let is_asking = self.view.asking.is_waiting();
        self.view.closing.follow(&mut self.app, is_asking, &ctx);
        self.leave_article();
        self.view.follow(&self.app, &ctx);
        let mut desk = Desk::new(&self.app, &mut self.view);
        for panel in PANELS {
            panel(&mut desk, ui);
        }
        let on_top = desk.view.sheet.is_none();
        desk.view.manual = desk.view.manual.take().and_then(|manual| manual.show(&ctx, on_top));
        sheets::show(&mut desk, &ctx);
        drops::hovering(&ctx);
        let commands = desk.into_commands();
        let (page, document) = (&self.view.page, self.app.current());
        focus::show(&ctx, |id| document.is_some_and(|document| article::is_text_of(document, page, id)));
        self.view.follow_keyboard(&ctx);
        self.obey(&ctx, commands);
        self.view.end_frame(&ctx);
        // Nothing that takes long before there is something to see.
        if !std::mem::replace(&mut self.warm, true) {
            self.app.warm_up();
        }
        self.name(&ctx);
    }

    /// What has come in since the last frame: finished work, answers, dropped files, keys.
    fn listen(&mut self, ctx: &Context) {
        self.app.receive();
        let called = self.app.take_call();
        if called.is_some() {
            ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
            ctx.send_viewport_cmd(ViewportCommand::Focus);
        }
        if self.app.take_folder_wanted() {
            self.view.asking.ask_folder(&self.app);
        }
        if let Some(copied) = self.app.take_copied() {
            ctx.copy_text(copied);
        }
        if let Some(id) = self.app.take_homeless() {
            self.view.asking.ask(Question::SaveTo(id), &self.app, ctx);
        }
        let mut commands = self.view.asking.take_in(&self.app);
        commands.extend(called.filter(|files| !files.is_empty()).map(Command::Open));
        commands.extend(drops::dropped(ctx));
        commands.extend(paste::pasted(&mut self.view, &self.app, ctx));
        self.run_all(commands);
        self.hear_key(ctx);
        let sheet = self.view.sheet.as_ref();
        let possible = |action: &Action| sheet.is_none_or(|sheet| sheet.lets_through(action));
        for action in keys::pressed(ctx, &self.app.settings().keys, possible) {
            let focused = ctx.memory(|memory| memory.focused());
            let is_undo = action.id == "undo";
            if is_undo && focused.is_some_and(|id| self.view.drafts.drop_unreadable(id)) {
                continue;
            }
            if action.id == "reviewed_and_next"
                && let Some(words) = self.view.drafts.unreadable()
            {
                let text = format!(
                    "“{words}” cannot be read yet. Finish it, or press Escape to restore what was there."
                );
                self.app.run(Command::Tell(Notice::warning(text)));
                continue;
            }
            self.enter_typed();
            match action.intent(&self.app) {
                Some(intent) => self.intend(ctx, intent),
                None => self.tell_at_end(action),
            }
        }
    }

    /// Whoever undoes what is not there is told so: a key that does nothing seems not to have been pressed.
    fn tell_at_end(&mut self, action: &Action) {
        let told = match action.id {
            "undo" => "There is nothing left to undo.",
            "redo" => "There is nothing to redo.",
            _ => return,
        };
        let last = self
            .app
            .notices()
            .iter()
            .filter(|notice| notice.until == Until::NextUndo)
            .map(|notice| notice.id);
        let last: Vec<_> = last.collect();
        last.into_iter().for_each(|id| self.app.run(Command::Dismiss(id)));
        self.app.run(Command::Tell(Notice { until: Until::NextUndo, ..Notice::info(told) }));
    }

    /// Runs what a person asks for; what is decided waits until it is known who does.
    fn carry_out(&mut self, command: Command) {
        if self.app.wants_name() && command.is_by_hand() {
            return self.ask_who_reviews(Some(command));
        }
        // Whoever is shown around is asked before the first key, not in the midst of it.
        if self.app.wants_name() && matches!(command, Command::OpenSamples | Command::BeginTour) {
            self.ask_who_reviews(None);
        }
        self.app.run(command);
    }

    /// Asks who reviews, unless that is being asked already. What waits is done once that is known.
    fn ask_who_reviews(&mut self, waiting: Option<Command>) {
        let mut form = match self.view.sheet.take() {
            Some(Sheet::Reviewer(form)) => form,
            _ => ReviewerForm::new(self.app.name_of_system()),
        };
        waiting.into_iter().for_each(|command| form.hold(command));
        self.view.sheet = Some(Sheet::Reviewer(form));
    }

    /// Enters what is typed, because the person does something else now.
    fn enter_typed(&mut self) {
        let entered = self.view.drafts.enter_all();
        entered.into_iter().for_each(|command| self.carry_out(command));
    }

    /// The same where the window is about to close: nobody is asked who does it any more.
    fn enter_at_end(&mut self) {
        let mut entered = self.view.drafts.enter_all();
        if let Some(Sheet::Reviewer(form)) =
            self.view.sheet.take_if(|sheet| matches!(sheet, Sheet::Reviewer(_)))
        {
            entered.splice(0..0, form.into_waiting());
        }
        entered.into_iter().for_each(|command| self.app.run(command));
    }

    /// What was typed for an article that is not shown any more is entered there, if it can be read.
    fn leave_article(&mut self) {
        let shown = self.app.current().map(|document| document.id());
        let entered = self.view.drafts.leave_for(shown);
        entered.into_iter().for_each(|command| self.carry_out(command));
    }

    /// Does what a person asks for, after what was typed before it.
    fn run_all(&mut self, commands: Vec<Command>) {
        if commands.iter().any(|command| !command.is_of_the_window()) {
            self.enter_typed();
        }
        commands.into_iter().for_each(|command| self.carry_out(command));
    }

    /// The key that a person presses for an action, while one is asked for.
    fn hear_key(&mut self, ctx: &Context) {
        let Some(sheet) = &mut self.view.sheet else { return };
        let Some(change) = sheet.key_change() else { return };
        let action = change.action;
        let key = match keys::chosen(ctx) {
            Answer::Waiting => return,
            Answer::Objection(why) => {
                change.objection = Some(why);
                return;
            }
            Answer::LetBe => None,
            Answer::Nothing => Some(None),
            Answer::Key(key) => Some(Some(key)),
        };
        sheet.end_key_change();
        if let Some(key) = key {
            let keys = self.app.settings().keys.clone().with(action, key);
            self.app.run(Command::Set(Setting::Keys(keys)));
        }
    }

    /// Runs what the panels asked for; the next frame shows it.
    fn obey(&mut self, ctx: &Context, commands: Vec<Command>) {
        let answered = std::mem::take(&mut self.view.answered);
        // What is asked for on a sheet may want the keyboard, which the sheet keeps until it is gone.
        let is_going = self.view.sheet.is_none() && ctx.memory(|memory| memory.top_modal_layer().is_some());
        let asked = if is_going { Vec::new() } else { std::mem::take(&mut self.view.asked) };
        let unnamed = std::mem::take(&mut self.view.unnamed);
        let left = self.view.drafts.left(ctx);
        let anything =
            [&left, &commands, &answered, &unnamed].iter().any(|all| !all.is_empty()) || !asked.is_empty();
        unnamed.into_iter().for_each(|command| self.app.run(command));
        left.into_iter().for_each(|command| self.carry_out(command));
        self.run_all(commands.into_iter().chain(answered).collect());
        if !asked.is_empty() {
            self.enter_typed();
        }
        asked.into_iter().for_each(|intent| self.intend(ctx, intent));
        self.view.closing.without_saving(&mut self.app, ctx);
        if anything {
            ctx.request_repaint();
        }
    }

    fn intend(&mut self, ctx: &Context, intent: Intent) {
        match intent {
            Intent::Run(command) => {
                // What is undone is shown.
                if matches!(command, Command::Undo | Command::Redo) && self.app.goes_into_record(&command) {
                    self.view.surface = Surface::Article;
                }
                self.carry_out(command);
            }
            Intent::Ask(what) => self.ask(ctx, what),
        }
    }

    fn ask(&mut self, ctx: &Context, what: Ask) {
        let current = self.app.current().map(|document| document.id());
        let view = &mut self.view;
        match what {
            Ask::OpenFiles => view.asking.ask(Question::Files, &self.app, ctx),
            Ask::OpenFolder => view.asking.ask(Question::Folder, &self.app, ctx),
            Ask::OpenPath => view.asking.ask_here(Question::Files, &self.app, false),
            Ask::Paste => {
                view.wants_paste = true;
                ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
            }
            Ask::Recent => view.sheet = Some(Sheet::Recent),
            Ask::SaveAs => {
                if let Some(id) = current {
                    view.asking.ask(Question::SaveTo(id), &self.app, ctx);
                }
            }
            Ask::SaveAll => self.app.run(Command::SaveListed { folder: None }),
            Ask::Export(what) => {
                view.sheet = Some(Sheet::Export(ExportForm::of(what, &self.app.settings().export)));
            }
            Ask::Report(what) => view.sheet = Some(Sheet::Export(ExportForm::page(what))),
            Ask::SaveComparison => view.asking.ask(Question::Comparison, &self.app, ctx),
            Ask::Close => {
                if let Some(id) = current {
                    view.closing = Closing::Asked(What::Document(id));
                }
            }
            Ask::CloseSelected => view.closing = Closing::Asked(What::Selected),
            Ask::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            Ask::FocusSearch => view.keyboard.wish_for(Wish::Search),
            Ask::Find => {
                if let Some(document) = self.app.current() {
                    view.find(document);
                }
            }
            Ask::FindNext | Ask::FindPrevious if !view.finding.is_seeking() => {
                if let Some(document) = self.app.current() {
                    view.find(document);
                }
            }
            Ask::FindNext => view.find_by(1),
            Ask::FindPrevious => view.find_by(-1),
            Ask::FocusText => {
                view.surface = Surface::Article;
                view.keyboard.wish_for(Wish::Text);
            }
            Ask::EditField => {
                if let Some(document) = self.app.current() {
                    view.edit(document);
                }
            }
            Ask::KnownParty => {
                if let Some(document) = self.app.current() {
                    view.ask_party(document, ctx);
                }
            }
            Ask::Encoding => {
                view.surface = Surface::Article;
                view.shows_facts = true;
                view.keyboard.wish_for(Wish::Encoding);
            }
            Ask::LeftOut => {
                view.surface = Surface::Article;
                view.shows_left_out = true;
                if let Some(id) = current {
                    self.app.run(Command::ShowLeftOut(id, true));
                }
            }
            Ask::Bulk(status) => view.sheet = Some(Sheet::Bulk(BulkForm::of(status))),
            Ask::Tag if self.app.several() > 0 => view.sheet = Some(Sheet::Bulk(BulkForm::tagging())),
            Ask::Tag => {
                view.surface = Surface::Article;
                view.keyboard.wish_for(Wish::Tag);
            }
            Ask::Titles => view.sheet = Some(Sheet::Titles(Default::default())),
            Ask::Palette | Ask::Keys => view.sheet = Some(Sheet::Actions(Default::default())),
            Ask::History => view.sheet = Some(Sheet::History(Default::default())),
            Ask::Progress => {
                view.sheet = Some(Sheet::Progress);
                self.app.run(Command::CountWork);
            }
            Ask::Settings => view.sheet = Some(Sheet::Settings),
            Ask::Surface(surface) => view.surface = surface,
            Ask::Delete => view.sheet = Some(Sheet::Delete(self.app.to_delete())),
            Ask::CompareSelected => {
                let pair: Vec<EntryId> = self.app.selected().map(|row| row.id).collect();
                if let [here, there] = *pair {
                    self.app.run(Command::Select(here));
                    self.view.compare(here, there);
                }
            }
            Ask::LinkReport => {
                if let Some(id) = current {
                    view.surface = Surface::Article;
                    view.linking = Some(Linking::new(id, self.app.near_in_time(id)));
                }
            }
            Ask::OpenLibrary => view.asking.ask(Question::Library, &self.app, ctx),
            Ask::NewLibrary => view.asking.ask(Question::NewLibrary, &self.app, ctx),
            Ask::Manual => view.manual = Manual::called(view.manual.take(), ctx),
            Ask::Menus => Walk::toggle(&mut view.walk, ctx),
            Ask::MenuHere => {
                let here = ctx.memory(|memory| memory.focused()).or(view.home.last());
                view.menu_by_key = here.map(ByKey::wanted);
            }
            Ask::NextPane => view.go_to_pane(&self.app, ctx, false),
            Ask::PreviousPane => view.go_to_pane(&self.app, ctx, true),
            Ask::About => view.sheet = Some(Sheet::About),
        }
        ctx.request_repaint();
    }

    /// The title of the window says what is shown.
    fn name(&mut self, ctx: &Context) {
        // One's own library goes without saying.
        let of = self.app.other_library().map(|name| format!(" – {name}")).unwrap_or_default();
        let row = self.app.shown().and_then(|id| self.app.row(id));
        let title = match self.app.current() {
            Some(document) if self.app.shows_unsaved(document) => {
                format!("{} (not saved){of} – Chancery", document.title())
            }
            Some(document) => format!("{}{of} – Chancery", document.title()),
            None => match row {
                Some(row) => format!("{}{of} – Chancery", row.title),
                None => format!("Chancery{of}"),
            },
        };
        widgets::name(ctx, egui::accesskit_root_id(), &title, false);
        if self.title != title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        self.show(ui);
    }
}

/// Opens the window on these files, over this library or else the user's own, and runs until it is closed.
/// Where a window has the library open already, that one gets the files and comes to the front.
///
/// # Errors
/// Says why there is no window, as on a machine without a display.
pub fn open_window(paths: Vec<PathBuf>, library: Option<PathBuf>) -> anyhow::Result<()> {
    if app::hand_over(library.as_deref(), &paths)? {
        return Ok(());
    }
    open_window_within(paths, library, |window| Box::new(window))
}

/// The same with something around the window, by which a benchmark watches it.
///
/// # Errors
/// As [`open_window`].
pub fn open_window_within(
    paths: Vec<PathBuf>,
    library: Option<PathBuf>,
    around: impl FnOnce(Window) -> Box<dyn eframe::App>,
) -> anyhow::Result<()> {
    let start = move |context: &eframe::CreationContext<'_>| {
        theme::install(&context.egui_ctx);
        let ctx = context.egui_ctx.clone();
        let mut app = App::start(library, Arc::new(move || ctx.request_repaint()));
        if !paths.is_empty() {
            app.run(Command::Open(paths));
        }
        Ok(around(Window::new(app, true)))
    };
    eframe::run_native("Chancery", window_options(), Box::new(start))
        .map_err(|error| anyhow::anyhow!("{error}"))
}

/// What the window asks of the desktop.
pub fn window_options() -> eframe::NativeOptions {
    let viewport = ViewportBuilder::default()
        .with_app_id("chancery")
        .with_title("Chancery")
        .with_inner_size([1240.0, 744.0])
        .with_min_inner_size([960.0, 600.0])
        .with_icon(icon());
    eframe::NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        // Where the window was and how wide its panes were stands beside the settings.
        persistence_path: app::window_file(),
        ..Default::default()
    }
}

/// The picture that the desktop shows for the window.
fn icon() -> IconData {
    // A damaged icon is no reason to have no window.
    eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon.png")).unwrap_or_default()
}
