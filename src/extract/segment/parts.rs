//! Parts: head, body and foot of an article, told apart line by line.

use super::Part;
use crate::model::{Article, Span};

/// The paragraphs of an article, each with the part that it belongs to.
pub(super) fn parts(article: &Article) -> Vec<(Span, Part)> {
    let text = &article.text;
    let lines = text.split('\n').filter_map(|line| text.span_of_part(line.trim()));
    let mut parts: Vec<(Span, Part)> = lines.map(|line| (line, Part::Body)).collect();
    let headline = article
        .headline()
        .or_else(|| parts.first().map(|(first, _)| *first).filter(|&first| is_line(text.slice(first))));
    let mut rest = parts.iter_mut().peekable();
    if let Some(headline) = headline {
        while let Some((_, part)) = rest.next_if(|(line, _)| headline.overlaps(*line)) {
            *part = Part::Headline;
        }
    }
    while let Some((_, part)) = rest.next_if(|(line, _)| is_line(text.slice(*line))) {
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
    parts
}

/// Whether a paragraph is a line by itself (a title, an office, a day) rather than running text.
fn is_line(paragraph: &str) -> bool {
    // What closes may stand before quotation marks, parentheses and pictures.
    let marks = ['.', '!', '?', '…', ':', ';', ','];
    let last = paragraph.chars().rev().find(|c| c.is_alphanumeric() || marks.contains(c));
    let closed = last.is_some_and(|c| marks.contains(&c));
    paragraph.len() <= 250 && paragraph.split_whitespace().count() <= 30 && !closed
}
