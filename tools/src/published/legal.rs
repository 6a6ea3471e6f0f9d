//! The legal forms of companies, which names bear or leave out as they like.

/// Whether a word is a legal form: `Inc.`, `GmbH`, `LLC`.
pub fn is_legal_form(word: &str) -> bool {
    let word: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
    FORMS.contains(&word.to_lowercase().as_str())
}

const FORMS: &[&str] = &[
    "ab",
    "ag",
    "aps",
    "as",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "doo",
    "gmbh",
    "inc",
    "incorporated",
    "kft",
    "kg",
    "limited",
    "llc",
    "llp",
    "lp",
    "ltd",
    "nv",
    "oy",
    "oyj",
    "pbc",
    "plc",
    "pte",
    "pty",
    "sa",
    "sarl",
    "sas",
    "se",
    "spa",
    "spzoo",
    "srl",
    "sro",
    "ulc",
];
