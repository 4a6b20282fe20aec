//! Sides: for whom a person stands.
//!
//! A ministry's release calls its own minister "the Minister" and the guest "the Kuwaiti Ambassador".
//! A person of whom no title tells it stands for
//! 1. the party that alone has such an office ("Secretary of State"), or whose known leader bears the
//!    name, where the text names that party, or whose province or town the office is of (`local`), or which
//!    the office is said to be of by a word for it ("the island's president", `owned`);
//! 2. the party whose side or delegation the person is said to be of (`delegation`);
//! 3. else whom everything else makes likeliest, decided for all at once (`assignment`): with whom the
//!    person is listed or goes, whom the person meets (`ties`), which country the person visits
//!    (`visit`), for whom the person speaks (`voice`), and whose article it is (`home`).
//!
//! The third is a guess, unless the person is in the company of somebody of whom the text tells it.

mod assignment;
mod companion;
mod delegation;
mod guest;
mod home;
mod hosts;
mod letter;
mod local;
mod owned;
mod speaking;
mod spouse;
mod ties;
mod visit;
mod voice;

use std::collections::BTreeSet;

use crate::extract::mention::{ContactForm, Mentions, People, PersonIndex, Side, Standing};
use crate::extract::segment::{Part, Source};
use assignment::{Assignment, Votes};
use home::Home;
use ties::Ties;
use visit::Visits;

/// How much it tells for whom somebody speaks.
const VOICE: i32 = 9;

/// How much it tells that somebody in office, named by one word, is called like a leader of a party.
const CALLED: i32 = 10;

/// How much it tells against a party that somebody visits it.
const VISITS: i32 = 24;

/// Gives a party to every person of the article who has none, as far as the text tells.
pub(in crate::extract) fn sides(source: &Source<'_>, mentions: &mut Mentions) {
    let titled: Vec<bool> = mentions.people.persons.iter().map(|person| person.party().is_some()).collect();
    tell_leaders(source, mentions);
    tell_bare_leaders(source, mentions);
    let local: Vec<(PersonIndex, usize)> = local::local(source, mentions).collect();
    local.into_iter().for_each(|(person, row)| set(mentions, person, Side::Told(row)));
    let owned: Vec<(PersonIndex, usize)> = owned::owned(source, mentions).collect();
    owned.into_iter().for_each(|(person, row)| set(mentions, person, Side::Told(row)));
    delegation::tell(source, mentions);
    let ties = Ties::of(source, mentions);
    tell_company(&ties, mentions);
    for (spouse, of) in spouse::spouses(source, mentions) {
        if let Some(row) = party(mentions, of) {
            set(mentions, spouse, Side::Told(row));
        }
    }
    let visits = Visits::of(source, mentions);
    let home = Home::of(source, mentions, &ties, &titled, visits.host);
    let people = mentions.people.persons.len();
    let mut votes = vec![Votes::new(); people];
    let mut vote = |person: PersonIndex, row: usize, votes_of: i32| {
        if let Some(votes) = votes.get_mut(person.0) {
            *votes.entry(row).or_default() += votes_of;
        }
    };
    voice::voices(source, mentions).into_iter().for_each(|(person, row)| vote(person, row, VOICE));
    called_like_leaders(source, mentions).for_each(|(person, row)| vote(person, row, CALLED));
    visits.visitors.iter().for_each(|&(person, row)| vote(person, row, -VISITS));
    ties.against().for_each(|(person, row)| vote(person, row, -VISITS));
    let told = mentions.people.persons.iter().map(|person| person.party()).collect();
    let open: Vec<PersonIndex> =
        (0..people).map(PersonIndex).filter(|person| party(mentions, *person).is_none()).collect();
    let assignment = Assignment {
        ties: &ties,
        told,
        votes,
        home: home.votes(),
        leaning: home.leaning(),
        issued: home.issuer().is_some(),
    };
    let assigned = assignment.best();
    for (person, party) in assigned.parties.iter().enumerate() {
        if let Some(row) = *party {
            set(mentions, PersonIndex(person), Side::Guessed(row));
        }
    }
    // Whoever is guessed to meet another side, or to visit another country, tells whose article it is.
    let is_ours = |&person: &PersonIndex| {
        party(mentions, person) == assigned.home
            && (ties.across(person).any(|other| party(mentions, other).is_some())
                || visits.visitors.iter().any(|(visitor, _)| *visitor == person))
    };
    let ours = open.into_iter().find(is_ours).and(assigned.home);
    mentions.home = home.issuer().or(ours).or(home.dateline());
}

/// Whoever holds an office and is named by one word that is of the name of a leader of one party, of those
/// that the text names: "President Torre".
fn called_like_leaders<'s>(
    source: &'s Source<'_>,
    mentions: &'s Mentions,
) -> impl Iterator<Item = (PersonIndex, usize)> {
    let named = named(source, mentions);
    let persons = mentions.people.persons.iter().enumerate();
    let officials = persons.filter(|(_, person)| person.title.is_some() && !person.name.contains(' '));
    officials.filter_map(move |(number, person)| {
        let row = source.lexicon.party_of_leader_called(&person.name, |row| named.contains(&row))?;
        Some((PersonIndex(number), row))
    })
}

/// Gives their party to those whose office only one party has, and to known leaders.
fn tell_leaders(source: &Source<'_>, mentions: &mut Mentions) {
    let named = named(source, mentions);
    for person in &mut mentions.people.persons {
        let office = || person.title.as_deref().and_then(|title| source.lexicon.party_of_office(title));
        let leader = source.lexicon.party_of_leader(&person.name, |row| named.contains(&row));
        // Whoever leads a party is a person, though no title or "Mr." says so.
        person.addressed |= leader.is_some();
        // A known leader of one country does not stand for another, whatever stands beside the name.
        let is_country = |row: usize| source.party(row).is_some_and(|row| row.country.is_some());
        let other = person
            .party()
            .zip(leader)
            .is_some_and(|(party, leader)| party != leader && is_country(party) && is_country(leader));
        let told = if other { leader } else { person.party().or_else(office).or(leader) };
        person.side = told.map_or(Side::Unknown, Side::Told);
    }
}

/// "Torre met Lind in Oslo": whoever is named by one word that only the leaders of one party bear, right beside
/// a verb of meeting, is that leader, though the text names neither the office nor the party.
///
/// Elsewhere such a word tells the party alone.
fn tell_bare_leaders(source: &Source<'_>, mentions: &mut Mentions) {
    const FIRST: usize = 4;
    const NEAR: usize = 4;
    let bare = |people: &People, index: PersonIndex| {
        let person = people.person(index)?;
        let bare = person.title.is_none() && person.party().is_none() && !person.name.contains(' ');
        source.lexicon.party_of_leader_called(&person.name, |_| true).filter(|_| bare && !person.addressed)
    };
    let mut found: Vec<PersonIndex> = Vec::new();
    let lines = source.sentences_of(&[Part::Headline, Part::Body]).take(FIRST);
    for contact in lines.flat_map(|line| mentions.contacts_within(&line.words)) {
        let met = contact.standing <= Standing::Setting
            && contact.form != ContactForm::Noun
            && contact.sort.is_contact();
        let subject = source.before(contact.words.start, NEAR);
        let object = source.after(contact.words.end, NEAR);
        for mention in mentions.people_within(&subject).iter().chain(mentions.people_within(&object)) {
            found.extend(bare(&mentions.people, mention.person).filter(|_| met).map(|_| mention.person));
        }
    }
    for index in (0..mentions.people.persons.len()).map(PersonIndex) {
        let row = bare(&mentions.people, index);
        if let Some((row, person)) = row.zip(mentions.people.persons.get_mut(index.0)) {
            person.side = Side::Told(row);
            person.addressed = found.contains(&index);
        }
    }
}

/// Gives a party to those in the company of somebody of whom the text tells it, and to those in theirs.
fn tell_company(ties: &Ties, mentions: &mut Mentions) {
    let mut leaders: Vec<PersonIndex> = (0..mentions.people.persons.len()).map(PersonIndex).collect();
    leaders.retain(|leader| party(mentions, *leader).is_some());
    while let Some(leader) = leaders.pop() {
        let Some(row) = party(mentions, leader) else { continue };
        let opposed: BTreeSet<PersonIndex> = ties.across(leader).collect();
        for follower in ties.in_company(leader).filter(|follower| !opposed.contains(follower)) {
            if party(mentions, follower).is_none() {
                set(mentions, follower, Side::Told(row));
                leaders.push(follower);
            }
        }
    }
}

/// The parties that an article names, and that of its publisher.
fn named(source: &Source<'_>, mentions: &Mentions) -> BTreeSet<usize> {
    let published = source.publisher.and_then(|publisher| publisher.party.as_ref());
    let publisher = published.and_then(|code| source.lexicon.party_row(code));
    mentions.parties.iter().map(|party| party.row).chain(publisher).collect()
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

#[cfg(test)]
mod tests {
    use crate::extract::rule::Scene;
    use crate::extract::tests::article;
    use crate::lexicon::Lexicon;

    /// The people of a text with their parties: "Ana Torre MLT".
    #[track_caller]
    pub fn check(text: &str, expected: &[&str]) {
        let article = article(text);
        let lexicon = Lexicon::built_in();
        let scene = Scene::new(&article, &lexicon);
        let sides = scene.mentions.people.persons.iter().map(|person| {
            let party = person.party().and_then(|row| scene.source.party(row));
            format!("{} {}", person.name, party.map_or("-", |row| row.party.code.as_str()))
        });
        assert_eq!(sides.collect::<Vec<_>>(), expected, "in: {text}");
    }

    #[test]
    fn whoever_is_met_in_a_capital_is_its_host() {
        check(
            "US Secretary Ana Torre met President Omar Haddad in Cairo. In Amman last night, she met King Salim.",
            &["Ana Torre USA", "Omar Haddad EGY", "Salim JOR"],
        );
    }

    #[test]
    fn whoever_is_met_where_somebody_went_is_its_host() {
        check(
            "Minister Ana Torre of Malta left Oslo for Amman, where she was received by King Salim.",
            &["Ana Torre MLT", "Salim JOR"],
        );
        check(
            "VALLETTA — President Ana Torre came back from a visit to Kenya, during which she held talks with President Omar Otieno.",
            &["Ana Torre MLT", "Omar Otieno KEN"],
        );
        check(
            "Minister Ana Torre of Malta arrived in Nairobi on Friday, and was greeted at the airport by President Omar Otieno.",
            &["Ana Torre MLT", "Omar Otieno KEN"],
        );
    }

    #[test]
    fn two_in_one_row_are_of_two_sides_where_one_is_owned() {
        check(
            "The plan was unveiled in Valletta by Prime Minister Ana Torre and Kenya's Defense Minister Omar Otieno.",
            &["Ana Torre MLT", "Omar Otieno KEN"],
        );
    }

    #[test]
    fn whoever_sent_a_letter_sits_across_from_nobody() {
        check(
            "Kenyan minister brings Lind's letter to Torre\n\nPresident Ana Torre on Monday received Kenya's Minister of Trade, Omar Otieno, at the State House, Valletta, where he delivered a letter from President Jon Lind.",
            &["Omar Otieno KEN", "Jon Lind MLT", "Ana Torre MLT"],
        );
    }

    #[test]
    fn a_list_passes_a_party_on_only_where_it_stands_before_the_office() {
        check(
            "VALLETTA — The Minister of Trade, Ana Torre, met with Fijian Minister of Health Liv Dahl, Minister of Education Jon Lind and Ambassador Omar Otieno.",
            &["Ana Torre MLT", "Liv Dahl FJI", "Jon Lind FJI", "Omar Otieno FJI"],
        );
        check(
            "VALLETTA — Ambassador of Fiji Liv Dahl, Member of Parliament Jon Lind and Secretary to the President Ana Torre attended.",
            &["Liv Dahl FJI", "Jon Lind MLT", "Ana Torre MLT"],
        );
    }

    #[test]
    fn whoever_goes_along_is_of_one_side_and_whoever_is_met_of_the_other() {
        check(
            "President of Malta Ana Torre was accompanied on the state visit to Kenya by Minister of Trade Liv Dahl and Minister of Health Jon Lind.",
            &["Ana Torre MLT", "Liv Dahl MLT", "Jon Lind MLT"],
        );
        check(
            "VALLETTA — Minister of Kenya Omar Otieno, who was accompanied by officials, made a courtesy call on Prime Minister Ana Torre and Minister Jon Lind.",
            &["Omar Otieno KEN", "Ana Torre MLT", "Jon Lind MLT"],
        );
    }

    #[test]
    fn whoever_represented_a_country_is_of_that_country() {
        check(
            "Malta and Kenya held talks. The Maltese side was led by Director Ana Torre while Kenya was represented by Director Jon Lind.",
            &["Ana Torre MLT", "Jon Lind KEN"],
        );
        check(
            "Malta and Kenya held talks. Director Ana Torre represented Malta, and Director Jon Lind represented the Republic of Kenya.",
            &["Ana Torre MLT", "Jon Lind KEN"],
        );
    }

    #[test]
    fn those_beside_the_only_guest_who_is_told_are_of_the_place() {
        check(
            "Kenyan Consul General Ana Torre visited the harbor house in Valletta on Monday. The meeting was attended by port director Jon Lind, Eva Borg and Dr. Mark Zammit.",
            &["Ana Torre KEN", "Jon Lind MLT", "Eva Borg MLT", "Mark Zammit MLT"],
        );
    }

    #[test]
    fn a_city_of_something_else_makes_nobody_the_host() {
        check(
            "President Ana Torre met Prime Minister Omar Otieno of Kenya today. She thanked Kenya for its help after the attack in Oslo that killed two Norwegian nurses and one Maltese. Malta is grateful.",
            &["Ana Torre MLT", "Omar Otieno KEN"],
        );
    }

    #[test]
    fn those_of_a_delegation_stand_for_its_party() {
        check(
            "A delegation from Fiji headed by the Deputy Prime Minister, Hon. Ana Torre, visited Japan. In Tokyo they met Her Excellency Yuki Mori, Foreign Minister of Japan, and Hon. Daiki Oni, Minister of Fisheries.",
            &["Ana Torre FJI", "Yuki Mori JPN", "Daiki Oni JPN"],
        );
        check(
            "President Ana Torre of Malta met an IMF delegation led by Jon Lind in Valletta.",
            &["Ana Torre MLT", "Jon Lind IMF"],
        );
        check(
            "The Kenyan delegation in the talks was led by Ms. Amina Juma, and it met with Maltese Minister of Health Ana Torre.",
            &["Amina Juma KEN", "Ana Torre MLT"],
        );
        check(
            "On the Norwegian side, the session was attended by Minister of Trade Liv Dahl and Ambassador Jon Lind.",
            &["Liv Dahl NOR", "Jon Lind NOR"],
        );
        check(
            "VALLETTA — Prime Minister Ana Torre met on Tuesday with Kenyan Minister Omar Otieno, in the presence of the Kenyan ambassador, Amina Juma.",
            &["Ana Torre MLT", "Omar Otieno KEN", "Amina Juma KEN"],
        );
        check(
            "Political consultations were held on Friday. Kenya's side was led by Deputy Minister Omar Otieno and Malta's by Undersecretary Ana Torre.",
            &["Omar Otieno KEN", "Ana Torre MLT"],
        );
        check(
            "The Kenyan delegation included Minister of Trade Omar Otieno, and the Maltese delegation was led by Ana Torre, Minister of Health.",
            &["Omar Otieno KEN", "Ana Torre MLT"],
        );
        check(
            "Ambassador Jon Lind, who led the European Union delegation, announced the grant.",
            &["Jon Lind EU"],
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
    fn a_leader_may_be_named_by_the_surname_alone() {
        check("Putin met Lukashenko in Sochi on Tuesday.", &["Putin RUS", "Lukashenko BLR"]);
    }

    #[test]
    fn whoever_speaks_for_a_party_stands_for_it() {
        check(
            "Envoy Ana Torre met Envoy Jon Lind. Ana Torre said that Malta will help. Jon Lind said Kenya will too.",
            &["Ana Torre MLT", "Jon Lind KEN"],
        );
    }
}
