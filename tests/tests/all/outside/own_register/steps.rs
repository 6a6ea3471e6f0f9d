//! The ten steps of `docs/own-register.md`, followed word for word.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use super::super::{both, root, succeed};
use super::{cargo, outside, programs};

/// A block of the page.
struct Block {
    /// The word behind its backquotes.
    language: String,
    text: String,
}

/// The blocks of a page, in order.
fn blocks(page: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = false;
    for line in page.lines() {
        match line.strip_prefix("```") {
            Some(language) if !open => {
                blocks.push(Block { language: language.to_owned(), text: String::new() });
                open = true;
            }
            Some(_) => open = false,
            None if open => {
                let block = blocks.last_mut().unwrap();
                block.text += line;
                block.text.push('\n');
            }
            None => {}
        }
    }
    blocks
}

/// Runs a script in a folder, and tells in which folder it ended.
fn run(script: &str, outside: &TempDir, folder: &Path, programs: &Path) -> (Output, PathBuf) {
    let place = programs.join("place");
    // The script has the same environment as cargo has outside of the workspace.
    let mut shell = Command::new("sh");
    for (name, value) in cargo(outside, folder, &[]).get_envs() {
        match value {
            Some(value) => shell.env(name, value),
            None => shell.env_remove(name),
        };
    }
    let path = std::env::var("PATH").unwrap_or_default();
    shell.env("PATH", format!("{}:{path}", programs.display()));
    for role in ["AUTHOR", "COMMITTER"] {
        shell.env(format!("GIT_{role}_NAME"), "Editor");
        shell.env(format!("GIT_{role}_EMAIL"), "editor@example.com");
    }
    let script = format!("trap 'pwd > {}' EXIT\n{script}", place.display());
    let output = shell.current_dir(folder).args(["-ec", &script]).output().unwrap();
    let ended = fs::read_to_string(place).unwrap();
    (output, PathBuf::from(ended.trim_end()))
}

/// Every block is run. A block that must fail is followed by the words that it must print.
#[test]
fn the_page_does_what_it_says() {
    let page = fs::read_to_string(root().join("docs/own-register.md")).unwrap();
    let outside = outside();
    let mut folder = outside.path().to_owned();
    let programs = programs(&folder);
    fs::create_dir_all(folder.join("app/src")).unwrap();
    let mut ran = 0;
    let mut blocks = blocks(&page).into_iter();
    while let Some(Block { language, text }) = blocks.next() {
        if !language.starts_with("sh") {
            continue;
        }
        let (output, ended) = run(&text, &outside, &folder, &programs);
        let said = both(&output);
        assert_eq!(output.status.success(), language == "sh", "{text}\n{said}");
        if language == "sh fails" {
            let words = blocks.next().expect("a block that fails has words").text;
            assert!(said.contains(words.trim()), "{text}\n{said}");
        }
        folder = ended;
        ran += 1;
    }
    assert!(ran > 10, "{ran} blocks");
    // The module compiles in a program that knows nothing of registers.
    let app = folder.join("../app");
    fs::write(app.join("Cargo.toml"), APP).unwrap();
    fs::write(app.join("src/main.rs"), MAIN).unwrap();
    let mut run = cargo(&outside, &app, &["run", "--quiet"]);
    run.env("RUSTFLAGS", "-Dwarnings");
    assert_eq!(succeed(run), "Paperplane, Stonehost\n");
}

/// An older edition of Rust than the library's.
const APP: &str =
    "[package]\nname = \"app\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n[workspace]\n";

const MAIN: &str = r#"
#[rustfmt::skip]
mod vendors;

const EVERYBODY: vendors::set::ProviderSet = vendors::Disclosures::current().providers();

fn main() {
    let names: Vec<&str> = EVERYBODY.iter().map(|vendor| vendor.name()).collect();
    println!("{}", names.join(", "));
}
"#;
