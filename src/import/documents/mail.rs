//! Messages: `.eml`. The subject is the headline, the sender the publisher, and what is attached is read as any
//! other file.

use encoding_rs::WINDOWS_1252;
use mail_parser::{Address, DateTime, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use crate::calendar::Told;
use crate::import::blocks;
use crate::import::characters::tidy;
use crate::import::databases;
use crate::import::decode::lossy;
use crate::import::draft::{Draft, Stated};
use crate::import::error::ImportError;
use crate::import::file::File;
use crate::import::findings::Findings;
use crate::import::issued::stated_day;
use crate::import::large::Large;
use crate::import::paragraphs::paragraphs;
use crate::import::{Format, Sureness};

/// A message.
pub(in crate::import) const MAIL: Format = Format {
    name: "E-mail",
    extensions: &["eml"],
    media_type: "message/rfc822",
    is_risky: true,
    is_decoded: false,
    large: Large::CUT,
    recognizes,
    read: |file, findings| read(file.bytes, findings),
};

/// Headers that messages have.
const HEADERS: &[&str] = &[
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "received",
    "return-path",
    "mime-version",
    "content-type",
    "reply-to",
    "delivered-to",
    "x-mailer",
    "sender",
];

/// So many bytes of a message are looked at for its headers.
const HEAD: usize = 16_384;

/// What a subject begins with when it was answered or handed on, in lower case.
const HANDED_ON: &[&str] = &["re:", "fw:", "fwd:", "aw:", "wg:", "tr:", "rv:", "antw:"];

/// What is attached to messages and never is an article.
const NO_ARTICLES: &[&str] = &["image", "audio", "video", "font"];

fn recognizes(file: &File<'_>) -> Sureness {
    match headers(file.bytes) {
        3.. => Sureness::Likely,
        1.. => Sureness::likely_if(file.is_named(MAIL.extensions)),
        0 => Sureness::No,
    }
}

/// How many headers of messages stand at the head of these bytes.
pub(super) fn headers(bytes: &[u8]) -> usize {
    let head = lossy(bytes.get(..HEAD).unwrap_or(bytes));
    let mut known: Vec<&str> = Vec::new();
    for line in head.trim_start_matches('\u{feff}').trim_start().lines() {
        if line.is_empty() {
            break;
        }
        // A header goes on in lines that are set in.
        if line.starts_with([' ', '\t']) {
            continue;
        }
        // One that goes on without being set in is a slip; what else there is, is no header.
        let Some((name, _)) = line.split_once(':').filter(|(name, _)| !name.contains(' ')) else { break };
        let header = HEADERS.iter().find(|header| header.eq_ignore_ascii_case(name));
        known.extend(header.filter(|header| !known.contains(*header)));
    }
    known.len()
}

/// The message that bytes are.
pub(super) fn parse(bytes: &[u8]) -> Result<Message<'_>, ImportError> {
    MessageParser::default().parse(bytes).ok_or(ImportError::Damaged { what: "an e-mail" })
}

/// Reads a message with what is attached to it.
fn read(bytes: &[u8], findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    // The parser looks at each byte a few times.
    findings.budget.spend(bytes.len() as u64)?;
    let message = parse(bytes)?;
    let text = text_of(&message, findings)?;
    if !databases::split(&text, findings)? && !text.trim().is_empty() {
        findings.only_article(Draft { paragraphs: paragraphs(&text), stated: stated(&message) })?;
    }
    for (number, part) in message.attachments().enumerate() {
        attached(part, number + 1, findings)?;
    }
    Ok(())
}

/// What the headers say.
fn stated(message: &Message<'_>) -> Stated {
    Stated {
        title: message.subject().map(subject_of).filter(|subject| !subject.is_empty()),
        publisher: message.from().and_then(sender),
        published: message.date().and_then(day_of),
        ..Stated::default()
    }
}

/// A subject as it was first written.
pub(super) fn subject_of(subject: &str) -> String {
    let subject = mended(subject);
    let mut subject = subject.trim();
    while let Some(begins) = HANDED_ON
        .iter()
        .find(|begins| subject.get(..begins.len()).is_some_and(|start| start.eq_ignore_ascii_case(begins)))
    {
        subject = subject.get(begins.len()..).unwrap_or_default().trim_start();
    }
    tidy(subject).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The sender's name, or else the host of the address.
fn sender(from: &Address<'_>) -> Option<String> {
    let first = from.first()?;
    let named = first.name().map(mended).map(|name| name.trim().trim_matches('"').to_owned());
    let host = || Some(first.address()?.rsplit_once('@')?.1.to_owned());
    named.filter(|name| !name.is_empty()).or_else(host)
}

/// The day on which a message was sent.
pub(super) fn day_of(sent: &DateTime) -> Option<Told> {
    stated_day(&format!("{:04}-{:02}-{:02}", sent.year, sent.month, sent.day))
}

/// Words that were written in UTF-8 below a header that says another encoding: "â€™" is "’".
fn mended(words: &str) -> String {
    if words.is_ascii() {
        return words.to_owned();
    }
    let (bytes, _, lost) = WINDOWS_1252.encode(words);
    match std::str::from_utf8(&bytes) {
        Ok(mended) if !lost => mended.to_owned(),
        _ => words.to_owned(),
    }
}

/// The text of a message: what was written as text, and else that of its page.
fn text_of(message: &Message<'_>, findings: &Findings<'_, '_>) -> Result<String, ImportError> {
    let mut text = String::new();
    for part in message.text_bodies() {
        let of_part = match &part.body {
            PartType::Text(words) => tidy(words),
            PartType::Html(html) => blocks::text_of_html(&tidy(html), &findings.worth(html.len()))?,
            _ => continue,
        };
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&of_part);
    }
    Ok(text)
}

/// Reads what is attached, unless it is there to be looked at.
fn attached(
    part: &MessagePart<'_>,
    number: usize,
    findings: &mut Findings<'_, '_>,
) -> Result<(), ImportError> {
    let kind = part.content_type();
    let is = |kinds: &[&str]| {
        kind.is_some_and(|kind| kinds.iter().any(|known| kind.ctype().eq_ignore_ascii_case(known)))
    };
    let subtype = kind.and_then(|kind| kind.subtype()).unwrap_or_default().to_ascii_lowercase();
    let is_signature =
        subtype.contains("signature") || matches!(subtype.as_str(), "calendar" | "vcard" | "x-vcard");
    let (name, bytes) = match &part.body {
        PartType::Message(message) => {
            let subject = message.subject().map(subject_of).unwrap_or_default();
            (format!("{subject}.eml"), message.raw_message())
        }
        _ if is(NO_ARTICLES) || is_signature => return Ok(()),
        _ => (part.attachment_name().map_or_else(|| format!("attachment {number}"), mended), part.contents()),
    };
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(());
    }
    findings.file(&name, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_known_by_its_headers() {
        assert_eq!(
            headers(
                b"From: a@b.example\r\nX-Other: 1\r\n more\r\nSubject: Talks\r\nDate: now\r\n\r\nThey met."
            ),
            3
        );
        assert_eq!(headers(b"The ministers met: in the house.\nFrom: a"), 0);
        assert_eq!(headers(b"Subject: Talks\n\nFrom: a"), 1);
    }

    #[test]
    fn subjects_are_as_first_written() {
        assert_eq!(subject_of("Fwd: RE: Talks  on the harbor"), "Talks on the harbor");
        assert_eq!(subject_of("The minister\u{e2}\u{20ac}\u{2122}s visit"), "The minister’s visit");
        assert_eq!(subject_of("Caf\u{e9}"), "Café");
    }
}
