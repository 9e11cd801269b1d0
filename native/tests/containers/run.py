# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 Gantry contributors
"""Runs the container tests: run.py GANTRY_LAUNCH GANTRY_TESTINIT [part of a test's name]. Needs root."""
import os
import sys
import time
import traceback

import fixture
import test_exec
import test_life
import test_security
import test_setup
import test_streams

MODULES = (test_life, test_setup, test_streams, test_exec, test_security)


def main():
    binary, payload = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    wanted = sys.argv[3] if len(sys.argv) > 3 else ''
    tests = [(m.__name__ + '.' + n, f) for m in MODULES for n, f in vars(m).items() if n.startswith('test_') and callable(f)]
    tests = [t for t in tests if wanted in t[0]]
    if os.geteuid() != 0:
        print('skipped: starting containers needs root')
        print('0 passed, 0 failed, %d skipped' % len(tests))
        return 0
    passed = failed = skipped = 0
    world = fixture.World(binary, payload)
    for name, test in tests:
        begin = time.monotonic()
        try:
            test(world)
            passed += 1
        except fixture.Skip as e:
            skipped += 1
            print('skipped %s: %s' % (name, e))
        except Exception:
            failed += 1
            print('FAILED %s' % name)
            traceback.print_exc(file=sys.stdout)
        took = time.monotonic() - begin
        if took > 2:
            print('%s took %.1f s' % (name, took))
    try:
        world.close()
    except AssertionError:
        failed += 1
        traceback.print_exc(file=sys.stdout)
    print('%d passed, %d failed, %d skipped' % (passed, failed, skipped))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
