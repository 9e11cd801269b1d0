// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.product.tests.window;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gantry.product.tests.machine.Await;
import org.gantry.product.tests.machine.Command;
import org.gantry.product.tests.machine.Needs;
import org.gantry.product.tests.machine.Scratch;

/** A desktop of one's own: Xvfb, the window manager openbox, a session bus, AT-SPI, an empty home. */
public final class Desktop implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(20);
    /** In the environment of all that the desktop itself runs, by which what a bus has started is found at the end. */
    private static final String MARK = "GANTRY_TEST_DESKTOP";

    private final Scratch scratch;
    private final List<String> as;
    private final Map<String, String> environment = new TreeMap<>();
    private final List<Process> processes = new ArrayList<>();
    private final Screen screen;

    private Desktop(Scratch scratch, String size, List<String> as) {
        this.scratch = scratch;
        this.as = as;
        Path home = scratch.folder("home");
        Path runtime = scratch.folder("runtime");
        environment.put("HOME", home.toString());
        environment.put("XDG_RUNTIME_DIR", runtime.toString());
        environment.put("LANG", "C.UTF-8");
        if (!as.isEmpty()) {
            Command.of("chmod", "0777", home.toString(), runtime.toString()).run().expect(0);
            Command.of("chmod", "0755", scratch.toString()).run().expect(0);
        }
        startScreen(size);
        startServices();
        screen = new Screen(this, new Accessibility(this, scratch));
    }

    /**
     * Opens one; skips the test where a part is not installed.
     *
     * @param size such as {@code 1280x800}
     * @param as words before each command that make it another user's, or none
     */
    public static Desktop open(Scratch scratch, String size, String... as) {
        Needs.commands("Xvfb", "openbox", "dbus-daemon", "xdotool", "xclip", "import");
        Accessibility.assumeInstalled();
        return new Desktop(scratch, size, List.of(as));
    }

    /** A program in this desktop. */
    public Command command(String... words) {
        return new Command(Stream.concat(as.stream(), Stream.of(words)).toList()).set(environment);
    }

    public Screen screen() {
        return screen;
    }

    /** The user's own folder. */
    public Path home() {
        return scratch.file("home");
    }

    private void startScreen(String size) {
        Path number = scratch.file("display");
        Path log = scratch.file("desktop.log");
        processes.add(Command.of("sh", "-c", "exec Xvfb -displayfd 3 -screen 0 " + size + "x24 -nolisten tcp -ac 3>" + number)
                .set(MARK, scratch.toString()).start(log));
        Await.until("Xvfb", START, () -> Files.exists(number) && !read(number).isBlank(), () -> read(log));
        environment.put("DISPLAY", ":" + read(number).strip());
        processes.add(service("openbox").start(log));
    }

    private void startServices() {
        try {
            Process bus = service("dbus-daemon", "--session", "--nofork", "--print-address").start();
            processes.add(bus);
            BufferedReader address = bus.inputReader(StandardCharsets.UTF_8);
            environment.put("DBUS_SESSION_BUS_ADDRESS", address.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        processes.add(service("/usr/libexec/at-spi-bus-launcher", "--launch-immediately").start(scratch.file("desktop.log")));
    }

    private Command service(String... words) {
        return command(words).set(MARK, scratch.toString());
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends all that it runs; windows are closed before by those who opened them. */
    @Override
    public void close() {
        screen.close();
        processes.reversed().forEach(Process::destroy);
        processes.forEach(Desktop::awaitEnd);
        ProcessHandle.allProcesses().filter(this::isMarked).forEach(ProcessHandle::destroyForcibly);
    }

    private boolean isMarked(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/environ"), StandardCharsets.ISO_8859_1)
                    .contains(MARK + "=" + scratch + "\0");
        } catch (IOException e) {
            return false; // it has ended
        }
    }

    private static void awaitEnd(Process process) {
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted while a desktop ends", e);
        }
    }
}
