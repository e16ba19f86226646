//! The key agent: unlocked without a passphrase, locked again, gone without a trace.

use crate::rig::Machine;

#[test]
fn unlock_holds_the_key_until_lock() {
    let (machine, _) = Machine::with_ledger();
    machine
        .luka(&["unlock", "--for", "90m"])
        .is(0, "", "Unlocked for 90 minutes.\n");
    let machine = machine.without("LUKA_PASSPHRASE");
    // The agent has the key: nothing else could open the ledger now.
    machine
        .luka(&["unlock"])
        .is(0, "", "Unlocked for 8 hours.\n");
    machine
        .luka(&["lock", "--lang", "es"])
        .is(0, "", "Cerrado con llave.\n");
    let locked = machine.luka(&["unlock", "--json"]);
    assert_eq!(locked.code, 3, "{locked}");
    assert_eq!(locked.error()["kind"], "locked");
    // To lock what is locked is no error.
    machine
        .luka(&["lock", "--json"])
        .is(0, "{\"version\":1,\"locked\":true}\n", "");
    machine.luka(&["unlock", "--for", "soon"]).is(
        2,
        "",
        "error: `soon` is not a value for --for <TIME>\nhint: write a span of time such as 8h, \
         30m or 2d\n",
    );
}
