//! The article's text laid out as a reading column, part by part, and where on it words stand.
//!
//! The layout depends on the text, its size and the width only; what is marked, lit or selected is
//! painted over or under it. Only parts in sight are laid out; of the others the height is known from
//! before, or guessed.

use std::sync::Arc;

use egui::text::{LayoutJob, LayoutSection, TextFormat};
use egui::{Color32, FontId, Galley, Pos2, Rangef, Rect, pos2};

use super::marks::Mark;
use super::parts::{Part, parts};
use crate::model::{Article, EntryId, Span, Text};
use crate::ui::right_to_left::{extent, is_right_to_left, mended};
use crate::ui::theme;

/// What a layout depends on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageKey {
    /// Whose text.
    pub document: EntryId,
    /// The width of the column.
    pub width: f32,
    /// The letters of the text.
    pub letters: theme::Letters,
    /// The color of the letters.
    pub ink: Color32,
}

/// The article that is shown.
#[derive(Default)]
pub struct Page {
    key: Option<PageKey>,
    /// The text that the parts are of: that of an article may become another.
    text: Option<Text>,
    parts: Vec<PagePart>,
}

/// A part of the text on the page.
pub struct PagePart {
    part: Part,
    /// The number of its first character in the text.
    first: usize,
    /// Whether some of it is written from right to left.
    right_to_left: bool,
    /// How high it is, or may be.
    height: f32,
    job: Option<LayoutJob>,
    /// egui's layout, and what was made of it where it has words from right to left.
    mended: Option<(Arc<Galley>, Arc<Galley>)>,
    placed: Option<Placed>,
}

/// Which of the rows that a mark runs over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MarkRow {
    /// The first character of the part of the text.
    part: usize,
    /// Counted from 0 within the part.
    pub row: usize,
}

/// A part that is in sight.
struct Placed {
    /// Where its top left corner is on the screen.
    at: Pos2,
    rows: Rows,
    /// The revision of the marks, and where each of them that has words in this part stands.
    marks: (u64, Vec<(usize, Vec<Rect>)>),
}

impl Page {
    /// Brings the page in step with the article, its letters and its width.
    pub fn follow(&mut self, key: PageKey, article: &Article) {
        let is_same = self.text.as_ref() == Some(&article.text);
        if self.key == Some(key) && is_same {
            return;
        }
        if self.key.map(|known| known.document) != Some(key.document) || !is_same {
            self.text = Some(article.text.clone());
            self.parts = parts(&article.text).into_iter().map(|part| PagePart::of(part, article)).collect();
        }
        for part in &mut self.parts {
            part.leave();
            part.height = part.guess(&article.text, key);
        }
        self.key = Some(key);
    }

    /// Whether some of the text is written from right to left.
    pub fn has_right_to_left(&self) -> bool {
        self.parts.iter().any(|part| part.right_to_left)
    }

    /// The parts from the first to the last.
    pub fn parts_mut(&mut self) -> impl Iterator<Item = &mut PagePart> {
        self.parts.iter_mut()
    }

    /// How many parts there are.
    pub fn len(&self) -> usize {
        self.parts.len()
    }

    /// Where words stand on the screen, as far as they are in sight: a rectangle for each row.
    pub fn rects(&self, text: &Text, span: Span) -> Vec<Rect> {
        let placed = self.parts.iter().filter_map(|part| Some((part, part.placed.as_ref()?)));
        placed.flat_map(|(part, placed)| part.rects(placed, text, span)).collect()
    }

    /// The marks of the parts in sight, by their number, row by row with the rectangles on the screen.
    pub fn marks(&self) -> impl Iterator<Item = (usize, MarkRow, Rect)> {
        let placed = self.parts.iter().filter_map(|part| Some((part, part.placed.as_ref()?)));
        placed.flat_map(|(part, placed)| {
            placed.marks.1.iter().flat_map(move |(number, rects)| {
                let on_screen = move |(row, rect): (usize, &Rect)| {
                    (*number, MarkRow { part: part.first, row }, rect.translate(placed.at.to_vec2()))
                };
                rects.iter().enumerate().map(on_screen)
            })
        })
    }

    /// The number of the part that holds this byte or begins after it, and the number of its first character.
    pub fn part_of(&self, byte: usize) -> Option<(usize, usize)> {
        let at = self.parts.iter().position(|part| byte < part.part.span.end());
        let at = at.or_else(|| self.parts.len().checked_sub(1))?;
        self.parts.get(at).map(|part| (at, part.first))
    }

    /// The bytes of the text that stand in this rectangle of the screen, a range for each part.
    pub fn bytes_within(&self, text: &Text, shown: Rect) -> Vec<std::ops::Range<usize>> {
        let placed = self.parts.iter().filter_map(|part| Some((part, part.placed.as_ref()?)));
        let bytes = placed.filter_map(|(part, placed)| {
            let chars = placed.rows.within(shown.translate(-placed.at.to_vec2()).y_range())?;
            Some(text.byte_of_char(part.first + chars.start)?..text.byte_of_char(part.first + chars.end)?)
        });
        bytes.collect()
    }

    /// How far below the top of the text a byte of it is; guessed where it is not in sight.
    pub fn height_of(&self, byte: usize, text: &Text) -> f32 {
        let mut top = 0.0;
        for part in &self.parts {
            if byte < part.part.span.end() {
                return top + part.height_of(byte, text);
            }
            top += part.height;
        }
        top
    }
}

impl PagePart {
    fn of(part: Part, article: &Article) -> Self {
        let first = article.text.char_of_byte(part.span.start());
        let right_to_left = article.text.slice(part.span).chars().any(is_right_to_left);
        Self { part, first, right_to_left, height: 0.0, job: None, mended: None, placed: None }
    }

    /// Its words.
    pub fn span(&self) -> Span {
        self.part.span
    }

    /// The number of its first character in the text.
    pub fn first(&self) -> usize {
        self.first
    }

    /// How high it is with the gap below it, or may be.
    pub fn height(&self) -> f32 {
        self.height
    }

    /// The gap below it.
    pub fn gap(&self, key: PageKey) -> f32 {
        if self.part.gap { gap(key.letters.line) } else { 0.0 }
    }

    /// It is out of sight: only its height is kept.
    pub fn leave(&mut self) {
        (self.job, self.mended, self.placed) = (None, None, None);
    }

    /// Its layout, made once while it is in sight.
    pub fn job(&mut self, key: PageKey, article: &Article) -> LayoutJob {
        let part = self.part.span;
        self.job.get_or_insert_with(|| lay_out(article, part, key)).clone()
    }

    /// The layout with one glyph for each letter.
    pub fn mend(&mut self, galley: Arc<Galley>) -> Arc<Galley> {
        if !self.right_to_left {
            return galley;
        }
        match &self.mended {
            Some((known, mended)) if Arc::ptr_eq(known, &galley) => mended.clone(),
            _ => {
                let mended = mended(&galley);
                self.mended = Some((galley, mended.clone()));
                mended
            }
        }
    }

    /// It stands here in this frame. Gives by how much it is higher than was thought.
    pub fn place(
        &mut self,
        at: Pos2,
        galley: &Arc<Galley>,
        height: f32,
        text: &Text,
        marks: &[Mark],
        revision: u64,
    ) -> f32 {
        let grown = height - std::mem::replace(&mut self.height, height);
        let known = self.placed.take().filter(|placed| placed.rows.are_of(galley));
        let mut placed = known.unwrap_or_else(|| Placed {
            at,
            rows: Rows::of(galley),
            marks: (revision.wrapping_sub(1), Vec::new()),
        });
        placed.at = at;
        if placed.marks.0 != revision {
            let here = marks.iter().enumerate().filter(|(_, mark)| mark.span.overlaps(self.part.span));
            let rects = here.map(|(number, mark)| (number, self.relative(&placed, text, mark.span)));
            placed.marks = (revision, rects.collect());
        }
        self.placed = Some(placed);
        grown
    }

    /// The rectangles of words on the screen.
    fn rects(&self, placed: &Placed, text: &Text, span: Span) -> Vec<Rect> {
        let at = placed.at.to_vec2();
        self.relative(placed, text, span).into_iter().map(|rect| rect.translate(at)).collect()
    }

    /// The rectangles of words relative to the part.
    fn relative(&self, placed: &Placed, text: &Text, span: Span) -> Vec<Rect> {
        if !span.overlaps(self.part.span) {
            return Vec::new();
        }
        let (chars, last) = (text.chars_of(span), text.char_of_byte(self.part.span.end()));
        let within = |char: usize| char.clamp(self.first, last) - self.first;
        placed.rows.rects(within(chars.start)..within(chars.end))
    }

    /// How far below its top a byte of the text is.
    fn height_of(&self, byte: usize, text: &Text) -> f32 {
        let span = self.part.span;
        let exact = self.placed.as_ref().and_then(|placed| {
            let char = text.char_of_byte(byte.max(span.start())) - self.first;
            placed.rows.rects(char..char + 1).first().map(|rect| rect.center().y)
        });
        let share = byte.saturating_sub(span.start()) as f32 / span.bytes().len().max(1) as f32;
        exact.unwrap_or(share * self.height)
    }

    /// How high it will be, by the width of the average letter.
    fn guess(&self, text: &Text, key: PageKey) -> f32 {
        let letters = (key.width / theme::letter(key.letters)).max(1.0);
        let line = key.letters.line;
        let paragraphs = text.slice(self.part.span).split("\n\n");
        let heights = paragraphs.map(|words| (words.len() as f32 / letters).ceil() * line + gap(line));
        let sum: f32 = heights.sum();
        sum - gap(line) + self.gap(key)
    }
}

/// The height of the empty line between paragraphs.
fn gap(line: f32) -> f32 {
    (line / 2.0).round()
}

/// The headline in its own letters; the empty lines between paragraphs half as high as the others.
fn lay_out(article: &Article, part: Span, key: PageKey) -> LayoutJob {
    let body = format(theme::reading(key.letters), key.letters.line, key.ink);
    let between = TextFormat { line_height: body.line_height.map(gap), ..body.clone() };
    let headline = article.headline().filter(|headline| part.contains(*headline)).map_or(0, Span::end);
    let text = article.text.slice(part);
    let mut job = LayoutJob { text: text.to_owned(), keep_trailing_whitespace: true, ..LayoutJob::default() };
    job.wrap.max_width = key.width;
    let mut section = |from: usize, to: usize, format: &TextFormat| {
        if from < to {
            let byte_range = from.into()..to.into();
            job.sections.push(LayoutSection { leading_space: 0.0, byte_range, format: format.clone() });
        }
    };
    let (letters, height) = theme::headline(key.letters);
    section(0, headline, &format(letters, height, key.ink));
    let mut done = headline;
    for (at, empty_line) in text.match_indices("\n\n").filter(|(at, _)| *at >= headline) {
        section(done, at + 1, &body);
        section(at + 1, at + empty_line.len(), &between);
        done = at + empty_line.len();
    }
    section(done, text.len(), &body);
    job
}

fn format(font_id: FontId, height: f32, color: Color32) -> TextFormat {
    TextFormat { line_height: Some(height), font_id, color, ..TextFormat::default() }
}

/// Where on a laid-out text words stand.
struct Rows {
    galley: Arc<Galley>,
    /// The number of the first character of each row.
    starts: Vec<usize>,
}

impl Rows {
    /// Counts the rows of a laid-out text.
    fn of(galley: &Arc<Galley>) -> Self {
        let mut next = 0;
        let starts = galley.rows.iter().map(|row| {
            let start = next;
            next += row.char_count_including_newline().0;
            start
        });
        Self { starts: starts.collect(), galley: galley.clone() }
    }

    /// Whether these are the rows of this very layout.
    fn are_of(&self, galley: &Arc<Galley>) -> bool {
        Arc::ptr_eq(&self.galley, galley)
    }

    /// The characters of the rows that share something with these heights.
    fn within(&self, heights: Rangef) -> Option<std::ops::Range<usize>> {
        let rows = &self.galley.rows;
        let from = rows.partition_point(|row| row.rect().bottom() < heights.min);
        let to = rows.partition_point(|row| row.rect().top() <= heights.max);
        let last = self.starts.get(to.checked_sub(1)?)? + rows.get(to - 1)?.char_count_excluding_newline().0;
        (from < to).then_some(*self.starts.get(from)?..last)
    }

    /// The rectangles of these characters, one for each row that they run over.
    fn rects(&self, chars: std::ops::Range<usize>) -> Vec<Rect> {
        let first = self.starts.partition_point(|&start| start <= chars.start).saturating_sub(1);
        let rows = self.starts.iter().zip(&self.galley.rows).skip(first);
        let rows = rows.take_while(|(start, _)| **start < chars.end);
        rows.filter_map(|(&start, row)| {
            let last = row.char_count_excluding_newline().0;
            let from = chars.start.saturating_sub(start).min(last);
            let to = chars.end.saturating_sub(start).min(last);
            let glyphs = row.glyphs.get(from..to)?;
            // The space at which a line was broken belongs to no word.
            let words = glyphs.iter().rposition(|glyph| !glyph.chr.is_whitespace())?;
            let (left, right) = extent(glyphs.get(..=words)?)?;
            let rect = Rect::from_min_max(pos2(left, 0.0), pos2(right, row.height()));
            Some(rect.translate(row.pos.to_vec2()))
        })
        .collect()
    }
}
