//! A picker: an input that searches a list as one types. Arrows move, Enter takes, Escape lets be. A name
//! that was typed whole is taken when the input is left, and nothing else is.

use egui::{
    Button, EventFilter, Id, Key, Modifiers, Popup, PopupCloseBehavior, Response, RichText, ScrollArea,
    TextEdit, TextStyle, Ui, vec2,
};

use super::drafts::{Draft, Slot};
use super::names::{List, Name};
use super::text_line::{hint, outline, say};
use crate::app::Command;
use crate::ui::desk::Desk;
use crate::ui::theme;

/// What the picker that is open has found. There is one at most.
#[derive(Clone, Debug)]
pub struct Search {
    slot: Slot,
    /// What it was found by.
    typed: String,
    found: Vec<Name>,
    /// Which answer Enter would take.
    at: Option<usize>,
}

/// An input that picks from a list.
pub struct Picker<'a> {
    /// Which input.
    pub slot: Slot,
    /// What is searched.
    pub list: List,
    /// What is picked now, in words; empty for nothing.
    pub chosen: &'a str,
    /// What to do, shown while nothing is picked.
    pub hint: &'a str,
    /// What picking nothing is called, where that can be.
    pub none: Option<&'a str>,
    /// Whether a code that is in no list may be typed.
    pub others: bool,
    /// The change that picking makes.
    pub pick: &'a dyn Fn(Picked) -> Command,
}

/// What was picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// The one with this key.
    Key(String),
    /// Nothing.
    Nothing,
}

impl Picker<'_> {
    /// Shows the input, labelled by `label`, and its answers while it is open.
    pub fn show(self, desk: &mut Desk<'_>, ui: &mut Ui, label: Id) {
        let mut search = desk.view.search.take_if(|search| search.slot == self.slot);
        let mut picked = search.as_mut().and_then(|search| self.keys(desk, ui, search));
        let (response, typed) = self.input(desk, ui, search.is_some());
        let response = response.labelled_by(label);
        desk.attend(ui, &response, self.slot.field.as_ref());
        if typed.is_some() {
            // Assistive technology sets the text without giving the input the keyboard first.
            response.request_focus();
        }
        if search.is_none() && (response.gained_focus() || typed.is_some()) {
            search = Some(Search::new(self.slot.clone(), desk, self.list));
        }
        if let (Some(typed), Some(search)) = (typed, &mut search) {
            search.type_in(typed, desk, self.list);
            self.draft(desk, search);
        }
        if let Some(search) = &search
            && let Some((clicked, over)) = self.answers(ui, &response, search)
        {
            picked = picked.or(clicked);
            if over {
                desk.view.drafts.hold(&self.slot);
            }
            if response.has_focus() || over {
                desk.view.search = Some(search.clone());
            }
        }
        if let Some(picked) = picked {
            response.surrender_focus();
            desk.view.search.take_if(|search| search.slot == self.slot);
            desk.view.drafts.drop(&self.slot);
            desk.send((self.pick)(picked));
        } else if !response.has_focus() {
            self.left(desk, ui, &response);
        }
    }

    /// Keeps what is typed. Only a whole name is an answer already.
    fn draft(&self, desk: &mut Desk<'_>, search: &Search) {
        if search.typed.trim().is_empty() {
            desk.view.drafts.drop(&self.slot);
            return;
        }
        let reading = match search.whole() {
            Some(name) => Ok(Some((self.pick)(Picked::Key(name.key.clone())))),
            None if self.others => {
                Err("Nothing is picked. Choose one of the list, or press Enter to take what is typed.".into())
            }
            None => Err("Nothing is picked. Choose one of the list.".into()),
        };
        let draft = Draft { text: search.typed.clone(), reading, value: self.chosen.to_owned() };
        desk.view.drafts.keep(self.slot.clone(), draft);
    }

    /// What was left in the input without being an answer says so.
    fn left(&self, desk: &Desk<'_>, ui: &mut Ui, response: &Response) {
        let draft = desk.view.drafts.get(&self.slot, self.chosen);
        if let Some(problem) = draft.and_then(Draft::problem) {
            outline(ui, response);
            say(ui, problem);
        }
    }

    /// What the keys do while the picker has the keyboard.
    fn keys(&self, desk: &mut Desk<'_>, ui: &Ui, search: &mut Search) -> Option<Picked> {
        let id = self.slot.id();
        if !ui.memory(|memory| memory.has_focus(id)) {
            return None;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let last = search.found.len().saturating_sub(1);
        if pressed(Key::ArrowDown) {
            search.at = Some(search.at.map_or(0, |at| (at + 1).min(last)));
        }
        if pressed(Key::ArrowUp) {
            search.at = search.at.and_then(|at| at.checked_sub(1));
        }
        if pressed(Key::Escape) {
            desk.view.drafts.drop(&self.slot);
            ui.memory_mut(|memory| memory.surrender_focus(id));
        }
        if !pressed(Key::Enter) {
            return None;
        }
        let answer = search.at.and_then(|at| search.found.get(at));
        if answer.is_none()
            && search.typed.is_empty()
            && let Some(field) = &self.slot.field
        {
            desk.send(Command::Focus(Some(field.clone())));
            desk.send(Command::Accept);
        }
        answer
            .map(|name| Picked::Key(name.key.clone()))
            .or_else(|| self.other(&search.typed).map(Picked::Key))
    }

    /// The input, and what was typed into it in this frame.
    fn input(&self, desk: &Desk<'_>, ui: &mut Ui, is_open: bool) -> (Response, Option<String>) {
        let hint = if self.chosen.is_empty() { hint(self.hint) } else { RichText::new(self.chosen) };
        let typed = desk.view.drafts.get(&self.slot, self.chosen).map(|draft| draft.text.as_str());
        let mut text = typed.unwrap_or(if is_open { "" } else { self.chosen }).to_owned();
        // Escape is the picker's own: it brings back what is picked.
        let keys = EventFilter { escape: true, horizontal_arrows: true, vertical_arrows: true, tab: false };
        let edit = TextEdit::singleline(&mut text).id(self.slot.id()).hint_text(hint).event_filter(keys);
        let response = ui.add(edit.desired_width(f32::INFINITY));
        let typed = response.changed().then_some(text);
        (response, typed)
    }

    /// The answers below the input: what was picked with the pointer, and whether it is over them.
    fn answers(&self, ui: &Ui, response: &Response, search: &Search) -> Option<(Option<Picked>, bool)> {
        let popup = Popup::from_response(response)
            .open(true)
            .close_behavior(PopupCloseBehavior::IgnoreClicks)
            .width(response.rect.width())
            .accessible_name("Answers");
        let shown = popup.show(|ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 0.0;
            ScrollArea::vertical().max_height(9.0 * theme::CONTROL).show(ui, |ui| self.rows(ui, search)).inner
        })?;
        let over = ui.ctx().pointer_latest_pos().is_some_and(|at| shown.response.rect.contains(at));
        Some((shown.inner, over))
    }

    fn rows(&self, ui: &mut Ui, search: &Search) -> Option<Picked> {
        let mut picked = None;
        if let Some(none) = self.none
            && search.typed.is_empty()
            && !self.chosen.is_empty()
            && row(ui, none, "", false).clicked()
        {
            picked = Some(Picked::Nothing);
        }
        for (place, name) in search.found.iter().enumerate() {
            let chosen = search.at == Some(place);
            let detail = if self.list == List::Topics { "" } else { &name.key };
            let answer = row(ui, &name.label, detail, chosen);
            if chosen {
                answer.scroll_to_me(None);
            }
            if answer.clicked() {
                picked = Some(Picked::Key(name.key.clone()));
            }
        }
        if search.found.is_empty() {
            match self.other(&search.typed) {
                Some(code) if row(ui, &format!("Another party, “{code}”"), "", true).clicked() => {
                    picked = Some(Picked::Key(code));
                }
                Some(_) => {}
                None => {
                    ui.label(theme::quiet(ui, "Nothing by this name"));
                }
            }
        }
        picked
    }

    /// The code that was typed, where it may be one that no list has.
    fn other(&self, typed: &str) -> Option<String> {
        let code = typed.trim().to_uppercase();
        (self.others && code.parse::<crate::model::PartyCode>().is_ok()).then_some(code)
    }
}

fn row(ui: &mut Ui, label: &str, detail: &str, chosen: bool) -> Response {
    let width = ui.available_width();
    let mut button = Button::selectable(chosen, label).truncate();
    if !detail.is_empty() {
        button = button.shortcut_text(RichText::new(detail).text_style(TextStyle::Small));
    }
    ui.add(button.min_size(vec2(width, theme::CONTROL)))
}

/// What typed words may mean; the parties that the article names come first.
fn find(desk: &mut Desk<'_>, list: List, typed: &str) -> Vec<Name> {
    let named = desk.document().map(|document| document.trace().parties()).unwrap_or_default();
    let named: Vec<String> = named.iter().map(ToString::to_string).collect();
    desk.view.names(desk.app).find(list, typed, &named)
}

impl Search {
    /// The one whose name or code was typed as it is.
    fn whole(&self) -> Option<&Name> {
        let typed = self.typed.trim().to_lowercase();
        self.found.iter().find(|name| name.label.to_lowercase() == typed || name.key.to_lowercase() == typed)
    }

    fn new(slot: Slot, desk: &mut Desk<'_>, list: List) -> Self {
        Self { slot, typed: String::new(), found: find(desk, list, ""), at: None }
    }

    fn type_in(&mut self, typed: String, desk: &mut Desk<'_>, list: List) {
        self.found = find(desk, list, &typed);
        self.at = (!self.found.is_empty() && !typed.trim().is_empty()).then_some(0);
        self.typed = typed;
    }
}
