//! What `register.json` says of a new document, and of the edition that it belongs to.

use std::collections::BTreeSet;

use service_providers_codegen::row::{Document, Edition, ListingRow};
use service_providers_codegen::{
    Key, REGISTER, Register, Stated, Text, YesNo, compare_dates, is_date, is_day,
};

use super::printed_date::{PrintedDate, printed_date};
use super::row_numbers::RowNumbers;
use crate::failure::Failure;
use crate::published::page::Page;
use crate::sha256;

/// What a person says of the page.
#[derive(Clone, Debug, Default)]
pub struct Request<'a> {
    /// The id of the document.
    pub document: &'a str,
    /// Its date: a day, or a month.
    pub date: Option<&'a str>,
    /// The edition that it belongs to; that of its day if not given.
    pub edition: Option<&'a str>,
    /// The list that it is a revision of; the only one that there is if not given.
    pub list: Option<&'a str>,
    /// The list that it begins.
    pub new_list: Option<&'a str>,
    /// The rows whose words changed and whose facts did not.
    pub reworded: RowNumbers,
    /// The rows that say nothing but what the page has columns for.
    pub nothing_else: RowNumbers,
    /// Whether what cannot be read as a row is none.
    pub without_unreadable: bool,
}

impl<'a> Request<'a> {
    /// The date that was given.
    ///
    /// # Errors
    /// If none was.
    pub fn date(&self) -> Result<&'a str, Failure> {
        self.date.ok_or_else(|| {
            let id = self.document;
            Failure::new(format!("`{id}` is a new document; say its date with `--date YYYY-MM-DD`"))
        })
    }
}

/// Refuses a page or a request of which no document can be made.
pub fn refuse_unfit(page: &Page, request: &Request<'_>) -> Result<(), Failure> {
    let id = request.document;
    if let Err(reason) = Key::chosen(id) {
        return Err(Failure::new(format!("`{id}` cannot be the id of a document; {reason}")));
    }
    let date = request.date().map_err(|failure| match printed_date(page.text.as_str()) {
        Some(printed) => Failure::new(format!("{failure}; {}", says(&printed))),
        None => failure,
    })?;
    if !is_date(date) {
        return Err(Failure::new(format!("`{date}` is no date; write YYYY-MM-DD, or YYYY-MM")));
    }
    if !is_day(date) && request.edition.is_none() {
        return Err(Failure::new("a month is no edition; name the edition with `--edition ID`"));
    }
    let last = page.rows.last().map_or(0, |row| row.number);
    let named = [&request.reworded, &request.nothing_else];
    if let Some(number) = named.into_iter().filter_map(RowNumbers::last).find(|it| *it > last) {
        return Err(Failure::new(format!("the page has no row {number}; it has {last}")));
    }
    if request.without_unreadable { Ok(()) } else { refuse_unreadable(page) }
}

/// Refuses a page of which not every row can be read.
pub fn refuse_unreadable(page: &Page) -> Result<(), Failure> {
    if page.unreadable.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> = (page.unreadable.iter())
        .map(|unread| format!("line {}: {}", page.place(&unread.span).line, unread.reason))
        .collect();
    Err(Failure::new(format!(
        "{}: some rows cannot be read, so their number is not certain\n  {}\nname columns with \
         `--columns`, mend a copy of the page, or leave these out with `--without-unreadable`",
        page.text.name(),
        lines.join("\n  ")
    )))
}

/// The day of an edition, by its id: `2025-11-17`, or `2025-11-17-2` for the second of a day.
fn day_of_edition(id: &str) -> Option<&str> {
    let (day, rest) = id.split_at_checked("2025-11-17".len())?;
    let is_number = |rest: &str| matches!(rest.as_bytes(), [b'-', b'2'..=b'9']);
    (is_day(day) && (rest.is_empty() || is_number(rest))).then_some(day)
}

/// The list that the page is a revision of, or begins.
pub fn list(register: &Register, page: &Page, request: &Request<'_>) -> Result<String, Failure> {
    let documents = || register.documents().iter();
    let known: BTreeSet<&str> = documents().map(|document| document.list.as_str()).collect();
    if let Some(list) = request.new_list {
        return new_list(list, &known);
    }
    if let Some(list) = request.list {
        if known.contains(list) {
            return Ok(list.to_owned());
        }
        let what = format!("no list `{list}`; `--new-list` begins one");
        let known: Vec<&str> = known.into_iter().collect();
        return Err(Failure::unknown(&what, list, "lists", &known));
    }
    let has_rows = |document: &&Document| {
        let is_record = |row: &ListingRow| row.practice.known().is_some();
        register.listings_in(&document.id).iter().any(|row| is_record(row) == page.has_records)
    };
    let lists: BTreeSet<&str> =
        documents().filter(has_rows).map(|document| document.list.as_str()).collect();
    match lists.iter().collect::<Vec<_>>()[..] {
        [only] => Ok((*only).to_owned()),
        [] => Err(Failure::new(
            "no list has rows of this kind yet; name the list with `--list KEY`, or begin one with \
             `--new-list KEY`",
        )),
        _ => {
            let lists: Vec<&str> = lists.into_iter().collect();
            Err(Failure::new(format!(
                "say with `--list KEY` which list the page is a revision of; the lists with rows: {}",
                lists.join(", ")
            )))
        }
    }
}

/// A list that no document has yet.
fn new_list(list: &str, known: &BTreeSet<&str>) -> Result<String, Failure> {
    if known.contains(list) {
        return Err(Failure::new(format!("there is a list `{list}` already; use `--list {list}`")));
    }
    match Key::chosen(list) {
        Ok(key) => Ok(key.to_string()),
        Err(reason) => Err(Failure::new(format!("`{list}` cannot be the key of a list; {reason}"))),
    }
}

/// The register with the document and its edition, and what a person should know of the two.
pub fn add(
    register: &Register,
    page: &Page,
    bytes: &[u8],
    request: &Request<'_>,
    list: &str,
) -> Result<(Register, Vec<String>), Failure> {
    let mut register = register.clone();
    let date = request.date()?;
    let mut notes: Vec<String> = date_note(page, date).into_iter().collect();
    let same_list = |document: &&Document| document.list.as_str() == list;
    let like = register.documents().iter().rfind(same_list);
    let title = like.map_or_else(|| title(page), |like| like.title.to_string());
    let basis = date_basis(printed_date(page.text.as_str()).as_ref());
    let document = Document {
        id: parsed::<Key>(request.document),
        list: parsed::<Key>(list),
        title: parsed(&title),
        date: Stated::Known(date.to_owned()),
        date_basis: parsed(&basis),
        address: Stated::Unknown,
        sha256: Stated::Known(parsed(&sha256::hex(bytes))),
        listed: YesNo::Yes,
        published_rows: u32::try_from(page.rows.len()).unwrap_or(u32::MAX),
    };
    let at = register.documents().iter().rposition(|document| same_list(&document));
    let at = at.map_or(register.documents().len(), |at| at + 1);
    register.file.documents.insert(at, document);
    put_into_edition(&mut register, request, date, list, &mut notes)?;
    Ok((register, notes))
}

/// What a person should know of the date that was given, if the page does not print just that.
pub fn date_note(page: &Page, date: &str) -> Option<String> {
    let printed = printed_date(page.text.as_str());
    let basis = date_basis(printed.as_ref());
    let is_open = printed.is_none_or(|printed| printed.readings != [date]);
    is_open.then(|| format!("the date {date} is the one you gave. {basis}"))
}

/// How the date of a page is known.
fn date_basis(printed: Option<&PrintedDate>) -> String {
    match printed {
        Some(printed) => says(printed),
        None => "The page prints no date; the person who imported it gave this one.".to_owned(),
    }
}

/// Puts the document into its edition. If there is none, one is added in the order of dates: the
/// one before with this document in the place of the one of the same list.
fn put_into_edition(
    register: &mut Register,
    request: &Request<'_>,
    date: &str,
    list: &str,
    notes: &mut Vec<String>,
) -> Result<(), Failure> {
    let id = request.edition.unwrap_or(date);
    let Some(published) = day_of_edition(id) else {
        return Err(Failure::new(format!(
            "`{id}` cannot be the id of an edition; write its date, such as 2025-11-17, and `-2` \
             after it for the second edition of a day"
        )));
    };
    let of_list: BTreeSet<Key> = (register.documents().iter())
        .filter(|document| document.list.as_str() == list)
        .map(|document| document.id.clone())
        .collect();
    let document = parsed::<Key>(request.document);
    let own_basis = own_basis(date, published);
    if let Some(edition) = register.file.editions.iter_mut().find(|edition| edition.id == id) {
        if let Some(other) = edition.documents.iter().find(|other| of_list.contains(*other)) {
            return Err(Failure::new(format!(
                "the edition {id} has `{other}` of the same list; a page that was corrected on one \
                 day is an edition of its own, such as `--edition {published}-2`"
            )));
        }
        edition.documents.push(document);
        if edition.undated_basis == Stated::None {
            edition.undated_basis = own_basis.map_or(Stated::None, |it| Stated::Known(parsed(it)));
        }
        return Ok(());
    }
    let editions = &register.file.editions;
    let at = editions.partition_point(|edition| edition.id.as_str() < id);
    let before = at.checked_sub(1).map(|at| &editions[at]);
    let is_newest = at == editions.len();
    let makes_current = is_newest && before.is_some_and(|it| it.id == register.file.current);
    let documents = with_document(before, document, &of_list);
    let edition = Edition {
        id: id.to_owned(),
        published: published.to_owned(),
        effective: Stated::Unknown,
        objection_until: Stated::Unknown,
        undated_basis: basis(register, before, &documents, published, own_basis),
        documents,
    };
    let others = edition.documents.iter().map(|other| other.as_str());
    let others: Vec<&str> = others.filter(|other| *other != request.document).collect();
    if !others.is_empty() {
        let others = others.join(", ");
        notes.push(format!("{id} keeps these documents of the edition before: {others}"));
    }
    if makes_current {
        id.clone_into(&mut register.file.current);
        notes.push(format!("{id} is the current edition now"));
    }
    register.file.editions.insert(at, edition);
    Ok(())
}

/// What shows that the page belongs to an edition of this day, where its date does not show it. A month
/// bears the date of each of its days.
fn own_basis(date: &str, published: &str) -> Option<&'static str> {
    compare_dates(date, published)
        .is_ne()
        .then_some("The person who imported the page chose this edition.")
}

/// The documents of the edition before, with this one in the place of the one of its list.
fn with_document(before: Option<&Edition>, document: Key, of_list: &BTreeSet<Key>) -> Vec<Key> {
    let mut documents = before.map_or_else(Vec::new, |before| before.documents.clone());
    match documents.iter_mut().find(|other| of_list.contains(*other)) {
        Some(other) => *other = document,
        None => documents.push(document),
    }
    documents
}

/// What shows that documents without a date, or with another one, belong to a new edition.
fn basis(
    register: &Register,
    before: Option<&Edition>,
    documents: &[Key],
    published: &str,
    own_basis: Option<&str>,
) -> Stated<Text> {
    let is_undated = |document: &&Document| match document.date.known() {
        Some(date) => date.as_str() > published,
        None => true,
    };
    let undated: Vec<String> = (documents.iter())
        .filter_map(|id| register.document(id).filter(is_undated))
        .filter(|document| before.is_some_and(|it| it.documents.contains(&document.id)))
        .map(|document| format!("{} stands in the edition before.", document.title))
        .collect();
    let sentences: Vec<String> = own_basis.map(str::to_owned).into_iter().chain(undated).collect();
    match sentences.is_empty() {
        true => Stated::None,
        false => Stated::Known(parsed(&sentences.join(" "))),
    }
}

/// `register.json` of a register.
pub fn file(register: &Register) -> Option<(String, Vec<u8>)> {
    register.source_files().into_iter().find(|(path, _)| path == REGISTER)
}

/// The highest heading of the page, or its name.
fn title(page: &Page) -> String {
    let first = page.rows.iter().find_map(|row| row.headings.first());
    first.cloned().unwrap_or_else(|| page.text.name().to_owned())
}

fn says(printed: &PrintedDate) -> String {
    let words = &printed.words;
    match &printed.readings[..] {
        [only] => format!("The page prints {words}: {only}."),
        several => {
            format!("The page prints {words}, which may be {}.", several.join(" or "))
        }
    }
}

/// A text as the type of a cell.
fn parsed<T: std::str::FromStr<Err = std::convert::Infallible>>(text: &str) -> T {
    let Ok(parsed) = text.parse();
    parsed
}
