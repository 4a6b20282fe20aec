//! Voice: whose words a sentence reports, or is made of. It is found from "X said", from "said X"
//! after a quotation, and from "X:" where speakers take turns; it lasts to the end of the paragraph,
//! a turn to the next one. "The letter reads:" is the turn of whoever sent it.

use crate::extract::discourse::{Discourse, Meant, Tags, Voice};
use crate::extract::mention::breaks_clause;
use crate::extract::rule::Scene;
use crate::extract::segment::{Part, Sentence};
use crate::lexicon::{ContactWord, Shape};

/// How many words may name the speaker of a turn, title included.
const LABEL: usize = 24;

/// What is read out in a report.
const LETTERS: &[&str] = &["letter", "message", "telegram", "note", "cable"];

/// The voice of every sentence of an article.
pub(super) fn voices(scene: &Scene<'_>, discourse: &Discourse) -> Vec<Option<Voice>> {
    let listener = Listener { scene, discourse, sender: sender(scene, discourse) };
    let sentences = &scene.source.sentences;
    let heard: Vec<Option<Voice>> = sentences.iter().map(|sentence| listener.heard(sentence)).collect();
    let mut voices = carried(sentences, heard);
    // A quotation that goes on into the next sentence is by whoever is named there.
    for number in (1..voices.len()).rev() {
        let (Some(before), Some(sentence)) = (sentences.get(number - 1), sentences.get(number)) else {
            continue;
        };
        let runs_on = scene.source.is_quoted(before.words.end.saturating_sub(1))
            && scene.source.is_quoted(sentence.words.start)
            && before.paragraph == sentence.paragraph;
        let unsaid =
            || voices.get(number - 1).is_some_and(Option::is_none) || listener.heard(before).is_none();
        if runs_on && unsaid() {
            let later = voices.get(number).cloned().flatten();
            if let (Some(voice), Some(later)) = (voices.get_mut(number - 1), later) {
                *voice = Some(later);
            }
        }
    }
    voices
}

/// Voices last: to the end of the paragraph, and a turn until the next.
fn carried(sentences: &[Sentence], heard: Vec<Option<Voice>>) -> Vec<Option<Voice>> {
    let mut last: Option<(usize, Voice)> = None;
    let mut voices = Vec::with_capacity(heard.len());
    for (sentence, own) in sentences.iter().zip(heard) {
        let in_turn = last.as_ref().is_some_and(|(_, voice)| voice.turn);
        match own {
            // "Lind said that … Norway welcomes …": it is still Lind who speaks for Norway.
            Some(own) if last.as_ref().is_some_and(|last| goes_on(last, sentence, &own)) => {}
            Some(own) if own.turn || !in_turn => last = Some((sentence.paragraph, own)),
            _ => {}
        }
        let lasts = last.as_ref().filter(|(paragraph, voice)| voice.turn || *paragraph == sentence.paragraph);
        voices.push(lasts.filter(|_| sentence.part == Part::Body).map(|(_, voice)| voice.clone()));
    }
    voices
}

/// Whether a voice that names a party alone is that of the person who spoke for it before.
fn goes_on((paragraph, last): &(usize, Voice), sentence: &Sentence, own: &Voice) -> bool {
    let same = own.parties.iter().all(|party| last.parties.contains(party)) && !own.parties.is_empty();
    own.person.is_none() && !own.turn && same && last.person.is_some() && *paragraph == sentence.paragraph
}

struct Listener<'d, 'a> {
    scene: &'d Scene<'a>,
    discourse: &'d Discourse,
    /// Who the article says first has written to somebody, and where.
    sender: Option<(usize, &'d Meant)>,
}

/// The first person of whom an article says that she wrote or sent greetings, and the place of the verb.
fn sender<'d>(scene: &Scene<'_>, discourse: &'d Discourse) -> Option<(usize, &'d Meant)> {
    let contacts = scene.mentions.contacts.iter();
    let mut sent = contacts.filter(|c| matches!(c.sort, ContactWord::Write | ContactWord::Greet));
    sent.find_map(|contact| {
        let meant = discourse.meant.get(discourse.actor_before(contact.words.start)?)?;
        meant.person.map(|_| (contact.words.start, meant))
    })
}

impl Listener<'_, '_> {
    /// The voice that a sentence itself names.
    fn heard(&self, sentence: &Sentence) -> Option<Voice> {
        self.turn(sentence).or_else(|| self.letter(sentence)).or_else(|| {
            let said: Vec<(usize, Voice)> =
                sentence.words.clone().filter_map(|at| Some((at, self.said(at)?))).collect();
            // Whoever stands right before a quotation speaks in it.
            let quoting = said.iter().find(|(at, _)| self.opens_quotation(at + 1));
            quoting.or(said.first()).map(|(_, voice)| voice.clone())
        })
    }

    /// The voice of whoever says something by the verb at this place.
    fn said(&self, at: usize) -> Option<Voice> {
        let says = self.discourse.tag(at).any(Tags::SAY) && !self.scene.source.is_quoted(at);
        let speaker = if says { self.before(at).or_else(|| self.after(at)) } else { None }?;
        Some(Voice { parties: speaker.parties.clone(), person: speaker.person, turn: false })
    }

    /// Whether a quotation opens here, after a mark or "that".
    fn opens_quotation(&self, at: usize) -> bool {
        let source = &self.scene.source;
        let mark =
            |at: usize| source.word(at).is_some_and(|t| matches!(t.word.shape, Shape::Mark('"' | '“' | '«')));
        mark(at) || source.is_any(at, &[",", ":", "that"]) && mark(at + 1)
    }

    /// "Anna Lind:" or "Anna Lind (interpreted):" where a speaker's words follow.
    fn turn(&self, sentence: &Sentence) -> Option<Voice> {
        let source = &self.scene.source;
        let mark = |at: usize, mark: char| source.word(at).is_some_and(|t| t.word.shape == Shape::Mark(mark));
        let colon = sentence.words.clone().take(LABEL).find(|&at| mark(at, ':'))?;
        let label = sentence.words.start..colon;
        let speaks = label.clone().any(|at| self.discourse.tag(at).any(Tags::SAY | Tags::MODAL | Tags::BE));
        let speaker = self.scene.mentions.people_within(&label).iter().rev().find(|m| m.name.is_some())?;
        let party = self.scene.mentions.people.person(speaker.person).and_then(|person| person.party());
        let voice = Voice { parties: party.into_iter().collect(), person: Some(speaker.person), turn: true };
        (!speaks).then_some(voice)
    }

    /// "The letter reads:", where the words of whoever sent it follow, in this paragraph or the next ones.
    fn letter(&self, sentence: &Sentence) -> Option<Voice> {
        let (sent, sender) = self.sender?;
        let source = &self.scene.source;
        let mut opening = sentence.words.clone().take(LABEL);
        let reads = opening.find(|&at| source.is_any(at, &["reads", "read", "says"]))?;
        let letter = (sentence.words.start..reads).any(|at| source.is_any(at, LETTERS));
        let colon = opening.find(|&at| source.is(at, ":")).filter(|_| letter)?;
        let turn = colon + 1 >= sentence.words.end;
        (sent < reads).then(|| Voice { parties: sender.parties.clone(), person: sender.person, turn })
    }

    /// "X said", "X also said"
    fn before(&self, verb: usize) -> Option<&Meant> {
        let mut at = verb;
        while at > 0 && self.discourse.tag(at - 1).any(Tags::ADVERB | Tags::HAVE) {
            at -= 1;
        }
        let explained = || {
            let close = at.checked_sub(1).filter(|&at| self.scene.source.is(at, ","))?;
            let open = self.apposition(close);
            self.person_before(close).or_else(|| self.person_before(open?))
        };
        let actor = self.discourse.actor_before(at).or_else(explained)?;
        self.discourse.meant.get(actor)
    }

    /// The actor before this place that is one person.
    fn person_before(&self, end: usize) -> Option<usize> {
        let actor = self.discourse.actor_before(end)?;
        self.discourse.meant.get(actor)?.person.map(|_| actor)
    }

    /// Where the words between commas begin that explain a name: "Karl Brandt, the special envoy, stated".
    fn apposition(&self, close: usize) -> Option<usize> {
        const LONGEST: usize = 14;
        let source = &self.scene.source;
        let explains = |at: &usize| {
            !source.is_quoted(*at) && !self.discourse.tag(*at).any(Tags::VERB) && !breaks_clause(source, *at)
        };
        let mut words = (close.saturating_sub(LONGEST)..close).rev().take_while(explains);
        words.find(|&at| source.is(at, ","))
    }

    /// "said X", after a quotation or a comma
    fn after(&self, verb: usize) -> Option<&Meant> {
        let source = &self.scene.source;
        let parted = verb
            .checked_sub(1)
            .and_then(|at| source.word(at))
            .is_some_and(|token| matches!(token.word.shape, Shape::Mark('"' | '”' | ',' | '’' | '»')));
        let actor = self.discourse.actor_from(verb + 1).filter(|_| parted)?;
        self.discourse.meant.get(actor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::tests::article;
    use crate::lexicon::Lexicon;

    #[test]
    fn whoever_is_explained_between_commas_says_what_was_said() {
        for said in ["Karl Brandt said", "Karl Brandt, the Norwegian envoy, said", "Karl Brandt, 54, said"] {
            let article = article(&format!(
                "Talks\n\nNorwegian envoy Karl Brandt met President Ana Torre of Chile.\n\n\"I am ready to help,\" {said}."
            ));
            let lexicon = Lexicon::built_in();
            let scene = Scene::new(&article, &lexicon);
            let voices = voices(&scene, &Discourse::of(&scene));
            let named = voices.last().and_then(Option::as_ref).and_then(|voice| voice.person);
            let name =
                named.and_then(|person| scene.mentions.people.person(person)).map(|it| it.name.clone());
            assert_eq!(name.as_deref(), Some("Karl Brandt"), "{said}");
        }
    }
}
