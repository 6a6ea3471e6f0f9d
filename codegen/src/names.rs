//! Rust names made from keys, and keys made from any text.

use heck::{ToShoutySnakeCase, ToUpperCamelCase};

/// The name of the enum variant for a key: `voice-recording` becomes `VoiceRecording`. A name
/// that would start with a digit gets the initial of its set in front: edition `2025-11-17`
/// becomes `E2025_11_17`, so that dates stay readable.
pub fn variant(set: &str, key: &str) -> String {
    guard(set, digits_apart(key, &key.to_upper_camel_case()), "Self")
}

/// The name of the constant for a key: `voice-recording` becomes `VOICE_RECORDING`.
pub fn constant(set: &str, key: &str) -> String {
    guard(set, key.to_shouty_snake_case(), "")
}

fn guard(set: &str, name: String, reserved: &str) -> String {
    let initial = set.chars().next().unwrap_or('X');
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        format!("{initial}{name}")
    } else if name == reserved {
        format!("{name}_")
    } else {
        name
    }
}

/// Turns a hyphen between two digits into an underscore. Camel case has no mark between words, so
/// `a-1-2` and `a-12` would both be `A12`.
fn digits_apart(key: &str, camel: &str) -> String {
    let mut name = String::with_capacity(key.len());
    let mut letters = camel.chars();
    let mut previous = ' ';
    let mut hyphen = false;
    for c in key.chars() {
        if c == '-' {
            hyphen = true;
            continue;
        }
        if hyphen && previous.is_ascii_digit() && c.is_ascii_digit() {
            name.push('_');
        }
        hyphen = false;
        name.extend(letters.next());
        previous = c;
    }
    name
}

/// The key that a text suggests: ASCII letters and digits in lower case, words joined by hyphens.
pub fn to_key(text: &str) -> String {
    let mut key = String::new();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            key.push(c.to_ascii_lowercase());
        } else if !key.is_empty() && !key.ends_with('-') {
            key.push('-');
        }
    }
    key.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_become_names() {
        for (key, name) in [
            ("voice-recording", "VoiceRecording"),
            ("coconut-co", "CoconutCo"),
            ("dun-and-bradstreet", "DunAndBradstreet"),
            ("2025-11-17", "P2025_11_17"),
            ("7zip", "P7zip"),
            ("self", "Self_"),
            ("a-1-2", "A1_2"),
            ("a-12", "A12"),
        ] {
            assert_eq!(variant("Provider", key), name, "{key}");
        }
        assert_eq!(constant("Edition", "2025-11-17"), "E2025_11_17");
        assert_eq!(constant("Provider", "self"), "SELF");
    }

    #[test]
    fn text_becomes_a_key() {
        assert_eq!(to_key("Dun & Bradstreet"), "dun-bradstreet");
        assert_eq!(to_key("  Voice Recording! "), "voice-recording");
        assert_eq!(to_key("日本"), "");
    }
}
