//! What a saved page holds beside its article, so that a person can see what was left out.

use serde::{Deserialize, Serialize};

/// A paragraph of a saved page, in the order of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageBlock {
    /// Its words, as an article has them.
    pub text: String,
    /// Why it was left out; none where it was taken for a part of the article.
    pub why: Option<WhyLeftOut>,
}

/// As what a part of a page was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WhyLeftOut {
    /// Words below a picture or a table.
    Caption,
    /// Who took a picture, or owns it.
    Credit,
    /// The headline once more, or what belongs to it.
    Headline,
    /// A section, an hour, a name, a topic.
    Label,
    /// A box beside the article.
    Aside,
    /// A link to another article.
    Teaser,
    /// Where to go on the site.
    Navigation,
    /// What stands at the foot of every page.
    Foot,
    /// A button, an input, a poll.
    Form,
    /// An invitation or a condition of the site.
    Notice,
    /// Something to share, or shared elsewhere.
    Social,
    /// An advertisement.
    Advertisement,
    /// What readers say.
    Comments,
    /// What nobody sees.
    Hidden,
    /// What stands on the page before.
    Repeated,
    /// None of these: it is not where the article is.
    Elsewhere,
}

impl WhyLeftOut {
    /// What it is called.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Caption => "caption",
            Self::Credit => "credit of a picture",
            Self::Headline => "headline",
            Self::Label => "label",
            Self::Aside => "aside",
            Self::Teaser => "teaser",
            Self::Navigation => "navigation",
            Self::Foot => "foot of the page",
            Self::Form => "form",
            Self::Notice => "notice",
            Self::Social => "social media",
            Self::Advertisement => "advertisement",
            Self::Comments => "comments",
            Self::Hidden => "hidden on the page",
            Self::Repeated => "repeated",
            Self::Elsewhere => "beside the main text",
        }
    }
}
