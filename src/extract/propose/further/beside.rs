//! A contact that a later clause reports with somebody else, or by other means, than the main one.

use std::ops::Range;

use super::held::told_in;
use super::named::Named;
use super::{Partner, Told};
use crate::extract::clause::Opens;
use crate::extract::mention::{ContactForm, ContactMention, PersonIndex, PersonMention, Standing};
use crate::extract::propose::apart::is_on_the_way;
use crate::extract::propose::attendance::{self, is_joined, is_person};
use crate::extract::propose::day::{self, Days};
use crate::extract::propose::kind::is_gathering;
use crate::extract::propose::main_contact::{MainContact, Means, is_prose, names_them, words_of};
use crate::extract::propose::place;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::{Part, Sentence};
use crate::lexicon::{ContactWord, Cue};
use crate::model::Span;

/// A later clause with other people.
pub(super) const TOLD_BESIDE: Rule<Told> = Rule {
    name: "told_beside",
    says: "A later clause reports a contact with somebody who was not in the main one, or by other means.",
    hits: &[
        (
            "Minister Ana Torre of Chile met Minister Jon Lind of Norway in Oslo on Friday. They spoke about fish. Fish is dear. It was cold. Later Torre called on President Liv Dahl.",
            "in_person: Ana Torre, Liv Dahl",
        ),
        (
            "President Ana Torre of Chile received Prime Minister Jon Lind of Norway on Friday. Torre also spoke by phone with President Omar Haddad of Jordan.",
            "phone_call: Ana Torre, Omar Haddad",
        ),
        (
            "Minister Ana Torre of Chile met Minister Jon Lind of Norway in Oslo on Friday. Fish is dear. Torre was also received by King Omar Haddad of Jordan and held talks with Kenyan Minister Grace Otieno.",
            "in_person: Ana Torre, Grace Otieno",
        ),
        (
            "Minister Ana Torre of Chile met Minister Jon Lind of Norway in Oslo on Friday. Fish is dear. Later Torre signed a pact with Kenyan Minister Grace Otieno.",
            "in_person: Ana Torre, Grace Otieno",
        ),
        (
            "Minister Ana Torre of Chile met Minister Jon Lind of Norway in Oslo on Friday. Fish is dear. Torre also had separate meetings with Kenyan Minister Grace Otieno and Kenyan President Omar Otieno.",
            "in_person: Ana Torre, Grace Otieno",
        ),
        (
            "Minister Ana Torre of Chile met Minister Jon Lind of Norway in Oslo on Friday. In a separate meeting, Torre talked with Kenyan Minister Grace Otieno about fish.",
            "in_person: Ana Torre, Grace Otieno",
        ),
        (
            "Ministers from five countries held a summit in Oslo on Friday. It was cold. On the sidelines of the summit, Chilean Minister Ana Torre had met separately with Jordanian Minister Omar Haddad.",
            "in_person: Ana Torre, Omar Haddad",
        ),
        (
            "Ministers from five countries held a summit in Oslo on Friday. It was cold. On the sidelines, Chilean Minister Ana Torre met Jordanian Minister Omar Haddad.",
            "in_person: Ana Torre, Omar Haddad",
        ),
        (
            "Minister Ana Torre of Chile held separate talks in Oslo on Friday with Minister Jon Lind of Norway and Minister Omar Haddad of Jordan.",
            "in_person: Ana Torre, Omar Haddad",
        ),
    ],
    misses: &[
        "Minister Ana Torre of Chile met Minister Jon Lind of Norway in Oslo on Friday. Torre and Lind then held talks about fish.",
        "Minister Ana Torre of Chile met Minister Jon Lind of Norway in Oslo on Friday. Fish is dear. She will meet President Liv Dahl on Monday.",
        "Minister Ana Torre of Chile met Minister Jon Lind of Norway in Oslo on Friday. Fish is dear. President Liv Dahl opened a port.",
        "Minister Ana Torre of Chile met Minister Jon Lind of Norway in Oslo on Friday. The meeting was attended by the Kenyan ambassador, Grace Otieno.",
        "Minister Ana Torre of Chile, who is in Oslo, met and held talks on Friday with Minister Jon Lind of Norway.",
    ],
    propose,
};

/// More contacts than this nobody would look at.
pub(super) const MOST: usize = 12;

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Told>> {
    let main = MainContact::of(scene);
    let Some(first) = main.reported().next() else { return Vec::new() };
    let is_visit = Means::of(first.sort) == Means::Visit;
    let mut named = Named::of(scene, main);
    let mut found: Vec<Candidate<Told>> = Vec::new();
    for sentence in scene.source.sentences_of(&[Part::Body]).filter(|sentence| is_prose(scene, sentence)) {
        for contact in told_in(scene, sentence).filter(|contact| !names_them(scene, contact)) {
            let beside = Beside { scene, named: &named, sentence, contact };
            let others = main.headline != Some(contact) && main.lead != Some(contact);
            if others && beside.goes_on_with_main() {
                continue;
            }
            let of_visit = is_visit && Means::of(contact.sort) == Means::Meeting;
            let mut told = match others {
                true => beside.told(first),
                false => beside.told_apart(first),
            };
            let earlier = || day::is_before_main(scene, sentence, contact);
            told.retain(|told| !of_visit || beside.is_of_third_side(&told.value) || earlier());
            for told in told {
                let new = told.value.people.iter().filter(|partner| partner.is_new);
                named.apart.extend(new.map(|partner| partner.person));
                match found.iter_mut().find(|known| is_same(&known.value, &told.value)) {
                    Some(known) => complete(&mut known.value, &told.value),
                    None => found.push(told),
                }
                if found.len() >= MOST {
                    return found;
                }
            }
        }
    }
    found
}

/// Whether two clauses report one contact: whoever is new in one is in the other.
pub(super) fn is_same(known: &Told, told: &Told) -> bool {
    let is_in = |partner: &Partner, other: &Told| other.people.iter().any(|p| p.person == partner.person);
    let new = |told: &Told, other: &Told| {
        let mut new = told.people.iter().filter(|partner| partner.is_new).peekable();
        new.peek().is_some() && new.all(|partner| is_in(partner, other))
    };
    known.kind == told.kind && (new(known, told) || new(told, known))
}

/// Adds what another clause tells of the same contact.
fn complete(known: &mut Told, told: &Told) {
    for partner in &told.people {
        if !known.people.iter().any(|p| p.person == partner.person) {
            known.people.push(partner.clone());
        }
    }
    known.days = known.days.take().or_else(|| told.days.clone());
    known.spot = known.spot.take().or_else(|| told.spot.clone());
}

/// A contact, and the sentence in which it is told.
pub(super) struct Beside<'b, 'a> {
    pub(super) scene: &'b Scene<'a>,
    pub(super) named: &'b Named<'b>,
    pub(super) sentence: &'b Sentence,
    pub(super) contact: &'b ContactMention,
}

impl Beside<'_, '_> {
    /// Whether somebody stands before the words for the contact.
    pub(super) fn acts(&self, partner: Option<&Partner>) -> bool {
        let start = self.contact_span().map_or(0, Span::start);
        partner.is_some_and(|partner| partner.span.start() < start)
    }

    /// The contact with these people.
    pub(super) fn with(
        &self,
        main: &ContactMention,
        mut people: Vec<Partner>,
        clause: &Range<usize>,
    ) -> Option<Candidate<Told>> {
        let scene = self.scene;
        let days =
            day::of_this(scene, self.sentence, self.contact).or_else(|| self.told_before(day::of_this));
        let third = people.len() < 2 && self.is_with_third_side(clause) && (days.is_some() || self.goes_on());
        if !third && !people.iter().any(|partner| partner.is_new) {
            let other_means = is_call_or_letter(self.contact.sort) != is_call_or_letter(main.sort);
            let other = other_means && days.is_some() || self.is_aside_at_gathering();
            if !other || people.len() < 2 {
                return None;
            }
        }
        let acts = people.iter().any(|partner| self.acts(Some(partner)));
        if people.iter().all(|partner| partner.is_new) && !acts {
            let own = self.who_acts(clause, &people);
            people.splice(0..0, own);
        }
        if acts && !self.has_sides(&people) {
            people.extend(self.by_office(clause).or_else(|| self.guest(clause)));
        }
        if people.is_empty() || !third && !self.has_sides(&people) {
            return None;
        }
        self.candidate(people, clause, days)
    }

    /// The contact with these people, on these days.
    pub(super) fn candidate(
        &self,
        people: Vec<Partner>,
        clause: &Range<usize>,
        days: Option<Candidate<Days>>,
    ) -> Option<Candidate<Told>> {
        let scene = self.scene;
        let kind = self.kind();
        let spot =
            place::of_this(scene, self.sentence, self.contact).or_else(|| self.told_before(place::of_this));
        let words = scene.source.text(&self.contact.words);
        let working = format!("\"{words}\" reports a contact beside what the article is about");
        let span = self.contact_span()?;
        let clause = scene.source.span(clause)?;
        let other_time = is_on_the_way(scene, self.contact);
        Some(Candidate { value: Told { kind, people, clause, days, other_time, spot }, span, working })
    }

    /// "On Monday Torre visited Kenya. She met President Otieno.": what the sentence before tells of a contact that
    /// is not the main one, too.
    fn told_before<T>(&self, of: impl Fn(&Scene<'_>, &Sentence, &ContactMention) -> Option<T>) -> Option<T> {
        let scene = self.scene;
        let line = scene.source.sentence_at(self.sentence.words.start.checked_sub(1)?)?;
        let main = MainContact::of(scene).lead.is_some_and(|lead| line.words.contains(&lead.words.start));
        // "He also met": a sentence that says that it goes on.
        let source = &scene.source;
        let pronoun = self.sentence.words.clone().take(2).any(|at| source.is_any(at, &["he", "she", "they"]));
        const NEAR: usize = 8;
        let near = self.contact.words.start.saturating_sub(NEAR).max(self.sentence.words.start);
        let goes_on = pronoun || (near..self.contact.words.end).any(|at| source.is_cue(at, Cue::Beside));
        let mut contacts = scene.mentions.contacts_within(&line.words).iter();
        contacts.find_map(|contact| {
            let told = !main && line.part == Part::Body && contact.sort.is_contact();
            let ties = goes_on && contact.standing <= Standing::Setting;
            if told && ties { of(scene, line, contact) } else { None }
        })
    }

    fn contact_span(&self) -> Option<Span> {
        words_of(self.scene, self.contact)
    }

    /// The words of the clause, with those of the subject that it shares with another.
    pub(super) fn clause(&self) -> Range<usize> {
        let Some(clause) = self.scene.clauses.at(self.contact.words.start) else {
            return self.sentence.words.clone();
        };
        let subject = match clause.subject.is_empty() {
            // "after meeting Lind": whoever the sentence is about.
            true => self.scene.clauses.matrix(clause).map_or(clause.words.start, |it| it.subject.start),
            false => clause.subject.start,
        };
        let start = subject.min(clause.words.start).max(self.sentence.words.start);
        // "Following her meeting with Lind, Torre received Dahl": the meeting's words end at the comma.
        if self.opens_with_it() {
            let comma = (self.contact.words.end..clause.words.end).find(|&at| self.scene.source.is(at, ","));
            return start..comma.unwrap_or(clause.words.end);
        }
        // "met a delegation, headed by Lind"
        let end = clause.words.end.max(self.contact.words.end);
        let led = self.scene.clauses.at(end).filter(|next| {
            let by = next.words.start + usize::from(self.scene.source.is(next.words.start, ","));
            next.opens == Opens::Participle
                && self.scene.source.is_any(by, &["led", "headed"])
                && self.scene.source.is(by + 1, "by")
        });
        start..led.map_or(end, |led| led.words.end.min(self.sentence.words.end))
    }

    /// The people whom the clause names as those in contact.
    pub(super) fn named_in(&self, clause: &Range<usize>) -> Vec<Partner> {
        let scene = self.scene;
        let mentions = scene.mentions.people_within(clause).iter();
        // "was received by Lind and met Dahl": what stands between the shared subject and the verb is another's.
        let own = scene.clauses.at(self.contact.words.start);
        let others = own.map_or(0..0, |own| match own.opens {
            // "met Lind, a day after receiving Dahl": likewise.
            Opens::Beside | Opens::When => own.subject.end..own.words.start,
            _ => 0..0,
        });
        let there = mentions.filter(|mention| {
            mention.name.is_some()
                && !others.contains(&mention.words.start)
                && !self.is_of_the_one_before(mention)
                && (is_person(scene, mention) || is_joined(scene, mention))
                && attendance::reaches(scene, &self.contact.words, mention)
        });
        let mut people: Vec<Partner> = Vec::new();
        for mention in there {
            if !people.iter().any(|known| known.person == mention.person) {
                people.extend(self.partner(mention));
            }
        }
        people
    }

    pub(super) fn partner(&self, mention: &PersonMention) -> Option<Partner> {
        let scene = self.scene;
        let name = scene.mentions.people.person(mention.person)?.name.clone();
        let is_new = !attendance::present(scene).contains(&mention.person)
            || self.named.apart.contains(&mention.person)
            || self.comes_late(mention.person);
        Some(Partner { person: mention.person, name, span: scene.source.span(&mention.words)?, is_new })
    }

    /// "He also met …": whom the text names here for the first time was not in the main contact, where it says
    /// that this is another one, on another day, or of a side that had no part in it.
    fn comes_late(&self, person: PersonIndex) -> bool {
        let first = self.named.first.get(person.0);
        if !first.is_some_and(|first| self.sentence.words.contains(first)) {
            return false;
        }
        let beside = self.sentence.words.clone().any(|at| self.scene.source.is_cue(at, Cue::Beside));
        let party = || self.scene.mentions.people.person(person)?.party();
        let other_side = || party().is_some_and(|party| !self.named.sides.contains(&party));
        let days = || day::of_this(self.scene, self.sentence, self.contact).map(|found| found.value);
        let other_day =
            || matches!((days(), self.named.day), (Some(one), Some(other)) if !one.same_days(&other));
        let told_in_main = self.named.is_complete && !self.is_sentence_of_main();
        // "He called on President Lind": a contact of its own, where the main one was told with both sides.
        let own_verb = || {
            let where_met = self.contact.standing == Standing::Setting
                && self.scene.clauses.at(self.contact.words.start).is_some_and(|clause| {
                    clause.opens == Opens::Relative && self.scene.source.is(clause.opener, "where")
                });
            (self.contact.standing == Standing::Reported || where_met)
                && self.contact.form != ContactForm::Noun
                && !self.is_of_both()
        };
        beside || told_in_main && (other_side() || other_day() || own_verb())
    }

    /// "On the sidelines of the visit, Torre met the head of the Fund": neither visitor nor host.
    fn is_of_third_side(&self, told: &Told) -> bool {
        const APART: [&str; 5] = ["sidelines", "margins", "separate", "separately", "sideline"];
        let mut words = self.sentence.words.clone();
        let apart = words.any(|at| self.scene.source.is_any(at, &APART));
        let party = |partner: &Partner| self.scene.mentions.people.person(partner.person)?.party();
        let third = |partner: &Partner| party(partner).is_some_and(|row| !self.named.sides.contains(&row));
        // "Minister Lind meanwhile met Minister Borg of Westland": nobody of the visit was there.
        let others = told.people.iter().all(|partner| partner.is_new) && told.people.iter().any(third);
        let meanwhile = self.sentence.words.clone().any(|at| self.scene.source.is(at, "meanwhile"));
        let mut new = told.people.iter().filter(|partner| partner.is_new);
        self.named.is_complete && (apart && new.all(third) || meanwhile && others)
    }

    /// "On the sidelines, Torre and Lind also met": two of the many who came together.
    fn is_aside_at_gathering(&self) -> bool {
        const ASIDE: [&str; 10] = [
            "sidelines",
            "margins",
            "sideline",
            "bilateral",
            "bilaterals",
            "separately",
            "separate",
            "ahead",
            "individually",
            "eve",
        ];
        let mut words = self.sentence.words.clone();
        words.any(|at| self.scene.source.is_any(at, &ASIDE)) && is_gathering(self.scene)
    }

    /// "The two men then held talks, joined by Lind": those of the main contact go on with it.
    fn is_of_both(&self) -> bool {
        const BOTH: [&str; 3] = ["they", "two", "both"];
        let subject = self.scene.clauses.at(self.contact.words.start).map(|clause| clause.subject.clone());
        let source = &self.scene.source;
        subject
            .is_some_and(|mut subject| subject.any(|at| source.is_any(at, &BOTH) || source.names_several(at)))
    }

    /// Whether the sentence tells the main contact too.
    fn is_sentence_of_main(&self) -> bool {
        let main = MainContact::of(self.scene);
        main.lead.is_some_and(|lead| self.sentence.words.contains(&lead.words.start))
    }

    /// Whether a party had nobody in the main contact.
    pub(super) fn is_new_side(&self, party: usize) -> bool {
        self.named.is_complete && !self.named.sides.contains(&party)
    }

    /// Whether two sides are in it: one's own ministers are no contact.
    pub(super) fn has_sides(&self, people: &[Partner]) -> bool {
        let persons = people.iter().filter_map(|p| self.scene.mentions.people.person(p.person));
        let mut parties: Vec<Option<usize>> = persons.map(|person| person.party()).collect();
        parties.sort_unstable();
        parties.dedup();
        parties.len() > 1
    }
}

/// Whether two could do it without seeing each other.
fn is_call_or_letter(sort: ContactWord) -> bool {
    matches!(Means::of(sort), Means::Call | Means::Writing)
}
