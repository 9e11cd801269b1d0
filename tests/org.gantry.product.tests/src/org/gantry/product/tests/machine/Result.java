// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.product.tests.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * How a command ended.
 *
 * @param words what was run
 * @param exit status as a shell tells it
 * @param out standard output
 * @param err standard error
 */
public record Result(String words, int exit, String out, String err) {
    /** Fails the test unless the command ended with this status. */
    public Result expect(int status) {
        assertEquals(status, exit, this::toString);
        return this;
    }

    /** Standard output without surrounding blanks, of a command that must have succeeded. */
    public String text() {
        return expect(0).out.strip();
    }

    /** Standard error without surrounding blanks. */
    public String complaint() {
        return err.strip();
    }

    @Override
    public String toString() {
        return words + "\nended with " + exit + "\nout: " + out + "\nerr: " + err;
    }
}
