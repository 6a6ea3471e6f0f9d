//! Atom feeds (RFC 4287).
//!
//! Ids are `tag:` addresses (RFC 4151), made from the publisher's key and a date of the data. All
//! dates come from the data, so a feed that is written again has the same bytes.

use quick_xml::escape::unescape;
use quick_xml::events::{BytesDecl, BytesText, Event};
use quick_xml::{Reader, Writer};

/// A feed.
pub struct Feed {
    /// Its id, see [`tag`].
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who publishes it.
    pub author: String,
    /// The day of its last change, such as `2025-11-17`.
    pub updated: String,
    /// The address of the feed and the one of a page that says the same, if they are known.
    pub links: Option<Links>,
    /// Its entries in order.
    pub entries: Vec<Entry>,
}

/// Where a feed lies, and the page that says the same to people. Both are absolute where the register
/// says under which address its exports are published. Otherwise they are relative to the feed, so
/// they hold wherever it lies.
pub struct Links {
    /// The feed.
    pub feed: String,
    /// The page, in Markdown or HTML.
    pub page: String,
}

/// A thing that an entry is about, for programs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
}

/// An entry of a feed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its id, see [`tag`].
    pub id: String,
    /// Its title.
    pub title: String,
    /// The day of its last change, such as `2025-11-17`.
    pub updated: String,
    /// What it says, as plain text.
    pub content: String,
    /// The address of a page that says the same, in Markdown or HTML, if it is known.
    pub page: Option<String>,
    /// The providers that it is about.
    pub providers: Vec<Subject>,
}

/// A stable id: the publisher, a date on which the name is theirs, and what the id is for. Characters
/// that a `tag:` address may not contain are left out.
pub fn tag(publisher: &str, date: &str, specific: &str) -> String {
    let allowed = |c: &char| c.is_ascii_alphanumeric() || "-._+:/".contains(*c);
    format!("tag:{publisher},{date}:{}", specific.chars().filter(allowed).collect::<String>())
}

impl Feed {
    /// The feed as XML.
    pub fn xml(&self) -> String {
        let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
        self.write(&mut writer).expect("a feed can be written to memory");
        let mut xml = String::from_utf8(writer.into_inner()).expect("the feed is UTF-8");
        xml.push('\n');
        xml
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> std::io::Result<()> {
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
        let feed = writer.create_element("feed");
        feed.with_attribute(("xmlns", "http://www.w3.org/2005/Atom")).write_inner_content(
            |writer| {
                head(writer, &self.id, &self.title, &self.updated)?;
                if let Some(links) = &self.links {
                    link(writer, "self", "application/atom+xml", &links.feed)?;
                    link(writer, "alternate", kind_of(&links.page), &links.page)?;
                }
                writer
                    .create_element("author")
                    .write_inner_content(|writer| text(writer, "name", &self.author))?;
                self.entries.iter().try_for_each(|entry| entry.write(writer))
            },
        )?;
        Ok(())
    }
}

impl Entry {
    fn write(&self, writer: &mut Writer<Vec<u8>>) -> std::io::Result<()> {
        writer.create_element("entry").write_inner_content(|writer| {
            head(writer, &self.id, &self.title, &self.updated)?;
            if let Some(page) = &self.page {
                link(writer, "alternate", kind_of(page), page)?;
            }
            for provider in &self.providers {
                let term = [("term", &*provider.key), ("label", &*provider.name)];
                writer.create_element("category").with_attributes(term).write_empty()?;
            }
            writer
                .create_element("content")
                .with_attribute(("type", "text"))
                .write_text_content(BytesText::new(&self.content))?;
            Ok(())
        })?;
        Ok(())
    }

    /// The entries of a feed that this module wrote.
    ///
    /// # Errors
    /// In words, if the text is no such feed.
    pub fn read_all(xml: &str) -> Result<Vec<Self>, String> {
        let mut reader = Reader::from_str(xml);
        let mut entries = Vec::new();
        loop {
            match reader.read_event().map_err(|error| error.to_string())? {
                Event::Eof => return Ok(entries),
                Event::Start(start) if start.name().as_ref() == "entry" => {
                    entries.push(Self::read(&mut reader)?);
                }
                _ => {}
            }
        }
    }

    /// Reads an entry up to its end.
    fn read(reader: &mut Reader<&[u8]>) -> Result<Self, String> {
        let mut entry = Self::default();
        loop {
            match reader.read_event().map_err(|error| error.to_string())? {
                Event::Start(start) => {
                    let text = reader.read_text(start.name()).map_err(|e| e.to_string())?;
                    let text = unescape(&text).map_err(|error| error.to_string())?.into_owned();
                    match start.name().as_ref() {
                        "id" => entry.id = text,
                        "title" => entry.title = text,
                        // The day is all that the data knows.
                        "updated" => entry.updated = text.chars().take(10).collect(),
                        "content" => entry.content = text,
                        _ => {}
                    }
                }
                Event::Empty(element) if element.name().as_ref() == "category" => {
                    let value = |name: &str| -> Result<String, String> {
                        let found = element.try_get_attribute(name).map_err(|e| e.to_string())?;
                        let found = found.ok_or_else(|| format!("a category has no `{name}`"))?;
                        Ok(unescape(&found.value).map_err(|e| e.to_string())?.into_owned())
                    };
                    let provider = Subject { key: value("term")?, name: value("label")? };
                    entry.providers.push(provider);
                }
                Event::End(end) if end.name().as_ref() == "entry" => return Ok(entry),
                Event::Eof => return Err("an entry does not end".to_owned()),
                _ => {}
            }
        }
    }
}

/// The type of a page, by its name.
fn kind_of(page: &str) -> &'static str {
    if page.ends_with(".html") { "text/html" } else { "text/markdown" }
}

fn link(
    writer: &mut Writer<Vec<u8>>,
    relation: &str,
    media_type: &str,
    address: &str,
) -> std::io::Result<()> {
    let link = [("rel", relation), ("type", media_type), ("href", address)];
    writer.create_element("link").with_attributes(link).write_empty()?;
    Ok(())
}

fn head(writer: &mut Writer<Vec<u8>>, id: &str, title: &str, updated: &str) -> std::io::Result<()> {
    text(writer, "id", id)?;
    text(writer, "title", title)?;
    text(writer, "updated", &format!("{updated}T00:00:00Z"))
}

fn text(writer: &mut Writer<Vec<u8>>, element: &str, text: &str) -> std::io::Result<()> {
    writer.create_element(element).write_text_content(BytesText::new(text))?;
    Ok(())
}
