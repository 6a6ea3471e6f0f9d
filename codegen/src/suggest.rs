//! The nearest valid term for a misspelt one. A wrong suggestion would change a fact, so in doubt
//! there is none.

use std::fmt;

use crate::limits::MAX_NAME;

/// How alike two words must be, from 0 to 1, for one to be suggested for the other.
const ALIKE: f64 = 0.7;
/// How alike two terms of different numbers of words must be.
const JOINED: f64 = 0.85;
/// The longest text compared, in bytes. A longer one is no slip of a term, and comparing takes time
/// that grows with the length.
const LONGEST_WORD: usize = 4 * MAX_NAME as usize;

/// The candidate most like a name typed at a command, where a wrong guess does no harm. Of
/// candidates that are alike as much, the first.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > LONGEST_WORD {
        return None;
    }
    let word = word.trim().to_lowercase().replace([' ', '_'], "-");
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let cut_short = word.len() >= 3 && candidate.starts_with(&word);
        let score = strsim::normalized_damerau_levenshtein(&word, &candidate.to_lowercase())
            .max(if cut_short { ALIKE } else { 0.0 });
        if score >= ALIKE && best.is_none_or(|(most, _)| score > most) {
            best = Some((score, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The candidate most like a word. `None` if none is alike enough, or if two are alike as much.
/// Terms with different digits are never alike, because they mean different things.
pub(crate) fn nearest_term<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    if word.len() > LONGEST_WORD {
        return None;
    }
    let word = word.trim().to_lowercase().replace([' ', '_'], "-");
    let mut best: Option<(f64, &str)> = None;
    let mut tied = false;
    let mut longer: Option<&str> = None;
    let mut ambiguous = false;
    for candidate in candidates {
        let lower = candidate.to_lowercase();
        if word.len() >= 3 && lower.len() > word.len() && lower.starts_with(&word) {
            ambiguous |= longer.is_some_and(|other| other != candidate);
            longer = Some(candidate);
        }
        let Some(score) = likeness(&word, &lower) else { continue };
        match best {
            Some((most, _)) if score < most => {}
            Some((most, other)) if score == most => tied |= other != candidate,
            _ => {
                best = Some((score, candidate));
                tied = false;
            }
        }
    }
    // A word cut short (`voice` for `voice-recording`) counts as alike, although it differs a lot.
    let cut_short = longer.filter(|term| !ambiguous && same_digits(term, &word));
    best.filter(|_| !tied).map(|(_, candidate)| candidate).or(cut_short)
}

/// How alike two terms in lower case are. `None` if not enough.
fn likeness(word: &str, term: &str) -> Option<f64> {
    if word == term {
        return Some(2.0);
    }
    if !same_digits(word, term) {
        return None;
    }
    let parts = |text| str::split(text, |c: char| !c.is_alphanumeric());
    // A term that ends in a number is made of a stem and that number: `slack-2025-11-17`.
    let numbered = |text: &str| text.ends_with(|c: char| c.is_ascii_digit());
    if numbered(word) || numbered(term) {
        return (stem(word) == stem(term)).then_some(1.0);
    }
    let whole = strsim::normalized_damerau_levenshtein(word, term);
    let alike = if parts(word).count() == parts(term).count() {
        parts(word)
            .zip(parts(term))
            .all(|(a, b)| strsim::normalized_damerau_levenshtein(a, b) >= ALIKE)
    } else {
        whole >= JOINED
    };
    alike.then_some(whole)
}

fn same_digits(a: &str, b: &str) -> bool {
    let digits = |text| str::bytes(text).filter(u8::is_ascii_digit);
    digits(a).eq(digits(b))
}

/// The term without the number at its end and without the marks between words.
fn stem(text: &str) -> String {
    let stem = text.trim_end_matches(|c: char| !c.is_alphabetic());
    stem.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What was probably meant, and what is allowed if the list is short. Shown as text; blank if
/// nothing is known.
pub(crate) struct Suggestion<'a> {
    nearest: Option<&'a str>,
    allowed: Option<Vec<&'a str>>,
}

/// The longest list of candidates that is shown.
const LONGEST_LIST: usize = 12;

impl<'a> Suggestion<'a> {
    fn new(nearest: Option<&'a str>, candidates: Vec<&'a str>) -> Self {
        let short = (1..=LONGEST_LIST).contains(&candidates.len());
        Self { nearest, allowed: short.then_some(candidates) }
    }

    /// Whether nothing is known.
    pub(crate) fn is_empty(&self) -> bool {
        self.nearest.is_none() && self.allowed.is_none()
    }

    /// Whether its text is a question and nothing else.
    pub(crate) fn is_question(&self) -> bool {
        self.nearest.is_some() && self.allowed.is_none()
    }
}

impl fmt::Display for Suggestion<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(nearest) = self.nearest {
            write!(f, "did you mean `{nearest}`?")?;
        }
        if let Some(allowed) = &self.allowed {
            let space = if self.nearest.is_some() { " " } else { "" };
            write!(f, "{space}allowed: `{}`", allowed.join("`, `"))?;
        }
        Ok(())
    }
}

/// A suggestion for a name typed at a command that is not among the candidates.
pub(crate) fn name_help<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Suggestion<'a> {
    let candidates: Vec<&str> = candidates.into_iter().collect();
    Suggestion::new(nearest(word, candidates.iter().copied()), candidates)
}

/// A suggestion for a term that is not among those allowed.
pub(crate) fn term_help<'a>(word: &str, terms: &[&'a str]) -> Suggestion<'a> {
    let meant = match word.trim().to_lowercase().as_str() {
        "true" | "y" | "1" | "x" => Some("yes"),
        "false" | "n" | "0" => Some("no"),
        _ => None,
    };
    let meant = meant.filter(|meant| terms.contains(meant));
    Suggestion::new(meant.or_else(|| nearest_term(word, terms.iter().copied())), terms.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_term_and_nonsense_finds_none() {
        let terms = ["email-address", "mailing-address", "voice-recording", "phone-number"];
        assert_eq!(nearest_term("voice-recordin", terms), Some("voice-recording"));
        assert_eq!(nearest_term("Voice Recording", terms), Some("voice-recording"));
        assert_eq!(nearest_term("voice", terms), Some("voice-recording"));
        assert_eq!(nearest_term("emailaddress", terms), Some("email-address"));
        assert_eq!(nearest_term("zebra", terms), None);
        assert_eq!(nearest_term("email-address", ["mailing-address", "phone-number"]), None);
        assert_eq!(nearest_term("app", ["apple-pay", "apple-store"]), None);
        assert_eq!(nearest_term("bat", ["cat", "rat"]), None);
        assert_eq!(nearest_term("pd#Notes", ["pd#Name"]), None);
    }

    #[test]
    fn a_very_long_text_is_no_slip_of_a_term() {
        let (long, longer) = ("a".repeat(LONGEST_WORD + 1), "a".repeat(LONGEST_WORD + 2));
        assert_eq!(nearest(&long, [longer.as_str()]), None);
        assert_eq!(nearest_term(&long, [longer.as_str()]), None);
        assert_eq!(nearest_term(&long[1..], [long.as_str()]), Some(long.as_str()));
    }

    #[test]
    fn what_is_typed_at_a_command_may_differ_in_digits() {
        assert_eq!(nearest("2021-01-02", ["2020-01-01", "2021-01-01"]), Some("2021-01-01"));
        assert_eq!(nearest("slack", ["slack-2025-11-17", "x"]), Some("slack-2025-11-17"));
        assert_eq!(nearest("zebra", ["slack-2025-11-17"]), None);
    }

    #[test]
    fn another_number_or_another_stem_is_another_thing() {
        assert_eq!(nearest_term("practice-05", ["practice-01", "practice-50"]), None);
        assert_eq!(
            nearest_term("slack-2025-11-17", ["edlink-2025-11-17", "slack-2018-11-05"]),
            None
        );
        assert_eq!(nearest_term("slack 2025-1117", ["slack-2025-11-17"]), Some("slack-2025-11-17"));
        assert_eq!(nearest_term("providers-2026-02-01", ["providers-2018-11-05"]), None);
        assert_eq!(nearest_term("slack", ["slack-2025-11-17"]), None);
    }
}
