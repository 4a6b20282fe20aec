//! A choice from a closed list.

use egui::{ComboBox, Id, Response, Ui};

use super::told::describe;

/// Shows what is chosen and, when asked, every choice. Gives another one when it is chosen.
pub fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    id: Id,
    label: &str,
    chosen: T,
    all: &[T],
    name: impl Fn(T) -> String,
) -> (Response, Option<T>) {
    let (response, picked) =
        choice_of(ui, id, (label, &name(chosen)), all.iter(), |&&other| (name(other), other == chosen));
    (response, picked.copied())
}

/// The same for a list in which nothing need be chosen yet: `shown` is what stands in it closed, and `name` gives
/// each choice in words, and whether it is the one that is chosen.
///
/// Arrows begin where the choice is: whoever opens the list by a key goes on from there.
pub fn choice_of<T>(
    ui: &mut Ui,
    id: Id,
    (label, shown): (&str, &str),
    all: impl Iterator<Item = T>,
    name: impl Fn(&T) -> (String, bool),
) -> (Response, Option<T>) {
    let mut picked = None;
    let width = ui.available_width();
    let was_open = id.with("was open");
    let combo = ComboBox::from_id_salt(id).selected_text(shown).width(width).truncate();
    let opened = combo.show_ui(ui, |ui| {
        let is_new = !ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default(was_open), true));
        for other in all {
            let (words, is_chosen) = name(&other);
            let row = ui.selectable_label(is_chosen, words);
            if is_chosen && is_new {
                row.request_focus();
                row.scroll_to_me(None);
            }
            if row.clicked() {
                picked = Some(other).filter(|_| !is_chosen);
                ui.close();
            }
        }
    });
    let is_closed =
        opened.inner.is_none() && ui.data_mut(|data| data.remove_temp::<bool>(was_open)).is_some();
    // The keyboard goes back to where it came from.
    if picked.is_some() || is_closed && ui.memory(|memory| memory.focused().is_none()) {
        opened.response.request_focus();
    }
    let response = opened.response.accessible_name(label);
    // The bus of assistive technology carries no value of such a choice.
    describe(&response, || shown.to_owned());
    (response, picked)
}
