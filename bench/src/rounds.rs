//! Rounds in which contestants take turns.

use std::cmp::Ordering;
use std::time::{Duration, Instant};

/// A contestant: a name, and what it does once.
pub struct Contestant<'c> {
    /// The name in the table.
    pub name: &'c str,
    /// One turn. Returns how long it took, so that it can leave its preparation out.
    pub turn: Box<dyn FnMut() -> crate::Result<Duration> + 'c>,
}

impl<'c> Contestant<'c> {
    /// A contestant whose turn is timed by itself.
    pub fn new(name: &'c str, turn: impl FnMut() -> crate::Result<Duration> + 'c) -> Self {
        Self { name, turn: Box::new(turn) }
    }
}

/// Lets all contestants take a turn in every round; the median turn of each, in their order.
pub fn medians(rounds: usize, contestants: &mut [Contestant<'_>]) -> crate::Result<Vec<Duration>> {
    let mut turns = vec![Vec::with_capacity(rounds); contestants.len()];
    for round in 0..rounds {
        for (contestant, turns) in contestants.iter_mut().zip(&mut turns) {
            let took = (contestant.turn)()?;
            eprintln!("round {}: {}: {took:.3?}", round + 1, contestant.name);
            turns.push(took);
        }
    }
    Ok(turns.into_iter().map(|turns| median(turns, Ord::cmp)).collect())
}

/// The median of figures; there is at least one.
pub fn median<T: Copy>(figures: impl IntoIterator<Item = T>, by: fn(&T, &T) -> Ordering) -> T {
    let mut figures: Vec<T> = figures.into_iter().collect();
    figures.sort_by(by);
    figures[figures.len() / 2]
}

/// How long something takes.
pub fn timed<T>(work: impl FnOnce() -> crate::Result<T>) -> crate::Result<Duration> {
    let start = Instant::now();
    work()?;
    Ok(start.elapsed())
}
