//! Files that cannot be cut into cells without doubt.

use super::broken;

broken! {
    missing_file: |r| { r.sources.remove_data("vocabulary/contexts.csv"); } => "";
    missing_register_file: |r| { r.sources.remove_data("register.json"); } => "";
    unknown_file: |r| { r.set("provider.csv", "key,name\n"); } => "";
    unknown_file_in_folder: |r| { r.set("old/notes.json", "{}"); } => "";
    not_utf8: |r| { r.set("providers.csv", *b"key,name,aliases,withdrawn\nx,\xff,none,none\n"); } => "";
    nul: |r| { r.replace("providers.csv", "Helper", "Hel\0per"); } => "";
    no_final_newline: |r| { r.edit("providers.csv", |text| text.trim_end().to_owned()); } => "";
    empty_file: |r| { r.set("providers.csv", ""); } => "";
    header_alone_without_end: |r| { r.set("practice-subjects.csv", "practice"); } => "";
    missing_column: |r| { r.replace("vocabulary/sections.csv", "name,position,", "name,"); } => "";
    missing_columns: |r| { r.replace("successions.csv", "certainty,evidence,", ""); } => "";
    unknown_column: |r| { r.replace("providers.csv", "key,name,", "key,nmae,"); } => "";
    additional_column: |r| { r.replace("providers.csv", ",withdrawn", ",withdrawn,colour"); } => "";
    column_twice: |r| { r.replace("providers.csv", "key,name,aliases", "key,name,name,aliases"); } => "";
    column_without_name: |r| { r.replace("providers.csv", "key,name,aliases", "key,name,,aliases"); } => "";
    quote_in_header: |r| { r.replace("providers.csv", "key,name", "key,na\"me"); } => "";
    quoted_header: |r| { r.replace("providers.csv", "key,name,", "key,\"name\","); } => "";
    spaced_header: |r| { r.replace("providers.csv", "key,name,", "key, name,"); } => "";
    unclosed_quote: |r| { r.replace("providers.csv", "Mailer.io\"", "Mailer.io"); } => "";
    line_break_in_cell: |r| { r.replace("providers.csv", "Mailer, Inc.", "Mailer,\nInc."); } => "";
    stray_quote: |r| { r.replace("providers.csv", "Helper", "The \"Helper\""); } => "";
    text_after_quote: |r| { r.replace("providers.csv", "Mailer.io\"", "Mailer.io\" "); } => "";
    needless_quotes: |r| { r.replace("providers.csv", "Helper,none", "\"Helper\",\"none\""); } => "";
    too_many_cells: |r| { r.replace("providers.csv", "Helper,none", "Helper, Inc.,none"); } => "";
    too_few_cells: |r| { r.replace("providers.csv", "helper,Helper,none,none", "helper,Helper,none"); } => "";
    carriage_return_in_line: |r| { r.replace("providers.csv", "Helper", "Hel\rper"); } => "";
    old_line_ends: |r| { r.edit("providers.csv", |text| text.replace('\n', "\r")); } => "";
    long_line: |r| { r.add("providers.csv", &format!("z,{},none,none\n", "z".repeat(70_000))); } => "";
    too_many_rows: |r| { r.add("vocabulary/contexts.csv", &"\n".repeat(1_000_001)).add("vocabulary/contexts.csv", "z,Z,Z.\n"); } => "";
    joined_files: |r| { r.add("providers.csv", "\u{feff}zebra,Zebra,none,none\n"); } => "";
    not_json: |r| { r.replace("register.json", "\"format_version\": 1,", "\"format_version\": 1"); } => "";
    json_comment: |r| { r.replace("register.json", "{\n  \"format_version\"", "{\n  // one\n  \"format_version\""); } => "";
    json_deep: |r| { r.set("register.json", "[".repeat(400) + &"]".repeat(400)); } => "";
    json_very_deep: |r| { r.set("register.json", "[".repeat(100_000)); } => "";
    json_number: |r| { r.replace("register.json", "\"format_version\": 1", "\"format_version\": 1e999"); } => "";
    json_fraction: |r| { r.replace("register.json", "\"format_version\": 1", "\"format_version\": 1.0"); } => "";
    empty_json: |r| { r.set("register.json", " \n"); } => "";
    duplicate_member: |r| { r.replace("register.json", "\"key\": \"acme\",", "\"key\": \"acme\",\n    \"key\": \"acme\","); } => "";
}
