"""Runs a command and prints what it and all it started took, as JSON: seconds of wall clock, seconds of processors, and the
bytes of the largest process. Node counts its own alone."""

import ctypes
import json
import os
import resource
import subprocess
import sys
import time

PR_SET_CHILD_SUBREAPER = 36

# Linux: what the command leaves behind becomes our child, and counts.
ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
start = time.monotonic()
status = subprocess.run(sys.argv[1:], stdout=sys.stderr).returncode
try:
    while True:
        os.wait()
except ChildProcessError:
    pass
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({
    "wall": time.monotonic() - start,
    "cpu": used.ru_utime + used.ru_stime,
    "memory": used.ru_maxrss * 1024,
}))
sys.exit(status)
