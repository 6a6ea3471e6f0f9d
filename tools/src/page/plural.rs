//! English plurals of the names of groups.

/// The plural of a name such as `School leader` or `User of the provider`. The word that changes is
/// the last one before a preposition or a relative pronoun. A word that is plural already, or has no
/// other plural, stays as it is.
pub fn plural(name: &str) -> String {
    let mut words: Vec<String> = name.split(' ').map(str::to_owned).collect();
    let behind = |word: &String| BEHIND.contains(&word.as_str());
    let head = words.iter().position(behind).unwrap_or(words.len());
    if let Some(noun) = head.checked_sub(1).and_then(|at| words.get_mut(at)) {
        *noun = plural_of_word(noun);
    }
    words.join(" ")
}

/// What comes behind the noun that a name is about.
const BEHIND: [&str; 14] = [
    "about", "among", "at", "by", "for", "from", "in", "of", "on", "to", "under", "who", "whose",
    "with",
];

/// Words with a plural of their own, by their ends.
const IRREGULAR: [(&str, &str); 6] = [
    ("child", "children"),
    ("person", "people"),
    ("woman", "women"),
    ("man", "men"),
    ("staff", "staff"),
    ("people", "people"),
];

fn plural_of_word(word: &str) -> String {
    let lower = word.to_lowercase();
    let irregular = IRREGULAR.iter().find(|(one, _)| lower.ends_with(one));
    if let Some((one, many)) = irregular
        && let Some(start) = word.get(..word.len() - one.len())
    {
        // Only the first letter may be a capital.
        let first = word[start.len()..].chars().next();
        let is_capital = first.is_some_and(char::is_uppercase);
        return start.to_owned()
            + &if is_capital { super::upper(many) } else { (*many).to_owned() };
    }
    let vowel_before = |last: char| {
        let stem = lower.strip_suffix(last);
        stem.is_some_and(|stem| stem.ends_with(['a', 'e', 'i', 'o', 'u']))
    };
    if !word.ends_with(|c: char| c.is_ascii_alphabetic()) {
        word.to_owned()
    } else if lower.ends_with('y') && !vowel_before('y') {
        format!("{}ies", &word[..word.len() - 1])
    } else if ["ss", "x", "ch", "sh"].iter().any(|end| lower.ends_with(end)) {
        format!("{word}es")
    } else if lower.ends_with('s') || lower.ends_with("children") {
        word.to_owned()
    } else {
        format!("{word}s")
    }
}

#[cfg(test)]
mod tests {
    use super::plural;

    #[test]
    fn the_noun_gets_the_plural() {
        for (one, many) in [
            ("Teacher", "Teachers"),
            ("child", "children"),
            ("Child", "Children"),
            ("School leader", "School leaders"),
            ("School staff", "School staff"),
            ("User of the provider", "Users of the provider"),
            ("Teacher at a listed school", "Teachers at a listed school"),
            ("Non-logged-in user", "Non-logged-in users"),
            ("Beneficiary", "Beneficiaries"),
            ("Boy", "Boys"),
            ("Customers", "Customers"),
            ("Person (EU)", "Person (EU)"),
            ("", ""),
        ] {
            assert_eq!(plural(one), many);
        }
    }
}
