//! The manners in which articles are written: by which rules somebody undertakes something, what may
//! stand between, and what ends them.

use super::plan::Manner;

/// How a manner goes on after its opening.
pub struct Shape {
    /// The rules for what one side undertakes, and what all of them do.
    pub alone: &'static str,
    pub together: &'static str,
    /// Sentences that may follow either.
    pub after: &'static [&'static str],
    /// Paragraphs that may stand between, a rule a sentence.
    pub between: &'static [&'static [&'static str]],
    pub closing: &'static [&'static str],
    /// All is said by one side.
    pub one_sided: bool,
    /// Who speaks is named before each paragraph.
    pub voices: bool,
    pub numbers: bool,
}

impl Shape {
    /// The shape of a manner.
    pub fn of(manner: Manner) -> &'static Self {
        match manner {
            Manner::Wire => &REPORT,
            Manner::Release | Manner::Readout => &RELEASE,
            Manner::JointStatement => &JOINT,
            Manner::Speech => &SPEECH,
            Manner::Briefing => &BRIEFING,
            Manner::Letter => &LETTER,
            Manner::Home => &HOME,
        }
    }
}

const REPORT: Shape = Shape {
    alone: "pledge",
    together: "together",
    after: &["added", "asked", "fact", "reply"],
    between: &[
        &["quote"],
        &["quote", "fact"],
        &["fact", "fact", "background"],
        &["fact", "figure", "fact"],
        &["expert", "figure"],
        &["background", "fact"],
        &["color", "background"],
        &["hope", "asked"],
        &["remark", "quote", "fact"],
        &["figure", "fact", "color", "background"],
    ],
    closing: &["next"],
    one_sided: false,
    voices: false,
    numbers: false,
};
const RELEASE: Shape = Shape {
    between: &[
        &["remark", "hope"],
        &["remark", "added", "fact"],
        &["views"],
        &["views", "views"],
        &["hope", "remark", "reply"],
        &["fact", "remark"],
        &["fact", "figure", "background"],
    ],
    ..REPORT
};
const JOINT: Shape = Shape {
    alone: "joint alone",
    together: "joint together",
    after: &["joint view", "fact"],
    between: &[&["joint view"], &["joint view", "joint view"], &["joint view", "fact"], &["fact", "figure"]],
    closing: &["joint end"],
    numbers: true,
    ..REPORT
};
const SPEECH: Shape = Shape {
    alone: "own pledge",
    together: "our pledge",
    after: &["speech", "fact"],
    between: &[
        &["speech", "speech"],
        &["speech", "fact", "speech"],
        &["speech", "speech", "figure", "speech"],
        &["fact", "figure", "speech"],
    ],
    closing: &["speech end"],
    one_sided: true,
    ..REPORT
};
const BRIEFING: Shape = Shape {
    between: &[&["speech"], &["speech", "speech"], &["speech", "fact"], &["speech", "speech", "fact"]],
    one_sided: false,
    voices: true,
    ..SPEECH
};
const LETTER: Shape = Shape {
    between: &[&["letter", "letter"], &["letter", "fact"], &["letter", "speech", "figure"]],
    after: &["letter", "speech"],
    closing: &["letter end"],
    ..SPEECH
};
const HOME: Shape = Shape {
    between: &[
        &["home", "home"],
        &["home", "figure", "home"],
        &["home quote"],
        &["home quote", "home", "fact"],
        &["fact", "fact"],
        &["expert", "home"],
        &["home", "fact", "home", "figure"],
    ],
    closing: &["home end"],
    ..REPORT
};
