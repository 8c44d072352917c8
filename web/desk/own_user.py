"""Whether whoever asks is the user of this machine who serves the page, and not another one.

Everyone on a machine can connect to its loopback addresses. Linux tells whose socket is at the other end (proc(5),
/proc/net/tcp); where nothing tells it, as on macOS, all users of the machine count as its owner.
"""

import os
import socket
import struct
from collections.abc import Iterator
from pathlib import Path

from flask import g, request

TABLES = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))
ESTABLISHED = "01"
NO_SOCKET = "0"
"""The inode of a connection that its process has closed, whose user is not told any more."""


def is_own_user() -> bool:
    """Whether this request was sent by a process of the user who serves the page, as it was told once for it."""
    if "is_own_user" not in g:
        server = request.environ.get("SERVER_PORT")
        g.is_own_user = is_sent_by(request.remote_addr, request.environ.get("REMOTE_PORT"), server, os.getuid())
    return bool(g.is_own_user)


def is_sent_by(address: str | None, port: str | None, server_port: str | None, user: int) -> bool:
    """Whether the socket with this address and port that is connected to a port of a server belongs to this user.

    True where nothing tells whose it is. Sockets of several users may have one address and port, if the other ends of
    their connections differ.
    """
    if not address or not port or not server_port or not TABLES[0].is_file():
        return True
    ends = {f"{each}:{int(port):04X}" for each in written_addresses(address)}
    ending = f":{int(server_port):04X}"
    users = {owner for own, other, owner in connections() if own in ends and other.endswith(ending)}
    return users == {user}


def connections() -> Iterator[tuple[str, str, int]]:
    """The two ends of each connection, its own and the other, as the kernel writes them, and the number of its user."""
    for table in TABLES:
        try:
            lines = table.read_text("ascii").splitlines()[1:]
        except OSError:  # no IPv6 on this machine
            continue
        for line in lines:
            _, own, other, state, _, _, _, owner, _, inode, *_ = line.split()
            if state == ESTABLISHED and inode != NO_SOCKET:
                yield own, other, int(owner)


def written_addresses(address: str) -> set[str]:
    """An address as the kernel writes it, of both kinds where it is of IPv4: words of 32 bits as they lie in memory."""
    if ":" in address:
        return {in_words(socket.inet_pton(socket.AF_INET6, address.partition("%")[0]))}
    packed = socket.inet_aton(address)
    return {in_words(packed), in_words(b"\0" * 10 + b"\xff\xff" + packed)}


def in_words(packed: bytes) -> str:
    """Bytes of an address in words of the machine's own order, as hexadecimal numbers."""
    return "".join(f"{word:08X}" for word in struct.unpack(f"={len(packed) // 4}I", packed))
