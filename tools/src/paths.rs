//! Paths: how messages show them, and where they lead.

use std::path::{Component, Path, PathBuf};

/// A path as messages show it, with `/` between folders on every system.
pub fn shown(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

/// Where a path leads, without links and detours. It may name a file or folder that does not exist
/// yet in a folder that does. `None` if that folder does not exist either.
pub fn resolved(path: &Path) -> Option<PathBuf> {
    path.canonicalize().ok().or_else(|| {
        let parent = path.parent()?;
        let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
        Some(parent.canonicalize().ok()?.join(path.file_name()?))
    })
}

/// Whether two paths lead to the same place, however they are spelt.
pub fn is_same(a: &Path, b: &Path) -> bool {
    matches!((resolved(a), resolved(b)), (Some(a), Some(b)) if a == b)
}

/// The way from the current folder to one that contains it; otherwise the path as it is.
pub fn from_current_folder(folder: &Path) -> PathBuf {
    let (Some(here), Some(there)) = (resolved(Path::new(".")), resolved(folder)) else {
        return folder.to_owned();
    };
    match here.strip_prefix(there) {
        Ok(below) => below.components().map(|_| Component::ParentDir).collect(),
        Err(_) => folder.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_known_however_its_path_is_spelt() {
        let root = tempfile::tempdir().unwrap();
        let data = root.path().join("data");
        std::fs::create_dir_all(&data).unwrap();
        std::fs::create_dir_all(root.path().join("docs")).unwrap();
        for path in ["data", "./data", "data/", "docs/../data"] {
            assert!(is_same(&root.path().join(path), &data), "{path}");
        }
        for path in ["docs", "data2", "missing/data", "."] {
            assert!(!is_same(&root.path().join(path), &data), "{path}");
        }
    }

    #[test]
    fn a_path_may_lead_to_what_does_not_exist_yet() {
        let here = std::env::current_dir().unwrap().canonicalize().unwrap();
        assert_eq!(resolved(Path::new("not-there")), Some(here.join("not-there")));
        assert_eq!(resolved(Path::new("not-there/either")), None);
    }

    #[test]
    fn folders_above_the_current_one_are_reached_from_it() {
        let here = std::env::current_dir().unwrap();
        assert_eq!(from_current_folder(&here), Path::new(""));
        assert_eq!(from_current_folder(here.parent().unwrap()), Path::new(".."));
        let elsewhere = tempfile::tempdir().unwrap();
        assert_eq!(from_current_folder(elsewhere.path()), elsewhere.path());
    }
}
