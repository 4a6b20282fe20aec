//! Tree: the clauses of an article, and how they hang on each other.

use std::ops::Range;

use super::cut::cut;
use super::verb::VerbGroup;
use crate::extract::segment::Source;

/// A clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::extract) struct Clause {
    /// From its first word to its last. Words between them may belong to clauses within.
    pub words: Range<usize>,
    /// How it begins.
    pub opens: Opens,
    /// The word that opens it, or its first.
    pub opener: usize,
    /// Its verb; none in a line without one.
    pub verb: Option<VerbGroup>,
    /// The words before its verb, where its subject stands; of "and met" those of the clause before.
    pub subject: Range<usize>,
    /// The clause that it hangs on, as a place in the list.
    pub matrix: Option<usize>,
}

/// How a clause begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Opens {
    /// It hangs on none.
    Main,
    /// "and met", "and Lind met": beside the one before.
    Beside,
    /// "who met": about a noun.
    Relative,
    /// "when they met", "after meeting": says when or why.
    When,
    /// "said that they met", "said they met": what was said.
    That,
    /// "to meet".
    To,
    /// ", meeting Borg", "held in Rome".
    Participle,
    /// In quotation marks.
    Quoted,
}

/// The clauses of an article.
#[derive(Clone, Debug, Default)]
pub(in crate::extract) struct Clauses {
    pub(super) list: Vec<Clause>,
    /// The clause of every word, as a place in the list.
    pub(super) of_word: Vec<u32>,
    /// Which words are lifted out of their clause.
    pub(super) lifted: Vec<bool>,
}

impl Clauses {
    /// Cuts an article.
    pub fn of(source: &Source<'_>) -> Self {
        cut(source)
    }

    /// The clause that a word belongs to, as a place in the list.
    pub fn index_at(&self, word: usize) -> Option<usize> {
        let index = *self.of_word.get(word)?;
        (index != u32::MAX).then_some(index as usize)
    }

    /// The clause that a word belongs to.
    pub fn at(&self, word: usize) -> Option<&Clause> {
        self.get(self.index_at(word)?)
    }

    /// The clause at this place in the list.
    pub fn get(&self, index: usize) -> Option<&Clause> {
        self.list.get(index)
    }

    /// The clause that a clause hangs on.
    pub fn matrix(&self, clause: &Clause) -> Option<&Clause> {
        self.get(clause.matrix?)
    }

    /// The clauses that a clause hangs on, from the nearest out.
    pub fn matrices<'c>(&'c self, clause: &'c Clause) -> impl Iterator<Item = &'c Clause> {
        std::iter::successors(self.matrix(clause), |clause| self.matrix(clause)).take(DEEPEST)
    }

    /// The verb group that a word is part of, with its clause.
    pub fn verb_at(&self, word: usize) -> Option<(&Clause, &VerbGroup)> {
        let clause = self.at(word)?;
        let verb = clause.verb.as_ref().filter(|verb| verb.words.contains(&word))?;
        Some((clause, verb))
    }

    /// Whether a word is lifted out: in parentheses, or a day.
    pub fn is_lifted(&self, word: usize) -> bool {
        self.lifted.get(word).copied().unwrap_or_default()
    }

    /// The clauses that begin within these words, in order.
    pub fn within(&self, words: &Range<usize>) -> impl Iterator<Item = (usize, &Clause)> {
        let from = words.clone().find_map(|at| self.index_at(at)).unwrap_or(self.list.len());
        let clauses = self.list.iter().enumerate().skip(from);
        let end = words.end;
        clauses.take_while(move |(_, clause)| clause.words.start < end)
    }
}

/// Clauses hang on each other no deeper than this.
const DEEPEST: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::tests::article;
    use crate::lexicon::Lexicon;

    /// The clauses of a text: how each begins, its verb with its time, and its words.
    fn clauses(text: &str) -> Vec<String> {
        let article = article(text);
        let lexicon = Lexicon::built_in();
        let source = Source::new(&article, &lexicon);
        let clauses = Clauses::of(&source);
        let printed = clauses.list.iter().enumerate().map(|(index, clause)| {
            let verb = clause.verb.as_ref().map_or("no verb".to_owned(), |verb| {
                format!("{} {:?}", source.text(&verb.words), verb.tense)
            });
            let words = clause.words.clone().filter(|&at| clauses.index_at(at) == Some(index));
            let words: Vec<&str> = words.map(|at| source.text(&(at..at + 1))).collect();
            format!("{:?} [{verb}] {}", clause.opens, words.join(" "))
        });
        printed.collect()
    }

    #[test]
    fn a_clause_about_a_noun_stands_within_its_own() {
        let cut = clauses("Minister Lind, who met Minister Borg in Rome, said that trade will grow.");
        assert_eq!(
            cut,
            [
                "Main [said Past] Minister Lind , , said",
                "Relative [met Past] who met Minister Borg in Rome",
                "That [will grow Ahead] that trade will grow .",
            ]
        );
    }

    #[test]
    fn verbs_that_are_joined_share_a_subject() {
        let cut = clauses("Minister Lind met Minister Borg on Friday and signed a treaty.");
        assert_eq!(
            cut,
            [
                "Main [met Past] Minister Lind met Minister Borg on Friday and",
                "Beside [signed Past] signed a treaty ."
            ]
        );
    }

    #[test]
    fn what_was_said_hangs_on_who_said_it() {
        let cut = clauses("After talks in Rome, Lind said the ministers had met.");
        assert_eq!(
            cut,
            [
                "Main [said Past] After talks in Rome , Lind said",
                "That [had met Earlier] the ministers had met ."
            ]
        );
        let cut = clauses("Trade will grow, Minister Lind said after meeting the envoy.");
        assert_eq!(
            cut,
            [
                "That [will grow Ahead] Trade will grow ,",
                "Beside [said Past] Minister Lind said",
                "When [meeting None] after meeting the envoy .",
            ]
        );
    }

    #[test]
    fn a_report_may_come_with_what_its_speaker_is() {
        let cut = clauses("Norland will pay, the minister, Anna Lind, said on Friday.");
        assert_eq!(
            cut,
            [
                "That [will pay Ahead] Norland will pay ,",
                "Beside [said Past] the minister , Anna Lind , said on Friday ."
            ]
        );
    }

    #[test]
    fn what_says_something_of_a_noun_is_not_what_it_does() {
        let cut = clauses("The talks held in Rome focused on trade.");
        assert_eq!(cut, ["Main [focused Past] The talks held in Rome focused on trade ."]);
        let cut = clauses("Minister Lind, accompanied by a delegation, will visit Malta.");
        assert_eq!(
            cut,
            [
                "Main [will visit Ahead] Minister Lind , , will visit Malta .",
                "Participle [accompanied None] accompanied by a delegation"
            ]
        );
    }
}
