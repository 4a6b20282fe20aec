//! How soon the ledger of a library is there, and how soon it follows an order, a filter, words, a copy.

use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, ensure};
use chancery::across::{Column, Due, LedgerFilter, LedgerOrder};
use chancery::app::{App, Command, Settings};
use chancery::lexicon::Lexicon;
use chancery::model::EntryId;

use crate::figure::{Figure, Most, Subject, ms};

/// How often each is done.
const TIMES: usize = 14;
/// Rows on a screen.
const SCREEN: usize = 30;

const COLUMNS: [Column; 7] = [
    Column::Who,
    Column::Toward,
    Column::Deadline,
    Column::Obligation,
    Column::Ruling,
    Column::Day,
    Column::Title,
];

pub fn measure(subject: &Subject<'_>) -> anyhow::Result<Vec<Figure>> {
    let settings = Settings::default();
    let mut app = App::with_library(subject.library, Lexicon::built_in, settings, Arc::new(|| {}));
    app.settle();
    let started = Instant::now();
    app.run(Command::MakeLedger);
    app.settle();
    let made = started.elapsed();
    let rows = app.ledger().context("there is no ledger")?.len();
    ensure!(rows > 0, "{:?}", app.notices());
    let mut figures =
        vec![Figure::new("rows of the ledger", rows.to_string()), Figure::new("ledger made, ms", ms(made))];
    let app = &mut app;
    let mut timed = |what: &str, work: &mut dyn FnMut(&mut App, usize)| {
        figures.push(Figure::timed(what, TIMES, Most::OfAll, |time| work(app, time)));
    };
    timed("ledger sorted by each column (asked: 100)", &mut |app, time| {
        let order = COLUMNS.get(time % COLUMNS.len()).copied().unwrap_or_default();
        app.run(Command::SortLedger(LedgerOrder { column: order, backwards: time >= COLUMNS.len() }));
    });
    timed("ledger of what is overdue, then of all", &mut |app, time| {
        let due = if time % 2 == 0 { Due::Overdue } else { Due::Whenever };
        app.run(Command::FilterLedger(LedgerFilter { due, ..LedgerFilter::default() }));
    });
    timed("words of a screen of rows are read", &mut |app, time| {
        let from = rows / TIMES * time;
        app.run(Command::ReadCommitments(articles(app, from..from + SCREEN)));
        app.settle();
    });
    for (what, words) in [("frequent", "will"), ("less frequent", "grain train")] {
        timed(&format!("ledger narrowed by {what} words"), &mut |app, time| {
            let words = if time % 2 == 0 { words } else { "" }.to_owned();
            app.run(Command::FilterLedger(LedgerFilter { words, ..LedgerFilter::default() }));
            app.settle();
        });
    }
    timed("ledger copied, 10,000 rows at most", &mut |app, _| {
        app.run(Command::CopyCommitments(0..rows));
        app.settle();
        assert!(app.take_copied().is_some());
    });
    Ok(figures)
}

fn articles(app: &App, rows: std::ops::Range<usize>) -> Vec<EntryId> {
    let ledger = app.ledger();
    rows.filter_map(|at| ledger.and_then(|ledger| ledger.row(at))).map(|row| row.article).collect()
}
