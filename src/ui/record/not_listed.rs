//! Parties that no table knows: said beside the value, with the ways on from there.

use egui::{Ui, vec2};

use super::form::Form;
use crate::app::Command;
use crate::model::Party;
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::{option, say};

/// Says of each of these parties that no table knows that it is not in the list, and offers to add it.
pub fn show<'p>(
    form: &Form<'_>,
    desk: &mut Desk<'_>,
    ui: &mut Ui,
    parties: impl IntoIterator<Item = &'p Party>,
) {
    for party in parties.into_iter().filter(|party| desk.app.is_not_listed(party)).collect::<Vec<_>>() {
        say(ui, &format!("{} ({}) is not in the list of parties.", party.name, party.code));
        if !desk.app.can_add_party() {
            continue;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(theme::SMALL, theme::SMALL);
            for (words, is_country) in [("Add as a country", true), ("Add as an organization", false)] {
                let chip = option(ui, words);
                desk.attend(ui, &chip, form.field.as_ref());
                if chip.clicked() {
                    desk.send(Command::AddParty(party.clone(), is_country));
                }
            }
        });
    }
}
