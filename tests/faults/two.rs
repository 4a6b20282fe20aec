//! Two programs at one library.

use std::thread;

use chancery::model::EntryId;

use crate::scene::{all, app_over, articles, chancery, checked, import, note, notes_of, wait_until};

#[test]
fn others_read_and_import_while_the_window_edits() {
    let (folder, texts) = articles(12, 0);
    let library = folder.path().join("talks.chancery");
    import(&texts, &library);
    for number in 13..=20 {
        std::fs::write(texts.join(format!("{number:04}.txt")), crate::scene::article(number, 0)).unwrap();
    }
    let mut app = app_over(&library);
    let others = {
        let (library, texts) = (library.clone(), texts.clone());
        thread::spawn(move || {
            let mut said = Vec::new();
            for round in 0..4 {
                let texts = texts.to_str().unwrap();
                for asked in
                    [&["search", "harbour"][..], &["stats"], &["export", "--all"], &["import", texts]]
                {
                    if asked[0] != "import" || round == 1 {
                        let output = chancery(asked, &library);
                        said.push((asked[0].to_owned(), output.status.success(), output.stdout.len()));
                    }
                }
            }
            said
        })
    };
    let mut edits = 0;
    while !others.is_finished() {
        note(&mut app, EntryId::FIRST, &format!("edit {edits}"));
        app.settle();
        edits += 1;
    }
    for (asked, went_well, said) in others.join().unwrap() {
        assert!(went_well && said > 0, "{asked}");
    }
    wait_until(&mut app, "the import", |app| app.articles() == 20);
    assert!(app.unsaved().next().is_none());
    drop(app);
    let taken = all(&checked(&library));
    assert_eq!(taken.len(), 20);
    let expected: Vec<String> = (0..edits).map(|edit| format!("edit {edit}")).collect();
    assert_eq!(notes_of(&taken[&EntryId::FIRST]), expected);
    println!("two programs: {edits} edits beside 12 readings and an import, 0 lost");
}
