//! Sides: for whom a person stands whose title does not say.
//!
//! A ministry's release calls its own minister "the Minister" and the guest "the Kuwaiti Ambassador".
//! So a person without a party stands, in this order, for
//! 1. the party whose side or delegation the person is said to be of (`delegation`);
//! 2. the party that alone has such an office ("Secretary of State"), or whose known leader bears the
//!    name, where the text names that party;
//! 3. the party of those whom the person accompanies or is listed with (`ties`);
//! 4. the party for which the person speaks ("Torre said that Norland will …", `voice`);
//! 5. the article's own party: that of whoever meets the other side, of the dateline or of the city
//!    where they met, or the country that it speaks of most (`home`).
//!
//! The last two are guesses, and nobody is guessed to meet the own side: whoever meets somebody of a
//! party stands for another (`ties`), and so does whoever visits a country (`visit`).

mod delegation;
mod home;
mod ties;
mod visit;
mod voice;

use std::collections::BTreeSet;

use crate::extract::mention::{Mentions, PartyMention, PersonIndex, Side};
use crate::extract::segment::Source;
use home::Home;
use ties::Ties;
use visit::Visits;

/// Gives a party to every person of the article who has none, as far as the text tells.
pub(in crate::extract) fn sides(source: &Source<'_>, mentions: &mut Mentions) {
    delegation::tell(source, mentions);
    let named = named(source, mentions);
    for person in &mut mentions.people.persons {
        let office = || person.title.as_deref().and_then(|title| source.lexicon.party_of_office(title));
        let leader = || source.lexicon.party_of_leader(&person.name, |row| named.contains(&row));
        let leader = leader();
        // Whoever leads a party is a person, though no title or "Mr." says so.
        person.addressed |= leader.is_some();
        if let Some(row) = person.party().is_none().then(|| office().or(leader)).flatten() {
            person.side = Side::Told(row);
        }
    }
    let ties = Ties::of(source, mentions);
    let told: Vec<PersonIndex> = (0..mentions.people.persons.len()).map(PersonIndex).collect();
    for &person in &told {
        if let Some(party) = party(mentions, person) {
            follow(&ties, mentions, person, Side::Told(party));
        }
    }
    let voices = voice::voices(source, mentions);
    let visits = Visits::of(source, mentions);
    let mut home = Home::of(source, mentions, visits.host);
    // Those who meet somebody of a known party are asked first: they tell whose article it is.
    let meets_other = |person: &PersonIndex| {
        ties.opposed(*person).any(|other| party(mentions, other).is_some())
            || visits.visitors.iter().any(|(visitor, _)| visitor == person)
    };
    let (across, others): (Vec<_>, Vec<_>) = told.into_iter().partition(meets_other);
    for &person in across.iter().chain(&others) {
        if party(mentions, person).is_some() {
            continue;
        }
        let visited = visits.visitors.iter().filter(|(visitor, _)| *visitor == person).map(|(_, row)| *row);
        let across = ties.opposed(person).filter_map(|other| party(mentions, other));
        let barred: Vec<usize> = across.chain(visited).collect();
        let voice = voices.get(&person).copied();
        let listed = ties.listed_before(person).find_map(|next| party(mentions, next));
        let guess = home.guesses(voice, listed).find(|row| !barred.contains(row));
        if let Some(guess) = guess {
            if !barred.is_empty() {
                home.settle(guess);
            }
            set(mentions, person, Side::Guessed(guess));
            follow(&ties, mentions, person, Side::Guessed(guess));
        }
    }
    mentions.home = home.own();
}

/// The parties that an article names, and that of its publisher.
fn named(source: &Source<'_>, mentions: &Mentions) -> BTreeSet<usize> {
    let published = source.publisher.and_then(|publisher| publisher.party.as_ref());
    let publisher = published.and_then(|code| source.lexicon.party_row(code));
    mentions.parties.iter().map(|party| party.row).chain(publisher).collect()
}

/// Gives a party to those who go with a person and have none, and to those who go with them.
fn follow(ties: &Ties, mentions: &mut Mentions, person: PersonIndex, side: Side) {
    let mut leaders = vec![person];
    while let Some(leader) = leaders.pop() {
        let opposed: BTreeSet<PersonIndex> = ties.opposed(leader).collect();
        for follower in ties.followers(leader).filter(|follower| !opposed.contains(follower)) {
            if party(mentions, follower).is_none() {
                set(mentions, follower, side);
                leaders.push(follower);
            }
        }
    }
}

fn party(mentions: &Mentions, person: PersonIndex) -> Option<usize> {
    mentions.people.person(person).and_then(|person| person.party())
}

/// Puts a person on this side, unless there is one already.
fn set(mentions: &mut Mentions, person: PersonIndex, side: Side) {
    if let Some(person) = mentions.people.persons.get_mut(person.0).filter(|p| p.party().is_none()) {
        person.side = side;
    }
}

fn is_country(source: &Source<'_>, mention: &PartyMention) -> bool {
    mention.of(source).is_some_and(|row| row.country.is_some())
}

#[cfg(test)]
mod tests {
    use crate::extract::rule::Scene;
    use crate::extract::tests::article;
    use crate::lexicon::Lexicon;

    /// The people of a text with their parties: "Ana Torre MLT".
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let article = article(text);
        let lexicon = Lexicon::built_in();
        let scene = Scene::new(&article, &lexicon);
        let sides = scene.mentions.people.persons.iter().map(|person| {
            let party = person.party().and_then(|row| lexicon.parties().get(row));
            format!("{} {}", person.name, party.map_or("-", |row| row.party.code.as_str()))
        });
        assert_eq!(sides.collect::<Vec<_>>(), expected, "in: {text}");
    }

    #[test]
    fn those_of_a_delegation_stand_for_its_party() {
        check(
            "On the Norwegian side, the session was attended by Minister of Trade Liv Dahl and Ambassador Jon Lind.",
            &["Liv Dahl NOR", "Jon Lind NOR"],
        );
        check(
            "The Kenyan delegation included Minister of Trade Omar Otieno, and the Maltese delegation was led by Ana Torre, Minister of Health.",
            &["Omar Otieno KEN", "Ana Torre MLT"],
        );
        check(
            "Minister of Trade Omar Otieno and Minister of Health Amina Juma led the Kenyan delegation.",
            &["Omar Otieno KEN", "Amina Juma KEN"],
        );
    }

    #[test]
    fn company_and_lists_share_a_party() {
        check(
            "Kenyan President Omar Otieno was accompanied by Minister of Trade Amina Juma and Ambassador Jon Lind.",
            &["Omar Otieno KEN", "Amina Juma KEN", "Jon Lind KEN"],
        );
        check(
            "Fijian Minister of Health Ana Torre, Minister of Education Jon Lind and Samoan Minister of Trade Liv Dahl came.",
            &["Ana Torre FJI", "Jon Lind FJI", "Liv Dahl WSM"],
        );
    }

    #[test]
    fn nobody_is_guessed_to_meet_the_own_side() {
        check(
            "Prime Minister Ana Torre received Ambassador of Norway Jon Lind. Norway and Malta trade. Norway is cold. Norway is far.",
            &["Ana Torre MLT", "Jon Lind NOR"],
        );
        check(
            "Talks were held between Foreign Minister Ana Torre and Norwegian Foreign Minister Jon Lind. Norway and Malta trade.",
            &["Ana Torre MLT", "Jon Lind NOR"],
        );
    }

    #[test]
    fn whoever_visits_a_country_does_not_stand_for_it() {
        check(
            "President Ana Torre, who is on a visit to Norway, met with Prime Minister Jon Lind in Oslo. Norway is cold. Norway and Malta trade.",
            &["Ana Torre MLT", "Jon Lind NOR"],
        );
        check(
            "Foreign Minister Ana Torre met with Foreign Minister of Kenya Omar Otieno, who is in Malta on a visit.",
            &["Ana Torre MLT", "Omar Otieno KEN"],
        );
    }

    #[test]
    fn a_counterpart_is_of_another_side() {
        check(
            "Foreign Minister Ana Torre and her Norwegian counterpart, Jon Lind, held talks over lunch. Norway and Malta trade.",
            &["Ana Torre MLT", "Jon Lind NOR"],
        );
    }

    #[test]
    fn whoever_speaks_for_a_party_stands_for_it() {
        check(
            "Envoy Ana Torre met Envoy Jon Lind. Ana Torre said that Malta will help. Jon Lind said Kenya will too.",
            &["Ana Torre MLT", "Jon Lind KEN"],
        );
    }
}
