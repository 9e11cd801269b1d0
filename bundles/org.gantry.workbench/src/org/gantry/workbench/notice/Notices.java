// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.notice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.swt.widgets.Control;

/** What the window has to tell at the moment; the newest is shown, the others wait behind it. UI thread. */
public final class Notices {
    private final List<Notice> waiting = new ArrayList<>();
    private final Set<Runnable> followers = new LinkedHashSet<>();

    /** Tells of something, instead of an older notice of the same topic. */
    public void show(Notice notice) {
        waiting.removeIf(other -> other.topic().equals(notice.topic()));
        waiting.add(notice);
        tell();
    }

    /** Takes back what was told of a topic. */
    public void clear(String topic) {
        if (waiting.removeIf(notice -> notice.topic().equals(topic))) {
            tell();
        }
    }

    /** The one to show. */
    public Optional<Notice> current() {
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.get(waiting.size() - 1));
    }

    /** Calls now and after each change, until the owner is disposed. */
    public void follow(Control owner, Runnable follower) {
        followers.add(follower);
        owner.addDisposeListener(event -> followers.remove(follower));
        follower.run();
    }

    private void tell() {
        List.copyOf(followers).forEach(Runnable::run);
    }
}
