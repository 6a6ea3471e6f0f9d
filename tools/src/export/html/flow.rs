//! The picture of where data goes: boxes in three columns, and bands between them.
//!
//! All lengths are pixels. Everything follows from the paths, so the same register gives the same picture.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::picture::{LINE, MARGIN, shortened, widest};
use crate::export::readers::{Path, WORDS};

/// The room between two columns.
const BETWEEN: usize = 80;
/// How many characters of a name are shown.
const CHARACTERS: usize = 34;
/// The room between two boxes of a column.
const GAP: usize = 6;
/// How thick a band is for one provider, at most.
const THICKEST: usize = 12;
/// How high the bands of a column are together, if there are many.
const HEIGHT: usize = 420;
/// How many boxes a column has at most. The last one stands for all that have no box of their own.
pub(super) const BOXES: usize = 14;

/// The picture.
#[derive(Serialize)]
pub(super) struct Flow {
    width: usize,
    height: usize,
    boxes: Vec<Box>,
    bands: Vec<Band>,
}

/// A box with its name.
#[derive(Serialize)]
struct Box {
    x: usize,
    y: usize,
    width: usize,
    height: usize,
    text_x: usize,
    text_y: usize,
    label: String,
}

/// A band between two boxes.
#[derive(Serialize)]
struct Band {
    outline: String,
    /// One of six colours.
    colour: usize,
}

/// What stands in a column, from top to bottom.
struct Column<'p> {
    labels: Vec<String>,
    /// The box of each name.
    places: BTreeMap<&'p str, usize>,
}

/// How many providers stand behind each band, by the boxes at its ends.
type Weights = BTreeMap<(usize, usize), usize>;

/// Draws paths. `kinds` names the kinds of data, `middle` those who get it.
pub(super) fn flow<'p>(
    paths: &[&'p Path],
    kinds: impl Fn(&'p Path) -> Vec<&'p str>,
    middle: impl Fn(&'p Path) -> &'p str,
) -> Flow {
    let mut steps: [Vec<(&str, &str, &str)>; 2] = [Vec::new(), Vec::new()];
    for path in paths {
        let (key, who) = (path.key.as_str(), middle(path));
        steps[0].extend(kinds(path).into_iter().map(|kind| (kind, who, key)));
        steps[1].extend(path.places.iter().map(|place| (who, place.as_str(), key)));
    }
    let columns = [
        Column::of(steps[0].iter().map(|(from, _, key)| (*from, *key))),
        Column::of(steps[1].iter().map(|(from, _, key)| (*from, *key))),
        Column::of(steps[1].iter().map(|(_, to, key)| (*to, *key))),
    ];
    let weights = [
        weights(&steps[0], &columns[0], &columns[1]),
        weights(&steps[1], &columns[1], &columns[2]),
    ];
    drawn(&columns, &weights)
}

impl<'p> Column<'p> {
    /// Names, each with a provider behind it. The name that most providers stand behind comes first; what is
    /// not stated comes last.
    fn of(named: impl Iterator<Item = (&'p str, &'p str)>) -> Self {
        let mut providers: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (name, key) in named {
            providers.entry(name).or_default().insert(key);
        }
        let mut ranked: Vec<(&str, BTreeSet<&str>)> = providers.into_iter().collect();
        ranked.sort_by_key(|(name, keys)| (*name == WORDS.unknown, usize::MAX - keys.len()));
        let own = if ranked.len() > BOXES { BOXES - 1 } else { ranked.len() };
        let places = ranked.iter().enumerate().map(|(at, (name, _))| (*name, at.min(own)));
        let others: BTreeSet<&str> =
            ranked[own..].iter().flat_map(|(_, keys)| keys).copied().collect();
        let label = |name: &str, count: usize| match count {
            1 => shortened(name, CHARACTERS),
            count => format!("{} ({count})", shortened(name, CHARACTERS)),
        };
        let labels = ranked[..own].iter().map(|(name, keys)| label(name, keys.len()));
        let rest = (!others.is_empty()).then(|| label(WORDS.flow_others, others.len()));
        Self { places: places.collect(), labels: labels.chain(rest).collect() }
    }
}

fn weights(steps: &[(&str, &str, &str)], from: &Column<'_>, to: &Column<'_>) -> Weights {
    let mut providers: BTreeMap<(usize, usize), BTreeSet<&str>> = BTreeMap::new();
    for (one, other, key) in steps {
        providers.entry((from.places[one], to.places[other])).or_default().insert(key);
    }
    providers.into_iter().map(|(ends, keys)| (ends, keys.len())).collect()
}

/// The sum of the weights of each box on one side.
fn sums(weights: &Weights, boxes: usize, end: impl Fn(&(usize, usize)) -> usize) -> Vec<usize> {
    let mut sums = vec![0; boxes];
    for (ends, weight) in weights {
        sums[end(ends)] += weight;
    }
    sums
}

fn drawn(columns: &[Column<'_>; 3], weights: &[Weights; 2]) -> Flow {
    let count = |at: usize| columns[at].labels.len();
    // What comes into each box of a column, and what goes out.
    let inward = [
        vec![0; count(0)],
        sums(&weights[0], count(1), |ends| ends.1),
        sums(&weights[1], count(2), |ends| ends.1),
    ];
    let outward = [
        sums(&weights[0], count(0), |ends| ends.0),
        sums(&weights[1], count(1), |ends| ends.0),
        vec![0; count(2)],
    ];
    let most = weights.iter().map(|weights| weights.values().sum::<usize>()).max().unwrap_or(0);
    let unit = (HEIGHT / most.max(1)).clamp(1, THICKEST);
    let heights: Vec<Vec<usize>> = (0..3)
        .map(|column| {
            let sides = inward[column].iter().zip(&outward[column]);
            sides.map(|(one, other)| LINE.max(unit * one.max(other))).collect()
        })
        .collect();
    let height_of = |heights: &Vec<usize>| heights.iter().map(|height| height + GAP).sum::<usize>();
    let height = heights.iter().map(height_of).max().unwrap_or(0);
    let mut boxes: Vec<Vec<Box>> = Vec::new();
    let mut x = 0;
    for (column, heights) in columns.iter().zip(&heights) {
        let width = widest(column.labels.iter().map(String::as_str));
        let top = (height - height_of(heights)) / 2;
        boxes.push(column.boxes(x, width, top, heights));
        x += width + BETWEEN;
    }
    let bands = (0..2).flat_map(|gap| {
        bands(
            &weights[gap],
            unit,
            (&boxes[gap], &outward[gap]),
            (&boxes[gap + 1], &inward[gap + 1]),
        )
    });
    let bands = bands.collect();
    Flow { width: x - BETWEEN, height, bands, boxes: boxes.into_iter().flatten().collect() }
}

impl Column<'_> {
    fn boxes(&self, x: usize, width: usize, top: usize, heights: &[usize]) -> Vec<Box> {
        let mut y = top;
        let mut boxes = Vec::new();
        for (label, height) in self.labels.iter().zip(heights) {
            let (text_x, text_y) = (x + MARGIN, y + height / 2 + 5);
            boxes.push(Box { x, y, width, height: *height, text_x, text_y, label: label.clone() });
            y += height + GAP;
        }
        boxes
    }
}

/// The bands between two columns. Each side has its boxes and how much passes through them there.
fn bands(
    weights: &Weights,
    unit: usize,
    from: (&[Box], &[usize]),
    to: (&[Box], &[usize]),
) -> Vec<Band> {
    let starts = |(boxes, sums): (&[Box], &[usize])| -> Vec<usize> {
        let free = boxes.iter().zip(sums);
        free.map(|(of, sum)| of.y + (of.height - unit * sum) / 2).collect()
    };
    let (mut left, mut right) = (starts(from), starts(to));
    let band = |((one, other), weight): (&(usize, usize), &usize)| {
        let thick = unit * weight;
        let (x1, x2) = (from.0[*one].x + from.0[*one].width, to.0[*other].x);
        let (y1, y2, middle) = (left[*one], right[*other], x1.midpoint(x2));
        left[*one] += thick;
        right[*other] += thick;
        let (z1, z2) = (y1 + thick, y2 + thick);
        Band {
            outline: format!(
                "M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}V{z2}\
                 C{middle} {z2} {middle} {z1} {x1} {z1}Z"
            ),
            colour: one % 6,
        }
    };
    weights.iter().map(band).collect()
}
