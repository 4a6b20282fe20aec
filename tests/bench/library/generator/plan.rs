//! Which article reports on what: meetings that several report on, stories that come again.
//!
//! Numbers are planned by the block, so that what an article has to do with others can be said
//! without making any. A meeting goes by the number of the first article about it.

use super::dice::{CONTACT, Dice, MANNER, PLAN};

/// So many numbers are planned together: articles that belong together are no farther apart.
const BLOCK: u64 = 64;

/// Of a thousand articles, so many are copies, and so many come again with changes.
const COPIES: usize = 6;
const CHANGED: usize = 24;
/// Of six meetings one is reported on two to four times.
const SHARED: usize = 6;
/// Of a hundred meetings, so many are none: news from home.
const NONE: usize = 13;

/// What an article has to do with an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Twin {
    /// It reports on the same meeting in other words.
    Report(u64),
    /// It is the same wire story with another headline and without its last paragraph.
    Changed(u64),
    /// It is the same to the byte.
    Copy(u64),
}

/// How an article comes about.
#[derive(Clone, Copy, Debug)]
pub struct Story {
    pub number: u64,
    pub meeting: u64,
    pub contact: Contact,
    pub manner: Manner,
    pub twin: Option<Twin>,
}

/// How people met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contact {
    InPerson,
    Call,
    Video,
    Letter,
    /// They did not.
    None,
}

/// The manners in which articles are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Manner {
    Wire,
    Release,
    Readout,
    JointStatement,
    Briefing,
    Speech,
    Letter,
    Home,
}

/// The story of this number.
pub fn story(seed: u64, number: u64) -> Story {
    let first = number - number % BLOCK;
    let mut dice = Dice::of(&[seed, first, PLAN]);
    let mut told: Vec<Story> = Vec::new();
    // The meeting that is yet to be reported on, and how often.
    let (mut meeting, mut left) = (first, 0);
    for at in first..=number {
        let thousandth = dice.below(1000);
        let report = || (left > 0 && dice.chance(50)).then_some(Twin::Report(meeting));
        let twin = again(&told, thousandth).or_else(report);
        let about = match twin {
            Some(Twin::Report(_)) => {
                left -= 1;
                meeting
            }
            _ => at,
        };
        let contact = contact(seed, about);
        let story = Story { number: at, meeting: about, contact, manner: manner(seed, at, contact), twin };
        if twin.is_none() && left == 0 && contact != Contact::None && dice.below(SHARED) == 0 {
            (meeting, left) = (at, dice.between(1, 3));
        }
        told.push(story);
    }
    told[(number - first) as usize]
}

impl Story {
    fn comes_again(&self) -> bool {
        matches!(self.twin, Some(Twin::Copy(_) | Twin::Changed(_)))
    }
}

/// Which earlier story comes again, if any: the last one that has not done so yet.
fn again(told: &[Story], thousandth: usize) -> Option<Twin> {
    if thousandth >= COPIES + CHANGED {
        return None;
    }
    let copied = thousandth < COPIES;
    let fit = |story: &&Story| !story.comes_again() && (copied || story.manner == Manner::Wire);
    let last = told.iter().rev().find(fit)?.number;
    let twin = if copied { Twin::Copy(last) } else { Twin::Changed(last) };
    (!told.iter().any(|story| story.twin == Some(twin))).then_some(twin)
}

fn contact(seed: u64, meeting: u64) -> Contact {
    let mut dice = Dice::of(&[seed, meeting, CONTACT]);
    if dice.chance(NONE) {
        return Contact::None;
    }
    match dice.below(100) {
        0..72 => Contact::InPerson,
        72..88 => Contact::Call,
        88..93 => Contact::Video,
        _ => Contact::Letter,
    }
}

fn manner(seed: u64, number: u64, contact: Contact) -> Manner {
    let hundredth = Dice::of(&[seed, number, MANNER]).below(100);
    match (contact, hundredth) {
        (Contact::None, _) => Manner::Home,
        (Contact::Letter, 0..65) => Manner::Letter,
        (Contact::Call | Contact::Video, 0..60) => Manner::Readout,
        (Contact::InPerson, 0..40) => Manner::Wire,
        (Contact::InPerson, 40..66) => Manner::Release,
        (Contact::InPerson, 66..72) => Manner::Readout,
        (Contact::InPerson, 72..84) => Manner::JointStatement,
        (Contact::InPerson, 84..93) => Manner::Briefing,
        (Contact::InPerson, _) => Manner::Speech,
        _ => Manner::Wire,
    }
}
