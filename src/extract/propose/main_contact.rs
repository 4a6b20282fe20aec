//! The main contact: the one that the headline or the first paragraph reports.
//!
//! Kind, day and place all ask for it. The headline and the opening of the text are looked at apart,
//! because each tells something of its own: the headline what sort of contact it was, the opening
//! when and where.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::extract::clause::{Clause, Opens};
use crate::extract::mention::{ContactForm, ContactMention, Standing, breaks_clause};
use crate::extract::propose::governor::after_dateline;
use crate::extract::rule::Scene;
use crate::extract::segment::{Part, Sentence, Source};
use crate::lexicon::{ContactWord, PartyForm, Shape, WordClass};
use crate::model::Span;

/// How many sentences of the text may tell of the main contact.
const OPENING: usize = 6;

/// Where the opening tells of none, so many sentences of the text are asked.
const LATER: usize = 16;

/// The words for the main contact.
#[derive(Clone, Copy, Debug)]
pub(in crate::extract) struct MainContact<'s> {
    /// In the headline.
    pub headline: Option<&'s ContactMention>,
    /// In the opening of the text.
    pub lead: Option<&'s ContactMention>,
}

impl<'s> MainContact<'s> {
    /// Gives them, found once an article.
    pub fn of(scene: &'s Scene<'_>) -> Self {
        let contacts = &scene.mentions.contacts;
        let place = |contact: &ContactMention| contacts.iter().position(|known| known == contact);
        let found = || {
            let found = Self::find(scene);
            [found.headline, found.lead].map(|contact| contact.and_then(place))
        };
        let [headline, lead] =
            scene.main_contact.get_or_init(found).map(|place| place.and_then(|place| contacts.get(place)));
        Self { headline, lead }
    }

    /// Finds them.
    fn find(scene: &'s Scene<'_>) -> Self {
        let headline = scene.source.sentences_of(&[Part::Headline]);
        let headline = headline.flat_map(|sentence| contacts(scene, sentence)).min_by_key(|c| c.standing);
        let first =
            opening(scene).find(|sentence| sentence.part == Part::Body).map(|sentence| sentence.words.start);
        let news = |sentence: &Sentence, contact: &ContactMention| {
            Some(sentence.words.start) <= first || !is_past(scene, contact)
        };
        let lead = opening(scene)
            .filter_map(|sentence| {
                let contacts = contacts(scene, sentence).filter(|contact| news(sentence, contact));
                contacts.min_by_key(|contact| contact.standing)
            })
            .find(|contact| contact.standing <= Standing::Setting)
            .or_else(|| {
                let all = opening(scene).flat_map(|sentence| contacts(scene, sentence));
                all.min_by_key(|contact| contact.standing)
            });
        let told = [headline, lead].iter().flatten().any(|contact| contact.standing <= Standing::Setting);
        let later = if told { None } else { later(scene) };
        Self { headline, lead: later.or(lead) }
    }

    /// The sentence in the text that tells of it.
    pub fn told_in(self, scene: &'s Scene<'_>) -> Option<&'s Sentence> {
        let lead = self.lead.filter(|contact| contact.standing <= Standing::Setting)?;
        scene.source.sentence_at(lead.words.start)
    }

    /// The mentions that report the contact as done, the headline's first.
    pub fn reported(self) -> impl Iterator<Item = &'s ContactMention> {
        [self.headline, self.lead]
            .into_iter()
            .flatten()
            .filter(|contact| contact.standing <= Standing::Setting)
    }
}

/// The contact that a later sentence reports with its two sides, where the opening tells of none: the
/// lead is what was said, or color.
fn later<'s>(scene: &'s Scene<'_>) -> Option<&'s ContactMention> {
    let body =
        scene.source.sentences_of(&[Part::Body]).filter(|sentence| is_prose(scene, sentence)).take(LATER);
    let told = body
        .flat_map(|sentence| contacts(scene, sentence))
        .filter(|contact| contact.standing <= Standing::Setting && contact.form != ContactForm::Attended);
    let told = told.into_iter().find(|contact| {
        let sides = has_sides(scene, contact) || has_speaker(scene, contact);
        sides && !is_past(scene, contact) && !is_occasion(scene, contact)
    });
    told.or_else(|| in_own_words(scene))
}

/// "Sudland held drills after the visit of Norland's speaker": what it was the occasion of is told, and nobody
/// says or agrees anything there.
fn is_occasion(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    let visit = matches!(contact.sort, ContactWord::Visit | ContactWord::Trip);
    let verb = scene.clauses.at(contact.words.start).and_then(|clause| clause.verb.as_ref());
    let said = verb.is_some_and(|verb| {
        verb.says || scene.source.is_any(verb.verb, &["agreed", "signed", "announced", "pledged", "vowed"])
    });
    visit && contact.form == ContactForm::Noun && is_after(scene, contact) && !said
}

/// "after U.S. House Speaker Ana Torre's visit": with no verb between.
fn is_after(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    const NEAR: usize = 12;
    let start = contact.words.start;
    let mut before =
        (start.saturating_sub(NEAR)..start).rev().take_while(|&at| scene.clauses.verb_at(at).is_none());
    before.any(|at| scene.source.is_any(at, &["after", "following", "since"]))
}

/// "he said in a joint briefing after his talks with Borg": one side is a pronoun, and the opening names whom it
/// may mean.
fn has_speaker(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    let source = &scene.source;
    let Some(sentence) = source.sentence_at(contact.words.start) else { return false };
    let pronoun = scene.clauses.at(contact.words.start).is_some_and(|clause| {
        let says = clause.verb.as_ref().is_some_and(|verb| verb.says);
        let last = clause.subject.end.checked_sub(1);
        says && last.is_some_and(|at| source.is_any(at, &["he", "she", "they"]))
    });
    let parties = |words: &Range<usize>| -> BTreeSet<usize> {
        let people = scene.mentions.people_within(words).iter();
        let persons = people.filter_map(|mention| scene.mentions.people.person(mention.person));
        persons.filter(|person| person.addressed).filter_map(|person| person.party()).collect()
    };
    let with = parties(&(contact.words.end..sentence.words.end));
    let mut others = opening(scene).flat_map(|sentence| parties(&sentence.words));
    pronoun && !with.is_empty() && others.any(|party| !with.contains(&party))
}

/// The contact of which one who was there is quoted: "I have just spoken with President Torre".
fn in_own_words<'s>(scene: &'s Scene<'_>) -> Option<&'s ContactMention> {
    let body = scene.source.sentences_of(&[Part::Body]).take(LATER);
    let mut quoted =
        body.flat_map(|sentence| scene.mentions.contacts_within(&sentence.words)).filter(|contact| {
            contact.sort.is_contact()
                && contact.standing == Standing::Reported
                && contact.form != ContactForm::Noun
                && scene.source.is_quoted(contact.words.start)
        });
    quoted.find(|contact| {
        let own = scene.clauses.at(contact.words.start).is_some_and(|clause| {
            clause.subject.is_empty()
                || clause.subject.clone().any(|at| scene.source.is_any(at, &["i", "we"]))
        });
        own && has_sides(scene, contact) && !is_past(scene, contact)
    })
}

/// Whether the sentence of a contact names two parties, by their people or themselves.
pub(in crate::extract) fn has_sides(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    let Some(sentence) = scene.source.sentence_at(contact.words.start) else { return false };
    let mentions = &scene.mentions;
    let people = mentions.people_within(&sentence.words).iter();
    let persons = people.filter_map(|mention| mentions.people.person(mention.person));
    let of_people = persons.filter(|person| person.addressed).filter_map(|person| person.party());
    let named = mentions.parties_within(&sentence.words).iter();
    let of_parties = named.filter(|party| party.form != PartyForm::Capital).map(|party| party.row);
    let mut people: BTreeSet<usize> = of_people.collect();
    let by_people = people.len();
    people.extend(of_parties);
    by_people > 0 && people.len() > 1
}

/// "Kenyan and Norwegian ministers met. Minister Torre told her counterpart Lind in their first talks": whether a
/// later contact tells by name of those whom the main one names by their parties alone.
pub(in crate::extract) fn names_them(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    const AFTER: usize = 3;
    let (source, mentions) = (&scene.source, &scene.mentions);
    let (Some(told), Some(sentence)) =
        (MainContact::of(scene).told_in(scene), source.sentence_at(contact.words.start))
    else {
        return false;
    };
    let near = (told.paragraph..=told.paragraph + AFTER).contains(&sentence.paragraph);
    let named = mentions.people_within(&told.words).iter().any(|mention| mention.name.is_some());
    let later = near && sentence.words.start > told.words.start && !named && !is_past(scene, contact);
    if !later {
        return false;
    }
    let words = after_dateline(scene, told)..told.words.end;
    let countries = mentions.parties_within(&words).iter().filter(|party| party.is_country(source));
    let sides: BTreeSet<usize> = countries.map(|party| party.row).collect();
    let people = mentions.people_within(&sentence.words).iter();
    let persons = people.filter_map(|mention| mentions.people.person(mention.person));
    let theirs: BTreeSet<usize> =
        persons.filter(|person| person.addressed).filter_map(|person| person.party()).collect();
    sides.len() > 1 && theirs == sides
}

/// What is left of a sentence behind a clause has so many words at most.
const TAIL: usize = 16;

/// Whether a contact's clause tells of former times: "last month", "in October", "in 2019",
/// "in a recent call".
pub(in crate::extract) fn is_past(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    const FORMER: [&str; 6] = ["ago", "previously", "in", "last", "earlier", "recent"];
    let source = &scene.source;
    let Some(sentence) = source.sentence_at(contact.words.start) else { return false };
    let long = |at: usize| {
        let told = source.phrase(source.lexicon.words(), at..at + 1);
        let month = told.is_some_and(|(_, classes)| classes.iter().any(|c| matches!(c, WordClass::Month(_))));
        let number = source.word(at).is_some_and(|word| word.word.shape == Shape::Number);
        let day = scene
            .mentions
            .days_within(&(at.saturating_sub(3)..at + 1))
            .iter()
            .any(|day| day.words.contains(&at));
        (month || number) && !day
    };
    // "signed an accord in May last year, brokered during a visit": what it hangs on tells the time.
    let own = scene.clauses.at(contact.words.start);
    // "visited Oslo last week, when she met Lind"
    let hangs = |clause: &Clause| {
        clause.opens == Opens::Participle
            || clause.opens == Opens::When && source.is(clause.opener, "when")
            || clause.opens == Opens::Relative && source.is(clause.opener, "where")
    };
    let matrix = own.and_then(|clause| clause.matrix.filter(|_| hangs(clause)));
    let time = [scene.clauses.index_at(contact.words.start), matrix];
    // "after she met her counterpart, Jon Lind, in Oslo last month": a name between commas parts the time from it.
    let tail =
        own.filter(|clause| clause.opens != Opens::Main).map(|clause| clause.words.end..sentence.words.end);
    let short = |tail: &Range<usize>| {
        tail.len() <= TAIL && tail.clone().all(|at| scene.clauses.verb_at(at).is_none())
    };
    let tail = tail.filter(short).unwrap_or(0..0);
    let of_it = |at: &usize| {
        tail.contains(at) || scene.clauses.index_at(*at).is_some_and(|index| time.contains(&Some(index)))
    };
    let former = |at: usize| {
        source.is_any(at, &["ago", "previously"]) && !is_days_ago(scene, at)
            || source.is_any(at, &["in", "last"])
                && (long(at + 1) || source.is_any(at + 1, &["month", "year", "week"]))
            || source.is(at, "earlier")
                && source.is(at + 1, "this")
                && source.is_any(at + 2, &["month", "year"])
            // "In a recent call, they discussed fish"
            || source.is(at, "recent") && !scene.mentions.contacts_within(&(at + 1..at + 3)).is_empty()
    };
    sentence.words.clone().filter(of_it).any(|at| source.is_any(at, &FORMER) && former(at))
}

/// "a day ago": not long ago.
fn is_days_ago(scene: &Scene<'_>, ago: usize) -> bool {
    let before = ago.checked_sub(1);
    before.is_some_and(|at| scene.source.is_any(at, &["day", "days", "hour", "hours"]))
}

/// Words for being beside an event.
const ASIDE: &[&str] = &["sidelines", "sideline", "margins", "margin", "fringes", "fringe", "edges", "edge"];

/// Whether a contact is the event on whose sidelines the main contact took place.
pub(in crate::extract) fn at_event(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    /// The event's name may be long: "the sidelines of the Shanghai Cooperation Organisation (SCO) meeting".
    const FAR: usize = 24;
    let source = &scene.source;
    let noun = contact.words.start;
    let is_of_event = |at: &usize| {
        scene.clauses.is_lifted(*at) || scene.clauses.verb_at(*at).is_none() && !breaks_clause(source, *at)
    };
    let mut before = source.before(noun, FAR).rev().take_while(is_of_event);
    contact.sort.is_noun() && before.any(|at| source.is_any(at, ASIDE))
}

/// "met separately with A, B and C", "separate meetings with A and B": as many contacts as there are others.
pub(in crate::extract) fn says_apart(source: &Source<'_>, mut words: Range<usize>) -> bool {
    const MEETINGS: [&str; 7] =
        ["meetings", "talks", "discussions", "calls", "conversations", "consultations", "bilateral"];
    words.any(|at| {
        source.is_any(at, &["separately", "respectively", "individually"])
            || source.is_any(at, &["separate", "one-on-one", "individual"])
                && source.is_any(at + 1, &MEETINGS)
    })
}

/// By what means parties were in contact: a day or place of a visit is not that of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Means {
    /// Face to face.
    Meeting,
    /// By going there, for days.
    Visit,
    /// By voice or video.
    Call,
    /// In writing.
    Writing,
    /// None: it was said in public.
    Public,
}

impl Means {
    /// The means that a word tells.
    pub fn of(sort: ContactWord) -> Self {
        use ContactWord::*;
        match sort {
            Visit | Trip => Self::Visit,
            Speak | Call | Video | ByPhone | ByVideo => Self::Call,
            Write | Greet | Letter => Self::Writing,
            Say | Remarks => Self::Public,
            Meet | Receive | Discuss | Attend | Gather | Hold | Happen | Meeting | Summit => Self::Meeting,
        }
    }
}

/// The sentences of the opening: the lines of the head, the first two paragraphs of the text, and what
/// tells the occasion right after them.
pub(in crate::extract) fn opening<'s>(scene: &'s Scene<'_>) -> impl Iterator<Item = &'s Sentence> {
    let source = &scene.source;
    let begins = |sentence: &&Sentence| {
        sentence.part == Part::Body && is_prose(scene, sentence) && !announces_text(scene, sentence)
    };
    let first = source.sentences.iter().find(begins).map_or(0, |sentence| sentence.paragraph);
    source
        .sentences_of(&[Part::Head, Part::Body])
        .filter(move |sentence| sentence.part == Part::Head || sentence.paragraph >= first)
        .filter(move |sentence| sentence.paragraph <= first + 1 || tells_occasion(scene, sentence, first))
        .take(OPENING + first)
}

/// Whether a sentence a little further on tells on what occasion it was said: "She said this when the
/// envoy called on her", "He was speaking during talks with", "The announcement followed talks between".
pub(in crate::extract) fn tells_occasion(scene: &Scene<'_>, sentence: &Sentence, first: usize) -> bool {
    const PARAGRAPHS: usize = 3;
    const BEGINS: usize = 5;
    if sentence.paragraph > first + PARAGRAPHS || sentence.part != Part::Body {
        return false;
    }
    let source = &scene.source;
    let start = sentence.words.start;
    let of_words = (start..sentence.words.end.min(start + BEGINS)).find(|&at| source.is_any(at, OCCASIONS));
    let then = |words: usize| {
        (words + 1..sentence.words.end)
            .any(|at| source.is_any(at, &["when", "during", "after", "followed", "follows", "came"]))
    };
    of_words.is_some_and(then)
}

/// What was said or done on the occasion that is told of.
const OCCASIONS: &[&str] = &[
    "speaking",
    "spoke",
    "this",
    "announcement",
    "remarks",
    "remark",
    "comments",
    "understanding",
    "agreement",
    "agreements",
    "decision",
    "deal",
    "accord",
    "pledge",
];

/// Whether a sentence is one, and no line of a page around the text: "WRITER:", "Small Medium Large", "OSLO, May 5,
/// 2020 (Harbor Daily)".
pub(in crate::extract) fn is_prose(scene: &Scene<'_>, sentence: &Sentence) -> bool {
    const WORDS: usize = 6;
    let words = scene.source.words(&sentence.words);
    let small = || words.iter().any(|token| token.word.shape == Shape::Lower);
    words.len() >= WORDS && (sentence.in_capitals || small())
}

/// Whether a sentence only announces what follows: "The following is attributable to …:".
fn announces_text(scene: &Scene<'_>, sentence: &Sentence) -> bool {
    let source = &scene.source;
    let at = sentence.words.start;
    let opens = source.is_any(at, &["following", "below", "begin"])
        || source.is_any(at + 1, &["following", "below", "text"]);
    opens && sentence.words.len() < 45
}

/// The contacts of a sentence that can be the main one.
fn contacts<'s>(scene: &'s Scene<'_>, sentence: &Sentence) -> impl Iterator<Item = &'s ContactMention> {
    let contacts = scene.mentions.contacts_within(&sentence.words).iter();
    contacts.filter(|contact| {
        contact.sort.is_contact()
            && contact.standing != Standing::Aside
            && !scene.source.is_quoted(contact.words.start)
            && !is_speech_at(scene, sentence, contact)
    })
}

/// "spoke at the palace when she received the envoy": where something was said at another contact.
fn is_speech_at(scene: &Scene<'_>, sentence: &Sentence, contact: &ContactMention) -> bool {
    let speech = scene.source.is_any(contact.words.start, &["spoke", "speaks", "speaking"]);
    let own = scene.clauses.index_at(contact.words.start);
    let mut others = scene.mentions.contacts_within(&sentence.words).iter();
    contact.sort == ContactWord::Attend
        && speech
        && own.is_some()
        && others.any(|other| {
            let clause = scene.clauses.at(other.words.start);
            other.sort.is_contact()
                && other.standing <= Standing::Setting
                && other.words.start > contact.words.end
                && clause.is_some_and(|clause| clause.matrix == own && clause.opens == Opens::When)
        })
}

/// The evidence for a contact: its words.
pub(in crate::extract) fn words_of(scene: &Scene<'_>, contact: &ContactMention) -> Option<Span> {
    scene.source.span(&contact.words)
}

/// This adverb, in the sentence of a contact.
pub(in crate::extract) fn said_beside<'s>(
    scene: &'s Scene<'_>,
    contact: &ContactMention,
    sort: ContactWord,
) -> Option<&'s ContactMention> {
    adverb(scene, scene.source.sentence_at(contact.words.start)?, sort)
}

/// This adverb, in a sentence.
pub(in crate::extract) fn adverb<'s>(
    scene: &'s Scene<'_>,
    sentence: &Sentence,
    sort: ContactWord,
) -> Option<&'s ContactMention> {
    scene.mentions.contacts_within(&sentence.words).iter().find(|contact| contact.sort == sort)
}

/// The headline, or the first sentence of a text without one: what such a finding is read from.
pub(in crate::extract) fn first_words(scene: &Scene<'_>) -> Option<Span> {
    let first = scene.source.sentences.first()?;
    scene.source.span(&first.words)
}
