//! Tags: what a word can be in a clause.

use std::ops::BitOr;

/// A set of things that a word can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tags(u64);

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
    /// Nothing that is known.
    pub const NONE: Self = Self(0);

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
