//! What stands on a page of the manual: paragraphs, lists, examples, code and tables, taken out of its Markdown.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// A part of a page, one below the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    Paragraph(Vec<Piece>),
    /// A line of a list: behind a dot or its number.
    Item(Option<u64>, Vec<Piece>),
    /// Words of an article.
    Example(Vec<Piece>),
    /// Lines to be typed or copied.
    Code(String),
    /// Rows of cells. The first row is the head.
    Table(Vec<Vec<Vec<Piece>>>),
}

/// Words that look alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Piece {
    pub words: String,
    pub look: Look,
    /// Where a click on them leads.
    pub link: Option<String>,
}

/// How words look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Look {
    #[default]
    Plain,
    Strong,
    Slanted,
    /// As it is typed.
    Typed,
}

/// The blocks of a section.
pub(super) fn blocks(markdown: &str) -> Vec<Block> {
    let mut reading = Reading::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        reading.take(event);
    }
    reading.blocks
}

/// The blocks so far, and where in the Markdown one is.
#[derive(Default)]
struct Reading {
    blocks: Vec<Block>,
    pieces: Vec<Piece>,
    look: Look,
    link: Option<String>,
    /// The next number of each list that is open; none for dots.
    lists: Vec<Option<u64>>,
    is_example: bool,
    code: Option<String>,
    rows: Vec<Vec<Vec<Piece>>>,
}

impl Reading {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.begin(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) => match &mut self.code {
                Some(code) => code.push_str(&words),
                None => self.add(&words, self.look),
            },
            Event::Code(words) => self.add(&words, Look::Typed),
            Event::SoftBreak | Event::HardBreak => self.add(" ", self.look),
            _ => {}
        }
    }

    fn begin(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong => self.look = Look::Strong,
            Tag::Emphasis => self.look = Look::Slanted,
            Tag::Link { dest_url, .. } => self.link = Some(dest_url.into_string()),
            Tag::List(first) => self.lists.push(first),
            Tag::BlockQuote(_) => self.is_example = true,
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
                self.code = Some(String::new());
            }
            Tag::TableRow | Tag::TableHead => self.rows.push(Vec::new()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis => self.look = Look::Plain,
            TagEnd::Link => self.link = None,
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::BlockQuote(_) => self.is_example = false,
            TagEnd::Paragraph | TagEnd::Item => self.end_pieces(),
            TagEnd::CodeBlock => {
                let code = self.code.take().unwrap_or_default();
                self.blocks.push(Block::Code(code.trim_end().to_owned()));
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.pieces);
                if let Some(row) = self.rows.last_mut() {
                    row.push(cell);
                }
            }
            TagEnd::Table => self.blocks.push(Block::Table(std::mem::take(&mut self.rows))),
            _ => {}
        }
    }

    fn add(&mut self, words: &str, look: Look) {
        match self.pieces.last_mut() {
            Some(last) if last.look == look && last.link == self.link => last.words.push_str(words),
            _ => self.pieces.push(Piece { words: words.to_owned(), look, link: self.link.clone() }),
        }
    }

    fn end_pieces(&mut self) {
        let pieces = std::mem::take(&mut self.pieces);
        if pieces.is_empty() {
            return;
        }
        self.blocks.push(match self.lists.last_mut() {
            Some(number) => {
                let shown = *number;
                *number = number.map(|number| number + 1);
                Block::Item(shown, pieces)
            }
            None if self.is_example => Block::Example(pieces),
            None => Block::Paragraph(pieces),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(words: &str) -> Piece {
        Piece { words: words.to_owned(), ..Piece::default() }
    }

    #[test]
    fn words_keep_their_look_and_their_link() {
        let strong = Piece { look: Look::Strong, ..plain("right:") };
        let typed = Piece { look: Look::Typed, ..plain("json") };
        let link = Piece { link: Some("files.md".to_owned()), ..plain("all files") };
        let paragraph = vec![strong, plain(" as "), typed, plain(", "), link, plain(" and more.")];
        assert_eq!(
            blocks("**right:** as `json`, [all\nfiles](files.md) and\nmore."),
            [Block::Paragraph(paragraph)]
        );
    }

    #[test]
    fn lists_examples_code_and_tables_are_blocks_of_their_own() {
        let page =
            "1. one\n2. two\n\n- dot\n\n> He will.\n\n```sh\na\nb\n```\n\n| x | y |\n|---|---|\n| 1 | 2 |\n";
        let row = |cells: [&str; 2]| cells.map(|cell| vec![plain(cell)]).to_vec();
        assert_eq!(
            blocks(page),
            [
                Block::Item(Some(1), vec![plain("one")]),
                Block::Item(Some(2), vec![plain("two")]),
                Block::Item(None, vec![plain("dot")]),
                Block::Example(vec![plain("He will.")]),
                Block::Code("a\nb".to_owned()),
                Block::Table(vec![row(["x", "y"]), row(["1", "2"])]),
            ]
        );
    }
}
