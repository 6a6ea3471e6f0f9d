//! An import that is killed at any time: the next command finds all old files, or all new ones.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::importing::{self, bytes, register};
use crate::release::workshop::{Tree, command, restore, tree};

/// How often an import is killed.
const KILLS: u32 = 30;

/// Starts an import in a process of its own.
fn import(data: &Path) -> Child {
    let words = ["import", "page.md", "--document", "list-2026", "--date", "2026-01-01"];
    let more = ["--list", "who", "--data", "register"];
    let words: Vec<&str> = words.into_iter().chain(more).collect();
    let mut command = command(data.parent().expect("a folder"), &words);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().expect("a process")
}

/// A register beside a page, as files.
fn workshop() -> Tree {
    let folder = register();
    let mut page = String::from("|Vendor|Purpose|Country|\n|-|-|-|\n");
    for number in 0..50 {
        writeln!(page, "|Company {number}|Does thing {number}|Sweden|").expect("text");
    }
    let mut files: Tree = tree(folder.path());
    files = files.into_iter().map(|(path, file)| (format!("register/{path}"), file)).collect();
    files.insert("page.md".to_owned(), page.into_bytes());
    files
}

#[test]
fn a_kill_leaves_all_old_files_or_all_new_ones() {
    let files = workshop();
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join("work");
    let data = root.join("register");
    restore(&root, &files);
    let before = bytes(&data);
    let start = Instant::now();
    assert!(import(&data).wait().expect("a process").success());
    let whole = start.elapsed();
    let after = bytes(&data);
    assert!(before != after);
    let (mut killed, mut old) = (0, 0);
    for round in 0..KILLS {
        restore(&root, &files);
        let mut child = import(&data);
        // From the start, from the first file on, and from where the set is complete.
        let seen = [".", ".writing-set", ".complete-set"][round as usize % 3];
        while !data.join(seen).exists() && child.try_wait().expect("a process").is_none() {
            std::hint::spin_loop();
        }
        match seen {
            "." => sleep(whole * round / KILLS),
            ".writing-set" => sleep(Duration::from_micros(u64::from(round) * 400)),
            _ => {}
        }
        let _ = child.kill();
        killed += u32::from(child.wait().expect("a process").code().is_none());
        // Any command that reads the tables finishes what is complete.
        importing::command(&data, &["fmt", "--check"]);
        let found = bytes(&data);
        assert!(found == before || found == after, "round {round}, {seen}");
        old += u32::from(found == before);
        assert!(!data.join(".complete-set").exists());
    }
    assert!(killed > KILLS / 2, "{killed} of {KILLS} were killed");
    assert!((1..KILLS).contains(&old), "{old} of {KILLS} left the old files");
    // What a killed command left behind is in nobody's way.
    restore(&root, &files);
    fs::create_dir(data.join(".writing-set")).expect("a folder");
    fs::write(data.join(".writing-set/listings.csv"), "half").expect("a file");
    assert!(import(&data).wait().expect("a process").success());
    assert!(bytes(&data) == after && !data.join(".writing-set").exists());
}
