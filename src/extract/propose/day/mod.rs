//! Day: when the main contact took place.
//!
//! A day counts when the contact governs it; a day of the report counts when the report is of the
//! contact; without any day in the text, a release has its own.

mod known_meeting;
mod of_contact;
mod of_release;
mod of_report;
mod only_day;
mod stretch;
mod told_later;

use std::fmt;

use crate::calendar::{Direction, Resolved};
use crate::extract::mention::{ContactMention, DayMention, Standing};
use crate::extract::propose::governor::{after_dateline, governor};
use crate::extract::propose::main_contact::MainContact;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::Sentence;
use crate::lexicon::{Cue, Shape};
use crate::model::{Basis, Day, MeetingDate};

/// The day or days of a meeting, as read from words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The first or only day.
    pub start: Day,
    /// The last, where there are several.
    pub end: Option<Day>,
    /// How it was found.
    pub basis: Basis,
}

impl Days {
    /// Whether both are the same days, however they were found.
    pub fn same_days(&self, other: &Self) -> bool {
        (self.start, self.end) == (other.start, other.end)
    }
}

impl From<&MeetingDate> for Days {
    fn from(date: &MeetingDate) -> Self {
        Self { start: date.start, end: date.end, basis: date.basis }
    }
}

impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.end {
            Some(end) => write!(f, "{}..{end} {}", self.start, self.basis.saved()),
            None => write!(f, "{} {}", self.start, self.basis.saved()),
        }
    }
}

/// The surest first; the first that has a candidate decides.
pub(in crate::extract) const RULES: &[Rule<Days>] = &[
    of_contact::OF_CONTACT,
    known_meeting::KNOWN_MEETING,
    told_later::TOLD_LATER,
    of_report::OF_REPORT,
    only_day::ONLY_DAY,
    of_release::OF_RELEASE,
];

/// The candidate that a day of a report of the past makes.
fn candidate(scene: &Scene<'_>, mention: &DayMention) -> Option<Candidate<Days>> {
    let Resolved { start, end, basis, working } =
        mention.resolve(&scene.source, &scene.mentions.context, Direction::Past)?;
    Some(Candidate { value: Days { start, end, basis }, span: mention.span, working })
}

/// The other days that the words behind a candidate could mean, the likeliest first.
pub(in crate::extract) fn other_readings(scene: &Scene<'_>, of: &Candidate<Days>) -> Vec<Candidate<Days>> {
    let days = &scene.mentions.days;
    let at = days.partition_point(|day| day.span.start() < of.span.start());
    let Some(mention) = days.get(at).filter(|day| day.span == of.span) else { return Vec::new() };
    let readings = mention.readings(&scene.source, &scene.mentions.context, Direction::Past).into_iter();
    let candidates = readings.map(|Resolved { start, end, basis, working }| Candidate {
        value: Days { start, end, basis },
        span: of.span,
        working,
    });
    candidates.filter(|other| !other.value.same_days(&of.value)).collect()
}

/// The day that stands with a contact beside the main one, in its sentence.
pub(in crate::extract) fn of_this(
    scene: &Scene<'_>,
    sentence: &Sentence,
    contact: &ContactMention,
) -> Option<Candidate<Days>> {
    let days = days_of(scene, sentence).iter();
    let own = days.filter(|day| is_free(scene, day) && governor(scene, &day.words) == Some(contact));
    own.into_iter().find_map(|day| candidate(scene, day))
}

/// All the days of a contact of which its sentence tells the last or the first: "ended a three-day visit on Friday".
fn whole_of(scene: &Scene<'_>, sentence: &Sentence, contact: &ContactMention) -> Option<Candidate<Days>> {
    let mut days = days_of(scene, sentence).iter();
    let own = |day: &&DayMention| is_free(scene, day) && governor(scene, &day.words) == Some(contact);
    days.find(own).and_then(|day| Some(stretch::whole(scene, day, candidate(scene, day)?)))
}

/// "A day earlier she met Lind": whether a sentence tells of a contact, by its own day, that was before the main one.
pub(in crate::extract) fn is_before_main(
    scene: &Scene<'_>,
    sentence: &Sentence,
    contact: &ContactMention,
) -> bool {
    if scene.mentions.days_within(&sentence.words).is_empty() {
        return false;
    }
    let main = MainContact::of(scene);
    let Some(lead) = main.lead.filter(|lead| lead.standing <= Standing::Setting) else { return false };
    let told = scene.source.sentence_at(lead.words.start).filter(|told| told.words != sentence.words);
    let first = || Some(whole_of(scene, told?, lead)?.value.start);
    let own = || of_this(scene, sentence, contact).map(|found| found.value);
    let is_main = main.lead == Some(contact) || main.headline == Some(contact);
    !is_main && own().zip(first()).is_some_and(|(own, first)| own.end.unwrap_or(own.start) < first)
}

/// The days that a sentence names, its dateline's left out.
fn days_of<'s>(scene: &'s Scene<'_>, sentence: &Sentence) -> &'s [DayMention] {
    scene.mentions.days_within(&(after_dateline(scene, sentence)..sentence.words.end))
}

/// Whether a day can be that of what the text reports: not a limit, not another event's, not quoted,
/// and not an adjective ("Sunday's attack").
fn is_free(scene: &Scene<'_>, mention: &DayMention) -> bool {
    const MADE: &[&str] = &[
        "request",
        "requests",
        "offer",
        "offers",
        "proposal",
        "proposals",
        "demand",
        "demands",
        "decision",
        "pledge",
        "promise",
        "threat",
        "threats",
        "appeal",
        "claim",
        "claims",
        "application",
    ];
    let source = &scene.source;
    let words = &mention.words;
    let before = source.before(words.start, 2).rev();
    let preceding = before
        .take_while(|&at| !source.is(at, ","))
        .find(|&at| !source.is_any(at, &["on", "the", "in", "from"]));
    // "the offer made on Thursday"
    let made = |at: usize| {
        let what = at.checked_sub(1).filter(|_| source.is(at, "made"));
        what.is_some_and(|at| source.is_any(at, MADE))
    };
    let other = preceding.is_some_and(|at| source.is_cue(at, Cue::OtherDay) || made(at));
    let possessive = source.word(words.end).is_some_and(|word| word.word.shape == Shape::Possessive);
    !other && !possessive && !source.is_quoted(words.start)
}
