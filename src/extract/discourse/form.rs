//! Form: how a verb stands, by its spelling.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// The form in which a verb stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Form {
    /// "agree"
    Base,
    /// "agrees"
    Present,
    /// "agreed"
    Past,
    /// "agreeing"
    Participle,
}

/// Past forms and participles that do not end in "ed".
static IRREGULAR: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    let forms = "said told spoke made gave thought met wrote swore undertook held took done drawn given kept \
    paid sent built brought put set spent taken begun found chosen written shown led went came left became \
    began saw knew grew rose fell drew flew chose stood understood sought dealt lost won ran struck cut shut";
    forms.split_ascii_whitespace().collect()
});

/// The form of a verb, by its spelling.
pub(in crate::extract) fn form(verb: &str) -> Form {
    if verb.ends_with("ing") {
        Form::Participle
    } else if verb.ends_with("ed") || IRREGULAR.contains(verb) {
        Form::Past
    } else if verb.ends_with('s') && !verb.ends_with("ss") {
        Form::Present
    } else {
        Form::Base
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spelling_tells_the_form() {
        assert_eq!(form("pledge"), Form::Base);
        assert_eq!(form("discuss"), Form::Base);
        assert_eq!(form("pledges"), Form::Present);
        assert_eq!(form("pledged"), Form::Past);
        assert_eq!(form("undertook"), Form::Past);
        assert_eq!(form("pledging"), Form::Participle);
    }
}
