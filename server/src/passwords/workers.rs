//! The threads that hash.

use std::io;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use secrecy::{ExposeSecret as _, SecretString};
use tokio::sync::oneshot;

use super::hash::{Memory, PasswordHash};
use crate::refusal::Refusal;

/// Hashes at once; each holds 19 MiB for good.
const THREADS: usize = 2;
/// Who may wait: together at most a second.
const WAITING: usize = 32;

enum Order {
    Hash(SecretString, oneshot::Sender<Result<PasswordHash, Refusal>>),
    Verify(
        SecretString,
        PasswordHash,
        oneshot::Sender<Result<bool, Refusal>>,
    ),
}

/// A queue that a few threads serve.
pub(super) struct Workers(SyncSender<Order>);

impl Workers {
    pub(super) fn start() -> io::Result<Self> {
        let (to, orders) = sync_channel(WAITING);
        let orders = Arc::new(Mutex::new(orders));
        for _ in 0..THREADS {
            let orders = Arc::clone(&orders);
            thread::Builder::new()
                .name("hash".to_owned())
                .spawn(move || serve(&orders))?;
        }
        Ok(Self(to))
    }

    pub(super) async fn hash(&self, password: SecretString) -> Result<PasswordHash, Refusal> {
        let (to, hash) = oneshot::channel();
        self.order(Order::Hash(password, to))?;
        hash.await.map_err(Refusal::internal)?
    }

    pub(super) async fn verify(
        &self,
        password: SecretString,
        hash: PasswordHash,
    ) -> Result<bool, Refusal> {
        let (to, is_right) = oneshot::channel();
        self.order(Order::Verify(password, hash, to))?;
        is_right.await.map_err(Refusal::internal)?
    }

    fn order(&self, order: Order) -> Result<(), Refusal> {
        match self.0.try_send(order) {
            Ok(()) => Ok(()),
            Err(TrySendError::Full(_)) => Err(Refusal::Busy),
            Err(TrySendError::Disconnected(_)) => Err(Refusal::internal("nobody hashes any more")),
        }
    }
}

fn serve(orders: &Mutex<Receiver<Order>>) {
    let mut memory = Memory::new();
    loop {
        let order = orders.lock().unwrap_or_else(PoisonError::into_inner).recv();
        match order {
            // Who went away meanwhile needs no answer.
            Ok(Order::Hash(_, to)) if to.is_closed() => {}
            Ok(Order::Verify(_, _, to)) if to.is_closed() => {}
            Ok(Order::Hash(password, to)) => {
                let hash = PasswordHash::make(password.expose_secret().as_bytes(), &mut memory);
                let _ = to.send(hash);
            }
            Ok(Order::Verify(password, hash, to)) => {
                let is_right = hash.is_of(password.expose_secret().as_bytes(), &mut memory);
                let _ = to.send(is_right);
            }
            Err(_) => return,
        }
    }
}
