//! One side of a diff as chosen on the command line.

use std::path::{Path, PathBuf};

use service_providers_codegen::{Register, Sources, compile, schema};

use super::compare::Side;
use super::older;
use crate::failure::Failure;

/// An edition and the register that it is read from.
pub struct Chosen {
    /// The register: the one of the sources, or the one that a release holds.
    pub register: Register,
    /// The edition's id.
    pub edition: String,
}

impl Chosen {
    /// An edition of this register, or the newest edition in the folder of a release.
    ///
    /// # Errors
    /// If `name` is neither, or if the tables of the folder have problems.
    pub fn find(name: &str, register: &Register) -> Result<Self, Failure> {
        if register.edition(name).is_some() {
            return Ok(Self { register: register.clone(), edition: name.to_owned() });
        }
        if Path::new(name).is_dir() {
            return Self::read(Path::new(name));
        }
        let editions: Vec<&str> = register.editions().iter().map(|e| e.id.as_str()).collect();
        Err(Failure::new(format!(
            "`{name}` is no edition and no folder; the editions are: {}",
            editions.join(", ")
        )))
    }

    /// The newest edition in a folder: of a release, of an export, or of tables.
    ///
    /// # Errors
    /// If the folder has no tables, or if they have problems.
    pub fn read(folder: &Path) -> Result<Self, Failure> {
        let tables = tables_in(folder)?;
        Self::from_sources(Sources::read_data(&tables, schema::files())?)
            .map_err(|failure| Failure::new(format!("{}: {failure}", tables.display())))
    }

    /// The newest edition of tables in memory: pairs of a path inside the folder of tables and its
    /// bytes.
    ///
    /// # Errors
    /// If the tables have problems.
    pub fn from_files(tables: Vec<(String, Vec<u8>)>) -> Result<Self, Failure> {
        let schema = schema::files().into_iter().map(|(path, text)| (path, text.into_bytes()));
        Self::from_sources(Sources::from_memory(tables, schema))
    }

    fn from_sources(mut sources: Sources) -> Result<Self, Failure> {
        older::raise(&mut sources);
        let register = compile(&sources).map_err(|report| {
            let first = report.problems().first().map(ToString::to_string).unwrap_or_default();
            Failure::new(format!(
                "the tables have problems, or another format than this tool's ({}; the first: {first})",
                report.problems().len(),
            ))
        })?;
        let edition = register.newest_edition().id.clone();
        Ok(Self { register, edition })
    }

    /// The edition as a side of a comparison.
    pub fn side(&self) -> Side<'_> {
        Side { register: &self.register, edition: &self.edition }
    }
}

/// The tables of a folder: the folder itself, or `tables/` below it or below its newest edition.
fn tables_in(folder: &Path) -> Result<PathBuf, Failure> {
    let has_tables = |folder: &Path| folder.join("register.json").is_file();
    if has_tables(folder) {
        return Ok(folder.to_owned());
    }
    let below = |folder: &Path| folder.join("tables");
    if has_tables(&below(folder)) {
        return Ok(below(folder));
    }
    let entries = std::fs::read_dir(folder).map_err(|error| Failure::io(folder, &error))?;
    // Editions are named by their dates, so the last name is the newest.
    entries
        .filter_map(|entry| Some(below(&entry.ok()?.path())))
        .filter(|tables| has_tables(tables))
        .max()
        .ok_or_else(|| {
            Failure::new(format!(
                "{}: holds no tables; give the folder of a release, such as releases/1.0.0",
                folder.display()
            ))
        })
}
