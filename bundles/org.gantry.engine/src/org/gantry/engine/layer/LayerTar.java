// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.gantry.engine.linux.Fd;
import org.gantry.engine.linux.FileContent;
import org.gantry.engine.linux.KernelException;
import org.gantry.engine.linux.OpenFiles;

/** The tar of an unpacked layer, byte for byte as it came: see {@link HeaderStreamWriter}. One thread, a platform one. */
final class LayerTar extends InputStream {
    private static final int BUFFER = 64 * 1024;
    private static final int MAX_PATH = 8192;

    private final LayerFiles files;
    private final DataInputStream headers;
    private final List<Move> moves;
    private final FileContent fileContent = new FileContent();
    private final byte[] one = new byte[1];
    private Fd folder;
    private Fd file;
    private String filePath = "";
    private long filePosition;
    private long contentLeft;
    private int rawLeft;
    private long contents;
    private boolean ended;

    /** Content before this many records that was at the path, or below it, is in {@code replaced} under the name. */
    private record Move(long before, String path, String name) {
        boolean covers(long content, String of) {
            return content < before && (of.equals(path) || of.startsWith(path + "/"));
        }
    }

    LayerTar(LayerFiles files) throws IOException {
        this.files = files;
        this.moves = readMoves(files);
        this.headers = open(files);
        try {
            this.folder = OpenFiles.folder(files.folder());
        } catch (KernelException e) {
            headers.close();
            throw e;
        }
    }

    @Override
    public int read() throws IOException {
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] data, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (rawLeft == 0 && contentLeft == 0) {
            if (ended || !nextRecord()) {
                return -1;
            }
        }
        if (rawLeft > 0) {
            int count = Math.min(rawLeft, length);
            headers.readFully(data, from, count);
            rawLeft -= count;
            return count;
        }
        int count = fileContent.read(file, data, from, (int) Math.min(contentLeft, length), filePosition);
        if (count == 0) {
            throw new IOException("the file " + EntryPath.display(filePath) + " of the layer in " + files.folder()
                    + " is shorter than it was");
        }
        filePosition += count;
        contentLeft -= count;
        return count;
    }

    @Override
    public void close() throws IOException {
        closeFile();
        folder.close();
        headers.close();
    }

    private boolean nextRecord() throws IOException {
        byte tag = headers.readByte();
        switch (tag) {
            case HeaderStreamWriter.RAW -> rawLeft = headers.readInt();
            case HeaderStreamWriter.CONTENT -> {
                String path = readPath(headers);
                filePosition = headers.readLong();
                contentLeft = headers.readLong();
                openFile(path);
                contents++;
            }
            case HeaderStreamWriter.MOVED -> {
                readPath(headers);
                readPath(headers);
            }
            case HeaderStreamWriter.END -> {
                ended = true;
                return false;
            }
            default -> throw new IOException(files.headers() + " is damaged");
        }
        return true;
    }

    private void openFile(String path) throws IOException {
        String where = "fs/" + path;
        for (Move move : moves) {
            if (move.covers(contents, path)) {
                where = "replaced/" + move.name() + path.substring(move.path().length());
                break;
            }
        }
        if (file == null || !filePath.equals(where)) {
            closeFile();
            file = OpenFiles.below(folder, EntryPath.bytes(where), OpenFiles.O_RDONLY | OpenFiles.O_NONBLOCK,
                    OpenFiles.RESOLVE_BENEATH | OpenFiles.RESOLVE_NO_SYMLINKS);
            filePath = where;
        }
    }

    private void closeFile() {
        if (file != null) {
            file.close();
            file = null;
        }
    }

    private static DataInputStream open(LayerFiles files) throws IOException {
        DataInputStream in = new DataInputStream(
                new BufferedInputStream(new ZstdInputStream(Files.newInputStream(files.headers())), BUFFER));
        if (in.readInt() != HeaderStreamWriter.MAGIC) {
            in.close();
            throw new IOException(files.headers() + " is of an unknown form");
        }
        return in;
    }

    /** Few layers have any, but those that do tell of them only after what they concern. */
    private static List<Move> readMoves(LayerFiles files) throws IOException {
        List<Move> moves = new ArrayList<>();
        if (!Files.exists(files.replaced())) {
            return moves;
        }
        try (DataInputStream in = open(files)) {
            long contents = 0;
            while (true) {
                switch (in.readByte()) {
                    case HeaderStreamWriter.RAW -> in.skipNBytes(in.readInt());
                    case HeaderStreamWriter.CONTENT -> {
                        readPath(in);
                        in.skipNBytes(2L * Long.BYTES);
                        contents++;
                    }
                    case HeaderStreamWriter.MOVED -> {
                        String path = readPath(in);
                        moves.add(new Move(contents, path, readPath(in)));
                    }
                    case HeaderStreamWriter.END -> {
                        return moves;
                    }
                    default -> throw new EOFException(files.headers() + " is damaged");
                }
            }
        }
    }

    private static String readPath(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAX_PATH) {
            throw new IOException("a layer's header stream is damaged");
        }
        return EntryPath.latin1(in.readNBytes(length));
    }
}
