//! Found: from the words of an undertaking to the candidate that a rule proposes, by the steps that
//! all rules share.

use std::ops::Range;

use super::Undertaking;
use super::frame::Frame;
use super::reader::Reader;
use crate::extract::discourse::Tags;
use crate::extract::mention::PersonIndex;
use crate::extract::rule::Candidate;
use crate::lexicon::Shape;
use crate::model::Obligation;

/// An undertaking as a rule found it.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Its words, from the subject to the end.
    pub words: Range<usize>,
    /// The verb that undertakes it.
    pub verb: usize,
    /// The parties bound.
    pub parties: Vec<usize>,
    /// The person who is the subject, if one is.
    pub person: Option<PersonIndex>,
    /// How firmly that verb binds.
    pub firmness: Obligation,
    /// What the clause hangs on.
    pub frame: Frame,
}

impl Reader<'_, '_> {
    /// The candidate for an undertaking; none where nobody is bound.
    pub fn candidate(&self, found: Found) -> Option<Candidate<Undertaking>> {
        if found.parties.is_empty() {
            return None;
        }
        let span = self.scene.source.span(&found.words)?;
        let working = self.working(&found);
        Some(Candidate { value: self.described(&found), span, working })
    }

    /// What an undertaking says, as far as its words tell.
    pub fn described(&self, found: &Found) -> Undertaking {
        let span = self.scene.source.span(&found.words);
        let deadline = self.deadline(&found.words);
        let condition = self.condition(&found.words);
        Undertaking {
            text: span.map(|span| self.scene.source.article.text.slice(span)).unwrap_or_default().to_owned(),
            speaker: self.speaker(found),
            toward: self.toward(found),
            obligation: self.obligation(found, condition.is_some()),
            precision: self.precision(found, deadline.is_some()),
            deadline,
            condition,
            topics: self.topics(&found.words),
            parties: found.parties.clone(),
        }
    }

    /// Who said it: the subject, the one whose words are reported, or the voice of the sentence. A
    /// joint undertaking has no speaker.
    fn speaker(&self, found: &Found) -> Option<PersonIndex> {
        if found.parties.len() > 1 {
            return None;
        }
        let reported = match found.frame {
            Frame::Said(verb) | Frame::Promised(verb) => self.subject(verb),
            Frame::Free | Frame::Unbound => None,
        };
        let reporter = reported.and_then(|subject| self.meant(subject.actor)?.person);
        let voice = self.voice_at(found.words.start).and_then(|voice| voice.person);
        let behind = || self.attributed_to(found.words.end).and_then(|meant| meant.person);
        found.person.or(reporter).or(voice).or_else(behind)
    }

    /// To whom: other sides that the words name, else the one other side.
    fn toward(&self, found: &Found) -> Vec<usize> {
        if found.parties.len() != 1 {
            return Vec::new();
        }
        let others: Vec<usize> =
            self.discourse.sides.iter().copied().filter(|side| !found.parties.contains(side)).collect();
        let named = self.scene.mentions.parties_within(&(found.verb..found.words.end));
        let mut toward: Vec<usize> = Vec::new();
        for mention in named.iter().filter(|mention| others.contains(&mention.row)) {
            if !toward.contains(&mention.row) {
                toward.push(mention.row);
            }
        }
        if toward.is_empty() && others.len() == 1 { others } else { toward }
    }

    /// What the words are about, by the keys of the table.
    pub fn topics(&self, words: &Range<usize>) -> Vec<String> {
        let source = &self.scene.source;
        let mut topics: Vec<String> = Vec::new();
        let mut at = words.start;
        while at < words.end {
            let Some((length, keys)) = source.phrase(source.lexicon.topics(), at..words.end) else {
                at += 1;
                continue;
            };
            for key in keys.iter() {
                if !topics.iter().any(|topic| topic == key) {
                    topics.push((*key).to_owned());
                }
            }
            at += length;
        }
        topics
    }

    /// The words that bind, from their verb: "pledged to" for the "to" that the undertaking follows.
    fn binding_words(&self, last: usize) -> Range<usize> {
        const REACH: usize = 5;
        let link = self.is_any(last, &["to", "that", "on", "upon", "of"]);
        // A name before it is the subject's: "said that Norway intends to" binds by "intends to".
        let named = |at: usize| self.shape(at).is_some_and(Shape::is_capital);
        let mut before = (last.saturating_sub(REACH)..last).rev().take_while(|&at| link && !named(at));
        let verb = before.clone().find(|&at| self.can_be(at, Tags::VERB | Tags::PROMISE));
        verb.or_else(|| before.next()).unwrap_or(last)..last + 1
    }

    /// The working in words: whose undertaking it is, and by which verb.
    fn working(&self, found: &Found) -> String {
        let names = found.parties.iter().filter_map(|&row| self.scene.source.party(row));
        let names: Vec<&str> = names.map(|row| row.party.name.as_str()).collect();
        let verb = self.scene.source.text(&self.binding_words(found.verb));
        let hangs = match found.frame {
            Frame::Said(at) | Frame::Promised(at) => {
                format!(", reported by \"{}\"", self.scene.source.text(&(at..at + 1)))
            }
            Frame::Free | Frame::Unbound => String::new(),
        };
        format!("\"{verb}\" binds {}{hangs}", names.join(" and "))
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::rule::{Scene, all_of};
    use crate::extract::tests::article;
    use crate::lexicon::Lexicon;

    /// What a text's first undertaking is read as: "NOR > CHL hedged 2 2021-05 if … [trade]".
    fn read(text: &str) -> String {
        let lexicon = Lexicon::built_in();
        let article = article(&format!(
            "Norwegian Foreign Minister Kari Holm met Chilean Foreign Minister Pedro Soto in Oslo on Friday.\n\n{text}"
        ));
        let scene = Scene::new(&article, &lexicon);
        let Some((_, found)) = all_of(super::super::RULES, &scene).next() else { return "nothing".into() };
        let codes = |rows: &[usize]| {
            let codes = rows.iter().filter_map(|&row| scene.source.party(row));
            codes.map(|row| row.party.code.to_string()).collect::<Vec<_>>().join("+")
        };
        let value = found.value;
        let mut read = codes(&value.parties);
        if !value.toward.is_empty() {
            read += &format!(" > {}", codes(&value.toward));
        }
        read += &format!(" {} {}", value.obligation.saved(), value.precision.get());
        read.extend(value.deadline.map(|deadline| format!(" {deadline}")));
        read.extend(value.condition.map(|condition| format!(" ({condition})")));
        if value.topics.is_empty() { read } else { format!("{read} {:?}", value.topics) }
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(read(text), expected, "in: {text}");
    }

    #[test]
    fn the_weakest_verb_of_the_chain_decides() {
        check("Norway will clear the harbour.", "NOR > CHL plain 1");
        check("Norway will clear the harbour and strive to protect it.", "NOR > CHL hedged 1");
        check("Norway will clear the harbour to strive for more.", "NOR > CHL plain 1");
        check("Norway agreed to clear the harbour.", "NOR > CHL explicit 1");
        check("Norway agreed to explore ways out.", "NOR > CHL hedged 1");
        check("Norway is committed to quick repairs and will pay for them.", "NOR > CHL plain 1");
        check("Holm assured that Norway will clear the harbour.", "NOR > CHL explicit 1");
        check("Norway will do its best to clear the harbour.", "NOR > CHL hedged 1");
    }

    #[test]
    fn a_condition_makes_it_hedged() {
        check("If Chile pays, Norway will clear the harbour.", "NOR > CHL hedged 1 (If Chile pays)");
        check(
            "Norway will clear the harbour, provided that Chile pays.",
            "NOR > CHL hedged 2 (provided that Chile pays)",
        );
        check("Norway will clear ships subject to checks.", "NOR > CHL plain 1");
    }

    #[test]
    fn deadlines_are_read_against_the_day_of_the_article() {
        check("Norway will clear the harbour by the end of June.", "NOR > CHL plain 2 2021-06");
        check("Norway will clear the harbour before 1 December 2020.", "NOR > CHL plain 2 2020-12-01");
        check("Norway will clear the harbour next year.", "NOR > CHL plain 2 2021");
        check("Norway will clear the harbour in autumn 2022.", "NOR > CHL plain 2 2022-23");
        check("Norway will repair what broke in May 2019.", "NOR > CHL plain 1");
    }

    #[test]
    fn details_make_it_precise() {
        check("Norway will deepen its ties.", "NOR > CHL plain 0");
        check("Norway will send 20 divers to Chile.", "NOR > CHL plain 3");
        check("Norway will set up a fund.", "NOR > CHL plain 2");
    }

    #[test]
    fn who_is_meant_by_pronouns_and_offices() {
        check("Holm thanked Soto. She will send divers.", "NOR > CHL plain 1");
        check("The two sides will clear the harbour.", "NOR+CHL plain 1");
        check("Holm held talks with Soto and agreed to clear the harbour.", "NOR+CHL explicit 1");
        check("Holm, after talks with Soto, agreed to clear the harbour.", "NOR+CHL explicit 1");
        check("Holm thanked Soto and agreed to clear the harbour.", "NOR > CHL explicit 1");
        check("Holm held talks with Soto and pledged to clear the harbour.", "NOR > CHL explicit 1");
        check("\"We will clear it,\" Soto said.", "CHL > NOR plain 1");
        check("Soto said that during his mandate he would clear it.", "CHL > NOR plain 1");
        check("\"They have promised to clear it,\" Holm said.", "CHL > NOR explicit 1");
        check("Soto said that his government will clear the harbour.", "CHL > NOR plain 1");
        check("Chile attaches great importance to the harbour. It will clear it.", "CHL > NOR plain 1");
    }
}
