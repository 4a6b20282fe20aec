//! Readings: every sample and fixture as the engine reads it, in print, as it was last judged.
//!
//! A changed reading fails here and shows what changed. Judge it (`assets/samples/NOTICE` says what
//! the samples are about; `tests/expectations.rs` what is true), then take it over with
//! `INSTA_UPDATE=always cargo test --test readings`.

mod support;

use support::{files, read, stem};

#[test]
fn every_article_is_read_as_it_was_last_judged() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("fixtures/readings");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for file in files() {
            insta::assert_snapshot!(stem(&file), read(&file).explained());
        }
    });
}
