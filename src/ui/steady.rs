//! A steady hand: a press goes to what the person saw when they decided to press. What has only just come under
//! a pointer that rested, because a notice went or a row moved up, is not pressed by it.

use egui::{Context, Event, Id, Order, Plugin, PointerButton, Pos2, RawInput};

/// How long a person needs to see that something else is under the pointer, in seconds.
const NOTICED: f64 = 0.25;

/// Watches what lies under the pointer, and takes presses back that were meant for what lay there before.
#[derive(Default)]
pub struct Steady {
    /// Where the pointer was in the last frame, and what lay there.
    under: Option<(Pos2, Option<Id>)>,
    /// When something else came there while the pointer rested.
    changed: Option<f64>,
    /// The buttons whose press was taken back: their release is nobody's either.
    taken_back: Vec<PointerButton>,
}

impl Plugin for Steady {
    fn debug_name(&self) -> &'static str {
        "steady hand"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        self.look(ctx);
        let next = ctx.input(|last| last.time + f64::from(last.predicted_dt));
        let now = input.time.unwrap_or(next);
        let mut at = self.under.map(|(at, _)| at);
        let (rested, is_new) = (at, self.changed.is_some_and(|changed| now - changed < NOTICED));
        let taken_back = &mut self.taken_back;
        input.events.retain(|event| match *event {
            Event::PointerMoved(to) => {
                at = Some(to);
                true
            }
            Event::PointerButton { button, pressed: true, .. } if is_new && at == rested => {
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
        let now = at.map(|(at, time)| (at, pressable(ctx, at), time));
        match (self.under, now) {
            (Some((before, known)), Some((at, id, time))) if before == at => {
                // What came over nothing that could be pressed is no trap.
                if known != id && id.is_some() {
                    self.changed = Some(time);
                }
            }
            _ => self.changed = None,
        }
        self.under = now.map(|(at, id, _)| (at, id));
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
