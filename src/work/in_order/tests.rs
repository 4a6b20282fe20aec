//! What is promised of work on many things at once.

use super::*;
use std::sync::atomic::{AtomicUsize, Ordering};

impl Weighs for usize {}
impl Weighs for u64 {}
impl Weighs for () {}
impl<T> Weighs for Option<T> {}

/// Work with one result.
fn one<T, R>(work: impl Fn(&T, &CancelToken) -> R) -> impl Fn(&T, &Under<'_, R>) {
    move |thing, under| under.give(work(thing, under.cancel))
}

fn within(longest: Duration) -> Pace {
    Pace { longest, ..Pace::of_files() }
}

fn wanted() -> CancelToken {
    CancelToken::default()
}

/// Works until it is told that nobody waits any more.
fn for_ever(cancel: &CancelToken) {
    while !cancel.is_cancelled() {
        thread::yield_now();
    }
}

#[test]
fn results_come_in_the_order_of_the_things() {
    let slow_first = |n: &u64, _: &CancelToken| {
        thread::sleep(Duration::from_millis(if n.is_multiple_of(7) { 5 } else { 0 }));
        n * 2
    };
    let all = in_order(0..1000, wanted(), Pace::of_files(), one(slow_first), |_| 0);
    assert_eq!(all.collect::<Vec<u64>>(), (0..1000).map(|n| n * 2).collect::<Vec<_>>());
    assert_eq!(
        in_order(Vec::<u64>::new(), wanted(), Pace::of_files(), one(|n: &u64, _| *n), |n| *n).count(),
        0
    );
}

#[test]
fn what_takes_too_long_is_given_up_and_costs_the_others_nothing() {
    let work = |n: &u64, cancel: &CancelToken| {
        // More of them than there are threads, and none of them ever ends.
        while n.is_multiple_of(5) && !cancel.is_cancelled() {
            thread::yield_now();
        }
        Some(*n)
    };
    let all = in_order(0..40, wanted(), within(Duration::from_millis(200)), one(work), |_| None);
    let results: Vec<Option<u64>> = all.collect();
    assert_eq!(results.len(), 40);
    assert!(results.iter().zip(0..).all(|(result, n)| result.is_some() != (n % 5 == 0)), "{results:?}");
}

#[test]
fn stopping_does_not_wait_for_what_is_being_worked_on() {
    let cancel = wanted();
    let stop = cancel.clone();
    let work = move |n: &u64, cancel: &CancelToken| {
        if *n == 3 {
            stop.cancel();
            for_ever(cancel);
        }
        *n
    };
    let results: Vec<u64> = in_order(0..9, cancel, Pace::of_files(), one(work), |_| 0).collect();
    assert!(results.len() <= 3, "{results:?}");
}

#[test]
fn things_are_taken_as_their_turn_comes_however_many_there_are() {
    static TAKEN: AtomicUsize = AtomicUsize::new(0);
    let endless = (0_usize..).inspect(|_| {
        TAKEN.fetch_add(1, Ordering::Relaxed);
    });
    let pace = Pace { threads: 3, ahead: 8, longest: LONGEST };
    let all = in_order(endless, wanted(), pace, one(|n: &usize, _| *n), |n| *n);
    for (given, number) in all.zip(0..500) {
        assert_eq!(given, number);
        assert!(TAKEN.load(Ordering::Relaxed) <= number + 1 + 8);
    }
}

#[test]
fn waiting_for_a_thing_is_no_work_on_it() {
    let slow = (0_usize..3).inspect(|_| thread::sleep(Duration::from_millis(150)));
    let pace = within(Duration::from_millis(60));
    let all = in_order(slow, wanted(), pace, one(|n: &usize, _| Some(*n)), |_| None);
    assert_eq!(all.collect::<Vec<_>>(), [Some(0), Some(1), Some(2)]);
}

#[test]
fn few_results_are_kept_while_an_early_one_takes_its_time() {
    static DONE: AtomicUsize = AtomicUsize::new(0);
    let work = |n: &usize, cancel: &CancelToken| {
        if *n == 0 {
            for_ever(cancel);
        }
        DONE.fetch_add(1, Ordering::Relaxed);
    };
    let mut all = in_order(0..AHEAD * 4, wanted(), within(Duration::from_millis(300)), one(work), |_| ());
    assert_eq!(all.next(), Some(()), "the first was given up");
    assert!(DONE.load(Ordering::Relaxed) <= AHEAD + 8);
    assert_eq!(all.count(), AHEAD * 4 - 1);
}
/// Gives all numbers below one.
fn below(n: &usize, under: &Under<'_, usize>) {
    (0..*n).for_each(|number| under.give(n * 1000 + number));
}

#[test]
fn the_results_of_a_thing_come_one_after_another_and_before_those_of_the_next() {
    let all: Vec<usize> = in_order([3, 0, 700, 1, 2], wanted(), Pace::of_files(), below, |_| 0).collect();
    let expected = [3, 0, 700, 1, 2].into_iter().flat_map(|n| (0..n).map(move |number| n * 1000 + number));
    assert_eq!(all, expected.collect::<Vec<_>>());
}

#[test]
fn who_gives_results_that_nobody_takes_waits() {
    static GIVEN: AtomicUsize = AtomicUsize::new(0);
    let work = |_: &usize, under: &Under<'_, usize>| {
        for _ in 0..10_000 {
            GIVEN.fetch_add(1, Ordering::Relaxed);
            under.give(1);
        }
    };
    let pace = Pace { threads: 4, ahead: 16, longest: Duration::from_millis(100) };
    let mut all = in_order(0..8_usize, wanted(), pace, work, |_| 0);
    assert_eq!(all.next(), Some(1));
    thread::sleep(Duration::from_millis(300));
    // To wait until somebody takes them is not to take too long.
    let given = GIVEN.load(Ordering::Relaxed);
    assert!(given <= 16 + OF_TURN + 4 + 1, "{given}");
    assert_eq!(all.filter(|result| *result == 1).count(), 80_000 - 1);
}

#[test]
fn what_goes_on_slowly_is_not_given_up_and_what_was_given_before_stays() {
    let work = |n: &usize, under: &Under<'_, usize>| {
        under.give(*n);
        let mut pulses = 0;
        while *n == 0 && pulses < 10 || *n == 1 && !under.cancel.is_cancelled() {
            thread::sleep(Duration::from_millis(30));
            pulses += 1;
            if *n == 0 {
                under.pulse.fetch_add(1, Ordering::Relaxed);
            }
        }
    };
    let all = in_order(0..3_usize, wanted(), within(Duration::from_millis(150)), work, |_| 99);
    assert_eq!(all.collect::<Vec<_>>(), [0, 1, 99, 2]);
}
