//! Contacts that no table has words for: "teamed up with the Togolese president", "laid flowers together".
//! As far as an opening reports none in known words, a clause that tells what one side's person did with another
//! side's is one, whatever its verb.

use std::ops::Range;

use crate::extract::clause::{Clause, Clauses, Form, Opens, Tense, VerbGroup};
use crate::extract::mention::{ContactForm, ContactMention, InOrder, Mentions, PersonMention, Standing};
use crate::extract::segment::{Part, Sentence, Source};
use crate::lexicon::{ContactWord, Cue, Shape, VerbClass};

/// So many paragraphs of the text are asked.
const PARAGRAPHS: usize = 4;

/// A preposition stands within so many words before the person whom it ties.
const BEFORE: usize = 8;

/// Adds those contacts to what the article mentions.
pub(in crate::extract) fn tell(source: &Source<'_>, clauses: &Clauses, mentions: &mut Mentions) {
    let first = source.sentences.iter().find(|sentence| sentence.part == Part::Body);
    let last = first.map_or(0, |sentence| sentence.paragraph) + PARAGRAPHS;
    let opening = source
        .sentences
        .iter()
        .filter(|sentence| matches!(sentence.part, Part::Headline | Part::Body))
        .take_while(|sentence| sentence.paragraph < last);
    // "inaugurated" alone may be a plant as well as a conference.
    let is_told = |contact: &ContactMention| {
        let alone = contact.sort == ContactWord::Attend && contact.form == ContactForm::Verb;
        contact.sort.is_contact() && contact.standing <= Standing::Known && !alone
    };
    let tells = |sentence: &&Sentence| mentions.contacts_within(&sentence.words).iter().any(is_told);
    let reader = Reader { source, clauses, mentions };
    // Each part of the opening as far as no known words tell of a contact.
    let of = |part: Part| {
        let sentences = opening.clone().filter(move |sentence| sentence.part == part);
        sentences.take_while(|sentence| !tells(sentence)).flat_map(|sentence| reader.sentence(sentence))
    };
    let found: Vec<ContactMention> = of(Part::Headline).chain(of(Part::Body)).collect();
    if !found.is_empty() {
        let mut all: Vec<ContactMention> = mentions.contacts.to_vec();
        all.retain(|known| !found.iter().any(|told| told.words == known.words));
        all.extend(found);
        all.sort_by_key(|contact| contact.words.start);
        mentions.contacts = InOrder::new(all, source.tokens.len());
    }
}

struct Reader<'r, 'a> {
    source: &'r Source<'a>,
    clauses: &'r Clauses,
    mentions: &'r Mentions,
}

impl Reader<'_, '_> {
    fn sentence(&self, sentence: &Sentence) -> Vec<ContactMention> {
        let clauses = self.clauses.within(&sentence.words);
        clauses.filter_map(|(index, clause)| self.clause(sentence, index, clause)).collect()
    }

    /// The contact that a clause tells by its frame.
    fn clause(&self, sentence: &Sentence, index: usize, clause: &Clause) -> Option<ContactMention> {
        let verb = clause.verb.as_ref()?;
        let standing = self.standing(sentence, clause, verb)?;
        // "Standing beside Torre, Lind said": whoever says it stands there.
        let outer = self.clauses.matrix(clause).filter(|_| verb.form == Form::Gerund);
        let subject = self.persons(outer.map_or(&clause.subject, |outer| &outer.subject), None);
        let object = self.persons(&(verb.words.end..clause.words.end), Some(index));
        let with = object.iter().find(|person| self.is_tied(verb, person));
        let with = with.filter(|with| subject.iter().any(|one| self.are_of_two(one, with)));
        let together = self.acts(verb)
            && subject
                .iter()
                .zip(subject.iter().skip(1))
                .any(|(one, other)| self.are_joined(one, other) && self.are_of_two(one, other));
        let told = object.first().is_some_and(|person| {
            (self.is_addressed(verb, person) || self.is_handed(verb, person))
                && subject.iter().any(|one| self.are_of_two(one, person))
        });
        let leaders = self.acts(verb) && self.are_leaders(&clause.subject);
        let many = self.acts(verb) && self.are_of_many(&clause.subject);
        (with.is_some() || together || told || leaders || many).then_some(ContactMention {
            words: verb.verb..verb.words.end,
            sort: if many { ContactWord::Gather } else { ContactWord::Discuss },
            form: ContactForm::Verb,
            standing,
        })
    }

    /// How a clause tells what it tells, if as done.
    fn standing(&self, sentence: &Sentence, clause: &Clause, verb: &VerbGroup) -> Option<Standing> {
        let headline = sentence.part == Part::Headline;
        let done = match (verb.form, verb.tense) {
            (Form::Finite, Tense::Past | Tense::Perfect) => true,
            (Form::Finite, Tense::Present) => headline,
            (Form::Gerund, _) => matches!(clause.opens, Opens::When | Opens::Participle),
            _ => false,
        };
        let quoted = self.source.is_quoted(verb.verb);
        let own = |clause: &Clause| match clause.opens {
            Opens::Main | Opens::Beside | Opens::That => true,
            Opens::Participle => clause.verb.as_ref().is_some_and(|verb| verb.form == Form::Gerund),
            Opens::When => self.source.is_any(clause.opener, &["after", "while", "as"]),
            _ => false,
        };
        let all = own(clause) && self.clauses.matrices(clause).all(own);
        let setting = matches!(clause.opens, Opens::When | Opens::Participle);
        let standing = if setting { Standing::Setting } else { Standing::Reported };
        (done && all && !quoted && !verb.negated).then_some(standing)
    }

    /// The people named within these words, and of those only whom the clause itself names.
    fn persons(&self, words: &Range<usize>, clause: Option<usize>) -> Vec<&PersonMention> {
        let all = self.mentions.people_within(words).iter();
        all.filter(|person| clause.is_none() || self.clauses.index_at(person.words.start) == clause).collect()
    }

    /// Whether two people stand for two sides.
    fn are_of_two(&self, one: &PersonMention, other: &PersonMention) -> bool {
        let party = |mention: &PersonMention| self.mentions.people.person(mention.person)?.party();
        let named = one.name.is_some() || other.name.is_some();
        named && matches!((party(one), party(other)), (Some(one), Some(other)) if one != other)
    }

    /// "teamed up with Torre", "sat across from Torre": the verb's own word for being together.
    fn is_tied(&self, verb: &VerbGroup, person: &PersonMention) -> bool {
        let from = verb.words.end.max(person.words.start.saturating_sub(BEFORE));
        let mut before = (from..person.words.start).rev();
        let tie = before.find(|&at| self.source.is_cue(at, Cue::Preposition));
        let across =
            tie.filter(|&at| self.source.is(at, "from") && self.source.is(at.saturating_sub(1), "across"));
        let with = tie.filter(|&at| self.source.is_cue(at, Cue::Together));
        let parted = |tie: usize| (tie..person.words.start).any(|at| self.source.is(at, ","));
        // "pulled out of a summit with Torre": the noun's, not the verb's.
        let of_noun = |tie: usize| {
            let known = self.mentions.contacts_within(&(verb.words.end..tie));
            known.last().is_some_and(|contact| contact.sort.is_noun() && contact.words.end == tie)
        };
        let copula = self.source.is_cue(verb.verb, Cue::Be) || self.source.is_cue(verb.verb, Cue::Have);
        let apart = self.source.is_cue(verb.verb, Cue::Apart) || copula || verb.says;
        across.or(with).is_some_and(|tie| !parted(tie) && !of_noun(tie)) && !apart
    }

    /// "told Minister Torre", "thanked the visiting minister": somebody who is there.
    fn is_addressed(&self, verb: &VerbGroup, person: &PersonMention) -> bool {
        const NEAR: usize = 4;
        let mut gap = verb.words.end..person.words.start;
        let near = gap.len() <= NEAR && !gap.clone().any(|at| self.source.is_cue(at, Cue::Preposition));
        let visiting =
            gap.any(|at| self.source.is(at, "visiting")) || self.source.is(person.words.start, "visiting");
        near && !verb.passive && (visiting || self.source.is_cue(verb.verb, Cue::Addresses))
    }

    /// "handed over two ambulances to Minister Torre"
    fn is_handed(&self, verb: &VerbGroup, person: &PersonMention) -> bool {
        const HANDS: [&str; 6] = ["handed", "hands", "presented", "presents", "delivered", "delivers"];
        const FAR: usize = 14;
        let before = person.words.start.checked_sub(1);
        let to = before
            .map(|at| at - usize::from(self.source.is(at, "the")))
            .filter(|&at| self.source.is(at, "to"));
        let near = to.is_some_and(|to| to >= verb.words.end && to - verb.words.end <= FAR);
        let parted = (verb.words.end..person.words.start).any(|at| self.source.is(at, ","));
        near && !parted && !verb.passive && self.source.is_any(verb.verb, &HANDS)
    }

    /// "The leaders of Norland and Sudland", "Norland's and Sudland's foreign ministers".
    fn are_leaders(&self, subject: &Range<usize>) -> bool {
        const LEADERS: &[&str] = &["leaders", "presidents", "ministers", "premiers", "chancellors", "envoys"];
        const NEAR: usize = 4;
        let many = subject.clone().any(|at| self.source.is_any(at, LEADERS));
        let parties = self.mentions.parties_within(subject);
        let pair = parties.iter().zip(parties.iter().skip(1)).any(|(one, other)| {
            let mut gap = one.words.end..other.words.start;
            one.row != other.row && gap.len() <= NEAR && gap.any(|at| self.source.is_any(at, &["and", ","]))
        });
        many && pair
    }

    /// "Delegates from nearly 200 nations", "leaders of 12 countries".
    fn are_of_many(&self, subject: &Range<usize>) -> bool {
        const STATES: &[&str] = &["countries", "nations", "states", "governments"];
        const NEAR: usize = 3;
        subject.clone().any(|at| {
            let number = self
                .source
                .word(at)
                .and_then(|token| token.word.text.parse::<u32>().ok())
                .is_some_and(|n| n >= 3);
            let of = self.source.before(at, NEAR).any(|at| self.source.is_any(at, &["from", "of"]));
            number && of && (at + 1..at + 1 + NEAR).any(|at| self.source.is_any(at, STATES))
        })
    }

    /// "Torre and Minister Lind": one follows the other by "and" and what introduces the other.
    fn are_joined(&self, one: &PersonMention, other: &PersonMention) -> bool {
        const NEAR: usize = 6;
        let mut gap = one.words.end..other.words.start;
        let and = gap.clone().any(|at| self.source.is(at, "and"));
        let plain = gap.all(|at| {
            let shape = self.source.word(at).map(|word| word.word.shape);
            self.source.is_any(at, &["and", "the", "his", "her", "their", "counterpart", "visiting", ","])
                || shape.is_some_and(Shape::is_capital)
        });
        and && plain && (one.words.end..other.words.start).len() <= NEAR
    }

    /// Whether a verb tells what two do side by side, and not what both say, think or are.
    fn acts(&self, verb: &VerbGroup) -> bool {
        use VerbClass::{Hope, Position, Request, Say};
        let senses = self.source.phrase(self.source.lexicon.verbs(), verb.verb..verb.verb + 1);
        let speaks = senses.is_some_and(|(_, senses)| {
            senses.iter().any(|sense| matches!(sense.class, Hope | Position | Request | Say))
        });
        let agreed = self.source.is_any(verb.verb, &["agreed", "agree", "agrees"]);
        let copula = self.source.is_cue(verb.verb, Cue::Be) || self.source.is_cue(verb.verb, Cue::Have);
        agreed || !speaks && !copula && !verb.passive
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::mention::Standing;
    use crate::extract::rule::Scene;
    use crate::extract::tests::article;
    use crate::lexicon::Lexicon;

    /// The verbs by which a text tells contacts.
    fn told(text: &str) -> Vec<String> {
        let article = article(text);
        let lexicon = Lexicon::built_in();
        let scene = Scene::new(&article, &lexicon);
        let contacts = scene.mentions.contacts.iter();
        let done =
            contacts.filter(|contact| contact.sort.is_contact() && contact.standing <= Standing::Setting);
        done.map(|contact| scene.source.text(&contact.words).to_owned()).collect()
    }

    #[test]
    fn what_two_sides_do_together_is_a_contact() {
        for (text, verb) in [
            ("President Jon Lind of Malta teamed up with Kenyan President Ana Torre on Thursday.", "teamed"),
            (
                "President Jon Lind of Malta strolled along the quay with Kenyan President Ana Torre.",
                "strolled",
            ),
            (
                "Maltese President Jon Lind told visiting Kenyan President Ana Torre that fish is dear.",
                "told",
            ),
            (
                "Maltese Ambassador Jon Lind handed over two boats to Kenyan Minister Ana Torre on Sunday.",
                "handed",
            ),
            (
                "Standing beside Kenyan President Ana Torre, Maltese President Jon Lind said fish is dear.",
                "Standing",
            ),
            ("The presidents of Malta and Kenya inaugurated a bridge on Sunday.", "inaugurated"),
            ("Maltese Minister Jon Lind sat across from Kenyan Minister Ana Torre for two hours.", "sat"),
            ("Maltese President Jon Lind and Kenyan President Ana Torre laid flowers on Sunday.", "laid"),
            (
                "Fish is dear, Maltese President Jon Lind said after huddling with Kenyan President Ana Torre.",
                "huddling",
            ),
        ] {
            assert_eq!(told(text), [verb], "{text}");
        }
    }

    #[test]
    fn what_keeps_them_apart_is_none() {
        for text in [
            "President Jon Lind of Malta disagreed with Kenyan President Ana Torre on Thursday.",
            "President Jon Lind of Malta told reporters that Kenyan President Ana Torre is ill.",
            "The presidents of Malta and Kenya condemned the attack.",
            "President Jon Lind of Malta was angry with Kenyan President Ana Torre.",
            "President Jon Lind of Malta will team up with Kenyan President Ana Torre.",
            "President Jon Lind of Malta teamed up with Maltese Minister Eva Borg.",
            "Maltese President Jon Lind and Kenyan President Ana Torre condemned the attack.",
        ] {
            assert_eq!(told(text), [""; 0], "{text}");
        }
    }
}
