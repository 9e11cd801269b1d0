// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * An IPv4 subnet.
 *
 * @param base its first address as a number, host bits zero
 * @param prefix length of its prefix, 0 to 32
 */
record Subnet(int base, int prefix) {
    Subnet {
        if (prefix < 0 || prefix > 32 || (base & ~mask(prefix)) != 0) {
            throw new IllegalArgumentException("not a subnet: " + text(base) + "/" + prefix);
        }
    }

    /** Reads {@code 172.17.0.0/16}. */
    static Subnet parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("not a subnet: " + text);
        }
        return new Subnet(number(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    /** An address as a number; also takes {@code address/prefix}. */
    static int number(String address) {
        int slash = address.indexOf('/');
        String plain = slash < 0 ? address : address.substring(0, slash);
        if (!plain.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
            throw new IllegalArgumentException("not an IPv4 address: " + address);
        }
        try {
            return ByteBuffer.wrap(InetAddress.getByName(plain).getAddress()).getInt();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an IPv4 address: " + address, e);
        }
    }

    static byte[] bytes(int address) {
        return ByteBuffer.allocate(4).putInt(address).array();
    }

    static String text(int address) {
        try {
            return InetAddress.getByAddress(bytes(address)).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean overlaps(Subnet other) {
        int shorter = mask(Math.min(prefix, other.prefix));
        return (base & shorter) == (other.base & shorter);
    }

    boolean contains(int address) {
        return (address & mask(prefix)) == base;
    }

    /** The first usable address: the bridge's own. */
    int gateway() {
        return base + 1;
    }

    int broadcast() {
        return base | ~mask(prefix);
    }

    @Override
    public String toString() {
        return text(base) + "/" + prefix;
    }

    private static int mask(int prefix) {
        return prefix == 0 ? 0 : -1 << (32 - prefix);
    }
}
