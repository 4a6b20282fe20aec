//! The coding guide: what each code of a record means, with an example. One table, which the tooltips of the
//! window read as well as the manual.

use crate::model::{MeetingKind, Obligation, Precision, Role, Ruling};

/// What a code means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// When it is to be chosen.
    pub says: &'static str,
    /// Words, or a case, in which it is right.
    pub example: &'static str,
}

impl Meaning {
    /// As a tooltip says it.
    pub fn in_words(self) -> String {
        format!("{}\nExample: {}", self.says, self.example)
    }
}

/// A coded choice, each code of which is explained.
pub trait Coded: Copy + 'static {
    /// What is coded.
    const OF: &'static str;
    /// Every code, in the order of menus.
    const CODES: &'static [Self];
    /// What the code is called.
    fn name(self) -> &'static str;
    /// What it means.
    fn meaning(self) -> Meaning;
}

const fn means(says: &'static str, example: &'static str) -> Meaning {
    Meaning { says, example }
}

impl Coded for MeetingKind {
    const OF: &'static str = "Kind of contact";
    const CODES: &'static [Self] = Self::ALL;

    fn name(self) -> &'static str {
        self.label()
    }

    fn meaning(self) -> Meaning {
        match self {
            Self::InPerson => means(
                "Two sides met face to face.",
                "“Minister Zerafa received Minister Gharbi in Valletta on Friday.”",
            ),
            Self::PhoneCall => {
                means("They spoke by telephone.", "“The two presidents spoke by phone on Monday evening.”")
            }
            Self::VideoCall => {
                means("They met by video link.", "“The ministers held their talks by videoconference.”")
            }
            Self::Correspondence => means(
                "One wrote to the other: a letter, message or telegram.",
                "“In a letter to the Prime Minister of Fiji she offered two aircraft.”",
            ),
            Self::Multilateral => means(
                "Three or more parties met: a summit, a conference, a session.",
                "“Ministers of the six coastal states met in Praia.”",
            ),
            Self::Statement => means(
                "It is about diplomacy, but tells of no contact: remarks, notices of travel, answers to the press.",
                "“Asked about the border, the spokesperson said that talks would go on.”",
            ),
            Self::NotDiplomatic => {
                means("It is not about diplomacy.", "“The national museum reopened on Sunday.”")
            }
        }
    }
}

impl Coded for Role {
    const OF: &'static str = "Role";
    const CODES: &'static [Self] = Self::ALL;

    fn name(self) -> &'static str {
        self.label()
    }

    fn meaning(self) -> Meaning {
        match self {
            Self::Principal => means("One of those who met.", "Both ministers, in “Zerafa met Gharbi”."),
            Self::Delegation => means(
                "Came along with a principal.",
                "The ambassador, in “Gharbi, accompanied by his ambassador, met Zerafa”.",
            ),
            Self::Host => means(
                "Received or convened the others without being one of the two sides.",
                "The president of Kenya, in “the two generals met in Nairobi at the invitation of President Wafula”.",
            ),
            Self::Witness => means(
                "Was present for neither side.",
                "The envoy, in “they signed in the presence of the United Nations envoy”.",
            ),
        }
    }
}

impl Coded for Obligation {
    const OF: &'static str = "Obligation";
    const CODES: &'static [Self] = Self::ALL;

    fn name(self) -> &'static str {
        self.label()
    }

    fn meaning(self) -> Meaning {
        match self {
            Self::Hedged => means(
                "Ready or willing to, aims, seeks, or anything under a condition. The weakest verb decides.",
                "“Malta stands ready to send engineers if Tunisia asks.”",
            ),
            Self::Plain => means(
                "Says what it will do, without a word that binds it.",
                "“Tunisia will reopen the consulate in March.”",
            ),
            Self::Explicit => means(
                "A word binds it: commits, pledges, promises, agrees, assures.",
                "“Malta pledged two patrol boats.”",
            ),
            Self::Legal => means(
                "An instrument that is signed or ratified binds it.",
                "“Under the protocol signed today Tunisia returns the archive.”",
            ),
        }
    }
}

impl Coded for Precision {
    const OF: &'static str = "Precision";
    const CODES: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        self.label()
    }

    fn meaning(self) -> Meaning {
        match self.get() {
            0 => means("Names an area, and nothing to be done in it.", "“to work together on energy”"),
            1 => means("Names an action or an object.", "“to build a power line”"),
            2 => means(
                "Names also one of amount, deadline, counterpart, place or instrument.",
                "“to build a power line to Sfax”",
            ),
            _ => means(
                "Names two or more of these, an amount or a deadline among them.",
                "“to build a power line of 200 megawatts to Sfax by June 2022”",
            ),
        }
    }
}

impl Coded for Ruling {
    const OF: &'static str = "Decision on a value";
    const CODES: &'static [Self] = Self::ALL;

    fn name(self) -> &'static str {
        self.label()
    }

    fn meaning(self) -> Meaning {
        match self {
            Self::Proposed => means(
                "The program proposes it, and nobody has decided on it yet.",
                "the day 12 March, read from “on Friday”",
            ),
            Self::Confirmed => means(
                "A reviewer found it right. Without words in the article it counts as inferred.",
                "you read “on Friday” too, and 12 March is right",
            ),
            Self::Corrected => means(
                "A reviewer changed or added it.",
                "the program proposed 19 March, and you set 12 March",
            ),
            Self::RuledOut => means(
                "A reviewer rejected it: it stays in the record, and is left out of exports.",
                "a proposed participant was not at the meeting",
            ),
        }
    }
}

/// The whole guide as a page of the manual: a table for each coded choice.
pub fn guide() -> String {
    [table::<MeetingKind>(), table::<Role>(), table::<Obligation>(), table::<Precision>(), table::<Ruling>()]
        .join("\n")
}

fn table<T: Coded>() -> String {
    let row = |code: &T| {
        let Meaning { says, example } = code.meaning();
        format!("| {} | {says} | {example} |\n", code.name())
    };
    let rows: String = T::CODES.iter().map(row).collect();
    format!("| {} | when | example |\n|---|---|---|\n{rows}", T::OF)
}
