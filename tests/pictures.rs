//! What the window looks like in its main states, at two sizes and in both themes, compared with the
//! pictures that are kept in `tests/fixtures/pictures`. Whoever changes the look on purpose looks at the
//! new pictures and keeps them: `KEEP_PICTURES=1 cargo test --features pictures --test pictures`.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first thing that is not as promised"
)]

mod desktop {
    pub mod camera;
    #[expect(dead_code, reason = "the tests of the window use the rest")]
    pub mod screen;
}

use std::fs;
use std::path::{Path, PathBuf};

use desktop::camera::Camera;
use desktop::screen::Screen;

/// The screens: their size, and the theme.
const SCREENS: [(u32, u32, &str); 2] = [(1024, 700, "light"), (1600, 1000, "dark")];
/// Letters are smoothed a little otherwise by other versions of the graphics library: so many pixels of
/// a thousand may differ.
const TOLERANCE: usize = 4;

const SAMPLE: &str = include_str!("../assets/samples/harbour-line.txt");

/// A state of the window, and what leads there. No input has the keyboard in it: its cursor blinks.
struct State {
    name: &'static str,
    /// Whether an article is open.
    article: bool,
    steps: &'static [Step],
}

/// Something that a person does.
enum Step {
    /// Presses a key so many times.
    Key(&'static str, usize),
    /// Types words.
    Type(&'static str),
}
use Step::{Key, Type};

const STATES: &[State] = &[
    State { name: "first", article: false, steps: &[] },
    State { name: "proposed", article: true, steps: &[] },
    State {
        name: "unfolded",
        article: true,
        steps: &[Key("ctrl+Down", 5), Key("F2", 1), Key("shift+Tab", 1)],
    },
    State {
        name: "problem",
        article: true,
        steps: &[Key("ctrl+Down", 2), Key("F2", 1), Type("13 Mar"), Key("Tab", 1)],
    },
    State { name: "ruled", article: true, steps: &[Key("alt+Return", 3), Key("alt+BackSpace", 1)] },
    State { name: "reviewed", article: true, steps: &[Key("ctrl+shift+Return", 1), Key("ctrl+Return", 1)] },
    State { name: "keys", article: true, steps: &[Key("shift+F1", 1), Key("Tab", 1)] },
    State { name: "settings", article: true, steps: &[Key("ctrl+comma", 1)] },
    State {
        name: "error",
        article: true,
        steps: &[Key("ctrl+l", 1), Type("/nowhere/at-all.txt"), Key("Return", 1)],
    },
];

#[test]
fn the_main_states_look_as_they_did() {
    let mut wrong = Vec::new();
    for screen in SCREENS {
        for state in STATES {
            wrong.extend(look(state, screen));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Brings the window into a state and compares its picture with the one that is kept. Says what differs.
fn look(state: &State, (width, height, theme): (u32, u32, &str)) -> Option<String> {
    let mut screen = Screen::start_of_size(width, height);
    let settings = format!("{{\"theme\": \"{theme}\", \"reviewer\": \"A. Reviewer\", \"toured\": true}}");
    fs::create_dir_all(screen.folder().join("config/chancery")).unwrap();
    fs::write(screen.folder().join("config/chancery/settings.json"), settings).unwrap();
    let article = screen.file("harbour-line.txt", SAMPLE);
    let (open, title): (&[&str], &str) = match state.article {
        true => (&[article.to_str().unwrap()], "Malta and Tunisia"),
        false => (&[], "Chancery"),
    };
    screen.launch(open);
    screen.wait_for_window(title);
    let camera = Camera(&screen);
    camera.maximize(title);
    camera.picture(&screen.folder().join("before.png"));
    let taken = screen.folder().join("after.png");
    for step in state.steps {
        match step {
            // Panes scroll smoothly, and where they come to rest depends on where they were.
            Key(key, times) => (0..*times).for_each(|_| {
                screen.key(key);
                camera.picture(&taken);
            }),
            Type(words) => screen.type_words(words),
        }
    }
    camera.picture(&taken);
    compare(&camera, &taken, &format!("{}-{theme}.png", state.name), (width * height) as usize)
}

fn compare(camera: &Camera<'_>, taken: &Path, name: &str, pixels: usize) -> Option<String> {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pictures").join(name);
    if std::env::var_os("KEEP_PICTURES").is_some() {
        camera.keep(taken, &kept);
    }
    let differ = camera.difference(taken, &kept);
    if differ <= pixels * TOLERANCE / 1000 {
        return None;
    }
    let seen = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::copy(taken, &seen).unwrap_or_else(|error| panic!("{}: {error}", seen.display()));
    Some(format!("{name}: {differ} of {pixels} pixels differ; it looks like {}", seen.display()))
}
