# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 Gantry contributors
"""count.py ROOT CHECKS STATUS: adds up checks, Java tests, native tests and the build's exit status, and prints the closing line."""
import re
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

SUMMARY = re.compile(r'^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$', re.MULTILINE)


def java(report):
    """Results of one surefire report; says what failed, and why what was skipped."""
    passed = failed = skipped = 0
    for case in xml.parse(report).getroot().iter('testcase'):
        name = f"{case.get('classname')}.{case.get('name')}"
        trouble = case.find('failure') if case.find('failure') is not None else case.find('error')
        if trouble is not None:
            failed += 1
            print(f"failed  {name}: {first_line(trouble)}")
        elif case.find('skipped') is not None:
            skipped += 1
            print(f"skipped {name}: {first_line(case.find('skipped'))}")
        else:
            passed += 1
    return passed, failed, skipped


def first_line(element):
    text = element.get('message') or element.text or 'no reason given'
    return text.strip().splitlines()[0] if text.strip() else 'no reason given'


def summaries(file):
    """Sum of the summary lines in a text that ends with the exit status of what wrote it."""
    text = file.read_text() if file.exists() else ''
    passed, failed, skipped = (sum(int(line[i] or 0) for line in SUMMARY.findall(text)) for i in range(3))
    if failed == 0 and not text.endswith('exit status 0\n'):
        print(f'failed  {file.name}: its tests did not run to their end')
        failed = 1
    return passed, failed, skipped


def main(root, checks, status):
    results = [summaries(Path(checks)), summaries(Path(root, 'native/target/test.log'))]
    reports = sorted(Path(root).glob('*/*/target/surefire-reports/TEST-*.xml'))
    results += [java(report) for report in reports]
    passed, failed, skipped = (sum(column) for column in zip(*results))
    if status != '0':
        print('failed  the build itself: see its messages above')
        failed += 1
    print(f'{passed} passed, {failed} failed, {skipped} skipped')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
