//! One mistake is one error: no row is blamed for what is wrong with another.

use super::broken;

broken! {
    bad_cell_of_a_provider: |r| { r.cell("providers.csv", 3, "aliases", ""); } => r#"
data/providers.csv:3:15: blank-cell: `aliases` is blank; write the fact, or `none`
"#;
    ragged_provider: |r| { r.replace("providers.csv", "helper,Helper,", "helper,Helper, Inc.,"); } => r#"
data/providers.csv:2:1: cell-count: the row has 5 cells, the header 4; a cell with a comma must stand in quotation marks
"#;
    unclosed_provider: |r| { r.replace("providers.csv", "helper,Helper,", "helper,\"Helper,"); } => r#"
data/providers.csv:2:8: unclosed-quote: the quotation mark is not closed; close it, or join the lines of the cell
"#;
    blank_key_of_a_provider: |r| { r.cell("providers.csv", 2, "key", ""); } => r#"
data/providers.csv:2:1: blank-cell: `key` is blank; this column always needs a fact
"#;
    bad_key_of_a_purpose: |r| { r.cell("vocabulary/purposes.csv", 2, "key", "Send E-Mail"); } => r#"
data/vocabulary/purposes.csv:2:1: form: `Send E-Mail` is not lower-case letters and digits, words joined by single hyphens; write `send-e-mail`
"#;
    bad_key_of_a_wider_term: |r| { r.cell("vocabulary/data-subjects.csv", 4, "key", "User"); } => r#"
data/vocabulary/data-subjects.csv:4:1: form: `User` is not lower-case letters and digits, words joined by single hyphens; write `user`
"#;
    bad_cell_of_an_engagement: |r| { r.cell("engagements.csv", 2, "summary", ""); } => r#"
data/engagements.csv:2:57: blank-cell: `summary` is blank; this column always needs a fact
"#;
    ragged_engagement: |r| { r.replace("engagements.csv", "Sent e-mail.", "Sent, e-mail."); } => r#"
data/engagements.csv:4:1: cell-count: the row has 23 cells, the header 22; a cell with a comma must stand in quotation marks
"#;
    ragged_disclosure: |r| { r.replace("disclosures.csv", "oldmail-2024-01-15,10,", "oldmail-2024-01-15,10,,"); } => r#"
data/disclosures.csv:6:1: cell-count: the row has 14 cells, the header 13; a cell with a comma must stand in quotation marks
"#;
    misspelt_engagement: |r| { r.cell("disclosures.csv", 6, "engagement", "oldmail-2024-01-51"); } => r#"
data/disclosures.csv:6:1: unknown-reference: `oldmail-2024-01-51` is not a key of engagements; allowed: `helper-2025-03-01`, `mailer-2025-03-01`, `oldmail-2024-01-15`; or add its row to engagements.csv first
"#;
    bad_cell_of_a_category: |r| { r.cell("vocabulary/data-categories.csv", 3, "special_care", "much"); } => r#"
data/vocabulary/data-categories.csv:3:99: term: `much` is not one of the terms of `special_care`; allowed: `abuse-material`, `birth-date`, `credential`, `financial`, `none`, `precise-location`, `recording`, `special-category`
"#;
    unreadable_providers: |r| { r.set("providers.csv", "key;name;aliases;withdrawn\n"); } => r#"
data/providers.csv:1:1: wrong-separator: the cells are separated by semicolons; export the file again with the comma as separator
"#;
    missing_engagements: |r| { r.sources.remove_data("engagements.csv"); } => r#"
data/engagements.csv:1:1: missing-file: the file is missing; put it back; a new table starts with its header line
"#;
    unreadable_register_file: |r| { r.replace("register.json", "\"key\": \"acme\"", "\"key\" \"acme\""); } => r#"
data/register.json:4:11: not-json: Expected colon after the string or word in object property; mend the file at this place
"#;
    bad_member_of_register_file: |r| { r.replace("register.json", "\"key\": \"acme\"", "\"key\": \"Acme\""); } => r#"
data/register.json:4:12: form: `Acme` is not lower-case letters and digits, words joined by single hyphens; write `acme`
"#;
    two_mistakes_in_a_row: |r| { r.cell("providers.csv", 2, "aliases", "").cell("providers.csv", 2, "withdrawn", ""); } => r#"
data/providers.csv:2:15: blank-cell: `aliases` is blank; write the fact, or `none`
data/providers.csv:2:16: blank-cell: `withdrawn` is blank; write the fact, or `none`
"#;
    two_mistakes_in_a_cell: |r| { r.cell("providers.csv", 2, "name", "=\u{200b}<b>"); } => r#"
data/providers.csv:2:9: forbidden-character: U+200B is a zero-width character; delete it
"#;
    unreadable_vocabularies: |r| {
        for path in ["countries", "purposes", "safeguards"] {
            r.set(&format!("vocabulary/{path}.csv"), "\u{1}\n");
        }
    } => r#"
data/vocabulary/countries.csv:1:1: unknown-column: `\u{1}` is not a column of countries; the header is: key,name,eea
data/vocabulary/purposes.csv:1:1: unknown-column: `\u{1}` is not a column of purposes; the header is: key,name,dpv,description
data/vocabulary/safeguards.csv:1:1: unknown-column: `\u{1}` is not a column of safeguards; the header is: key,name,dpv,description
"#;
}
