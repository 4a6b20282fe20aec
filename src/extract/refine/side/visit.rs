//! Visits: where one side came to the other. "Minister Torre, who is on a visit to Norland" does not
//! stand for Norland, and whoever receives her most likely does.

use std::ops::Range;

use crate::extract::mention::{ContactMention, Mentions, PersonIndex, Standing};
use crate::extract::segment::{Part, Sentence, Source};
use crate::lexicon::ContactWord;

/// So many sentences of the text tell of the visit that it is about.
const SENTENCES: usize = 4;

/// The visits that the opening tells of.
#[derive(Debug, Default)]
pub(super) struct Visits {
    /// The first country that somebody is said to visit, as a row of the parties.
    pub host: Option<usize>,
    /// Who visits which country.
    pub visitors: Vec<(PersonIndex, usize)>,
}

impl Visits {
    /// Reads them.
    pub fn of(source: &Source<'_>, mentions: &Mentions) -> Self {
        let mut visits = Self::default();
        let headline = source.sentences_of(&[Part::Headline]);
        for sentence in headline.chain(source.sentences_of(&[Part::Body]).take(SENTENCES)) {
            let contacts = mentions.contacts_within(&sentence.words).iter().filter(|contact| {
                matches!(contact.sort, ContactWord::Visit | ContactWord::Trip)
                    && contact.standing <= Standing::Known
            });
            for visit in contacts {
                let countries = destinations(source, mentions, sentence, visit);
                visits.host = visits.host.or(countries.first().copied());
                let visitor = visitor(source, mentions, sentence, visit);
                visits
                    .visitors
                    .extend(visitor.iter().flat_map(|person| countries.iter().map(|row| (*person, *row))));
            }
        }
        visits
    }
}

/// "a visit to Norland and Sudland", "visited Norland", "who is in Norland on a visit".
fn destinations(
    source: &Source<'_>,
    mentions: &Mentions,
    sentence: &Sentence,
    visit: &ContactMention,
) -> Vec<usize> {
    const BEHIND: usize = 4;
    const BEFORE: usize = 8;
    const LIST: usize = 30;
    let (start, end) = (visit.words.start, visit.words.end);
    let country = |words: Range<usize>, links: &[&str]| {
        let parties = mentions.parties_within(&words).iter();
        parties.filter(|party| party.is_country(source)).find_map(|party| {
            let at = party.words.start;
            let before = at.checked_sub(if at > 0 && source.is(at - 1, "the") { 2 } else { 1 })?;
            let linked = source.is_any(before, links) || before + 1 == end;
            linked.then_some(party.row)
        })
    };
    let joined = |first: usize| {
        let parties = mentions.parties_within(&(start..sentence.words.end.min(end + LIST))).iter();
        let mut parties = parties.skip_while(move |party| party.row != first).peekable();
        let mut rows = Vec::new();
        while let Some(party) = parties.next() {
            rows.push(party.row);
            let gap = parties.peek().map(|next| party.words.end..next.words.start);
            let list = gap.is_some_and(|mut gap| {
                gap.len() <= 2 && !gap.is_empty() && gap.all(|at| source.is_any(at, &[",", "and"]))
            });
            if !list {
                break;
            }
        }
        rows
    };
    let behind = country(start..sentence.words.end.min(end + BEHIND), &["to", "in"]);
    let on_a_visit = source.before(start, 4).any(|at| source.is(at, "on"));
    if let Some(first) = behind {
        return joined(first);
    }
    let before = sentence.words.start.max(start.saturating_sub(BEFORE))..start;
    on_a_visit.then(|| country(before, &["in"])).flatten().into_iter().collect()
}

/// "Minister Torre, who is on a visit", "Minister Torre visited".
fn visitor(
    source: &Source<'_>,
    mentions: &Mentions,
    sentence: &Sentence,
    visit: &ContactMention,
) -> Option<PersonIndex> {
    const NEAR: usize = 12;
    let person = mentions.people_within(&(sentence.words.start..visit.words.start)).last()?;
    let mut gap = person.words.end..visit.words.start;
    let near = gap.len() <= NEAR;
    let comma = source.is(person.words.end, ",");
    let who = source.is_any(person.words.end + usize::from(comma), &["who", "currently", "on"]);
    let verb = visit.standing == Standing::Reported
        && !gap.any(|at| source.is_any(at, &[",", "that", "his", "her", "their", "by", "with", "during"]));
    (near && (who || verb)).then_some(person.person)
}
