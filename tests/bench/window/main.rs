//! What the window costs, beside an empty one: `cargo bench --bench window [frames|start|rest
//! [LIBRARY]]`.
//!
//! Prints how soon the first frame is painted, what the code of a frame takes while a person works on
//! an article of 50 KB with 300 stretches of evidence, what the window does when nobody does anything,
//! and what memory it holds; each beside the figure of a window of the same size with nothing in it,
//! measured in the same run. Where there is no display, a virtual one is started (Xvfb); without
//! that, only frames that need no display are measured. What is asked for stands beside the figures.

mod article;
mod child;
mod frames;
mod person;
mod real;
mod report;
mod screen;
mod telling;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use article::Size;
use frames::{Amount, Subject, Times};
use person::SCRIPTS;
use real::{Place, Real, Rest};
use report::{median, ms, percent};
use screen::Screen;

/// The program's own, so that memory is measured as the program has it.
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// How often each window is opened for its first frame, and to be left alone.
const OPENINGS: usize = 12;
const RESTS: usize = 3;

/// The article that figures are asked for.
const ASKED: Size = Size { bytes: 50_000, evidence: 300 };
/// Others, to see how times grow: with the text, and with what is marked in it.
const OTHERS: &[Size] = &[
    Size { bytes: 10_000, evidence: 60 },
    Size { bytes: 50_000, evidence: 60 },
    Size { bytes: 200_000, evidence: 300 },
    Size { bytes: 1_000_000, evidence: 300 },
    Size { bytes: 200_000, evidence: 1200 },
];

/// How much is drawn of that article, and of the others.
const AMPLE: Amount = Amount { frames: 240, rounds: 8 };
const LITTLE: Amount = Amount { frames: 60, rounds: 4 };

fn main() -> anyhow::Result<()> {
    let mut arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    if arguments.first().is_some_and(|first| first == child::ARGUMENT) {
        return child::run(arguments.split_off(1));
    }
    // Cargo has arguments of its own for benchmarks.
    let mut arguments =
        arguments.into_iter().filter(|argument| !argument.to_string_lossy().starts_with("--"));
    let (part, library) = (arguments.next(), arguments.next().map(PathBuf::from));
    let is_asked = |name: &str| part.as_ref().is_none_or(|part| part == name);
    let mut out = io::stdout().lock();
    let folder = tempfile::tempdir()?;
    if is_asked("frames") {
        frames_without_a_screen(&mut out, folder.path())?;
    }
    let Some(screen) = Screen::find() else {
        return Ok(writeln!(out, "\nThe other figures need a display, or Xvfb to be installed.")?);
    };
    let place = Place { screen: &screen, folder: folder.path() };
    if is_asked("start") {
        first_frames(&mut out, &place)?;
    }
    if is_asked("rest") {
        rests(&mut out, &place, library.as_deref())?;
    }
    Ok(())
}

/// The saved record of an invented article.
fn saved(size: Size, folder: &Path) -> anyhow::Result<PathBuf> {
    let path = folder.join(format!("conference-{}-{}.json", size.bytes, size.evidence));
    std::fs::write(&path, article::record(size)?.to_json()?)?;
    Ok(path)
}

fn frames_without_a_screen(out: &mut impl Write, folder: &Path) -> anyhow::Result<()> {
    writeln!(out, "The code of a frame, in ms: Window::show and tessellation, without painting")?;
    writeln!(out, "  {:48}{:>8}{:>8}{:>8}{:>8}", "", "frames", "median", "99 %", "worst")?;
    let empty = frames::draw(Subject::default(), AMPLE)?;
    line(out, "empty window", &Times::all(&empty.scripts))?;
    let record = saved(ASKED, folder)?;
    let subject = Subject { record: Some(&record), read_out: false };
    let asked = frames::draw(subject, AMPLE)?;
    for (script, times) in SCRIPTS.iter().zip(&asked.scripts) {
        line(out, &format!("{}: {}", name(ASKED), script.name), times)?;
    }
    line(out, &format!("{}: all (asked: 1.50 and 4.00)", name(ASKED)), &Times::all(&asked.scripts))?;
    let heard = frames::draw(Subject { read_out: true, ..subject }, LITTLE)?;
    line(out, &format!("{}: all, with a screen reader", name(ASKED)), &Times::all(&heard.scripts))?;
    let mut first = vec![(ASKED, asked.opened)];
    for &size in OTHERS {
        let record = saved(size, folder)?;
        let drawn = frames::draw(Subject { record: Some(&record), read_out: false }, LITTLE)?;
        line(out, &format!("{}: all", name(size)), &Times::all(&drawn.scripts))?;
        first.push((size, drawn.opened));
    }
    writeln!(out, "\nThe frame that shows an article first, in ms")?;
    for (size, time) in first {
        writeln!(out, "  {:48}{:>8}", name(size), ms(time))?;
    }
    Ok(())
}

fn line(out: &mut impl Write, what: &str, times: &Times) -> io::Result<()> {
    let [median, most, worst] = [0.5, 0.99, 1.0].map(|share| ms(times.within(share)));
    writeln!(out, "  {what:48}{:>8}{median:>8}{most:>8}{worst:>8}", times.count())
}

fn name(size: Size) -> String {
    format!("{} KB, {} marks", size.bytes / 1000, size.evidence)
}

fn first_frames(out: &mut impl Write, place: &Place<'_>) -> anyhow::Result<()> {
    let article = saved(ASKED, place.folder)?;
    let (mut empty, mut chancery, mut shown) = (Vec::new(), Vec::new(), Vec::new());
    // The first of each is not counted: it finds nothing in the system's caches. It is left open until the
    // driver has kept the shaders that it made.
    for kind in [child::EMPTY, child::CHANCERY] {
        Real::open(place, kind, &[])?.first_rest()?;
    }
    for _ in 0..OPENINGS {
        empty.push(Real::open(place, child::EMPTY, &[])?.first_frame()?);
        chancery.push(Real::open(place, child::CHANCERY, &[])?.first_frame()?);
        shown.push(Real::open(place, child::CHANCERY, &[article.as_os_str()])?.first_article()?);
    }
    let screen = place.screen.name();
    writeln!(out, "\nFrom the start of the process to the end of the first frame, in ms")?;
    writeln!(out, "({OPENINGS} times each, in turn, on {screen})")?;
    writeln!(out, "  {:40}{:>8}{:>8}{:>20}", "", "best", "median", "to empty")?;
    let base = empty.clone();
    for (what, times) in [
        ("empty window", empty),
        ("Chancery (asked: 1.25 of the empty one)", chancery),
        ("Chancery, 50 KB article in sight", shown),
    ] {
        let best = times.iter().min().copied().unwrap_or_default();
        let least = base.iter().min().copied().unwrap_or_default();
        let (best_share, share) = (percent(best, least), percent(median(&times), median(&base)));
        writeln!(out, "  {what:40}{:>8}{:>8}{best_share:>10}{share:>10}", ms(best), ms(median(&times)))?;
    }
    Ok(())
}

fn rests(out: &mut impl Write, place: &Place<'_>, library: Option<&Path>) -> anyhow::Result<()> {
    let article = saved(ASKED, place.folder)?;
    let (mut empty, mut chancery, mut full) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RESTS {
        empty.push(Real::open(place, child::EMPTY, &[])?.rest(false)?);
        chancery.push(Real::open(place, child::CHANCERY, &[article.as_os_str()])?.rest(true)?);
        if let Some(library) = library {
            let arguments = ["--library".as_ref(), library.as_os_str(), article.as_os_str()];
            full.push(Real::open(place, child::CHANCERY, &arguments)?.rest(true)?);
        }
    }
    let mut rows = vec![("empty window", &empty), ("Chancery (asked: 60 MB above)", &chancery)];
    rows.extend(library.map(|_| ("Chancery with the library (asked: the same)", &full)));
    writeln!(out, "\nAt rest, with the 50 KB article open: memory, then what it does while left alone")?;
    let columns = ["RSS MB", "above", "anon MB", "frames"].map(|column| format!("{column:>8}")).concat();
    writeln!(out, "  {:44}{columns}{:>12}", "", "busy ms/s")?;
    let base = middle(&empty, |rest| rest.resident) as f64;
    for (what, rests) in rows {
        let [resident, anonymous] =
            [middle(rests, |rest| rest.resident), middle(rests, |rest| rest.anonymous)];
        let busy = |rest: &Rest| rest.busy.as_secs_f64() / rest.alone.as_secs_f64() * 1e3;
        let frames = rests.iter().map(|rest| rest.frames).max().unwrap_or_default();
        let busy = rests.iter().map(busy).fold(0.0, f64::max);
        let [above, resident, anonymous] =
            [resident as f64 - base, resident as f64, anonymous as f64].map(|bytes| bytes / 1e6);
        writeln!(out, "  {what:44}{resident:>8.1}{above:>8.1}{anonymous:>8.1}{frames:>8}{busy:>12.2}")?;
    }
    Ok(())
}

/// The middle one of a figure of several.
fn middle(rests: &[Rest], figure: impl Fn(&Rest) -> u64) -> u64 {
    let mut figures: Vec<u64> = rests.iter().map(figure).collect();
    figures.sort_unstable();
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}
