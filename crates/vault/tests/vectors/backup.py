#!/usr/bin/env python3
"""Computes the vectors of `src/backup` independently.

pip install blake3 pycryptodome
"""
from pathlib import Path

from blake3 import blake3
from Crypto.Cipher import ChaCha20_Poly1305

HERE = Path(__file__).parent
LEDGER = bytes([7] * 16)


def seal(key, nonce, data, text):
    cipher = ChaCha20_Poly1305.new(key=key, nonce=nonce)
    cipher.update(data)
    ciphertext, tag = cipher.encrypt_and_digest(text)
    return ciphertext + tag


wrapping = blake3(bytes([9] * 32), derive_key_context="LukaLibre 2026 backup key wrap v1").digest()
nonce = bytes([3] * 24)
wrapped = nonce + seal(wrapping, nonce, b"lukalibre backup key v1" + LEDGER, bytes(range(32)))
(HERE / "wrapped-backup-key.hex").write_text(wrapped.hex() + "\n")

piece = seal(
    bytes([5] * 32),
    bytes([1] * 16) + (2).to_bytes(8, "big"),
    b"lukalibre backup v1" + LEDGER + b"version-x",
    b"pages",
)
(HERE / "sealed-piece.hex").write_text(piece.hex() + "\n")
