// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Builds one rtnetlink message: header, fixed part, attributes, in the host's byte order. Source: netlink(7), rtnetlink(7),
 * {@code linux/netlink.h}.
 */
public final class RouteMessage {
    public static final int NEWLINK = 16;
    public static final int DELLINK = 17;
    public static final int GETLINK = 18;
    public static final int NEWADDR = 20;
    public static final int NEWROUTE = 24;
    public static final int GETROUTE = 26;

    public static final int REQUEST = 1;
    public static final int ACK = 4;
    public static final int EXCL = 0x200;
    public static final int CREATE = 0x400;
    public static final int DUMP = 0x300;

    static final int HEADER = 16;

    private final ByteBuffer buffer = ByteBuffer.allocate(2048).order(ByteOrder.nativeOrder());
    private final Deque<Integer> open = new ArrayDeque<>();

    private RouteMessage(int type, int flags) {
        buffer.putInt(0).putShort((short) type).putShort((short) flags).putInt(0).putInt(0);
    }

    public static RouteMessage of(int type, int flags) {
        return new RouteMessage(type, flags | REQUEST);
    }

    /** The fixed part {@code struct ifinfomsg}. */
    public RouteMessage link(int index, int flags, int change) {
        buffer.put((byte) 0).put((byte) 0).putShort((short) 0).putInt(index).putInt(flags).putInt(change);
        return this;
    }

    /** The fixed part {@code struct ifaddrmsg}, for IPv4. */
    public RouteMessage address(int prefixLength, int index) {
        buffer.put((byte) RouteSocket.AF_INET).put((byte) prefixLength).put((byte) 0).put((byte) 0).putInt(index);
        return this;
    }

    /** The fixed part {@code struct rtmsg}, for IPv4 unicast in the main table. */
    public RouteMessage route(int destinationLength) {
        buffer.put((byte) RouteSocket.AF_INET).put((byte) destinationLength).put((byte) 0).put((byte) 0);
        buffer.put((byte) 254).put((byte) 3).put((byte) 0).put((byte) 1).putInt(0);
        return this;
    }

    public RouteMessage attribute(int type, byte[] value) {
        buffer.putShort((short) (4 + value.length)).putShort((short) type).put(value);
        return align();
    }

    public RouteMessage attribute(int type, int value) {
        buffer.putShort((short) 8).putShort((short) type).putInt(value);
        return this;
    }

    public RouteMessage attribute(int type, String value) {
        return attribute(type, Arrays.copyOf(value.getBytes(StandardCharsets.US_ASCII), value.length() + 1));
    }

    /** Opens an attribute that holds others (and, for {@code VETH_INFO_PEER}, a fixed part first). */
    public RouteMessage begin(int type) {
        open.push(buffer.position());
        buffer.putShort((short) 0).putShort((short) type);
        return this;
    }

    public RouteMessage end() {
        int start = open.pop();
        buffer.putShort(start, (short) (buffer.position() - start));
        return align();
    }

    public byte[] bytes() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("an attribute is still open");
        }
        byte[] message = Arrays.copyOf(buffer.array(), buffer.position());
        ByteBuffer.wrap(message).order(ByteOrder.nativeOrder()).putInt(0, message.length);
        return message;
    }

    private RouteMessage align() {
        while (buffer.position() % 4 != 0) {
            buffer.put((byte) 0);
        }
        return this;
    }
}
