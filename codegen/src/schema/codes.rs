//! The codes of the schema stage.

use crate::problem::{Code, codes};

codes! { Code::SCHEMA =>
    SCHEMA_FILE {
        name: "schema-file",
        whole_file: true,
        refuses: "A schema file that is missing, is not JSON, or differs from the one that this tool makes.",
        why: "Others check their data with it. A looser one would accept what is refused here.",
        mend: "Run `cargo xtask schema`.",
        example: ("schema/ without providers.schema.json", "schema/providers.schema.json"),
    }
    OLD_FORMAT {
        name: "old-format",
        whole_file: true,
        refuses: "A register in format 1.",
        why: "Format 2 has other tables: listings.csv says what was published when. Read as format 2, nearly every row would be wrong.",
        mend: "Run `cargo xtask migrate`. It rewrites the files and loses no fact.",
        example: ("format_version 1", "format_version 2, after `cargo xtask migrate`"),
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
        why: "Cells can only be compared in one form. Spreadsheets often rewrite dates and drop zeros.",
        mend: "Write it in the form shown. In a spreadsheet, format the column as text before typing.",
        example: ("11/17/2025", "2025-11-17"),
    }
    TERM {
        name: "term",
        refuses: "A word that is not one of the few the column allows.",
        why: "Neither a program nor a reader could know what another word means.",
        mend: "Choose one of the words shown.",
        example: ("hash", "hashed"),
    }
    WORD {
        name: "word",
        refuses: "`none`, `unknown` or `not-applicable` in a column that always needs a fact, or that allows only another of these words.",
        why: "Each of these words says something different, and not every fact can be missing.",
        mend: "Write the fact, or one of the words that the column allows.",
        example: ("summary: unknown", "summary: Sends e-mail."),
    }
    TOO_LONG {
        name: "too-long",
        refuses: "A cell with too much text or too many items.",
        why: "Text is shown in tables and tooltips, and without limits damaged files could pass.",
        mend: "Say it shorter. The message says how much there may be.",
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
        why: "It could not be read, or it would be lost.",
        mend: "Compare the file with its schema in schema/.",
        example: ("\"format_version\": \"1\"", "\"format_version\": 1"),
    }
}
