// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.workbench.notice;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Control;
import org.gantry.ui.look.call.Failure;
import org.gantry.ui.look.call.FailurePresenter;

/** Where failures of the whole window meet: the newest is told in the notice strip, all of them stand in the view Problems. UI thread. */
public final class Problems implements FailurePresenter {
    private static final int MOST = 200;

    private final Deque<Problem> newestFirst = new ArrayDeque<>();
    private final Set<Runnable> followers = new LinkedHashSet<>();
    private final Notices notices;
    private final Runnable showAll;
    private int count;

    /** @param showAll brings the view Problems to the front */
    public Problems(Notices notices, Runnable showAll) {
        this.notices = notices;
        this.showAll = showAll;
    }

    @Override
    public void show(Failure failure) {
        ILog.of(Problems.class).error(failure.sentence(), failure.cause());
        newestFirst.addFirst(new Problem(++count, Instant.now(), failure));
        if (newestFirst.size() > MOST) {
            newestFirst.removeLast();
        }
        notices.show(Notice.of(failure, new Notice.Offer("All Problems", showAll)));
        tell();
    }

    public List<Problem> newestFirst() {
        return List.copyOf(newestFirst);
    }

    public void clear() {
        newestFirst.clear();
        tell();
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
