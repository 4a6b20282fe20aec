//! Names: which run of words is a person's name.
//!
//! A name is up to eight words with capital letters, with particles in between ("Mohammed bin
//! Salman", "Staffan de Mistura"), hyphens ("Chung Eui-yong", "Salman al-Saud"), initials and "Jr.".
//! Words that belong to titles, parties and the grammar of English end it; but where a courtesy or an
//! office has announced a name, what follows is one, whatever else its words may be.

use std::ops::Range;

use super::label::{Label, Labels, is_capital};
use crate::extract::segment::Source;
use crate::lexicon::Shape;

/// The most words that a name has, particles included.
const LONGEST: usize = 8;

/// A name that is a small word of English too has at most so many letters: "To", "No", "Some".
const ODD: usize = 4;

/// A given name that is one may have more where an office announces it: "Minister Given Torre".
const ODD_GIVEN: usize = 6;

/// Reads names in an article.
pub(super) struct Names<'s, 'a> {
    pub source: &'s Source<'a>,
    pub labels: &'s Labels,
}

impl Names<'_, '_> {
    /// The name that begins at this word and ends before `limit`, after an office or a courtesy.
    pub fn announced(&self, start: usize, limit: usize) -> Option<Range<usize>> {
        // "President To Lam", "Minister No Kwang": a small word with a capital, in running text.
        // "the Minister of State, Sultan Al Omar": an office that is a given name too.
        // "Trade Minister Park Min-jae": a family name that is a word too comes first in some countries.
        let given = self.labels.at(start).is(Label::ROYAL | Label::SURNAME)
            && self.shape(start) == Some(Shape::Capital);
        let goes_on =
            || self.is_name_word(start + 1, false) || self.particles(start + 1, start, limit).is_some();
        let odd =
            (given || self.is_small_word(start, ODD_GIVEN)) && goes_on() || self.is_joined_initials(start);
        self.after(start, usize::from(odd), limit)
    }

    /// The name that begins at this word and ends before `limit`.
    pub fn at(&self, start: usize, limit: usize) -> Option<Range<usize>> {
        self.after(start, 0, limit)
    }

    /// The name that begins at this word, of which so many are known to be of it.
    fn after(&self, start: usize, known: usize, limit: usize) -> Option<Range<usize>> {
        let limit = limit.min(start + LONGEST);
        let mut end = start;
        let mut at = start + known;
        while at < limit {
            if self.repeats(at, start) {
                break;
            } else if self.is_name_word(at, at > start) || (at > start && self.goes_on_joined(at, start)) {
                at += 1;
                end = at;
            } else if at == start && !is_capital(self.source, at) {
                break;
            } else if let Some(after) = self.nickname(at, limit).filter(|_| at > start) {
                at = after;
            } else if let Some(after) = self.son_of(at, limit).filter(|_| at > start) {
                at = after;
                end = at;
            } else if let Some(after) = self.particles(at, start, limit) {
                at = after;
            } else {
                break;
            }
        }
        let end = self.with_generation(end, limit);
        let has_word = (start..end).any(|at| self.shape(at) != Some(Shape::Initial));
        (end > start + known && has_word).then_some(start..end)
    }

    /// Whether a word can be part of a name by itself.
    fn is_name_word(&self, at: usize, inside: bool) -> bool {
        if !is_capital(self.source, at) {
            return false;
        }
        let upper = self.shape(at) == Some(Shape::Upper) && self.shape(at + 1) == Some(Shape::Capital);
        let acronym = !inside && upper && !self.is_surname_first(at) && !self.is_initials(at);
        // "FA90" is a number of a file, "R-Iowa" a senator's party and state.
        let number =
            self.source.word(at).is_some_and(|token| token.word.text.bytes().any(|b| b.is_ascii_digit()))
                || self.is_state_of_legislator(at);
        if acronym || number || self.is_headline_verb(at) {
            return false;
        }
        // "Omar A Torre": an initial without its point, though it is a word of English too.
        let bare = self.source.word(at).is_some_and(|token| token.word.text.len() == 1);
        if inside && bare && self.is_plain_name(at + 1) {
            return true;
        }
        let label = self.labels.at(at);
        // "Park Min-jae": what goes on with a given name of two parts is a name.
        let joined = self.source.word(at + 2).is_some_and(|token| token.word.joined);
        if !inside && joined && label.is(Label::SURNAME) && self.shape(at + 1) == Some(Shape::Capital) {
            return true;
        }
        // "Omar Amir-Torre", "Ana May Lind": amid a name a word is of it that is an office or a month elsewhere.
        let double = self.source.word(at + 1).is_some_and(|token| token.word.joined)
            && label.is(Label::ROYAL | Label::SURNAME | Label::HONORIFIC)
            && is_capital(self.source, at + 1);
        let month = label.is(Label::MONTH) && !label.is(Label::HEADLINE) && self.is_plain_name(at + 1);
        if inside && self.shape(at) == Some(Shape::Capital) && (double || month) {
            return true;
        }
        if inside && (self.is_odd_surname(at) || self.is_odd_word(at) && !self.is_odd_word(at + 1)) {
            return true;
        }
        // A word that is also in a table is no name, unless the table has it as a particle only.
        // "Xi" is a name, "XI" and "KC" are not.
        let suffix = label.is(Label::SUFFIX) && self.shape(at) == Some(Shape::Upper);
        let ends = suffix || label.is(Label::TITLE) || label.is(Label::GRAMMAR) || label.is(Label::NOT_NAME);
        let number = |at: Option<usize>| at.is_some_and(|at| self.shape(at) == Some(Shape::Number));
        if label.is(Label::MONTH)
            && (!inside && !is_capital(self.source, at + 1) && !self.leads_to_name(at + 1)
                || number(at.checked_sub(1))
                || number(Some(at + 1)))
        {
            return false;
        }
        let amid = inside && self.is_courtesy_amid(at);
        let courtesy = !amid && (label.is(Label::HONORIFIC) || label.is(Label::RANK));
        !ends && !courtesy && self.labels.party_at(at).is_none()
    }

    /// "Omar bin Pehin Yusof", "Ana Haji Torre": what is a courtesy elsewhere is amid a name of it.
    fn is_courtesy_amid(&self, at: usize) -> bool {
        let label = self.labels.at(at);
        let short = self.source.word(at).is_some_and(|token| token.word.text.ends_with('.'));
        label.is(Label::HONORIFIC)
            && !label.is(Label::TITLE | Label::RANK)
            && self.shape(at) == Some(Shape::Capital)
            && !short
            && self.is_plain_name(at + 1)
    }

    /// "R-Iowa" after a comma or in parentheses: a legislator's party and state.
    fn is_state_of_legislator(&self, at: usize) -> bool {
        let opened = || at.checked_sub(1).is_some_and(|before| self.source.is_any(before, &[",", "("]));
        let state = || self.source.word(at + 1).is_some_and(|word| word.word.joined);
        self.shape(at) == Some(Shape::Initial)
            && self.source.is_any(at, &["r", "d", "i"])
            && opened()
            && state()
            && is_capital(self.source, at + 1)
    }

    /// Whether a word can only be of a name, as far as tables know.
    fn is_plain_name(&self, at: usize) -> bool {
        let label = self.labels.at(at);
        let any =
            Label::TITLE | Label::HONORIFIC | Label::RANK | Label::GRAMMAR | Label::NOT_NAME | Label::MONTH;
        self.shape(at) == Some(Shape::Capital) && !label.is(any) && self.labels.party_at(at).is_none()
    }

    /// A family name in capitals before the given name, as East Asian ministries print them:
    /// "SATO Kenji, Minister for Foreign Affairs", "Minister SATO Kenji".
    fn is_surname_first(&self, at: usize) -> bool {
        const SHORTEST: usize = 3;
        let long = self.source.word(at).is_some_and(|token| token.word.text.chars().count() >= SHORTEST);
        let introduces = |at: usize| self.labels.at(at).is(Label::TITLE | Label::HONORIFIC | Label::RANK);
        let apposed = self.source.is(at + 2, ",") && introduces(at + 3);
        let before = at
            .checked_sub(1)
            .map(|before| if self.source.is(before, ",") { at.saturating_sub(2) } else { before });
        let titled = before.is_some_and(introduces) && !introduces(at + 1);
        long && self.labels.party_at(at).is_none() && (apposed || titled)
    }

    /// A small word of English with a capital where no sentence begins: "President To Lam", "Ana Some".
    fn is_odd_word(&self, at: usize) -> bool {
        self.is_small_word(at, ODD)
    }

    /// A small word of English of so many letters at most, with a capital where no sentence begins.
    fn is_small_word(&self, at: usize, longest: usize) -> bool {
        let short = self.source.word(at).is_some_and(|token| token.word.text.len() <= longest);
        short
            && self.shape(at) == Some(Shape::Capital)
            && self.labels.at(at).is(Label::SMALL)
            && !self.labels.at(at).is(Label::HEADLINE | Label::MONTH)
            && !self.source.is_any(at, &["the", "a", "in", "on", "at", "by", "his", "her"])
    }

    /// Initials without points before a family name: "Dr. KJ Torre".
    fn is_joined_initials(&self, at: usize) -> bool {
        const MOST: usize = 3;
        let text = self.source.word(at).map_or("", |token| token.word.text);
        let label = self.labels.at(at);
        self.shape(at) == Some(Shape::Upper)
            && (2..=MOST).contains(&text.len())
            && !label.is(Label::TITLE | Label::HONORIFIC | Label::RANK | Label::GRAMMAR | Label::NOT_NAME)
            && self.labels.party_at(at).is_none()
            && self.is_plain_name(at + 1)
    }

    /// Initials written as one word: "J.M.R.T. Alvaro".
    fn is_initials(&self, at: usize) -> bool {
        let text = self.source.word(at).map_or("", |token| token.word.text);
        let known = self.labels.party_at(at).is_some() || self.labels.at(at).is(Label::HONORIFIC);
        text.len() > 3 && text.len() == 2 * text.matches('.').count() && !known
    }

    /// Whether a word is a verb with a capital letter, as headlines print them: "Ana Torre Meets".
    fn is_headline_verb(&self, at: usize) -> bool {
        self.labels.at(at).is(Label::HEADLINE) && {
            let lexicon = self.source.lexicon;
            self.source.phrase(lexicon.verbs(), at..at + 1).is_some()
                || self.source.phrase(lexicon.contacts(), at..at + 1).is_some()
        }
    }

    /// Whether a word stands in the name already, so that another name or another form of it begins.
    fn repeats(&self, at: usize, start: usize) -> bool {
        let Some(word) = self.source.word(at) else { return false };
        // "Turki bin Nayef bin Saud", "Sabah Al-Salem Al-Sabah"
        let particle = self.labels.at(at).is(Label::PARTICLE) || word.word.joined;
        !particle
            && word.word.text.len() > 2
            && (start..at).any(|earlier| self.source.is(earlier, word.word.text))
    }

    /// A surname that is also a word of a table ("Julie Bishop", "Jon Park"): the last word of a name.
    fn is_odd_surname(&self, at: usize) -> bool {
        let label = self.labels.at(at);
        let may_be =
            label.is(Label::SURNAME) || label.is(Label::HONORIFIC | Label::RANK) && !label.is(Label::SUFFIX);
        let next_is_capital = is_capital(self.source, at + 1) && !self.labels.at(at + 1).is(Label::SUFFIX);
        let before = at.checked_sub(1).is_some_and(|before| {
            let odd = self.labels.at(before).is(Label::TITLE) && !self.labels.at(before).is(Label::SURNAME);
            matches!(self.shape(before), Some(Shape::Capital | Shape::Initial)) && !odd
        });
        // "Ana Torre, King of Norland" lost its comma.
        let office = label.is(Label::HEAD) && self.source.is_any(at + 1, &["of", "for"]);
        may_be && before && !next_is_capital && !office && self.shape(at) == Some(Shape::Capital)
    }

    /// The part of a name after a hyphen is of the name, however it is written: "Chung Eui-yong". A
    /// compound alone is no name unless both parts have capitals: not "Sub-regional".
    fn goes_on_joined(&self, at: usize, start: usize) -> bool {
        let joined = self.source.word(at).is_some_and(|token| token.word.joined);
        let name_like = at > start + 1 || is_capital(self.source, at);
        // "Omar al-Masri": of the people from there, long ago.
        let house = at > start + 1 && self.source.is_any(at - 1, &["al", "el", "ul"]);
        let party = self.labels.party_at(at).is_some() && !house;
        joined && name_like && !party && !self.labels.at(at).is(Label::HEAD)
    }

    /// The place after particles that lead on to a name word: "bin" in "Mohammed bin Salman".
    fn particles(&self, from: usize, start: usize, limit: usize) -> Option<usize> {
        let mut at = from;
        while at < limit && self.labels.at(at).is(Label::PARTICLE) {
            at += 1;
        }
        if at == from {
            return None;
        }
        let word = |at: usize| self.is_name_word(at, false) || self.is_courtesy_amid(at);
        let leads_on = at < limit && (word(at) || self.goes_on_joined(at, start));
        leads_on.then_some(at)
    }

    /// "Omar bin Sultan Al Amir": whose son somebody is, by a given name that is an office elsewhere.
    fn son_of(&self, at: usize, limit: usize) -> Option<usize> {
        let given = at + 1;
        let royal = self.labels.at(given).is(Label::ROYAL) && self.shape(given) == Some(Shape::Capital);
        let son = self.source.is_any(at, &["bin", "ibn", "bint", "ben"]);
        (son && royal && given < limit).then_some(given + 1)
    }

    /// "Jan de Wit": particles that a name word follows.
    fn leads_to_name(&self, from: usize) -> bool {
        const MOST: usize = 4;
        let particle = |at: usize| self.labels.at(at).is(Label::PARTICLE) && !is_capital(self.source, at);
        let after = (from..from + MOST).find(|&at| !particle(at));
        after.is_some_and(|at| at > from && is_capital(self.source, at))
    }

    /// The place after a nickname that stands in quotation marks or parentheses within a name: "Ana “Nan”
    /// Torre".
    fn nickname(&self, at: usize, limit: usize) -> Option<usize> {
        const LONGEST: usize = 3;
        let closing = ["”", "\"", ")", "’"];
        let opening = ["“", "\"", "(", "‘"].iter().position(|mark| self.source.is(at, mark))?;
        let close = (at + 2..limit.min(at + 2 + LONGEST))
            .find(|&end| closing.get(opening).is_some_and(|mark| self.source.is(end, mark)))?;
        let inside = (at + 1..close)
            .all(|at| is_capital(self.source, at) && !self.labels.at(at).is(Label::TITLE | Label::SUFFIX));
        let goes_on =
            close + 1 < limit && self.is_name_word(close + 1, true) && self.labels.party_at(at + 1).is_none();
        (inside && goes_on).then_some(close + 1)
    }

    /// The end of a name with ", Jr." or "III", which are of the name.
    fn with_generation(&self, end: usize, limit: usize) -> usize {
        const GENERATIONS: [&str; 10] = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "vi", "xiv", "xvi"];
        let after_comma = if self.source.is(end, ",") { end + 1 } else { end };
        let is_generation =
            is_capital(self.source, after_comma) && self.source.is_any(after_comma, &GENERATIONS);
        if is_generation && after_comma <= limit { after_comma + 1 } else { end }
    }

    fn shape(&self, at: usize) -> Option<Shape> {
        self.source.word(at).map(|token| token.word.shape)
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::mention::people::tests::check;

    #[test]
    fn what_an_office_announces_is_a_name() {
        check("Vietnamese President To Lam spoke.", &["To Lam / President / VNM"]);
        check(
            "Ms. Ana Marshall Bishop, Permanent Secretary, spoke.",
            &["Ana Marshall Bishop / Permanent Secretary / -"],
        );
        check("Dutch Minister Edward M. Lind spoke.", &["Edward M. Lind / Minister / NLD"]);
        check("Dutch Minister Edward I. Lind spoke.", &["Edward I. Lind / Minister / NLD"]);
        check("Dutch Minister A Lind spoke.", &["A Lind / Minister / NLD"]);
        check("Dutch Minister K A Lind spoke.", &["K A Lind / Minister / NLD"]);
        check("Dutch Minister Omar Amir-Lind spoke.", &["Omar Amir-Lind / Minister / NLD"]);
        check("Emir Salim Al-Nasser Al-Salim spoke.", &["Salim Al-Nasser Al-Salim / Emir / -"]);
        check("Dutch Minister Amir Lind spoke.", &["Amir Lind / Minister / NLD"]);
        check("Dutch Minister Ana May Lind spoke.", &["Ana May Lind / Minister / NLD"]);
        check("Rebel leader Omar al-Houthi spoke.", &["Omar al-Houthi / Rebel leader / YEM"]);
        check("Dutch Minister A. K. Lind spoke.", &["A. K. Lind / Minister / NLD"]);
        check("Dutch Minister M. A. Lind spoke.", &["M. A. Lind / Minister / NLD"]);
        check("Dutch Minister A. Lind spoke.", &["A. Lind / Minister / NLD"]);
        check("Ambassador J.M.R.T. Jon Lind spoke.", &["J.M.R.T. Jon Lind / Ambassador / -"]);
        check("Zambian Minister Given Torre spoke.", &["Given Torre / Minister / ZMB"]);
        check("President Ana “Nan” Torre Jr. spoke.", &["Ana “Nan” Torre Jr. / President / -"]);
        check("Dutch Trade Minister Jan de Groot spoke.", &["Jan de Groot / Trade Minister / NLD"]);
        check(
            "Minister of Trade II Ana bin Haji Torre spoke.",
            &["Ana bin Haji Torre / Minister of Trade II / -"],
        );
        check("Trade Minister Park Sun-ho spoke.", &["Park Sun-ho / Trade Minister / -"]);
        check("The speaker, Torrana, spoke. The speaker, Oslo, 3 May.", &["Torrana / speaker / -"]);
    }
}
