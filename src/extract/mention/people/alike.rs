//! Whether two names are of one person: short forms, family names of two words, slips of the pen.

use std::borrow::Cow;

/// Whether two names, folded, are of one person: the words of the short one stand in the long one in their order,
/// with its first or its last, or end with the first of two family names.
pub(super) fn is_same(held: &[Cow<'_, str>], name: &[Cow<'_, str>]) -> bool {
    let (short, long) = if held.len() <= name.len() { (held, name) } else { (name, held) };
    let shared_end = short.first() == long.first() || short.last() == long.last();
    // "Quispe" is Esteban Quispe Larrea: of two family names, the first goes alone; a double one,
    // "Rey-Torre", is two words.
    let family = long.split_last().is_some_and(|(_, rest)| rest.len() > short.len() && rest.ends_with(short));
    // "Sabah Al-Ahmad Al-Sabah" and "Nawaf Al-Ahmad Al-Sabah" have the same words.
    let mut rest = long.iter();
    let mut in_order = || short.iter().all(|word| rest.any(|other| other == word));
    !short.is_empty() && (family || shared_end && in_order()) || is_with_initials(short, long)
}

/// Whether two names differ in what is spelled out only: "A. Torre" and "Ana Maria Torre", "Ana M. Torre" and
/// "A. Maria Torre".
fn is_with_initials(short: &[Cow<'_, str>], long: &[Cow<'_, str>]) -> bool {
    let (Some((family, short)), Some((other, long))) = (short.split_last(), long.split_last()) else {
        return false;
    };
    let is_initial = |one: &str, other: &str| one.chars().nth(1).is_none() && other.starts_with(one);
    let fits = |(one, other): (&Cow<'_, str>, &Cow<'_, str>)| {
        one == other || is_initial(one, other) || is_initial(other, one)
    };
    family == other && !short.is_empty() && short.iter().zip(long).all(fits)
}

/// Whether two names of so many words are one but for a slip in one word: "Ana Pettersson" and "Ana
/// Petterson", "Karlgren" and the last word of "Jon Karlegren".
pub(super) fn is_misspelt(held: &[Cow<'_, str>], name: &[Cow<'_, str>]) -> bool {
    const SHORTEST: usize = 6;
    let pairs = || held.iter().rev().zip(name.iter().rev()).filter(|(one, other)| one != other);
    let alike = held.len() == name.len() || held.len() == 1 || name.len() == 1;
    let slip = |(one, other): (&Cow<'_, str>, &Cow<'_, str>)| {
        one.len().min(other.len()) >= SHORTEST && differs_little(one, other)
    };
    alike && pairs().count() == 1 && pairs().all(slip)
}

/// Whether one word becomes the other by changing, adding or dropping a letter or two next to each other.
fn differs_little(one: &str, other: &str) -> bool {
    const LETTERS: usize = 2;
    let before = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let after = one.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b).count();
    let (one, other) = (one.chars().count(), other.chars().count());
    let common = (before + after).min(one).min(other);
    before > 0 && one.max(other) - common <= LETTERS
}

/// Whether two names can be of one person who holds one office: "Joe Baker" and "Joseph T. Baker, Jr.",
/// both presidents; "Minister Koh" and "Minister Desmond Koh Wee Liang".
pub(super) fn is_namesake(held: &[Cow<'_, str>], name: &[Cow<'_, str>]) -> bool {
    let (short, long) = if held.len() <= name.len() { (held, name) } else { (name, held) };
    if let [family] = short {
        return long.len() > 2 && long.contains(family);
    }
    let initial = |words: &[Cow<'_, str>]| words.first().and_then(|word| word.chars().next());
    held.len() > 1 && name.len() > 1 && held.last() == name.last() && initial(held) == initial(name)
}

/// A name without "Jr." and the like, by which nobody is told from another.
pub(super) fn core<'n, 't>(name: &'n [Cow<'t, str>]) -> &'n [Cow<'t, str>] {
    match name.split_last() {
        Some((last, rest)) if !rest.is_empty() && matches!(&**last, "jr" | "sr" | "ii" | "iii" | "iv") => {
            rest
        }
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(name: &str) -> Vec<Cow<'_, str>> {
        name.split(' ').map(Cow::Borrowed).collect()
    }

    #[test]
    fn short_forms_are_of_the_same_person() {
        let same = |one: &str, other: &str| is_same(&words(one), &words(other));
        assert!(same("lin", "lin qiao") && same("torre", "ana torre") && same("ana rios torre", "rios"));
        assert!(same("rey torre", "ana maria rey torre lind") && same("ana torre", "ana maria torre"));
        assert!(same("a torre", "ana maria torre") && same("ana m torre", "a maria torre"));
        assert!(!same("salim al ahmad al salim", "omar al ahmad al salim"));
        assert!(!same("a torre", "jon torre") && !same("a m torre", "ana lind torre"));
        assert!(!same("maria", "ana maria torre lind") && !same("jon torre", "ana torre"));
    }

    #[test]
    fn a_slip_makes_no_other_person() {
        let slip = |one: &str, other: &str| is_misspelt(&words(one), &words(other));
        assert!(slip("ana pettersson", "ana petterson") && slip("karlgren", "jon karlegren"));
        assert!(!slip("jon lind", "jon lund") && !slip("ana torrealba", "jon torrealba"));
        assert!(!slip("ana petersen", "ana pettersson lind"));
    }
}
