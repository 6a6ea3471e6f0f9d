//! How reports are printed: for people, for programs, and as annotations.

use std::path::Path;

use service_providers_codegen::limits::{MAX_PLACES, MAX_PROBLEMS};
use service_providers_codegen::{Code, Report};
use service_providers_tests::mini::Mini;
use service_providers_tests::root;
use service_providers_tools::program::Program;
use service_providers_tools::report::{Format, Style, write};
use service_providers_tools::workspace::Workspace;

/// The program of a workspace, run at its root.
fn program() -> Program {
    Program::of_workspace("cargo xtask", Workspace::at(Path::new(".")))
}

/// The miniature register after a change, and the report on it.
fn broken(change: impl FnOnce(&mut Mini)) -> (Mini, Report) {
    let mut mini = Mini::new();
    change(&mut mini);
    let report = mini.report();
    (mini, report)
}

/// The report on a broken register as it is printed, without colours.
fn print((mini, report): &(Mini, Report), style: Style) -> String {
    let mut out = anstream::StripStream::new(Vec::new());
    write(&mut out, report, &mini.sources, style, &program()).expect("memory");
    String::from_utf8(out.into_inner()).expect("text")
}

fn printed(format: Format, limit: Option<usize>, change: impl FnOnce(&mut Mini)) -> String {
    print(&broken(change), Style::new(format, limit))
}

fn several(mini: &mut Mini) {
    mini.cell("engagements.csv", 3, "purposes", "send-emial;support");
    mini.cell("vocabulary/purposes.csv", 3, "name", "SENDING E-MAIL");
    mini.replace("providers.csv", "Helper", "Hel\u{1b}[31mp\u{202e}er");
}

#[test]
fn for_people() {
    insta::assert_snapshot!(printed(Format::Human, None, several), @r#"
error[duplicate-name]: `SENDING E-MAIL` is in another row already
 --> data/vocabulary/purposes.csv:3:9
  |
3 | support,SENDING E-MAIL,none,Answers to users.
  |         ^^^^^^^^^^^^^^ `name`
  |
 ::: data/vocabulary/purposes.csv:2:12
  |
2 | send-email,Sending e-mail,none,Mail to users.
  |            -------------- the other name
  |
  = help: make the names different, or take one out
  = note: docs/rules.md#duplicate-name

error[forbidden-character]: U+001B is a control character
 --> data/providers.csv:2:11
  |
2 | helper,Hel␛[31mp⟨U+202E⟩er,none,none
  |           ^ `name`
  |
  = help: delete it
  = note: docs/rules.md#forbidden-character

error[unknown-reference]: `send-emial` is not a key of purposes
 --> data/engagements.csv:3:40
  |
3 | mailer-2025-03-01,mailer,communication,send-emial;support,"Sends e-mail, also in bulk.",listed,us,listed,helper,unknown,unknown,none,...
  |                                        ^^^^^^^^^^ `purposes`
  |
  = help: did you mean `send-email`? allowed: `send-email`, `support`, `unknown`; or add its row to vocabulary/purposes.csv first
  = note: docs/rules.md#unknown-reference

3 problems
docs/rules.md and `cargo xtask check --explain CODE` tell more
"#);
}

#[test]
fn for_people_up_to_a_limit() {
    insta::assert_snapshot!(printed(Format::Human, Some(1), several), @r#"
error[duplicate-name]: `SENDING E-MAIL` is in another row already
 --> data/vocabulary/purposes.csv:3:9
  |
3 | support,SENDING E-MAIL,none,Answers to users.
  |         ^^^^^^^^^^^^^^ `name`
  |
 ::: data/vocabulary/purposes.csv:2:12
  |
2 | send-email,Sending e-mail,none,Mail to users.
  |            -------------- the other name
  |
  = help: make the names different, or take one out
  = note: docs/rules.md#duplicate-name

and 2 more; `--limit N` shows more of them
3 problems
docs/rules.md and `cargo xtask check --explain CODE` tell more
"#);
}

/// Adds so many rows that lack a cell.
fn ragged(mini: &mut Mini, rows: usize) {
    let lines: String = (0..rows).map(|number| format!("z{number:06},Z\n")).collect();
    mini.add("successions.csv", &lines);
}

#[test]
fn without_end() {
    let broken = broken(|mini| ragged(mini, 150_000));
    let printed = |format, limit| print(&broken, Style::new(format, limit));
    // However many rows lack a cell, they are one mistake.
    let problems = broken.1.problems();
    assert_eq!(problems.len(), 2);
    let (over, ragged): (Vec<_>, Vec<_>) =
        problems.iter().partition(|problem| problem.code.name == "over-limit");
    assert!(ragged.iter().all(|problem| problem.code.name == "cell-count"));
    insta::assert_snapshot!(over[0], @"data/successions.csv:100003:1: over-limit: the table has more than 100000 problems; the rows from here on were not checked; mend what is above first; much of it may be one mistake");
    assert_eq!(ragged[0].same.len(), MAX_PLACES);
    assert!(ragged[0].message.contains("; this kind of problem is in 99999 more cells: "));
    let lines = printed(Format::Json, None);
    assert_eq!(lines.lines().count(), 2);
    assert!(lines.len() < 200_000, "{} bytes", lines.len());
    let cut = printed(Format::Json, Some(1));
    insta::assert_snapshot!(cut.lines().next_back().unwrap_or_default(), @r#"{"more":1}"#);
}

#[test]
fn exactly_as_many_problems_as_a_report_tells() {
    let mut mini = Mini::new();
    ragged(&mut mini, MAX_PROBLEMS);
    let report = mini.report();
    assert_eq!(report.problems().len(), 1);
    assert!(report.problems()[0].message.contains(" in 99999 more cells: "));
}

#[test]
fn as_annotations() {
    insta::assert_snapshot!(printed(Format::Github, None, several), @r#"
::error file=data/vocabulary/purposes.csv,line=3,endLine=3,col=9,endColumn=22,title=duplicate-name::`SENDING E-MAIL` is in another row already; make the names different, or take one out%0Adata/vocabulary/purposes.csv:2:12: the other name%0Adocs/rules.md#duplicate-name
::error file=data/providers.csv,line=2,endLine=2,col=11,endColumn=11,title=forbidden-character::U+001B is a control character; delete it%0Adocs/rules.md#forbidden-character
::error file=data/engagements.csv,line=3,endLine=3,col=40,endColumn=49,title=unknown-reference::`send-emial` is not a key of purposes; did you mean `send-email`? allowed: `send-email`, `support`, `unknown`; or add its row to vocabulary/purposes.csv first%0Adocs/rules.md#unknown-reference
"#);
    insta::assert_snapshot!(printed(Format::Github, Some(0), several), @r#"::error title=3 more::3 more problems are not shown"#);
    let two = printed(Format::Github, Some(2), several);
    let last = two.lines().next_back().unwrap_or_default();
    insta::assert_snapshot!(last, @"::error title=1 more::1 more problem is not shown");
}

#[test]
fn annotations_hold_no_line_break_or_command_of_the_data() {
    let text = printed(Format::Github, None, |mini| {
        mini.set("a%0A,b:c\n::error::x.csv", "");
        mini.replace("providers.csv", "key,name,", "key,name\u{85}::error::,");
    });
    insta::assert_snapshot!(text, @r#"
::error file=data/a%250A%2Cb%3Ac⟨U+000A⟩%3A%3Aerror%3A%3Ax.csv,line=1,endLine=1,col=1,endColumn=1,title=unknown-file::`a%250A,b:c⟨U+000A⟩::error::x.csv` is not a table of the register; move it out of the data folder%0Adocs/rules.md#unknown-file
::error file=data/providers.csv,line=1,endLine=1,col=5,endColumn=18,title=unknown-column::`name⟨U+0085⟩::error::` is not a column of providers; the header is: key,name,aliases,withdrawn%0Adocs/rules.md#unknown-column
"#);
}

#[test]
fn for_programs() {
    let text = printed(Format::Json, None, several);
    assert!(text.is_ascii(), "{text}");
    assert!(!text.contains('\u{1b}'), "{text}");
    let problems: Vec<serde_json::Value> =
        text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let members: Vec<&str> =
        problems[0].as_object().expect("an object").keys().map(String::as_str).collect();
    assert_eq!(
        members,
        [
            "code",
            "severity",
            "file",
            "line",
            "column",
            "end_column",
            "table",
            "field",
            "value",
            "message",
            "help",
            "mendable",
            "related",
            "same"
        ]
    );
    let values: Vec<&str> =
        problems.iter().map(|problem| problem["value"].as_str().expect("text")).collect();
    assert_eq!(values, ["SENDING E-MAIL", "Hel\u{1b}[31mp\u{202e}er", "send-emial"]);
}

#[test]
fn for_programs_with_both_places() {
    let text = printed(Format::Json, None, several);
    let first = text.lines().next().unwrap_or_default();
    insta::assert_snapshot!(first, @r#"
{"code":"duplicate-name","severity":"error","file":"data/vocabulary/purposes.csv","line":3,"column":9,"end_column":22,"table":"purposes","field":"name","value":"SENDING E-MAIL","message":"`SENDING E-MAIL` is in another row already","help":"make the names different, or take one out","mendable":false,"related":{"file":"data/vocabulary/purposes.csv","line":2,"column":12,"end_column":25,"message":"the other name"},"same":[]}
"#);
    let second = text.lines().nth(1).unwrap_or_default();
    assert!(second.ends_with(r#""related":null,"same":[]}"#), "{text}");
}

/// What people read names the first few; a program gets them all.
#[test]
fn for_programs_with_every_place() {
    let text = printed(Format::Json, None, |mini| {
        mini.edit("disclosures.csv", |text| text.replace(",stated,", ",statd,"));
        mini.cell("disclosures.csv", 6, "likelihood", "statd");
        mini.cell("disclosures.csv", 2, "likelihood", "statd");
    });
    assert_eq!(text.lines().count(), 1, "{text}");
    let problem: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    insta::assert_snapshot!(problem["message"].as_str().unwrap_or_default(), @"`statd` is not one of the terms of `likelihood`; the same in 4 more cells: data/disclosures.csv:3:71, data/disclosures.csv:4:70, data/disclosures.csv:5:76 and others");
    let at = |place: &serde_json::Value| (place["line"].as_u64(), place["column"].as_u64());
    let same: Vec<_> = problem["same"].as_array().into_iter().flatten().map(at).collect();
    assert_eq!(
        same,
        [(3, 71), (4, 70), (5, 76), (6, 72)].map(|(line, column)| (Some(line), Some(column)))
    );
}

#[test]
fn what_cannot_be_seen_is_shown_and_the_mark_stays_right() {
    let text = printed(Format::Human, None, |mini| {
        mini.edit("providers.csv", |text| format!("\u{feff}{text}"));
        mini.replace("providers.csv", "Helper", "Hel\u{a0}\u{200b}per");
        mini.replace(
            "vocabulary/features.csv",
            "messages,Messages",
            "messages,\u{200b}Mess\u{1}ages",
        );
    });
    insta::assert_snapshot!(text, @r#"
error[forbidden-character]: U+200B is a zero-width character
 --> data/vocabulary/features.csv:2:10
  |
2 | messages,⟨U+200B⟩Mess␁ages,Writing to each other.
  |          ^^^^^^^^ `name`
  |
  = help: delete it
  = note: docs/rules.md#forbidden-character

error[byte-order-mark]: the file starts with a byte order mark
 --> data/providers.csv:1:1
  |
1 | ⟨U+FEFF⟩key,name,aliases,withdrawn
  | ^
  |
  = help: run `cargo xtask sync`
  = note: docs/rules.md#byte-order-mark

error[forbidden-character]: U+00A0 is a no-break space
 --> data/providers.csv:2:11
  |
2 | helper,Hel⟨U+00A0⟩⟨U+200B⟩per,none,none
  |           ^^^^^^^^ `name`
  |
  = help: type an ordinary space
  = note: docs/rules.md#forbidden-character

3 problems; `cargo xtask sync` mends 1 of them
docs/rules.md and `cargo xtask check --explain CODE` tell more
"#);
}

/// How wide an excerpt is depends on nothing but the width that is asked for.
#[test]
fn excerpts_are_as_wide_as_asked_for() {
    let broken = broken(several);
    let wide = |columns: usize| print(&broken, Style::new(Format::Human, None).with_width(columns));
    let row = |text: &str| -> Vec<String> {
        let from = text.lines().skip_while(|line| !line.contains("engagements.csv:3"));
        from.skip(2).take(2).map(str::to_owned).collect()
    };
    insta::assert_snapshot!(row(&wide(80)).join("\n"), @r#"
3 | mailer-2025-03-01,mailer,communication,send-emial;support,"Sends e-mail, ...
  |                                        ^^^^^^^^^^ `purposes`
"#);
    insta::assert_snapshot!(row(&wide(0)).join("\n"), @r#"
3 | ...ion,send-emial;support,"Sends ...
  |        ^^^^^^^^^^ `purposes`
"#);
    assert_eq!(wide(1), wide(40));
}

/// The end of a report tells what `sync` mends and what waits.
#[test]
fn the_end_of_a_report() {
    let end = |change: &dyn Fn(&mut Mini)| {
        let text = printed(Format::Human, None, change);
        text.rsplit("\n\n").next().unwrap_or_default().to_owned()
    };
    let returns = |mini: &mut Mini| {
        mini.edit("providers.csv", |text| text.replace('\n', "\r\n"));
    };
    insta::assert_snapshot!(end(&returns), @r#"
1 problem; `cargo xtask sync` mends it
docs/rules.md and `cargo xtask check --explain CODE` tell more
"#);
    insta::assert_snapshot!(end(&|mini| {
        returns(mini);
        mini.edit("successions.csv", |text| format!("\u{feff}{text}"));
    }), @r#"
2 problems; `cargo xtask sync` mends all of them
docs/rules.md and `cargo xtask check --explain CODE` tell more
"#);
    insta::assert_snapshot!(end(&|mini| {
        returns(mini);
        mini.cell("vocabulary/features.csv", 2, "key", "");
        mini.replace("engagements.csv", "\"Sends e-mail, also in bulk.\"", "Sends, also");
    }), @r#"
3 problems; `cargo xtask sync` mends 1 of them
more may follow once data/vocabulary/features.csv and data/engagements.csv are mended, because some checks wait for that
docs/rules.md and `cargo xtask check --explain CODE` tell more
"#);
    insta::assert_snapshot!(end(&|mini| {
        for table in ["features", "contexts", "purposes", "sections"] {
            mini.set(&format!("vocabulary/{table}.csv"), "");
        }
        mini.set("register.json", "");
    }), @r#"
5 problems
more may follow once data/register.json, data/vocabulary/contexts.csv, data/vocabulary/features.csv and 2 other files are mended, because some checks wait for that
docs/rules.md and `cargo xtask check --explain CODE` tell more
"#);
}

/// A report of many problems is bounded for people, whole for programs.
#[test]
fn many_problems() {
    let broken = broken(|mini| {
        // Ten problems of one kind in one column would be one mistake.
        for table in
            ["contexts", "data-subjects", "features", "legal-bases", "purposes", "safeguards"]
        {
            for row in 0..9 {
                mini.add(&format!("vocabulary/{table}.csv"), &format!("z{row},Z\n"));
            }
        }
    });
    let printed = |format| print(&broken, Style::new(format, None));
    let text = printed(Format::Human);
    assert_eq!(text.matches("error[cell-count]").count(), 50);
    assert!(text.contains("\nand 4 more; "), "{text}");
    assert!(text.contains("\n54 problems\n"), "{text}");
    assert_eq!(printed(Format::Json).lines().count(), 54);
    assert_eq!(printed(Format::Github).lines().count(), 51);
}

/// What is not UTF-8, and what is binary, can be shown.
#[test]
fn damaged_files_can_be_shown() {
    let text = printed(Format::Human, None, |mini| {
        mini.set(
            "providers.csv",
            *b"key,name,aliases,withdrawn\nhelper,\xe9\x93Helper,none,none\n",
        );
        mini.set("successions.csv", *b"\xff\xfek\0e\0y\0");
    });
    insta::assert_snapshot!(text, @r#"
error[not-utf8]: byte 0xE9 is not UTF-8; the file seems to be Windows-1252
 --> data/providers.csv:2:8
  |
2 | helper,�Helper,none,none
  |        ^
  |
  = help: save it as "CSV UTF-8"; look at quotation marks, dashes and accents afterwards
  = note: docs/rules.md#not-utf8

error[not-utf8]: the file is UTF-16 or binary, not UTF-8 text
 --> data/successions.csv:1:1
  |
1 | ��k␀e␀y␀
  | ^
  |
  = help: save it as "CSV UTF-8"
  = note: docs/rules.md#not-utf8

2 problems
more may follow once data/providers.csv and data/successions.csv are mended, because some checks wait for that
docs/rules.md and `cargo xtask check --explain CODE` tell more
"#);
}

#[test]
fn every_code_has_its_place_in_the_docs() {
    let page = std::fs::read_to_string(root().join("docs/rules.md")).expect("the page");
    for code in Code::all() {
        assert_eq!(page.matches(&format!("\n### {}\n", code.name)).count(), 1, "{}", code.name);
    }
}
