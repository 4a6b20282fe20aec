//! Captions: lines that stand under a picture, told from running text by how they are made. Either they say
//! so ("File photo:", "Right to left:", "(Photo: Ana Torre)"), or they name people and have no verb.

use crate::extract::looks;
use crate::lexicon::{Cue, Lexicon, Run, Shape, Token, VerbClass, WordClass};

/// What is longer is running text, whatever it says.
const LONGEST: usize = 70;

/// A line says within so many words of its beginning or its end that it is under a picture.
const ENDS: usize = 8;

/// What stands in the table of verbs and is a noun.
const NOUNS: [VerbClass; 7] = [
    VerbClass::NounExplicit,
    VerbClass::NounPlain,
    VerbClass::NounHedged,
    VerbClass::NounHope,
    VerbClass::NounRequest,
    VerbClass::NounMeet,
    VerbClass::Condition,
];

/// Whether a paragraph is a caption.
pub(super) fn is_caption(words: Run<'_, '_>, lexicon: &Lexicon) -> bool {
    looks::note(words.len().min(LONGEST));
    !words.is_empty()
        && words.len() <= LONGEST
        && (says_so(words, lexicon) || is_without_verb(words, lexicon))
}

/// Whether the first words are for a picture and a colon follows, or the last ones credit one.
pub(super) fn says_so(words: Run<'_, '_>, lexicon: &Lexicon) -> bool {
    looks::note(words.len().min(LONGEST));
    if words.len() > LONGEST {
        return false;
    }
    let at = |at: usize| words.longest(lexicon.words(), at..words.len());
    let picture = |from: usize| {
        at(from).filter(|(_, classes)| classes.contains(&WordClass::Picture)).map(|(n, _)| from + n)
    };
    let is_mark = |at: usize, marks: &[char]| {
        words
            .get(at)
            .is_some_and(|token| matches!(token.word.shape, Shape::Mark(mark) if marks.contains(&mark)))
    };
    let opens = (0..2)
        .filter_map(picture)
        .any(|end| is_mark(end, &[':', '-', '–', '—', '.', ')']) || end >= words.len());
    let mut last = words.len().saturating_sub(ENDS)..words.len();
    let credits = last.any(|at| {
        let before = at.checked_sub(1);
        let set_off = before.is_some_and(|before| is_mark(before, &['(', '[', '/', '|']));
        picture(at).is_some_and(|end| set_off || is_mark(end, &[':']))
    });
    opens || credits
}

/// Whether nothing in the words can be a verb, and some of them are names.
fn is_without_verb(words: Run<'_, '_>, lexicon: &Lexicon) -> bool {
    /// "named": what ends in "ed" and has more letters is a verb or a participle.
    const SHORTEST: usize = 4;
    /// So many words in small letters that carry meaning, and any could be a verb.
    const CONTENT: usize = 2;
    looks::note(words.len().min(LONGEST));
    if words.len() > LONGEST {
        return false;
    }
    let names = words.iter().filter(|token| token.word.shape.is_capital()).count();
    let verb = |at: usize| {
        let Some(token) = words.get(at).filter(|token| token.word.shape == Shape::Lower) else {
            return words.get(at).is_some_and(|token| token.word.shape == Shape::Uncased);
        };
        let one = at..at + 1;
        let verbs = words.longest(lexicon.verbs(), one.clone());
        let known = verbs.is_some_and(|(_, senses)| senses.iter().any(|sense| !NOUNS.contains(&sense.class)));
        let contact = words.longest(lexicon.contacts(), one.clone());
        let known = known || contact.is_some_and(|(_, sorts)| sorts.iter().any(|sort| sort.is_verb()));
        let cues = words.longest(lexicon.cues(), one);
        let acts = cues.is_some_and(|(_, cues)| cues.contains(&Cue::Modal) || cues.contains(&Cue::Past));
        let past = token.word.text.len() > SHORTEST && token.word.text.ends_with("ed");
        let be =
            ["is", "are", "was", "were", "has", "have", "had", "be", "been", "do", "does", "did", "said"];
        known || acts || past || be.contains(&token.word.text)
    };
    let content = |token: &&Token<'_>| token.word.shape == Shape::Lower && token.word.text.len() > SHORTEST;
    let content = words.iter().filter(content).count();
    names >= 4 && names * 3 > words.len() && content <= CONTENT && !(0..words.len()).any(verb)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: bool) {
        let lexicon = Lexicon::built_in();
        let tokens = lexicon.tokens(line);
        assert_eq!(is_caption(tokens.run(0..tokens.len()), &lexicon), expected, "{line}");
    }

    #[test]
    fn what_says_that_it_is_under_a_picture_is_a_caption() {
        check("FILE PHOTO: President Ana Torre attends a briefing in Oslo, June 20, 2024.", true);
        check("Right to left: Ana Torre, Prime Minister of Norland, and Jon Lind.", true);
        check("President Ana Torre shakes hands with Jon Lind in Oslo. (Photo: Harbor News)", true);
        check("President Ana Torre met Jon Lind in Oslo and gave him a photo of the harbor.", false);
    }

    #[test]
    fn names_without_a_verb_are_a_caption() {
        check("Ms. Ana Torre and Mr. Jon Lind, Chair of the Harbor Committee of Norland.", true);
        check("Ms. Ana Torre and Mr. Jon Lind met.", false);
        check("President Ana Torre of Norland held talks with Mr. Jon Lind in Oslo.", false);
        check("OSLO — Foreign Minister Ana Torre sat down with Jon Lind in Oslo on Tuesday.", false);
        check("The talks in Oslo were long.", false);
    }
}
