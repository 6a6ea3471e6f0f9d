//! JSON as this project writes it, and pointers into it (RFC 6901).

use serde::Serialize;

/// A JSON file: indented by two spaces, with a line feed at the end.
pub(crate) fn json_text(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("keys are text");
    text.push('\n');
    text
}

/// The pointer to a member of the part at a pointer.
pub(crate) fn pointer_to(pointer: &str, member: &str) -> String {
    format!("{pointer}/{}", member.replace('~', "~0").replace('/', "~1"))
}

/// The segments of a pointer, unescaped.
pub(crate) fn pointer_segments(pointer: &str) -> impl Iterator<Item = String> {
    pointer.split('/').skip(1).map(|segment| segment.replace("~1", "/").replace("~0", "~"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_leads_back_to_its_members() {
        let names = ["editions", "0", "a/b", "m~n", "~1", ""];
        let pointer = names.iter().fold(String::new(), |pointer, name| pointer_to(&pointer, name));
        assert_eq!(pointer, "/editions/0/a~1b/m~0n/~01/");
        assert_eq!(pointer_segments(&pointer).collect::<Vec<_>>(), names);
        assert_eq!(pointer_segments("").count(), 0);
    }
}
