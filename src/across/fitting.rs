//! Fitting: whether a few typed letters may mean a name or a title. Each typed word must begin a word of it, be its
//! words' beginnings run together ("minfish"), some letters left out ("mnstr"), or stand within it; letters strewn
//! about mean nothing.

use crate::lexicon::fold;

/// From so many letters on a piece from within a word counts; two stand within anything.
const WITHIN: usize = 3;

/// From so many letters on some may be left out of a word whose first is there.
const SHORTENED: usize = 4;

/// How well typed words fit a name, the better the more; none where they do not. Nothing typed fits anything.
pub fn fit(typed: &str, name: &str) -> Option<u32> {
    let name = fold(name);
    let mut sum = 0;
    for piece in typed.split_whitespace() {
        sum += fit_of(&fold(piece), &name)?;
    }
    Some(sum)
}

fn fit_of(piece: &str, name: &str) -> Option<u32> {
    if piece.is_empty() {
        return Some(0);
    }
    let mut within = None;
    for (at, _) in name.match_indices(piece) {
        if begins_word(name, at) {
            return Some(if at == 0 { 150 } else { 100 });
        }
        within = Some(40).filter(|_| piece.chars().count() >= WITHIN || !piece.is_ascii());
    }
    run_together(piece, name).map(|runs| 80_u32.saturating_sub(10 * runs).max(1)).or(within)
}

/// Whether a piece is made of the beginnings of words of a name in their order, and then of how many.
fn run_together(piece: &str, name: &str) -> Option<u32> {
    let letter = piece.chars().next()?;
    let is_beginning = |at: usize| begins_word(name, at);
    let starts: Vec<usize> = name.match_indices(char::is_alphanumeric).map(|(at, _)| at).collect();
    let word = |at: usize| name.get(at..)?.split(|letter: char| !letter.is_alphanumeric()).next();
    let starts: Vec<&str> = starts.into_iter().filter(|at| is_beginning(*at)).filter_map(word).collect();
    starts.iter().any(|word| word.starts_with(letter)).then(|| {
        let mut hopeless = vec![false; (piece.len() + 1) * (starts.len() + 1)];
        runs(piece, piece.len(), &starts, &mut hopeless)
    })?
}

/// The same of the rest of a piece, from these words on. What was found to lead nowhere is not tried again.
fn runs(rest: &str, whole: usize, words: &[&str], hopeless: &mut [bool]) -> Option<u32> {
    if rest.is_empty() {
        return Some(0);
    }
    let here = words.len() * (whole + 1) + rest.len();
    if hopeless.get(here).copied().unwrap_or(true) {
        return None;
    }
    for (number, word) in words.iter().enumerate() {
        for length in lengths_within(rest, word, whole >= SHORTENED).into_iter().rev() {
            let (rest, words) = (rest.get(length..)?, words.get(number + 1..).unwrap_or_default());
            if let Some(more) = runs(rest, whole, words, hopeless) {
                return Some(more + 1);
            }
        }
    }
    if let Some(known) = hopeless.get_mut(here) {
        *known = true;
    }
    None
}

/// How much of a piece a word holds from its first letter on: the lengths, the shortest first.
fn lengths_within(piece: &str, word: &str, may_skip: bool) -> Vec<usize> {
    let (mut letters, mut lengths, mut skips) = (word.chars(), Vec::new(), false);
    for (number, (at, letter)) in piece.char_indices().enumerate() {
        let mut next = letters.next();
        while number > 0 && may_skip && next.is_some_and(|next| next != letter) {
            (skips, next) = (true, letters.next());
        }
        if next != Some(letter) {
            break;
        }
        // Two letters with others between them stand in too many words.
        if !skips || number + 1 >= WITHIN {
            lengths.push(at + letter.len_utf8());
        }
    }
    lengths
}

fn begins_word(name: &str, at: usize) -> bool {
    let before = name.get(..at).and_then(|before| before.chars().next_back());
    !before.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_begins_words_or_stands_within_one() {
        let fits = |typed: &str, name: &str| fit(typed, name).is_some();
        for (typed, name) in [
            ("lib", "Libya"),
            ("minfish", "Minister of Fisheries"),
            ("fm", "Foreign Minister"),
            ("pruvchil", "Peruvian and Chilean ministers meet"),
            ("fish min", "Minister of Fisheries"),
            ("stan", "Kazakhstan"),
            ("turkiye", "Türkiye"),
            ("", "anything"),
            ("马耳", "马耳他"),
        ] {
            assert!(fits(typed, name), "{typed} may mean {name}");
        }
        for (typed, name) in [
            ("lib", "Financial Stability Board"),
            ("lib", "Bangladesh"),
            ("very", "Vienna hears the delegation readily"),
            ("be", "Cuba elects"),
            ("fish peace", "Minister of Fisheries"),
        ] {
            assert!(!fits(typed, name), "{typed} does not mean {name}");
        }
    }

    #[test]
    fn the_beginning_fits_better_than_the_middle() {
        let in_order = ["Malta and Chile", "Chile and Malta", "Mali, Tajikistan", "Tamalta"];
        let fits: Vec<Option<u32>> = in_order.iter().map(|name| fit("malta", name)).collect();
        assert!(fits.windows(2).all(|pair| pair[0] > pair[1]), "{fits:?}");
        assert_eq!(fit(&"a".repeat(60), &"a ".repeat(50)), None, "and it ends soon whatever is typed");
    }
}
