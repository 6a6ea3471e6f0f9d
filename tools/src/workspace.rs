//! Where the register lies.

use std::path::{Path, PathBuf};

use clap::Args;
use service_providers_codegen::{Register, Report, Sources, compile};

use crate::failure::Failure;
use crate::output::shown;

/// The folders that a command reads.
#[derive(Args, Clone, Debug)]
pub struct Folders {
    /// The folder with the source tables.
    #[arg(long, value_name = "DIR", default_value = "data")]
    pub data: PathBuf,
    /// The folder with the schema files.
    #[arg(long, value_name = "DIR", default_value = "schema")]
    pub schema: PathBuf,
}

impl Folders {
    /// Reads the sources. A folder that was not chosen is the workspace's own.
    pub fn sources(&self) -> Result<Sources, Failure> {
        let (data, schema) = (self.data_dir(), self.schema_dir());
        Ok(Sources::read_as(&data, &shown(&data), &schema, &shown(&schema))?)
    }

    /// Reads and compiles the sources; the sources come with the report, for showing them.
    pub fn register(&self) -> Result<std::result::Result<Register, (Report, Sources)>, Failure> {
        let sources = self.sources()?;
        Ok(compile(&sources).map_err(|report| (report, sources)))
    }

    /// The data folder.
    pub fn data_dir(&self) -> PathBuf {
        or_own(&self.data, "data")
    }

    /// The schema folder.
    pub fn schema_dir(&self) -> PathBuf {
        or_own(&self.schema, "schema")
    }

    /// Whether the data folder is the workspace's own.
    pub fn is_own(&self) -> bool {
        self.data == Path::new("data")
    }
}

fn or_own(chosen: &Path, name: &str) -> PathBuf {
    if chosen == Path::new(name) { root().join(name) } else { chosen.to_owned() }
}

/// The root of the workspace: cargo says it at run time, so that a moved checkout still works.
pub fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    match package.as_deref().and_then(Path::parent) {
        Some(root) => root.to_owned(),
        None => PathBuf::from("."),
    }
}
