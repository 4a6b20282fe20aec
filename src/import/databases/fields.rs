//! The fields by which databases tell what they know of an article: "BYLINE: …", "RUBRIQUE: …", "Load-Date: …".

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Byline,
    Dateline,
    /// The sentences between headline and text.
    Highlight,
    Url,
    /// The text begins here.
    Body,
    /// Stands above the text and is no word of it: its section, its length, its series.
    Head,
    /// Stands below the text and ends it: when it was loaded, its language, its pictures.
    Foot,
    /// Stands below the text where it lists subjects with their weights, or says a day.
    MaybeFoot,
}

/// Fields by their labels, in capitals, in the languages of the databases' own pages.
#[rustfmt::skip]
const LABELS: &[(Field, &[&str])] = &[
    (Field::Title, &["HEADLINE", "TITRE", "TITEL", "TITULAR", "TITULO"]),
    (Field::Byline, &[
        "BYLINE", "AUTHOR/BYLINE", "AUTEUR", "AUTEURS", "AUTOR", "AUTOREN", "AUTORE", "AUTORES", "VERFASSER", "AUTHOR", "NAAMREGEL",
        "AUTEUR(S)", "ASSINATURA",
    ]),
    (Field::Dateline, &["DATELINE", "ORTSMARKE", "LIEU", "ORIGINE", "DATAZIONE", "DATA Y LUGAR"]),
    (Field::Highlight, &["HIGHLIGHT", "ENCART", "HERVORHEBUNG", "DESTACADO", "INTRO", "SOUS-TITRE", "SUBHEADLINE"]),
    (Field::Url, &["URL"]),
    (Field::Body, &["BODY", "TEXTE", "VOLLTEXT", "FULL TEXT", "CUERPO", "CORPO"]),
    (Field::Head, &[
        "SECTION", "RUBRIQUE", "RUBRIK", "RESSORT", "SEKTION", "SECCION", "SECCIÓN", "SEZIONE", "RUBRIEK", "SECTIE",
        "SEÇÃO", "LENGTH", "LONGUEUR", "LÄNGE", "LAENGE", "LONGITUD", "EXTENSIÓN", "EXTENSION", "LUNGHEZZA", "LENGTE",
        "EXTENSÃO", "SERIES", "COLUMN", "DISTRIBUTION", "KICKER", "SPITZMARKE", "DEPARTMENT", "PAGE", "SUPPLEMENT",
    ]),
    (Field::Foot, &[
        "LOAD-DATE", "DATE-CHARGEMENT", "LADEDATUM", "FECHA-CARGA", "FECHA-DE-CARGA", "DATA-CARICAMENTO", "LAAD-DATUM",
        "DATUM-GELADEN", "LANGUAGE", "LANGUE", "SPRACHE", "IDIOMA", "LENGUA", "LINGUA", "TAAL", "PUBLICATION-TYPE",
        "TYPE-PUBLICATION", "PUBLIKATIONSTYP", "PUBLIKATIONS-TYP", "PUBLIKATIONSART", "ZEITUNGS-TYP",
        "TIPO-PUBLICACION", "TIPO-DE-PUBLICACIÓN", "TIPO-PUBBLICAZIONE", "TYPE-PUBLICATIE", "PUB-TYPE", "GRAPHIC",
        "GRAPHIQUE", "GRAFIK", "CORRECTION-DATE", "JOURNAL-CODE", "ACC-NO", "DOCUMENT-TYPE", "ISSN", "CLASSIFICATION",
        "RECORD NUMBER", "INDEX TERMS", "LOCATION(S)", "ARTICLE ID",
    ]),
    (Field::MaybeFoot, &[
        "UPDATE", "SUBJECT", "SUJET", "THEMA", "TEMA", "SOGGETTO", "ONDERWERP", "COMPANY", "SOCIETE", "UNTERNEHMEN",
        "ORGANIZATION", "ORGANISATION", "PERSON", "PERSONNE", "PERSONEN", "GEOGRAPHIC", "LOCALISATION-GEO",
        "GEOGRAPHIE", "COUNTRY", "PAYS", "LAND", "STATE", "ETAT", "CITY", "VILLE", "STADT", "TICKER",
        "SYMBOLE-BOURSIER", "INDUSTRY", "SECTEUR-ACTIVITE", "BRANCHE", "CORRECTION", "NAME", "EVENT",
    ]),
];

/// The longest label has no more bytes.
const LONGEST: usize = 24;

/// The field that a line begins, and what the line says of it.
pub(super) fn field_of(line: &str) -> Option<(Field, &str)> {
    let line = line.trim();
    let (label, value) = line.split_once(':').filter(|(label, _)| (3..=LONGEST).contains(&label.len()))?;
    let value = value.trim();
    let capitals = label.trim().to_uppercase();
    let known = LABELS.iter().find(|(_, labels)| labels.contains(&capitals.as_str()));
    let field = known.map(|(field, _)| *field)?;
    let weighs =
        || value.contains("%)") || value.chars().count() < 40 && value.contains(|c: char| c.is_ascii_digit());
    (field != Field::MaybeFoot || weighs()).then_some((field, value))
}

/// Names without the word that stands before them: "By ANN LOWE" is "ANN LOWE".
pub(super) fn names(byline: &str) -> Option<String> {
    const BEFORE: &[&str] = &["by", "von", "par", "por", "di", "door"];
    let (first, rest) = byline.trim().split_once(' ').unwrap_or((byline.trim(), ""));
    let names = if BEFORE.contains(&first.to_lowercase().as_str()) { rest } else { byline };
    let names = names.trim().trim_end_matches([';', ',', '.']).trim();
    (!names.is_empty()).then(|| names.to_owned())
}

/// People as catalogs have them: "Lowe, Ann; Lind, Jon" are "Ann Lowe, Jon Lind".
pub(in crate::import) fn people(authors: &str) -> Option<String> {
    let all = authors.split(';').filter_map(person).collect::<Vec<_>>().join(", ");
    (!all.is_empty()).then_some(all)
}

/// "Lowe, Ann" is "Ann Lowe".
pub(in crate::import) fn person(name: &str) -> Option<String> {
    let name = names(name)?;
    match name.split_once(',') {
        Some((surname, given)) if !given.contains(',') => {
            Some(format!("{} {}", given.trim(), surname.trim()))
        }
        _ => Some(name),
    }
}

/// "Courier, The" is "The Courier".
pub(super) fn turned(name: &str) -> String {
    name.strip_suffix(", The").map_or_else(|| name.to_owned(), |name| format!("The {name}"))
}

/// The line of place and day that stands above a text, unless the text begins with the place itself.
pub(super) fn dateline_above(dateline: Option<String>, paragraphs: &[String]) -> Option<String> {
    let begins = paragraphs.first().map(|first| first.to_lowercase()).unwrap_or_default();
    dateline.filter(|line| {
        let place = line.split(',').next().unwrap_or_default().trim().to_lowercase();
        !place.is_empty() && !begins.starts_with(&place)
    })
}

/// Whether a line says whose rights these are.
pub(super) fn is_copyright(line: &str) -> bool {
    const BEGINNINGS: &[&str] = &[
        "copyright ",
        "©",
        "(c) ",
        "all rights reserved",
        "tous droits",
        "alle rechte",
        "todos los derechos",
        "tutti i diritti",
        "alle rechten",
        "todos os direitos",
    ];
    let line = line.trim().to_lowercase();
    BEGINNINGS.iter().any(|begins| line.starts_with(begins)) && line.chars().count() < 200
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_known_in_any_case_and_several_languages() {
        assert_eq!(field_of("BYLINE: By Ann Lowe"), Some((Field::Byline, "By Ann Lowe")));
        assert_eq!(field_of("  LÄNGE: 22 Wörter"), Some((Field::Head, "22 Wörter")));
        assert_eq!(field_of("Load-Date: April 22, 2031"), Some((Field::Foot, "April 22, 2031")));
        assert_eq!(
            field_of("SUJET: PORTS (90%); FERRIES (88%)"),
            Some((Field::MaybeFoot, "PORTS (90%); FERRIES (88%)"))
        );
        assert_eq!(field_of("COUNTRY: a word that the speaker used often, and that nobody understood"), None);
        assert_eq!(field_of("LOWE: We met on Friday."), None);
    }

    #[test]
    fn papers_that_begin_with_the_article_are_turned() {
        assert_eq!(turned("Courier, The"), "The Courier");
        assert_eq!(turned("Courier"), "Courier");
    }

    #[test]
    fn a_byline_is_names() {
        assert_eq!(names("By ANN LOWE").as_deref(), Some("ANN LOWE"));
        assert_eq!(names("Ann Lowe, Jon Lind;").as_deref(), Some("Ann Lowe, Jon Lind"));
        assert_eq!(names("By "), None);
        assert_eq!(people("Lowe, Ann; Lind, Jon").as_deref(), Some("Ann Lowe, Jon Lind"));
        assert_eq!(people("Example Wire").as_deref(), Some("Example Wire"));
        assert_eq!(people(" ; "), None);
    }
}
