//! The numbers that an export gives its articles: "7 of 100 DOCUMENTS". They say whether some are missing.

use crate::import::remark::Remark;

/// "7 of 100 DOCUMENTS"
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub number: usize,
    pub of: usize,
}

/// How the word for documents begins in the languages of the databases.
const DOCUMENTS: &[&str] = &["DOCUMENT", "DOKUMENT", "ДОКУМЕНТ"];

/// The number that a line gives the article below it.
pub(super) fn number_of(line: &str) -> Option<Number> {
    let line = line.trim();
    if line.len() > 60 || !line.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let [number, _, of, documents] = words.as_slice() else { return None };
    let count = |word: &str| word.replace([',', '.'], "").parse().ok();
    let is_word = DOCUMENTS.iter().any(|begins| documents.starts_with(begins));
    is_word.then_some(Number { number: count(number)?, of: count(of)? })
}

/// How many articles a cover says that there are: "Selected Items: 1-10", "Documents (10)".
pub(super) fn said_on_cover(cover: &str) -> Option<usize> {
    cover.lines().map(str::trim).find_map(|line| {
        if let Some((_, items)) = line.split_once("Selected Items:") {
            return count_of_ranges(items);
        }
        let (word, count) = line.strip_suffix(')')?.split_once('(')?;
        let is_word =
            matches!(word.trim(), "Documents" | "Document" | "Dokumente" | "Documentos" | "Documenti");
        count.trim().parse().ok().filter(|_| is_word)
    })
}

/// "1-10", "1-3, 7"
fn count_of_ranges(ranges: &str) -> Option<usize> {
    let count = |range: &str| -> Option<usize> {
        let (first, last) = range.split_once('-').unwrap_or((range, range));
        let (first, last): (usize, usize) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
        Some(last.checked_sub(first)? + 1)
    };
    ranges.split(',').map(count).sum()
}

/// What is to be told of an export with these numbers, whose cover says so many.
pub(super) fn remark(said: Option<usize>, numbers: &[Number], found: usize) -> Option<Remark> {
    if let Some(said) = said.filter(|said| *said != found) {
        return Some(Remark::Count { said, found });
    }
    let first = numbers.iter().map(|number| number.number).min()?;
    let highest = numbers.iter().map(|number| number.number).max()?;
    // An export that begins with the first should end with the last.
    let of = usual(numbers)?;
    let last = if first == 1 && said.is_none() { highest.max(of) } else { highest };
    let missing = (last + 1 - first).saturating_sub(numbers.len());
    (missing > 0).then_some(Remark::Numbers { first, last, missing })
}

/// The number of articles that most of them say.
fn usual(numbers: &[Number]) -> Option<usize> {
    let mut all: Vec<usize> = numbers.iter().map(|number| number.of).collect();
    all.sort_unstable();
    all.chunk_by(usize::eq).max_by_key(|alike| alike.len())?.first().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_number_articles_are_known_in_their_languages() {
        for line in
            ["  7 of 100 DOCUMENTS", "7 von 100 DOKUMENTEN", "7 de 100 DOCUMENTOS", "7 di 100 DOCUMENTI"]
        {
            assert_eq!(number_of(line), Some(Number { number: 7, of: 100 }), "{line}");
        }
        assert_eq!(number_of("7 of 100 documents were signed in the harbor"), None);
        assert_eq!(number_of("2 of 2,146 DOCUMENTS"), Some(Number { number: 2, of: 2146 }));
    }

    #[test]
    fn what_the_cover_says_is_compared_with_what_was_found() {
        assert_eq!(said_on_cover("Terms: harbor\nDownload Request: Selected Items: 1-10\n"), Some(10));
        assert_eq!(said_on_cover("Documents (7)"), Some(7));
        let numbers = |all: &[usize]| all.iter().map(|n| Number { number: *n, of: 3 }).collect::<Vec<_>>();
        assert_eq!(remark(Some(3), &numbers(&[1, 2, 3]), 3), None);
        assert_eq!(remark(Some(4), &numbers(&[1, 2, 3]), 3), Some(Remark::Count { said: 4, found: 3 }));
        let cut = Remark::Numbers { first: 1, last: 3, missing: 1 };
        assert_eq!(remark(None, &numbers(&[1, 2]), 2), Some(cut.clone()), "the last is missing");
        assert_eq!(remark(None, &numbers(&[1, 3]), 2), Some(cut), "one between is missing");
        let later = [Number { number: 2001, of: 2146 }, Number { number: 2002, of: 2146 }];
        assert_eq!(remark(None, &later, 2), None, "a part of a longer list");
    }
}
