//! Articles that nobody wrote: as many as a library can hold, and the same ones on every machine.
//!
//! An article is known by its number. Its number says which meeting it reports on, and whether others
//! report on it too ([`plan`]); the meeting says who met whom, when, where and to what end ([`scene`]);
//! a manner ([`manners`], [`shapes`]) decides how that is told, in phrases drawn from a [`grammar`] and filled in
//! by the [`telling`]; a [`page`] puts it into a file. Whatever is left to chance comes from [`dice`]
//! that are thrown for one thing only, so articles can be made in any order.
//!
//! Countries and towns are real, people, publishers, companies and villages are invented.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "the phrases are ours: one that is amiss stops every article, not one in a thousand"
)]

mod calendar;
mod countries;
mod dice;
mod figures;
mod grammar;
mod manners;
mod names;
mod page;
mod plan;
mod publishers;
mod scene;
mod shapes;
mod slots;
mod telling;

use countries::Country;
use dice::Dice;
use grammar::Grammar;
use names::Names;
use plan::Story;
pub use plan::Twin;
use scene::Scene;
use telling::Teller;

/// An article as it comes from a publisher.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// No two numbers have the same.
    pub file_name: String,
    /// What stands in the file.
    pub text: String,
}

/// Makes articles.
pub struct Generator {
    seed: u64,
    grammar: Grammar,
    names: Names,
    countries: Vec<Country>,
}

impl Generator {
    /// Another seed gives other articles throughout.
    pub fn new(seed: u64) -> Self {
        let names = Names::read();
        Self { seed, grammar: Grammar::read(), countries: countries::read(&names), names }
    }

    /// The article of this number.
    pub fn article(&self, number: u64) -> Article {
        let story = plan::story(self.seed, number);
        let told = match story.twin {
            Some(Twin::Copy(of) | Twin::Changed(of)) => plan::story(self.seed, of),
            _ => story,
        };
        let changed = matches!(story.twin, Some(Twin::Changed(_)));
        let (page, publisher) = self.page(told, changed);
        let file_name = format!("{publisher}-{number:06}.{}", page.form.ending());
        Article { file_name, text: page.text() }
    }

    /// What an article has to do with another of a smaller number, if anything.
    pub fn twin_of(&self, number: u64) -> Option<Twin> {
        plan::story(self.seed, number).twin
    }

    /// The page of a story, and its publisher's name as file names have it.
    fn page(&self, story: Story, changed: bool) -> (page::Page, String) {
        let scene = Scene::of(self, story);
        let publisher = publishers::of(&scene, story.manner);
        let dice = Dice::of(&[self.seed, story.number, dice::WORDS]);
        let mut teller = Teller::new(self, &scene, dice);
        let mut page = manners::tell(&mut teller, story.manner, &publisher);
        if changed {
            page.paragraphs.pop();
            let before = page.headline.clone();
            while page.headline == before {
                page.headline = teller.sentence(manners::headline(story.manner, scene.contact));
            }
        }
        (page, publisher.name.to_lowercase().replace(|letter: char| !letter.is_ascii_alphanumeric(), "-"))
    }
}
