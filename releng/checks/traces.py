# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 Gantry contributors
"""What must not stand in the repository: paths of one machine, hosts of package registries, words of unfinished work."""
import re

# Written in pieces, so that this file does not find itself.
MACHINE = re.compile(r'/wo' r'rk/|/ro' r'ot/\.')
REGISTRY = re.compile(r'https?://[A-Za-z0-9.-]*(?:mav' r'en|npm' r'js|deb' r'ian|regis' r'try\.)[A-Za-z0-9.-]*')
NAMESPACE = re.compile(r'http://mav' r'en\.apache\.org/(?:POM|xsd|SETTINGS|EXTENSIONS)')
UNFINISHED = re.compile(r'\bTO' r'DO\b|\bFIX' r'ME\b|[Nn]ot (?:yet )?implemented')
REFUSED = re.compile(r'UnsupportedOperation' r'Exception')


def machine(_root, tree):
    return lines(tree, lambda line: MACHINE.search(line))


def registries(_root, tree):
    return lines(tree, lambda line: REGISTRY.search(NAMESPACE.sub('', line)))


def unfinished(_root, tree):
    yield from lines([path for path in tree if path.suffix in ('.java', '.c', '.h')], lambda line: UNFINISHED.search(line))
    # What stands in for a part in a test may refuse calls that the test does not make; the product may not.
    product = [path for path in tree if path.suffix == '.java' and 'src' in path.parts and 'bundles' in path.parts]
    yield from lines(product, lambda line: REFUSED.search(line))


def lines(tree, found):
    for path in tree:
        try:
            text = path.read_text()
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            match = found(line)
            if match:
                yield path, f'{number}: {match.group(0)}'
