//! Clause: from a verb that undertakes something to what was found, for all rules whose undertaking
//! has a subject before its verb.

use super::found::Found;
use super::frame::Frame;
use super::reader::Reader;
use super::subject::Subject;
use super::together::is_together;
use crate::extract::discourse::{Discourse, Form, Meant, Tags, Who, form};
use crate::extract::mention::Standing;
use crate::extract::rule::Scene;
use crate::model::Obligation;

impl Reader<'_, '_> {
    /// The undertaking of a clause. `verb` is the verb that the subject belongs to, `last` the last of
    /// the words that undertake ("is ready to"). None where nobody is bound, or another than the speaker.
    pub fn clause(&self, verb: usize, last: usize, firmness: Obligation) -> Option<(Subject, Found)> {
        let subject = self.subject(verb).filter(|subject| self.agrees(*subject, verb))?;
        let frame = self.frame(subject.start);
        let end = self.reach(last);
        let bound = frame != Frame::Unbound && !self.is_nobody(frame, subject);
        let meant = match self.reporter(frame, subject) {
            Some(reporter) => reporter,
            None => self.meant(subject.actor)?,
        };
        let recalled = match frame {
            Frame::Said(said) | Frame::Promised(said) if said < subject.start => self.is_recalled(said, said),
            _ => false,
        };
        if !bound || recalled || self.binds_another(frame, meant) || self.is_said_outside(end) {
            return None;
        }
        let words = self.after_another(subject, verb, end)..end;
        let found = Found {
            words,
            verb: last,
            parties: self.with_partners(self.parties_of(subject, meant), subject, verb),
            person: meant.person,
            firmness,
            frame,
        };
        Some((subject, found))
    }

    /// For whom a subject acts: as the text tells, else those at home for a person or office of whom it
    /// need not tell its readers.
    fn parties_of(&self, subject: Subject, meant: &Meant) -> Vec<usize> {
        let actor = self.discourse.actors.get(subject.actor);
        // "Minister Holm and her Chilean counterpart": of the one at home nothing is told.
        let unknown = |who: &Who| match who {
            Who::Person(index) => {
                self.scene.mentions.people.person(*index).is_some_and(|person| person.party().is_none())
            }
            _ => false,
        };
        if let (Some(actor), Some(home)) = (actor, self.scene.mentions.home)
            && actor.who.len() > 1
            && actor.who.iter().any(unknown)
        {
            let mut all = meant.clone();
            all.add_parties(&[home]);
            return all.parties;
        }
        let office = actor.is_some_and(|actor| {
            matches!(actor.who.as_slice(), [Who::Person(_) | Who::He | Who::His | Who::Own])
        });
        if !meant.parties.is_empty() || !office {
            return meant.parties.clone();
        }
        let scene = self.scene;
        scene.mentions.home.or_else(|| scene.source.issuer()).into_iter().collect()
    }

    /// "Holm held talks with Chilean Minister Soto and agreed to": nobody agrees alone, so whoever was met in the same
    /// breath is bound too.
    fn with_partners(&self, mut parties: Vec<usize>, subject: Subject, verb: usize) -> Vec<usize> {
        if parties.len() != 1 || !self.is_any(verb, &["agreed", "agreeing"]) {
            return parties;
        }
        let mentions = &self.scene.mentions;
        let told = mentions.contacts_within(&(subject.start..verb)).iter();
        let mut met =
            told.filter(|contact| contact.sort.is_contact() && contact.standing <= Standing::Setting);
        let with = met.next().map(|contact| mentions.people_within(&(contact.words.end..verb)));
        for mention in with.unwrap_or_default() {
            let party = mentions.people.person(mention.person).and_then(|person| person.party());
            parties.extend(party.filter(|party| !parties.contains(party)));
        }
        parties
    }

    /// Whether a verb can be that of its subject: in "would like to see Norway agree" it is another's.
    fn agrees(&self, subject: Subject, verb: usize) -> bool {
        let Some(actor) = self.discourse.actors.get(subject.actor) else { return false };
        let [who] = actor.who.as_slice() else { return true };
        let one = matches!(who, Who::Party(_) | Who::Person(_) | Who::He | Who::It);
        let base = form(&self.lower(verb)) == Form::Base && self.can_be(verb, Tags::COMMIT);
        let helped = |at: usize| self.can_be(at, Tags::HAVE | Tags::MODAL);
        // "went on to promise"
        let to = verb.checked_sub(1).is_some_and(|to| self.is(to, "to"));
        !(one && base) || to || (actor.words.end..verb).any(helped)
    }

    /// Where the words begin: with the subject, or with the verb where the subject has reported something
    /// else before, which is longer than what is undertaken ("recalled how it all began and agreed to A"),
    /// or undertaken it ("reiterated its commitment to A and expressed readiness to B").
    pub fn after_another(&self, subject: Subject, verb: usize, end: usize) -> usize {
        let before = self.before_adverbs(verb);
        if !subject.shared {
            return subject.start;
        }
        if form(&self.lower(verb)) == Form::Participle {
            return verb;
        }
        let reports = Tags::SAY | Tags::COMMIT | Tags::AFFIRM | Tags::REQUEST;
        let long = before.saturating_sub(subject.start) > end.saturating_sub(before);
        let other = (subject.start..before).any(|at| {
            let pledges = self.can_be(at, Tags::COMMIT) && self.is_any(at + 1, &["to", "that", "on"]);
            pledges || self.can_be(at, Tags::PROMISE) && self.is_any(at + 1, &["to", "for"])
        });
        if self.can_be(verb, reports) && (long || other) { before } else { subject.start }
    }

    /// "Lind said it would", "the envoy stated that they were ready", "said his country would": the one who
    /// says so, unless they do together what one cannot do alone.
    fn reporter(&self, frame: Frame, subject: Subject) -> Option<&Meant> {
        let (Frame::Said(verb) | Frame::Promised(verb)) = frame else { return None };
        let actor = self.discourse.actors.get(subject.actor)?;
        let [who] = actor.who.as_slice() else { return None };
        let meant = self.meant(subject.actor)?;
        let stands = match who {
            Who::It | Who::He | Who::His | Who::Own => true,
            Who::They => !is_together(&self.scene.source, self.discourse, actor.words.end),
            _ => meant.parties.is_empty(),
        };
        if !stands || verb >= subject.start {
            return None;
        }
        let said = self.meant(self.subject(verb)?.actor)?;
        // An envoy of the UN says that "the government" will: another's.
        let country = |row: &usize| self.scene.source.party(*row).is_some_and(|party| party.is_country);
        if *who == Who::Own && meant.parties.iter().any(country) && !said.parties.iter().any(country) {
            return None;
        }
        let one = *who != Who::They || said.parties.len() == 1;
        // "Lind said she would": she is known as well as for whom she speaks.
        let known = *who == Who::He && meant.parties.iter().any(|party| said.parties.contains(party));
        (one && !known && !said.parties.is_empty()).then_some(said)
    }

    /// "The shopkeeper says that she will …": the pronoun means whoever says so, and that is nobody known.
    fn is_nobody(&self, frame: Frame, subject: Subject) -> bool {
        if frame == Frame::Free && self.scene.source.is_quoted(subject.start) {
            return self.is_nobody_quoted(subject);
        }
        let (Frame::Said(verb) | Frame::Promised(verb)) = frame else { return false };
        let actor = self.discourse.actors.get(subject.actor);
        let pronouns = [[Who::He], [Who::It], [Who::They]];
        let pronoun = actor.is_some_and(|actor| pronouns.iter().any(|pronoun| actor.who == pronoun));
        pronoun && verb < subject.start && self.subject(verb).is_none()
    }

    /// What "it" and "they" mean in somebody's own words is told by what was said before, which is not
    /// quoted; and whoever speaks for no party binds none.
    fn is_nobody_quoted(&self, subject: Subject) -> bool {
        let actor = self.discourse.actors.get(subject.actor);
        let is = |pronoun: Who| actor.is_some_and(|actor| actor.who == [pronoun]);
        let voice = self.voice_at(subject.start);
        is(Who::It) || is(Who::They) && voice.is_none_or(|voice| voice.parties.is_empty())
    }

    /// The words of the text that can be any of these, at which a rule may find something, in order.
    pub fn places(&self, tags: Tags) -> impl Iterator<Item = usize> {
        debug_assert!(tags.any(ASKED), "Discourse::asked has these");
        let asked = self.discourse.asked.iter().copied();
        asked.filter(move |&at| self.can_be(at, tags))
    }
}

/// What a word can be at which a rule looks for an undertaking.
pub(super) const ASKED: Tags = Tags::TURN.or(Tags::MODAL).or(Tags::BE).or(Tags::INSTRUMENT);

/// The words that can be any of these, in the sentences that [`Reader::sentences`] gives, in order.
pub(super) fn asked(scene: &Scene<'_>, discourse: &Discourse) -> Vec<usize> {
    let reader = Reader { scene, discourse };
    let words = reader.sentences().flat_map(|sentence| sentence.words.clone());
    words.filter(|&at| discourse.tag(at).any(ASKED)).collect()
}
