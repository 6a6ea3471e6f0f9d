//! What passes in one edition, and what does not: one fact a row, with all that is needed to read it.

use service_providers_codegen::register::{Engagement, PublishedRow};
use service_providers_codegen::row::{DisclosureRow, Edition};
use service_providers_codegen::{Asserted, DataStatus, Party, Register, Stated};

use super::actors::RowContext;
use super::matches;
use super::relation::{Cell, Column, ColumnRole, Holds, Relation, STATED};
use super::source::{Source, value};
use crate::export::projection::Terms;
use crate::missing::{ANY, NONE, UNKNOWN};

/// How surely a fact concerns a group of people.
const CONCERNS: [(&str, &str); 3] = [
    ("not-said", "The source does not say so."),
    ("possible", "The source leaves open whether it does."),
    ("yes", "The source says so."),
];

/// For how much of a group a denial holds.
const DENIES: [(&str, &str); 4] = [
    ("not-said", "The source does not say so."),
    ("partly", "It holds for some people of the group, in one use, or under one condition."),
    ("possible", "The source leaves open whether it holds for people of the group."),
    ("yes", "It holds for the whole group, always."),
];

/// What the sources of an edition say that passes. An engagement whose source does not say which data
/// passes has a row as well: any data may be among it.
pub fn disclosures(register: &Register, edition: &Edition) -> Relation {
    let description = "One kind of data about one group of people that passes between two parties, \
                       as one row of the edition says.";
    let implied = Implied {
        status: ("unknown-data", "The source does not say which data passes. Any may."),
        word: (UNKNOWN, "The source does not say."),
        limit: UNKNOWN,
    };
    let flat = FlatRelation::new(register, Asserted::Yes, implied);
    flat.relation("disclosures", description, edition, |engagement| {
        let unknown = engagement.row.data == DataStatus::Unknown;
        unknown.then_some(Stated::Unknown).into_iter().collect()
    })
}

/// What the sources of an edition say that does not pass. A group for whom the provider is not used
/// has a row as well.
pub fn denials(register: &Register, edition: &Edition) -> Relation {
    let description = "One kind of data about one group of people of which one row of the edition \
                       says that it does not pass between two parties.";
    let implied = Implied {
        status: ("excluded-group", "The source says that the provider is not used for the group."),
        word: (ANY, "Whatever it is."),
        limit: NONE,
    };
    let flat = FlatRelation::new(register, Asserted::No, implied);
    flat.relation("denials", description, edition, |engagement| {
        engagement.row.excluded_subjects.items().iter().cloned().map(Stated::Known).collect()
    })
}

/// How a row is filled that follows from the engagement as a whole and from no single disclosure.
struct Implied {
    /// Where the row comes from.
    status: (&'static str, &'static str),
    /// The word for who gives and gets, for the kind of data, its form and its likelihood.
    word: (&'static str, &'static str),
    /// The word for context and condition.
    limit: &'static str,
}

/// The columns and rows of one of the two relations.
struct FlatRelation<'r> {
    register: &'r Register,
    source: Source,
    terms: Terms<'r>,
    asserted: Asserted,
    implied: Implied,
}

/// The columns of a disclosure that stand in the flat row, in order: those behind its key.
const BEHIND_KEY: usize = 2;

type Group = Stated<service_providers_codegen::Key>;

impl<'r> FlatRelation<'r> {
    fn new(register: &'r Register, asserted: Asserted, implied: Implied) -> Self {
        let terms = Terms::of(&register.vocabulary);
        Self { register, source: Source::of::<DisclosureRow>(), terms, asserted, implied }
    }

    fn relation(
        &self,
        name: &str,
        description: &str,
        edition: &Edition,
        implied: impl Fn(&Engagement) -> Vec<Group>,
    ) -> Relation {
        let mut rows = Vec::new();
        let published = self.register.published_rows(&edition.id).into_iter();
        for (position, published) in (1..).zip(published) {
            let before = place_cells(edition, position, &published);
            let disclosures = published.engagement.standing_disclosures();
            for row in disclosures.filter(|row| row.asserted == self.asserted) {
                let cells = self.disclosure_cells(&published.engagement.row.provider, row);
                let limited = row.is_limited();
                rows.push(self.row(&before, cells, &row.data_subject, limited));
            }
            for group in implied(published.engagement) {
                rows.push(self.row(&before, self.implied(&group), &group, false));
            }
        }
        Relation::new(name, description, self.columns(), &[]).with(rows)
    }

    fn row(&self, before: &[Cell], said: Vec<Cell>, group: &Group, limited: bool) -> Vec<Cell> {
        let named = group.known().map(|key| self.terms.groups.number(key));
        let answers = self.terms.groups.numbers().map(|asked| {
            Cell::text(match (group, named) {
                (Stated::Unknown, _) => "possible",
                (_, None) => "not-said",
                (_, Some(named)) => self.answer(asked, named, limited),
            })
        });
        before.iter().cloned().chain(said).chain(answers).collect()
    }

    /// What a fact about one group says of another.
    fn answer(&self, asked: usize, named: usize, limited: bool) -> &'static str {
        let answer = matches::answer(&self.terms, asked, named).unwrap_or("not-said");
        let whole = self.terms.groups.is_a(asked, named) && !limited;
        match (self.asserted, answer) {
            (Asserted::No, "yes") if !whole => "partly",
            (_, answer) => answer,
        }
    }

    /// The cells of a disclosure.
    fn disclosure_cells(&self, provider: &str, row: &DisclosureRow) -> Vec<Cell> {
        let context = RowContext { register: self.register, provider };
        let mut cells = vec![Cell::Integer(row.position), Cell::text(STATED)];
        let own = self.source.cells(&value(row), context);
        let is_own = |party: &Party| match party {
            Party::Provider => true,
            Party::OtherProvider(key) => **key == *provider,
            Party::Publisher | Party::Other(_) => false,
        };
        let (gives, receives) = (is_own(&row.sender), is_own(&row.recipient));
        for (column, cell) in self.source.columns.iter().zip(own).skip(BEHIND_KEY) {
            let likelihood = column.name == "likelihood";
            cells.push(cell);
            cells.extend(likelihood.then(|| Cell::text(STATED)));
        }
        cells.extend([Cell::Boolean(gives), Cell::Boolean(receives)]);
        cells
    }

    /// The cells of what follows from an engagement for a group.
    fn implied(&self, group: &Group) -> Vec<Cell> {
        let Implied { status, word: (word, _), limit } = self.implied;
        let mut cells = vec![Cell::Missing, Cell::text(status.0)];
        for column in &self.source.columns[BEHIND_KEY..] {
            match column.name.as_str() {
                "data_subject" => cells.push(Cell::maybe(group.known().map(|key| &**key))),
                "data_subject_status" => cells.push(match group {
                    Stated::Known(_) => Cell::text(STATED),
                    missing => Cell::text(missing.to_string()),
                }),
                "context_status" | "condition_status" => cells.push(Cell::text(limit)),
                "likelihood" => cells.extend([Cell::Missing, Cell::text(word)]),
                "example" => cells.push(Cell::Boolean(false)),
                _ if column.role == ColumnRole::Value => cells.push(Cell::Missing),
                _ => cells.push(Cell::text(word)),
            }
        }
        cells.extend([Cell::Boolean(true), Cell::Boolean(true)]);
        cells
    }

    fn columns(&self) -> Vec<Column> {
        let mut columns = place_columns();
        let number = "The number that tells the disclosures of the row apart. Missing where the fact \
                      follows from what the row says of all data.";
        let number = Column::text("disclosure", number).holding(Holds::Integer);
        columns.extend(number.with_status(&[self.implied.status]));
        for column in &self.source.columns[BEHIND_KEY..] {
            columns.extend(self.widened(column.clone()));
        }
        let flag =
            |name: &str, description: &str| Column::text(name, description).holding(Holds::Boolean);
        columns.extend([
            flag("provider_gives", "Whether the provider of the row gives the data, or may."),
            flag("provider_receives", "Whether the provider of the row gets the data, or may."),
        ]);
        columns.extend(self.terms.groups.numbers().map(|group| self.group_column(group)));
        columns
    }

    /// A column of a disclosure with the words that other rows have there.
    fn widened(&self, mut column: Column) -> Vec<Column> {
        let (word, meaning) = self.implied.word;
        let limit = (self.implied.limit, meaning);
        let mut allow = |(word, meaning): (&str, &str)| {
            if column.terms.iter().all(|(term, _)| term != word) {
                column.terms.push((word.to_owned(), meaning.to_owned()));
            }
        };
        match column.name.as_str() {
            "sender_kind" | "recipient_kind" | "data_category_status" | "form_status" => {
                allow((word, meaning));
            }
            "context_status" | "condition_status" => allow(limit),
            "sender" | "recipient" => column = column.where_is("disclosure_status", STATED),
            "likelihood" => {
                return column.with_status(&[(word, meaning)]).to_vec();
            }
            _ => {}
        }
        vec![column]
    }

    fn group_column(&self, group: usize) -> Column {
        let vocabulary = &self.register.vocabulary;
        let name = &vocabulary.data_subjects[group].name;
        let column = self.terms.groups.key(group).replace('-', "_");
        match self.asserted {
            Asserted::Yes => {
                let description =
                    format!("Whether the data is, or may be, about people of this group: {name}.");
                Column::text(&format!("concerns_{column}"), &description).one_of(&CONCERNS)
            }
            Asserted::No => {
                let description = format!("Whether the denial holds for this group: {name}.");
                Column::text(&format!("denies_{column}"), &description).one_of(&DENIES)
            }
        }
    }
}

/// The columns that say which row of which edition it is.
fn place_columns() -> Vec<Column> {
    let number =
        |name: &str, description: &str| Column::text(name, description).holding(Holds::Integer);
    vec![
        Column::text("edition", "The edition."),
        number("position", "The row's number in the edition, from 1."),
        Column::text("provider", "The provider that the row is about."),
        Column::text("published_name", "Its name exactly as printed."),
        Column::text("document", "The document."),
        number("document_row", "The row in the document, counted from 1."),
        number(
            "document_part",
            "Which part of the row, where one name cell names several services.",
        ),
    ]
}

fn place_cells(edition: &Edition, position: usize, published: &PublishedRow<'_>) -> Vec<Cell> {
    let PublishedRow { listing, engagement } = published;
    vec![
        Cell::text(&edition.id),
        Cell::count(position),
        Cell::text(&*engagement.row.provider),
        Cell::text(listing.published_name.to_string()),
        Cell::text(&*listing.document),
        Cell::Integer(listing.row),
        Cell::Integer(listing.part),
    ]
}
