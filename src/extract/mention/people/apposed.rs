//! People who are told twice in one breath: "the Estonian head of state, President Ana Torre", "her Estonian
//! counterpart, President Ana Torre". The party of the first words is that of the person.

use super::read::Mention;
use crate::extract::segment::Source;

/// What is said of somebody whose own office follows.
const SAID: [&str; 9] = [
    "head of state",
    "head of government",
    "leader",
    "ruler",
    "monarch",
    "top diplomat",
    "chief diplomat",
    "counterpart",
    "host",
];

/// Gives a party to those whose own office tells none.
pub(super) fn tell(source: &Source<'_>, mentions: &mut [Mention]) {
    for at in 1..mentions.len() {
        let Some([first, second]) = mentions.get_mut(at - 1..=at) else { continue };
        let comma = first.words.end + 1 == second.words.start && source.is(first.words.end, ",");
        let whole = first.name.is_none() && second.name.is_some() && second.title.is_some();
        if comma && whole && second.party.is_none() {
            let said = source.text(&first.words).to_lowercase();
            second.party = first.party.filter(|_| SAID.iter().any(|known| said.ends_with(known)));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::mention::people::tests::check;

    #[test]
    fn whoever_is_told_twice_in_one_breath_is_of_the_party_that_is_told_first() {
        check(
            "She was welcomed by the Estonian head of state, President Jon Lind, and laid a wreath.",
            &["Jon Lind / President / EST"],
        );
        check(
            "VALLETTA — President Ana Torre of Kenya was welcomed by the Estonian head of state, President Jon Lind, and by Minister Omar Haddad of Malta.",
            &["Ana Torre / President / KEN", "Jon Lind / President / EST", "Omar Haddad / Minister / MLT"],
        );
    }
}
