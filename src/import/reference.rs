//! What somebody else says of an article than the file that it lies in: a list of references.

use serde::{Deserialize, Serialize};

use super::draft::Stated;
use super::issued::stated_day;
use crate::model::{Article, Line};

/// No field of a reference has more bytes: it is a line.
const LONGEST: usize = 600;

/// What a list of references says of an article, as it is written there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    pub(super) title: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) published: Option<String>,
    pub(super) url: Option<String>,
    pub(super) language: Option<String>,
}

/// An article that lies in another file, which a list names.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// The files as they are written, of which the first that is there is meant.
    pub files: Vec<String>,
    /// What the list says of the article.
    pub reference: Reference,
    /// What there is to read in the list itself, if none of the files is there.
    pub instead: Option<Article>,
}

impl Reference {
    /// What was known of an article that its own file, read alone, does not say. None if that is nothing.
    pub fn beyond(article: &Article, alone: &Article) -> Option<Self> {
        // A headline or an author that the file has in other words was only told apart otherwise.
        let is_elsewhere = |line: &&Line| !alone.text.contains(&***line);
        let line = |known: &Option<Line>, own: &Option<Line>| {
            known.as_ref().filter(|_| known != own).filter(is_elsewhere).map(ToString::to_string)
        };
        let said = Self {
            title: line(&article.title, &alone.title),
            publisher: line(&article.publisher, &alone.publisher),
            byline: line(&article.byline, &alone.byline),
            published: article
                .published
                .filter(|_| article.published != alone.published)
                .map(|day| day.to_string()),
            url: article.url.clone().filter(|_| article.url != alone.url),
            language: article.language.clone().filter(|_| article.language != alone.language),
        };
        Some(said).filter(|said| *said != Self::default())
    }

    /// The same in lines that are no longer than anybody reads, and none that is empty.
    pub(super) fn in_lines(self) -> Self {
        let line = |field: Option<String>| {
            let words = field?.split_whitespace().collect::<Vec<_>>().join(" ");
            let end = words.floor_char_boundary(LONGEST);
            words.get(..end).filter(|line| !line.is_empty()).map(str::to_owned)
        };
        Self {
            title: line(self.title),
            publisher: line(self.publisher),
            byline: line(self.byline),
            published: line(self.published),
            url: line(self.url).filter(|url| url.contains("://")),
            language: line(self.language),
        }
    }

    /// As if the article's own file stated it.
    pub(super) fn stated(&self) -> Stated {
        Stated {
            title: self.title.clone(),
            publisher: self.publisher.clone(),
            byline: self.byline.clone(),
            published: self.published.as_deref().and_then(stated_day),
            url: self.url.clone(),
            language: self.language.clone(),
        }
    }

    /// What the article's own file states where the list says nothing: a person keeps the list.
    pub(super) fn over(&self, own: Stated) -> Stated {
        let said = self.stated();
        Stated {
            title: said.title.or(own.title),
            publisher: said.publisher.or(own.publisher),
            byline: said.byline.or(own.byline),
            published: said.published.or(own.published),
            url: said.url.or(own.url),
            language: said.language.or(own.language),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_alone_is_no_day_and_takes_the_place_of_none() {
        let day = |published: &str| Reference { published: Some(published.into()), ..Reference::default() };
        let own = || Stated { published: stated_day("2031-04-22"), ..Stated::default() };
        assert_eq!(day("2031").over(own()).published, stated_day("2031-04-22"));
        assert_eq!(day("2031-05-01").over(own()).published, stated_day("2031-05-01"));
    }

    #[test]
    fn a_field_is_a_line_that_somebody_can_read() {
        let title = Some(format!("Ministers\n  meet {}", "é".repeat(5000)));
        let line = Reference { title, url: Some("files/1.html".into()), ..Reference::default() }.in_lines();
        let title = line.title.unwrap();
        assert!(title.starts_with("Ministers meet é") && title.len() <= LONGEST);
        assert_eq!(line.url, None);
    }
}
