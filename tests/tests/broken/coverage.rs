//! What the broken registers are together: one for every code, at least two for every stage.

use std::collections::BTreeSet;

use service_providers_codegen::Code;
use service_providers_tests::mini::{Mini, broken};

/// Codes that only files on disk can have.
const ON_DISK: [&str; 1] = ["not-a-file"];

#[test]
fn every_code_is_produced() {
    let mut produced: BTreeSet<&str> = super::cases()
        .flat_map(|case| {
            let report = broken(case.change);
            report.problems().iter().map(|problem| problem.code.name).collect::<Vec<_>>()
        })
        .collect();
    produced.extend(ON_DISK);
    let all: BTreeSet<&str> = Code::all().map(|code| code.name).collect();
    assert_eq!(produced, all);
}

#[test]
fn every_problem_is_complete() {
    for case in super::cases() {
        let report = broken(case.change);
        assert!(!report.is_empty(), "{} is not broken", case.name);
        for problem in report.problems() {
            assert!(!problem.help.is_empty(), "{}: no help: {problem}", case.name);
            assert!(problem.place.line >= 1 && problem.place.column >= 1, "{}", case.name);
            assert!(problem.place.span.start <= problem.place.span.end, "{}", case.name);
            assert!(
                problem.place.file.starts_with("data/") || problem.place.file.starts_with("schema/"),
                "{}: {problem}",
                case.name
            );
        }
    }
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
        let rows = register.engagements_in(edition);
        rows.iter().map(|engagement| engagement.row.key.to_string()).collect()
    };
    assert_eq!(listed("2024-01-15"), ["oldmail-2024-01-15"]);
    assert_eq!(listed("2025-03-01"), ["mailer-2025-03-01", "helper-2025-03-01"]);
}

#[test]
fn two_runs_give_the_same_report_in_order() {
    let everything = |mini: &mut Mini| {
        for case in super::cases().filter(|case| !case.name.starts_with("whole_")) {
            let mut one = Mini::new();
            (case.change)(&mut one);
            for (path, file) in one.sources.data_files() {
                // The first change of each file; broken files need not be text.
                if mini.sources.data(path) == Mini::new().sources.data(path) {
                    mini.set(path, file.bytes.clone());
                }
            }
        }
    };
    let first = broken(everything);
    assert_eq!(first, broken(everything));
    let places: Vec<_> = first.problems().iter().map(|problem| &problem.place).collect();
    assert!(places.is_sorted());
    assert!(places.len() > 10, "{first}");
}
