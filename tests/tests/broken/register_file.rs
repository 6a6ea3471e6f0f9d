//! Mistakes in register.json.

use super::broken;

broken! {
    version_of_a_later_tool: |r| { r.replace("register.json", "\"format_version\": 1", "\"format_version\": 2"); } => "";
    version_as_text: |r| { r.replace("register.json", "\"format_version\": 1", "\"format_version\": \"1\""); } => "";
    missing_member: |r| { r.replace("register.json", "  \"data_licence_note\": \"Made up for tests.\",\n", ""); } => "";
    unexpected_member: |r| { r.replace("register.json", "\"key\": \"acme\",", "\"key\": \"acme\",\n    \"co\\u202elour\": \"red\","); } => "";
    no_editions: |r| { r.edit("register.json", |text| { let cut = text.find("  \"editions\"").unwrap_or_default(); text[..cut].to_owned() + "  \"editions\": []\n}\n" }); } => "";
    not_an_object: |r| { r.set("register.json", "[]\n"); } => "";
    null: |r| { r.replace("register.json", "\"key\": \"acme\"", "\"key\": null"); } => "";
    control_character_by_number: |r| { r.replace("register.json", "\"name\": \"Acme\"", "\"name\": \"Ac\\u0007me\""); } => "";
    half_a_character: |r| { r.replace("register.json", "\"name\": \"Acme\"", "\"name\": \"Ac\\ud800me\""); } => "";
    spaces_in_member: |r| { r.replace("register.json", "\"name\": \"Acme\"", "\"name\": \" Acme\""); } => "";
    markup_in_member: |r| { r.replace("register.json", "Made up for tests.", "Made up for <i>tests</i>."); } => "";
    blank_member: |r| { r.replace("register.json", "Made up for tests.", ""); } => "";
    word_in_member: |r| { r.replace("register.json", "Made up for tests.", "unknown"); } => "";
}
