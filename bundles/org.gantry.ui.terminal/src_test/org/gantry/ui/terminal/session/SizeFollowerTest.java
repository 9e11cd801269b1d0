// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.gantry.engine.api.container.TerminalSize;
import org.junit.jupiter.api.Test;

class SizeFollowerTest {
    private static final TerminalSize INITIAL = new TerminalSize(80, 24);

    @Test
    void tellsOnlyTheLastOfManySizes() {
        Deque<Runnable> calls = new ArrayDeque<>();
        List<TerminalSize> told = new ArrayList<>();
        SizeFollower follower = new SizeFollower(calls::add, told::add, INITIAL);
        for (int columns = 81; columns <= 120; columns++) {
            follower.want(new TerminalSize(columns, 24));
        }
        assertEquals(1, calls.size());
        calls.poll().run();
        assertEquals(List.of(new TerminalSize(120, 24)), told);
    }

    @Test
    void tellsASizeThatComesDuringACall() {
        List<TerminalSize> told = new ArrayList<>();
        TerminalSize second = new TerminalSize(90, 30);
        SizeFollower[] follower = new SizeFollower[1];
        follower[0] = new SizeFollower(Runnable::run, size -> {
            told.add(size);
            if (told.size() == 1) {
                follower[0].want(second);
            }
        }, INITIAL);
        follower[0].want(new TerminalSize(100, 30));
        assertEquals(List.of(new TerminalSize(100, 30), second), told);
    }

    @Test
    void isSilentWhileNothingChanges() {
        List<TerminalSize> told = new ArrayList<>();
        SizeFollower follower = new SizeFollower(Runnable::run, told::add, INITIAL);
        follower.want(INITIAL);
        follower.want(new TerminalSize(80, 24));
        assertEquals(List.of(), told);
    }
}
