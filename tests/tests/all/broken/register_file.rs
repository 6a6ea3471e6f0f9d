//! Mistakes in register.json.

use super::broken;

broken! {
    version_of_a_later_tool: |r| { r.replace("register.json", "\"format_version\": 2", "\"format_version\": 3"); } => r#"
data/register.json:2:21: shape: the value is 3, and this tool reads only 2; use the version of the tool that the register was written for
"#;
    version_of_an_older_tool: |r| { r.replace("register.json", "\"format_version\": 2", "\"format_version\": 1").set("listings.csv", ""); } => r#"
data/register.json:2:21: old-format: the register is written in format 1, and this tool reads format 2; run `cargo xtask migrate`
"#;
    version_as_text: |r| { r.replace("register.json", "\"format_version\": 2", "\"format_version\": \"1\""); } => r#"
data/register.json:2:21: shape: "1" is not a whole number; write the digits without quotation marks
"#;
    missing_member: |r| { r.replace("register.json", "  \"data_licence_note\": \"Made up for tests.\",\n", ""); } => r#"
data/register.json:1:1: shape: `data_licence_note` is missing; put it back
"#;
    unexpected_member: |r| { r.replace("register.json", "\"key\": \"acme\",", "\"key\": \"acme\",\n    \"co\\u202elour\": \"red\","); } => r#"
data/register.json:5:5: shape: there is no member `co⟨U+202E⟩lour` here; take it out, or mend its name
"#;
    no_editions: |r| { r.edit("register.json", |text| { let cut = text.find("  \"editions\"").unwrap_or_default(); text[..cut].to_owned() + "  \"editions\": [],\n  \"current\": \"2025-03-01\"\n}\n" }); } => r#"
data/register.json:57:15: blank-cell: `editions` is an empty list; this column always needs a fact
"#;
    not_an_object: |r| { r.set("register.json", "[]\n"); } => r#"
data/register.json:1:1: shape: not an object; compare it with schema/README.md
"#;
    null: |r| { r.replace("register.json", "\"key\": \"acme\"", "\"key\": null"); } => r#"
data/register.json:4:12: shape: null is not a text; write the text between quotation marks
"#;
    number_for_a_date: |r| { r.replace("register.json", "\"effective\": \"2025-04-01\"", "\"effective\": 45978"); } => r#"
data/register.json:72:20: shape: 45978 is not a text; write the text between quotation marks, or "unknown"
"#;
    rows_as_text: |r| { r.edit("register.json", |text| text.replacen("\"published_rows\": 1", "\"published_rows\": \"1\"", 1)); } => r#"
data/register.json:21:25: shape: "1" is not a whole number; write the digits without quotation marks
"#;
    rows_below_zero: |r| { r.edit("register.json", |text| text.replacen("\"published_rows\": 1", "\"published_rows\": -1", 1)); } => r#"
data/register.json:21:25: shape: -1 is not a number from 0 to 999999; mend the number
"#;
    rows_without_end: |r| { r.edit("register.json", |text| text.replacen("\"published_rows\": 1", "\"published_rows\": 1000000", 1)); } => r#"
data/register.json:21:25: shape: 1000000 is not a number from 0 to 999999; mend the number
"#;
    digest_of_a_document: |r| { r.edit("register.json", |text| text.replacen("\"sha256\": \"unknown\"", "\"sha256\": \"D514\"", 1)); } => r#"
data/register.json:19:17: form: `D514` is not 64 hexadecimal digits in lower case, or `unknown`; schema/README.md shows how each column is written
"#;
    third_edition_of_a_day_with_a_dot: |r| { r.edit("register.json", |text| text.replace("2025-03-01", "2025-03-01.3")); } => r#"
data/register.json:27:15: form: `2025-03-01.3` is not a date as year-month-day, such as 2025-11-17, a month, such as 2025-11, or `unknown`; schema/README.md shows how each column is written
data/register.json:70:13: form: `2025-03-01.3` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; schema/README.md shows how each column is written
data/register.json:71:20: form: `2025-03-01.3` is not a date as year-month-day: 2025-11-17; schema/README.md shows how each column is written
data/register.json:81:14: form: `2025-03-01.3` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; schema/README.md shows how each column is written
"#;
    misspelt_member: |r| { r.replace("register.json", "\"effective\": \"2025-04-01\"", "\"efective\": \"2025-04-01\""); } => r#"
data/register.json:72:7: shape: there is no member `efective` here; did you mean `effective`?
"#;
    unclosed_text: |r| { r.replace("register.json", "\"name\": \"Acme\"", "\"name\": \"Acme"); } => r#"
data/register.json:5:13: not-json: the quotation mark is not closed on its line; close it; a text is one line
"#;
    comma_too_many: |r| { r.replace("register.json", "\"objection\": \"unknown\"", "\"objection\": \"unknown\","); } => r#"
data/register.json:7:27: not-json: Trailing commas are not allowed; delete this comma
"#;
    leading_zero: |r| { r.replace("register.json", "\"format_version\": 2", "\"format_version\": 02"); } => r#"
data/register.json:2:21: not-json: the number begins with a zero; delete the zero
"#;
    comma_missing_behind_quoted_word: |r| { r.replace("register.json", "\"key\": \"acme\",", "\"key\": \"the \\\"acme\""); } => r#"
data/register.json:4:24: not-json: Expected comma; put a comma after the previous part
"#;
    mark_and_member_twice: |r| { r.edit("register.json", |text| "\u{feff}".to_owned() + &text.replacen("\"key\": \"acme\",", "\"key\": \"acme\",\n    \"key\": \"acme\",", 1)); } => r#"
data/register.json:1:1: byte-order-mark: the file starts with a byte order mark; run `cargo xtask sync` once the file's other errors are mended
data/register.json:5:5: duplicate-member: `key` is here a second time; keep one of the two
"#;
    large_json: |r| { r.edit("register.json", |text| " ".repeat(16 << 20) + &text); } => r#"
data/register.json:1:1: over-limit: the file has 16779099 bytes, at most 16777216; look for parts that are there by mistake
"#;
    number_too_large: |r| { r.replace("register.json", "\"format_version\": 2", "\"format_version\": 99999999999999999999"); } => r#"
data/register.json:2:21: not-json: `99999999999999999999` is too large a number; mend the file at this place
"#;
    curly_quotes_in_json: |r| { r.replace("register.json", "\"name\": \"Acme\"", "\"name\": \u{201c}Acme\u{201d}"); } => r#"
data/register.json:5:13: not-json: a curly quotation mark; write straight ones (")
"#;
    curly_quotes_at_the_start_of_a_line: |r| { r.replace("register.json", "    \"key\": \"acme\"", "\u{201c}key\u{201d}: \"acme\""); } => r#"
data/register.json:4:1: not-json: a curly quotation mark; write straight ones (")
"#;
    control_character_by_number: |r| { r.replace("register.json", "\"name\": \"Acme\"", "\"name\": \"Ac\\u0007me\""); } => r#"
data/register.json:5:13: forbidden-character: U+0007 is a control character; delete it
"#;
    half_a_character: |r| { r.replace("register.json", "\"name\": \"Acme\"", "\"name\": \"Ac\\ud800me\""); } => r#"
data/register.json:5:16: not-json: Invalid unicode escape sequence. 'd800 (unpaired high surrogate)' is not a valid UTF8 character; mend the file at this place
"#;
    other_layout: |r| { r.replace("register.json", "    \"key\": \"acme\",\n", "\t\"key\": \"acme\",\n"); } => r#"
data/register.json:4:1: layout: the layout differs from here on; run `cargo xtask sync`
"#;
    spaces_in_member: |r| { r.replace("register.json", "\"name\": \"Acme\"", "\"name\": \" Acme\""); } => r#"
data/register.json:5:13: outer-space: space before or after the text; run `cargo xtask sync`
"#;
    markup_in_member: |r| { r.replace("register.json", "Made up for tests.", "Made up for <i>tests</i>."); } => r#"
data/register.json:9:24: markup: `<` would be markup on a page; say it in plain words
"#;
    blank_member: |r| { r.replace("register.json", "Made up for tests.", ""); } => r#"
data/register.json:9:24: blank-cell: the text is blank; this column always needs a fact
"#;
    blank_member_of_a_document: |r| { r.edit("register.json", |text| text.replacen("\"title\": \"What we do\"", "\"title\": \"\"", 1)); } => r#"
data/register.json:37:16: blank-cell: the text is blank; this column always needs a fact
"#;
    word_in_member: |r| { r.replace("register.json", "Made up for tests.", "unknown"); } => r#"
data/register.json:9:24: word: `unknown` is not allowed in `data_licence_note`; this column always needs a fact
"#;
}
