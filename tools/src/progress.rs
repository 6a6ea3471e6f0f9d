//! Shows on a terminal that work is going on.

use std::io::IsTerminal as _;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Does the work. If it takes longer than a second, a spinner shows what is being done.
pub fn watch<T>(what: &'static str, work: impl FnOnce() -> T) -> T {
    with_bar(ProgressBar::new_spinner().with_message(what), |_| work())
}

/// Does work in a known number of steps. The work calls its argument after each step. If it takes
/// longer than a second, a bar shows how far it is.
pub fn watch_steps<T>(
    what: &'static str,
    steps: usize,
    work: impl FnOnce(&(dyn Fn() + Sync)) -> T,
) -> T {
    let style = ProgressStyle::with_template("{spinner} {msg} {bar:30} {pos} of {len}");
    let style = style.expect("the template is well formed");
    let bar = ProgressBar::new(steps as u64).with_message(what).with_style(style);
    with_bar(bar, |bar| work(&|| bar.inc(1)))
}

fn with_bar<T>(bar: ProgressBar, work: impl FnOnce(&ProgressBar) -> T) -> T {
    bar.set_draw_target(ProgressDrawTarget::hidden());
    if !std::io::stderr().is_terminal() {
        return work(&bar);
    }
    let (done, wait) = channel::<()>();
    thread::scope(|scope| {
        let shown = bar.clone();
        scope.spawn(move || {
            if wait.recv_timeout(Duration::from_secs(1)) == Err(RecvTimeoutError::Timeout) {
                shown.set_draw_target(ProgressDrawTarget::stderr());
                shown.enable_steady_tick(Duration::from_millis(100));
                // This waits until the work is done and the sender is dropped.
                let _ = wait.recv();
                shown.finish_and_clear();
            }
        });
        let result = work(&bar);
        drop(done);
        result
    })
}
