//! The chapters of the manual: the files of `assets/manual`, which read as well in the repository, cut into
//! sections at their headings.

/// A chapter.
#[derive(Debug)]
pub struct Chapter {
    /// Its file in `assets/manual`, by which links name it.
    pub file: &'static str,
    text: &'static str,
}

/// The chapters, in the order in which they are read. A newcomer adds a file and a line.
pub const CHAPTERS: &[Chapter] = &[
    Chapter { file: "five-minutes.md", text: include_str!("../../../assets/manual/five-minutes.md") },
    Chapter { file: "review.md", text: include_str!("../../../assets/manual/review.md") },
    Chapter { file: "coding-guide.md", text: include_str!("../../../assets/manual/coding-guide.md") },
    Chapter { file: "many-articles.md", text: include_str!("../../../assets/manual/many-articles.md") },
    Chapter { file: "files.md", text: include_str!("../../../assets/manual/files.md") },
    Chapter { file: "exports.md", text: include_str!("../../../assets/manual/exports.md") },
    Chapter { file: "scripts.md", text: include_str!("../../../assets/manual/scripts.md") },
    Chapter { file: "troubleshooting.md", text: include_str!("../../../assets/manual/troubleshooting.md") },
];

/// A part of a chapter: a heading and what stands below it. The first has the chapter's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub heading: &'static str,
    /// What stands below it, in Markdown.
    pub body: &'static str,
}

/// A place in the manual.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Place {
    /// Which chapter.
    pub chapter: usize,
    /// Which of its sections.
    pub section: usize,
}

impl Chapter {
    /// What it is called.
    pub fn title(&self) -> &'static str {
        self.sections().next().map_or(self.file, |section| section.heading)
    }

    /// Its sections, in their order.
    pub fn sections(&self) -> impl Iterator<Item = Section> {
        self.text.trim_start_matches("# ").split("\n## ").map(|part| {
            let (heading, body) = part.split_once('\n').unwrap_or((part, ""));
            Section { heading: heading.trim(), body: body.trim() }
        })
    }
}

impl Section {
    /// What links call it, as code hosts make it of the heading: "Files that are read" is `files-that-are-read`.
    pub fn anchor(&self) -> String {
        let letters = self.heading.to_lowercase();
        let kept = letters.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-'));
        kept.map(|c| if c == ' ' { '-' } else { c }).collect()
    }
}

/// Where a link leads that stands in this chapter: `files.md`, `files.md#tables`, `#tables`. Nowhere, if it leads
/// out of the manual.
pub fn place_of(link: &str, chapter: usize) -> Option<Place> {
    let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
    let chapter = match file {
        "" => chapter,
        file => CHAPTERS.iter().position(|chapter| chapter.file == file)?,
    };
    let section = match anchor {
        "" => 0,
        anchor => CHAPTERS.get(chapter)?.sections().position(|section| section.anchor() == anchor)?,
    };
    Some(Place { chapter, section })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where its links lead, as they are written.
    fn links(chapter: &Chapter) -> impl Iterator<Item = &'static str> {
        chapter.text.split("](").skip(1).filter_map(|rest| rest.split(')').next())
    }

    #[test]
    fn every_link_of_a_chapter_leads_to_a_section() {
        for (number, chapter) in CHAPTERS.iter().enumerate() {
            for link in links(chapter) {
                assert!(place_of(link, number).is_some(), "{}: {link}", chapter.file);
            }
        }
    }

    #[test]
    fn every_chapter_begins_with_its_title_and_no_heading_stands_twice() {
        for chapter in CHAPTERS {
            assert!(chapter.text.starts_with("# "), "{}", chapter.file);
            let mut anchors: Vec<String> = chapter.sections().map(|section| section.anchor()).collect();
            let count = anchors.len();
            anchors.sort_unstable();
            anchors.dedup();
            assert_eq!(anchors.len(), count, "{}", chapter.file);
            // Only the section that is in sight is drawn, which is quick while none is long.
            for section in chapter.sections() {
                assert!(section.body.len() < 6_000, "{}: {} is long", chapter.file, section.heading);
            }
        }
    }
}
