//! What the import promises of every kind of file that people have: exports of databases with many articles, wires,
//! documents, messages, archives and tables. All files are our own writing, most of them made here.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as promised"
)]

mod formats {
    mod databases;
    mod documents;
    pub mod made;
    mod references;
}

use chancery::import::{FORMATS, ImportError, Remark, import_each};
use chancery::lexicon::Lexicon;
use chancery::model::{Article, CancelToken, Day};
use formats::made::{docx, gzip, message, odt, tar, workbook, zip};

/// The articles of a file, and what is told of it.
fn all(name: &str, bytes: &[u8]) -> Result<(Vec<Article>, Vec<Remark>), ImportError> {
    let mut articles = Vec::new();
    let each = &mut |article| articles.push(article);
    let remarks = import_each(name, bytes, &Lexicon::built_in(), &CancelToken::default(), each)?;
    Ok((articles, remarks))
}

/// The articles of a file of which nothing is to be told.
fn articles(name: &str, bytes: &[u8]) -> Vec<Article> {
    let (articles, remarks) = all(name, bytes).unwrap();
    assert_eq!(remarks, [], "{name}");
    articles
}

macro_rules! fixture {
    ($name:literal) => {
        articles($name, include_bytes!(concat!("fixtures/formats/", $name)))
    };
}

fn titles(articles: &[Article]) -> Vec<&str> {
    articles.iter().map(|article| article.title.as_deref().unwrap_or_default()).collect()
}

fn days(articles: &[Article]) -> Vec<String> {
    articles.iter().map(|article| article.published.map(|day| day.to_string()).unwrap_or_default()).collect()
}

const BODY: &str =
    "Foreign Minister Marija Vella received her Tunisian counterpart Slim Gharbi in Valletta on Friday.";

#[test]
fn every_article_of_an_export_is_found_with_its_fields() {
    let found = fixture!("nexis-blank-lines.txt");
    assert_eq!(
        titles(&found),
        ["Ambassador Okoro presents credentials", "Varnholt, Ekeland agree on crossing", "Harbour talks end"]
    );
    assert_eq!(days(&found), ["2031-04-22", "2031-04-23", "2031-04-24"]);
    for article in &found {
        assert_eq!(article.publisher.as_deref(), Some("The Selwyn Courier"));
        assert_eq!(article.byline.as_deref(), Some("Staff Writer"));
        for outside in ["DOCUMENTS", "LOAD-DATE", "LENGTH", "Copyright", "PUBLICATION-TYPE"] {
            assert!(!article.text.contains(outside), "{outside} in {}", &*article.text);
        }
    }
    assert!(found[1].text.ends_with("The two ministers agreed to reopen the Halden crossing by June."));
    let parts: Vec<u32> = found.iter().map(|article| article.part.unwrap().get()).collect();
    assert_eq!(parts, [1, 2, 3]);
}

#[test]
fn the_only_article_of_a_file_has_no_number() {
    let found = fixture!("nexis-without-number.txt");
    assert_eq!((titles(&found), found[0].part), (vec!["WHAT THE CROSSING MEANS TO MERAND"], None));
    assert_eq!(found[0].publisher.as_deref(), Some("The Selwyn Courier"));
    assert!(!found[0].text.contains("words"));
}

#[test]
fn numbers_in_a_headline_are_no_day_and_a_highlight_is_no_byline() {
    let found = fixture!("nexis-date-in-headline.txt");
    assert_eq!(
        titles(&found),
        ["Ministers see quota fall to 2000 by 4 points; envoy Ekeland calls 1999 accord dead"]
    );
    assert_eq!(found[0].published, Day::new(2031, 5, 14));
    let found = fixture!("nexis-highlight.txt");
    assert_eq!(found[0].byline.as_deref(), Some("Roderick Schoon"));
}

#[test]
fn the_pages_of_databases_in_other_languages_are_read() {
    let found = fixture!("nexis-german.txt");
    assert_eq!(titles(&found), ["Ekeland trifft Varnholt in Lundhafen"]);
    assert_eq!((days(&found), found[0].language.as_deref()), (vec!["2031-05-14".to_owned()], Some("de")));
    assert!(!found[0].text.contains("UPDATE") && !found[0].text.contains("SPRACHE"));
}

#[test]
fn what_an_export_says_that_it_holds_is_compared_with_what_was_found() {
    let nexis = include_str!("fixtures/formats/nexis-blank-lines.txt");
    let said = nexis.replacen("1 of 3", "Download Request: Selected Items: 1-4\n\n\n 1 of 3", 1);
    assert_eq!(all("a.txt", said.as_bytes()).unwrap().1, [Remark::Count { said: 4, found: 3 }]);
    let cut = nexis.split("3 of 3").next().unwrap();
    let (articles, remarks) = all("a.txt", cut.as_bytes()).unwrap();
    assert_eq!((articles.len(), remarks), (2, vec![Remark::Numbers { first: 1, last: 3, missing: 1 }]));
}

#[test]
fn an_article_is_the_same_in_whatever_export_it_stands() {
    let nexis = include_str!("fixtures/formats/nexis-blank-lines.txt");
    let (_, rest) = nexis.split_once("2 of 3 DOCUMENTS").unwrap();
    let other = format!("  1 of 2 DOCUMENTS{}", rest.replace("3 of 3", "2 of 2"));
    let (one, other) = (articles("a.txt", nexis.as_bytes()), articles("b.txt", other.as_bytes()));
    assert_eq!(one[1].sha256, other[0].sha256);
    assert_ne!(one[0].sha256, one[1].sha256);
}

#[test]
fn the_codes_of_a_database_are_fields_and_no_text() {
    let found = fixture!("factiva-codes.txt");
    assert_eq!(titles(&found), ["Varnholt and Ekeland sign harbour memorandum", "Okoro ends posting"]);
    assert_eq!(days(&found), ["2031-04-22", "2031-04-23"]);
    assert_eq!(found[0].publisher.as_deref(), Some("Ostravia News Wire"));
    assert!(found[0].text.ends_with("They will meet again in July."));
}

/// A page of Nexis with two articles.
fn nexis_page() -> String {
    let article = |number: usize, title: &str| {
        format!(
            "<!-- <DOCFULL> --><BR><DIV><P><SPAN>{number} of 2 DOCUMENTS</SPAN></P></DIV><BR><DIV><P>The Courier</P></DIV>\
             <BR><DIV><P><SPAN>April</SPAN><SPAN> 2{number}, 2031 Tuesday</SPAN></P></DIV><BR><DIV><P>{title}</P></DIV>\
             <BR><DIV><P><SPAN>BYLINE: </SPAN><SPAN>By Ann Lowe</SPAN></P></DIV><BR><DIV><P>LENGTH: 60 words</P></DIV>\
             <BR><DIV><P>{BODY}</P><P>They agreed on <B>two</B> things.</P></DIV><BR><DIV><P>LOAD-DATE: April 30, 2031</P></DIV>"
        )
    };
    format!("<HTML><BODY>{}{}</BODY></HTML>", article(1, "Ministers meet"), article(2, "Ministers part"))
}

#[test]
fn an_export_is_taken_apart_whatever_kind_of_file_it_came_in() {
    let page = nexis_page();
    let lines = include_str!("fixtures/formats/nexis-blank-lines.txt");
    let rtf = format!("{{\\rtf1\\ansi {}}}", lines.replace('\n', "\\par\n"));
    for (name, bytes, titled) in [
        ("a.html", page.into_bytes(), "Ministers part"),
        ("a.rtf", rtf.into_bytes(), "Varnholt, Ekeland agree on crossing"),
        ("a.docx", docx(&lines.lines().collect::<Vec<_>>()), "Varnholt, Ekeland agree on crossing"),
        ("a.odt", odt(&lines.lines().collect::<Vec<_>>()), "Varnholt, Ekeland agree on crossing"),
    ] {
        let found = articles(name, &bytes);
        assert!(found.len() > 1 && titles(&found)[1] == titled, "{name}: {:?}", titles(&found));
        assert!(found.iter().all(|article| article.published.is_some()), "{name}");
    }
}

#[test]
fn the_cover_of_nexis_uni_is_no_article() {
    let article = |title: &'static str| {
        [
            title,
            "The Courier(London)",
            "April 22, 2031 Tuesday 9:20 AM GMT",
            "",
            "Copyright 2031 The Courier All Rights Reserved",
            "Section: NEWS; Pg. 3",
            "Length: 60 words",
            "Byline: Ann Lowe",
            "Body",
            "",
            BODY,
            "They agreed on two things.",
            "Load-Date: April 30, 2031",
            "End of Document",
        ]
    };
    let cover = [
        "Date and Time: Friday, 2 May 2031",
        "Job Number: 00000001",
        "Documents (2)",
        "1. Ministers meet",
        "Client/Matter: -None-",
        "2. Ministers part",
    ];
    let lines: Vec<&str> =
        cover.into_iter().chain(article("Ministers meet")).chain(article("Ministers part")).collect();
    let found = articles("export.DOCX", &docx(&lines));
    assert_eq!(titles(&found), ["Ministers meet", "Ministers part"]);
    assert_eq!(days(&found), ["2031-04-22", "2031-04-22"]);
    assert!(found.iter().all(|article| article.text.ends_with("They agreed on two things.")));
}

#[test]
fn proquest_europresse_and_references_are_read() {
    let proquest = format!(
        "______________________________________\n\nReport Information from ProQuest\n\n______________________________________\n\n\
         Document 1 of 1\n\nMinisters meet\n\nAuthor: Lowe, Ann\n\nFull text: {BODY}\n\nThey parted.\n\nSubject: Ports\n\n\
         Title: Ministers meet\n\nPublication title: The Courier; London (UK)\n\nPublication date: Apr 22, 2031\n\n\
         ProQuest document ID: 123456\n\n______________________________________\n\nContact us at: x\n"
    );
    let found = articles("a.txt", proquest.as_bytes());
    assert_eq!((titles(&found), days(&found)), (vec!["Ministers meet"], vec!["2031-04-22".to_owned()]));
    assert!(found[0].text.ends_with("They parted."));

    let article = |title: &str| {
        format!(
            "<table><tr><td><span class='DocPublicationName'>Le Courrier</span><br><span class='DocHeader'>Politique, </span>\
             <span class='DocHeader'>jeudi </span><span class='DocHeader'>5 octobre 2031</span><br><br><span class='TitreArticleVisu'>\
             {title}</span><br><br>Anne Basse<br><p></p>Les deux ministres se sont rencontrés vendredi à La Valette.<p></p>\
             <b><i>© 2031 Le Courrier. Tous droits réservés.</i></b><p></p>Numéro de document : news·2031</td></tr></table>"
        )
    };
    let page = format!("<html><body>{}{}</body></html>", article("Une rencontre"), article("Un départ"));
    let found = articles("a.html", page.as_bytes());
    assert_eq!(
        (titles(&found), days(&found)),
        (vec!["Une rencontre", "Un départ"], vec!["2031-10-05".to_owned(); 2])
    );
    assert_eq!(found[0].byline.as_deref(), Some("Anne Basse"));
    assert!(found[0].text.ends_with("La Valette."), "{}", &*found[0].text);

    let ris = format!(
        "TY  - NEWS\nTI  - Ministers meet\nJO  - The Courier\nDA  - 2031/04/22/\nAB  - {BODY}\nER  - \nTY  - NEWS\nTI  - No text\nER  - \n"
    );
    let (found, remarks) = all("a.ris", ris.as_bytes()).unwrap();
    assert_eq!((titles(&found), days(&found)), (vec!["Ministers meet"], vec!["2031-04-22".to_owned()]));
    assert_eq!(remarks, [Remark::WithoutText { count: 1 }]);
}

#[test]
fn a_type_that_is_named_wrongly_is_known_by_its_contents() {
    for (name, bytes, media_type) in [
        (
            "talks.txt",
            docx(&["Ministers meet", BODY]),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        ("talks.docx", format!("Ministers meet\n\n{BODY}\n").into_bytes(), "text/plain"),
        ("talks.pdf", format!("{{\\rtf1 Ministers meet\\par {BODY}}}").into_bytes(), "application/rtf"),
        (
            "talks",
            format!("<html><body><h1>Ministers meet</h1><p>{BODY}</p></body></html>").into_bytes(),
            "text/html",
        ),
        ("talks.log", format!("Ministers meet\n\n{BODY}\n").into_bytes(), "text/plain"),
    ] {
        let found = articles(name, &bytes);
        assert_eq!(
            (found[0].title.as_deref(), &*found[0].media_type),
            (Some("Ministers meet"), media_type),
            "{name}"
        );
    }
}

#[test]
fn a_message_has_subject_sender_day_and_what_is_attached() {
    let attached = docx(&["Joint statement", BODY]);
    let found = articles(
        "press.eml",
        &message(
            "Fwd: Ministers meet",
            BODY,
            &[("statement.docx", &attached), ("logo.png", b"\x89PNG\r\n\x1a\n")],
        ),
    );
    assert_eq!(titles(&found), ["Ministers meet", "Joint statement"]);
    assert_eq!(found[0].publisher.as_deref(), Some("Ministry of the Harbor"));
    assert_eq!((found[0].published, found[1].file_name.as_str()), (Day::new(2031, 4, 22), "statement.docx"));

    let one = String::from_utf8(message("One", BODY, &[])).unwrap();
    let mailbox = format!(
        "From a@b.example Tue Apr 22 09:00:00 2031\n{one}\n\nFrom a@b.example Tue Apr 22 09:00:00 2031\n{}",
        one.replace("Subject: One", "Subject: Two")
    );
    assert_eq!(titles(&articles("box.mbox", mailbox.as_bytes())), ["One", "Two"]);
}

#[test]
fn archives_are_read_as_folders_are() {
    let page = nexis_page();
    let inner = zip(&[("talks.docx", &docx(&["Ministers meet", BODY]))]);
    let files: [(&str, &[u8]); 3] =
        [("below/export.html", page.as_bytes()), ("inner.zip", &inner), ("__MACOSX/._a.txt", b"x")];
    for (name, bytes) in [("a.zip", zip(&files)), ("a.tar", tar(&files)), ("a.tgz", gzip(&tar(&files)))] {
        let found = articles(name, &bytes);
        assert_eq!(titles(&found), ["Ministers meet", "Ministers part", "Ministers meet"], "{name}");
        assert_eq!((found[1].file_name.as_str(), found[1].part.unwrap().get()), ("export.html", 2));
        assert_eq!((found[2].file_name.as_str(), found[2].part), ("talks.docx", None));
    }
    let (found, remarks) =
        all("a.zip", &zip(&[("a.txt", BODY.as_bytes()), ("b.png", b"\x89PNG\r\n\x1a\n\0\0")])).unwrap();
    assert_eq!(found.len(), 1);
    assert!(
        remarks.len() == 1
            && remarks[0].to_string().contains("b.png in it was not read: The file is a PNG picture"),
        "{remarks:?}"
    );
}

#[test]
fn what_unpacks_without_end_is_given_up() {
    let zeros = vec![0; 50_000_000];
    let mut bomb = gzip(&zeros);
    for _ in 0..4 {
        bomb = zip(&[("a.gz", &bomb), ("b.gz", &bomb), ("c.gz", &bomb), ("d.gz", &bomb)]);
    }
    let error = all("a.zip", &bomb).unwrap_err();
    assert!(matches!(error, ImportError::NothingWithin { .. } | ImportError::TooMuchWithin), "{error}");
}

#[test]
fn a_row_of_a_table_is_an_article() {
    let found = fixture!("semicolons.csv");
    assert_eq!(titles(&found), ["Varnholt sees Ekeland", "Okoro leaves"]);
    assert_eq!(days(&found), ["2031-04-22", "2031-04-23"]);
    assert!(found[0].text.contains("They agreed; both said so: \"June\" at the latest."));

    let json = format!(
        r#"{{"articles": [{{"title": "One", "maintext": "{BODY}", "date_publish": "2031-04-22 10:00:00", "source_domain": "x.example"}}]}}"#
    );
    let lines = format!(
        "{{\"headline\": \"One\", \"body_html\": \"<p>{BODY}</p><p>They parted.</p>\", \"versioncreated\": \"2031-04-22T10:00:00Z\"}}\n"
    );
    let book = workbook(&[&["Title", "Date", "Text"], &["One", "2031-04-22", BODY]]);
    for (name, bytes) in [("a.json", json.as_bytes()), ("a.jsonl", lines.as_bytes()), ("a.xlsx", &book)] {
        let found = articles(name, bytes);
        assert_eq!((titles(&found), days(&found)), (vec!["One"], vec!["2031-04-22".to_owned()]), "{name}");
        assert!(found[0].text.contains("Slim Gharbi"), "{name}");
    }
}

#[test]
fn wires_and_feeds_are_read() {
    let nitf = format!(
        "<?xml version='1.0'?><nitf><head><docdata><date.issue norm='20310422T100000'/></docdata><pubdata name='Example Wire'/></head><body><body.head><hedline><hl1>Ministers meet</hl1></hedline><byline>By <person>Ann Lowe</person></byline></body.head><body.content><media><media-caption>No text</media-caption></media><p>{BODY}</p><p>They parted.</p></body.content></body></nitf>"
    );
    let g2 = format!(
        "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet><newsItem xml:lang='en'><itemMeta><provider literal='example.wire'/><versionCreated>2031-04-22T10:00:00Z</versionCreated></itemMeta><contentMeta><headline>Ministers meet</headline></contentMeta><contentSet><inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body><p>{BODY}</p><p>They parted.</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>"
    );
    let newsml = format!(
        "<NewsML><NewsItem><NewsManagement><FirstCreated>20310422T100000Z</FirstCreated></NewsManagement><NewsComponent><NewsLines><HeadLine>Ministers meet</HeadLine></NewsLines><NewsComponent><ContentItem><DataContent><p>{BODY}</p><p>They parted.</p></DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>"
    );
    let rss = format!(
        "<rss version='2.0' xmlns:content='x'><channel><title>Example Wire</title><item><title>Ministers meet</title><link>https://x.example/1</link><pubDate>Tue, 22 Apr 2031 10:00:00 GMT</pubDate><description>Short.</description><content:encoded><![CDATA[<p>{BODY}</p><p>They parted.</p>]]></content:encoded></item></channel></rss>"
    );
    let atom = format!(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Example Wire</title><entry><title>Ministers meet</title><published>2031-04-22T10:00:00Z</published><content type='html'>&lt;p&gt;{BODY}&lt;/p&gt;&lt;p&gt;They parted.&lt;/p&gt;</content></entry></feed>"
    );
    let factiva = format!(
        "<PPSResponse><ppsarticle><article><headline><paragraph><hlt>Ministers</hlt> meet</paragraph></headline><leadParagraph><paragraph>{BODY}</paragraph></leadParagraph><tailParagraphs><paragraph>They parted.</paragraph></tailParagraphs><publicationDate><date>2031-04-22</date></publicationDate><sourceName>Example Wire</sourceName></article></ppsarticle></PPSResponse>"
    );
    for (name, xml) in
        [("nitf", nitf), ("g2", g2), ("newsml", newsml), ("rss", rss), ("atom", atom), ("factiva", factiva)]
    {
        let found = articles("a.xml", xml.as_bytes());
        assert_eq!(
            (titles(&found), days(&found)),
            (vec!["Ministers meet"], vec!["2031-04-22".to_owned()]),
            "{name}"
        );
        assert_eq!(&*found[0].text, format!("Ministers meet\n\n{BODY}\n\nThey parted."), "{name}");
    }
}

#[test]
fn what_is_not_read_is_named_for_what_it_is() {
    let says = |name: &str, bytes: &[u8], what: &str| {
        let error = all(name, bytes).unwrap_err().to_string();
        assert!(error.contains(what), "{name}: {error}");
    };
    let old: Vec<u8> = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        .iter()
        .copied()
        .chain("WordDocument".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    says("a.doc", &old, "a Word 97 document, but damaged");
    says("a.docx", b"PK\x03\x04\x14\0\x06\0word/document.xml", "a Word document, but damaged");
    says("a.xml", b"<kml><Placemark/></kml>", "XML");
    says("a.json", br#"{"name": "chancery"}"#, "JSON");
    says("a.csv", b"year,population\n2031,400000\n", "no column of texts");
    says("a.eml", b"The ministers met.", "no whole e-mail");
    says("a.mhtml", b"From: <Saved>\r\nSubject: Talks\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nnothing", "(.mhtml), but damaged");
    says(
        "a.zip",
        &zip(&[("b.png", b"\x89PNG\r\n\x1a\n\0\0")]),
        "No article was found in the file. b.png in it",
    );
}

#[test]
fn desktop_entry_and_manual_name_every_format() {
    let (entry, manual) =
        (include_str!("../assets/chancery.desktop"), include_str!("../assets/manual/files.md"));
    for format in FORMATS {
        assert!(
            entry.contains(&format!("{};", format.media_type)),
            "{} in assets/chancery.desktop",
            format.media_type
        );
        let first = format.extensions[0];
        assert!(manual.contains(&format!("`.{first}`")), ".{first} in assets/manual/files.md");
    }
}

/// What stands in an attribute or an element of this name, in order.
fn told<'x>(xml: &'x str, begin: &str, end: char) -> Vec<&'x str> {
    xml.split(begin).skip(1).filter_map(|rest| rest.split(end).next()).collect()
}

#[test]
fn the_bundles_for_other_systems_are_xml_and_name_every_ending_that_is_read_and_no_other() {
    let (mac, windows) =
        (include_str!("../assets/packages/Info.plist"), include_str!("../assets/packages/chancery.wxs"));
    for bundle in [mac, windows] {
        let mut reader = quick_xml::Reader::from_str(bundle);
        reader.config_mut().check_end_names = true;
        while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
    }
    let sorted = |mut endings: Vec<&'static str>| {
        endings.sort_unstable();
        endings
    };
    let read = sorted(FORMATS.iter().flat_map(|format| format.extensions).copied().collect());
    let (_, of_mac) = mac.split_once("CFBundleTypeExtensions").unwrap();
    assert_eq!(sorted(told(of_mac, "<string>", '<')), read, "assets/packages/Info.plist");
    assert_eq!(sorted(told(windows, "SupportedTypes\" Name=\".", '"')), read, "assets/packages/chancery.wxs");
}

#[test]
fn every_package_has_the_version_of_the_program() {
    let version = env!("CARGO_PKG_VERSION");
    for (package, says) in [
        (include_str!("../assets/packages/Info.plist"), format!("<string>{version}</string>")),
        (include_str!("../assets/packages/chancery.wxs"), format!(" Version=\"{version}\"")),
        (include_str!("../assets/packages/chancery.metainfo.xml"), format!("<release version=\"{version}\"")),
    ] {
        assert!(package.contains(&says), "{says}");
    }
}
