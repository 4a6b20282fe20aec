//! Classed words: the tables that say of a word or phrase what it does in a text. Titles
//! (`assets/tables/titles.tsv`), offices that only one party has (`offices.tsv`), verbs (`verbs.tsv`),
//! topics (`topics.tsv`) and the small words of the language (`words.tsv`).

use jiff::civil::Weekday;

use super::index::{Case, IndexBuilder, Set};
use super::phrases::Phrases;
use super::table::{TableError, classes, list, rows};
use super::takes::Takes;
use crate::calendar::{DayWord, english};
use crate::model::{Obligation, PartyCode};

classes! {
    /// What a word or phrase does in a title.
    TitleClass {
        /// An office by itself: "minister", "secretary-general".
        Head = "head",
        /// Comes before a head: "vice", "deputy", "special".
        Modifier = "modifier",
        /// Says that the office is held no longer, or not yet: "former".
        Former = "former",
        /// What an office is about: "foreign", "affairs", "trade".
        Portfolio = "portfolio",
        /// What a person heads or belongs to: "ministry", "department".
        Body = "body",
        /// Stands before a name and is not of it: "Mr.", "H.E.", "Sheikh".
        Honorific = "honorific",
        /// A military rank.
        Rank = "rank",
        /// Stands after a name: "Jr.", "MP".
        Suffix = "suffix",
        /// An office whose holder goes by the given name: "king", "pope".
        Royal = "royal",
        /// Cannot be the last word of what an office is of: "international".
        Adjective = "adjective",
        /// Tells of a contact and takes no part in it: "spokesman".
        Reporter = "reporter",
        /// Is a family name too: "bishop", "park".
        Surname = "surname",
        /// The office of a province or town, which stands for the country that it lies in: "governor".
        Local = "local",
    }
}

classes! {
    /// What a verb, or a noun that stands for one, does in a report.
    VerbClass {
        /// Was in contact; how is not said.
        Meet = "meet",
        /// Met face to face.
        MeetInPerson = "meet_in_person",
        /// Spoke by telephone.
        MeetCall = "meet_call",
        /// Spoke by video.
        MeetVideo = "meet_video",
        /// Wrote.
        MeetLetter = "meet_letter",
        /// Attended or chaired.
        MeetAttend = "meet_attend",
        /// Reports what somebody said.
        Say = "say",
        /// Makes an undertaking explicit: "pledge", "agree".
        Commit = "commit",
        /// Binds by law: "ratify".
        Legal = "legal",
        /// States what is the speaker's own: "reaffirm".
        Affirm = "affirm",
        /// Sets one's own people to work: "instruct".
        Direct = "direct",
        /// An adjective that undertakes after "is": "ready".
        Adjective = "adjective",
        /// A noun that undertakes beside "is": "it is our aim to".
        Purpose = "purpose",
        /// Says what somebody will do: "will", "plan".
        Intend = "intend",
        /// Weakens an undertaking: "is ready to", "strive".
        Hedge = "hedge",
        /// Wants another to act: "urge", "should".
        Request = "request",
        /// Wishes: "hope".
        Hope = "hope",
        /// Takes a position: "support".
        Position = "position",
        /// A noun that carries an explicit undertaking: "commitment".
        NounExplicit = "noun_explicit",
        /// A noun that carries a plain one: "intention".
        NounPlain = "noun_plain",
        /// A noun that carries a weak one: "readiness".
        NounHedged = "noun_hedged",
        /// A noun that carries a wish.
        NounHope = "noun_hope",
        /// A noun that carries a request.
        NounRequest = "noun_request",
        /// A noun for a contact: "meeting", "talks".
        NounMeet = "noun_meet",
        /// "not", "never", "refuse".
        Negation = "negation",
        /// "if", "unless".
        Condition = "condition",
    }
}

/// A verb's class, and how firmly it binds where it binds at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerbSense {
    /// What it does.
    pub class: VerbClass,
    /// How firmly an undertaking by this verb binds.
    pub obligation: Option<Obligation>,
    /// What follows it where it undertakes.
    pub takes: Takes,
}

/// What a small word of the language is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WordClass {
    /// A part of names that may be in lower case: "bin", "van".
    Particle,
    /// A day of the week. These, months and days told from another are the calendar's words.
    Weekday(Weekday),
    /// A month, 1 to 12.
    Month(i8),
    /// A number in letters.
    Number(u64),
    /// "first", "23rd".
    Ordinal(u16),
    /// A day or time told from another: "today", "a day earlier", "recently".
    RelativeDay,
    /// "he", "they".
    Pronoun,
    /// Begins sentences with a capital letter and is no name: "During".
    Opener,
    /// Is capitalized in such texts and is no person's name: "Agreement".
    NotName,
    /// The name of a place that is more often a word or a person's name: "Reading".
    WeakPlace,
    /// A building where one meets: "Palace".
    Venue,
    /// A time of day: "morning", "GMT".
    Daypart,
    /// The other side's person: "counterpart".
    Counterpart,
    /// Money: "euros", "USD".
    Currency,
    /// Says that a line belongs to a picture: "photo", "left to right".
    Picture,
}

/// The tables of classed words.
#[derive(Debug)]
pub(super) struct Classes {
    pub titles: Phrases<TitleClass>,
    pub offices: Phrases<Option<PartyCode>>,
    pub verbs: Phrases<VerbSense>,
    pub topics: Phrases<&'static str>,
    pub topic_keys: Vec<&'static str>,
    pub words: Phrases<WordClass>,
}

impl Classes {
    pub fn read(index: &mut IndexBuilder) -> Result<Self, TableError> {
        let mut classes = Self {
            titles: Phrases::new(Set::Titles),
            offices: Phrases::new(Set::Offices),
            verbs: Phrases::new(Set::Verbs),
            topics: Phrases::new(Set::Topics),
            topic_keys: Vec::new(),
            words: Phrases::new(Set::Words),
        };
        for row in rows("titles", include_str!("../../assets/tables/titles.tsv"), ["words", "class"])? {
            let row = row?;
            let [phrase, class] = row.cells;
            classes.titles.add(
                index,
                phrase,
                Case::Any,
                TitleClass::named(class).ok_or_else(|| row.unknown(class))?,
            );
        }
        for row in rows("offices", include_str!("../../assets/tables/offices.tsv"), ["words", "party"])? {
            let row = row?;
            let [words, party] = row.cells;
            let party = match party {
                "" => None,
                code => Some(code.parse().map_err(|e| row.error(format!("{e}")))?),
            };
            classes.offices.add(index, words, Case::Any, party);
        }
        let columns = ["forms", "class", "obligation", "takes"];
        for row in rows("verbs", include_str!("../../assets/tables/verbs.tsv"), columns)? {
            let row = row?;
            let [forms, class, obligation, takes] = row.cells;
            let class = VerbClass::named(class).ok_or_else(|| row.unknown(class))?;
            let obligation = match obligation {
                "" => None,
                saved => Some(
                    *Obligation::ALL.iter().find(|o| o.saved() == saved).ok_or_else(|| row.unknown(saved))?,
                ),
            };
            let takes = list(takes).try_fold(Takes::default(), |all, one| {
                Takes::named(one).map(|one| all | one).ok_or_else(|| row.unknown(one))
            })?;
            for form in list(forms) {
                classes.verbs.add(index, form, Case::Any, VerbSense { class, obligation, takes });
            }
        }
        for row in rows("topics", include_str!("../../assets/tables/topics.tsv"), ["key", "words"])? {
            let row = row?;
            let [key, words] = row.cells;
            classes.topic_keys.push(key);
            for phrase in list(words) {
                classes.topics.add(index, phrase, Case::Any, key);
            }
        }
        for row in rows("words", include_str!("../../assets/tables/words.tsv"), ["word", "class"])? {
            let row = row?;
            let [word, class] = row.cells;
            classes.words.add(index, word, Case::Any, word_class(class).ok_or_else(|| row.unknown(class))?);
        }
        for (words, word) in english() {
            let class = match word {
                DayWord::Month(month) => WordClass::Month(month),
                DayWord::Weekday(weekday) => WordClass::Weekday(weekday),
                DayWord::FromToday => WordClass::RelativeDay,
            };
            classes.words.add(index, &words, Case::Any, class);
        }
        Ok(classes)
    }
}

fn word_class(name: &str) -> Option<WordClass> {
    let (class, number) = name.split_once(':').map_or((name, ""), |(class, number)| (class, number));
    Some(match class {
        "particle" => WordClass::Particle,
        "number" => WordClass::Number(number.parse().ok()?),
        "ordinal" => WordClass::Ordinal(number.parse().ok()?),
        "relative_day" => WordClass::RelativeDay,
        "pronoun" => WordClass::Pronoun,
        "opener" => WordClass::Opener,
        "not_name" => WordClass::NotName,
        "weak_place" => WordClass::WeakPlace,
        "venue" => WordClass::Venue,
        "daypart" => WordClass::Daypart,
        "counterpart" => WordClass::Counterpart,
        "currency" => WordClass::Currency,
        "picture" => WordClass::Picture,
        _ => return None,
    })
}
