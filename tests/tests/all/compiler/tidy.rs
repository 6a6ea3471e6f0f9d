//! What `sync` mends without asking, what it refuses to touch, and that it loses nothing.

use service_providers_codegen::{Report, Tidied, compile, tidy};
use service_providers_tests::mini::Mini;

/// A miniature register after a change, tidied: the files that were mended.
fn mended(change: impl FnOnce(&mut Mini)) -> Vec<Tidied> {
    let mut mini = Mini::new();
    change(&mut mini);
    let tidying = tidy(&mini.sources);
    assert!(tidying.blocking.is_empty(), "{}", tidying.blocking);
    tidying.files.into_iter().filter(|file| !file.mended.is_empty()).collect()
}

/// What was mended in the one file that was, and that the file is now as it was before the change.
fn undone(change: impl FnOnce(&mut Mini)) -> String {
    let files = mended(change);
    let [file] = files.as_slice() else { panic!("one file is mended: {files:?}") };
    let text = String::from_utf8(file.bytes.clone()).expect("text");
    assert_eq!(text, Mini::new().text(&file.path));
    file.mended.join(", ")
}

/// Why files were left alone.
fn blocking(change: impl FnOnce(&mut Mini)) -> Report {
    let mut mini = Mini::new();
    change(&mut mini);
    tidy(&mini.sources).blocking
}

#[test]
fn a_tidy_register_is_left_alone() {
    assert_eq!(mended(|_| {}), []);
    for file in tidy(&Mini::new().sources).files {
        assert_eq!(String::from_utf8(file.bytes).expect("text"), Mini::new().text(&file.path));
    }
}

#[test]
fn what_spreadsheets_do_is_undone() {
    const FILE: &str = "providers.csv";
    let said = undone(|r| {
        r.edit(FILE, |text| format!("\u{feff}{}", text.replace('\n', "\r\n").trim_end()));
    });
    assert_eq!(said, "byte-order-mark, carriage-return, no-final-newline");
    assert_eq!(
        undone(|r| {
            r.add(FILE, ",,,\n,,,\n");
        }),
        "blank-row"
    );
    assert_eq!(
        undone(|r| {
            r.edit(FILE, |text| text.replace('\n', ",,\n"));
        }),
        "empty-column"
    );
    assert_eq!(
        undone(|r| {
            r.edit(FILE, |text| text.replace("none\n", "none,\n"));
        }),
        "empty-column"
    );
    assert_eq!(
        undone(|r| {
            r.replace(FILE, "Helper,none", "\"Helper\",none");
        }),
        "needless-quotes"
    );
    assert_eq!(
        undone(|r| {
            r.replace(FILE, "key,name,", "\"key\",name,");
        }),
        "needless-quotes"
    );
    assert_eq!(
        undone(|r| {
            r.replace(FILE, "key,name,", "key, name ,");
        }),
        "outer-space"
    );
}

#[test]
fn other_separators_become_commas() {
    const FILE: &str = "providers.csv";
    for mark in [";", "\t", "|"] {
        let said = undone(|r| {
            r.edit(FILE, |text| {
                let text =
                    text.replace(',', mark).replace(&format!("Mailer{mark} Inc."), "Mailer, Inc.");
                format!("\u{feff}{}", text.replace('\n', "\r\n"))
            });
        });
        assert_eq!(said, "wrong-separator, byte-order-mark, carriage-return", "{mark}");
    }
    // A list without quotation marks is cut: nobody knows where its cell ends.
    let report = blocking(|r| {
        r.edit(FILE, |text| text.replace('"', "").replace(',', ";"));
    });
    assert_eq!(report.problems().len(), 1);
}

#[test]
fn no_break_spaces_around_a_cell_go() {
    let said = undone(|r| {
        r.replace("providers.csv", "Helper,none", "\u{a0}Helper\u{202f},none");
        r.replace("providers.csv", ";Mailer.io", ";\u{a0}Mailer.io");
    });
    assert_eq!(said, "cells trimmed or normalised (2)");
}

#[test]
fn rows_lists_and_columns_are_put_in_order() {
    let said = undone(|r| {
        r.edit("providers.csv", |text| {
            let mut lines: Vec<&str> = text.lines().collect();
            lines[1..].reverse();
            lines.join("\n") + "\n"
        });
    });
    assert_eq!(said, "rows sorted");
    assert_eq!(
        undone(|r| {
            r.replace("engagements.csv", "de;fr", "fr;de");
        }),
        "lists sorted (1)"
    );
    let said = undone(|r| {
        r.set("vocabulary/sections.csv", "name,key,description,position\nTechnical,technical,Part of the service.,10\nWebsite,website,For the website.,20\n");
    });
    assert_eq!(said, "column-order");
    // Numbers by their value: 10, 20, 100.
    assert_eq!(
        mended(|r| {
            r.cell("disclosures.csv", 5, "position", "9");
        })
        .len(),
        1
    );
}

/// Rows of a document by their numbers, parts of a row by theirs.
#[test]
fn listings_are_put_in_the_order_of_the_document() {
    let files = mended(|r| {
        r.add(
            "listings.csv",
            "list-2025,10,2,a,none,none,A,unknown,none,unknown,unknown,unknown,unknown\n\
             list-2025,10,1,a,none,none,A,unknown,none,unknown,unknown,unknown,unknown\n\
             list-2025,9,1,a,none,none,A,unknown,none,unknown,unknown,unknown,unknown\n",
        );
    });
    let text = String::from_utf8(files[0].bytes.clone()).expect("text");
    let places: Vec<String> = (text.lines().skip(1))
        .map(|line| line.split(',').take(3).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(
        places,
        [
            "list-2024 1 1",
            "list-2025 1 1",
            "list-2025 2 1",
            "list-2025 9 1",
            "list-2025 10 1",
            "list-2025 10 2",
            "practices 1 1",
            "practices 2 1",
            "practices-2025 1 1"
        ]
    );
}

#[test]
fn cells_are_trimmed_and_normalised() {
    let said = undone(|r| {
        r.replace("providers.csv", "Helper,none", " Helper ,none  ");
    });
    assert_eq!(said, "cells trimmed or normalised (2)");
    assert_eq!(
        undone(|r| {
            r.replace("engagements.csv", "de;fr", "de ; fr");
        }),
        "cells trimmed or normalised (1)"
    );
    let files = mended(|r| {
        r.replace("providers.csv", "Helper", "He\u{301}lper");
    });
    assert!(String::from_utf8_lossy(&files[0].bytes).contains("H\u{e9}lper"));
    assert_eq!(
        undone(|r| {
            r.replace("register.json", "\"name\": \"Acme\"", "\"name\":  \" Acme\"");
        }),
        "layout"
    );
}

#[test]
fn files_in_doubt_are_left_alone() {
    let report = blocking(|r| {
        r.replace("providers.csv", "helper,Helper,", "helper,Helper, Inc.,");
        r.edit("successions.csv", |text| text.replace(',', ";").replace("in its", "in; its"));
        r.replace("vocabulary/contexts.csv", "newsletter,Newsletter", "newsletter,\"Newsletter");
        r.edit("vocabulary/features.csv", |text| text.replace('\n', "\r"));
        r.replace("vocabulary/sections.csv", "position,description", "position,text");
        r.edit("vocabulary/purposes.csv", |text| text.replace('\n', ",\n") + "x,X,none,X.,y\n");
        r.replace("register.json", "\"key\": \"acme\",", "\"key\": \"a\", \"key\": \"b\",");
    });
    insta::assert_snapshot!(report, @r#"
data/register.json:4:17: duplicate-member: `key` is here a second time; keep one of the two
data/vocabulary/contexts.csv:2:12: unclosed-quote: the quotation mark is not closed; close it, or join the lines of the cell
data/vocabulary/features.csv:1:21: old-line-ends: the lines end with only a carriage return; save the file again as "CSV UTF-8"
data/vocabulary/purposes.csv:4:13: unknown-column: a cell under no column's name; move it into its column, or take it out
data/vocabulary/sections.csv:1:19: unknown-column: `text` is not a column of sections; the header is: key,name,position,description
data/providers.csv:2:8: cell-count: the row has 5 cells, the header 4; the comma in `name` seems to be one of its text; put the cell in quotation marks
data/successions.csv:1:1: wrong-separator: the cells are separated by semicolons; save it again with the comma: in LibreOffice tick "Edit filter settings" and choose `,`; in Excel set the list separator of the system to `,`
"#);
}

#[test]
fn numbers_that_cannot_be_kept_are_refused() {
    let report = blocking(|r| {
        r.replace("register.json", "\"format_version\": 2", "\"format_version\": 2e999");
    });
    insta::assert_snapshot!(report, @"data/register.json:2:21: not-json: `2e999` is not a whole number; mend the file at this place");
}

/// What the report calls mendable, `sync` mends: afterwards no such problem is left.
#[test]
fn what_is_called_mendable_is_mended() {
    let mut mini = Mini::new();
    mini.edit("providers.csv", |text| {
        let mut lines: Vec<&str> = text.lines().collect();
        lines[1..].reverse();
        format!("\u{feff}{},\r\n,,,\r\n", lines.join(",\r\n"))
    });
    mini.replace("providers.csv", "Helper,none", "He\u{301}lper ,\"none\"");
    mini.replace("engagements.csv", "de;fr", "fr; de");
    let mut codes: Vec<&str> =
        mini.report().problems().iter().map(|problem| problem.code.name).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(
        codes,
        [
            "blank-row",
            "byte-order-mark",
            "carriage-return",
            "empty-column",
            "needless-quotes",
            "not-nfc",
            "outer-space",
            "unsorted-rows"
        ]
    );
    for file in tidy(&mini.sources).files {
        mini.set(&file.path, file.bytes);
    }
    let report = mini.report();
    insta::assert_snapshot!(report, @"data/listings.csv:4:46: published-name: `Helper` is neither the name nor an alias of `helper`; cite an engagement of the right provider, or add the printed name to its aliases");
    assert!(tidy(&mini.sources).files.iter().all(|file| file.mended.is_empty()));
    mini.replace("providers.csv", "H\u{e9}lper", "Helper");
    compile(&mini.sources).expect("nothing is left");
}

/// A miniature register after a change and tidying: the text of a file.
fn after(path: &str, change: impl FnOnce(&mut Mini)) -> String {
    let mut mini = Mini::new();
    change(&mut mini);
    let file = tidy(&mini.sources).files.into_iter().find(|file| file.path == path);
    file.map_or_else(|| mini.text(path), |file| String::from_utf8(file.bytes).expect("text"))
}

/// A row whose key is blank, wrong or taken is known by its neighbours alone.
#[test]
fn rows_stay_where_they_are_when_a_key_is_in_doubt() {
    for key in ["", "# check this", "Total: 56", "Zzz", "oldmail", "helper helper"] {
        let text = after("providers.csv", |r| {
            r.replace("providers.csv", "mailer,Mailer,", &format!("{key},Mailer ,"));
        });
        let row = text.lines().nth(2).unwrap_or_default();
        assert!(row.starts_with(&format!("{key},Mailer,")), "{key}: {text}");
    }
    // A reference that leads nowhere says whose row it is by where it stands.
    let text = after("disclosures.csv", |r| {
        r.cell("disclosures.csv", 4, "engagement", "");
    });
    assert_eq!(text.lines().position(|line| line.starts_with(',')), Some(3));
    let text = after("disclosures.csv", |r| {
        r.cell("disclosures.csv", 4, "engagement", "a-mailer");
    });
    assert_eq!(text.lines().position(|line| line.starts_with("a-mailer")), Some(3));
}

#[test]
fn a_list_with_a_blank_item_keeps_its_order() {
    let text = after("engagements.csv", |r| {
        r.replace("engagements.csv", "de;fr", "fr;; de;");
    });
    assert!(text.contains(",fr;;de;,"), "{text}");
}

#[test]
fn space_that_check_refuses_is_not_taken_away() {
    let text = after("providers.csv", |r| {
        r.replace("providers.csv", "Helper,none", "Hel\u{a0}per,none");
        r.replace("providers.csv", "Oldmail,none", "Oldmail , none ");
    });
    assert!(text.contains("Hel\u{a0}per,none"), "{text}");
    assert!(text.contains("Oldmail,none"), "{text}");
}

/// One file that cannot be read keeps no other from being mended.
#[test]
fn the_others_are_mended_when_a_file_is_in_doubt() {
    let mut mini = Mini::new();
    mini.replace("providers.csv", "helper,Helper,", "helper,Helper, Inc.,");
    mini.replace("engagements.csv", "de;fr", "fr;de");
    let tidying = tidy(&mini.sources);
    assert_eq!(tidying.blocking.problems().len(), 1);
    assert!(!tidying.files.iter().any(|file| file.path == "providers.csv"));
    let engagements = tidying.files.iter().find(|file| file.path == "engagements.csv");
    assert_eq!(
        engagements.map(|file| file.mended.as_slice()),
        Some(&["lists sorted (1)".to_owned()][..])
    );
}

/// What `sync` cannot mend because of something else in the file is not called mendable.
#[test]
fn what_is_out_of_reach_is_not_called_mendable() {
    let mut mini = Mini::new();
    mini.edit("providers.csv", |text| text.replace('\n', "\r\n"));
    let mendable = |mini: &Mini| -> Vec<bool> {
        mini.report().problems().iter().map(|problem| problem.mendable).collect()
    };
    assert_eq!(mendable(&mini), [true]);
    mini.replace("providers.csv", "helper,Helper,", "helper,Helper, Inc.,");
    assert_eq!(mendable(&mini), [false, false]);
}
