//! `chancery import`, `search`, `stats`, `backup` and `recover`: a library without a window.

use std::path::PathBuf;

use super::account::Account;
use super::arguments::{Backup, Import, Search, Where};
use super::outcome::{Outcome, WELL};
use super::streams::{Streams, say};
use crate::store::{Library, is_cut_off, library_of_user};
use crate::work::{
    Put, hand_over, import_files_as, is_open_elsewhere, open_to_read, readable_files, recover as make_anew,
};

pub(super) fn import(asked: &Import, streams: &mut Streams<'_>) -> anyhow::Result<Outcome> {
    let (path, said) = (place(&asked.library)?, asked.said.said()?);
    let mut account = Account::new(streams.err);
    let mut files = account.files(&asked.paths);
    if is_open_elsewhere(&path) {
        if !said.columns.is_empty() {
            anyhow::bail!(
                "a window has {} open, and asks which columns hold what itself. Close it, or open the files there",
                path.display()
            );
        }
        if said.encoding.is_some() {
            anyhow::bail!(
                "a window has {} open, and finds the encoding of files out by itself. Close it, or open the files there \
                 and choose another encoding among the facts of the article",
                path.display()
            );
        }
        // The window tells whoever sits before it what it cannot read; whoever waits here is told here.
        files = readable_files(files).filter_map(|tried| account.succeeded(tried)).collect();
        if files.is_empty() || hand_over(Some(&path), &files)? {
            let (count, failed) = (files.len(), account.failures());
            let done = format!("{count} handed to the window that has it open, {failed} failed");
            say(streams.out, format_args!("{}: {done}", path.display()))?;
            streams.out.flush()?;
            return Ok(account.outcome());
        }
    }
    if streams.watched {
        account.show_progress(files.len());
    }
    let (mut added, mut known) = (0, 0);
    let written =
        import_files_as(&path, files, &said, |imported| match account.take(&imported.spot, imported.put) {
            Some(Put::Added | Put::Replaced) => added += 1,
            Some(Put::Known) => known += 1,
            Some(Put::Differs) => {
                known += 1;
                let file = imported.spot.path.display();
                account.tell(format!(
                    "{file} holds another record of an article than the library, which keeps its own"
                ));
            }
            None => {}
        });
    if let Err(error) = written {
        account.tell(format!("it broke off after {added} added, {known} known already"));
        return Err(error.into());
    }
    let failed = account.failures();
    let done = format!("{added} added, {known} known already, {failed} failed");
    say(streams.out, format_args!("{}: {done}", path.display()))?;
    streams.out.flush()?;
    Ok(account.outcome())
}

pub(super) fn search(asked: &Search, streams: &mut Streams<'_>) -> anyhow::Result<Outcome> {
    let library = open(&asked.library)?;
    let words = asked.words.join(" ");
    if let Some(limit) = is_cut_off(&words) {
        streams.complain(format_args!("only the first {limit} words were searched for"));
    }
    for id in library.best(&words, asked.most)? {
        let Some(entry) = library.entry(id)?.filter(|entry| !entry.is_put_away) else { continue };
        let names: Vec<&str> = entry.parties.iter().map(|party| party.name.as_str()).collect();
        let about =
            [entry.day.map(|day| day.to_string()), Some(names.join(", ")), Some(entry.status.saved().into())];
        let about: Vec<String> = about.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        say(streams.out, format_args!("{}  {}  ({})", entry.record_id, entry.title, about.join(" · ")))?;
    }
    streams.out.flush()?;
    Ok(WELL)
}

pub(super) fn stats(asked: &Where, streams: &mut Streams<'_>) -> anyhow::Result<Outcome> {
    let path = place(asked)?;
    let stats = open(asked)?.stats()?;
    let megabytes = |bytes: u64| format!("{:.1} MB", bytes as f64 / 1e6);
    let size = crate::store::size_of(&path);
    let records: u64 = stats.by_status.iter().map(|(_, count)| count).sum();
    writeln!(streams.out, "articles     {}", stats.articles)?;
    writeln!(streams.out, "records      {records}")?;
    for (status, count) in &stats.by_status {
        say(streams.out, format_args!("  {status:<15} {count}"))?;
    }
    writeln!(streams.out, "kinds")?;
    for (kind, count) in &stats.by_kind {
        say(streams.out, format_args!("  {kind:<15} {count}"))?;
    }
    writeln!(streams.out, "commitments  {}", stats.commitments)?;
    writeln!(streams.out, "text         {}", megabytes(stats.text_bytes))?;
    writeln!(streams.out, "library      {}", megabytes(size))?;
    streams.out.flush()?;
    Ok(WELL)
}

pub(super) fn back_up(asked: &Backup, streams: &mut Streams<'_>) -> anyhow::Result<Outcome> {
    let path = place(&asked.library)?;
    open(&asked.library)?.back_up(&asked.to)?;
    say(streams.out, format_args!("{} is a copy of {}", asked.to.display(), path.display()))?;
    streams.out.flush()?;
    Ok(WELL)
}

pub(super) fn recover(asked: &Where, streams: &mut Streams<'_>) -> anyhow::Result<Outcome> {
    let path = place(asked)?;
    match make_anew(&path)? {
        Some(recovery) => say(streams.out, recovery)?,
        None => say(streams.out, format_args!("{}: a sound library, left as it is", path.display()))?,
    }
    streams.out.flush()?;
    Ok(WELL)
}

/// Opens the library that is asked for, to read it; the window may have it open.
pub(super) fn open(asked: &Where) -> anyhow::Result<Library> {
    Ok(open_to_read(&place(asked)?)?)
}

/// The library that is asked for, by default the user's own.
fn place(asked: &Where) -> anyhow::Result<PathBuf> {
    let own = || {
        library_of_user()
            .ok_or_else(|| anyhow::anyhow!("this system has no folder for data: use --library FILE"))
    };
    asked.library.clone().map_or_else(own, Ok)
}
