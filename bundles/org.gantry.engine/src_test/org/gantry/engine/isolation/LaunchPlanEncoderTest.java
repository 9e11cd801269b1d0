// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gantry.engine.api.container.TerminalSize;
import org.gantry.engine.api.error.EngineException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class LaunchPlanEncoderTest {
    /** The plan that {@code native/testdata/plan-v1.txt} describes. */
    private static LaunchPlan golden() {
        byte[] message = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN).putInt(32).putShort((short) 16).putShort((short) 5)
                .putInt(0).putInt(0).put((byte) 0).put((byte) 0).putShort((short) 0).putInt(0).putInt(1).putInt(1).array();
        byte[] allow = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 6).putShort((short) 0).putInt(0x7fff0000)
                .array();
        ProcessPlan process = new ProcessPlan(List.of(new ResourceLimit(ResourceLimit.NOFILE, 1024, ResourceLimit.UNLIMITED)), -500,
                new CapabilitySet(0xa80425fbL, 0xa80425fbL, 0x25fb, 0, 0x400), true, new SeccompProgram(2, allow), "jane:audio",
                List.of("video"), "/srv/üml", List.of("sh", "-c", ""), List.of("PATH=/bin", "EMPTY="), new TerminalSize(80, 24),
                StandardInput.ONCE, 022);
        String group = "/sys/fs/cgroup/pids/g";
        return new LaunchPlan("golden-1", "/run/gantry/golden-1",
                Set.of(Namespace.MOUNT, Namespace.CGROUP, Namespace.UTS, Namespace.PID, Namespace.NETWORK, Namespace.TIME),
                List.of(new NamespaceJoin(Namespace.IPC, 4711, 123_456_789, "")), List.of(), List.of(),
                new RootFilesystem.Overlay(List.of("/layers/top", "/layers/bottom"), "/c/upper", "/c/work", List.of("metacopy=on")), true,
                List.of(new PlannedMount.Filesystem(false, false, 0x0e, "proc", "proc", "/proc", ""),
                        new PlannedMount.Filesystem(true, true, 0x0f, "cgroup", "cgroup", "/sys/fs/cgroup/pids", "pids"),
                        new PlannedMount.Bind(true, false, 1, 2, 0x80000, "/volumes/data", "sub/dir", "/data")),
                List.of(new DeviceNode('c', 1, 3, 0666, 0, 5, "/dev/null")), List.of(new SymbolicLink("/proc/self/fd", "/dev/fd")),
                List.of("/proc/kcore"), List.of("/proc/sys"), "golden", "example.org",
                List.of(new KernelSetting.Sysctl("net/ipv4/ip_forward", "1"), new KernelSetting.Netlink("lo", 20, message)),
                List.of(new CgroupAction.Make(group), new CgroupAction.Write(group + "/pids.max", "100"), new CgroupAction.Join(group)),
                new LogTarget("/c/json.log", 10_485_760, 3, "{\"a\":\"b\"}"), true, process);
    }

    private static Path goldenFile() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("native/testdata/plan-v1.bin");
            if (Files.exists(file)) {
                return file;
            }
        }
        return null;
    }

    @Test
    void writesWhatTheLauncherIsPinnedTo() throws Exception {
        Path file = goldenFile();
        Assumptions.assumeTrue(file != null, "native/testdata/plan-v1.bin is not in this checkout");
        assertArrayEquals(Files.readAllBytes(file), LaunchPlanEncoder.encode(golden()));
    }

    @Test
    void writesAnExecPlan() {
        ProcessPlan process = new ProcessPlan(List.of(), null, CapabilitySet.of(0), false, null, "", List.of(), "", List.of("a"),
                List.of(), null, StandardInput.NONE, null);
        byte[] plan = LaunchPlanEncoder.encode(new ExecPlan("e1", List.of(new CgroupAction.Join("/g")), process));
        ByteBuffer expected = ByteBuffer.allocate(plan.length).order(ByteOrder.LITTLE_ENDIAN);
        expected.put("GPLN".getBytes()).putShort((short) 1);
        expected.putShort((short) 34).putInt(9).put((byte) 3).putShort((short) 3).put("/g\0".getBytes()).putShort((short) 1)
                .put((byte) 0);
        expected.putShort((short) 42).putInt(40).put(new byte[40]);
        expected.putShort((short) 48).putInt(2).put("a\0".getBytes());
        expected.putShort((short) 54).putInt(3).put("e1\0".getBytes());
        assertArrayEquals(expected.array(), plan);
    }

    @Test
    void refusesWhatTheFormatCannotCarry() {
        assertThrows(EngineException.class, () -> encodeArguments("a\0b"));
        assertThrows(EngineException.class, () -> encodeArguments("x".repeat(1_100_000)));
        assertEquals(1_000_000, encodeArguments("x".repeat(1_000_000)).length, 1000);
    }

    private static byte[] encodeArguments(String argument) {
        return LaunchPlanEncoder.encode(new ExecPlan("e", List.of(), new ProcessPlan(List.of(), null, CapabilitySet.of(0), false, null,
                "", List.of(), "", List.of(argument), List.of(), null, StandardInput.NONE, null)));
    }
}
