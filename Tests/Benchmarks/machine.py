"""What the numbers were measured on."""

import os
import statistics
import time


def describe(folder: str) -> list[str]:
    """The machine in a few lines; `folder` is where the database files are."""
    return [
        f"{_processor()}, {len(os.sched_getaffinity(0))} cores, {_memory_gigabytes():.0f} GB, Linux {os.uname().release}",
        f"database files on {_filesystem(folder)}, a 4 KB write and fdatasync takes {_sync_microseconds(folder):.0f} µs (median of 200)",
    ]


def _processor() -> str:
    for line in open("/proc/cpuinfo"):
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return os.uname().machine


def _memory_gigabytes() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def _filesystem(folder: str) -> str:
    """Type of the file system: the mount with the longest path above the folder."""
    path = os.path.realpath(folder) + "/"
    mounts = [line.split()[1:3] for line in open("/proc/mounts")]
    above = [(point, kind) for point, kind in mounts if path.startswith(point.rstrip("/") + "/")]
    return max(above, key=lambda mount: len(mount[0]))[1]


def _sync_microseconds(folder: str) -> float:
    path = os.path.join(folder, "sync-probe")
    file = os.open(path, os.O_CREAT | os.O_WRONLY, 0o600)
    times = []
    for number in range(200):
        start = time.perf_counter()
        os.pwrite(file, b"x" * 4096, number * 4096)
        os.fdatasync(file)
        times.append((time.perf_counter() - start) * 1e6)
    os.close(file)
    os.unlink(path)
    return statistics.median(times)
