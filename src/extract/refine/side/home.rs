//! Home: the article's own party. A release says of its guests where they are from, and hardly ever of
//! its own people.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::assignment::Votes;
use super::ties::Ties;
use crate::extract::mention::{
    ContactMention, Mentions, PartyMention, PersonIndex, PersonMention, PlaceForm, Standing,
};
use crate::extract::segment::{Part, Sentence, Source};
use crate::lexicon::{ContactWord, PartyForm};

/// A party that somebody stands for already is home to others only if the text speaks of it so many
/// times as much as of the next.
const TAKEN: usize = 4;

/// What the article tells of its own party.
pub(super) struct Home {
    /// The party that issued it: a government's or an organization's own, or an agency's country.
    issuer: Option<usize>,
    /// The country of the dateline.
    dateline: Option<usize>,
    /// What speaks for each party.
    votes: Votes,
}

/// What speaks for a party being the article's own.
mod weight {
    /// It issued the article.
    pub const ISSUER: i32 = 30;
    /// Somebody of it meets the other side, and no title says for whom that person stands.
    pub const UNTITLED: i32 = 12;
    /// The dateline's city is there.
    pub const DATELINE: i32 = 7;
    /// Its newspaper or agency published the article, which does not name it.
    pub const PUBLISHER: i32 = 5;
    /// It is visited, or the contact took place there.
    pub const HOST: i32 = 4;
    /// The contact took place there, and the text names one side alone, which is of another country.
    pub const BESIDE_FOREIGNER: i32 = 8;
    /// Somebody of it meets the other side.
    pub const IN_CONTACT: i32 = 3;
    /// Somebody stands for it.
    pub const TOLD: i32 = 1;
    /// The article speaks of it most; of the next it is one less.
    pub const SPOKEN_OF: i32 = 4;
}

impl Home {
    /// Reads it. `titled` says of each person whether a title tells for whom they stand.
    pub fn of(
        source: &Source<'_>,
        mentions: &Mentions,
        ties: &Ties,
        titled: &[bool],
        visited: Option<usize>,
    ) -> Self {
        // An agency's dateline may be abroad: its country counts before that, where the text is about it.
        let country = |code: &str| {
            let row = source.lexicon.party_row(&code.parse().ok()?)?;
            let dateline = source.article.dateline.as_ref().and_then(|dateline| dateline.country.as_ref());
            let there = dateline.is_some_and(|country| country.as_str() == code);
            let by_name = |m: &PartyMention| m.row == row && m.form != PartyForm::Capital;
            let named = || mentions.parties.iter().any(by_name);
            (there || named()).then_some(row)
        };
        let published = source.publisher.and_then(|publisher| publisher.party.as_ref());
        let agency = published.and_then(|code| country(code.as_str()));
        let dateline = source.article.dateline.as_ref().and_then(|dateline| dateline.country.as_ref());
        let dateline = dateline.and_then(|code| country(code.as_str()));
        let issuer = source.issuer().or_else(|| signed_off_from(source)).or(agency);
        // A country that goes without a name is host where somebody of it seems to be missing.
        let named =
            |row: &usize| mentions.parties.iter().any(|m| m.row == *row && m.form != PartyForm::Capital);
        let is_host = |row: &usize| named(row) || is_missing_side(source, mentions, ties, *row);
        let alone =
            opening_host(source, mentions).filter(|row| is_beside_one_foreigner(source, mentions, *row));
        let host = visited.or_else(|| opening_host(source, mentions).filter(is_host));
        let unnamed = published.filter(|_| issuer.is_none()).and_then(|code| source.lexicon.party_row(code));
        let unnamed = unnamed.filter(|row| is_missing_side(source, mentions, ties, *row));
        let mut votes = Votes::new();
        let mut vote = |row: usize, more: i32| *votes.entry(row).or_default() += more;
        issuer.into_iter().for_each(|row| vote(row, weight::ISSUER));
        dateline.into_iter().for_each(|row| vote(row, weight::DATELINE));
        host.into_iter().for_each(|row| vote(row, weight::HOST));
        unnamed.into_iter().for_each(|row| vote(row, weight::PUBLISHER));
        alone.into_iter().for_each(|row| vote(row, weight::BESIDE_FOREIGNER));
        let spoken_of = spoken_of(source, mentions);
        spoken_of.iter().zip((1..=weight::SPOKEN_OF).rev()).for_each(|(row, more)| vote(*row, more));
        for (row, more) in in_contact(mentions, ties, titled) {
            vote(row, more);
        }
        Self { issuer, dateline, votes }
    }

    /// What speaks for each party.
    pub fn votes(&self) -> Votes {
        self.votes.clone()
    }

    /// How strongly people of whom nothing is said lean to the article's own party: more where it is a
    /// party's own release.
    pub fn leaning(&self) -> i32 {
        const RELEASE: i32 = 12;
        const REPORT: i32 = 6;
        if self.issuer.is_some() { RELEASE } else { REPORT }
    }

    /// The party that issued the article, or an agency's country.
    pub fn issuer(&self) -> Option<usize> {
        self.issuer
    }

    /// The country of the dateline.
    pub fn dateline(&self) -> Option<usize> {
        self.dateline
    }
}

/// Whether somebody of whom nothing is told meets the only foreign side of which anybody is named: then the
/// publisher's own country may be the other side, and go without saying.
fn is_missing_side(source: &Source<'_>, mentions: &Mentions, ties: &Ties, publisher: usize) -> bool {
    let persons = &mentions.people.persons;
    const SENTENCES: usize = 5;
    // An opening that speaks of two countries has both sides.
    let headline = source.sentences_of(&[Part::Headline]);
    let opening = headline.chain(source.sentences_of(&[Part::Body]).take(SENTENCES));
    let named = opening.flat_map(|sentence| mentions.parties_within(&sentence.words));
    let named = named.filter(|party| party.form != PartyForm::Capital && party.is_country(source));
    let named: BTreeSet<usize> = named.map(|party| party.row).collect();
    let foreign = |other: PersonIndex| {
        mentions.people.person(other).and_then(|other| other.party()).is_some_and(|row| row != publisher)
    };
    let unknown = (0..persons.len()).map(PersonIndex).filter(|person| {
        mentions
            .people
            .person(*person)
            .is_some_and(|person| person.party().is_none() && person.title.is_some())
    });
    named.len() < 2 && unknown.into_iter().any(|person| ties.across(person).any(foreign))
}

/// "The Maltese consul visited the port in Oslo. Mayor Torre attended": whether all of whom the text says for whom
/// they stand are of one other country, so that the rest is most likely of the place.
fn is_beside_one_foreigner(source: &Source<'_>, mentions: &Mentions, place: usize) -> bool {
    let told: BTreeSet<usize> = mentions.people.persons.iter().filter_map(|person| person.party()).collect();
    let country = |row: &usize| source.party(*row).is_some_and(|party| party.is_country);
    let headline = source.sentences_of(&[Part::Headline]);
    let opening = headline.chain(source.sentences_of(&[Part::Body]).take(1));
    let mut contacts = opening.flat_map(|sentence| mentions.contacts_within(&sentence.words));
    let visited =
        contacts.any(|contact| contact.sort == ContactWord::Visit && contact.standing <= Standing::Known);
    visited && told.len() == 1 && !told.contains(&place) && told.iter().all(country)
}

/// The parties that people are told to stand for, once each, with what that tells: more of those who meet
/// somebody of another.
fn in_contact(mentions: &Mentions, ties: &Ties, titled: &[bool]) -> Votes {
    let mut votes = Votes::new();
    for (number, person) in mentions.people.persons.iter().enumerate() {
        let party = |other: PersonIndex| mentions.people.person(other).and_then(|person| person.party());
        let Some(row) = person.party() else { continue };
        let meets =
            ties.across(PersonIndex(number)).any(|other| party(other).is_some_and(|other| other != row));
        let more = match titled.get(number) {
            Some(false) if meets => weight::UNTITLED,
            _ if meets => weight::IN_CONTACT,
            _ => weight::TOLD,
        };
        let held = votes.entry(row).or_insert(more);
        *held = more.max(*held);
    }
    votes
}

/// The country where the opening says that the contact took place: of the first city, or of the house of a
/// government, in a sentence that tells of one.
fn opening_host(source: &Source<'_>, mentions: &Mentions) -> Option<usize> {
    const SENTENCES: usize = 3;
    let body = source.sentences_of(&[Part::Head]).chain(source.sentences_of(&[Part::Body]).take(SENTENCES));
    let tells = |sentence: &&Sentence| {
        let mut contacts = mentions.contacts_within(&sentence.words).iter();
        let meets = |contact: &ContactMention| contact.standing <= Standing::Known && has_place(contact.sort);
        // "The plan was unveiled in Oslo by Prime Minister Torre and Norland's minister Lind"
        let together = |pair: &[PersonMention]| match pair {
            [one, other] => other.words.start == one.words.end + 1 && source.is(one.words.end, "and"),
            _ => false,
        };
        let two = || mentions.people_within(&sentence.words).windows(2).any(together);
        sentence.part == Part::Head || contacts.any(meets) || two()
    };
    // "at the Harbor House, Oslo"
    let house = |comma: usize| {
        const FAR: usize = 6;
        source.is(comma, ",")
            && source.before(comma, FAR).any(|at| source.is_any(at, &["at", "in"]))
            && comma
                .checked_sub(1)
                .is_some_and(|at| source.word(at).is_some_and(|token| token.word.shape.is_capital()))
    };
    let there = |preposition: usize| source.is_any(preposition, &["in", "at", "to"]) || house(preposition);
    body.filter(tells).find_map(|sentence| {
        let mut cities = mentions.places_within(&sentence.words).iter();
        let city = cities.find(|place| place.form == PlaceForm::City && there(place.preposition));
        let city = city.and_then(|city| source.lexicon.party_row(&city.country.clone()?.into()));
        let mut seats = mentions.parties_within(&sentence.words).iter();
        let seat = seats.find(|party| {
            let before = party.words.start.checked_sub(2);
            party.form == PartyForm::Seat && before.is_some_and(|before| there(before) || there(before + 1))
        });
        city.or(seat.map(|seat| seat.row))
    })
}

/// Whether a contact told by this word took place somewhere.
fn has_place(sort: ContactWord) -> bool {
    use ContactWord::*;
    matches!(
        sort,
        Meet | Receive | Visit | Trip | Meeting | Summit | Discuss | Attend | Gather | Hold | Happen
    )
}

/// The country of the capital that stands alone at the foot, under a ministry's name.
fn signed_off_from(source: &Source<'_>) -> Option<usize> {
    let feet: Vec<_> = source.sentences_of(&[Part::Foot]).collect();
    let ministry = feet
        .iter()
        .any(|foot| foot.words.clone().any(|at| source.is_any(at, &["ministry", "embassy", "office"])));
    let city = feet.iter().find_map(|foot| {
        let (_, names) = source.phrase(source.lexicon.party_names(), foot.words.clone())?;
        names.iter().find(|name| name.form == PartyForm::Capital)
    });
    city.filter(|_| ministry).map(|name| name.row)
}

/// The countries that the article speaks of, the most spoken of first. One that a person of the
/// article stands for by title must be far ahead of the others: as a rule the text says of its guests
/// where they are from.
fn spoken_of(source: &Source<'_>, mentions: &Mentions) -> Vec<usize> {
    let mut counts: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    let named = mentions.parties.iter().enumerate();
    let named = named.filter(|(at, _)| !is_of_row(source, mentions, *at));
    for (order, mention) in named.filter(|(_, m)| m.is_country(source) && m.form != PartyForm::Capital) {
        counts.entry(mention.row).or_insert((0, order)).0 += 1;
    }
    let guests = mentions.parties.iter().filter(|m| is_guest(source, m)).map(|m| m.row);
    let people = mentions.people.persons.iter().filter_map(|person| person.party());
    let taken: BTreeSet<usize> = guests.chain(people).collect();
    let weighed = counts.into_iter().filter_map(|(row, (count, first))| {
        let weight = if taken.contains(&row) { count / TAKEN } else { count };
        (weight > 0).then_some((Reverse(weight), first, row))
    });
    let mut weighed: Vec<_> = weighed.collect();
    weighed.sort_unstable();
    weighed.into_iter().map(|(_, _, row)| row).collect()
}

/// "citizens of Norland, Sudland and Westland": a row of three countries is of what is spoken of, and no article's own.
fn is_of_row(source: &Source<'_>, mentions: &Mentions, at: usize) -> bool {
    let parties = &mentions.parties;
    let joined = |one: usize, other: usize| {
        let gap =
            parties.get(one).zip(parties.get(other)).map(|(one, other)| one.words.end..other.words.start);
        gap.is_some_and(|mut gap| {
            (1..=2).contains(&gap.len()) && gap.all(|at| source.is_any(at, &[",", "and"]))
        })
    };
    let before = (0..at).rev().take_while(|&one| joined(one, one + 1)).take(2).count();
    let behind = (at..parties.len()).take_while(|&one| joined(one, one + 1)).take(2).count();
    before + behind >= 2
}

/// Whether a party is the other side: "with the Norlandic delegation".
fn is_guest(source: &Source<'_>, party: &PartyMention) -> bool {
    const SIDES: [&str; 6] =
        ["delegation", "side", "counterparts", "counterpart", "officials", "representatives"];
    let start = party.words.start;
    let before = start.checked_sub(if start > 0 && source.is(start - 1, "the") { 2 } else { 1 });
    let with = before.is_some_and(|at| source.is_any(at, &["with", "and"]));
    with && source.is_any(party.words.end, &SIDES)
}
