//! Cues: words that tell how the words beside them are meant ("will", "during", "last").
//! The table is `assets/tables/cues.tsv`.

use super::index::{Case, IndexBuilder, Set};
use super::phrases::Phrases;
use super::table::{TableError, classes, rows};
use super::words::words;

classes! {
    /// What a word tells of its neighbors.
    Cue {
        /// Makes a verb one of the future or a wish: "will meet".
        Modal = "modal",
        /// The same with "to" between: "is to meet".
        Plan = "plan",
        /// May stand between those and the verb: "will also meet".
        Between = "between",
        /// Makes a noun the setting of what is reported: "during talks".
        Setting = "setting",
        /// Puts a noun off: "ahead of talks".
        Coming = "coming",
        /// Makes a noun another one: "since their last meeting".
        Other = "other",
        /// With "of", leaves a noun what is reported: "two days of talks".
        Part = "part",
        /// Parts a noun from the verb before it: "had, after the talks".
        Parting = "parting",
        /// What one meets that is nobody: "meet the needs".
        NotMet = "not_met",
        /// A verb whose object is a topic: "discussed the war in".
        Topic = "topic",
        /// Makes a place somebody's home, or a topic's: "based in Rome".
        Home = "home",
        /// With "for", asks for a contact that has not been: "called for talks".
        Asks = "asks",
        /// Tells that somebody was in a place or came there: "arrived in".
        Stays = "stays",
        /// Makes a day a limit, or that of something else: "adopted on 5 May".
        OtherDay = "other_day",
        /// The verb of one who receives: "received", "accepted the credentials".
        Host = "host",
        /// The verb of one who comes: "called on", "presented credentials".
        Guest = "guest",
        /// An office whose holder lives in another country: "ambassador".
        Resident = "resident",
        /// Says of leaders that they are of many states: "African".
        Region = "region",
        /// Ends as verbs do, and is none: "indeed", "nothing".
        NoVerb = "no_verb",
        /// Has somebody who is there as its object: "told", "joined".
        Addresses = "addresses",
        /// Tells the last day of a visit: "concluded".
        Ends = "ends",
        /// Tells the first day of a visit: "arrived".
        Begins = "begins",
        /// With "with", keeps two apart or says nothing of a contact: "disagreed with".
        Apart = "apart",
        /// Ties somebody whom the subject was together with: "with".
        Together = "together",
        /// Tells of what is past and known: "recalled that they met".
        Recall = "recall",
        /// A form of "be", alone or as a helper.
        Be = "be",
        /// A form of "have".
        Have = "have",
        /// A form of "do".
        Do = "do",
        /// A verb in its bare form that ends as nouns and adjectives do: "give", "comment".
        Base = "base",
        /// A simple past that does not end in "ed": "met".
        Past = "past",
        /// A past participle that does not end in "ed": "spoken", "met".
        Participle = "participle",
        /// Opens a clause about the noun before it: "who".
        Relative = "relative",
        /// Opens a clause that says when or why: "after they met".
        Subordinator = "subordinator",
        /// Ties a noun to what stands before it: "with".
        Preposition = "preposition",
        /// Tells that a contact is another than the one told before: "also met", "separately".
        Beside = "beside",
        /// Opens a noun: "the".
        Determiner = "determiner",
        /// A pronoun that acts: "she".
        Subject = "subject",
        /// Tells of trade, sport or courts, which are none of parties: "shareholders".
        Private = "private",
        /// Tells of relations between parties, even where one alone is named: "embassy".
        Diplomacy = "diplomacy",
        /// Tells of them where two are named: "minister".
        Politics = "politics",
        /// With "of" before a name, tells that it is a state's: "Republic".
        StateForm = "state_form",
        /// An office or house that only states have: "ambassador", "foreign ministry".
        StateOffice = "state_office",
        /// What states have, and others too: "government", "officials".
        StateBody = "state_body",
        /// What states have with each other: "relations", "border".
        StateTie = "state_tie",
        /// Ends the name of an organization that acts for itself: "Front".
        Movement = "movement",
        /// Stands for the country that was told before: "the island's president".
        Country = "country",
        /// Stands for the organization that was told before: "the bloc's foreign policy chief".
        Union = "union",
        /// What a caller comes for: "called on the minister to brief her".
        Errand = "errand",
        /// With "by", tells who had something done and was not there: "authorized by the president".
        Ordered = "ordered",
        /// Takes somebody else's words along: "handed her a letter from".
        Brings = "brings",
        /// Who is of somebody's family or household: "the sister of".
        Kin = "kin",
        /// With "with", tells how or what for, and no company: "with the aim of".
        Manner = "manner",
        /// With "to" or "in" after it, comes before a country or city: "visit", "arrived".
        StateVisit = "state_visit",
    }
}

/// Reads the table.
pub(super) fn read(index: &mut IndexBuilder) -> Result<Phrases<Cue>, TableError> {
    let mut phrases = Phrases::new(Set::Cues);
    for row in rows("cues", include_str!("../../assets/tables/cues.tsv"), ["word", "class"])? {
        let row = row?;
        let [word, class] = row.cells;
        let class = Cue::named(class).ok_or_else(|| row.unknown(class))?;
        phrases.add(index, word, Case::Any, class);
        if words(word).nth(1).is_none() {
            index.note(word, |facts| facts.add_cue(class));
        }
    }
    Ok(phrases)
}
