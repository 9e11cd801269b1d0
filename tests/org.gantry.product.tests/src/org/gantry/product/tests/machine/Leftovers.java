// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.product.tests.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an engine could leave on the machine: mounts, control groups, processes, network links. Taken before it starts, and held against
 * the machine when it has ended. Control groups are the whole machine's, so those are looked for that are named after containers of
 * this engine; what runs an engine notes their ids.
 */
public final class Leftovers implements AutoCloseable {
    /** The default network's bridge stays, as docker0 does: a container that starts later needs no new one. */
    private static final String BRIDGE = "gantry0";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Path CGROUPS = Path.of("/sys/fs/cgroup");

    private final Scratch scratch;
    private final Set<String> links = links();
    private final Set<Long> processes;

    public Leftovers(Scratch scratch) {
        this.scratch = scratch;
        processes = processes();
    }

    /** The file to which whoever runs an engine writes the ids of its containers, a line each. */
    public static Path created(Scratch scratch) {
        return scratch.file("created");
    }

    /** Fails the test if something is there that was not; waits a little, since the kernel ends things later than it says. */
    public void assertNone() {
        List<String> found = new ArrayList<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            if (!found.isEmpty()) {
                Await.pause(Duration.ofMillis(200));
            }
            found.clear();
            mounts().forEach(line -> found.add("mount " + line));
            groups().forEach(group -> found.add("cgroup " + group));
            links().stream().filter(link -> !links.contains(link) && !link.equals(BRIDGE)).forEach(link -> found.add("link " + link));
            processes().stream().filter(pid -> !processes.contains(pid)).forEach(pid -> found.add("process " + describe(pid)));
        } while (!found.isEmpty() && System.nanoTime() < end);
        assertEquals(List.of(), found, "left behind on the machine");
    }

    /** Fails the test if one of the store's folders is not empty any more. */
    public static void assertEmpty(Path... folders) {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            found.addAll(list(folder));
        }
        assertEquals(List.of(), found, "left behind in the store");
    }

    /** Takes away what a test that failed has left, so that it does not make the next one fail. */
    @Override
    public void close() {
        processes().stream().filter(pid -> !processes.contains(pid)).flatMap(pid -> ProcessHandle.of(pid).stream())
                .forEach(ProcessHandle::destroyForcibly);
        for (long end = System.nanoTime() + PATIENCE.toNanos(); !groups().isEmpty() && System.nanoTime() < end;) {
            groups().forEach(group -> Command.of("rmdir", group).run());
        }
        Command.of("ip", "link", "delete", BRIDGE).run();
    }

    private List<String> mounts() {
        return lines(Path.of("/proc/self/mountinfo")).stream().filter(line -> line.contains(scratch.toString())).toList();
    }

    /** Processes of our network namespace, and those of containers, which are known by what is mounted in them. */
    private Set<Long> processes() {
        String own = link(Path.of("/proc/self/ns/net"));
        Set<Long> found = new TreeSet<>();
        for (Path process : list(Path.of("/proc"))) {
            String name = process.getFileName().toString();
            if (!name.matches("[0-9]+") || state(process).equals("Z")) {
                continue;
            }
            boolean ours = own.equals(link(process.resolve("ns/net")))
                    || lines(process.resolve("mountinfo")).stream().anyMatch(line -> line.contains(scratch.toString()));
            if (ours && Long.parseLong(name) != ProcessHandle.current().pid()) {
                found.add(Long.valueOf(name));
            }
        }
        return found;
    }

    private static String state(Path process) {
        List<String> stat = lines(process.resolve("stat"));
        String line = stat.isEmpty() ? ") Z" : stat.get(0);
        return line.substring(line.lastIndexOf(')') + 2).split(" ")[0];
    }

    private static String describe(long pid) {
        List<String> words = lines(Path.of("/proc/" + pid + "/cmdline"));
        return pid + " " + String.join(" ", words).replace('\0', ' ');
    }

    private List<String> groups() {
        List<String> found = new ArrayList<>();
        for (String id : Set.copyOf(lines(created(scratch)))) {
            for (Path tree : list(CGROUPS)) {
                Stream.of(tree.resolve("gantry"), CGROUPS.resolve("gantry")).map(parent -> parent.resolve(id)).filter(Files::isDirectory)
                        .forEach(group -> found.add(group.toString()));
            }
        }
        return found;
    }

    /** By ip(8): /sys shows the namespace in which it was mounted. */
    private static Set<String> links() {
        return Command.of("ip", "-oneline", "link").run().text().lines().map(line -> line.split(":? ")[1].split("@")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String link(Path path) {
        try {
            return Files.readSymbolicLink(path).toString();
        } catch (IOException e) {
            return ""; // the process has ended meanwhile
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of(); // what it tells about has ended meanwhile
        }
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
