//! Spouses: "President Torre of Malta and Madam Lind", "King Olav and Queen Liv" came for one side.

use crate::extract::mention::{Mentions, PersonIndex, PersonMention};
use crate::extract::segment::Source;

/// What a spouse is called by.
const SPOUSE: &[&str] = &[
    "madam", "madame", "mme", "mrs", "mrs.", "begum", "first", "lady", "wife", "husband", "spouse", "consort",
];

/// What one of a royal couple is called by, and what the other.
const ROYAL: [[&[&str]; 2]; 2] = [
    [
        &["king", "emperor", "prince", "sultan", "duke"],
        &["queen", "empress", "princess", "sultana", "duchess"],
    ],
    [&["queen", "empress", "princess", "duchess"], &["king", "emperor", "prince", "duke"]],
];

/// Whoever is named with somebody as the spouse, and with whom.
pub(super) fn spouses(source: &Source<'_>, mentions: &Mentions) -> Vec<(PersonIndex, PersonIndex)> {
    let people = &mentions.people.mentions;
    let pairs = people.iter().zip(people.iter().skip(1));
    let pairs =
        pairs.filter(|(one, other)| is_spouse(source, one, other) || is_couple(source, mentions, one, other));
    pairs.map(|(one, other)| (other.person, one.person)).collect()
}

/// "A, President of Malta, and Madam B", "A and his wife, B": nothing but such words between the two.
fn is_spouse(source: &Source<'_>, one: &PersonMention, other: &PersonMention) -> bool {
    const BETWEEN: [&str; 10] = [",", "and", "his", "her", "with", "the", "(", ")", "accompanied", "by"];
    const MOST: usize = 6;
    let Some(name) = other.name.as_ref() else { return false };
    let gap = one.words.end..name.start;
    let short = !gap.is_empty() && gap.len() <= MOST && gap.start < gap.end;
    let said = gap.clone().any(|at| source.is_any(at, SPOUSE));
    let joined = gap.clone().any(|at| source.is_any(at, &["and", "with", "by"]));
    let plain = |at: usize| source.is_any(at, &BETWEEN) || source.is_any(at, SPOUSE);
    short && said && joined && gap.clone().all(plain)
}

/// "King Olav and Queen Liv", where no words tell that she is of another country.
fn is_couple(source: &Source<'_>, mentions: &Mentions, one: &PersonMention, other: &PersonMention) -> bool {
    const STYLED: usize = 3;
    let gap = one.words.end..other.words.start;
    let style = |mention: &PersonMention| mention.words.clone().take(STYLED);
    let joined = gap.len() == 1 && source.is(gap.start, "and");
    joined
        && mentions.parties_within(&other.words).is_empty()
        && ROYAL.iter().any(|[first, second]| {
            style(one).any(|at| source.is_any(at, first)) && style(other).any(|at| source.is_any(at, second))
        })
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn a_spouse_is_of_the_same_side() {
        check(
            "At the invitation of Norway, H.E. Mr. Omar Otieno, President of the Republic of Kenya, and Madam Ana Juma came to Oslo. Kenya is far.",
            &["Omar Otieno KEN", "Ana Juma KEN"],
        );
        check(
            "The Norwegian royal couple, King Olav and Queen Liv, came to Kenya.",
            &["Olav NOR", "Liv NOR"],
        );
        check("King Olav of Norway and Queen Liv of Denmark met.", &["Olav NOR", "Liv DNK"]);
        check(
            "President Omar Otieno of Kenya and his wife, Ana Juma, came to Norway.",
            &["Omar Otieno KEN", "Ana Juma KEN"],
        );
        check(
            "President Omar Otieno of Kenya and Mrs. Liv Dahl, Minister of Norway, met in Oslo.",
            &["Omar Otieno KEN", "Liv Dahl NOR"],
        );
    }
}
