//! `chancery completions` and `chancery man`: what packages carry, made from the table that `--help` is made from.

use std::path::Path;

use clap::{Command, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;

use super::arguments::Arguments;
use super::outcome::{Outcome, WELL};
use super::streams::Streams;
use crate::store::write_file;

/// The whole command line, with the options that every subcommand has too.
fn command() -> Command {
    let mut command = Arguments::command();
    command.build();
    command
}

pub(super) fn completions(shell: Shell, streams: &mut Streams<'_>) -> anyhow::Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "chancery", &mut script);
    streams.out.write_all(&script)?;
    streams.out.flush()?;
    Ok(WELL)
}

pub(super) fn manual(folder: &Path, streams: &mut Streams<'_>) -> anyhow::Result<Outcome> {
    let command = command();
    for command in std::iter::once(&command).chain(for_people(&command)) {
        let page = Man::new(command.clone());
        let path = folder.join(page.get_filename());
        write_file(&path, |mut out| page.render(&mut out))?;
        writeln!(streams.out, "{}", path.display())?;
    }
    streams.out.flush()?;
    Ok(WELL)
}

/// The subcommands that people type: the program has one for itself too.
fn for_people(command: &Command) -> impl Iterator<Item = &Command> {
    command
        .get_subcommands()
        .filter(|subcommand| subcommand.get_name() != "help" && !subcommand.is_hide_set())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said_by(arguments: &[&str]) -> String {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let arguments = ["chancery"].iter().chain(arguments).map(Into::into);
        let outcome = crate::cli::run(
            arguments,
            &mut Streams { input: Box::new(std::io::empty()), out: &mut out, err: &mut err, watched: false },
        );
        assert_eq!((outcome, String::from_utf8(err).unwrap()), (WELL, String::new()));
        String::from_utf8(out).unwrap()
    }

    /// Every option of a command by its long name, hidden ones too.
    fn options(command: &Command) -> Vec<&str> {
        command.get_arguments().filter_map(|argument| argument.get_long()).collect()
    }

    #[test]
    fn every_subcommand_and_option_is_completed_in_every_shell() {
        let command = command();
        for shell in clap::ValueEnum::value_variants() {
            let script = said_by(&["completions", &Shell::to_string(shell)]);
            for subcommand in std::iter::once(&command).chain(command.get_subcommands()) {
                assert!(script.contains(subcommand.get_name()), "{shell} {subcommand}");
                for option in options(subcommand) {
                    assert!(script.contains(option), "{shell} {subcommand} --{option}");
                }
            }
        }
    }

    #[test]
    fn every_subcommand_has_a_page_with_all_its_options() {
        let folder = tempfile::tempdir().unwrap();
        let written = said_by(&["man", folder.path().to_str().unwrap()]);
        let command = command();
        let page = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap().replace('\\', "");
        let first = page("chancery.1");
        for subcommand in for_people(&command) {
            let name = format!("chancery-{}.1", subcommand.get_name());
            assert!(first.contains(&name.replace(".1", "(1)")) && written.contains(&name), "{name}");
            let text = page(&name);
            for option in options(subcommand) {
                assert!(text.contains(&format!("--{option}")), "{name} --{option}");
            }
            assert!(text.contains("Example"), "{name} teaches with an example");
        }
        for option in options(&command) {
            assert!(first.contains(&format!("--{option}")), "--{option}");
        }
    }
}
