//! A picker: an input that searches a list as one types. Arrows move, Enter takes, Escape lets be; Tab takes what the arrows
//! went to, or the only one that fits. A name that was typed whole is taken when the input is left, and nothing else is.

use egui::{EventFilter, Id, Key, Modifiers, Response, RichText, Ui};

use super::drafts::{Draft, Drafts, Entered, Slot};
use super::names::{List, Name};
use super::offers::{answer, answers};
use super::search::Search;
use super::text_line::{accept, hint, outline, say, single_line};
use crate::app::Command;
use crate::ui::theme;

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
    /// Shows the input, labelled by `label`, and its answers while it is open. `open` is the search of the
    /// picker that is open, this one or another; `find` gives what typed words may mean.
    pub fn show(
        self,
        ui: &mut Ui,
        label: Id,
        drafts: &mut Drafts,
        open: &mut Option<Search>,
        find: &dyn Fn(&str) -> Vec<Name>,
    ) -> Entered {
        let mut commands = Vec::new();
        let mut search = open.take_if(|search| search.slot == self.slot);
        let mut picked = search.as_mut().and_then(|search| self.keys(ui, drafts, search, &mut commands));
        let (response, typed) = self.input(drafts, ui, search.is_some());
        let response = response.labelled_by(label);
        if typed.is_some() {
            // Assistive technology sets the text without giving the input the keyboard first.
            response.request_focus();
        }
        if search.is_none() && (response.gained_focus() || typed.is_some()) {
            search = Some(Search::new(self.slot.clone(), find));
        }
        if let (Some(typed), Some(search)) = (typed, &mut search) {
            search.type_in(typed, find);
            self.draft(drafts, search);
        }
        if let Some(search) = search
            && let Some((clicked, over)) = answers(ui, &response, |ui| self.rows(ui, &search))
        {
            picked = picked.or(clicked);
            if over {
                drafts.hold(&self.slot);
            }
            if picked.is_none() && (response.has_focus() || over) {
                *open = Some(search);
            }
        }
        let is_done = picked.is_some();
        if let Some(picked) = picked {
            drafts.drop(&self.slot);
            commands.push((self.pick)(picked));
        } else if !response.has_focus() {
            self.left(drafts, ui, &response);
        }
        Entered { response, commands, is_done }
    }

    /// Keeps what is typed. Only a whole name is an answer already.
    fn draft(&self, drafts: &mut Drafts, search: &Search) {
        if search.typed.trim().is_empty() {
            drafts.drop(&self.slot);
            return;
        }
        let reading = match search.whole() {
            Some(name) => Ok(Some((self.pick)(Picked::Key(name.key.clone())))),
            None if self.others => {
                Err("Nothing is chosen. Choose one of the list, or press Enter to take what is typed.".into())
            }
            None => Err("Nothing is chosen. Choose one of the list.".into()),
        };
        let draft =
            Draft { text: search.typed.clone(), reading, is_looking: true, value: self.chosen.to_owned() };
        drafts.keep(self.slot.clone(), draft);
    }

    /// What was left in the input without being an answer says so.
    fn left(&self, drafts: &Drafts, ui: &mut Ui, response: &Response) {
        let draft = drafts.get(&self.slot, self.chosen);
        if let Some(problem) = draft.and_then(Draft::problem) {
            outline(ui, response);
            if self.slot.field.is_none() {
                say(ui, problem);
            }
        }
    }

    /// What the keys do while the picker has the keyboard: what they pick, and what they enter besides.
    fn keys(
        &self,
        ui: &Ui,
        drafts: &mut Drafts,
        search: &mut Search,
        commands: &mut Vec<Command>,
    ) -> Option<Picked> {
        let id = self.slot.id();
        if !ui.memory(|memory| memory.has_focus(id)) {
            return None;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowDown) {
            search.marked.next(search.found.len());
        }
        if pressed(Key::ArrowUp) {
            search.marked.previous();
        }
        if pressed(Key::Escape) {
            drafts.drop(&self.slot);
            ui.memory_mut(|memory| memory.surrender_focus(id));
        }
        if ui.input(|input| input.modifiers.is_none() && input.key_pressed(Key::Tab)) {
            return search.sure().map(|name| Picked::Key(name.key.clone()));
        }
        if !pressed(Key::Enter) {
            return None;
        }
        let answer = search.answer();
        if answer.is_none()
            && search.typed.is_empty()
            && let Some(field) = &self.slot.field
        {
            commands.extend(accept(field));
        }
        answer
            .map(|name| Picked::Key(name.key.clone()))
            .or_else(|| self.other(&search.typed).map(Picked::Key))
    }

    /// The input, and what was typed into it in this frame.
    fn input(&self, drafts: &Drafts, ui: &mut Ui, is_open: bool) -> (Response, Option<String>) {
        let hint = if self.chosen.is_empty() { hint(self.hint) } else { RichText::new(self.chosen) };
        let typed = drafts.get(&self.slot, self.chosen).map(|draft| draft.text.as_str());
        let mut text = typed.unwrap_or(if is_open { "" } else { self.chosen }).to_owned();
        // Escape is the picker's own: it brings back what is picked.
        let keys = EventFilter { escape: true, horizontal_arrows: true, vertical_arrows: true, tab: false };
        let response = single_line(ui, &mut text, |edit| {
            edit.id(self.slot.id()).hint_text(hint).event_filter(keys).desired_width(f32::INFINITY)
        });
        let typed = response.changed().then_some(text);
        (response, typed)
    }

    fn rows(&self, ui: &mut Ui, search: &Search) -> Option<Picked> {
        let mut picked = None;
        if let Some(none) = self.none
            && search.typed.is_empty()
            && !self.chosen.is_empty()
            && answer(ui, none, "", false).clicked()
        {
            picked = Some(Picked::Nothing);
        }
        for (place, name) in search.found.iter().enumerate() {
            let chosen = search.marked.at() == Some(place);
            let detail = if self.list == List::Topics { "" } else { &name.key };
            let row = answer(ui, &name.label, detail, chosen);
            if chosen {
                row.scroll_to_me(None);
            }
            if row.clicked() {
                picked = Some(Picked::Key(name.key.clone()));
            }
        }
        if search.found.is_empty() {
            match self.other(&search.typed) {
                Some(code) if answer(ui, &format!("Another party, “{code}”"), "", true).clicked() => {
                    picked = Some(Picked::Key(code));
                }
                Some(_) => {}
                None => {
                    ui.label(theme::quiet(ui, "No match"));
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
