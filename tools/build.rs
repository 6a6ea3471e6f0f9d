//! Embeds the files that `init` and `sync` write into a project: the sources of the library, and
//! the start of a register. `embedded/` reaches those that lie elsewhere in the repository by links,
//! so that nothing is kept twice. The package has them as files.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("embedded");
    let mut files = Vec::new();
    add_files(&root, "", &mut files)?;
    files.sort();
    let mut list = String::from("&[\n");
    for (name, path) in files {
        writeln!(list, "    ({name:?}, include_str!({path:?})),")?;
    }
    list.push_str("]\n");
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("embedded.rs"), list)?;
    Ok(())
}

/// Adds the files in a folder: their paths inside `embedded/`, and where they lie.
fn add_files(
    folder: &Path,
    inside: &str,
    files: &mut Vec<(String, PathBuf)>,
) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).ok_or("a name is not UTF-8")?;
        let inside = format!("{inside}{name}");
        // A crate made by `init` has its own `generated.rs`, and never compiles from source.
        if ["library/generated.rs", "library/from_source.rs"].contains(&inside.as_str()) {
            continue;
        }
        if path.is_dir() {
            add_files(&path, &format!("{inside}/"), files)?;
        } else {
            files.push((inside, path));
        }
    }
    Ok(())
}
