//! Which providers a printed name may mean.

use service_providers_tools::published::names::{MatchKind, NameIndex, NamedProvider};
use service_providers_tools::published::{Format, NamedColumns, read};

fn index() -> NameIndex {
    let providers: [(&str, &[&str], &[&str]); 9] = [
        ("acorn", &["Acorn", "Acorn Web Services"], &["https://legal.oak.example/acorn"]),
        ("birch-mail", &["Birch Mail"], &[]),
        ("birch-maps", &["Birch Maps"], &[]),
        ("cedar", &["Cedar"], &[]),
        ("dogwood-sso", &["Dogwood (SSO)"], &[]),
        ("elm-grid", &["Elm Grid"], &[]),
        ("fir", &["Fir.co", "Old Fir"], &[]),
        ("gum", &["Gum & Sons (formerly Hazel)", "Hazel"], &[]),
        ("ivy", &["Ivy Single Sign On (SSO)"], &[]),
    ];
    NameIndex::new(providers.iter().map(|(key, names, policies)| NamedProvider {
        key,
        names: names.to_vec(),
        policies: policies.to_vec(),
    }))
}

/// The providers that a name cell may mean, and how the first was matched.
fn found(cell: &str) -> (Vec<String>, Option<MatchKind>) {
    let page = format!("|Vendor|Purpose|\n|-|-|\n|{cell}|x|\n");
    let page = read("p", page.as_bytes(), Format::Md, &NamedColumns::default()).unwrap();
    let candidates = index().find(page.rows[0].name.as_ref().unwrap());
    let how = candidates.first().map(|candidate| candidate.how);
    (candidates.into_iter().map(|candidate| candidate.provider).collect(), how)
}

#[test]
fn names_are_matched_level_by_level() {
    for (cell, provider, how) in [
        ("Acorn", "acorn", MatchKind::Exact),
        ("acorn web SERVICES", "acorn", MatchKind::Exact),
        ("birch-mail", "birch-mail", MatchKind::Exact),
        ("[Acorn\\*](https://a.example) \\*A note about it.", "acorn", MatchKind::Exact),
        ("BirchMail", "birch-mail", MatchKind::Cosmetic),
        ("Dogwood SSO", "dogwood-sso", MatchKind::Cosmetic),
        ("Gum and Sons (formerly Hazel)", "gum", MatchKind::Cosmetic),
        ("Cedar, Inc.", "cedar", MatchKind::LegalForm),
        ("The Cedar Company", "cedar", MatchKind::LegalForm),
        ("Ivy SSO", "ivy", MatchKind::LegalForm),
        ("Spruce (formerly Old Fir)", "fir", MatchKind::Brackets),
        ("Maker (Elm Grid)", "elm-grid", MatchKind::Brackets),
        ("Cedar (by Maker)", "cedar", MatchKind::Brackets),
        ("Dogwood", "dogwood-sso", MatchKind::Beginning),
        ("Gum & Sons", "gum", MatchKind::Beginning),
        ("[Cedar](https://c.example) our own words about it", "cedar", MatchKind::Piece),
        ("Cedar<br>Cedar Europe GmbH", "cedar", MatchKind::Piece),
        ("Maker Elm Grid", "elm-grid", MatchKind::Maker),
        ("Grid", "elm-grid", MatchKind::Maker),
        ("Elm", "elm-grid", MatchKind::Beginning),
        ("Cedar Technologies", "cedar", MatchKind::Beginning),
        ("cedar.example", "cedar", MatchKind::Domain),
        ("https://www.fir.co/privacy", "fir", MatchKind::Maker),
    ] {
        let (providers, found) = found(cell);
        if cell.starts_with("https://www.fir") {
            // The domain without its end is no name that the register knows.
            assert_eq!(providers, Vec::<String>::new(), "{cell}");
            continue;
        }
        assert_eq!((providers, found), (vec![provider.to_owned()], Some(how)), "{cell}");
    }
}

#[test]
fn two_candidates_are_two_candidates() {
    assert_eq!(found("Birch").0, ["birch-mail", "birch-maps"]);
    assert_eq!(found("Acorn (Cedar)").0, ["acorn", "cedar"]);
}

#[test]
fn nothing_is_made_up() {
    for cell in ["Spruce", "Acornia", "Birchmailer", "Dogwood Azure", "A", "Sons", "SSO"] {
        assert_eq!(found(cell), (Vec::new(), None), "{cell}");
    }
}
