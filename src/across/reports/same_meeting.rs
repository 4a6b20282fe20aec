//! Same meeting: do two records report one and the same meeting, and what speaks for it?
//!
//! The kind of contact must fit, the days must be the same or next to each other, and the sides of the
//! shorter report must stand in the longer one too. Wires across time zones give different days for
//! one call, reports leave parties and people out, and letters differ in names: so the answer is a
//! likeness with its reasons, for a person to judge.

use super::facts::Strength;
use super::many::Reports;
use super::outline::Outline;
use super::report::InCommon;
use crate::lexicon::Lexicon;
use crate::model::PartyCode;

/// What speaks for two reports being of one meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// How much.
    pub strength: Strength,
    /// Whether they have a day in common; else they are one day apart.
    pub same_day: bool,
    /// The parties in both.
    pub parties: Vec<PartyCode>,
    /// The people in both, by the shorter form of their names.
    pub people: Vec<String>,
}

/// What speaks for two records being reports of one meeting; none if too little does, or if something
/// speaks against it.
pub fn likeness(a: &Outline, b: &Outline) -> Option<Likeness> {
    let both = Reports::from_iter([(0, a), (1, b)]);
    let InCommon { strength, same_day, parties, people } = both.at(0)?.in_common(both.at(1)?)?;
    let parties = parties.into_iter().filter_map(|code| code.parse().ok()).collect();
    Some(Likeness { strength, same_day, parties, people: people.into_iter().map(Into::into).collect() })
}

impl Likeness {
    /// In words: "same day, Malta and Tunisia, Maria Zerafa in both".
    pub fn in_words(&self, lexicon: &Lexicon) -> String {
        let day = if self.same_day { "same day" } else { "a day apart" };
        let parties = self.parties.iter().map(|code| lexicon.party_of_code(code).name.into()).collect();
        let mut words = vec![day.to_owned(), listed(parties)];
        if !self.people.is_empty() {
            words.push(listed(self.people.clone()) + " in both");
        }
        words.join(", ")
    }
}

/// "Malta, Tunisia and 7 more".
fn listed(mut names: Vec<String>) -> String {
    const MOST: usize = 4;
    if names.len() > MOST {
        let more = names.split_off(MOST - 1).len();
        names.push(format!("{more} more"));
    }
    let last = names.pop().unwrap_or_default();
    if names.is_empty() { last } else { format!("{} and {last}", names.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::super::outline::tests::{outline, outline_in};
    use super::*;
    use crate::model::MeetingKind::{self, InPerson, Multilateral, PhoneCall, Statement};

    fn strength(a: &Outline, b: &Outline) -> Option<Strength> {
        let found = likeness(a, b).map(|likeness| likeness.strength);
        assert_eq!(found, likeness(b, a).map(|likeness| likeness.strength), "{a:?} {b:?}");
        found
    }

    /// What speaks for another report of "Maria Zerafa of Malta met Karim Jaziri of Tunisia".
    fn beside(kind: MeetingKind, days: &str, parties: &str, people: &str) -> Option<Strength> {
        let talks = outline(InPerson, "2021-03-12", "MLT TUN", "Maria Zerafa, Karim Jaziri");
        strength(&talks, &outline(kind, days, parties, people))
    }

    #[test]
    fn the_same_people_on_the_same_day_are_certain() {
        let certain = Some(Strength::Certain);
        assert_eq!(beside(InPerson, "2021-03-12", "MLT TUN", "Zerafa, Karim Jazeeri"), certain);
        assert_eq!(beside(InPerson, "2021-03-12", "MLT TUN", "Jaziri"), certain);
        assert_eq!(beside(InPerson, "2021-03-11..2021-03-13", "MLT TUN", "Zerafa, Jaziri"), certain);
        assert_eq!(beside(Multilateral, "2021-03-12", "ITA MLT TUN", "Zerafa, Jaziri, Elia Donati"), certain);
    }

    #[test]
    fn less_in_common_is_likely() {
        let likely = Some(Strength::Likely);
        assert_eq!(beside(InPerson, "2021-03-12", "MLT TUN", ""), likely);
        assert_eq!(beside(InPerson, "2021-03-13", "MLT TUN", "Maria Zerafa"), likely, "another time zone");
        assert_eq!(beside(InPerson, "2021-03-12", "MLT", "Maria Zerafa"), likely, "one side only");
        assert_eq!(beside(InPerson, "2021-03-12", "MLT TUN", "Maria Zerafa, Lea Brami"), likely);
    }

    #[test]
    fn another_kind_day_side_or_company_is_another_meeting() {
        assert_eq!(beside(PhoneCall, "2021-03-12", "MLT TUN", "Zerafa, Jaziri"), None);
        assert_eq!(beside(Statement, "2021-03-12", "MLT TUN", "Zerafa, Jaziri"), None);
        assert_eq!(beside(InPerson, "2021-03-14", "MLT TUN", "Zerafa, Jaziri"), None);
        assert_eq!(beside(InPerson, "", "MLT TUN", "Zerafa, Jaziri"), None, "a day nobody knows");
        assert_eq!(beside(InPerson, "2021-03-12", "LBY MLT", "Zerafa"), None);
        assert_eq!(beside(InPerson, "2021-03-12", "MLT", ""), None);
        assert_eq!(beside(InPerson, "2021-03-12", "MLT TUN", "Paul Grech, Lea Brami"), None);
        assert_eq!(beside(InPerson, "2021-03-13", "MLT TUN", ""), None, "a day apart, and nobody in both");
        assert_eq!(beside(Multilateral, "2021-03-12", "DZA EGY LBY MLT TUN", "Zerafa"), None);
    }

    #[test]
    fn two_places_are_two_meetings_unless_somebody_was_at_both() {
        let named = outline(InPerson, "2021-03-12", "MLT TUN", "Zerafa, Jaziri");
        let bare = outline(InPerson, "2021-03-12", "MLT TUN", "");
        let in_tunis = |outline: &Outline| outline_in("TUN", outline.clone());
        let in_valletta = |outline: &Outline| outline_in("MLT", outline.clone());
        assert_eq!(strength(&in_tunis(&bare), &in_valletta(&bare)), None);
        assert_eq!(strength(&in_tunis(&named), &in_valletta(&named)), Some(Strength::Likely));
        assert_eq!(strength(&in_tunis(&named), &named), Some(Strength::Certain));
    }

    #[test]
    fn a_likeness_gives_its_reasons_in_words() {
        let lexicon = Lexicon::built_in();
        let talks = outline(InPerson, "2021-03-12", "MLT TUN", "Maria Zerafa, Karim Jaziri");
        let words = |b: &Outline| likeness(&talks, b).unwrap().in_words(&lexicon);
        let other = outline(InPerson, "2021-03-12", "MLT TUN", "Zerafa");
        assert_eq!(words(&other), "same day, Malta and Tunisia, Zerafa in both");
        let next_day = outline(InPerson, "2021-03-13", "MLT TUN", "SATO Kenji, Jaziri Karim");
        assert_eq!(words(&next_day), "a day apart, Malta and Tunisia, Jaziri Karim in both");
        let many = ["a", "b", "c", "d", "e"].map(String::from).to_vec();
        assert_eq!(listed(many), "a, b, c and 2 more");
    }
}
