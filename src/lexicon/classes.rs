//! Classed words: the tables that say of a word or phrase what it does in a text. Titles
//! (`assets/tables/titles.tsv`), verbs (`verbs.tsv`), topics (`topics.tsv`) and the small words of
//! the language (`words.tsv`).

use super::phrases::{Case, Phrases, Vocabulary};
use super::table::{Row, TableError, list, rows};
use crate::model::Obligation;

/// What a word or phrase does in a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TitleClass {
    /// An office by itself: "minister", "secretary-general".
    Head,
    /// Comes before a head: "vice", "deputy", "special".
    Modifier,
    /// Says that the office is held no longer, or not yet: "former".
    Former,
    /// What an office is about: "foreign", "affairs", "trade".
    Portfolio,
    /// What a person heads or belongs to: "ministry", "department".
    Body,
    /// Stands before a name and is not of it: "Mr.", "H.E.", "Sheikh".
    Honorific,
    /// A military rank.
    Rank,
    /// Stands after a name: "Jr.", "MP".
    Suffix,
}

/// What a verb, or a noun that stands for one, does in a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VerbClass {
    /// Met face to face.
    MeetInPerson,
    /// Spoke by telephone.
    MeetCall,
    /// Spoke by video.
    MeetVideo,
    /// Wrote.
    MeetLetter,
    /// Attended or chaired.
    MeetAttend,
    /// Reports what somebody said.
    Say,
    /// Makes an undertaking explicit: "pledge", "agree".
    Commit,
    /// Says what somebody will do: "will", "plan".
    Intend,
    /// Weakens an undertaking: "is ready to", "strive".
    Hedge,
    /// Wants another to act: "urge".
    Request,
    /// Wishes: "hope".
    Hope,
    /// Takes a position: "support".
    Position,
    /// What ought to be: "should", "must".
    ModalPosition,
    /// A noun that carries an undertaking: "commitment", "readiness".
    NounExplicit,
    /// A noun that carries a weak one.
    NounHedged,
    /// "not", "never", "refuse".
    Negation,
    /// "if", "unless".
    Condition,
    /// "by", "until".
    Deadline,
}

/// A verb's class, and how firmly it binds where it binds at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerbSense {
    /// What it does.
    pub class: VerbClass,
    /// How firmly an undertaking by this verb binds.
    pub obligation: Option<Obligation>,
}

/// What a small word of the language is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WordClass {
    /// A part of names that may be in lower case: "bin", "van".
    Particle,
    /// A day of the week, Monday 1 to Sunday 7.
    Weekday(u8),
    /// A month, 1 to 12.
    Month(u8),
    /// A number in letters.
    Number(u16),
    /// "he", "they".
    Pronoun,
    /// Begins sentences with a capital letter and is no name: "During".
    Opener,
    /// Is capitalised in such texts and is no person's name: "Agreement".
    NotName,
    /// A building where one meets: "Palace".
    Venue,
}

/// The tables of classed words.
#[derive(Debug, Default)]
pub(super) struct Classes {
    pub titles: Phrases<TitleClass>,
    pub verbs: Phrases<VerbSense>,
    pub topics: Phrases<&'static str>,
    pub topic_keys: Vec<&'static str>,
    pub words: Phrases<WordClass>,
}

impl Classes {
    pub fn read(vocabulary: &mut Vocabulary) -> Result<Self, TableError> {
        let mut classes = Self::default();
        for row in rows("titles", include_str!("../../assets/tables/titles.tsv"), ["words", "class"])? {
            let [phrase, class] = row.cells;
            classes.titles.add(
                vocabulary,
                phrase,
                Case::Any,
                title_class(class).ok_or_else(|| unknown(&row, class))?,
            );
        }
        let columns = ["lemma", "forms", "class", "obligation"];
        for row in rows("verbs", include_str!("../../assets/tables/verbs.tsv"), columns)? {
            let [_, forms, class, obligation] = row.cells;
            let class = verb_class(class).ok_or_else(|| unknown(&row, class))?;
            let obligation = match obligation {
                "" => None,
                saved => Some(
                    *Obligation::ALL
                        .iter()
                        .find(|o| o.saved() == saved)
                        .ok_or_else(|| unknown(&row, saved))?,
                ),
            };
            for form in list(forms) {
                classes.verbs.add(vocabulary, form, Case::Any, VerbSense { class, obligation });
            }
        }
        for row in rows("topics", include_str!("../../assets/tables/topics.tsv"), ["key", "words"])? {
            let [key, words] = row.cells;
            classes.topic_keys.push(key);
            for phrase in list(words) {
                classes.topics.add(vocabulary, phrase, Case::Any, key);
            }
        }
        for row in rows("words", include_str!("../../assets/tables/words.tsv"), ["word", "class"])? {
            let [word, class] = row.cells;
            classes.words.add(
                vocabulary,
                word,
                Case::Any,
                word_class(class).ok_or_else(|| unknown(&row, class))?,
            );
        }
        Ok(classes)
    }
}

fn unknown<const N: usize>(row: &Row<N>, class: &str) -> TableError {
    row.error(format!("no class is called \"{class}\""))
}

fn title_class(name: &str) -> Option<TitleClass> {
    Some(match name {
        "head" => TitleClass::Head,
        "modifier" => TitleClass::Modifier,
        "former" => TitleClass::Former,
        "portfolio" => TitleClass::Portfolio,
        "body" => TitleClass::Body,
        "honorific" => TitleClass::Honorific,
        "rank" => TitleClass::Rank,
        "suffix" => TitleClass::Suffix,
        _ => return None,
    })
}

fn verb_class(name: &str) -> Option<VerbClass> {
    Some(match name {
        "meet_in_person" => VerbClass::MeetInPerson,
        "meet_call" => VerbClass::MeetCall,
        "meet_video" => VerbClass::MeetVideo,
        "meet_letter" => VerbClass::MeetLetter,
        "meet_attend" => VerbClass::MeetAttend,
        "say" => VerbClass::Say,
        "commit" => VerbClass::Commit,
        "intend" => VerbClass::Intend,
        "hedge" => VerbClass::Hedge,
        "request" => VerbClass::Request,
        "hope" => VerbClass::Hope,
        "position" => VerbClass::Position,
        "modal_position" => VerbClass::ModalPosition,
        "noun_explicit" => VerbClass::NounExplicit,
        "noun_hedged" => VerbClass::NounHedged,
        "negation" => VerbClass::Negation,
        "condition" => VerbClass::Condition,
        "deadline" => VerbClass::Deadline,
        _ => return None,
    })
}

fn word_class(name: &str) -> Option<WordClass> {
    let (class, number) =
        name.split_once(':').map_or((name, None), |(class, n)| (class, n.parse::<u16>().ok()));
    let small = number.and_then(|n| u8::try_from(n).ok());
    Some(match class {
        "particle" => WordClass::Particle,
        "weekday" => WordClass::Weekday(small?),
        "month" => WordClass::Month(small?),
        "number" => WordClass::Number(number?),
        "pronoun" => WordClass::Pronoun,
        "opener" => WordClass::Opener,
        "not_name" => WordClass::NotName,
        "venue" => WordClass::Venue,
        _ => return None,
    })
}
