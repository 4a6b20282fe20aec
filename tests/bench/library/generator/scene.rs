//! What there is to report: who met, where, when, about what, and what was undertaken.
//!
//! All reports on a meeting find the same; only when and by whom they are published is their own.

use jiff::civil::Date;

use super::Generator;
use super::calendar::{later, some_day};
use super::countries::Country;
use super::dice::{Dice, MEETING, PERSON, REPORT};
use super::page::Form;
use super::plan::{Contact, Story};

/// A meeting, seen by one report.
pub struct Scene<'g> {
    pub contact: Contact,
    /// Two, or seldom three; the first is the host.
    pub sides: Vec<Side<'g>>,
    /// The topic, and what is spoken of besides.
    pub topics: [usize; 2],
    pub day: Date,
    pub town: &'g str,
    /// Dice for what is undertaken, and how much that is.
    pub pledges: u64,
    pub pledged: usize,
    /// Dice for this report, and its own matters.
    pub report: u64,
    pub published: Date,
    /// The side that a ministry's report is of.
    pub teller: usize,
    pub form: Form,
}

/// A party to a meeting, with those who speak for it.
pub struct Side<'g> {
    pub country: &'g Country,
    pub principal: Person,
    pub aide: Person,
}

/// An invented person.
pub struct Person {
    pub given: &'static str,
    pub family: String,
    pub woman: bool,
    pub office: Office,
}

/// What somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Office {
    President,
    PrimeMinister,
    Foreign,
    DeputyForeign,
    /// Minister for a topic: the number of a topic.
    Topic(usize),
    Aide(usize),
}

const PORTFOLIOS: [&str; 16] = [
    "Trade",
    "Energy",
    "Home Affairs",
    "Transport",
    "Health",
    "Water Resources",
    "Defense",
    "Fisheries",
    "Agriculture",
    "Education",
    "Culture",
    "Communications",
    "Civil Protection",
    "Mines",
    "Tourism",
    "Environment",
];
const AIDES: [&str; 9] = [
    "Ambassador",
    "Permanent Secretary",
    "Director General for Political Affairs",
    "State Secretary",
    "Deputy Minister of Economy",
    "Special Envoy",
    "Chief Negotiator",
    "Undersecretary for Bilateral Relations",
    "Adviser to the President",
];

impl Office {
    /// As it stands before a name.
    pub fn title(self) -> String {
        match self {
            Self::President => "President".into(),
            Self::PrimeMinister => "Prime Minister".into(),
            Self::Foreign => "Foreign Minister".into(),
            Self::DeputyForeign => "Deputy Foreign Minister".into(),
            Self::Topic(topic) => format!("Minister of {}", PORTFOLIOS[topic]),
            Self::Aide(number) => AIDES[number].into(),
        }
    }

    /// In one word or two.
    pub fn noun(self) -> &'static str {
        match self {
            Self::President => "president",
            Self::PrimeMinister => "prime minister",
            Self::DeputyForeign => "deputy minister",
            Self::Foreign | Self::Topic(_) => "minister",
            Self::Aide(_) => "official",
        }
    }

    /// What publishes for it.
    pub fn house(self) -> String {
        match self {
            Self::President => "Office of the President".into(),
            Self::PrimeMinister => "Office of the Prime Minister".into(),
            Self::Topic(topic) => format!("Ministry of {}", PORTFOLIOS[topic]),
            _ => "Ministry of Foreign Affairs".into(),
        }
    }

    /// Dice are thrown for it under this number.
    fn number(self) -> u64 {
        match self {
            Self::President => 0,
            Self::PrimeMinister => 1,
            Self::Foreign => 2,
            Self::DeputyForeign => 3,
            Self::Topic(topic) => 10 + topic as u64,
            Self::Aide(number) => 40 + number as u64,
        }
    }
}

impl<'g> Scene<'g> {
    pub fn of(generator: &'g Generator, story: Story) -> Self {
        let mut dice = Dice::of(&[generator.seed, story.meeting, MEETING]);
        let topics = [(); 2].map(|()| dice.rank(generator.grammar.topics()));
        let day = some_day(&mut dice);
        let level = level(topics[0], &mut dice);
        let three = story.contact == Contact::InPerson && dice.chance(9);
        let mut countries: Vec<usize> = Vec::new();
        while countries.len() < if three { 3 } else { 2 } {
            let country = country(generator.countries.len(), &mut dice);
            if !countries.contains(&country) {
                countries.push(country);
            }
        }
        let mut side = |number: usize| {
            let country = &generator.countries[number];
            let king = country.has_king && level == Office::President;
            let office = if king { Office::PrimeMinister } else { level };
            let aide = Office::Aide(dice.below(AIDES.len()));
            let official = |office| official(generator, number, office, day);
            Side { country, principal: official(office), aide: official(aide) }
        };
        let sides: Vec<Side<'g>> = countries.into_iter().map(&mut side).collect();
        let host = sides[0].country;
        let town = if dice.chance(80) { host.capital } else { dice.favor(&host.towns) };
        let (pledges, pledged) = (dice.next(), dice.between(2, 8));
        let mut dice = Dice::of(&[generator.seed, story.number, REPORT]);
        Self {
            contact: story.contact,
            topics,
            day,
            town,
            pledges,
            pledged,
            report: dice.next(),
            published: later(day, *dice.pick(&[0, 0, 1, 1, 1, 2, 3])),
            teller: dice.below(sides.len()),
            form: match dice.below(100) {
                0..85 => Form::Plain,
                85..93 => Form::Markdown,
                _ => Form::Html,
            },
            sides,
        }
    }
}

/// How high those who meet stand.
fn level(topic: usize, dice: &mut Dice) -> Office {
    match dice.below(100) {
        0..42 => Office::Foreign,
        42..62 => Office::President,
        62..90 => Office::Topic(topic),
        _ => Office::DeputyForeign,
    }
}

/// A country; those with many towns meet more often, but not all the time.
fn country(all: usize, dice: &mut Dice) -> usize {
    if dice.chance(50) { dice.rank(all) } else { dice.below(all) }
}

/// Whoever has this office there and then: for about four years the same person.
fn official(generator: &Generator, country: usize, office: Office, day: Date) -> Person {
    let era = (day.year() as u64 * 12 + day.month() as u64 + country as u64 * 7) / 48;
    let mut dice = Dice::of(&[generator.seed, country as u64, office.number(), era, PERSON]);
    let woman = dice.chance(45);
    let (given, family) = generator.names.person(generator.countries[country].language, woman, &mut dice);
    Person { given, family, woman, office }
}
