// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.gantry.engine.api.container.AttachOptions;
import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.container.HostSpec;
import org.gantry.engine.api.container.MountSpec;
import org.gantry.engine.api.container.ProcessSpec;
import org.gantry.engine.api.container.SecuritySpec;
import org.gantry.engine.api.error.EngineException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One test for each advisory that other engines had. */
@Timeout(60)
class ContainerSecurityTest {
    private TestEngine engine;
    private ContainerService containers;

    @BeforeEach
    void open() throws Exception {
        NativePrograms.assumeContainersRun();
        engine = TestEngine.open(Files.createTempDirectory("gantry-security"));
        containers = engine.containers();
    }

    @AfterEach
    void destroy() throws Exception {
        if (engine != null) {
            engine.destroy();
        }
    }

    private ContainerSpec process(ProcessSpec process) {
        return ContainerSpec.of(TestEngine.IMAGE, "", process, false, TestEngine.host(SecuritySpec.DEFAULT));
    }

    private EngineException failsToStart(ContainerSpec spec) {
        String id = containers.create(spec).id();
        return assertThrows(EngineException.class, () -> containers.start(id));
    }

    private ContainerSpec mounted(MountSpec mount, String... words) {
        HostSpec usual = TestEngine.host(SecuritySpec.DEFAULT);
        return TestEngine.spec("", new HostSpec("none", List.of(), List.of(), usual.limits(), usual.security(), List.of(mount), usual.log(),
                usual.restart(), false, false, 0), words);
    }

    @Test
    void cve201905736LauncherIsUntouchedByAProgramThatIsItsOwnExecutable() throws Exception {
        byte[] before = Files.readAllBytes(NativePrograms.launcher());
        String id = containers.create(process(new ProcessSpec(List.of("/proc/self/exe"), List.of("true"), List.of(), "", "", false))).id();
        try {
            containers.start(id);
            engine.awaitExit(id);
        } catch (EngineException e) {
            assertTrue(e.getMessage().contains("/proc/self/exe"), e.getMessage());
        }
        assertArrayEquals(before, Files.readAllBytes(NativePrograms.launcher()));
    }

    @Test
    void cve202421626WorkingDirectoryIsNoDescriptorOfTheEngine() {
        for (int descriptor = 3; descriptor < 20; descriptor++) {
            EngineException failure = failsToStart(process(new ProcessSpec(null, List.of("pwd"), List.of(),
                    "/proc/self/fd/" + descriptor, "", false)));
            assertTrue(failure.getMessage().contains("/proc/self/fd/" + descriptor), failure.getMessage());
        }
    }

    @Test
    void cve202440635UserIdsDoNotWrapAround() {
        for (String user : List.of("2147483648", "4294967296", "65536:99999999999", "-1", "nobody-here")) {
            EngineException failure = failsToStart(process(new ProcessSpec(null, List.of("id"), List.of(), "", user, false)));
            assertTrue(failure.getMessage().contains("user"), failure.getMessage());
        }
    }

    @Test
    void cve201916884NothingIsMountedOverProc() throws Exception {
        Path folder = Files.createDirectory(engine.root().resolve("fake-proc"));
        for (String target : List.of("/proc", "/proc/self/attr", "/proc/sys", "/proc/../proc")) {
            failsToStart(mounted(new MountSpec(MountSpec.Type.BIND, folder.toString(), target, false, ""), "true"));
        }
    }

    @Test
    void cve202130465MountsDoNotFollowLinksOutOfTheRoot() throws Exception {
        Path outside = Files.createDirectory(engine.root().resolve("outside"));
        Path layer = engine.root().resolve("layer");
        Files.createSymbolicLink(layer.resolve("escape"), outside);
        Files.createSymbolicLink(layer.resolve("up"), Path.of("../../../../../../../.." + outside));
        Path volume = Files.createDirectory(engine.root().resolve("volume"));
        for (String link : List.of("/escape/in", "/up/in")) {
            String id = containers.create(mounted(new MountSpec(MountSpec.Type.BIND, volume.toString(), link, false, ""), "true")).id();
            try {
                containers.start(id);
                engine.awaitExit(id);
            } catch (EngineException e) {
                // within the root the link leads nowhere, which may be refused as well
                assertTrue(e.getMessage().contains(link), e.getMessage());
            }
        }
        try (var left = Files.list(outside)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void cve201919921ProcThatIsALinkIsRefused() throws Exception {
        Path layer = engine.root().resolve("layer");
        Files.createSymbolicLink(layer.resolve("proc"), Path.of("/etc"));
        EngineException failure = failsToStart(TestEngine.spec("", "true"));
        assertTrue(failure.getMessage().contains("mount"), failure.getMessage());
    }

    @Test
    void cve20220492ControlGroupsCannotBeMountedOrWritten() throws Exception {
        assertEquals("mount errno 1\n", engine.run(TestEngine.spec("", "syscall", "mount")));
        assertTrue(engine.run(TestEngine.spec("", "write", "/sys/fs/cgroup/memory/release_agent", "/x")).contains("Read-only")
                || Files.notExists(Path.of("/sys/fs/cgroup/memory")));
    }

    @Test
    void cve202015257NoAbstractSockets() throws Exception {
        engine.start(TestEngine.spec("", "sleep", "1000"));
        assertTrue(Files.readAllLines(Path.of("/proc/net/unix")).stream().noneMatch(line -> line.contains("@") && line.contains("gantry")));
    }

    @Test
    void cve202141091FoldersOfTheEngineAreClosedToUsers() throws Exception {
        String id = engine.start(TestEngine.spec("", "sleep", "1000"));
        for (Path folder : List.of(engine.root().resolve("data"), engine.store().layout().containers(), engine.folder(id),
                engine.store().layout().run(id), engine.store().layout().volumes())) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)), folder.toString());
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(
                engine.store().layout().run(id).resolve("shim.sock"))));
    }

    @Test
    void cve202564329AttachingAThousandTimesLeaksNothing() throws Exception {
        String id = engine.start(TestEngine.interactive("", false, "cat"));
        long shim = Long.parseLong(Files.readAllLines(Path.of("/proc/" + containers.inspect(id).pid() + "/status")).stream()
                .filter(line -> line.startsWith("PPid:")).findFirst().orElseThrow().substring(5).trim());
        for (int i = 0; i < 20; i++) {
            containers.attach(id, AttachOptions.ALL).close();
        }
        long before = descriptors(ProcessHandle.current().pid());
        for (int i = 0; i < 1000; i++) {
            containers.attach(id, AttachOptions.ALL).close();
        }
        assertEquals(before, descriptors(ProcessHandle.current().pid()), 5);
        for (int i = 0; descriptors(shim) > 30 && i < 100; i++) {
            Thread.sleep(20);
        }
        assertTrue(descriptors(shim) <= 30, descriptors(shim) + " descriptors in the shim");
    }

    private static long descriptors(long pid) throws Exception {
        try (var open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return open.count();
        }
    }
}
