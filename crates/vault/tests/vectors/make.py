"""Computes the vault's known answers with other implementations than the vault's own:
argon2-cffi (the C reference), PyNaCl (libsodium) and blake3.

    python3 -m venv v && v/bin/pip install argon2-cffi pynacl blake3 && v/bin/python make.py

Prints the values quoted in the tests and writes keys.json, which must open for ever.
"""
import base64, json, pathlib, struct
from argon2.low_level import Type, hash_secret_raw
from blake3 import blake3
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as seal

LEDGER = bytes([7]) * 16
KEY = bytes([0x42]) * 32
PASSPHRASE = "correcto caballo batería grapa".encode()
RECOVERY = b"a code for the paper"

def derive(context, material):
    return blake3(material, derive_key_context=context).digest()

def chain():
    genesis = derive("LukaLibre 2025 ledger chain genesis v1", LEDGER)
    fields = b"".join(struct.pack("<Q", len(f)) + f for f in (b"add", b"", b"4500"))
    return genesis, derive("LukaLibre 2025 ledger chain link v1", genesis + fields)

def head_mac():
    mac_key = derive("LukaLibre 2025 chain head MAC v1", KEY)
    return blake3(b"LUKAHED1" + struct.pack("<Q", 5) + bytes([9]) * 32 + LEDGER, key=mac_key).digest()

def slot(kind, tag, secret, salt, nonce, check, m, t, p):
    kek = hash_secret_raw(secret, salt, time_cost=t, memory_cost=m, parallelism=p, hash_len=32, type=Type.ID)
    data = (b"lukalibre keys.json v1 argon2id-19 xchacha20poly1305" + LEDGER + check + bytes([tag])
            + struct.pack("<III", m, t, p) + salt)
    text = lambda b: base64.b64encode(b).decode()
    return {
        "kind": kind,
        "kdf": {"algorithm": "argon2id", "m_kib": m, "t": t, "p": p, "salt": text(salt)},
        "cipher": {"algorithm": "xchacha20poly1305", "nonce": text(nonce),
                   "wrapped_key": text(seal(KEY, data, nonce, kek))},
    }

def key_file():
    check = blake3(LEDGER, key=derive("LukaLibre 2025 ledger key check v1", KEY)).digest()
    return {"version": 1, "ledger_id": LEDGER.hex(), "key_check": check.hex(), "slots": [
        slot("passphrase", 1, PASSPHRASE, bytes(range(16)), bytes(range(24)), check, 65536, 3, 1),
        slot("recovery", 2, RECOVERY, bytes(range(16, 32)), bytes(range(24, 48)), check, 65536, 4, 2),
    ]}

genesis, link = chain()
print("chain genesis ", genesis.hex())
print("chain link    ", link.hex())
print("head MAC      ", head_mac().hex())
print("argon2id cheap", hash_secret_raw(b"luka libre", bytes([0x5A]) * 16, 1, 8, 1, 32, Type.ID).hex())
pathlib.Path(__file__).with_name("keys.json").write_text(json.dumps(key_file(), indent=2) + "\n")
