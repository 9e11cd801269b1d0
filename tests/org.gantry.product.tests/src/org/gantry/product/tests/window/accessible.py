# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 Gantry contributors
"""What a screen reader knows of all windows: for each line of input one list of elements, a line each, then a line with a dot.

An element is role, name, x, y, width, height, states and text, with tabs between them; depth first, only what shows.
"""
import sys

import pyatspi

STATES = [('focused', pyatspi.STATE_FOCUSED), ('sensitive', pyatspi.STATE_SENSITIVE), ('selected', pyatspi.STATE_SELECTED),
          ('checked', pyatspi.STATE_CHECKED), ('active', pyatspi.STATE_ACTIVE)]


def plain(text):
    return text.replace('\\', '\\\\').replace('\n', '\\n').replace('\t', '\\t').replace('\r', '\\r')


def extents(element):
    try:
        box = element.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        return box.x, box.y, box.width, box.height
    except NotImplementedError:
        return -1, -1, 0, 0


def text(element):
    try:
        return element.queryText().getText(0, -1)
    except NotImplementedError:
        return ''


def walk(element, out):
    states = element.getState()
    if not states.contains(pyatspi.STATE_SHOWING):
        return
    named = ' '.join(name for name, state in STATES if states.contains(state))
    out.append('\t'.join([element.getRoleName(), plain(element.name or ''), *map(str, extents(element)), named, plain(text(element))]))
    for i in range(element.childCount):
        child = element.getChildAtIndex(i)
        if child is not None:
            try:
                walk(child, out)
            except Exception:  # a widget that was disposed while it was looked at shows no more
                continue


def main():
    for _ in sys.stdin:
        out = []
        desktop = pyatspi.Registry.getDesktop(0)
        desktop.clearCache()
        for i in range(desktop.childCount):
            try:
                application = desktop.getChildAtIndex(i)
                for j in range(application.childCount if application is not None else 0):
                    walk(application.getChildAtIndex(j), out)
            except Exception:  # so does an application that ends
                continue
        print('\n'.join(out + ['.']), flush=True)


if __name__ == '__main__':
    main()
