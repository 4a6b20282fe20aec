//! Sentences about a scene: phrases of the grammar with their gaps filled.

use super::calendar::Order;
use super::dice::{Dice, PLEDGE};
use super::figures;
use super::grammar::{Grammar, Piece};
use super::names::Names;
use super::scene::{Person, Scene, Side};
use super::slots::{Slot, Who};
use super::{Generator, countries::Country};

/// Tells of one scene, sentence by sentence.
pub struct Teller<'g> {
    grammar: &'g Grammar,
    names: &'g Names,
    countries: &'g [Country],
    pub scene: &'g Scene<'g>,
    pub dice: Dice,
    /// Whether days or months come first.
    pub order: Order,
    /// The side that speaks and the one it speaks to.
    turn: [usize; 2],
    /// What is undertaken by its number.
    pledge: usize,
    /// Of each rule, the sentences that have come, by their bits; of others, which came last.
    come: Vec<u64>,
    /// Whether what is told is the meeting's own, and not to depend on what came before in the report.
    own: bool,
    /// The sides whose principal has been introduced.
    introduced: u8,
    out: String,
    capital: bool,
}

impl<'g> Teller<'g> {
    pub fn new(generator: &'g Generator, scene: &'g Scene<'g>, dice: Dice) -> Self {
        Self {
            grammar: &generator.grammar,
            names: &generator.names,
            countries: &generator.countries,
            scene,
            dice,
            order: Order::DayMonth,
            turn: [0, 1],
            pledge: 0,
            come: vec![0; generator.grammar.rules.len()],
            own: false,
            introduced: 0,
            out: String::new(),
            capital: false,
        }
    }

    /// Gives this side its turn, and another to speak to.
    pub fn turn(&mut self, side: usize) {
        let all = self.scene.sides.len();
        self.turn = [side % all, (side + self.dice.between(1, all - 1)) % all];
    }

    /// Gives any side its turn.
    pub fn any_turn(&mut self) {
        let side = self.dice.below(self.scene.sides.len());
        self.turn(side);
    }

    /// Nobody has been introduced yet.
    pub fn begin(&mut self) {
        self.introduced = 0;
    }

    /// A sentence by this rule, with a capital and, if it lacks one, a full stop.
    pub fn sentence(&mut self, rule: &str) -> String {
        let headline = rule.starts_with("headline");
        self.capital = true;
        self.rule(self.grammar.rule(rule));
        if !headline {
            self.stop();
        }
        let sentence = self.out.clone();
        self.out.clear();
        sentence
    }

    /// Ends a sentence, inside the quotation marks if it ends with them.
    fn stop(&mut self) {
        let quoted = self.out.ends_with('”').then(|| self.out.pop()).flatten();
        if !self.out.ends_with(['.', '?', '!', ':']) {
            self.put(".");
        }
        self.out.extend(quoted);
    }

    /// Sentences by these rules.
    pub fn paragraph(&mut self, rules: &[&str]) -> String {
        let sentences: Vec<String> = rules.iter().map(|rule| self.sentence(rule)).collect();
        sentences.join(" ")
    }

    /// A sentence by this rule about what is undertaken, by the number of the pledge.
    pub fn pledge(&mut self, rule: &str, number: usize) -> String {
        self.pledge = number;
        self.sentence(rule)
    }

    fn side(&self, who: Who) -> &'g Side<'g> {
        &self.scene.sides[self.turn[who as usize]]
    }

    fn rule(&mut self, number: usize) {
        let rule = &self.grammar.rules[number];
        let phrase = if rule.sentences {
            &rule.phrases[self.fresh(number, rule.phrases.len())]
        } else {
            &rule.phrases[self.another(number, rule.phrases.len())]
        };
        self.pieces(phrase);
    }

    /// A sentence of this rule that has not come yet.
    fn fresh(&mut self, rule: usize, all: usize) -> usize {
        let come = &mut self.come[rule];
        if come.count_ones() as usize >= all {
            *come = 0;
        }
        let drawn = self.dice.below(all);
        let found = (drawn..all).chain(0..drawn).find(|at| *come >> at & 1 == 0).unwrap_or(drawn);
        *come |= 1 << found;
        found
    }

    /// An alternative of this rule, not the one that came last, as far as chance allows.
    fn another(&mut self, rule: usize, all: usize) -> usize {
        let drawn = self.dice.rank(all);
        let last = std::mem::replace(&mut self.come[rule], drawn as u64 + 1);
        if self.own || last != drawn as u64 + 1 {
            return drawn;
        }
        let again = self.dice.rank(all);
        self.come[rule] = again as u64 + 1;
        again
    }

    fn pieces(&mut self, phrase: &[Piece]) {
        for piece in phrase {
            match piece {
                Piece::Words(words) => self.put(words),
                Piece::Rule(rule) => self.rule(*rule),
                Piece::Topical(field) => {
                    let second = self.dice.chance(25);
                    let topic = self.scene.topics[usize::from(second)];
                    self.rule(self.grammar.topical(topic, *field));
                }
                Piece::Slot(slot) => self.fill(*slot),
                Piece::Capital => self.capital = true,
            }
        }
    }

    /// Writes words on: with "an" before a vowel, and without a comma before another or a full stop.
    fn put(&mut self, words: &str) {
        let Some(first) = words.chars().next() else { return };
        if self.out.ends_with(',') && matches!(first, ',' | '.') {
            self.out.pop();
        }
        let before = self.out.as_bytes();
        let article = before.ends_with(b" a ") || before.ends_with(b" A ") || before == b"A ";
        if article && "aeiouAEIO".contains(first) && !words.starts_with("uni") {
            self.out.insert(self.out.len() - 1, 'n');
        }
        let letter = || words.char_indices().find(|(_, letter)| letter.is_alphanumeric());
        let Some((at, letter)) = self.capital.then(letter).flatten() else {
            return self.out.push_str(words);
        };
        self.capital = false;
        self.out.push_str(&words[..at]);
        self.out.extend(letter.to_uppercase());
        self.out.push_str(&words[at + letter.len_utf8()..]);
    }

    fn fill(&mut self, slot: Slot) {
        let words = match slot {
            Slot::Person(who) => self.person(who),
            Slot::Introduced(who) => self.introduce(self.side(who)),
            Slot::FullName(who) => full_name(&self.side(who).principal),
            Slot::LastName(who) => self.side(who).principal.family.clone(),
            Slot::Office(who) => self.side(who).principal.office.title(),
            Slot::OfficeNoun(who) => return self.put(self.side(who).principal.office.noun()),
            Slot::Aide(who) => self.aide(self.side(who)),
            Slot::Country(who) => return self.put(&self.side(who).country.name),
            Slot::Adjective(who) => return self.put(self.side(who).country.adjective),
            Slot::She => return self.put(if self.side(Who::I).principal.woman { "she" } else { "he" }),
            Slot::Her => return self.put(if self.side(Who::I).principal.woman { "her" } else { "his" }),
            Slot::Everyone => {
                self.introduced = u8::MAX;
                listed(self.scene.sides.iter().map(|side| self.introduce_plainly(side)).collect(), ", ")
            }
            Slot::Countries => {
                listed(self.scene.sides.iter().map(|side| side.country.name.clone()).collect(), ", ")
            }
            Slot::Adjectives => {
                let words = self.scene.sides.iter().map(|side| side.country.adjective.to_owned());
                listed(words.collect(), ", ")
            }
            Slot::Town => return self.put(self.scene.town),
            Slot::Host => return self.put(&self.scene.sides[0].country.name),
            Slot::Action => return self.action(),
            Slot::Deadline => {
                let mut dice = Dice::of(&[self.scene.pledges, self.pledge as u64 + 100, PLEDGE]);
                figures::deadline(&mut dice, self.scene.day)
            }
            Slot::Elsewhere => {
                let towns = &self.side(Who::I).country.towns;
                let at = self.dice.rank(towns.len());
                return self.put(towns[at]);
            }
            Slot::Village => self.names.village(self.side(Who::I).country.language, &mut self.dice),
            Slot::Surname => self.names.family(self.side(Who::I).country.language, &mut self.dice),
            Slot::Stranger => self.stranger(),
            _ => figures::figure(slot, &mut self.dice, self.scene.day, self.scene.published, self.order),
        };
        self.put(&words);
    }

    /// The first time with everything, later in short.
    fn person(&mut self, who: Who) -> String {
        let number = self.turn[who as usize];
        let side = self.side(who);
        if self.introduced >> number & 1 == 0 {
            self.introduced |= 1 << number;
            return self.introduce(side);
        }
        let (person, office) = (&side.principal, side.principal.office);
        match self.dice.below(10) {
            0..5 => person.family.clone(),
            5..7 => format!("{} {}", office.title(), person.family),
            7 => full_name(person),
            _ => format!("the {} {}", side.country.adjective, office.noun()),
        }
    }

    fn introduce(&mut self, side: &Side<'_>) -> String {
        let (title, name) = (side.principal.office.title(), full_name(&side.principal));
        let country = &side.country;
        match self.dice.below(10) {
            0..4 => format!("{} {title} {name}", country.adjective),
            4..7 => format!("{title} of {} {name}", country.name),
            7 => format!("the {title} of {}, {name},", country.name),
            _ => format!("{}’s {title} {name}", country.name),
        }
    }

    fn introduce_plainly(&self, side: &Side<'_>) -> String {
        let (title, name) = (side.principal.office.title(), full_name(&side.principal));
        format!("{title} of {} {name}", side.country.name)
    }

    fn aide(&mut self, side: &Side<'_>) -> String {
        let (title, name) = (side.aide.office.title(), full_name(&side.aide));
        if self.dice.chance(50) {
            format!("{} {title} {name}", side.country.adjective)
        } else {
            format!("{title} {name} of {}", side.country.name)
        }
    }

    fn stranger(&mut self) -> String {
        let woman = self.dice.chance(50);
        let country =
            if self.dice.chance(80) { self.side(Who::I).country } else { self.dice.pick(self.countries) };
        let (given, family) = self.names.person(country.language, woman, &mut self.dice);
        format!("{given} {family}")
    }

    /// What is undertaken: in each report on a meeting the same, so dice are thrown for it alone.
    fn action(&mut self) {
        let report = self.dice.clone();
        self.dice = Dice::of(&[self.scene.pledges, self.pledge as u64, PLEDGE]);
        self.own = true;
        let field = self.grammar.rule("actions");
        let Piece::Topical(topical) = self.grammar.rules[field].phrases[0][0] else { return };
        let topic = self.scene.topics[usize::from(self.pledge % 4 == 3)];
        let rule = if self.pledge % 3 == 2 {
            self.grammar.rule("general actions")
        } else {
            self.grammar.topical(topic, topical)
        };
        // One after the other, so that nothing is undertaken twice.
        let phrases = &self.grammar.rules[rule].phrases;
        self.pieces(&phrases[((self.scene.pledges % 97) as usize + self.pledge) % phrases.len()]);
        (self.dice, self.own) = (report, false);
    }
}

fn full_name(person: &Person) -> String {
    format!("{} {}", person.given, person.family)
}

/// "one, two and three".
fn listed(mut words: Vec<String>, between: &str) -> String {
    let last = words.pop().unwrap_or_default();
    if words.is_empty() { last } else { format!("{} and {last}", words.join(between)) }
}
