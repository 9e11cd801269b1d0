// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gantry.engine.api.Engine;
import org.gantry.engine.api.container.Containers;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.event.EventJournal;
import org.gantry.engine.api.image.Images;
import org.gantry.engine.api.job.Job;
import org.gantry.engine.api.job.JobInfo;
import org.gantry.engine.api.job.Jobs;
import org.gantry.engine.api.network.NetworkInfo;
import org.gantry.engine.api.network.Networks;
import org.gantry.engine.api.system.EngineSystem;
import org.gantry.engine.api.system.EngineVersion;
import org.gantry.engine.api.system.SystemInfo;
import org.gantry.engine.api.volume.VolumeInfo;
import org.gantry.engine.api.volume.Volumes;

/** An engine for tests of the server: its containers are plain processes of this machine, without any isolation. */
final class LocalEngine implements Engine {
    final LocalJournal journal = new LocalJournal();
    final LocalContainers containers = new LocalContainers(journal);
    final LocalImages images = new LocalImages();

    static EngineException notFound(String what) {
        return new EngineException(ErrorKind.NOT_FOUND, "Cannot find " + what, "it does not exist", "");
    }

    @Override
    public String id() {
        return LocalJournal.ENGINE;
    }

    @Override
    public Images images() {
        return images;
    }

    @Override
    public Containers containers() {
        return containers;
    }

    @Override
    public Networks networks() {
        return new Networks() {
            @Override
            public List<NetworkInfo> list() {
                return List.of();
            }

            @Override
            public NetworkInfo inspect(String network) {
                throw notFound("network " + network);
            }
        };
    }

    @Override
    public Volumes volumes() {
        return new Volumes() {
            @Override
            public List<VolumeInfo> list() {
                return List.of();
            }

            @Override
            public VolumeInfo inspect(String name) {
                throw notFound("volume " + name);
            }

            @Override
            public VolumeInfo create(String name, Map<String, String> labels) {
                return new VolumeInfo(name, Instant.EPOCH, "/" + name, labels, false);
            }

            @Override
            public void remove(String name) {
                throw notFound("volume " + name);
            }
        };
    }

    @Override
    public EngineSystem system() {
        return new EngineSystem() {
            @Override
            public EngineVersion version() {
                return new EngineVersion("Local", "1.2.3", "1.0", "1.0", "", "", "Java", "linux", "amd64", "6.1");
            }

            @Override
            public SystemInfo info() {
                return new SystemInfo(id(), "host", 1, 2, 3, 4, 5, "Debian", 2, 1024, "/data", "/run", "1", List.of());
            }
        };
    }

    @Override
    public Jobs jobs() {
        return new Jobs() {
            @Override
            public List<JobInfo> list() {
                return List.of();
            }

            @Override
            public Optional<Job<?>> find(String id) {
                return Optional.empty();
            }
        };
    }

    @Override
    public EventJournal journal() {
        return journal;
    }

    @Override
    public void close() {
        journal.close();
    }
}
