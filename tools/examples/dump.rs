use service_providers_tools::published::*;
fn main() {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path).unwrap();
        let format = Format::of(std::path::Path::new(&path)).unwrap();
        let t = std::time::Instant::now();
        match read(&path, &bytes, format, &NamedColumns::default()) {
            Err(e) => println!("ERR {e}"),
            Ok(page) => {
                println!("== {path}: {} rows, {} unreadable, {} not read, records {} {:?} {:?}", page.rows.len(), page.unreadable.len(), page.not_read.len(), page.has_records, page.meanings, t.elapsed());
                for r in page.rows.iter().take(60) {
                    let n = r.name.as_ref();
                    println!("{} t{} {}:{} [{}] {:?} note={:?} parts={:?}", r.number, r.table, page.place(r.name_span()).line, page.place(r.name_span()).column, r.section.as_deref().unwrap_or("-"), n.map(|n| &n.printed), n.and_then(|n| n.footnote.as_deref()).map(|s| s.chars().take(30).collect::<String>()), n.map(|n| n.parts.iter().map(|p| p.printed.clone()).collect::<Vec<_>>()));
                    if std::env::var("CELLS").is_ok() { for (m, c) in r.cells.iter() { println!("      {m:?}: {:?} {:?}", c.text, c.links.iter().map(|l| &l.target).collect::<Vec<_>>()); } for (h, c) in &r.others { println!("      ({h}): {:?}", c.text); } }
                }
                for u in &page.unreadable { println!("UNREADABLE {} x{} {}", page.place(&u.span), u.rows, u.reason); }
                for u in &page.not_read { println!("not read {} x{} {}", page.place(&u.span), u.rows, u.reason); }
            }
        }
    }
}
