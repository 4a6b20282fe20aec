//! Standing: whether a text reports a contact, announces it, or only mentions it.
//!
//! The clause tells: "met" reports, "will meet" looks ahead, "who met" and "recalled that they met" speak
//! of another contact, "during a meeting" gives the setting of something else, "their last meeting" is an
//! aside.

use jiff::civil::Weekday;

use super::breaks_clause;
use super::wanted::PUT_OFF;
use crate::extract::clause::{Clause, Clauses, Form, Opens, Tense, VerbGroup};
use crate::extract::segment::{Part, Sentence, Source};
use crate::lexicon::{Cue, Shape, WordClass};

/// How a text speaks of a contact, the surest report first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::extract) enum Standing {
    /// It is reported: "met", "held talks".
    Reported,
    /// It is the setting of what is reported: "said during a meeting".
    Setting,
    /// It is spoken of as known: "The talks focused on".
    Known,
    /// It is yet to come: "will meet".
    Ahead,
    /// It is another one, or somebody else's: "since their last meeting".
    Aside,
}

/// A noun's preposition stands within so many words before it.
const NOUN_SEES: usize = 9;

/// What the standing of a contact is read from.
#[derive(Clone, Copy)]
pub(super) struct Surroundings<'r, 'a> {
    pub source: &'r Source<'a>,
    pub clauses: &'r Clauses,
    pub sentence: &'r Sentence,
}

impl Surroundings<'_, '_> {
    /// The standing of a verb at this word: what its own group tells, then what its clause hangs on.
    pub fn of_verb(self, verb: usize) -> Standing {
        if self.is_warned_of(verb) {
            return Standing::Aside;
        }
        let Some(clause) = self.clauses.at(verb) else { return Standing::Reported };
        let group = clause.verb.as_ref().filter(|group| group.words.contains(&verb));
        let own = group.map_or(Standing::Reported, |group| self.of_group(clause, group));
        let chain = std::iter::once(clause).chain(self.clauses.matrices(clause));
        chain.fold(own, |standing, clause| standing.max(self.of_clause(clause)))
    }

    /// "advised its citizens against all travel to Norland": what somebody is warned of is not done.
    fn is_warned_of(self, at: usize) -> bool {
        const NEAR: usize = 4;
        let against = (at.saturating_sub(NEAR)..at).rev().find(|&at| self.source.is(at, "against"));
        against.is_some_and(|against| {
            let mut between = against + 1..at;
            against >= self.sentence.words.start
                && !between.any(|at| self.clauses.verb_at(at).is_some() || self.source.is(at, ","))
        })
    }

    /// What a verb with its helpers tells.
    fn of_group(self, clause: &Clause, group: &VerbGroup) -> Standing {
        let headline = self.sentence.part == Part::Headline;
        let before = group.words.start.checked_sub(1);
        match (group.form, group.tense) {
            _ if group.negated => Standing::Aside,
            // "was scheduled to be received": the day had not come.
            _ if self.is_planned(group) => Standing::Ahead,
            (Form::Finite, Tense::Past | Tense::Present | Tense::Perfect) if self.leaves(group.verb) => {
                Standing::Ahead
            }
            // "came to meet" tells a purpose; "Minister to meet envoy" is a headline's future.
            (Form::Infinitive, _) => {
                let planned = before.is_some_and(|at| self.source.is_cue(at, Cue::Plan));
                // "when the envoy came to bid farewell to her"
                if !headline && self.comes_for_it(clause, group) {
                    return Standing::Reported;
                }
                if planned || headline { Standing::Ahead } else { Standing::Aside }
            }
            (_, Tense::Ahead | Tense::Possible) => Standing::Ahead,
            (_, Tense::Earlier) => self.of_earlier(clause),
            (Form::Finite, Tense::Present) if !headline && self.is_timetable(clause, group) => {
                Standing::Ahead
            }
            // "said after receiving the envoy"
            (Form::Gerund, _) if before.is_some_and(|at| self.source.is_cue(at, Cue::Setting)) => {
                Standing::Setting
            }
            (Form::Gerund, _) if before.is_some_and(|at| self.source.is(at, "before")) => {
                self.of_next(clause)
            }
            _ => Standing::Reported,
        }
    }

    /// "came to bid farewell", "called to pay a courtesy call": whoever came for it did so. "used his trip to meet Lind",
    /// "took the opportunity to meet him": so did who made use of a time for it.
    fn comes_for_it(self, clause: &Clause, group: &VerbGroup) -> bool {
        const TIMES: &[&str] =
            &["trip", "visit", "stay", "stop", "summit", "occasion", "opportunity", "chance"];
        let calls = self.source.is_any(group.verb, &["bid", "pay"]);
        let outer = self.clauses.matrix(clause).and_then(|outer| outer.verb.as_ref());
        outer.is_some_and(|verb| {
            let comes = calls && self.source.is_any(verb.verb, &["came", "called", "visited"]);
            let mut object = verb.words.end..group.words.start;
            let uses = self.source.is_any(verb.verb, &["used", "took", "taken", "seized"])
                && object.any(|at| self.source.is_any(at, TIMES));
            matches!(verb.tense, Tense::Past | Tense::Perfect) && (comes || uses)
        })
    }

    /// "met Lind before holding talks with Borg": what was done next, where the first was done; else it is to come.
    fn of_next(self, clause: &Clause) -> Standing {
        let outer = self.clauses.matrix(clause).filter(|outer| outer.words.start < clause.words.start);
        let done = outer.and_then(|outer| outer.verb.as_ref()).is_some_and(|verb| verb.tense == Tense::Past);
        if done && self.sentence.part == Part::Body { Standing::Setting } else { Standing::Ahead }
    }

    /// Whether a verb's own helpers say that it was only planned.
    fn is_planned(self, group: &VerbGroup) -> bool {
        const PLANNED: [&str; 5] = ["scheduled", "due", "expected", "slated", "supposed"];
        (group.words.start.saturating_sub(2)..group.verb).any(|at| self.source.is_any(at, &PLANNED))
    }

    /// "The minister flies to Oslo on Thursday": a verb of going in the present, with a day, is a plan; unless it is
    /// one of beginning, and the day that of the report.
    fn is_timetable(self, clause: &Clause, group: &VerbGroup) -> bool {
        let goes = self.source.is_cue(group.verb, Cue::Begins)
            || self.source.is_cue(group.verb, Cue::Ends)
            || self.source.is_any(group.verb, &["flies", "travels", "visits", "heads", "meets", "goes"]);
        let leaves =
            self.source.is_any(group.verb, &["leaves", "departs", "flies", "travels", "heads", "continues"]);
        let starts = self.source.is_any(group.verb, &["begins", "starts", "opens", "kicks"]);
        let mut words = clause.words.clone();
        (goes || leaves)
            && words.any(|at| {
                let weekday = self.source.phrase(self.source.lexicon.words(), at..at + 1);
                let weekday = weekday.is_some_and(|(_, classes)| {
                    let mut days = classes.iter();
                    days.any(|c| matches!(c, WordClass::Weekday(day) if !(starts && self.is_of_report(*day))))
                });
                let today = leaves && self.source.is_any(at, &["today", "tonight"]);
                (weekday || today || self.source.is(at, "tomorrow")) && self.clauses.is_lifted(at)
            })
    }

    /// Whether a report is of this day of the week.
    fn is_of_report(self, day: Weekday) -> bool {
        let article = self.source.article;
        let dated = article.dateline.as_ref().and_then(|dateline| dateline.date);
        dated.or(article.published).is_some_and(|dated| dated.weekday() == day)
    }

    /// "said that he had met the envoy" reports it where a text begins so; "had met before" does not.
    fn of_earlier(self, clause: &Clause) -> Standing {
        let said = clause.opens == Opens::That
            && self
                .clauses
                .matrix(clause)
                .and_then(|matrix| matrix.verb.as_ref())
                .is_some_and(|verb| verb.says);
        // "Earlier in the day she had met the envoy"
        if self.is_same_day(clause) || self.is_on_weekday(clause) || self.is_just_earlier(clause) {
            return Standing::Setting;
        }
        let former =
            clause.words.clone().any(|at| self.source.is_any(at, &["last", "earlier", "previously", "ago"]));
        let first = self.source.sentences.iter().find(|sentence| sentence.part == Part::Body);
        let lead = first.is_none_or(|first| self.sentence.paragraph <= first.paragraph);
        if said && lead && !former { Standing::Setting } else { Standing::Aside }
    }

    /// "On Monday, she had met the envoy": a day of this week, and no other time.
    fn is_on_weekday(self, clause: &Clause) -> bool {
        let told = clause.opens == Opens::That
            && self.clauses.matrix(clause).and_then(|it| it.verb.as_ref()).is_some_and(|verb| verb.says);
        let opens = matches!(clause.opens, Opens::Main | Opens::Beside) || told;
        let weekday = |at: usize| {
            let told = self.source.phrase(self.source.lexicon.words(), at..at + 1);
            told.is_some_and(|(_, classes)| classes.iter().any(|c| matches!(c, WordClass::Weekday(_))))
        };
        let from = clause.words.start.min(clause.subject.start);
        let words = || from..clause.words.end;
        let day = words().any(|at| self.clauses.is_lifted(at) && weekday(at));
        let other = words().any(|at| self.source.is_any(at, &["last", "previously", "ago", "since", "year"]));
        opens && day && !other
    }

    /// "She had earlier met the envoy", "had met him earlier", "on the sidelines she had met him separately": of the
    /// same day or journey, unless a month or a year is told.
    fn is_just_earlier(self, clause: &Clause) -> bool {
        const NEAR: usize = 4;
        const LONG: [&str; 9] = ["this", "last", "year", "month", "years", "months", "ago", "than", "in"];
        let Some(verb) = clause.verb.as_ref() else { return false };
        let opens = matches!(clause.opens, Opens::Main | Opens::Beside);
        let earlier = (verb.words.start.saturating_sub(1)..verb.words.end + NEAR)
            .find(|&at| self.source.is(at, "earlier"));
        let mut words = clause.words.start.min(clause.subject.start)..clause.words.end;
        let apart = words.clone().any(|at| self.source.is_any(at, &["separately", "sidelines", "margins"]));
        let sure = apart || earlier.is_some_and(|at| !self.source.is_any(at + 1, &LONG));
        let long = words.any(|at| self.source.is_any(at, &["last", "ago", "previously", "year", "month"]));
        opens && sure && !long && self.sentence.part == Part::Body
    }

    /// "earlier in the day", "earlier on Tuesday", "earlier today"
    fn is_same_day(self, clause: &Clause) -> bool {
        const NEAR: usize = 4;
        const OPENS: usize = 3;
        let from = clause.words.start.min(clause.subject.start);
        // "Before the meeting, she had received the envoy"
        // "A day earlier, she had received the envoy"
        let before = (from..from + OPENS).any(|at| {
            let short = at > from && self.source.is_any(at - 1, &["day", "days", "hours", "hour", "night"]);
            self.source.is_any(at, &["before", "beforehand", "prior"])
                || short && self.source.is(at, "earlier")
        });
        // "had met Lind a day earlier"
        let day = |at: usize| at > from && self.source.is_any(at - 1, &["day", "hours", "hour", "night"]);
        before
            || (from..clause.words.end).any(|at| {
                self.source.is(at, "earlier") && day(at)
                    || self.source.is(at, "earlier")
                        && (at + 1..at + NEAR).any(|at| {
                            self.clauses.is_lifted(at)
                                || self
                                    .source
                                    .is_any(at, &["day", "morning", "afternoon", "today", "evening"])
                        })
            })
    }

    /// The standing of a noun that no verb carries.
    pub fn of_noun(self, noun: usize) -> Standing {
        // "Leaders meeting in Rome agreed", "had the pleasure of meeting the envoy": a verb by its form.
        if let Some((_, verb)) = self.clauses.verb_at(noun)
            && verb.form == Form::Gerund
            && self.meets(verb)
        {
            let planned = verb.words.start.checked_sub(1).is_some_and(|at| self.source.is(at, "to"))
                || self
                    .source
                    .before(noun, 3)
                    .any(|at| self.source.is_cue(at, Cue::Coming) || self.source.is_cue(at, Cue::Plan));
            return if planned { Standing::Ahead } else { self.of_verb(noun) };
        }
        let standing = self.of_phrase(noun);
        // "was invited to speak after their meeting", "will sign it during a visit": it is yet to come too.
        let planned = self.clauses.at(noun).is_some_and(|clause| {
            let verb = clause.verb.as_ref();
            verb.is_some_and(|verb| {
                // "is expected in Oslo for talks", "is due in Oslo"
                let awaited = self.source.is_cue(verb.verb, Cue::Be)
                    && self.source.after(verb.words.end, 2).any(|at| self.source.is(at, "due"))
                    || verb.passive && self.source.is_any(verb.verb, &["expected", "scheduled", "awaited"]);
                let ahead =
                    (awaited || matches!(verb.tense, Tense::Ahead | Tense::Possible)) && !self.follows(noun);
                ahead || verb.form == Form::Infinitive && self.of_group(clause, verb) == Standing::Ahead
            })
        });
        let setting = standing == Standing::Setting && self.sentence.part == Part::Body;
        if setting && planned { Standing::Ahead } else { standing }
    }

    /// Whether a noun is what its clause is about: "— The first high-level meeting got off to".
    fn opens_subject(self, noun: usize) -> bool {
        const WITHIN: usize = 5;
        self.clauses.at(noun).is_some_and(|clause| {
            let acts = clause.verb.as_ref().is_some_and(|verb| verb.form == Form::Finite);
            let opens = matches!(clause.opens, Opens::Main | Opens::Beside);
            acts && opens && clause.subject.contains(&noun) && noun <= clause.subject.start + WITHIN
        })
    }

    /// Whether somebody or somewhere follows a verb: "meeting with", "meeting in", "meeting Borg".
    fn meets(self, verb: &VerbGroup) -> bool {
        let next = verb.words.end;
        let capital = self.source.word(next).is_some_and(|word| word.word.shape == Shape::Capital);
        capital || self.source.is_any(next, &["with", "in", "at", "on", "his", "her", "the"])
    }

    /// Whether "after" or "following" stands before a noun.
    fn follows(self, noun: usize) -> bool {
        const NEAR: usize = 4;
        let before = self.sentence.words.start.max(noun.saturating_sub(NEAR))..noun + 1;
        before.into_iter().any(|at| self.source.is_any(at, &["after", "following"]))
    }

    /// "called for talks", "has invited her for talks": whoever asks for a contact has not had it.
    fn is_asked_for(self, at: usize, noun: usize) -> bool {
        let verb = self.clauses.at(noun).and_then(|clause| clause.verb.as_ref());
        let asks = |verb: &VerbGroup| {
            let object = (verb.words.end..at).any(|at| self.source.is_any(at, &[",", "on", "after"]));
            self.source.is_cue(verb.verb, Cue::Asks) && verb.words.end <= at && !verb.passive && !object
        };
        self.source.is(at, "for") && verb.is_some_and(asks)
    }

    /// What the words right before a noun tell.
    fn of_phrase(self, noun: usize) -> Standing {
        let Self { source, sentence, .. } = self;
        let headline = sentence.part == Part::Headline;
        let before = || {
            let words = (sentence.words.start..noun).rev().take(NOUN_SEES * 4);
            words.filter(|&at| !self.clauses.is_lifted(at)).take(NOUN_SEES)
        };
        let from = before().last().unwrap_or(noun);
        // "in a call" has its preposition within.
        if source.is_cue(noun, Cue::Setting) {
            return Standing::Setting;
        }
        if self.is_left_for(noun) {
            return Standing::Ahead;
        }
        if self.is_told_between(noun) || self.is_told_jointly(noun) {
            return Standing::Setting;
        }
        // "hosted the minister to lunch"
        let hosted = noun.checked_sub(1).is_some_and(|to| source.is(to, "to"))
            && self.clauses.at(noun).and_then(|clause| clause.verb.as_ref()).is_some_and(|verb| {
                source.is_cue(verb.verb, Cue::Host) && matches!(verb.tense, Tense::Past | Tense::Perfect)
            });
        if hosted {
            return Standing::Setting;
        }
        for at in before() {
            // "congratulated Norland on chairing the talks": "on" is the verb's.
            if self.clauses.verb_at(at).is_some_and(|(_, verb)| verb.form == Form::Gerund) {
                break;
            }
            let off = source.is(at, "off") && at.checked_sub(1).is_some_and(|at| source.is_any(at, PUT_OFF));
            if source.is_cue(at, Cue::Coming) || off {
                return Standing::Ahead;
            }
            if source.is(at, "of") && at.checked_sub(1).is_some_and(|at| source.is_cue(at, Cue::Part)) {
                return if headline { Standing::Reported } else { Standing::Setting };
            }
            if source.is_cue(at, Cue::Other) {
                // "emerged from a meeting", "returned from a visit"
                let verb = self.clauses.at(noun).and_then(|clause| clause.verb.as_ref());
                let left = source.is_any(at, &["from", "of"])
                    && verb
                        .is_some_and(|verb| verb.tense == Tense::Past && source.is_cue(verb.verb, Cue::Ends));
                return if left { Standing::Setting } else { Standing::Aside };
            }
            // "the time was not ripe for talks", "is ready for talks"
            const OPEN: &[&str] =
                &["ripe", "ready", "open", "right", "early", "premature", "willing", "basis"];
            let open = source.is_any(at, &["for", "to"])
                && at.checked_sub(1).is_some_and(|at| source.is_any(at, OPEN));
            if open {
                return Standing::Ahead;
            }
            if self.is_asked_for(at, noun) {
                return Standing::Ahead;
            }
            // "a week after talks", "days after her visit"
            if self.is_counted(at) {
                return Standing::Aside;
            }
            if source.is_cue(at, Cue::Setting) {
                // "no plans for talks", "Readout on the meeting"
                // "a plan for talks", not "a plan at talks"
                let of_it = source.is_any(at, &["for", "on", "over", "through"]);
                let put_off = of_it
                    && [1, 2].into_iter().filter_map(|back| at.checked_sub(back)).any(|before| {
                        source.is_cue(before, Cue::Coming)
                            && (before + 1..at).all(|at| source.is_any(at, &["yet", "now", "currently"]))
                    });
                let readout = headline && source.is_any(from, &["joint", "readout"]);
                return match (put_off, readout) {
                    (true, _) => Standing::Ahead,
                    (false, true) => Standing::Reported,
                    (false, false) => Standing::Setting,
                };
            }
            if breaks_clause(source, at) || source.is_any(at, &["and", "to"]) {
                break;
            }
        }
        // "The talks would start in May"
        let to_come = self.clauses.at(noun).is_some_and(|clause| {
            let verb = clause.verb.as_ref().filter(|_| clause.subject.contains(&noun));
            // "The visit of Lind to Oslo next week is in doubt"
            let next = || {
                let present = verb.is_some_and(|verb| verb.tense == Tense::Present);
                present && clause.subject.clone().any(|at| source.is(at, "next"))
            };
            next()
                || verb.is_some_and(|verb| {
                    // "is under consideration", "was on the cards"
                    let mooted = source.is_cue(verb.verb, Cue::Be)
                        && (source.is(verb.words.end, "under")
                            && source.is_any(verb.words.end + 1, &["consideration", "discussion", "study"])
                            || source.is_any(
                                verb.words.end,
                                &["possible", "likely", "unlikely", "planned", "imminent"],
                            ));
                    let put_off = verb.passive && source.is_cue(verb.verb, Cue::Coming) || mooted;
                    verb.negated || put_off || matches!(verb.tense, Tense::Ahead | Tense::Possible)
                })
        }) || headline && self.is_put_off(noun);
        match headline {
            _ if to_come => Standing::Ahead,
            true if self.is_wanted(noun) => Standing::Ahead,
            true => Standing::Reported,
            false if noun <= sentence.words.start + 4 || self.opens_subject(noun) => Standing::Known,
            false => Standing::Aside,
        }
    }
}
