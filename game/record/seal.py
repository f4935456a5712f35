"""The seal of an installation: the private key with which it signs the end of each record, and how that is told."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from game.private import write_whole

from .trouble import cause

FILE = "seal.key"
"""In the data folder: the 32 bytes of an Ed25519 key, for nobody's eyes but the user's."""
_PURPOSE = b"Second Look, the end of a record\n"
"""Comes before what is signed, so that no signature made for something else can be passed off as one of these."""


class Unsealable(Exception):
    """There is no key to seal with; the text says why, within a sentence."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What an installation signs with; `public`, in hexadecimal digits, is what others know it by."""

    key: Ed25519PrivateKey

    @property
    def public(self) -> str:
        """The public key, 64 digits."""
        return self.key.public_key().public_bytes_raw().hex()

    def sign(self, content: bytes) -> str:
        """The signature of this content, 128 digits."""
        return self.key.sign(_PURPOSE + content).hex()


def is_signed(content: bytes, signature: str, public: str) -> bool:
    """Whether this is the signature of the content by whoever has this public key."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(bytes.fromhex(signature), _PURPOSE + content)
    except (InvalidSignature, ValueError):
        return False
    return True


def take_seal(home: Path) -> Seal:
    """The seal of the installation with this data folder; it is made where there is none. Raises Unsealable."""
    path = home / FILE
    try:
        if not path.exists():
            with suppress(FileExistsError):  # another program was quicker; its key stands
                write_whole(path, Ed25519PrivateKey.generate().private_bytes_raw())
        return _read(path)
    except OSError as error:
        raise Unsealable(cause(error)) from None


def known_seal(home: Path) -> str:
    """The public key of the installation with this data folder, or nothing if it has none that can be read."""
    try:
        return _read(home / FILE).public
    except (OSError, Unsealable):
        return ""


def _read(path: Path) -> Seal:
    try:
        return Seal(Ed25519PrivateKey.from_private_bytes(path.read_bytes()))
    except ValueError:
        raise Unsealable(f"the key in {path} is damaged") from None
