//! From a draft to an article: what every format has in common.
//!
//! Boilerplate and the "Source:" line go out, the headline goes on top, and head and foot are asked
//! for day, place, author and publisher. Their lines stay in the reading text.

use super::date_line::DateLine;
use super::dateline::Opening;
use super::draft::Draft;
use super::encodings::TextEncoding;
use super::error::ImportError;
use super::lines::{is_prose, lines};
use super::publisher::{Clues, publisher};
use super::sign_off::SignOff;
use super::{boilerplate, credit, headline, issued, language};
use crate::calendar::{DateOrder, Surroundings, Told, numbers_in};
use crate::lexicon::Lexicon;
use crate::model::{Article, Dateline, Day, Line, Sha256Hex, Text};

/// So many paragraphs below the headline may open with the dateline: a lead may stand above it.
const OPENING_WITHIN: usize = 6;

/// So many lines may hold the fields of a database.
const LABELED_WITHIN: usize = 16;

/// What is known of the file before it is read.
pub(super) struct Origin<'a> {
    pub file_name: &'a str,
    /// The digest of its bytes.
    pub sha256: Sha256Hex,
    pub media_type: &'static str,
    /// The encoding in which it was read, if that is worth keeping.
    pub encoding: Option<TextEncoding>,
}

/// The article of a draft.
pub(super) fn article(draft: Draft, origin: Origin<'_>, lexicon: &Lexicon) -> Result<Article, ImportError> {
    let Draft { mut paragraphs, stated } = draft;
    boilerplate::remove(&mut paragraphs);
    let source = credit::take_source(&mut paragraphs);
    if paragraphs.is_empty() {
        return Err(ImportError::NoArticle);
    }
    let title = headline::settle(&mut paragraphs, stated.title.as_deref(), lexicon);
    let below = paragraphs.get(usize::from(title.is_some())..).unwrap_or_default();
    let all: Vec<&str> = lines(below).collect();

    let labeled = all.iter().take(LABELED_WITHIN).find_map(|line| Opening::labeled(line, lexicon));
    let first = || below.iter().take(OPENING_WITHIN).find_map(|paragraph| Opening::read(paragraph, lexicon));
    let opening = labeled.or_else(first);
    let head = || all.iter().take(OPENING_WITHIN).take_while(|line| !is_prose(line));
    let place_line = || head().find_map(|line| Opening::of_line(line, lexicon));
    let opening = opening.or_else(place_line);
    let sign_off = SignOff::read(&all, lexicon);
    let published = stated
        .published
        .or_else(|| issued::day_at_head(&all))
        .or_else(|| sign_off.as_ref().map(|signed| signed.day))
        .or_else(|| issued::day_at_foot(&all))
        .or_else(|| opening.as_ref().and_then(|opening| opening.date.filter(|date| date.is_full())))
        .or_else(|| title.as_deref().and_then(issued::day_in_headline))
        .or_else(|| stated.url.as_deref().and_then(issued::day_in_url));
    let clues = Clues {
        source: source.as_deref(),
        stated: stated.publisher.as_deref(),
        url: stated.url.as_deref(),
        opening: opening.as_ref(),
        sign_off: sign_off.as_ref(),
    };
    let publisher = publisher(&clues, &paragraphs, lexicon);
    let text = paragraphs.join("\n\n");
    let language = language::language(&text, stated.language.as_deref());
    let dated = opening.as_ref().and_then(|opening| opening.date);
    let written = all.iter().filter_map(|line| DateLine::read(line)).map(|read| read.day);
    let own = published.and_then(|published| own_day(published, dated.into_iter().chain(written)));
    let order = order(&text, own, publisher.as_deref(), language.as_deref(), lexicon);
    let published = published.and_then(|told| told.day(None, &order));
    Ok(Article {
        file_name: origin.file_name.into(),
        part: None,
        sha256: origin.sha256,
        media_type: origin.media_type.to_owned(),
        encoding: origin.encoding.map(|encoding| encoding.name().into()),
        language,
        publisher: publisher.map(Line::from),
        byline: stated.byline.or_else(|| credit::byline(&paragraphs)).map(Line::from),
        url: stated.url,
        published,
        dateline: dateline(opening, sign_off, published, &order),
        title: title.map(Line::from),
        text: Text::new(text),
    })
}

/// Whether the article writes day or month first.
fn order(
    text: &str,
    own: Option<Day>,
    publisher: Option<&str>,
    language: Option<&str>,
    lexicon: &Lexicon,
) -> DateOrder {
    let party = publisher.and_then(|name| lexicon.publisher(name)?.party.as_ref());
    let row = party.and_then(|party| lexicon.parties().get(lexicon.party_row(party)?));
    let country = row.and_then(|row| row.country.as_ref());
    DateOrder::of(numbers_in(text), Surroundings { published: own, country, language })
}

/// The day of publication in numbers, where another line writes it out: "9/5/2031" below "VALLETTA, Sept. 5" is
/// in September.
fn own_day(published: Told, written: impl Iterator<Item = Told>) -> Option<Day> {
    let Told::Numbers { numbers, .. } = published else { return None };
    let mut written = written.filter(|told| matches!(told, Told::Date { .. }));
    written.find_map(|told| {
        let mut readings = [numbers.month_first(), numbers.day_first()].into_iter().flatten();
        readings.find(|day| told.day(Some(*day), &DateOrder::default()) == Some(*day))
    })
}

/// The dateline at the head, else the one at the foot.
fn dateline(
    opening: Option<Opening>,
    sign_off: Option<SignOff>,
    published: Option<Day>,
    order: &DateOrder,
) -> Option<Dateline> {
    let signs = |signed: &SignOff| signed.place.is_some();
    if let Some(Opening { place, country, date, .. }) = opening
        && (place.is_some() || !sign_off.as_ref().is_some_and(signs))
    {
        let place = place.map(Line::from);
        return Some(Dateline { place, country, date: date.and_then(|date| date.day(published, order)) });
    }
    let signed = sign_off.filter(|signed| signed.place.is_some())?;
    Some(Dateline {
        place: signed.place.map(Line::from),
        country: signed.country,
        date: signed.day.day(published, order),
    })
}
