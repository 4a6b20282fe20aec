//! The names of months, as articles print them in the languages that ministries write in.

/// Each month's names in lower case, January first. English names may be shortened to three letters
/// and more ([`month`]); the names of other languages stand here in full and as they are shortened.
#[rustfmt::skip]
const MONTHS: [(&str, &[&str]); 12] = [
    ("january", &["janvier", "enero", "januar", "janeiro", "gennaio", "januari", "января", "січня", "ocak", "stycznia", "يناير", "ஜனவரி", "ජනවාරි"]),
    ("february", &["février", "fevrier", "febrero", "februar", "fevereiro", "febbraio", "februari", "февраля", "лютого", "şubat", "lutego", "شباط", "فبراير", "பிப்ரவரி", "பெப்ரவரி", "පෙබරවාරි"]),
    ("march", &["mars", "marzo", "märz", "março", "maret", "mac", "марта", "березня", "mart", "marca", "آذار", "مارس", "மார்ச்", "මාර්තු"]),
    ("april", &["avril", "abril", "aprile", "апреля", "квітня", "nisan", "kwietnia", "نيسان", "أبريل", "ஏப்ரல்", "අප්\u{200d}රේල්"]),
    ("may", &["mai", "mayo", "maio", "maggio", "mei", "мая", "травня", "mayıs", "maja", "أيار", "مايو", "மே", "මැයි"]),
    ("june", &["juin", "junio", "juni", "junho", "giugno", "jun", "июня", "червня", "haziran", "czerwca", "حزيران", "يونيو", "ஜூன்", "ජූනි"]),
    ("july", &["juillet", "julio", "juli", "julho", "luglio", "julai", "июля", "липня", "temmuz", "lipca", "تموز", "يوليو", "ஜூலை", "ජූලි"]),
    ("august", &["août", "aout", "agosto", "agustus", "ogos", "августа", "серпня", "ağustos", "sierpnia", "آب", "أغسطس", "ஆகஸ்ட்", "අගෝස්තු"]),
    ("september", &["septembre", "septiembre", "setiembre", "setembro", "settembre", "сентября", "вересня", "eylül", "września", "أيلول", "سبتمبر", "செப்டம்பர்", "සැප්තැම්බර්"]),
    ("october", &["octobre", "octubre", "oktober", "outubro", "ottobre", "октября", "жовтня", "ekim", "października", "أكتوبر", "அக்டோபர்", "ஒக்டோபர்", "ඔක්තෝබර්"]),
    ("november", &["novembre", "noviembre", "novembro", "nopember", "ноября", "листопада", "kasım", "listopada", "نوفمبر", "நவம்பர்", "නොවැම්බර්"]),
    ("december", &["décembre", "decembre", "diciembre", "dezember", "dezembro", "dicembre", "desember", "disember", "декабря", "грудня", "aralık", "grudnia", "ديسمبر", "டிசம்பர்", "දෙසැම්බර්"]),
];

/// The number of the month with this name.
pub(super) fn month(name: &str) -> Option<i8> {
    // No name is longer; words of an article need not be lowered in vain.
    if name.len() > 40 {
        return None;
    }
    let name = name.to_lowercase();
    let shortened = name.is_ascii() && name.len() >= 3;
    let is = |(english, others): &(&str, &[&str])| {
        others.contains(&name.as_str()) || *english == name || shortened && is_short_for(&name, english)
    };
    MONTHS.iter().position(is).and_then(|at| i8::try_from(at + 1).ok())
}

/// "jan", "sept": the beginning of the name, up to four letters.
fn is_short_for(name: &str, english: &str) -> bool {
    name.len() <= 4 && english.starts_with(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_in_full_and_shortened() {
        assert_eq!(month("October"), Some(10));
        assert_eq!(month("Oct"), Some(10));
        assert_eq!(month("SEPT"), Some(9));
        assert_eq!(month("декабря"), Some(12));
        assert_eq!(month("Mac"), Some(3));
        assert_eq!(month("Octo"), Some(10));
        assert_eq!(month("Oc"), None);
        assert_eq!(month("Marches"), None);
    }
}
