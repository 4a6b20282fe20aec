//! The command line: the same engine without a window.
//!
//! Each subcommand is a file. They write to the [`Streams`] that they are given, so that a test reads
//! what they say, and end in an [`Outcome`]. Exit codes: 0 all went well, 1 something did not, 2 the
//! command was not understood.

mod account;
mod arguments;
mod check;
mod columns;
mod export;
mod extract;
mod library;
mod mistyped;
mod outcome;
mod pages;
mod schema;
mod stream;
mod streams;

use std::ffi::OsString;

use clap::error::ErrorKind;

pub use outcome::Outcome;
pub use streams::Streams;

use crate::work::{log_to_terminal, serve};
use arguments::{Arguments, Subcommand};
use outcome::{NOT_ALL_WELL, NOT_UNDERSTOOD, WELL};
use streams::plain_lines;

/// Does what the command line says.
pub fn run(arguments: impl IntoIterator<Item = OsString>, streams: &mut Streams<'_>) -> Outcome {
    let arguments = match Arguments::read(arguments) {
        Ok(arguments) => arguments,
        Err(message) => return explain(&message, streams),
    };
    if arguments.verbose {
        log_to_terminal();
    }
    let done = match arguments.subcommand {
        None => {
            mistyped::missing(&arguments.files).for_each(|path| {
                streams.complain(format_args!("there is no file {}", path.display()));
            });
            Ok(Outcome::Window(arguments.files, arguments.library))
        }
        Some(Subcommand::Extract(extract)) if extract.stream => stream::run(&extract, streams),
        Some(Subcommand::Extract(extract)) => extract::run(&extract, streams),
        Some(Subcommand::Schema) => schema::run(streams),
        Some(Subcommand::Check { files }) => check::run(&files, streams),
        Some(Subcommand::Import(import)) => library::import(&import, streams),
        Some(Subcommand::Columns(columns)) => columns::run(&columns, streams),
        Some(Subcommand::Search(search)) => library::search(&search, streams),
        Some(Subcommand::Export(export)) => export::run(&export, streams),
        Some(Subcommand::Stats(which)) => library::stats(&which, streams),
        Some(Subcommand::Recover(which)) => library::recover(&which, streams),
        Some(Subcommand::Backup(backup)) => library::back_up(&backup, streams),
        Some(Subcommand::Completions { shell }) => pages::completions(shell, streams),
        Some(Subcommand::ReadApart { megabytes }) => {
            serve(megabytes, &mut *streams.out).map(|()| WELL).map_err(anyhow::Error::from)
        }
        Some(Subcommand::Man { folder }) => pages::manual(&folder, streams),
    };
    done.unwrap_or_else(|error| {
        if is_broken_pipe(&error) {
            // Whoever reads has read enough: `chancery extract … | head`.
            return WELL;
        }
        match error.downcast_ref::<std::io::Error>() {
            Some(error) => streams.complain(format_args!("the output could not be written: {error}")),
            None => streams.complain(error),
        }
        NOT_ALL_WELL
    })
}

/// Says that no window could be opened, and how to do without.
pub fn explain_no_window(error: &anyhow::Error, streams: &mut Streams<'_>) -> Outcome {
    streams.complain(format_args!("no window could be opened: {}", why_no_window(error)));
    // When nobody listens there is nobody to tell that either.
    let _ = writeln!(
        streams.err,
        "\nChancery's window needs a desktop. Without one, extract records on the command line:\n\n  \
         chancery extract article.txt\n  chancery extract --format jsonl -o records.jsonl folder-of-articles\n\n\
         See chancery --help."
    );
    NOT_ALL_WELL
}

/// The usual reason in plain words, any other as the system tells it.
fn why_no_window(error: &anyhow::Error) -> String {
    let displays = ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"];
    if cfg!(target_os = "linux") && displays.iter().all(|variable| std::env::var_os(variable).is_none()) {
        "there is no display (neither WAYLAND_DISPLAY nor DISPLAY is set)".into()
    } else {
        format!("{error:#}")
    }
}

/// Help and version go to standard output, what was not understood to standard error.
fn explain(message: &clap::Error, streams: &mut Streams<'_>) -> Outcome {
    let text = plain_lines(&message.render().to_string());
    // There is nobody to tell when these streams are closed.
    match message.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _ = write!(streams.out, "{text}").and_then(|()| streams.out.flush());
            WELL
        }
        _ => {
            let _ = write!(streams.err, "{text}");
            NOT_UNDERSTOOD
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let io = error.chain().find_map(|cause| cause.downcast_ref::<std::io::Error>());
    io.is_some_and(|io| io.kind() == std::io::ErrorKind::BrokenPipe)
}
