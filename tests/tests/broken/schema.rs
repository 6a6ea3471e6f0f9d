//! Rows that do not fit their schema, and schema files that do not fit the tables.

use super::broken;

broken! {
    schema_file_missing: |r| { r.sources.remove_schema("providers.schema.json"); } => "";
    schema_file_not_json: |r| { r.sources.set_schema("providers.schema.json", b"{".to_vec()); } => "";
    schema_file_no_schema: |r| { r.sources.set_schema("providers.schema.json", br#"{"type": 7}"#.to_vec()); } => "";
    schema_file_looser: |r| {
        let file = r.sources.schema("providers.schema.json").map(|file| file.bytes.clone());
        let text = String::from_utf8(file.unwrap_or_default()).unwrap_or_default();
        r.sources.set_schema("providers.schema.json", text.replace("\"maxLength\": 64", "\"maxLength\": 65").into_bytes());
    } => "";
    schema_file_empty: |r| {
        r.sources.set_schema("vocabulary/contexts.schema.json", b"{}".to_vec());
        r.sources.set_schema("contexts.schema.json", b"{}".to_vec());
        r.cell("vocabulary/contexts.csv", 2, "key", "News Letter");
    } => "";
    blank_cell: |r| { r.cell("providers.csv", 2, "aliases", ""); } => "";
    blank_cell_of_spaces: |r| { r.replace("providers.csv", "helper,Helper,none", "helper,Helper, "); } => "";
    blank_fact: |r| { r.cell("successions.csv", 2, "evidence", ""); } => "";
    blank_term: |r| { r.cell("successions.csv", 2, "kind", ""); } => "";
    blank_item: |r| { r.cell("engagements.csv", 2, "territory", "de;;fr"); } => "";
    blank_alias: |r| { r.cell("providers.csv", 3, "aliases", "Mailer.io;"); } => "";
    key_with_capitals: |r| { r.cell("vocabulary/contexts.csv", 2, "key", "News Letter"); } => "";
    key_with_path: |r| { r.cell("providers.csv", 4, "key", "../../etc/passwd"); } => "";
    key_with_letters_of_others: |r| { r.cell("vocabulary/countries.csv", 2, "key", "d\u{435}"); } => "";
    date: |r| { r.cell("engagements.csv", 2, "since", "March 2025"); } => "";
    number: |r| { r.cell("engagements.csv", 2, "position", "two"); } => "";
    number_too_large: |r| { r.cell("engagements.csv", 2, "position", "4294967297"); } => "";
    number_zero: |r| { r.cell("engagements.csv", 2, "position", "0"); } => "";
    number_negative: |r| { r.cell("engagements.csv", 2, "position", "-1"); } => "";
    party: |r| { r.cell("disclosures.csv", 2, "to", "provider:"); } => "";
    term: |r| { r.cell("disclosures.csv", 4, "form", "hash"); } => "";
    term_like_none: |r| { r.cell("vocabulary/countries.csv", 2, "eea", "maybe"); } => "";
    word: |r| { r.cell("engagements.csv", 2, "summary", "unknown"); } => "";
    word_of_another_column: |r| { r.cell("engagements.csv", 2, "policy_url", "none"); } => "";
    word_in_list_of_names: |r| { r.cell("providers.csv", 2, "aliases", "unknown"); } => "";
    long_key: |r| { let key = "k".repeat(65); r.add("vocabulary/contexts.csv", &format!("{key},Z,Z.\n")); } => "";
    long_text: |r| { r.cell("successions.csv", 2, "evidence", &"word ".repeat(130)); } => "";
    long_text_counts_characters: |r| { r.cell("successions.csv", 2, "evidence", &"\u{e9}".repeat(601)); } => "";
    long_list: |r| {
        let names: Vec<String> = (100..201).map(|n| format!("Name {n}")).collect();
        r.cell("providers.csv", 2, "aliases", &names.join(";"));
    } => "";
    repeated_item: |r| { r.cell("engagements.csv", 2, "territory", "de;de"); } => "";
}
