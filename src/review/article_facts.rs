//! What an article says of itself: headline, publisher, days, author, address. The import has read it, and a person
//! can set it otherwise, typed or from words of the text.

use std::sync::Arc;

use super::part::Part;
use super::value::PartValue;
use crate::calendar::{Context, LINE, TEXT, days_in, find};
use crate::lexicon::Lexicon;
use crate::model::{Article, Dateline, Day, Line, Record, Span};

impl Part {
    /// The facts of an article, in the order of the form.
    pub const FACTS: &'static [&'static Self] =
        &[Self::TITLE, Self::PUBLISHER, Self::PUBLISHED, Self::DATELINE_DAY, Self::BYLINE, Self::URL];

    /// Whether it is a fact of the article, which is the same for all of its contacts.
    pub fn is_of_article(&self) -> bool {
        Self::FACTS.contains(&self)
    }

    /// Whether it is a day.
    pub fn is_day(&self) -> bool {
        [Self::PUBLISHED, Self::DATELINE_DAY].contains(&self)
    }

    /// The words of the text that say so, if any do.
    pub fn words_in(&self, record: &Record) -> Option<Span> {
        let text = &record.article.text;
        match self.get(record, None)? {
            PartValue::Words(Some(words)) => {
                let at = text.find(&words)?;
                text.span(at..at + words.len())
            }
            PartValue::Days(Some(day), _) => words_of_day(&record.article, day),
            _ => None,
        }
    }

    /// What these words of the text say of it; nothing where it is a day and they name none.
    pub(super) fn told_by(&self, record: &Record, span: Span, lexicon: &Lexicon) -> Option<PartValue> {
        let article = &record.article;
        let words = article.text.slice(span);
        if self.is_day() {
            let days = days_in(words, &context(article, lexicon))?;
            return Some(PartValue::Days(Some(days.end.unwrap_or(days.start)), None));
        }
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(PartValue::Words(Some(words)))
    }
}

/// What an article gives to read its days with.
pub(super) fn context(article: &Article, lexicon: &Lexicon) -> Context {
    let publisher = article.publisher.as_deref().and_then(|name| lexicon.publisher(name));
    let party = publisher.and_then(|publisher| lexicon.party(publisher.party.as_ref()?.as_str()));
    Context::of(article, party.and_then(|row| row.country.as_ref()))
}

/// The first words that write this day out.
fn words_of_day(article: &Article, day: Day) -> Option<Span> {
    let order = Context::of(article, None).order;
    let mentions = find(&article.text, LINE).into_iter().chain(find(&article.text, TEXT));
    let mut written = mentions.filter(|mention| mention.told.day(Some(day), &order) == Some(day));
    article.text.span(written.next()?.bytes)
}

/// Changes the facts of an article; its text stays as it is.
pub(super) fn change(record: &mut Record, change: impl FnOnce(&mut Article)) {
    let mut article = Article::clone(&record.article);
    change(&mut article);
    if article != *record.article {
        record.article = Arc::new(article);
    }
}

/// The day of the dateline. A dateline of which nothing is left was none.
pub(super) fn set_dateline_day(article: &mut Article, day: Option<Day>) {
    let dateline = Dateline { date: day, ..article.dateline.take().unwrap_or_default() };
    article.dateline = Some(dateline).filter(|dateline| *dateline != Dateline::default());
}

/// An address is one line without spaces around it; emptied it is none.
pub(super) fn address(words: Option<String>) -> Option<String> {
    words.map(|words| Line::from(words.trim()).to_string()).filter(|words| !words.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract;
    use crate::review::{Hand, RecordEdit};

    const TEXT: &str = "Envoys meet\n\nExample Wire, 14 March 2021\n\nForeign Minister Slim Gharbi of Tunisia met Foreign \
                        Minister Maria Zerafa of Malta in Sfax on Friday.";

    fn record() -> Record {
        let lexicon = Lexicon::built_in();
        let article = Article { title: Some("Envoys meet".into()), ..Article::plain("talks.txt", TEXT) };
        extract::extract(&article, &lexicon)
    }

    fn span(record: &Record, words: &str) -> Span {
        let at = record.article.text.find(words).unwrap();
        record.article.text.span(at..at + words.len()).unwrap()
    }

    #[test]
    fn facts_are_taken_from_words_and_lead_to_them() {
        let (mut record, lexicon) = (record(), Lexicon::built_in());
        let hand = Hand { by: "R".into(), at: "2021-03-20T09:12:44Z".parse().unwrap() };
        for (part, words) in [(Part::PUBLISHER, "Example Wire"), (Part::PUBLISHED, "14 March 2021")] {
            let at = span(&record, words);
            RecordEdit::FactFrom(part, at).step().apply(&mut record, &lexicon, &hand);
            assert_eq!(part.words_in(&record), Some(at), "{words}");
        }
        assert_eq!(record.article.publisher.as_deref(), Some("Example Wire"));
        assert_eq!(record.article.published, "2021-03-14".parse().ok());
        let at = span(&record, "Envoys");
        RecordEdit::FactFrom(Part::PUBLISHED, at).step().apply(&mut record, &lexicon, &hand);
        assert_eq!(
            record.article.published,
            "2021-03-14".parse().ok(),
            "words that name no day change nothing"
        );
    }

    #[test]
    fn emptied_facts_are_none() {
        let mut record = record();
        for part in Part::FACTS {
            let value =
                if part.is_day() { PartValue::Days(None, None) } else { PartValue::Words(Some(" ".into())) };
            let edit = RecordEdit::Set { part, of: None, value };
            let hand = Hand { by: "R".into(), at: "2021-03-20T09:12:44Z".parse().unwrap() };
            edit.step().apply(&mut record, &Lexicon::built_in(), &hand);
        }
        let article = &record.article;
        let none = (&article.title, &article.publisher, article.published, &article.dateline, &article.url);
        assert_eq!(none, (&None, &None, None, &None, &None));
    }
}
