//! People who are called like a country, its capital or its people: "Israel Katz", "Luis Montenegro", "Ms.
//! Holland". What tells is the courtesy or office before such a name, or what stands behind it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::extract::segment::{Part, Source};
use crate::lexicon::{PartyForm, PartyName, Shape, TitleClass, VerbClass, WordClass};

/// A name has so many words at most before the one that is a country's too.
const GIVEN: usize = 3;

/// An office is told within so many words after a name and its comma.
const OFFICE: usize = 6;

/// Which of these words for parties, a place in the list each, are parts of names of people.
pub(super) fn namesakes<'n>(
    source: &Source<'_>,
    found: impl Iterator<Item = (&'n Range<usize>, &'n [PartyName])> + Clone,
) -> BTreeSet<usize> {
    let mut names = BTreeSet::new();
    let mut families: BTreeSet<String> = BTreeSet::new();
    let single = found.clone().enumerate().filter(|(_, (words, _))| words.len() == 1);
    for (number, (words, named)) in single.clone() {
        let word = Word { source, at: words.start, form: named.first().map(|name| name.form) };
        let family = word.is_family_name();
        if family {
            families.insert(source.text(words).to_lowercase());
        }
        if family || word.is_given_name() {
            names.insert(number);
        }
    }
    if families.is_empty() {
        return names;
    }
    // "Montenegro said": the person, where the text never speaks of the country by another word.
    let mut spelt: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for (_, (words, named)) in found.enumerate().filter(|(number, _)| !names.contains(number)) {
        for name in named {
            spelt.entry(name.row).or_default().insert(source.text(words).to_lowercase());
        }
    }
    for (number, (words, named)) in single {
        let text = source.text(words).to_lowercase();
        let by_others = |name: &PartyName| spelt.get(&name.row).is_some_and(|words| words.len() > 1);
        let before = words.start.checked_sub(1);
        let placed = before.is_some_and(|at| source.is_any(at, &["in", "to", "from", "of"]));
        if families.contains(&text) && !placed && !named.iter().any(by_others) {
            names.insert(number);
        }
    }
    names
}

/// A word that names a party.
struct Word<'s, 'a> {
    source: &'s Source<'a>,
    at: usize,
    form: Option<PartyForm>,
}

impl Word<'_, '_> {
    /// "Prime Minister Luis Montenegro", "Ms. Holland", "Luis Montenegro, the Portuguese premier".
    fn is_family_name(&self) -> bool {
        let Self { source, at, .. } = *self;
        // "Foreign Minister Ana Torre British Prime Minister": a comma is missing.
        if !self.is_written() || self.is_office(at + 1) || self.is_of_force() {
            return false;
        }
        let Some(before) = at.checked_sub(1) else { return false };
        if self.is_courtesy(before) {
            return self.form != Some(PartyForm::Demonym) || !self.is_plain(at + 1);
        }
        let line = source.sentence_at(at).map_or(at, |line| line.words.start);
        let given = (line..at).rev().take(GIVEN).take_while(|&at| self.is_plain(at)).count();
        let first = at - given;
        let announced = first.checked_sub(1).filter(|&office| office >= line);
        let announced = announced.is_some_and(|office| self.is_courtesy(office) || self.is_office(office));
        let goes_on = self.form == Some(PartyForm::Name) && self.is_plain(at + 1);
        given > 0
            && (announced || first > line && (goes_on || self.is_told_behind(at + 1)))
            && self.form != Some(PartyForm::Seat)
    }

    /// "Foreign Minister Israel Katz", "Jordan Bardella, leader of the party".
    fn is_given_name(&self) -> bool {
        let Self { source, at, form, .. } = *self;
        let demonym = form == Some(PartyForm::Demonym);
        if demonym || !self.is_written() || !self.is_plain(at + 1) || self.is_of_force() {
            return false;
        }
        let opens = source.sentence_at(at).is_some_and(|line| line.words.start == at);
        let told = self.is_told_behind(at + 2);
        let Some(before) = at.checked_sub(1) else { return told };
        let apposed = source.is(before, ",") && before.checked_sub(1).is_some_and(|at| self.is_office(at));
        let bare = opens || source.is_any(before, &[",", "and", "with", "by", "met"]);
        self.is_courtesy(before)
            || self.is_office(before)
            || apposed && source.is(at + 2, ",")
            || bare && told
    }

    /// "Commander Turkish Land Forces": whose force it is.
    fn is_of_force(&self) -> bool {
        const LONGEST: usize = 4;
        let next = self.at + 1;
        let capital =
            |at: &usize| self.source.word(*at).is_some_and(|word| word.word.shape == Shape::Capital);
        let mut words = (next..next + LONGEST).take_while(capital);
        words.any(|at| self.source.is_any(at, &["forces", "force", "army", "navy", "guard", "command"]))
    }

    /// A word with a capital of a line that is no headline, where all have capitals.
    fn is_written(&self) -> bool {
        let line = self.source.sentence_at(self.at);
        line.is_some_and(|line| line.part != Part::Headline && !line.in_capitals)
            && self.source.word(self.at).is_some_and(|word| word.word.shape == Shape::Capital)
            && !self.source.word(self.at + 1).is_some_and(|word| word.word.joined)
    }

    /// Whether a word is written as names are and no table knows it.
    fn is_plain(&self, at: usize) -> bool {
        let Self { source, .. } = *self;
        let lexicon = source.lexicon;
        let Some(word) = source.word(at) else { return false };
        let initial = word.word.shape == Shape::Initial && word.word.text.ends_with('.');
        let known = || {
            source.phrase(lexicon.titles(), at..at + 1).is_some()
                || source.phrase(lexicon.party_names(), at..at + 1).is_some()
                || source.phrase(lexicon.words(), at..at + 1).is_some_and(|(_, classes)| {
                    classes.iter().any(|class| !matches!(class, WordClass::Month(_)))
                })
                || source.phrase(lexicon.contacts(), at..at + 1).is_some()
                || source.phrase(lexicon.verbs(), at..at + 1).is_some()
        };
        initial || word.word.shape == Shape::Capital && !known()
    }

    /// "Mr.", "Dr.", "General".
    fn is_courtesy(&self, at: usize) -> bool {
        // "You miss Malta."
        let written = self.source.word(at).is_some_and(|word| word.word.shape.is_capital());
        written && self.has_class(at, |class| matches!(class, TitleClass::Honorific | TitleClass::Rank))
    }

    /// The head of an office that one holds: "minister", not "ministers".
    fn is_office(&self, at: usize) -> bool {
        let text = self.source.word(at).map_or("", |word| word.word.text);
        !text.ends_with('s') && self.has_class(at, |class| matches!(class, TitleClass::Head))
    }

    fn has_class(&self, at: usize, is: impl Fn(TitleClass) -> bool) -> bool {
        let found = self.source.phrase(self.source.lexicon.titles(), at..at + 1);
        found.is_some_and(|(_, classes)| classes.iter().any(|class| is(*class)))
    }

    /// Whether what stands there tells of somebody named before: ", the minister,", ", 48,", "said".
    fn is_told_behind(&self, at: usize) -> bool {
        let Self { source, .. } = *self;
        let comma = source.is(at, ",");
        let age = || {
            source.word(at + 1).is_some_and(|word| word.word.shape == Shape::Number) && source.is(at + 2, ",")
        };
        let office = || source.after(at + 1, OFFICE).any(|at| self.is_office(at));
        let says = source
            .phrase(source.lexicon.verbs(), at..at + 1)
            .is_some_and(|(_, senses)| senses.iter().any(|sense| sense.class == VerbClass::Say));
        comma && (age() || office()) || says
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::mention::people::tests::check;

    #[test]
    fn people_may_be_called_like_a_country() {
        check(
            "Croatian Minister Ana Holland met Greek Minister Jordan Pappas. Mr. Holland was late.",
            &["Ana Holland / Minister / HRV", "Jordan Pappas / Minister / GRC"],
        );
        check("The Israeli minister, Israel Katz, spoke.", &["Israel Katz / minister / ISR"]);
        check(
            "Ms. England met Marie France Duval, the French ambassador.",
            &["England / - / -", "Marie France Duval / ambassador / FRA"],
        );
        check(
            "President Ana Torre of Malta spoke. President Torre told Malta so.",
            &["Ana Torre / President / MLT"],
        );
    }

    #[test]
    fn a_force_is_of_its_country() {
        check(
            "General Mehmet Torre, Commander Turkish Land Forces, met Ana Lind, Deputy UN Special Representative in Malta.",
            &[
                "Mehmet Torre / Commander Turkish Land Forces / TUR",
                "Ana Lind / Special Representative in Malta / UN",
            ],
        );
    }
}
