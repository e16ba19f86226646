//! A change of the ledger reaches every remote by itself.

use crate::rig::Machine;

#[test]
fn a_change_is_carried() {
    let machine = Machine::new(8);
    let usb = machine.add_folder("usb");
    let daemon = machine.start();
    daemon.until_carried(&usb, 1);
    machine.change(3);
    daemon.until_carried(&usb, 2);
    let versions = machine.restored(&usb);
    assert!(versions[1].1 == machine.content());
    assert!(daemon.stop().success());
}
