// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.images.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class InstructionTest {
    @Test
    void readsTheClassicBuilder() {
        assertEquals("CMD [\"bash\"]", text("/bin/sh -c #(nop)  CMD [\"bash\"]"));
        assertEquals("ADD file:51c1e7f8… → /",
                text("/bin/sh -c #(nop) ADD file:51c1e7f8a9b0e34d51c1e7f8a9b0e34d51c1e7f8a9b0e34d51c1e7f8a9b0e34d in / "));
        assertEquals("RUN apt-get update", text("/bin/sh -c apt-get update"));
        assertEquals("RUN make", text("|2 VERSION=2 TARGET=a /bin/sh -c make"));
    }

    @Test
    void readsBuildKit() {
        assertEquals("RUN apt-get update", text("RUN /bin/sh -c apt-get update # buildkit"));
        assertEquals("RUN make", text("RUN |1 VERSION=2 /bin/sh -c make # buildkit"));
        assertEquals("COPY /out /usr/bin", text("COPY /out /usr/bin # buildkit"));
        assertEquals("EXPOSE 80/tcp 443/tcp", text("EXPOSE map[80/tcp:{} 443/tcp:{}]"));
        assertEquals("ENV PORT=8080", text("ENV PORT=8080"));
    }

    @Test
    void leavesOtherTextsAlone() {
        Instruction other = Instruction.of("gantry: static busybox of this machine");
        assertEquals("", other.keyword());
        assertEquals("gantry: static busybox of this machine", other.rest());
        assertEquals("", text(""));
    }

    @Test
    void keepsEverythingOnOneHarmlessLine() {
        assertEquals("RUN a; b", text("RUN a;\n\t\u001b b"));
    }

    private static String text(String createdBy) {
        return Instruction.of(createdBy).text();
    }
}
