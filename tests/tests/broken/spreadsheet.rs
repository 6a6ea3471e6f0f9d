//! What spreadsheets and office programs do to files.

use super::broken;

/// A text as UTF-16 with a mark.
fn utf16(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}

broken! {
    byte_order_mark: |r| { r.edit("providers.csv", |text| format!("\u{feff}{text}")); } => "";
    byte_order_mark_in_json: |r| { r.edit("register.json", |text| format!("\u{feff}{text}")); } => "";
    carriage_returns: |r| { r.edit("providers.csv", |text| text.replace('\n', "\r\n")); } => "";
    one_carriage_return: |r| { r.replace("providers.csv", "withdrawn\n", "withdrawn\r\n"); } => "";
    semicolons: |r| { r.edit("providers.csv", |text| text.replace(',', ";")); } => "";
    tabs: |r| { r.edit("providers.csv", |text| text.replace(',', "\t")); } => "";
    bars: |r| { r.edit("providers.csv", |text| text.replace(',', "|")); } => "";
    utf_16: |r| { let text = r.text("providers.csv"); r.set("providers.csv", utf16(&text)); } => "";
    utf_16_without_mark: |r| { let text = r.text("providers.csv"); r.set("providers.csv", utf16(&text).split_off(2)); } => "";
    windows_1252_quotes: |r| { r.set("providers.csv", *b"key,name,aliases,withdrawn\nhelper,\x93Helper\x94,none,none\n"); } => "";
    windows_1252_accent: |r| { r.set("providers.csv", *b"key,name,aliases,withdrawn\nhelper,Caf\xe9,none,none\n"); } => "";
    american_date: |r| { r.cell("engagements.csv", 2, "since", "3/1/2025"); } => "";
    american_date_beyond_doubt: |r| { r.cell("engagements.csv", 4, "since", "1/15/2024"); } => "";
    american_date_of_two_digits: |r| { r.cell("engagements.csv", 4, "since", "1/15/24"); } => "";
    european_date: |r| { r.cell("engagements.csv", 4, "since", "15.01.2024"); } => "";
    date_without_zeros: |r| { r.cell("engagements.csv", 2, "since", "2025-3-1"); } => "";
    american_date_in_json: |r| { r.replace("register.json", "\"effective\": \"2025-04-01\"", "\"effective\": \"4/1/2025\""); } => "";
    number_with_zeros: |r| { r.cell("engagements.csv", 2, "position", "020"); } => "";
    number_with_fraction: |r| { r.cell("engagements.csv", 2, "position", "20.0"); } => "";
    number_in_thousands: |r| { r.cell("engagements.csv", 2, "position", "20,000"); } => "";
    number_in_powers: |r| { r.cell("engagements.csv", 2, "position", "2E+01"); } => "";
    blank_rows: |r| { r.add("providers.csv", ",,,\n,,,\n,,,\n"); } => "";
    blank_row_between: |r| { r.replace("providers.csv", "helper,", "\nhelper,"); } => "";
    empty_columns: |r| { r.edit("providers.csv", |text| text.replace('\n', ",,\n")); } => "";
    empty_columns_in_rows: |r| { r.edit("providers.csv", |text| text.replace("none\n", "none,,\n")); } => "";
    empty_column_in_header: |r| { r.replace("providers.csv", "withdrawn\n", "withdrawn,\n"); } => "";
    cell_without_column: |r| { r.edit("providers.csv", |text| text.replace('\n', ",\n").replacen("none,none,\n", "none,none,see below\n", 1)); } => "";
    curly_quotes: |r| { r.replace("providers.csv", "Helper", "\u{201c}Helper\u{201d}"); } => "";
    curly_quotes_around_comma: |r| { r.replace("successions.csv", "The newer list prints Mailer", "\u{201c}The newer list, prints Mailer\u{201d}"); } => "";
    translated_header: |r| { r.replace("providers.csv", "key,name,aliases,withdrawn", "schl\u{fc}ssel,anzeige,andere,zur\u{fc}ckgezogen"); } => "";
    header_in_part_translated: |r| { r.replace("providers.csv", "key,name,aliases,withdrawn", "key,anzeige,andere,withdrawn"); } => "";
    missing_header: |r| { r.replace("providers.csv", "key,name,aliases,withdrawn\n", ""); } => "";
    header_with_capitals: |r| { r.replace("providers.csv", "key,name", "Key,Name"); } => "";
    reordered_columns: |r| { r.edit("vocabulary/contexts.csv", |_| "name,key,description\nNewsletter,newsletter,Mail that everybody gets.\n".to_owned()); } => "";
    empty_table_of_a_spreadsheet: |r| { r.set("vocabulary/contexts.csv", "\n"); } => "";
}
