//! The Debian package as its user meets it: installed, started from its entry with a file, and removed without a trace.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use chancery::import::FORMATS;
use tempfile::{TempDir, tempdir};

use super::screen::Screen;

const ARTICLE: &str = "Ministers agree to reopen the harbour line\n\nVALLETTA, 14 March 2021 – Foreign Minister \
                       Marija Vella received her Tunisian counterpart Slim Gharbi on Friday.\n";

/// A machine of its own, in a folder, with the package installed.
struct Machine {
    folder: TempDir,
}

impl Machine {
    fn new() -> Self {
        let machine = Self { folder: tempdir().unwrap() };
        for folder in ["packed", "root", "dpkg/info", "dpkg/updates", "dpkg/triggers"] {
            fs::create_dir_all(machine.path(folder)).unwrap();
        }
        fs::write(machine.path("dpkg/status"), "").unwrap();
        let mut pack = Command::new(".ci/package");
        done(pack.arg(env!("CARGO_BIN_EXE_chancery")).arg(machine.path("packed")).arg("--quick"));
        let packed = machine.packed(".deb");
        machine.dpkg(&["--install", packed.to_str().unwrap()]);
        machine
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn usr(&self) -> PathBuf {
        self.path("root/usr")
    }

    fn packed(&self, ending: &str) -> PathBuf {
        let mut names = fs::read_dir(self.path("packed")).unwrap().map(|entry| entry.unwrap().path());
        names.find(|path| path.to_str().unwrap().ends_with(ending)).unwrap()
    }

    fn dpkg(&self, arguments: &[&str]) {
        let mut dpkg = Command::new("dpkg");
        for (option, name) in [("--admindir", "dpkg"), ("--instdir", "root"), ("--log", "log")] {
            dpkg.arg(format!("{option}={}", self.path(name).display()));
        }
        // What it hangs on is installed on the real machine, of which this database knows nothing.
        done(dpkg.args(["--force-not-root", "--force-depends"]).args(arguments));
    }
}

/// What a command says, which has to end well.
fn done(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}\n{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files_below(&path)) } else { found.push(path) }
    }
    found
}

#[test]
#[ignore = "needs Xvfb, a window manager and dpkg; .ci/run runs it"]
fn the_package_is_installed_started_from_its_entry_with_a_file_and_removed() {
    let (machine, screen) = (Machine::new(), Screen::start());
    let article = screen.file("talks.txt", ARTICLE);
    screen.open_by_entry(&machine.usr(), "chancery.desktop", &article);
    screen.wait_for_window("Ministers agree to reopen the harbour line");
    screen.close_window("Ministers agree");
    screen.wait_for_no_window("Ministers agree");

    for file in [
        "share/man/man1/chancery.1.gz",
        "share/man/man1/chancery-extract.1.gz",
        "share/bash-completion/completions/chancery",
        "share/icons/hicolor/256x256/apps/chancery.png",
        "share/doc/chancery/copyright",
        "share/doc/chancery/licenses/THIRD-PARTY.txt",
        "share/doc/chancery/manual/five-minutes.md",
    ] {
        assert!(machine.usr().join(file).exists(), "{file}");
    }
    let in_package: BTreeSet<PathBuf> = files_below(&machine.usr())
        .into_iter()
        .map(|path| path.strip_prefix(machine.usr()).unwrap().to_owned())
        .collect();

    machine.dpkg(&["--purge", "chancery"]);
    assert_eq!(files_below(&machine.path("root")), Vec::<PathBuf>::new());

    done(Command::new("tar").arg("-C").arg(machine.path("root")).arg("-xzf").arg(machine.packed(".tar.gz")));
    let mut unpacked = fs::read_dir(machine.path("root")).unwrap().map(|entry| entry.unwrap().path());
    let unpacked = unpacked.find(|path| path.join("bin/chancery").exists()).unwrap();
    let in_tarball = files_below(&unpacked).into_iter();
    let in_tarball = in_tarball.map(|path| path.strip_prefix(&unpacked).unwrap().to_owned()).collect();
    assert_eq!(in_package, in_tarball, "the tarball holds the same");
}

/// Programs of desktops ask for a type, not for an ending.
#[test]
#[ignore = "needs glib, shared-mime-info, desktop-file-utils and appstream; .ci/run runs it"]
fn the_desktop_offers_the_program_for_every_ending_that_is_read() {
    let machine = Machine::new();
    let share = machine.usr().join("share");
    done(Command::new("desktop-file-validate").arg(share.join("applications/chancery.desktop")));
    let metainfo = share.join("metainfo/chancery.metainfo.xml");
    done(Command::new("appstreamcli").args(["validate", "--no-net"]).arg(metainfo));
    done(Command::new("update-mime-database").arg(share.join("mime")));
    let known = format!("{}:/usr/share", share.display());
    let entry = fs::read_to_string(share.join("applications/chancery.desktop")).unwrap();
    let mut unknown = Vec::new();
    for ending in FORMATS.iter().flat_map(|format| format.extensions) {
        let file = machine.path(&format!("file.{ending}"));
        fs::write(&file, b"\x01\x02x").unwrap();
        let mut ask = Command::new("gio");
        ask.args(["info", "-a", "standard::fast-content-type"]).arg(&file).env("XDG_DATA_DIRS", &known);
        let told = done(&mut ask);
        let media_type = told.lines().find_map(|line| line.split_once("fast-content-type: ")).unwrap().1;
        if !entry.contains(&format!("{media_type};")) {
            unknown.push(format!(".{ending} is {media_type}"));
        }
    }
    assert_eq!(unknown, Vec::<String>::new());
}
