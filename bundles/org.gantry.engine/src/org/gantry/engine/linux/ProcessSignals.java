// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.linux;

import com.sun.jna.Native;

/** Signals to processes that cannot be hit by mistake. Source: pidfd_open(2), pidfd_send_signal(2). Call from platform threads only. */
public final class ProcessSignals {
    public static final int SIGKILL = 9;

    private static final long PIDFD_SEND_SIGNAL = 424;
    private static final long PIDFD_OPEN = 434;

    static {
        Native.register(ProcessSignals.class, "c");
    }

    private ProcessSignals() {
    }

    /** Says whether the process that a pid stood for when its descriptor was opened is the one that is meant. */
    public interface Check {
        boolean isMeant(long pid);
    }

    /**
     * Sends a signal to a process that is checked after it was pinned, so that a reused pid is never hit.
     *
     * @return false when there is no such process, or it is not the one that is meant
     */
    public static boolean send(long pid, int signal, Check check) throws KernelException {
        int descriptor = (int) syscall(PIDFD_OPEN, pid, 0L, 0L, 0L);
        if (descriptor < 0) {
            return falseIfEnded(KernelException.last("pidfd_open " + pid));
        }
        try (Fd pinned = new Fd(descriptor)) {
            if (!check.isMeant(pid)) {
                return false;
            }
            return syscall(PIDFD_SEND_SIGNAL, pinned.number(), signal, 0L, 0L) == 0
                    || falseIfEnded(KernelException.last("pidfd_send_signal " + pid));
        }
    }

    /** @return false for a process that has ended; anything else is a failure */
    private static boolean falseIfEnded(KernelException failure) throws KernelException {
        if (failure.errno() == Errno.ESRCH) {
            return false;
        }
        throw failure;
    }

    private static native long syscall(long number, long first, long second, long third, long fourth);
}
