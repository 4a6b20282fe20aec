//! Together: what only several can do. "We agreed", "we will keep in touch", "our two countries": whoever
//! says so speaks of those who met, and not of one side alone.

use crate::extract::discourse::{Discourse, Tags};
use crate::extract::segment::Source;
use crate::lexicon::Shape;

/// How far after its subject a predicate is looked at.
const PREDICATE: usize = 16;

/// Words of what several do with each other.
const MUTUAL: &[&str] = &["together", "jointly", "mutually", "mutual", "bilaterally"];

/// What one does to others who are together then.
const JOINING: &[&str] = &[
    "bring", "brings", "bringing", "brought", "gather", "pull", "put", "draw", "call", "get", "rally", "keep",
];

/// What several hold, where nobody is named with whom.
const ROUNDS: &[&str] = &["round", "rounds", "talks", "meeting", "meetings", "negotiations", "consultations"];

/// Whether what follows a subject is done by several with each other.
pub(super) fn is_together(source: &Source<'_>, discourse: &Discourse, end: usize) -> bool {
    let verb = first_verb(discourse, end);
    if source.is_any(verb, &["agree", "agreed", "agrees", "concur", "concurred"]) {
        return !source.is(verb + 1, "with");
    }
    let again = source.is_any(verb, &["meet", "reconvene", "talk"]) || source.is(verb + 1, "talking");
    if again && !source.is(verb + 1, "with") && discourse.actor_from(verb + 1).is_none() {
        return true;
    }
    // "We will bring our partners together": whom one brings together are others.
    let others = source.is_any(verb, JOINING);
    let ends = |&at: &usize| match source.word(at).map(|token| token.word.shape) {
        Some(Shape::Mark(mark)) => matches!(mark, '.' | ';' | '"' | '”' | '?' | '!'),
        None => true,
        _ => false,
    };
    let mut words = (end..end + PREDICATE).take_while(|at| !ends(at));
    let mut with = (end..end + PREDICATE).take_while(|at| !ends(at));
    let with = with.any(|at| source.is(at, "with"));
    // "We will set up a joint team", not "we are keen on joint work"
    let will = |at: usize| (end..at).any(|at| discourse.tag(at).any(Tags::MODAL));
    words.any(|at| {
        source.is_any(at, MUTUAL) && !(others && source.is(at, "together"))
            || !with && (source.is_any(at, ROUNDS) || source.is(at, "joint") && will(at))
            || source.is(at, "in") && source.is_any(at + 1, &["touch", "contact"])
            || source.is(at, "each") && source.is(at + 1, "other")
            || source.is(at, "our") && source.is_any(at + 1, &["two", "both", "respective"])
    })
}

/// The first verb of a predicate that says what is done: "meet" in "will also meet".
fn first_verb(discourse: &Discourse, end: usize) -> usize {
    const HELPERS: usize = 6;
    let helps = |at: &usize| {
        discourse.tag(*at).any(Tags::ADVERB | Tags::MODAL | Tags::HAVE | Tags::NEGATION | Tags::OUGHT)
    };
    end + (end..end + HELPERS).take_while(helps).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::rule::Scene;
    use crate::extract::tests::article;
    use crate::lexicon::Lexicon;

    #[track_caller]
    fn check(predicate: &str, expected: bool) {
        let article = article(&format!("Talks\n\n\"We {predicate}.\""));
        let lexicon = Lexicon::built_in();
        let scene = Scene::new(&article, &lexicon);
        let discourse = Discourse::of(&scene);
        let we = discourse.actors.first().expect("we");
        assert_eq!(is_together(&scene.source, &discourse, we.words.end), expected, "{predicate}");
    }

    #[test]
    fn what_only_several_can_do() {
        check("have also agreed to share the harbour", true);
        check("will meet again in May", true);
        check("will always be in touch", true);
        check("will clear the harbour together", true);
        check("must bring our two countries closer", true);
        check("will bring our partners together", false);
        check("will table a joint paper", true);
        check("will table a joint paper with others", false);
        check("remain keen on joint work", false);
        check("will clear the harbour", false);
        check("agree with the minister", false);
        check("will meet Minister Lind", false);
    }
}
