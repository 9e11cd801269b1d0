# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 Gantry contributors
"""check.py ROOT [--report FILE]: the checks of releng/verify that need no build.

Each prints what it found, with file and line; the last line is `N passed, N failed`. Exit status 1 if one failed.
"""
import subprocess
import sys
from pathlib import Path

import arrows
import layout
import traces

CHECKS = [
    ('arrows between bundles', arrows.bundles),
    ('arrows between packages of the engine', arrows.packages),
    ('names of packages', arrows.names),
    ('layout of source files', layout.sources),
    ('traces of one machine', traces.machine),
    ('addresses of registries', traces.registries),
    ('unfinished work', traces.unfinished),
]


def files(root):
    """What git has or would take, so that nothing generated is looked at."""
    listed = subprocess.run(['git', '-C', str(root), 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
                            check=True, capture_output=True, text=True).stdout
    return [root / name for name in listed.split('\0') if name and (root / name).is_file()]


def main(root, report=None):
    root = Path(root).resolve()
    tree = files(root)
    failed = 0
    for name, check in CHECKS:
        found = list(check(root, tree))
        for where, what in found:
            where = where.relative_to(root) if isinstance(where, Path) else where
            print(f'{where}: {what}')
        failed += bool(found)
        print(f"{'failed' if found else 'passed'}  check: {name}", flush=True)
    summary = f'{len(CHECKS) - failed} passed, {failed} failed'
    print(summary)
    status = 1 if failed else 0
    if report:
        Path(report).write_text(f'{summary}\nexit status {status}\n')
    return status


if __name__ == '__main__':
    arguments = [argument for argument in sys.argv[1:] if argument != '--report']
    sys.exit(main(*arguments))
