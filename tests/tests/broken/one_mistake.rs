//! One mistake is one error: no row is blamed for what is wrong with another.

use super::broken;

broken! {
    bad_cell_of_a_provider: |r| { r.cell("providers.csv", 3, "aliases", ""); } => "";
    ragged_provider: |r| { r.replace("providers.csv", "helper,Helper,", "helper,Helper, Inc.,"); } => "";
    unclosed_provider: |r| { r.replace("providers.csv", "helper,Helper,", "helper,\"Helper,"); } => "";
    blank_key_of_a_provider: |r| { r.cell("providers.csv", 2, "key", ""); } => "";
    bad_key_of_a_purpose: |r| { r.cell("vocabulary/purposes.csv", 2, "key", "Send E-Mail"); } => "";
    bad_key_of_a_wider_term: |r| { r.cell("vocabulary/data-subjects.csv", 4, "key", "User"); } => "";
    bad_cell_of_an_engagement: |r| { r.cell("engagements.csv", 2, "summary", ""); } => "";
    ragged_engagement: |r| { r.replace("engagements.csv", "Sent e-mail.", "Sent, e-mail."); } => "";
    ragged_disclosure: |r| { r.replace("disclosures.csv", "oldmail-2024-01-15,10,", "oldmail-2024-01-15,10,,"); } => "";
    misspelt_engagement: |r| { r.cell("disclosures.csv", 6, "engagement", "oldmail-2024-01-51"); } => "";
    bad_cell_of_a_category: |r| { r.cell("vocabulary/data-categories.csv", 3, "special_care", "much"); } => "";
    unreadable_providers: |r| { r.set("providers.csv", "key;name;aliases;withdrawn\n"); } => "";
    missing_engagements: |r| { r.sources.remove_data("engagements.csv"); } => "";
    unreadable_register_file: |r| { r.replace("register.json", "\"key\": \"acme\"", "\"key\" \"acme\""); } => "";
    bad_member_of_register_file: |r| { r.replace("register.json", "\"key\": \"acme\"", "\"key\": \"Acme\""); } => "";
    two_mistakes_in_a_row: |r| { r.cell("providers.csv", 2, "aliases", "").cell("providers.csv", 2, "withdrawn", ""); } => "";
    two_mistakes_in_a_cell: |r| { r.cell("providers.csv", 2, "name", "=\u{200b}<b>"); } => "";
    everything_unreadable: |r| { for (path, _) in r.clone().sources.data_files() { r.set(path, "\u{1}"); } } => "";
}
