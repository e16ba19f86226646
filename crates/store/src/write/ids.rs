//! Where new ids come from: a counter for each device.

use std::collections::HashMap;

use domain::id::{COUNTER_BITS, Id};
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::{DeviceId, StoreError};

/// Slots that a further device may be given; slot 0 is the first device's.
const SLOTS: i64 = 1 << 22;

/// The counter of the device that writes.
#[derive(Debug)]
pub(crate) struct IdSource {
    device: DeviceId,
    slot: i64,
    next: i64,
    used: bool,
    /// The first id that this writer made itself.
    fresh: i64,
    /// The next counters of other devices' slots, for entities that came from them.
    others: HashMap<i64, i64>,
}

impl IdSource {
    pub(crate) fn load(connection: &Connection, device: &DeviceId) -> Result<Self, StoreError> {
        let known = connection
            .prepare_cached("SELECT slot, next FROM devices WHERE device = ?1")?
            .query_row([device.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        if let Some((slot, next)) = known {
            return Ok(Self {
                device: device.clone(),
                slot,
                next,
                used: false,
                fresh: next,
                others: HashMap::new(),
            });
        }
        let slot = free_slot(connection, device)?;
        connection
            .prepare_cached("INSERT INTO devices (slot, device, next) VALUES (?1, ?2, 1)")?
            .execute(params![slot, device.as_str()])?;
        Ok(Self {
            device: device.clone(),
            slot,
            next: 1,
            used: false,
            fresh: 1,
            others: HashMap::new(),
        })
    }

    pub(crate) fn slot(&self) -> i64 {
        self.slot
    }

    pub(crate) fn next(&mut self) -> Result<Id, StoreError> {
        let slot = u32::try_from(self.slot).map_err(|_| StoreError::NoIds)?;
        let counter = u64::try_from(self.next).map_err(|_| StoreError::NoIds)?;
        let id = Id::new(slot, counter).ok_or(StoreError::NoIds)?;
        self.next += 1;
        self.used = true;
        Ok(id)
    }

    /// Makes sure that an id which came from elsewhere is never made again. Tells whether the id
    /// was made by this writer.
    pub(crate) fn saw(&mut self, id: i64) -> bool {
        let (slot, counter) = (id >> COUNTER_BITS, id & ((1 << COUNTER_BITS) - 1));
        if slot != self.slot {
            let next = self.others.entry(slot).or_insert(1);
            *next = (*next).max(counter + 1);
            return false;
        }
        if counter < self.next {
            return counter >= self.fresh;
        }
        self.next = counter + 1;
        self.fresh = self.next;
        self.used = true;
        false
    }

    pub(crate) fn save(&self, connection: &Connection) -> Result<(), StoreError> {
        for (slot, next) in &self.others {
            // The name of a device that is not known is its slot.
            connection
                .prepare_cached(
                    "INSERT INTO devices (slot, device, next) VALUES (?1, printf('%032x', ?1), ?2) \
                     ON CONFLICT (slot) DO UPDATE SET next = max(next, excluded.next)",
                )?
                .execute([slot, next])?;
        }
        if self.used {
            connection
                .prepare_cached("UPDATE devices SET next = ?2 WHERE device = ?1")?
                .execute(params![self.device.as_str(), self.next])?;
        }
        Ok(())
    }
}

/// The first device of a ledger gets slot 0; each further one a slot drawn from its own random
/// name, so that two copies of a ledger that meet two new devices don't give both the same.
fn free_slot(connection: &Connection, device: &DeviceId) -> Result<i64, StoreError> {
    let devices: i64 =
        connection.query_row("SELECT count(*) FROM devices", [], |row| row.get(0))?;
    if devices == 0 {
        return Ok(0);
    }
    let drawn = i64::from_str_radix(device.as_str().get(..8).unwrap_or("1"), 16).unwrap_or(1);
    let mut taken = connection.prepare("SELECT 1 FROM devices WHERE slot = ?1")?;
    for step in 0..=devices {
        let slot = 1 + (drawn + step) % (SLOTS - 1);
        if !taken.exists([slot])? {
            return Ok(slot);
        }
    }
    Err(StoreError::NoIds)
}
