//! For whom the people of a list stand: the party that leads in to it ("For Norland:"), or that of the
//! delegation whose members it names ("A delegation from Norland … The delegation comprised:").

use std::ops::Range;

use super::label::{Label, Labels};
use super::read::Mention;
use crate::extract::mention::parties::PartyMention;
use crate::extract::segment::{Sentence, Source};

/// A delegation is told of within so many words before the list of its members.
const BACK: usize = 150;

/// Gives a party to the people of lists whose own words tell none.
pub(super) fn tell(source: &Source<'_>, labels: &Labels, parties: &[PartyMention], mentions: &mut [Mention]) {
    let lists = Lists { source, labels, parties };
    for (lead, lines) in source.rosters() {
        let words =
            lines.first().map_or(0, |line| line.words.start)..lines.last().map_or(0, |line| line.words.end);
        let from = mentions.partition_point(|mention| mention.words.start < words.start);
        let to = mentions.partition_point(|mention| mention.words.start < words.end);
        let Some(party) = lead.and_then(|lead| lists.party(lead)) else { continue };
        for mention in mentions.get_mut(from..to).into_iter().flatten().filter(|m| m.name.is_some()) {
            mention.party = mention.party.or(Some(party));
        }
    }
}

struct Lists<'s, 'a> {
    source: &'s Source<'a>,
    labels: &'s Labels,
    parties: &'s [PartyMention],
}

impl Lists<'_, '_> {
    /// The party that the line before a list tells, where it is one.
    fn party(&self, lead: &Sentence) -> Option<usize> {
        let within = self.within(&lead.words);
        match within.first() {
            Some(first) => within.iter().all(|other| other.row == first.row).then_some(first.row),
            None => self.of_delegation(lead),
        }
    }

    /// The party of the delegation that was last told of before a list of its members.
    fn of_delegation(&self, lead: &Sentence) -> Option<usize> {
        let group = |at: usize| self.labels.at(at).is(Label::BODY);
        lead.words.clone().find(|&at| group(at))?;
        let before = (lead.words.start.saturating_sub(BACK)..lead.words.start).rev();
        before.filter(|&at| group(at)).find_map(|at| {
            let from =
                self.source.is_any(at + 1, &["from", "of"]).then(|| self.within(&(at + 2..at + 4)).first());
            let before = || self.within(&self.source.before(at, 3)).last();
            from.flatten().or_else(before).map(|party| party.row)
        })
    }

    fn within(&self, words: &Range<usize>) -> &[PartyMention] {
        let from = self.parties.partition_point(|party| party.words.start < words.start);
        let to = self.parties.partition_point(|party| party.words.start < words.end);
        self.parties.get(from..to).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::mention::people::tests::check;

    #[test]
    fn the_line_before_a_list_tells_for_whom_its_people_stand() {
        check(
            "It was the third round of talks.\n\nFor Malta:\n- Ana Torre, Minister of Works\n- Jon Lind, Director of Ports",
            &["Ana Torre / Minister of Works / MLT", "Jon Lind / Director of Ports / MLT"],
        );
        check(
            "A delegation from Malta came to Oslo for talks. The delegation comprised:\nHon. Ana Torre - Minister of Works",
            &["Ana Torre / Minister of Works / MLT"],
        );
    }
}
