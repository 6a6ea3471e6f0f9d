//! Atom feeds (RFC 4287).
//!
//! Ids are `tag:` addresses (RFC 4151), made from the publisher's key and a date of the data. All
//! dates come from the data, so a feed that is written again has the same bytes.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

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
    /// Its entries in order.
    pub entries: Vec<Entry>,
}

/// An entry of a feed.
pub struct Entry {
    /// Its id, see [`tag`].
    pub id: String,
    /// Its title.
    pub title: String,
    /// The day of its last change, such as `2025-11-17`.
    pub updated: String,
    /// What it says, as plain text.
    pub content: String,
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
        let mut xml = String::from_utf8(writer.into_inner()).unwrap_or_default();
        xml.push('\n');
        xml
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> std::io::Result<()> {
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
        let feed = writer.create_element("feed");
        feed.with_attribute(("xmlns", "http://www.w3.org/2005/Atom")).write_inner_content(
            |writer| {
                head(writer, &self.id, &self.title, &self.updated)?;
                writer
                    .create_element("author")
                    .write_inner_content(|writer| text(writer, "name", &self.author))?;
                for entry in &self.entries {
                    writer.create_element("entry").write_inner_content(|writer| {
                        head(writer, &entry.id, &entry.title, &entry.updated)?;
                        writer
                            .create_element("content")
                            .with_attribute(("type", "text"))
                            .write_text_content(BytesText::new(&entry.content))?;
                        Ok(())
                    })?;
                }
                Ok(())
            },
        )?;
        Ok(())
    }
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
