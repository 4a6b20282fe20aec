//! Contacts told below what somebody said or plans: an article that reports no contact tells in passing whom its
//! speaker met the day before.

use super::beside::{Beside, MOST, is_same};
use super::held::told_in;
use super::named::Named;
use super::{Partner, Told};
use crate::extract::clause::{Opens, Tense};
use crate::extract::mention::{ContactForm, Standing};
use crate::extract::propose::day;
use crate::extract::propose::main_contact::{MainContact, is_prose, names_them};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::Part;

/// A clause of its own that names both sides and the day.
pub(super) const TOLD_BELOW: Rule<Told> = Rule {
    name: "told_below",
    says: "A sentence of an article about something else reports a contact on a day of its own.",
    hits: &[
        (
            "Minister Ana Torre of Chile said on Friday that fish is dear. On Thursday, Torre held talks in Oslo with Minister Jon Lind of Norway.",
            "in_person: Ana Torre, Jon Lind",
        ),
        (
            "Minister Ana Torre of Chile will visit Kenya in May. Earlier, Torre spoke by phone with Minister Jon Lind of Norway.",
            "phone_call: Ana Torre, Jon Lind",
        ),
        (
            "Minister Ana Torre of Chile said that fish is dear. Torre received Minister Jon Lind of Norway on Thursday.",
            "in_person: Ana Torre, Jon Lind",
        ),
    ],
    misses: &[
        "Minister Ana Torre of Chile said on Friday that fish is dear. Minister Jon Lind of Norway met Minister Omar Haddad of Jordan.",
        "Minister Ana Torre of Chile said that Minister Jon Lind of Norway met Minister Omar Haddad of Jordan on Thursday.",
        "Minister Ana Torre of Chile said on Friday that fish is dear. On Thursday, Torre held talks with Minister Liv Paz of Chile.",
        "Minister Ana Torre of Chile said on Friday that fish is dear. On Monday, she will meet Minister Jon Lind of Norway.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Told>> {
    let named = Named::of(scene, MainContact::of(scene));
    let mut found: Vec<Candidate<Told>> = Vec::new();
    for sentence in scene.source.sentences_of(&[Part::Body]).filter(|sentence| is_prose(scene, sentence)) {
        for contact in told_in(scene, sentence).filter(|contact| !names_them(scene, contact)) {
            let told = Beside { scene, named: &named, sentence, contact }.told_below();
            let known = |told: &Candidate<Told>| found.iter().any(|known| is_same(&known.value, &told.value));
            found.extend(told.filter(|told| !known(told)));
            if found.len() >= MOST {
                return found;
            }
        }
    }
    found
}

impl Beside<'_, '_> {
    /// "Torre held talks with Minister Lind in Oslo on Thursday", "Torre earlier met Lind".
    fn told_below(&self) -> Option<Candidate<Told>> {
        let own = self.scene.clauses.at(self.contact.words.start)?;
        let past = own.verb.as_ref().is_some_and(|verb| verb.tense == Tense::Past);
        let told = self.contact.standing == Standing::Reported && self.contact.form != ContactForm::Noun;
        if !past || !told || !matches!(own.opens, Opens::Main | Opens::Beside) {
            return None;
        }
        let days = day::of_this(self.scene, self.sentence, self.contact);
        if days.is_none() && !self.goes_on() {
            return None;
        }
        let clause = self.clause();
        let named = self.named_in(&clause);
        let people: Vec<Partner> =
            named.into_iter().map(|partner| Partner { is_new: true, ..partner }).collect();
        let both = people.len() > 1 && self.acts(people.first()) && self.has_sides(&people);
        if both { self.candidate(people, &clause, days) } else { None }
    }
}
