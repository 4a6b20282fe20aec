//! Where people are named, and what the sentence of the main contact tells of them.

use std::collections::BTreeSet;

use crate::extract::mention::{PersonIndex, PersonMention, Standing};
use crate::extract::propose::attendance;
use crate::extract::propose::day::{self, Days};
use crate::extract::propose::main_contact::MainContact;
use crate::extract::rule::Scene;
use crate::extract::segment::Part;

/// Where people are named.
pub(super) struct Named<'s> {
    /// The word at which each person is named first, in the order of the people.
    pub(super) first: Vec<usize>,
    /// Where the first of those is named who were in the main contact.
    pub(super) main: Option<&'s PersonMention>,
    /// Who was in a contact beside the main one, as far as the text was read.
    pub(super) apart: BTreeSet<PersonIndex>,
    /// The day that the words for the main contact tell.
    pub(super) day: Option<Days>,
    /// Whether one sentence tells all of the main contact: the people of two sides.
    pub(super) is_complete: bool,
    /// The parties of those whom that sentence names.
    pub(super) sides: BTreeSet<usize>,
}

impl<'s> Named<'s> {
    /// Reads it for the main contact.
    pub(super) fn of(scene: &'s Scene<'_>, contact: MainContact<'_>) -> Self {
        let people = &scene.mentions.people;
        let mut first = vec![usize::MAX; people.persons.len()];
        for mention in people.mentions.iter().rev() {
            if let Some(first) = first.get_mut(mention.person.0) {
                *first = mention.words.start;
            }
        }
        let present = attendance::present(scene);
        // A headline may tell of the guest's office before that of whom the text is about.
        let there = |mention: &&PersonMention| present.contains(&mention.person);
        let mut body = scene.source.sentences_of(&[Part::Body]);
        let body = body.find_map(|line| {
            people
                .mentions
                .within(&line.words)
                .iter()
                .find(|mention| there(mention) && mention.name.is_some())
        });
        let main = body.or_else(|| people.mentions.iter().find(there));
        let told = contact.lead.filter(|lead| lead.standing <= Standing::Setting);
        let sentence = told.and_then(|lead| scene.source.sentence_at(lead.words.start));
        let of_it = sentence.map(|sentence| people.mentions.within(&sentence.words)).unwrap_or_default();
        let of_it =
            of_it.iter().filter(|mention| present.contains(&mention.person) && mention.name.is_some());
        let sides: BTreeSet<usize> =
            of_it.filter_map(|mention| people.person(mention.person)?.party()).collect();
        let day = told
            .zip(sentence)
            .and_then(|(lead, sentence)| day::of_this(scene, sentence, lead))
            .map(|found| found.value);
        Self { first, main, apart: BTreeSet::new(), day, is_complete: sides.len() > 1, sides }
    }
}
