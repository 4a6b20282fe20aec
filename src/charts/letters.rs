//! How much room words take, so that labels never lie on one another. It is reckoned with the widths
//! of classes of letters, a little too wide rather than too narrow, so that no font has to be read.

/// The size of labels.
pub const SMALL: f32 = 12.0;
/// The size of numbers within a picture.
pub const TINY: f32 = 11.0;
/// The size of the title.
pub const LARGE: f32 = 17.0;

/// How wide words of this size are at most.
pub fn width(words: &str, size: f32, strong: bool) -> f32 {
    let ems: f32 = words.chars().map(em).sum();
    ems * size * if strong { 1.06 } else { 1.0 }
}

/// How tall a line of this size is.
pub fn height(size: f32) -> f32 {
    size * 1.25
}

/// The width of a letter relative to its size.
fn em(letter: char) -> f32 {
    match letter {
        ' ' | '.' | ',' | ':' | ';' | '\'' | '’' | 'i' | 'j' | 'l' | 'I' | '|' | '!' => 0.31,
        'f' | 't' | 'r' | '(' | ')' | '/' | '1' => 0.46,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' | '—' => 1.02,
        'a'..='z' | 'à'..='ö' | 'ø'..='ÿ' => 0.64,
        '0'..='9' | '-' | '–' | 'E' | 'F' | 'J' | 'L' => 0.68,
        'A'..='Z' | 'À'..='Þ' | '\u{100}'..='\u{24F}' | '+' | '&' => 0.8,
        _ => 1.1,
    }
}

/// The words, shortened so that they fit.
pub fn fit(words: &str, size: f32, strong: bool, room: f32) -> String {
    if width(words, size, strong) <= room {
        return words.to_owned();
    }
    let mut left = room - width("…", size, strong);
    let fitting = words.chars().take_while(|letter| {
        left -= width(letter.encode_utf8(&mut [0; 4]), size, strong);
        left >= 0.0
    });
    let short: String = fitting.collect();
    if short.is_empty() { String::new() } else { format!("{}…", short.trim_end()) }
}

/// A number within a picture, in thousands if it has no room otherwise: `16k`.
pub fn number_in(count: u32, width_of: f32, height_of: f32) -> Option<String> {
    let thousands = (count >= 1000).then(|| format!("{}k", number(count / 1000)));
    let mut ways = [number(count)].into_iter().chain(thousands);
    ways.find(|way| height(TINY) <= height_of && width(way, TINY, false) <= width_of)
}

/// A number with its thousands set apart: `12,345`.
pub fn number(count: u32) -> String {
    crate::model::number(count as usize)
}

/// So many of them: `1 meeting`, `14 meetings`.
pub fn counted(count: u32, noun: &str) -> String {
    crate::model::counted(count as usize, noun)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shortened_to_the_room_that_there_is() {
        assert_eq!(number_in(16_080, 30.0, 20.0), Some("16k".into()));
        assert_eq!(number_in(16_080, 90.0, 9.0), None);
    }

    #[test]
    fn words_are_shortened_to_the_room_that_there_is() {
        let name = "Democratic Republic of the Congo";
        assert_eq!(fit(name, 12.0, false, 1000.0), name);
        let short = fit(name, 12.0, false, 80.0);
        assert!(short.starts_with("Democ") && short.ends_with('…'), "{short}");
        assert!(width(&short, 12.0, false) <= 80.0);
        assert_eq!(fit(name, 12.0, false, 5.0), "");
    }
}
