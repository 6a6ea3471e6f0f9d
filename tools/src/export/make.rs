//! Making the files of several formats on all cores.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::thread;

use service_providers_codegen::Register;
use service_providers_codegen::row::Edition;

use super::register_facts::RegisterFacts;
use super::{ALL_EDITIONS, AllEditions, File, Format, OneEdition};

/// One format of one folder.
#[derive(Clone, Copy)]
pub struct Job<'r> {
    /// The edition; `None` for what spans editions.
    pub edition: Option<&'r Edition>,
    /// The format.
    pub format: &'static Format,
}

impl<'r> Job<'r> {
    /// The name of the folder.
    pub fn folder(&self) -> &'r str {
        self.edition.map_or(ALL_EDITIONS, |edition| &edition.id)
    }
}

/// Every format of every edition, and of all editions together if they are `spanned`.
pub fn jobs<'r>(
    editions: &[&'r Edition],
    formats: &[&'static Format],
    spanned: bool,
) -> Vec<Job<'r>> {
    let folders = editions.iter().copied().map(Some).chain(spanned.then_some(None));
    let jobs =
        folders.flat_map(|edition| formats.iter().map(move |format| Job { edition, format }));
    let has_files = |job: &Job<'_>| match job.edition {
        Some(_) => job.format.edition.is_some(),
        None => job.format.all.is_some(),
    };
    jobs.filter(has_files).collect()
}

/// Runs the jobs on all cores. `take` receives each file as soon as it is made; the results come back in the
/// order of the jobs and of their files. `step` is called after each job.
///
/// # Errors
/// An error of `take`. Jobs that have not begun are then left out; if several fail, the error of the one
/// that stands first in the order is returned.
pub fn make<T: Send, E: Send>(
    register: &Register,
    jobs: &[Job<'_>],
    take: impl Fn(&Job<'_>, File) -> Result<T, E> + Sync,
    step: &(dyn Fn() + Sync),
) -> Result<Vec<Vec<T>>, E> {
    // What spans editions takes longest, so it comes first.
    let mut order: Vec<usize> = (0..jobs.len()).collect();
    order.sort_by_key(|at| jobs[*at].edition.is_some());
    let (next, failed) = (AtomicUsize::new(0), AtomicBool::new(false));
    let folders = Folders { register, jobs, facts: Arc::default(), open: Mutex::default() };
    let work = || {
        let mut done = Vec::new();
        while !failed.load(Ordering::Relaxed)
            && let Some(at) = order.get(next.fetch_add(1, Ordering::Relaxed))
        {
            let taken = folders.run(&jobs[*at], &take);
            failed.fetch_or(taken.is_err(), Ordering::Relaxed);
            done.push((*at, taken));
            step();
        }
        done
    };
    let threads = thread::available_parallelism().map_or(1, usize::from).min(jobs.len());
    let mut done: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let done = workers.into_iter().map(|one| one.join().unwrap_or_else(|e| resume_unwind(e)));
        done.flatten().collect()
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, taken)| taken).collect()
}

/// The folders whose files are being made.
struct Folders<'w, 'r> {
    register: &'r Register,
    jobs: &'w [Job<'r>],
    /// What the pages of every folder ask of the register.
    facts: Arc<OnceLock<RegisterFacts<'r>>>,
    /// By folder name: how many of its jobs are left, and the data they share. A folder is dropped after its
    /// last job.
    open: Mutex<BTreeMap<&'r str, (usize, Arc<Shared<'r>>)>>,
}

/// What the jobs of a folder share.
enum Shared<'r> {
    One(Box<OneEdition<'r>>),
    All(AllEditions<'r>),
}

impl<'r> Folders<'_, 'r> {
    /// What `take` makes of each file of a job.
    fn run<T, E>(
        &self,
        job: &Job<'r>,
        take: &impl Fn(&Job<'_>, File) -> Result<T, E>,
    ) -> Result<Vec<T>, E> {
        let mut taken = Ok(Vec::new());
        let add = &mut |file| {
            if let Ok(list) = &mut taken {
                match take(job, file) {
                    Ok(made) => list.push(made),
                    Err(error) => taken = Err(error),
                }
            }
        };
        match (&*self.shared(job), job.format.edition, job.format.all) {
            (Shared::One(edition), Some(make), _) => make(edition, add),
            (Shared::All(all), _, Some(make)) => make(all, add),
            _ => {}
        }
        self.job_done(job);
        taken
    }

    fn shared(&self, job: &Job<'r>) -> Arc<Shared<'r>> {
        let mut open = self.open.lock().expect("no other thread panicked");
        let (_, shared) = open.entry(job.folder()).or_insert_with(|| {
            let jobs = self.jobs.iter().filter(|other| other.folder() == job.folder());
            let facts = Arc::clone(&self.facts);
            let shared = match job.edition {
                Some(edition) => {
                    Shared::One(Box::new(OneEdition::with(self.register, edition, facts)))
                }
                None => Shared::All(AllEditions::with(self.register, facts)),
            };
            (jobs.count(), Arc::new(shared))
        });
        Arc::clone(shared)
    }

    fn job_done(&self, job: &Job<'r>) {
        let mut open = self.open.lock().expect("no other thread panicked");
        if let Entry::Occupied(mut folder) = open.entry(job.folder()) {
            folder.get_mut().0 -= 1;
            if folder.get().0 == 0 {
                folder.remove();
            }
        }
    }
}
