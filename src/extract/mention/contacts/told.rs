//! Told: nouns that report a contact though no verb carries them, and contacts from which so much time has passed
//! that they are another story.

use super::breaks_clause;
use super::standing::Surroundings;
use crate::extract::segment::Part;
use crate::lexicon::Cue;

/// Words that belong together stand within so many words.
const NEAR: usize = 3;

/// A journey is told within so many words before what it is for.
const FAR: usize = 24;

impl Surroundings<'_, '_> {
    /// "a week after", "days after": so much time lies between two things that they are not one report. What was
    /// done hours or a day before may be the news, where a text begins so.
    pub(super) fn is_counted(self, after: usize) -> bool {
        const LONG: [&str; 8] = ["days", "week", "weeks", "month", "months", "year", "years", "decades"];
        let Some(unit) = after.checked_sub(1).filter(|_| self.source.is_any(after, &["after", "following"]))
        else {
            return false;
        };
        let first = self.source.sentences.iter().find(|sentence| sentence.part == Part::Body);
        let begins = first.is_none_or(|first| self.sentence.paragraph <= first.paragraph);
        self.source.is_any(unit, &LONG)
            || !begins && self.source.is_any(unit, &["day", "hour", "hours", "minutes", "moments"])
    }

    /// "left for Oslo on a visit", "departed for talks with Borg", "is off to Oslo for talks": it is yet to come.
    pub(super) fn is_left_for(self, noun: usize) -> bool {
        let from = self.sentence.words.start.max(noun.saturating_sub(FAR));
        let mut before = (from..noun).rev().take_while(|&at| !breaks_clause(self.source, at));
        let Some(verb) = before.find(|&at| self.leaves(at)) else { return false };
        // "left for home after talks", "left for Oslo, where talks began"
        let other = |at: usize| {
            self.source
                .is_any(at, &["after", "following", "where", "when", "during", "having", "from", "home"])
                || self.clauses.verb_at(at).is_some_and(|(_, group)| group.verb == at && at > verb + 1)
        };
        !(verb + 1..noun).any(other)
    }

    /// "left for", "departs for", "is off to": whoever does so has not been there.
    pub(super) fn leaves(self, verb: usize) -> bool {
        const LEAVES: [&str; 7] = ["left", "leaves", "leave", "leaving", "departed", "departs", "departing"];
        self.source.is_any(verb, &LEAVES) && self.source.is(verb + 1, "for")
            || self.source.is(verb, "off") && self.source.is_any(verb + 1, &["to", "for"])
    }

    /// "The meeting between Lind and Borg focused on fish": a text that says between whom it was and what about
    /// reports it.
    pub(super) fn is_told_between(self, noun: usize) -> bool {
        const TELLS: [&str; 24] = [
            "focused",
            "focussed",
            "centered",
            "centred",
            "covered",
            "dealt",
            "touched",
            "revolved",
            "addressed",
            "explored",
            "examined",
            "yielded",
            "produced",
            "resulted",
            "reflected",
            "underscored",
            "highlighted",
            "discussed",
            "reviewed",
            "came",
            "marked",
            "aimed",
            "concentrated",
            "dwelt",
        ];
        let between = (noun + 1..noun + NEAR).any(|at| self.source.is(at, "between"));
        let ahead = |at: usize| {
            at.checked_sub(1)
                .is_some_and(|before| self.source.is(before, "to") || self.source.is_cue(before, Cue::Modal))
        };
        let mut rest =
            (noun + NEAR..self.sentence.words.end).take_while(|&at| !breaks_clause(self.source, at));
        between && rest.any(|at| self.source.is_any(at, &TELLS) && !ahead(at))
    }

    /// "told a joint news conference", "addressing a joint press briefing": both are there.
    pub(super) fn is_told_jointly(self, noun: usize) -> bool {
        const TELLS: [&str; 9] =
            ["told", "tells", "telling", "addressed", "addresses", "addressing", "gave", "giving", "held"];
        let article = |at: usize| self.source.is_any(at, &["a", "the", "their"]);
        let article = noun.checked_sub(1).filter(|&at| article(at));
        let verb = article.and_then(|at| at.checked_sub(1));
        self.source.is(noun, "joint") && verb.is_some_and(|at| self.source.is_any(at, &TELLS))
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::mention::Standing;
    use crate::extract::rule::Scene;
    use crate::extract::tests::article;
    use crate::lexicon::{ContactWord, Lexicon};

    /// The standing of the first meeting or visit of a text.
    #[track_caller]
    fn standing(text: &str) -> Option<Standing> {
        use ContactWord::{Meet, Meeting, Trip};
        let article = article(text);
        let lexicon = Lexicon::built_in();
        let scene = Scene::new(&article, &lexicon);
        let mut contacts = scene.mentions.contacts.iter();
        contacts.find(|c| matches!(c.sort, Meet | Meeting | Trip)).map(|contact| contact.standing)
    }

    #[test]
    fn talks_between_two_that_had_a_topic_are_reported() {
        let told = Some(Standing::Setting);
        assert_eq!(standing("The ministry said the meeting between Lind and Borg focused on fish."), told);
        assert_eq!(standing("The talks between Lind and Borg covered fish."), told);
        assert_ne!(standing("The meeting between Lind and Borg is to focus on fish."), told);
        assert_ne!(standing("The talks between Norland and Sudland stalled."), told);
    }

    #[test]
    fn a_joint_briefing_is_told_to_the_press() {
        assert_eq!(
            standing("Lind and Borg told a joint news conference that fish is dear."),
            Some(Standing::Setting)
        );
    }

    #[test]
    fn whoever_left_for_a_visit_has_not_been_there() {
        let ahead = Some(Standing::Ahead);
        assert_eq!(standing("Minister Lind left for Oslo on Monday on a two-day visit."), ahead);
        assert_eq!(standing("Minister Lind is off to Oslo for talks with Borg."), ahead);
        assert_ne!(standing("Minister Lind left for home after talks with Borg."), ahead);
    }

    #[test]
    fn a_time_that_was_used_for_a_meeting_had_it() {
        let reported = Some(Standing::Reported);
        let first = |text: &str| {
            let article = article(text);
            let lexicon = Lexicon::built_in();
            let scene = Scene::new(&article, &lexicon);
            let mut contacts = scene.mentions.contacts.iter();
            contacts.find(|contact| contact.sort == ContactWord::Meet).map(|contact| contact.standing)
        };
        assert_eq!(first("Minister Lind used the summit to meet Minister Borg."), reported);
        assert_eq!(first("Minister Lind has taken the opportunity to meet Minister Borg."), reported);
        assert_ne!(first("Minister Lind used force to meet the challenge of Minister Borg."), reported);
        assert_ne!(first("Minister Lind will use the summit to meet Minister Borg."), reported);
    }

    #[test]
    fn what_was_days_before_is_another_story() {
        let other = Some(Standing::Aside);
        assert_eq!(standing("Norland filed a protest, days after Minister Lind met Borg."), other);
        assert_eq!(standing("Norland filed a protest a week after the visit of Borg to Oslo."), other);
        assert_eq!(
            standing("Norland filed a protest after Minister Lind met Borg."),
            Some(Standing::Reported)
        );
    }
}
