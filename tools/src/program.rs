//! The program that runs the commands.
//!
//! The same commands have two names. `service-providers` is the installed program, which works on
//! any register. `cargo xtask` is the program of a workspace: it knows the register that the
//! workspace is built from, and renews the files that are made from it.

use std::borrow::Cow;

use crate::workspace::Workspace;

/// The name by which the compiler's texts call the program.
const NAME_IN_TEXTS: &str = "cargo xtask";

/// The program that runs the commands: what people type to start it, and its workspace.
#[derive(Clone, Debug)]
pub struct Program {
    name: &'static str,
    workspace: Option<Workspace>,
}

impl Program {
    /// A program that belongs to no workspace.
    pub fn installed(name: &'static str) -> Self {
        Self { name, workspace: None }
    }

    /// The program of a workspace.
    pub fn of_workspace(name: &'static str, workspace: Workspace) -> Self {
        Self { name, workspace: Some(workspace) }
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
        format!("{} {arguments}", self.name)
    }

    /// A text of the compiler, with this program's name in the commands that the text tells the
    /// reader to run.
    pub fn named_in<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.name != NAME_IN_TEXTS && text.contains(NAME_IN_TEXTS) {
            text.replace(NAME_IN_TEXTS, self.name).into()
        } else {
            text.into()
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
    }
}
