//! What the schema stage refuses.

use crate::problem::{Code, codes};

codes! { Code::SCHEMA =>
    SCHEMA_FILE {
        name: "schema-file",
        whole_file: true,
        refuses: "A schema file that is missing, is no JSON, or says something else than this tool's tables do.",
        why: "Others check their data with it; a looser one would let pass what is refused here.",
        mend: "Run `cargo xtask schema`.",
        example: ("schema/ without providers.schema.json", "schema/providers.schema.json"),
    }
    BLANK_CELL {
        name: "blank-cell",
        refuses: "A cell with nothing in it.",
        why: "A blank could mean that nobody knows, that there is none, or that it was forgotten.",
        mend: "Write the fact, or the word that the column allows: `unknown` (the source does not say), `none` (there is none), `not-applicable` (the question does not arise).",
        example: ("slack,Slack,,", "slack,Slack,none,none"),
    }
    FORM {
        name: "form",
        refuses: "A cell that is not written the way its column asks, such as a key with capitals or a date the American way.",
        why: "One form makes cells comparable. Spreadsheets often rewrite dates and drop zeros.",
        mend: "Write it in the form shown. Format the column as text in the spreadsheet before typing.",
        example: ("11/17/2025", "2025-11-17"),
    }
    TERM {
        name: "term",
        refuses: "A word that is not one of the few the column allows.",
        why: "A word outside the list has no meaning that a program or a reader could know.",
        mend: "Choose one of the words shown.",
        example: ("hash", "hashed"),
    }
    WORD {
        name: "word",
        refuses: "`none`, `unknown` or `not-applicable` in a column that always needs a fact, or of which it allows another.",
        why: "Each of these words says something different, and not every column can lack its fact.",
        mend: "Write the fact, or one of the words that the column allows.",
        example: ("summary: unknown", "summary: Sends e-mail."),
    }
    TOO_LONG {
        name: "too-long",
        refuses: "A cell with too much text or too many items.",
        why: "Text is shown in tables and tooltips, and limits keep damaged files from passing.",
        mend: "Say it shorter: keys up to 64 characters, names 120, addresses 500, text 600; lists up to 100 items.",
        example: ("a text of 900 characters", "a text of 200 characters"),
    }
    REPEATED_ITEM {
        name: "repeated-item",
        refuses: "A list cell that has the same item twice.",
        why: "The second one says nothing.",
        mend: "Keep one of them.",
        example: ("us;us", "us"),
    }
    SHAPE {
        name: "shape",
        refuses: "A part of a JSON file that is missing, is not expected there, or has another type.",
        why: "It could not be read, or would be lost.",
        mend: "Compare the file with its schema in schema/.",
        example: ("\"format_version\": \"1\"", "\"format_version\": 1"),
    }
}
