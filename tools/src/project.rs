//! The register that a command works on.

use std::fmt;
use std::path::PathBuf;

use clap::Args;
use service_providers_codegen::{REGISTER, Register, Sources, compile, schema};

use crate::failure::Failure;
use crate::output::all_or_none;
use crate::own_crate::OwnCrate;
use crate::paths::{is_same, shown};
use crate::program::Program;
use crate::release::ReleaseStore;
use crate::report::{self, Style};
use crate::workspace::Workspace;

/// Places the options of every command after its own.
const LAST: usize = 100;

/// The options that every command has.
#[derive(Args, Clone, Debug, Default)]
pub struct Folders {
    /// The folder with the source tables; `data` if not given. `check` takes several.
    #[arg(long, value_name = "DIR", global = true, display_order = LAST)]
    data: Vec<PathBuf>,
    /// A folder with schema files; if not given, the workspace's own, and otherwise the built-in
    /// schemas.
    #[arg(long, value_name = "DIR", global = true, display_order = LAST)]
    schema: Option<PathBuf>,
}

/// A register, and what the program knows of its surroundings.
#[derive(Clone, Debug)]
pub struct Project<'p> {
    /// The program that runs the command.
    pub program: &'p Program,
    /// The same, as people type it for this register: with the folder of the tables, where they had
    /// to name it. What is written into files names no folder.
    pub command_line: Program,
    /// The workspace that is built from the register. Without one, a command writes nothing but
    /// the register itself and what it was asked for.
    pub workspace: Option<&'p Workspace>,
    /// The crate that is made from the register, where its manifest says so.
    pub own_crate: Option<OwnCrate>,
    /// The folder of the tables.
    pub data: PathBuf,
    /// The folder of the schema files. Without one, the embedded schemas apply.
    pub schema: Option<PathBuf>,
}

/// Shows the folder of the tables.
impl fmt::Display for Folders {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.data.iter().try_for_each(|data| f.write_str(&shown(data)))
    }
}

impl Folders {
    /// The same with each folder of tables for itself, once, however often and however it was named.
    pub fn each(&self) -> Vec<Self> {
        if self.data.len() < 2 {
            return vec![self.clone()];
        }
        let mut each: Vec<&PathBuf> = Vec::new();
        for data in &self.data {
            if !each.iter().any(|other| is_same(other, data)) {
                each.push(data);
            }
        }
        let alone = |data: &PathBuf| Self { data: vec![data.clone()], schema: self.schema.clone() };
        each.into_iter().map(alone).collect()
    }

    /// The folder of tables that was chosen.
    ///
    /// # Errors
    /// If several were.
    fn data(&self) -> Result<Option<&PathBuf>, Failure> {
        match self.data.as_slice() {
            [_, _, ..] => Err(Failure::new("only `check` takes `--data` several times")),
            few => Ok(few.first()),
        }
    }
}

impl<'p> Project<'p> {
    /// The register in the folders that were chosen. In a workspace that is the workspace's own
    /// where none was chosen.
    ///
    /// # Errors
    /// If the manifest beside the tables cannot be read.
    pub fn new(program: &'p Program, folders: &Folders) -> Result<Self, Failure> {
        let (workspace, data) = match (program.workspace(), folders.data()?) {
            (Some(workspace), None) => (Some(workspace), workspace.data()),
            (Some(workspace), Some(data)) => {
                (Some(workspace).filter(|workspace| workspace.owns(data)), data.clone())
            }
            (None, data) => (None, data.cloned().unwrap_or_else(|| PathBuf::from("data"))),
        };
        let own_crate = OwnCrate::around(&data)?;
        let schema = (folders.schema.clone())
            .or_else(|| workspace.map(Workspace::schema))
            .or_else(|| own_crate.as_ref().map(|own| own.folder("schema")));
        let command_line = match folders.data()? {
            Some(data) if workspace.is_none() => program.for_data(data),
            _ => program.clone(),
        };
        Ok(Self { program, command_line, workspace, own_crate, data, schema })
    }

    /// A folder beside the tables of a workspace or of a crate. Without either, one in the current
    /// folder.
    pub fn folder(&self, name: &str) -> PathBuf {
        match (self.workspace, &self.own_crate) {
            (Some(workspace), _) => workspace.folder(name),
            (None, Some(own)) => own.folder(name),
            (None, None) => PathBuf::from(name),
        }
    }

    /// A command of the program as people type it for this register.
    pub fn command(&self, arguments: &str) -> String {
        self.command_line.command(arguments)
    }

    /// The releases of the register, if no other folder is named.
    pub fn releases(&self) -> ReleaseStore {
        ReleaseStore::new(self.folder("releases"))
    }

    /// Reads the tables and the schemas.
    pub fn sources(&self) -> Result<Sources, Failure> {
        let name = shown(&self.data);
        if !self.data.is_dir() {
            return Err(Failure::new(format!(
                "{name}: there is no such folder; name the folder with the tables with `--data DIR`"
            )));
        }
        // A command that was interrupted may have left files that only wait to be moved.
        all_or_none::finish(&self.data)?;
        let sources = match &self.schema {
            Some(folder) if !folder.is_dir() => {
                return Err(Failure::new(format!(
                    "{}: there is no such folder; `{}` makes it",
                    shown(folder),
                    self.command(&format!("schema --schema {}", shown(folder)))
                )));
            }
            Some(folder) => Sources::read_as(&self.data, &name, folder, &shown(folder))?,
            None => Sources::read_data(&self.data, &name, schema::files())?,
        };
        if sources.data_files().next().is_none() && !self.data.join(REGISTER).exists() {
            return Err(Failure::new(format!(
                "{name}: holds no table; name the folder with the tables with `--data DIR`, or begin \
                 a register with `init`"
            )));
        }
        Ok(sources)
    }

    /// The register of these sources. `None` if they have problems; those are printed.
    pub fn compile(&self, sources: &Sources) -> Option<Register> {
        compile(sources).inspect_err(|problems| self.print_problems(problems, sources)).ok()
    }

    /// Reads and compiles the register. `None` if it has problems; those are printed.
    pub fn register(&self) -> Result<Option<Register>, Failure> {
        Ok(self.compile(&self.sources()?))
    }

    /// Prints the problems of sources for people.
    pub fn print_problems(&self, problems: &service_providers_codegen::Report, sources: &Sources) {
        report::print(problems, sources, Style::default(), &self.command_line);
    }
}
