//! Object: what a verb that undertakes may have as its object. What will be done, what will be given, and
//! who of one's own is set to work.

use super::reader::Reader;
use crate::extract::discourse::Tags;
use crate::lexicon::{PartyForm, Shape, WordClass};

/// How many words an object is looked for in.
const OBJECT: usize = 10;

impl Reader<'_, '_> {
    /// Whether something is named that will be done: "the establishment", "the next meeting", "a roadmap";
    /// not "the importance of".
    pub fn names_act(&self, from: usize) -> bool {
        let act = |at: usize| {
            let noun = self.lower(at);
            let nominal = ["ment", "ation", "ition", "ption", "sion"].iter().any(|end| noun.ends_with(end));
            // "the upgrading of the port"
            let gerund = noun.ends_with("ing") && self.is(at - 1, "the") && self.is(at + 1, "of");
            self.can_be(at, Tags::ACT) || gerund || nominal && noun != "cooperation"
        };
        (from..from + 5).any(act) && !(from..from + 3).any(|at| self.can_be(at, Tags::VIEW))
    }

    /// Whether an amount or object follows "pledged": "two million euros", "its support".
    pub fn is_gift(&self, at: usize) -> bool {
        let object =
            matches!(self.shape(at), Some(Shape::Number | Shape::Lower | Shape::Mark('$' | '€' | '£')));
        let other = self.can_be(at, Tags::PREPOSITION | Tags::JOINER | Tags::RELATIVE);
        // "pledged Norway's support"
        let owned = self.shape(at).is_some_and(Shape::is_capital)
            && (at + 1..at + 4).any(|near| self.shape(near) == Some(Shape::Possessive));
        // "promised German backing"
        let demonym = || {
            let named = self.scene.mentions.parties_within(&(at..at + 1));
            named.first().is_some_and(|party| party.form == PartyForm::Demonym) && self.names_help(at)
        };
        self.can_be(at, Tags::DETERMINER) || demonym() || owned || object && !other
    }

    /// Whether an amount of money or help follows: "two million euros", "Euro 42 million in grants".
    pub fn is_amount_of_help(&self, at: usize) -> bool {
        const NEAR: usize = 5;
        let money = |word: usize| self.is_currency(word);
        let Some(amount) = (at..at + NEAR).find(|&word| self.is_count(word) || money(word)) else {
            return false;
        };
        let other = Tags::PREPOSITION | Tags::RELATIVE | Tags::SAY | Tags::MODAL;
        let describes = |word: usize| {
            // "a grant of 15 million", "a package worth 2 billion"
            let measured = self.is_any(word, &["of", "worth", "totalling", "totaling"])
                && self.can_be(word - 1, Tags::FUNDS);
            (!self.can_be(word, other) || measured)
                && !matches!(self.shape(word), Some(Shape::Mark(',' | '"' | '“')))
        };
        let ends = |word: usize| matches!(self.shape(word), Some(Shape::Mark('.' | ',' | ';')));
        let counted = (amount..amount + OBJECT)
            .take_while(|&word| !ends(word))
            .any(|word| money(word) || self.can_be(word, Tags::FUNDS))
            || (at..amount).any(|word| self.can_be(word, Tags::FUNDS));
        (at..amount).all(describes) && counted
    }

    /// A number in digits or letters.
    fn is_count(&self, at: usize) -> bool {
        self.shape(at) == Some(Shape::Number)
            || self.classed(at, |class| matches!(class, WordClass::Number(_)))
    }

    fn is_currency(&self, at: usize) -> bool {
        matches!(self.shape(at), Some(Shape::Mark('$' | '€' | '£' | '¥')))
            || self.classed(at, |class| *class == WordClass::Currency)
    }

    fn classed(&self, at: usize, is: impl Fn(&WordClass) -> bool) -> bool {
        let found = self.scene.source.phrase(self.scene.source.lexicon.words(), at..at + 1);
        found.is_some_and(|(_, classes)| classes.iter().any(is))
    }

    /// Whether the object that begins here is help: "the Kingdom of Norway's help", "Chile assistance".
    pub fn names_help(&self, at: usize) -> bool {
        self.object_words(at).any(|word| self.can_be(word, Tags::HELP | Tags::FUNDS))
    }

    /// Whether whoever stands here is assured of something: "his guest of Norway's support".
    pub fn names_object_of(&self, at: usize) -> bool {
        self.object_words(at).any(|word| self.is(word, "of") && word > at)
    }

    /// The words of an object, up to a mark or another clause.
    fn object_words(&self, at: usize) -> impl Iterator<Item = usize> {
        let stops = Tags::RELATIVE | Tags::OPEN | Tags::MODAL | Tags::BE | Tags::HAVE | Tags::JOINER;
        let end = self.bounds(at).end.min(at + OBJECT);
        let stop = move |&word: &usize| {
            !self.can_be(word, stops)
                && !self.is(word, "to")
                && !matches!(self.shape(word), Some(Shape::Mark('.' | ',' | ';' | '"' | '“')))
        };
        (at..end).take_while(stop)
    }

    /// Whether those whom a verb sets to work are the subject's own: "their ministers", "the concerned
    /// ministries", "officials", "Foreign Minister Lind" by the President of her country.
    pub fn is_own_body(&self, verb: usize, at: usize) -> bool {
        let owned = self.is_any(at, &["his", "her", "its", "their", "our", "my"]);
        let subject = self.subject(verb).and_then(|subject| self.meant(subject.actor));
        let named = self.discourse.actor_from(at).and_then(|actor| self.meant(actor));
        if let (Some(subject), Some(named)) = (subject, named)
            && !named.parties.is_empty()
            && !owned
        {
            return named.parties.iter().all(|party| subject.parties.contains(party));
        }
        // "Finance Minister Paz", for whom nothing tells a party
        let person = named.is_some_and(|named| named.parties.is_empty() && named.person.is_some());
        let charged = self.is(at, "the")
            && self.is_any(
                at + 1,
                &["relevant", "concerned", "respective", "competent", "appropriate", "responsible"],
            );
        let bare =
            self.shape(at) == Some(Shape::Lower) && !self.can_be(at, Tags::DETERMINER | Tags::PREPOSITION);
        let body = Tags::BODY | Tags::SIDES | Tags::COMPANY;
        let far = if bare { at + 2 } else { at + OBJECT };
        let mut words = self.object_words(at).take_while(|&word| word < far && !self.is(word, "of"));
        person || (owned || charged || bare) && words.any(|word| self.can_be(word, body))
    }
}
