// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tries the rules on real processes in a group of cgroup v2. */
class DeviceGuardTest {
    private Path group;

    @BeforeEach
    void makeGroup() throws Exception {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "control groups need root");
        Optional<CgroupHierarchy> unified = CgroupLayout.detect().unified();
        Assumptions.assumeTrue(unified.isPresent(), "no cgroup v2 is mounted");
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/kmsg")), "this host has no /dev/kmsg to be refused");
        group = Files.createDirectory(unified.get().mountPoint().resolve("gantry-device-test-" + ProcessHandle.current().pid()));
    }

    @AfterEach
    void removeGroup() throws Exception {
        if (group != null) {
            Files.delete(group);
        }
    }

    /** What a shell in the group says to opening a device. */
    private String open(String device) throws Exception {
        Process shell = new ProcessBuilder("/bin/sh", "-c", "echo $$ > " + group + "/cgroup.procs && : < " + device)
                .redirectErrorStream(true).start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return said;
    }

    private String make(String words) throws Exception {
        Path node = Files.createTempDirectory("gantry-node").resolve("node");
        try {
            Process shell = new ProcessBuilder("/bin/sh", "-c", "echo $$ > " + group + "/cgroup.procs && mknod " + node + " " + words)
                    .redirectErrorStream(true).start();
            String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            shell.waitFor();
            return said;
        } finally {
            Files.deleteIfExists(node);
            Files.delete(node.getParent());
        }
    }

    @Test
    void allowsTheHarmlessDevicesOnly() throws Exception {
        assertEquals("", open("/dev/kmsg"));
        try (DeviceGuard guard = new DeviceGuard()) {
            guard.guard(group);
        }
        for (String device : new String[] {"/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"}) {
            assertEquals("", open(device));
        }
        assertTrue(open("/dev/kmsg").contains("Operation not permitted"), open("/dev/kmsg"));
        assertEquals("", make("c 10 229"));
        assertEquals("", make("b 8 0"));
    }

    @Test
    void leapsExactlyOverTheRulesThatDoNotFit() {
        byte[] code = DeviceGuard.instructions(DeviceRule.STANDARD);
        // a program must not leap beyond its end; the last two instructions answer no
        int count = code.length / 8;
        for (int i = 0; i < count; i++) {
            if ((code[i * 8] & 0xff) == 0x55) {
                int target = i + 1 + code[i * 8 + 2];
                int before = code[(target - 1) * 8] & 0xff;
                assertEquals(0x95, before, "instruction " + i + " leaps into the midst of a rule");
            }
        }
    }
}
