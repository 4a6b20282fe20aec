//! Words that are written from right to left. egui shapes each of them as a whole, in the order in
//! which it is read, and then lists more glyphs for it than it has letters (egui issue 8576), so that
//! everything after it in the article would be marked and selected in the wrong place. Here its glyphs
//! are put in the order of its letters again, one for each; what is painted stays as it is.

use std::ops::Range;
use std::sync::Arc;

use egui::Galley;
use egui::epaint::text::Glyph;

/// Whether a letter belongs to a script that is written from right to left: the blocks of the Unicode
/// standard from Hebrew to Arabic Extended-A, and their presentation forms.
pub fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// The same layout with one glyph for each letter.
pub fn mended(galley: &Arc<Galley>) -> Arc<Galley> {
    let mut letters = galley.job.text.chars();
    let mut mended = Galley::clone(galley);
    let mut at = 0;
    while at < mended.rows.len() {
        // A paragraph is laid out in one go and then cut into rows.
        let rest = mended.rows.get_mut(at..).unwrap_or_default();
        let last = rest.iter().position(|row| row.ends_with_newline).unwrap_or(rest.len() - 1);
        let rows = rest.get_mut(..=last).unwrap_or_default();
        let paragraph: Vec<char> = letters.by_ref().take_while(|letter| *letter != '\n').collect();
        let count: usize = rows.iter().map(|row| row.glyphs.len()).sum();
        if count != paragraph.len() || paragraph.iter().copied().any(is_right_to_left) {
            let glyphs: Vec<(usize, Glyph)> = rows
                .iter()
                .enumerate()
                .flat_map(|(number, row)| row.glyphs.iter().map(move |glyph| (number, *glyph)))
                .collect();
            let mut in_order = in_order(&paragraph, &glyphs).into_iter().peekable();
            for (number, row) in rows.iter_mut().enumerate() {
                let of_row = |(row, _): &(usize, Glyph)| *row <= number;
                let glyphs = std::iter::from_fn(|| in_order.next_if(of_row)).map(|(_, glyph)| glyph);
                Arc::make_mut(&mut row.row).glyphs = glyphs.collect();
            }
        }
        at += last + 1;
    }
    Arc::new(mended)
}

/// One glyph for each letter of a paragraph, with the number of its row.
fn in_order(letters: &[char], glyphs: &[(usize, Glyph)]) -> Vec<(usize, Glyph)> {
    let mut ordered: Vec<(usize, Glyph)> = Vec::with_capacity(letters.len());
    let (mut letter, mut glyph) = (0, 0);
    while letter < letters.len() {
        let run = run(letters, letter);
        let rest = glyphs.get(glyph..).unwrap_or_default();
        match real(letters.get(run.clone()).unwrap_or_default(), rest) {
            Some(real) => {
                let (shaped, surplus) = (rest.get(..real).unwrap_or_default(), run.len() - 1);
                ordered.extend(read_backward(letters.get(run.clone()).unwrap_or_default(), shaped));
                (letter, glyph) = (run.end, glyph + real + surplus);
            }
            None => {
                ordered.extend(rest.first());
                (letter, glyph) = (letter + 1, glyph + 1);
            }
        }
    }
    // A row's glyphs lie in one row, whatever became of their order.
    for at in 1..ordered.len() {
        let before = ordered.get(at - 1).map_or(0, |(row, _)| *row);
        if let Some((row, _)) = ordered.get_mut(at) {
            *row = (*row).max(before);
        }
    }
    ordered
}

/// The letters from this one on that are written from right to left; the letter alone if it is not.
fn run(letters: &[char], from: usize) -> Range<usize> {
    let rest = letters.get(from..).unwrap_or_default();
    let length = rest.iter().take_while(|letter| is_right_to_left(**letter)).count();
    from..from + length.max(1)
}

/// How many glyphs a run was shaped into. After them stands an empty glyph for each of its letters but
/// the first. None where the letters were not shaped as such a run.
fn real(run: &[char], glyphs: &[(usize, Glyph)]) -> Option<usize> {
    let surplus = run.get(1..).filter(|surplus| !surplus.is_empty())?;
    let is_surplus = |real: usize| {
        let after = glyphs.get(real..real + surplus.len()).unwrap_or_default();
        after.len() == surplus.len()
            && after.iter().zip(surplus).all(|((_, glyph), letter)| glyph.chr == *letter && is_empty(glyph))
    };
    (1..=2 * run.len()).find(|real| is_surplus(*real))
}

fn is_empty(glyph: &Glyph) -> bool {
    glyph.advance_width == 0.0 && glyph.uv_rect.is_nothing()
}

/// The glyphs of a run in the order of its letters. A letter that was joined with the one before into
/// one glyph has an empty one of its own.
fn read_backward(letters: &[char], shaped: &[(usize, Glyph)]) -> Vec<(usize, Glyph)> {
    let mut left = shaped.iter().rev().peekable();
    let mut ordered: Vec<(usize, Glyph)> = Vec::new();
    for letter in letters {
        let own = left.next_if(|(_, glyph)| glyph.chr == *letter).copied();
        let joined = || {
            let (row, mut glyph) = ordered.last().or(shaped.last()).copied()?;
            (glyph.chr, glyph.advance_width, glyph.uv_rect) = (*letter, 0.0, Default::default());
            Some((row, glyph))
        };
        if let Some(glyph) = own.or_else(joined) {
            ordered.push(glyph);
        }
        // A letter of several glyphs keeps the first.
        while left.next_if(|(_, glyph)| glyph.chr == *letter && own.is_some()).is_some() {}
    }
    ordered
}

/// From the left edge of the leftmost of these glyphs to the right edge of the rightmost.
pub fn extent(glyphs: &[Glyph]) -> Option<(f32, f32)> {
    let edges = glyphs.iter().map(|glyph| (glyph.pos.x, glyph.pos.x + glyph.advance_width));
    edges.reduce(|(left, right), (from, to)| (left.min(from), right.max(to)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Glyphs as egui lists them: each with its place on the line; an empty one where `-` stands before
    /// its letter.
    fn listed(letters: &str) -> Vec<(usize, Glyph)> {
        let ctx = egui::Context::default();
        let mut any = None;
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            let font = egui::FontId::default();
            let galley = ui.fonts_mut(|fonts| fonts.layout_no_wrap("x".into(), font, egui::Color32::BLACK));
            any = galley.rows[0].glyphs.first().copied();
        });
        output.textures_delta.clear();
        let (mut glyphs, mut empty) = (Vec::new(), false);
        for letter in letters.chars() {
            if letter == '-' {
                empty = true;
                continue;
            }
            let mut glyph = any.unwrap();
            (glyph.chr, glyph.pos.x) = (letter, glyphs.len() as f32);
            if std::mem::take(&mut empty) {
                (glyph.advance_width, glyph.uv_rect) = (0.0, Default::default());
            }
            glyphs.push((0, glyph));
        }
        glyphs
    }

    /// The letters in their order, and the place of each one's glyph.
    fn order(letters: &str, glyphs: &str) -> (String, Vec<f32>) {
        let letters: Vec<char> = letters.chars().collect();
        let ordered = in_order(&letters, &listed(glyphs));
        ordered.iter().map(|(_, glyph)| (glyph.chr, glyph.pos.x)).unzip()
    }

    #[test]
    fn each_letter_of_a_word_from_right_to_left_has_its_own_glyph() {
        let (letters, places) = order("a שלום b", "a םולש-ל-ו-ם b");
        assert_eq!(letters, "a שלום b");
        assert_eq!(places, [0.0, 1.0, 5.0, 4.0, 3.0, 2.0, 9.0, 10.0]);
    }

    #[test]
    fn a_letter_that_is_joined_with_the_one_before_has_an_empty_glyph() {
        // Lam and alef are one glyph.
        let (letters, places) = order("سلام x", "ملس-ل-ا-م x");
        assert_eq!(letters, "سلام x");
        assert_eq!(places, [2.0, 1.0, 1.0, 0.0, 6.0, 7.0]);
    }

    #[test]
    fn a_word_that_no_font_knows_stays_as_it_is() {
        let (letters, places) = order("a שלום", "a שלום");
        assert_eq!((letters.as_str(), places.len()), ("a שלום", 6));
    }
}
