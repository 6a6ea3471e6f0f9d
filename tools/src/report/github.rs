//! Problems as annotations on the lines of a pull request: GitHub's workflow commands.

use std::io::{self, Write};

use service_providers_codegen::{Problem, Sources};

use super::{end_column, rule_address};
use crate::page::counted;
use crate::program::Program;

/// Writes one command for each problem.
pub(super) fn write(
    out: &mut dyn Write,
    problems: &[Problem],
    more: usize,
    sources: &Sources,
    program: &Program,
) -> io::Result<()> {
    for problem in problems {
        writeln!(out, "{}", line(problem, sources, program))?;
    }
    if more > 0 {
        let are = if more == 1 { "is" } else { "are" };
        let problems = counted(more, "more problem");
        writeln!(out, "::error title={more} more::{problems} {are} not shown")?;
    }
    Ok(())
}

/// One problem as one command.
fn line(problem: &Problem, sources: &Sources, program: &Program) -> String {
    let place = &problem.place;
    let mut message = problem.message.clone();
    if !problem.help.is_empty() {
        message = format!("{message}; {}", program.named_in(&problem.help));
    }
    if let Some(related) = &problem.related {
        message = format!("{message}\n{}: {}", related.place, related.message);
    }
    if let Some(address) = rule_address(problem, program) {
        message = format!("{message}\n{address}");
    }
    format!(
        "::error file={},line={},endLine={},col={},endColumn={},title={}::{}",
        property(&place.file),
        place.line,
        place.line,
        place.column,
        end_column(place, sources),
        property(problem.code.name),
        data(&message),
    )
}

/// Text after the colons of a command.
pub(crate) fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property of a command.
pub(crate) fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_breaks_out_of_a_command() {
        assert_eq!(data("100 %\r\n::error::x"), "100 %25%0D%0A::error::x");
        assert_eq!(property("a,b:c%2C\n"), "a%2Cb%3Ac%252C%0A");
    }
}
