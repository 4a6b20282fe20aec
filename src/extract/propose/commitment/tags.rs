//! Tags: what each word of an article can be in a clause. The small words of the language stand here;
//! verbs, and nouns that stand for them, come from `assets/tables/verbs.tsv`.

use std::collections::HashMap;
use std::ops::BitOr;
use std::sync::LazyLock;

use crate::extract::segment::Source;
use crate::lexicon::{Shape, Token, VerbClass, fold};

/// A set of things that a word can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tags(u32);

impl Tags {
    /// "will", "shall".
    pub const MODAL: Self = Self(1);
    /// Forms of "be".
    pub const BE: Self = Self(1 << 1);
    /// Forms of "have" and "do".
    pub const HAVE: Self = Self(1 << 2);
    /// "remains", "stands": what may stand for "be" before "ready" and "committed".
    pub const STAY: Self = Self(1 << 3);
    /// Words that may stand between a subject and its verb.
    pub const ADVERB: Self = Self(1 << 4);
    /// Prepositions.
    pub const PREPOSITION: Self = Self(1 << 5);
    /// Articles and the like.
    pub const DETERMINER: Self = Self(1 << 6);
    /// "and", "or", "but".
    pub const JOINER: Self = Self(1 << 7);
    /// "if", "whether", "how": what follows is no statement.
    pub const OPEN: Self = Self(1 << 8);
    /// "while", "as": what follows is another clause.
    pub const ASIDE: Self = Self(1 << 9);
    /// "which", "who".
    pub const RELATIVE: Self = Self(1 << 10);
    /// Verbs that report speech.
    pub const SAY: Self = Self(1 << 11);
    /// Verbs that make an undertaking explicit.
    pub const COMMIT: Self = Self(1 << 12);
    /// Verbs, and nouns, of wishes.
    pub const HOPE: Self = Self(1 << 13);
    /// Verbs, and nouns, that ask others.
    pub const REQUEST: Self = Self(1 << 14);
    /// Verbs of attitude.
    pub const POSITION: Self = Self(1 << 15);
    /// Other verbs that the table knows.
    pub const OTHER_VERB: Self = Self(1 << 16);
    /// "commitment", "pledge", "readiness": nouns that carry an undertaking.
    pub const PROMISE: Self = Self(1 << 17);
    /// "sides", "leaders": the parties together.
    pub const SIDES: Self = Self(1 << 18);
    /// "government", "delegation": what acts for a party.
    pub const BODY: Self = Self(1 << 19);
    /// "not", "never".
    pub const NEGATION: Self = Self(1 << 20);
    /// "should", "must", "may": what ought to be or might be.
    pub const OUGHT: Self = Self(1 << 21);
    /// Verbs by which hosts and travellers say what they will do on a visit.
    pub const ITINERARY: Self = Self(1 << 22);
    /// Any of the verbs above.
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

/// The small words of the language, and the few nouns that stand for parties.
const SMALL: &[(Tags, &[&str])] = &[
    (Tags::MODAL, &["will", "shall", "would", "ll", "wont", "well", "theyll", "itll", "ill"]),
    (Tags::OUGHT, &["should", "must", "ought", "may", "might", "can", "could", "cannot"]),
    (Tags::BE, &["is", "are", "am", "was", "were", "be", "been", "being", "re"]),
    (Tags::HAVE, &["has", "have", "had", "having", "do", "does", "did"]),
    (Tags::STAY, &["stands", "stand", "stood", "remains", "remain", "remained"]),
    (
        Tags::ADVERB,
        &[
            "also",
            "always",
            "further",
            "still",
            "now",
            "soon",
            "therefore",
            "again",
            "thus",
            "all",
            "both",
            "each",
            "together",
            "never",
            "not",
            "ever",
            "even",
            "hereby",
            "thereby",
            "then",
            "just",
            "once",
            "more",
            "very",
            "once",
            "in",
            "turn",
            "today",
            "first",
            "likewise",
            "moreover",
            "already",
            "indeed",
            "themselves",
            "itself",
            "himself",
            "herself",
        ],
    ),
    (Tags::NEGATION, &["not", "never", "no", "neither", "nor", "wont", "cannot", "without"]),
    (
        Tags::PREPOSITION,
        &[
            "of",
            "in",
            "on",
            "at",
            "for",
            "with",
            "from",
            "by",
            "to",
            "between",
            "among",
            "towards",
            "toward",
            "against",
            "under",
            "over",
            "through",
            "during",
            "after",
            "before",
            "within",
            "without",
            "into",
            "about",
            "across",
            "regarding",
            "concerning",
            "amid",
            "via",
            "including",
            "on",
            "upon",
            "despite",
        ],
    ),
    (
        Tags::DETERMINER,
        &["the", "a", "an", "this", "these", "those", "its", "their", "his", "her", "our", "my", "your"],
    ),
    (Tags::JOINER, &["and", "or", "but"]),
    (
        Tags::OPEN,
        &["if", "whether", "how", "when", "where", "what", "unless", "until", "once", "before", "after"],
    ),
    (
        Tags::ASIDE,
        &[
            "while", "whereas", "although", "though", "because", "since", "as", "so", "why", "adding",
            "saying",
        ],
    ),
    (Tags::RELATIVE, &["which", "who", "whom", "whose", "that"]),
    (
        Tags::SIDES,
        &[
            "sides",
            "parties",
            "countries",
            "governments",
            "states",
            "nations",
            "leaders",
            "ministers",
            "presidents",
            "delegations",
            "participants",
            "members",
            "counterparts",
            "interlocutors",
            "heads",
            "ambassadors",
            "secretaries",
            "ministries",
            "chiefs",
            "premiers",
            "delegates",
            "principals",
            "officials",
            "peoples",
            "duo",
            "pair",
            "monarchs",
            "envoys",
            "speakers",
            "chancellors",
        ],
    ),
    (
        Tags::BODY,
        &[
            "side",
            "government",
            "administration",
            "delegation",
            "ministry",
            "parliament",
            "authorities",
            "leadership",
            "cabinet",
            "embassy",
            "state",
            "nation",
            "country",
            "commission",
            "council",
            "secretariat",
            "team",
            "military",
            "army",
            "forces",
            "people",
            "republic",
            "kingdom",
            "union",
            "governments",
            "officials",
            "minister",
            "ministers",
            "president",
            "leader",
            "leaders",
            "congress",
            "party",
            "senate",
            "presidency",
            "mission",
            "bank",
            "fund",
            "organization",
            "organisation",
        ],
    ),
    (
        Tags::ITINERARY,
        &[
            "visit",
            "travel",
            "meet",
            "attend",
            "arrive",
            "depart",
            "chair",
            "deliver",
            "participate",
            "discuss",
            "speak",
            "address",
            "receive",
            "host",
            "join",
            "stop",
            "co-chair",
            "talk",
            "accompany",
            "leave",
            "fly",
            "greet",
            "welcome",
            "tour",
            "brief",
            "represent",
            "consult",
            "underscore",
            "highlight",
            "lead",
            "hold",
            "give",
            "raise",
            "depart",
            "stay",
            "sign",
            "lay",
            "address",
            "begin",
            "return",
            "engage",
        ],
    ),
];

/// The tags of the small words, by their folded form.
static BY_WORD: LazyLock<HashMap<&'static str, Tags>> = LazyLock::new(|| {
    let mut tags: HashMap<&'static str, Tags> = HashMap::new();
    for &(tag, words) in SMALL {
        for &word in words {
            let known = tags.entry(word).or_default();
            *known = *known | tag;
        }
    }
    tags
});

/// The tags of every word of an article.
pub(super) fn tags(source: &Source<'_>) -> Vec<Tags> {
    source.tokens.iter().map(|token| small(token) | verb(source, token)).collect()
}

fn small(token: &Token<'_>) -> Tags {
    if matches!(token.word.shape, Shape::Mark(_) | Shape::Number | Shape::Possessive) {
        return Tags::default();
    }
    let folded = fold(token.word.text);
    // "well" is a contraction only with its apostrophe, which folding forgets.
    if matches!(&*folded, "well" | "ill" | "wont" | "re" | "ll") && folded.len() == token.word.text.len() {
        return Tags::default();
    }
    let known = BY_WORD.get(&*folded).copied().unwrap_or_default();
    if folded.len() > 4 && folded.ends_with("ly") { known | Tags::ADVERB } else { known }
}

/// What the table of verbs makes of a word by itself.
fn verb(source: &Source<'_>, token: &Token<'_>) -> Tags {
    let Some((_, senses)) = source.lexicon.verbs().longest(std::slice::from_ref(token)) else {
        return Tags::default();
    };
    senses.iter().fold(Tags::default(), |tags, sense| tags | of_class(sense.class))
}

fn of_class(class: VerbClass) -> Tags {
    match class {
        VerbClass::Say => Tags::SAY,
        VerbClass::Commit => Tags::COMMIT,
        VerbClass::Hope | VerbClass::NounHope => Tags::HOPE,
        VerbClass::Request | VerbClass::NounRequest => Tags::REQUEST,
        VerbClass::Position => Tags::POSITION,
        VerbClass::NounExplicit | VerbClass::NounPlain | VerbClass::NounHedged => Tags::PROMISE,
        VerbClass::MeetInPerson | VerbClass::MeetCall | VerbClass::Meet | VerbClass::Hedge => {
            Tags::OTHER_VERB
        }
        VerbClass::Negation => Tags::NEGATION,
        _ => Tags::default(),
    }
}
