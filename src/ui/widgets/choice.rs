//! A choice from a closed list.

use egui::{ComboBox, Id, Response, Ui};

use super::told::describe;
use crate::review::Coded;

/// What a choice means, as a tooltip says it; nothing for choices that speak for themselves.
pub type Means<T> = fn(T) -> Option<String>;

/// What a code means.
pub fn meaning<T: Coded>(code: T) -> Option<String> {
    Some(code.meaning().in_words())
}

/// Choices that speak for themselves.
pub fn plain<T>(_: T) -> Option<String> {
    None
}

/// Shows what is chosen and, when asked, every choice. Gives another one when it is chosen.
pub fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    id: Id,
    label: &str,
    chosen: T,
    all: &[T],
    name: impl Fn(T) -> String,
    means: Means<T>,
) -> (Response, Option<T>) {
    let (response, picked) = choice_of(ui, id, (label, &name(chosen)), all.iter(), |&&other| Told {
        words: name(other),
        is_chosen: other == chosen,
        means: means(other),
    });
    let response = match means(chosen) {
        Some(means) => response.on_hover_text(means),
        None => response,
    };
    (response, picked.copied())
}

/// One of the choices, as it stands in the list.
pub struct Told {
    /// What it is called.
    pub words: String,
    /// Whether it is chosen now.
    pub is_chosen: bool,
    /// What it means, where that must be said.
    pub means: Option<String>,
}

/// The same for a list in which nothing need be chosen yet: `shown` is what stands in it closed, and `name` gives
/// each choice in words.
///
/// Arrows begin where the choice is: whoever opens the list by a key goes on from there.
pub fn choice_of<T>(
    ui: &mut Ui,
    id: Id,
    (label, shown): (&str, &str),
    all: impl Iterator<Item = T>,
    name: impl Fn(&T) -> Told,
) -> (Response, Option<T>) {
    let mut picked = None;
    let width = ui.available_width();
    let was_open = id.with("was open");
    let combo = ComboBox::from_id_salt(id).selected_text(shown).width(width).truncate();
    let opened = combo.show_ui(ui, |ui| {
        let is_new = !ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default(was_open), true));
        for other in all {
            let Told { words, is_chosen, means } = name(&other);
            let mut row = ui.selectable_label(is_chosen, words);
            if let Some(means) = means {
                describe(&row, || means.clone());
                row = row.on_hover_text(means);
            }
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
