// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.linux;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;

/**
 * Changes nftables rules of this process's network namespace through libnftables, one transaction a call. Used by one thread at a
 * time, never a virtual one. Source: libnftables(3), libnftables-json(5).
 */
public final class NfTables implements AutoCloseable {
    private static final int OUTPUT_JSON = 1 << 4;

    private Pointer context;

    private NfTables(Pointer context) {
        this.context = context;
    }

    /** @throws IOException the library is not installed; says so with its package's name */
    public static NfTables open() throws IOException {
        Pointer context;
        try {
            context = Binding.nft_ctx_new(0);
        } catch (LinkageError e) {
            throw new IOException("libnftables.so.1 cannot be loaded, install the package libnftables1", e);
        }
        Binding.nft_ctx_buffer_output(context);
        Binding.nft_ctx_buffer_error(context);
        Binding.nft_ctx_output_set_flags(context, OUTPUT_JSON);
        return new NfTables(context);
    }

    /**
     * Runs commands, all or none of which take effect.
     *
     * @param json an object {@code {"nftables": […]}}
     * @return what was printed
     */
    public String run(String json) throws IOException {
        if (context == null) {
            throw new IllegalStateException("closed");
        }
        if (Binding.nft_run_cmd_from_buffer(context, json) != 0) {
            throw new IOException("nftables refused: " + Binding.nft_ctx_get_error_buffer(context).strip());
        }
        return Binding.nft_ctx_get_output_buffer(context);
    }

    @Override
    public void close() {
        if (context != null) {
            Binding.nft_ctx_free(context);
            context = null;
        }
    }

    /** Bound on first use, so that a host without the library can run everything else. */
    private static final class Binding {
        static {
            Native.register(Binding.class, "libnftables.so.1");
        }

        static native Pointer nft_ctx_new(int flags);

        static native void nft_ctx_free(Pointer context);

        static native int nft_ctx_buffer_output(Pointer context);

        static native int nft_ctx_buffer_error(Pointer context);

        static native String nft_ctx_get_output_buffer(Pointer context);

        static native String nft_ctx_get_error_buffer(Pointer context);

        static native void nft_ctx_output_set_flags(Pointer context, int flags);

        static native int nft_run_cmd_from_buffer(Pointer context, String commands);
    }
}
