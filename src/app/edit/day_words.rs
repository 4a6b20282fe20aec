//! Reading a day that a person selected in the text: days that are written out, nothing counted.

use jiff::civil::Date;

use crate::model::Day;

/// Full names of months come before short ones, because the parser takes "Oct" of "October" and stops.
const FORMS: &[&str] =
    &["%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%A %d %B %Y", "%A %B %d %Y", "%d.%m.%Y"];

/// The day that these words write out: "16 October 2020", "Oct. 16, 2020", "2020-10-16".
pub(super) fn day_in(words: &str) -> Option<Day> {
    let without_marks: String = words.chars().filter(|c| !",()[]".contains(*c)).collect();
    let parts = without_marks.split_whitespace().filter(|word| !["on", "the", "of"].contains(word));
    let plain = parts.map(plain_word).collect::<Vec<_>>().join(" ");
    FORMS.iter().find_map(|form| Date::strptime(form, &plain).ok()).map(Day)
}

/// "16th" is 16, "Oct." is Oct.
fn plain_word(word: &str) -> &str {
    let ordinal = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending));
    match ordinal {
        Some(number) if number.bytes().all(|b| b.is_ascii_digit()) => number,
        _ => word.strip_suffix('.').unwrap_or(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        let day = Day::new(2020, 10, 16);
        for words in [
            "16 October 2020",
            "on 16th of October, 2020",
            "October 16, 2020",
            "Oct. 16, 2020",
            "Friday, 16 October 2020",
            "2020-10-16",
            "16.10.2020",
        ] {
            assert_eq!(day_in(words), day, "{words}");
        }
        for words in ["Friday", "October 2020", "next week", "31 February 2020"] {
            assert_eq!(day_in(words), None, "{words}");
        }
    }
}
