//! CSV as this project writes it.

/// A header and rows as CSV: UTF-8, LF, commas, quotation marks only where needed.
pub fn csv_text<R>(header: &[&str], rows: impl IntoIterator<Item = R>) -> Vec<u8>
where
    R: IntoIterator<Item: AsRef<str>>,
{
    let mut writer = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Necessary)
        .terminator(csv::Terminator::Any(b'\n'))
        .from_writer(Vec::new());
    // Writing to memory, rows of one length: neither can fail.
    writer.write_record(header).expect("a header can be written to memory");
    for row in rows {
        for cell in row {
            writer.write_field(cell.as_ref()).expect("a cell can be written to memory");
        }
        writer.write_record(None::<&[u8]>).expect("rows have one length");
    }
    writer.into_inner().expect("memory can be flushed")
}
