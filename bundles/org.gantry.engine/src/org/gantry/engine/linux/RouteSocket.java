// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * An rtnetlink socket in the network namespace of this process. Used by one thread; calls block in the kernel, so never by a virtual
 * one. Source: netlink(7), rtnetlink(7).
 */
public final class RouteSocket implements AutoCloseable {
    public static final int AF_INET = 2;

    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW_CLOEXEC = 3 | 0x80000;
    private static final int NETLINK_ROUTE = 0;
    private static final int TYPE_ERROR = 2;
    private static final int TYPE_DONE = 3;
    private static final int FLAG_MULTI = 2;

    static {
        Native.register(RouteSocket.class, "c");
    }

    private final int fd;
    private final byte[] received = new byte[64 * 1024];
    private int sequence;

    private RouteSocket(int fd) {
        this.fd = fd;
    }

    public static RouteSocket open() throws IOException {
        try {
            return new RouteSocket(socket(AF_NETLINK, SOCK_RAW_CLOEXEC, NETLINK_ROUTE));
        } catch (LastErrorException e) {
            throw new KernelException("socket AF_NETLINK", e.getErrorCode());
        }
    }

    /**
     * Sends a request and waits for its acknowledgement.
     *
     * @param what for the error: {@code "add bridge gantry0"}
     */
    public void request(String what, RouteMessage message) throws IOException {
        exchange(what, message.bytes(), RouteMessage.ACK);
    }

    /** Sends a request that is answered by messages; each answer is one whole message with its header. */
    public List<ByteBuffer> query(String what, RouteMessage message) throws IOException {
        return exchange(what, message.bytes(), 0);
    }

    @Override
    public void close() {
        LibC.close(fd);
    }

    private List<ByteBuffer> exchange(String what, byte[] message, int flags) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(message).order(ByteOrder.nativeOrder());
        header.putShort(6, (short) (header.getShort(6) | flags));
        int mine = ++sequence;
        header.putInt(8, mine);
        List<ByteBuffer> answers = new ArrayList<>();
        try {
            send(fd, message, message.length, 0);
            boolean more = true;
            while (more) {
                int length = (int) recv(fd, received, received.length, 0);
                more = take(what, ByteBuffer.wrap(received, 0, length), mine, answers);
            }
        } catch (LastErrorException e) {
            throw new KernelException(what, e.getErrorCode());
        }
        return answers;
    }

    /** Takes the messages of one datagram; false when the last has come. */
    private static boolean take(String what, ByteBuffer datagram, int mine, List<ByteBuffer> answers) throws KernelException {
        datagram.order(ByteOrder.nativeOrder());
        boolean more = true;
        while (datagram.remaining() >= RouteMessage.HEADER) {
            int start = datagram.position();
            int length = datagram.getInt(start);
            int type = datagram.getShort(start + 4);
            int flags = datagram.getShort(start + 6);
            if (datagram.getInt(start + 8) == mine) {
                if (type == TYPE_ERROR) {
                    int error = -datagram.getInt(start + RouteMessage.HEADER);
                    if (error != 0) {
                        throw new KernelException(what, error);
                    }
                    more = false;
                } else if (type == TYPE_DONE) {
                    more = false;
                } else {
                    byte[] copy = new byte[length];
                    datagram.get(start, copy);
                    answers.add(ByteBuffer.wrap(copy).order(ByteOrder.nativeOrder()));
                    more = (flags & FLAG_MULTI) != 0;
                }
            }
            datagram.position(Math.min(datagram.limit(), start + (length + 3) / 4 * 4));
        }
        return more;
    }

    private static native int socket(int domain, int type, int protocol) throws LastErrorException;

    private static native long send(int fd, byte[] data, long length, int flags) throws LastErrorException;

    private static native long recv(int fd, byte[] data, long length, int flags) throws LastErrorException;
}
