//! The publisher: who issued the article, by the usual name of those that the tables know.

use super::dateline::Opening;
use super::lines::lines;
use super::sign_off::SignOff;
use crate::lexicon::{Lexicon, PublisherKind};

/// So many lines at the head and at the foot may name the publisher.
const MARGIN: usize = 8;

/// The longest name of a publisher has no more bytes.
const LONGEST_NAME: usize = 120;

/// Everything in an article that may tell its publisher.
pub(super) struct Clues<'a> {
    /// "Source: …".
    pub source: Option<&'a str>,
    /// What the file states: a site's name, front matter.
    pub stated: Option<&'a str>,
    /// Where it stood on the web.
    pub url: Option<&'a str>,
    pub opening: Option<&'a Opening>,
    pub sign_off: Option<&'a SignOff>,
}

/// The publisher, or none: nothing is guessed.
pub(super) fn publisher(clues: &Clues<'_>, paragraphs: &[String], lexicon: &Lexicon) -> Option<String> {
    let usual = |name: &str| lexicon.publisher(name).map(|known| known.name.to_owned());
    let of_url = |url: &str| lexicon.publisher_of_host(host(url)?).map(|known| known.name.to_owned());
    let named = |name: &str| usual(name).or_else(|| of_url(name)).unwrap_or_else(|| name.to_owned());
    clues
        .source
        .map(named)
        .or_else(|| clues.stated.and_then(usual))
        .or_else(|| clues.url.and_then(of_url))
        .or_else(|| clues.stated.map(str::to_owned))
        .or_else(|| clues.opening.and_then(|opening| opening.agency.clone()))
        .or_else(|| letterhead(paragraphs, lexicon))
        .or_else(|| clues.sign_off.and_then(|signed| signed.publisher(lexicon)))
}

/// A line of head or foot that is, or in brackets ends with, a publisher's name.
fn letterhead(paragraphs: &[String], lexicon: &Lexicon) -> Option<String> {
    let head = lines(paragraphs).skip(1).take(MARGIN);
    let foot = lines(paragraphs).rev().take(MARGIN);
    head.chain(foot).find_map(|line| {
        let short = line.len() <= LONGEST_NAME;
        let bracketed = line
            .trim_end_matches('.')
            .strip_suffix(')')
            .and_then(|line| Some(line.rsplit_once('(')?.1))
            .filter(|name| name.len() <= LONGEST_NAME);
        let named = short.then(|| lexicon.publisher(line)).flatten();
        // "(Xinhua)" at the end of a paragraph is its agency; "(EU)" explains an abbreviation.
        let agency =
            || lexicon.publisher(bracketed?).filter(|known| known.kind == Some(PublisherKind::Agency));
        named.or_else(agency).map(|known| known.name.to_owned())
    })
}

/// The host of an address.
fn host(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://").unwrap_or(("", url));
    let host = rest.split(['/', '?', '#', ':']).next()?;
    (host.contains('.') && !host.contains(' ')).then_some(host)
}
