//! Lists of references: what they say is of the articles that they name, which lie in files beside them.

use std::fs;
use std::path::Path;
use std::process::Command;

use chancery::import::{ImportError, Remark};
use chancery::model::Record;
use tempfile::TempDir;

use super::made::{tar, zip};
use crate::{BODY, all, articles, days, titles};

const NOTE: &str = "Foreign Minister Marija Vella of Malta met Slim Gharbi of Tunisia on 21 April.";

/// A folder with a list and these files.
fn folder(list: &str, content: &str, files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files.iter().chain([&(list, content)]) {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    folder
}

fn page(title: &str) -> String {
    format!(
        "<html><head><title>{title} | Site</title></head><body><article><h1>{title}</h1><p>{BODY}</p><p>They parted as friends.</p></article></body></html>"
    )
}

/// The records of these paths, and what is told of them.
fn extract(paths: &[&Path]) -> (Vec<Record>, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_chancery"));
    let ran = program.args(["extract", "--format", "jsonl"]).args(paths).output().unwrap();
    let lines = String::from_utf8(ran.stdout).unwrap();
    let records = lines.lines().map(|line| Record::from_json(line).unwrap());
    let main: Vec<Record> = records.filter(|record| record.number.get() == 1).collect();
    (main, String::from_utf8(ran.stderr).unwrap())
}

/// A list of each kind, which names this file and has this abstract.
fn lists(file: &str, text: &str) -> [(&'static str, String); 3] {
    let rdf = format!(
        "<rdf:RDF xmlns:z=\"http://www.zotero.org/namespaces/export#\"><rdf:Description rdf:about=\"#1\"><z:itemType>newspaperArticle</z:itemType>\
         <dcterms:isPartOf><bib:Newspaper><dc:title>The Courier</dc:title></bib:Newspaper></dcterms:isPartOf><bib:authors><rdf:Seq><rdf:li>\
         <foaf:Person><foaf:surname>Lowe</foaf:surname><foaf:givenName>Ann</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>\
         <link:link rdf:resource=\"#2\"/><dc:title>Vella receives Gharbi</dc:title><dc:date>2031-04-22</dc:date><dcterms:abstract>{text}</dcterms:abstract>\
         <dc:identifier><dcterms:URI><rdf:value>https://x.example/1</rdf:value></dcterms:URI></dc:identifier></rdf:Description>\
         <z:Attachment rdf:about=\"#2\"><z:itemType>attachment</z:itemType><rdf:resource rdf:resource=\"{file}\"/></z:Attachment></rdf:RDF>"
    );
    let bib = format!(
        "@article{{vella,\n  title = {{Vella receives {{Gharbi}}}},\n  author = {{Lowe, Ann}},\n  journal = {{The Courier}},\n  date = {{2031-04-22}},\n  \
         url = {{https://x.example/1}},\n  abstract = {{{text}}},\n  file = {{Snapshot:{}:text/html}}\n}}\n",
        file.replace(':', "\\:")
    );
    let ris = format!(
        "TY  - NEWS\nTI  - Vella receives Gharbi\nAU  - Lowe, Ann\nJO  - The Courier\nDA  - 2031/04/22\nUR  - https://x.example/1\nL2  - {file}\nAB  - {text}\nER  - \n"
    );
    [("list.rdf", rdf), ("list.bib", bib), ("list.ris", ris)]
}

#[test]
fn what_a_list_says_is_of_the_article_that_it_names() {
    for (name, list) in lists("files/12/talks.html", "Short.") {
        let folder = folder(name, &list, &[("files/12/talks.html", &page("Minister receives guest"))]);
        let opened = [folder.path().join(name), folder.path().to_owned()];
        for path in &opened {
            let (records, told) = extract(&[path]);
            assert_eq!((records.len(), told.as_str()), (1, ""), "{}", path.display());
            let article = &records[0].article;
            assert_eq!(article.title.as_deref(), Some("Vella receives Gharbi"), "{name}");
            assert_eq!(article.publisher.as_deref(), Some("The Courier"), "{name}");
            assert_eq!(article.byline.as_deref(), Some("Ann Lowe"), "{name}");
            assert_eq!(article.published.map(|day| day.to_string()).as_deref(), Some("2031-04-22"), "{name}");
            assert_eq!(article.url.as_deref(), Some("https://x.example/1"), "{name}");
            assert_eq!((&*article.file_name, article.part), ("talks.html", None), "{name}");
            assert!(article.text.contains("Slim Gharbi in Valletta on Friday"), "{name}");
        }
    }
}

#[test]
fn an_abstract_stands_in_for_a_file_that_is_not_there() {
    for (name, list) in lists("files/12/talks.html", NOTE) {
        let folder = folder(name, &list, &[]);
        let (records, told) = extract(&[&folder.path().join(name)]);
        assert_eq!(&*records[0].article.text, format!("Vella receives Gharbi\n\n{NOTE}"), "{name}");
        assert!(told.contains("no article: 1 of the files that it names"), "{name}: {told}");
        assert!(told.contains("files/12/talks.html") && told.contains("Export the list again"), "{told}");
        // Where nobody knows a folder the abstract is all there is.
        let (found, remarks) = all(name, list.as_bytes()).unwrap();
        assert_eq!(
            (titles(&found), days(&found)),
            (vec!["Vella receives Gharbi"], vec!["2031-04-22".to_owned()])
        );
        assert_eq!(remarks, [Remark::NamedElsewhere { count: 1 }], "{name}");
        let (found, remarks) = all("a.zip", &zip(&[(name, list.as_bytes())])).unwrap();
        assert_eq!((found.len(), remarks.len()), (1, 1), "{name}");
    }
}

#[test]
fn entries_without_a_file_or_an_abstract_are_counted() {
    let bib = format!(
        "@article{{a, title = {{One}}, abstract = {{{BODY}}}}}\n@article{{b, title = {{Two}}, note = {{Accessed in May}}}}\n@book{{c, title = {{Three}}}}"
    );
    let (found, remarks) = all("a.bib", bib.as_bytes()).unwrap();
    assert_eq!((titles(&found), remarks), (vec!["One"], vec![Remark::WithoutText { count: 2 }]));
    let error = all("a.bib", b"@book{c, title = {Three}}").unwrap_err();
    assert!(matches!(error, ImportError::NothingWithin { .. }), "{error}");
}

#[test]
fn a_list_that_is_called_something_else_is_known_by_its_content() {
    for (_, list) in lists("files/12/talks.html", NOTE) {
        let (found, _) = all("references.txt", list.as_bytes()).unwrap();
        assert_eq!(titles(&found), ["Vella receives Gharbi"], "{list}");
    }
    let rss = "<rdf:RDF xmlns='http://purl.org/rss/1.0/'><item><title>Ministers meet</title><description>They met on Friday in the old customs house.</description></item></rdf:RDF>";
    assert_eq!(titles(&articles("feed.rdf", rss.as_bytes())), ["Ministers meet"], "a feed is no list");
}

#[test]
fn an_archive_is_read_as_the_folder_that_it_was() {
    for (name, list) in lists("files/12/talks%20on%20ports.html", "Short.") {
        let list = list.replace("%20", " ");
        let page = page("Minister receives guest");
        let other = page.replace("received", "met");
        let files: [(&str, &[u8]); 3] = [
            ("export/files/12/talks on ports.html", page.as_bytes()),
            ("export/files/13/other.html", other.as_bytes()),
            (&format!("export/{name}"), list.as_bytes()),
        ];
        for (archive, bytes) in [("a.zip", zip(&files)), ("a.tar", tar(&files))] {
            let found = articles(archive, &bytes);
            assert_eq!(
                titles(&found),
                ["Vella receives Gharbi", "Minister receives guest"],
                "{name} in {archive}"
            );
            assert_eq!(found[0].publisher.as_deref(), Some("The Courier"), "{name} in {archive}");
        }
    }
}

#[test]
fn a_file_of_several_articles_keeps_what_it_says_of_each() {
    let export = include_str!("../fixtures/formats/nexis-blank-lines.txt");
    let [_, (name, list), _] = lists("export.txt", "Short.");
    let folder = folder(name, &list, &[("export.txt", export)]);
    let (records, _) = extract(&[&folder.path().join(name)]);
    let titles: Vec<_> = records.iter().map(|record| record.article.title.as_deref().unwrap()).collect();
    assert_eq!(
        titles,
        ["Ambassador Okoro presents credentials", "Varnholt, Ekeland agree on crossing", "Harbour talks end"]
    );
}

#[test]
fn files_are_the_users_own_wherever_they_lie() {
    let elsewhere = folder("talks.html", &page("Minister receives guest"), &[]);
    let whole = elsewhere.path().join("talks.html");
    let up = Path::new("..").join(elsewhere.path().file_name().unwrap()).join("talks.html");
    let address = format!("file://{}", whole.display());
    for written in [whole.to_str().unwrap(), up.to_str().unwrap(), &address] {
        for (name, list) in lists(written, "Short.") {
            let folder = folder(name, &list, &[]);
            let (records, told) = extract(&[&folder.path().join(name)]);
            assert_eq!((records.len(), told.as_str()), (1, ""), "{name} names {written}");
            assert_eq!(
                records[0].article.title.as_deref(),
                Some("Vella receives Gharbi"),
                "{name} names {written}"
            );
        }
    }
}

#[test]
fn nothing_is_read_that_is_no_article_in_a_file() {
    let beside = tempfile::tempdir().unwrap();
    let path = |name: &str| beside.path().join(name).to_str().unwrap().to_owned();
    assert!(Command::new("mkfifo").arg(path("pipe.html")).status().unwrap().success());
    std::os::unix::fs::symlink("/dev/zero", path("endless.html")).unwrap();
    std::os::unix::fs::symlink(path("circle.html"), path("circle.html")).unwrap();
    fs::create_dir(path("folder.html")).unwrap();
    fs::write(path("secret"), BODY).unwrap();
    fs::write(path("record.json"), "{}").unwrap();
    let named = [
        "/etc/passwd",
        "../../../../../../../../etc/passwd",
        "/dev/stdin",
        "https://x.example/talks.html",
        "//x.example/talks.html",
        "\\\\x.example\\talks.html",
        "nowhere/talks.html",
        "",
        &path("pipe.html"),
        &path("endless.html"),
        &path("circle.html"),
        &path("folder.html"),
        &path("secret"),
        &path("record.json"),
        &path("other.bib"),
    ];
    fs::write(path("other.bib"), &lists(&path("secret"), BODY)[1].1).unwrap();
    let mut written = Vec::new();
    for (at, file) in named.iter().enumerate() {
        for (name, list) in lists(file, NOTE) {
            let list_at = path(&format!("{at}-{name}"));
            fs::write(&list_at, &list).unwrap();
            written.push(list_at);
        }
    }
    let (records, told) = extract(&written.iter().map(Path::new).collect::<Vec<_>>());
    let abstracts = format!("Vella receives Gharbi\n\n{NOTE}");
    for (list, record) in written.iter().zip(&records) {
        assert!(list.ends_with(&*record.article.file_name), "{list} gives nothing: {told}");
        assert_eq!(&*record.article.text, abstracts, "{list}");
    }
    assert_eq!(records.len(), written.len(), "{told}");
}

#[test]
fn what_a_list_names_is_opened_once() {
    let one = "@misc{a, title = {One}, file = {talks.html}}\n@misc{b, title = {Again}, file = {talks.html;more.txt}}\n";
    let two = "@misc{c, title = {Two}, file = {./talks.html}}\n@misc{d, title = {Self}, file = {two.bib;one.bib}}\n";
    let folder = folder(
        "one.bib",
        one,
        &[("two.bib", two), ("talks.html", &page("Minister receives guest")), ("more.txt", BODY)],
    );
    let (records, told) = extract(&[folder.path()]);
    let mut titles: Vec<_> =
        records.iter().map(|record| record.article.title.as_deref().unwrap_or("")).collect();
    titles.sort_unstable();
    assert_eq!(records.len(), 2, "{titles:?}: {told}");
    assert!(titles.contains(&"One") && titles.contains(&"Again"), "{titles:?}");
    assert!(told.contains("no article: 1 of the files that it names"), "{told}");
}
