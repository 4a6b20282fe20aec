//! A steady hand: a press goes to what the person saw when they decided to press. What has only just come under
//! a pointer that rested, because a notice went or a row moved up, is not pressed by it.

use egui::{Context, Event, Id, Order, Plugin, PointerButton, Pos2, RawInput};

/// How long a person needs to see that something else is under the pointer, in seconds.
const NOTICED: f64 = 0.25;

/// Watches what lies under the pointer, and takes presses back that were meant for what lay there before.
#[derive(Default)]
pub struct Steady {
    /// Where the pointer was in the last frame, and what lies there.
    under: Option<(Pos2, Sight)>,
    /// The buttons whose press was taken back: their release is nobody's either.
    taken_back: Vec<PointerButton>,
}

/// What can be pressed at one place, and what a person knows of it.
#[derive(Clone, Copy)]
struct Sight {
    /// What lies there now.
    there: Option<Id>,
    /// Since when, in seconds.
    since: f64,
    /// What lay there long enough, or when the pointer came: a press is meant for it.
    noticed: Option<Id>,
}

impl Sight {
    /// What the pointer came to by itself is known.
    fn first(there: Option<Id>, now: f64) -> Self {
        Self { there, since: now, noticed: there }
    }

    /// The same place in a later frame.
    fn next(self, there: Option<Id>, now: f64) -> Self {
        let noticed = if self.has_stayed(now) { self.there } else { self.noticed };
        let since = if there == self.there { self.since } else { now };
        Self { there, since, noticed }
    }

    /// Whether a press goes to what it is meant for. What went and is back again is still known; where nothing can be
    /// pressed, there is no trap.
    fn is_known(self, now: f64) -> bool {
        self.there.is_none() || self.there == self.noticed || self.has_stayed(now)
    }

    fn has_stayed(self, now: f64) -> bool {
        now - self.since >= NOTICED
    }
}

impl Plugin for Steady {
    fn debug_name(&self) -> &'static str {
        "steady hand"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        self.look(ctx);
        let next = ctx.input(|last| last.time + f64::from(last.predicted_dt));
        let now = input.time.unwrap_or(next);
        let rested = self.under.map(|(at, _)| at);
        let mut at = rested;
        let is_known = self.under.is_none_or(|(_, sight)| sight.is_known(now));
        let taken_back = &mut self.taken_back;
        input.events.retain(|event| match *event {
            Event::PointerMoved(to) => {
                at = Some(to);
                true
            }
            Event::PointerButton { button, pressed: true, .. } if !is_known && at == rested => {
                taken_back.push(button);
                false
            }
            Event::PointerButton { button, pressed: false, .. } => {
                let is_ours = taken_back.contains(&button);
                taken_back.retain(|taken| *taken != button);
                !is_ours
            }
            _ => true,
        });
    }
}

impl Steady {
    /// Looks at what the last frame has put under the pointer.
    fn look(&mut self, ctx: &Context) {
        let at = ctx.input(|input| input.pointer.latest_pos().map(|at| (at, input.time)));
        self.under = at.map(|(at, now)| {
            let there = pressable(ctx, at);
            let sight = match self.under {
                Some((before, sight)) if before == at => sight.next(there, now),
                _ => Sight::first(there, now),
            };
            (at, sight)
        });
    }
}

/// What a press at this place would go to.
fn pressable(ctx: &Context, at: Pos2) -> Option<Id> {
    let layer = ctx.layer_id_at(at)?;
    ctx.viewport(|viewport| {
        let widgets = &viewport.this_pass.widgets;
        let is_there = |layer| {
            let under = widgets.get_layer(layer).filter(|widget| widget.interact_rect.contains(at));
            under
                .filter(|widget| widget.enabled && widget.sense.senses_click())
                .last()
                .map(|widget| widget.id)
        };
        is_there(layer).filter(|_| layer.order != Order::Tooltip)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is known of the last of these, seen at these instants.
    fn is_known(seen: &[(Option<&str>, f64)]) -> bool {
        let sight = |sight: Option<Sight>, &(there, now): &(Option<&str>, f64)| {
            let there = there.map(Id::unique);
            Some(sight.map_or(Sight::first(there, now), |sight| sight.next(there, now)))
        };
        let last = seen.last().expect("something was seen").1;
        seen.iter().fold(None, sight).is_some_and(|sight| sight.is_known(last))
    }

    #[test]
    fn what_has_only_just_come_is_not_known_and_what_is_back_again_is() {
        assert!(is_known(&[(Some("close"), 0.0)]), "the pointer came to it");
        assert!(!is_known(&[(Some("close"), 0.0), (Some("next"), 1.0)]));
        assert!(!is_known(&[(Some("close"), 0.0), (Some("next"), 1.0), (Some("next"), 1.1)]));
        assert!(is_known(&[(Some("close"), 0.0), (Some("next"), 1.0), (Some("next"), 1.3)]));
        assert!(is_known(&[(Some("close"), 0.0), (Some("next"), 1.0), (Some("close"), 1.1)]));
        assert!(is_known(&[(Some("close"), 0.0), (None, 1.0), (Some("close"), 1.1)]));
        assert!(!is_known(&[(None, 0.0), (Some("next"), 1.0)]), "it came over bare ground");
    }
}
