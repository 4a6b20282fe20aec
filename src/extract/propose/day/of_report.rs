//! The day of the report, where the report is of the contact: "said on Friday after talks with".

use super::{Days, candidate, days_of, is_free};
use crate::extract::mention::Standing;
use crate::extract::propose::governor::governor;
use crate::extract::propose::main_contact::{MainContact, opening};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::Part;
use crate::lexicon::ContactWord;

/// The day on which it was said.
pub(super) const OF_REPORT: Rule<Days> = Rule {
    name: "day_of_report",
    says: "The day on which it was said counts for the meeting that it was said at.",
    hits: &[
        (
            "Minister Lind said on Friday during a meeting with Minister Borg that trade grows.",
            "2020-10-16 weekday",
        ),
        (
            "Kenya's President told the visiting envoy of Cyprus on Sunday that he opposes the plan, after meeting him.",
            "2020-10-18 weekday",
        ),
        (
            "Trade will grow, Minister Lind said yesterday. She spoke after talks with Minister Borg of Malta.",
            "2020-10-17 relative",
        ),
        (
            "Minister Lind said on Friday Norway would host the forum. She spoke when she received Minister Borg of Malta.",
            "2020-10-16 weekday",
        ),
    ],
    misses: &[
        "Minister Lind met Minister Borg. The treaty of 5 May was mentioned.",
        "Kenya said it had received the letter. The line was closed since Friday.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Days>> {
    let main = MainContact::of(scene);
    if main.headline.or(main.lead).is_none() {
        return Vec::new();
    }
    let sentences = opening(scene).filter(|sentence| matches!(sentence.part, Part::Body | Part::Head));
    let days = sentences.flat_map(|sentence| days_of(scene, sentence));
    let of_report = days.filter(|day| {
        let said = governor(scene, &day.words);
        is_free(scene, day)
            && said.is_some_and(|said| said.sort == ContactWord::Say && said.standing == Standing::Reported)
    });
    of_report.filter_map(|day| candidate(scene, day)).collect()
}
