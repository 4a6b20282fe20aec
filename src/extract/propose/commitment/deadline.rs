//! Deadline: by when an undertaking is to be done, as far as the words tell: "by the end of June",
//! "before 1 July 2021", "by Friday", "in the first half of 2022", "next year".

use std::ops::Range;

use super::reader::Reader;
use crate::calendar::{Period, Told, Which};
use crate::extract::mention::told_at;
use crate::model::PartialDate;

/// Words that a time may follow.
const BEFORE_TIMES: &[&str] = &["by", "before", "until", "till", "in", "than", "during"];

impl Reader<'_, '_> {
    /// The first deadline within these words.
    pub fn deadline(&self, words: &Range<usize>) -> Option<PartialDate> {
        words.clone().find_map(|at| {
            let led = self.is_any(at, BEFORE_TIMES);
            let told = told_at(&self.scene.source, at + usize::from(led))?.told;
            let context = &self.scene.mentions.context;
            let today = context.anchor().map(|anchor| anchor.day);
            let time = told.deadline(today, &context.order).filter(|time| self.lies_ahead(*time))?;
            (led || is_told_from_today(told)).then_some(time)
        })
    }

    /// Whether a verb tells of what was undertaken long ago, by the time that opens its sentence or
    /// stands right behind it: "In 2015 they agreed", "pledged last year to".
    pub fn is_recalled(&self, subject: usize, verb: usize) -> bool {
        const OPENING: usize = 2;
        const BEHIND: usize = 4;
        let start = self.bounds(subject).start;
        // "The two countries in 2014 agreed"
        let end = self.discourse.actor_from(subject).and_then(|actor| self.discourse.actors.get(actor));
        let end = end.map_or(verb, |actor| actor.words.end);
        let between = if end + BEHIND >= verb { end..verb } else { verb..verb };
        let opening = (start..subject.min(start + OPENING)).chain(between);
        let behind = (verb + 1..verb + 1 + BEHIND).take_while(|&at| !self.is_any(at, &["to", "that"]));
        // "Their leaders met in Oslo in 2019 and agreed": the time of the first verb is that of the second.
        let own = self.scene.clauses.index_at(subject);
        let mut before = (end..verb).filter(|&at| self.scene.clauses.index_at(at) == own);
        let told = |at: usize| told_at(&self.scene.source, at).map(|mention| mention.told);
        opening.chain(behind).any(|at| told(at).is_some_and(|told| self.is_long_past(told)))
            || before.any(|at| told(at).is_some_and(|told| self.is_years_past(told)))
    }

    /// Whether a time lies more than a year back.
    fn is_years_past(&self, told: Told) -> bool {
        let today = self.scene.mentions.context.anchor().map(|anchor| anchor.day);
        match told {
            Told::Period(Period::Of(_, year)) => today.is_some_and(|today| year + 1 < today.0.year()),
            Told::Period(Period::Years(away)) => away < -1,
            _ => false,
        }
    }

    /// Whether a time lies in an earlier month or year.
    fn is_long_past(&self, told: Told) -> bool {
        let today = self.scene.mentions.context.anchor().map(|anchor| anchor.day);
        match told {
            Told::Period(Period::Months(away) | Period::Years(away)) => away < 0,
            Told::Period(Period::Of(_, year)) => today.is_some_and(|today| year < today.0.year()),
            Told::Period(Period::Which(_, which)) => which == Which::Last,
            _ => false,
        }
    }

    /// Whether a time is not over by the day of the article.
    fn lies_ahead(&self, time: PartialDate) -> bool {
        let today = self.scene.mentions.context.anchor().map(|anchor| anchor.day);
        let (Some(today), Some(first)) = (today, time.first_day()) else { return true };
        match time {
            PartialDate::Year(year) => year >= today.0.year(),
            PartialDate::Season(..) | PartialDate::Month(..) => {
                first >= today || first.0.year() == today.0.year()
            }
            PartialDate::Day(day) => day >= today,
        }
    }
}

/// "next month", "this year", "the end of the year": a time to come without any "by" before it.
fn is_told_from_today(told: Told) -> bool {
    match told {
        Told::Period(Period::Months(away) | Period::Years(away)) => away >= 0,
        Told::Period(Period::Which(_, which) | Period::Fraction(_, which)) => {
            matches!(which, Which::This | Which::Next)
        }
        _ => false,
    }
}
