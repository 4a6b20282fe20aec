//! The language of an article. The question that matters is "is this English?", and an English text
//! full of foreign names looks like other languages to a letter statistic; so its small words are
//! counted first.

use whatlang::{Lang, Script};

/// So many bytes of a text tell its language. A release in several languages has the first's, unless much of it
/// is in English.
const SAMPLE: usize = 800;

/// Fewer letters tell nothing.
const FEWEST: usize = 40;

/// Small words of English that no other language has, and words that every report has.
const ENGLISH: &[&str] = &[
    "the", "and", "with", "that", "they", "she", "his", "their", "has", "have", "from", "about", "after",
    "which", "were", "been", "this", "said", "would", "also",
];

/// Small words of English that other languages have too.
const SHARED: &[&str] =
    &["of", "to", "in", "on", "for", "a", "is", "was", "at", "by", "he", "her", "will", "it", "as", "met"];

/// BCP 47 tags of the languages whose tag is not the first two letters of their three-letter code.
#[rustfmt::skip]
const TAGS: &[(Lang, &str)] = &[
    (Lang::Spa, "es"), (Lang::Cmn, "zh"), (Lang::Deu, "de"), (Lang::Pes, "fa"), (Lang::Swe, "sv"),
    (Lang::Pol, "pl"), (Lang::Por, "pt"), (Lang::Ukr, "uk"), (Lang::Hye, "hy"), (Lang::Kat, "ka"),
    (Lang::Kan, "kn"), (Lang::Tur, "tr"), (Lang::Tuk, "tk"), (Lang::Slk, "sk"), (Lang::Slv, "sl"),
    (Lang::Hrv, "hr"), (Lang::Srp, "sr"), (Lang::Bul, "bg"), (Lang::Bel, "be"), (Lang::Ben, "bn"),
    (Lang::Est, "et"), (Lang::Mya, "my"), (Lang::Mal, "ml"), (Lang::Mar, "mr"), (Lang::Mkd, "mk"),
    (Lang::Dan, "da"), (Lang::Nob, "nb"), (Lang::Nld, "nl"), (Lang::Ell, "el"), (Lang::Heb, "he"),
    (Lang::Jpn, "ja"), (Lang::Kor, "ko"), (Lang::Lit, "lt"), (Lang::Lav, "lv"), (Lang::Ind, "id"),
    (Lang::Tgl, "tl"), (Lang::Vie, "vi"), (Lang::Yid, "yi"), (Lang::Khm, "km"), (Lang::Pan, "pa"),
    (Lang::Guj, "gu"), (Lang::Aka, "ak"), (Lang::Jav, "jv"), (Lang::Nep, "ne"), (Lang::Sna, "sn"),
    (Lang::Zul, "zu"), (Lang::Afr, "af"), (Lang::Lat, "la"), (Lang::Cat, "ca"), (Lang::Ces, "cs"),
    (Lang::Cym, "cy"),
];

/// The BCP 47 tag of the text's language; what the file states decides only where the text does not.
pub(super) fn language(text: &str, stated: Option<&str>) -> Option<String> {
    let sample = text.get(..text.ceil_char_boundary(SAMPLE)).unwrap_or(text);
    let stated = stated.and_then(tag);
    // Where another language comes first, as in releases of bilingual countries, there may be enough of it.
    if is_english(sample) || is_english(text) {
        // "en-GB" says more than "en".
        return Some(stated.filter(|tag| tag.starts_with("en")).unwrap_or_else(|| "en".to_owned()));
    }
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    let detected =
        whatlang::detect(sample).filter(|found| found.is_reliable() || found.script() != Script::Latin);
    let detected = detected.filter(|_| letters >= FEWEST).map(|found| tag_of(found.lang()));
    stated.or(detected)
}

/// Whether one word in seven is a small word of English, and one at least of no other language, or one in two. Names and numbers
/// are of none: what has a capital does not count.
fn is_english(sample: &str) -> bool {
    let words = sample.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| word.chars().next().is_some_and(char::is_alphabetic));
    let is_shouted = !sample.chars().any(char::is_lowercase);
    let (mut english, mut shared, mut all) = (0, 0, 0);
    for word in words {
        let is = |small: &&str| word.eq_ignore_ascii_case(small);
        let (own, both) = (ENGLISH.iter().any(is), SHARED.iter().any(is));
        let counts = own || both || is_shouted || !word.starts_with(char::is_uppercase);
        (english, shared, all) =
            (english + usize::from(own), shared + usize::from(both), all + usize::from(counts));
    }
    let small = english + shared;
    small >= 2 && (english >= 1 && small * 7 >= all || small * 2 >= all)
}

fn tag_of(lang: Lang) -> String {
    let listed = TAGS.iter().find(|(known, _)| *known == lang).map(|(_, tag)| *tag);
    listed.unwrap_or_else(|| lang.code().get(..2).unwrap_or_else(|| lang.code())).to_owned()
}

/// What a file states, if it is shaped like a tag: "en_US" becomes "en-US".
fn tag(stated: &str) -> Option<String> {
    let tag = stated.trim().replace('_', "-");
    let primary = tag.split('-').next().unwrap_or_default();
    let shaped = (2..=3).contains(&primary.len())
        && tag.len() <= 35
        && tag
            .split('-')
            .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
        && primary.bytes().all(|b| b.is_ascii_alphabetic());
    let primary = primary.to_ascii_lowercase();
    shaped.then(|| tag.split_once('-').map_or(primary.clone(), |(_, rest)| format!("{primary}-{rest}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_full_of_names_is_english() {
        let text = "Askar Primerov of Kyrgyzstan and Ding Shiyan met in Bishkek on Friday, and the two agreed to meet.";
        assert_eq!(language(text, None).as_deref(), Some("en"));
        assert_eq!(language(text, Some("en_GB")).as_deref(), Some("en-GB"));
        assert_eq!(language(text, Some("fr")).as_deref(), Some("en"));
        let short = "LISBON, April 2 2025 (Agency) - Portuguese Prime Minister Luis Torre met Spanish Prime Minister Pedro \
                     Sanchez in Lisbon on Tuesday. They talked about rail.";
        assert_eq!(language(short, None).as_deref(), Some("en"));
        assert_eq!(
            language("Minister Torre met Ambassador Lind on Monday.", Some("fr")).as_deref(),
            Some("en")
        );
    }

    #[test]
    fn other_languages_are_named() {
        let russian = "Министр иностранных дел провёл переговоры с коллегой в Минске в пятницу вечером.";
        assert_eq!(language(russian, None).as_deref(), Some("ru"));
        let chinese = "外交部长在北京会见了来访的外国同行，双方就两国关系和共同关心的问题交换了意见，并同意继续保持密切沟通与协调。";
        assert_eq!(language(chinese, None).as_deref(), Some("zh"));
        assert_eq!(language("Hm.", None), None);
        for (other, text) in [
            (
                "it",
                "Il ministro degli esteri Lind, in visita a Oslo in ottobre, ha incontrato a lungo il collega.",
            ),
            (
                "nl",
                "De minister van Buitenlandse Zaken was in Oslo en sprak er met zijn collega of met diens secretaris.",
            ),
            (
                "da",
                "Udenrigsministeren mødtes i Oslo med sin kollega for at tale om fisk, og han var glad for det.",
            ),
            (
                "de",
                "Was der Minister in Oslo sagte, will er in Bern wiederholen, so das Ministerium in Wien am Montag.",
            ),
        ] {
            assert_ne!(language(text, None).as_deref(), Some("en"), "{other}: {text}");
        }
    }

    #[test]
    fn only_what_is_shaped_like_a_tag_is_believed() {
        assert_eq!(tag("EN_us"), Some("en-us".to_owned()));
        assert_eq!(tag("English"), None);
    }
}
