"""Runs a command and prints what it and all it started took, as JSON: seconds of wall clock, seconds of processors, and the
bytes of the largest process. Node counts its own alone."""

import json
import resource
import subprocess
import sys
import time

start = time.monotonic()
status = subprocess.run(sys.argv[1:], stdout=sys.stderr).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({
    "wall": time.monotonic() - start,
    "cpu": used.ru_utime + used.ru_stime,
    "memory": used.ru_maxrss * 1024,
}))
sys.exit(status)
