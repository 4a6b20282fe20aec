//! The day that stands with the words for the main contact.

use super::stretch::whole;
use super::{Days, candidate, days_of, is_free};
use crate::extract::mention::{DayMention, Standing};
use crate::extract::propose::apart::is_beside;
use crate::extract::propose::governor::governor;
use crate::extract::propose::main_contact::{MainContact, Means, at_event, opening};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::Part;
use crate::lexicon::ContactWord;

/// The day beside the contact.
pub(super) const OF_CONTACT: Rule<Days> = Rule {
    name: "day_of_contact",
    says: "The day that stands in one clause with the words for the meeting, call or visit.",
    hits: &[
        ("On June 29, 2022, Minister Lind of Sweden met with Minister Borg of Malta.", "2022-06-29 explicit"),
        ("Minister Lind met Minister Borg of Malta in Valletta on Friday.", "2020-10-16 weekday"),
        ("Minister Lind of Sweden met Minister Borg of Malta on the 3rd of October.", "2020-10-03 explicit"),
        (
            "President Otieno of Kenya sent his condolences to President Borg of Malta in a message published on Friday.",
            "2020-10-16 weekday",
        ),
        (
            "President Otieno spoke today with King Hamza, to follow up on their February 11 call.",
            "2020-10-18 relative",
        ),
        (
            "From April 21 to 27, 2023, Minister Lind visited Rome and Valletta.",
            "2023-04-21..2023-04-27 explicit",
        ),
        (
            "Minister Lind of Sweden concluded a three-day visit to Malta on 12 October.",
            "2020-10-10..2020-10-12 explicit",
        ),
    ],
    misses: &[
        "Minister Lind met Minister Borg, who was elected on 3 May.",
        "Minister Lind met Minister Borg of Malta. She will visit Valletta on 3 November.",
        "The ministers reviewed the agreement since 3 May 2019.",
        "Minister Lind held talks with Minister Borg of Malta on the offer made on Friday by Kenya.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Days>> {
    let main = MainContact::of(scene);
    let mut found: Vec<(u8, &DayMention)> =
        opening_days(scene).filter_map(|day| Some((rank(scene, main, day)?, day))).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().filter_map(|(_, day)| Some(whole(scene, day, candidate(scene, day)?))).collect()
}

/// The days that the headline and the opening name.
fn opening_days<'s>(scene: &'s Scene<'_>) -> impl Iterator<Item = &'s DayMention> {
    let headline = scene.source.sentences_of(&[Part::Headline]);
    let text = opening(scene).filter(|sentence| sentence.part == Part::Body);
    headline.chain(text).flat_map(|sentence| days_of(scene, sentence))
}

/// How surely a day is the main contact's, 0 the surest; none if it is another's.
fn rank(scene: &Scene<'_>, main: MainContact<'_>, day: &DayMention) -> Option<u8> {
    let headline =
        scene.source.sentence_at(day.words.start).is_some_and(|sentence| sentence.part == Part::Headline);
    let told_above = main.headline.is_some_and(|contact| contact.standing <= Standing::Setting);
    if headline && told_above && day.told.is_written() {
        return Some(0);
    }
    let contact = governor(scene, &day.words)?;
    // "sent his condolences in a message published on Tuesday"
    let written = main.reported().any(|main| Means::of(main.sort) == Means::Writing);
    if written && matches!(contact.sort, ContactWord::Remarks | ContactWord::Letter) && day.told.is_one_day()
    {
        return (!is_long_ago(scene, day) && !scene.source.is_quoted(day.words.start)).then_some(1);
    }
    // "The ministers signed on 5 May" has the day right behind its own verb.
    let own = main.lead == Some(contact) && contact.words.end + 1 >= day.words.start;
    if !own && !is_free(scene, day) {
        return None;
    }
    if matches!(contact.sort, ContactWord::Say | ContactWord::Remarks) {
        // "was agreed on Monday at a meeting between": both are told in one clause.
        let clause = |at: usize| scene.clauses.index_at(at);
        let at_it = main.lead.is_some_and(|lead| {
            lead.standing == Standing::Setting
                && clause(lead.words.start) == clause(day.words.start)
                && scene
                    .source
                    .before(lead.words.start, 3)
                    .any(|at| scene.source.is_any(at, &["at", "during", "in"]))
        });
        return (at_it && is_free(scene, day)).then_some(5);
    }
    let own = main.lead == Some(contact) || main.headline == Some(contact);
    if !own && (is_long_ago(scene, day) || is_beside(scene, contact)) {
        return None;
    }
    let subject = main.headline.or(main.lead)?;
    let same_means = Means::of(contact.sort) == Means::of(subject.sort);
    // "Ministers meet" above "visited Malta from 3 to 6 May": the day of the meeting counts.
    let wider = main.headline.is_some_and(|headline| {
        Means::of(headline.sort) == Means::Meeting && Means::of(contact.sort) == Means::Visit
    });
    match contact.standing {
        _ if main.lead == Some(contact) => Some(if wider { 3 } else { 0 }),
        Standing::Reported if same_means => Some(1),
        Standing::Setting if same_means => Some(2),
        Standing::Known if same_means => Some(3),
        // "on the sidelines of the summit held on 5 May": then.
        Standing::Aside if contact.sort == ContactWord::Summit && at_event(scene, contact) => Some(5),
        Standing::Setting if Means::of(contact.sort) == Means::Visit && day.told.is_one_day() => Some(4),
        _ => None,
    }
}

/// Whether a day is long before the text: what took place then is another contact.
fn is_long_ago(scene: &Scene<'_>, day: &DayMention) -> bool {
    const DAYS: i32 = 45;
    let anchor = scene.mentions.context.anchor();
    let found = candidate(scene, day);
    anchor.zip(found).is_some_and(|(anchor, found)| anchor.day.days_since(found.value.start) > DAYS)
}
