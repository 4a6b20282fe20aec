//! Rosters: people listed a line each, told from running text by how the lines are made. "Ana Torre –
//! Minister of Trade" is a name, a mark that parts, and an office: nearly every word has a capital, and
//! no verb stands in it.

use std::ops::Range;

use crate::lexicon::is_alphabetic;

/// The most words that a line of a roster has.
const LONGEST: usize = 45;

/// The most words before the mark that parts a name from an office.
const LONGEST_NAME: usize = 12;

/// How a line of a list is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Made {
    /// A dash or number before it, or a dash between name and office.
    Marked,
    /// Name and office parted by a comma, colon or parenthesis, or a name alone.
    Plain,
}

/// The runs of lines that are rosters, in order.
pub(super) fn runs(lines: &[&str]) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let (mut count, mut marked) = (0, 0);
        for made in lines.iter().skip(at).map_while(|line| made(line)) {
            count += 1;
            marked += usize::from(made == Made::Marked);
        }
        let led = at.checked_sub(1).and_then(|lead| lines.get(lead)).is_some_and(|lead| leads_in(lead));
        // Without a line that leads in to it, a roster is what has marks throughout.
        if led && count > 0 || marked > 1 && marked == count {
            runs.push(at..at + count);
        }
        at += count.max(1);
    }
    runs
}

/// Whether a line leads in to a list: it ends in a colon, or names one of the sides and nothing else.
fn leads_in(line: &str) -> bool {
    const LONGEST: usize = 6;
    const SIDES: [&str; 4] = ["side", "delegation", "team", "party"];
    let last = line.rsplit(' ').next().unwrap_or_default();
    let side = SIDES.iter().any(|side| last.eq_ignore_ascii_case(side))
        && line.split_whitespace().take(LONGEST + 1).count() <= LONGEST;
    line.ends_with([':', '：']) || line.ends_with(":-") || side
}

/// How a line is made, if it can be of a roster.
fn made(line: &str) -> Option<Made> {
    let (marker, item) = without_marker(line);
    // Nearly every line is prose, which its first words tell.
    if !begins_with_name(item) {
        return None;
    }
    let item = item.trim_end_matches([';', ',', '.']).trim_end_matches(" and").trim_end_matches([';', ',']);
    if !is_of_capitals(item) {
        return None;
    }
    let words = item.split_whitespace().take(LONGEST + 1).count();
    let prose = leads_in(line) || is_sentence(line) || is_byline(line) || has_dateline(line);
    if !(2..=LONGEST).contains(&words) || prose {
        return None;
    }
    let dash = [" - ", " – ", " — ", "\t"].iter().find_map(|dash| item.split_once(dash));
    let head = match dash {
        Some((name, _)) => name,
        None => item.split([',', ':', '(']).next().unwrap_or(item),
    };
    let name = head.split_whitespace().count();
    let named = (1..=LONGEST_NAME).contains(&name) && head.split_whitespace().all(is_of_name);
    let made = if marker || dash.is_some() { Made::Marked } else { Made::Plain };
    named.then_some(made)
}

/// Whether all words before the first mark, such as may part a name from an office, can stand in a name.
fn begins_with_name(item: &str) -> bool {
    let mut words = item.split_whitespace();
    let parted = words.find_map(|word| {
        let mark = word.find([',', ':', '(', '-', '–', '—', ';', '.']);
        let name = word.get(..mark.unwrap_or(word.len())).unwrap_or_default();
        let goes_on = name.is_empty() || is_of_name(name);
        (mark.is_some() || !goes_on).then_some(goes_on)
    });
    parted.unwrap_or(true)
}

/// A line without "1.", "-", "•" or "(a)" before it, and whether there was one.
fn without_marker(line: &str) -> (bool, &str) {
    let Some((mark, rest)) = line.split_once(char::is_whitespace) else { return (false, line) };
    let bare = mark.trim_start_matches('(').trim_end_matches([')', '.']);
    let number = bare.len() < mark.len()
        && (bare.len() == 1 || (1..4).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit()));
    let bullet = matches!(mark, "-" | "–" | "—" | "*" | "•" | "·" | "●" | "o" | "+" | ">" | "▪" | "►");
    // "A. Torre" is a name.
    let initial = number && bare.bytes().all(|b| b.is_ascii_uppercase());
    if (number || bullet) && !initial { (true, rest.trim_start()) } else { (false, line) }
}

/// Whether a line goes on after a full stop that is not an abbreviation's, or asks.
fn is_sentence(line: &str) -> bool {
    let mut words = line.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let long = || word.trim_end_matches('.').chars().filter(|c| is_alphabetic(*c)).count() > 5;
        let stops = || word.ends_with('.') && word.starts_with(char::is_lowercase) && long();
        if words.peek().is_some() && (stops() || word.ends_with(['!', '?'])) {
            return true;
        }
    }
    false
}

/// "By Ana Torre - Oct 14, 2018": who wrote it, and when.
fn is_byline(line: &str) -> bool {
    line.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case("by"))
}

/// "AMMAN — Minister Torre met Minister Lind.": a city in capitals, a dash, and a sentence.
fn has_dateline(line: &str) -> bool {
    let parted = [" - ", " – ", " — ", " -- "].iter().find_map(|dash| line.split_once(dash));
    parted.is_some_and(|(city, rest)| {
        let sentence = rest.ends_with(['.', '"', '”']) && rest.split_whitespace().nth(SENTENCE).is_some();
        sentence && !city.chars().any(char::is_lowercase)
    })
}

/// The fewest words of a sentence behind a dateline.
const SENTENCE: usize = 5;

/// Whether a word can stand in a name with its courtesies: a capital, or a short particle.
fn is_of_name(word: &str) -> bool {
    const PARTICLE: usize = 4;
    let word = word.trim_start_matches(['(', '"', '“', '\'', '‘']);
    word.starts_with(|c: char| c.is_uppercase() || is_alphabetic(c) && !c.is_lowercase())
        || word.chars().nth(PARTICLE).is_none() && word.starts_with(char::is_lowercase)
}

/// Whether nearly all the words that carry meaning have a capital, outside of parentheses.
fn is_of_capitals(item: &str) -> bool {
    const SMALL: usize = 3;
    let (mut capitals, mut lower, mut depth) = (0_usize, 0_usize, 0_i32);
    let parted = memchr::memchr2(b'(', b')', item.as_bytes()).is_some();
    for word in item.split_whitespace() {
        depth += i32::from(parted && word.contains('('));
        if depth <= 0 && word.starts_with(char::is_lowercase) {
            lower += usize::from(word.chars().nth(SMALL).is_some());
            // A line that is short enough would have too few others.
            if 5 * lower > LONGEST {
                return false;
            }
        } else if depth <= 0 {
            capitals += 1;
        }
        depth -= i32::from(parted && word.contains(')'));
    }
    capitals >= 2 && capitals >= 4 * lower
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which lines of a text are of rosters.
    fn listed(text: &str) -> Vec<&str> {
        let lines: Vec<&str> = text.lines().collect();
        runs(&lines).into_iter().flatten().filter_map(|at| lines.get(at).copied()).collect()
    }

    #[test]
    fn lines_of_name_and_office_are_a_roster() {
        let list = ["Hon. Ana Torre - Minister of Works", "Mr. Jon Lind - Director of Ports"];
        assert_eq!(listed(&format!("The team met.\n{}\n{}", list[0], list[1])), list);
        let list =
            ["1. Ms. Ana Torre – Ambassador of Norland (Resident in Oslo)", "2. Jon van der Lind – Consul"];
        assert_eq!(listed(&format!("The envoys are:\n{}\n{}", list[0], list[1])), list);
        let list = ["– Her Excellency Ana Torre, Ambassador of Norland.", "– Jon Lind, Consul."];
        assert_eq!(listed(&format!("The envoys are:\n{}\n{}\nThey were glad.", list[0], list[1])), list);
        assert_eq!(listed("For Norland:\nAna Torre, Speaker (leader of the group)").len(), 1);
        assert_eq!(listed("Norlandic side\nAna Torre, Minister of Works\nJon Lind, Director").len(), 2);
    }

    #[test]
    fn running_text_and_lists_of_deeds_are_none() {
        assert_eq!(
            listed("The ministers agreed:\n- to build a bridge\n- Open a ferry as soon as possible").len(),
            0
        );
        assert_eq!(
            listed("He said:\nMinister Torre met Minister Lind in Oslo on the first day of spring.").len(),
            0
        );
        assert_eq!(listed("Ministry of Foreign Affairs\nValletta\n14 March 2021").len(), 0);
        assert_eq!(listed("Ministers meet\nAna Torre, Oslo").len(), 0);
        let head = "By Ana Torre - Oct 14, 2018 - Updated Oct 14, 2018";
        let lead = "OSLO — Norland's Foreign Minister Jon Lind on Saturday met Minister Omar Haddad in Oslo.";
        assert_eq!(listed(&format!("{head}\n{lead}")).len(), 0);
    }
}
