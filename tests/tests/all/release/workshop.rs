//! A repository with a made-up register, in which commands can be run.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use service_providers_codegen::Sources;
use service_providers_tests::fixture;

/// The test that is the command.
pub const COMMAND: &str = "release::command";

/// The variable with the arguments of a command.
pub const ARGUMENTS: &str = "XTASK_ARGUMENTS";

/// The variable that makes the command that of the installed program, which has no workspace.
pub const INSTALLED: &str = "INSTALLED";

/// What stands between them.
pub const BETWEEN: char = '\u{1f}';

/// Files by path.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// A repository.
pub struct Workshop {
    folder: tempfile::TempDir,
}

/// How a command ended.
#[derive(Debug)]
pub struct Ended {
    /// Its exit code.
    pub code: Option<i32>,
    /// What it said.
    pub text: String,
}

impl Ended {
    /// Holds the exit code and a part of what was said against what they should be.
    #[track_caller]
    pub fn expect(&self, code: i32, text: &str) {
        assert_eq!(self.code, Some(code), "{}", self.text);
        assert!(self.text.contains(text), "{}", self.text);
    }
}

impl Workshop {
    /// One in which 1.0.0 is released. It is made once and copied.
    pub fn released() -> Self {
        static RELEASED: LazyLock<Tree> = LazyLock::new(|| {
            let workshop = Workshop::new();
            workshop.release("1.0.0");
            tree(&workshop.root())
        });
        Self::holding(&RELEASED)
    }

    /// A repository with the made-up register, synced and committed. It is made once and copied.
    pub fn new() -> Self {
        static COMMITTED: LazyLock<Tree> = LazyLock::new(|| {
            let workshop = Workshop::holding(&Tree::new());
            workshop.write_data(&fixture::sources("editions"));
            let format = "use_small_heuristics = \"Max\"\n";
            fs::write(workshop.path("rustfmt.toml"), format).unwrap();
            workshop.git(&["init", "--quiet", "--initial-branch", "main"]);
            workshop.sync();
            workshop.commit();
            tree(&workshop.root())
        });
        Self::holding(&COMMITTED)
    }

    /// A folder with these files.
    fn holding(tree: &Tree) -> Self {
        Self::filled(tempfile::tempdir().unwrap(), tree)
    }

    /// A folder with these files, for a test that writes them again and again.
    pub fn in_memory(tree: &Tree) -> Self {
        Self::filled(memory_folder(), tree)
    }

    fn filled(folder: tempfile::TempDir, tree: &Tree) -> Self {
        let workshop = Self { folder };
        restore(&workshop.root(), tree);
        workshop
    }

    /// A second clone of the same commit.
    pub fn cloned(&self, name: &str) -> Self {
        let folder = tempfile::Builder::new().prefix(name).tempdir().unwrap();
        let clone = Self { folder };
        self.git(&["clone", "--quiet", ".", clone.root().to_str().unwrap()]);
        clone
    }

    /// The folder.
    pub fn root(&self) -> PathBuf {
        self.folder.path().join("repository")
    }

    /// A path in it.
    pub fn path(&self, path: &str) -> PathBuf {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        path
    }

    /// The sources.
    pub fn sources(&self) -> Sources {
        Sources::read(&self.path("data"), &self.path("schema")).unwrap()
    }

    /// Changes the data, syncs and commits.
    pub fn edit(&self, change: impl FnOnce(&mut Sources)) {
        let mut sources = self.sources();
        change(&mut sources);
        self.write_data(&sources);
        self.sync();
        self.commit();
    }

    /// Writes the data files, and no others.
    pub fn write_data(&self, sources: &Sources) {
        for (path, file) in sources.data_files() {
            fs::write(self.path(&format!("data/{path}")), &file.bytes).unwrap();
        }
    }

    fn sync(&self) {
        let ended = self.run(&["sync"]);
        assert_eq!(ended.code, Some(0), "{}", ended.text);
    }

    /// Commits everything but releases.
    pub fn commit(&self) {
        self.git(&["add", "--all", "--", ".", ":(exclude)releases", ":(exclude).releases.*"]);
        self.git(&["commit", "--quiet", "--message", "data"]);
    }

    /// Runs git.
    pub fn git(&self, arguments: &[&str]) {
        fs::create_dir_all(self.root()).unwrap();
        let output = Command::new("git")
            .current_dir(self.root())
            .args(["-c", "user.name=Test", "-c", "user.email=test@example.com"])
            .args(["-c", "commit.gpgsign=false", "-c", "core.autocrlf=false"])
            .args(arguments)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    /// A command, ready to run.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = command(&self.root(), arguments);
        command.stdin(Stdio::null());
        command
    }

    /// Runs a command to its end.
    pub fn run(&self, arguments: &[&str]) -> Ended {
        ended(self.command(arguments).output().unwrap())
    }

    /// Releases a version, which works.
    pub fn release(&self, version: &str) {
        let ended = self.run(&["release", version]);
        assert_eq!(ended.code, Some(0), "{}", ended.text);
    }

    /// The files of the folder of releases.
    pub fn releases(&self) -> Tree {
        tree(&self.root().join("releases"))
    }

    /// Whether a run left a folder behind in which it had been writing.
    pub fn left_behind(&self) -> bool {
        self.root().join(".releases.staging").exists()
    }
}

/// A new folder in memory where the system has a place for that, so that nobody waits for a disk. The
/// place may be small (64 MB in a container), and programs in it may be refused.
pub fn memory_folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

/// A command of a repository.
pub fn command(root: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", COMMAND, "--ignored", "--nocapture"])
        .env(ARGUMENTS, arguments.join(&BETWEEN.to_string()))
        .current_dir(root);
    command
}

/// What a finished process said.
pub fn ended(output: Output) -> Ended {
    let text = [output.stdout, output.stderr].concat();
    Ended { code: output.status.code(), text: String::from_utf8_lossy(&text).into_owned() }
}

/// The files below a folder; none if it is not there.
pub fn tree(folder: &Path) -> Tree {
    let mut tree = Tree::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                tree.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    tree
}

/// Makes a folder hold these files and no others.
pub fn restore(folder: &Path, tree: &Tree) {
    let _ = fs::remove_dir_all(folder);
    for (path, bytes) in tree {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}
