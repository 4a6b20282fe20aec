//! Meant: who is meant by each actor and who speaks in each sentence, read once for all rules.
//!
//! An actor's words are looked at in the order of the text, so that "he", "it" and "they" can be the
//! last person, party or group that was a subject. "we" and "our country" wait until it is known
//! whose words they are.

use super::clause::asked;
use super::sides::{is_joint, sides};
use super::together::is_together;
use super::voice::voices;
use crate::extract::discourse::{Actor, Actors, Discourse, Meant, Voice, Who, tags};
use crate::extract::mention::{PersonIndex, Standing};
use crate::extract::propose::kind::organizations;
use crate::extract::rule::Scene;
use crate::extract::segment::Part;

impl Discourse {
    /// Reads an article.
    pub(super) fn of(scene: &Scene<'_>) -> Self {
        let tags = tags(&scene.source);
        let actors = Actors { source: &scene.source, mentions: &scene.mentions, tags: &tags }.all();
        let sides = sides(scene, &actors);
        let joint = is_joint(scene);
        let mut reading = Self {
            tags,
            asked: Vec::new(),
            actors,
            meant: Vec::new(),
            voices: Vec::new(),
            sides,
            we: Vec::new(),
            joint,
        };
        reading.asked = asked(scene, &reading);
        reading.meant = reading.named(scene);
        reading.we = reading.issuers(scene);
        reading.voices = voices(scene, &reading);
        reading.resolve_speakers(scene);
        reading
    }

    /// Whom the actors mean that need no speaker.
    fn named(&self, scene: &Scene<'_>) -> Vec<Meant> {
        let mut memory = Memory::default();
        let meant = self.actors.iter().map(|actor| {
            let mut meant = Meant::default();
            memory.now = sentence_of(scene, actor);
            for who in &actor.who {
                self.add(*who, &memory, scene, &mut meant);
            }
            // What somebody says in quotation marks is not what the text goes on with.
            let end = past_aside(scene, actor.words.end);
            if self.has_verb(&scene.source, end) && !scene.source.is_quoted(actor.words.start) {
                memory.note(&meant);
            }
            meant
        });
        meant.collect()
    }

    fn add(&self, who: Who, memory: &Memory, scene: &Scene<'_>, meant: &mut Meant) {
        let party_of = |index| scene.mentions.people.person(index).and_then(|person| person.party());
        match who {
            Who::Party(row) => meant.add_parties(&[row]),
            Who::Person(index) => meant.add_person(index, party_of(index)),
            Who::He => {
                if let Some(index) = memory.person {
                    meant.add_person(index, party_of(index));
                }
            }
            Who::It => meant.add_parties(memory.party()),
            Who::They if !memory.group.is_empty() => meant.add_parties(&memory.group),
            Who::They => meant.add_parties(&self.sides),
            Who::Sides(0) => meant.add_parties(&self.sides),
            Who::Sides(count) => meant.add_parties(self.sides.get(..count).unwrap_or(&self.sides)),
            Who::His => {
                meant.add_parties(memory.person.and_then(party_of).as_slice());
            }
            Who::We | Who::I | Who::Own | Who::Organ => {}
        }
    }

    /// Whom "we" means where no speaker is quoted: those who say so themselves ("We, the leaders of …"),
    /// all sides of a joint text, or whoever issues the article.
    fn issuers(&self, scene: &Scene<'_>) -> Vec<usize> {
        let pairs = self.actors.iter().zip(self.actors.iter().zip(&self.meant).skip(1));
        let mut said = pairs.filter(|(we, (next, meant))| {
            let names = scene.source.is(we.words.end, ",") && we.words.end + 1 == next.words.start;
            we.who == [Who::We] && names && !meant.parties.is_empty()
        });
        if let Some((_, (_, meant))) = said.next() {
            return meant.parties.clone();
        }
        if self.joint {
            return self.sides.clone();
        }
        let author = || author(scene).filter(|_| self.sides.len() < 2 || !met(scene));
        scene.source.issuer().or_else(author).into_iter().collect()
    }

    /// Whom "we", "I" and "our country" mean, by the voice of their sentence.
    fn resolve_speakers(&mut self, scene: &Scene<'_>) {
        let we = self.we.clone();
        let organizations = organizations(scene);
        let ours = self.actors.iter().filter(|actor| actor.who == [Who::We]).map(|actor| actor.words.end);
        let together: Vec<usize> = ours.filter(|&end| is_together(&scene.source, self, end)).collect();
        let they = self.actors.iter().filter(|actor| actor.who == [Who::They]).map(|actor| actor.words.end);
        let they: Vec<usize> = they.filter(|&end| is_together(&scene.source, self, end)).collect();
        for (actor, meant) in self.actors.iter().zip(&mut self.meant) {
            // "They have promised," Lind said: not those for whom she speaks.
            if actor.who == [Who::They] && scene.source.is_quoted(actor.words.start) {
                let voice = self.voices.get(sentence_of(scene, actor)).and_then(Option::as_ref);
                let own = |party: &usize| voice.is_some_and(|voice| voice.parties.contains(party));
                let together = they.binary_search(&actor.words.end).is_ok();
                if !together && meant.parties.iter().any(|party| !own(party)) {
                    meant.parties.retain(|party| !own(party));
                }
                continue;
            }
            let unknown = |who: &Who| match who {
                Who::We | Who::I | Who::Own | Who::Organ => true,
                Who::His => meant.parties.is_empty(),
                _ => false,
            };
            if !actor.who.iter().any(unknown) {
                continue;
            }
            let voice = self.voices.get(sentence_of(scene, actor)).and_then(Option::as_ref);
            let own_words = voice.is_some_and(|v| v.turn) || scene.source.is_quoted(actor.words.start);
            let voice = voice.filter(|voice| !voice.parties.is_empty());
            // The government that an envoy of the UN speaks of is no organization's.
            // "the kingdom" is the one of the sides that is called so.
            let named = (actor.who == [Who::Own]).then(|| form_of_state(scene, actor, &self.sides)).flatten();
            if let Some(row) = named {
                meant.add_parties(&[row]);
                continue;
            }
            let state = actor.who == [Who::Own] && is_of_state(scene, actor);
            let voice =
                voice.filter(|voice| !state || voice.parties.iter().any(|&row| is_country(scene, row)));
            let hosts = || self.sides.iter().copied().filter(|&row| is_country(scene, row));
            if state
                && voice.is_none()
                && we.iter().all(|&row| !is_country(scene, row))
                && hosts().count() == 1
            {
                meant.parties.extend(hosts());
                continue;
            }
            let own = actor.who.iter().any(|who| matches!(who, Who::Own | Who::His | Who::Organ));
            let organ =
                actor.who.contains(&Who::Organ).then(|| organization(scene, voice, &organizations)).flatten();
            if let Some(row) = organ {
                meant.add_parties(&[row]);
                continue;
            }
            // "We agreed": the speaker and whom the speaker met.
            let spoken_for =
                voice.is_some_and(|voice| self.sides.iter().any(|side| voice.parties.contains(side)));
            let together = actor.who == [Who::We] && together.binary_search(&actor.words.end).is_ok();
            if together && spoken_for && self.sides.len() > 1 {
                meant.add_parties(&self.sides);
                continue;
            }
            match voice.filter(|_| own_words || own || we.is_empty()) {
                Some(voice) => meant.add_parties(&voice.parties),
                None if we.is_empty() && own => {
                    let first = self.sides.first().copied();
                    meant.add_parties(scene.mentions.home.or(first).as_slice());
                }
                None if we.is_empty() && scene.mentions.home.is_some() => {
                    meant.add_parties(scene.mentions.home.as_slice());
                }
                None if we.is_empty() => meant.add_parties(&self.sides),
                None => meant.add_parties(&we),
            }
        }
    }
}

/// Whether an actor is what only a state has: "the government".
fn is_of_state(scene: &Scene<'_>, actor: &Actor) -> bool {
    actor
        .words
        .clone()
        .any(|at| scene.source.is_any(at, &["government", "cabinet", "parliament", "authorities"]))
}

/// The only one of these parties that is what a state calls itself: "the kingdom", "the sultanate".
fn form_of_state(scene: &Scene<'_>, actor: &Actor, sides: &[usize]) -> Option<usize> {
    const FORMS: [&str; 6] = ["kingdom", "sultanate", "emirate", "principality", "republic", "federation"];
    let last = actor.words.end.checked_sub(1)?;
    let form = FORMS.iter().find(|form| scene.source.is(last, form))?;
    let called = |row: &&usize| {
        scene.source.party(**row).is_some_and(|party| {
            let aliases = party.aliases.iter().map(String::as_str);
            let mut names = aliases.chain(std::iter::once(party.party.name.as_str()));
            names.any(|name| name.split(' ').any(|word| word.eq_ignore_ascii_case(form)))
        })
    };
    let mut rows = sides.iter().filter(called);
    rows.next().copied().filter(|_| rows.next().is_none())
}

fn is_country(scene: &Scene<'_>, row: usize) -> bool {
    scene.source.party(row).is_some_and(|party| party.is_country)
}

/// For whom the person stands whom the headline names as the author: "Statement by President Lind on …".
fn author(scene: &Scene<'_>) -> Option<usize> {
    const NEAR: usize = 4;
    let headline = scene.source.sentences_of(&[Part::Headline]).next()?.words.clone();
    let mut opening = headline.start..headline.end.min(headline.start + NEAR);
    let by = opening.find(|&at| scene.source.is_any(at, &["by", "from"]))?;
    let text = headline.start < by && scene.source.is_any(by - 1, AUTHORED);
    let person = scene.mentions.people_within(&(by + 1..by + 2 + NEAR)).first().filter(|_| text)?;
    scene.mentions.people.person(person.person)?.party()
}

/// Whether the text tells of a contact, of which "we" may be both sides.
fn met(scene: &Scene<'_>) -> bool {
    scene.mentions.contacts.iter().any(|contact| contact.standing == Standing::Reported)
}

/// What a headline says that somebody has written or said.
const AUTHORED: &[&str] = &["statement", "remarks", "message", "speech", "address"];

/// The organization whose organ acts: that of whoever speaks, the one whose members meet, or the one
/// that issued the text.
fn organization(scene: &Scene<'_>, voice: Option<&Voice>, meeting: &[usize]) -> Option<usize> {
    let spoken_for = voice.into_iter().flat_map(|voice| voice.parties.iter().copied());
    let mut rows = spoken_for.chain(meeting.iter().copied()).chain(scene.source.issuer());
    let is_organization = |row: &usize| scene.source.party(*row).is_some_and(|party| !party.is_country);
    rows.find(is_organization)
}

/// The place after ", on his part," where such an aside follows.
fn past_aside(scene: &Scene<'_>, end: usize) -> usize {
    const LONGEST: usize = 7;
    let opens = scene.source.is(end, ",");
    let close = (end + 1..end + LONGEST).find(|&at| scene.source.is(at, ",")).filter(|_| opens);
    let part = close.is_some_and(|close| {
        (end + 1..close).any(|at| scene.source.is_any(at, &["part", "turn", "side", "however", "meanwhile"]))
    });
    close.filter(|_| part).map_or(end, |close| close + 1)
}

/// The number of the sentence that an actor stands in.
fn sentence_of(scene: &Scene<'_>, actor: &Actor) -> usize {
    scene.source.sentences.partition_point(|sentence| sentence.words.end <= actor.words.start)
}

/// The last subjects, which pronouns stand for.
#[derive(Default)]
struct Memory {
    person: Option<PersonIndex>,
    party: Vec<usize>,
    group: Vec<usize>,
    /// The sentence in which the party was a subject.
    party_at: usize,
    /// The sentence that is read.
    now: usize,
}

impl Memory {
    /// Whom "it" stands for: a party of this sentence or the one before. What lies between may be a thing.
    fn party(&self) -> &[usize] {
        if self.now <= self.party_at + 1 { &self.party } else { &[] }
    }

    fn note(&mut self, subject: &Meant) {
        self.person = subject.person.or(self.person);
        match subject.parties.len() {
            0 => {}
            1 if subject.person.is_none() => {
                self.party.clone_from(&subject.parties);
                self.party_at = self.now;
            }
            1 => {}
            _ => self.group.clone_from(&subject.parties),
        }
    }
}
