// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.linux;

/** An open file descriptor that this object owns. Not for use by several threads at once. */
public final class Fd implements AutoCloseable {
    private int number;

    /** Takes ownership of a descriptor. */
    public Fd(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("not a descriptor: " + number);
        }
        this.number = number;
    }

    /** @throws IllegalStateException when closed */
    public int number() {
        if (number < 0) {
            throw new IllegalStateException("the descriptor is closed");
        }
        return number;
    }

    /** Path by which calls without an {@code at} form reach the same file: proc(5), /proc/self/fd. */
    public String procPath() {
        return "/proc/self/fd/" + number();
    }

    /** Closes once. Linux has freed the number even where close(2) reports an error, so nothing is reported or repeated. */
    @Override
    public void close() {
        int open = number;
        number = -1;
        if (open >= 0) {
            LibC.close(open);
        }
    }

    @Override
    public String toString() {
        return "fd " + number;
    }
}
