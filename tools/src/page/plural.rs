//! English plurals.

/// The plural of a name such as `School leader` or `User of the provider`. The word that changes is
/// the last one before a preposition or a relative pronoun. A word that is plural already, or has no
/// other plural, stays as it is.
pub fn plural(name: &str) -> String {
    let mut words: Vec<String> = name.split(' ').map(str::to_owned).collect();
    let after = |word: &String| AFTER_NOUN.contains(&word.as_str());
    let head = words.iter().position(after).unwrap_or(words.len());
    if let Some(noun) = head.checked_sub(1).and_then(|at| words.get_mut(at)) {
        *noun = plural_of_word(noun);
    }
    words.join(" ")
}

/// A number and what it counts: `1 row`, `2 rows`.
pub fn counted(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {}", plural(noun)) }
}

/// What comes after the noun that a name is about.
const AFTER_NOUN: [&str; 14] = [
    "about", "among", "at", "by", "for", "from", "in", "of", "on", "to", "under", "who", "whose",
    "with",
];

/// Words with a plural of their own, by their ends.
const IRREGULAR_ENDS: [(&str, &str); 5] = [
    ("child", "children"),
    ("person", "people"),
    ("woman", "women"),
    ("staff", "staff"),
    ("people", "people"),
];

/// The same by the whole word, or by what stands after its hyphen: `human` and `German` end alike.
const IRREGULAR_WORDS: [(&str, &str); 3] =
    [("man", "men"), ("salesman", "salesmen"), ("chairman", "chairmen")];

fn plural_of_word(word: &str) -> String {
    let lower = word.to_lowercase();
    let last_part = lower.rsplit('-').next().unwrap_or_default();
    let irregular = (IRREGULAR_ENDS.iter().find(|(one, _)| lower.ends_with(one)))
        .or_else(|| IRREGULAR_WORDS.iter().find(|(one, _)| *one == last_part));
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
    use super::{counted, plural};

    #[test]
    fn one_is_singular() {
        assert_eq!(counted(0, "row"), "0 rows");
        assert_eq!(counted(1, "row"), "1 row");
        assert_eq!(counted(2, "copy of a row"), "2 copies of a row");
    }

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
            ("Human", "Humans"),
            ("German resident", "German residents"),
            ("German", "Germans"),
            ("Roman", "Romans"),
            ("Middle-man", "Middle-men"),
            ("Chairwoman", "Chairwomen"),
            ("Salesperson", "Salespeople"),
            ("Person (EU)", "Person (EU)"),
            ("", ""),
        ] {
            assert_eq!(plural(one), many);
        }
    }
}
