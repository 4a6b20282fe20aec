//! A virtual screen with a window manager and a session bus, and the program on it. Everything that
//! it starts ends with it. Nothing sleeps for a fixed time: it looks again and again until a deadline.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// By when anything must have happened, on a slow machine too.
const DEADLINE: Duration = Duration::from_secs(30);
/// How long a dialog may take over an answer before it is asked again.
pub const PATIENCE: Duration = Duration::from_secs(3);
/// The title of the system's own dialogs where no desktop portal runs.
const DIALOG: &str = "zenity";
/// How often it looks.
pub const GLANCE: Duration = Duration::from_millis(50);

/// The screen and what runs on it. The first is ended last.
pub struct Screen {
    display: String,
    bus: String,
    folder: tempfile::TempDir,
    running: Vec<Child>,
    program: Option<Child>,
}

impl Screen {
    /// A screen with a window manager.
    pub fn start() -> Self {
        Self::start_of_size(1280, 800)
    }

    /// A screen of so many pixels.
    pub fn start_of_size(width: u32, height: u32) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let size = format!("{width}x{height}x24");
        // Left alone for a moment, a server begins anew and throws out whoever is just connecting.
        let arguments = ["-displayfd", "1", "-screen", "0", &size, "-nolisten", "tcp", "-noreset"];
        let mut server = quiet("Xvfb").args(arguments).stdout(Stdio::piped()).spawn().unwrap();
        let display = format!(":{}", first_line(server.stdout.take().unwrap()));
        let mut screen = Self { display, bus: String::new(), folder, running: vec![server], program: None };
        // What the bus starts, such as the one for assistive technology, lives in these folders too.
        let mut bus = screen
            .command("dbus-daemon")
            .args(["--session", "--nofork", "--print-address"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        screen.bus = first_line(bus.stdout.take().unwrap());
        screen.running.push(bus);
        let manager = screen.command("openbox").spawn().unwrap();
        screen.running.push(manager);
        // Who reviews was said before: it is asked only once.
        fs::write(screen.folder().join("config/chancery/settings.json"), r#"{"reviewer": "A. Reviewer"}"#)
            .unwrap();
        let managed = || screen.output("xprop", &["-root", "_NET_SUPPORTING_WM_CHECK"]).contains("window id");
        screen.wait_until("the window manager runs", managed);
        screen
    }

    /// A folder that goes with the screen.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A file in that folder.
    pub fn file(&self, name: &str, content: &str) -> PathBuf {
        let path = self.folder().join(name);
        fs::write(&path, content).unwrap();
        path
    }

    /// Starts the program as a user does.
    pub fn launch(&mut self, arguments: &[&str]) {
        let program = env!("CARGO_BIN_EXE_chancery");
        self.program = Some(self.command(program).args(arguments).spawn().unwrap());
    }

    /// Starts the program once more, which is expected to end by itself and well.
    pub fn launch_second(&self, arguments: &[&str]) {
        let program = env!("CARGO_BIN_EXE_chancery");
        assert!(self.command(program).args(arguments).status().unwrap().success());
    }

    /// Opens a file by an entry of the desktop, as a file manager does, of programs that are installed below this folder.
    pub fn open_by_entry(&self, usr: &Path, entry: &str, file: &Path) {
        let entry = usr.join("share/applications").join(entry);
        let path = format!("{}:{}", usr.join("bin").display(), std::env::var("PATH").unwrap());
        let mut command = self.command("gio");
        command.arg("launch").args([&entry, file]).env("PATH", path).env("XDG_DATA_DIRS", usr.join("share"));
        assert!(command.status().unwrap().success(), "{}", entry.display());
    }

    /// Waits for a window with these words in its title, and gives it the keyboard.
    pub fn wait_for_window(&self, title: &str) {
        self.wait_until(&format!("a window \"{title}\""), || self.window(title).is_some());
        self.focus(title);
    }

    /// Waits until no window has these words in its title.
    pub fn wait_for_no_window(&self, title: &str) {
        self.wait_until(&format!("no window \"{title}\""), || self.window(title).is_none());
    }

    /// Gives a window the keyboard, if it is still there.
    fn focus(&self, title: &str) {
        if let Some(window) = self.window(title) {
            self.output("xdotool", &["windowfocus", "--sync", &window]);
        }
    }

    /// Types a path into the native dialog that comes up and presses Return, until the dialog is
    /// gone: a dialog that is still drawing itself swallows letters, so once may not be enough.
    pub fn answer_dialog(&self, path: &Path) {
        self.wait_for_window(DIALOG);
        let since = Instant::now();
        while self.window(DIALOG).is_some() {
            assert!(since.elapsed() < DEADLINE, "the dialog does not take {}", path.display());
            self.focus(DIALOG);
            // A save dialog has a name in it already, and only a part of that selected.
            self.key("ctrl+a");
            self.type_words(path.to_str().unwrap());
            self.key("Return");
            self.comes_true(PATIENCE, || self.window(DIALOG).is_none());
        }
    }

    /// Turns on what screen readers need: the program then tells what is in its window.
    pub fn turn_on_assistive_technology(&self) {
        let set = "org.freedesktop.DBus.Properties.Set";
        let to = ["call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus"];
        let what = ["--method", set, "org.a11y.Status", "IsEnabled", "<true>"];
        self.output("gdbus", &[to.as_slice(), &what].concat());
    }

    /// What the screen reader says of the window with this title, and what went wrong.
    pub fn screen_reader(&self, arguments: &[&str]) -> Result<String, String> {
        // The system's own Python is the one that knows the system's bus.
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/desktop/screen_reader.py");
        let mut command = self.command("/usr/bin/python3");
        command.arg(script).args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
        let output = command.output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        match output.status.success() {
            true => Ok(said),
            false => Err(format!("{said}{}", String::from_utf8_lossy(&output.stderr))),
        }
    }

    /// Where something of this role and name is on the screen: left, top, width, height.
    pub fn place_of(&self, title: &str, role: &str, name: &str) -> [i32; 4] {
        let said = self.screen_reader(&[title, "where", role, name]).unwrap();
        let numbers: Vec<i32> = said.split_whitespace().map(|number| number.parse().unwrap()).collect();
        numbers.try_into().unwrap()
    }

    /// Clicks into the middle of something.
    pub fn click(&self, title: &str, role: &str, name: &str) {
        let [left, top, width, height] = self.place_of(title, role, name);
        let (x, y) = ((left + width / 2).to_string(), (top + height / 2).to_string());
        self.output("xdotool", &["mousemove", "--sync", &x, &y, "click", "1"]);
    }

    /// Turns the wheel over something, to see what is below the edge.
    pub fn wheel_down_over(&self, title: &str, role: &str, name: &str) {
        const NOTCHES: &str = "4";
        let [left, top, width, height] = self.place_of(title, role, name);
        let (x, y) = ((left + width / 2).to_string(), (top + height / 2).to_string());
        let wheel = ["mousemove", "--sync", &x, &y, "click", "--repeat", NOTCHES, "--delay", "40", "5"];
        self.output("xdotool", &wheel);
    }

    /// Drags over something from its left edge to its right.
    pub fn drag_over(&self, title: &str, role: &str, name: &str) {
        let [left, top, width, height] = self.place_of(title, role, name);
        let y = (top + height / 2).to_string();
        let at = |x: i32| [x.to_string(), y.clone()];
        let [from, on] = at(left + 1);
        self.output("xdotool", &["mousemove", "--sync", &from, &on, "mousedown", "1"]);
        for step in 1..=8 {
            let [x, on] = at(left + 1 + (width - 2) * step / 8);
            self.output("xdotool", &["mousemove", "--sync", &x, &on]);
            sleep(GLANCE);
        }
        self.output("xdotool", &["mouseup", "1"]);
    }

    /// Presses keys, as xdotool names them.
    pub fn key(&self, key: &str) {
        self.output("xdotool", &["key", "--delay", "40", key]);
    }

    /// Types ASCII.
    pub fn type_words(&self, words: &str) {
        self.output("xdotool", &["type", "--delay", "20", words]);
    }

    /// Asks a window to close, as its button does.
    pub fn close_window(&self, title: &str) {
        self.output("wmctrl", &["-c", title]);
    }

    /// Whether the program has had time to end and has not.
    pub fn still_runs(&mut self) -> bool {
        let since = Instant::now();
        while since.elapsed() < Duration::from_secs(2) {
            if self.ended() {
                return false;
            }
            sleep(GLANCE);
        }
        true
    }

    /// Waits for the end of the program.
    pub fn wait_for_end(&mut self) {
        let since = Instant::now();
        while !self.ended() {
            assert!(since.elapsed() < DEADLINE, "the program goes on");
            sleep(GLANCE);
        }
    }

    /// Looks until something is so.
    pub fn wait_until(&self, what: &str, so: impl Fn() -> bool) {
        let windows = || self.output("wmctrl", &["-l"]);
        assert!(self.comes_true(DEADLINE, so), "waited in vain until {what}; there are:\n{}", windows());
    }

    /// Whether something is so before this time is over.
    pub fn comes_true(&self, within: Duration, so: impl Fn() -> bool) -> bool {
        let since = Instant::now();
        while !so() {
            if since.elapsed() > within {
                return false;
            }
            sleep(GLANCE);
        }
        true
    }

    fn ended(&mut self) -> bool {
        self.program.as_mut().is_none_or(|program| program.try_wait().is_ok_and(|status| status.is_some()))
    }

    /// The first visible window with these words in its title.
    fn window(&self, title: &str) -> Option<String> {
        let list = self.output("wmctrl", &["-l"]);
        let line = list.lines().find(|line| line.contains(title))?;
        line.split_whitespace().next().map(str::to_owned)
    }

    /// Runs a program on this screen to its end. Gives what it says.
    pub fn output(&self, program: &str, arguments: &[&str]) -> String {
        let mut command = self.command(program);
        let output = command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap();
        // ImageMagick says its figures where others complain.
        let said = if output.stdout.is_empty() { output.stderr } else { output.stdout };
        String::from_utf8_lossy(&said).into_owned()
    }

    /// A command on this screen, with folders of its own for what it remembers.
    fn command(&self, program: &str) -> Command {
        let mut command = quiet(program);
        command.env("DISPLAY", &self.display).env("DBUS_SESSION_BUS_ADDRESS", &self.bus);
        command.env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET").env_remove("AT_SPI_BUS_ADDRESS");
        command.env("GSETTINGS_BACKEND", "memory");
        for (variable, folder) in [
            ("HOME", "home"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_RUNTIME_DIR", "run"),
            ("CHANCERY_CONFIG_DIR", "config/chancery"),
            ("CHANCERY_DATA_DIR", "data/chancery"),
        ] {
            let folder = self.folder().join(folder);
            fs::create_dir_all(&folder).unwrap();
            command.env(variable, folder);
        }
        command
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        for child in self.program.iter_mut().chain(self.running.iter_mut().rev()) {
            // It may have ended by itself.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// A command that says nothing and hears nothing.
fn quiet(program: &str) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn first_line(from: impl Read) -> String {
    let mut line = String::new();
    BufReader::new(from).read_line(&mut line).unwrap();
    line.trim().to_owned()
}
