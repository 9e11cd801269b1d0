// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.gantryd;

import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Where {@code System.Logger} goes in gantryd: one line a fact to standard error, with its time in UTC. */
final class StderrLog {
    private final Logger root = Logger.getLogger("");
    /** Held, since the log manager forgets a logger and its level once nobody does. */
    private final Logger own = Logger.getLogger("org.gantry");

    private StderrLog() {
    }

    /** Sends everything from a level on to standard error, and nothing anywhere else. The result must be kept. */
    static StderrLog install(System.Logger.Level least) {
        StderrLog log = new StderrLog();
        LogManager.getLogManager().reset();
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
        Level level = switch (least) {
            case ALL, TRACE -> Level.FINER;
            case DEBUG -> Level.FINE;
            case INFO -> Level.INFO;
            case WARNING -> Level.WARNING;
            case ERROR, OFF -> Level.SEVERE;
        };
        Handler handler = new LineHandler();
        handler.setFormatter(new OneLine());
        handler.setLevel(level);
        log.root.addHandler(handler);
        log.own.setLevel(level);
        // Details of the JDK and of libraries would bury our own.
        log.root.setLevel(level.intValue() < Level.INFO.intValue() ? Level.INFO : level);
        return log;
    }

    /**
     * Logs a line past the log manager, which closes its handlers when the virtual machine begins to end, as on a signal.
     *
     * @param level {@code INFO} or {@code ERROR}
     */
    void line(System.Logger.Level level, String text) {
        System.err.println(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + String.format("%-5s", level) + " " + text);
    }

    private static final class LineHandler extends Handler {
        @Override
        public void publish(LogRecord entry) {
            if (isLoggable(entry)) {
                System.err.print(getFormatter().format(entry));
                System.err.flush();
            }
        }

        @Override
        public void flush() {
            System.err.flush();
        }

        @Override
        public void close() {
            flush();
        }
    }

    private static final class OneLine extends Formatter {
        @Override
        public String format(LogRecord entry) {
            StringBuilder line = new StringBuilder(160).append(Instant.now().truncatedTo(ChronoUnit.MILLIS)).append(' ')
                    .append(name(entry.getLevel())).append(' ').append(formatMessage(entry).replace('\n', ' '));
            if (entry.getThrown() != null) {
                line.append(": ").append(String.valueOf(entry.getThrown().getMessage()).replace('\n', ' '));
            }
            line.append('\n');
            // A failure that was foreseen is told by its message; only one that was not needs its place in the code.
            if (entry.getThrown() != null && entry.getLevel().intValue() != Level.WARNING.intValue()) {
                StringWriter trace = new StringWriter();
                entry.getThrown().printStackTrace(new PrintWriter(trace));
                line.append(trace);
            }
            return line.toString();
        }

        private static String name(Level level) {
            return level.intValue() >= Level.SEVERE.intValue() ? "ERROR" : level.intValue() >= Level.WARNING.intValue() ? "WARN "
                    : level.intValue() >= Level.INFO.intValue() ? "INFO " : "DEBUG";
        }
    }
}
