//! Home: meetings of a country's own organs, such as its cabinet, in which nobody of another side is.

use std::ops::Range;

use super::breaks_clause;
use super::standing::Surroundings;
use crate::lexicon::{ContactWord, Shape};

/// So many words behind the words for a meeting may tell whose it is.
const NEAR: usize = 8;

/// So many words of a subject, its last, are looked at.
const LONGEST: usize = 16;

/// Those whom an organ sends to others.
const SENT: &[&str] = &["delegation", "delegations", "delegates", "members", "representatives"];

impl Surroundings<'_, '_> {
    /// Whether words for a contact tell of a meeting of such an organ: "Norland's National Security Council met",
    /// "chaired a meeting of the cabinet"; not "held talks with the National Security Council".
    pub(super) fn is_at_home(self, words: &Range<usize>, sort: ContactWord) -> bool {
        let Self { source, clauses, sentence } = self;
        let with = |at: usize| source.is_any(at, &["with", "by", "to"]);
        match sort {
            ContactWord::Meet => {
                let clause = clauses.at(words.start);
                let subject = clause.map(|clause| clause.subject.clone()).unwrap_or_default();
                // "A delegation of the National Assembly paid a call on Lind": it went to others.
                let whole = subject.start.max(subject.end.saturating_sub(2 * LONGEST))..subject.end;
                let sent = || {
                    let mut words = whole.clone();
                    words.any(|at| source.is_any(at, SENT))
                };
                let called = words.len() > 1 && source.is(words.end, "on");
                let subject = subject.start.max(subject.end.saturating_sub(LONGEST))..subject.end;
                let object = source.is_any(words.end, &["the", "a", "an", "his", "her", "its", "their"]);
                let alone = !object && !called && !(words.end..words.end + 3).any(with);
                alone && (self.names_organ(subject.clone()) || self.names_factions(subject)) && !sent()
            }
            ContactWord::Meeting => {
                let behind = words.start..sentence.words.end.min(words.end + NEAR);
                let end = behind.clone().find(|&at| with(at) || at >= words.end && breaks_clause(source, at));
                self.names_organ(words.start..end.unwrap_or(behind.end))
            }
            _ => false,
        }
    }

    /// Whether leaders of a country's political parties are named: "the leaders of seven opposition parties".
    fn names_factions(self, words: Range<usize>) -> bool {
        const KINDS: [&str; 5] = ["political", "opposition", "ruling", "coalition", "alliance"];
        let source = self.source;
        let countries = words
            .clone()
            .filter(|&at| source.phrase(source.lexicon.party_names(), at..usize::MAX).is_some())
            .count();
        let factions = words.into_iter().any(|at| {
            let kind = source.is_any(at, &KINDS);
            kind && source.is_any(at + 1, &["party", "parties"])
        });
        factions && countries < 2
    }

    /// Whether a cabinet or a national council is named here, and not its members.
    fn names_organ(self, words: Range<usize>) -> bool {
        const ORGANS: [&str; 6] = ["council", "committee", "command", "commission", "assembly", "board"];
        const OWN: [&str; 7] = ["national", "federal", "supreme", "apex", "war", "cabinet", "defence"];
        const FAR: usize = 4;
        let source = self.source;
        let end = words.end;
        words.into_iter().any(|at| {
            let members = source.is_any(
                at + 1,
                &[
                    "minister",
                    "ministers",
                    "secretary",
                    "secretaries",
                    "member",
                    "members",
                    "chairman",
                    "office",
                ],
            );
            let capital = |at: usize| source.word(at).is_some_and(|word| word.word.shape == Shape::Capital);
            let council = source.is_any(at, &OWN)
                && capital(at)
                && (at + 1..end.min(at + FAR)).any(|at| source.is_any(at, &ORGANS) && capital(at));
            source.is_any(at, &["cabinet", "politburo"]) && !members || council
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::rule::Scene;
    use crate::extract::tests::article;
    use crate::lexicon::{ContactWord, Lexicon};

    /// Whether a text tells of a meeting.
    #[track_caller]
    fn meets(text: &str) -> bool {
        let article = article(text);
        let lexicon = Lexicon::built_in();
        let scene = Scene::new(&article, &lexicon);
        let mut contacts = scene.mentions.contacts.iter();
        contacts.any(|c| matches!(c.sort, ContactWord::Meet | ContactWord::Meeting))
    }

    #[test]
    fn an_organ_of_one_country_meets_nobody() {
        assert!(!meets("Norland's National Security Council met on Monday."));
        assert!(!meets("Prime Minister Lind chaired a meeting of the federal cabinet on Monday."));
        assert!(!meets("The National Defence Committee met and condemned it."));
        assert!(!meets("The leaders of seven ruling and opposition parties met for the debate."));
        assert!(meets("Ruling party leaders of Norway and Sweden met on Monday."));
        assert!(meets("A delegation of the National Assembly of Norland met in Rome with Lind."));
        assert!(meets("A group from the National Assembly of Norland paid a courtesy call on Lind."));
        assert!(meets("Lind met with the National Security Council of Norland."));
        assert!(meets("Lind held talks with members of the National Assembly of Norland."));
        assert!(meets("Cabinet ministers of Norland and Sudland met on Monday."));
        assert!(meets("The Security Council met on Monday."));
    }
}
