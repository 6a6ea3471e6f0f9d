//! Which register is the workspace's own, and that nothing is made from another one.
//!
//! Every test makes a small workspace and runs the program of this package in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Files by path.
type Tree = BTreeMap<String, Vec<u8>>;

/// What is made from the workspace's own register.
const MADE: [&str; 4] = ["src/generated.rs", "docs/rules.md", "docs/audit.md", "schema/README.md"];

/// The files below a folder.
fn tree(folder: &Path) -> Tree {
    let mut tree = Tree::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                tree.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    tree
}

/// Copies the small register of the tests.
fn copy_register(to: &Path) {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/mini/data");
    for (name, bytes) in tree(&fixture) {
        let path = to.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// A folder that has a workspace, a folder for notes in it, and a folder elsewhere.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { folder: tempfile::tempdir().unwrap() };
        copy_register(&place.workspace().join("data"));
        fs::create_dir_all(place.workspace().join("notes/2026")).unwrap();
        fs::create_dir_all(place.elsewhere()).unwrap();
        place
    }

    fn workspace(&self) -> PathBuf {
        self.folder.path().join("workspace")
    }

    fn elsewhere(&self) -> PathBuf {
        self.folder.path().join("elsewhere")
    }

    /// Runs the program of the workspace in a folder, as `cargo xtask` does.
    fn run(&self, folder: &Path, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_xtask"))
            .current_dir(folder)
            .args(arguments)
            .env("CARGO_MANIFEST_DIR", self.workspace().join("xtask"))
            .output()
            .unwrap()
    }

    #[track_caller]
    fn done(&self, folder: &Path, arguments: &[&str]) -> String {
        let output = self.run(folder, arguments);
        let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {text}");
        text
    }
}

#[test]
fn the_own_register_is_known_however_it_is_spelt() {
    let place = Place::new();
    let (workspace, elsewhere) = (place.workspace(), place.elsewhere());
    let absolute = workspace.join("data");
    let absolute = absolute.to_str().unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(absolute, elsewhere.join("linked")).unwrap();
    let notes = workspace.join("notes/2026");
    let mut spellings: Vec<(&Path, &[&str])> = vec![
        (&workspace, &[]),
        (&workspace, &["--data", "data"]),
        (&workspace, &["--data", "./data"]),
        (&workspace, &["--data", "data/"]),
        (&workspace, &["--data", "notes/../data"]),
        (&notes, &[]),
        (&notes, &["--data", "../../data"]),
        (&elsewhere, &[]),
        (&elsewhere, &["--data", "../workspace/data"]),
    ];
    let typed = ["--data", absolute];
    spellings.push((&workspace, &typed));
    spellings.push((&elsewhere, &typed));
    if cfg!(unix) {
        spellings.push((&elsewhere, &["--data", "linked"]));
    }
    place.done(&workspace, &["sync"]);
    let synced = tree(&workspace);
    for (folder, data) in spellings {
        for made in MADE {
            assert!(synced.contains_key(made), "{made}");
            fs::remove_file(workspace.join(made)).unwrap();
        }
        place.done(folder, &[&["sync"], data].concat());
        assert_eq!(tree(&workspace), synced, "{data:?} in {}", folder.display());
    }
    assert_eq!(
        tree(&elsewhere),
        tree(&elsewhere.join("linked"))
            .into_iter()
            .map(|(name, bytes)| (format!("linked/{name}"), bytes))
            .collect()
    );
}

#[test]
fn nothing_is_made_from_another_register() {
    let place = Place::new();
    let (workspace, elsewhere) = (place.workspace(), place.elsewhere());
    copy_register(&elsewhere.join("data"));
    let (own, other) = (tree(&workspace), tree(&elsewhere));
    let providers = elsewhere.join("data/providers.csv");
    let text = fs::read_to_string(&providers).unwrap();
    for (folder, data) in [(&workspace, "../elsewhere/data"), (&elsewhere, "data")] {
        fs::write(&providers, text.replace('\n', "\r\n")).unwrap();
        place.done(folder, &["sync", "--data", data]);
        assert_eq!(tree(&elsewhere), other);
        let diff = ["diff", "2024-01-15", "2025-03-01"];
        for command in [&["check"][..], &["fmt"], &diff, &["rules"]] {
            place.done(folder, &[command, &["--data", data]].concat());
        }
        // No folder of schemas and no crate belongs to this register.
        for command in ["schema", "generate"] {
            let refused = place.run(folder, &[command, "--data", data]);
            assert_eq!(refused.status.code(), Some(2), "{command}");
        }
        assert_eq!(tree(&workspace), own, "in {}", folder.display());
        assert_eq!(tree(&elsewhere), other, "in {}", folder.display());
    }
}

#[test]
fn another_register_is_not_released_among_the_own_releases() {
    let place = Place::new();
    let workspace = place.workspace();
    copy_register(&workspace.join("other/data"));
    let git = |arguments: &[&str]| {
        let output = Command::new("git")
            .current_dir(&workspace)
            .args(["-c", "user.name=Test", "-c", "user.email=test@example.com"])
            .args(["-c", "commit.gpgsign=false", "-c", "core.autocrlf=false"])
            .args(arguments)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    git(&["init", "--quiet"]);
    place.done(&workspace, &["sync"]);
    git(&["add", "--all"]);
    git(&["commit", "--quiet", "--message", "data"]);
    let before = tree(&workspace);
    let refused = place.run(&workspace, &["release", "1.0.0", "--data", "other/data"]);
    assert_eq!(refused.status.code(), Some(2));
    let text = String::from_utf8(refused.stderr).unwrap();
    assert!(text.contains("releases: holds the releases of another register"), "{text}");
    assert_eq!(tree(&workspace), before);
    place.done(&workspace, &["release", "1.0.0", "--data", "other/data", "--releases", "others"]);
    assert!(workspace.join("others/1.0.0/manifest.json").exists());
    assert!(!workspace.join("releases").exists());
}

#[test]
fn paths_are_shown_from_the_current_folder() {
    let place = Place::new();
    let workspace = place.workspace();
    let text = place.done(&workspace, &["sync"]);
    assert!(text.contains("wrote src/generated.rs\n"), "{text}");
    fs::remove_file(workspace.join("docs/audit.md")).unwrap();
    let text = place.done(&workspace.join("notes/2026"), &["sync"]);
    assert!(text.contains("wrote ../../docs/audit.md\n"), "{text}");
    let text = place.done(&workspace, &["export", "--format", "csv"]);
    assert!(text.contains("wrote exports/"), "{text}");
}
