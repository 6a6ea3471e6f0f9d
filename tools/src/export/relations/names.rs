//! The names of relations and columns. A key has the name of what it identifies, so tables join on
//! columns of one name; and no name is reserved in SQL.

/// The relation of a source table.
pub(super) fn relation(table: &str) -> String {
    match table {
        "overlaps" => "data_subject_overlaps".to_owned(),
        "storage" => "engagement_storage".to_owned(),
        "contract-facts" => "engagement_contract_facts".to_owned(),
        other => other.replace('-', "_"),
    }
}

/// The name of a column of a source table in its relation.
pub(super) fn column<'n>(table: &str, name: &'n str) -> &'n str {
    match (table, name) {
        (table, "key" | "id") => key(table),
        ("dpv-terms", "iri") => "dpv",
        ("fideslang-terms", "fides_key") => "fideslang",
        ("documents", "date") => "document_date",
        ("listings", "row") => "document_row",
        ("listings", "part") => "document_part",
        ("overlaps", "group") => "data_subject",
        ("overlaps", "other") => "other_data_subject",
        ("practices", "use") => "used_for",
        ("region-members", "from") => "first_day",
        ("region-members", "until") => "last_day",
        (_, name) => name,
    }
}

/// The name of the key of a source table that others refer to.
pub(super) fn key(table: &str) -> &'static str {
    match table {
        "collection-methods" => "collection_method",
        "contexts" => "context",
        "countries" => "country",
        "data-categories" => "data_category",
        "data-subjects" => "data_subject",
        "documents" => "document",
        "dpv-terms" => "dpv",
        "editions" => "edition",
        "engagements" => "engagement",
        "features" => "feature",
        "fideslang-terms" => "fideslang",
        "legal-bases" => "legal_basis",
        "parties" => "party",
        "practices" => "practice",
        "providers" => "provider",
        "purposes" => "purpose",
        "regions" => "region",
        "relations" => "relation",
        "safeguards" => "safeguard",
        "sections" => "section",
        "service-categories" => "service_category",
        "settings" => "setting",
        other => panic!("{other}: the key of this table has no name yet"),
    }
}

/// The class of the Data Privacy Vocabulary that the things in a table are of.
pub(super) fn class(table: &str) -> Option<&'static str> {
    Some(match table {
        "countries" => "https://w3id.org/dpv#Country",
        "data-categories" => "https://w3id.org/dpv#PersonalData",
        "data-subjects" => "https://w3id.org/dpv#DataSubject",
        "legal-bases" => "https://w3id.org/dpv#LegalBasis",
        "purposes" => "https://w3id.org/dpv#Purpose",
        "regions" => "https://w3id.org/dpv#Region",
        "safeguards" => "https://w3id.org/dpv#TechnicalOrganisationalMeasure",
        _ => return None,
    })
}
