//! Miniature registers that are unusual and right: what publishers really print, and what they leave
//! out. Each compiles without a problem, and what is made from it must work as well.

use serde_json::{Value, json};

use crate::mini::Mini;

/// An unusual register: what is unusual about it, and how it is made.
pub struct Unusual {
    /// A sentence.
    pub name: &'static str,
    change: fn(&mut Mini),
}

impl Unusual {
    /// The register.
    pub fn mini(&self) -> Mini {
        let mut mini = Mini::new();
        (self.change)(&mut mini);
        mini
    }
}

macro_rules! unusual {
    ($($name:literal: $change:expr;)*) => {
        &[$(Unusual { name: $name, change: $change }),*]
    };
}

/// Every unusual register.
pub const UNUSUAL: &[Unusual] = unusual! {
    "nothing is unusual": |_| {};
    "a provider stands twice in one table": |r| {
        add_rows(r, "list-2025", &["list-2025,3,1,mailer-2025-03-01,none,technical,Mailer"]);
    };
    "a provider stands in the untitled main table and again in another": |r| {
        add_rows(r, "list-2025", &["list-2025,3,1,helper-2025-03-01,none,none,Helper"]);
        r.cell("listings.csv", 3, "section", "none");
    };
    "a provider stands twice and says two things": |r| {
        copy_engagement(r, "helper-2025-03-01", "helper-again");
        add_rows(r, "list-2025", &["list-2025,3,1,helper-again,none,technical,Helper"]);
    };
    "a row is printed under the name of a predecessor": |r| {
        r.cell("listings.csv", 3, "published_name", "Oldmail");
    };
    "the old and the new name of a provider stand side by side": |r| {
        add_rows(r, "list-2025", &["list-2025,3,1,oldmail-2024-01-15,none,technical,Oldmail"]);
    };
    "a provider was replaced, and came back": |r| {
        add_edition(r, "2026-01-10", &["list-2026"]);
        add_document(r, "list-2026", "who", "2026-01-10", 1);
        add_listings(r, &["list-2026,1,1,oldmail-2024-01-15,none,none,Oldmail"]);
        r.replace(
            "successions.csv",
            "oldmail,mailer,",
            "mailer,oldmail,replaced,2026-01-10,weak,Its name is back.,list-2026,none\noldmail,mailer,",
        );
    };
    "two editions on one day": |r| {
        add_edition(r, "2025-03-01-2", &["list-2025-b", "practices-2025"]);
        add_document(r, "list-2025-b", "who", "2025-03-01", 1);
        add_listings(r, &["list-2025-b,1,1,helper-2025-03-01,none,none,Helper"]);
    };
    "two lists in one edition": |r| {
        r.register(|file| push(&mut file["editions"][1]["documents"], "other-2025".into()));
        add_document(r, "other-2025", "other", "2025-02-11", 2);
        add_listings(r, &[
            "other-2025,1,1,mailer-2025-03-01,none,none,Mailer",
            "other-2025,2,1,oldmail-2024-01-15,none,none,Oldmail",
        ]);
    };
    "an edition that is announced": |r| {
        add_edition(r, "2026-01-10", &["list-2026"]);
        add_document(r, "list-2026", "who", "2026-01-10", 1);
        add_listings(r, &["list-2026,1,1,newmail-list-2026,none,none,Newmail"]);
        r.replace("providers.csv", "oldmail,", "newmail,Newmail,none,none\noldmail,");
        copy_engagement(r, "mailer-2025-03-01", "newmail-list-2026");
        r.edit("engagements.csv", |text| text.replace("list-2026,mailer,", "list-2026,newmail,"));
        r.register(|file| file["editions"][2]["effective"] = "2026-03-01".into());
        r.register(|file| file["current"] = "2025-03-01".into());
    };
    "every edition but the first is announced": |r| {
        r.register(|file| file["current"] = "2024-01-15".into());
    };
    "a row that names two services": |r| {
        r.replace("listings.csv", "list-2025,2,1,", "list-2025,1,2,");
        rows_of(r, "list-2025", 1);
    };
    "a document that is dated by its month": |r| {
        r.register(|file| document(file, "list-2025")["date"] = "2025-03".into());
    };
    "a document that is older than its edition, with and without a reason": |r| {
        r.register(|file| document(file, "list-2025")["date"] = "2024-12-24".into());
        r.register(|file| file["editions"][1]["undated_basis"] = "Nothing newer is known.".into());
    };
    "a document that is dated later than its edition": |r| {
        r.register(|file| document(file, "practices-2025")["date"] = "2026-05".into());
        r.register(|file| file["editions"][1]["undated_basis"] = "It describes March 2025.".into());
    };
    "a listed document without a row": |r| {
        add_edition(r, "2026-01-10", &["list-2026"]);
        add_document(r, "list-2026", "who", "2026-01-10", 0);
    };
    "everything that is known of a document": |r| {
        r.register(|file| {
            let list = document(file, "list-2025");
            list["address"] = "https://acme.example/providers".into();
            list["sha256"] = "0123456789abcdef".repeat(4).into();
            file["exports_address"] = "https://acme.example/exports/".into();
            file["publisher"]["contact"] = "privacy@acme.example".into();
            file["publisher"]["objection"] = "By e-mail, within 30 days.".into();
        });
        let digest = format!("n1:{}", "fedcba9876543210".repeat(4));
        for column in ["purpose_digest", "data_digest", "location_digest", "features_digest"] {
            r.cell("listings.csv", 3, column, &digest);
        }
    };
    "a list that names no data": no_data;
    "a list that names no purpose": |r| { r.fill("engagements.csv", "purposes", "unknown"); };
    "a provider that gets no personal data": |r| {
        r.cell("engagements.csv", 4, "data", "none").edit("disclosures.csv", without("oldmail"));
    };
    "a provider of whose data only a denial is known": |r| {
        r.cell("engagements.csv", 2, "data", "unknown");
        r.edit("disclosures.csv", without("helper-2025-03-01,10,"));
    };
    "an engagement that was withdrawn": |r| {
        copy_engagement(r, "mailer-2025-03-01", "mailer-mistake");
        r.cell("engagements.csv", 4, "withdrawn", "It was read twice.");
    };
    "regions and customers' regions": |r| {
        r.replace("vocabulary/regions.csv", "eea,", "customer-region,Customer's region,customer,none,Where the customer is.\neea,");
        r.edit("storage.csv", |text| text.replace("mailer-2025-03-01,de,none", "mailer-2025-03-01,customer-region,none"));
        r.edit("storage.csv", |text| text.replace("mailer-2025-03-01,us,none", "mailer-2025-03-01,eea,European customers"));
    };
    "several products, each with its storage": |r| {
        r.cell("storage.csv", 2, "context", "Mail").cell("storage.csv", 3, "context", "Mail");
        r.cell("storage.csv", 3, "condition", "As a second copy, if the customer asks for it.");
        r.replace("storage.csv", "oldmail-2024-01-15,", "mailer-2025-03-01,us,Post,none,none\noldmail-2024-01-15,");
    };
    "a place that was withdrawn": |r| {
        r.cell("storage.csv", 2, "withdrawn", "It was read from the row above.");
    };
    "a member that left and came back": |r| {
        r.cell("vocabulary/region-members.csv", 2, "from", "1994-01-01");
        r.cell("vocabulary/region-members.csv", 2, "until", "2024-06-30");
        r.replace("vocabulary/region-members.csv", "eea,fr,", "eea,de,2024-07-01,none,A second treaty.\neea,fr,");
    };
    "no collection methods": no_collection_methods;
    "no contexts": no_contexts;
    "no countries": no_countries;
    "no regions": no_regions;
    "no members of a region": no_region_members;
    "no storage": no_storage;
    "no data categories": no_data_categories;
    "no data subjects": no_data_subjects;
    "no outside terms": no_outside_terms;
    "no features": no_features;
    "no legal bases": no_legal_bases;
    "no parties": no_parties;
    "no relations": no_relations;
    "no settings": no_settings;
    "addresses, transfer mechanisms and roles": contract_facts;
    "a thousand vendors with public ids": a_thousand_vendors;
    "no school words": no_school_words;
    "a denial of any data in one use": |r| {
        r.cell("disclosures.csv", 3, "data_category", "any");
        r.cell("disclosures.csv", 3, "context", "newsletter");
    };
    "a denial of any data in one case": |r| {
        r.cell("disclosures.csv", 3, "data_category", "any");
        r.cell("disclosures.csv", 3, "condition", "When a map is shown.");
    };
    "no purposes": no_purposes;
    "no safeguards": no_safeguards;
    "no sections": no_sections;
    "no service categories": no_service_categories;
    "no vocabulary at all": no_vocabulary;
    "no practices": no_practices;
    "no providers": |r| {
        no_vocabulary(r);
        for table in ["providers", "engagements", "listings", "successions"] {
            r.empty(&format!("{table}.csv"));
        }
        rows_of(r, "list-2024", 0);
        rows_of(r, "list-2025", 0);
    };
};

/// The document of this id in `register.json`.
fn document<'f>(file: &'f mut Value, id: &str) -> &'f mut Value {
    let documents = file["documents"].as_array_mut().expect("a list");
    documents.iter_mut().find(|document| document["id"] == id).expect("the document")
}

fn push(list: &mut Value, item: Value) {
    list.as_array_mut().expect("a list").push(item);
}

fn rows_of(mini: &mut Mini, id: &str, rows: usize) {
    mini.register(|file| document(file, id)["published_rows"] = rows.into());
}

fn add_document(mini: &mut Mini, id: &str, list: &str, date: &str, rows: usize) {
    mini.register(|file| {
        let document = json!({
            "id": id, "list": list, "title": "Who works for us", "date": date,
            "date_basis": "Printed on it.", "address": "unknown", "sha256": "unknown",
            "listed": "yes", "published_rows": rows
        });
        push(&mut file["documents"], document);
    });
}

/// Adds an edition, which becomes the current one.
fn add_edition(mini: &mut Mini, id: &str, documents: &[&str]) {
    mini.register(|file| {
        let edition = json!({
            "id": id, "published": id[..10], "effective": "unknown",
            "objection_until": "unknown", "documents": documents, "undated_basis": "none"
        });
        push(&mut file["editions"], edition);
        file["current"] = id.into();
    });
}

/// Adds listings up to the published name.
fn add_listings(mini: &mut Mini, rows: &[&str]) {
    mini.edit("listings.csv", |text| {
        let (header, body) = text.split_once('\n').expect("a header");
        let added =
            rows.iter().map(|row| format!("{row},unknown,none,unknown,unknown,unknown,unknown"));
        let mut lines: Vec<String> = body.lines().map(str::to_owned).chain(added).collect();
        lines.sort();
        std::iter::once(header.to_owned()).chain(lines).map(|line| line + "\n").collect()
    });
}

/// Adds listings to a document, which then has three rows.
fn add_rows(mini: &mut Mini, document: &str, rows: &[&str]) {
    add_listings(mini, rows);
    rows_of(mini, document, 3);
}

/// Adds a copy of an engagement, with its disclosures, under a key that follows it.
fn copy_engagement(mini: &mut Mini, key: &str, copy: &str) {
    for file in ["engagements.csv", "storage.csv", "disclosures.csv"] {
        mini.edit(file, |text| {
            let own = format!("{key},");
            let copies: String = (text.lines())
                .filter(|line| line.starts_with(&own))
                .map(|line| format!("{copy},{}\n", &line[own.len()..]))
                .collect();
            let mut lines: Vec<&str> = text.lines().chain(copies.lines()).collect();
            // A stable sort by key: positions stay in order.
            lines[1..].sort_by_key(|line| line.split(',').next());
            lines.into_iter().map(|line| format!("{line}\n")).collect()
        });
    }
}

/// A text without the lines that start like this.
fn without(start: &'static str) -> impl FnOnce(String) -> String {
    move |text| {
        let lines = text.lines().filter(|line| !line.starts_with(start));
        lines.map(|line| format!("{line}\n")).collect()
    }
}

fn no_data(mini: &mut Mini) {
    mini.fill("engagements.csv", "data", "unknown").empty("disclosures.csv");
}

fn no_practices(mini: &mut Mini) {
    mini.register(|file| {
        file["documents"].as_array_mut().expect("a list").retain(|one| one["list"] == "who");
        for edition in file["editions"].as_array_mut().expect("a list") {
            edition["documents"].as_array_mut().expect("a list").truncate(1);
            edition["undated_basis"] = "none".into();
        }
    });
    for table in ["practices", "practice-subjects", "practice-recipients"] {
        mini.empty(&format!("{table}.csv"));
    }
    mini.keep("listings.csv", "list");
}

fn no_outside_terms(mini: &mut Mini) {
    for table in [
        "collection-methods",
        "data-categories",
        "data-subjects",
        "legal-bases",
        "purposes",
        "safeguards",
    ] {
        mini.fill(&format!("vocabulary/{table}.csv"), "dpv", "none");
    }
    mini.fill("vocabulary/data-categories.csv", "fideslang", "none");
    mini.empty("vocabulary/dpv-terms.csv").empty("vocabulary/fideslang-terms.csv");
}

fn no_collection_methods(mini: &mut Mini) {
    no_outside_terms(mini);
    mini.fill("practices.csv", "collection", "unknown").empty("vocabulary/collection-methods.csv");
}

fn no_contexts(mini: &mut Mini) {
    mini.fill("disclosures.csv", "context", "none").empty("vocabulary/contexts.csv");
}

fn no_countries(mini: &mut Mini) {
    no_storage(mini);
    for column in ["entity_country", "territory"] {
        mini.fill("engagements.csv", column, "unknown");
    }
    mini.empty("vocabulary/region-members.csv").empty("vocabulary/regions.csv");
    mini.fill("practices.csv", "destination", "unknown");
    mini.fill("practice-recipients.csv", "country", "unknown");
    mini.empty("vocabulary/countries.csv");
}

fn no_storage(mini: &mut Mini) {
    mini.fill("engagements.csv", "storage", "unknown").empty("storage.csv");
}

fn no_regions(mini: &mut Mini) {
    no_storage(mini);
    mini.empty("vocabulary/region-members.csv").empty("vocabulary/regions.csv");
}

fn no_region_members(mini: &mut Mini) {
    mini.fill("vocabulary/regions.csv", "kind", "worldwide");
    mini.empty("vocabulary/region-members.csv");
}

fn no_data_categories(mini: &mut Mini) {
    no_data(mini);
    no_practices(mini);
    no_outside_terms(mini);
    mini.empty("vocabulary/data-categories.csv");
}

fn no_data_subjects(mini: &mut Mini) {
    no_outside_terms(mini);
    mini.fill("engagements.csv", "excluded_subjects", "none");
    mini.fill("disclosures.csv", "data_subject", "unknown");
    mini.fill("practice-subjects.csv", "data_subject", "none");
    mini.empty("vocabulary/overlaps.csv").empty("vocabulary/data-subjects.csv");
}

fn no_features(mini: &mut Mini) {
    mini.empty("engagement-features.csv").empty("vocabulary/features.csv");
}

fn no_legal_bases(mini: &mut Mini) {
    no_outside_terms(mini);
    mini.fill("practices.csv", "legal_bases", "unknown").empty("vocabulary/legal-bases.csv");
}

fn no_purposes(mini: &mut Mini) {
    no_outside_terms(mini);
    mini.fill("engagements.csv", "purposes", "unknown");
    mini.fill("practices.csv", "purposes", "unknown").empty("vocabulary/purposes.csv");
}

fn no_safeguards(mini: &mut Mini) {
    no_outside_terms(mini);
    mini.fill("engagements.csv", "safeguards", "unknown").empty("vocabulary/safeguards.csv");
}

fn no_sections(mini: &mut Mini) {
    mini.fill("listings.csv", "section", "none").empty("vocabulary/sections.csv");
}

fn no_service_categories(mini: &mut Mini) {
    mini.fill("engagements.csv", "service_category", "none");
    mini.empty("vocabulary/service-categories.csv");
}

/// Facts of every kind about one relation, and facts about another that its source says do not exist.
fn contract_facts(mini: &mut Mini) {
    let facts = [
        "helper-2025-03-01,10,sub-processors,none,none,none,none",
        "helper-2025-03-01,20,role,controller,none,none,It was another company.",
        "mailer-2025-03-01,10,legal-entity,Mailer Ltd,none,none,none",
        "mailer-2025-03-01,20,postal-address,\"1 Post Lane, Letterton\",none,fr,none",
        "mailer-2025-03-01,30,contact,privacy@mailer.example,none,none,none",
        "mailer-2025-03-01,40,contact,The data protection officer.,Complaints.,none,none",
        "mailer-2025-03-01,50,website,https://mailer.example/,none,none,none",
        "mailer-2025-03-01,60,data-processing-agreement,https://mailer.example/dpa,none,none,none",
        "mailer-2025-03-01,70,sub-processors,https://mailer.example/subs,none,none,none",
        "mailer-2025-03-01,80,role,processor,none,none,none",
        "mailer-2025-03-01,90,role,joint-controller,Statistics alone.,none,none",
        "mailer-2025-03-01,100,affiliate,Mailer France,none,fr,none",
        "mailer-2025-03-01,110,transfer-mechanism,Standard contractual clauses,none,us,none",
        "mailer-2025-03-01,120,retention,30 days after the last mail.,none,none,none",
        "mailer-2025-03-01,130,certification,ISO 27001,none,none,none",
        "mailer-2025-03-01,140,start,2024-05,none,none,none",
        "mailer-2025-03-01,150,notice-period,30 days.,none,none,none",
        "mailer-2025-03-01,160,legal-basis,consent,none,none,none",
    ];
    mini.add("contract-facts.csv", &(facts.join("\n") + "\n"));
}

/// One list of a thousand vendors, each with its number in a public register.
fn a_thousand_vendors(mini: &mut Mini) {
    let rows = |row: fn(usize) -> String| -> String { (0..1000).map(row).collect() };
    mini.add("providers.csv", &rows(|n| format!("vendor-{n:03},Vendor {n},none,none\n")));
    mini.add("identifiers.csv", &rows(|n| format!("gvl,{n:03},vendor-{n:03}\n")));
    mini.add(
        "engagements.csv",
        &rows(|n| {
            let said = "unknown,unknown,unknown,unknown,unknown,none,unknown,none,none";
            format!("vendor-{n:03}-list,vendor-{n:03},none,unknown,Advertises.,unknown,{said}\n")
        }),
    );
    mini.edit("listings.csv", |text| {
        let digests = "unknown,unknown,unknown,unknown";
        let (before, practices) = text.split_at(text.find("practices,").expect("practices"));
        let rows: String = (0..1000)
            .map(|n| {
                let row = n + 3;
                let cites = format!("vendor-{n:03}-list,none,technical,Vendor {n}");
                format!("list-2025,{row},1,{cites},unknown,none,{digests}\n")
            })
            .collect();
        format!("{before}{rows}{practices}")
    });
    mini.register(|file| {
        let documents = file["documents"].as_array_mut().expect("a list");
        let list = documents.iter_mut().find(|document| document["id"] == "list-2025");
        list.expect("the list")["published_rows"] = json!(1002);
    });
}

/// A company that has nothing to do with schools: its vocabularies lack their words, and the code
/// needs none of them.
fn no_school_words(mini: &mut Mini) {
    no_settings(mini);
    no_relations(mini);
    for file in ["disclosures.csv", "engagements.csv", "vocabulary/data-subjects.csv"] {
        mini.edit(file, |text| {
            let text = text.replace("student", "buyer").replace("teacher", "seller");
            let text = text.replace("Student", "Buyer").replace("Teacher", "Seller");
            text.replace("Someone who learns", "Someone who buys")
                .replace("Someone who teaches", "Someone who sells")
        });
    }
    mini.set("vocabulary/overlaps.csv", "group,other,reason\nbuyer,seller,A buyer may sell.\n");
    mini.set("vocabulary/parties.csv", "key,name,description\nuser,Users,Whoever buys or sells.\n");
}

/// A company without schools, or one that tells nothing apart: the code needs no term of these.
fn no_settings(mini: &mut Mini) {
    mini.fill("engagement-features.csv", "settings", "none").empty("vocabulary/settings.csv");
}

fn no_parties(mini: &mut Mini) {
    mini.edit("disclosures.csv", |text| text.replace(",user,provider,", ",publisher,provider,"));
    mini.empty("vocabulary/parties.csv");
}

fn no_relations(mini: &mut Mini) {
    mini.fill("practice-subjects.csv", "data_subject", "none");
    mini.fill("practice-subjects.csv", "relation", "none").empty("vocabulary/relations.csv");
}

fn no_vocabulary(mini: &mut Mini) {
    for change in [
        no_practices,
        no_data_categories,
        no_collection_methods,
        no_contexts,
        no_countries,
        no_data_subjects,
        no_features,
        no_legal_bases,
        no_parties,
        no_purposes,
        no_relations,
        no_safeguards,
        no_sections,
        no_service_categories,
        no_settings,
    ] {
        change(mini);
    }
}
