// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.look.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.junit.jupiter.api.Test;

class FailureTest {
    @Test
    void takesWhatTheEngineSays() {
        Failure failure = Failure.of(new EngineException(ErrorKind.CONFLICT, "Cannot remove web", "it runs", "stop it first"),
                "Cannot");
        assertEquals("Cannot remove web: it runs; stop it first", failure.sentence());
        assertTrue(failure.is(ErrorKind.CONFLICT));
    }

    @Test
    void saysWhatWasTriedWhereTheExceptionDoesNot() {
        assertEquals("Cannot open x.tar: no such file", Failure.of(new IOException("no such file"), "Cannot open x.tar")
                .sentence());
        assertEquals("Cannot open x.tar: IOException", Failure.of(new IOException(), "Cannot open x.tar").sentence());
    }
}
