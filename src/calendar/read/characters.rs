//! Dates with a character behind each number: "2024年12月26日", "2024년 12월 26일", "民國111年9月5日",
//! "令和4年9月5日", "二〇二二年九月五日".

use super::Manner;
use crate::calendar::cursor::{Cursor, Kind};
use crate::calendar::told::Date;
use crate::calendar::vocabulary::era;

/// The years of the Republic of China, which its papers print without its name too, begin after this one.
const REPUBLIC: i16 = 1911;

/// A date of which year, month and day are told by the characters behind them.
pub(super) fn with_characters(at: Cursor<'_>, manner: Manner) -> Option<(Date, Cursor<'_>)> {
    let (began, from) = era(at).map_or((None, at), |(began, from)| (Some(began), from));
    let (number, behind) = counted(from, ['年', '년'])?;
    let year = match (began, number) {
        (Some(began), 1..=999) => began + number,
        (None, 1000..=2999) => number,
        (None, 100..=199) if manner.languages => REPUBLIC + number,
        _ => return None,
    };
    let (month, behind) = counted(behind, ['月', '월'])?;
    let (day, end) = counted(behind, ['日', '일'])?;
    let small = |number: i16| i8::try_from(number).ok().filter(|number| *number < 100);
    Some((Date { year: Some(year), month: small(month)?, day: small(day)? }, end))
}

/// A number in digits or characters with one of these signs behind it, and the place behind the sign.
fn counted(at: Cursor<'_>, signs: [char; 2]) -> Option<(i16, Cursor<'_>)> {
    if let Some((number, behind)) = at.number(1..=4) {
        let token = behind.peek()?;
        let sign = token.text.chars().next().filter(|c| signs.contains(c))?;
        return Some((number, behind.ahead(token.start - behind.byte() + sign.len_utf8())));
    }
    let token = at.peek().filter(|token| token.kind == Kind::Word)?;
    // "九月五日" is one word: the number is what stands before the sign.
    let (place, sign) = token.text.char_indices().take(LONGEST + 1).find(|(_, c)| signs.contains(c))?;
    let number = numeral(token.text.get(..place)?)?;
    Some((number, at.ahead(token.start - at.byte() + place + sign.len_utf8())))
}

/// No number has more characters: "一百一十一".
const LONGEST: usize = 5;

/// A number in characters: "二〇二二" by its digits, "二十三" by its tens, "元" for the first of a count.
fn numeral(characters: &str) -> Option<i16> {
    if characters == "元" {
        return Some(1);
    }
    let (mut number, mut digits, mut last) = (0_i16, 0_i16, None);
    for c in characters.chars() {
        let times = match c {
            '十' => 10,
            '百' => 100,
            c => {
                let digit = i16::try_from("〇一二三四五六七八九".chars().position(|one| one == zero(c))?);
                last = digit.ok();
                digits = digits.checked_mul(10)?.checked_add(last?)?;
                continue;
            }
        };
        number += last.take().unwrap_or(1) * times;
        digits = 0;
    }
    (!characters.is_empty()).then(|| number.checked_add(digits)).flatten()
}

/// The same character for each way of writing zero.
fn zero(c: char) -> char {
    if c == '零' { '〇' } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_characters_are_read_by_digits_or_by_tens() {
        for (characters, number) in [
            ("二〇二二", 2022),
            ("二零零九", 2009),
            ("五", 5),
            ("十", 10),
            ("十二", 12),
            ("二十", 20),
            ("二十三", 23),
            ("一百一十一", 111),
            ("元", 1),
        ] {
            assert_eq!(numeral(characters), Some(number), "{characters}");
        }
        for characters in ["", "今", "五月"] {
            assert_eq!(numeral(characters), None, "{characters}");
        }
    }
}
