//! A table of parties by parties: the more of it, the deeper the color, with the number where it fits.

use super::letters;
use super::letters::{SMALL, TINY};
use super::page::{Page, UNIT};
use super::scene::{Anchor, Area, Scene, Text, Tone};
use super::seats::Counts;
use super::selection::Selection;

/// The widest and tallest that a cell gets.
const LARGEST_CELL: (f32, f32) = (16.0 * UNIT, 8.0 * UNIT);

/// A table.
pub struct Matrix<'a> {
    /// Its rows from the top.
    pub rows: Vec<Head>,
    /// Its columns from the left.
    pub columns: Vec<Head>,
    /// What stands in its cells.
    pub counts: &'a Counts,
    /// What is counted.
    pub noun: &'static str,
    /// Whether it has no diagonal, because nobody meets themselves.
    pub without_diagonal: bool,
    /// What the cell of a row and column stands for.
    pub cell: &'a dyn Fn(usize, usize) -> (String, Selection),
}

/// A shade, the least and the most that it stands for.
type Depth = (usize, u32, u32);

/// The head of a row or column.
pub struct Head {
    /// Whether it is that of one party.
    pub is_party: bool,
    /// The name, where there is room for it.
    pub name: String,
    /// What stands there otherwise.
    pub code: String,
    /// What the whole row or column stands for.
    pub label: String,
    /// How many that is.
    pub count: u32,
    /// In which articles.
    pub articles: Selection,
}

/// Where the cells are.
struct Grid {
    area: Area,
    cell: (f32, f32),
    turned: bool,
}

impl Matrix<'_> {
    /// Draws the table on what is free of a page.
    pub fn draw(self, mut page: Page) -> Scene {
        let depths = self.depths();
        let beyond = self.counts.most() > depths.last().map_or(0, |(.., most)| *most);
        let ranges = depths.iter().enumerate().map(|(place, (shade, least, most))| {
            let (from, to) = (letters::number(*least), letters::number(*most));
            let words = match place + 1 == depths.len() {
                true if beyond => format!("{from} or more"),
                _ if least == most => from,
                _ => format!("{from}–{to}"),
            };
            (Tone::Shade(*shade), words)
        });
        let ranges: Vec<(Tone, String)> = ranges.collect();
        page.legend(ranges.iter().map(|(tone, range)| (*tone, range.as_str())));
        let names = self.names(page.free.width);
        let grid = self.grid(page.free, &names);
        self.row_heads(&mut page.scene, page.free, &grid, names);
        self.column_heads(&mut page.scene, page.free, &grid);
        self.cells(&mut page.scene, &grid, &depths);
        self.lines(&mut page.scene, &grid);
        page.scene.spare = (page.free.bottom() - grid.area.bottom()).max(0.0);
        page.scene
    }

    /// The shades of the cells. Those of parties set the scale: what many share would drown them.
    fn depths(&self) -> Vec<Depth> {
        let cells = |own: bool| {
            let is_party = move |head: &Head| !own || head.is_party;
            let rows = self.rows.iter().enumerate().filter(move |(_, head)| is_party(head));
            rows.flat_map(move |(row, _)| {
                let columns = self.columns.iter().enumerate().filter(move |(_, head)| is_party(head));
                columns.map(move |(column, _)| self.counts.get(row, column))
            })
        };
        let most = cells(true).max().filter(|most| *most > 0).unwrap_or_else(|| self.counts.most());
        let least = cells(false).filter(|count| *count > 0).min().unwrap_or(1);
        depths(least, most.max(least))
    }

    /// What stands beside the rows: names if there is room for all, else codes.
    fn names(&self, room: f32) -> Vec<String> {
        let short = |name: &str| letters::width(name, SMALL, false) <= room * 0.3;
        if self.rows.iter().all(|row| short(&row.name)) {
            self.rows.iter().map(|row| row.name.clone()).collect()
        } else {
            self.rows.iter().map(|row| letters::fit(&row.code, SMALL, false, room * 0.3)).collect()
        }
    }

    fn grid(&self, free: Area, names: &[String]) -> Grid {
        let widest = |words: &mut dyn Iterator<Item = &str>| {
            words.map(|words| letters::width(words, SMALL, false)).fold(0.0, f32::max)
        };
        let beside = widest(&mut names.iter().map(String::as_str)) + 2.0 * UNIT;
        let (columns, rows) = (self.columns.len().max(1) as f32, self.rows.len().max(1) as f32);
        let width = ((free.width - beside) / columns).clamp(0.0, LARGEST_CELL.0);
        let code = widest(&mut self.columns.iter().map(|column| column.code.as_str()));
        let turned = code + UNIT > width;
        let above = if turned { (code + UNIT).min(free.height * 0.4) } else { 5.0 * UNIT };
        let height = ((free.height - above) / rows).clamp(0.0, LARGEST_CELL.1);
        let (left, top) = (free.left + beside, free.top + above);
        let area = Area { left, top, width: width * columns, height: height * rows };
        Grid { area, cell: (width, height), turned }
    }

    fn row_heads(&self, scene: &mut Scene, free: Area, grid: &Grid, names: Vec<String>) {
        let every = (letters::height(SMALL) / grid.cell.1.max(0.1)).ceil() as usize;
        for ((place, head), name) in self.rows.iter().enumerate().zip(names) {
            let cell = grid.at(place, 0);
            if place.is_multiple_of(every.max(1)) {
                let text = Text::new(name, cell.left - 1.5 * UNIT, cell.middle().1);
                scene.text(text.anchored(Anchor::End));
            }
            let area = Area { left: free.left, width: cell.left - free.left, ..cell };
            scene.region(area, &head.label, (head.count, self.noun), head.articles.clone());
        }
    }

    fn column_heads(&self, scene: &mut Scene, free: Area, grid: &Grid) {
        let room = grid.area.top - free.top;
        let every = if grid.turned { letters::height(SMALL) / grid.cell.0.max(0.1) } else { 1.0 };
        for (place, head) in self.columns.iter().enumerate() {
            let cell = grid.at(0, place);
            if place.is_multiple_of((every.ceil() as usize).max(1)) {
                let (x, foot) = (cell.middle().0, grid.area.top);
                let text = if grid.turned {
                    let words = letters::fit(&head.code, SMALL, false, room - UNIT);
                    Text { turned: true, ..Text::new(words, x, foot - UNIT) }
                } else {
                    Text::new(head.code.as_str(), x, foot - 2.5 * UNIT).anchored(Anchor::Middle)
                };
                scene.text(text);
            }
            let area = Area { top: free.top, height: room, ..cell };
            scene.region(area, &head.label, (head.count, self.noun), head.articles.clone());
        }
    }

    fn cells(&self, scene: &mut Scene, grid: &Grid, depths: &[Depth]) {
        for row in 0..self.rows.len() {
            for column in 0..self.columns.len() {
                let (count, area) = (self.counts.get(row, column), grid.at(row, column));
                if count == 0 {
                    if self.without_diagonal && row == column {
                        scene.rect(area, Tone::Line);
                    }
                    continue;
                }
                let shade = depths.iter().rev().find(|(_, least, _)| count >= *least);
                let shade = shade.map_or(0, |(shade, ..)| *shade);
                scene.rect(area, Tone::Shade(shade));
                if let Some(words) = letters::number_in(count, area.width - 2.0, area.height) {
                    let (x, y) = area.middle();
                    let text = Text::new(words, x, y).anchored(Anchor::Middle).toned(Tone::OnShade(shade));
                    scene.text(Text { size: TINY, ..text });
                }
                let (label, articles) = (self.cell)(row, column);
                scene.region(area, &label, (count, self.noun), articles);
            }
        }
    }

    fn lines(&self, scene: &mut Scene, grid: &Grid) {
        let area = grid.area;
        for row in 0..=self.rows.len() {
            let y = area.top + row as f32 * grid.cell.1;
            scene.line((area.left, y), (area.right(), y));
        }
        for column in 0..=self.columns.len() {
            let x = area.left + column as f32 * grid.cell.0;
            scene.line((x, area.top), (x, area.bottom()));
        }
    }
}

impl Grid {
    fn at(&self, row: usize, column: usize) -> Area {
        let (width, height) = self.cell;
        let (left, top) = (self.area.left + column as f32 * width, self.area.top + row as f32 * height);
        Area { left, top, width, height }
    }
}

/// The shades with the least and the most that each stands for. Each reaches from its least to the same
/// multiple of it; by roots of whole numbers, so that it is the same on every machine.
fn depths(least: u32, most: u32) -> Vec<Depth> {
    let between = |few: u64, many: u64| (few * many).isqrt();
    let (few, many) = (u64::from(least.max(1)), u64::from(most));
    let half = between(few, many);
    let begins = [few, between(few, half) + 1, half + 1, between(half, many) + 1];
    let ends = begins.iter().skip(1).map(|next| next - 1).chain([many]);
    let ranges = begins.iter().zip(ends).enumerate();
    let ranges = ranges.map(|(shade, (from, to))| (shade, *from as u32, to.min(many) as u32));
    ranges.filter(|(_, from, to)| from <= to).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_count_has_one_shade() {
        assert_eq!(depths(1, 40), [(0, 1, 2), (1, 3, 6), (2, 7, 15), (3, 16, 40)]);
        assert_eq!(depths(7, 7), [(0, 7, 7)]);
        for (least, most) in (1..400).flat_map(|most| (1..=most).map(move |least| (least, most))) {
            let depths = depths(least, most);
            assert_eq!((depths[0].1, depths.last().unwrap().2), (least, most));
            assert!(depths.windows(2).all(|pair| pair[0].2 + 1 == pair[1].1), "{depths:?}");
        }
    }
}
