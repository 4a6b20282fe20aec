//! Documents as people keep them: printed pages, and what older programs wrote.

use super::made::{Words, compound, pdf, pdf_of, pdf_with, scanned_pdf, webarchive, word_97};
use crate::{BODY, all, articles, titles};
use chancery::import::Remark;
use chancery::model::Day;

/// Lines of a column, from above.
fn column<'t>(x: u32, y: u32, lines: &[&'t str]) -> Vec<Words<'t>> {
    lines.iter().zip(0..).map(|(line, at)| (x, y - 14 * at, 10, *line)).collect()
}

const LEFT: &[&str] = &[
    "Foreign Minister Marija Vella received her",
    "Tunisian counterpart Slim Gharbi in Valletta on",
    "Friday. They spoke about the harbor line, which",
    "had been closed for most of the winter because",
    "of storms, and about fishing rights to the south",
    "of the islands. Both ministers agreed to re-",
    "open the line by June, and to meet again in",
    "Tunis before the end of the year, when the com-",
];

const RIGHT: &[&str] = &[
    "mission on fisheries will have made its report",
    "to both governments. The ministers parted in",
    "the evening. A joint statement will follow in the",
    "coming days, a spokesperson of the ministry in",
    "Valletta said. It is the third meeting of the two",
    "within a year. The harbor line carried a hundred",
    "thousand travelers before it was closed, and",
    "many of them had to take a flight instead.",
];

#[test]
fn a_printed_page_is_read_column_by_column_without_what_is_around_it() {
    let head = (60, 810, 9, "The Selwyn Courier, 22 April 2031");
    let mut first = vec![head, (60, 760, 24, "Ministers agree on the harbor line")];
    first.extend(column(60, 700, LEFT));
    first.extend(column(320, 700, RIGHT));
    first.push((290, 30, 9, "1"));
    let mut second = vec![head];
    second.extend(column(
        60,
        760,
        &[
            "Fishermen on both sides of the sea hope that the",
            "talks go on, they told this paper on Saturday.",
        ],
    ));
    second.push((290, 30, 9, "2"));
    let found = articles("page.pdf", &pdf(&[&first, &second]));
    assert_eq!(titles(&found), ["Ministers agree on the harbor line"]);
    let text = &*found[0].text;
    assert!(text.contains("agreed to reopen the line by June"), "{text}");
    assert!(text.contains("when the commission on fisheries will have made its report"), "{text}");
    assert!(!text.contains("Courier") && !text.ends_with(['1', '2']), "{text}");
    assert_eq!(found[0].published, Day::new(2031, 4, 22));
    assert_eq!(&*found[0].media_type, "application/pdf");
}

#[test]
fn a_page_that_a_browser_printed_has_the_address_and_not_the_day_of_printing() {
    let page: &[Words<'_>] = &[
        (30, 820, 8, "4/30/31, 10:05 AM"),
        (250, 820, 8, "Ministers agree on the harbor line"),
        (60, 760, 24, "Ministers agree on the harbor line"),
        (60, 700, 10, BODY),
        (30, 20, 8, "https://courier.example/2031/04/22/harbor"),
        (550, 20, 8, "1/1"),
    ];
    let found = articles("page.pdf", &pdf(&[page]));
    assert_eq!(found[0].url.as_deref(), Some("https://courier.example/2031/04/22/harbor"));
    assert_eq!(found[0].published, Day::new(2031, 4, 22));
    assert_eq!(&*found[0].text, format!("Ministers agree on the harbor line\n\n{BODY}"));
}

#[test]
fn a_pdf_without_text_with_a_password_or_damaged_is_named_with_what_to_do() {
    let says = |bytes: &[u8], what: &str, remedy: &str| {
        let error = all("talks.pdf", bytes).unwrap_err().to_string();
        assert!(error.contains(what) && error.contains(remedy), "{error}");
    };
    says(&scanned_pdf(2), "a scanned PDF document without text", "text recognition");
    let lock = format!(
        "/ID [<00> <00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{0}> /U <{0}> >>",
        "ab".repeat(32)
    );
    says(&pdf_with(&lock, &[&[(60, 700, 10, BODY)]]), "a locked PDF document", "save a copy without one");
    says(b"%PDF-1.7\nnothing", "a PDF document, but damaged", "Save or download it again");
    let whole = pdf(&[&[(60, 700, 10, BODY)]]);
    // What can be found in a file that was cut off is read.
    assert!(articles("talks.pdf", &whole[..whole.len() - 200])[0].text.contains("Slim Gharbi"));
}

#[test]
fn pages_that_are_pictures_are_told_beside_those_that_are_read() {
    let text = format!("BT /F1 10 Tf 60 700 Td ({BODY}) Tj ET");
    let picture = "q 595 0 0 842 0 0 cm /Im1 Do Q".to_owned();
    let (found, remarks) = all("talks.pdf", &pdf_of("", &[text, picture])).unwrap();
    assert!(found[0].text.contains("Slim Gharbi"));
    assert_eq!(remarks, [Remark::PicturePages { count: 1 }]);
}

#[test]
fn a_document_of_word_97_is_read_in_the_order_of_its_pieces() {
    const OF_WORD_97: u16 = 0xc1;
    let narrow = "Ministers meet – again\r\u{13} HYPERLINK \"x\" \u{14}Foreign Minister\u{15} ";
    let wide = BODY.trim_start_matches("Foreign Minister ").replace("Gharbi", "Għarbi") + "\r";
    let found = articles("talks.doc", &word_97(OF_WORD_97, 0x0200, narrow, &wide));
    assert_eq!(titles(&found), ["Ministers meet – again"]);
    assert!(found[0].text.ends_with(&BODY.replace("Gharbi", "Għarbi")), "{}", &*found[0].text);

    let says = |bytes: &[u8], what: &str, remedy: &str| {
        let error = all("talks.doc", bytes).unwrap_err().to_string();
        assert!(error.contains(what) && error.contains(remedy), "{error}");
    };
    says(&word_97(OF_WORD_97, 0x0300, narrow, &wide), "a locked Word document", "save a copy without one");
    says(&word_97(0x65, 0x0200, narrow, &wide), "a Word 6 or Word 95 document", "save it as .docx");
    says(
        &word_97(OF_WORD_97, 0, narrow, &wide),
        "a Word 97 document, but damaged",
        "Save or download it again",
    );
    says(&compound(&[("EncryptedPackage", b"x")]), "a locked Office document", "save a copy without one");
}

#[test]
fn a_page_that_safari_saved_is_read_as_a_page() {
    let page = format!(
        "<html><body><article><h1>Ministers meet</h1><p>{BODY}</p><p>{BODY}</p></article></body></html>"
    );
    let found = articles(
        "talks.webarchive",
        &webarchive("https://courier.example/2031/04/22/talks", page.as_bytes()),
    );
    assert_eq!(titles(&found), ["Ministers meet"]);
    assert_eq!(found[0].published, Day::new(2031, 4, 22));
    assert_eq!(found[0].url.as_deref(), Some("https://courier.example/2031/04/22/talks"));
    let cut = webarchive("https://courier.example", page.as_bytes());
    let error = all("talks.webarchive", &cut[..cut.len() - 9]).unwrap_err().to_string();
    assert!(error.contains("(.webarchive), but damaged"), "{error}");
}
