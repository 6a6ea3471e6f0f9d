//! Kills, a full disk, a read-only disk and two runs at once: the releases are as they were, or as
//! they shall be, and nothing in between.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::thread::sleep;
use std::time::{Duration, Instant};

use service_providers_tests::fixture::moved;

use super::workshop::{ARGUMENTS, BETWEEN, COMMAND, Tree, Workshop, command, restore, tree};

/// Where a run writes before the folders change places.
const STAGING: &str = ".releases.staging";

/// A repository with one release, in which another is due. It is made once and copied. The copies
/// are in memory: these tests write a release some 400 times, and a kill leaves the same there.
fn due() -> Workshop {
    static DUE: LazyLock<Tree> = LazyLock::new(|| {
        let workshop = Workshop::released();
        workshop.edit(|s| moved(s, "fresh-2021-01-01", "us", "de"));
        tree(&workshop.root())
    });
    Workshop::in_memory(&DUE)
}

/// Numbers that look random and are the same each time.
struct Numbers(u64);

impl Numbers {
    /// A number below one.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// The kills of each of two tests, which run side by side.
const KILLS: usize = 110;

/// How far the runs had come that were killed. In the first three the old state is found, in the
/// next two the new one.
#[derive(Debug, Default)]
struct Stages {
    /// Nothing was written yet.
    before_writing: usize,
    /// The new folder was being made beside the old one.
    amid_writing: usize,
    /// The same or earlier: what an earlier run had left lay there when this one began.
    over_leftovers: usize,
    /// The folders had changed places, the old one was being removed.
    amid_clearing: usize,
    /// All was done but the end of the process.
    after_clearing: usize,
    /// The run had ended; no kill.
    too_late: usize,
}

impl Stages {
    fn kills(&self) -> usize {
        self.before_writing
            + self.amid_writing
            + self.over_leftovers
            + self.amid_clearing
            + self.after_clearing
    }
}

/// The release that is killed again and again.
struct Victim {
    workshop: Workshop,
    before: Tree,
    after: Tree,
    /// How long a run takes from each point of it to its end.
    left: BTreeMap<Point, Duration>,
    numbers: Numbers,
}

/// A point of a run.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Point {
    /// The process starts.
    Start,
    /// The folder appears in which it writes.
    Writing,
    /// The folders have changed places.
    Swapped,
}

impl Victim {
    /// Runs once in full, to learn how long it takes and what comes out.
    fn new(seed: u64) -> Self {
        let workshop = due();
        let before = workshop.releases();
        let mut passed = BTreeMap::from([(Point::Start, Duration::ZERO)]);
        let start = Instant::now();
        let mut child = quiet(&workshop).spawn().unwrap();
        for point in [Point::Writing, Point::Swapped] {
            wait(&mut child, || !has_passed(point, &workshop));
            passed.insert(point, start.elapsed());
        }
        assert!(child.wait().unwrap().success());
        let whole = start.elapsed();
        let left = passed.into_iter().map(|(point, passed)| (point, whole - passed)).collect();
        let after = workshop.releases();
        assert_ne!(before, after);
        Self { workshop, before, after, left, numbers: Numbers(seed) }
    }

    /// Kills runs, in each round some time after a point, and holds what they leave against the old
    /// and the new state. In every so many rounds something lies there that an earlier run left. In
    /// the others nothing does, so that one can tell how far the run had come.
    fn kill(&mut self, leave_every: usize, after: impl Fn(usize) -> Point) -> Stages {
        let staging = self.workshop.root().join(STAGING);
        let (mut stages, mut rounds) = (Stages::default(), 0);
        while stages.kills() < KILLS {
            rounds += 1;
            assert!(rounds < 5 * KILLS, "too many runs end before they are killed: {stages:?}");
            restore(&self.workshop.path("releases"), &self.before);
            let left = rounds % leave_every == 0;
            if !left {
                let _ = std::fs::remove_dir_all(&staging);
            } else if !staging.exists() {
                std::fs::create_dir(&staging).unwrap();
                std::fs::write(staging.join("latest.json"), "{").unwrap();
            }
            let mut child = quiet(&self.workshop).spawn().unwrap();
            let point = after(rounds);
            wait(&mut child, || !has_passed(point, &self.workshop));
            sleep(self.left[&point].mul_f64(self.numbers.next()));
            child.kill().unwrap();
            let killed = child.wait().unwrap().signal().is_some();
            let found = self.workshop.releases();
            let new = found == self.after;
            assert!(new || found == self.before, "round {rounds}: {:?}", found.keys());
            let count = match (killed, left, new, staging.exists()) {
                (false, ..) => &mut stages.too_late,
                (_, true, false, _) => &mut stages.over_leftovers,
                (_, _, false, false) => &mut stages.before_writing,
                (_, _, false, true) => &mut stages.amid_writing,
                (_, _, true, true) => &mut stages.amid_clearing,
                (_, _, true, false) => &mut stages.after_clearing,
            };
            *count += 1;
            if !killed {
                // Runs are shorter from there on than was thought.
                let left = self.left[&point].mul_f64(0.9);
                self.left.insert(point, left);
            }
        }
        println!("{} kills in {rounds} rounds: {stages:?}", stages.kills());
        stages
    }

    /// The next run clears up and does it.
    fn recovers(&self) {
        restore(&self.workshop.path("releases"), &self.before);
        self.workshop.release("1.0.1");
        assert_eq!(self.workshop.releases(), self.after);
        assert!(!self.workshop.left_behind());
    }
}

/// Killed at any point of its life, with and without what an earlier run left.
#[test]
fn a_kill_at_any_time_leaves_the_releases_whole() {
    let mut victim = Victim::new(2026);
    let stages = victim.kill(2, |_| Point::Start);
    assert!(stages.before_writing > 0 && stages.over_leftovers > 0, "{stages:?}");
    victim.recovers();
}

/// Killed at any point of its writing, and where the folders change places.
#[test]
fn a_kill_while_it_writes_leaves_the_releases_whole() {
    let mut victim = Victim::new(2027);
    let stages = victim.kill(usize::MAX, |round| [Point::Writing, Point::Swapped][round % 2]);
    assert!(stages.amid_writing > 0, "{stages:?}");
    assert!(stages.amid_clearing + stages.after_clearing > 0, "{stages:?}");
    victim.recovers();
}

/// Whether the run in this repository has passed a point.
fn has_passed(point: Point, workshop: &Workshop) -> bool {
    match point {
        Point::Start => true,
        Point::Writing => workshop.root().join(STAGING).exists(),
        Point::Swapped => workshop.root().join("releases/1.0.1").exists(),
    }
}

/// Waits while something is so, and the process lives.
fn wait(child: &mut Child, so: impl Fn() -> bool) {
    while so() && child.try_wait().unwrap().is_none() {
        sleep(Duration::from_micros(50));
    }
}

fn quiet(workshop: &Workshop) -> Command {
    let mut command = workshop.command(&["release", "1.0.1"]);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// The first release of all: there is no folder yet.
#[test]
fn a_kill_before_there_is_a_folder() {
    let workshop = Workshop::in_memory(&tree(&Workshop::new().root()));
    let releases = workshop.root().join("releases");
    let staging = workshop.root().join(STAGING);
    let mut numbers = Numbers(7);
    for _ in 0..20 {
        restore(&releases, &Default::default());
        let mut command = workshop.command(&["release", "1.0.0"]);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        wait(&mut child, || !staging.exists());
        sleep(Duration::from_millis(40).mul_f64(numbers.next()));
        child.kill().unwrap();
        child.wait().unwrap();
        if releases.exists() {
            let ended = workshop.run(&["release", "verify", "1.0.0", "--no-rebuild"]);
            assert_eq!(ended.code, Some(0), "{}", ended.text);
            assert!(releases.join("latest.json").exists());
        }
    }
    restore(&releases, &Default::default());
    workshop.release("1.0.0");
}

#[test]
fn two_at_once() {
    let workshop = due();
    let before = workshop.releases();
    let releases = workshop.path("releases");
    for _ in 0..10 {
        restore(&releases, &before);
        let spawn = |version| {
            let mut command = workshop.command(&["release", version]);
            command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
        };
        let mut children = [spawn("1.0.1"), spawn("1.0.2")];
        let codes = children.each_mut().map(|child| child.wait().unwrap().code());
        assert!(codes.contains(&Some(0)), "{codes:?}");
        assert!(codes.iter().all(|code| matches!(code, Some(0..=2))), "{codes:?}");
        let found = workshop.releases();
        for (version, code) in ["1.0.1", "1.0.2"].iter().zip(codes) {
            let there = found.contains_key(&format!("{version}/manifest.json"));
            assert_eq!(there, code == Some(0), "{version} {codes:?}");
            if there {
                let ended = workshop.run(&["release", "verify", version, "--no-rebuild"]);
                assert_eq!(ended.code, Some(0), "{}", ended.text);
            }
        }
        let latest = String::from_utf8(found["latest.json"].clone()).unwrap();
        let newest = if codes[1] == Some(0) { "1.0.2" } else { "1.0.1" };
        assert!(latest.contains(&format!("\"version\": \"{newest}\"")), "{latest}");
        assert!(!workshop.left_behind());
    }
}

/// The repository on a file system of its own: small, or read-only. Needs a system that lets a
/// user have mounts of their own; where it does not, the test says so.
#[test]
fn a_full_or_read_only_disk_leaves_the_releases_whole() {
    let workshop = due();
    let before = workshop.releases();
    let out = tempfile::tempdir().unwrap();
    if !own_mounts() {
        // Past the test harness, which keeps what a passing test prints to itself.
        let text = "SKIPPED: no mounts of one's own here, so no small and no read-only disk; \
                    set REQUIRE_MOUNTS=1 to fail instead\n";
        std::io::stderr().write_all(text.as_bytes()).unwrap();
        assert!(std::env::var_os("REQUIRE_MOUNTS").is_none(), "{text}");
        return;
    }
    let after = {
        let copy = due();
        copy.release("1.0.1");
        copy.releases()
    };
    // More and more room, until there is enough.
    let size = |tree: &Tree| tree.values().map(Vec::len).sum::<usize>();
    let step = ((size(&after) - size(&before)) / 1024 / STEPS).max(1);
    let mut failed = 0;
    for spare in (0..).step_by(step) {
        let found = out.path().join(format!("spare-{spare}"));
        let code = on_disk(&workshop, &format!("{LEAVE} {spare}"), &found);
        let releases = tree(&found);
        if code == Some(0) {
            assert_eq!(releases.len(), after.len());
            println!(
                "a full disk: {failed} runs failed and left everything, {spare} KiB were enough"
            );
            break;
        }
        assert_eq!(code, Some(2), "{spare} KiB to spare");
        assert_eq!(releases, before, "{spare} KiB to spare");
        failed += 1;
    }
    assert!(failed >= STEPS / 2, "{failed}");
    let found = out.path().join("read-only");
    assert_eq!(on_disk(&workshop, "mount -o remount,ro \"$MOUNT\"", &found), Some(2));
    assert_eq!(tree(&found), before);
}

fn own_mounts() -> bool {
    let mut command = Command::new("unshare");
    command.args(["--user", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"]);
    command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// In how many steps the room on a disk grows to what a release needs, or some more.
const STEPS: usize = 60;

/// Fills the disk but for so many KiB.
const LEAVE: &str = "left=$(df -k --output=avail \"$MOUNT\" | tail -1); \
    fill() { head -c $(((left - $1) * 1024)) /dev/zero > \"$MOUNT/filler\"; }; fill";

/// Releases on a file system of its own, after a line of shell, and copies the releases that are
/// found afterwards.
fn on_disk(workshop: &Workshop, before: &str, found: &Path) -> Option<i32> {
    let mount = tempfile::tempdir().unwrap();
    let root = mount.path().join("repository");
    let template = command(&root, &["release", "1.0.1"]);
    let exe = template.get_program().to_str().unwrap();
    let script = format!(
        "set -e\n\
         mount -t tmpfs -o size=16m none \"$MOUNT\"\n\
         cp -a \"$SOURCE\" \"$MOUNT/repository\"\n\
         {before}\n\
         cd \"$MOUNT/repository\"\n\
         code=0; '{exe}' --exact {COMMAND} --ignored --nocapture || code=$?\n\
         cp -a releases \"$FOUND\"\n\
         test ! -e .releases.staging\n\
         exit $code\n"
    );
    let status = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", &script])
        .env("MOUNT", mount.path())
        .env("SOURCE", workshop.root())
        .env("FOUND", found)
        .env(ARGUMENTS, ["release", "1.0.1"].join(&BETWEEN.to_string()))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    status.code()
}
