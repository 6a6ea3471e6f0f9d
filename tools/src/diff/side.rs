//! One side of a diff as chosen on the command line.

use std::path::{Path, PathBuf};

use service_providers_codegen::{Register, Sources, compile, nearest, schema};

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
        let folders = beside(Path::new(name));
        let what = match nearest(name, folders.iter().map(String::as_str)) {
            Some(near) => {
                format!("`{name}` is no edition and no folder; there is a folder `{near}`")
            }
            None => format!("`{name}` is no edition and no folder"),
        };
        Err(Failure::unknown(&what, name, "editions", &editions))
    }

    /// The newest edition in a folder of a release or of an export; the edition itself if the
    /// folder is that of one edition. In other folders of tables it is their newest.
    ///
    /// # Errors
    /// If the folder has no tables, or if they have problems.
    pub fn read(folder: &Path) -> Result<Self, Failure> {
        let tables = tables_in(folder)?;
        let mut chosen = Self::from_sources(Sources::read_data(&tables, schema::files())?)
            .map_err(|failure| Failure::new(format!("{}: {failure}", tables.display())))?;
        // The tables of an edition name the editions after it too, without their rows.
        if let Some(edition) = edition_of(&tables)
            && chosen.register.edition(&edition).is_some()
        {
            chosen.edition = edition;
        }
        Ok(chosen)
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

    /// Adds what a register knows of who followed whom. The tables of an edition hold only the
    /// successions between providers that the edition names, which are hardly ever those by which
    /// one edition follows another.
    pub fn learn_successions(&mut self, register: &Register) {
        let own = &mut self.register.successions;
        for row in &register.successions {
            if !own.iter().any(|known| (&known.from, &known.to) == (&row.from, &row.to)) {
                own.push(row.clone());
            }
        }
    }

    /// The edition as a side of a comparison.
    pub fn side(&self) -> Side<'_> {
        Side { register: &self.register, edition: &self.edition }
    }
}

/// The folders with tables beside a place at which there is none.
fn beside(missing: &Path) -> Vec<String> {
    let parent = missing.parent().filter(|parent| !parent.as_os_str().is_empty());
    let entries = std::fs::read_dir(parent.unwrap_or(Path::new("."))).into_iter().flatten();
    let mut folders: Vec<String> = entries
        .filter_map(|entry| {
            let name = entry.ok()?.file_name();
            let path = parent.map_or(PathBuf::from(&name), |parent| parent.join(&name));
            tables_in(&path).ok()?;
            path.to_str().map(str::to_owned)
        })
        .collect();
    folders.sort();
    folders
}

/// The name of the folder in which a folder of tables lies: in an export, that of the edition.
fn edition_of(tables: &Path) -> Option<String> {
    let tables = std::fs::canonicalize(tables).ok()?;
    Some(tables.parent()?.file_name()?.to_str()?.to_owned())
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
