//! A user's own tables: parties, titles and publishers that the built-in ones do not have, or name
//! otherwise. They have the same columns, without having to name a source, and are read on top.
//!
//! A line that is not as it should be is passed over and told; the rest of the table is used, unless it is the line
//! that names the columns. A party with the code of a built-in one gives it more names.

use std::fmt;

use super::Lexicon;
use super::classes::TitleClass;
use super::index::{Case, IndexBuilder};
use crate::model::Party;

use super::table::{Lost, Row, TableError, Wrong, own_rows};

/// Which of the tables a user may have of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnTableKind {
    /// Parties to a meeting.
    Parties,
    /// The words of titles.
    Titles,
    /// Who issues articles.
    Publishers,
}

impl OwnTableKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Parties, Self::Titles, Self::Publishers];

    /// The name of its file, as of the built-in one.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Parties => "parties.tsv",
            Self::Titles => "titles.tsv",
            Self::Publishers => "publishers.tsv",
        }
    }

    /// The first line of such a table.
    pub fn columns(self) -> String {
        match self {
            Self::Parties => PARTIES.join("\t"),
            Self::Titles => TITLES.join("\t"),
            Self::Publishers => PUBLISHERS.join("\t"),
        }
    }
}

/// The table of one's own parties with one more in it, to be written in its place.
pub fn with_own_party(content: &str, party: &Party, is_country: bool) -> String {
    let kind = if is_country { "country" } else { "organization" };
    // A tab or a line break would part the name.
    let name = party.name.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = format!("{}\t{kind}\t{name}\t\t\t\t\n", party.code);
    let is_begun = content.lines().any(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let mut content = content.to_owned();
    if !content.is_empty() && !content.ends_with('\n') {
        content.push('\n');
    }
    if !is_begun {
        content.push_str(&OwnTableKind::Parties.columns());
        content.push('\n');
    }
    content + &line
}

pub(super) const PARTIES: [&str; 7] = ["code", "kind", "name", "aliases", "demonyms", "capital", "seats"];
pub(super) const TITLES: [&str; 2] = ["words", "class"];
pub(super) const PUBLISHERS: [&str; 5] = ["name", "aliases", "domains", "party", "kind"];

/// A table of a user's own.
#[derive(Clone, Debug)]
pub struct OwnTable {
    /// What it is about.
    pub kind: OwnTableKind,
    /// Where it is, to be told.
    pub path: String,
    /// What stands in it. Kept for as long as the program runs, as the built-in ones are.
    pub content: &'static str,
}

/// What is wrong in a user's own table, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnTableError {
    path: String,
    wrong: Wrong,
}

impl fmt::Display for OwnTableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, wrong: Wrong { line, what, lost } } = self;
        let remedy = match lost {
            Lost::Line => "Mend the line or take it out; the rest of the table is used",
            Lost::Table => "Mend the line; until then nothing of the table is used",
        };
        write!(f, "{path}, line {line}: {what}. {remedy}.")
    }
}

impl std::error::Error for OwnTableError {}

impl Lexicon {
    /// The built-in tables with a user's own on top, and what is wrong in those.
    ///
    /// # Errors
    /// If a built-in table is not in order, which a test rules out.
    pub fn with_own(tables: &[OwnTable]) -> Result<(Self, Vec<OwnTableError>), TableError> {
        let mut errors = Vec::new();
        let lexicon = Self::read_with(|lexicon, index| {
            for table in tables {
                let told = lexicon.take_in(table, index).into_iter();
                errors.extend(told.map(|wrong| OwnTableError { path: table.path.clone(), wrong }));
            }
        })?;
        Ok((lexicon, errors))
    }

    /// Takes in the rows of a table; says of each line that cannot be used what is wrong.
    fn take_in(&mut self, table: &OwnTable, index: &mut IndexBuilder) -> Vec<Wrong> {
        let mut told = Vec::new();
        match table.kind {
            OwnTableKind::Parties => {
                for row in own_rows(table.content, PARTIES, &mut told) {
                    note(&mut told, self.parties.add_own(row, index));
                }
            }
            OwnTableKind::Titles => {
                for row in own_rows(table.content, TITLES, &mut told) {
                    note(&mut told, self.add_title(row, index));
                }
            }
            OwnTableKind::Publishers => {
                for row in own_rows(table.content, PUBLISHERS, &mut told) {
                    note(&mut told, self.publishers.add_own(row));
                }
            }
        }
        told.sort_unstable();
        told
    }

    fn add_title(&mut self, row: Row<2>, index: &mut IndexBuilder) -> Result<(), TableError> {
        let [words, class] = row.cells;
        let class = TitleClass::named(class).ok_or_else(|| row.unknown(class))?;
        self.classes.titles.add(index, words, Case::Any, class);
        Ok(())
    }
}

fn note(told: &mut Vec<Wrong>, added: Result<(), TableError>) {
    told.extend(added.err().map(|TableError { line, what, .. }| Wrong { line, what, lost: Lost::Line }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::PartyForm;

    fn with(kind: OwnTableKind, content: &'static str) -> (Lexicon, Vec<String>) {
        let table = OwnTable { kind, path: "own.tsv".into(), content };
        let (lexicon, errors) = Lexicon::with_own(&[table]).unwrap();
        (lexicon, errors.iter().map(ToString::to_string).collect())
    }

    fn party(lexicon: &Lexicon, text: &str) -> Option<(String, PartyForm)> {
        let tokens = lexicon.tokens(text);
        let (_, names) = tokens.longest(lexicon.party_names(), 0..tokens.len())?;
        let name = *names.iter().last()?;
        Some((lexicon.parties().get(name.row)?.party.code.to_string(), name.form))
    }

    #[test]
    fn own_parties_are_known_by_all_their_names() {
        let (lexicon, errors) = with(
            OwnTableKind::Parties,
            "code\tkind\tname\taliases\tdemonyms\tcapital\tseats\n# mine\nMERAND\tcountry\tMerand\tRepublic of Merand\tMerandian\tPort Sel\t\n\nFCF\torganization\tFree Coast Front\t\t\t\t\r\n",
        );
        assert_eq!(errors, Vec::<String>::new());
        assert_eq!(party(&lexicon, "Merandian envoy"), Some(("MERAND".into(), PartyForm::Demonym)));
        assert_eq!(party(&lexicon, "Free Coast Front"), Some(("FCF".into(), PartyForm::Name)));
        assert_eq!(party(&lexicon, "Malta"), Some(("MLT".into(), PartyForm::Name)), "the built-in ones stay");
        assert!(lexicon.party("MERAND").unwrap().is_country);
    }

    #[test]
    fn a_party_that_is_added_is_read_whatever_the_table_held() {
        let merand = Party { code: "MERAND".parse().unwrap(), name: "Merand".into() };
        let columns = OwnTableKind::Parties.columns();
        let tables = [
            "",
            "# mine",
            &format!("{columns}\nQUEN\tcountry\tQuenland\t\t\t\t"),
            &format!("{columns}\tsource\n"),
        ];
        for before in tables {
            let content = with_own_party(before, &merand, true);
            let (lexicon, errors) = with(OwnTableKind::Parties, content.leak());
            assert_eq!(errors, Vec::<String>::new(), "{before}");
            assert!(lexicon.party("MERAND").unwrap().is_country, "{before}");
        }
    }

    #[test]
    fn a_known_party_gets_more_names() {
        let (lexicon, _) = with(
            OwnTableKind::Parties,
            "code\tkind\tname\taliases\tdemonyms\tcapital\tseats\tsource\nMLT\tcountry\tMalta\tthe Rock\t\t\t\tme\n",
        );
        assert_eq!(party(&lexicon, "Maltese"), Some(("MLT".into(), PartyForm::Demonym)));
        assert_eq!(lexicon.parties().iter().filter(|row| row.party.code.as_str() == "MLT").count(), 1);
    }

    #[test]
    fn a_damaged_line_is_told_and_the_rest_is_used() {
        let (lexicon, errors) = with(
            OwnTableKind::Parties,
            "code\tkind\tname\taliases\tdemonyms\tcapital\tseats\nmerand\tcountry\tMerand\t\t\t\t\nKESTRIA\tplanet\tKestria\t\t\t\t\nTOLVANIA\tcountry\nQUEN\tcountry\tQuenland\t\t\t\t\n",
        );
        assert_eq!(errors.len(), 3, "{errors:?}");
        assert!(errors[0].starts_with("own.tsv, line 2: "), "{errors:?}");
        assert!(errors[2].contains("line 4: it has 2 cells, not 7"), "{errors:?}");
        assert!(lexicon.party("QUEN").is_some());
        let (_, errors) = with(OwnTableKind::Titles, "word\tsort\nwarden\thead\n");
        assert!(errors[0].starts_with("own.tsv, line 1: the first line names the columns"), "{errors:?}");
        assert!(errors[0].ends_with("nothing of the table is used."), "{errors:?}");
    }

    #[test]
    fn own_titles_and_publishers_are_known() {
        let (lexicon, errors) = with(OwnTableKind::Titles, "words\tclass\nsea warden\thead\nx\tcrown\n");
        assert!(lexicon.tokens("Sea Warden").whole(lexicon.titles()).is_some());
        assert_eq!(errors.len(), 1);
        let (lexicon, _) = with(
            OwnTableKind::Publishers,
            "name\taliases\tdomains\tparty\tkind\nMerand Post\tMP\tpost.example\tMLT\t\n",
        );
        assert_eq!(lexicon.publisher("the Merand Post").map(|known| known.name), Some("Merand Post"));
    }
}
