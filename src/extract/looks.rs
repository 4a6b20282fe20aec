//! Looks: how much work the engine does, counted and not timed, so that a test can tell that it grows
//! as the text does and no faster. A look is one word, mention or sentence that somebody asks for.

#[cfg(test)]
thread_local! {
    static LOOKS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Notes so many looks. Costs nothing outside of tests.
#[inline]
pub(super) fn note(looks: usize) {
    #[cfg(test)]
    LOOKS.set(LOOKS.get() + looks);
    #[cfg(not(test))]
    let _ = looks;
}

/// How many looks some work takes.
#[cfg(test)]
pub(super) fn of(work: impl FnOnce()) -> usize {
    let before = LOOKS.get();
    work();
    LOOKS.get() - before
}
