// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.image.ImageDetails;
import org.gantry.engine.api.image.LoadedImages;
import org.gantry.engine.layer.ScratchFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StarterImageTest {
    @RegisterExtension
    final ScratchFolder folder = new ScratchFolder();

    @BeforeEach
    void needsBusybox() {
        assumeTrue(Files.exists(StarterImage.BUSYBOX), "no /bin/busybox here: install busybox-static");
        assumeTrue("root".equals(System.getProperty("user.name")), "owners of files can be set by root only");
    }

    @Test
    void isAnImageThatRunsAShell() throws Exception {
        try (ScratchImages scratch = new ScratchImages(folder.path())) {
            LoadedImages loaded = scratch.images.makeStarter().await();
            assertEquals(List.of("gantry/starter:latest"), loaded.tags());
            ImageDetails details = scratch.images.inspect("gantry/starter");
            assertEquals(List.of("/bin/sh"), details.config().command());
            assertTrue(details.config().env().get(0).startsWith("PATH="));
            assertEquals("linux", details.summary().platform().os());
            Path content = scratch.content(0, loaded.ids().get(0));
            assertTrue(Files.isExecutable(content.resolve("bin/busybox")));
            assertEquals(Path.of("/bin/busybox"), Files.readSymbolicLink(content.resolve("bin/sh")));
            assertTrue(Files.readString(content.resolve("etc/passwd")).startsWith("root:x:0:0:"));
            assertEquals(01777, (int) Files.getAttribute(content.resolve("tmp"), "unix:mode") & 07777);
            assertEquals(0700, (int) Files.getAttribute(content.resolve("root"), "unix:mode") & 07777);
        }
    }

    @Test
    void isTheSameEachTime() throws Exception {
        try (ScratchImages scratch = new ScratchImages(folder.path())) {
            LoadedImages first = scratch.images.makeStarter().await();
            var before = scratch.everything();
            assertEquals(first, scratch.images.makeStarter().await());
            assertEquals(before, scratch.everything());
        }
    }

    @Test
    void namesThePackageThatIsMissing() throws Exception {
        Path none = folder.resolve("busybox");
        EngineException missing = assertThrows(EngineException.class, () -> new StarterImage(none).source());
        assertEquals(ErrorKind.NOT_FOUND, missing.kind());
        assertTrue(missing.getMessage().contains("busybox-static"));
        Files.copy(Path.of(ProcessHandle.current().info().command().orElseThrow()), none);
        EngineException dynamic = assertThrows(EngineException.class, () -> new StarterImage(none).source());
        assertTrue(dynamic.getMessage().contains("shared libraries"), dynamic.getMessage());
        assertFalse(ElfProgram.isStatic(new byte[10]));
    }
}
