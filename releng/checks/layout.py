# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 Gantry contributors
"""How a source file looks. The compiler finds unused imports and the like; this finds what it does not look at."""
import re

HEADER = ('SPDX-License-Identifier: EPL-2.0', 'Copyright (c) 2026 Gantry contributors')
HEADED = {'.java', '.c', '.h', '.py', '.sh', '.css', '.xml', '.product', '.target'}
TEXT = HEADED | {'.MF', '.e4xmi', '.md', '.properties', '.txt', '.svg'}
# Rows of constants and of protocol fields stay readable where they stand in one line, so C and Python may be wider.
WIDEST = {'.java': 140, '.c': 160, '.h': 160, '.py': 160}
LONGEST = 400
NO_BRACES = re.compile(r'^\s*(?:\} else )?(?:if|for|while) \(.*\)(?: [^{]*[;)])?$|^\s*(?:\} )?else(?: [^{]*;)?$')


def sources(_root, tree):
    for path in tree:
        if path.suffix in TEXT or path.name in ('Makefile', 'run', 'verify', 'java') or path.name.startswith('.') and path.suffix == '':
            yield from ((path, what) for what in faults(path))


def faults(path):
    text = path.read_text()
    lines = text.split('\n')
    if path.suffix in HEADED:
        yield from header(path, lines)
    if text and not text.endswith('\n'):
        yield f'{len(lines)}: the last line does not end'
    if text.endswith('\n\n'):
        yield f'{len(lines) - 1}: an empty line at the end'
    for number, line in enumerate(lines, 1):
        if line != line.rstrip() and path.suffix not in ('.md', '.MF'):
            yield f'{number}: a space at the end of a line'
        if '\r' in line:
            yield f'{number}: a carriage return'
    if path.suffix in WIDEST:
        yield from code(lines, WIDEST[path.suffix])
    if path.suffix == '.java':
        yield from java(lines)


def header(path, lines):
    top = '\n'.join(lines[:6])
    if path.suffix in ('.java', '.c', '.h'):
        if lines[:2] != [f'// {line}' for line in HEADER]:
            yield '1: the two header lines are missing'
    elif not all(line in top for line in HEADER):
        yield '1: the two header lines are missing'


def code(lines, widest):
    if len(lines) > LONGEST + 1:
        yield f'{len(lines)}: {len(lines) - 1} lines, more than {LONGEST}: it has more than one reason to change'
    for number, line in enumerate(lines, 1):
        if '\t' in line:
            yield f'{number}: a tab'
        if len(line) > widest:
            yield f'{number}: {len(line)} columns, more than {widest}'


def java(lines):
    for number, line in enumerate(lines, 1):
        if re.match(r'import (static )?[\w.]+\.\*;', line):
            yield f'{number}: a wildcard import'
        following = lines[number].strip() if number < len(lines) else ''
        if NO_BRACES.match(line) and not following.startswith(('&&', '||', '.', '?', ':', '+', '{')) and not line.startswith('    } while'):
            yield f'{number}: no braces'
