// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.layer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Names of stacks of layers: OCI image specification, "Layer ChainID". */
public final class ChainId {
    private ChainId() {
    }

    /**
     * The chain id of every layer of a stack.
     *
     * @param diffIds digests of the layers as plain tar, the lowest first
     * @return as many, in the same order
     */
    public static List<Digest> of(List<Digest> diffIds) {
        List<Digest> chain = new ArrayList<>();
        for (Digest diffId : diffIds) {
            if (chain.isEmpty()) {
                chain.add(diffId);
            } else {
                String pair = chain.get(chain.size() - 1) + " " + diffId;
                chain.add(Digest.of(pair.getBytes(StandardCharsets.US_ASCII)));
            }
        }
        return chain;
    }
}
