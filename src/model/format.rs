//! Counts in words, as people read them.

/// A number with its thousands set apart: `12,345`.
pub fn number(count: usize) -> String {
    let digits = count.to_string();
    let apart = |place: usize| place > 0 && (digits.len() - place).is_multiple_of(3);
    digits
        .chars()
        .enumerate()
        .flat_map(|(place, digit)| apart(place).then_some(',').into_iter().chain([digit]))
        .collect()
}

/// So many of them: `1 meeting`, `1,400 meetings`.
pub fn counted(count: usize, noun: &str) -> String {
    format!("{} {noun}{}", number(count), if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_set_in_thousands() {
        assert_eq!([0, 999, 1000, 1_234_567].map(number), ["0", "999", "1,000", "1,234,567"]);
        assert_eq!([1, 14].map(|n| counted(n, "meeting")), ["1 meeting", "14 meetings"]);
    }
}
