//! What a library costs, by how many articles are in it: `cargo bench --bench library [SIZE …]`.
//!
//! For each size, by default 1,000 and 10,000, invented articles are written to a folder for the time
//! being and everything is measured on them: taking them in, the room they take, opening the library,
//! searching it. At the end the figures stand side by side, to show which grow with the library. Other
//! figures are measured in a file of their own, and a line of [`MEASURES`].

mod figure;
mod frames;
mod generator;
mod import;
mod ledger;
mod listing;
mod memory;
mod pile;
mod search;

use std::io::{self, Write};

use figure::{Figure, Subject};
use generator::Generator;
use pile::Pile;

/// The program's own, so that memory is measured as the program has it.
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// The seed of the articles.
const SEED: u64 = 1;

const SIZES: [u64; 2] = [1_000, 10_000];

type Measure = fn(&Subject<'_>) -> anyhow::Result<Vec<Figure>>;

/// What is measured, in this order: the import makes the library that the others open.
const MEASURES: &[Measure] =
    &[import::measure, listing::measure, search::measure, ledger::measure, frames::measure, memory::measure];

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_some_and(|first| first == memory::ARGUMENT) {
        return memory::run(arguments.next().unwrap_or_default().as_ref());
    }
    // Cargo has arguments of its own for benchmarks.
    let mut sizes: Vec<u64> = std::env::args().filter_map(|size| size.parse().ok()).collect();
    if sizes.is_empty() {
        sizes.extend(SIZES);
    }
    let mut out = io::stdout().lock();
    let generator = Generator::new(SEED);
    let mut columns = Vec::new();
    for &size in &sizes {
        writeln!(out, "{size} articles")?;
        let folder = tempfile::tempdir()?;
        let pile = Pile::make(&generator, size, folder.path())?;
        let library = folder.path().join("library.chancery");
        let subject = Subject { generator: &generator, pile: &pile, library: &library };
        let mut column = pile.figures();
        for measure in MEASURES {
            column.extend(measure(&subject)?);
        }
        for figure in &column {
            writeln!(out, "  {:44}{:>16}", figure.what, figure.amount)?;
        }
        columns.push(column);
    }
    writeln!(out, "\nSide by side")?;
    table(&mut out, &sizes, &columns)?;
    Ok(())
}

/// A row for each figure, a column for each size.
fn table(out: &mut impl Write, sizes: &[u64], columns: &[Vec<Figure>]) -> io::Result<()> {
    write!(out, "  {:44}", "articles")?;
    sizes.iter().try_for_each(|size| write!(out, "{size:>16}"))?;
    writeln!(out)?;
    for row in columns.iter().max_by_key(|column| column.len()).into_iter().flatten() {
        write!(out, "  {:44}", row.what)?;
        for column in columns {
            let same = column.iter().find(|figure| figure.what == row.what);
            write!(out, "{:>16}", same.map_or("", |figure| figure.amount.as_str()))?;
        }
        writeln!(out)?;
    }
    Ok(())
}
