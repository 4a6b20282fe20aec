//! What is pointed at. A frame learns it while it draws; what is drawn before that in the same frame could
//! not know yet, so it counts from the next frame on.

/// What is pointed at in this frame, and what was found to be while it is drawn.
#[derive(Debug)]
pub struct Hover<T> {
    now: Option<T>,
    next: Option<T>,
}

impl<T> Default for Hover<T> {
    fn default() -> Self {
        Self { now: None, next: None }
    }
}

impl<T: PartialEq> Hover<T> {
    /// What is pointed at.
    pub fn now(&self) -> Option<&T> {
        self.now.as_ref()
    }

    /// This is pointed at from the next frame on.
    pub fn point_at(&mut self, what: T) {
        self.next = Some(what);
    }

    /// Ends a frame. Says whether the next has to be drawn because something else is pointed at.
    pub fn end_frame(&mut self) -> bool {
        let before = std::mem::replace(&mut self.now, self.next.take());
        before != self.now
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pointed_at_counts_for_the_next_frame_and_no_longer() {
        let mut hover = Hover::default();
        hover.point_at("Tunis");
        assert_eq!(hover.now(), None, "this frame is half drawn");
        assert!(hover.end_frame(), "it looks other now");
        assert_eq!(hover.now(), Some(&"Tunis"));
        hover.point_at("Tunis");
        assert!(!hover.end_frame(), "nothing has changed");
        assert!(hover.end_frame(), "the pointer has left");
        assert_eq!(hover.now(), None);
    }
}
