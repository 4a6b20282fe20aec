//! How fast articles are taken in, from the files to a library on disk, and how much room it takes.

use std::time::Instant;

use anyhow::{Context, ensure};
use chancery::store::{Library, size_of};
use chancery::work::{Put, import_files, marks};

use crate::figure::{Figure, Subject};

/// Makes the library out of the pile.
pub fn measure(subject: &Subject<'_>) -> anyhow::Result<Vec<Figure>> {
    let (pile, path) = (subject.pile, subject.library);
    let (mut added, mut known, mut failed) = (0, 0, None);
    let started = Instant::now();
    import_files(path, pile.files.clone(), |imported| match imported.put {
        Ok(Put::Added | Put::Replaced) => added += 1,
        Ok(Put::Known | Put::Differs) => known += 1,
        Err(error) => failed = Some(error),
    })?;
    let seconds = started.elapsed().as_secs_f64();
    if let Some(error) = failed {
        return Err(error).context("an article cannot be read");
    }
    ensure!(known == pile.copies, "{known} articles were known, but {} are copies", pile.copies);
    let stats = Library::open(path, marks)?.stats()?;
    let (files, text, room) = (pile.bytes as f64, stats.text_bytes as f64, size_of(path) as f64);
    Ok(vec![
        Figure::new(
            "imported, articles/s (asked: 2000)",
            format!("{:.0}", pile.files.len() as f64 / seconds),
        ),
        Figure::new("imported, MB/s", format!("{:.2}", files / 1e6 / seconds)),
        Figure::new("articles in the library", added.to_string()),
        Figure::new("commitments in it", stats.commitments.to_string()),
        Figure::new("text in it, MB", format!("{:.1}", text / 1e6)),
        Figure::new("library, MB", format!("{:.1}", room / 1e6)),
        Figure::new("library to text", format!("{:.2} x", room / text)),
    ])
}
