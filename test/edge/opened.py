"""Tells on standard output, a line each, when one of these files was closed again after it was open: `write FILE` or
`read FILE`. Ends with its standard input."""
import ctypes, os, select, struct, sys

CLOSE_WRITE, CLOSE_NOWRITE = 0x08, 0x10  # inotify(7)
libc = ctypes.CDLL(None, use_errno=True)
fd = libc.inotify_init()
paths = {}
for path in sys.argv[1:]:
    watch = libc.inotify_add_watch(fd, path.encode(), CLOSE_WRITE | CLOSE_NOWRITE)
    if watch < 0:
        sys.exit(f"{path}: {os.strerror(ctypes.get_errno())}")
    paths[watch] = path
print("ready", flush=True)
while True:
    readable, _, _ = select.select([fd, 0], [], [])
    if fd in readable:
        data, at = os.read(fd, 65536), 0
        while at < len(data):
            watch, mask, _, length = struct.unpack_from("iIII", data, at)
            at += 16 + length
            print("write" if mask & CLOSE_WRITE else "read", paths.get(watch, "?"), flush=True)
    elif not os.read(0, 1):
        break
