//! The log: what the program did and when, for whoever helps when something goes wrong.
//!
//! It is off unless asked for: `--verbose` prints it to the terminal, a setting of the window keeps it in a file
//! beside the settings. Any room may write to it by the macros of the `log` crate, but for the engine's, which do
//! nothing that a log could tell. What stands in it can be sent to a stranger: names of files, counts, times
//! and errors, never words of an article.

use std::backtrace::Backtrace;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use log::{LevelFilter, Log, Metadata, Record};

/// A file that would grow beyond this is set aside, and the one set aside before is given up.
const LIMIT_BYTES: u64 = 1_000_000;

/// What the file is called.
pub const FILE_NAME: &str = "chancery.log";

/// What the window is made of: its warnings tell of drivers and desktops. Other crates see texts, so that
/// nothing is taken from them.
const OF_THE_WINDOW: &[&str] = &["eframe", "egui", "egui_glow", "egui_winit", "glutin", "rfd", "winit"];

/// The log of this process.
static LOG: Sinks = Sinks { file: Mutex::new(None), on_terminal: AtomicBool::new(false) };

struct Sinks {
    file: Mutex<Option<LogFile>>,
    on_terminal: AtomicBool,
}

/// Prints the log to standard error from now on.
pub fn log_to_terminal() {
    LOG.on_terminal.store(true, Ordering::Relaxed);
    begin();
}

/// Keeps the log in this file from now on.
///
/// # Errors
/// If the file cannot be written.
pub fn log_to_file(path: &Path) -> io::Result<()> {
    if LOG.file().as_ref().is_some_and(|file| file.path == path) {
        return Ok(());
    }
    let file = LogFile::open(path)?;
    *LOG.file() = Some(file);
    begin();
    Ok(())
}

/// Keeps the log in no file any more.
pub fn stop_log_file() {
    *LOG.file() = None;
    if !LOG.on_terminal.load(Ordering::Relaxed) {
        log::set_max_level(LevelFilter::Off);
    }
}

/// Has a failure of the program written to the log before all else.
pub fn log_panics() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        write_panic(panic);
        before(panic);
    }));
}

fn write_panic(panic: &PanicHookInfo<'_>) {
    if log::max_level() == LevelFilter::Off {
        return;
    }
    // Words that are put together at the time may hold some of an article.
    let what = panic.payload().downcast_ref::<&'static str>().copied().unwrap_or("(its words are left out)");
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    let thread = std::thread::current();
    log::error!("failed at {place} in thread {}: {what}", thread.name().unwrap_or("without a name"));
    // A program that was built without names has nothing to say of the way there.
    let way = Backtrace::force_capture().to_string();
    for line in way.lines().filter(|_| way.contains(env!("CARGO_CRATE_NAME"))) {
        log::error!("  {line}");
    }
}

fn begin() {
    // Fails only where the log was begun before.
    let _ = log::set_logger(&LOG);
    log::set_max_level(LevelFilter::Debug);
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let (version, system, machine) =
        (env!("CARGO_PKG_VERSION"), std::env::consts::OS, std::env::consts::ARCH);
    log::info!("chancery {version} on {system} {machine}, {cores} cores, process {}", std::process::id());
}

impl Sinks {
    fn file(&self) -> MutexGuard<'_, Option<LogFile>> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Log for Sinks {
    fn enabled(&self, about: &Metadata<'_>) -> bool {
        let of = about.target().split("::").next().unwrap_or_default();
        of == env!("CARGO_CRATE_NAME") || (about.level() <= log::Level::Warn && OF_THE_WINDOW.contains(&of))
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        // Before the file is locked: whatever is shown may fail over it, and that is logged too.
        let line = line(record);
        if self.on_terminal.load(Ordering::Relaxed) {
            // When nobody listens there is nobody to tell that either.
            let _ = io::stderr().write_all(line.as_bytes());
        }
        if let Some(file) = self.file().as_mut() {
            file.write(&line);
        }
    }

    fn flush(&self) {}
}

/// A message as it stands in the log, on one line whatever a file's name holds.
fn line(record: &Record<'_>) -> String {
    let now = jiff::Timestamp::now();
    let message = record.args().to_string();
    let mut line = format!("{now:.3} {:5} {}: ", record.level(), record.target());
    for letter in message.chars() {
        if letter.is_control() { line.extend(letter.escape_default()) } else { line.push(letter) }
    }
    line.push('\n');
    line
}

/// The file that the log is kept in.
struct LogFile {
    path: PathBuf,
    file: File,
    bytes: u64,
}

impl LogFile {
    fn open(path: &Path) -> io::Result<Self> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut options = OpenOptions::new();
        options.create(true).append(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            // Names of files are nobody else's business.
            options.mode(0o600);
        }
        let file = options.open(path)?;
        let bytes = file.metadata()?.len();
        Ok(Self { path: path.to_owned(), file, bytes })
    }

    /// What the disk does not take is lost: nothing is told of a log that fails.
    fn write(&mut self, line: &str) {
        let length = line.len() as u64;
        if self.bytes + length > LIMIT_BYTES {
            self.turn();
        }
        if self.file.write_all(line.as_bytes()).is_ok() {
            self.bytes += length;
        }
    }

    /// Sets a full file aside and begins a new one.
    fn turn(&mut self) {
        let _ = fs::rename(&self.path, self.path.with_extension("old.log"));
        if let Ok(new) = Self::open(&self.path) {
            *self = new;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_never_takes_more_than_two_files_of_its_limit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new").join(FILE_NAME);
        let mut file = LogFile::open(&path).unwrap();
        let line = format!("{}\n", "x".repeat(9_999));
        for _ in 0..350 {
            file.write(&line);
        }
        let mut sizes: Vec<u64> = fs::read_dir(path.parent().unwrap())
            .unwrap()
            .map(|entry| entry.unwrap().metadata().unwrap().len())
            .collect();
        sizes.sort_unstable();
        assert_eq!(
            sizes,
            [500_000, LIMIT_BYTES],
            "the newest lines stand in the file, those before beside it"
        );
        assert_eq!(LogFile::open(&path).unwrap().bytes, 500_000, "it goes on where it ended");
    }

    #[test]
    fn a_message_is_one_line_whatever_is_in_it() {
        let told = format_args!("/tmp/a\nINFO forged\u{1b}[31m é.txt read").to_string();
        let line = line(&Record::builder().target("chancery::app").args(format_args!("{told}")).build());
        assert!(line.ends_with("chancery::app: /tmp/a\\nINFO forged\\u{1b}[31m é.txt read\n"), "{line}");
    }

    #[test]
    fn only_the_program_and_its_window_are_heard() {
        let is_heard = |target, level| LOG.enabled(&Metadata::builder().target(target).level(level).build());
        assert!(is_heard("chancery::app::open", log::Level::Debug));
        assert!(is_heard("eframe::native", log::Level::Warn));
        assert!(!is_heard("eframe::native", log::Level::Info));
        assert!(!is_heard("html5ever::tokenizer", log::Level::Error), "it sees the text of pages");
        assert!(!is_heard("chancery_like", log::Level::Error));
    }
}
