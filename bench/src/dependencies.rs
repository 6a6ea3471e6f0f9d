//! The crates that projects depend on: the library in several forms, and crates of the registry.

use std::fs;
use std::path::{Path, PathBuf};

use service_providers_codegen::{compile, digest, emit};

use crate::project::{Project, root, sources};

/// A copy of the library as a registry would serve it, without tables and build script: its snapshot
/// is made from the data folder, or is the committed one.
pub fn library(folder: &Path, data: Option<&Path>) -> crate::Result<String> {
    let root = root();
    copy(&root.join("src"), &folder.join("src"))?;
    fs::copy(root.join("README.md"), folder.join("README.md"))?;
    fs::write(
        folder.join("Cargo.toml"),
        "[package]\nname = \"service-providers\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [features]\nserde = []\nalloc = []\nfrom-source = []\n\n\
         [lints.rust.unexpected_cfgs]\nlevel = \"warn\"\ncheck-cfg = [\"cfg(from_source)\"]\n\n\
         [workspace]\n",
    )?;
    if let Some(data) = data {
        let sources = sources(data)?;
        let register = compile(&sources).map_err(|report| report.to_string())?;
        fs::write(folder.join("src/generated.rs"), emit::rust(&register, &digest(&sources)))?;
    }
    Ok(format!("service-providers = {{ path = {:?} }}", folder))
}

/// A copy of the library as a checkout holds it, with its build script and tables.
pub fn checkout(folder: &Path) -> crate::Result<String> {
    let dependency = library(folder, None)?;
    for part in ["build", "data", "schema", "codegen/src/digest"] {
        copy(&root().join(part), &folder.join(part))?;
    }
    fs::copy(root().join("build.rs"), folder.join("build.rs"))?;
    Ok(dependency)
}

/// The crate of this name and version from the registry, as a path.
pub fn unpacked(folder: &Path, name: &str, version: &str) -> crate::Result<String> {
    Project::new(&folder.join("fetch"), &format!("{name} = \"={version}\""), "fn main() {}\n")?;
    let sources = cargo_home()?.join("registry/src");
    for index in fs::read_dir(sources)? {
        let fetched = index?.path().join(format!("{name}-{version}"));
        if fetched.is_dir() {
            let path = folder.join(name);
            copy(&fetched, &path)?;
            return Ok(format!("{name} = {{ path = {path:?} }}"));
        }
    }
    Err(format!("{name} {version} was not fetched").into())
}

fn cargo_home() -> crate::Result<PathBuf> {
    if let Some(home) = std::env::var_os("CARGO_HOME") {
        return Ok(PathBuf::from(home));
    }
    Ok(std::env::home_dir().ok_or("no home folder")?.join(".cargo"))
}

/// The least that the library could be: its enums with their derived traits, without a fact about
/// any of them.
pub fn bare(folder: &Path) -> crate::Result<String> {
    let dependency = library(folder, None)?;
    let snapshot = folder.join("src/generated.rs");
    let text = fs::read_to_string(&snapshot)?;
    let mut file = syn::parse_file(&text)?;
    file.items.retain(|item| matches!(item, syn::Item::Enum(_)));
    fs::remove_dir_all(folder.join("src"))?;
    fs::create_dir(folder.join("src"))?;
    let stated: String = text.lines().take(2).map(|line| format!("{line}\n")).collect();
    fs::write(&snapshot, stated + &prettyplease::unparse(&file))?;
    fs::write(
        folder.join("src/lib.rs"),
        "//! Enums.\n#![no_std]\nmod generated {\n    include!(\"generated.rs\");\n}\n\
         pub use generated::*;\n",
    )?;
    Ok(dependency)
}

fn copy(from: &Path, to: &Path) -> crate::Result {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
