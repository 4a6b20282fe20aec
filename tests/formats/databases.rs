//! Exports of NewsBank, ProQuest and EBSCO, as text, pages and documents.

use super::made::{Words, docx, pdf};
use crate::{all, articles, days, titles};
use chancery::import::Remark;

const TITLES: [&str; 3] = [
    "Varnholt and Ekeland sign harbour memorandum",
    "Okoro ends posting in Merand; successor is named",
    "Harbour talks end",
];

#[test]
fn every_article_of_newsbank_is_found_with_its_fields() {
    let found = articles("a.txt", include_bytes!("../fixtures/formats/newsbank.txt"));
    assert_eq!(titles(&found), TITLES);
    assert_eq!(days(&found), ["2031-04-22", "2031-04-23", "2031-04-24"]);
    let of =
        |field: fn(&chancery::model::Article) -> Option<&str>| found.iter().map(field).collect::<Vec<_>>();
    assert_eq!(
        of(|article| article.publisher.as_deref()),
        [Some("The Selwyn Courier"), Some("Merand Gazette"), Some("Selwyn Courier")]
    );
    assert_eq!(
        of(|article| article.byline.as_deref()),
        [Some("Ann Lowe"), Some("Jon Lind, Staff Writer"), Some("Example Wire")]
    );
    assert!(found[0].text.ends_with("They agreed to meet again in July."), "{}", &*found[0].text);
    assert!(found[1].text.ends_with("His successor arrives in May."), "{}", &*found[1].text);
    for article in &found {
        for outside in
            ["Words", "OpenURL", "Section", "Readability", "Record", "opyright", "Access World", "Caption"]
        {
            assert!(!article.text.contains(outside), "{outside} in {}", &*article.text);
        }
    }
}

#[test]
fn newsbank_is_read_from_pages_and_documents_too() {
    let lines = include_str!("../fixtures/formats/newsbank.txt");
    let blocks: Vec<&str> = lines.split("\n\n").collect();
    let page: String =
        blocks.iter().map(|block| format!("<div>{}</div>", block.replace('\n', "<br>"))).collect();
    let page = format!("<html><head><title>Access World News</title></head><body>{page}</body></html>");
    let mut print: Vec<Words<'_>> = Vec::new();
    let mut y = 815;
    for (at, block) in PRINTED.iter().enumerate() {
        y -= if at > 0 { 20 } else { 0 };
        for line in block.lines() {
            let size = if TITLES.iter().any(|title| title.contains(line)) { 14 } else { 9 };
            y -= 12;
            print.push((40, y, size, line));
        }
    }
    for (name, bytes) in [
        ("a.html", page.into_bytes()),
        ("a.docx", docx(&PRINTED.iter().flat_map(|block| block.lines()).collect::<Vec<_>>())),
        ("a.pdf", pdf(&[&print])),
    ] {
        let found = articles(name, &bytes);
        let all = usize::from(name == "a.html") + 2;
        assert_eq!(days(&found), ["2031-04-22", "2031-04-23", "2031-04-24"][..all], "{name}");
        assert_eq!(titles(&found), TITLES[..all], "{name}");
        assert!(found[1].text.ends_with("His successor arrives in May."), "{name}: {}", &*found[1].text);
    }
}

/// What NewsBank prints of two articles.
const PRINTED: &[&str] = &[
    "Varnholt and Ekeland sign harbour memorandum",
    "April 22, 2031 | Selwyn Courier, The (Port Selwyn, Ostravia)",
    "Author/Byline: Ann Lowe | Edition: Final | Section: News | Page: 3\n41 Words",
    "OpenURL Link",
    "Foreign ministers Ilse Varnholt of Ostravia and Tomas Ekeland of Merand signed a memorandum\non the harbour on Tuesday. They agreed to meet again in July, and to tell nobody of it before.",
    "Copyright (c) 2031 The Selwyn Courier. All rights reserved.",
    "Okoro ends posting in Merand; successor is named",
    "April 23, 2031 | Merand Gazette (Lund)",
    "Author/Byline: Jon Lind | Section: World\n24 Words",
    "OpenURL Link",
    "Ambassador Femi Okoro took leave of President Lena Marsh in Lund on Tuesday, after a posting\nof nine years that nobody had thought would last for more than one.",
    "His successor arrives in May.",
    "Copyright (c) 2031 Merand Gazette. All rights reserved.",
];

#[test]
fn a_page_of_ebsco_is_taken_apart_whether_its_text_has_a_label_or_not() {
    let (found, remarks) = all("a.html", include_bytes!("../fixtures/formats/ebsco.html")).unwrap();
    assert_eq!(titles(&found), ["Varnholt and Ekeland sign harbour memorandum", "Okoro ends posting"]);
    assert_eq!(days(&found), ["2031-04-22", "2031-04-23"]);
    assert_eq!(found[0].publisher.as_deref(), Some("The Selwyn Courier"));
    assert_eq!(found[0].byline.as_deref(), Some("Ann Lowe"));
    assert_eq!(found[1].byline.as_deref(), Some("Jon Lind, Staff Writer"));
    assert!(found[0].text.ends_with("They agreed to meet again in July."), "{}", &*found[0].text);
    assert!(found[1].text.ends_with("His successor arrives in May."), "{}", &*found[1].text);
    let numbers = Remark::Numbers { first: 1, last: 4, missing: 1 };
    assert_eq!(remarks, [numbers, Remark::WithoutText { count: 1 }]);
}

#[test]
fn a_page_of_proquest_is_taken_apart_by_its_headings_and_its_table() {
    let page = include_str!("../fixtures/formats/proquest.html");
    let (found, remarks) = all("a.html", page.as_bytes()).unwrap();
    assert_eq!(titles(&found), ["Varnholt and Ekeland sign harbour memorandum", "Okoro ends posting"]);
    assert_eq!(days(&found), ["2031-04-22", "2031-04-23"]);
    assert_eq!(found[0].publisher.as_deref(), Some("The Selwyn Courier"));
    assert_eq!(found[0].byline.as_deref(), Some("Ann Lowe, Jon Lind"));
    assert_eq!(found[0].url.as_deref(), Some("https://x.example/1"));
    assert!(found[0].text.ends_with("They agreed to meet again in July."), "{}", &*found[0].text);
    assert_eq!(remarks, [Remark::Numbers { first: 1, last: 3, missing: 1 }]);
    // Without numbers and rules an article begins where the first fields come again.
    let bare = page.replace("<hr><p>Document 1 of 3</p>", "").replace("<hr><p>Document 2 of 3</p>", "");
    assert_eq!(titles(&articles("a.html", bare.as_bytes())), titles(&found));
}

#[test]
fn an_export_with_abstracts_alone_gives_these() {
    let text = "Title: Ministers meet\nSource: Selwyn Courier, The. 04/22/2031, p3\nAbstract: The foreign ministers of Ostravia \
        and Merand met in Lund.\nAccession Number: 7\n";
    let found = articles("a.txt", text.as_bytes());
    assert_eq!(
        &*found[0].text,
        "Ministers meet\n\nThe foreign ministers of Ostravia and Merand met in Lund."
    );
}
