// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.container.HostSpec;
import org.gantry.engine.api.container.MountSpec;
import org.gantry.engine.api.container.ProcessSpec;
import org.gantry.engine.api.container.ResourceLimits;
import org.gantry.engine.api.container.SecuritySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IsolationTest {
    private static final String USUAL_CAPABILITIES = "00000000a80425fb";

    private TestEngine engine;

    @BeforeEach
    void open() throws Exception {
        NativePrograms.assumeContainersRun();
        engine = TestEngine.open(Files.createTempDirectory("gantry-isolation"));
    }

    @AfterEach
    void destroy() throws Exception {
        if (engine != null) {
            engine.destroy();
        }
    }

    private String run(String... words) throws Exception {
        return engine.run(TestEngine.spec("", words));
    }

    private String run(SecuritySpec security, String... words) throws Exception {
        return engine.run(TestEngine.spec("", TestEngine.host(security), words));
    }

    private static SecuritySpec security(boolean privileged, List<String> add, List<String> drop, boolean readOnly, boolean noNew) {
        return new SecuritySpec(privileged, add, drop, readOnly, noNew, false, List.of());
    }

    private static HostSpec host(ResourceLimits limits, List<MountSpec> mounts) {
        HostSpec usual = HostSpec.DEFAULT;
        return new HostSpec("none", List.of("db:10.1.2.3"), List.of("9.9.9.9"), limits, SecuritySpec.DEFAULT, mounts, usual.log(),
                usual.restart(), false, false, 0);
    }

    @Test
    void givesNamespacesOfItsOwn() throws Exception {
        String inside = run("ns");
        List<String> kinds = new ArrayList<>(List.of("cgroup", "ipc", "mnt", "net", "pid", "uts"));
        if (Files.exists(Path.of("/proc/self/ns/time"))) {
            kinds.add("time");
        }
        for (String kind : kinds) {
            String own = Files.readSymbolicLink(Path.of("/proc/self/ns/" + kind)).toString();
            assertTrue(inside.contains(kind + ":["), inside);
            assertFalse(inside.contains(own), kind + " is the host's");
        }
        assertTrue(run("id").contains("pid=1 "));
    }

    @Test
    void givesFewCapabilitiesAndAFilter() throws Exception {
        Map<String, String> sets = capabilities(SecuritySpec.DEFAULT);
        assertEquals("0000000000000000", sets.get("CapInh"));
        assertEquals("0000000000000000", sets.get("CapAmb"));
        for (String set : List.of("CapPrm", "CapEff", "CapBnd")) {
            assertEquals(USUAL_CAPABILITIES, sets.get(set), set);
        }
        assertEquals("2", sets.get("Seccomp"));
        assertEquals("0", sets.get("NoNewPrivs"));
        sets = capabilities(security(false, List.of(), List.of("ALL"), false, true));
        assertEquals("0000000000000000", sets.get("CapBnd"));
        assertEquals("1", sets.get("NoNewPrivs"));
        sets = capabilities(security(true, List.of(), List.of(), false, false));
        assertEquals("0", sets.get("Seccomp"));
        assertNotEquals(USUAL_CAPABILITIES, sets.get("CapEff"));
    }

    private Map<String, String> capabilities(SecuritySpec security) throws Exception {
        Map<String, String> values = new HashMap<>();
        for (String line : run(security, "caps").lines().toList()) {
            String[] parts = line.split(":\\s*");
            values.put(parts[0], parts[1]);
        }
        return values;
    }

    @Test
    void leavesAUserWithoutCapabilities() throws Exception {
        ProcessSpec process = new ProcessSpec(null, List.of("caps"), List.of(), "", "jane", false);
        String caps = engine.run(ContainerSpec.of(TestEngine.IMAGE, "", process, false, TestEngine.host(SecuritySpec.DEFAULT)));
        assertTrue(caps.contains("CapEff:\t0000000000000000"), caps);
        assertTrue(caps.contains("CapPrm:\t0000000000000000"), caps);
        ProcessSpec id = new ProcessSpec(null, List.of("id"), List.of(), "", "jane", false);
        String ids = engine.run(ContainerSpec.of(TestEngine.IMAGE, "", id, false, TestEngine.host(SecuritySpec.DEFAULT)));
        assertTrue(ids.startsWith("uid=1000 euid=1000 gid=1000 egid=1000 groups="), ids);
    }

    @Test
    void refusesDangerousSystemCalls() throws Exception {
        List<String> answers = run("syscall", "mount", "unshare", "keyctl", "bpf", "sethostname", "socket-alg", "getpid", "chroot").lines()
                .toList();
        assertEquals(List.of("mount errno 1", "unshare errno 1", "keyctl errno 1", "bpf errno 1", "sethostname errno 1",
                "socket-alg errno 1", "getpid ok", "chroot ok"), answers);
    }

    @Test
    void hidesAndProtectsTheHost() throws Exception {
        String id = engine.start(TestEngine.spec("looked-at", "sleep", "1000"));
        Path root = Path.of("/proc/" + engine.containers().inspect(id).pid() + "/root");
        assertEquals(0, Files.size(root.resolve("proc/keys")), "a masked file is empty");
        assertEquals("", run("ls", "/sys/firmware"));
        String mounts = run("mounts");
        assertTrue(mounts.lines().anyMatch(line -> line.contains(" /proc/sys ro,")), mounts);
        assertTrue(mounts.lines().anyMatch(line -> line.contains(" /sys ro,")), mounts);
        assertTrue(mounts.lines().anyMatch(line -> line.contains(" /sys/fs/cgroup ro,")), mounts);
        assertTrue(mounts.lines().noneMatch(line -> line.contains(" /sys/fs/cgroup/") && !line.contains("/ro,")
                && !line.split(" ")[5].startsWith("ro")), mounts);
        for (String path : List.of("/proc/sys/kernel/hostname", "/proc/irq/default_smp_affinity")) {
            String answer = run("write", path, "x");
            assertTrue(answer.contains("Read-only"), answer);
        }
        assertEquals(List.of("fd", "full", "mqueue", "null", "ptmx", "pts", "random", "shm", "stderr", "stdin", "stdout", "tty", "urandom",
                "zero"), run("ls", "/dev").lines().filter(name -> !name.equals("core")).toList());
    }

    @Test
    void passesNoDescriptorOn() throws Exception {
        List<String> open = run("fds").lines().map(line -> line.split(" ")[0]).toList();
        assertEquals(List.of("0", "1", "2"), open);
    }

    @Test
    void keepsARootReadOnly() throws Exception {
        SecuritySpec readOnly = security(false, List.of(), List.of(), true, false);
        assertTrue(run(readOnly, "write", "/file", "x").contains("Read-only"));
        assertEquals("", run(readOnly, "write", "/dev/shm/file", "x"));
        assertEquals("", run("write", "/file", "x"));
    }

    @Test
    void deniesDevicesThatAreNotItsOwn() throws Exception {
        // full access to a device that exists on every machine but is no container's: /dev/kmsg is 1:11
        Path kmsg = Path.of("/dev/kmsg");
        Assumptions.assumeTrue(Files.exists(kmsg), "this host has no /dev/kmsg");
        String text = engine.run(TestEngine.spec("", host(ResourceLimits.NONE,
                List.of(new MountSpec(MountSpec.Type.BIND, "/dev/kmsg", "/kmsg", false, ""))), "cat", "/kmsg"));
        assertTrue(text.contains("Operation not permitted"), text);
    }

    @Test
    void writesHostsNameAndResolver() throws Exception {
        ContainerSpec spec = TestEngine.spec("named", host(ResourceLimits.NONE, List.of()), "cat", "/etc/hosts", "/etc/resolv.conf",
                "/etc/hostname");
        String text = engine.run(spec);
        String id = engine.containers().inspect("named").summary().id();
        assertTrue(text.contains("10.1.2.3\tdb\n"), text);
        assertTrue(text.contains("127.0.0.1\tlocalhost\n"), text);
        assertTrue(text.contains("nameserver 9.9.9.9\n"), text);
        assertTrue(text.endsWith(id.substring(0, 12) + "\n"), text);
        assertTrue(run("env").contains("FROM_IMAGE=yes\n"));
        assertTrue(run("env").contains("HOME=/root\n"));
    }

    @Test
    void mountsWhatIsAskedFor() throws Exception {
        Path shared = Files.createDirectory(engine.root().resolve("shared"));
        Files.writeString(shared.resolve("note"), "from the host\n");
        List<MountSpec> mounts = List.of(new MountSpec(MountSpec.Type.BIND, shared.toString(), "/data/deep/place", false, ""),
                new MountSpec(MountSpec.Type.BIND, shared.toString(), "/fixed", true, ""),
                new MountSpec(MountSpec.Type.VOLUME, "kept", "/kept", false, ""),
                new MountSpec(MountSpec.Type.VOLUME, "", "/nameless", false, ""),
                new MountSpec(MountSpec.Type.TMPFS, "", "/scratch", false, "size=1m,mode=700"));
        HostSpec host = host(ResourceLimits.NONE, mounts);
        assertEquals("from the host\n", engine.run(TestEngine.spec("", host, "cat", "/data/deep/place/note")));
        assertEquals("", engine.run(TestEngine.spec("", host, "write", "/data/deep/place/back", "from the container")));
        assertEquals("from the container", Files.readString(shared.resolve("back")));
        assertTrue(engine.run(TestEngine.spec("", host, "write", "/fixed/no", "x")).contains("Read-only"));
        assertEquals("", engine.run(TestEngine.spec("writer", host, "write", "/kept/file", "lasting")));
        assertEquals("lasting", engine.run(TestEngine.spec("", host, "cat", "/kept/file")));
        assertTrue(engine.run(TestEngine.spec("", host, "mounts")).lines()
                .anyMatch(line -> line.contains(" /scratch ") && line.contains("size=1024k")));
        int before = engine.volumes().list().size();
        engine.containers().remove("writer", false, true);
        assertEquals(before - 1, engine.volumes().list().size());
        assertTrue(engine.volumes().exists("kept"));
    }

    @Test
    void limitsMemoryAndProcesses() throws Exception {
        ResourceLimits limits = new ResourceLimits(32L << 20, 32L << 20, 0, 0, "", 0);
        String id = engine.containers().create(TestEngine.spec("greedy", host(limits, List.of()), "alloc", "200000000")).id();
        engine.containers().start(id);
        var exit = engine.awaitExit(id);
        assertEquals(137, exit.code());
        assertTrue(exit.outOfMemory());
        assertTrue(engine.containers().inspect(id).summary().outOfMemory());
        assertEquals(List.of("create", "start", "oom", "die"), engine.actions(id));
        ResourceLimits few = new ResourceLimits(0, 0, 0, 0, "", 1);
        String file = Files.isDirectory(Path.of("/sys/fs/cgroup/pids"))
                ? "/sys/fs/cgroup/pids/pids.max" : "/sys/fs/cgroup/pids.max";
        assertEquals("1\n", engine.run(TestEngine.spec("", host(few, List.of()), "cat", file)));
    }

    @Test
    void reapsOrphansWithAnInit() throws Exception {
        HostSpec usual = TestEngine.host(SecuritySpec.DEFAULT);
        HostSpec withInit = new HostSpec("none", List.of(), List.of(), usual.limits(), usual.security(), List.of(), usual.log(),
                usual.restart(), false, true, 0);
        assertEquals("reaped\n", engine.run(TestEngine.spec("", withInit, "fork-orphan")));
    }
}
