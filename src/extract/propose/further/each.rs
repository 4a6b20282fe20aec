//! With whom a clause reports contacts: with all that it names together, or one with each.

use std::ops::Range;

use super::beside::Beside;
use super::{Partner, Told};
use crate::extract::mention::ContactMention;
use crate::extract::propose::main_contact::says_apart;
use crate::extract::rule::Candidate;

impl Beside<'_, '_> {
    /// What the clause tells, if it is another contact than the main one: one with each side, unless they sat
    /// together.
    pub(super) fn told(&self, main: &ContactMention) -> Vec<Candidate<Told>> {
        let clause = self.clause();
        let people = self.named_in(&clause);
        let party = |partner: &Partner| self.scene.mentions.people.person(partner.person)?.party();
        let mut sides: Vec<Option<usize>> = Vec::new();
        for partner in people.iter().filter(|partner| partner.is_new) {
            let side = party(partner);
            if !sides.contains(&side) {
                sides.push(side);
            }
        }
        // Where everybody is new, the first of them is who went from one to the next.
        let own = match people.iter().all(|partner| partner.is_new) && self.acts(people.first()) {
            true => people.first().and_then(party),
            false => None,
        };
        sides.retain(|side| side.is_none() || *side != own);
        let behind = people.iter().filter(|partner| partner.is_new && !self.acts(Some(partner))).count();
        if sides.len() == 1 && behind > 1 && self.is_apart(&clause) && self.acts(people.first()) {
            return self.each(main, &people, &clause);
        }
        if sides.len() < 2 || !self.is_one_by_one(&clause) {
            return self.with(main, people, &clause).into_iter().collect();
        }
        let with = sides.iter().filter_map(|side| {
            let of_it = people.iter().filter(|partner| {
                let of_side = party(partner);
                of_side == *side || !partner.is_new || of_side.is_some() && of_side == own
            });
            self.with(main, of_it.cloned().collect(), &clause)
        });
        with.collect()
    }

    /// "She also held separate talks with Minister Lind and President Dahl": one with each, of whatever side.
    fn each(&self, main: &ContactMention, people: &[Partner], clause: &Range<usize>) -> Vec<Candidate<Told>> {
        let is_met = |partner: &&Partner| partner.is_new && !self.acts(Some(partner));
        let (new, own): (Vec<&Partner>, Vec<&Partner>) = people.iter().partition(is_met);
        let with = new.into_iter().filter_map(|partner| {
            let people = own.iter().copied().chain([partner]).cloned().collect();
            self.with(main, people, clause)
        });
        with.collect()
    }

    /// "Torre held separate talks with Lind and Haddad": where the main contact is the first of several that are told
    /// in one breath, the others, one with each further side.
    pub(super) fn told_apart(&self, main: &ContactMention) -> Vec<Candidate<Told>> {
        let clause = self.clause();
        if !says_apart(&self.scene.source, clause.clone()) {
            return Vec::new();
        }
        let people = self.named_in(&clause);
        let party = |partner: &Partner| self.scene.mentions.people.person(partner.person)?.party();
        let Some(own) = people.first().filter(|first| self.acts(Some(first))).and_then(party) else {
            return Vec::new();
        };
        let mut sides: Vec<usize> = Vec::new();
        for side in people.iter().filter_map(party).filter(|side| *side != own) {
            if !sides.contains(&side) {
                sides.push(side);
            }
        }
        let with = sides.iter().skip(1).filter_map(|side| {
            let of_it = people.iter().filter(|partner| [Some(own), Some(*side)].contains(&party(partner)));
            let of_it =
                of_it.map(|partner| Partner { is_new: party(partner) == Some(*side), ..partner.clone() });
            self.with(main, of_it.collect(), &clause)
        });
        with.collect()
    }

    /// Whether a clause says that those in it were met one by one.
    fn is_apart(&self, clause: &Range<usize>) -> bool {
        const APART: [&str; 4] = ["separate", "separately", "respectively", "individually"];
        clause.clone().any(|at| self.scene.source.is_any(at, &APART))
    }

    /// Whether several are met one after the other: "held talks with A and B", not "a meeting with A and B" nor
    /// "trilateral talks".
    fn is_one_by_one(&self, clause: &Range<usize>) -> bool {
        const TOGETHER: [&str; 7] =
            ["trilateral", "jointly", "together", "joint", "three-way", "tripartite", "quadrilateral"];
        let source = &self.scene.source;
        let has = |words: &[&str]| clause.clone().any(|at| source.is_any(at, words));
        let words = &self.contact.words;
        let plural =
            source.word(words.end.saturating_sub(1)).is_some_and(|word| word.word.text.ends_with('s'));
        let single = self.contact.sort.is_noun() && !plural;
        self.is_apart(clause) || !has(&TOGETHER) && !single
    }
}
