//! What stands among the blocks of an article without being of it: links to other articles, labels, credits of
//! pictures, notices, the headline again, bylines and hours above the text, headings with nothing below.

use rustc_hash::{FxHashMap, FxHashSet};

use super::blocks::{Block, Kind};
use super::main_text::Witness;
use crate::import::date_line::{DateLine, DateLineKind};
use crate::import::error::ImportError;
use crate::import::lines::{after_word, is_prose, letters, words_of};
use crate::import::page_block::WhyLeftOut as Why;
use crate::model::Budget;

/// A block of a page and what is known of it, as rules see it.
struct Seen<'b> {
    block: &'b Block,
    /// How often it stands on the page.
    times: usize,
    /// Whether no prose was taken before it, and whether none is after it.
    above: bool,
    below: bool,
    /// Whether it is among the last that were taken.
    foot: bool,
    /// Whether nothing else says when the article was issued, and by whom.
    wants_day: bool,
    wants_byline: bool,
}

/// What is no text of an article, and by what it is told.
struct Rule {
    is: fn(&Seen<'_>) -> bool,
    why: Why,
}

/// All rules.
const RULES: &[Rule] = &[
    Rule { is: is_link, why: Why::Teaser },
    Rule { is: is_labeled_link, why: Why::Teaser },
    Rule { is: is_repeated, why: Why::Repeated },
    Rule { is: is_credit, why: Why::Credit },
    Rule { is: is_label_above, why: Why::Label },
    Rule { is: is_label_below, why: Why::Label },
    Rule { is: |seen| seen.foot && seen.block.is_note(), why: Why::Notice },
    Rule { is: is_notice_below, why: Why::Notice },
];

/// A block with so many of a hundred letters in links is a link.
const LINK_PERCENT: usize = 85;

/// The longest label has so many words.
const LABEL_WORDS: usize = 14;

/// A block all in a link leads elsewhere.
fn is_link(seen: &Seen<'_>) -> bool {
    seen.block.linked_percent() >= LINK_PERCENT
}

/// "Read also: Bridge closed": a few words and a link.
fn is_labeled_link(seen: &Seen<'_>) -> bool {
    const LABEL: usize = 40;
    let label = seen.block.text.find([':', '：', '|']).is_some_and(|at| at <= LABEL);
    seen.block.linked_percent() >= LINK_PERCENT / 2 && label && !is_prose(&seen.block.text)
}

/// A label or an invitation that the page has in many places. A sentence may be said again.
fn is_repeated(seen: &Seen<'_>) -> bool {
    seen.times > 2 && (!is_prose(&seen.block.text) || seen.block.linked_percent() > 0)
}

/// Who took a picture, or owns it.
fn is_credit(seen: &Seen<'_>) -> bool {
    let text = &seen.block.text;
    !matches!(seen.block.kind, Kind::Heading(_)) && (is_credited(text) || ends_in_owner(text))
}

/// Whether a caption ends with who owns the picture: "The ministers in Valletta. © Harbor News | Ana Torre".
fn ends_in_owner(text: &str) -> bool {
    const OWNER_WORDS: usize = 8;
    const CAPTION_WORDS: usize = 60;
    let owner = text.rsplit_once('©').map(|(_, owner)| owner.trim());
    let is_owner = |owner: &str| words_of(owner) <= OWNER_WORDS && !owner.ends_with(['.', '?', '!']);
    owner.is_some_and(is_owner) && words_of(text) <= CAPTION_WORDS
}

/// Whether a line ends with who took a picture.
fn is_credited(text: &str) -> bool {
    #[rustfmt::skip]
    const MARKS: &[&str] = &[
        "getty", "shutterstock", "picture alliance", "imago", "istock", "photo:", "photo by", "photograph:", "foto:",
        "fotos:", "bild:", "image:", "image credit", "credit:", "photo credit", "quelle:", "©", "(c)", "/afp", "/reuters",
        "afp/", "reuters/", "ap photo", "via ap", "写真", "사진",
    ];
    if words_of(text) > LABEL_WORDS + 6 {
        return false;
    }
    let lower = text.to_lowercase();
    MARKS.iter().any(|mark| lower.contains(mark)) && !is_prose(text.trim_end_matches(')'))
}

/// Bylines, hours, sections and the like stand between headline and text. The day and who wrote it stay where
/// nothing else says them.
fn is_label_above(seen: &Seen<'_>) -> bool {
    let text = &seen.block.text;
    let day = || DateLine::read(text).is_some_and(|read| read.kind != DateLineKind::Later);
    let needed = seen.wants_day && day() || seen.wants_byline && after_word(text, "By").is_some();
    seen.above && !is_prose(text) && words_of(text) <= LABEL_WORDS && !needed
}

/// Headings of what follows, topics, names.
fn is_label_below(seen: &Seen<'_>) -> bool {
    let text = &seen.block.text;
    let credit = text.starts_with(['(', '['])
        || ["Reporting by", "Report by"].iter().any(|says| text.starts_with(says));
    let day = || DateLine::read(text).is_some();
    seen.below && !credit && words_of(text) <= LABEL_WORDS && !(seen.wants_day && day())
}

/// An invitation with a link: to subscribe, to follow, to write to the paper.
fn is_notice_below(seen: &Seen<'_>) -> bool {
    const LONGEST: usize = 70;
    #[rustfmt::skip]
    const INVITES: &[&str] = &[
        "newsletter", "subscribe", "sign up", "signing up", "abonnieren", "follow us", "google news", "whatsapp",
        "preferred source", "our app", "get in touch", "more stories like this", "feedback", "ihre meinung",
    ];
    let lower = seen.block.text.to_lowercase();
    let invites = || INVITES.iter().any(|says| lower.contains(says));
    let reaches = || seen.block.linked_percent() > 0 || lower.contains('@');
    seen.foot && words_of(&lower) <= LONGEST && reaches() && invites()
}

/// What else is known of the page.
pub(super) struct Known<'k> {
    pub titles: &'k [String],
    /// The text that is told to search engines.
    pub body: &'k [String],
    pub wants_day: bool,
    pub wants_byline: bool,
}

/// So many of the last blocks may be notices.
const FOOT: usize = 5;

/// The blocks that are the article's, and why others were left out that were taken at first.
#[derive(Default)]
pub(super) struct Kept {
    pub blocks: Vec<usize>,
    pub left_out: FxHashMap<usize, Why>,
}

/// Of the blocks that were taken, those that are the article's.
pub(super) fn remove(
    taken: &[usize],
    blocks: &[Block],
    known: &Known<'_>,
    budget: &Budget,
) -> Result<Kept, ImportError> {
    let mut times: FxHashMap<&str, usize> = FxHashMap::default();
    for block in blocks {
        *times.entry(&block.letters).or_default() += 1;
    }
    let titles: Vec<String> = known.titles.iter().map(|title| letters(title)).collect();
    let is_title = |block: &Block| block.kind == Kind::Heading(1) || titles.contains(&block.letters);
    let is_own = |at: &usize| {
        blocks.get(*at).is_some_and(|block| block.linked_percent() < LINK_PERCENT && is_text(block))
    };
    let first = taken.iter().copied().find(is_own).unwrap_or(0);
    let last = taken.iter().copied().rev().find(is_own).unwrap_or(usize::MAX);
    let said = Said::new(known.body, taken, blocks, budget)?;
    let mut before: FxHashSet<&str> = FxHashSet::default();
    let (mut kept, mut left_out) = (Vec::new(), FxHashMap::default());
    for (number, at) in taken.iter().copied().enumerate() {
        let Some(block) = blocks.get(at) else { continue };
        let seen = Seen {
            block,
            times: times.get(block.letters.as_str()).copied().unwrap_or(1),
            above: at < first,
            below: at > last,
            foot: number > FOOT && number + FOOT >= taken.len(),
            wants_day: known.wants_day,
            wants_byline: known.wants_byline,
        };
        let why = if !before.insert(&block.letters) {
            Some(Why::Repeated)
        } else if is_title(block) {
            Some(Why::Headline)
        } else if let Some(rule) = RULES.iter().find(|rule| (rule.is)(&seen)) {
            Some(rule.why)
        } else if said.as_ref().is_some_and(|said| !said.contains(at)) {
            Some(Why::Elsewhere)
        } else {
            None
        };
        match why {
            Some(why) => drop(left_out.insert(at, why)),
            None => kept.push(at),
        }
    }
    let headed = without_empty_headings(kept.clone(), blocks);
    left_out
        .extend(kept.into_iter().filter(|at| headed.binary_search(at).is_err()).map(|at| (at, Why::Label)));
    Ok(Kept { blocks: headed, left_out })
}

/// Whether a block is text whatever follows: prose, or a numbered heading, which says something itself.
fn is_text(block: &Block) -> bool {
    is_prose(&block.text)
        || matches!(block.kind, Kind::Heading(_)) && block.text.starts_with(|c: char| c.is_ascii_digit())
}

/// The blocks that the page tells to search engines too, where it tells its text.
struct Said(Vec<usize>);

impl Said {
    /// None where what is told is another text, or not all of it.
    fn new(
        body: &[String],
        taken: &[usize],
        blocks: &[Block],
        budget: &Budget,
    ) -> Result<Option<Self>, ImportError> {
        const SAME_PERCENT: usize = 75;
        let witness = Witness::new(body);
        if witness.all.len() < 400 {
            return Ok(None);
        }
        let (mut said, mut letters_said, mut all) = (Vec::new(), 0, 0);
        for at in taken {
            let Some(block) = blocks.get(*at) else { continue };
            let has = witness.has(block, budget)?;
            // Headings are seldom told.
            if has || matches!(block.kind, Kind::Heading(_)) {
                said.push(*at);
            }
            letters_said += if has { block.letters.len() } else { 0 };
            all += block.letters.len();
        }
        Ok((letters_said * 100 >= all * SAME_PERCENT).then_some(Self(said)))
    }

    fn contains(&self, at: usize) -> bool {
        self.0.binary_search(&at).is_ok()
    }
}

/// A heading has text below it.
fn without_empty_headings(kept: Vec<usize>, blocks: &[Block]) -> Vec<usize> {
    let level = |at: usize| match blocks.get(at).map(|block| block.kind) {
        Some(Kind::Heading(level)) => Some(level),
        _ => None,
    };
    let mut headed = Vec::new();
    let mut below: Option<usize> = None;
    for at in kept.into_iter().rev() {
        let is_empty = match (level(at), below) {
            _ if blocks.get(at).is_some_and(is_text) => false,
            (Some(_), None) => true,
            (Some(own), Some(next)) => level(next).is_some_and(|next| next <= own),
            (None, _) => false,
        };
        if !is_empty {
            headed.push(at);
            below = Some(at);
        }
    }
    headed.reverse();
    headed
}

/// The lead that stands between headline and text, or that the page says to be its description.
pub(super) fn lead(
    kept: &[usize],
    blocks: &[Block],
    titles: &[String],
    description: Option<&str>,
) -> Vec<usize> {
    const SHORTEST: usize = 40;
    const WITHIN: usize = 14;
    const MOST: usize = 3;
    let Some(first) = kept.iter().copied().find(|at| blocks.get(*at).is_some_and(is_text)) else {
        return Vec::new();
    };
    let described = description.map(letters).filter(|said| said.len() >= SHORTEST);
    let is_described = |block: &Block| {
        described.as_ref().is_some_and(|said| {
            block.letters.len() >= SHORTEST
                && (block.letters.starts_with(said.as_str()) || said.starts_with(&block.letters))
        })
    };
    if kept.iter().take(MOST).filter_map(|at| blocks.get(*at)).any(is_described) {
        return Vec::new();
    }
    let titles: Vec<String> = titles.iter().map(|title| letters(title)).collect();
    let is_headline = |block: &Block| block.kind == Kind::Heading(1) || titles.contains(&block.letters);
    let before = || blocks.iter().enumerate().take(first);
    if let Some((at, _)) = before().rev().take(WITHIN * 3).find(|(_, block)| is_described(block)) {
        return vec![at];
    }
    let Some((headline, _)) = before().rev().find(|(_, block)| is_headline(block)) else { return Vec::new() };
    let says = |block: &Block| {
        is_prose(&block.text) || block.text.ends_with(['.', '!', '?']) && words_of(&block.text) >= 5
    };
    let is_lead = |block: &Block| {
        block.outside.is_none()
            && says(block)
            && block.linked_percent() < LINK_PERCENT / 2
            && !is_credited(&block.text)
    };
    let below =
        before().skip(headline + 1).take(WITHIN).filter(|(at, block)| is_lead(block) && !kept.contains(at));
    below.take(MOST).map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use crate::import::pages::draft;
    use crate::model::{Budget, CancelToken};

    const PROSE: &str = "<p>Foreign Minister Maria Example received her counterpart in the old customs house on \
        Friday, and both spoke for two hours about the harbor line that has been closed for nine years.</p>";

    /// The text of an article with this part at its head, in its middle and at its end.
    fn read(head: &str, middle: &str, end: &str) -> String {
        let second = PROSE.replace("Foreign Minister Maria", "Her guest, who arrived by sea, and Minister");
        let third = PROSE.replace("Foreign Minister Maria", "In the evening the delegations of both and Ms.");
        let fourth = PROSE.replace("Foreign Minister Maria", "On the following day the engineers and Mr.");
        let page = format!(
            "<html><head><title>Ministers meet</title></head><body><main><article><h1>Ministers meet</h1>{head}{PROSE}\
             {second}{middle}{third}{fourth}{end}</article></main></body></html>"
        );
        let budget = Budget::new(u64::MAX, CancelToken::default());
        draft(&page, &budget).unwrap().draft.paragraphs.join("\n")
    }

    /// Where it stands, and what is none of the article.
    const OUT: &[(&str, &str)] = &[
        ("head", "<p>Politics</p>"),
        ("head", "<p>Politics desk, 3 minutes to read</p>"),
        (
            "head",
            "<figure><img src=a><figcaption>The Politics of a picture that was taken in the morning.</figcaption></figure>",
        ),
        ("middle", "<p><a href=/a>Politics: why the bridge was closed</a></p>"),
        ("middle", "<p>Read also: <a href=/a>Politics, and why the bridge was closed</a></p>"),
        ("middle", "<p>The Politics of ferries. Foto: Ana Torre</p>"),
        (
            "middle",
            "<p>Politics was far away when the two ministers walked to the harbor on Friday. © Harbor News | Ana Torre</p>",
        ),
        (
            "middle",
            "<div class=newsletter-box><p>Politics in your mailbox, every evening, free of charge and short.</p></div>",
        ),
        (
            "middle",
            "<div hidden><p>Politics that nobody sees, in a sentence that is long enough for all.</p></div>",
        ),
        (
            "middle",
            "<blockquote class=twitter-tweet><p>Politics, somebody wrote, in a few more words than needed today.</p></blockquote>",
        ),
        ("middle", "<div class=related-articles><ul><li><a href=/a>Politics of ferries</a></li></ul></div>"),
        ("end", "<h2>More Politics</h2>"),
        ("end", "<p>Politics</p>"),
    ];

    /// What looks like it and is the article's.
    const IN: &[(&str, &str)] = &[
        (
            "head",
            "<p>Politics moved fast on Friday, when two ministers met for the first time in nine years.</p>",
        ),
        ("middle", "<h2>Politics of a bridge</h2>"),
        (
            "middle",
            "<p>In their <a href=/a>talks on Politics</a> the two also spoke of ferries and of the road.</p>",
        ),
        ("middle", "<ul><li>Politics of ferries,</li><li>the road</li></ul>"),
        (
            "middle",
            "<div class=article-text><p class=paywall>Politics was not on the list, both of them said.</p></div>",
        ),
        (
            "middle",
            "<p>“I took the photo: Politics needs pictures,” she told reporters before she left for home.</p>",
        ),
        (
            "middle",
            "<p>Politics puts a © on all that it prints, she told reporters before she left for home on Friday.</p>",
        ),
        ("end", "<p>(Reporting by Politics desk; Editing by John Sample)</p>"),
    ];

    fn text_with(place: &str, part: &str) -> String {
        let at = |wanted: &str| if place == wanted { part } else { "" };
        read(at("head"), at("middle"), at("end"))
    }

    #[test]
    fn what_is_of_the_page_goes_and_what_is_of_the_article_stays() {
        let wrong = |parts: &[(&str, &'static str)], stays: bool| -> Vec<&'static str> {
            let wrong =
                parts.iter().filter(|(place, part)| text_with(place, part).contains("Politics") != stays);
            wrong.map(|(_, part)| *part).collect()
        };
        assert_eq!(wrong(OUT, false), Vec::<&str>::new(), "is still there");
        assert_eq!(wrong(IN, true), Vec::<&str>::new(), "is lost");
    }

    #[test]
    fn of_all_titles_the_one_that_most_places_give_is_taken_without_the_site() {
        let page = |title: &str, shared: &str, heading: &str| {
            let head = format!("<title>{title}</title><meta property=og:title content=\"{shared}\">");
            let text = read("", "", "");
            let body: String = text.lines().skip(1).map(|line| format!("<p>{line}</p>")).collect();
            let page =
                format!("<html><head>{head}</head><body><main><h1>{heading}</h1>{body}</main></body></html>");
            let budget = Budget::new(u64::MAX, CancelToken::default());
            draft(&page, &budget).unwrap().draft.stated.title.unwrap()
        };
        assert_eq!(
            page("Ministers meet - Harbor News", "Ministers meet", "Ministers meet"),
            "Ministers meet"
        );
        assert_eq!(
            page("Ministers meet | Harbor News", "Ministers meet | Harbor News", "Harbor News"),
            "Ministers meet"
        );
        assert_eq!(
            page("Ministers meet", "Ministers meet &amp; part", "Ministers meet"),
            "Ministers meet & part"
        );
    }
}
