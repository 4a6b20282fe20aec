//! What is offered for an input while it has the keyboard: a list below it, over the content, so that nothing moves.
//! Down and Up mark one, Enter takes the marked one, and a click takes any. Tab takes the marked one too, or the only
//! one there is of which half a word is typed; whatever else is typed is what is meant.

use egui::{
    Button, Id, Key, Modifiers, Popup, PopupCloseBehavior, Response, RichText, ScrollArea, Sense, TextStyle,
    Ui, vec2,
};

use super::search::Marked;
use crate::lexicon::fold;
use crate::ui::theme;

/// What was offered for an input in the last frame, and which of it is marked.
#[derive(Clone, Default)]
struct Open {
    offered: Vec<String>,
    marked: Marked,
}

/// What became of what is offered.
#[derive(Default)]
pub struct Offered {
    /// What was clicked.
    pub taken: Option<String>,
    /// Whether the pointer is over the list.
    pub is_pointed_at: bool,
}

/// What the keys take of what is offered for the input of this id, before the input sees them. `is_sure` says whether
/// Tab may take the only one: not where what is offered comes later than what is typed.
pub fn keys(ui: &Ui, id: Id, typed: &str, is_sure: bool) -> Option<String> {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return None;
    }
    let mut open: Open = ui.data(|data| data.get_temp(place(id)))?;
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::ArrowDown) {
        open.marked.next(open.offered.len());
    }
    if pressed(Key::ArrowUp) {
        open.marked.previous();
    }
    let marked = open.marked.at().and_then(|at| open.offered.get(at));
    let is_tab = ui.input(|input| input.modifiers.is_none() && input.key_pressed(Key::Tab));
    let taken = match &*open.offered {
        _ if marked.is_some() && (is_tab || pressed(Key::Enter)) => marked.cloned(),
        [only] if is_tab && is_sure && is_half_of(typed, only) => Some(only.clone()),
        _ => None,
    };
    if taken.is_some() {
        ui.data_mut(|data| data.remove::<Open>(place(id)));
    } else {
        ui.data_mut(|data| data.insert_temp(place(id), open));
    }
    taken
}

/// Shows what is offered for an input while that has the keyboard; it is asked what that is only then.
pub fn show(ui: &Ui, input: &Response, offered: impl FnOnce() -> Vec<String>) -> Offered {
    let known: Option<Open> = ui.data(|data| data.get_temp(place(input.id)));
    let offered = if known.is_some() || input.has_focus() { offered() } else { Vec::new() };
    if offered.is_empty() {
        ui.data_mut(|data| data.remove::<Open>(place(input.id)));
        return Offered::default();
    }
    // What is marked stays so while others come and go.
    let marked = known.and_then(|known| {
        let word = known.offered.get(known.marked.at()?)?.clone();
        offered.iter().position(|other| *other == word).map(Marked::chosen)
    });
    let open = Open { marked: marked.unwrap_or_default(), offered };
    let shown = answers(ui, input, |ui| {
        let mut taken = None;
        for (place, words) in open.offered.iter().enumerate() {
            let is_marked = open.marked.at() == Some(place);
            let row = answer(ui, words, "", is_marked);
            if is_marked {
                row.scroll_to_me(None);
            }
            if row.clicked() {
                taken = Some(words.clone());
            }
        }
        taken
    });
    let (taken, is_pointed_at) = shown.unwrap_or_default();
    if taken.is_none() && (input.has_focus() || is_pointed_at) {
        ui.data_mut(|data| data.insert_temp(place(input.id), open));
    } else {
        ui.data_mut(|data| data.remove::<Open>(place(input.id)));
    }
    Offered { taken, is_pointed_at }
}

fn place(id: Id) -> Id {
    id.with("offered")
}

/// Whether what is typed breaks off within a word at the beginning of this.
fn is_half_of(typed: &str, whole: &str) -> bool {
    let (typed, whole) = (fold(typed.trim()), fold(whole));
    let rest = whole.strip_prefix(&*typed).filter(|_| !typed.is_empty());
    rest.is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}

/// A list below an input, over the content: what came of its rows, and whether the pointer is over it.
pub(super) fn answers<R>(ui: &Ui, input: &Response, rows: impl FnOnce(&mut Ui) -> R) -> Option<(R, bool)> {
    let popup = Popup::from_response(input)
        .open(true)
        .close_behavior(PopupCloseBehavior::IgnoreClicks)
        .width(input.rect.width())
        .accessible_name("Answers");
    let shown = popup.show(|ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().max_height(9.0 * theme::CONTROL).show(ui, rows).inner
    })?;
    let over = ui.ctx().pointer_latest_pos().is_some_and(|at| shown.response.rect.contains(at));
    Some((shown.inner, over))
}

/// A row of such a list.
pub(super) fn answer(ui: &mut Ui, label: &str, detail: &str, chosen: bool) -> Response {
    let width = ui.available_width();
    let mut button = Button::selectable(chosen, label).truncate();
    if !detail.is_empty() {
        button = button.shortcut_text(RichText::new(detail).text_style(TextStyle::Small));
    }
    // The keyboard stays in the input: Tab goes from there to the next.
    ui.add(button.min_size(vec2(width, theme::CONTROL)).sense(Sense::CLICK))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_word_is_the_beginning_of_what_is_offered_and_a_whole_one_is_not() {
        assert!(is_half_of("Bat", "Batch 12") && is_half_of("batch 1", "Batch 12"));
        assert!(!is_half_of("Batch", "Batch 12"), "somebody may mean just that");
        assert!(!is_half_of("", "Batch 12") && !is_half_of("12", "Batch 12"));
    }
}
