//! The host's country, where no words name any place.

use super::Spot;
use super::host::{host, of_guest};
use crate::extract::propose::main_contact::{MainContact, words_of};
use crate::extract::rule::{Candidate, Rule, Scene};

/// At the host's.
pub(super) const AT_HOST: Rule<Spot> = Rule {
    name: "at_host",
    says: "The text names no place, but who received whom, or who was on a visit: they met in the host's country.",
    hits: &[
        ("President Otieno of Kenya received Minister Borg of Malta on Monday.", "KEN"),
        ("Minister Lind of Sweden on Monday met the visiting prime minister of Malta, Jon Borg.", "SWE"),
        ("The Maltese Ambassador to Kenya, Jon Borg, met Vice President Grace Otieno on Monday.", "KEN"),
        ("Maltese Ambassador Jon Borg paid a courtesy call on Kenyan Minister Grace Otieno.", "KEN"),
        (
            "Kenyan Minister Grace Otieno met Maltese Minister Jon Borg, who is in the country for a week.",
            "KEN",
        ),
        (
            "Kenyan Minister Grace Otieno met with a Maltese delegation headed by Minister Jon Borg on Monday.",
            "KEN",
        ),
        ("Kenyan Minister Grace Otieno met Maltese Minister Jon Borg at her office on Monday.", "KEN"),
        ("VALLETTA — Kenyan Minister Grace Otieno met visiting Chilean Minister Ana Torre on Monday.", "KEN"),
    ],
    misses: &[
        "Minister Lind of Sweden met Minister Borg of Malta on Monday.",
        "VALLETTA — President Torre of Malta received Minister Otieno of Kenya on Monday.",
        "VALLETTA — President Torre of Chile received Minister Otieno of Kenya after the summit.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Spot>> {
    let dateline = scene.source.article.dateline.as_ref().and_then(|dateline| dateline.country.as_ref());
    let Some(main) = MainContact::of(scene).reported().next() else { return Vec::new() };
    // A dateline elsewhere is the reporter's only where a visitor is told of.
    let country = match dateline {
        None => host(scene),
        Some(_) => of_guest(scene, main).filter(|country| Some(country) != dateline),
    };
    let candidate = country.and_then(|country| {
        let value = Spot { country: Some(country), ..Spot::default() };
        let working = "no place is named, and this is the host's country".to_owned();
        Some(Candidate { value, span: words_of(scene, main)?, working })
    });
    candidate.into_iter().collect()
}
