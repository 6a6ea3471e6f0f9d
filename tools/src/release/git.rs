//! The questions that releases ask git.

use std::io::{Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::Files;
use super::store::hidden_names;
use crate::failure::Failure;
use crate::paths::resolved;

/// A repository.
pub struct Git {
    root: PathBuf,
}

impl Git {
    /// The repository around a folder.
    ///
    /// # Errors
    /// If there is none, or git is missing.
    pub fn around(folder: &Path) -> Result<Self, Failure> {
        let root = run(folder, &["rev-parse", "--show-toplevel"])?;
        Ok(Self { root: PathBuf::from(root.trim_end()) })
    }

    /// The folder of the repository.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The commit that is checked out.
    ///
    /// # Errors
    /// If there is none yet.
    pub fn head(&self) -> Result<String, Failure> {
        Ok(run(&self.root, &["rev-parse", "--verify", "HEAD"])?.trim_end().to_owned())
    }

    /// What differs from the commit, as git lists it. The folder of releases does not count, nor
    /// what writing releases leaves beside it.
    ///
    /// # Errors
    /// If git cannot say.
    pub fn changes(&self, releases: &Path) -> Result<Vec<String>, Failure> {
        let mut arguments: Vec<String> =
            ["status", "--porcelain", "--untracked-files=all", "--", "."].map(str::to_owned).into();
        if let Some(inside) = self.inside(releases) {
            let (parent, name) = inside.rsplit_once('/').unwrap_or(("", &inside));
            let parent = if parent.is_empty() { String::new() } else { format!("{parent}/") };
            let hidden = hidden_names(name).map(|name| format!("{parent}{name}"));
            let excluded = std::iter::once(&inside).chain(&hidden);
            arguments.extend(excluded.map(|path| format!(":(exclude,literal){path}")));
        }
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        Ok(run(&self.root, &arguments)?.lines().map(str::to_owned).collect())
    }

    /// The files of a commit below a folder of the repository, by their path inside the folder.
    ///
    /// # Errors
    /// If git cannot read them.
    pub fn files_of(&self, commit: &str, folder: &str) -> Result<Files, Failure> {
        let list = ["ls-tree", "-r", "-z", "--full-tree", "--format=%(objectname) %(path)", commit];
        let folder = if folder == "." { String::new() } else { format!("{folder}/") };
        let list = run(&self.root, &list)?;
        let (objects, paths): (Vec<&str>, Vec<&str>) = (list.split_terminator('\0'))
            .filter_map(|entry| entry.split_once(' '))
            .filter_map(|(object, path)| Some((object, path.strip_prefix(&folder)?)))
            .unzip();
        let contents = self.blobs(&objects)?;
        Ok(paths.into_iter().map(str::to_owned).zip(contents).collect())
    }

    /// The contents of blobs, in their order. One process reads them all.
    fn blobs(&self, objects: &[&str]) -> Result<Vec<Vec<u8>>, Failure> {
        // From a file, because a pipe that both sides write to can fill up and stop both.
        let mut names = tempfile::tempfile().map_err(not_written)?;
        names.write_all(objects.join("\n").as_bytes()).map_err(not_written)?;
        names.rewind().map_err(not_written)?;
        let arguments = ["cat-file", "--batch"];
        let output = output_of(&self.root, &arguments, Stdio::from(names))?;
        let mut rest = output.as_slice();
        let contents = objects.iter().map(|object| {
            blob(&mut rest).ok_or_else(|| Failure::new(format!("git has no file {object}")))
        });
        contents.collect()
    }

    /// A path inside the repository, with `/` between folders.
    pub fn inside(&self, path: &Path) -> Option<String> {
        let path = resolved(path)?;
        let inside = path.strip_prefix(resolved(&self.root)?).ok()?.to_str()?.replace('\\', "/");
        Some(if inside.is_empty() { ".".to_owned() } else { inside })
    }
}

/// Runs git in a folder, and returns the text that it prints.
pub fn run(folder: &Path, arguments: &[&str]) -> Result<String, Failure> {
    String::from_utf8(output_of(folder, arguments, Stdio::null())?)
        .map_err(|_| Failure::new(format!("git {}: not UTF-8", arguments.join(" "))))
}

/// Cuts the first blob off what `git cat-file --batch` prints: `OBJECT blob SIZE`, the bytes, and the
/// end of the line.
fn blob(output: &mut &[u8]) -> Option<Vec<u8>> {
    let end = output.iter().position(|byte| *byte == b'\n')?;
    let size = std::str::from_utf8(&output[..end]).ok()?.split_once(" blob ")?.1;
    let (bytes, rest) = output.get(end + 1..)?.split_at_checked(size.parse().ok()?)?;
    *output = rest.strip_prefix(b"\n")?;
    Some(bytes.to_owned())
}

fn not_written(error: std::io::Error) -> Failure {
    Failure::io(&std::env::temp_dir(), &error)
}

fn output_of(folder: &Path, arguments: &[&str], input: Stdio) -> Result<Vec<u8>, Failure> {
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(arguments)
        .env("LC_ALL", "C")
        // Without a lock, git answers also in a folder that cannot be written to.
        .env("GIT_OPTIONAL_LOCKS", "0")
        .stdin(input)
        .output()
        .map_err(|error| Failure::new(format!("git cannot be run: {error}")))?;
    if !output.status.success() {
        let error = String::from_utf8_lossy(&output.stderr);
        return Err(Failure::new(format!("git {}: {}", arguments.join(" "), error.trim())));
    }
    Ok(output.stdout)
}
