//! What an action leads to: a command, or something that the window is asked for.

use crate::app::command::{Command, Exported};
use crate::model::ReviewStatus;

/// What an action leads to.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    /// A command.
    Run(Command),
    /// A question that the window must ask first.
    Ask(Ask),
}

/// What only the window can do: ask for a file, move the focus, show a panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ask {
    /// Which files to open.
    OpenFiles,
    /// Which folder to open.
    OpenFolder,
    /// Which path to open, typed.
    OpenPath,
    /// The text on the clipboard, to make an article of it.
    Paste,
    /// Which of the files and libraries to open that were opened before.
    Recent,
    /// Where to save the record.
    SaveAs,
    /// In which folder to save those records, of all that are listed or were edited, that have no file.
    SaveAll,
    /// Where to export these, and in which format.
    Export(Exported),
    /// Where to export these as a page for people.
    Report(Exported),
    /// Where the comparison of two reports goes that was made last.
    SaveComparison,
    /// Whether to lose unsaved work in the record that is to be closed.
    Close,
    /// The same of all that are selected together.
    CloseSelected,
    /// Whether to lose unsaved work, then the end of the program.
    Quit,
    /// What to search the list for.
    FocusSearch,
    /// What to find in the article that is shown.
    Find,
    /// The next of the places in the article where what is sought stands.
    FindNext,
    /// The place before it.
    FindPrevious,
    /// That the article's text gets the keyboard.
    FocusText,
    /// What the field attended to should say instead.
    EditField,
    /// In which encoding the file of the article is to be read instead.
    Encoding,
    /// What was left out of the page of the article.
    LeftOut,
    /// Which known party it is instead of one that is not in the list.
    KnownParty,
    /// What to change in all articles that are selected, or else listed: the status to this one, or whatever.
    Bulk(Option<ReviewStatus>),
    /// Which tag to add to the record, or to all that are selected.
    Tag,
    /// Which article to go to, by its title.
    Titles,
    /// Which action to take.
    Palette,
    /// What was done in the library, in how much time.
    Progress,
    /// Which step of the record's history to go to.
    History,
    /// The reviewer's name and other settings.
    Settings,
    /// The list of keys.
    Keys,
    /// The manual.
    Manual,
    /// What lies in the middle of the window.
    Surface(Surface),
    /// Whether to delete what is selected, or else shown.
    Delete,
    /// How two articles that are selected together differ.
    CompareSelected,
    /// Which other article reports the same meeting.
    LinkReport,
    /// Which library to open.
    OpenLibrary,
    /// Where a new library is to be.
    NewLibrary,
    /// The menus of the menu bar, by keys.
    Menus,
    /// The menu of what has the keyboard, as a right click opens it.
    MenuHere,
    /// That the next part of the window gets the keyboard.
    NextPane,
    /// The same of the part before.
    PreviousPane,
    /// What this program is.
    About,
}

/// What lies in the middle of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Surface {
    /// An article, with its record beside it.
    #[default]
    Article,
    /// Two reports of a meeting, side by side.
    Reports,
    /// A table of all commitments in the articles that are listed.
    Ledger,
    /// Pictures of the articles that are listed.
    Pictures,
}
