//! "met in Valletta", "visited Rome", "talks at the Y Palace in Tehran".

use super::{MOST, Spot, of_contact, venue};
use crate::extract::mention::PlaceForm;
use crate::extract::rule::{Candidate, Rule, Scene};

/// A city.
pub(super) const IN_CITY: Rule<Spot> = Rule {
    name: "in_city",
    says: "The city that stands with the words for the meeting or visit.",
    hits: &[
        ("Minister Lind of Sweden met Minister Borg of Malta in Valletta on Friday.", "Valletta, MLT"),
        ("President Otieno visited Rome on Friday.", "Rome, ITA"),
        ("Malta and Kenya held the sixth meeting of their working group in Oslo on Friday.", "Oslo, NOR"),
        ("Minister Lind met Minister Borg in Central Jakarta.", "Central Jakarta, IDN"),
        ("Minister Lind met Minister Borg in northern Kabul.", "Kabul, AFG"),
        ("The accord was reached in Oslo, where Minister Lind held talks with Minister Borg.", "Oslo, NOR"),
        ("The ministers held talks at Saadabad Palace in Tehran.", "Saadabad Palace, Tehran, IRN"),
        (
            "Minister Lind of Sweden met Minister Borg of Malta on Friday. They held talks on the sidelines of the Shanghai Cooperation Organisation (SCO) meeting in Goa.",
            "Goa, IND",
        ),
        (
            "Minister Lind of Sweden met Minister Borg of Malta during a visit to Yemen's rebel-held capital, Sanaa.",
            "Sanaa, YEM",
        ),
    ],
    misses: &[
        "Minister Lind met Minister Borg, who studied in Paris.",
        "Beijing said that the ministers met.",
        "The ministers met and discussed the attack in Nairobi.",
        "The ministers of Kenya and Malta held talks on Friday, officials in Nairobi said.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Spot>> {
    let venue = venue(scene);
    let cities = of_contact(scene, PlaceForm::City).into_iter().take(MOST);
    let candidates = cities.filter_map(|city| {
        let words = scene.source.text(&city.words);
        let country = city.country.clone();
        let named = country.as_ref().and_then(|code| scene.source.lexicon.party(code.as_str()));
        let of = named.map_or("an unknown country", |row| row.party.name.as_str());
        let working = format!("\"{words}\" is a city of {of}");
        let value = Spot { place: Some(words.to_owned()), country, venue: venue.clone() };
        Some(Candidate { value, span: scene.source.span(&city.words)?, working })
    });
    candidates.collect()
}
