//! People: names, the titles that go with them, the party that a person stands for, and which of
//! several mentions are of one person.
//!
//! [`read`] finds mentions, from left to right: title, honorifics, name, what follows the name.
//! [`cluster`] then ties those together that mean the same person, by name and by title.

mod alike;
mod apposed;
mod cluster;
mod counterpart;
mod draft;
mod label;
mod listed;
mod name;
mod read;
mod title;

pub(in crate::extract) use counterpart::name_counterpart;

use std::ops::Range;

use super::in_order::{InOrder, Placed};
use super::parties::PartyMention;
use crate::extract::segment::Source;

/// A person of an article, as all the mentions together tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::extract) struct Person {
    /// The longest form of the name, without honorifics, as printed.
    pub name: String,
    /// The longest form of the office, without the party where that can be cut cleanly.
    pub title: Option<String>,
    /// The side that the person stands for.
    pub side: Side,
    /// Whether a title or a form of address says somewhere that this is a person.
    pub addressed: bool,
    /// Whether the office is said to be a former or a future one.
    pub former: bool,
    /// Whether the office tells of contacts and takes no part in them.
    pub reporter: bool,
    /// How many times the text mentions the person.
    pub times: usize,
    /// The longest of the mentions, which tells name and office; of equals the first.
    pub introduced: Range<usize>,
}

/// For whom a person stands, as a place in [`crate::lexicon::Lexicon::parties`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::extract) enum Side {
    /// Nobody knows.
    #[default]
    Unknown,
    /// Most likely this party, though no words say so.
    Guessed(usize),
    /// This party, as the text says.
    Told(usize),
}

impl Side {
    /// The party, told or guessed.
    pub fn party(self) -> Option<usize> {
        match self {
            Self::Unknown => None,
            Self::Guessed(row) | Self::Told(row) => Some(row),
        }
    }
}

/// The place of a person in [`People::persons`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::extract) struct PersonIndex(pub usize);

/// Words that stand for a person: a name with or without title, or a title alone ("the minister").
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::extract) struct PersonMention {
    /// All the words, title and honorifics included.
    pub words: Range<usize>,
    /// The words of the name; none where a title stands alone.
    pub name: Option<Range<usize>>,
    /// Whom they mean.
    pub person: PersonIndex,
}

impl Placed for PersonMention {
    fn words(&self) -> &Range<usize> {
        &self.words
    }
}

/// The people of an article.
#[derive(Clone, Debug, Default)]
pub(in crate::extract) struct People {
    /// Each person once, in order of first mention.
    pub persons: Vec<Person>,
    /// Where they are mentioned, in order, without overlaps.
    pub mentions: InOrder<PersonMention>,
}

/// Finds the people of an article.
pub(super) fn people(source: &Source<'_>, parties: &[PartyMention]) -> People {
    cluster::cluster(source, read::mentions(source, parties))
}

impl Person {
    /// The party that the person stands for, told or guessed.
    pub fn party(&self) -> Option<usize> {
        self.side.party()
    }
}

impl People {
    /// The person with this index.
    pub fn person(&self, index: PersonIndex) -> Option<&Person> {
        self.persons.get(index.0)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use crate::extract::rule::Scene;
    use crate::extract::tests::article;
    use crate::lexicon::Lexicon;

    /// The people of a text: "name / title / party" each.
    fn people(text: &str) -> Vec<String> {
        let article = article(text);
        let lexicon = Lexicon::built_in();
        let scene = Scene::new(&article, &lexicon);
        let persons = scene.mentions.people.persons.iter().map(|person| {
            let party =
                person.party().and_then(|row| scene.source.party(row)).map(|row| row.party.code.as_str());
            format!("{} / {} / {}", person.name, person.title.as_deref().unwrap_or("-"), party.unwrap_or("-"))
        });
        persons.collect()
    }

    #[track_caller]
    pub fn check(text: &str, expected: &[&str]) {
        assert_eq!(people(text), expected, "in: {text}");
    }

    #[test]
    fn the_office_that_somebody_takes_up_is_the_own() {
        check(
            "The President of Kenya received the credentials of Ana Torre as the Ambassador of Norway and Jon Lind as Ambassador of Malta.",
            &["Ana Torre / Ambassador / NOR", "Jon Lind / Ambassador / MLT"],
        );
        check(
            "The envoy presented her credentials to Kenyan President Ana Torre as Ambassador of Malta.",
            &["Ana Torre / President / KEN"],
        );
    }

    #[test]
    fn a_title_before_a_name_gives_office_and_party() {
        check(
            "Kyrgyzstan's Minister of Foreign Affairs Ruslan Torebaev spoke.",
            &["Ruslan Torebaev / Minister of Foreign Affairs / KGZ"],
        );
        check("Chinese Ambassador Lin Qiao spoke.", &["Lin Qiao / Ambassador / CHN"]);
        check("President of Kazakhstan Aidar-Bek Nurmatov spoke.", &["Aidar-Bek Nurmatov / President / KAZ"]);
        check("Prime Minister of Canada Ian Laurier spoke.", &["Ian Laurier / Prime Minister / CAN"]);
        check(
            "President of the European Council Karl Winter spoke.",
            &["Karl Winter / President of the European Council / EU"],
        );
        check(
            "Vice Foreign Minister Shen Lu met Cuban Deputy Foreign Minister Ana Ríos Camero.",
            &["Shen Lu / Vice Foreign Minister / -", "Ana Ríos Camero / Deputy Foreign Minister / CUB"],
        );
        check(
            "He met Minister of Women, Children and Poverty Alleviation Lena Tabu.",
            &["Lena Tabu / Minister of Women, Children and Poverty Alleviation / -"],
        );
        check(
            "It was led by Director-General of the Department of Fisheries and Ocean Affairs of the Foreign Ministry Hu Lian.",
            &[
                "Hu Lian / Director-General of the Department of Fisheries and Ocean Affairs of the Foreign Ministry / -",
            ],
        );
    }

    #[test]
    fn honorifics_and_ranks_stay_out_of_names() {
        check(
            "Indonesian Foreign Minister Dr Hadi Wirawan came.",
            &["Hadi Wirawan / Foreign Minister / IDN"],
        );
        check(
            "He met H.E. Mr. Tarik Ahsan Siddi, Defence Adviser to the Prime Minister of Bangladesh.",
            &["Tarik Ahsan Siddi / Defence Adviser to the Prime Minister / BGD"],
        );
        check(
            "Minister of State Omar bin Sultan Al Amiri called.",
            &["Omar bin Sultan Al Amiri / Minister of State / -"],
        );
        check(
            "King Salim bin Abdulrahim al-Saud of Saudi Arabia called.",
            &["Salim bin Abdulrahim al-Saud / King / SAU"],
        );
        check("President Joseph T. Baker, Jr. spoke.", &["Joseph T. Baker, Jr. / President / -"]);
        check(
            "General Ana Torre, MSM, psc, ndc, PhD, the Chief of Defence of Malawi, came.",
            &["Ana Torre / Chief of Defence / MWI"],
        );
        check(
            "The King of Eswatini, His Majesty King Sipho IV, hosted the Minister of Trade, Hon. Minister Ana Torre.",
            &["Sipho IV / King / SWZ", "Ana Torre / Minister of Trade / -"],
        );
    }

    #[test]
    fn short_forms_and_titles_alone_are_the_same_person() {
        check(
            "Foreign Minister Esteban Quispe Larrea of Peru spoke. Quispe left.",
            &["Esteban Quispe Larrea / Foreign Minister / PER"],
        );
        check(
            "Chinese Ambassador Lin Qiao met Foreign Minister Ruslan Torebaev. Torebaev thanked Lin. The ambassador left.",
            &["Lin Qiao / Ambassador / CHN", "Ruslan Torebaev / Foreign Minister / -"],
        );
    }

    #[test]
    fn an_office_tells_more_than_that_somebody_leads() {
        check(
            "Maltese leader Ana Torre spoke. President Ana Torre thanked Jon Lind (Norway) and Omar Otieno (Kenya).",
            &["Ana Torre / President / MLT", "Jon Lind / - / NOR", "Omar Otieno / - / KEN"],
        );
    }

    #[test]
    fn a_title_may_follow_the_name() {
        check(
            "Mariya Sample, Minister of Defence of the Kyrgyz Republic, came.",
            &["Mariya Sample / Minister of Defence / KGZ"],
        );
        check(
            "The Minister of Foreign Affairs, Hon. Mangala Sama, came.",
            &["Mangala Sama / Minister of Foreign Affairs / -"],
        );
        check(
            "The President of Malta, Ana Torre, the President of Chile, Jon Lind, and the King of Norway, Olav Dahl, met.",
            &["Ana Torre / President / MLT", "Jon Lind / President / CHL", "Olav Dahl / King / NOR"],
        );
    }

    #[test]
    fn a_counterpart_holds_the_same_office_elsewhere() {
        check(
            "Foreign Minister Ana Torre met her Cuban counterpart, Jon Lind.",
            &["Ana Torre / Foreign Minister / -", "Jon Lind / Foreign Minister / CUB"],
        );
        check(
            "Maltese Foreign Minister Ana Torre met with her Jordanian and Iraqi counterparts, Basel Qadi and Omar Haddad.",
            &[
                "Ana Torre / Foreign Minister / MLT",
                "Basel Qadi / Foreign Minister / JOR",
                "Omar Haddad / Foreign Minister / IRQ",
            ],
        );
        check(
            "Finance Minister of Malta Ana Torre and her Zambian opposite number, Dr. Jon Lind, signed.",
            &["Ana Torre / Finance Minister / MLT", "Jon Lind / Finance Minister / ZMB"],
        );
        check(
            "Finance Minister of Malta Ana Torre talked with her Zambian peer, Jon Lind.",
            &["Ana Torre / Finance Minister / MLT", "Jon Lind / Finance Minister / ZMB"],
        );
    }

    #[test]
    fn what_is_called_the_something_is_no_person() {
        check("The leaders closed the fourth Lake Ember Meeting. Ana Torre said so.", &["Ana Torre / - / -"]);
    }
}
