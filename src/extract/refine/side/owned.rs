//! Offices of what was told before: "flew to Tonga for talks with the kingdom's prime minister", "Malta was
//! represented by its trade minister", "in Brussels the bloc's foreign policy chief". The holder stands for the
//! country or organization that was named last.

use std::ops::Range;

use crate::extract::mention::{Mentions, PersonIndex, PersonMention};
use crate::extract::segment::Source;
use crate::lexicon::{Cue, PartyForm, Shape};

/// Who stands for which party by such an office, as a row of the parties.
pub(super) fn owned<'s>(
    source: &'s Source<'_>,
    mentions: &'s Mentions,
) -> impl Iterator<Item = (PersonIndex, usize)> + 's {
    mentions
        .people
        .mentions
        .iter()
        .filter_map(|mention| Some((mention.person, owner(source, mentions, mention)?)))
}

/// The party that an office is said to be of by a word for it alone.
fn owner(source: &Source<'_>, mentions: &Mentions, mention: &PersonMention) -> Option<usize> {
    let last = mention.words.start.checked_sub(1)?;
    // "the island's new leader"
    let last =
        if source.is_any(last, &["new", "outgoing", "incoming"]) { last.checked_sub(1)? } else { last };
    let sentence = source.sentence_at(last)?;
    if source.is(last, "its") {
        return named_last(source, mentions, sentence.words.start..last, |_| true);
    }
    let owner = last
        .checked_sub(1)
        .filter(|_| source.word(last).is_some_and(|next| next.word.shape == Shape::Possessive))?;
    let is_country = match () {
        () if source.is_cue(owner, Cue::Country) => true,
        () if source.is_cue(owner, Cue::Union) => false,
        () => return None,
    };
    // What the sentence does not name, the one before it does.
    let before = sentence.words.start.checked_sub(1).and_then(|at| source.sentence_at(at));
    [Some(sentence.words.start..owner), before.map(|before| before.words.clone())]
        .into_iter()
        .flatten()
        .find_map(|words| named_last(source, mentions, words, |country| country == is_country))
}

/// The party that is named last in these words, by its name rather than as what somebody is.
fn named_last(
    source: &Source<'_>,
    mentions: &Mentions,
    words: Range<usize>,
    is_sort: impl Fn(bool) -> bool,
) -> Option<usize> {
    let parties = mentions.parties_within(&words);
    let sort = |row: usize| source.party(row).is_some_and(|row| is_sort(row.is_country));
    let mut named = parties.iter().rev().filter(|party| sort(party.row));
    let by_name = named.clone().find(|party| matches!(party.form, PartyForm::Name | PartyForm::Capital));
    by_name.or_else(|| named.next()).map(|party| party.row)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn an_office_of_a_country_told_before_is_of_that_country() {
        check(
            "Danish Prime Minister Ida Friis flew to Tonga for talks with the kingdom's prime minister, Ana Torre.",
            &["Ida Friis DNK", "Ana Torre TON"],
        );
    }
}
