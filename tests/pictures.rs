//! What the window looks like in its main states, at two sizes and in both themes, compared with the
//! pictures that are kept in `tests/fixtures/pictures`. Whoever changes the look on purpose looks at the
//! new pictures and keeps them: `KEEP_PICTURES=1 cargo test --test pictures -- --ignored`.
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
const SCREENS: [(u32, u32, &str); 4] =
    [(1280, 800, "light"), (1280, 800, "dark"), (1920, 1080, "light"), (1920, 1080, "dark")];
/// Letters are smoothed a little otherwise by other versions of the graphics library: so many pixels of
/// a thousand may differ.
const TOLERANCE: usize = 4;

/// The samples; the first is the article.
const SAMPLES: [(&str, &str); 4] = [
    ("harbour-line.txt", include_str!("../assets/samples/harbour-line.txt")),
    ("data-talks.txt", include_str!("../assets/samples/data-talks.txt")),
    ("letter-after-fogo.txt", include_str!("../assets/samples/letter-after-fogo.txt")),
    ("volta-call.txt", include_str!("../assets/samples/volta-call.txt")),
];

/// A state of the window, and what leads there. No input has the keyboard in it: its cursor blinks.
struct State {
    name: &'static str,
    open: Open,
    steps: &'static [Step],
}

/// What the program is started with.
#[derive(Clone, Copy)]
enum Open {
    Nothing,
    Article,
    Samples,
}
use Open::{Article, Nothing, Samples};

/// Something that a person does.
enum Step {
    /// Presses a key so many times.
    Key(&'static str, usize),
    /// Types words.
    Type(&'static str),
}
use Step::{Key, Type};

const STATES: &[State] = &[
    State { name: "first", open: Nothing, steps: &[] },
    State { name: "proposed", open: Article, steps: &[] },
    State {
        name: "unfolded",
        open: Article,
        steps: &[Key("ctrl+Down", 5), Key("F2", 1), Key("shift+Tab", 1)],
    },
    State {
        name: "problem",
        open: Article,
        steps: &[Key("ctrl+Down", 2), Key("F2", 1), Type("13 Mar"), Key("Tab", 1)],
    },
    State { name: "ruled", open: Article, steps: &[Key("alt+Return", 3), Key("alt+BackSpace", 1)] },
    State { name: "reviewed", open: Article, steps: &[Key("ctrl+shift+Return", 1), Key("ctrl+Return", 1)] },
    State { name: "keys", open: Article, steps: &[Key("shift+F1", 1), Key("Tab", 1)] },
    State { name: "settings", open: Article, steps: &[Key("ctrl+comma", 1)] },
    State {
        name: "error",
        open: Article,
        steps: &[Key("ctrl+l", 1), Type("/nowhere/at-all.txt"), Key("Return", 1)],
    },
    State { name: "list", open: Samples, steps: &[] },
    State { name: "commitments", open: Samples, steps: &[Key("ctrl+3", 1)] },
    State { name: "charts", open: Samples, steps: &[Key("ctrl+4", 1)] },
    State { name: "bulk", open: Samples, steps: &[Key("ctrl+b", 1)] },
];

#[test]
#[ignore = "needs Xvfb and a window manager; .ci/run runs it"]
fn the_main_states_look_as_they_did() {
    let mut wrong = Vec::new();
    for screen in SCREENS {
        for state in STATES.iter().filter(|state| is_asked(state)) {
            wrong.extend(look(state, screen));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether a state is looked at: all are, unless one is named in `PICTURES_OF`, for whoever works on it.
fn is_asked(state: &State) -> bool {
    std::env::var("PICTURES_OF").map_or(true, |only| only == state.name)
}

/// Brings the window into a state and compares its picture with the one that is kept. Says what differs.
fn look(state: &State, (width, height, theme): (u32, u32, &str)) -> Option<String> {
    let mut screen = Screen::start_of_size(width, height);
    let settings = format!("{{\"theme\": \"{theme}\", \"reviewer\": \"A. Reviewer\", \"toured\": true}}");
    fs::create_dir_all(screen.folder().join("config/chancery")).unwrap();
    fs::write(screen.folder().join("config/chancery/settings.json"), settings).unwrap();
    let samples = SAMPLES.map(|(name, words)| screen.file(name, words));
    let (open, title) = match state.open {
        Nothing => (0, "Chancery"),
        Article => (1, "Malta and Tunisia"),
        Samples => (samples.len(), "Malta and Tunisia"),
    };
    let open: Vec<&str> = samples.iter().take(open).map(|path| path.to_str().unwrap()).collect();
    screen.launch(&open);
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
    compare(&camera, &taken, &format!("{}-{height}-{theme}.png", state.name), (width * height) as usize)
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
