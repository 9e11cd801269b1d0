// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.gantry.engine.api.container.TerminalSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class InputQueueTest {
    @Test
    void writesInOrderUntilClosed() throws InterruptedException {
        LocalPty cat = new LocalPty(new TerminalSize(80, 24), "sh", "-c", "stty raw -echo; echo ready; exec cat");
        String ready = "";
        while (!ready.contains("ready")) {
            ready += StandardCharsets.UTF_8.decode(cat.read());
        }
        InputQueue queue = new InputQueue();
        Thread writer = Thread.ofPlatform().start(() -> {
            try {
                queue.writeTo(cat);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertTrue(queue.offer("ab".getBytes(StandardCharsets.UTF_8)));
        assertTrue(queue.offer("cd".getBytes(StandardCharsets.UTF_8)));
        assertTrue(queue.offer("ef".getBytes(StandardCharsets.UTF_8)));
        String echoed = "";
        while (echoed.length() < 6) {
            echoed += StandardCharsets.UTF_8.decode(cat.read());
        }
        assertEquals("abcdef", echoed);
        queue.close("bye".getBytes(StandardCharsets.UTF_8));
        while (echoed.length() < 9) {
            echoed += StandardCharsets.UTF_8.decode(cat.read());
        }
        assertEquals("abcdefbye", echoed);
        writer.join();
        cat.close();
    }

    @Test
    void refusesWithoutWaitingWhenNobodyReads() {
        InputQueue queue = new InputQueue();
        byte[] answer = "\033[1;1R".getBytes(StandardCharsets.US_ASCII);
        int taken = 0;
        while (queue.offer(answer)) {
            taken++;
        }
        assertTrue(taken > 1000);
        assertTrue(taken * answer.length < InputQueue.HELD_BYTES);
        assertFalse(queue.offer(new byte[InputQueue.HELD_BYTES]));
        queue.close(new byte[0]);
        assertTrue(queue.offer(answer), "after the end bytes are dropped, not refused");
    }
}
