//! An import that is killed at any time: the next command finds all old files, or all new ones.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use service_providers_tests::mini::Mini;

use super::importing::{self, bytes};
use crate::release::workshop::{Tree, command, memory_folder, restore, tree};

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
    let folder = Mini::new().on_disk();
    let mut page = String::from("|Vendor|Purpose|Country|\n|-|-|-|\n");
    for number in 0..50 {
        writeln!(page, "|Company {number}|Does thing {number}|Sweden|").expect("text");
    }
    let mut files: Tree = tree(folder.path());
    files = files.into_iter().map(|(path, file)| (format!("register/{path}"), file)).collect();
    files.insert("page.md".to_owned(), page.into_bytes());
    files
}

/// What to wait for before the time to the kill begins: the start, the first file, and the set of
/// files that is complete.
const POINTS: [&str; 3] = [".", ".writing-set", ".complete-set"];

/// Waits until a file is there, or the process has ended.
fn wait(child: &mut Child, file: &Path) {
    while !file.exists() && child.try_wait().expect("a process").is_none() {
        std::hint::spin_loop();
    }
}

/// How long an import takes from each of the points to its end.
fn whole_import(data: &Path) -> [Duration; 3] {
    let start = Instant::now();
    let mut child = import(data);
    let passed = POINTS.map(|point| {
        wait(&mut child, &data.join(point));
        start.elapsed()
    });
    assert!(child.wait().expect("a process").success());
    let whole = start.elapsed();
    passed.map(|passed| whole - passed)
}

#[test]
fn a_kill_leaves_all_old_files_or_all_new_ones() {
    let files = workshop();
    let folder = memory_folder();
    let root = folder.path().join("work");
    let data = root.join("register");
    restore(&root, &files);
    let before = bytes(&data);
    let mut left = whole_import(&data);
    let after = bytes(&data);
    assert!(before != after);
    let (mut round, mut killed, mut old) = (0, 0, 0);
    while killed < KILLS {
        round += 1;
        assert!(round < 5 * KILLS, "{killed} of {round} were killed");
        restore(&root, &files);
        let mut child = import(&data);
        let at = round as usize % 3;
        wait(&mut child, &data.join(POINTS[at]));
        // Sooner and later; at the last point at once, because little is left.
        sleep(if at == 2 { Duration::ZERO } else { left[at] * (round % KILLS) / KILLS });
        let _ = child.kill();
        let in_time = child.wait().expect("a process").code().is_none();
        // Any command that reads the tables finishes what is complete.
        importing::command(&data, &["fmt", "--check"]);
        let found = bytes(&data);
        assert!(found == before || found == after, "round {round}, {}", POINTS[at]);
        assert!(in_time || found == after, "round {round}, {}", POINTS[at]);
        assert!(!data.join(".complete-set").exists());
        killed += u32::from(in_time);
        old += u32::from(found == before);
        if !in_time {
            // Imports are shorter from there on than was thought.
            left[at] = left[at].mul_f64(0.9);
        }
    }
    assert!((1..KILLS).contains(&old), "{old} of {KILLS} left the old files");
    // What a killed command left behind is in nobody's way.
    restore(&root, &files);
    fs::create_dir(data.join(".writing-set")).expect("a folder");
    fs::write(data.join(".writing-set/listings.csv"), "half").expect("a file");
    assert!(import(&data).wait().expect("a process").success());
    assert!(bytes(&data) == after && !data.join(".writing-set").exists());
}
