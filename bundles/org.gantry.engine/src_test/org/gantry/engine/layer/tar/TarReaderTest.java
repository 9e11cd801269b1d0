// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer.tar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.gantry.engine.layer.tar.TarEntry.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarReaderTest {
    private static List<TarEntry> read(byte[] tar) throws IOException {
        TarReader reader = new TarReader(new ByteArrayInputStream(tar), RawBytes.NONE);
        List<TarEntry> entries = new ArrayList<>();
        for (TarEntry entry = reader.next(); entry != null; entry = reader.next()) {
            entries.add(entry);
        }
        return entries;
    }

    private static TarEntry only(byte[] tar) throws IOException {
        List<TarEntry> entries = read(tar);
        assertEquals(1, entries.size());
        return entries.get(0);
    }

    private static String name(TarEntry entry) {
        return new String(entry.name(), StandardCharsets.UTF_8);
    }

    private static void refuses(byte[] tar, String reason) {
        TarFormatException refused = assertThrows(TarFormatException.class, () -> read(tar));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    @Test
    void readsWhatALibraryWrites() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> names = new ArrayList<>();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            Random random = new Random(7);
            for (int i = 0; i < 200; i++) {
                String name = "d" + i + "/" + "ü".repeat(random.nextInt(3)) + "n".repeat(1 + random.nextInt(180));
                TarArchiveEntry entry = new TarArchiveEntry(name);
                entry.setSize(random.nextInt(3000));
                entry.setIds(random.nextInt(1 << 22), random.nextInt());
                entry.setGroupId(Math.abs((long) random.nextInt()));
                tar.putArchiveEntry(entry);
                tar.write(new byte[(int) entry.getSize()]);
                tar.closeArchiveEntry();
                names.add(name);
            }
        }
        List<TarEntry> entries = read(bytes.toByteArray());
        assertEquals(names, entries.stream().map(TarReaderTest::name).toList());
        try (TarArchiveInputStream oracle = new TarArchiveInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (TarEntry entry : entries) {
                TarArchiveEntry expected = oracle.getNextEntry();
                assertEquals(expected.getSize(), entry.size());
                assertEquals(expected.getLongUserId(), entry.uid());
                assertEquals(expected.getLongGroupId(), entry.gid());
            }
        }
    }

    @Test
    void keepsNamesAndAttributesAsBytes() throws IOException {
        byte[] name = {'a', (byte) 0xFF, (byte) 0xFE, '\n', 'b'};
        TarEntry entry = only(new TestTar().pax("SCHILY.xattr.security.capability", "\1\0\0\2\0\u0080\0\n\0\0\0\0")
                .file(name, 0644, new byte[0]).end());
        assertArrayEquals(name, entry.name());
        assertArrayEquals(TestTar.latin1("\1\0\0\2\0\u0080\0\n\0\0\0\0"), entry.attributes().get("security.capability"));
        byte[] long255 = new byte[255];
        Arrays.fill(long255, (byte) 0xE9);
        assertArrayEquals(long255, only(new TestTar().special('L', long255).file("short", 0644, "").end()).name());
        assertArrayEquals(long255, only(new TestTar().pax("path", new String(long255, StandardCharsets.ISO_8859_1))
                .file("short", 0644, "").end()).name());
    }

    @Test
    void readsTimesAndNumbersOfAllForms() throws IOException {
        TarEntry precise = only(new TestTar().pax("mtime", "1700000000.123456789", "uid", "4000000000").file("f", 04755, "").end());
        assertEquals(1_700_000_000, precise.modifiedSeconds());
        assertEquals(123_456_789, precise.modifiedNanos());
        assertEquals(4_000_000_000L, precise.uid());
        assertEquals(04755, precise.mode());
        TarEntry before1970 = only(new TestTar().pax("mtime", "-1.25").file("f", 0644, "").end());
        assertEquals(-2, before1970.modifiedSeconds());
        assertEquals(750_000_000, before1970.modifiedNanos());
        TestTar tar = new TestTar();
        byte[] header = tar.header(new byte[] {'f'}, '0', 0644, 0, "");
        Arrays.fill(header, 136, 148, (byte) 0xFF);
        assertEquals(-1, only(tar.raw(TestTar.seal(header)).end()).modifiedSeconds());
    }

    @Test
    void readsPrefixesOfUstarAndOfOldGo() throws IOException {
        TestTar ustar = new TestTar();
        byte[] header = ustar.header(new byte[] {'f'}, '0', 0644, 0, "");
        System.arraycopy("some/where".getBytes(), 0, header, 345, 10);
        assertEquals("some/where/f", name(only(ustar.raw(TestTar.seal(header)).end())));
        TestTar oldGo = new TestTar();
        System.arraycopy("ustar  \0".getBytes(), 0, header, 257, 8);
        assertEquals("some/where/f", name(only(oldGo.raw(TestTar.seal(header)).end())));
        TestTar gnuWithTime = new TestTar();
        Arrays.fill(header, 345, 500, (byte) 0);
        System.arraycopy("14144444444\0".getBytes(), 0, header, 345, 12);
        assertEquals("f", name(only(gnuWithTime.raw(TestTar.seal(header)).end())));
    }

    @Test
    void givesEveryByteEitherAsContentOrRaw() throws IOException {
        byte[] tar = new TestTar().folder("d", 0755).pax("path", "d/" + "x".repeat(300)).file("x", 0644, "hello")
                .file("empty", 0644, "").symbolicLink("l", "x").raw(new byte[10240]).cut();
        ByteArrayOutputStream together = new ByteArrayOutputStream();
        TarReader reader = new TarReader(new ByteArrayInputStream(tar), together::write);
        byte[] buffer = new byte[3];
        for (TarEntry entry = reader.next(); entry != null; entry = reader.next()) {
            for (int count = reader.read(buffer, 0, 3); count > 0; count = reader.read(buffer, 0, 3)) {
                together.write(buffer, 0, count);
            }
        }
        reader.drain();
        assertArrayEquals(tar, together.toByteArray());
        assertTrue(reader.endMarkSeen());
    }

    @Test
    void readsSparseMapsOfAllPaxForms() throws IOException {
        List<Segment> expected = List.of(new Segment(1000, 3), new Segment(5000, 2));
        TarEntry form00 = only(new TestTar().pax("GNU.sparse.size", "9000", "GNU.sparse.offset", "1000", "GNU.sparse.numbytes", "3",
                "GNU.sparse.offset", "5000", "GNU.sparse.numbytes", "2").file("f", 0644, "abcde").end());
        TarEntry form01 = only(new TestTar().pax("GNU.sparse.size", "9000", "GNU.sparse.map", "1000,3,5000,2")
                .file("f", 0644, "abcde").end());
        byte[] map = Arrays.copyOf("2\n1000\n3\n5000\n2\n".getBytes(), 512 + 5);
        System.arraycopy("abcde".getBytes(), 0, map, 512, 5);
        TarEntry form10 = only(new TestTar().pax("GNU.sparse.major", "1", "GNU.sparse.minor", "0", "GNU.sparse.name", "real",
                "GNU.sparse.realsize", "9000").file("GNUSparseFile.0/f".getBytes(), 0644, map).end());
        assertEquals("real", name(form10));
        for (TarEntry entry : List.of(form00, form01, form10)) {
            assertEquals(expected, entry.segments());
            assertEquals(9000, entry.size());
            assertEquals(5, entry.stored());
        }
    }

    @Test
    void refusesSparseMapsThatLie() {
        refuses(new TestTar().pax("GNU.sparse.size", "10", "GNU.sparse.map", "5,3,4,2").file("f", 0644, "abcde").end(), "out of order");
        refuses(new TestTar().pax("GNU.sparse.size", "10", "GNU.sparse.map", "8,5").file("f", 0644, "abcde").end(), "out of order");
        refuses(new TestTar().pax("GNU.sparse.size", "9223372036854775807", "GNU.sparse.map", "9223372036854775806,5")
                .file("f", 0644, "abcde").end(), "out of order");
        refuses(new TestTar().pax("GNU.sparse.size", "100", "GNU.sparse.map", "5,3").file("f", 0644, "abcde").end(), "does not fit");
        refuses(new TestTar().pax("GNU.sparse.major", "1", "GNU.sparse.minor", "0", "GNU.sparse.realsize", "9")
                .file("f", 0644, "9999999999999999999999").end(), "sparse file is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17 path=toolong\n", "4 p=\n", "0 a=b\n", "x a=b\n", "9 pathabc\n", "99999999999 a=b\n", "8 path=a"})
    void refusesMalformedPaxRecords(String body) {
        refuses(new TestTar().special('x', body.getBytes()).file("f", 0644, "").end(), "PAX");
    }

    @Test
    void refusesPaxNumbersThatOverflow() {
        refuses(new TestTar().pax("size", "99999999999999999999").file("f", 0644, "").end(), "for a number");
        refuses(new TestTar().pax("size", "-1").file("f", 0644, "").end(), "negative size");
        refuses(new TestTar().pax("uid", "4294967295").file("f", 0644, "").end(), "impossible owner");
        refuses(new TestTar().pax("path", "a\0b").file("f", 0644, "").end(), "NUL");
        refuses(new TestTar().pax("size", "9223372036854775807").file("f", 0644, "abc").end(), "cut off");
    }

    @Test
    void refusesHeadersThatAreTooLarge() {
        TestTar tar = new TestTar();
        refuses(tar.entry(new byte[] {'x'}, 'x', 0644, (1 << 20) + 1, "").end(), "larger than");
    }

    @Test
    void refusesWhatIsDamaged() {
        byte[] tar = new TestTar().file("f", 0644, "hello").end();
        tar[0] = 'g';
        refuses(tar, "checksum");
        refuses(new TestTar().file("f", 0644, "x").raw(new byte[512]).file("g", 0644, "y").end(), "after an end mark");
        refuses(new TestTar().entry(new byte[] {'f'}, 'Z', 0644, 0, "").end(), "unknown type 90");
    }

    @Test
    void neverTakesACutTarForAWholeOne() throws IOException {
        byte[] tar = new TestTar().folder("d", 0755).pax("path", "d/" + "x".repeat(200)).file("x", 0644, "y".repeat(700)).end();
        for (int length = 0; length < tar.length - 1024; length++) {
            byte[] cut = Arrays.copyOf(tar, length);
            TarReader reader = new TarReader(new ByteArrayInputStream(cut), RawBytes.NONE);
            try {
                while (reader.next() != null) {
                    continue;
                }
                assertFalse(reader.endMarkSeen(), "cut at " + length);
            } catch (TarFormatException expected) {
                assertTrue(expected.getMessage().contains("cut off"), expected.getMessage());
            }
        }
    }

    @Test
    void survivesRandomDamage() {
        byte[] tar = new TestTar().folder("d", 0755).pax("path", "d/long", "mtime", "1.5", "GNU.sparse.size", "100", "GNU.sparse.map",
                "5,5").file("x", 0644, "abcde").special('L', "name".getBytes()).hardLink("h", "d/long").end();
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = tar.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            // Headers are sealed again now and then, or the checksum would hide all that lies behind it.
            for (int block = 0; random.nextBoolean() && block + 512 <= damaged.length; block += 512) {
                byte[] header = Arrays.copyOfRange(damaged, block, block + 512);
                if (!TarHeader.isZero(header)) {
                    System.arraycopy(TestTar.seal(header), 0, damaged, block, 512);
                }
            }
            try {
                read(damaged);
            } catch (TarFormatException expected) {
                continue;
            } catch (IOException e) {
                throw new AssertionError("not a tar's fault?", e);
            }
        }
    }

    @Test
    void ignoresGlobalHeadersAsGoDoes() throws IOException {
        assertEquals("f", name(only(new TestTar().special('g', "15 path=global\n".getBytes()).file("f", 0644, "").end())));
        assertNull(new TarReader(new ByteArrayInputStream(new byte[1024]), RawBytes.NONE).next());
    }
}
