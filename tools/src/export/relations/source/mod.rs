//! Relations made of source tables, by what their row types say: what becomes of each column. A word that stands
//! instead of a fact moves into a column of its own, so no cell holds a word where another row has a code.

mod cells;

use serde_json::Value;
use service_providers_codegen::{Column as SourceColumn, Kind, Row, TABLES};

use self::cells::add_cells;
use super::actors::{ACTOR_KINDS, RowContext};
use super::names;
use super::relation::{Cell, Column, ColumnRole, Holds, Reference, Relation};
use super::withdrawals::{Withdrawals, keeps_withdrawn_rows};
use crate::missing::{ANY, NONE, NOT_APPLICABLE, SEE_PROVIDER, UNKNOWN, meaning};

/// What becomes of the cells of one column of a source table.
#[derive(Clone, Debug)]
enum Step {
    /// One cell, which is never missing.
    Whole(Holds),
    /// One cell, and its status.
    Stated(Holds),
    /// The key of a country in the letters of ISO 3166, and its status if it may be missing.
    Country { stated: bool },
    /// A list, and its status.
    List,
    /// A list of countries, and its status.
    Countries,
    /// A word that says of other rows in which way they are missing.
    Status,
    /// Who gives or gets data: the kind and the key.
    Party,
    /// A country or a region, and which of the two.
    Place,
    /// Nothing.
    Skip,
}

/// A source table as columns of a relation.
pub(in crate::export::relations) struct Source {
    table: &'static str,
    description: String,
    pub(in crate::export::relations) columns: Vec<Column>,
    pub(in crate::export::relations) references: Vec<Reference>,
    key: Vec<String>,
    /// For every column of the table, in order, what becomes of its cells, and the words by which
    /// they can be missing.
    steps: Vec<(Step, Vec<String>)>,
}

impl Source {
    /// The table of a row type.
    pub(in crate::export::relations) fn of<R: Row>() -> Self {
        let info =
            TABLES.iter().find(|table| table.name == R::TABLE).expect("every table is listed");
        let schema = (info.schema)();
        let description = schema.get("description").and_then(Value::as_str).unwrap_or_default();
        Self::new(R::TABLE, description, info.columns(), R::KEY)
    }

    /// A table, or a list of `register.json`, with these columns.
    pub(in crate::export::relations) fn new(
        table: &'static str,
        description: &str,
        columns: &[SourceColumn],
        key: &[&str],
    ) -> Self {
        let mut source = Self {
            table,
            description: description.split_whitespace().collect::<Vec<_>>().join(" "),
            columns: Vec::new(),
            references: Vec::new(),
            key: key.iter().map(|name| names::column(table, name).to_owned()).collect(),
            steps: Vec::new(),
        };
        for column in columns {
            source.add(column);
        }
        source
    }

    fn add(&mut self, column: &SourceColumn) {
        let step = step(self.table, column);
        let name = names::column(self.table, &column.name);
        match &step {
            Step::Skip => {}
            Step::Party => self.add_party(name),
            Step::Place => self.add_place(column),
            Step::Status => {
                let terms = borrowed(&column.terms);
                let name = format!("{name}_status");
                let column = Column::text(&name, &column.description).one_of(&terms);
                self.columns.push(column.as_role(ColumnRole::Status));
            }
            _ => self.add_value(name, column, &step),
        }
        let words = missing(column).into_iter().map(|(word, _)| word.to_owned());
        self.steps.push((step, words.collect()));
    }

    fn add_value(&mut self, name: &str, column: &SourceColumn, step: &Step) {
        let (holds, optional) = match step {
            Step::Whole(holds) => (holds.clone(), false),
            Step::Country { stated } => (Holds::Text, *stated),
            Step::Stated(holds) => (holds.clone(), true),
            _ => (Holds::List { item: item(column) }, !missing(column).is_empty()),
        };
        let of_countries = matches!(step, Step::Country { .. } | Step::Countries);
        let own_key = column.name == "key";
        let things = if own_key { Some(self.table) } else { column.references.as_deref() };
        let missing = missing(column);
        let is_missing =
            |(term, _): &&(String, String)| missing.iter().any(|(word, _)| word == term);
        let boolean = holds == Holds::Boolean;
        let is_text = matches!(holds, Holds::Text | Holds::List { .. });
        // The pattern of a date that may be missing also lets its word pass.
        let may_be_word = optional && column.holds(Kind::Date);
        let value = Column {
            holds,
            terms: if boolean {
                Vec::new()
            } else {
                column.terms.iter().filter(|term| !is_missing(term)).cloned().collect()
            },
            pattern: match of_countries {
                true => Some("^[A-Z]{2}$".to_owned()),
                false => column.pattern.clone().filter(|_| is_text && !may_be_word),
            },
            class: things.and_then(names::class),
            ..Column::text(name, &column.description)
        };
        if let Some(table) = column.references.as_deref() {
            let reference = Reference::by(name, &names::relation(table), names::key(table));
            self.references.push(reference);
        }
        if optional {
            self.columns.extend(value.with_status(&missing));
        } else {
            self.columns.push(value);
        }
    }

    fn add_party(&mut self, name: &str) {
        let kind = format!("{name}_kind");
        let who = match name {
            "sender" => "Who gives the data",
            "recipient" => "Who gets the data",
            other => panic!("{other}: nothing says what this party does"),
        };
        self.columns.extend([
            Column::text(&kind, &format!("{who}: what they are."))
                .one_of(&ACTOR_KINDS)
                .as_role(ColumnRole::Kind),
            Column::text(name, &format!("{who}: their key among those of that kind.")),
        ]);
        self.references.push(Reference::by_all(&[&kind, name], "actors", &["actor_kind", "actor"]));
    }

    fn add_place(&mut self, column: &SourceColumn) {
        let mut kinds =
            vec![("country", "A country."), ("region", "A region of several countries.")];
        kinds.extend(missing(column));
        let description =
            "The country, as ISO 3166-1 prints its code. Missing unless the place is one.";
        let countries = Column {
            pattern: Some("^[A-Z]{2}$".to_owned()),
            class: names::class("countries"),
            ..Column::text("country", description).where_is("place_kind", "country")
        };
        let regions = Column {
            class: names::class("regions"),
            ..Column::text("region", "The region. Missing unless the place is one.")
                .where_is("place_kind", "region")
        };
        let kind = Column::text("place_kind", "Which of the two the place is.")
            .one_of(&kinds)
            .as_role(ColumnRole::Kind);
        self.columns.extend([countries, regions, kind]);
        self.references.extend([
            Reference::by("country", "countries", "country"),
            Reference::by("region", "regions", "region"),
        ]);
    }

    /// The cells of a row.
    pub(in crate::export::relations) fn cells(
        &self,
        row: &Value,
        context: RowContext<'_>,
    ) -> Vec<Cell> {
        let mut cells = Vec::with_capacity(self.columns.len());
        let values = row.as_object().into_iter().flat_map(|row| row.values());
        for ((step, words), value) in self.steps.iter().zip(values) {
            add_cells(step, words, value, context, &mut cells);
        }
        cells
    }

    /// The relation with these rows. Withdrawn ones are left out, and kept apart with their reasons.
    pub(in crate::export::relations) fn relation<'r, R: Row + 'r>(
        self,
        rows: impl IntoIterator<Item = &'r R>,
        withdrawals: &mut Withdrawals,
        context: RowContext<'_>,
    ) -> Relation {
        let name = names::relation(self.table);
        let mut kept = Vec::new();
        for row in rows {
            let value = value(row);
            if withdrawals.keep_if_withdrawn(&name, R::KEY, &value) {
                continue;
            }
            kept.push(self.cells(&value, context));
        }
        numbered(self.named(&name).with(kept))
    }

    /// The relation without rows, under a name.
    pub(in crate::export::relations) fn named(self, name: &str) -> Relation {
        Relation {
            name: name.to_owned(),
            description: self.description,
            columns: self.columns,
            key: self.key,
            references: self.references,
            rows: Vec::new(),
        }
    }
}

/// The relation, with numbers in its key where a part of the key may be missing.
fn numbered(mut relation: Relation) -> Relation {
    let is_optional = |name: &String| match relation.place(name) {
        Some(place) => relation.columns[place].status.is_some(),
        None => true,
    };
    if !relation.key.iter().any(is_optional) {
        return relation;
    }
    let first = relation.key[0].clone();
    let description = format!("Its number among the rows of the same {first}, from 1.");
    relation.columns.insert(1, Column::text("rank", &description).holding(Holds::Integer));
    let (mut rank, mut last) = (0, Cell::Missing);
    for row in &mut relation.rows {
        rank = if row[0] == last { rank + 1 } else { 1 };
        last = row[0].clone();
        row.insert(1, Cell::Integer(rank));
    }
    relation.key = vec![first, "rank".to_owned()];
    relation
}

/// A row as its cells.
pub(in crate::export::relations) fn value<R: serde::Serialize>(row: &R) -> Value {
    serde_json::to_value(row).expect("rows are made of text and numbers")
}

fn step(table: &str, column: &SourceColumn) -> Step {
    let missing = !missing(column).is_empty();
    let country = (table, column.name.as_str()) == ("countries", "key")
        || column.references.as_deref() == Some("countries");
    if column.name == "withdrawn" && !keeps_withdrawn_rows(table) || column.name == "asserted" {
        Step::Skip
    } else if column.holds(Kind::Party) {
        Step::Party
    } else if column.references.as_deref() == Some("places") {
        Step::Place
    } else if column.list {
        if country { Step::Countries } else { Step::List }
    } else if country {
        Step::Country { stated: missing }
    } else if is_status(column) {
        Step::Status
    } else if missing {
        Step::Stated(holds(table, column))
    } else {
        Step::Whole(holds(table, column))
    }
}

/// Whether a column only says of other rows whether they are there: a closed set in which `listed` is
/// the only term that is not a way of missing.
fn is_status(column: &SourceColumn) -> bool {
    let mut stated = column.terms.iter().filter(|(term, _)| !MISSING.contains(&term.as_str()));
    matches!((stated.next(), stated.next()), (Some((term, _)), None) if term == "listed")
}

fn holds(table: &str, column: &SourceColumn) -> Holds {
    let stated = || column.terms.iter().filter(|(term, _)| !MISSING.contains(&term.as_str()));
    let is_month = (table, column.name.as_str()) == ("documents", "date");
    match column.kind {
        // A member of `register.json` without a kind is a number; `cell` lets nothing else pass.
        None | Some(Kind::Number) => Holds::Integer,
        Some(Kind::Address) => Holds::Address,
        Some(Kind::Date) if is_month || column.references.is_some() => Holds::Text,
        Some(Kind::Date) if (table, column.name.as_str()) == ("editions", "id") => Holds::Text,
        Some(Kind::Date) => Holds::Date,
        Some(Kind::Term) if stated().all(|(term, _)| ["yes", "no"].contains(&term.as_str())) => {
            Holds::Boolean
        }
        _ => Holds::Text,
    }
}

/// The terms of closed sets that say in which way a fact is missing.
const MISSING: [&str; 4] = [UNKNOWN, NONE, NOT_APPLICABLE, SEE_PROVIDER];

/// The words by which a cell of a column can be missing, with their meanings.
fn missing(column: &SourceColumn) -> Vec<(&str, &str)> {
    let words = column.words.iter().map(|word| {
        let other = if word == ANY { "whatever it is" } else { "" };
        (word.as_str(), meaning(word).unwrap_or(other))
    });
    let terms = borrowed(&column.terms).into_iter().filter(|(term, _)| MISSING.contains(term));
    words.chain(terms).collect()
}

fn borrowed(terms: &[(String, String)]) -> Vec<(&str, &str)> {
    terms.iter().map(|(term, meaning)| (term.as_str(), meaning.as_str())).collect()
}

/// What an item of a list is called: by the key that it is, or in the singular.
fn item(column: &SourceColumn) -> String {
    match column.references.as_deref() {
        Some(table) => names::key(table).to_owned(),
        None if column.name == "aliases" => "alias".to_owned(),
        None => panic!("{}: the items of this list have no name yet", column.name),
    }
}
