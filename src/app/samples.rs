//! The articles that come with the program, to try it on. All of them are invented.

/// An article that is part of the program.
#[derive(Debug)]
pub(super) struct Sample {
    /// What its file is called.
    pub file_name: &'static str,
    /// Its text.
    pub content: &'static str,
}

/// Every sample, in the order in which they are opened: the one that the tour is about comes first.
pub(super) const SAMPLES: &[Sample] = &[Sample {
    file_name: "harbour-line.txt",
    content: include_str!("../../assets/samples/harbour-line.txt"),
}];
