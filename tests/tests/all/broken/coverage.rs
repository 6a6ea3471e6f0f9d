//! What the broken registers are together: one for every code, at least two for every stage.

use std::collections::BTreeSet;

use service_providers_codegen::Code;
use service_providers_tests::mini::{Mini, broken};

/// Codes that only files on disk can have.
const ON_DISK: [&str; 1] = ["not-a-file"];

#[test]
fn every_code_is_produced_and_every_problem_is_complete() {
    let mut produced = BTreeSet::from(ON_DISK);
    for case in super::cases() {
        let report = broken(case.change);
        produced.extend(report.problems().iter().map(|problem| problem.code.name));
        assert!(!report.is_empty(), "{} is not broken", case.name);
        for problem in report.problems() {
            assert!(!problem.help.is_empty(), "{}: no help: {problem}", case.name);
            assert!(problem.place.line >= 1 && problem.place.column >= 1, "{}", case.name);
            assert!(problem.place.span.start <= problem.place.span.end, "{}", case.name);
            assert!(
                problem.place.file.starts_with("data/")
                    || problem.place.file.starts_with("schema/"),
                "{}: {problem}",
                case.name
            );
        }
    }
    let all: BTreeSet<&str> = Code::all().map(|code| code.name).collect();
    assert_eq!(produced, all);
}

#[test]
fn the_codes_are_told_apart_and_explained() {
    let names: Vec<&str> = Code::all().map(|code| code.name).collect();
    let distinct: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(names.len(), distinct.len());
    for code in Code::all() {
        assert_eq!(Code::find(code.name), Some(code));
        for text in [code.refuses, code.why, code.mend] {
            assert!(text.ends_with('.'), "{}: {text}", code.name);
        }
        assert_ne!(code.example.0, code.example.1, "{}", code.name);
    }
    assert_eq!(Code::find("no-such-code"), None);
}

#[test]
fn the_miniature_register_is_right() {
    let mini = Mini::new();
    let register = mini.compile().expect("nothing is wrong");
    assert_eq!(register.providers.len(), 3);
    assert_eq!(register.engagements.len(), 3);
    assert_eq!(register.practices.len(), 2);
    let listed = |edition: &str| -> Vec<String> {
        let rows = register.published_rows(edition);
        rows.iter().map(|row| row.engagement.row.key.to_string()).collect()
    };
    assert_eq!(listed("2024-01-15"), ["oldmail-2024-01-15"]);
    assert_eq!(listed("2025-03-01"), ["mailer-2025-03-01", "helper-2025-03-01"]);
}

#[test]
fn two_runs_give_the_same_report_in_order() {
    let much = |mini: &mut Mini| {
        let cases = ["data_status_none", "duplicate_name", "succession_cycle", "unknown_reference"];
        let cases = super::cases().filter(|case| cases.contains(&case.name));
        cases.for_each(|case| (case.change)(mini));
        mini.cell("disclosures.csv", 2, "sender", "provider");
        mini.cell("vocabulary/features.csv", 2, "name", "@x");
    };
    let report = broken(much);
    assert_eq!(report, broken(much));
    // What others refer to comes first, and in a file what stands further up.
    insta::assert_snapshot!(report, @r#"
data/vocabulary/features.csv:2:10: formula: a cell that starts with `@` runs as a formula in a spreadsheet; begin with a word
data/vocabulary/purposes.csv:3:9: duplicate-name: `SENDING E-MAIL` is in another row already; make the names different, or take one out
data/successions.csv:3:9: succession-cycle: `mailer` would follow itself; take out the succession that points backwards
data/engagements.csv:2:70: data-status: disclosures.csv lists data of `helper-2025-03-01`; write `listed`, or take the disclosures out
data/engagements.csv:3:40: unknown-reference: `send-emial` is not a key of purposes; did you mean `send-email`? allowed: `send-email`, `support`, `unknown`; or add its row to vocabulary/purposes.csv first
data/disclosures.csv:2:31: own-recipient: from `provider` to itself; mend `sender` or `recipient`
"#);
}

/// The order of rows and files changes where problems stand, not which there are.
#[test]
fn the_order_of_rows_changes_no_problem() {
    let found = |reversed: bool| {
        let report = broken(|mini| {
            mini.cell("engagements.csv", 3, "purposes", "send-emial");
            mini.cell("providers.csv", 2, "name", "=Helper");
            mini.cell("disclosures.csv", 2, "sender", "provider");
            if reversed {
                let tables: Vec<String> =
                    mini.sources.data_files().map(|(path, _)| path.to_owned()).collect();
                for table in tables.iter().filter(|path| path.ends_with(".csv")) {
                    mini.edit(table, |text| {
                        let mut lines: Vec<&str> = text.lines().collect();
                        lines[1..].reverse();
                        lines.join("\n") + "\n"
                    });
                }
            }
        });
        let mut found: Vec<(String, String)> = (report.problems().iter())
            .filter(|problem| problem.code.name != "unsorted-rows")
            .map(|problem| (problem.code.name.to_owned(), problem.message.clone()))
            .collect();
        found.sort();
        found
    };
    assert_eq!(found(false).len(), 3);
    assert_eq!(found(false), found(true));
}
