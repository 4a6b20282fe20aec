//! Which words of a sentence report a contact that was held between two: "met Lind", "talks with Lind", "signed a
//! pact with Lind", not "visited" or "the meeting".

use super::beside::Beside;
use crate::extract::clause::Opens;
use crate::extract::mention::{ContactForm, ContactMention, PersonMention, Standing};
use crate::extract::propose::main_contact::{MainContact, Means, is_past};
use crate::extract::rule::Scene;
use crate::extract::segment::Sentence;
use crate::lexicon::ContactWord;

impl Beside<'_, '_> {
    /// "Torre met and held talks with Lind": a second verb of the main contact, before which nobody is named.
    pub(super) fn goes_on_with_main(&self) -> bool {
        const NEAR: usize = 12;
        let (scene, contact) = (self.scene, self.contact);
        let lead = MainContact::of(scene).lead.filter(|lead| lead.form != ContactForm::Noun);
        lead.is_some_and(|lead| {
            let gap = lead.words.end..contact.words.start;
            let joined =
                scene.clauses.at(contact.words.start).is_some_and(|clause| clause.opens == Opens::Beside);
            self.sentence.words.contains(&lead.words.start)
                && gap.len() <= NEAR
                && lead.words.end <= contact.words.start
                && joined
                && Means::of(lead.sort) == Means::of(contact.sort)
                && scene.mentions.people_within(&gap).is_empty()
        })
    }
}

/// The contacts that a sentence reports as held.
pub(super) fn told_in<'s>(
    scene: &'s Scene<'_>,
    sentence: &Sentence,
) -> impl Iterator<Item = &'s ContactMention> {
    let contacts = scene.mentions.contacts_within(&sentence.words).iter();
    contacts.filter(|contact| {
        (is_of_two(contact.sort) || confers(scene, contact))
            && (contact.standing <= Standing::Setting || is_told_of_later(scene, sentence, contact))
            && contact.form != ContactForm::Attended
            && !is_past(scene, contact)
            && !refers_back(scene, contact)
            && (contact.form != ContactForm::Noun
                || says_with_whom(scene, contact)
                || is_separate(scene, contact))
            && !scene.source.is_quoted(contact.words.start)
    })
}

/// Whether a word says by itself that some met, called or wrote to others: not "visited", "attended".
fn is_of_two(sort: ContactWord) -> bool {
    use ContactWord::*;
    matches!(sort, Meet | Receive | Meeting | Summit | Speak | Call | Video | Write | Letter)
}

/// "conferred with Lind", "signed a pact with Minister Lind", "Torre and Lind also discussed": where "with" or
/// two who act tell that they were together.
fn confers(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    if contact.sort != ContactWord::Discuss || contact.form != ContactForm::Verb {
        return false;
    }
    let source = &scene.source;
    let last = contact.words.end.saturating_sub(1);
    let Some(clause) = scene.clauses.at(contact.words.start) else { return false };
    let party = |mention: &PersonMention| scene.mentions.people.person(mention.person)?.party();
    let behind = scene.mentions.people_within(&(contact.words.end..clause.words.end.max(contact.words.end)));
    let with = behind.first().is_some_and(|first| {
        let before = first.words.start.checked_sub(1);
        before.is_some_and(|at| source.is(at, "with") || source.is(at, "the") && source.is(at - 1, "with"))
    });
    let two = match scene.mentions.people_within(&clause.subject) {
        [one, other] => party(one).is_some() && party(other).is_some() && party(one) != party(other),
        _ => false,
    };
    source.is(last, "with") || source.is(contact.words.end, "with") || with || two
}

/// "In a separate meeting, Torre and Lind": a sentence that begins by saying that it is another one.
fn is_separate(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    const BEGINS: usize = 5;
    let start = scene.source.sentence_at(contact.words.start).map_or(0, |sentence| sentence.words.start);
    let before = contact.words.start.saturating_sub(2)..contact.words.end;
    contact.words.start <= start + BEGINS
        && before.into_iter().any(|at| scene.source.is_any(at, &["separate", "another"]))
}

/// "The meeting was attended by Lind", "These talks took place": a noun that means the contact told before.
fn refers_back(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    let before = contact.words.start.checked_sub(1);
    let definite = before.is_some_and(|at| scene.source.is_any(at, &["the", "this", "these", "that"]));
    contact.form == ContactForm::Carried && definite && !says_with_whom(scene, contact)
}

/// "Torre's talks with Lind later in the day focused on", "A meeting between them followed": a noun that is
/// what its sentence is about, where that says when it was.
fn is_told_of_later(scene: &Scene<'_>, sentence: &Sentence, contact: &ContactMention) -> bool {
    const LATER: &[&str] = &["later", "earlier", "followed", "separate", "second", "other"];
    let known = contact.standing == Standing::Known && contact.form == ContactForm::Noun;
    known && sentence.words.clone().any(|at| scene.source.is_any(at, LATER))
}

/// "talks with Lind": a noun that says with whom is not "the meeting" that all is about.
fn says_with_whom(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    let end = contact.words.end;
    scene.source.after(end, 2).any(|at| scene.source.is_any(at, &["with", "between", "to", "from", "on"]))
}
