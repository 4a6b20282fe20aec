//! What the report promises: a page that holds all it needs and runs nothing, every quotation marked once and linked to
//! its value and back, and no text of an article but where it is wanted. It is read by an HTML parser.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{self, Cursor};

use chancery::export::{Contents, ExportFormat, Spool};
use chancery::model::{
    Article, Commitment, CommitmentId, Day, Evidence, PartialDate, Participant, ParticipantId, Party, Record,
    Review, RuleName, Ruling,
};
use dom_query::Document;
use proptest::prelude::*;

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
    "cite", "br", "del", "details", "summary", "figure", "svg", "desc", "rect", "line", "text",
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

/// That the page runs nothing, fetches nothing, and is made of nothing but what is known.
fn check_harmless(page: &str) {
    let document = Document::from(page);
    for node in document.select("*").nodes() {
        let name = node.node_name().unwrap().to_string();
        assert!(ELEMENTS.contains(&&*name), "<{name}>");
        for attribute in node.attrs() {
            let (name, value) = (&*attribute.name.local, &*attribute.value);
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
    let style = document.select("style").text().to_string();
    assert!(!style.contains("url(") && !style.contains("@import"), "nothing is fetched by its style");
}

/// That each link within the page leads somewhere, and nothing is called alike.
fn check_links(document: &Document) {
    let attributes = |name: &str| -> Vec<String> {
        let all = document.select(&format!("[{name}]"));
        all.nodes().iter().map(|node| node.attr(name).unwrap().to_string()).collect()
    };
    let ids = attributes("id");
    let known: HashSet<&str> = ids.iter().map(String::as_str).collect();
    assert_eq!(known.len(), ids.len(), "two places have one name");
    for href in attributes("href").iter().filter_map(|href| href.strip_prefix('#')) {
        assert!(known.contains(href), "#{href} leads nowhere");
    }
}

/// The words of a mark, from all its pieces: what is named beside an inner mark is not of the text.
fn words_of(document: &Document, section: usize, number: usize) -> String {
    let pieces = document.select(&format!("#r{section} mark[data-q='{number}']"));
    pieces.select("a.ref").remove();
    pieces.nodes().iter().map(|piece| piece.text().to_string()).collect()
}

/// That every quotation is marked once, by its very words, and linked to its value and back.
fn check_marks(record: &Record, page: &str, section: usize) {
    let document = Document::from(page);
    check_links(&document);
    let evidence: Vec<&Evidence> = record.evidenced().flat_map(|(_, evidence, _)| evidence).collect();
    for (at, evidence) in evidence.iter().enumerate() {
        let (number, mark) = (at + 1, format!("r{section}-q{}", at + 1));
        assert_eq!(document.select(&format!("mark#{mark}")).length(), 1, "{mark}: {}", evidence.exact());
        let values = document.select(&format!("#r{section} .values a[href='#{mark}']"));
        assert_eq!(values.length(), 1, "a value leads to {mark}");
        assert_eq!(
            words_of(&Document::from(page), section, number).replace('\n', ""),
            evidence.exact().replace('\n', "")
        );
    }
    let back = document.select(&format!("#r{section} .text a.ref")).length();
    assert_eq!(back, evidence.len(), "each mark leads back to its value");
    assert_eq!(document.select(&format!("#r{section} mark[id]")).length(), evidence.len());
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
            check_links(&Document::from(page.as_str()));
        }
    }
    let page = report(&[of_words(HOSTILE[0])], Contents::ALL);
    assert!(Document::from(page).select("h2").text().contains(HOSTILE[0]), "it is shown as it was written");
}

#[test]
fn without_texts_the_quotations_stay_and_the_article_does_not() {
    let contents = Contents { texts: false, ..Contents::ALL };
    let page = report(&[record()], contents);
    let document = Document::from(page.as_str());
    check_links(&document);
    assert_eq!(document.select("mark, .article").length(), 0);
    assert!(document.select(".values").text().contains("Friday"), "the quotation is there");
    assert!(!page.contains("VALLETTA, 14 March"), "what supports nothing is not");
}

#[test]
fn above_several_records_stand_contents_pictures_and_a_ledger_with_a_row_a_commitment() {
    let records = [record(), record(), record()];
    let page = report(&records, Contents::ALL);
    check_harmless(&page);
    let document = Document::from(page);
    assert_eq!(document.select("ol.contents > li").length(), 3);
    assert!(document.select("figure > svg > title").length() >= 3);
    let said: usize = records.iter().map(|record| record.commitments.len()).sum();
    assert!(said > 0);
    assert_eq!(document.select(".ledger tbody > tr").length(), said);
    assert_eq!(document.select("section.record").length(), 3);
    let alone = Document::from(report(&records[..1], Contents::ALL));
    assert_eq!(alone.select(".contents, .ledger, figure").length(), 0, "a record alone is told by itself");
    let none = report(&[], Contents::ALL);
    check_harmless(&none);
    check_links(&Document::from(none));
}

#[test]
fn whatever_may_be_written_from_right_to_left_says_so_for_itself() {
    let words = "اتفق الوزيران على فتح الخط";
    let document = Document::from(report(&[of_words(words), record()], Contents::ALL));
    for node in document.select("h2, .text > p, .commitments p, .ledger td:nth-child(2), cite").nodes() {
        let is_of_page = ["Contents", "Pictures", "Commitments"].contains(&&*node.text());
        assert!(is_of_page || node.attr("dir").is_some_and(|dir| &*dir == "auto"), "{}", node.html());
    }
    assert!(document.select(".people bdi").length() > 0);
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
