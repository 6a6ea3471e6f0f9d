//! Projects outside the workspace, as a consumer has them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use service_providers_codegen::{Register, Sources, compile};

use crate::rounds::timed;

/// The root of the workspace.
pub fn root() -> PathBuf {
    let package = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    package.parent().map(Path::to_path_buf).unwrap_or(package)
}

/// The sources of the register in a data folder.
pub fn sources(data: &Path) -> crate::Result<Sources> {
    Ok(Sources::read(data, &root().join("schema"))?)
}

/// The register in a data folder.
pub fn register(data: &Path) -> crate::Result<Register> {
    Ok(compile(&sources(data)?).map_err(|report| report.to_string())?)
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

    /// Writes a binary crate that gets the library as a registry would serve it. Cargo assumes that a crate
    /// from a registry never changes. It compiles a path dependency so that later edits are cheap, which takes
    /// longer.
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
