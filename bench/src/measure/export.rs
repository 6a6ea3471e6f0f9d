//! Making the exports of a register: all formats beside the four oldest formats, as a yardstick that stays the
//! same from version to version. The bytes are made and dropped, edition by edition, as the command makes
//! them; nothing is written.

use std::cell::Cell;
use std::convert::Infallible;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use clap::ValueEnum;
use service_providers_codegen::Register;
use service_providers_tools::export::{AllEditions, FORMATS, File, Format, jobs, make};

use crate::generator::{self, Size};
use crate::process::{print_figures, run_contestant};
use crate::project::{register, root};
use crate::rounds::{Contestant as Turn, medians, timed};
use crate::table::{Table, ratio};

/// Which formats are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Contestant {
    /// Every format.
    All,
    /// Every format but the pages that people read.
    Data,
    /// Only those that span editions.
    Spanning,
    /// The four oldest formats.
    Yardstick,
}

/// The formats that are pages.
const PAGES: [&str; 2] = ["html", "markdown"];

/// The four oldest formats, as a yardstick that stays the same from version to version.
const YARDSTICK: [&str; 4] = ["csv", "tables", "json", "markdown"];

const PROVIDERS: [usize; 2] = [2_500, 10_000];

const COLUMNS: [&str; 9] = [
    "register",
    "all formats, seconds",
    "without pages, seconds",
    "spanning editions, seconds",
    "four oldest formats, seconds",
    "all / four",
    "memory all, MB",
    "memory without pages, MB",
    "bytes without pages, MB",
];

pub fn run(rounds: usize) -> crate::Result<Table> {
    let mut table = Table::new("Making exports, twelve editions", &COLUMNS);
    let folder = tempfile::tempdir()?;
    let mut registers = vec![("its own".to_owned(), root().join("data"))];
    for providers in PROVIDERS {
        let data = folder.path().join(providers.to_string());
        generator::write(&Size::of_library(providers, 12), &data)?;
        registers.push((format!("{providers} providers"), data));
    }
    for (name, data) in registers {
        let memory = [Cell::new(0), Cell::new(0)];
        let turn = |contestant: Contestant| -> crate::Result<Duration> {
            let (time, peak) = run_contestant("export-once", contestant, &data)?;
            let most = match contestant {
                Contestant::All => Some(&memory[0]),
                Contestant::Data => Some(&memory[1]),
                Contestant::Spanning | Contestant::Yardstick => None,
            };
            if let Some(most) = most {
                most.set(peak.max(most.get()));
            }
            Ok(time)
        };
        let times = medians(
            rounds,
            &mut [
                Turn::new("all", || turn(Contestant::All)),
                Turn::new("without pages", || turn(Contestant::Data)),
                Turn::new("spanning", || turn(Contestant::Spanning)),
                Turn::new("yardstick", || turn(Contestant::Yardstick)),
            ],
        )?;
        let seconds: Vec<f64> = times.iter().map(Duration::as_secs_f64).collect();
        let megabytes = |bytes: u64| format!("{:.0}", bytes as f64 / 1e6);
        table.row([
            name,
            format!("{:.3}", seconds[0]),
            format!("{:.3}", seconds[1]),
            format!("{:.3}", seconds[2]),
            format!("{:.3}", seconds[3]),
            ratio(seconds[0], seconds[3]),
            megabytes(memory[0].get()),
            megabytes(memory[1].get()),
            megabytes(bytes(&register(&data)?, Contestant::Data)),
        ]);
    }
    Ok(table)
}

/// Lets one contestant work, and prints its time and peak memory.
pub fn once(contestant: Contestant, data: &Path) -> crate::Result {
    let register = register(data)?;
    let time = timed(|| {
        black_box(bytes(&register, contestant));
        Ok(())
    })?;
    print_figures(time)
}

/// How long this thread has worked. Linux says it.
fn processor_time() -> crate::Result<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat")?;
    let nanoseconds = text.split_whitespace().next().ok_or("no time")?;
    Ok(Duration::from_nanos(nanoseconds.parse()?))
}

/// What each format of a register costs on its own: time of one processor, files and bytes.
pub fn formats(data: &Path, chosen: &[String]) -> crate::Result<Table> {
    let mut table = Table::new("Each format", &["format", "seconds", "files", "bytes, MB"]);
    let register = register(data)?;
    let all = AllEditions::new(&register);
    let is_chosen = |name: &str| chosen.is_empty() || chosen.iter().any(|chosen| chosen == name);
    for format in FORMATS.iter().filter(|format| is_chosen(format.name)) {
        let (mut files, mut bytes) = (0, 0);
        let mut count = |made: Vec<File>| {
            files += made.len();
            bytes += made.iter().map(|file| file.bytes.len()).sum::<usize>();
        };
        let start = processor_time()?;
        register.editions().iter().for_each(|edition| count(format.files(&register, edition)));
        count(format.files_of_all(&all));
        let time = processor_time()? - start;
        table.row([
            format.name.to_owned(),
            format!("{:.3}", time.as_secs_f64()),
            files.to_string(),
            format!("{:.1}", bytes as f64 / 1e6),
        ]);
    }
    Ok(table)
}

/// Makes the files, and says how many bytes they have together.
fn bytes(register: &Register, contestant: Contestant) -> u64 {
    let is_chosen = |format: &&Format| match contestant {
        Contestant::All | Contestant::Spanning => true,
        Contestant::Data => !PAGES.contains(&format.name),
        Contestant::Yardstick => YARDSTICK.contains(&format.name),
    };
    let formats: Vec<_> = FORMATS.iter().filter(is_chosen).collect();
    let editions: Vec<_> = match contestant {
        Contestant::Spanning => Vec::new(),
        _ => register.editions().iter().collect(),
    };
    let jobs = jobs(&editions, &formats, contestant != Contestant::Yardstick);
    let Ok(sizes) =
        make(register, &jobs, |_, file| Ok::<_, Infallible>(file.bytes.len() as u64), &|| {});
    sizes.into_iter().flatten().sum()
}
