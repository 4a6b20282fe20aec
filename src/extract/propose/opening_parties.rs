//! Whether the opening of an article is about relations between parties at all.

use std::collections::BTreeSet;

use crate::extract::rule::Scene;
use crate::lexicon::{PartyForm, PublisherKind};
use crate::model::Span;

/// So many words are asked.
const WORDS: usize = 300;

/// Words that tell of relations between parties even where one of them alone is named.
const DIPLOMATIC: &[&str] = &[
    "ambassador",
    "ambassadors",
    "bilateral",
    "ceasefire",
    "condolences",
    "consul",
    "counterpart",
    "delegation",
    "diplomat",
    "diplomatic",
    "diplomats",
    "embassy",
    "envoy",
    "envoys",
    "foreign",
    "multilateral",
    "nations",
    "sanctions",
    "sovereignty",
    "treaty",
];

/// Words that tell of them where two parties are named, which a match or a storm may name too.
const POLITICAL: &[&str] = &[
    "agreement",
    "agreements",
    "chancellor",
    "condemn",
    "condemned",
    "condemns",
    "cooperation",
    "government",
    "governments",
    "leader",
    "leaders",
    "minister",
    "ministers",
    "ministry",
    "officials",
    "president",
    "presidents",
    "regrets",
    "relations",
    "secretary",
    "security",
    "spokesperson",
    "spokesman",
    "spokeswoman",
    "statement",
    "talks",
    "king",
    "amir",
    "partnership",
    "summit",
];

/// Whether the opening tells of relations between parties: of two, or of one as it deals with others.
pub(in crate::extract) fn diplomatic(scene: &Scene<'_>) -> bool {
    let source = &scene.source;
    let mut parties = BTreeSet::new();
    let (mut diplomatic, mut political) = (false, false);
    for sentence in source.sentences.iter().take_while(|sentence| sentence.words.start <= WORDS) {
        let named = scene.mentions.parties_within(&sentence.words).iter();
        parties.extend(named.filter(|mention| mention.form != PartyForm::Capital).map(|mention| mention.row));
        let people = scene.mentions.people_within(&sentence.words).iter();
        parties.extend(people.filter_map(|mention| scene.mentions.people.person(mention.person)?.party));
        for at in sentence.words.clone() {
            diplomatic |=
                source.is_any(at, DIPLOMATIC) || source.is(at, "secretary") && source.is(at + 1, "general");
            political |= source.is_any(at, POLITICAL);
        }
    }
    parties.extend(speaker(scene));
    parties.len() >= 2 && (diplomatic || political) || diplomatic && !parties.is_empty()
}

/// The party that the publisher speaks for.
fn speaker(scene: &Scene<'_>) -> Option<usize> {
    let lexicon = scene.source.lexicon;
    let publisher = lexicon.publisher(scene.source.article.publisher.as_deref()?)?;
    let speaks = matches!(publisher.kind, PublisherKind::Government | PublisherKind::Organization);
    let code = publisher.party.as_ref().filter(|_| speaks)?;
    lexicon.parties().iter().position(|row| row.party.code == *code)
}

/// The headline, or the first sentence of a text without one: what such a finding is read from.
pub(in crate::extract) fn first_words(scene: &Scene<'_>) -> Option<Span> {
    let first = scene.source.sentences.first()?;
    scene.source.span(&first.words)
}
