//! The nearest valid term for a misspelt one.

/// How alike two terms must be (0 to 1) before one is offered for the other.
const ALIKE: f64 = 0.7;

/// The candidate most like `word`; `None` if no one is alike enough. Ties go to the first
/// candidate.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.trim().to_lowercase().replace([' ', '_'], "-");
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let score = if candidate == word {
            1.0
        } else {
            strsim::normalized_damerau_levenshtein(&word, &candidate.to_lowercase())
                .max(prefix_score(&word, candidate))
        };
        if score >= ALIKE && best.is_none_or(|(most, _)| score > most) {
            best = Some((score, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// A word cut short (`voice` for `voice-recording`) is alike though many edits away.
fn prefix_score(word: &str, candidate: &str) -> f64 {
    if word.len() >= 3 && candidate.starts_with(word) { ALIKE } else { 0.0 }
}

/// The help for a term that is not in a list: the nearest one, or the whole list when it is
/// short.
pub(crate) fn help<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    let candidates: Vec<&str> = candidates.into_iter().collect();
    let nearest = nearest(word, candidates.iter().copied());
    let listed = (candidates.len() <= 12)
        .then(|| candidates.iter().map(|c| format!("`{c}`")).collect::<Vec<_>>().join(", "));
    match (nearest, listed) {
        (Some(near), Some(all)) => format!("did you mean `{near}`? allowed: {all}"),
        (Some(near), None) => format!("did you mean `{near}`?"),
        (None, Some(all)) if !candidates.is_empty() => format!("allowed: {all}"),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_term_and_nonsense_finds_none() {
        let terms = ["email-address", "voice-recording", "phone-number"];
        assert_eq!(nearest("voice-recordin", terms), Some("voice-recording"));
        assert_eq!(nearest("Voice Recording", terms), Some("voice-recording"));
        assert_eq!(nearest("voice", terms), Some("voice-recording"));
        assert_eq!(nearest("zebra", terms), None);
    }
}
