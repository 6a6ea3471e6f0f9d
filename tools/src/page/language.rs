//! Pieces of English sentences.

use service_providers_codegen::ContractFactKind;

/// Texts as in a sentence: `A, B and C`.
pub fn prose<T: AsRef<str>>(texts: &[T]) -> String {
    let mut sentence = String::new();
    for (at, text) in texts.iter().enumerate() {
        sentence += match at {
            0 => "",
            _ if at + 1 == texts.len() => " and ",
            _ => ", ",
        };
        sentence += text.as_ref();
    }
    sentence
}

/// A kind of contract fact in words.
pub fn contract_fact_words(kind: ContractFactKind) -> &'static str {
    match kind {
        ContractFactKind::Affiliate => "affiliate",
        ContractFactKind::Certification => "certification",
        ContractFactKind::Contact => "contact",
        ContractFactKind::DataProcessingAgreement => "data processing agreement",
        ContractFactKind::LegalBasis => "legal basis",
        ContractFactKind::LegalEntity => "company",
        ContractFactKind::NoticePeriod => "notice of changes",
        ContractFactKind::PostalAddress => "postal address",
        ContractFactKind::Retention => "data kept for",
        ContractFactKind::Role => "role",
        ContractFactKind::Start => "used since",
        ContractFactKind::SubProcessors => "sub-processors",
        ContractFactKind::TransferMechanism => "basis of transfers",
        ContractFactKind::Website => "website",
    }
}

/// A text with a capital in front.
pub fn upper(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A text as it stands inside a sentence. An abbreviation, such as `IP address`, keeps its capitals.
pub fn lower(text: &str) -> String {
    let mut letters = text.chars();
    if text.chars().nth(1).is_some_and(|second| second.is_uppercase()) {
        return text.to_owned();
    }
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_joined_as_in_a_sentence() {
        assert_eq!(prose::<&str>(&[]), "");
        assert_eq!(prose(&["a"]), "a");
        assert_eq!(prose(&["a", "b", "c"]), "a, b and c");
    }
}
