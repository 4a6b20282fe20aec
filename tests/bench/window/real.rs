//! Real windows, each in a process of its own: how soon they show, what they hold, and what they do
//! when nobody does anything.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};
use std::{fs, thread};

use anyhow::Context;

use crate::child;
use crate::screen::Screen;

/// Within this time any window has shown what it is to show.
const DEADLINE: Duration = Duration::from_secs(60);
/// A window that draws nothing for so long has come to rest.
const REST: Duration = Duration::from_millis(1500);
/// So long it is left alone: what is freed is given back within ten seconds.
const ALONE: Duration = Duration::from_secs(12);

/// A window in a process of its own. It ends when dropped.
pub struct Real {
    process: Child,
    born: Duration,
    told: Receiver<Told>,
}

/// What a window tells.
enum Told {
    Frame(Duration),
    Article,
}

/// What a window is like at rest.
#[derive(Clone, Copy, Default)]
pub struct Rest {
    /// Resident memory, in bytes.
    pub resident: u64,
    /// That part of it which is not of files: what the window has made itself.
    pub anonymous: u64,
    /// The frames that it drew while left alone.
    pub frames: usize,
    /// The processor time that it took meanwhile.
    pub busy: Duration,
    /// How long that was.
    pub alone: Duration,
}

/// Where windows are opened: on this screen, with folders of their own for what they remember.
pub struct Place<'a> {
    pub screen: &'a Screen,
    pub folder: &'a Path,
}

impl Real {
    /// Opens a window of this kind, with these arguments.
    pub fn open(place: &Place<'_>, kind: &str, arguments: &[&OsStr]) -> anyhow::Result<Self> {
        let mut program = Command::new(std::env::current_exe()?);
        program.args([child::ARGUMENT, kind]).args(arguments);
        program.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        place.screen.host(&mut program);
        for name in [
            "HOME",
            "XDG_CONFIG_HOME",
            "XDG_DATA_HOME",
            "XDG_CACHE_HOME",
            "CHANCERY_CONFIG_DIR",
            "CHANCERY_DATA_DIR",
        ] {
            program.env(name, place.folder);
        }
        let born = child::now();
        let mut process = program.spawn()?;
        let out = process.stdout.take().context("the window has no voice")?;
        let (sender, told) = channel();
        thread::spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                let heard = read(&line).is_none_or(|told| sender.send(told).is_ok());
                if !heard {
                    break;
                }
            }
        });
        Ok(Self { process, born, told })
    }

    /// How long the window takes from the start of its process to the end of its first frame.
    pub fn first_frame(&self) -> anyhow::Result<Duration> {
        self.next_frame()?;
        Ok(self.next_frame()?.saturating_sub(self.born))
    }

    /// How long it takes to the end of the first frame that shows an article.
    pub fn first_article(&self) -> anyhow::Result<Duration> {
        while let Told::Frame(_) = self.next()? {}
        Ok(self.next_frame()?.saturating_sub(self.born))
    }

    /// Waits until the window has come to rest, then leaves it alone for some time.
    pub fn rest(&self, with_article: bool) -> anyhow::Result<Rest> {
        if with_article {
            self.first_article()?;
        }
        self.first_rest()?;
        let folder = self.folder();
        let (since, busy) = (Instant::now(), busy(&folder)?);
        thread::sleep(ALONE);
        let busy = self::busy(&folder)?.saturating_sub(busy);
        let status = fs::read_to_string(folder.join("status"))?;
        let frames = self.told.try_iter().filter(|told| matches!(told, Told::Frame(_))).count();
        let (resident, anonymous) = (kilobytes(&status, "VmRSS:"), kilobytes(&status, "RssAnon:"));
        Ok(Rest { resident, anonymous, frames, busy, alone: since.elapsed() })
    }

    /// Waits until the window draws nothing and does nothing any more.
    pub fn first_rest(&self) -> anyhow::Result<()> {
        let since = Instant::now();
        let mut before = Duration::ZERO;
        while since.elapsed() < DEADLINE {
            let told = self.told.recv_timeout(REST);
            let busy = busy(&self.folder())?;
            let is_idle = busy.saturating_sub(before) < REST / 20;
            before = busy;
            match told {
                Err(RecvTimeoutError::Timeout) if is_idle => return Ok(()),
                Ok(_) | Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => anyhow::bail!("the window has ended"),
            }
        }
        anyhow::bail!("the window works on and on");
    }

    /// Where the system tells about the process.
    fn folder(&self) -> PathBuf {
        Path::new("/proc").join(self.process.id().to_string())
    }

    /// When the next frame begins.
    fn next_frame(&self) -> anyhow::Result<Duration> {
        loop {
            if let Told::Frame(at) = self.next()? {
                return Ok(at);
            }
        }
    }

    fn next(&self) -> anyhow::Result<Told> {
        self.told.recv_timeout(DEADLINE).context("the window shows nothing")
    }
}

impl Drop for Real {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn read(line: &str) -> Option<Told> {
    match line.split_once(' ') {
        Some((child::FRAME, at)) => Some(Told::Frame(Duration::from_nanos(at.parse().ok()?))),
        _ => (line == child::ARTICLE).then_some(Told::Article),
    }
}

/// The processor time of all threads of a process; its own clock for it is too coarse.
fn busy(process: &Path) -> anyhow::Result<Duration> {
    let mut busy = Duration::ZERO;
    for thread in fs::read_dir(process.join("task"))? {
        // A thread may end while it is looked at.
        let Ok(times) = fs::read_to_string(thread?.path().join("schedstat")) else { continue };
        let nanoseconds = times.split_whitespace().next().and_then(|time| time.parse().ok());
        busy += Duration::from_nanos(nanoseconds.unwrap_or_default());
    }
    Ok(busy)
}

/// A line of a process's status, in bytes.
fn kilobytes(status: &str, name: &str) -> u64 {
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let number = line.and_then(|line| line.split_whitespace().next());
    number.and_then(|number| number.parse::<u64>().ok()).unwrap_or_default() * 1024
}
