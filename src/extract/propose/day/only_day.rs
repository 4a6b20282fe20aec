//! The one day that the opening of a report names, where no words tie it to the contact.

use super::{Days, candidate, days_of, is_free};
use crate::extract::clause::Tense;
use crate::extract::mention::{DayMention, Standing};
use crate::extract::propose::governor::governor;
use crate::extract::propose::main_contact::{MainContact, opening};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::Part;

/// The only day.
pub(super) const ONLY_DAY: Rule<Days> = Rule {
    name: "only_day",
    says: "The opening tells of one day only, and of what was done on it; so the contact was on that day.",
    hits: &[
        (
            "On Friday the price came up again. Over lunch Minister Lind of Malta met Minister Borg of Kenya.",
            "2020-10-16 weekday",
        ),
        (
            "Minister Lind of Malta and Minister Borg of Kenya clashed at a news conference on Friday following talks.",
            "2020-10-16 weekday",
        ),
        ("It rained on Friday. Minister Lind of Malta met Minister Borg of Kenya.", "2020-10-16 weekday"),
    ],
    misses: &[
        "Minister Lind of Malta met Minister Borg of Kenya. She will sign a treaty on Friday.",
        "It rained on Friday. Minister Lind of Malta met Minister Borg of Kenya. It was dry on Thursday.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Days>> {
    if MainContact::of(scene).reported().next().is_none() {
        return Vec::new();
    }
    let body = opening(scene).filter(|sentence| sentence.part == Part::Body);
    let days = body.flat_map(|sentence| days_of(scene, sentence));
    let told = days.filter(|day| is_free(scene, day) && was(scene, day));
    let found: Vec<_> = told.filter_map(|day| candidate(scene, day)).collect();
    let same = found.windows(2).all(|pair| matches!(pair, [one, two] if one.value.same_days(&two.value)));
    if same { found.into_iter().filter(|day| is_recent(scene, day)).take(1).collect() } else { Vec::new() }
}

/// Whether something was done on a day: no plan, and no contact that is another one.
fn was(scene: &Scene<'_>, day: &DayMention) -> bool {
    let past = scene
        .clauses
        .at(day.words.start)
        .and_then(|clause| clause.verb.as_ref())
        .is_some_and(|verb| matches!(verb.tense, Tense::Past | Tense::Perfect));
    let other = governor(scene, &day.words)
        .is_some_and(|contact| contact.sort.is_contact() && contact.standing > Standing::Known);
    past && !other
}

/// Whether a day is of the week before the text.
fn is_recent(scene: &Scene<'_>, day: &Candidate<Days>) -> bool {
    const DAYS: i32 = 7;
    let anchor = scene.mentions.context.anchor();
    anchor.is_some_and(|anchor| (0..=DAYS).contains(&anchor.day.days_since(day.value.start)))
}
