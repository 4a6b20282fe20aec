//! Letterheads and signatures, where office and name have a line each.

use super::Mention;
use crate::extract::segment::{Part, Source};

/// The office and the name that stand on lines of their own, one after the other, at the head or the foot:
/// "MINISTER FOR TRADE", "The Hon. Ana Torre MP".
pub(super) fn tell(source: &Source<'_>, mentions: &mut [Mention]) {
    const AROUND: usize = 2;
    let line = |mention: &Mention| {
        let line = source.sentence_at(mention.words.start)?;
        let whole = line.words.len() <= mention.words.len() + AROUND;
        (whole && matches!(line.part, Part::Head | Part::Foot)).then_some((line.part, line.words.clone()))
    };
    for at in 1..mentions.len() {
        let Some([one, other]) = mentions.get_mut(at - 1..at + 1) else { continue };
        let Some(((part, above), (same, below))) = line(one).zip(line(other)) else { continue };
        if part != same || above.end != below.start {
            continue;
        }
        let (office, named) = if one.name.is_none() { (one, other) } else { (other, one) };
        if office.name.is_none() && named.name.is_some() && named.title.is_none() {
            named.title = office.title.clone();
            named.party = named.party.or(office.party);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::mention::people::tests::check;

    #[test]
    fn office_and_name_may_have_a_line_each() {
        check(
            "Talks in Oslo\n\nMINISTER FOR TRADE\n\nThe Hon Ana Torre MP\n\nIt was a day of talks about fish and about bread.",
            &["Ana Torre / MINISTER FOR TRADE / -"],
        );
    }
}
