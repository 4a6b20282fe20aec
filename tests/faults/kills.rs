//! The program is killed at any moment: while it edits, imports, or brings an old library up to date.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command as Process, Stdio};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use chancery::model::EntryId;
use tempfile::tempdir;

use crate::dice::Dice;
use crate::scene::{all, app_over, articles, chancery, checked, import, note, notes_of};
use crate::versions::version_1;

/// Names the library that a child edits, and the round that it is.
const LIBRARY: &str = "CHANCERY_FAULTS_LIBRARY";
const ROUND: &str = "CHANCERY_FAULTS_ROUND";

/// How many kills this kind gets of each ten.
fn kills(of_ten: u64) -> u64 {
    std::env::var("CHANCERY_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(60) * of_ten / 10
}

/// Not a test by itself: the program that the next test kills. It says of each edit when it is kept.
#[test]
fn a_child_edits_without_end() {
    let Some(library) = std::env::var_os(LIBRARY) else { return };
    let round = std::env::var(ROUND).unwrap();
    let mut app = app_over(Path::new(&library));
    let ids = app.listed().to_vec();
    for edit in 0.. {
        let id = ids[edit % ids.len()];
        let notes = format!("{round}-{edit}");
        note(&mut app, id, &notes);
        app.settle();
        if !app.document(id).unwrap().is_unsaved() {
            println!("{}kept {} {notes}", if edit == 0 { "\n" } else { "" }, id.number());
        }
    }
}

fn child(library: &Path, round: u64) -> Child {
    let mut child = Process::new(std::env::current_exe().unwrap());
    child.args(["--exact", "kills::a_child_edits_without_end", "--nocapture"]);
    child.env(LIBRARY, library).env(ROUND, round.to_string());
    child.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
}

/// Kills a child so long after it has kept its first edit, or after it was started. Gives what it has said.
fn kill(mut child: Child, after: Duration, once_busy: bool) -> String {
    let mut out = child.stdout.take().unwrap();
    let (begun, busy) = std::sync::mpsc::channel();
    let reader = thread::spawn(move || {
        let (mut said, mut some) = (String::new(), [0; 4096]);
        while let Ok(count @ 1..) = out.read(&mut some) {
            said.push_str(std::str::from_utf8(&some[..count]).unwrap());
            if said.contains("\nkept ") {
                let _ = begun.send(());
            }
        }
        said
    });
    if once_busy {
        busy.recv_timeout(Duration::from_secs(60)).unwrap();
    }
    sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap()
}

#[test]
fn no_edit_that_was_kept_is_lost_when_the_program_is_killed() {
    let (folder, texts) = articles(6, 0);
    let fresh = folder.path().join("fresh.chancery");
    import(&texts, &fresh);
    let mut dice = Dice::of("kills while editing");
    let (mut kept, mut while_starting) = (0, 0);
    let mut library = fresh.clone();
    let mut expected: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for round in 0..kills(5) {
        // Histories grow, so that now and then a new one is begun.
        if round % 10 == 0 {
            library = folder.path().join(format!("talks-{round}.chancery"));
            fs::copy(&fresh, &library).unwrap();
            expected.clear();
        }
        let once_busy = dice.below(4) > 0;
        while_starting += usize::from(!once_busy);
        let after = Duration::from_micros(dice.below(if once_busy { 250_000 } else { 1_500_000 }));
        let said = kill(child(&library, round), after, once_busy);
        // A last line that was cut off says nothing.
        let whole = said.rsplit_once('\n').map_or("", |(whole, _)| whole);
        for line in whole.lines().filter_map(|line| line.strip_prefix("kept ")) {
            let (id, notes) = line.split_once(' ').unwrap();
            expected.entry(id.parse().unwrap()).or_default().push(notes.to_owned());
            kept += 1;
        }
        let taken = all(&checked(&library));
        assert_eq!(taken.len(), 6);
        for (id, taken) in taken {
            let steps = notes_of(&taken);
            let of_article = expected.get(&id.number()).map_or(&[][..], Vec::as_slice);
            let mut there = steps.iter();
            assert!(
                of_article.iter().all(|notes| there.any(|step| step == notes)),
                "{of_article:?} in {steps:?}"
            );
            assert_eq!(steps.last().unwrap_or(&String::new()), &taken.record.review.notes);
            assert!(there.count() <= 1, "after round {round}: only the edit under way is not known of");
            // What was on its way counts from here on.
            expected.insert(id.number(), steps);
        }
    }
    println!("editing: {} kills ({while_starting} while starting), {kept} edits kept, 0 lost", kills(5));
    assert!(kept > 0);
}

#[test]
fn an_import_that_was_killed_goes_on() {
    // Short ones, of which a batch and some more are soon read.
    let count = 900;
    let (folder, texts) = articles(0, 0);
    for number in 0..count {
        let letter = format!(
            "Letter {number}\n\nThe minister of Malta wrote to Tunisia about {number} tons of grain.\n"
        );
        fs::write(texts.join(format!("{number:03}.txt")), letter).unwrap();
    }
    let mut dice = Dice::of("kills while importing");
    let begun = Instant::now();
    let whole_one = folder.path().join("whole.chancery");
    chancery(&["import", texts.to_str().unwrap()], &whole_one);
    // Up to a little after its end.
    let end = u64::try_from(begun.elapsed().as_micros()).unwrap() * 11 / 10;
    let (mut library, mut before, mut whole, mut rounds) = (folder.path().join("0.chancery"), 0, 0, 0);
    for round in 0..kills(3) {
        let mut child = Process::new(env!("CARGO_BIN_EXE_chancery"));
        child.arg("import").arg("--library").arg(&library).arg(&texts);
        let mut child = child.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        sleep(Duration::from_micros(dice.below(end)));
        let ended = child.try_wait().unwrap().is_some();
        child.kill().unwrap();
        child.wait().unwrap();
        rounds += usize::from(!ended);
        if !library.exists() {
            continue;
        }
        let there = all(&checked(&library)).len();
        assert!(there >= before, "{there} of {before} that were in it");
        assert!(!ended || there == count);
        before = there;
        if there == count {
            whole += 1;
            library = folder.path().join(format!("{}.chancery", round + 1));
            before = 0;
        }
    }
    if before > 0 {
        import(&texts, &library);
        assert_eq!(all(&checked(&library)).len(), count);
    }
    println!(
        "importing: {rounds} kills, {whole} libraries were whole in the end, 0 articles lost, 0 damaged"
    );
}

#[test]
fn a_library_is_brought_up_to_date_in_spite_of_kills() {
    let folder = tempdir().unwrap();
    let mut dice = Dice::of("kills while bringing up to date");
    let old = folder.path().join("old.chancery");
    let count = version_1(&old, 12);
    let (mut interrupted, mut done) = (0, 0);
    let library = folder.path().join("talks.chancery");
    for _ in 0..kills(2) {
        if !library.exists() {
            fs::copy(&old, &library).unwrap();
        }
        let mut child = Process::new(env!("CARGO_BIN_EXE_chancery"));
        child.arg("stats").arg("--library").arg(&library);
        let mut child = child.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        sleep(Duration::from_micros(dice.below(500_000)));
        let ended = child.try_wait().unwrap().is_some();
        child.kill().unwrap();
        child.wait().unwrap();
        interrupted += usize::from(!ended);
        if ended {
            done += 1;
            assert_eq!(all(&checked(&library)).len(), count);
            fs::remove_file(&library).unwrap();
        } else {
            // Seen by another program, which must not change it: in either version.
            let connection = rusqlite::Connection::open(&library).unwrap();
            let sound: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
            assert_eq!(sound, "ok");
            let there: i64 =
                connection.query_row("SELECT count(*) FROM articles", [], |row| row.get(0)).unwrap();
            assert_eq!(there, count as i64);
        }
    }
    if library.exists() {
        assert_eq!(all(&checked(&library)).len(), count);
        assert_eq!(checked(&library).take(EntryId::FIRST).unwrap().unwrap().record.review.notes, "");
    }
    println!("bringing up to date: {interrupted} kills, {done} ended before, 0 lost, 0 damaged");
}
