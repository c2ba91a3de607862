"""Writes files and syncs them, one after another, and says each one's number once it is safe on the disk.

writer.py write FOLDER    until it is killed
writer.py check FOLDER N  exit 0 when the files 0 to N are there with the content that was written
"""

import hashlib
import os
import sys
import time


def content(number):
    seed = hashlib.sha256(str(number).encode()).digest()
    return seed * 4096  # 128 KiB


def path(folder, number):
    return os.path.join(folder, str(number))


def write(folder):
    os.makedirs(folder, exist_ok=True)
    number = 0
    while True:
        with open(path(folder, number), "wb") as file:
            file.write(content(number))
            file.flush()
            os.fsync(file.fileno())
        descriptor = os.open(folder, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)
        print(number, flush=True)
        number += 1
        time.sleep(0.2)  # the server is slow: it has other work to do


def check(folder, last):
    for number in range(last + 1):
        with open(path(folder, number), "rb") as file:
            if file.read() != content(number):
                sys.exit(f"{number} has other content than was written")


if sys.argv[1] == "write":
    write(sys.argv[2])
else:
    check(sys.argv[2], int(sys.argv[3]))
