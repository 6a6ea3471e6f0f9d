//! The program that runs the commands.
//!
//! The same commands have two names. `service-providers` is the installed program, which works on
//! any register. `cargo xtask` is the program of a workspace: it knows the register that the
//! workspace is built from, and renews the files that are made from it.

use std::borrow::Cow;
use std::path::Path;

use crate::paths::shown;
use crate::workspace::Workspace;

/// The name by which the compiler's texts call the program.
const NAME_IN_TEXTS: &str = "cargo xtask";
/// How a command begins in the compiler's texts. It ends with the next backtick.
const COMMAND_IN_TEXTS: &str = "`cargo xtask ";

/// The program that runs the commands: what people type to start it, and its workspace.
#[derive(Clone, Debug)]
pub struct Program {
    name: &'static str,
    workspace: Option<Workspace>,
    /// What people type after every command: nothing, or a space and the option that names a folder
    /// of tables.
    options: String,
}

impl Program {
    /// A program that belongs to no workspace.
    pub fn installed(name: &'static str) -> Self {
        Self { name, workspace: None, options: String::new() }
    }

    /// The program of a workspace.
    pub fn of_workspace(name: &'static str, workspace: Workspace) -> Self {
        Self { name, workspace: Some(workspace), options: String::new() }
    }

    /// The same, for tables in a folder that has to be named in every command.
    pub fn for_data(&self, folder: &Path) -> Self {
        let folder = shown(folder);
        let plain = |c: char| c.is_alphanumeric() || "/._-:~".contains(c);
        let options = match folder.chars().all(plain) {
            true => format!(" --data {folder}"),
            false => format!(" --data \"{folder}\""),
        };
        Self { options, ..self.clone() }
    }

    /// What people type to start the program.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The workspace that the program belongs to.
    pub fn workspace(&self) -> Option<&Workspace> {
        self.workspace.as_ref()
    }

    /// A command of this program as people type it.
    pub fn command(&self, arguments: &str) -> String {
        format!("{} {arguments}{}", self.name, self.options)
    }

    /// A text of the compiler, with this program's name in the commands that the text tells the
    /// reader to run.
    pub fn named_in<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.name == NAME_IN_TEXTS && self.options.is_empty() {
            return text.into();
        }
        let Some((before, mut rest)) = text.split_once(COMMAND_IN_TEXTS) else {
            return text.into();
        };
        let mut named = before.to_owned();
        loop {
            let (arguments, after) = rest.split_once('`').unwrap_or((rest, ""));
            named.push_str(&format!("`{}`", self.command(arguments)));
            let Some((between, next)) = after.split_once(COMMAND_IN_TEXTS) else {
                named.push_str(after);
                return named.into();
            };
            named.push_str(between);
            rest = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_name_the_program_that_prints_them() {
        let text = "run `cargo xtask sync`";
        assert_eq!(Program::installed("cargo xtask").named_in(text), text);
        let installed = Program::installed("service-providers");
        assert_eq!(installed.named_in(text), "run `service-providers sync`");
        assert_eq!(installed.command("sync"), "service-providers sync");
        let text = "run `cargo xtask sync`, or `cargo xtask fmt`; `x` is no command";
        assert_eq!(
            installed.named_in(text),
            "run `service-providers sync`, or `service-providers fmt`; `x` is no command"
        );
    }

    #[test]
    fn a_folder_that_was_named_is_named_in_every_command() {
        let program = Program::installed("service-providers").for_data(Path::new("group/shop"));
        assert_eq!(
            program.named_in("run `cargo xtask sync`, not `sync`"),
            "run `service-providers sync --data group/shop`, not `sync`"
        );
        let spaced = Program::installed("service-providers").for_data(Path::new("our lists/shop"));
        assert_eq!(spaced.command("sync"), "service-providers sync --data \"our lists/shop\"");
    }
}
