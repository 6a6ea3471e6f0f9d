//! Characters that no cell may hold.

use super::broken;

broken! {
    unfinished_draft: |r| { r.replace("engagements.csv", "Answers questions of teachers.", "draft:list-2025:2:7"); } => "data/engagements.csv:2:39: unfinished-draft: write the summary: row 2 of list-2025, line 7 of the page; `compare PAGE --row 2` shows the words; write it in plain words of your own\n";
    unfinished_draft_of_a_reference: |r| { r.replace("listings.csv", "list-2025,2,1,helper-2025-03-01", "list-2025,2,1,draft:list-2025:2:7"); } => "data/listings.csv:4:15: unfinished-draft: write the engagement: row 2 of list-2025, line 7 of the page; `compare PAGE --row 2` shows the words; write keys of engagements\n";
    unfinished_draft_in_a_list: |r| { r.replace("providers.csv", "Mailer.io", "draft:list-2025:1:6"); } => "data/providers.csv:3:29: unfinished-draft: write the aliases: row 1 of list-2025, line 6 of the page; `compare PAGE --row 1` shows the words; write the name as it is printed, if it means the same service; if it means another one, take the mark away here, and let the row cite an engagement of that provider; `none` if the page says nothing of it\n";
    control_character: |r| { r.replace("providers.csv", "Helper", "Hel\u{7}per"); } => r#"
data/providers.csv:2:11: forbidden-character: U+0007 is a control character; delete it
"#;
    delete_character: |r| { r.replace("providers.csv", "Helper", "Hel\u{7f}per"); } => "data/providers.csv:2:11: forbidden-character: U+007F is a control character; delete it\n";
    formula_in_list_behind_space: |r| { r.replace("providers.csv", "Mailer, Inc.;Mailer.io", "Mailer, Inc.;  =Mailer"); } => "data/providers.csv:3:31: formula: a cell that starts with `=` runs as a formula in a spreadsheet; begin with a word\n";
    escape_sequence: |r| { r.replace("providers.csv", "Helper", "\u{1b}[31mHelper"); } => r#"
data/providers.csv:2:8: forbidden-character: U+001B is a control character; delete it
"#;
    tab: |r| { r.replace("providers.csv", "Helper", "\tHelper"); } => r#"
data/providers.csv:2:8: forbidden-character: U+0009 is a control character; delete it
"#;
    direction: |r| { r.replace("providers.csv", "Helper", "Hel\u{202e}rep"); } => r#"
data/providers.csv:2:11: forbidden-character: U+202E is a character that turns the reading direction; delete it
"#;
    isolate: |r| { r.replace("successions.csv", "in its place", "in \u{2066}its\u{2069} place"); } => r#"
data/successions.csv:2:77: forbidden-character: U+2066 is a character that turns the reading direction; delete it
"#;
    tag_character: |r| { r.replace("providers.csv", "Helper", "Helper\u{e0041}"); } => r#"
data/providers.csv:2:14: forbidden-character: U+E0041 is a tag character, which cannot be seen; delete it
"#;
    zero_width: |r| { r.replace("providers.csv", "Helper", "Help\u{200b}er"); } => r#"
data/providers.csv:2:12: forbidden-character: U+200B is a zero-width character; delete it
"#;
    zero_width_in_key: |r| { r.replace("providers.csv", "helper,Helper", "hel\u{200d}per,Helper"); } => r#"
data/providers.csv:2:4: forbidden-character: U+200D is a zero-width character; delete it
"#;
    no_break_space: |r| { r.replace("successions.csv", "newer list", "newer\u{a0}list"); } => r#"
data/successions.csv:2:54: forbidden-character: U+00A0 is a no-break space; type an ordinary space
"#;
    soft_hyphen: |r| { r.replace("providers.csv", "Helper", "Hel\u{ad}per"); } => r#"
data/providers.csv:2:11: forbidden-character: U+00AD is a character that cannot be seen or is not assigned; delete it
"#;
    private_character: |r| { r.replace("providers.csv", "Helper", "\u{f8ff} Helper"); } => r#"
data/providers.csv:2:8: forbidden-character: U+F8FF is a private character, which means something else on every machine; delete it
"#;
    replacement_character: |r| { r.replace("providers.csv", "Helper", "H\u{fffd}lper"); } => r#"
data/providers.csv:2:9: forbidden-character: U+FFFD is a replacement character: text was lost before; type the text again
"#;
    variation_selector: |r| { r.replace("providers.csv", "Helper", "Helper\u{fe0f}"); } => r#"
data/providers.csv:2:14: forbidden-character: U+FE0F is a character that cannot be seen or is not assigned; delete it
"#;
    not_nfc: |r| { r.replace("providers.csv", "Helper", "He\u{301}lper"); } => r#"
data/providers.csv:2:8: not-nfc: a letter and its accent are two characters; run `cargo xtask sync`
"#;
    mixed_script: |r| { r.replace("vocabulary/purposes.csv", "Support,", "Supp\u{43e}rt,"); } => r#"
data/vocabulary/purposes.csv:3:13: mixed-script: U+043E in `Suppоrt` looks like a Latin letter and is not; type the word again on one keyboard layout
"#;
    formula: |r| { r.replace("successions.csv", "The newer", "=The newer"); } => r#"
data/successions.csv:2:45: formula: a cell that starts with `=` runs as a formula in a spreadsheet; begin with a word
"#;
    formula_at: |r| { r.replace("vocabulary/features.csv", "Messages", "@SUM(1)"); } => r#"
data/vocabulary/features.csv:2:10: formula: a cell that starts with `@` runs as a formula in a spreadsheet; begin with a word
"#;
    formula_wide: |r| { r.replace("vocabulary/features.csv", "Messages", "\u{ff1d}1+1"); } => r#"
data/vocabulary/features.csv:2:10: formula: a cell that starts with `＝` runs as a formula in a spreadsheet; begin with a word
"#;
    formula_in_list: |r| { r.replace("providers.csv", "Mailer, Inc.;Mailer.io", "Mailer, Inc.;+Mailer"); } => r#"
data/providers.csv:3:29: formula: a cell that starts with `+` runs as a formula in a spreadsheet; begin with a word
"#;
    formula_in_text: |r| { r.replace("successions.csv", "The newer list prints", "The newer list;=1+1"); } => r#"
data/successions.csv:2:60: formula: a cell that starts with `=` runs as a formula in a spreadsheet; begin with a word
"#;
    markup_in_a_name_of_our_own: |r| { r.replace("vocabulary/features.csv", "Messages", "<b>Messages</b>"); } => r#"
data/vocabulary/features.csv:2:10: markup: `<` would be markup on a page; say it in plain words
"#;
    markup: |r| { r.replace("successions.csv", "in its place", "in <b>its</b> place"); } => r#"
data/successions.csv:2:77: markup: `<` would be markup on a page; say it in plain words
"#;
    markdown: |r| { r.replace("successions.csv", "its place", "[its](x) place"); } => r#"
data/successions.csv:2:77: markup: `[` would be markup on a page; say it in plain words
"#;
    outer_space: |r| { r.replace("providers.csv", "Helper,", " Helper,"); } => r#"
data/providers.csv:2:8: outer-space: space before or after the text; run `cargo xtask sync`
"#;
    outer_space_in_list: |r| { r.replace("engagements.csv", "de;fr", "de; fr"); } => r#"
data/engagements.csv:2:106: outer-space: space before or after the text; run `cargo xtask sync`
"#;
    place_behind_doubled_quotes: |r| { r.cell("successions.csv", 2, "evidence", "It \"says\" \u{200b}so."); } => r#"
data/successions.csv:2:46: forbidden-character: U+200B is a zero-width character; delete it
"#;
}
