# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 Gantry contributors
"""Who may know whom. The tables in CONTRIBUTING.md are the rule; manifests and sources are held against them."""
import re

BUNDLES = 'Allowed arrows between bundles'
PACKAGES = 'Allowed arrows between packages of the engine'
ROOMS = {'util', 'utils', 'common', 'helper', 'helpers', 'manager', 'managers', 'impl'}
ENGINE = 'org.gantry.engine'


def table(root, heading):
    """Rows `| from | to, to |` under a heading: a map from each name to the set of names it may use."""
    section = re.search(rf'^#+ {heading}\n(.*?)(?=^#|\Z)', (root / 'CONTRIBUTING.md').read_text(), re.MULTILINE | re.DOTALL)
    rows = re.findall(r'^\| `([^`]+)` \|([^|]*)\|', section.group(1), re.MULTILINE)
    return {name: set(re.findall(r'`([^`]+)`', uses)) for name, uses in rows}


def cycle(allowed):
    """Names that reach themselves by allowed arrows."""
    def reached(name, seen):
        for other in allowed.get(name, ()):
            if other not in seen:
                seen.add(other)
                reached(other, seen)
        return seen
    return sorted(name for name in allowed if name in reached(name, set()))


def headers(manifest):
    """A manifest as a map, continuation lines joined."""
    lines = manifest.read_text().replace('\n ', '').splitlines()
    return dict(line.split(': ', 1) for line in lines if ': ' in line)


def required(manifest, bundles):
    """Our bundles that a manifest requires, or whose packages it imports."""
    named = headers(manifest)
    unquoted = re.sub(r'"[^"]*"', '', f"{named.get('Require-Bundle', '')},{named.get('Import-Package', '')}")
    for clause in unquoted.split(','):
        name = clause.split(';')[0].strip()
        owners = [bundle for bundle in bundles if name == bundle or name.startswith(bundle + '.')]
        if owners:
            yield max(owners, key=len)


def bundles(root, _tree):
    allowed = table(root, BUNDLES)
    manifests = {path.parent.parent.name: path for path in root.glob('bundles/*/META-INF/MANIFEST.MF')}
    for name in cycle(allowed):
        yield root / 'CONTRIBUTING.md', f'the allowed arrows lead from {name} back to it'
    for name in sorted(set(allowed) ^ set(manifests)):
        yield root / 'CONTRIBUTING.md', f'{name} stands in the table or in bundles/, but not in both'
    for name, manifest in sorted(manifests.items()):
        for other in sorted(set(required(manifest, manifests)) - allowed.get(name, set()) - {name}):
            yield manifest, f'{name} may not use {other}'
    if 'Export-Package' in headers(manifests[ENGINE]):
        yield manifests[ENGINE], 'the engine exports nothing: it is reached as a service'


def packages(root, _tree):
    allowed = table(root, PACKAGES)
    source = root / 'bundles' / ENGINE / 'src' / 'org' / 'gantry' / 'engine'
    for name in cycle(allowed):
        yield root / 'CONTRIBUTING.md', f'the allowed arrows lead from {name} back to it'
    for name in sorted(set(allowed) - {'(top)'} - {path.name for path in source.iterdir()}):
        yield root / 'CONTRIBUTING.md', f'the table has {name}, the engine does not'
    for path in sorted(source.rglob('*.java')):
        name = path.relative_to(source).parts[0] if path.parent != source else '(top)'
        if name not in allowed:
            yield path, f'package {name} has no row in the table of CONTRIBUTING.md'
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if line.startswith('package '):
                continue
            used = set(re.findall(r'\borg\.gantry\.engine\.([a-z]\w*)', line)) - {name, 'api'}
            used |= {'com.sun.jna'} if 'com.sun.jna' in line else set()
            for other in sorted(used - allowed[name]):
                yield path, f'{number}: package {name} may not use {other}'


def names(root, tree):
    for path in tree:
        if path.suffix == '.java':
            for room in ROOMS.intersection(path.relative_to(root).parts):
                yield path, f'a package named {room} says nothing about what is in it'
