// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.gantry.engine.api.container.HostSpec;
import org.gantry.engine.api.container.MountSpec;
import org.gantry.engine.api.container.SecuritySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ContainerFilesTest {
    private TestEngine engine;

    @BeforeEach
    void open() throws Exception {
        NativePrograms.assumeContainersRun();
        engine = TestEngine.open(Files.createTempDirectory("gantry-files"));
    }

    @AfterEach
    void destroy() throws Exception {
        if (engine != null) {
            engine.destroy();
        }
    }

    @Test
    void aRunThatWritesNothingChangesNothing() throws Exception {
        engine.run(TestEngine.spec("quiet", "true"));
        assertEquals(List.of(), changes("quiet"));
    }

    @Test
    void whatWasWrittenIsAChangeWhileItRunsAndAfterwards() throws Exception {
        String id = engine.start(TestEngine.spec("busy", "sleep", "1000"));
        assertEquals(List.of(), changes(id));
        engine.containers().remove(id, true, true);
        engine.run(TestEngine.spec("writer", "write", "/etc/passwd", "nobody"));
        assertEquals(List.of("MODIFIED /etc", "MODIFIED /etc/passwd"), changes("writer"));
    }

    @Test
    void placesOfMountsAreNotTheContainersDoing() throws Exception {
        HostSpec usual = TestEngine.host(SecuritySpec.DEFAULT);
        HostSpec host = new HostSpec(usual.networkMode(), usual.hostnames(), usual.dns(), usual.limits(), usual.security(),
                List.of(new MountSpec(MountSpec.Type.TMPFS, "", "/srv/deep/place", false, "")), usual.log(), usual.restart(), false,
                false, 0);
        engine.run(TestEngine.spec("mounted", host, "write", "/srv/deep/place/file", "x"));
        assertEquals(List.of(), changes("mounted"));
        engine.run(TestEngine.spec("beside", host, "write", "/srv/deep/file", "x"));
        assertEquals(List.of("ADDED /srv", "ADDED /srv/deep", "ADDED /srv/deep/file"), changes("beside"));
    }

    @Test
    void anExportIsTheTreeWithoutMounts() throws Exception {
        String id = engine.start(TestEngine.spec("exported", "write", "/etc/note", "nobody"));
        engine.awaitExit(id);
        assertEquals("nobody", exported(id).get("etc/note"));
        assertTrue(exported(id).containsKey("init"));
        assertEquals("/proc/mounts", exported(id).get("etc/mtab"));
        assertTrue(exported(id).keySet().stream().noneMatch(name -> name.startsWith("proc/") && name.length() > 5), "proc is a mount");
        assertTrue(engine.actions(id).contains("export"));
    }

    /** Names with the content of files and the target of links, read as other programs read it. */
    private Map<String, String> exported(String container) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        engine.containers().files().export(container, bytes);
        Map<String, String> found = new TreeMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                found.put(entry.getName(), entry.isSymbolicLink() ? entry.getLinkName() : new String(tar.readAllBytes()).strip());
            }
        }
        return found;
    }

    private List<String> changes(String container) {
        return engine.containers().files().changes(container).stream().map(change -> change.kind() + " " + change.path()).toList();
    }
}
