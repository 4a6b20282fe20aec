//! Several of a list: each as a chip that can be taken away, and a picker that adds one.

use egui::{Ui, vec2};

use super::form::{Form, row};
use crate::model::Party;
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::{List, Picked, Picker, removable_chip};

/// Parties as chips. Gives them when one was added or taken away.
pub fn parties(
    form: &Form<'_>,
    desk: &mut Desk<'_>,
    ui: &mut Ui,
    label: &'static str,
    parties: &[Party],
) -> Option<Vec<Party>> {
    let chosen: Vec<(String, String)> =
        parties.iter().map(|party| (party.code.to_string(), party.name.to_string())).collect();
    let codes = keys(form, desk, ui, label, List::Parties, &chosen)?;
    let known = |code: &String| parties.iter().find(|party| party.code.as_str() == code).cloned();
    let looked_up = |code: &String| code.parse().ok().map(|code| desk.app.lexicon().party_of_code(&code));
    Some(codes.iter().filter_map(|code| known(code).or_else(|| looked_up(code))).collect())
}

/// Any keys as chips under their names. Gives the keys when one was added or taken away.
pub fn keys(
    form: &Form<'_>,
    desk: &mut Desk<'_>,
    ui: &mut Ui,
    label: &'static str,
    list: List,
    chosen: &[(String, String)],
) -> Option<Vec<String>> {
    row(ui, label, |ui, id| {
        let mut keys: Vec<String> = chosen.iter().map(|(key, _)| key.clone()).collect();
        let gone = chips(ui, label, chosen);
        keys.retain(|key| Some(key) != gone.as_ref());
        let picker = Picker {
            slot: form.slot(label),
            list,
            chosen: "",
            hint: if chosen.is_empty() { "type to add" } else { "add another" },
            none: None,
            others: list == List::Parties,
        };
        if let Some(Picked::Key(key)) = picker.show(desk, ui, id)
            && !keys.contains(&key)
        {
            keys.push(key);
        }
        let changed = keys.len() != chosen.len() || gone.is_some();
        changed.then_some(keys)
    })
}

/// One chip each. Gives the key of the one that was taken away.
fn chips(ui: &mut Ui, label: &str, chosen: &[(String, String)]) -> Option<String> {
    if chosen.is_empty() {
        return None;
    }
    let mut gone = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme::SMALL, theme::SMALL);
        for (key, name) in chosen {
            if removable_chip(ui, name, &format!("Take {name} from {label}")).clicked() {
                gone = Some(key.clone());
            }
        }
    });
    gone
}
