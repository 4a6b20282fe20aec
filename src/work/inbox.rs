//! An inbox: what a thread that runs for longer has to say to the one who started it.
//!
//! The two belong together: once the [`Inbox`] is gone, whatever is still said reaches nobody.

use std::sync::mpsc::{Receiver, Sender, channel};

use super::background::{Background, Ticket};

/// Where messages arrive. Each counts as under way until it is received.
#[derive(Debug)]
pub struct Inbox<T>(Receiver<(T, Ticket)>);

/// Where they are sent from.
#[derive(Debug)]
pub struct Outbox<T> {
    sender: Sender<(T, Ticket)>,
    background: Background,
}

impl<T> Inbox<T> {
    /// An inbox, and what sends to it.
    pub fn new(background: &Background) -> (Outbox<T>, Self) {
        let (sender, receiver) = channel();
        (Outbox { sender, background: background.clone() }, Self(receiver))
    }

    /// The next message.
    pub fn receive(&self) -> Option<T> {
        self.0.try_recv().ok().map(|(message, _)| message)
    }
}

impl<T> Outbox<T> {
    /// Sends a message, if there is still somebody to receive it.
    pub fn send(&self, message: T) {
        let ticket = self.background.ticket();
        let _ = self.sender.send((message, ticket));
        self.background.ring();
        self.background.wake();
    }

    /// A ticket for an answer that will be sent.
    pub fn ticket(&self) -> Ticket {
        self.background.ticket()
    }
}

impl<T> Clone for Outbox<T> {
    fn clone(&self) -> Self {
        Self { sender: self.sender.clone(), background: self.background.clone() }
    }
}
