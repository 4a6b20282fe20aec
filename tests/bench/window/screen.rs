//! The screen for real windows: the one that there is, or else a virtual one.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A screen. One that was started for the benchmark ends with it.
pub struct Screen {
    display: Option<String>,
    server: Option<Child>,
}

impl Screen {
    /// The screen of this session, or a virtual one, or none where that is not installed.
    pub fn find() -> Option<Self> {
        if ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some()) {
            return Some(Self { display: None, server: None });
        }
        // It goes on when the last window is closed, and does not begin anew just when the next opens.
        let arguments = ["-noreset", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"];
        let mut server = Command::new("Xvfb");
        server.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = server.spawn().ok()?;
        let mut number = String::new();
        let said = server.stdout.take().map(|out| BufReader::new(out).read_line(&mut number));
        let display = said?.ok().map(|_| format!(":{}", number.trim()));
        Some(Self { display, server: Some(server) })
    }

    /// What the screen is, in words.
    pub fn name(&self) -> &'static str {
        if self.server.is_some() { "a virtual screen (Xvfb)" } else { "this session's screen" }
    }

    /// Sends a program's windows to this screen.
    pub fn host(&self, program: &mut Command) {
        if let Some(display) = &self.display {
            program.env("DISPLAY", display);
        }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        if let Some(server) = &mut self.server {
            // It may have ended by itself.
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}
