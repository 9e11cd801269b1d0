// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.containers.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.engine.api.image.Platform;
import org.junit.jupiter.api.Test;

class RunFormTest {
    private final List<ImageSummary> images = List.of(new ImageSummary("sha256:9be1c07a", List.of("busybox:latest", "nginx:1.27"),
            List.of(), Instant.EPOCH, 1, new Platform("linux", "amd64", ""), Map.of(), List.of(), 0));

    @Test
    void acceptsImagesByNameAndId() {
        for (String image : List.of("busybox", "busybox:latest", "nginx:1.27", "9be1", "sha256:9be1c07a", " nginx:1.27 ")) {
            assertEquals("", problem(form(image, "", "", "", "", "")), image);
        }
        for (String image : List.of("nginx", "9be", "sha256:ffff", "debian:12")) {
            assertTrue(problem(form(image, "", "", "", "", "")).startsWith("There is no image"), image);
        }
        assertEquals("Choose an image", problem(form("", "", "", "", "", "")));
    }

    @Test
    void saysWhatIsWrongWithTheFields() {
        assertEquals("There is a container web already", problem(form("busybox", "web", "", "", "", "")));
        assertTrue(problem(form("busybox", "-x", "", "", "", "")).startsWith("A name has"));
        assertTrue(problem(form("busybox", "", "sh -c 'x", "", "", "")).startsWith("In the command"));
        assertTrue(problem(form("busybox", "", "", "A B", "", "")).startsWith("A variable is written"));
        assertTrue(problem(form("busybox", "", "", "", "much", "")).startsWith("Memory is"));
        assertTrue(problem(form("busybox", "", "", "", "", "many")).startsWith("CPUs is"));
    }

    @Test
    void makesASpec() {
        ContainerSpec spec = form("busybox", "job", "sh -c 'a b'", "A=1\n\n B=x y \n", "512m", "1.5").request().spec();
        assertEquals("busybox", spec.image());
        assertEquals("job", spec.name());
        assertEquals(List.of("sh", "-c", "a b"), spec.process().command());
        assertNull(spec.process().entrypoint());
        assertEquals(List.of("A=1", "B=x y"), spec.process().env());
        assertTrue(spec.process().tty() && spec.openStdin());
        assertEquals(512L << 20, spec.host().limits().memory());
        assertEquals(1_500_000_000L, spec.host().limits().nanoCpus());
        assertEquals("host", spec.host().networkMode());
        assertTrue(spec.host().autoRemove() && spec.host().security().readOnlyRoot());
        assertNull(form("busybox", "", " ", "", "", "").request().spec().process().command());
    }

    @Test
    void writesTheSameForAShell() {
        assertEquals("docker run -it --rm --name job --network host --memory 512m --cpus 1.5 --read-only -e A=1 busybox sh -c 'a b'",
                form("busybox", "job", "sh -c 'a b'", "A=1", "512m", "1.5").request().dockerLine());
        assertEquals("docker run -d busybox", new RunRequest("busybox", "", List.of(), false, "bridge", false, false, 0, 0,
                List.of()) .dockerLine());
    }

    private String problem(RunForm form) {
        return form.problem(images, Set.of("web"));
    }

    private static RunForm form(String image, String name, String command, String env, String memory, String cpus) {
        return new RunForm(image, name, command, env, memory, cpus, "host", true, true, true);
    }
}
