// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.store;

import java.util.List;

/**
 * Who has a store open, noted beside its lock.
 *
 * @param pid process
 * @param hosts where it is served
 */
record StoreOwner(long pid, List<String> hosts) {
}
