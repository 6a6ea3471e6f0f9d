//! `datapackage`: the relations as CSV, with a Data Package descriptor (version 2.0) that holds their
//! types, keys, references, closed sets and digests.

use serde_json::{Value, json};
use service_providers_codegen::{Register, csv_text};

use super::relations::{Cell, Column, Holds, Reference, Relation, without_lists};
use super::{AllEditions, File, Sink};
use crate::json::pretty;
use crate::sha256;

/// The folder of the package.
const FOLDER: &str = "datapackage";

pub(super) fn files(all: &AllEditions<'_>, add: Sink<'_>) {
    let mut resources = Vec::new();
    for relation in all.relations().iter().flat_map(without_lists) {
        let file = File::new(format!("{FOLDER}/{}.csv", relation.name), csv(&relation));
        resources.push(resource(&relation, &file));
        add(file);
    }
    add(File::new(format!("{FOLDER}/datapackage.json"), pretty(&package(all.register, resources))));
}

fn csv(relation: &Relation) -> Vec<u8> {
    csv_text(&relation.header(), relation.rows.iter().map(|row| row.iter().map(Cell::written)))
}

fn package(register: &Register, resources: Vec<Value>) -> Value {
    let publisher = &register.file.publisher;
    let sources = register.documents().iter().map(|document| {
        let mut source = json!({ "title": document.title });
        if let Some(address) = document.address.known() {
            source["path"] = json!(address);
        }
        if let Some(date) = document.date.known() {
            source["version"] = json!(date);
        }
        source
    });
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": format!("{}-service-providers", publisher.key),
        "title": format!("Service providers of {}", publisher.name),
        "description": format!(
            "Which companies process the personal data of the users of {}, in all editions of its list. \
             {}",
            publisher.name, register.file.data_licence_note,
        ),
        "sources": sources.collect::<Vec<_>>(),
        "resources": resources,
    })
}

fn resource(relation: &Relation, file: &File) -> Value {
    json!({
        "name": relation.name,
        "type": "table",
        "path": format!("{}.csv", relation.name),
        "title": title(&relation.name),
        "description": relation.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.bytes.len(),
        "hash": format!("sha256:{}", sha256::hex(&file.bytes)),
        "schema": {
            "fields": relation.columns.iter().map(field).collect::<Vec<_>>(),
            "primaryKey": relation.key,
            "foreignKeys": relation.references.iter()
                .map(|reference| foreign_key(relation, reference))
                .collect::<Vec<_>>(),
        },
    })
}

/// A name as a title: `published_rows` is "Published rows".
fn title(name: &str) -> String {
    let mut title = name.replace('_', " ");
    title[..1].make_ascii_uppercase();
    title
}

fn field(column: &Column) -> Value {
    let (kind, format) = match column.holds {
        Holds::Text | Holds::List { .. } => ("string", "default"),
        Holds::Address => ("string", "uri"),
        Holds::Date => ("date", "default"),
        Holds::Integer => ("integer", "default"),
        Holds::Boolean => ("boolean", "default"),
    };
    let mut constraints = json!({ "required": column.status.is_none() });
    if let Some(pattern) = &column.pattern {
        constraints["pattern"] = json!(pattern);
    }
    if !column.terms.is_empty() {
        constraints["enum"] = column.terms.iter().map(|(term, _)| term.as_str()).collect();
    }
    let mut field = json!({
        "name": column.name,
        "type": kind,
        "format": format,
        "description": column.description,
        "constraints": constraints,
    });
    if !column.terms.is_empty() {
        let category =
            |(term, meaning): &(String, String)| json!({ "value": term, "label": meaning });
        field["categories"] = column.terms.iter().map(category).collect();
    }
    if let Some(status) = &column.status {
        let label = format!("Missing. `{}` says in which way.", status.column);
        field["missingValues"] = json!([{ "value": "", "label": label }]);
    }
    if let Some(class) = column.class {
        field["rdfType"] = json!(class);
    }
    field
}

fn foreign_key(relation: &Relation, reference: &Reference) -> Value {
    let mut target = json!({ "fields": reference.key });
    if reference.relation != relation.name {
        target["resource"] = json!(reference.relation);
    }
    json!({ "fields": reference.columns, "reference": target })
}
