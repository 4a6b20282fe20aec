//! The articles that come with the program, to try it on. All of them are invented.

/// An article that is part of the program.
#[derive(Debug)]
pub struct Sample {
    /// What its file is called.
    pub file_name: &'static str,
    /// Its text.
    pub content: &'static str,
}

/// A sample by its file in `assets/samples/`.
macro_rules! sample {
    ($file_name:literal) => {
        Sample { file_name: $file_name, content: include_str!(concat!("../../assets/samples/", $file_name)) }
    };
}

/// Every sample, in the order in which they are opened: the one that the tour is about comes first.
pub const SAMPLES: &[Sample] = &[
    sample!("harbour-line.txt"),
    sample!("data-talks.txt"),
    sample!("volta-call.txt"),
    sample!("shipping-corridor.md"),
    sample!("letter-after-fogo.txt"),
    sample!("steam-for-nakuru.html"),
];
