//! What the report promises: a page that holds all it needs and runs nothing, every quotation marked once and linked to
//! its value and back, and no text of an article but where it is wanted. It is read by an HTML parser.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{self, Cursor};
use std::sync::Arc;

use chancery::across::{Divergence, SideBySide};
use chancery::export::{Contents, ExportFormat, Spool};
use chancery::model::{
    Article, Commitment, CommitmentId, Day, EntryId, Evidence, PartialDate, Participant, ParticipantId,
    Party, Record, Review, RuleName, Ruling,
};
use proptest::prelude::*;
use scraper::{ElementRef, Html, Selector};

const TEXT: &str = "Ministers agree\n\nVALLETTA, 14 March 2021\n\nForeign Minister Maria Zerafa of Malta met Foreign \
                    Minister Ali Ben Salah of Tunisia in Valletta on Friday.\n\nMalta will reopen the harbour line by June.";

/// What breaks out of a page that does not escape.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</style></title><iframe src=https://example.org></iframe>",
    "<!-- ]]> &lt; &#60; &amp; \u{202e}desrever\u{2066}",
    "javascript:alert(1)",
];

/// A page is made of these and no others.
const ELEMENTS: &[&str] = &[
    "html", "head", "meta", "title", "style", "body", "header", "nav", "section", "div", "h1", "h2", "h3",
    "p", "a", "ol", "li", "span", "table", "thead", "tbody", "tr", "th", "td", "mark", "bdi", "q", "strong",
    "cite", "br", "del", "details", "summary", "ul", "figure", "svg", "desc", "rect", "line", "text",
];

fn report(records: &[Record], contents: Contents) -> String {
    written(ExportFormat::REPORT, records, contents)
}

fn as_text(record: &Record) -> String {
    written(ExportFormat::TEXT, std::slice::from_ref(record), Contents::default())
}

fn written(format: &ExportFormat, records: &[Record], contents: Contents) -> String {
    let mut bytes = Vec::new();
    let mut spool = || -> io::Result<Box<dyn Spool>> { Ok(Box::new(Cursor::new(Vec::new()))) };
    let records = records.iter().map(Cow::Borrowed);
    format.write(records, contents, &mut spool, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn read(article: Article) -> Record {
    let lexicon = chancery::lexicon::Lexicon::built_in();
    chancery::extract::read(&article.into(), &lexicon).into_iter().next().unwrap().record
}

fn record() -> Record {
    let published = Day::new(2021, 3, 14);
    read(Article { title: Some("Ministers agree".into()), published, ..Article::plain("talks.txt", TEXT) })
}

/// A record all of whose words are these.
fn of_words(words: &str) -> Record {
    let article = Article {
        title: Some(words.into()),
        publisher: Some(words.into()),
        byline: Some(words.into()),
        url: Some(words.to_owned()),
        language: Some(words.to_owned()),
        ..Article::plain(words, format!("{words}\n\n{TEXT}\n\n{words}").as_str())
    };
    let mut record = read(article);
    let party = Party { code: "XKX".parse().unwrap(), name: words.into() };
    let mut person = Participant::named(ParticipantId::numbered(90), words, Ruling::Corrected);
    (person.title, person.party) = (Some(words.into()), Some(party.clone()));
    record.meeting.participants.push(person);
    let mut said = Commitment::in_words(CommitmentId::numbered(90), words, Ruling::RuledOut);
    (said.parties, said.condition, said.topics) =
        (vec![party], Some(words.to_owned()), vec![words.to_owned()]);
    record.commitments.push(said);
    record.review = Review { notes: words.to_owned(), flag: Some(words.to_owned()), ..Review::default() };
    record
}

/// The elements of a page that are so.
fn all<'p>(document: &'p Html, selector: &str) -> Vec<ElementRef<'p>> {
    document.select(&Selector::parse(selector).unwrap()).collect()
}

/// All words in them.
fn words(document: &Html, selector: &str) -> String {
    all(document, selector).iter().flat_map(|element| element.text()).collect()
}

/// That the page runs nothing, fetches nothing, and is made of nothing but what is known.
fn check_harmless(page: &str) {
    let document = Html::parse_document(page);
    for element in all(&document, "*") {
        let name = element.value().name();
        assert!(ELEMENTS.contains(&name), "<{name}>");
        for (name, value) in element.value().attrs() {
            assert!(!name.starts_with("on") && name != "src" && name != "style", "{name}={value}");
            if name == "href" {
                assert!(
                    ["#", "https://", "http://"].iter().any(|begins| value.starts_with(begins)),
                    "{value}"
                );
            }
        }
    }
    assert!(page.contains("default-src 'none'"), "the page itself forbids whatever is not of it");
    let style = words(&document, "style");
    assert!(!style.contains("url(") && !style.contains("@import"), "nothing is fetched by its style");
}

/// That each link within the page leads somewhere, and nothing is called alike.
fn check_links(document: &Html) {
    let attributes = |name: &str| -> Vec<String> {
        let all = all(document, &format!("[{name}]"));
        all.into_iter().map(|element| element.attr(name).unwrap().to_owned()).collect()
    };
    let ids = attributes("id");
    let known: HashSet<&str> = ids.iter().map(String::as_str).collect();
    assert_eq!(known.len(), ids.len(), "two places have one name");
    for href in attributes("href").iter().filter_map(|href| href.strip_prefix('#')) {
        assert!(known.contains(href), "#{href} leads nowhere");
    }
}

/// The words of a mark, from all its pieces: what is named beside an inner mark is not of the text.
fn words_of(document: &Html, section: usize, number: usize) -> String {
    let is_back = Selector::parse("a.ref").unwrap();
    let pieces = all(document, &format!("#r{section} mark[data-q='{number}']"));
    let texts = pieces.iter().flat_map(|piece| piece.descendants()).filter(|node| {
        !node.ancestors().filter_map(ElementRef::wrap).any(|element| is_back.matches(&element))
    });
    texts.filter_map(|node| Some(&**node.value().as_text()?)).collect()
}

/// That every quotation is marked once, by its very words, and linked to its value and back.
fn check_marks(record: &Record, page: &str, section: usize) {
    let document = Html::parse_document(page);
    check_links(&document);
    let evidence: Vec<&Evidence> = record.evidenced().flat_map(|(_, evidence, _)| evidence).collect();
    for (at, evidence) in evidence.iter().enumerate() {
        let (number, mark) = (at + 1, format!("r{section}-q{}", at + 1));
        assert_eq!(all(&document, &format!("mark#{mark}")).len(), 1, "{mark}: {}", evidence.exact());
        let values = all(&document, &format!("#r{section} .values a[href='#{mark}']"));
        assert_eq!(values.len(), 1, "a value leads to {mark}");
        assert_eq!(
            words_of(&document, section, number).replace('\n', ""),
            evidence.exact().replace('\n', "")
        );
    }
    let back = all(&document, &format!("#r{section} .text a.ref")).len();
    assert_eq!(back, evidence.len(), "each mark leads back to its value");
    assert_eq!(all(&document, &format!("#r{section} mark[id]")).len(), evidence.len());
}

#[test]
fn every_quotation_is_marked_and_linked_to_its_value_and_back() {
    let record = record();
    assert!(record.evidenced().count() >= 5, "there is something to mark");
    check_marks(&record, &report(std::slice::from_ref(&record), Contents::ALL), 1);
    let page = report(&[record.clone(), record.clone()], Contents::ALL);
    check_marks(&record, &page, 1);
    check_marks(&record, &page, 2);
}

#[test]
fn no_text_of_an_article_becomes_a_part_of_the_page() {
    for words in HOSTILE {
        let records = [of_words(words), of_words(words)];
        for page in [report(&records, Contents::ALL), report(&records[..1], Contents::ALL)] {
            check_harmless(&page);
            check_links(&Html::parse_document(&page));
        }
    }
    let page = report(&[of_words(HOSTILE[0])], Contents::ALL);
    assert!(words(&Html::parse_document(&page), "h2").contains(HOSTILE[0]), "it is shown as it was written");
}

#[test]
fn two_reports_side_by_side_are_as_harmless_and_leave_the_articles_out() {
    for words in HOSTILE {
        let (here, there) = (Arc::new(record()), Arc::new(of_words(words)));
        for (record_here, record_there) in [(&here, &there), (&there, &here), (&there, &there)] {
            let compared = SideBySide {
                here: EntryId::FIRST,
                record_here: record_here.clone(),
                there: EntryId::FIRST.next(),
                record_there: record_there.clone(),
                divergence: Divergence::between(record_here, record_there),
            };
            let mut page = Vec::new();
            compared.write_page(&mut page).unwrap();
            let page = String::from_utf8(page).unwrap();
            check_harmless(&page);
            let document = Html::parse_document(&page);
            check_links(&document);
            assert_eq!(all(&document, "section.record").len(), 2);
            assert!(!page.contains("VALLETTA, 14 March"), "what supports nothing is not on the page");
        }
    }
}

#[test]
fn without_texts_the_quotations_stay_and_the_article_does_not() {
    let contents = Contents { texts: false, ..Contents::ALL };
    let page = report(&[record()], contents);
    let document = Html::parse_document(&page);
    check_links(&document);
    assert_eq!(all(&document, "mark, .article").len(), 0);
    assert!(words(&document, ".values").contains("Friday"), "the quotation is there");
    assert!(!page.contains("VALLETTA, 14 March"), "what supports nothing is not");
}

#[test]
fn above_several_records_stand_contents_pictures_and_a_ledger_with_a_row_a_commitment() {
    let records = [record(), record(), record()];
    let page = report(&records, Contents::ALL);
    check_harmless(&page);
    let document = Html::parse_document(&page);
    assert_eq!(all(&document, "ol.contents > li").len(), 3);
    assert!(all(&document, "figure > svg > title").len() >= 3);
    let said: usize = records.iter().map(|record| record.commitments.len()).sum();
    assert!(said > 0);
    assert_eq!(all(&document, ".ledger tbody > tr").len(), said);
    assert_eq!(all(&document, "section.record").len(), 3);
    let alone = Html::parse_document(&report(&records[..1], Contents::ALL));
    assert_eq!(all(&alone, ".contents, .ledger, figure").len(), 0, "a record alone is told by itself");
    let none = report(&[], Contents::ALL);
    check_harmless(&none);
    check_links(&Html::parse_document(&none));
}

#[test]
fn whatever_may_be_written_from_right_to_left_says_so_for_itself() {
    let words = "اتفق الوزيران على فتح الخط";
    let document = Html::parse_document(&report(&[of_words(words), record()], Contents::ALL));
    for element in all(&document, "h2, .text > p, .commitments p, .ledger td:nth-child(2), cite") {
        let said: String = element.text().collect();
        let is_of_page = ["Contents", "Pictures", "Commitments"].contains(&said.as_str());
        assert!(is_of_page || element.attr("dir") == Some("auto"), "{}", element.html());
    }
    assert!(!all(&document, ".people bdi").is_empty());
}

#[test]
fn a_record_as_text_says_who_met_where_and_when_and_is_cited() {
    let mut record = record();
    let mut article = Article::clone(&record.article);
    (article.byline, article.publisher) = (Some("Ann Lowe".into()), Some("Example Wire".into()));
    article.url = Some("https://example.org/talks".to_owned());
    record.article = article.into();
    record.commitments[0].deadline = Some(PartialDate::Month(2021, 6));
    let text = as_text(&record);
    for line in [
        "In person, Friday 12 March 2021, Valletta, Malta",
        "Maria Zerafa, Foreign Minister (Malta)",
        "1. Malta",
        "by June 2021",
        "Ann Lowe. “Ministers agree.” Example Wire, 14 March 2021. https://example.org/talks",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    record.meeting.participants[0].ruling = Ruling::RuledOut;
    assert!(!as_text(&record).contains("Zerafa, Foreign"), "what was rejected is not told");
}

/// Quotations anywhere: within each other, one over the other, over the ends of paragraphs.
fn quoting(text: &str, places: &[(usize, usize)]) -> Record {
    let mut record = record();
    record.article = Article::plain("talks.txt", text).into();
    (record.meeting.kind, record.meeting.date, record.meeting.location) = (None, None, None);
    record.meeting.participants.clear();
    record.commitments.clear();
    let text = &record.article.text;
    for (at, &(start, length)) in places.iter().enumerate() {
        let Some(span) = text.span_of_chars(start..start + length) else { continue };
        if text.slice(span).trim_matches('\n').is_empty() {
            continue;
        }
        let mut said = Commitment::in_words(CommitmentId::numbered(at), "promised", Ruling::Proposed);
        said.evidence.push(Evidence::quote(text, span, RuleName::REVIEWER));
        record.commitments.push(said);
    }
    record
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn quotations_may_lie_anywhere(
        text in "[a-d<&é王 \n]{1,60}",
        places in prop::collection::vec((0usize..60, 1usize..30), 0..8),
    ) {
        let record = quoting(&text, &places);
        check_marks(&record, &report(std::slice::from_ref(&record), Contents::ALL), 1);
    }
}
