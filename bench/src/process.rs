//! Contestants in processes of their own, so that the memory of each can be read.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use clap::ValueEnum;

/// Runs a contestant of a hidden command in a process of its own: how long it worked, and its peak memory in
/// bytes.
pub fn run_contestant(
    command: &str,
    contestant: impl ValueEnum,
    path: &Path,
) -> crate::Result<(Duration, u64)> {
    let name = contestant.to_possible_value().map(|value| value.get_name().to_owned());
    let program = std::env::current_exe()?;
    let output =
        Command::new(program).arg(command).arg(name.unwrap_or_default()).arg(path).output()?;
    let printed = String::from_utf8(output.stdout)?;
    let mut figures = printed.split_whitespace().map(str::parse::<u64>);
    match (figures.next(), figures.next()) {
        (Some(Ok(nanoseconds)), Some(Ok(memory))) if output.status.success() => {
            Ok((Duration::from_nanos(nanoseconds), memory))
        }
        _ => Err(String::from_utf8_lossy(&output.stderr).into_owned().into()),
    }
}

/// Prints how long a contestant worked, and the peak memory of its process.
pub fn print_figures(time: Duration) -> crate::Result {
    println!("{} {}", time.as_nanos(), peak_memory()?);
    Ok(())
}

/// The most memory this process has held, in bytes. Linux says it.
fn peak_memory() -> crate::Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix("kB")).map(str::trim);
    Ok(kilobytes.ok_or("no VmHWM")?.parse::<u64>()? * 1024)
}
