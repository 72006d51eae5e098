//! The best load of one agent: 0–1 knapsack by dynamic programming over its capacity.

/// An item that may be packed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item {
    pub(crate) gain: f64,
    pub(crate) load: i64,
}

/// Above this product of items and capacity the exact table is not filled; the fractional optimum stands in for it.
const LARGEST_TABLE: i64 = 8_000_000;

/// The largest gain within `capacity`, and which items make it. With `None` for the items, the gain is that of the
/// fractional knapsack, which is at least as large.
pub(crate) fn best(items: &[Item], capacity: i64) -> (f64, Vec<bool>) {
    let unit = unit(items);
    let capacity = if unit > 0 { capacity.max(0) / unit } else { 0 };
    if capacity * (items.len() as i64) > LARGEST_TABLE {
        fractional(items, capacity, unit)
    } else {
        exact(items, capacity, unit)
    }
}

/// The greatest common divisor of the loads: planning in quarters of an hour makes a small table.
fn unit(items: &[Item]) -> i64 {
    let gcd = |mut a: i64, mut b: i64| {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a
    };
    items.iter().fold(0, |unit, item| gcd(unit, item.load))
}

fn exact(items: &[Item], capacity: i64, unit: i64) -> (f64, Vec<bool>) {
    let width = usize::try_from(capacity).unwrap_or(0) + 1;
    let mut table = vec![0.0_f64; width];
    let mut taken = vec![false; width * items.len()];
    let mut gain = 0.0;
    let mut packed = vec![false; items.len()];
    for (n, item) in items.iter().enumerate() {
        if item.gain <= 0.0 {
            continue;
        }
        let load = if unit > 0 { usize::try_from(item.load / unit).unwrap_or(usize::MAX) } else { 0 };
        if load == 0 {
            (gain, packed[n]) = (gain + item.gain, true);
            continue;
        }
        for room in (load..width).rev() {
            let with = table[room - load] + item.gain;
            if with > table[room] {
                table[room] = with;
                taken[n * width + room] = true;
            }
        }
    }
    let mut room = width - 1;
    for n in (0..items.len()).rev() {
        if taken[n * width + room] {
            packed[n] = true;
            room -= usize::try_from(items[n].load / unit).unwrap_or(0);
        }
    }
    (gain + table[width - 1], packed)
}

fn fractional(items: &[Item], capacity: i64, unit: i64) -> (f64, Vec<bool>) {
    let mut order: Vec<usize> = (0..items.len()).filter(|n| items[*n].gain > 0.0).collect();
    let density = |n: &usize| items[*n].gain / (items[*n].load / unit).max(1) as f64;
    order.sort_by(|a, b| density(b).total_cmp(&density(a)));
    let (mut room, mut gain, mut packed) = (capacity, 0.0, vec![false; items.len()]);
    for n in order {
        let load = items[n].load / unit;
        if load > room {
            gain += items[n].gain * room as f64 / load as f64;
            break;
        }
        room -= load;
        gain += items[n].gain;
        packed[n] = true;
    }
    (gain, packed)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Every set of items, one after the other.
    fn by_trying(items: &[Item], capacity: i64) -> f64 {
        let sets = 0u32..1 << items.len();
        let sum = |set: u32| {
            let inside = || items.iter().enumerate().filter(|(n, _)| set >> n & 1 == 1).map(|(_, item)| item);
            (inside().map(|item| item.load).sum::<i64>() <= capacity).then(|| inside().map(|item| item.gain).sum())
        };
        sets.filter_map(sum).fold(0.0, f64::max)
    }

    proptest! {
        #[test]
        fn nothing_packs_better(loads in prop::collection::vec((0i64..40, -5i32..50), 0..10), capacity in 0i64..120) {
            let items: Vec<Item> = loads.iter().map(|(load, gain)| Item { gain: f64::from(*gain), load: *load }).collect();
            let (gain, packed) = best(&items, capacity);
            let inside = || items.iter().zip(&packed).filter(|(_, packed)| **packed).map(|(item, _)| item);
            prop_assert_eq!(gain, by_trying(&items, capacity));
            prop_assert_eq!(gain, inside().map(|item| item.gain).sum::<f64>());
            prop_assert!(inside().map(|item| item.load).sum::<i64>() <= capacity);
        }

        #[test]
        fn a_part_of_an_item_is_never_worth_less(loads in prop::collection::vec((1i64..40, 0i32..50), 1..10), capacity in 0i64..120) {
            let items: Vec<Item> = loads.iter().map(|(load, gain)| Item { gain: f64::from(*gain), load: *load }).collect();
            prop_assert!(fractional(&items, capacity, 1).0 >= by_trying(&items, capacity) - 1e-9);
        }
    }
}
