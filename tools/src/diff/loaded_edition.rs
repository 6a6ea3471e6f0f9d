//! An edition that was chosen on the command line.

use std::path::{Path, PathBuf};

use service_providers_codegen::{Register, Sources, compile, nearest};

use super::compare::EditionRef;
use crate::earlier_formats;
use crate::failure::Failure;

/// An edition and the register that it is read from.
pub struct LoadedEdition {
    /// The register: the one that the command works on, or the one in the tables of a release.
    pub register: Register,
    /// The edition's id.
    pub id: String,
}

impl LoadedEdition {
    /// An edition of this register, or the current edition in the folder of a release.
    ///
    /// # Errors
    /// If `name` is neither, or if the tables of the folder have problems.
    pub fn find(name: &str, register: &Register) -> Result<Self, Failure> {
        if register.edition(name).is_some() {
            return Ok(Self { register: register.clone(), id: name.to_owned() });
        }
        if Path::new(name).is_dir() {
            return Self::read(Path::new(name));
        }
        let editions: Vec<&str> = register.editions().iter().map(|e| e.id.as_str()).collect();
        let folders = folders_near(Path::new(name));
        let what = match nearest(name, folders.iter().map(String::as_str)) {
            Some(near) => {
                format!("`{name}` is no edition and no folder; there is a folder `{near}`")
            }
            None => format!("`{name}` is no edition and no folder"),
        };
        Err(Failure::unknown(&what, name, "editions", &editions))
    }

    /// The edition in a folder. The folder of one edition stands for that edition; the folder of a
    /// release, of an export or of other tables stands for the edition in force.
    ///
    /// # Errors
    /// If the folder has no tables, or if they have problems.
    pub fn read(folder: &Path) -> Result<Self, Failure> {
        let tables = tables_in(folder)?;
        let mut loaded = earlier_formats::read(&tables)
            .and_then(|sources| Self::from_sources(&sources))
            .map_err(|failure| Failure::new(format!("{}: {failure}", tables.display())))?;
        if let Some(edition) = edition_of(&tables)
            && loaded.register.edition(&edition).is_some()
        {
            loaded.id = edition;
        }
        Ok(loaded)
    }

    /// The edition in force in these sources.
    ///
    /// # Errors
    /// If the tables have problems.
    pub fn from_sources(sources: &Sources) -> Result<Self, Failure> {
        let register = compile(sources).map_err(|report| {
            let first = report.problems().first().map(ToString::to_string).unwrap_or_default();
            Failure::new(format!(
                "the tables have problems, or another format than this tool's ({}; the first: {first})",
                report.problems().len(),
            ))
        })?;
        let id = register.current_edition().id.clone();
        Ok(Self { register, id })
    }

    /// Adds the successions that a register knows. The tables of an edition hold only successions
    /// between providers that the edition names, so they seldom say what became of the providers of
    /// another edition.
    pub fn learn_successions(&mut self, register: &Register) {
        let own = &mut self.register.successions;
        for row in &register.successions {
            if !own.iter().any(|known| known == row) {
                own.push(row.clone());
            }
        }
    }

    /// The edition in its register.
    pub fn edition(&self) -> EditionRef<'_> {
        EditionRef { register: &self.register, id: &self.id }
    }
}

/// The folders with tables near a folder that does not exist.
fn folders_near(missing: &Path) -> Vec<String> {
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

/// The name of the folder around a folder of tables, which is the edition's id in an export.
fn edition_of(tables: &Path) -> Option<String> {
    let tables = std::fs::canonicalize(tables).ok()?;
    Some(tables.parent()?.file_name()?.to_str()?.to_owned())
}

/// The tables of a folder: the folder itself, or `tables/` below it. A release of format 1 had tables
/// only below its editions; then those of the last one.
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
    // Editions are named after their dates.
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
