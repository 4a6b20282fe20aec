//! Whether a run of capitals is a person: what announces a name, and what makes it a thing's.

use super::super::title::SON_OF;
use std::ops::Range;

use super::super::label::{Label, is_capital};
use super::super::title::Title;
use super::Reader;
use crate::lexicon::Shape;

impl Reader<'_, '_> {
    /// Whether words of a title are meant as one: in capitals as a title, or with an article before
    /// ("the minister"), or right before a name ("foreign minister Ana Torre").
    pub(super) fn is_written_as_title(&self, title: &Title) -> bool {
        let capital = is_capital(self.source, title.office.start);
        let article = title.words.start.checked_sub(1).is_some_and(|before| {
            self.source.is_any(before, &["the", "his", "her", "its", "their", "our", "respective"])
        });
        // "Norlnad's ambassador": of a party that no table knows; "the kingdom's prime minister"
        let owned = title.words.start.checked_sub(1).is_some_and(|owner| {
            self.source.word(owner).is_some_and(|token| token.word.shape == Shape::Possessive)
        });
        let name_follows = self.names.at(self.courtesies(title.words.end, usize::MAX), usize::MAX).is_some();
        capital || article || owned || name_follows || title.party.is_some()
    }

    /// Whether a run of capitals may be a name: after a title or honorific always; by itself only
    /// in running text, with two words or more.
    pub(super) fn is_plausible(&self, name: &Range<usize>, announced: bool) -> bool {
        let place = self.source.words(name);
        let is_place = self
            .source
            .phrase(self.source.lexicon.place_names(), name.clone())
            .is_some_and(|(n, _)| n == name.len() && !self.is_surname(name));
        // In a script without capitals any words look like a name.
        let cased = place.iter().any(|token| token.word.shape != Shape::Uncased);
        let of_place = self.begins_with_place(name);
        // "Blue Shirt Army (BSA)" is a party, "NDO – The minister" begins with its agency.
        !self.is_abbreviated(name)
            && !self.signs(name)
            && (announced
                || cased && !is_place && !of_place && !self.is_thing(name) && !self.is_publisher(name))
    }

    /// "Amir Torre", after an office: what is an office elsewhere is a given name.
    pub(super) fn is_given_name(&self, at: usize, limit: usize) -> bool {
        self.source.is_any(at, &["amir", "emir", "sultan", "shah"])
            && (self.names.at(at + 1, limit).is_some() || self.source.is_any(at + 1, &SON_OF))
            && self.names.announced(at, limit).is_some()
    }

    /// Notes the last word of an introduced name, by which the text may go on to call its bearer.
    pub(super) fn note_surname(&self, name: &Range<usize>) {
        if name.len() > 1 {
            self.surnames.borrow_mut().insert(self.source.text(&(name.end - 1..name.end)));
        }
    }

    /// Whether a word is what somebody is called for short whom the text has introduced.
    fn is_surname(&self, name: &Range<usize>) -> bool {
        name.len() == 1 && self.surnames.borrow().contains(self.source.text(name))
    }

    /// "Talks in Oslo End Abruptly": a run that begins with a place, in a headline or where a place is due.
    pub(super) fn begins_with_place(&self, name: &Range<usize>) -> bool {
        let before = name.start.checked_sub(1);
        let due = before.is_some_and(|at| self.source.is_any(at, &["in", "at", "near"]));
        (due || self.labels.at(name.start).is(Label::HEADLINE))
            && self.source.phrase(self.source.lexicon.place_names(), name.clone()).is_some()
    }

    /// Whether the initials of these words follow in parentheses, as those of an organization do.
    fn is_abbreviated(&self, name: &Range<usize>) -> bool {
        let short = self.source.word(name.end + 1).map_or("", |token| token.word.text);
        let initials = self.source.words(name).iter().filter_map(|token| token.word.text.chars().next());
        let bracketed = self.source.is(name.end, "(") && self.source.is(name.end + 2, ")");
        bracketed && name.len() > 1 && initials.eq(short.chars())
    }

    /// "NDO – The minister": letters before a dash at the beginning of a paragraph.
    fn signs(&self, name: &Range<usize>) -> bool {
        let upper = |at: usize| self.source.word(at).is_some_and(|word| word.word.shape == Shape::Upper);
        let begins =
            |at: usize| self.source.sentence_at(name.start).is_some_and(|line| line.words.start == at);
        let opens = begins(name.start) && upper(name.start);
        // "NDO Wire – The minister"
        let behind = name.start.checked_sub(1).is_some_and(|at| begins(at) && upper(at));
        let dash = self.source.is_any(name.end, &["-", "–", "—", ":", "/"]);
        // "Additionally, the President of the Republic"
        let adverb = begins(name.start)
            && self.source.is(name.end, ",")
            && self.source.word(name.start).is_some_and(|token| {
                token.word.text.len() > 8
                    && (token.word.text.ends_with("lly") || token.word.text.ends_with("tely"))
            });
        name.len() == 1 && ((opens || behind) && dash || adverb)
    }

    /// "General Harbor Co", "Sardar Omar Stadium": what a word for a thing follows is its name.
    pub(super) fn is_part_of_thing(&self, name: &Range<usize>) -> bool {
        let next = self.labels.at(name.end);
        next.is(Label::NOT_NAME)
            && !next.is(Label::SURNAME | Label::HEADLINE | Label::GRAMMAR)
            && is_capital(self.source, name.end)
    }

    /// "the King Omar III Harmony Award", "the Queen Ana Peace Prize": what is called after somebody.
    pub(super) fn is_called_after(&self, name: &Range<usize>) -> bool {
        const BETWEEN: usize = 2;
        const THINGS: [&str; 24] = [
            "award",
            "awards",
            "prize",
            "prizes",
            "medal",
            "medals",
            "order",
            "trophy",
            "cup",
            "scholarship",
            "scholarships",
            "fellowship",
            "fellowships",
            "foundation",
            "hospital",
            "university",
            "college",
            "airport",
            "stadium",
            "bridge",
            "mosque",
            "highway",
            "lecture",
            "library",
        ];
        let mut words = name.end..name.end + BETWEEN + 1;
        let thing = words.find(|&at| !is_capital(self.source, at) || self.source.is_any(at, &THINGS));
        thing.is_some_and(|at| is_capital(self.source, at) && self.source.is_any(at, &THINGS))
    }

    /// "the fourth Lake Summit": what an article or a number leads to is a thing, not a person.
    fn is_thing(&self, name: &Range<usize>) -> bool {
        /// What goes on longer in capitals is no name of a thing.
        const LONGEST: usize = 20;
        let run = (0..name.start)
            .rev()
            .take(LONGEST)
            .take_while(|&at| is_capital(self.source, at) && !self.labels.at(at).is(Label::HEAD));
        let start = run.last().unwrap_or(name.start);
        let before = |n: usize| start.checked_sub(n);
        let article = |n: usize| before(n).is_some_and(|at| self.source.is_any(at, &["the", "a", "an"]));
        let number = before(1).is_some_and(|at| self.labels.at(at).is(Label::GRAMMAR));
        let thing = article(1) || number && article(2);
        if thing && start == name.start {
            self.things.borrow_mut().insert(self.source.text(name));
        }
        thing
    }

    /// "(Example Wire) —": the article's own publisher.
    fn is_publisher(&self, name: &Range<usize>) -> bool {
        let publisher = self.source.article.publisher.as_deref().unwrap_or_default();
        publisher.eq_ignore_ascii_case(self.source.text(name))
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::mention::people::tests::check;

    #[test]
    fn whoever_was_introduced_may_be_called_as_a_town_is() {
        check(
            "Foreign Minister Ana Bergamo spoke. Bergamo left. A town in Bergamo grew.",
            &["Ana Bergamo / Foreign Minister / -"],
        );
    }

    #[test]
    fn names_of_things_are_of_no_person() {
        check("Sardar Omar Stadium was full, and Ana Torre said so.", &["Ana Torre / - / -"]);
        check("The leader of the Blue Shirt Army (BSA) met Ana Torre.", &["Ana Torre / - / -"]);
        check("Talks in Oslo Ended Abruptly, Ana Torre said.", &["Ana Torre / - / -"]);
        check(
            "NDO Wire – Maltese Army Commander, General Ana Torre, spoke.",
            &["Ana Torre / Army Commander / MLT"],
        );
        check(
            "Diplomatically, President of the Republic, General Ana Torre, spoke.",
            &["Ana Torre / President of the Republic / -"],
        );
        check(
            "That is the version of the official Harbor News Agency, Ana Torre said.",
            &["Ana Torre / - / -"],
        );
        check("He received the King Omar III Harmony Award, and Ana Torre said so.", &["Ana Torre / - / -"]);
        check(
            "Minister Omar A Torre met the envoy, Dr. KJ Lind.",
            &["Omar A Torre / Minister / -", "KJ Lind / envoy / -"],
        );
        check("LIVE UPDATES and more, Ana Torre said.", &["Ana Torre / - / -"]);
        check("The Green Crescent came. Green Crescent was glad, Ana Torre said.", &["Ana Torre / - / -"]);
    }
}
