// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {
    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @CsvSource({"debian, docker.io/library/debian:latest, debian:latest", "debian:12, docker.io/library/debian:12, debian:12",
            "user/app, docker.io/user/app:latest, user/app:latest",
            "docker.io/debian, docker.io/library/debian:latest, debian:latest",
            "index.docker.io/library/debian:1, docker.io/library/debian:1, debian:1",
            "localhost/app, localhost/app:latest, localhost/app:latest",
            "localhost:5000/app:2, localhost:5000/app:2, localhost:5000/app:2",
            "reg.example/a/b/c:T_1.x-y, reg.example/a/b/c:T_1.x-y, reg.example/a/b/c:T_1.x-y",
            "[::1]:5000/x, [::1]:5000/x:latest, [::1]:5000/x:latest",
            "a__b--c/d.e, docker.io/a__b--c/d.e:latest, a__b--c/d.e:latest",
            "REG/x, REG/x:latest, REG/x:latest"})
    void readsWhatPeopleWrite(String text, String full, String familiar) {
        ImageReference reference = ImageReference.parse(text);
        assertEquals(full, reference.toString());
        assertEquals(familiar, reference.familiar());
        assertEquals(reference, ImageReference.parse(full));
        assertEquals(reference, ImageReference.parse(familiar));
    }

    @Test
    void readsDigests() {
        ImageReference reference = ImageReference.parse("debian@" + DIGEST);
        assertEquals("", reference.tag());
        assertEquals(DIGEST, reference.digest().toString());
        assertEquals("docker.io/library/debian@" + DIGEST, reference.toString());
        assertEquals("debian:12@" + DIGEST, ImageReference.parse("debian:12@" + DIGEST).familiar());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "a:", ":a", "Debian", "user/App", "a//b", "/a", "a/", "a b", "a:b:c", "a@sha256:12", "a@md5:00",
            "a..b", "a___b", "-a", "a-", "reg.example:port/a", "reg_x.y/a", "../etc", "a/../b", "a:.x", "ü", "a\n", "http://x/y",
            "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"})
    void refusesWhatIsNone(String text) {
        EngineException refused = assertThrows(EngineException.class, () -> ImageReference.parse(text));
        assertEquals(ErrorKind.INVALID_PARAMETER, refused.kind());
        assertTrue(refused.getMessage().contains("invalid reference format"), refused.getMessage());
    }

    @Test
    void boundsLengthsAndDoesNotBacktrackForEver() {
        assertThrows(EngineException.class, () -> ImageReference.parse("a".repeat(250)));
        assertThrows(EngineException.class, () -> ImageReference.parse("a:" + "t".repeat(129)));
        assertThrows(EngineException.class, () -> ImageReference.parse("a-".repeat(100_000) + "!"));
        assertTrue(assertThrows(EngineException.class, () -> ImageReference.parse("Debian")).getMessage()
                .contains("repository name must be lowercase"));
    }
}
