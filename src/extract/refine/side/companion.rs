//! Companions: who came along with whom, told of the one who came along: "Lind, who accompanied Torre at the
//! talks, said"; and of whom a pronoun at the beginning of a sentence tells.

use crate::extract::mention::{Mentions, PersonIndex, PersonMention};
use crate::extract::segment::{Sentence, Source};
use crate::lexicon::{PresenceWord, Shape};

/// Who came along, and with whom, as a sentence tells it: "Ambassador Lind accompanied the Foreign Minister, Ana
/// Torre".
pub(super) fn companions(
    source: &Source<'_>,
    mentions: &Mentions,
    sentence: &Sentence,
) -> Vec<(PersonIndex, PersonIndex)> {
    const NEAR: usize = 24;
    const BEHIND: usize = 6;
    let told = mentions.presence_within(&sentence.words).iter();
    let pairs = told.filter(|told| told.sort == PresenceWord::Companion).filter_map(|told| {
        let before = sentence.words.start.max(told.words.start.saturating_sub(NEAR))..told.words.start;
        let follower = mentions.people_within(&before).last()?;
        let leader = mentions.people_within(&source.after(told.words.end, BEHIND)).first()?;
        // "accompanied Torre" and "accompanied the president, Ana Torre", not "accompanied the talks with Torre".
        let office = |at: usize| {
            source.is_any(at, &["the", "his", "her", ","])
                || source.word(at).is_some_and(|word| word.word.shape == Shape::Lower)
                    && mentions.contacts_within(&(at..at + 1)).is_empty()
                    && !source.is_any(at, &["with", "by", "to", "in", "on", "from", "at"])
        };
        let object = (told.words.end..leader.words.start).all(office);
        (object && follower.person != leader.person).then_some((follower.person, leader.person))
    });
    pairs.collect()
}

/// Whom "he" or "she" at the beginning of a sentence means: the first person of the sentence before. "The
/// two" are its people, where there are two.
pub(super) fn spoken_of_before<'m>(
    source: &Source<'_>,
    mentions: &'m Mentions,
    sentence: &Sentence,
) -> &'m [PersonMention] {
    let start = sentence.words.start;
    let two = source.is(start, "the") && source.is(start + 1, "two");
    let pronoun = two || source.is_any(start, &["he", "she"]);
    let earlier = start.checked_sub(1).filter(|_| pronoun).and_then(|at| source.sentence_at(at));
    let people = earlier.map(|earlier| mentions.people_within(&earlier.words)).unwrap_or_default();
    match (two, people) {
        (true, [_, _]) => people,
        (true, _) => &[],
        (false, _) => people.get(..1).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::refine::side::tests::check;

    #[test]
    fn whoever_came_along_is_of_the_same_side() {
        check(
            "Kenyan Minister Ana Torre attended talks on Malta and Oman. \"It is late,\" said Omar Haddad, director general for ports, who accompanied Torre at the talks.",
            &["Ana Torre KEN", "Omar Haddad KEN"],
        );
        check(
            "Minister Omar Haddad accompanied the Kenyan President, Ana Torre, to Malta, where they met Maltese President Jon Lind.",
            &["Omar Haddad KEN", "Ana Torre KEN", "Jon Lind MLT"],
        );
    }
}
