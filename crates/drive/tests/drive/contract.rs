//! Drive keeps the promises that every remote keeps.

use backup::Remote;
use backup::remote::contract;

use crate::rig::Rig;

#[test]
fn drive_keeps_the_promises_of_a_remote() {
    let rig = Rig::new();
    let mut open = || -> Box<dyn Remote> { Box::new(rig.drive()) };
    contract::keeps_its_promises(&mut open, rig.home.path());
}
