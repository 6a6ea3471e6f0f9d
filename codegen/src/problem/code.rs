//! The code of a problem, and what there is to know about it.

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

/// A kind of problem, explained to the person who edits the data.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The code as printed: `unknown-reference`.
    pub name: &'static str,
    /// Which stage finds it.
    pub stage: Stage,
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
