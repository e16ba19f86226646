#!/usr/bin/env python3
"""Restore a LukaLibre ledger from a repository of backup objects, without LukaLibre.

    restore.py REPOSITORY_DIR [--list]              list the versions
    restore.py REPOSITORY_DIR --to DIR              restore the newest version
    restore.py REPOSITORY_DIR ID-PREFIX --to DIR    restore the version whose id begins so

The passphrase is taken from LUKA_PASSPHRASE or asked for; --recovery-code asks for that instead.
DIR must be empty or new, and stays empty unless what was restored has the digest it should have.
Specified by docs/backup-format.md: the numbers in brackets are its sections.
Needs Python 3.9 or later, and: pip install blake3 argon2-cffi pycryptodome
"""
import argparse
import contextlib
import getpass
import json
import os
import re
import sys
import tempfile
import warnings
from base64 import b64decode
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from blake3 import blake3
from Crypto.Cipher import ChaCha20_Poly1305

MAGIC, PAGE, PER_PIECE, TAG, CLOSING = b"LUKABAK1", 4096, 64, 16, 2**64 - 1
MAX_KEY_OBJECT, MAX_CLOSING, MAX_PAGES, MAX_HEAD = 128 << 10, 16 << 20, 2**32 - 2, 16 << 20
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
NAME = re.compile("(version|forgotten)-([0-9a-f]{16})-([0-9]{10})-([0-9]{8}T[0-9]{6}Z)-([0-9a-f]{32})")


class Refused(Exception):
    """What was read cannot be trusted, or what was asked for cannot be done."""


def need(condition, why):
    if not condition:
        raise Refused(why)


@contextlib.contextmanager
def reading(name):
    """Whatever is wrong with the object `name` becomes a refusal that names it."""
    try:
        yield
    except Exception as error:  # it may be malformed in any way
        what = error if type(error) is Refused else f"{type(error).__name__}: {error}"
        raise Refused(f"{name}: {what}") from None


def derive_key(context, material):
    return blake3(material, derive_key_context=context).digest()


def unseal(key, nonce, associated, sealed):
    cipher = ChaCha20_Poly1305.new(key=key, nonce=nonce)
    cipher.update(associated)
    return cipher.decrypt_and_verify(sealed[:-TAG], sealed[-TAG:])


def recovery_secret(code):
    """The 20 bytes of a recovery code [3.2]."""
    code = re.sub(r"[-\s]", "", code).upper().translate(str.maketrans("OIL", "011"))
    need(len(code) == 35 and set(code) <= set(CROCKFORD), "that is not a recovery code")
    values = [CROCKFORD.index(symbol) for symbol in code]
    secret = int("".join(f"{value:05b}" for value in values[:32]), 2).to_bytes(20, "big")
    check = derive_key("LukaLibre 2025 recovery code checksum v1", secret)
    need(values[32:] == [byte & 31 for byte in check[:3]], "the recovery code has a typing error")
    return secret


def open_slot(keys, ledger_id, kind, secret):
    """The ledger key out of a keys.json [3.1]."""
    need(keys["version"] == 1, "its keys.json was made by a newer program")
    need(bytes.fromhex(keys["ledger_id"]) == ledger_id, "its keys.json is of another ledger")
    slots = [slot for slot in keys["slots"] if slot["kind"] == kind]
    need(len(slots) == 1, f"it has {len(slots)} slots of the kind {kind}")
    kdf, cipher, key_check = slots[0]["kdf"], slots[0]["cipher"], bytes.fromhex(keys["key_check"])
    need((kdf["algorithm"], cipher["algorithm"]) == ("argon2id", "xchacha20poly1305"), "unknown algorithm")
    m, t, p = kdf["m_kib"], kdf["t"], kdf["p"]
    need(65536 <= m <= 1048576 and 3 <= t <= 16 and 1 <= p <= 16, "costs of Argon2 out of bounds")
    salt, nonce, wrapped = (
        b64decode(text, validate=True) for text in (kdf["salt"], cipher["nonce"], cipher["wrapped_key"]))
    need([*map(len, (ledger_id, key_check, salt, nonce, wrapped))] == [16, 32, 16, 24, 48], "wrong lengths")
    associated = (b"lukalibre keys.json v1 argon2id-19 xchacha20poly1305" + ledger_id + key_check
                  + {"passphrase": b"\1", "recovery": b"\2"}[kind]
                  + b"".join(cost.to_bytes(4, "little") for cost in (m, t, p)) + salt)
    ledger_key = unseal(hash_secret_raw(secret, salt, t, m, p, 32, Type.ID, 19), nonce, associated, wrapped)
    check = blake3(ledger_id, key=derive_key("LukaLibre 2025 ledger key check v1", ledger_key))
    need(check.digest() == key_check, "its key_check differs")
    return ledger_key


class Repository:
    def __init__(self, folder, kind, secret):
        """Find the names of the objects [2], and the first key object that opens [3]."""
        self.folder, passed_over = folder, ""
        files = sorted(path.name for path in folder.iterdir() if path.is_file())
        self.names = {name: match.groups() for name in files if (match := NAME.fullmatch(name))}
        for name in filter(re.compile("key-[0-9a-f]{32}").fullmatch, files):
            try:
                return self.open_key_object(name, kind, secret)
            except Refused as refused:
                passed_over += f"\n  {refused}"
        raise Refused(f"no key object opens with this {kind}{passed_over}")

    def open_key_object(self, name, kind, secret):
        with reading(name), open(self.folder / name, "rb") as file:
            data = file.read(MAX_KEY_OBJECT + 1)
            need(len(data) <= MAX_KEY_OBJECT, "too long")
            need(blake3(data).hexdigest(16) == name[4:], "damaged, its digest differs")
            value = json.loads(data)
            need(value["format"] == 1, "made by a newer program")
            self.keys, self.ledger_id = value["keys"], bytes.fromhex(value["ledger_id"])
            ledger_key = open_slot(json.loads(self.keys), self.ledger_id, kind, secret)
            wrapped = bytes.fromhex(value["backup_key"])
            need(len(wrapped) == 72, "its backup_key has a wrong length")
            self.key = unseal(derive_key("LukaLibre 2026 backup key wrap v1", ledger_key), wrapped[:24],
                              b"lukalibre backup key v1" + self.ledger_id, wrapped[24:])

    def open_piece(self, name, number, sealed):
        """What is in one piece of an object [4]."""
        return unseal(self.key, bytes.fromhex(name[-32:]) + number.to_bytes(8, "big"),
                      b"lukalibre backup v1" + self.ledger_id + name.encode(), sealed)

    def closing(self, name):
        """What the closing piece says, and how many bytes of pieces stand before it [4]."""
        with reading(name), open(self.folder / name, "rb") as file:
            begin, size = file.read(8), file.seek(0, os.SEEK_END)
            need(begin == MAGIC and size >= 8 + TAG + 12, "damaged at its beginning, or cut")
            file.seek(size - 12)
            length, end = int.from_bytes(file.read(4), "big"), file.read(8)
            room = size - 8 - length - 12
            need(end == MAGIC and TAG <= length <= MAX_CLOSING and room >= 0, "damaged at its end, or cut")
            file.seek(8 + room)
            value = json.loads(self.open_piece(name, CLOSING, file.read(length)))
            need(value["format"] == 1, "made by a newer program")
            return value, room

    def manifest(self, name):
        """The manifest of a version, checked [5]."""
        value, room = self.closing(name)
        with reading(name):
            need(bytes.fromhex(value["ledger_id"]) == self.ledger_id, "of another ledger")
            need((value["page_size"], value["pages_per_piece"]) == (PAGE, PER_PIECE), "unknown sizes")
            count, parent, total, following = value["page_count"], value["parent"], 0, 1
            need(type(count) is int and 1 <= count <= MAX_PAGES, "page_count out of bounds")
            for first, length in value["pages"]:
                need(type(first) is type(length) is int, "pages that are no numbers")
                need(length >= 1 and following <= first <= count + 1 - length, "pages out of order or bounds")
                total, following = total + length, first + length
            need(room == total * PAGE + -(-total // PER_PIECE) * TAG, "its lengths do not add up")
            need(parent is None or self.names.get(parent, "?")[0] == "version",
                 f"it builds on {parent!r}, which is not here")
            return value

    def shown(self):
        """The versions that are not forgotten [6], by device and sequence [2]."""
        forgotten = set()
        for name in (name for name in self.names if name.startswith("forgotten")):
            try:
                value, room = self.closing(name)
                with reading(name):
                    forgotten.update(value["versions"])
            except Refused as refused:
                print(f"passed over: {refused}", file=sys.stderr)
        return [name for name in self.names if name.startswith("version") and name not in forgotten]

    def list(self):
        for name in self.shown():
            _, device, sequence, time, id_ = self.names[name]
            try:
                what = f"{self.manifest(name)['page_count'] * PAGE} bytes"
            except Refused as refused:
                what = f"DAMAGED: {refused}"
            print(id_, time, f"device {device} number {int(sequence)}:", what)

    def choose(self, prefix):
        """The version whose id has this prefix, forgotten or not; without one, the newest shown."""
        if prefix:
            found = [n for n in self.names if n.startswith("version") and n[-32:].startswith(prefix.lower())]
            need(len(found) == 1, f"{len(found)} versions have an id that begins with {prefix!r}")
            return found[0]
        last_of_device = {self.names[name][1]: name for name in self.shown()}
        need(last_of_device, "there is no version to restore")
        return max(last_of_device.values(), key=lambda name: self.names[name][3])

    def pages(self, name, runs):
        """The pages in the object of a version, with their numbers [5]."""
        numbers = (number for first, length in runs for number in range(first, first + length))
        total = sum(length for _, length in runs)
        with reading(name), open(self.folder / name, "rb") as file:
            file.seek(len(MAGIC))
            for done in range(0, total, PER_PIECE):
                size = min(PER_PIECE, total - done) * PAGE
                piece = self.open_piece(name, done // PER_PIECE, file.read(size + TAG))
                yield from ((next(numbers), piece[at:at + PAGE]) for at in range(0, size, PAGE))

    def restore(self, name, to):
        """Restore a version into the empty directory `to` [5.1]."""
        chain, step, head = {}, name, bytearray()
        while step is not None:
            need(step not in chain, f"{step}: versions build on each other in a circle")
            chain[step] = self.manifest(step)
            step = chain[step]["parent"]
        with reading(name):
            keys, digest = chain[name]["keys"].encode(), chain[name]["blake3"]
            for place, text in chain[name]["head"]:
                end = place + len(data := bytes.fromhex(text))
                need(0 <= place <= end <= MAX_HEAD, "its head is out of bounds")
                head.extend(bytes(max(0, end - len(head))))
                head[place:end] = data
        to.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".restore-", dir=to) as work:
            need(len(os.listdir(to)) == 1, f"{to}: not empty")
            with open(Path(work, "ledger.db"), "wb") as out:
                for step in reversed(chain):
                    for number, page in self.pages(step, chain[step]["pages"]):
                        out.seek((number - 1) * PAGE)
                        out.write(page)
                out.truncate(chain[name]["page_count"] * PAGE)
            found = blake3(max_threads=blake3.AUTO).update_mmap(Path(work, "ledger.db")).hexdigest()
            need(found == digest, f"{name}: what it restores to has another digest")
            Path(work, "keys.json").write_bytes(keys)
            Path(work, "head").write_bytes(head)
            for file in "keys.json", "head", "ledger.db":
                Path(work, file).rename(to / file)
        print(f"{digest}  {to / 'ledger.db'}\nrestored {name}")
        if chain[name]["keys"] != self.keys:
            print("it opens with the passphrase that the ledger had then", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description="Restore a LukaLibre ledger from its backup.")
    parser.add_argument("repository", type=Path, metavar="REPOSITORY_DIR")
    parser.add_argument("id", nargs="?", metavar="ID-PREFIX", help="which version; else the newest")
    parser.add_argument("--to", type=Path, metavar="DIR", help="an empty or new directory")
    parser.add_argument("--list", action="store_true", help="list the versions (also without --to)")
    parser.add_argument("--recovery-code", action="store_true", help="ask for it, not the passphrase")
    args = parser.parse_args()
    if args.list and args.to or args.id and not args.to:
        parser.error("give --list, or --to DIR and perhaps ID-PREFIX")
    os.umask(0o077)
    warnings.simplefilter("error", getpass.GetPassWarning)  # rather no answer than an echo
    try:
        need(not (args.to and args.to.exists() and os.listdir(args.to)), f"{args.to}: not empty")
        if args.recovery_code:
            kind, secret = "recovery", recovery_secret(getpass.getpass("Recovery code: "))
        else:
            secret = os.environ.get("LUKA_PASSPHRASE") or getpass.getpass("Passphrase: ")
            kind, secret = "passphrase", os.fsencode(secret)
        repository = Repository(args.repository, kind, secret)
        if args.to:
            repository.restore(repository.choose(args.id), args.to)
        else:
            repository.list()
    except (Refused, OSError, EOFError, getpass.GetPassWarning) as error:
        sys.exit(f"restore.py: {error}")


if __name__ == "__main__":
    main()
