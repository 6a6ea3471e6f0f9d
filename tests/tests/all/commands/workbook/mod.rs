//! The workbook: written and read back it changes nothing, and whatever is wrong with it is told.

pub mod book;
mod damage;
mod recipe;
mod round_trip;

use std::collections::BTreeMap;
use std::path::PathBuf;

use service_providers_codegen::{Sources, schema};
use service_providers_tests::fixture;
use service_providers_tests::mini::Mini;

use self::book::Book;
use crate::release::workshop;

/// A folder with a register in `try`, which is no workspace.
struct Desk {
    folder: tempfile::TempDir,
}

/// The exit code of a command, what it said, and which problems it told.
#[derive(Debug)]
struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Desk {
    fn with(sources: &Sources) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fixture::write_files(sources, &folder.path().join("try"));
        Self { folder }
    }

    /// One with the miniature register, and its workbook.
    fn new() -> Self {
        let desk = Self::with(&Mini::new().sources);
        let said = desk.run("workbook --out try.xlsx");
        assert_eq!(said.code, Some(0), "{said:?}");
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs a command on the register, in a process of its own.
    fn run(&self, words: &str) -> Said {
        let words: Vec<&str> = words.split(' ').chain(["--data", "try"]).collect();
        let output = workshop::command(self.folder.path(), &words).output().expect("it runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
        Said { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// The files of the register.
    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let sources = Sources::read_data(&self.path("try"), "try", schema::files());
        let sources = sources.expect("readable");
        sources.data_files().map(|(path, file)| (path.to_owned(), file.bytes.clone())).collect()
    }

    /// Changes the workbook and reads it.
    fn edited(&self, change: impl FnOnce(&mut Book)) -> Said {
        let mut book = Book::open(&self.path("try.xlsx"));
        change(&mut book);
        book.save(&self.path("edited.xlsx"));
        self.run("workbook --read edited.xlsx")
    }
}

/// What is told of the workbook of the miniature register after a change. Nothing is written then.
fn told(change: impl FnOnce(&mut Book)) -> String {
    let desk = Desk::new();
    let before = desk.files();
    let said = desk.edited(change);
    assert_eq!(said.code, Some(1), "{said:?}");
    assert_eq!(desk.files(), before);
    said.err
}
