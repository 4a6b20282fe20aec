//! Parts: head, body and foot of an article, told apart line by line, and the lists of people in it.

use super::sentences::words_within;
use super::{Part, captions, rosters};
use crate::lexicon::{Lexicon, Shape, Tokens, foot_of};
use crate::model::{Article, Span};

/// The paragraphs of an article, each with the part that it belongs to.
pub(super) fn parts(article: &Article, tokens: &Tokens<'_>, lexicon: &Lexicon) -> Vec<(Span, Part)> {
    let text = &article.text;
    let lines = text.split('\n').filter_map(|line| text.span_of_part(line.trim()));
    let mut parts: Vec<(Span, Part)> = lines.map(|line| (line, Part::Body)).collect();
    let headline = article
        .headline()
        .or_else(|| parts.first().map(|(first, _)| *first).filter(|&first| is_line(text.slice(first))));
    let listed = rosters::runs(&parts.iter().map(|(line, _)| text.slice(*line)).collect::<Vec<_>>());
    for run in listed {
        parts.get_mut(run).into_iter().flatten().for_each(|(_, part)| *part = Part::Roster);
    }
    let mut rest = parts.iter_mut().peekable();
    if let Some(headline) = headline {
        while let Some((_, part)) = rest.next_if(|(line, _)| headline.overlaps(*line)) {
            *part = Part::Headline;
        }
    }
    while let Some((_, part)) = rest.next_if(|(line, part)| *part == Part::Body && is_line(text.slice(*line)))
    {
        *part = Part::Head;
    }
    // An article of lines only has no body to tell the foot from.
    if parts.iter().any(|(_, part)| *part == Part::Body) {
        for (line, part) in parts.iter_mut().rev() {
            if *part != Part::Body || !is_line(text.slice(*line)) {
                break;
            }
            *part = Part::Foot;
        }
    }
    let texts: Vec<&str> = parts.iter().map(|(line, _)| text.slice(*line)).collect();
    if let Some(foot) = foot_of(&texts) {
        for (_, part) in parts.iter_mut().skip(foot) {
            *part = Part::Foot;
        }
    }
    mark_captions(&mut parts, tokens, lexicon);
    parts
}

/// Marks what stands under pictures, if there is text beside it.
fn mark_captions(parts: &mut [(Span, Part)], tokens: &Tokens<'_>, lexicon: &Lexicon) {
    let caption = |(line, part): &(Span, Part)| {
        let words = tokens.run(words_within(tokens, line.bytes()));
        match part {
            Part::Body => captions::is_caption(words, lexicon),
            Part::Head | Part::Foot => captions::says_so(words, lexicon),
            _ => false,
        }
    };
    // "Ana Torre and Jon Lind…", "announced": a sentence that a break cut in two.
    let cut = |at: usize| {
        let next = parts.get(at + 1).and_then(|(next, _)| tokens.get(words_within(tokens, next.bytes())));
        next.and_then(|next| next.first()).is_some_and(|first| first.word.shape == Shape::Lower)
    };
    let lines = parts.iter().enumerate();
    let found: Vec<usize> = lines.filter(|(at, line)| caption(line) && !cut(*at)).map(|(at, _)| at).collect();
    let body = parts.iter().filter(|(_, part)| *part == Part::Body).count();
    let of_body = found.iter().filter(|at| parts.get(**at).is_some_and(|(_, part)| *part == Part::Body));
    if of_body.count() < body {
        for at in found {
            parts.get_mut(at).into_iter().for_each(|(_, part)| *part = Part::Caption);
        }
    }
}

/// Dashes and quotation marks, of which many paragraphs are full: Unicode's tables are slow to tell.
fn is_quotation(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2027}')
}

/// Whether a paragraph is a line by itself (a title, an office, a day) rather than running text.
fn is_line(paragraph: &str) -> bool {
    const LONGEST: usize = 250;
    const WORDS: usize = 30;
    if paragraph.len() > LONGEST {
        return false;
    }
    // What closes may stand before quotation marks, parentheses and pictures.
    let marks = ['.', '!', '?', '…', ':', ';', ','];
    let last =
        paragraph.chars().rev().find(|c| marks.contains(c) || !is_quotation(*c) && c.is_alphanumeric());
    let closed = last.is_some_and(|c| marks.contains(&c));
    !closed && paragraph.split_whitespace().count() <= WORDS
}
