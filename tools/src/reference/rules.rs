//! The page that explains every code that a report can show.

use serde::Serialize;
use serde_json::json;
use service_providers_codegen::{Code, Stage, limits::limits};

use super::made_by;
use crate::page::markdown;
use crate::program::Program;

/// The page. Every code has a heading of its own name.
pub fn page(program: &Program) -> String {
    let stages = [
        (Stage::Cells, "From the bytes of a file to its cells."),
        (Stage::Schema, "One row, or one part of register.json, against its JSON Schema."),
        (Stage::Rules, "One row against the calendar, other rows and other tables."),
    ];
    let stages = stages.map(|(stage, about)| StageRules {
        name: stage.name(),
        about,
        codes: Code::all()
            .filter(|code| code.stage == stage)
            .map(|code| Rule::of(code, program))
            .collect(),
    });
    markdown(
        include_str!("templates/rules.md.jinja"),
        json!({
            "program": program.name(),
            "made_by": made_by(program, "rules"),
            "stages": stages,
            "limits": limits(),
        }),
    )
}

/// The codes of one stage.
#[derive(Serialize)]
struct StageRules {
    name: &'static str,
    about: &'static str,
    codes: Vec<Rule>,
}

/// A code and what there is to know about it.
#[derive(Serialize)]
struct Rule {
    name: &'static str,
    refuses: &'static str,
    why: &'static str,
    mend: String,
    mendable: bool,
    refused: &'static str,
    accepted: &'static str,
}

impl Rule {
    fn of(code: &Code, program: &Program) -> Self {
        let (refused, accepted) = code.example;
        Self {
            name: code.name,
            refuses: code.refuses,
            why: code.why,
            mend: program.named_in(code.mend).into_owned(),
            mendable: code.mendable,
            refused,
            accepted,
        }
    }
}
