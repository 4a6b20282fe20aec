//! What a file holds: a headline with what stands above and below it, paragraphs, and what ends them.

use super::calendar;
use jiff::civil::Date;

/// The files that articles come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Plain,
    Markdown,
    Html,
}

impl Form {
    /// The ending of its files' names.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Plain => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
        }
    }
}

/// An article before it is put into a file.
pub struct Page {
    pub form: Form,
    pub headline: String,
    /// Between the headline and the first paragraph: publisher, day, "For immediate release".
    pub head: Vec<String>,
    pub paragraphs: Vec<String>,
    /// Who signs, and where.
    pub foot: Vec<String>,
    pub publisher: String,
    pub published: Date,
}

impl Page {
    /// The file's text.
    pub fn text(&self) -> String {
        match self.form {
            Form::Plain => self.joined("", ""),
            Form::Markdown => self.joined("# ", "*"),
            Form::Html => self.html(),
        }
    }

    fn joined(&self, headline: &str, mark: &str) -> String {
        let mut text = format!("{headline}{}\n\n", self.headline);
        if !self.head.is_empty() {
            let head: Vec<String> = self.head.iter().map(|line| format!("{mark}{line}{mark}")).collect();
            text.push_str(&head.join(if mark.is_empty() { "\n" } else { "  \n" }));
            text.push_str("\n\n");
        }
        text.push_str(&self.paragraphs.join("\n\n"));
        text.push('\n');
        if !self.foot.is_empty() {
            text.push('\n');
            text.push_str(&self.foot.join("\n"));
            text.push('\n');
        }
        text
    }

    fn html(&self) -> String {
        let (headline, publisher) = (escaped(&self.headline), escaped(&self.publisher));
        let day = self.published;
        let printed = calendar::long(day, calendar::Order::DayMonth);
        let mut text = format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <title>{headline} | {publisher}</title>\n\
             <meta property=\"og:site_name\" content=\"{publisher}\">\n\
             <meta property=\"article:published_time\" content=\"{day}\">\n</head>\n<body>\n\
             <nav><a href=\"/\">Home</a> <a href=\"/world\">World</a> <a href=\"/archive\">Archive</a></nav>\n\
             <article>\n<h1>{headline}</h1>\n<p class=\"date\"><time datetime=\"{day}\">{printed}</time></p>\n"
        );
        for line in self.paragraphs.iter().chain(&self.foot) {
            text.push_str(&format!("<p>{}</p>\n", escaped(line)));
        }
        text.push_str(&format!("</article>\n<footer><p>© {} {publisher}</p></footer>\n", day.year()));
        text.push_str("</body>\n</html>\n");
        text
    }
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
