//! Phrases, and what can stand in their gaps.
//!
//! A grammar is a text: a rule a line, its name before a colon. The alternatives follow with ` | `
//! between them, the common ones first; or, where they are whole sentences, on lines of their own,
//! none of which comes twice in an article before all have come. `{name}` stands for another rule or a
//! [`Slot`], `{^name}` for the same with a capital, `{=name}` for the rule of the article's topic, and
//! `[one|other|]` for one of these. A topic is a file.

use std::collections::HashMap;

use super::slots::Slot;

const GENERAL: &[&str] = &[
    include_str!("grammar/openings.txt"),
    include_str!("grammar/pledges.txt"),
    include_str!("grammar/remarks.txt"),
    include_str!("grammar/background.txt"),
    include_str!("grammar/home.txt"),
    include_str!("grammar/words.txt"),
];
const TOPICS: &[&str] = &[
    include_str!("grammar/topics/trade.txt"),
    include_str!("grammar/topics/energy.txt"),
    include_str!("grammar/topics/borders.txt"),
    include_str!("grammar/topics/railways.txt"),
    include_str!("grammar/topics/health.txt"),
    include_str!("grammar/topics/water.txt"),
    include_str!("grammar/topics/defense.txt"),
    include_str!("grammar/topics/fisheries.txt"),
    include_str!("grammar/topics/farming.txt"),
    include_str!("grammar/topics/schools.txt"),
    include_str!("grammar/topics/heritage.txt"),
    include_str!("grammar/topics/networks.txt"),
    include_str!("grammar/topics/relief.txt"),
    include_str!("grammar/topics/mining.txt"),
    include_str!("grammar/topics/aviation.txt"),
    include_str!("grammar/topics/forests.txt"),
];

/// Alternatives.
pub struct Rule {
    pub phrases: Vec<Vec<Piece>>,
    /// Whether they are whole sentences, to be used up before one comes again.
    pub sentences: bool,
}

/// A part of a phrase.
#[derive(Clone, Debug)]
pub enum Piece {
    Words(String),
    Rule(usize),
    /// The rule of this name of the article's topic.
    Topical(usize),
    Slot(Slot),
    /// What comes next begins with a capital.
    Capital,
}

/// All rules.
#[derive(Default)]
pub struct Grammar {
    pub rules: Vec<Rule>,
    names: HashMap<String, usize>,
    /// The names of the rules that each topic has.
    fields: Vec<String>,
    /// Of each topic its rules, in the order of the fields.
    topics: Vec<Vec<usize>>,
}

impl Grammar {
    pub fn read() -> Self {
        let mut grammar = Self::default();
        let general = GENERAL.iter().map(|text| (String::new(), *text));
        let topics = TOPICS.iter().enumerate().map(|(number, text)| (format!("{number}."), *text));
        let parts: Vec<(String, &str)> = general.chain(topics).collect();
        // Rules may name others that come later.
        let written: Vec<Written<'_>> = parts.iter().flat_map(|(prefix, text)| rules(prefix, text)).collect();
        for (number, rule) in written.iter().enumerate() {
            grammar.names.insert(rule.name.clone(), number);
            grammar.rules.push(Rule { phrases: Vec::new(), sentences: rule.sentences });
        }
        for (number, rule) in written.iter().enumerate() {
            let phrases = rule.phrases.iter().map(|phrase| grammar.phrase(phrase)).collect();
            grammar.rules[number].phrases = phrases;
        }
        let rule = |number: usize, field: &String| grammar.rule(&format!("{number}.{field}"));
        let topics = 0..TOPICS.len();
        grammar.topics =
            topics.map(|number| grammar.fields.iter().map(|field| rule(number, field)).collect()).collect();
        grammar
    }

    /// The rule of this name.
    pub fn rule(&self, name: &str) -> usize {
        *self.names.get(name).unwrap_or_else(|| panic!("there is no rule “{name}”"))
    }

    pub fn topics(&self) -> usize {
        self.topics.len()
    }

    /// The rule of a topic.
    pub fn topical(&self, topic: usize, field: usize) -> usize {
        self.topics[topic][field]
    }

    fn phrase(&mut self, mut text: &str) -> Vec<Piece> {
        let mut pieces = Vec::new();
        while let Some(at) = text.find(['{', '[']) {
            if at > 0 {
                pieces.push(Piece::Words(text[..at].to_owned()));
            }
            let close = if text[at..].starts_with('{') { '}' } else { ']' };
            let end = text[at..].find(close).map(|end| at + end).unwrap();
            let inside = &text[at + 1..end];
            if close == ']' {
                let phrases = inside.split('|').map(|phrase| self.phrase(phrase)).collect();
                self.rules.push(Rule { phrases, sentences: false });
                pieces.push(Piece::Rule(self.rules.len() - 1));
            } else {
                self.gap(inside, &mut pieces);
            }
            text = &text[end + 1..];
        }
        if !text.is_empty() {
            pieces.push(Piece::Words(text.to_owned()));
        }
        pieces
    }

    fn gap(&mut self, name: &str, pieces: &mut Vec<Piece>) {
        let plain = name.trim_start_matches('^');
        if plain != name {
            pieces.push(Piece::Capital);
        }
        pieces.push(if let Some(field) = plain.strip_prefix('=') {
            let known = self.fields.iter().position(|known| known == field);
            Piece::Topical(known.unwrap_or_else(|| {
                self.fields.push(field.to_owned());
                self.fields.len() - 1
            }))
        } else if let Some(slot) = Slot::named(plain) {
            Piece::Slot(slot)
        } else {
            Piece::Rule(self.rule(plain))
        });
    }
}

/// A rule as its text has it.
struct Written<'t> {
    name: String,
    sentences: bool,
    phrases: Vec<&'t str>,
}

fn rules<'t>(prefix: &str, text: &'t str) -> Vec<Written<'t>> {
    let mut rules: Vec<Written<'_>> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        if let Some(phrase) = line.strip_prefix("  ") {
            rules.last_mut().unwrap().phrases.push(phrase);
        } else {
            let (name, rest) = line.split_once(':').unwrap();
            let phrases: Vec<&str> =
                rest.split(" | ").map(str::trim).filter(|part| !part.is_empty()).collect();
            rules.push(Written { name: format!("{prefix}{name}"), sentences: phrases.is_empty(), phrases });
        }
    }
    rules
}
