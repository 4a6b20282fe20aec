//! Local offices: who holds the office of a province or town stands for the country that it lies in ("Governor
//! of Texas", "the mayor of Lyon"), and a legislator printed with party and state stands for the United States
//! ("Sen. Torre, R-Iowa").

use std::ops::Range;

use crate::extract::mention::{Mentions, PersonIndex};
use crate::extract::segment::Source;
use crate::lexicon::TitleClass;

/// Who stands for which country by such an office, as a row of the parties.
pub(super) fn local<'s>(
    source: &'s Source<'_>,
    mentions: &'s Mentions,
) -> impl Iterator<Item = (PersonIndex, usize)> + 's {
    mentions.people.mentions.iter().filter_map(|mention| {
        let row = of_place(source, &mention.words).or_else(|| of_state(source, mention.words.end))?;
        Some((mention.person, row))
    })
}

/// The country of the place that a local office is of: "Governor of Texas", "Texas Governor".
fn of_place(source: &Source<'_>, words: &Range<usize>) -> Option<usize> {
    const BEFORE: usize = 3;
    const LONGEST: usize = 16;
    let words = words.start..words.end.min(words.start + LONGEST);
    let local = |at: usize| {
        let classes = source.phrase(source.lexicon.titles(), at..words.end);
        classes.is_some_and(|(_, classes)| classes.contains(&TitleClass::Local))
    };
    let office = words.clone().find(|&at| local(at))?;
    let place = |at: usize| source.phrase(source.lexicon.place_names(), at..words.end);
    let behind =
        (office + 1..words.end).filter(|&at| source.is_any(at, &["of", "in"])).find_map(|at| place(at + 1));
    let before = || {
        (words.start.saturating_sub(BEFORE)..office)
            .find_map(|at| place(at).filter(|(n, _)| at + n == office))
    };
    // "Governor Jon Lind of Texas"
    let after = || {
        source
            .is_any(words.end, &["of", "from"])
            .then(|| source.phrase(source.lexicon.place_names(), words.end + 1..words.end + 5))
            .flatten()
    };
    let (_, rows) = behind.or_else(before).or_else(after)?;
    let largest = rows.iter().max_by_key(|row| row.population)?;
    let country = source.lexicon.country_of(largest)?;
    source.lexicon.party_row(&country.clone().into())
}

/// ", R-Iowa," or "(D-Calif.)" after a name.
fn of_state(source: &Source<'_>, end: usize) -> Option<usize> {
    let opened = source.is_any(end, &[",", "("]);
    let letter = ["R", "D", "I"].iter().any(|letter| source.is(end + 1, letter));
    let state = source.word(end + 2).is_some_and(|word| word.word.joined && word.word.shape.is_capital());
    let usa = "USA".parse().ok().and_then(|code| source.lexicon.party_row(&code));
    usa.filter(|_| opened && letter && state)
}

#[cfg(test)]
mod tests {
    use crate::extract::refine::side::tests::check;

    #[test]
    fn a_local_office_stands_for_its_country() {
        check(
            "Governor of Texas Jon Lind spoke with Minister of Kenya Ana Torre.",
            &["Jon Lind USA", "Ana Torre KEN"],
        );
        check(
            "The mayor of Lyon, Jon Lind, spoke with Minister of Kenya Ana Torre.",
            &["Jon Lind FRA", "Ana Torre KEN"],
        );
        check(
            "Governor Jon Lind of Texas spoke with Minister of Kenya Ana Torre.",
            &["Jon Lind USA", "Ana Torre KEN"],
        );
        check(
            "Senator Jon Lind, R-Iowa, spoke with Minister of Kenya Ana Torre.",
            &["Jon Lind USA", "Ana Torre KEN"],
        );
    }
}
