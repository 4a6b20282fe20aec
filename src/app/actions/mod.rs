//! Everything that has a key or a place in a menu, in one table. Menus, the list of keys, tooltips and
//! the palette read it; a test finds keys that clash. A newcomer adds a line.

mod intent;
mod intents;
mod on_articles;

pub use intent::{Ask, Intent, Surface};

use super::command::Command;
use super::state::App;
use crate::model::ReviewStatus;
use crate::review::{Document, RecordEdit};
use intents::{
    accept_rest, add_party, ask, cancel_opening, contact_by, edit, find, has_reports, here, known_party,
    move_by, redo, remove_contact, run, save, save_all, separate, undo,
};
use on_articles::{
    are_flagged, are_put_away, are_several, close, compare, copy_records, export, export_listed, flag,
    is_flagged, is_put_away, reject, reopen, report, save_comparison, status, tag,
};

/// Something that a person can do by a key or from a menu.
#[derive(Debug)]
pub struct Action {
    /// Known by this in scripts and tests.
    pub id: &'static str,
    /// What it is called for people.
    pub label: &'static str,
    /// The menu that it stands in.
    pub menu: Menu,
    /// Whether a line in the menu sets it off from the one above.
    pub separate: bool,
    /// Its keys, the first of which is shown: modifiers, then egui's name of the key. `Alt` is that key alone.
    pub keys: &'static [&'static str],
    does: fn(&App) -> Option<Intent>,
    /// What it is called at other times: where it does the opposite, or does it to several articles. The first
    /// that is due counts.
    others: &'static [Other],
}

/// What an action is called where something is so.
type Other = (&'static str, fn(&App) -> bool);

/// A menu of the menu bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Menu {
    /// Files.
    File,
    /// Changes.
    Edit,
    /// The flow of a review.
    Review,
    /// What is shown.
    View,
    /// Help.
    Help,
}

impl Menu {
    /// Every menu, in the order of the bar.
    pub const ALL: &'static [Self] = &[Self::File, Self::Edit, Self::Review, Self::View, Self::Help];

    /// What it is called.
    pub fn label(self) -> &'static str {
        match self {
            Self::File => "File",
            Self::Edit => "Edit",
            Self::Review => "Review",
            Self::View => "View",
            Self::Help => "Help",
        }
    }
}

/// An action is known by its id.
impl PartialEq for Action {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Action {
    /// The action of this id.
    pub fn named(id: &str) -> Option<&'static Self> {
        ACTIONS.iter().find(|action| action.id == id)
    }

    /// What it does now; nothing while there is nothing to do it to.
    pub fn intent(&self, app: &App) -> Option<Intent> {
        (self.does)(app)
    }

    /// Whether there is something to do it to.
    pub fn enabled(&self, app: &App) -> bool {
        self.intent(app).is_some()
    }

    /// What it is called now.
    pub fn label_now(&self, app: &App) -> &'static str {
        self.others.iter().find(|(_, is_due)| is_due(app)).map_or(self.label, |(label, _)| label)
    }

    const fn new(
        menu: Menu,
        id: &'static str,
        label: &'static str,
        keys: &'static [&'static str],
        does: fn(&App) -> Option<Intent>,
    ) -> Self {
        Self { id, label, menu, separate: false, keys, does, others: &[] }
    }

    const fn or(self, others: &'static [Other]) -> Self {
        Self { others, ..self }
    }

    const fn set_off(self) -> Self {
        Self { separate: true, ..self }
    }
}

/// Every action, in the order of the menus.
pub const ACTIONS: &[Action] = &[
    Action::new(Menu::File, "open_files", "Open files…", &["Ctrl+O"], |_| ask(Ask::OpenFiles)),
    Action::new(Menu::File, "open_folder", "Open folder…", &["Ctrl+Shift+O"], |_| ask(Ask::OpenFolder)),
    Action::new(Menu::File, "open_path", "Open by path…", &["Ctrl+L"], |_| ask(Ask::OpenPath)),
    Action::new(Menu::File, "open_recent", "Open recent…", &["Ctrl+R"], |app| {
        let is_any = !app.recent_files().is_empty() || app.recent_libraries().next().is_some();
        is_any.then_some(Intent::Ask(Ask::Recent))
    }),
    Action::new(Menu::File, "paste", "New article from the clipboard", &[], |_| ask(Ask::Paste)),
    Action::new(Menu::File, "open_library", "Open library…", &[], |_| ask(Ask::OpenLibrary)),
    Action::new(Menu::File, "new_library", "New library…", &[], |_| ask(Ask::NewLibrary)),
    Action::new(Menu::File, "cancel_opening", "Stop opening", &[], cancel_opening),
    Action::new(Menu::File, "save", "Save", &["Ctrl+S"], save).set_off(),
    Action::new(Menu::File, "save_as", "Save as…", &["Ctrl+Shift+S"], |app| {
        app.current()?;
        ask(Ask::SaveAs)
    }),
    Action::new(Menu::File, "save_all", "Save all that is listed or edited", &["Ctrl+Alt+S"], save_all),
    Action::new(Menu::File, "export", "Export…", &["Ctrl+E"], export)
        .or(&[("Export selected records…", are_several)]),
    Action::new(Menu::File, "export_listed", "Export all records listed…", &["Ctrl+Shift+E"], export_listed),
    Action::new(Menu::File, "report", "Export the record as a page…", &[], report)
        .or(&[("Export selected records as a page…", are_several)]),
    Action::new(Menu::File, "save_comparison", "Save the comparison as a page…", &[], save_comparison),
    Action::new(Menu::File, "close", "Put article away", &["Ctrl+W"], close)
        .or(&[
            ("Bring articles back", are_put_away),
            ("Put articles away", are_several),
            ("Bring article back", is_put_away),
        ])
        .set_off(),
    Action::new(Menu::File, "delete", "Delete article…", &["Ctrl+Shift+W"], |app| {
        (!app.to_delete().is_empty()).then_some(Intent::Ask(Ask::Delete))
    })
    .or(&[("Delete articles…", are_several)]),
    Action::new(Menu::File, "show_file", "Show the article's file in its folder", &[], |app| {
        run(Command::ShowByDesktop(app.folder_of_shown().filter(|_| app.several() == 0)?))
    }),
    Action::new(Menu::File, "open_json", "Open the saved JSON file", &[], |app| {
        let saved = app.current()?.saved_to().filter(|_| app.several() == 0)?;
        run(Command::ShowByDesktop(saved.to_owned()))
    }),
    Action::new(Menu::File, "quit", "Quit", &["Ctrl+Q"], |_| ask(Ask::Quit)),
    Action::new(Menu::Edit, "undo", "Undo", &["Ctrl+Z"], undo),
    Action::new(Menu::Edit, "redo", "Redo", &["Ctrl+Shift+Z", "Ctrl+Y"], redo),
    Action::new(Menu::Edit, "history", "History…", &["Ctrl+H"], |app| {
        let document = app.current()?;
        let is_anything = document.history().labels().next().is_some();
        let is_earlier = !document.record().provenance.edits.is_empty();
        if is_anything || is_earlier { ask(Ask::History) } else { None }
    }),
    Action::new(Menu::Edit, "find", "Find in the article…", &["Ctrl+F"], find).set_off(),
    Action::new(Menu::Edit, "find_next", "Find next", &["F3"], |app| {
        app.current()?;
        ask(Ask::FindNext)
    }),
    Action::new(Menu::Edit, "find_previous", "Find previous", &["Shift+F3"], |app| {
        app.current()?;
        ask(Ask::FindPrevious)
    }),
    Action::new(Menu::Edit, "focus_text", "Select words by keys", &["F7"], |app| {
        app.current()?;
        ask(Ask::FocusText)
    }),
    Action::new(Menu::Edit, "copy_articles", "Copy title and facts", &[], |app| {
        app.shown()?;
        run(Command::CopyArticles)
    }),
    Action::new(Menu::Edit, "copy_records", "Copy as text with citation", &[], copy_records)
        .or(&[("Copy records as text with citations", are_several)]),
    Action::new(Menu::Edit, "add_participant", "Add participant", &["Ctrl+Shift+P"], |app| {
        here(app, Command::Edit(RecordEdit::AddParticipant { name: String::new(), at: None }))
    })
    .set_off(),
    Action::new(Menu::Edit, "add_commitment", "Add commitment", &["Ctrl+Shift+M"], |app| {
        here(app, Command::Edit(RecordEdit::AddCommitment { text: String::new(), at: None }))
    }),
    Action::new(Menu::Edit, "move_up", "Move up", &["Alt+Up"], |app| {
        edit(app, |document| document.moving_by(-1))
    }),
    Action::new(Menu::Edit, "move_down", "Move down", &["Alt+Down"], |app| {
        edit(app, |document| document.moving_by(1))
    }),
    Action::new(Menu::Edit, "add_contact", "Add contact", &[], |app| here(app, Command::AddContact)),
    Action::new(Menu::Edit, "remove_contact", "Remove contact", &[], remove_contact),
    Action::new(Menu::Edit, "choose_encoding", "Choose another encoding", &[], |app| {
        app.may_choose_encoding(app.current()?).ok()?;
        ask(Ask::Encoding)
    }),
    Action::new(Menu::Edit, "bulk", "Change listed articles…", &["Ctrl+B"], |app| {
        app.listed().first()?;
        ask(Ask::Bulk(None))
    })
    .or(&[("Change selected articles…", are_several)])
    .set_off(),
    Action::new(Menu::Edit, "take_bulk_back", "Undo bulk change", &[], |app| {
        app.last_bulk()?;
        run(Command::TakeBulkBack)
    }),
    Action::new(Menu::Edit, "settings", "Settings…", &["Ctrl+Comma"], |_| ask(Ask::Settings)).set_off(),
    Action::new(Menu::Review, "next_field", "Next field", &["Ctrl+Down"], |app| {
        here(app, Command::FocusNext)
    }),
    Action::new(Menu::Review, "previous_field", "Previous field", &["Ctrl+Up"], |app| {
        here(app, Command::FocusPrevious)
    }),
    Action::new(Menu::Review, "next_problem", "Next problem", &["F8"], |app| {
        app.current()?.problems().first()?;
        run(Command::NextProblem)
    }),
    Action::new(Menu::Review, "previous_problem", "Previous problem", &["Shift+F8"], |app| {
        app.current()?.problems().first()?;
        run(Command::PreviousProblem)
    }),
    Action::new(Menu::Review, "accept", "Confirm and go on", &["Alt+Enter"], |app| {
        here(app, Command::Accept)
    })
    .set_off(),
    Action::new(Menu::Review, "edit_field", "Edit the field", &["F2"], |app| {
        app.current()?.focus()?;
        ask(Ask::EditField)
    }),
    Action::new(Menu::Review, "rule_out", "Reject value", &["Alt+Backspace"], |app| {
        edit(app, Document::ruling_out)
    }),
    Action::new(
        Menu::Review,
        "move_to_next_contact",
        "Move value to the next contact",
        &["Alt+Shift+PageDown"],
        |app| move_by(app, 1),
    ),
    Action::new(
        Menu::Review,
        "move_to_previous_contact",
        "Move value to the previous contact",
        &["Alt+Shift+PageUp"],
        |app| move_by(app, -1),
    ),
    Action::new(Menu::Review, "infer", "Mark as inferred", &["Alt+I"], |app| edit(app, Document::inferring)),
    Action::new(Menu::Review, "same_words", "Mark the same words everywhere", &["Alt+M"], |app| {
        edit(app, Document::marking_same_words)
    }),
    Action::new(Menu::Review, "known_party", "Choose a known party instead", &["Alt+K"], known_party),
    Action::new(Menu::Review, "add_country", "Add the party to your list as a country", &["Alt+L"], |app| {
        add_party(app, true)
    }),
    Action::new(
        Menu::Review,
        "add_organization",
        "Add the party to your list as an organization",
        &[],
        |app| add_party(app, false),
    ),
    Action::new(Menu::Review, "accept_rest", "Confirm the rest", &["Ctrl+Shift+Enter"], accept_rest),
    Action::new(Menu::Review, "reviewed_and_next", "Reviewed, next article", &["Ctrl+Enter"], |app| {
        here(app, Command::ReviewedAndNext)
    })
    .set_off(),
    Action::new(Menu::Review, "skip", "Skip to the next to review", &["Alt+N"], |app| {
        here(app, Command::Skip)
    }),
    Action::new(Menu::Review, "flag", "Flag for another look", &["Alt+F"], flag)
        .or(&[
            ("Remove flags", are_flagged),
            ("Flag articles for another look", are_several),
            ("Remove flag", is_flagged),
        ])
        .set_off(),
    Action::new(Menu::Review, "tag", "Add a tag…", &["Alt+T"], tag),
    Action::new(Menu::Review, "mark_reviewed", "Mark reviewed", &[], |app| {
        status(app, ReviewStatus::Reviewed)
    })
    .or(&[("Mark articles reviewed…", are_several)]),
    Action::new(Menu::Review, "reject", "Reject, next article", &["Ctrl+Shift+Backspace"], reject)
        .or(&[("Reject articles", are_several)]),
    Action::new(Menu::Review, "reopen", "Review again", &[], reopen),
    Action::new(Menu::Review, "compare_selected", "Compare the two selected", &[], compare).set_off(),
    Action::new(Menu::Review, "link_report", "Link to another report…", &[], |app| {
        app.current()?;
        app.catalog().rows().get(1)?;
        ask(Ask::LinkReport)
    }),
    Action::new(Menu::Review, "separate_report", "Not the same meeting", &[], separate),
    Action::new(Menu::Review, "progress", "Progress…", &[], |app| {
        app.catalog().rows().first()?;
        ask(Ask::Progress)
    })
    .set_off(),
    Action::new(Menu::View, "next_article", "Next article", &["Ctrl+PageDown"], |app| {
        app.listed().first()?;
        run(Command::SelectNext)
    }),
    Action::new(Menu::View, "previous_article", "Previous article", &["Ctrl+PageUp"], |app| {
        app.listed().first()?;
        run(Command::SelectPrevious)
    }),
    Action::new(Menu::View, "next_contact", "Next contact of the article", &["Alt+PageDown"], |app| {
        contact_by(app, 1)
    }),
    Action::new(Menu::View, "previous_contact", "Previous contact of the article", &["Alt+PageUp"], |app| {
        contact_by(app, -1)
    }),
    Action::new(Menu::View, "show_article", "Article", &["Ctrl+1"], |app| {
        app.catalog().rows().first()?;
        ask(Ask::Surface(Surface::Article))
    })
    .set_off(),
    Action::new(Menu::View, "show_reports", "Reports of the meeting", &["Ctrl+2"], |app| {
        has_reports(app, Intent::Ask(Ask::Surface(Surface::Reports)))
    }),
    Action::new(Menu::View, "show_ledger", "Commitments", &["Ctrl+3"], |app| {
        app.catalog().rows().first()?;
        ask(Ask::Surface(Surface::Ledger))
    }),
    Action::new(Menu::View, "show_pictures", "Pictures", &["Ctrl+4"], |app| {
        app.catalog().rows().first()?;
        ask(Ask::Surface(Surface::Pictures))
    }),
    Action::new(Menu::View, "list_reports", "List the reports of the meeting", &[], |app| {
        let id = app.current()?.id();
        has_reports(app, Intent::Run(Command::ListReports(id)))
    }),
    Action::new(Menu::View, "show_left_out", "What was left out of the page", &[], |app| {
        app.may_show_left_out(app.current()?).then_some(Intent::Ask(Ask::LeftOut))
    }),
    Action::new(Menu::View, "search", "Search articles", &["Ctrl+Shift+F"], |_| ask(Ask::FocusSearch))
        .set_off(),
    Action::new(Menu::View, "go_to_article", "Go to an article…", &["Ctrl+G"], |app| {
        app.catalog().rows().first()?;
        ask(Ask::Titles)
    }),
    Action::new(Menu::View, "menus", "Open the menus", &["F10", "Alt"], |_| ask(Ask::Menus)),
    Action::new(
        Menu::View,
        "menu_here",
        "Open the menu of what has the keyboard",
        &["Shift+F10", "Menu"],
        |app| {
            app.catalog().rows().first()?;
            ask(Ask::MenuHere)
        },
    ),
    Action::new(Menu::View, "next_pane", "Next part of the window", &["F6"], |app| {
        app.catalog().rows().first()?;
        ask(Ask::NextPane)
    }),
    Action::new(Menu::View, "previous_pane", "Previous part of the window", &["Shift+F6"], |app| {
        app.catalog().rows().first()?;
        ask(Ask::PreviousPane)
    }),
    Action::new(Menu::View, "palette", "All actions…", &["Ctrl+K"], |_| ask(Ask::Palette)),
    Action::new(Menu::Help, "manual", "Manual", &["F1"], |_| ask(Ask::Manual)),
    Action::new(Menu::Help, "keys", "Keys", &["Shift+F1"], |_| ask(Ask::Keys)),
    Action::new(Menu::Help, "tour", "Tour", &[], |app| {
        app.tour().is_none().then_some(Intent::Run(Command::BeginTour))
    }),
    Action::new(Menu::Help, "open_samples", "Open the samples", &[], |_| run(Command::OpenSamples)),
    Action::new(Menu::Help, "about", "About Chancery", &[], |_| ask(Ask::About)),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_actions_share_a_key_or_an_id() {
        let mut keys: Vec<&str> = ACTIONS.iter().flat_map(|action| action.keys).copied().collect();
        let mut ids: Vec<&str> = ACTIONS.iter().map(|action| action.id).collect();
        for list in [&mut keys, &mut ids] {
            let count = list.len();
            list.sort_unstable();
            list.dedup();
            assert_eq!(list.len(), count, "one stands twice among {list:?}");
        }
    }

    #[test]
    fn every_key_is_written_alike() {
        let is_key = |key: &str| {
            let named = [
                "Enter",
                "Backspace",
                "PageDown",
                "PageUp",
                "Tab",
                "Up",
                "Down",
                "F1",
                "F2",
                "F3",
                "F6",
                "F7",
                "F8",
                "F10",
                "Comma",
                "Menu",
                // By itself, as what opens the menus.
                "Alt",
            ];
            named.contains(&key)
                || (key.len() == 1 && key.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit()))
        };
        for key in ACTIONS.iter().flat_map(|action| action.keys) {
            let (modifiers, last) = key.rsplit_once('+').unwrap_or(("", key));
            assert!(is_key(last), "{key}");
            let order: Vec<&str> = modifiers.split('+').filter(|m| !m.is_empty()).collect();
            let expected: Vec<&str> =
                ["Ctrl", "Alt", "Shift"].into_iter().filter(|m| order.contains(m)).collect();
            assert_eq!(order, expected, "{key}");
        }
    }
}
