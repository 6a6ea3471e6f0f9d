//! Which providers a printed name may mean.

use service_providers_tools::published::names::{How, NameIndex, NamedProvider};
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
fn found(cell: &str) -> (Vec<String>, Option<How>) {
    let page = format!("|Vendor|Purpose|\n|-|-|\n|{cell}|x|\n");
    let page = read("p", page.as_bytes(), Format::Md, &NamedColumns::default()).unwrap();
    let candidates = index().find(page.rows[0].name.as_ref().unwrap());
    let how = candidates.first().map(|candidate| candidate.how);
    (candidates.into_iter().map(|candidate| candidate.provider).collect(), how)
}

#[test]
fn names_are_matched_level_by_level() {
    for (cell, provider, how) in [
        ("Acorn", "acorn", How::Exact),
        ("acorn web SERVICES", "acorn", How::Exact),
        ("birch-mail", "birch-mail", How::Exact),
        ("[Acorn\\*](https://a.example) \\*A note about it.", "acorn", How::Exact),
        ("BirchMail", "birch-mail", How::Cosmetic),
        ("Dogwood SSO", "dogwood-sso", How::Cosmetic),
        ("Gum and Sons (formerly Hazel)", "gum", How::Cosmetic),
        ("Cedar, Inc.", "cedar", How::LegalForm),
        ("The Cedar Company", "cedar", How::LegalForm),
        ("Ivy SSO", "ivy", How::LegalForm),
        ("Spruce (formerly Old Fir)", "fir", How::Brackets),
        ("Maker (Elm Grid)", "elm-grid", How::Brackets),
        ("Cedar (by Maker)", "cedar", How::Brackets),
        ("Dogwood", "dogwood-sso", How::Beginning),
        ("Gum & Sons", "gum", How::Beginning),
        ("[Cedar](https://c.example) our own words about it", "cedar", How::Piece),
        ("Cedar<br>Cedar Europe GmbH", "cedar", How::Piece),
        ("Maker Elm Grid", "elm-grid", How::Maker),
        ("Grid", "elm-grid", How::Maker),
        ("Elm", "elm-grid", How::Beginning),
        ("Cedar Technologies", "cedar", How::Beginning),
        ("cedar.example", "cedar", How::Domain),
        ("https://www.fir.co/privacy", "fir", How::Maker),
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
