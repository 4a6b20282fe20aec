//! Days: where an article names a day, and as what.
//!
//! What words for a day mean is the calendar's to say; here they become mentions, as words of the
//! article. Months, years and "last week" name no day and are not looked for.

use std::ops::Range;

use super::in_order::Placed;
use crate::calendar::{Against, Context, Direction, Resolved, TEXT, Told, may_begin, read_at};
use crate::extract::segment::Source;
use crate::lexicon::{Shape, WordClass};
use crate::model::Span;

/// Words that name a day or a run of days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::extract) struct DayMention {
    /// The words, without "on".
    pub words: Range<usize>,
    /// What they tell.
    pub told: Told,
    /// Where they stand, to the letter: of "2022-06-17T19:45" the day only.
    pub span: Span,
}

impl Placed for DayMention {
    fn words(&self) -> &Range<usize> {
        &self.words
    }
}

impl DayMention {
    /// The days that these words mean, counted from the likeliest day.
    pub fn resolve(&self, source: &Source<'_>, context: &Context, direction: Direction) -> Option<Resolved> {
        let against = Against { anchor: context.anchor(), direction, order: &context.order };
        self.told.resolve(source.article.text.slice(self.span), against)
    }

    /// All days that these words could mean, each once, the likeliest first.
    pub fn readings(&self, source: &Source<'_>, context: &Context, direction: Direction) -> Vec<Resolved> {
        self.told.readings(source.article.text.slice(self.span), context, direction)
    }
}

/// What an article gives to settle its words for days with.
pub(super) fn context(source: &Source<'_>) -> Context {
    let publisher = source.publisher.and_then(|publisher| publisher.party.as_ref());
    let row = publisher.and_then(|party| source.lexicon.party_row(party));
    let country = row.and_then(|row| source.party(row)?.country.as_ref());
    Context::of(source.article, country)
}

/// Every day that an article names, in order.
pub(super) fn days(source: &Source<'_>) -> Vec<DayMention> {
    let mut days = Vec::new();
    let mut at = 0;
    while at < source.tokens.len() {
        match told_at(source, at).filter(|mention| mention.told.is_days()) {
            Some(mention) => {
                at = mention.words.end;
                days.push(mention);
            }
            None => at += 1,
        }
    }
    days
}

/// The day or longer time that is told by words which begin here.
pub(in crate::extract) fn told_at(source: &Source<'_>, at: usize) -> Option<DayMention> {
    let word = source.word(at)?.word;
    // Every day begins with a number, a name of the calendar or a few small words; most words are none.
    let small = || {
        source.facts(at).begins_day && may_begin(word.text, source.word(at + 1).map(|next| next.word.text))
    };
    let begins = match word.shape {
        Shape::Number => true,
        Shape::Lower => small(),
        shape if shape.is_capital() => is_named(source, at) || small(),
        _ => false,
    };
    begins.then_some(())?;
    let mention = read_at(source.article.text.as_str(), word.start, TEXT)?;
    let behind = source.ahead(at, MOST_WORDS).iter().take_while(|token| token.word.start < mention.bytes.end);
    let words = at..at + behind.count().max(1);
    Some(DayMention { words, told: mention.told, span: source.article.text.span(mention.bytes)? })
}

/// Whether a word is a name of the calendar.
fn is_named(source: &Source<'_>, at: usize) -> bool {
    use WordClass::{Month, RelativeDay, Weekday};
    let classes = source.phrase(source.lexicon.words(), at..at + 1);
    classes.is_some_and(|(_, classes)| {
        classes.iter().any(|class| matches!(class, Month(_) | Weekday(_) | RelativeDay))
    })
}

/// Words for a day are no more: "Wednesday, the 30th of September 2020 to Thursday, the 1st of October 2020".
const MOST_WORDS: usize = 24;
