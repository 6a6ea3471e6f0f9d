//! The code of a problem, explained to the person who edits the data.

use std::ptr;

/// The stage that refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// From the bytes of a file to its cells.
    Cells,
    /// One row against its JSON Schema.
    Schema,
    /// One row against other rows and tables.
    Rules,
}

impl Stage {
    /// The stage's name in a heading.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cells => "Cells",
            Self::Schema => "Schema",
            Self::Rules => "Rules",
        }
    }
}

/// A kind of problem, explained to the person who edits the data. Each is a static of its own.
#[derive(Debug)]
pub struct Code {
    /// The code as printed: `unknown-reference`.
    pub name: &'static str,
    /// Which stage finds it.
    pub stage: Stage,
    /// Whether it is about a file as a whole. A report begins with such files, because their
    /// absence or name explains other problems.
    pub whole_file: bool,
    /// Whether `cargo xtask sync` mends it without asking.
    pub mendable: bool,
    /// What is refused.
    pub refuses: &'static str,
    /// Why.
    pub why: &'static str,
    /// What to do.
    pub mend: &'static str,
    /// A refused cell or row, and the same mended.
    pub example: (&'static str, &'static str),
}

impl Code {
    /// What most codes of the cells stage have in common.
    pub(crate) const CELLS: Self = Self::of(Stage::Cells);
    /// What most codes of the schema stage have in common.
    pub(crate) const SCHEMA: Self = Self::of(Stage::Schema);
    /// What most rules have in common.
    pub(crate) const RULE: Self = Self::of(Stage::Rules);

    const fn of(stage: Stage) -> Self {
        Self {
            name: "",
            stage,
            whole_file: false,
            mendable: false,
            refuses: "",
            why: "",
            mend: "",
            example: ("", ""),
        }
    }
}

impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        ptr::eq(self, other)
    }
}

impl Eq for Code {}

/// Declares the codes of a stage, each as a static, and the list of them.
macro_rules! codes {
    ($stage:expr => $($name:ident { $($field:ident: $value:expr,)* })*) => {
        $(pub(crate) static $name: $crate::problem::Code =
            $crate::problem::Code { $($field: $value,)* ..$stage };)*

        /// Every code of this stage.
        pub(crate) static CODES: &[&$crate::problem::Code] = &[$(&$name),*];
    };
}
pub(crate) use codes;

/// Lists rules by their modules, in the order in which they are applied: their codes as `CODES`,
/// their checks as `CHECKS`.
macro_rules! rules {
    ($check:ty; $($rule:ident,)*) => {
        /// The code of every rule.
        pub(crate) static CODES: &[&$crate::problem::Code] = &[$(&$rule::CODE),*];

        static CHECKS: &[$check] = &[$($rule::check),*];
    };
}
pub(crate) use rules;
