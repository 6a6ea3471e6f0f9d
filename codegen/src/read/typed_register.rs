//! Reads `register.json`.

use serde::Deserialize as _;
use serde_json::Value;

use super::files::open;
use crate::cell_types::Kind;
use crate::cells::{JsonFile, LAYOUT, OUTER_SPACE, check_characters};
use crate::problem::{Place, Problem};
use crate::schema::{Presence, REGISTER_SCHEMA, RowSchema, mismatch};
use crate::sources::Sources;
use crate::tables::REGISTER;
use crate::tables::row::RegisterFile;
use crate::text::{json_text, pointer_to};

/// `register.json`, with the places of its parts.
pub(crate) struct TypedRegister<'s> {
    pub(crate) content: RegisterFile,
    file: JsonFile<'s>,
}

impl TypedRegister<'_> {
    /// The place of the part at a JSON pointer.
    pub(crate) fn place(&self, pointer: &str) -> Place {
        self.file.place(pointer)
    }
}

pub(super) fn read<'s>(
    sources: &'s Sources,
    problems: &mut Vec<Problem>,
) -> Option<TypedRegister<'s>> {
    let schema = RowSchema::read(sources, REGISTER_SCHEMA, problems);
    let opened = problems.len();
    let text = open(sources, REGISTER, problems)?;
    let file = JsonFile::read(text, problems)?;
    let before = problems.len();
    let mut suspect = Vec::new();
    strings(&file.value, String::new(), &mut |pointer, text| {
        let plain = schema.column(pointer).holds(Kind::Text);
        let finding = check_characters(text.trim_matches(' '), plain).map_or_else(
            || {
                (text != text.trim()).then(|| {
                    let message = "space before or after the text".to_owned();
                    (&OUTER_SPACE, message, "run `cargo xtask sync`".to_owned())
                })
            },
            |finding| Some((finding.code, finding.message, finding.help)),
        );
        if let Some((code, message, help)) = finding {
            suspect.push(pointer.to_owned());
            problems.push(
                Problem::new(code, file.place(pointer), message)
                    .field("register", pointer)
                    .value(text)
                    .help(help),
            );
        }
    });
    for fault in schema.faults(&file.value) {
        if suspect.contains(&fault.pointer) {
            continue;
        }
        let place = match fault.presence {
            Presence::Unexpected => file.place_of_name(&fault.pointer),
            Presence::Right | Presence::Missing => file.place(&fault.pointer),
        };
        problems.push(
            Problem::new(fault.code, place.clone(), fault.message)
                .field("register", &fault.pointer)
                .value(&file.text.text[place.span.start..place.span.end])
                .help(fault.help)
                .cause(fault.cause),
        );
    }
    if problems.len() > before {
        return None;
    }
    // Where something else is wrong with the file, that is said, and mended in the same run.
    if problems.len() == opened {
        problems.extend(layout(&file));
    }
    match RegisterFile::deserialize(&file.value) {
        Ok(content) => Some(TypedRegister { content, file }),
        Err(error) => {
            problems.push(mismatch(file.place(""), "register", &error.to_string()));
            None
        }
    }
}

/// Says where the layout begins to be another than the one that `sync` writes.
fn layout(file: &JsonFile<'_>) -> Option<Problem> {
    let text = file.text.text;
    let wanted = json_text(&file.value);
    if text == wanted {
        return None;
    }
    let same = text.lines().zip(wanted.lines()).take_while(|(found, wanted)| found == wanted);
    let line = same.count().min(file.text.line_count() - 1);
    let place = file.text.place(file.text.line_range(line));
    let message = "from here on the file is laid out in another way than usual";
    Some(Problem::new(&LAYOUT, place, message).field("register", "").help("run `cargo xtask sync`"))
}

fn strings(value: &Value, pointer: String, each: &mut impl FnMut(&str, &str)) {
    match value {
        Value::String(text) => each(&pointer, text),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                strings(item, format!("{pointer}/{index}"), each);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                strings(member, pointer_to(&pointer, name), each);
            }
        }
        _ => {}
    }
}
