# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 Gantry contributors
"""Runs the container tests in a user namespace of 65,536 ids, as a rootless engine's: rootless.py GANTRY_LAUNCH GANTRY_TESTINIT [part]. Started by root."""
import os
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    if os.geteuid() != 0:
        print('skipped: writing the id maps needs root')
        return 0
    holder = subprocess.Popen(['unshare', '--user', '--mount', '--net', '--ipc', '--uts', 'sleep', '300'], stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL)
    try:
        own = os.readlink('/proc/self/ns/uts')
        for _ in range(500):
            if os.readlink('/proc/%d/ns/uts' % holder.pid) != own:
                break
            time.sleep(0.01)
        for name in ('uid_map', 'gid_map'):
            with open('/proc/%d/%s' % (holder.pid, name), 'w') as f:
                f.write('0 100000 65536')
        command = ['nsenter', '-t', str(holder.pid), '-U', '-m', '-n', '-i', '-u', '-S', '0', '-G', '0', 'python3', os.path.join(HERE, 'run.py')]
        return subprocess.run(command + [os.path.abspath(p) for p in sys.argv[1:3]] + sys.argv[3:]).returncode
    finally:
        holder.kill()
        holder.wait()


if __name__ == '__main__':
    sys.exit(main())
