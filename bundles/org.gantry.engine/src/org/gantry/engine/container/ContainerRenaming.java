// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.io.IOException;
import java.util.Map;
import org.gantry.engine.api.container.ContainerState;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.event.ContainerAction;

/** Gives containers other names. */
final class ContainerRenaming {
    private final ContainerTable table;
    private final ContainerStore store;
    private final BlockingWork work;
    private final ContainerEvents events;

    ContainerRenaming(ContainerTable table, ContainerStore store, BlockingWork work, ContainerEvents events) {
        this.table = table;
        this.store = store;
        this.work = work;
        this.events = events;
    }

    void rename(Container container, String asked) {
        String tried = "Cannot rename container " + container.name();
        String name = ContainerNames.check(asked, tried);
        container.lock().lock();
        try {
            String old = container.name();
            if (name.equals(old)) {
                throw new EngineException(ErrorKind.INVALID_PARAMETER, tried,
                        "Renaming a container with the same name as its current name", "choose another name");
            }
            if (container.state() == ContainerState.REMOVING) {
                throw new EngineException(ErrorKind.CONFLICT, tried, "it is being removed", "");
            }
            table.reserve(name, container.id(), tried);
            ContainerRecord renamed = container.record().renamed(name);
            try {
                work.run(() -> store.save(renamed));
            } catch (IOException e) {
                table.release(name, container.id());
                throw EngineException.system(tried, e, "check the disk of the store");
            }
            container.record(renamed);
            table.release(old, container.id());
            events.publish(ContainerAction.RENAMED, renamed, Map.of("oldName", "/" + old));
        } finally {
            container.lock().unlock();
        }
    }
}
