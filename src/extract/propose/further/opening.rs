//! Sentences that open with the contact before the one that they tell: "Following his meeting with Lind, Torre
//! received Dahl".

use super::beside::Beside;
use crate::extract::mention::PersonMention;

impl Beside<'_, '_> {
    /// Whether the sentence opens with this contact, and goes on to what came after it.
    pub(super) fn opens_with_it(&self) -> bool {
        let start = self.sentence.words.start;
        self.contact.sort.is_noun()
            && self.scene.source.is_any(start, &["after", "following", "before"])
            && self.contact.words.start <= start + NEAR
    }

    /// "Following his meeting with Lind, Torre received Dahl": Lind was in what came before.
    pub(super) fn is_of_the_one_before(&self, mention: &PersonMention) -> bool {
        const OPENS: usize = 3;
        let (source, start) = (&self.scene.source, self.sentence.words.start);
        let opens = (start..start + OPENS).any(|at| source.is_any(at, &["after", "following", "before"]));
        let end = self.contact.words.start;
        let comma = (mention.words.end..end).find(|&at| source.is(at, ","));
        let contact = self.scene.mentions.contacts_within(&(start..mention.words.start));
        opens
            && contact.iter().any(|contact| contact.sort.is_noun())
            && comma.is_some_and(|comma| !self.scene.mentions.people_within(&(comma..end)).is_empty())
    }
}

/// So many words after the first the contact is named.
const NEAR: usize = 6;
