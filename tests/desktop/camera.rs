//! Takes pictures of a screen and compares them with others.

use std::fs;
use std::path::Path;
use std::thread::sleep;

use crate::desktop::screen::{GLANCE, PATIENCE, Screen};

/// Takes pictures of a screen.
pub struct Camera<'s>(pub &'s Screen);

impl Camera<'_> {
    /// Makes the window fill the screen.
    pub fn maximize(&self, title: &str) {
        self.0.output("wmctrl", &["-r", title, "-b", "add,maximized_vert,maximized_horz"]);
    }

    /// A picture of the whole screen, once two in a row are the same. The pointer is out of the way, on the title bar:
    /// within the window it would bring up the words that explain what lies below it.
    pub fn picture(&self, to: &Path) {
        let taken = self.0.folder().join("taken.png");
        let (to, taken) = (to.to_str().unwrap(), taken.to_str().unwrap());
        self.0.output("xdotool", &["mousemove", "400", "6"]);
        self.0.output("import", &["-window", "root", to]);
        let rests = || {
            sleep(4 * GLANCE);
            self.0.output("import", &["-window", "root", taken]);
            let same = self.0.output("compare", &["-metric", "AE", to, taken, "null:"]);
            fs::copy(taken, to).unwrap();
            same.trim() == "0"
        };
        self.0.comes_true(PATIENCE, rests);
    }

    /// How many pixels of two pictures differ by more than a shade.
    pub fn difference(&self, one: &Path, other: &Path) -> usize {
        let (one, other) = (one.to_str().unwrap(), other.to_str().unwrap());
        let said = self.0.output("compare", &["-metric", "AE", "-fuzz", "12%", one, other, "null:"]);
        // Pictures of other sizes cannot be compared at all.
        said.trim().parse::<f64>().map_or(usize::MAX, |pixels| pixels as usize)
    }

    /// Makes a picture small enough to be kept.
    pub fn keep(&self, from: &Path, to: &Path) {
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        let to = format!("PNG8:{}", to.display());
        let small = ["-dither", "None", "-colors", "128", "-strip", &to];
        self.0.output("convert", &[&[from.to_str().unwrap()], small.as_slice()].concat());
    }
}
