//! What the import promises, over files as people have them. All of them are our own writing.

use chancery::import::{
    ColumnRole, ImportError, KnownColumns, ReadAs, TextEncoding, extensions, import, import_as,
    import_source, is_article, table_head,
};
use chancery::lexicon::Lexicon;
use chancery::model::{Article, CancelToken, Day};

/// Reads a file of `tests/fixtures/import/`.
macro_rules! fixture {
    ($name:literal) => {
        read($name, include_bytes!(concat!("fixtures/import/", $name)))
    };
}

fn read(name: &str, bytes: &[u8]) -> Result<Article, ImportError> {
    import(name, bytes, &Lexicon::built_in())
}

fn day(month: i8, day: i8) -> Option<Day> {
    Day::new(2021, month, day)
}

/// Place, country and day of an article's dateline.
fn dateline(article: &Article) -> Option<(Option<&str>, Option<&str>, Option<Day>)> {
    let dateline = article.dateline.as_ref()?;
    Some((dateline.place.as_deref(), dateline.country.as_ref().map(|code| code.as_str()), dateline.date))
}

fn paragraphs(article: &Article) -> Vec<&str> {
    article.text.split("\n\n").collect()
}

#[test]
fn a_wire_story_yields_headline_publisher_dateline_and_day() {
    let article = fixture!("wire-story.txt").unwrap();
    assert_eq!(article.title.as_deref(), Some("Freedonia, Malta agree to reopen harbour line"));
    assert_eq!(article.publisher.as_deref(), Some("Xinhua"));
    assert_eq!(article.published, day(3, 14));
    assert_eq!(dateline(&article), Some((Some("VALLETTA"), Some("MLT"), day(3, 14))));
    assert_eq!(article.language.as_deref(), Some("en"));
    assert_eq!(article.media_type, "text/plain");
}

#[test]
fn a_headline_that_stands_twice_is_kept_once_and_the_source_line_goes() {
    let article = fixture!("wire-story.txt").unwrap();
    let paragraphs = paragraphs(&article);
    assert_eq!(
        paragraphs.get(..2),
        Some(&["Freedonia, Malta agree to reopen harbour line", "March 14, 2021"][..])
    );
    assert_eq!(paragraphs.len(), 5, "{paragraphs:#?}");
    assert!(article.headline().is_some());
    assert!(!article.text.contains("Source:"));
}

#[test]
fn a_hard_wrapped_readout_in_windows_1252_becomes_paragraphs_with_its_letters_right() {
    let article = fixture!("readout-windows-1252.txt").unwrap();
    let paragraphs = paragraphs(&article);
    assert_eq!(article.title.as_deref(), Some("READOUT OF THE MINISTER’S CALL WITH FOREIGN MINISTER SAMPLE"));
    assert!(paragraphs.get(1).is_some_and(|p| !p.contains('\n') && p.contains("the café owners’ petition")));
    assert_eq!(paragraphs.last(), Some(&"Ministry of Foreign Affairs\nValletta\n14 March 2021"));
    assert_eq!(article.published, day(3, 14));
    assert_eq!(dateline(&article), Some((Some("Valletta"), Some("MLT"), day(3, 14))));
    assert!(
        article.publisher.as_deref().is_some_and(|name| name.contains("Malta")),
        "{:?}",
        article.publisher
    );
}

#[test]
fn markdown_is_read_without_its_marks_and_front_matter_is_understood() {
    let article = fixture!("speech.md").unwrap();
    assert_eq!(article.title.as_deref(), Some("Ministers: the harbour line opens"));
    assert_eq!(article.publisher.as_deref(), Some("Harbour Gazette"));
    assert_eq!(article.byline.as_deref(), Some("Jane Writer"));
    assert_eq!(article.published, day(3, 14));
    assert_eq!(
        paragraphs(&article),
        [
            "Ministers: the harbour line opens",
            "Maria Example, the foreign minister, met her counterpart in Valletta on Friday.",
            "What they agreed",
            "Malta will dredge the harbour\nFreedonia will pay for the piers",
            "They will meet again in the autumn.",
        ]
    );
}

#[test]
fn a_saved_page_yields_the_article_and_nothing_around_it() {
    let article = fixture!("saved-page.html").unwrap();
    assert_eq!(article.title.as_deref(), Some("Ministers agree to reopen the harbour line"));
    assert_eq!(article.publisher.as_deref(), Some("Harbour Gazette"));
    assert_eq!(article.byline.as_deref(), Some("Jane Writer"));
    assert_eq!(article.url.as_deref(), Some("https://gazette.example/2021/03/14/harbour-line"));
    assert_eq!(article.published, day(3, 14));
    assert_eq!(article.language.as_deref(), Some("en-GB"));
    assert_eq!(dateline(&article), Some((Some("VALLETTA"), Some("MLT"), None)));
    for outside in ["cookies", "Sport", "Tweet", "Share", "Related", "Old ferry", "©", "Privacy"] {
        assert!(!article.text.contains(outside), "{outside:?} in {}", &*article.text);
    }
    for inside in [
        "reopen the harbour line to Freedonia by June",
        "engineers will measure the piers,\nthe two",
        "parliament agrees.",
    ] {
        assert!(article.text.contains(inside), "{inside:?} not in {}", &*article.text);
    }
}

#[test]
fn a_page_is_read_as_one_whatever_its_name() {
    let page = include_bytes!("fixtures/import/saved-page.html");
    assert_eq!(read("saved-page.txt", page).map(|article| article.media_type), Ok("text/html".to_owned()));
}

#[test]
fn other_encodings_and_scripts_are_read() {
    let utf_16 = fixture!("communique-utf-16.txt").unwrap();
    assert!(utf_16.text.contains("Anton Čapek"));
    assert_eq!(dateline(&utf_16), Some((Some("Valletta"), Some("MLT"), day(3, 14))));

    let cyrillic = fixture!("talks-windows-1251.html").unwrap();
    assert_eq!(cyrillic.language.as_deref(), Some("ru"));
    assert_eq!(cyrillic.published, day(3, 14));
    assert_eq!(
        cyrillic.title.as_deref(),
        Some("Министр иностранных дел Мария Примерова провела переговоры в Минске")
    );

    let chinese = fixture!("talks-chinese.txt").unwrap();
    assert_eq!(chinese.language.as_deref(), Some("zh"));
    assert_eq!(chinese.published, day(3, 14));
}

#[test]
fn days_are_read_where_ministries_and_wires_print_them() {
    let body =
        "Minister Maria Example met her counterpart, and they agreed to reopen the harbour line by June.";
    for head in [
        "Headline of the day\n\n14-03-2021 - 15:00",
        "Headline of the day\n\nSun, 14 Mar 2021 21:41:14 +0000",
        "Headline of the day\n2021-03-14 23:55",
        "14 March 2021\n\nHeadline of the day",
        "PRESS RELEASE\n\nHeadline of the day\n\nPublished: 14 March 2021 | Updated: 16 March 2021",
        "THE WHITE HOUSE\nOffice of the Press Secretary\nFor Immediate Release March 14, 2021\n\nHeadline of the day",
        "Headline of the day\n\nPR. NO. 12/2021\n\nIslamabad, 14 March 2021",
        "Headline of the day\n\nPosted On: 14 MAR 2021 6:39PM by PIB Delhi",
        "No: 12, 14 March 2021, Regarding the Harbour Line",
        "Headline of the day\n\n14 Mar. 2021 - | Last updated: 15 Mar. 2021 15:32",
        "Headline of the day\n\nSunday, March 14, 2021 19:48 IST",
        "Headline of the day\n\nFrom: Global Affairs Example\n\nNews release\n\nMarch 14, 2021 – Ottawa, Ontario – Global Affairs",
    ] {
        let article = read("head.txt", format!("{head}\n\n{body}\n").as_bytes()).unwrap();
        assert_eq!(article.published, day(3, 14), "{head}");
    }
    for foot in [
        "New Delhi\nMarch 14, 2021",
        "Colombo, 14 March 2021",
        "MINISTRY OF FOREIGN AFFAIRS\nSINGAPORE\n14 MARCH 2021",
    ] {
        let article =
            read("foot.txt", format!("Headline of the day\n\n{body}\n\n{foot}\n").as_bytes()).unwrap();
        assert_eq!(article.published, day(3, 14), "{foot}");
    }
    let undated = read("none.txt", format!("Meeting of 9 July 2015\n\n{body}").as_bytes()).unwrap();
    assert_eq!(undated.published, None, "a day in the headline is not the day of the article");
}

#[test]
fn an_agency_that_no_table_knows_stands_in_brackets_beside_the_day() {
    let publisher = |opening: &str| {
        let text = format!("Ministers meet\n\n14 March 2021\n\n{opening} The ministers met today.\n");
        read("agency.txt", text.as_bytes()).unwrap().publisher
    };
    assert_eq!(publisher("VALLETTA, March 14 (Example Wire) –").as_deref(), Some("Example Wire"));
    assert_eq!(publisher("BISHKEK, March 14 (Kyrgyzstan) –"), None, "a country is no agency");
}

#[test]
fn datelines_are_read_in_the_styles_of_the_wires() {
    let rest =
        "The foreign minister of Malta met her counterpart on Friday, and they agreed to reopen the line.";
    let march = day(3, 14);
    for (opening, place, country, date) in [
        ("Bishkek (Kyrgyzstan), Mar 14:", "Bishkek", "KGZ", march),
        ("BEIJING, March 14 (Xinhua) --", "BEIJING", "CHN", march),
        ("VALLETTA, March 14 (Example Wire) –", "VALLETTA", "MLT", march),
        ("HANOI, March 14. /TASS/.", "HANOI", "VNM", march),
        ("RIYADH (Reuters) -", "RIYADH", "SAU", None),
        ("BEIJING", "BEIJING", "CHN", None),
        ("HANOVER, Germany", "HANOVER", "DEU", None),
        ("Washington, D.C., March 14 –", "Washington, D.C.", "USA", march),
        ("KUALA LUMPUR, 14 Mac:", "KUALA LUMPUR", "MYS", march),
        ("New Delhi [India], March 14 (ANI):", "New Delhi", "IND", march),
        ("Paris (AFP) –", "Paris", "FRA", None),
        ("MOSCOW. March 14 (Interfax) -", "MOSCOW", "RUS", march),
        ("Geneva, 14 March 2021 —", "Geneva", "CHE", march),
        ("Baku, March 14, 2021, AZERTAC.", "Baku", "AZE", march),
        ("Kyiv. 14 March. UNN.", "Kyiv", "UKR", march),
        ("Belmopan. March 14, 2021.", "Belmopan", "BLZ", march),
        ("Dar es Salaam.", "Dar es Salaam", "TZA", None),
        ("NUKU'ALOFA, 14 March 2021 -", "NUKU'ALOFA", "TON", march),
        ("SANA'A, March 14 (Saba) -", "SANA'A", "YEM", march),
        ("Riyadh, Rajab 30, 1442, March 14, 2021, SPA --", "Riyadh", "SAU", march),
        ("QUITO, Mar 14 2021 (Andes).-", "QUITO", "ECU", march),
        ("Male', Maldives –", "Male", "MDV", None),
        ("SAN SALVADOR, 14 MAR 2021 (HARBOR - WIRE) --", "SAN SALVADOR", "SLV", march),
        ("VALLETTA – 14 March 2021:", "VALLETTA", "MLT", march),
        ("VALLETTA - March 14, 2021 -", "VALLETTA", "MLT", march),
        ("MOSCOW/MINSK (Harbor Wire / Example - 14th March, 2021)", "MOSCOW", "RUS", march),
    ] {
        let text = format!("Headline of the day\n\n15 March 2021\n\n{opening} {rest}\n");
        let article = read("wire.txt", text.as_bytes()).unwrap();
        assert_eq!(dateline(&article), Some((Some(place), Some(country), date)), "{opening}");
        assert!(article.text.contains(opening), "the dateline stays in the text");
    }
    for opening in [
        "President of Freedonia Rufus Sample:",
        "Sullivan:",
        "NATO",
        "Following the missile tests of May 25 (KST),",
        "China-Malta ties -",
        "Sullivan.",
        "In Valletta, on March 14, 2021.",
    ] {
        let text = format!("Headline of the day\n\n15 March 2021\n\n{opening} {rest}\n");
        assert_eq!(dateline(&read("none.txt", text.as_bytes()).unwrap()), None, "{opening}");
    }
}

#[test]
fn a_line_that_names_the_source_at_the_foot_tells_its_day() {
    let text = "Ministers meet\n\nThe foreign minister of Malta met her counterpart.\n\nSource:  www.harbor.example, 14 March 2021\n";
    let article = read("foot.txt", text.as_bytes()).unwrap();
    assert_eq!(article.published, day(3, 14));
    assert_eq!(article.publisher.as_deref(), Some("www.harbor.example"));
}

#[test]
fn a_day_without_a_year_takes_the_year_that_brings_it_nearest() {
    let text = "Headline of the day\n\n2 January 2021\n\nHANOI, December 30. /TASS/. The ministers met and agreed on the line.";
    let article = read("year.txt", text.as_bytes()).unwrap();
    assert_eq!(article.dateline.and_then(|dateline| dateline.date), Day::new(2020, 12, 30));
}

#[test]
fn what_is_no_article_is_refused_with_what_to_do() {
    let refused = |name: &str, bytes: &[u8]| read(name, bytes).unwrap_err();
    assert_eq!(refused("empty.txt", b""), ImportError::Empty);
    assert_eq!(refused("blank.txt", b" \r\n\t"), ImportError::Empty);
    assert_eq!(fixture!("page-of-links.html").unwrap_err(), ImportError::NoArticle);
    assert_eq!(
        refused("scan.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").to_string(),
        "The file is a PNG picture, not an article. An article in a picture has to be typed in or read by a text recognition program first."
    );
    assert!(matches!(refused("letter.md", b"PK\x03\x04\x14\0"), ImportError::Damaged { .. }));
    assert!(matches!(refused("noise.html", &[0, 159, 146, 150, 0, 1, 2]), ImportError::Binary { .. }));
    assert!(matches!(refused("half.txt", b"\xff\xfe\0\xd8\0\xd8"), ImportError::Undecodable { .. }));
    let bytes = vec![b'a'; 20_000_001];
    assert_eq!(refused("long.txt", &bytes), ImportError::TooLarge { bytes: 20_000_001 });
}

#[test]
fn a_page_as_deep_as_the_sea_is_refused_and_not_fallen_into() {
    let deep = format!("<html><body>{}They met.", "<div>".repeat(100_000));
    assert_eq!(read("deep.html", deep.as_bytes()).unwrap_err(), ImportError::TooIntricate);
}

#[test]
fn the_dialog_offers_what_is_read() {
    assert!(extensions().any(|extension| extension == "htm"));
    assert!(is_article("talks/Readout.HTML".as_ref()));
    assert!(is_article("talks/readout.pdf".as_ref()));
    assert!(!is_article("talks/readout.png".as_ref()));
}

#[test]
fn a_day_in_numbers_is_read_as_the_rest_of_the_article_tells() {
    let release = |publisher: &str, text: &str| {
        let text = format!(
            "---\nsource: {publisher}\n---\nTalks on the harbour line\n\nDate: 01-02-2031\n\n{text}\n"
        );
        read("release.md", text.as_bytes()).unwrap().published
    };
    let silent =
        "The ministers of the two countries met today in the old customs house and agreed on all of it.";
    let day_first = Day::new(2031, 2, 1);
    let month_first = Day::new(2031, 1, 2);
    assert_eq!(
        release("Ministry of the Harbour", silent),
        day_first,
        "most of the world writes the day first"
    );
    assert_eq!(
        release("The White House", silent),
        month_first,
        "the publisher's country writes the month first"
    );
    let other = format!("{silent} The next round is on 03/14/2031.");
    assert_eq!(release("Ministry of the Harbour", &other), month_first, "there is no month 14");
    let other = format!("{silent} The next round is on 14/03/2031.");
    assert_eq!(release("The White House", &other), day_first);
}

#[test]
fn a_shortened_weekday_of_another_language_is_no_month() {
    let text = "Le ministre reçoit son homologue\nmar. 22 avr. 2031 à 08:26\n\nLe ministre des Affaires étrangères a reçu mardi son \
        homologue. Ils s’étaient parlé au téléphone en mars.\n";
    assert_eq!(read("a.txt", text.as_bytes()).unwrap().published, Day::new(2031, 4, 22));
    let text = "Minister trifft Minister\n14. Mai 2031 Mittwoch\n\nDer Außenminister traf am Dienstag seinen Kollegen in der Stadt.\n\nUPDATE: 15. Mai 2031\n";
    assert_eq!(read("a.txt", text.as_bytes()).unwrap().published, Day::new(2031, 5, 14));
}

mod any_input {
    use super::*;
    use proptest::prelude::*;

    /// Bits that articles and pages are made of, in any order.
    const BITS: &[&str] = &[
        "<html>",
        "<body>",
        "<p>",
        "</p>",
        "<div class=share>",
        "</div>",
        "<table><tr><td>",
        "<!--",
        "<script>",
        "&nbsp;",
        "---\n",
        "title: x\n",
        "# ",
        "* ",
        "\n",
        "\n\n",
        "Valletta, ",
        "BEIJING ",
        "14 March 2021",
        "March 14",
        " (Xinhua) -- ",
        "Source: ",
        "By Jane Example",
        "The ministers met on Friday in the old customs house. ",
        "\u{feff}",
        "王例",
        "é",
        "\\###",
        "Ministry of Foreign Affairs\n",
        "/TASS/.",
        ": ",
        "İ",
        "ŉ",
        "﷽",
        "2021-",
        "(",
        "—",
    ];

    fn never_panics(name: &str, bytes: &[u8]) {
        if let Ok(article) = read(name, bytes) {
            assert!(!article.text.trim().is_empty());
            assert_eq!(article.headline().is_some(), article.title.is_some());
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
            for name in ["a.txt", "a.md", "a.html"] {
                never_panics(name, &bytes);
            }
        }

        #[test]
        fn no_jumble_of_article_bits_makes_it_panic(bits in proptest::collection::vec(proptest::sample::select(BITS), 0..40)) {
            for name in ["a.txt", "a.md", "a.html"] {
                never_panics(name, bits.concat().as_bytes());
            }
        }

        #[test]
        fn no_word_of_a_text_is_lost(words in proptest::collection::vec("[a-z]{3,9}", 20..200), width in 20usize..120) {
            let mut text = String::from("Headline of the day\n\n");
            let mut column = 0;
            for word in &words {
                if column + word.len() > width {
                    text.push('\n');
                    column = 0;
                }
                text.push_str(word);
                text.push(' ');
                column += word.len() + 1;
            }
            let article = read("words.txt", text.as_bytes()).unwrap();
            let kept: Vec<&str> = article.text.split_whitespace().skip(4).collect();
            prop_assert_eq!(kept, words);
        }
    }
}

#[test]
fn a_long_first_line_is_the_headline_unless_it_is_a_paragraph() {
    let lexicon = Lexicon::built_in();
    let title = |first: &str| {
        let text =
            format!("{first}\n\nSFAX, 3 May 2021 – Envoys met in Sfax on Monday. They spoke of grain.\n");
        import("very-long.txt", text.as_bytes(), &lexicon).unwrap().title.map(String::from)
    };
    let long = format!("Talks{}", " of ferries and of grain".repeat(14));
    assert!(long.len() > 320);
    assert_eq!(title(&long), Some(long.clone()));
    let paragraph = format!("{long}. The envoys met again and spoke of it");
    assert_eq!(title(&paragraph), None);
}

#[test]
fn the_encoding_that_was_found_out_is_kept_where_it_is_not_the_usual_one() {
    let encoding = |article: Result<Article, ImportError>| article.unwrap().encoding.map(String::from);
    assert_eq!(encoding(fixture!("wire-story.txt")), None, "UTF-8 goes without saying");
    assert_eq!(encoding(fixture!("readout-windows-1252.txt")).as_deref(), Some("windows-1252"));
    assert_eq!(encoding(fixture!("communique-utf-16.txt")).as_deref(), Some("UTF-16LE"));
    assert_eq!(encoding(fixture!("talks-windows-1251.html")).as_deref(), Some("windows-1251"));
    let document =
        b"{\\rtf1\\ansi\\ansicpg1250 The ministers of Malta and Tunisia met Jan \\'c8apek in Sfax.}";
    assert_eq!(encoding(read("talks.rtf", document)), None, "a document says it itself");
}

#[test]
fn a_file_is_read_in_the_encoding_that_somebody_says() {
    let lexicon = Lexicon::built_in();
    let read_in = |name: &str, bytes: &[u8], encoding: &str| {
        let mut articles = Vec::new();
        let each = &mut |article| articles.push(article);
        let cancel = CancelToken::default();
        let how = ReadAs { encoding: TextEncoding::named(encoding), ..ReadAs::default() };
        import_as(name, bytes, how, &lexicon, &cancel, each).map(|_| articles)
    };
    let bytes = b"Jan \xc8apek of Czechia met Maria Zerafa of Malta in Valletta on Friday.\n";
    for (encoding, name) in [("windows-1250", "Čapek"), ("windows-1252", "Èapek"), ("windows-1251", "Иapek")]
    {
        let articles = read_in("talks.txt", bytes, encoding).unwrap();
        assert!(articles[0].text.contains(name), "{encoding}: {}", &*articles[0].text);
        assert_eq!(articles[0].encoding.as_deref(), Some(encoding));
        assert_eq!(articles[0].sha256, read("talks.txt", bytes).unwrap().sha256, "the file is the same");
    }
    assert!(matches!(
        read_in("talks.txt", bytes, "UTF-8"),
        Err(ImportError::NotInEncoding { encoding: "UTF-8" })
    ));
    // A table is read so too.
    let table = [b"title,text\n1,", bytes.trim_ascii_end(), b"\n2,", bytes.trim_ascii_end()].concat();
    assert!(
        read_in("talks.csv", &table, "windows-1250").unwrap().iter().all(|read| read.text.contains("Čapek"))
    );
    let wide: Vec<u8> = "Čapek met Zerafa in Valletta.".encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert!(read_in("talks.txt", &wide, "UTF-16BE").unwrap()[0].text.starts_with("Čapek"));
}

/// Tables of which no name tells that their text is in "wire", each with an article and one without text.
fn odd_tables() -> Vec<(&'static str, Vec<u8>)> {
    let text = "VALLETTA - Foreign Minister Maria Zerafa of Malta met Foreign Minister Jan Čapek of Czechia in Valletta.";
    let row = |number: u32| serde_json::json!({ "nr": number, "Wire": text, "kop": format!("Round {number}"), "notes": text.repeat(4) });
    let rows: Vec<String> = (1..=3).map(|number| row(number).to_string()).collect();
    let table = |parted: &str| {
        let row = |number: u32| {
            [&number.to_string(), text, &format!("Round {number}"), &text.repeat(4)].join(parted)
        };
        let rows: Vec<String> = (1..=3).map(row).collect();
        format!("{}\n{}\n", ["nr", "Wire", "kop", "notes"].join(parted), rows.join("\n"))
    };
    let without = format!("{}\n", serde_json::json!({ "Wire": "", "notes": text.repeat(3) }));
    let large = format!("{}{}", table(";"), "9;;;x\n".repeat(200_000));
    vec![
        ("a.csv", table(";").into_bytes()),
        ("a.tsv", table("\t").into_bytes()),
        ("b.csv", encoding_rs::WINDOWS_1250.encode(&table(";")).0.into_owned()),
        ("a.jsonl", rows.join("\n").into_bytes()),
        ("a.json", format!("[{}]", rows.join(", ")).into_bytes()),
        ("b.json", format!("{{\"items\": [{}]}}", rows.join(", ")).into_bytes()),
        ("large.csv", large.into_bytes()),
        ("large.jsonl", format!("{}\n{}", rows.join("\n"), without.repeat(9_000)).into_bytes()),
    ]
}

#[test]
fn the_columns_of_a_table_hold_what_somebody_says_in_every_kind_of_table_and_of_any_size() {
    let (lexicon, cancel) = (Lexicon::built_in(), CancelToken::default());
    for (name, bytes) in odd_tables() {
        let guess = table_head(name, &bytes, ReadAs::default(), &lexicon, &cancel).unwrap().unwrap();
        let place =
            |called: &str| guess.columns.iter().position(|column| column.called(true) == called).unwrap();
        let mut of = vec![None; guess.columns.len()];
        (of[place("Wire")], of[place("kop")]) = (Some(ColumnRole::Text), Some(ColumnRole::Title));
        let roles = guess.roles(&of, true).unwrap();
        let encoding = (name == "b.csv").then(|| TextEncoding::named("windows-1250").unwrap());
        for known in
            [KnownColumns::of_all(roles.clone()), KnownColumns::of_some([(guess.key.clone(), roles.clone())])]
        {
            let mut articles = Vec::new();
            let how = ReadAs { columns: Some(&known), encoding, ..ReadAs::default() };
            let mut source = std::io::Cursor::new(bytes.clone());
            let mut each = |article| articles.push(article);
            import_source(name, &mut source, how, &lexicon, &cancel, &mut each).unwrap();
            assert_eq!(articles.len(), 3, "{name}");
            for (article, number) in articles.iter().zip(1..) {
                assert_eq!(article.title.as_deref(), Some(&*format!("Round {number}")), "{name}");
                assert!(
                    article.text.contains("Jan Čapek") && article.text.len() < 200,
                    "{name}: {}",
                    &*article.text
                );
            }
        }
        let shown = guess.articles(&of, true);
        assert_eq!(
            shown,
            (!name.starts_with("large")).then_some(3),
            "{name}: what was not counted is not told"
        );
    }
}

#[test]
fn tables_of_one_kind_are_known_by_their_columns_in_any_order_and_others_are_guessed() {
    let (lexicon, cancel) = (Lexicon::built_in(), CancelToken::default());
    let head = |table: &str| {
        table_head("a.csv", table.as_bytes(), ReadAs::default(), &lexicon, &cancel).unwrap().unwrap()
    };
    let first = head("Title,Desk,Text\nTalks,They parted in Sfax.,They met in Valletta.\n");
    let of = [Some(ColumnRole::Title), Some(ColumnRole::Text), None];
    let known = KnownColumns::of_some([(first.key.clone(), first.roles(&of, true).unwrap())]);
    let text = |table: &str| {
        let (mut texts, how) = (Vec::new(), ReadAs { columns: Some(&known), ..ReadAs::default() });
        let each = &mut |article: Article| texts.push(article.text.to_string());
        import_as("b.csv", table.as_bytes(), how, &lexicon, &cancel, each).unwrap();
        texts.concat()
    };
    let turned = "text;DESK; title\nThey met in Sfax.;They parted in Lima.;More talks\n";
    assert_eq!(head(turned).key, first.key);
    assert!(text(turned).contains("Lima") && !text(turned).contains("Sfax"));
    let other = "Title,Desk,Text,Date\nTalks,They parted in Sfax.,They met in Valletta.,2031-04-22\n";
    assert_ne!(head(other).key, first.key);
    assert!(text(other).contains("Valletta") && !text(other).contains("Sfax"));
}

#[test]
fn a_table_without_names_is_read_by_the_numbers_of_its_columns() {
    let (lexicon, cancel) = (Lexicon::built_in(), CancelToken::default());
    let table = "2031-04-22\tThey met in Valletta.\tTalks\n2031-04-23\tThey met in Sfax.\tMore talks\n";
    let head = table_head("a.tsv", table.as_bytes(), ReadAs::default(), &lexicon, &cancel).unwrap().unwrap();
    assert!(!head.has_names() && !head.has_text());
    let of = [Some(ColumnRole::Published), Some(ColumnRole::Text), Some(ColumnRole::Title)];
    let known = KnownColumns::of_some([(head.key.clone(), head.roles(&of, false).unwrap())]);
    let (mut articles, how) = (Vec::new(), ReadAs { columns: Some(&known), ..ReadAs::default() });
    import_as("a.tsv", table.as_bytes(), how, &lexicon, &cancel, &mut |article| articles.push(article))
        .unwrap();
    let titles: Vec<&str> = articles.iter().filter_map(|article| article.title.as_deref()).collect();
    assert_eq!((titles, head.articles(&of, false)), (vec!["Talks", "More talks"], Some(2)));
    assert_eq!(articles[0].published, Day::new(2031, 4, 22));
}

#[test]
fn a_table_of_any_shape_is_looked_at_within_bounds() {
    let (lexicon, cancel) = (Lexicon::built_in(), CancelToken::default());
    let head = |name: &str, bytes: &[u8]| table_head(name, bytes, ReadAs::default(), &lexicon, &cancel);
    let wide: Vec<String> = (0..5_000).map(|at| format!("\"v{at}\n\u{202e}\u{1b}[2J\"")).collect();
    let wide = format!("{},maintext\n{}They met.\n", wide.join(","), "x,".repeat(5_000));
    let shown = head("wide.csv", wide.as_bytes()).unwrap().unwrap();
    assert!(shown.has_text() && shown.columns.len() + shown.further == 5_001, "{}", shown.columns.len());
    let known = KnownColumns::of_all(shown.roles(&shown.guessed(), true).unwrap());
    let how = ReadAs { columns: Some(&known), ..ReadAs::default() };
    let mut texts = Vec::new();
    let each = &mut |article: Article| texts.push(article.text.to_string());
    import_as("wide.csv", wide.as_bytes(), how, &lexicon, &cancel, each).unwrap();
    assert_eq!(texts, ["They met."]);
    for (name, bytes) in [
        ("empty.csv", &b""[..]),
        ("one.csv", b"text\nThey met.\n"),
        ("prose.csv", b"The ministers met. They parted.\n"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR,,,\n,,,\n"),
        ("config.json", b"[{\"port\": 1}, {\"port\": 2}]"),
        ("article.json", b"{\"title\": \"Talks\", \"text\": \"They met.\"}"),
        ("talks.txt", b"They met, and parted,\nand met, and parted.\n"),
    ] {
        assert_eq!(head(name, bytes).unwrap_or_default(), None, "{name}");
    }
    let names_only = head("names.csv", b"title,text,date\n").unwrap().unwrap();
    assert_eq!(names_only.articles(&names_only.guessed(), true), Some(0));
    let deep = format!("[{}1{}]", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(head("deep.json", deep.as_bytes()).unwrap_or_default(), None);
}
