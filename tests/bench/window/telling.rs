//! The text of an invented article: who is named in it where, and what is undertaken.
//!
//! It reads like the account of a long conference. People are named over and over and say things;
//! their parties undertake others, each of them twice. Quotation marks are curly, so the text is not
//! ASCII and its offsets have to be counted, as in most articles.

use std::ops::Range;

/// How often each person is named, and each commitment told.
pub const NAMED: usize = 4;
pub const TOLD: usize = 2;
/// A paragraph has so many sentences.
const PARAGRAPH: usize = 5;

pub const HEADLINE: &str = "Ministers close the conference on the northern sea route";
const OPENING: &str = "VALLETTA, 14 March 2021 – The delegations met at the Auberge de Castille on Friday";

const PARTIES: &[(&str, &str)] = &[
    ("MLT", "Malta"),
    ("TUN", "Tunisia"),
    ("ISL", "Iceland"),
    ("URY", "Uruguay"),
    ("GHA", "Ghana"),
    ("BTN", "Bhutan"),
    ("SVN", "Slovenia"),
    ("FJI", "Fiji"),
];
const GIVEN: &[&str] = &[
    "Marija", "Slim", "Karmenu", "Leila", "Sigrún", "Ernesto", "Abena", "Tashi", "Zala", "Ratu", "Ólafur",
    "Inés", "Kofi", "Pema", "Matija", "Adi",
];
const FAMILY: &[&str] = &[
    "Vella",
    "Gharbi",
    "Borg",
    "Trabelsi",
    "Hallsdóttir",
    "Pereyra",
    "Owusu",
    "Wangdi",
    "Kranjc",
    "Tuilagi",
    "Einarsson",
    "Sosa",
    "Mensah",
    "Dorji",
    "Novak",
    "Waqa",
];
const TITLES: &[&str] = &[
    "Foreign Minister",
    "Deputy Minister for Trade",
    "Ambassador",
    "State Secretary",
    "Minister of Fisheries",
    "Special Envoy for the Seas",
];
const SAID: &[&str] = &[
    "said that the talks had been frank and that much was still to be settled",
    "recalled the long winters in which no ship had reached the outer harbors",
    "asked for patience with parliaments that had elections before them",
    "welcomed the figures that the joint committee had laid on the table",
    "warned that the ice would not wait for another round of letters",
    "thanked the hosts for the quiet in which the text had come about",
];
const UNDERTAKINGS: &[&str] = &[
    "will reopen its two northern harbors to all signatories by June 2022",
    "will train 200 pilots a year at the academy of the coast guard",
    "pledges to pay a third of the costs of the new weather stations",
    "agrees to exchange catch data on bluefin tuna every month",
    "stands ready to host a second round of talks before the end of 2021",
    "commits to cut the sulfur in ship fuel by half if the others follow",
    "will publish the positions of all its icebreakers from the first of May",
];
const TELLING: &[&str] = &[
    "Under the text that was read out in the evening,",
    "The annex puts it in one line:",
    "As the communiqué has it,",
    "A diplomat who was in the room confirmed that",
];
/// Each stands many times, with another number, so that no two paragraphs are the same: egui would lay
/// out both at once.
const FILLERS: &[&str] = &[
    "The delegations walked along the bastions before the session of # minutes past nine.",
    "Observers noted that the line used to carry some # passengers in a season, most of them families.",
    "Copies of draft #, still warm from the printer, lay on every table.",
    "Reporters were kept on the far side of the square, where it rained for most of the afternoon.",
    "None of this was new, but it had not been said in one room for # days.",
    "The experts had worked on tariffs, certificates and the wording of article # through two nights.",
    "Fishermen from the outer islands had come with # banners and left with coffee.",
    "A working group will look into the # details that nobody wanted to settle over dinner.",
    "“It is a small step,” one of them said on the stairs, “and it took us nine years.”",
];

/// A text, and where in it people are named and undertakings told.
#[derive(Default)]
pub struct Told {
    pub text: String,
    /// Of each person.
    pub named: Vec<Vec<Range<usize>>>,
    /// Of each commitment.
    pub undertaken: Vec<Vec<Range<usize>>>,
    sentences: usize,
}

/// Tells of so many people and commitments, evenly over a text of this length.
pub fn tell(bytes: usize, people: usize, commitments: usize) -> Told {
    let mut told = Told {
        text: format!("{HEADLINE}\n\n{OPENING}."),
        named: vec![Vec::new(); people],
        undertaken: vec![Vec::new(); commitments],
        sentences: 1,
    };
    let mentions = people * NAMED;
    let all = mentions + commitments * TOLD;
    for number in 0..all {
        told.fill(bytes * number / all);
        let before = number * mentions / all;
        if (number + 1) * mentions / all > before {
            told.mention(before);
        } else {
            told.statement(number - before);
        }
    }
    told.fill(bytes);
    told
}

impl Told {
    /// Adds a sentence, and says where it begins.
    fn sentence(&mut self, words: &str) -> usize {
        self.text.push_str(if self.sentences.is_multiple_of(PARAGRAPH) { "\n\n" } else { " " });
        self.sentences += 1;
        let at = self.text.len();
        self.text.push_str(words);
        at
    }

    /// Adds sentences about nothing in particular up to this length.
    fn fill(&mut self, bytes: usize) {
        while self.text.len() < bytes {
            let words = pick(FILLERS, self.sentences * 7 + self.sentences / 9);
            self.sentence(&words.replace('#', &self.sentences.to_string()));
        }
    }

    /// Somebody is named: with title and party the first time.
    fn mention(&mut self, number: usize) {
        let person = number % self.named.len();
        let (name, said) = (name(person), pick(SAID, number));
        let (_, country) = party(person);
        let (before, after) = if number == person {
            (format!("{} ", title(person)), format!(" of {country} {said}."))
        } else {
            (String::new(), format!(" {said}."))
        };
        let at = self.sentence(&format!("{before}{name}{after}")) + before.len();
        if let Some(ranges) = self.named.get_mut(person) {
            ranges.push(at..at + name.len());
        }
    }

    /// Something is undertaken.
    fn statement(&mut self, number: usize) {
        let commitment = number % self.undertaken.len();
        let (before, words) = (pick(TELLING, number), undertaking(commitment));
        let at = self.sentence(&format!("{before} {words}.")) + before.len() + 1;
        if let Some(ranges) = self.undertaken.get_mut(commitment) {
            ranges.push(at..at + words.len());
        }
    }
}

/// No two of the first 256 people share a name.
pub fn name(number: usize) -> String {
    format!("{} {}", pick(GIVEN, number), pick(FAMILY, number + number / GIVEN.len()))
}

/// The office of a person.
pub fn title(number: usize) -> &'static str {
    pick(TITLES, number)
}

/// The code and the name of the party that a person or a commitment is of.
pub fn party(number: usize) -> (&'static str, &'static str) {
    pick(PARTIES, number)
}

/// The words of a commitment.
pub fn undertaking(number: usize) -> String {
    format!("{} {}", party(number).1, pick(UNDERTAKINGS, number))
}

/// One of a list, over and over.
fn pick<T: Copy + Default>(list: &[T], number: usize) -> T {
    list.get(number % list.len()).copied().unwrap_or_default()
}
