//! Tags: what each word of an article can be in a clause, looked up once for all rules.

use std::ops::BitOr;
use std::sync::LazyLock;

use super::words::WORDS;
use crate::extract::segment::Source;
use crate::lexicon::{Shape, Token, Values, VerbClass, VerbSense, WordClass, WordMap};

/// A set of things that a word can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::extract) struct Tags(u64);

/// Gives each tag a bit of its own.
macro_rules! tags {
    ($($(#[$doc:meta])* $tag:ident = $bit:literal;)+) => {
        impl Tags {
            $($(#[$doc])* pub const $tag: Self = Self(1 << $bit);)+
        }
    };
}

tags! {
    /// "will", "shall".
    MODAL = 0;
    /// Forms of "be".
    BE = 1;
    /// Forms of "have" and "do".
    HAVE = 2;
    /// "remains", "stands": what may stand for "be" before "ready" and "committed".
    STAY = 3;
    /// Words that may stand between a subject and its verb.
    ADVERB = 4;
    /// Prepositions.
    PREPOSITION = 5;
    /// Articles and the like.
    DETERMINER = 6;
    /// "and", "or", "but".
    JOINER = 7;
    /// "if", "whether", "how": what follows is no statement.
    OPEN = 8;
    /// "while", "as": what follows is another clause.
    ASIDE = 9;
    /// "which", "who".
    RELATIVE = 10;
    /// Verbs that report speech.
    SAY = 11;
    /// Verbs that make an undertaking explicit.
    COMMIT = 12;
    /// Verbs, and nouns, of wishes.
    HOPE = 13;
    /// Verbs, and nouns, that ask others.
    REQUEST = 14;
    /// Verbs of attitude.
    POSITION = 15;
    /// Other verbs that the table knows.
    OTHER_VERB = 16;
    /// "commitment", "pledge", "readiness": nouns that carry an undertaking.
    PROMISE = 17;
    /// "sides", "leaders": the parties together.
    SIDES = 18;
    /// "government", "delegation": what acts for a party.
    BODY = 19;
    /// "not", "never".
    NEGATION = 20;
    /// "should", "must", "may": what ought to be or might be.
    OUGHT = 21;
    /// "his team", "its allies": who goes with a person or party without being named.
    COMPANY = 22;
    /// "analysts", "sources": who speaks for no party.
    OUTSIDER = 23;
    /// What travellers do.
    MOVE = 24;
    /// What people do at meetings: items of a programme.
    PROGRAMME = 25;
    /// What follows "will" without any act.
    NO_ACT = 26;
    /// Passives that tell of events, not of acts.
    EVENT = 27;
    /// What parties agree on that is still to be done.
    ACT = 28;
    /// What parties agree on without undertaking anything.
    VIEW = 29;
    /// What a party may be assured of or offered.
    HELP = 30;
    /// Base forms of verbs that promise an attempt only.
    ATTEMPT = 31;
    /// What opens a subject that leaves nothing out: "everything necessary", "no effort".
    WHOLE = 32;
    /// What parties bind themselves by, or set up.
    INSTRUMENT = 33;
    /// Areas in which parties cooperate without saying how.
    AREA = 34;
    /// Verbs by which a party praises, asks for or deals with another's undertaking.
    DEALS = 35;
    /// Verbs by which a party states only its own undertakings.
    AFFIRM = 36;
    /// Participles that open a new report after a comma.
    REPORT = 37;
    /// Past forms that are also adjectives: "shared values".
    ADJECTIVE = 38;
    /// Words of those who only think that something will be.
    CONVICTION = 39;
    /// What is done by word of mouth.
    TALK = 40;
    /// May be a pronoun, or one with its verb: "she", "we'll".
    PRONOUN = 41;
    /// What is done by whoever says that it will be: "delivered".
    DELIVERED = 42;
    /// What is announced by amount: "funding", "scholarships".
    FUNDS = 43;
    /// Who and what comes from whoever says that it will come: "experts", "supplies".
    SENT = 44;
    /// The table of verbs says what follows it where it undertakes: "ready", "commitment", "plans". Most
    /// rules look at no other words.
    TURN = 45;
    /// What one promises to be to another: "partner".
    BOND = 46;
    /// What a state has at its command: "troops", "sanctions".
    MEANS = 47;
    /// What one is glad to do out of politeness: "see", "note".
    COURTESY = 48;
    /// What a commitment is said to be: "ironclad".
    FIRM = 49;
    /// What acts for no state, or against it: "opposition".
    OTHERS = 50;
    /// What governments set going: "border", "flights", "talks".
    WORKS = 51;
    /// How such a thing goes: "reopen", "resume", "remain".
    GOES = 52;
    /// How many of the parties: "two", "both".
    COUNT = 53;
}

impl Tags {
    /// Any sort of verb.
    pub const VERB: Self = Self(
        Self::BE.0
            | Self::HAVE.0
            | Self::MODAL.0
            | Self::OUGHT.0
            | Self::STAY.0
            | Self::SAY.0
            | Self::COMMIT.0
            | Self::HOPE.0
            | Self::REQUEST.0
            | Self::POSITION.0
            | Self::OTHER_VERB.0,
    );

    /// These and those.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the word is any of these.
    pub fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }
}

impl BitOr for Tags {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// How many words a verb of the table has that is looked for as one.
const PHRASE: usize = 3;

/// The tags of the words of the lists.
static BY_WORD: LazyLock<WordMap<Tags>> = LazyLock::new(|| {
    let mut tags = WordMap::default();
    for &(tag, words) in WORDS {
        for word in words.split_ascii_whitespace() {
            let known = tags.entry(word, Tags::default());
            *known = *known | tag;
        }
    }
    tags
});

/// The tags of every word of an article.
pub(in crate::extract) fn tags(source: &Source<'_>) -> Vec<Tags> {
    let words = source.tokens.iter().enumerate();
    let own = |(at, token): (usize, &Token<'_>)| match token.word.shape {
        Shape::Mark(_) | Shape::Number => verb(source, at),
        Shape::Possessive => verb(source, at) | is(source, at),
        _ => verb(source, at) | listed(source, token) | day(source, at),
    };
    words.map(own).collect()
}

/// The "'s" of "it's" and "he's", which is a verb and no possessive.
fn is(source: &Source<'_>, at: usize) -> Tags {
    const SUBJECTS: [&str; 7] = ["it", "he", "she", "that", "there", "who", "what"];
    let drawn = at.checked_sub(1).is_some_and(|subject| source.is_any(subject, &SUBJECTS));
    if drawn { Tags::BE | Tags::HAVE } else { Tags::default() }
}

/// "in turn" is an adverb. A day of the week stands where one does, with its "on" or without: agencies write "Norway on
/// Monday pledged to" and "Norway pledged on Monday to".
fn day(source: &Source<'_>, at: usize) -> Tags {
    let named = |at: usize| {
        source.word(at).is_some_and(|token| token.word.shape.is_capital())
            && source.phrase(source.lexicon.words(), at..at + 1).is_some_and(|(_, classes)| {
                classes.iter().any(|class| matches!(class, WordClass::Weekday(_)))
            })
    };
    let opens = source.is(at, "on") && named(at + 1);
    let turn = source.is(at, "in") && source.is(at + 1, "turn")
        || source.is(at, "turn") && at.checked_sub(1).is_some_and(|before| source.is(before, "in"));
    if opens || turn || named(at) { Tags::ADVERB } else { Tags::default() }
}

/// What the lists make of a word.
fn listed(source: &Source<'_>, token: &Token<'_>) -> Tags {
    let text = token.word.text;
    // "'ll" and "ll" fold to the same word: only the apostrophe tells.
    if text.starts_with(['\'', '’']) {
        return drawn_together(text.trim_start_matches(['\'', '’']));
    }
    let known = BY_WORD.get_at(&source.article.text, token.word.start, text).copied().unwrap_or_default();
    if token.is("n't") || token.is("n’t") {
        return Tags::NEGATION | Tags::ADVERB;
    }
    let adverb =
        text.len() > 4 && text.get(text.len() - 2..).is_some_and(|end| end.eq_ignore_ascii_case("ly"));
    if adverb { known | Tags::ADVERB } else { known }
}

/// What a verb is that is drawn together with its subject: the "'ll" of "we'll".
fn drawn_together(verb: &str) -> Tags {
    match verb.to_ascii_lowercase().as_str() {
        "ll" => Tags::MODAL,
        "re" | "m" => Tags::BE,
        "ve" | "d" => Tags::HAVE,
        _ => Tags::default(),
    }
}

/// What the table of verbs makes of a word, by itself and as the first of several.
fn verb(source: &Source<'_>, at: usize) -> Tags {
    let verbs = source.lexicon.verbs();
    // Most words begin none.
    let Some((length, senses)) = source.phrase(verbs, at..at + PHRASE) else { return Tags::default() };
    if length == 1 {
        return alone(&senses);
    }
    let own = source.phrase(verbs, at..at + 1).map_or(Tags::default(), |(_, senses)| alone(&senses));
    own | phrase(source, at, length, &senses)
}

/// What the table of verbs makes of a word by itself.
fn alone(senses: &Values<'_, VerbSense>) -> Tags {
    let turn = |sense: &VerbSense| if sense.takes.is_nothing() { Tags::default() } else { Tags::TURN };
    senses.iter().fold(Tags::default(), |tags, sense| tags | of_class(sense) | turn(sense))
}

/// What the table of verbs makes of the first word of several: the "signed" of "signed up".
fn phrase(source: &Source<'_>, at: usize, length: usize, senses: &Values<'_, VerbSense>) -> Tags {
    let turn = senses.iter().filter(|sense| !sense.takes.is_nothing());
    let turn = turn.fold(Tags::default(), |tags, sense| tags | of_class(sense) | Tags::TURN);
    // "made clear", "left no doubt", but not "on behalf of" and "referred to"
    let preposition =
        |at: usize| source.word(at).is_some_and(|token| listed(source, token).any(Tags::PREPOSITION));
    let says = !preposition(at)
        && !preposition(at + length - 1)
        && senses.iter().any(|sense| sense.class == VerbClass::Say);
    turn | if says { Tags::SAY } else { Tags::default() }
}

fn of_class(sense: &VerbSense) -> Tags {
    match sense.class {
        VerbClass::Say => Tags::SAY,
        VerbClass::Commit => Tags::COMMIT,
        VerbClass::Affirm => Tags::AFFIRM,
        VerbClass::Hope | VerbClass::NounHope => Tags::HOPE,
        VerbClass::Request | VerbClass::NounRequest => Tags::REQUEST,
        VerbClass::Position => Tags::POSITION,
        // "the possibility that" carries nothing.
        VerbClass::NounExplicit | VerbClass::NounPlain | VerbClass::NounHedged
            if !sense.takes.is_nothing() =>
        {
            Tags::PROMISE
        }
        VerbClass::Meet
        | VerbClass::MeetInPerson
        | VerbClass::MeetCall
        | VerbClass::MeetVideo
        | VerbClass::MeetLetter
        | VerbClass::Hedge => Tags::OTHER_VERB,
        VerbClass::Negation => Tags::NEGATION,
        _ => Tags::default(),
    }
}
