// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container.shim;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Frames over a unix socket. One thread receives; several may send; waiting is on Java sockets only, so virtual threads may. Closing
 * from any thread ends what waits.
 */
final class FrameChannel implements AutoCloseable {
    private static final int VERSION = 1;
    private static final int MAXIMUM = 1_048_640;
    private static final int HEADER = 5;

    private final SocketChannel socket;
    private final ReentrantLock sending = new ReentrantLock();
    /** Only the receiving thread touches it. */
    private boolean greeted;
    private ByteBuffer in = ByteBuffer.allocate(16384).order(ByteOrder.LITTLE_ENDIAN).limit(0);

    private FrameChannel(SocketChannel socket) {
        this.socket = socket;
    }

    /**
     * Connects and greets. The other side greets first of itself; its greeting is looked at before its first frame, so that requests
     * need not wait for it.
     *
     * @throws java.net.ConnectException nobody listens there
     */
    static FrameChannel connect(Path path) throws IOException {
        SocketChannel socket = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            socket.connect(UnixDomainSocketAddress.of(path));
            FrameChannel channel = new FrameChannel(socket);
            channel.send(FrameType.HELLO, Payload.allocate(2).putShort((short) VERSION).flip());
            return channel;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    void send(int type) throws IOException {
        send(type, ByteBuffer.allocate(0));
    }

    /** @param payload is consumed */
    void send(int type, ByteBuffer payload) throws IOException {
        ByteBuffer header = Payload.allocate(HEADER).putInt(payload.remaining() + 1).put((byte) type).flip();
        sending.lock();
        try {
            ByteBuffer[] parts = {header, payload};
            while (header.hasRemaining() || payload.hasRemaining()) {
                socket.write(parts);
            }
        } finally {
            sending.unlock();
        }
    }

    /** What was received can still be read; the other side sees the end of what it reads. */
    void endSending() throws IOException {
        if (socket.isConnected()) {
            socket.shutdownOutput();
        }
    }

    /** @return null at the end of the connection */
    Frame receive() throws IOException {
        if (!greeted) {
            greeted = true;
            int version = receiveSome("greeting").expect(FrameType.HELLO).fields().u16();
            if (version != VERSION) {
                throw new ShimException("it speaks version " + version + " of the protocol, not " + VERSION);
            }
        }
        if (!fill(HEADER)) {
            return null;
        }
        int length = in.getInt();
        if (length < 1 || length > MAXIMUM) {
            throw new ShimException("it sent a frame of impossible length " + length);
        }
        int type = in.get() & 0xff;
        byte[] payload = new byte[length - 1];
        int at = Math.min(payload.length, in.remaining());
        in.get(payload, 0, at);
        ByteBuffer rest = ByteBuffer.wrap(payload, at, payload.length - at);
        while (rest.hasRemaining()) {
            if (socket.read(rest) < 0) {
                throw new ShimException("the connection ended within a frame");
            }
        }
        return new Frame(type, ByteBuffer.wrap(payload));
    }

    /** As {@link #receive}, where an end is a failure. */
    Frame receiveSome(String whileDoing) throws IOException {
        Frame frame = receive();
        if (frame == null) {
            throw new ShimException("the connection ended while " + whileDoing);
        }
        return frame;
    }

    private boolean fill(int count) throws IOException {
        while (in.remaining() < count) {
            in.compact();
            int read = socket.read(in);
            in.flip();
            if (read < 0) {
                if (in.hasRemaining()) {
                    throw new ShimException("the connection ended within a frame");
                }
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // nothing was left to be sent: frames are written whole before send returns
            return;
        }
    }
}
