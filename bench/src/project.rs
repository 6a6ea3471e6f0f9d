//! Projects outside the workspace, as a consumer has them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use service_providers_codegen::{Sources, compile, digest, emit};

use crate::rounds::timed;

/// The root of the workspace.
pub fn root() -> PathBuf {
    let package = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    package.parent().map(Path::to_path_buf).unwrap_or(package)
}

/// A crate in a folder of its own, with a target folder of its own.
pub struct Project {
    /// Its folder.
    pub folder: PathBuf,
}

impl Project {
    /// Writes a binary crate with these dependencies and this `main.rs`.
    pub fn new(folder: &Path, dependencies: &str, main: &str) -> crate::Result<Self> {
        fs::create_dir_all(folder.join("src"))?;
        let manifest = format!(
            "[package]\nname = \"consumer\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [dependencies]\n{dependencies}\n\n[workspace]\n"
        );
        fs::write(folder.join("Cargo.toml"), manifest)?;
        fs::write(folder.join("src/main.rs"), main)?;
        let project = Self { folder: folder.to_owned() };
        project.cargo(&["fetch", "--quiet"])?;
        Ok(project)
    }

    /// Writes a binary crate that gets the library as a registry would serve it. Cargo compiles such
    /// a crate once and for all; one that it is given as a path, it readies for being changed, which
    /// takes longer.
    pub fn registered(
        folder: &Path,
        main: &str,
        write: impl FnOnce(&Path) -> crate::Result<String>,
    ) -> crate::Result<Self> {
        let registry = folder.join("registry");
        write(&registry.join("service-providers"))?;
        fs::write(registry.join("service-providers/.cargo-checksum.json"), "{\"files\":{}}")?;
        fs::create_dir_all(folder.join(".cargo"))?;
        fs::write(
            folder.join(".cargo/config.toml"),
            format!(
                "[source.crates-io]\nreplace-with = \"registry\"\n\n\
                 [source.registry]\ndirectory = {registry:?}\n"
            ),
        )?;
        Self::new(folder, "service-providers = \"0.0.0\"", main)
    }

    /// How long it takes to build from nothing.
    pub fn cold_build(&self, arguments: &[&str]) -> crate::Result<Duration> {
        let target = self.folder.join("target");
        if target.exists() {
            fs::remove_dir_all(target)?;
        }
        timed(|| self.build(arguments))
    }

    /// Builds it.
    pub fn build(&self, arguments: &[&str]) -> crate::Result {
        self.cargo(&[&["build", "--quiet", "--offline"], arguments].concat())
    }

    /// Builds it, then runs it and returns what it prints.
    pub fn run(&self) -> crate::Result<String> {
        self.build(&["--release"])?;
        let output = Command::new(self.binary()).output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
        }
        Ok(String::from_utf8(output.stdout)?)
    }

    /// Its release binary.
    pub fn binary(&self) -> PathBuf {
        self.folder.join("target/release/consumer")
    }

    fn cargo(&self, arguments: &[&str]) -> crate::Result {
        let output = Command::new("cargo")
            .args(arguments)
            .current_dir(&self.folder)
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_TARGET_DIR")
            .output()?;
        if output.status.success() {
            return Ok(());
        }
        let shown = String::from_utf8_lossy(&output.stderr);
        Err(format!("cargo {}: {shown}", arguments.join(" ")).into())
    }
}

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
        let sources = Sources::read(data, &root.join("schema"))?;
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
