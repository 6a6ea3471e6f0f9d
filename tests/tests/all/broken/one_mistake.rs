//! One mistake is one error: no row is blamed for what is wrong with another.

use super::broken;

broken! {
    bad_cell_of_a_provider: |r| { r.cell("providers.csv", 3, "aliases", ""); } => r#"
data/providers.csv:3:15: blank-cell: `aliases` is blank; write the fact, or `none`
"#;
    ragged_provider: |r| { r.replace("providers.csv", "helper,Helper,", "helper,Helper, Inc.,"); } => r#"
data/providers.csv:2:8: cell-count: the row has 5 cells, the header 4; the comma in `name` seems to be one of its text; put the cell in quotation marks
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
data/engagements.csv:2:39: blank-cell: `summary` is blank; this column always needs a fact
"#;
    ragged_engagement: |r| { r.replace("engagements.csv", "Sent e-mail.", "Sent, e-mail."); } => r#"
data/engagements.csv:4:44: cell-count: the row has 16 cells, the header 15; the comma in `summary` seems to be one of its text; put the cell in quotation marks
"#;
    ragged_disclosure: |r| { r.replace("disclosures.csv", "oldmail-2024-01-15,10,", "oldmail-2024-01-15,10,,"); } => r#"
data/disclosures.csv:6:1: cell-count: the row has 14 cells, the header 13; a cell with a comma must be in quotation marks
"#;
    misspelt_engagement: |r| { r.cell("disclosures.csv", 6, "engagement", "oldmail-2024-01-51"); } => r#"
data/disclosures.csv:6:1: unknown-reference: `oldmail-2024-01-51` is not a key of engagements; allowed: `helper-2025-03-01`, `mailer-2025-03-01`, `oldmail-2024-01-15`; or add its row to engagements.csv first
"#;
    bad_cell_of_a_category: |r| { r.cell("vocabulary/data-categories.csv", 3, "special_care", "much"); } => r#"
data/vocabulary/data-categories.csv:3:99: term: `much` is not one of the terms of `special_care`; allowed: `abuse-material`, `birth-date`, `credential`, `financial`, `none`, `precise-location`, `recording`, `special-category`
"#;
    key_that_many_refer_to: |r| { r.replace("vocabulary/data-categories.csv", "email-address,E-mail address,contact-data,https://w3id.org/dpv/pd#EmailAddress,user.contact.email,none,Where mail goes.\n", "").replace("vocabulary/dpv-terms.csv", "https://w3id.org/dpv/pd#EmailAddress,v2.3\n", "").set("vocabulary/fideslang-terms.csv", "fides_key,version\n"); } => r#"
data/disclosures.csv:4:41: unknown-reference: `email-address` is not a key of data-categories; the same in 3 more cells: data/disclosures.csv:5:48, data/disclosures.csv:6:42, data/practices.csv:2:13; allowed: `any`, `contact-data`, `voice-recording`; or add its row to vocabulary/data-categories.csv first
"#;
    key_that_many_refer_to_and_another: |r| {
        r.edit("disclosures.csv", |text| text.replace(",teacher,", ",teachr,").replace(",student,", ",teachr,").replace(",incidental,", ",incidentl,"));
    } => r#"
data/disclosures.csv:2:49: unknown-reference: `teachr` is not a key of data-subjects; the same in 3 more cells: data/disclosures.csv:3:57, data/disclosures.csv:4:55, data/disclosures.csv:5:62; did you mean `teacher`? allowed: `none`, `student`, `teacher`, `unknown`, `user`; or add its row to vocabulary/data-subjects.csv first
data/disclosures.csv:6:72: term: `incidentl` is not one of the terms of `likelihood`; did you mean `incidental`? allowed: `incidental`, `optional`, `stated`
"#;
    providers_without_rows: |r| { r.set("providers.csv", "key,name,aliases,withdrawn\n"); } => r#"
data/disclosures.csv:5:32: unknown-reference: providers has no rows, and this cell refers to one; the same in 9 more cells: data/engagements.csv:2:19, data/engagements.csv:3:19, data/engagements.csv:3:106 and others; add its row to providers.csv first
"#;
    many_american_dates: |r| {
        r.set("accepted-findings.csv", "code,subject,reason,role,edition\na,a,Seen.,Lead,3/1/2025\nb,b,Seen.,Lead,3/1/2025\nc,c,Seen.,Lead,3/1/2025\n");
        r.cell("successions.csv", 2, "edition", "3/1/2025");
    } => r#"
data/accepted-findings.csv:2:16: form: `3/1/2025` is not the id of an edition, which is its date, such as 2025-11-17 or 2025-11-17-2; the same in 3 more cells: data/accepted-findings.csv:3:16, data/accepted-findings.csv:4:16, data/successions.csv:2:25; write `2025-03-01`; where a spreadsheet rewrote the date, format the column as text first
"#;
    short_row_with_a_key_that_stands_elsewhere: |r| { r.add("providers.csv", "oldmail,Oldmail\n"); } => r#"
data/providers.csv:5:1: cell-count: the row has 2 cells, the header 4; look for a missing comma or quotation mark
"#;
    edition_taken_out: |r| { r.edit("register.json", |text| {
        let mut file: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
        file["editions"].as_array_mut().into_iter().for_each(|editions| { editions.remove(0); });
        serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
    }); } => r#"
data/register.json:13:13: unused-document: no edition is made of `list-2024`; add it to the edition that it belongs to, or make an edition of it
data/register.json:35:13: unused-document: no edition is made of `practices`; add it to the edition that it belongs to, or make an edition of it
"#;
    unreadable_providers: |r| { r.set("providers.csv", "key;name;aliases;withdrawn\n"); } => r#"
data/providers.csv:1:1: wrong-separator: the cells are separated by semicolons; run `cargo xtask sync`
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
data/vocabulary/countries.csv:1:1: unknown-column: `⟨U+0001⟩` is not a column of countries; the header is: key,name
data/vocabulary/purposes.csv:1:1: unknown-column: `⟨U+0001⟩` is not a column of purposes; the header is: key,name,dpv,description
data/vocabulary/safeguards.csv:1:1: unknown-column: `⟨U+0001⟩` is not a column of safeguards; the header is: key,name,dpv,description
"#;
}
