//! What limits a disclosure, in words: the form of the data, how surely it passes, in which use and on which
//! condition. Changes, records of processing and bills of materials use these words; the pages of an edition have
//! theirs in `export/readers/words.rs`.

use service_providers_codegen::{Form, Likelihood, YesNo};

use super::prose;

/// What stands in brackets after a kind of data; empty if it always passes as it is.
pub fn qualifiers(form: Form, likelihood: Likelihood, example: YesNo) -> Vec<String> {
    let mut words = Vec::new();
    match form {
        Form::Plain => {}
        Form::Unknown => words.push("in a form that is not stated".to_owned()),
        form => words.push(form.to_string()),
    }
    match likelihood {
        Likelihood::Stated => {}
        Likelihood::Optional => words.push("if the user chooses".to_owned()),
        Likelihood::Incidental => words.push("may be included".to_owned()),
    }
    if example == YesNo::Yes {
        words.push("named as an example".to_owned());
    }
    words
}

/// The uses of which a sentence is said, to stand before it; empty if it is said of every use.
pub fn opening(contexts: &[&str]) -> String {
    if contexts.is_empty() { String::new() } else { format!("for {}, ", prose(contexts)) }
}

/// The conditions of a sentence, to stand after it; empty if there is none. They are called limits,
/// because some say how much passes and not when.
pub fn closing(conditions: &[&str]) -> String {
    let sentences: Vec<String> = conditions
        .iter()
        .map(|condition| match condition.ends_with(['.', '!', '?']) {
            true => (*condition).to_owned(),
            false => format!("{condition}."),
        })
        .collect();
    match sentences.len() {
        0 => String::new(),
        1 => format!(" Limit: {}", sentences[0]),
        _ => format!(" Limits: {}", sentences.join(" ")),
    }
}

/// The use and the condition in brackets, to follow a name inside a sentence; empty if there is
/// neither.
pub fn in_brackets(context: Option<&str>, condition: Option<&str>) -> String {
    let context = context.map(|context| format!("for {context}"));
    let condition = condition.map(|condition| condition.trim_end_matches('.').to_owned());
    let limits: Vec<String> = context.into_iter().chain(condition).collect();
    if limits.is_empty() { String::new() } else { format!(" ({})", limits.join("; ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_limits_nothing_says_nothing() {
        assert!(qualifiers(Form::Plain, Likelihood::Stated, YesNo::No).is_empty());
        assert_eq!(opening(&[]) + &closing(&[]) + &in_brackets(None, None), "");
    }

    #[test]
    fn every_limit_has_words() {
        let words = qualifiers(Form::Hashed, Likelihood::Incidental, YesNo::Yes);
        assert_eq!(words, ["hashed", "may be included", "named as an example"]);
        assert_eq!(opening(&["Maps", "Mail"]), "for Maps and Mail, ");
        assert_eq!(closing(&["Text only."]), " Limit: Text only.");
        assert_eq!(in_brackets(Some("Mail"), Some("Text only.")), " (for Mail; Text only)");
        assert_eq!(closing(&["In school", "At home."]), " Limits: In school. At home.");
    }
}
