//! What counts as the same text, and the digest of a text.
//!
//! Version 1 of the rules: two texts are the same if they have the same letters and numbers in the
//! same order. Case, spacing, punctuation and the form of links are cosmetic; words and numbers are
//! not. In full: the text is brought into Unicode's form NFKC and into lower case; `&` becomes
//! `and`; letters, marks, numbers, signs of currencies, `%` and `+` stay, and everything else goes.
//! Only where something stood between two digits does one space stay, so that `1.5` is not `15`.
//! Of a link the text stays and the target goes. Of a web address written out, `https://`,
//! `http://` and `www.` go.
//!
//! A digest is `n1:` and the SHA-256 of the normal form in hexadecimal digits. Rules that change
//! get another version, so that digests of two versions are never compared.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory as _};

use crate::sha256;

/// The version of the rules, and what stands before the colon of a digest.
pub const VERSION: &str = "n1";

/// A text without what is cosmetic. Two texts with the same normal form say the same.
pub fn fold(text: &str) -> String {
    if text.is_ascii() { fold_chars(text.chars()) } else { fold_chars(text.nfkc()) }
}

fn fold_chars(chars: impl Iterator<Item = char>) -> String {
    let mut folded = String::with_capacity(chars.size_hint().0);
    let (mut gap, mut after_digit) = (false, false);
    for c in chars {
        if c == '&' {
            folded.push_str("and");
            (gap, after_digit) = (false, false);
        } else if !stays(c) {
            gap = true;
        } else {
            let is_digit = c.is_numeric();
            if gap && after_digit && is_digit {
                folded.push(' ');
            }
            (gap, after_digit) = (false, is_digit);
            if c.is_ascii() {
                folded.push(c.to_ascii_lowercase());
            } else {
                folded.extend(c.to_lowercase());
            }
        }
    }
    folded
}

fn stays(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || matches!(c, '%' | '+' | '$');
    }
    matches!(
        c.general_category_group(),
        GeneralCategoryGroup::Letter | GeneralCategoryGroup::Mark | GeneralCategoryGroup::Number
    ) || c.general_category() == GeneralCategory::CurrencySymbol
}

/// A text without the parts of web addresses that change nothing.
fn without_schemes(text: &str) -> Cow<'_, str> {
    if !text.contains("://") {
        return text.into();
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("http") {
        let (before, found) = rest.split_at(at);
        kept.push_str(before);
        let tail = ["https://", "http://"].iter().find_map(|scheme| found.strip_prefix(scheme));
        rest = match tail {
            Some(tail) => tail.strip_prefix("www.").unwrap_or(tail),
            None => {
                kept.push_str("http");
                &found["http".len()..]
            }
        };
    }
    kept.push_str(rest);
    kept.into()
}

/// The digest of a text.
pub fn digest(text: &str) -> String {
    format!("{VERSION}:{}", sha256::hex(fold(&without_schemes(text)).as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cosmetic_changes_no_digest() {
        for (a, b) in [
            ("Sends e-mail", "sends  E\u{2011}mail."),
            ("reporting. Second part:", "reportingSecond part"),
            ("\u{201c}logs\u{201d}", "\"logs\""),
            ("A & B", "A and B"),
            ("see https://www.a.example/x/", "see http://a.example/x"),
            ("ﬁle № 2", "file No 2"),
        ] {
            assert_eq!(digest(a), digest(b), "{a} | {b}");
        }
    }

    #[test]
    fn words_and_numbers_are_not_cosmetic() {
        for (a, b) in [
            ("15 days", "1.5 days"),
            ("10 days", "100 days"),
            ("5 %", "5"),
            ("$5", "€5"),
            ("names", "name"),
            ("no data", "data"),
            ("café", "cafe"),
        ] {
            assert_ne!(digest(a), digest(b), "{a} | {b}");
        }
    }

    #[test]
    fn the_digest_has_its_version_and_its_form() {
        let empty = "n1:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(digest(" ."), empty);
    }
}
