//! Articles in languages that the engine has no tables of: nothing is claimed of them, but day, publisher and
//! headline are read, and a review of them goes as of any other. All texts are our own, of invented people.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

mod common;

use chancery::app::Command;
use chancery::lexicon::Lexicon;
use chancery::model::{MeetingKind, Record, Span};
use chancery::review::RecordEdit;
use chancery::{extract, import};
use common::{app_with, current, file};
use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;
use tempfile::tempdir;

/// A language, an article in it, its headline and its publisher. All are of 5 September 2022.
type Case = (&'static str, &'static str, &'static str, Option<&'static str>);

#[rustfmt::skip]
const ARTICLES: &[Case] = &[
    ("fr", "COMMUNIQUÉ DE PRESSE\n\nEntretien sur la ligne du port\n\nPublié le 5 septembre 2022 à 10h30\n\nLa ministre norvégienne des Affaires étrangères, Mme Kari Holm, s'est entretenue dimanche avec son homologue chilien, M. Pablo Rojas. Les deux ministres ont décidé de rouvrir la ligne du port avant la fin de l'année.\n\nSource : AFP", "Entretien sur la ligne du port", Some("Agence France-Presse")),
    ("es", "COMUNICADO DE PRENSA\n\nLos ministros hablan de la línea del puerto\n\nLunes, 5 de septiembre de 2022\n\nLa ministra noruega de Relaciones Exteriores, Kari Holm, se reunió el domingo con su homólogo chileno, Pablo Rojas. Los dos ministros acordaron reabrir la línea del puerto antes de fin de año.\n\nFuente: EFE", "Los ministros hablan de la línea del puerto", Some("EFE")),
    ("pt", "Ministros falam da linha do porto\n\nsegunda-feira, 5 de setembro de 2022\n\nA ministra norueguesa dos Negócios Estrangeiros, Kari Holm, reuniu-se no domingo com o seu homólogo chileno, Pablo Rojas. Os dois ministros decidiram reabrir a linha do porto antes do fim do ano.\n\nFonte: Lusa", "Ministros falam da linha do porto", Some("Lusa")),
    ("de", "PRESSEMITTEILUNG\n\nMinister sprechen über die Hafenlinie\n\nVeröffentlicht am 5. September 2022 um 10:30 Uhr\n\nDie norwegische Außenministerin Kari Holm hat am Sonntag ihren chilenischen Amtskollegen Pablo Rojas getroffen. Beide wollen die Hafenlinie noch vor dem Ende des Jahres wieder öffnen.\n\nQuelle: dpa", "Minister sprechen über die Hafenlinie", Some("dpa")),
    ("it", "I ministri parlano della linea del porto\n\nlunedì 5 settembre 2022, ore 10:30\n\nLa ministra norvegese degli Affari esteri Kari Holm ha incontrato domenica il suo omologo cileno Pablo Rojas. I due ministri hanno deciso di riaprire la linea del porto entro la fine dell'anno.\n\nFonte: ANSA", "I ministri parlano della linea del porto", Some("ANSA")),
    ("ru", "Министры обсудили портовую линию\n\n5 сентября 2022 года, 10:30\n\nМинистр иностранных дел Норвегии Кари Хольм встретилась в воскресенье со своим чилийским коллегой Пабло Рохасом. Министры договорились вновь открыть портовую линию до конца года.\n\nИсточник: Пример", "Министры обсудили портовую линию", Some("Пример")),
    ("uk", "Міністри обговорили портову лінію\n\nОпубліковано: понеділок, 5 вересня 2022 р.\n\nМіністерка закордонних справ Норвегії Карі Гольм зустрілася в неділю зі своїм чилійським колегою Пабло Рохасом. Міністри домовилися знову відкрити портову лінію до кінця року.\n\nДжерело: Приклад", "Міністри обговорили портову лінію", Some("Приклад")),
    ("tr", "Bakanlar liman hattını görüştü\n\n5 Eylül 2022 Pazartesi, 10:30\n\nNorveç Dışişleri Bakanı Kari Holm, pazar günü Şilili mevkidaşı Pablo Rojas ile bir araya geldi. İki bakan, liman hattının yıl sonundan önce yeniden açılması konusunda anlaştı.\n\nKaynak: Örnek", "Bakanlar liman hattını görüştü", Some("Örnek")),
    ("pl", "Ministrowie rozmawiali o linii portowej\n\nOpublikowano: 5 września 2022 r., godz. 10:30\n\nMinister spraw zagranicznych Norwegii Kari Holm spotkała się w niedzielę ze swoim chilijskim odpowiednikiem Pablo Rojasem. Ministrowie uzgodnili ponowne otwarcie linii portowej przed końcem roku.\n\nŹródło: Przykład", "Ministrowie rozmawiali o linii portowej", Some("Przykład")),
    ("sv", "PRESSMEDDELANDE\n\nMinistrarna talade om hamnlinjen\n\nPublicerad måndagen den 5 september 2022 kl. 10:30\n\nNorges utrikesminister Kari Holm träffade i söndags sin chilenska kollega Pablo Rojas. De båda ministrarna kom överens om att öppna hamnlinjen igen före årets slut.\n\nKälla: Exempel", "Ministrarna talade om hamnlinjen", Some("Exempel")),
    ("ar", "الوزيران يبحثان خط الميناء\n\nالاثنين، ٥ سبتمبر/أيلول ٢٠٢٢\n\nالتقت وزيرة الخارجية النرويجية كاري هولم يوم الأحد نظيرها التشيلي بابلو روخاس، واتفق الوزيران على إعادة فتح خط الميناء قبل نهاية العام.\n\nالمصدر: مثال", "الوزيران يبحثان خط الميناء", Some("مثال")),
    ("zh", "两国外长就港口航线举行会谈\n\n发布时间：2022年9月5日 10:30\n\n挪威外交大臣卡丽·霍尔姆星期日会见了智利外交部长罗哈斯。双方同意在年底以前重新开放港口航线，并将派出工程师测量桥墩。\n\n来源：新华社", "两国外长就港口航线举行会谈", Some("Xinhua")),
    ("zh", "兩國外長就港口航線舉行會談\n\n發布日期：民國111年9月5日\n\n挪威外交大臣霍爾姆星期日會見了智利外交部長羅哈斯。雙方同意在年底以前重新開放港口航線，並將派出工程師測量橋墩。\n\n來源：中央社", "兩國外長就港口航線舉行會談", Some("Central News Agency")),
    ("ja", "両国外相、港湾航路について会談\n\n令和4年9月5日（月）\n\nノルウェーのカリ・ホルム外相は日曜日、チリのパブロ・ロハス外相と会談した。両外相は、年末までに港湾航路を再開することで一致した。\n\n出典：例", "両国外相、港湾航路について会談", Some("例")),
];

/// The record that is proposed for a text.
fn proposed(text: &str) -> Record {
    let lexicon = Lexicon::built_in();
    extract::extract(&import::import("article.txt", text.as_bytes(), &lexicon).unwrap(), &lexicon)
}

/// Where these words stand in a record's article.
fn words(record: &Record, words: &str) -> Span {
    let at = record.article.text.find(words).unwrap();
    record.article.text.span(at..at + words.len()).unwrap()
}

#[test]
fn day_publisher_and_headline_are_read_and_nothing_else_is_claimed() {
    for (language, text, title, publisher) in ARTICLES {
        let record = proposed(text);
        let article = &record.article;
        assert_eq!(article.language.as_deref(), Some(*language), "{text}");
        assert!(article.is_in_another_language());
        assert_eq!(article.published.map(|day| day.to_string()).as_deref(), Some("2022-09-05"), "{text}");
        assert_eq!(article.title.as_deref(), Some(*title), "{text}");
        assert_eq!(article.publisher.as_deref(), *publisher, "{text}");
        assert!(record.meeting.kind.is_none() && record.meeting.date.is_none(), "{text}");
        assert!(record.meeting.location.is_none() && record.meeting.participants.is_empty(), "{text}");
        assert!(record.commitments.is_empty(), "{text}");
    }
}

#[test]
fn a_text_of_which_much_is_in_english_is_english() {
    let foreign = "Utrikesministrarna talade på söndagen om hamnlinjen, som har varit stängd i nio år, och om bron. \
                   De enades om ett gemensamt uttalande, som följer här.";
    let english = "Norwegian Foreign Minister Kari Holm met Chilean Foreign Minister Pablo Rojas in Oslo on Sunday. \
                   The two ministers agreed to reopen the harbour line before the end of the year, and to send the \
                   engineers who are to measure the piers of the bridge to the old harbour in the spring.";
    let both = format!("Om hamnlinjen\n\n{}\n\n{english}\n\n{english}", [foreign; 4].join(" "));
    let record = proposed(&both);
    assert_eq!(record.article.language.as_deref(), Some("en"));
    assert!(!record.article.is_in_another_language());
    let alone = proposed(&[foreign; 4].join("\n\n"));
    assert_eq!(alone.article.language.as_deref(), Some("sv"));
}

#[test]
fn a_review_goes_as_of_an_english_article() {
    let folder = tempdir().unwrap();
    for (number, (_, text, ..)) in ARTICLES.iter().enumerate() {
        let path = file(folder.path(), &format!("article-{number}.txt"), text);
        let mut app = app_with(&[&path]);
        let record = current(&app).record().clone();
        let body = record.article.text.lines().filter(|line| !line.is_empty()).max_by_key(|line| line.len());
        let name: String = body.unwrap().chars().take(9).collect();
        let (named, dated) = (words(&record, name.trim_end()), record.article.text.as_str());
        let date_line =
            dated.lines().find(|line| line.contains("2022") || line.contains(['٢', '年'])).unwrap();
        let edits = vec![
            RecordEdit::Kind(MeetingKind::InPerson),
            RecordEdit::DayFrom(words(&record, date_line)),
            RecordEdit::AddParticipant { name: name.trim_end().to_owned(), at: Some(named) },
            RecordEdit::AddCommitment { text: name.trim_end().to_owned(), at: Some(named) },
            RecordEdit::ConfirmRest,
        ];
        for edit in edits {
            app.run(Command::Edit(edit));
        }
        let record = current(&app).record().clone();
        let date = record.meeting.date.as_ref().map(|date| date.start.to_string());
        assert_eq!(date.as_deref(), Some("2022-09-05"), "{text}");
        let to = folder.path().join(format!("record-{number}.json"));
        app.run(Command::SaveTo(current(&app).id(), to.clone()));
        app.settle();
        let saved = Record::from_json(&std::fs::read_to_string(&to).unwrap()).unwrap();
        assert_eq!(saved.meeting, record.meeting, "{text}");
        assert_eq!(saved.commitments, record.commitments, "{text}");
    }
}

#[test]
fn the_command_line_says_for_which_articles_nothing_is_proposed() {
    let folder = tempdir().unwrap();
    let path = file(folder.path(), "french.txt", ARTICLES[0].1);
    let told = "proposals are made for articles in English only, and none for french.txt";
    let run = || assert_cmd::Command::cargo_bin("chancery").unwrap();
    run().arg("extract").arg(&path).assert().success().stderr(contains(told));
    let english =
        file(folder.path(), "english.txt", "Norway and Chile met on Sunday, and the talks were good.");
    run().arg("extract").arg(&english).assert().success().stderr(contains("English").not());
}
