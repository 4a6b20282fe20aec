//! How soon a library shows its list, and how soon the list follows a filter, an order, an edit.

use std::sync::Arc;
use std::time::Instant;

use anyhow::ensure;
use chancery::across::{Facet, Show, Sort};
use chancery::app::{App, Command, Settings};
use chancery::lexicon::Lexicon;
use chancery::review::RecordEdit;

use crate::figure::{Figure, Most, Subject, ms};

/// How often each is done.
const TIMES: usize = 40;

pub fn measure(subject: &Subject<'_>) -> anyhow::Result<Vec<Figure>> {
    let started = Instant::now();
    let settings = Settings::default();
    let mut app = App::with_library(subject.library, Lexicon::built_in, settings, Arc::new(|| {}));
    while app.listed().is_empty() {
        ensure!(app.notices().is_empty(), "{:?}", app.notices());
        app.receive();
        std::thread::yield_now();
    }
    let opened = started.elapsed();
    app.settle();
    let settled = started.elapsed();
    let mut figures = vec![
        Figure::new("opened to a live list, ms (asked: 500)", ms(opened)),
        Figure::new("meetings sorted in the background by, ms", ms(settled)),
    ];
    let app = &mut app;
    let mut timed = |what: &str, work: &mut dyn FnMut(&mut App, usize)| {
        figures.push(Figure::timed(what, TIMES, Most::But5Percent, |time| work(app, time)));
    };
    timed("counts of all filters (asked: 100)", &mut |app, _| {
        let facets = app.facets();
        assert!(facets.iter().any(|(facet, options)| *facet == Facet::Party && !options.is_empty()));
    });
    timed("narrowed by a party, then not", &mut |app, time| {
        let facets = app.facets();
        let mut options =
            facets.into_iter().filter(|(facet, _)| *facet == Facet::Party).flat_map(|(_, all)| all);
        let option = options.nth(time / 2 % 8);
        if let Some(option) = option {
            app.run(Command::Narrow(option.narrowing));
        }
    });
    timed("sorted by title, then by day", &mut |app, time| {
        app.run(Command::Sort(if time % 2 == 0 { Sort::Title } else { Sort::Day }, false));
    });
    timed("shown by a chip", &mut |app, time| {
        app.run(Command::Show(if time % 2 == 0 { Show::ToReview } else { Show::All }));
    });
    timed("another article is shown", &mut |app, time| {
        let listed = app.listed();
        let id = listed.get(listed.len() / TIMES * time).copied();
        if let Some(id) = id {
            app.run(Command::Select(id));
            // It is read in the background; until then only its title is shown.
            app.settle();
            assert!(app.current().is_some(), "the article is not shown");
        }
    });
    timed("a letter is typed", &mut |app, time| {
        app.run(Command::Edit(RecordEdit::Notes("n".repeat(time + 1))));
    });
    timed("an edit is on disk", &mut |app, time| {
        app.run(Command::Edit(RecordEdit::Notes("x".repeat(time + 1))));
        app.settle();
    });
    Ok(figures)
}
