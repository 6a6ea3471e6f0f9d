//! Characters that no cell may hold.

use super::broken;

broken! {
    control_character: |r| { r.replace("providers.csv", "Helper", "Hel\u{7}per"); } => "";
    escape_sequence: |r| { r.replace("providers.csv", "Helper", "\u{1b}[31mHelper"); } => "";
    tab: |r| { r.replace("providers.csv", "Helper", "\tHelper"); } => "";
    direction: |r| { r.replace("providers.csv", "Helper", "Hel\u{202e}rep"); } => "";
    isolate: |r| { r.replace("successions.csv", "in its place", "in \u{2066}its\u{2069} place"); } => "";
    tag_character: |r| { r.replace("providers.csv", "Helper", "Helper\u{e0041}"); } => "";
    zero_width: |r| { r.replace("providers.csv", "Helper", "Help\u{200b}er"); } => "";
    zero_width_in_key: |r| { r.replace("providers.csv", "helper,Helper", "hel\u{200d}per,Helper"); } => "";
    no_break_space: |r| { r.replace("successions.csv", "newer list", "newer\u{a0}list"); } => "";
    soft_hyphen: |r| { r.replace("providers.csv", "Helper", "Hel\u{ad}per"); } => "";
    private_character: |r| { r.replace("providers.csv", "Helper", "\u{f8ff} Helper"); } => "";
    replacement_character: |r| { r.replace("providers.csv", "Helper", "H\u{fffd}lper"); } => "";
    variation_selector: |r| { r.replace("providers.csv", "Helper", "Helper\u{fe0f}"); } => "";
    not_nfc: |r| { r.replace("providers.csv", "Helper", "He\u{301}lper"); } => "";
    mixed_script: |r| { r.replace("vocabulary/purposes.csv", "Support,", "Supp\u{43e}rt,"); } => "";
    formula: |r| { r.replace("successions.csv", "The newer", "=The newer"); } => "";
    formula_at: |r| { r.replace("vocabulary/features.csv", "Messages", "@SUM(1)"); } => "";
    formula_wide: |r| { r.replace("vocabulary/features.csv", "Messages", "\u{ff1d}1+1"); } => "";
    formula_in_list: |r| { r.replace("providers.csv", "Mailer, Inc.;Mailer.io", "Mailer, Inc.;+Mailer"); } => "";
    markup: |r| { r.replace("successions.csv", "in its place", "in <b>its</b> place"); } => "";
    markdown: |r| { r.replace("successions.csv", "its place", "[its](x) place"); } => "";
    outer_space: |r| { r.replace("providers.csv", "Helper,", " Helper,"); } => "";
    outer_space_in_list: |r| { r.replace("engagements.csv", "de;fr", "de; fr"); } => "";
    place_behind_doubled_quotes: |r| { r.cell("successions.csv", 2, "evidence", "It \"says\" \u{200b}so."); } => "";
}
