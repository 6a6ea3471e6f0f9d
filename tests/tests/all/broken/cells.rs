//! Files that cannot be cut into cells without doubt.

use super::broken;

broken! {
    missing_file: |r| { r.sources.remove_data("vocabulary/contexts.csv"); } => r#"
data/vocabulary/contexts.csv:1:1: missing-file: the file is missing; put it back; a new table starts with its header line
"#;
    missing_register_file: |r| { r.sources.remove_data("register.json"); } => r#"
data/register.json:1:1: missing-file: the file is missing; put it back; schema/README.md shows what it holds
"#;
    unknown_file: |r| { r.set("provider.csv", "key,name\n"); } => r#"
data/provider.csv:1:1: unknown-file: `provider.csv` is not a table of the register; `providers.csv` is there; if this file is the newer one, put it in the place of `providers.csv`; otherwise delete it, or move it out of the data folder
"#;
    unknown_file_in_folder: |r| { r.set("old/notes.json", "{}"); } => r#"
data/old/notes.json:1:1: unknown-file: `old/notes.json` is not a table of the register; move it out of the data folder
"#;
    not_utf8: |r| { r.set("providers.csv", *b"key,name,aliases,withdrawn\nx,\xff,none,none\n"); } => r#"
data/providers.csv:2:3: not-utf8: byte 0xFF is not UTF-8; the file seems to be Windows-1252; save it as "CSV UTF-8"; look at quotation marks, dashes and accents afterwards
"#;
    nul: |r| { r.replace("providers.csv", "Helper", "Hel\0per"); } => r#"
data/providers.csv:2:11: not-utf8: the file is UTF-16 or binary, not UTF-8 text; save it as "CSV UTF-8"
"#;
    no_final_newline: |r| { r.edit("providers.csv", |text| text.trim_end().to_owned()); } => r#"
data/providers.csv:4:26: no-final-newline: the last line does not end; run `cargo xtask sync`
"#;
    large_file: |r| { r.set("providers.csv", vec![0; (256 << 20) + 1]); } => r#"
data/providers.csv:1:1: over-limit: the file has 268435457 bytes, at most 268435456; look for rows that are there by mistake
"#;
    empty_file: |r| { r.set("providers.csv", ""); } => r#"
data/providers.csv:1:1: missing-column: the file is empty; the header is: key,name,aliases,withdrawn
"#;
    header_alone_without_end: |r| { r.set("practice-subjects.csv", "practice"); } => r#"
data/practice-subjects.csv:1:1: missing-column: the header lacks position, data_subject, relation, condition; the header is: practice,position,data_subject,relation,condition
data/practice-subjects.csv:1:9: no-final-newline: the last line does not end; run `cargo xtask sync` once the file's other errors are mended
"#;
    missing_column: |r| { r.replace("vocabulary/sections.csv", "name,position,", "name,"); } => r#"
data/vocabulary/sections.csv:1:1: missing-column: the header lacks position; the header is: key,name,position,description
"#;
    missing_columns: |r| { r.replace("successions.csv", "certainty,evidence,", ""); } => r#"
data/successions.csv:1:1: missing-column: the header lacks certainty, evidence; the header is: predecessor,successor,kind,edition,certainty,evidence,document,withdrawn
"#;
    unknown_column: |r| { r.replace("providers.csv", "key,name,", "key,nmae,"); } => r#"
data/providers.csv:1:5: unknown-column: `nmae` is not a column of providers; did you mean `name`?
"#;
    additional_column: |r| { r.replace("providers.csv", ",withdrawn", ",withdrawn,colour"); } => r#"
data/providers.csv:1:28: unknown-column: `colour` is not a column of providers; the header is: key,name,aliases,withdrawn
"#;
    column_twice: |r| { r.replace("providers.csv", "key,name,aliases", "key,name,name,aliases"); } => r#"
data/providers.csv:1:10: unknown-column: the column `name` is here a second time; the header is: key,name,aliases,withdrawn
"#;
    column_without_name: |r| { r.replace("providers.csv", "key,name,aliases", "key,name,,aliases"); } => r#"
data/providers.csv:1:10: unknown-column: column 3 has no name; the header is: key,name,aliases,withdrawn
"#;
    quote_in_header: |r| { r.replace("providers.csv", "key,name", "key,na\"me"); } => r#"
data/providers.csv:1:1: stray-quote: a quotation mark in the header; the header is: key,name,aliases,withdrawn
"#;
    quoted_header: |r| { r.replace("providers.csv", "key,name,", "key,\"name\","); } => r#"
data/providers.csv:1:5: needless-quotes: a column's name needs no quotation marks; run `cargo xtask sync`
"#;
    spaced_header: |r| { r.replace("providers.csv", "key,name,", "key, name,"); } => r#"
data/providers.csv:1:5: outer-space: space before or after a column's name; run `cargo xtask sync`
"#;
    unclosed_quote: |r| { r.replace("providers.csv", "Mailer.io\"", "Mailer.io"); } => r#"
data/providers.csv:3:15: unclosed-quote: the quotation mark is not closed; close it, or join the lines of the cell
"#;
    line_break_in_cell: |r| { r.replace("providers.csv", "Mailer, Inc.", "Mailer,\nInc."); } => r#"
data/providers.csv:3:15: unclosed-quote: the cell goes on over line ends up to line 4; close it, or join the lines of the cell
"#;
    stray_quote: |r| { r.replace("providers.csv", "Helper", "The \"Helper\""); } => r#"
data/providers.csv:2:12: stray-quote: a quotation mark in the middle of a cell; put the whole cell in quotation marks and double the ones inside
"#;
    text_after_quote: |r| { r.replace("providers.csv", "Mailer.io\"", "Mailer.io\" "); } => r#"
data/providers.csv:3:38: stray-quote: a quotation mark in the middle of a cell; put the whole cell in quotation marks and double the ones inside
"#;
    opening_quote_missing: |r| { r.replace("providers.csv", "\"Mailer, Inc.;Mailer.io\"", "Mailer Inc.;Mailer.io\""); } => r#"
data/providers.csv:3:36: stray-quote: a closing quotation mark without an opening one; put the opening mark before the cell's first letter, or take this one out
"#;
    opening_quote_missing_with_comma: |r| { r.replace("providers.csv", "\"Mailer, Inc.;Mailer.io\"", "Mailer, Inc.;Mailer.io\""); } => r#"
data/providers.csv:3:37: stray-quote: a closing quotation mark without an opening one; put the opening mark before the cell's first letter, or take this one out
"#;
    copied_file: |r| { r.set("providers copy.csv", "key,name\n"); } => r#"
data/providers copy.csv:1:1: unknown-file: `providers copy.csv` is not a table of the register; `providers.csv` is there; if this file is the newer one, put it in the place of `providers.csv`; otherwise delete it, or move it out of the data folder
"#;
    numbered_copy: |r| { let text = r.text("providers.csv"); r.set("Providers (1).csv", text).sources.remove_data("providers.csv"); } => r#"
data/Providers (1).csv:1:1: unknown-file: `Providers (1).csv` is not a table of the register; did you mean `providers.csv`?
data/providers.csv:1:1: missing-file: the file is missing; put it back; a new table starts with its header line
"#;
    old_file_in_folder: |r| { r.set("old/providers.csv", "key,name\n"); } => r#"
data/old/providers.csv:1:1: unknown-file: `old/providers.csv` is not a table of the register; `providers.csv` is there; if this file is the newer one, put it in the place of `providers.csv`; otherwise delete it, or move it out of the data folder
"#;
    file_outside_its_folder: |r| { let text = r.text("vocabulary/countries.csv"); r.set("countries.csv", text).sources.remove_data("vocabulary/countries.csv"); } => r#"
data/countries.csv:1:1: unknown-file: `countries.csv` is not a table of the register; did you mean `vocabulary/countries.csv`?
data/vocabulary/countries.csv:1:1: missing-file: the file is missing; put it back; a new table starts with its header line
"#;
    needless_quotes: |r| { r.replace("providers.csv", "Helper,none", "\"Helper\",\"none\""); } => r#"
data/providers.csv:2:8: needless-quotes: the cell needs no quotation marks; run `cargo xtask sync`
"#;
    too_many_cells: |r| { r.replace("providers.csv", "Helper,none", "Helper, Inc.,none"); } => r#"
data/providers.csv:2:8: cell-count: the row has 5 cells, the header 4; the comma in `name` seems to be one of its text; put the cell in quotation marks
"#;
    comma_without_space: |r| { r.replace("providers.csv", "Helper,none", "Helper,Inc.,none"); } => r#"
data/providers.csv:2:1: cell-count: the row has 5 cells, the header 4; a cell with a comma must be in quotation marks
"#;
    long_cell: |r| { r.add("providers.csv", &format!("z,\"{}\",none,none\n", "z, ".repeat(30_000))); } => r#"
data/providers.csv:5:1: over-limit: the line has 90014 bytes, at most 65536; look for a cell that is far too long
"#;
    too_few_cells: |r| { r.replace("providers.csv", "helper,Helper,none,none", "helper,Helper,none"); } => r#"
data/providers.csv:2:1: cell-count: the row has 3 cells, the header 4; look for a missing comma or quotation mark
"#;
    carriage_return_in_line: |r| { r.replace("providers.csv", "Helper", "Hel\rper"); } => r#"
data/providers.csv:2:11: forbidden-character: U+000D is a control character; delete it
"#;
    old_line_ends: |r| { r.edit("providers.csv", |text| text.replace('\n', "\r")); } => r#"
data/providers.csv:1:27: old-line-ends: the lines end with only a carriage return; save the file again as "CSV UTF-8"
"#;
    long_line: |r| { r.add("providers.csv", &format!("z,{},none,none\n", "z".repeat(70_000))); } => r#"
data/providers.csv:5:1: over-limit: the line has 70012 bytes, at most 65536; look for a cell that is far too long
"#;
    too_many_rows: |r| { r.add("successions.csv", &"\n".repeat(1_000_001)).add("successions.csv", "z\n"); } => r#"
data/successions.csv:3:1: blank-row: 1000001 rows without any cell filled in; run `cargo xtask sync` once the file's other errors are mended
data/successions.csv:1000004:1: over-limit: the table has more than 1000000 rows; split the register, or look for rows that are here by mistake
"#;
    too_many_terms: |r| { r.add("vocabulary/contexts.csv", &"\n".repeat(15_000)).add("vocabulary/contexts.csv", "z,Z,Z.\n"); } => r#"
data/vocabulary/contexts.csv:3:1: blank-row: 15000 rows without any cell filled in; run `cargo xtask sync` once the file's other errors are mended
data/vocabulary/contexts.csv:15003:1: over-limit: the table has more than 15000 rows; split the register, or look for rows that are here by mistake
"#;
    too_many_providers: |r| { r.add("providers.csv", &"\n".repeat(50_000)).add("providers.csv", "z,Z,none,none\n"); } => r#"
data/providers.csv:5:1: blank-row: 50000 rows without any cell filled in; run `cargo xtask sync` once the file's other errors are mended
data/providers.csv:50005:1: over-limit: the table has more than 50000 rows; split the register, or look for rows that are here by mistake
"#;
    long_header: |r| { r.replace("providers.csv", ",withdrawn", &format!(",{}", "z".repeat(70_000))); } => r#"
data/providers.csv:1:1: over-limit: the header has 70017 bytes, at most 65536; the header is: key,name,aliases,withdrawn
"#;
    joined_files: |r| { r.add("providers.csv", "\u{feff}zebra,Zebra,none,none\n"); } => r#"
data/providers.csv:5:1: forbidden-character: a byte order mark in the middle of the file; delete it; it is left where two files were joined
"#;
    repeated_header: |r| { r.add("providers.csv", "key,name,aliases,withdrawn\n"); } => r#"
data/providers.csv:5:1: repeated-header: the header is here a second time; delete the line
"#;
    repeated_header_between: |r| { r.edit("vocabulary/purposes.csv", |text| text.replace("support,", "key,name,dpv,description\nsupport,")); } => r#"
data/vocabulary/purposes.csv:3:1: repeated-header: the header is here a second time; delete the line
"#;
    conflict: |r| { r.edit("providers.csv", |text| text.replace("helper,Helper,none,none\n", "<<<<<<< HEAD\nhelper,Helper,none,none\n=======\n>>>>>>> other\n")); } => r#"
data/providers.csv:2:1: conflict: a merge conflict begins here: two versions of the same rows; keep one of them, and delete the lines with <<<<<<<, ======= and >>>>>>>
"#;
    conflict_of_two_versions: |r| { r.edit("vocabulary/contexts.csv", |text| text.replace("newsletter,", "<<<<<<< HEAD\nalerts,Alerts,Alerts.\n=======\nletters,Letters,Letters.\n>>>>>>> other\nnewsletter,")); } => r#"
data/vocabulary/contexts.csv:2:1: conflict: a merge conflict begins here: two versions of the same rows; keep one of them, and delete the lines with <<<<<<<, ======= and >>>>>>>
"#;
    not_json: |r| { r.replace("register.json", "\"format_version\": 2,", "\"format_version\": 2"); } => r#"
data/register.json:2:22: not-json: Expected comma; put a comma after the previous part
"#;
    json_comment: |r| { r.replace("register.json", "{\n  \"format_version\"", "{\n  // one\n  \"format_version\""); } => r#"
data/register.json:2:3: not-json: Comments are not allowed; mend the file at this place
"#;
    json_deep: |r| { r.set("register.json", "[".repeat(400) + &"]".repeat(400) + "\n"); } => r#"
data/register.json:1:33: not-json: the file is nested more than 32 levels deep; mend the file at this place
"#;
    json_very_deep: |r| { r.set("register.json", "[".repeat(100_000) + "\n"); } => r#"
data/register.json:1:513: not-json: Maximum nesting depth exceeded; mend the file at this place
"#;
    json_number: |r| { r.replace("register.json", "\"format_version\": 2", "\"format_version\": 2e999"); } => r#"
data/register.json:2:21: not-json: `2e999` is not a whole number; mend the file at this place
"#;
    json_fraction: |r| { r.replace("register.json", "\"format_version\": 2", "\"format_version\": 2.0"); } => r#"
data/register.json:2:21: not-json: `2.0` is not a whole number; mend the file at this place
"#;
    empty_json: |r| { r.set("register.json", " \n"); } => r#"
data/register.json:1:1: not-json: the file is empty; put the file back
"#;
    json_space: |r| { r.replace("register.json", "{\n    \"key\": \"acme\"", "{\n   \u{a0}\"key\": \"acme\""); } => r#"
data/register.json:4:4: not-json: U+00A0 is not a space that JSON allows; type an ordinary space, or delete it
"#;
    json_form_feed: |r| { r.replace("register.json", "{\n    \"key\": \"acme\"", "{\n   \u{c}\"key\": \"acme\""); } => r#"
data/register.json:4:4: not-json: U+000C is not a space that JSON allows; type an ordinary space, or delete it
"#;
    duplicate_member: |r| { r.replace("register.json", "\"key\": \"acme\",", "\"key\": \"acme\",\n    \"key\": \"acme\","); } => r#"
data/register.json:5:5: duplicate-member: `key` is here a second time; keep one of the two
"#;
}

/// Where a mark is missing, a later one must not seem to close the cell: after 50 lines none is
/// looked for.
#[test]
fn line_breaks_without_end() {
    let closed_after = |lines: usize| {
        let report = service_providers_tests::mini::broken(|r| {
            r.replace(
                "providers.csv",
                "Mailer, Inc.",
                &format!("Mailer,{}\nInc.", "\nor".repeat(lines)),
            );
        });
        report.problems()[0].message.clone()
    };
    assert_eq!(closed_after(48), "the cell goes on over line ends up to line 52");
    assert_eq!(closed_after(49), "the quotation mark is not closed");
}
