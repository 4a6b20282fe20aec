//! Sheets that lie over the window until they are put away: the keys, and what this program is.

use egui::{
    Button, Context, Frame, Grid, Id, Key, Modal, Modifiers, RichText, Role, ScrollArea, Slider, TextEdit,
    Ui, WidgetInfo, vec2,
};

use super::desk::Desk;
use super::theme;
use super::widgets::{flat_button, leading_button, name};
use crate::app::{ACTIONS, Action, Ask, Command, Density, Intent, Menu, Setting, Settings, Theme};

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Every action with its key, searched by what is typed; a click does it.
    Actions {
        /// What is typed.
        typed: String,
    },
    /// The steps of the record that is shown; a click goes to one.
    History,
    /// What a person chooses once and for all.
    Settings,
    /// What this program is.
    About,
}

impl Sheet {
    fn title(&self) -> &'static str {
        match self {
            Self::Actions { .. } => "Keys",
            Self::History => "History",
            Self::Settings => "Settings",
            Self::About => "About Chancery",
        }
    }
}

/// Keys that belong to one place of the window and so stand in no menu.
const PLACES: &[(&str, &str)] = &[
    (
        "In the article, with words selected",
        "P participant, D day, L place, C commitment, E evidence for the field, M more evidence for it",
    ),
    ("On a field", "Enter confirms and goes on, Space unfolds, Delete rules out"),
    ("In an input", "Enter confirms the field and goes on, Tab goes to the next input"),
    ("In the list", "Up and Down go through the articles"),
    ("In a picker", "Up and Down choose, Enter takes, Escape lets be"),
    ("Anywhere", "Ctrl with plus or minus makes all larger or smaller, Ctrl+0 as it was"),
];

/// The sheet that is open, if one is.
pub fn show(desk: &mut Desk<'_>, ctx: &Context) {
    let Some(mut sheet) = desk.view.sheet.take() else { return };
    let frame = Frame::window(&ctx.global_style()).inner_margin(theme::SECTION);
    let modal = Modal::new(Id::unique("sheet")).frame(frame).show(ctx, |ui| {
        ui.set_width(theme::PROSE);
        let done = match &mut sheet {
            Sheet::Actions { typed } => actions(desk, ui, typed),
            Sheet::History => history(desk, ui),
            Sheet::Settings => settings(desk, ui),
            Sheet::About => {
                about(ui);
                false
            }
        };
        ui.add_space(theme::GAP);
        leading_button(ui, "Close", true).clicked() || done
    });
    name(ctx, modal.response.id, sheet.title(), true);
    let escape = ctx.input(|input| input.key_pressed(Key::Escape));
    if !modal.inner && !modal.should_close() && !escape {
        desk.view.sheet = Some(sheet);
    } else {
        desk.view.key_wanted = None;
    }
}

/// A list as tall as it is, up to most of the window; of its full height at once, not by and by.
fn scrolled(ui: &Ui) -> ScrollArea {
    let most = ui.ctx().content_rect().height() * 0.6;
    ScrollArea::vertical().max_height(most).min_scrolled_height(most)
}

/// Every action under its menu. Says whether one was chosen.
fn actions(desk: &mut Desk<'_>, ui: &mut Ui, typed: &mut String) -> bool {
    ui.heading("Keys");
    let input = TextEdit::singleline(typed).hint_text("Search actions").desired_width(f32::INFINITY);
    let input = ui.add(input).accessible_name("Search actions");
    if ui.memory(|memory| memory.focused().is_none()) {
        input.request_focus();
    }
    // Enter does the first that can be done.
    let first = ACTIONS.iter().find(|action| fits(action, typed) && action.enabled(desk.app));
    let first = first.filter(|_| !typed.trim().is_empty());
    let mut chosen = false;
    if let Some(intent) = first.and_then(|action| action.intent(desk.app))
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
    {
        desk.view.asked.push(intent);
        chosen = true;
    }
    scrolled(ui).show(ui, |ui| {
        for &menu in Menu::ALL {
            chosen |= group(desk, ui, menu, typed, first);
        }
        if typed.trim().is_empty() {
            ui.add_space(theme::GAP);
            for (place, keys) in PLACES {
                ui.label(theme::quiet(ui, *place));
                ui.label(*keys);
            }
        }
    });
    chosen
}

/// Whether an action is called so: by all the words that are typed, in any order.
fn fits(action: &Action, typed: &str) -> bool {
    let label = action.label.to_lowercase();
    typed.to_lowercase().split_whitespace().all(|word| label.contains(word))
}

fn group(desk: &mut Desk<'_>, ui: &mut Ui, menu: Menu, typed: &str, first: Option<&Action>) -> bool {
    let actions: Vec<_> =
        ACTIONS.iter().filter(|action| action.menu == menu && fits(action, typed)).collect();
    if actions.is_empty() {
        return false;
    }
    let mut chosen = false;
    ui.add_space(theme::GAP);
    ui.label(theme::quiet(ui, menu.label()));
    let spacing = [theme::GAP, 0.0];
    Grid::new(("actions", menu.label()))
        .spacing(spacing)
        .num_columns(2)
        .min_col_width(50.0 * theme::UNIT)
        .show(ui, |ui| {
            for action in actions {
                let intent = action.intent(desk.app);
                let leads = first == Some(action);
                let button = Button::selectable(leads, action.label).frame_when_inactive(leads);
                if ui.add_enabled(intent.is_some(), button).clicked() {
                    desk.view.asked.extend(intent);
                    chosen = true;
                }
                key(desk, ui, action);
                ui.end_row();
            }
        });
    chosen
}

/// The keys of an action; a click asks for another.
fn key(desk: &mut Desk<'_>, ui: &mut Ui, action: &'static Action) {
    let keys = &desk.app.settings().keys;
    let shown = keys.keys_of(action).join("  or  ");
    let wanted = desk.view.key_wanted == Some(action);
    let words = match (wanted, desk.view.key_objection) {
        (true, Some(objection)) => objection.to_owned(),
        (true, None) => "Press a key, or Backspace for none.".to_owned(),
        (false, _) if shown.is_empty() => "no key".to_owned(),
        (false, _) => shown.clone(),
    };
    ui.horizontal(|ui| {
        let color = if wanted { theme::palette(ui).accent } else { theme::palette(ui).quiet };
        let button = Button::new(RichText::new(&words).color(color)).frame_when_inactive(false);
        let button = ui.add(button).on_hover_text("Choose another key");
        let name = format!("Key of {}: {words}", action.label);
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if button.clicked() {
            (desk.view.key_wanted, desk.view.key_objection) = (Some(action), None);
        }
        if keys.is_chosen(action) {
            let back = flat_button(ui, "Default");
            back.widget_info(|| {
                WidgetInfo::labeled(Role::Button, true, format!("Default key of {}", action.label))
            });
            if back.clicked() {
                desk.send(Command::Set(Setting::DefaultKeys(action)));
            }
        }
    });
}

/// The steps of the record, oldest first; those that were taken back are pale. Says whether there is
/// nothing to show.
fn history(desk: &mut Desk<'_>, ui: &mut Ui) -> bool {
    let Some(document) = desk.document() else { return true };
    let history = document.history();
    ui.heading("History");
    ui.label(theme::quiet(ui, "A click goes to where the record stood after that step."));
    let steps = ["as it was opened"].into_iter().chain(history.labels()).enumerate();
    scrolled(ui).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (position, label) in steps {
            let now = position == history.position();
            let color =
                if position > history.position() { theme::palette(ui).quiet } else { theme::palette(ui).ink };
            let words = RichText::new(format!("{position}  {label}")).color(color);
            let step =
                ui.add(Button::selectable(now, words).min_size(vec2(ui.available_width(), theme::CONTROL)));
            if step.clicked() {
                desk.send(Command::GoTo(position));
            }
        }
    });
    false
}

/// What a person chooses once and for all. Says whether another sheet was asked for.
fn settings(desk: &mut Desk<'_>, ui: &mut Ui) -> bool {
    ui.heading("Settings");
    let settings = desk.app.settings();
    let label = ui.label("Your name, as it stands in records");
    let mut name = settings.reviewer.clone();
    if ui.add(TextEdit::singleline(&mut name).desired_width(f32::INFINITY)).labelled_by(label.id).changed() {
        desk.send(Command::Set(Setting::Reviewer(name)));
    }
    ui.add_space(theme::GAP);
    ui.label("Appearance");
    if let Some(theme) = radio(ui, Theme::ALL, settings.theme, Theme::label) {
        desk.send(Command::Set(Setting::Theme(theme)));
    }
    let label = ui.label("Size of the article's text");
    let mut size = settings.text_size;
    let slider = Slider::new(&mut size, Settings::TEXT_SIZES).step_by(1.0).fixed_decimals(0);
    if ui.add(slider).labelled_by(label.id).changed() {
        desk.send(Command::Set(Setting::TextSize(size)));
    }
    let label = ui.label("Letters in a line of it");
    let mut measure = settings.measure;
    let slider = Slider::new(&mut measure, Settings::MEASURES).step_by(1.0).fixed_decimals(0);
    if ui.add(slider).labelled_by(label.id).changed() {
        desk.send(Command::Set(Setting::Measure(measure)));
    }
    ui.add_space(theme::GAP);
    ui.label("Lists, forms and lines");
    if let Some(density) = radio(ui, Density::ALL, settings.density, Density::label) {
        desk.send(Command::Set(Setting::Density(density)));
    }
    ui.add_space(theme::GAP);
    let keys = flat_button(ui, "Change keys…").clicked();
    if keys {
        desk.view.asked.push(Intent::Ask(Ask::Keys));
    }
    keys
}

/// All of a few choices in a row. Gives the one that was clicked.
fn radio<T: Copy + PartialEq>(ui: &mut Ui, all: &[T], chosen: T, label: fn(T) -> &'static str) -> Option<T> {
    ui.horizontal(|ui| {
        all.iter().copied().filter(|&one| ui.radio(chosen == one, label(one)).clicked()).last()
    })
    .inner
}

fn about(ui: &mut Ui) {
    ui.heading(concat!("Chancery ", env!("CARGO_PKG_VERSION")));
    ui.label(
        "Turns articles about diplomatic meetings into checked records: who met, when, where, and who \
         committed to what, each beside the words that support it. Everything stays on this machine.",
    );
    Frame::new().inner_margin(theme::SMALL).show(ui, |ui| {
        let credits = "Under MIT or Apache-2.0. Place names: GeoNames, CC BY 4.0. Letters: subsets of Inter and \
                       Source Serif 4, SIL Open Font License 1.1.";
        ui.label(theme::quiet(ui, credits));
    });
}
