//! Rows that do not fit their schema, and schema files that do not fit the tables.

use super::broken;

broken! {
    schema_file_missing: |r| { r.sources.remove_schema("providers.schema.json"); } => r#"
schema/providers.schema.json:1:1: schema-file: the schema file is missing; run `cargo xtask schema`
"#;
    schema_file_not_json: |r| { r.sources.set_schema("providers.schema.json", b"{".to_vec()); } => r#"
schema/providers.schema.json:1:1: schema-file: the schema file is not JSON: EOF while parsing an object at line 1 column 1; run `cargo xtask schema`
"#;
    schema_file_no_schema: |r| { r.sources.set_schema("providers.schema.json", br#"{"type": 7}"#.to_vec()); } => r#"
schema/providers.schema.json:1:1: schema-file: the schema file is not the one made from this tool's tables; run `cargo xtask schema`
"#;
    schema_file_looser: |r| {
        let file = r.sources.schema("providers.schema.json").map(|file| file.bytes.clone());
        let text = String::from_utf8(file.unwrap_or_default()).unwrap_or_default();
        r.sources.set_schema("providers.schema.json", text.replace("\"maxLength\": 64", "\"maxLength\": 65").into_bytes());
    } => r#"
schema/providers.schema.json:1:1: schema-file: the schema file is not the one made from this tool's tables; run `cargo xtask schema`
"#;
    schema_file_empty: |r| {
        r.sources.set_schema("contexts.schema.json", b"{}".to_vec());
        r.cell("vocabulary/contexts.csv", 2, "name", "");
    } => r#"
schema/contexts.schema.json:1:1: schema-file: the schema file is not the one made from this tool's tables; run `cargo xtask schema`
data/vocabulary/contexts.csv:2:12: blank-cell: `name` is blank; this column always needs a fact
"#;
    blank_cell: |r| { r.cell("providers.csv", 2, "aliases", ""); } => r#"
data/providers.csv:2:15: blank-cell: `aliases` is blank; write the fact, or `none`
"#;
    blank_cell_of_spaces: |r| { r.replace("providers.csv", "helper,Helper,none", "helper,Helper, "); } => r#"
data/providers.csv:2:15: blank-cell: `aliases` is blank; write the fact, or `none`
"#;
    blank_fact: |r| { r.cell("successions.csv", 2, "evidence", ""); } => r#"
data/successions.csv:2:45: blank-cell: `evidence` is blank; this column always needs a fact
"#;
    blank_term: |r| { r.cell("successions.csv", 2, "kind", ""); } => r#"
data/successions.csv:2:16: blank-cell: `kind` is blank; allowed: `acquired`, `merged`, `renamed`, `replaced`, `split`
"#;
    blank_item: |r| { r.cell("engagements.csv", 2, "territory", "de;;fr"); } => r#"
data/engagements.csv:2:109: blank-cell: an item is blank; take out one semicolon, or write the item that is missing
"#;
    blank_alias: |r| { r.cell("providers.csv", 3, "aliases", "Mailer.io;"); } => r#"
data/providers.csv:3:25: blank-cell: an item is blank; take out one semicolon, or write the item that is missing
"#;
    key_with_capitals: |r| { r.cell("vocabulary/contexts.csv", 2, "key", "News Letter"); } => r#"
data/vocabulary/contexts.csv:2:1: form: `News Letter` is not lower-case letters and digits, words joined by single hyphens; write `news-letter`
"#;
    key_with_path: |r| { r.cell("providers.csv", 4, "key", "../../etc/passwd"); } => r#"
data/providers.csv:4:1: form: `../../etc/passwd` is not lower-case letters and digits, words joined by single hyphens; write `etc-passwd`
"#;
    key_with_letters_of_others: |r| { r.cell("vocabulary/countries.csv", 2, "key", "d\u{435}"); } => r#"
data/vocabulary/countries.csv:2:2: mixed-script: U+0435 in `dе` looks like a Latin letter and is not; type the word again on one keyboard layout
"#;
    date: |r| { r.cell("successions.csv", 2, "edition", "March 2025"); } => r#"
data/successions.csv:2:25: form: `March 2025` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; schema/README.md shows how each column is written
"#;
    number: |r| { r.cell("listings.csv", 2, "row", "two"); } => r#"
data/listings.csv:2:11: form: `two` is not a whole number from 1 to 999999, digits only; schema/README.md shows how each column is written
"#;
    number_too_large: |r| { r.cell("listings.csv", 2, "row", "4294967297"); } => r#"
data/listings.csv:2:11: form: `4294967297` is not a whole number from 1 to 999999, digits only; schema/README.md shows how each column is written
"#;
    number_zero: |r| { r.cell("listings.csv", 2, "row", "0"); } => r#"
data/listings.csv:2:11: form: `0` is not a whole number from 1 to 999999, digits only; schema/README.md shows how each column is written
"#;
    number_negative: |r| { r.cell("listings.csv", 2, "row", "-1"); } => r#"
data/listings.csv:2:11: formula: a cell that starts with `-` runs as a formula in a spreadsheet; digits only: write `1`
"#;
    party: |r| { r.cell("disclosures.csv", 2, "recipient", "provider:"); } => r#"
data/disclosures.csv:2:27: form: `provider:` is not `publisher`, `provider`, `provider:KEY` or a key of parties; write a provider's key after `provider:`
"#;
    term: |r| { r.cell("disclosures.csv", 4, "form", "hash"); } => r#"
data/disclosures.csv:4:63: term: `hash` is not one of the terms of `form`; did you mean `hashed`? allowed: `aggregated`, `anonymous`, `de-identified`, `hashed`, `plain`, `pseudonymous`, `unknown`
"#;
    digest_without_version: |r| { r.cell("listings.csv", 2, "data_digest", &"0".repeat(64)); } => r#"
data/listings.csv:2:96: form: `0000000000000000000000000000000000000000000000000000000000000000` is not `n1:` and 64 hexadecimal digits in lower case, or `unknown`; schema/README.md shows how each column is written
"#;
    term_like_none: |r| { r.cell("disclosures.csv", 2, "example", "maybe"); } => r#"
data/disclosures.csv:2:72: term: `maybe` is not one of the terms of `example`; allowed: `no`, `yes`
"#;
    word: |r| { r.cell("engagements.csv", 2, "summary", "unknown"); } => r#"
data/engagements.csv:2:39: word: `unknown` is not allowed in `summary`; this column always needs a fact
"#;
    word_of_another_column: |r| { r.cell("listings.csv", 4, "policy_url", "none"); } => r#"
data/listings.csv:4:53: word: `none` is not allowed in `policy_url`; write the fact, or `unknown`
"#;
    word_in_list_of_names: |r| { r.cell("providers.csv", 2, "aliases", "unknown"); } => r#"
data/providers.csv:2:15: word: `unknown` is not allowed in `aliases`; write the fact, or `none`
"#;
    long_key: |r| { let key = "k".repeat(65); r.add("vocabulary/contexts.csv", &format!("{key},Z,Z.\n")); } => r#"
data/vocabulary/contexts.csv:3:1: too-long: 65 characters, at most 64; say it shorter
"#;
    long_text: |r| { r.cell("successions.csv", 2, "evidence", "word ".repeat(130).trim_end()); } => r#"
data/successions.csv:2:45: too-long: 649 characters, at most 600; say it shorter
"#;
    long_text_counts_characters: |r| { r.cell("successions.csv", 2, "evidence", &"\u{e9}".repeat(601)); } => r#"
data/successions.csv:2:45: too-long: 601 characters, at most 600; say it shorter
"#;
    long_list: |r| {
        let names: Vec<String> = (100..201).map(|n| format!("Name {n}")).collect();
        r.cell("providers.csv", 2, "aliases", &names.join(";"));
    } => r#"
data/providers.csv:2:15: too-long: 101 items, at most 100; split the row, or drop items
"#;
    yes_of_a_program: |r| { r.cell("disclosures.csv", 2, "example", "TRUE"); } => r#"
data/disclosures.csv:2:72: term: `TRUE` is not one of the terms of `example`; did you mean `yes`? allowed: `no`, `yes`
"#;
    number_of_a_formula: |r| { r.cell("listings.csv", 2, "row", "=1+1"); } => r#"
data/listings.csv:2:11: formula: a cell that starts with `=` runs as a formula in a spreadsheet; write only the number, in digits
"#;
    address_of_a_formula: |r| { r.cell("listings.csv", 3, "policy_url", "=HYPERLINK(\"https://mailer.example/privacy\")"); } => r#"
data/listings.csv:3:64: formula: a cell that starts with `=` runs as a formula in a spreadsheet; write only the address: `https://mailer.example/privacy`
"#;
    key_of_a_formula: |r| { r.cell("engagements.csv", 3, "provider", "@mailer"); } => r#"
data/engagements.csv:3:19: formula: a cell that starts with `@` runs as a formula in a spreadsheet; write lower-case letters and digits, words joined by single hyphens
"#;
    blank_last_item: |r| { r.cell("engagements.csv", 3, "purposes", "send-email;support;"); } => r#"
data/engagements.csv:3:59: blank-cell: an item is blank; take out one semicolon, or write the item that is missing
"#;
    repeated_item: |r| { r.cell("engagements.csv", 2, "territory", "de;de"); } => r#"
data/engagements.csv:2:106: repeated-item: `de` is twice in `territory`; keep one of them
"#;
}
