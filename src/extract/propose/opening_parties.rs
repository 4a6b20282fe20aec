//! Whether the opening of an article is about relations between parties at all.

use std::collections::BTreeSet;

use super::main_contact::opening;
use crate::extract::rule::Scene;
use crate::extract::segment::Part;
use crate::model::Span;

/// Words of diplomacy: an opening with one of them and one party is about relations.
const DIPLOMATIC: &[&str] = &[
    "ambassador",
    "ambassadors",
    "bilateral",
    "diplomat",
    "diplomats",
    "diplomatic",
    "embassy",
    "envoy",
    "envoys",
    "delegation",
    "counterpart",
    "foreign",
    "multilateral",
    "sanctions",
    "treaty",
    "sovereignty",
    "ceasefire",
    "nations",
    "consul",
    "condolences",
    "bloc",
    "kremlin",
    "spokesperson",
    "secretary-general",
];

/// Whether the opening tells of two parties, or of one and its relations to others.
pub(in crate::extract) fn diplomatic(scene: &Scene<'_>) -> bool {
    let source = &scene.source;
    let headline = source.sentences_of(&[Part::Headline]);
    let mut parties = BTreeSet::new();
    let mut words = 0;
    for sentence in headline.chain(opening(scene)) {
        parties.extend(scene.mentions.parties_within(&sentence.words).iter().map(|mention| mention.row));
        let people = scene.mentions.people_within(&sentence.words).iter();
        parties.extend(people.filter_map(|mention| scene.mentions.people.person(mention.person)?.party));
        words += sentence.words.clone().filter(|&at| source.is_any(at, DIPLOMATIC)).count();
    }
    let publisher = source.article.publisher.as_deref().and_then(|name| source.lexicon.publisher(name));
    let speaks = publisher.is_some_and(|publisher| {
        matches!(
            publisher.kind,
            crate::lexicon::PublisherKind::Government | crate::lexicon::PublisherKind::Organization
        )
    });
    let organization =
        parties.iter().any(|&row| source.lexicon.parties().get(row).is_some_and(|row| row.country.is_none()));
    parties.len() >= 2 || organization || !parties.is_empty() && (words > 0 || speaks)
}

/// The headline, or the first sentence of a text without one: what such a finding is read from.
pub(in crate::extract) fn first_words(scene: &Scene<'_>) -> Option<Span> {
    let first = scene.source.sentences.first()?;
    scene.source.span(&first.words)
}
