//! The installed program, in folders outside of any workspace.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Files by path.
type Tree = BTreeMap<String, Vec<u8>>;

/// The register of this project.
fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../data")
}

/// The files below a folder; none if it is not there.
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

fn copy(from: &Path, to: &Path) {
    for (name, bytes) in tree(from) {
        let path = to.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// How the program ended, and what it printed.
struct Ended {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Ended {
    #[track_caller]
    fn done(self) -> Self {
        assert_eq!(self.code, Some(0), "{}{}", self.out, self.err);
        self
    }
}

/// Runs the program in a folder.
fn run(folder: &Path, arguments: &[&str]) -> Ended {
    let output = Command::new(env!("CARGO_BIN_EXE_service-providers"))
        .current_dir(folder)
        .args(arguments)
        // A program that was installed is not run by cargo.
        .env_remove("CARGO_MANIFEST_DIR")
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ended { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// A folder that holds a register in `data/`, and nothing else.
fn register() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&data(), &folder.path().join("data"));
    folder
}

#[test]
fn a_register_alone_is_checked_compared_audited_and_exported() {
    let folder = register();
    let before = tree(folder.path());
    let checked = run(folder.path(), &["check"]).done();
    assert!(checked.out.ends_with(" rows: no problems\n"), "{}", checked.out);
    let diff = run(folder.path(), &["diff", "2018-11-05", "2025-11-17"]).done();
    assert!(diff.out.starts_with("# Service providers of ClassDojo: what changed"), "{}", diff.out);
    let audit = run(folder.path(), &["audit"]).done();
    assert!(audit.out.contains("\n  data/disclosures.csv:"), "{}", audit.out);
    assert_eq!(tree(folder.path()), before);
    run(folder.path(), &["export"]).done();
    let mut after = tree(folder.path());
    let exports: Vec<String> = after
        .extract_if(.., |name, _| name.starts_with("exports/"))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(after, before);
    for name in ["service-providers.csv", "service-providers.json", "tables/register.json"] {
        assert!(exports.contains(&format!("exports/2025-11-17/{name}")), "{exports:?}");
    }
}

#[test]
fn sync_writes_nothing_but_the_tables() {
    let folder = register();
    let canonical = tree(folder.path());
    let providers = folder.path().join("data/providers.csv");
    let text = fs::read_to_string(&providers).unwrap();
    fs::write(&providers, text.replace('\n', "\r\n")).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let path = folder.path().join("data");
    let synced = run(elsewhere.path(), &["sync", "--data", path.to_str().unwrap()]).done();
    let wrote = format!("wrote {}/providers.csv", path.display());
    assert!(synced.out.starts_with(&wrote), "{}", synced.out);
    assert_eq!(tree(folder.path()), canonical);
    assert_eq!(tree(elsewhere.path()), Tree::new());
    // A schema folder is written only if it is named.
    run(folder.path(), &["sync", "--schema", "schemas"]).done();
    let mut after = tree(folder.path());
    let schemas = after.extract_if(.., |name, _| name.starts_with("schemas/")).count();
    assert!(schemas > 20, "{schemas}");
    assert_eq!(after, canonical);
    run(folder.path(), &["check", "--schema", "schemas"]).done();
}

#[test]
fn schemas_in_a_folder_that_is_named_are_checked() {
    let folder = register();
    run(folder.path(), &["schema", "--schema", "schemas"]).done();
    fs::write(folder.path().join("schemas/providers.schema.json"), "{}\n").unwrap();
    let checked = run(folder.path(), &["check", "--schema", "schemas"]);
    assert_eq!(checked.code, Some(1), "{}", checked.err);
    assert!(checked.err.contains("schemas/providers.schema.json"), "{}", checked.err);
    assert!(checked.err.contains("run `service-providers schema`"), "{}", checked.err);
    // Without a name there is no folder to write to.
    assert_eq!(run(folder.path(), &["schema"]).code, Some(2));
}

#[test]
fn messages_name_the_program_and_the_path_as_it_was_typed() {
    let folder = register();
    let providers = folder.path().join("data/providers.csv");
    let text = fs::read_to_string(&providers).unwrap();
    fs::write(&providers, text.trim_end()).unwrap();
    let checked = run(folder.path(), &["check", "--data", "./data"]);
    assert_eq!(checked.code, Some(1));
    assert!(checked.err.contains("--> ./data/providers.csv:"), "{}", checked.err);
    assert!(checked.err.contains("run `service-providers sync --data ./data`"), "{}", checked.err);
    assert!(checked.err.ends_with("`service-providers check --explain CODE` tells more\n"));
    assert!(!checked.err.contains("xtask") && !checked.err.contains("docs/"), "{}", checked.err);
    let explained = run(folder.path(), &["check", "--explain", "no-final-newline"]).done();
    assert!(explained.out.contains("`service-providers sync` mends it: yes"), "{}", explained.out);
    let missing = run(&folder.path().join("data"), &["check"]);
    assert_eq!(missing.code, Some(2));
    assert!(missing.err.starts_with("error: data: there is no such folder;"), "{}", missing.err);
    let help = run(folder.path(), &["check", "--help"]).done();
    assert!(help.out.contains("Usage: service-providers check"), "{}", help.out);
}

#[test]
fn pages_and_rust_are_printed_or_written_where_they_were_asked_for() {
    let folder = register();
    let before = tree(folder.path());
    let rules = run(folder.path(), &["rules"]).done();
    assert!(rules.out.contains("\nWhat `service-providers check` refuses, why"), "{}", rules.out);
    let alone = run(folder.path(), &["generate"]);
    assert_eq!(alone.code, Some(2));
    assert!(alone.err.contains("write a module with `--out src/vendors.rs`"), "{}", alone.err);
    assert_eq!(tree(folder.path()), before);
    run(folder.path(), &["rules", "--out", "rules.md"]).done();
    run(folder.path(), &["generate", "--out", "src/vendors.rs"]).done();
    let after = tree(folder.path());
    assert_eq!(after["rules.md"], rules.out.into_bytes());
    let module = String::from_utf8_lossy(&after["src/vendors.rs"]);
    assert!(module.contains("@generated by"), "{module:.200}");
    run(folder.path(), &["generate", "--out", "src/vendors.rs", "--check"]).done();
    run(folder.path(), &["rules", "--out", "rules.md", "--check"]).done();
    assert_eq!(run(folder.path(), &["rules", "--check"]).code, Some(2));
}

#[test]
fn a_repository_that_holds_only_a_register_is_released_and_verified() {
    let folder = register();
    let git = |arguments: &[&str]| {
        let output = Command::new("git")
            .current_dir(folder.path())
            .args(["-c", "user.name=Test", "-c", "user.email=test@example.com"])
            .args(["-c", "commit.gpgsign=false", "-c", "core.autocrlf=false"])
            .args(arguments)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    git(&["init", "--quiet"]);
    git(&["add", "data"]);
    git(&["commit", "--quiet", "--message", "data"]);
    run(folder.path(), &["release", "1.0.0"]).done();
    let verified = run(folder.path(), &["release", "verify", "1.0.0"]).done();
    assert_eq!(verified.out, "1.0.0: digests and exports are right\n");
    let readme = fs::read_to_string(folder.path().join("releases/1.0.0/README.md")).unwrap();
    assert!(readme.contains("`service-providers release verify 1.0.0`"), "{readme}");
    // There is no documentation of releases in this repository that a page could lead to.
    assert!(!readme.contains("docs/"), "{readme}");
    let others = tree(folder.path()).into_keys().filter(|name| {
        !["data/", "releases/", ".git/"].iter().any(|folder| name.starts_with(folder))
    });
    assert_eq!(others.collect::<Vec<_>>(), [".releases.lock"]);
}
