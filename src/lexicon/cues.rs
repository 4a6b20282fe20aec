//! Cues: words that tell how the words beside them are meant ("will", "during", "last").
//! The table is `assets/tables/cues.tsv`.

use super::phrases::{Case, Phrases, Vocabulary};
use super::table::{TableError, rows};

/// What a word tells of its neighbors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cue {
    /// Makes a verb one of the future or a wish: "will meet".
    Modal,
    /// The same with "to" between: "is to meet".
    Plan,
    /// May stand between those and the verb: "will also meet".
    Between,
    /// Opens a clause about something else: "who met".
    SideClause,
    /// Makes a noun the setting of what is reported: "during talks".
    Setting,
    /// Puts a noun off: "ahead of talks".
    Coming,
    /// Makes a noun another one: "since their last meeting".
    Other,
    /// With "of", leaves a noun what is reported: "two days of talks".
    Part,
    /// Parts a noun from the verb before it: "had, after the talks".
    Parting,
    /// What one meets that is nobody: "meet the needs".
    NotMet,
    /// A verb whose object is a topic: "discussed the war in".
    Topic,
    /// Makes a place somebody's home, or a topic's: "based in Rome".
    Home,
    /// Makes a day a limit, or that of something else: "adopted on 5 May".
    OtherDay,
    /// Tells of relations between parties, even where one alone is named: "embassy".
    Diplomacy,
    /// Tells of them where two are named: "minister".
    Politics,
}

/// Every class with its name in the table.
const CLASSES: [(&str, Cue); 15] = [
    ("modal", Cue::Modal),
    ("plan", Cue::Plan),
    ("between", Cue::Between),
    ("side_clause", Cue::SideClause),
    ("setting", Cue::Setting),
    ("coming", Cue::Coming),
    ("other", Cue::Other),
    ("part", Cue::Part),
    ("parting", Cue::Parting),
    ("not_met", Cue::NotMet),
    ("topic", Cue::Topic),
    ("home", Cue::Home),
    ("other_day", Cue::OtherDay),
    ("diplomacy", Cue::Diplomacy),
    ("politics", Cue::Politics),
];

/// Reads the table.
pub(super) fn read(vocabulary: &mut Vocabulary) -> Result<Phrases<Cue>, TableError> {
    let mut phrases = Phrases::default();
    for row in rows("cues", include_str!("../../assets/tables/cues.tsv"), ["word", "class"])? {
        let [word, class] = row.cells;
        let known = CLASSES.iter().find(|(name, _)| *name == class);
        let (_, class) = known.ok_or_else(|| row.error(format!("no class is called \"{class}\"")))?;
        phrases.add(vocabulary, word, Case::Any, *class);
    }
    Ok(phrases)
}
