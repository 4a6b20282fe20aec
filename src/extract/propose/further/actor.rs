//! Who met those whom a clause names, where it names nobody of the main contact: "She also met", "The minister
//! later received".

use std::ops::Range;

use super::Partner;
use super::beside::Beside;
use crate::extract::mention::{PersonIndex, PersonMention};
use crate::extract::propose::attendance;
use crate::extract::segment::Sentence;

impl Beside<'_, '_> {
    /// Who acts in a clause that names nobody of the main contact: whom the sentence before is about, as far as
    /// two sentences back, else the first of the main contact.
    pub(super) fn who_acts(&self, clause: &Range<usize>, partners: &[Partner]) -> Option<Partner> {
        let scene = self.scene;
        let present = attendance::present(scene);
        // Not whoever was met in a contact told right before.
        let there = |words: Range<usize>| {
            let mut people = scene.mentions.people_within(&words).iter();
            people.find(|mention| {
                present.contains(&mention.person) && !self.named.apart.contains(&mention.person)
            })
        };
        // "the Norwegian minister met": whoever is called by the office alone.
        let by_office = there(clause.start..self.contact.words.start);
        let by_office = by_office.map(|mention| self.first_of_office(mention).unwrap_or(mention));
        let own = by_office.or_else(|| there(self.sentence.words.start..clause.start));
        let pronoun = || {
            let said =
                (clause.start..self.contact.words.start).find(|&at| scene.source.is_any(at, &["he", "she"]));
            let line = said.and_then(|_| scene.source.sentence_at(self.sentence.words.start.checked_sub(1)?));
            line.and_then(|line| there(line.words.clone()))
        };
        let before = || self.shortly_before().find_map(|sentence| there(sentence.words.clone()));
        let first = own.or_else(before).or_else(pronoun).or(self.named.main)?;
        let party = |person: PersonIndex| scene.mentions.people.person(person)?.party();
        // Nobody is a guest of the own side: where it would be so, whoever the main contact was with is meant.
        let across = |person: PersonIndex| {
            partners.is_empty()
                || partners
                    .iter()
                    .any(|partner| party(partner.person).is_none() || party(partner.person) != party(person))
        };
        let other = || {
            let mut people = scene.mentions.people.mentions.iter();
            people.find(|mention| present.contains(&mention.person) && across(mention.person))
        };
        let first = Some(first).filter(|first| across(first.person)).or_else(other)?;
        self.partner(first).map(|partner| Partner { is_new: false, ..partner })
    }

    /// "Minister Torre met Minister Lind. The minister later received": of two who hold an office that stands alone,
    /// it is most likely the one of whom the sentence before tells.
    fn first_of_office(&self, office: &PersonMention) -> Option<&PersonMention> {
        let scene = self.scene;
        if office.name.is_some() || !scene.mentions.parties_within(&office.words).is_empty() {
            return None;
        }
        let word = scene.source.word(office.words.end.checked_sub(1)?)?.word.text.to_lowercase();
        let before = self.shortly_before().next()?;
        let first = scene.mentions.people_within(&before.words).first()?;
        let title = scene.mentions.people.person(first.person)?.title.as_ref()?.to_lowercase();
        (first.name.is_some() && title.contains(&word)).then_some(first)
    }

    /// "The envoy paid a call on the Prime Minister": whoever of the main contact is called by the office alone.
    pub(super) fn by_office(&self, clause: &Range<usize>) -> Option<Partner> {
        let scene = self.scene;
        let present = attendance::present(scene);
        let behind = self.contact.words.end..clause.end.max(self.contact.words.end);
        let mut people = scene.mentions.people_within(&behind).iter();
        let one = people.find(|mention| mention.name.is_none() && present.contains(&mention.person))?;
        self.partner(one).map(|partner| Partner { is_new: false, ..partner })
    }

    /// "Minister Lind also held talks with the Kenyan delegation": whoever of that side was in the main contact
    /// first.
    pub(super) fn guest(&self, clause: &Range<usize>) -> Option<Partner> {
        const SIDES: [&str; 7] =
            ["delegation", "side", "team", "visitors", "visitor", "minister", "official"];
        let scene = self.scene;
        let present = attendance::present(scene);
        let named = scene.mentions.parties_within(&(self.contact.words.end..clause.end)).iter();
        let mut sides = named.filter(|party| {
            self.scene.source.after(party.words.end, 2).any(|at| scene.source.is_any(at, &SIDES))
        });
        let side = sides.next()?.row;
        let party = |person: PersonIndex| scene.mentions.people.person(person)?.party();
        let mut people = scene.mentions.people.mentions.iter();
        let first = people.find(|mention| {
            present.contains(&mention.person) && mention.name.is_some() && party(mention.person) == Some(side)
        })?;
        self.partner(first).map(|partner| Partner { is_new: false, ..partner })
    }

    /// The two sentences before, the nearer one first, as far as they stand in the same paragraph.
    fn shortly_before(&self) -> impl Iterator<Item = &Sentence> {
        let source = &self.scene.source;
        let before = |sentence: &&'_ Sentence| {
            let sentence = source.sentence_at(sentence.words.start.checked_sub(1)?)?;
            (sentence.paragraph == self.sentence.paragraph).then_some(sentence)
        };
        std::iter::successors(Some(self.sentence), before).skip(1).take(2)
    }
}
