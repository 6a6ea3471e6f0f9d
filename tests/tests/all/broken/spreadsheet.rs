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
    workbook_beside_a_table: |r| { r.set("engagements.ods", "PK"); } => r#"
data/engagements.ods:1:1: unknown-file: `engagements.ods` is not read, and nothing in it counts; save it as `engagements.csv` (format "CSV UTF-8"), then move this file out of the data folder
"#;
    other_files_beside_a_table: |r| { r.set("Engagements.CSV", "").set("engagements.csv.txt", "").set("vocabulary/Copy of purposes (2).xlsx", "").set("list.xlsx", ""); } => r#"
data/Engagements.CSV:1:1: unknown-file: `Engagements.CSV` is not read, and nothing in it counts; save it as `engagements.csv` (format "CSV UTF-8"), then move this file out of the data folder
data/engagements.csv.txt:1:1: unknown-file: `engagements.csv.txt` is not read, and nothing in it counts; save it as `engagements.csv` (format "CSV UTF-8"), then move this file out of the data folder
data/list.xlsx:1:1: unknown-file: `list.xlsx` is not read, and nothing in it counts; take the tables from it with `cargo xtask workbook --read FILE` if `workbook` wrote it, or save each sheet as the CSV file of its table; then move this file out of the data folder
data/vocabulary/Copy of purposes (2).xlsx:1:1: unknown-file: `vocabulary/Copy of purposes (2).xlsx` is not read, and nothing in it counts; save it as `vocabulary/purposes.csv` (format "CSV UTF-8"), then move this file out of the data folder
"#;
    register_copied_into_itself: |r| { for name in ["register.json", "providers.csv", "vocabulary/purposes.csv"] { let text = r.text(name); r.set(&format!("data/{name}"), text); } } => r#"
data/data/:1:1: unknown-file: the folder `data/` is not part of the register: 3 files are not read; it looks like a whole register, copied into another; delete the folder, or move it out
"#;
    folder_of_old_tables: |r| { r.set("old/providers.csv", "").set("old/listings.csv", "").set("old/notes.txt", ""); } => r#"
data/old/:1:1: unknown-file: the folder `old/` is not part of the register: 2 files are not read; delete the folder, or move it out of the data folder
"#;
    one_table_in_a_folder: |r| { r.set("old/providers.csv", ""); } => r#"
data/old/providers.csv:1:1: unknown-file: `old/providers.csv` is not a table of the register; `providers.csv` is there; if this file is the newer one, put it in the place of `providers.csv`; otherwise delete it, or move it out of the data folder
"#;
    workbook_called_a_table: |r| { r.set("providers.csv", *b"PK\x03\x04\x14\0\0\0"); } => r#"
data/providers.csv:1:6: not-utf8: the file is a workbook or an archive with the name of a table; open it in the spreadsheet, and save the sheet as "CSV UTF-8" under this name
"#;
    table_with_capitals_alone: |r| { let text = r.text("providers.csv"); r.sources.remove_data("providers.csv"); r.set("Providers.CSV", text); } => r#"
data/Providers.CSV:1:1: unknown-file: `Providers.CSV` is not read, and nothing in it counts; rename it to `providers.csv`
data/providers.csv:1:1: missing-file: the file is missing; put it back; a new table starts with its header line
"#;
    semicolons: |r| { r.edit("providers.csv", |text| text.replace("\"Mailer, Inc.;Mailer.io\"", "none").replace(',', ";")); } => r#"
data/providers.csv:1:1: wrong-separator: the cells are separated by semicolons; run `cargo xtask sync`
"#;
    semicolons_and_quotation_marks: |r| { r.edit("providers.csv", |text| text.replace(',', ";").replace("Mailer; Inc.", "Mailer, Inc.")); } => r#"
data/providers.csv:1:1: wrong-separator: the cells are separated by semicolons; run `cargo xtask sync`
"#;
    semicolons_in_doubt: |r| { r.edit("providers.csv", |text| text.replace('"', "").replace(',', ";")); } => r#"
data/providers.csv:1:1: wrong-separator: the cells are separated by semicolons; save it again with the comma: in LibreOffice tick "Edit filter settings" and choose `,`; in Excel set the list separator of the system to `,`
"#;
    tabs: |r| { r.edit("providers.csv", |text| text.replace(',', "\t").replace("Mailer\t Inc.", "Mailer, Inc.")); } => r#"
data/providers.csv:1:1: wrong-separator: the cells are separated by tabs; run `cargo xtask sync`
"#;
    bars: |r| { r.edit("providers.csv", |text| text.replace(',', "|").replace("Mailer| Inc.", "Mailer, Inc.")); } => r#"
data/providers.csv:1:1: wrong-separator: the cells are separated by bars; run `cargo xtask sync`
"#;
    split_at_semicolons: |r| {
        r.edit("engagements.csv", |text| {
            let text = text.replace(";", ",");
            text.lines().map(|line| {
                let cells = line.matches(',').count() - usize::from(line.contains("mail, also"));
                format!("{line}{}\n", ",".repeat(17 - cells.min(17)))
            }).collect()
        });
    } => r#"
data/engagements.csv:2:1: wrong-separator: cells were split at semicolons when the file was opened; rows longer than the header: 2; restore the file as it was before; open it again, and tick only the comma as separator
"#;
    sentence_split_at_a_semicolon: |r| {
        r.edit("vocabulary/contexts.csv", |text| text.replace("description", "description,").replace("Mail that", "Mail, that"));
    } => r#"
data/vocabulary/contexts.csv:2:1: wrong-separator: cells were split at semicolons when the file was opened; rows longer than the header: 1; restore the file as it was before; open it again, and tick only the comma as separator
"#;
    split_at_semicolons_alone: |r| {
        r.edit("providers.csv", |text| text.lines().map(|line| format!("\"{}\"\n", line.replace('"', "\"\""))).collect());
    } => r#"
data/providers.csv:1:1: wrong-separator: the header is one cell: the file was opened without the comma as separator; restore the file as it was before; open it again, and tick only the comma as separator
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
data/successions.csv:2:25: form: `3/1/2025` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; write `2025-03-01`; where a spreadsheet rewrote the date, format the column as text first
"#;
    american_date_beyond_doubt: |r| { r.cell("successions.csv", 2, "edition", "1/15/2024"); } => r#"
data/successions.csv:2:25: form: `1/15/2024` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; write `2024-01-15`; where a spreadsheet rewrote the date, format the column as text first
"#;
    american_date_of_two_digits: |r| { r.cell("successions.csv", 2, "edition", "1/15/24"); } => r#"
data/successions.csv:2:25: form: `1/15/24` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; write `2024-01-15`; where a spreadsheet rewrote the date, format the column as text first
"#;
    european_date: |r| { r.cell("successions.csv", 2, "edition", "15.01.2024"); } => r#"
data/successions.csv:2:25: form: `15.01.2024` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; write `2024-01-15`; where a spreadsheet rewrote the date, format the column as text first
"#;
    date_without_zeros: |r| { r.cell("successions.csv", 2, "edition", "2025-3-1"); } => r#"
data/successions.csv:2:25: form: `2025-3-1` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; write `2025-03-01`; where a spreadsheet rewrote the date, format the column as text first
"#;
    american_date_in_json: |r| { r.replace("register.json", "\"effective\": \"2025-04-01\"", "\"effective\": \"4/1/2025\""); } => r#"
data/register.json:72:20: form: `4/1/2025` is not a date as year-month-day, such as 2025-11-17, or `unknown`; write `2025-04-01` or `2025-01-04`; where a spreadsheet rewrote the date, format the column as text first
"#;
    date_as_a_number: |r| { r.cell("successions.csv", 2, "edition", "45717"); } => r#"
data/successions.csv:2:25: form: `45717` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; write `2025-03-01`, of which 45717 is a spreadsheet's number; format the column as text first
"#;
    huge_number_for_a_date: |r| { r.cell("successions.csv", 2, "edition", "2147483647"); } => r#"
data/successions.csv:2:25: form: `2147483647` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; schema/README.md shows how each column is written
"#;
    date_with_time: |r| { r.cell("successions.csv", 2, "edition", "2025-03-01 00:00:00"); } => r#"
data/successions.csv:2:25: form: `2025-03-01 00:00:00` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; write `2025-03-01`; where a spreadsheet rewrote the date, format the column as text first
"#;
    date_with_month_name: |r| { r.cell("successions.csv", 2, "edition", "1-Mar-25"); } => r#"
data/successions.csv:2:25: form: `1-Mar-25` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; write `2025-03-01`; where a spreadsheet rewrote the date, format the column as text first
"#;
    date_behind_apostrophe: |r| { r.cell("successions.csv", 2, "edition", "'2025-03-01"); } => r#"
data/successions.csv:2:25: form: `'2025-03-01` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; write `2025-03-01`; where a spreadsheet rewrote the date, format the column as text first
"#;
    word_for_a_date_in_json: |r| { r.replace("register.json", "\"effective\": \"2025-04-01\"", "\"effective\": \"Unknown\""); } => r#"
data/register.json:72:20: form: `Unknown` is not a date as year-month-day, such as 2025-11-17, or `unknown`; write `unknown`
"#;
    number_with_a_letter: |r| { r.cell("listings.csv", 2, "row", "2O"); } => r#"
data/listings.csv:2:11: form: `2O` is not a whole number from 1 to 999999, digits only; write `20`; it has a letter in place of a digit
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
    comment_row: |r| { r.add("engagements.csv", "ask the legal team,,,,,,,,,,,,,,\n"); } => r#"
data/engagements.csv:5:1: lone-cell: only one cell is filled in; if it is a comment, delete the line; otherwise fill in the other cells
"#;
    comment_with_a_mark: |r| { r.add("providers.csv", "# ask the legal team, please\n"); } => r#"
data/providers.csv:5:1: lone-cell: a comment is not a row; delete the line
"#;
    cells_of_many_rows_deleted: |r| {
        for line in 2..=4 {
            for column in ["provider", "service_category", "purposes", "summary", "data", "storage"] {
                r.cell("engagements.csv", line, column, "");
            }
        }
    } => r#"
data/engagements.csv:2:19: blank-cell: 6 cells are blank: `provider`, `service_category`, `purposes`, `summary`, `data`, `storage`; the same in 2 more cells: data/engagements.csv:3:19, data/engagements.csv:4:20; write the facts, or the words that the columns allow; or delete the row
"#;
    rows_but_for_their_keys_deleted: |r| {
        r.edit("engagements.csv", |text| text.lines().enumerate().map(|(at, line)| match at {
            0 => format!("{line}\n"),
            _ => format!("{}{}\n", line.split(',').next().unwrap_or_default(), ",".repeat(14)),
        }).collect());
    } => r#"
data/engagements.csv:2:1: lone-cell: only one cell is filled in; the same in 2 more cells: data/engagements.csv:3:1, data/engagements.csv:4:1; if it is a comment, delete the line; otherwise fill in the other cells
"#;
    rows_lost: |r| {
        let rows: String = (30..60).map(|at| format!("mailer-2025-03-01,{at},publisher,provider,email-address,gone-{},plain,stated,no,none,none,yes,none\n", at / 2)).collect();
        r.add("disclosures.csv", &rows);
    } => r#"
data/disclosures.csv:7:1: unsorted-rows: the rows of disclosures are not sorted from here on; run `cargo xtask sync`
data/disclosures.csv:7:55: unknown-reference: `gone-15` is not a key of data-subjects; 14 more keys are not there, in 29 more cells: data/disclosures.csv:8:55, data/disclosures.csv:9:55, data/disclosures.csv:10:55 and others; allowed: `none`, `student`, `teacher`, `unknown`, `user`; or add its row to vocabulary/data-subjects.csv first
"#;
    row_pasted_often: |r| { r.add("providers.csv", &"helper,Helper,none,none\n".repeat(50)); } => r#"
data/providers.csv:5:1: duplicate-key: the row of `helper` is in the table already; this kind of problem is in 49 more cells: data/providers.csv:6:1, data/providers.csv:7:1, data/providers.csv:8:1 and others; delete one of the two rows; they say the same
"#;
    column_of_dates_rewritten: |r| {
        let rows: String = (1..=12).map(|day| format!("mailer,helper,replaced,{day}/3/2025,moderate,So it seems.,list-2025,none\n")).collect();
        r.add("successions.csv", &rows);
    } => r#"
data/successions.csv:3:24: form: `1/3/2025` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; this kind of problem is in 11 more cells: data/successions.csv:4:24, data/successions.csv:5:24, data/successions.csv:6:24 and others; write `2025-03-01`; where a spreadsheet rewrote the date, format the column as text first
"#;
    date_that_the_row_shows: |r| { r.cell("successions.csv", 2, "edition", "3/1/2025").cell("successions.csv", 2, "evidence", "As of 2025-03-01."); } => r#"
data/successions.csv:2:25: form: `3/1/2025` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; write `2025-03-01`; where a spreadsheet rewrote the date, format the column as text first
"#;
    version_as_a_date: |r| { r.cell("vocabulary/fideslang-terms.csv", 2, "version", "01/03/2004"); } => r#"
data/vocabulary/fideslang-terms.csv:2:20: form: `01/03/2004` is not a version with a `v` in front, such as v2.3; a spreadsheet made a date of the version: look it up, and write it with a `v` in front
"#;
    version_as_a_number: |r| { r.cell("vocabulary/dpv-terms.csv", 2, "version", "2.3"); } => r#"
data/vocabulary/dpv-terms.csv:2:33: form: `2.3` is not a version with a `v` in front, such as v2.3; write `v2.3`
"#;
    key_of_fideslang_with_a_capital: |r| { r.cell("vocabulary/fideslang-terms.csv", 2, "fides_key", "User.contact.email"); } => r#"
data/vocabulary/fideslang-terms.csv:2:1: form: `User.contact.email` is not lower-case words joined by points, as fideslang writes its keys; schema/README.md shows how each column is written
"#;
    long_list_joined_by_commas: |r| { r.cell("engagements.csv", 3, "purposes", "send-email, support, send-email, support, send-email, support, send-email"); } => r#"
data/engagements.csv:3:41: form: `send-email, support, send-email, support, send-email, support, send-email` is not lower-case letters and digits, words joined by single hyphens; separate the items with `;`: `send-email;support`
"#;
    latin_1_damage: |r| { r.replace("successions.csv", "in its place", "in \u{e2}\u{80}\u{9c}its\u{e2}\u{80}\u{9d} place"); } => r#"
data/successions.csv:2:77: forbidden-character: `â⟨U+0080⟩⟨U+009C⟩` is UTF-8 that was read in another encoding; restore the file and open it as UTF-8; or write `“`, and look at the rest of the file
"#;
    latin_1_damage_of_a_letter: |r| { r.replace("providers.csv", "Helper,none", "Voil\u{c3}\u{a0},none"); } => r#"
data/providers.csv:2:12: forbidden-character: `Ã⟨U+00A0⟩` is UTF-8 that was read in another encoding; restore the file and open it as UTF-8; or write `à`, and look at the rest of the file
"#;
    latin_1_damage_everywhere: |r| {
        for line in 2..=4 {
            r.cell("engagements.csv", line, "summary", &format!("For {line} caf\u{c3}\u{a9}s."));
        }
    } => r#"
data/engagements.csv:2:39: damaged-text: `Ã©` is UTF-8 that was read in another encoding; the same in 2 more cells: data/engagements.csv:3:59, data/engagements.csv:4:44; restore the file and open it as UTF-8; or write `é`, and look at the rest of the file
"#;
    no_break_space_at_the_end: |r| { r.replace("providers.csv", "Helper,none", "Helper\u{a0},none"); } => r#"
data/providers.csv:2:8: outer-space: space before or after the text; run `cargo xtask sync`
"#;
    no_break_space_in_a_list: |r| { r.replace("engagements.csv", "de;fr", "de\u{a0};fr"); } => r#"
data/engagements.csv:2:106: outer-space: space before or after the text; run `cargo xtask sync`
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
data/providers.csv:2:8: curly-quotes: the cell starts with a curly quotation mark; take the curly marks out; a cell with a comma needs straight ones around it (")
"#;
    curly_quotes_around_quotes_and_comma: |r| { r.add("providers.csv", "ab\u{e9},x,none,none,\"\u{201c}say \"\"hi\"\"\"\n"); } => r#"
data/providers.csv:5:18: curly-quotes: curly quotation marks around a cell with a comma; write straight ones (")
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
data/providers.csv:1:1: translated-header: a line for a spreadsheet is above the header; delete the first line
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
data/vocabulary/contexts.csv:1:1: column-order: the columns are in another order than the table's; run `cargo xtask sync`
"#;
    empty_table_of_a_spreadsheet: |r| { r.set("vocabulary/contexts.csv", "\n"); } => r#"
data/vocabulary/contexts.csv:1:1: missing-column: the header lacks key, name, description; the header is: key,name,description
"#;
}
