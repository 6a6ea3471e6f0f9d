//! What spreadsheets and office programs do to files.

use super::broken;

/// A text as UTF-16 with a mark.
fn utf16(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}

broken! {
    byte_order_mark: |r| { r.edit("providers.csv", |text| format!("\u{feff}{text}")); } => r#"
data/providers.csv:1:1: byte-order-mark: the file starts with a byte order mark; run `cargo xtask sync`
"#;
    byte_order_mark_in_json: |r| { r.edit("register.json", |text| format!("\u{feff}{text}")); } => r#"
data/register.json:1:1: byte-order-mark: the file starts with a byte order mark; run `cargo xtask sync`
"#;
    carriage_returns: |r| { r.edit("providers.csv", |text| text.replace('\n', "\r\n")); } => r#"
data/providers.csv:1:27: carriage-return: 4 lines end with a carriage return; run `cargo xtask sync`
"#;
    one_carriage_return: |r| { r.replace("providers.csv", "withdrawn\n", "withdrawn\r\n"); } => r#"
data/providers.csv:1:27: carriage-return: a line ends with a carriage return; run `cargo xtask sync`
"#;
    semicolons: |r| { r.edit("providers.csv", |text| text.replace(',', ";")); } => r#"
data/providers.csv:1:1: wrong-separator: the cells are separated by semicolons; export the file again with the comma as separator
"#;
    tabs: |r| { r.edit("providers.csv", |text| text.replace(',', "\t")); } => r#"
data/providers.csv:1:1: wrong-separator: the cells are separated by tabs; export the file again with the comma as separator
"#;
    bars: |r| { r.edit("providers.csv", |text| text.replace(',', "|")); } => r#"
data/providers.csv:1:1: wrong-separator: the cells are separated by bars; export the file again with the comma as separator
"#;
    utf_16: |r| { let text = r.text("providers.csv"); r.set("providers.csv", utf16(&text)); } => r#"
data/providers.csv:1:1: not-utf8: the file is UTF-16 or binary, not UTF-8 text; save it as "CSV UTF-8"
"#;
    utf_16_without_mark: |r| { let text = r.text("providers.csv"); r.set("providers.csv", utf16(&text).split_off(2)); } => r#"
data/providers.csv:1:2: not-utf8: the file is UTF-16 or binary, not UTF-8 text; save it as "CSV UTF-8"
"#;
    windows_1252_quotes: |r| { r.set("providers.csv", *b"key,name,aliases,withdrawn\nhelper,\x93Helper\x94,none,none\n"); } => r#"
data/providers.csv:2:8: not-utf8: byte 0x93 is not UTF-8; the file seems to be Windows-1252; save it as "CSV UTF-8"; look at quotation marks, dashes and accents afterwards
"#;
    windows_1252_accent: |r| { r.set("providers.csv", *b"key,name,aliases,withdrawn\nhelper,Caf\xe9,none,none\n"); } => r#"
data/providers.csv:2:11: not-utf8: byte 0xE9 is not UTF-8; the file seems to be Windows-1252; save it as "CSV UTF-8"; look at quotation marks, dashes and accents afterwards
"#;
    american_date: |r| { r.cell("successions.csv", 2, "edition", "3/1/2025"); } => r#"
data/successions.csv:2:25: form: `3/1/2025` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; write `2025-03-01` or `2025-01-03`; a spreadsheet rewrote the date: format the column as text first
"#;
    american_date_beyond_doubt: |r| { r.cell("successions.csv", 2, "edition", "1/15/2024"); } => r#"
data/successions.csv:2:25: form: `1/15/2024` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; write `2024-01-15`; a spreadsheet rewrote the date: format the column as text first
"#;
    american_date_of_two_digits: |r| { r.cell("successions.csv", 2, "edition", "1/15/24"); } => r#"
data/successions.csv:2:25: form: `1/15/24` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; write `2024-01-15`; a spreadsheet rewrote the date: format the column as text first
"#;
    european_date: |r| { r.cell("successions.csv", 2, "edition", "15.01.2024"); } => r#"
data/successions.csv:2:25: form: `15.01.2024` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; write `2024-01-15`; a spreadsheet rewrote the date: format the column as text first
"#;
    date_without_zeros: |r| { r.cell("successions.csv", 2, "edition", "2025-3-1"); } => r#"
data/successions.csv:2:25: form: `2025-3-1` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; write `2025-03-01`; a spreadsheet rewrote the date: format the column as text first
"#;
    american_date_in_json: |r| { r.replace("register.json", "\"effective\": \"2025-04-01\"", "\"effective\": \"4/1/2025\""); } => r#"
data/register.json:72:20: form: `4/1/2025` is not a date as year-month-day, such as 2025-11-17, or `unknown`; write `2025-04-01` or `2025-01-04`; a spreadsheet rewrote the date: format the column as text first
"#;
    date_as_a_number: |r| { r.cell("successions.csv", 2, "edition", "45717"); } => r#"
data/successions.csv:2:25: form: `45717` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; write `2025-03-01`, of which 45717 is a spreadsheet's number; format the column as text first
"#;
    huge_number_for_a_date: |r| { r.cell("successions.csv", 2, "edition", "2147483647"); } => r#"
data/successions.csv:2:25: form: `2147483647` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; schema/README.md shows how each column is written
"#;
    date_with_time: |r| { r.cell("successions.csv", 2, "edition", "2025-03-01 00:00:00"); } => r#"
data/successions.csv:2:25: form: `2025-03-01 00:00:00` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; write `2025-03-01`; a spreadsheet rewrote the date: format the column as text first
"#;
    date_with_month_name: |r| { r.cell("successions.csv", 2, "edition", "1-Mar-25"); } => r#"
data/successions.csv:2:25: form: `1-Mar-25` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; write `2025-03-01`; a spreadsheet rewrote the date: format the column as text first
"#;
    date_behind_apostrophe: |r| { r.cell("successions.csv", 2, "edition", "'2025-03-01"); } => r#"
data/successions.csv:2:25: form: `'2025-03-01` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; write `2025-03-01`; a spreadsheet rewrote the date: format the column as text first
"#;
    word_for_a_date_in_json: |r| { r.replace("register.json", "\"effective\": \"2025-04-01\"", "\"effective\": \"Unknown\""); } => r#"
data/register.json:72:20: form: `Unknown` is not a date as year-month-day, such as 2025-11-17, or `unknown`; write `unknown`
"#;
    number_with_a_letter: |r| { r.cell("listings.csv", 2, "row", "2O"); } => r#"
data/listings.csv:2:11: form: `2O` is not a whole number from 1 to 999999, digits only; write `20`; a letter stands there in place of a digit
"#;
    number_with_zeros: |r| { r.cell("listings.csv", 2, "row", "020"); } => r#"
data/listings.csv:2:11: form: `020` is not a whole number from 1 to 999999, digits only; write `20`
"#;
    number_with_fraction: |r| { r.cell("listings.csv", 2, "row", "20.0"); } => r#"
data/listings.csv:2:11: form: `20.0` is not a whole number from 1 to 999999, digits only; write `20`
"#;
    number_in_thousands: |r| { r.cell("listings.csv", 2, "row", "20,000"); } => r#"
data/listings.csv:2:12: form: `20,000` is not a whole number from 1 to 999999, digits only; write `20000`, without a mark between the digits
"#;
    number_in_powers: |r| { r.cell("listings.csv", 2, "row", "2E+01"); } => r#"
data/listings.csv:2:11: form: `2E+01` is not a whole number from 1 to 999999, digits only; a spreadsheet shortened the number to 2E+01, about 20: write all its digits
"#;
    blank_rows: |r| { r.add("providers.csv", ",,,\n,,,\n,,,\n"); } => r#"
data/providers.csv:5:1: blank-row: 3 rows without any cell filled in; run `cargo xtask sync`
"#;
    blank_row_between: |r| { r.replace("providers.csv", "helper,", "\nhelper,"); } => r#"
data/providers.csv:2:1: blank-row: a row without any cell filled in; run `cargo xtask sync`
"#;
    empty_columns: |r| { r.edit("providers.csv", |text| text.replace('\n', ",,\n")); } => r#"
data/providers.csv:1:1: empty-column: 2 columns without a name follow the last one; run `cargo xtask sync`
"#;
    empty_columns_in_rows: |r| { r.edit("providers.csv", |text| text.replace("none\n", "none,,\n")); } => r#"
data/providers.csv:2:25: empty-column: blank cells follow the last column; run `cargo xtask sync`
"#;
    empty_column_in_header: |r| { r.replace("providers.csv", "withdrawn\n", "withdrawn,\n"); } => r#"
data/providers.csv:1:1: empty-column: a column without a name follows the last one; run `cargo xtask sync`
"#;
    cell_without_column: |r| { r.edit("providers.csv", |text| text.replace('\n', ",\n").replacen("none,none,\n", "none,none,see below\n", 1)); } => r#"
data/providers.csv:1:1: empty-column: a column without a name follows the last one; run `cargo xtask sync` once the file's other errors are mended
data/providers.csv:2:25: unknown-column: a cell under no column's name; move it into its column, or take it out
"#;
    curly_quotes: |r| { r.replace("providers.csv", "Helper", "\u{201c}Helper\u{201d}"); } => r#"
data/providers.csv:2:8: curly-quotes: the cell starts with a curly quotation mark; take the curly marks out; a cell with a comma stands between straight ones (")
"#;
    curly_quotes_around_comma: |r| { r.replace("successions.csv", "The newer list prints Mailer", "\u{201c}The newer list, prints Mailer\u{201d}"); } => r#"
data/successions.csv:2:45: curly-quotes: curly quotation marks around a cell with a comma; write straight ones (")
"#;
    translated_header: |r| { r.replace("providers.csv", "key,name,aliases,withdrawn", "schl\u{fc}ssel,anzeige,andere,zur\u{fc}ckgezogen"); } => r#"
data/providers.csv:1:1: translated-header: no column of providers is called `schlüssel`, `anzeige`, `andere`, `zurückgezogen`; the header is: key,name,aliases,withdrawn
"#;
    header_in_part_translated: |r| { r.replace("providers.csv", "key,name,aliases,withdrawn", "key,anzeige,andere,withdrawn"); } => r#"
data/providers.csv:1:1: translated-header: 2 of 4 names are no column of providers; the header is: key,name,aliases,withdrawn
"#;
    line_of_a_spreadsheet: |r| { r.edit("providers.csv", |text| format!("sep=,\n{text}")); } => r#"
data/providers.csv:1:1: translated-header: a line for a spreadsheet stands above the header; delete the first line
"#;
    header_of_another_table: |r| { let text = r.text("successions.csv"); r.set("providers.csv", text); } => r#"
data/providers.csv:1:1: translated-header: this is the header of successions.csv; the rows belong there; put the right file in this place
"#;
    missing_header: |r| { r.replace("providers.csv", "key,name,aliases,withdrawn\n", ""); } => r#"
data/providers.csv:1:1: translated-header: the header is missing: the first line is a row; add this line above it: key,name,aliases,withdrawn
"#;
    header_with_capitals: |r| { r.replace("providers.csv", "key,name", "Key,Name"); } => r#"
data/providers.csv:1:1: unknown-column: `Key` is not a column of providers; did you mean `key`?
data/providers.csv:1:5: unknown-column: `Name` is not a column of providers; did you mean `name`?
"#;
    reordered_columns: |r| { r.edit("vocabulary/contexts.csv", |_| "name,key,description\nNewsletter,newsletter,Mail that everybody gets.\n".to_owned()); } => r#"
data/vocabulary/contexts.csv:1:1: column-order: the columns stand in another order than the table's; run `cargo xtask sync`
"#;
    empty_table_of_a_spreadsheet: |r| { r.set("vocabulary/contexts.csv", "\n"); } => r#"
data/vocabulary/contexts.csv:1:1: missing-column: the header lacks key, name, description; the header is: key,name,description
"#;
}
