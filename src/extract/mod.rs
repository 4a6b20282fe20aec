//! The engine: an article in, a proposed record out. Offline, deterministic, and never at a loss: it
//! cannot fail, it returns less.

use std::sync::Arc;

use crate::lexicon::Lexicon;
use crate::model::{
    Article, Evidence, Meeting, MeetingKind, Provenance, Record, Review, RuleName, SchemaVersion, Span,
};

/// What the engine makes of an article: the proposed record, and how it came to each value.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The proposed record.
    pub record: Record,
    /// The working behind its values.
    pub trace: Trace,
}

/// The working behind the values of a proposed record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// For the kind of contact, which has no evidence in saved files.
    kind: Option<Why>,
    /// For every other value.
    values: Vec<Why>,
}

/// How one value was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// The words that it was read from.
    pub span: Span,
    /// The rule that proposed it.
    pub rule: RuleName,
    /// The working in words: "\"Friday\" before Sunday 18 October 2020 is Friday 16 October 2020".
    pub working: String,
}

impl Trace {
    /// The working behind a piece of evidence, in words.
    pub fn why(&self, evidence: &Evidence, article: &Article) -> Option<&str> {
        let span = evidence.span(&article.text)?;
        let found = self.values.iter().find(|why| why.span == span && why.rule == *evidence.rule());
        found.map(|why| why.working.as_str())
    }

    /// How the kind of contact was found.
    pub fn kind(&self) -> Option<&Why> {
        self.kind.as_ref()
    }
}

/// The proposed record of an article. Pure: the same article gives the same record everywhere.
pub fn extract(article: &Article, lexicon: &Lexicon) -> Record {
    read(&Arc::new(article.clone()), lexicon).record
}

/// The proposed record of an article with the working behind it.
pub fn read(article: &Arc<Article>, _lexicon: &Lexicon) -> Reading {
    let record = Record {
        schema: SchemaVersion::V1,
        id: article.record_id(),
        article: article.clone(),
        meeting: Meeting {
            kind: MeetingKind::Statement,
            date: None,
            location: None,
            participants: Vec::new(),
        },
        commitments: Vec::new(),
        review: Review::default(),
        provenance: Provenance {
            extractor: concat!("chancery ", env!("CARGO_PKG_VERSION")).to_owned(),
            edits: Vec::new(),
        },
    };
    Reading { record, trace: Trace::default() }
}

/// What a rule does, in words that a diplomat follows.
pub fn rule_says(rule: &RuleName) -> Option<&'static str> {
    (*rule == RuleName::REVIEWER).then_some("A reviewer pointed at these words.")
}
