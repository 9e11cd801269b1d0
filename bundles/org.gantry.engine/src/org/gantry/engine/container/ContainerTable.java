// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;

/** The containers of an engine by id and name. Any thread may call. */
final class ContainerTable {
    private final Map<String, Container> byId = new ConcurrentHashMap<>();
    /** Ids by name; a name is here from before its container exists until after it is gone. */
    private final Map<String, String> names = new ConcurrentHashMap<>();

    /** Newest first. */
    List<Container> all() {
        List<Container> all = new ArrayList<>(byId.values());
        all.sort(Comparator.comparing((Container container) -> container.record().created()).reversed());
        return all;
    }

    /**
     * Takes a name.
     *
     * @throws EngineException CONFLICT when it is in use
     */
    void reserve(String name, String id, String tried) {
        String owner = names.putIfAbsent(name, id);
        if (owner != null && !owner.equals(id)) {
            throw new EngineException(ErrorKind.CONFLICT, tried,
                    "Conflict. The container name \"/" + name + "\" is already in use by container \"" + owner + "\"",
                    "You have to remove (or rename) that container to be able to reuse that name.");
        }
    }

    boolean isFree(String name) {
        return !names.containsKey(name);
    }

    void release(String name, String id) {
        names.remove(name, id);
    }

    void add(Container container) {
        byId.put(container.id(), container);
    }

    void remove(Container container) {
        byId.remove(container.id());
        names.remove(container.name(), container.id());
    }

    boolean contains(String id) {
        return byId.containsKey(id);
    }

    /**
     * Finds a container by id, by name, or by the beginning of an id.
     *
     * @throws EngineException NOT_FOUND, or INVALID_PARAMETER when several ids begin like that
     */
    Container find(String reference) {
        Container exact = byId.get(reference);
        if (exact != null) {
            return exact;
        }
        String id = names.get(reference.startsWith("/") ? reference.substring(1) : reference);
        Container named = id == null ? null : byId.get(id);
        if (named != null) {
            return named;
        }
        List<Container> beginning = new ArrayList<>();
        if (!reference.isEmpty()) {
            byId.forEach((full, container) -> {
                if (full.startsWith(reference)) {
                    beginning.add(container);
                }
            });
        }
        if (beginning.size() > 1) {
            throw new EngineException(ErrorKind.INVALID_PARAMETER, "Cannot find the container",
                    "multiple IDs found with provided prefix: " + reference, "give more digits");
        }
        if (beginning.isEmpty()) {
            throw notFound(reference);
        }
        return beginning.get(0);
    }

    static EngineException notFound(String reference) {
        return new EngineException(ErrorKind.NOT_FOUND, "Cannot find the container", "No such container: " + reference, "");
    }
}
