# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 Gantry contributors
"""Times starts and streams: bench.py GANTRY_LAUNCH GANTRY_TESTINIT [RUNS]. Prints medians; needs root."""
import os
import statistics
import sys
import time

import fixture
import launch
from fixture import remove_cgroups


def main():
    world = fixture.World(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]))
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 50
    created, started, exited, execs = [], [], [], []
    for _ in range(runs):
        p = world.plan('true')
        folders = world.cgroup(p, 'memory', 'cpu', 'pids', 'freezer', 'devices')
        encoded = p.encode()
        t0 = time.perf_counter()
        c = world.spawner.connect()
        c.send(launch.START, encoded)
        c.send(launch.GO)
        c.expect(launch.CREATED)
        t1 = time.perf_counter()
        c.expect(launch.STARTED)
        t2 = time.perf_counter()
        assert c.exit() == (0, 0)
        t3 = time.perf_counter()
        created.append(t1 - t0)
        started.append(t2 - t0)
        exited.append(t3 - t0)
        c.close()
        remove_cgroups(folders)
    print('start of true, 5 cgroups: created %.2f, started %.2f, exited %.2f ms' % tuple(1e3 * statistics.median(x) for x in (created, started, exited)))

    c = world.start(world.plan('sleep', '100'))
    for i in range(runs):
        t0 = time.perf_counter()
        x = c.exec(world.exec_plan('e%d' % i, 'true'))
        x.streams()
        execs.append(time.perf_counter() - t0)
        x.close()
    print('exec of true: %.2f ms' % (1e3 * statistics.median(execs)))
    status = open('/proc/%d/smaps_rollup' % c.shim).read().split('\n')
    print('shim: ' + ', '.join(' '.join(s.split()) for s in status if s.startswith(('Rss', 'Pss:', 'Private_Dirty'))))
    c.signal(9)
    c.exit()

    for what, argv in (('lines of 100', ('lines', '2000000', '99')), ('all byte values', ('write-bytes', '200000000'))):
        p = world.plan(*argv)
        t0 = time.perf_counter()
        c = world.start(p)
        c.exit()
        took = time.perf_counter() - t0
        print('200 MB of %s to the log: %.0f MB/s (%d MB of JSON)' % (what, 200 / took, os.path.getsize(p.log_path) / 1e6))
        os.unlink(p.log_path)
    p = world.plan('write-bytes', '200000000').without(52)
    t0 = time.perf_counter()
    c = world.start(p, lambda c: c.attach())
    n = 0
    while True:
        kind, payload = c.early.receive()
        if kind == launch.END:
            break
        n += len(payload)
    print('200 MB attached, no log: %.0f MB/s' % (n / 1e6 / (time.perf_counter() - t0)))
    world.close()


if __name__ == '__main__':
    main()
