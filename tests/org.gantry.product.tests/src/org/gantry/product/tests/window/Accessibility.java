// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.product.tests.window;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gantry.product.tests.machine.Command;
import org.gantry.product.tests.machine.Scratch;

/** Asks AT-SPI, as a screen reader does, what the windows of a desktop show. By Python, since that is where its client library is. */
final class Accessibility implements AutoCloseable {
    /** Not the first one on the path, but that of the distribution, for which python3-pyatspi is made. */
    private static final String PYTHON = "/usr/bin/python3";

    private final Process process;
    private final BufferedReader answers;

    Accessibility(Desktop desktop, Scratch scratch) {
        Path script = scratch.file("accessible.py");
        try (InputStream source = Accessibility.class.getResourceAsStream("accessible.py")) {
            Files.write(script, source.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = desktop.command(PYTHON, script.toString()).start();
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Skips the test where it is not installed. */
    static void assumeInstalled() {
        assumeTrue(Files.isExecutable(Path.of(PYTHON)) && Command.of(PYTHON, "-c", "import pyatspi").run().exit() == 0,
                "python3-pyatspi, which tells what windows show, is not installed");
    }

    /** All that shows, the oldest window first, outer elements before inner ones. */
    List<Element> elements() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            List<Element> elements = new ArrayList<>();
            String line = answers.readLine();
            while (line != null && !line.equals(".")) {
                elements.add(Element.read(line));
                line = answers.readLine();
            }
            if (line == null) {
                throw new IOException(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
            }
            return elements;
        } catch (IOException e) {
            throw new UncheckedIOException("AT-SPI cannot be asked", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
