//! Several of a list: each as a chip that can be taken away, and a picker that adds one.

use egui::{Ui, vec2};

use super::form::{Form, row};
use super::not_listed;
use crate::model::Party;
use crate::review::RecordEdit;
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::{List, Picked, Picker, removable_chip};

/// Parties as chips, changed by this edit.
pub fn parties(
    form: &Form<'_>,
    desk: &mut Desk<'_>,
    ui: &mut Ui,
    label: &'static str,
    parties: &[Party],
    edit: impl Fn(Vec<Party>) -> RecordEdit,
) {
    let chosen: Vec<(String, String)> =
        parties.iter().map(|party| (party.code.to_string(), party.name.to_string())).collect();
    let lexicon = desk.app.lexicon();
    let known = |code: &String| parties.iter().find(|party| party.code.as_str() == code).cloned();
    let looked_up = |code: &String| code.parse().ok().map(|code| lexicon.party_of_code(&code));
    let of_codes = |codes: Vec<String>| {
        edit(codes.iter().filter_map(|code| known(code).or_else(|| looked_up(code))).collect())
    };
    keys(form, desk, ui, (label, List::Parties), &chosen, of_codes);
    if parties.iter().any(|party| desk.app.is_not_listed(party)) {
        row(ui, "", |ui, _| not_listed::show(form, desk, ui, parties));
    }
}

/// Any keys of a list as chips under their names, changed by this edit.
pub fn keys(
    form: &Form<'_>,
    desk: &mut Desk<'_>,
    ui: &mut Ui,
    (label, list): (&'static str, List),
    chosen: &[(String, String)],
    edit: impl Fn(Vec<String>) -> RecordEdit,
) {
    row(ui, label, |ui, id| {
        let keys: Vec<String> = chosen.iter().map(|(key, _)| key.clone()).collect();
        if let Some(gone) = chips(ui, label, chosen) {
            let rest = keys.iter().filter(|key| **key != gone).cloned().collect();
            desk.send(form.command(edit(rest)));
        }
        let pick = |picked: Picked| {
            let new = match picked {
                Picked::Key(key) if !keys.contains(&key) => Some(key),
                _ => None,
            };
            form.command(edit(keys.iter().cloned().chain(new).collect()))
        };
        let picker = Picker {
            slot: form.slot(label),
            list,
            chosen: "",
            hint: if chosen.is_empty() { "type to add" } else { "add another" },
            none: None,
            others: list == List::Parties,
            pick: &pick,
        };
        desk.picker(ui, picker, id);
    });
}

/// One chip each. Gives the key of the one that was taken away.
pub(super) fn chips(ui: &mut Ui, label: &str, chosen: &[(String, String)]) -> Option<String> {
    if chosen.is_empty() {
        return None;
    }
    let mut gone = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme::SMALL, theme::SMALL);
        for (key, name) in chosen {
            if removable_chip(ui, name, &format!("Remove {name} from {label}")).clicked() {
                gone = Some(key.clone());
            }
        }
    });
    gone
}
