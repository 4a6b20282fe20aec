//! Naming: the ways in which words name one actor. By pronoun, by a person, by a party's name with what
//! acts for it, as the sides together, or as the speaker's own.

use super::actor::{Actors, Who};
use super::form::{Form, form};
use crate::extract::mention::{PartyMention, PersonIndex, PersonMention};
use crate::lexicon::{PartyForm, Shape, Tags, TitleClass};

/// How many words may stand between an article and the word that it belongs to.
pub(super) const NEAR: usize = 4;

/// Among so many of an article's first people the holder of an office is looked for.
const PEOPLE: usize = 40;

/// Pronouns.
const PRONOUNS: &[(&str, Who)] = &[
    ("he", Who::He),
    ("she", Who::He),
    ("it", Who::It),
    ("they", Who::They),
    ("we", Who::We),
    ("I", Who::I),
    ("both", Who::Sides(2)),
];

/// What acts for the party that speaks or is spoken of, by the article alone: "the Ministry".
const OFFICES: &[&str] = &[
    "government",
    "delegation",
    "administration",
    "side",
    "ministry",
    "senate",
    "parliament",
    "cabinet",
    "assembly",
    "embassy",
    "mission",
    "presidency",
    "congress",
    "office",
    "authority",
    "bank",
    "republic",
    "kingdom",
    "state",
    "country",
    "nation",
    "army",
    "navy",
    "military",
    "police",
    "treasury",
    "authorities",
    "sultanate",
    "emirate",
    "federation",
    "principality",
];

/// What acts for an organization, by the article alone: "the Secretariat".
const ORGANS: &[&str] = &[
    "secretariat",
    "commission",
    "council",
    "community",
    "union",
    "organization",
    "organisation",
    "alliance",
    "chairpersonship",
    "chairmanship",
    "agency",
    "bloc",
    "grouping",
    "league",
    "lender",
];

/// Who speaks for a party without being named: "a Norwegian diplomat".
const UNNAMED: &[&str] = &["diplomat", "official", "negotiator", "spokesman", "spokeswoman", "spokesperson"];

impl Actors<'_, '_> {
    /// Whether an actor may begin with this word, but for those that [`Self::sent_by_all`] knows. Most words can be passed
    /// over at once.
    pub(super) fn may_begin(&self, at: usize) -> bool {
        const BEGINS: Tags = Tags::PRONOUN
            .or(Tags::DETERMINER)
            .or(Tags::ADVERB)
            .or(Tags::NEGATION)
            .or(Tags::COUNT)
            .or(Tags::BODY);
        self.tag(at).any(BEGINS)
            || self.shape(at).is_some_and(Shape::is_capital)
            || self.person_at(at).is_some()
            || self.party_at(at).is_some()
            || self.source.is(at, "member")
            || at.checked_sub(1).is_some_and(|before| self.source.is(before, "with"))
    }

    /// One actor: where it ends and whom it names.
    pub(super) fn one(&self, start: usize, limit: usize) -> Option<(usize, Vec<Who>)> {
        let named = self.pronoun(start).or_else(|| self.person(start)).or_else(|| self.party(start, false));
        let found = named.or_else(|| {
            let from = self.after_articles(start);
            let behind = || self.person(from).or_else(|| self.party(from, true));
            (from > start)
                .then(behind)
                .flatten()
                .or_else(|| self.counterpart(start))
                .or_else(|| self.each(start))
                .or_else(|| self.sent_by_all(start))
                .or_else(|| self.members(start))
                .or_else(|| self.sides(start, from))
                .or_else(|| self.own(start, from))
                .or_else(|| self.guest(start, from))
                .or_else(|| self.holder(start, from))
        });
        found.filter(|(end, _)| *end <= limit)
    }

    #[inline]
    fn pronoun(&self, at: usize) -> Option<(usize, Vec<Who>)> {
        if !self.tag(at).any(Tags::PRONOUN) {
            return None;
        }
        let (_, who) = PRONOUNS.iter().find(|(word, _)| self.source.is(at, word))?;
        let alone = !matches!(who, Who::Sides(_)) || self.tag(at + 1).any(Tags::VERB | Tags::ADVERB);
        // "I" is also an initial and a number.
        alone.then(|| (at + 1, vec![*who]))
    }

    #[inline]
    fn person(&self, at: usize) -> Option<(usize, Vec<Who>)> {
        // Most words name nobody.
        self.person_of(self.person_at(at)?)
    }

    fn person_of(&self, mention: &PersonMention) -> Option<(usize, Vec<Who>)> {
        let person = self.mentions.people.person(mention.person)?;
        let last = mention.words.end - 1;
        // Capitals make "The Parties" look like a name.
        if person.title.is_none() && !person.addressed && self.tag(last).any(Tags::SIDES | Tags::BODY) {
            return None;
        }
        let end = mention.words.end;
        let possessive = self.shape(end) == Some(Shape::Possessive);
        // "the President of Norway and the Prime Minister of Chile" is read as one title.
        let parties = self.mentions.parties_within(&mention.words);
        let several = mention.name.is_none() && parties.len() > 1;
        if several && mention.words.clone().any(|at| self.source.is(at, "and")) {
            return Some((end, parties.iter().map(|party| Who::Party(party.row)).collect()));
        }
        if !possessive {
            return (!self.is_joined(end)).then(|| (end, vec![Who::Person(mention.person)]));
        }
        let body = self.body(end + 1)?;
        Some((body, vec![Who::Person(mention.person)]))
    }

    /// A party by its name, or by its demonym with what acts for it.
    #[inline]
    fn party(&self, from: usize, after_article: bool) -> Option<(usize, Vec<Who>)> {
        let reach = if after_article { NEAR } else { 1 };
        let (at, mention) = (from..from + reach).find_map(|at| Some((at, self.party_at(at)?)))?;
        self.party_of(mention, at, from, after_article)
    }

    fn party_of(
        &self,
        mention: &PartyMention,
        at: usize,
        from: usize,
        after_article: bool,
    ) -> Option<(usize, Vec<Who>)> {
        if (from..at).any(|word| !self.is_plain(word)) {
            return None;
        }
        let who = Who::Party(mention.row);
        let end = mention.words.end;
        if self.shape(end) == Some(Shape::Possessive) {
            let office = || self.body(end + 1).max(self.office(end + 1));
            let known = |found: &(usize, Vec<Who>)| match found.1.as_slice() {
                [Who::Person(index)] => {
                    self.mentions.people.person(*index).is_some_and(|person| person.party().is_some())
                }
                _ => true,
            };
            let person = self.person(end + 1);
            let named = person.clone().filter(known).or_else(|| Some((office()?, vec![who])));
            return named.or(person);
        }
        if let Some(body) = self.body(end) {
            return Some((self.with_field(body), vec![who]));
        }
        // "the Pentagon chief", "the Kremlin spokesman"
        if let Some(office) = self.office(end).filter(|_| after_article || mention.form == PartyForm::Demonym)
        {
            return Some((office, vec![who]));
        }
        match mention.form {
            // "the French have agreed", "the Saudis said they would"
            PartyForm::Demonym if after_article && at == from && self.acts(end) => Some((end, vec![who])),
            PartyForm::Demonym => self.two_demonyms(mention),
            _ if at > from || self.is_joined(end) => None,
            _ => Some((self.after_acronym(end), vec![who])),
        }
    }

    /// Whether a verb of an actor follows.
    fn acts(&self, at: usize) -> bool {
        let past = || self.source.word(at).is_some_and(|token| form(token.word.text) == Form::Past);
        self.tag(at).any(Tags::MODAL | Tags::HAVE | Tags::SAY | Tags::BE)
            || self.tag(at).any(Tags::COMMIT) && past()
    }

    /// Where an office ends whose holder is not named: "Malaysia's envoy", "Turkey's U.N. ambassador".
    fn office(&self, start: usize) -> Option<usize> {
        const LONGEST: usize = 5;
        let is_head = |at: usize| {
            let found = self.source.phrase(self.source.lexicon.titles(), at..at + LONGEST);
            let head = found.filter(|(_, classes)| classes.contains(&TitleClass::Head));
            let unnamed = || self.source.is_any(at, UNNAMED).then_some(at + 1);
            head.map(|(length, _)| at + length).or_else(unnamed)
        };
        let plain = |at: &usize| self.is_plain(*at) && !self.tag(*at).any(Tags::OTHERS);
        // "Sovereign Council head"
        let described = (start..start + NEAR).take_while(plain).map(|at| at + 1);
        let end = std::iter::once(start).chain(described).find_map(is_head)?;
        (self.shape(end) != Some(Shape::Possessive) && !self.is_joined(end)).then_some(end)
    }

    /// "the Chinese and Cuban sides"
    fn two_demonyms(&self, first: &PartyMention) -> Option<(usize, Vec<Who>)> {
        let end = first.words.end;
        let second = self.party_at(end + 1).filter(|_| self.source.is(end, "and"))?;
        let body = self.body(second.words.end)?;
        Some((body, vec![Who::Party(first.row), Who::Party(second.row)]))
    }

    /// "our country", "his government", "the Government of Japan", "the delegation".
    fn own(&self, start: usize, from: usize) -> Option<(usize, Vec<Who>)> {
        if from == start {
            // "Minister Torre said Government will", "said that government will"
            let said = || {
                let before = start.checked_sub(1);
                before.is_some_and(|at| self.tag(at).any(Tags::SAY) || self.source.is(at, "that"))
            };
            let bare = self.tag(start).any(Tags::BODY)
                && self.source.is_any(start, &["government", "cabinet", "parliament"])
                && (self.shape(start).is_some_and(Shape::is_capital) || said());
            return bare.then(|| (start + 1, vec![Who::Own]));
        }
        // "his country's customs service"
        let owner = (from..from + 2).find(|&at| self.source.is_any(at, &["country", "government", "nation"]));
        if let Some(owner) = owner.filter(|&at| self.shape(at + 1) == Some(Shape::Possessive)) {
            let owned = self.owned(start)?;
            return self.body(owner + 2).map(|end| (end, vec![owned]));
        }
        let end = self.body(from)?;
        if self.source.is(end, "of") {
            return self.named(end + 1).or_else(|| self.own_ministry(from, end));
        }
        if let Some(owned) = self.owned(start) {
            // "our respective agencies" are those of all sides.
            let all = self.source.is_any(start + 1, &["respective", "two", "both"]);
            return Some((end, vec![if all { Who::Sides(0) } else { owned }]));
        }
        // "a joint office" is what they open, not who opens it.
        let the = self.source.is(start, "the");
        let who = if self.source.is_any(end - 1, ORGANS) { Who::Organ } else { Who::Own };
        (the && (self.source.is_any(end - 1, OFFICES) || who == Who::Organ)).then(|| (end, vec![who]))
    }

    /// "her Chilean counterpart Pedro Soto", "Chilean counterpart Pedro Soto"
    fn counterpart(&self, start: usize) -> Option<(usize, Vec<Who>)> {
        if !self.tag(start).any(Tags::DETERMINER) && self.party_at(start).is_none() {
            return None;
        }
        let noun = (start + 1..start + 1 + NEAR).find(|&at| self.tag(at).any(Tags::COMPANY))?;
        let plain = (start + 1..noun).all(|at| self.is_plain(at) && self.person_at(at).is_none());
        let name = noun + 1 + usize::from(self.is_mark(noun + 1, ','));
        if plain { self.person(name) } else { None }
    }

    /// "The envoy pledged": an office alone means whoever was introduced by it, or who was last spoken of.
    fn holder(&self, start: usize, from: usize) -> Option<(usize, Vec<Who>)> {
        let the = from == start + 1 && self.source.is(start, "the");
        let end = the.then(|| self.office(from)).flatten()?;
        if (from..end).any(|at| self.tag(at).any(Tags::OTHERS)) {
            return None;
        }
        let verb = self.tag(end).any(Tags::VERB)
            || self.source.word(end).is_some_and(|token| form(token.word.text) == Form::Past);
        let introduced = || {
            let office = self.source.word(end - 1)?.word.text;
            let mut people = self.mentions.people.persons.iter().take(PEOPLE);
            people.position(|person| self.source.words(&person.introduced).iter().any(|word| word.is(office)))
        };
        verb.then(|| (end, vec![introduced().map_or(Who::He, |found| Who::Person(PersonIndex(found)))]))
    }

    /// Whose "our", "his" is.
    fn owned(&self, at: usize) -> Option<Who> {
        if self.source.is_any(at, &["our", "my", "their"]) {
            Some(Who::Own)
        } else if self.source.is_any(at, &["his", "her"]) {
            Some(Who::His)
        } else {
            None
        }
    }

    /// "the Ministry of Foreign Affairs", "the Office of the Prime Minister"
    fn own_ministry(&self, from: usize, end: usize) -> Option<(usize, Vec<Who>)> {
        let article = from.checked_sub(1).is_some_and(|at| self.source.is(at, "the"));
        let office = article && self.source.is_any(end - 1, &["ministry", "office", "department"]);
        let to = self.field(end).filter(|_| office)?;
        Some((to, vec![Who::Own]))
    }

    /// Where the words end that say what an office is for, after its name in capitals: "Ministry of
    /// Foreign Affairs", "Agency for Development Cooperation".
    fn field(&self, end: usize) -> Option<usize> {
        const LONGEST: usize = 10;
        let written = |at: usize| self.shape(at).is_some_and(Shape::is_capital);
        if !written(end - 1) || !self.source.is_any(end, &["of", "for"]) {
            return None;
        }
        let goes_on = |at: usize| written(at) || self.source.is_any(at, &["the", "and", "of", "for"]);
        let to = (end + 1..end + LONGEST).find(|&at| !goes_on(at))?;
        (to > end + 1 && written(to - 1)).then_some(to)
    }

    /// Parties by name, after "of": "(of) the Republic of Kenya and the United Kingdom".
    pub(super) fn named(&self, start: usize) -> Option<(usize, Vec<Who>)> {
        let mut who = Vec::new();
        let mut at = start;
        while let Some(mention) = self.party_at(at).or_else(|| self.party_at(self.after_articles(at))) {
            who.push(Who::Party(mention.row));
            let end = self.after_acronym(mention.words.end);
            let comma = usize::from(self.is_mark(end, ','));
            let and = usize::from(self.source.is(end + comma, "and"));
            let next = end + comma + and;
            let goes_on = self.party_at(next).or_else(|| self.party_at(self.after_articles(next))).is_some();
            if comma + and == 0 || !goes_on {
                // "of European Union and Arab League countries"
                let end = if self.tag(end).any(Tags::SIDES | Tags::BODY) { end + 1 } else { end };
                return Some((end, who));
            }
            at = next;
        }
        None
    }

    /// The end of an office's name with what it is for: "Agency for Development Cooperation (ADC)". What
    /// names another party is not of it.
    fn with_field(&self, end: usize) -> usize {
        let own = |to: &usize| self.mentions.parties_within(&(end..*to)).is_empty();
        self.after_acronym(self.field(end).filter(own).unwrap_or(end))
    }

    /// The end of a body's name that begins here, after up to two words: "government", "Foreign Ministry".
    fn body(&self, start: usize) -> Option<usize> {
        let at = (start..start + 3).find(|&at| self.tag(at).any(Tags::BODY | Tags::SIDES))?;
        ((start..at).all(|word| {
            self.is_plain(word) && !self.tag(word).any(Tags::OTHERS) && self.party_at(word).is_none()
        }) && self.shape(at + 1) != Some(Shape::Possessive)
            && !self.is_joined(at + 1)
            && !self.is_compound(at + 1))
        .then_some(at + 1)
    }

    /// Whether a noun follows that the word before only describes: "military operations in the north".
    fn is_compound(&self, at: usize) -> bool {
        let verb = self.source.word(at).map(|token| form(token.word.text)) != Some(Form::Present);
        self.shape(at) == Some(Shape::Lower)
            && [Tags::default(), Tags::COUNT].contains(&self.tag(at))
            && !verb
            && self.tag(at + 1).any(Tags::PREPOSITION | Tags::MODAL)
            && !self.source.is(at + 1, "to")
    }

    /// After "(EU)" where it follows a name.
    fn after_acronym(&self, end: usize) -> usize {
        let wrapped = self.is_mark(end, '(') && self.is_mark(end + 2, ')');
        if wrapped { end + 3 } else { end }
    }

    #[inline]
    pub(super) fn after_articles(&self, start: usize) -> usize {
        let mut at = start;
        while at < start + 2
            && (self.tag(at).any(Tags::DETERMINER)
                || self.tag(at).any(Tags::ADVERB) && self.source.is_any(at, &["both", "all", "each"]))
        {
            at += 1;
        }
        at
    }

    /// Whether a word can describe what follows it: no verb, preposition or mark.
    pub(super) fn is_plain(&self, at: usize) -> bool {
        let is_word =
            self.shape(at).is_some_and(|shape| !matches!(shape, Shape::Mark(_) | Shape::Possessive));
        let role = Tags::PREPOSITION
            | Tags::JOINER
            | Tags::RELATIVE
            | Tags::OPEN
            | Tags::ASIDE
            | Tags::BE
            | Tags::HAVE
            | Tags::MODAL
            | Tags::SAY;
        is_word && !self.tag(at).any(role)
    }

    /// Whether a hyphen ties this word to the one before.
    fn is_joined(&self, at: usize) -> bool {
        self.source.word(at).is_some_and(|token| token.word.joined)
    }

    fn party_at(&self, at: usize) -> Option<&PartyMention> {
        self.mentions.parties_within(&(at..at + 1)).first()
    }

    fn person_at(&self, at: usize) -> Option<&PersonMention> {
        self.mentions.people_within(&(at..at + 1)).first()
    }
}
