// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.ui.terminal.session;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.gantry.engine.api.container.TerminalSize;

/** A process of this machine on a real pseudo terminal, as the shim gives to a container. Source: pty(7), ioctl_tty(2). */
public final class LocalPty implements TerminalProcess {
    private interface LibC extends Library {
        int posix_openpt(int flags);

        int grantpt(int fd);

        int unlockpt(int fd);

        int ptsname_r(int fd, byte[] name, long size);

        long read(int fd, byte[] data, long size);

        long write(int fd, byte[] data, long size);

        int ioctl(int fd, long request, Object... argument);
    }

    private static final int O_RDWR = 2;
    private static final int O_NOCTTY = 0x100;
    private static final long TIOCSWINSZ = 0x5414;
    private static final LibC LIBC = Native.load("c", LibC.class);
    private static final byte[] END = new byte[0];

    private final int master;
    private final Process process;
    private final BlockingQueue<byte[]> output = new ArrayBlockingQueue<>(4);

    /** @param command by absolute path or from PATH; gets a session and this terminal as its controlling one */
    public LocalPty(TerminalSize size, String... command) {
        master = LIBC.posix_openpt(O_RDWR | O_NOCTTY);
        byte[] name = new byte[64];
        if (master < 0 || LIBC.grantpt(master) != 0 || LIBC.unlockpt(master) != 0
                || LIBC.ptsname_r(master, name, name.length) != 0) {
            throw new IllegalStateException("no pseudo terminal");
        }
        resize(size);
        // The leader of a new session gets the first terminal it opens as its controlling one. This process must not open it: it
        // may be a session's leader itself.
        String join = "exec <>" + Native.toString(name) + " >&0 2>&0; exec \"$@\"";
        List<String> words = new ArrayList<>(List.of("setsid", "--wait", "sh", "-c", join, "sh"));
        words.addAll(Arrays.asList(command));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put("TERM", "xterm-256color");
        builder.environment().put("PS1", "$ ");
        builder.environment().put("LC_ALL", "C.UTF-8");
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofPlatform().daemon().name("pty").start(this::readAll);
    }

    private void readAll() {
        byte[] buffer = new byte[64 << 10];
        try {
            long count;
            while ((count = LIBC.read(master, buffer, buffer.length)) > 0) {
                output.put(Arrays.copyOf(buffer, (int) count));
            }
            output.put(END);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ByteBuffer read() throws InterruptedException {
        byte[] next = output.take();
        return next == END ? null : ByteBuffer.wrap(next);
    }

    @Override
    public void write(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        for (int offset = 0; offset < bytes.length;) {
            long written = LIBC.write(master, Arrays.copyOfRange(bytes, offset, bytes.length), bytes.length - offset);
            if (written < 0) {
                return;
            }
            offset += (int) written;
        }
    }

    @Override
    public void resize(TerminalSize size) {
        try (Memory winsize = new Memory(8)) {
            winsize.setShort(0, (short) size.rows());
            winsize.setShort(2, (short) size.columns());
            winsize.setInt(4, 0);
            LIBC.ioctl(master, TIOCSWINSZ, winsize);
        }
    }

    @Override
    public Integer awaitExit() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public byte[] farewell() {
        return new byte[] {3, 4};
    }

    int exitCode() {
        return process.exitValue();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
