// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.image.LoadSource;
import org.gantry.engine.api.image.LoadedImages;
import org.gantry.engine.image.archive.ArchiveException;
import org.gantry.engine.image.archive.ArchiveFiles;
import org.gantry.engine.image.archive.ArchiveImage;
import org.gantry.engine.image.archive.ArchiveIntake;
import org.gantry.engine.image.archive.DockerArchive;
import org.gantry.engine.image.archive.OciLayout;
import org.gantry.engine.image.archive.PlatformChoice;
import org.gantry.engine.api.job.JobContext;
import org.gantry.engine.layer.Digest;
import org.gantry.engine.layer.LayerStore;
import org.gantry.engine.layer.UnpackLimits;
import org.gantry.engine.layer.tar.TarFormatException;
import org.gantry.engine.linux.Fd;
import org.gantry.engine.linux.FileSync;
import org.gantry.engine.linux.OpenFiles;

/**
 * Loads archives: takes one in, verifies and prepares its images, publishes them together. However a load ends, nothing of it stays but
 * published images.
 */
final class ImageLoader {
    private final UnpackLimits limits;
    private final FileWorkers workers;
    private final ImageIndex index;
    private final LayerStore layers;
    private final Leases leases;
    private final ImageCommit commit;
    private final ImageSweeper sweeper;
    private final ReentrantLock lock;

    /** @param lock the images' */
    ImageLoader(UnpackLimits limits, FileWorkers workers, ImageIndex index, LayerStore layers, Leases leases,
            ImageCommit commit, ImageSweeper sweeper, ReentrantLock lock) {
        this.limits = limits;
        this.workers = workers;
        this.index = index;
        this.layers = layers;
        this.leases = leases;
        this.commit = commit;
        this.sweeper = sweeper;
        this.lock = lock;
    }

    /** Loads, on a platform thread; does not close the source. */
    LoadedImages load(LoadSource source, JobContext context) throws InterruptedException {
        String tried = "Cannot load " + source.name();
        try {
            Lease lease = leases.take("load " + source.name());
            try {
                return load(source, context, lease);
            } finally {
                tidy(lease, context);
            }
        } catch (ArchiveException | TarFormatException e) {
            int remedy = e.getMessage().indexOf("; ");
            throw new EngineException(ErrorKind.INVALID_PARAMETER, tried,
                    remedy < 0 ? e.getMessage() : e.getMessage().substring(0, remedy),
                    remedy < 0 ? "check that the file is complete and was made by docker save or as an OCI layout"
                            : e.getMessage().substring(remedy + 2), e);
        } catch (IOException e) {
            throw EngineException.system(tried, e, "check the disk's free space and the engine's log, then load again");
        }
    }

    private LoadedImages load(LoadSource source, JobContext context, Lease lease) throws IOException, InterruptedException {
        LoadProgress progress = new LoadProgress(context, source.size());
        Set<Digest> known = pinnedContents(lease);
        ArchiveIntake archive = new ArchiveIntake(limits, workers.unpackers(), known, lease.work(), progress);
        LayerIntake layerIntake = new LayerIntake(limits, workers.unpackers(), lease.work(), progress);
        try {
            ArchiveFiles files = archive.take(source.content());
            LayerPreparation preparation = new LayerPreparation(layers, layerIntake, verifiedBlobs(known),
                    chainId -> pinIfPresent(chainId, lease));
            List<PreparedImage> images = prepare(imagesOf(files), preparation, context);
            syncAll(lease);
            context.checkCancelled();
            LoadedImages loaded;
            lock.lock();
            try {
                loaded = commit.commit(images);
            } finally {
                lock.unlock();
            }
            loaded.tags().forEach(tag -> context.log("Loaded image: " + tag));
            return loaded;
        } finally {
            archive.awaitEnd();
            layerIntake.awaitEnd();
        }
    }

    private static List<ArchiveImage> imagesOf(ArchiveFiles files) throws IOException {
        List<ArchiveImage> images;
        if (DockerArchive.isOne(files)) {
            images = DockerArchive.images(files);
        } else if (OciLayout.isOne(files)) {
            images = new OciLayout(files, PlatformChoice.machine()).images();
        } else {
            throw new ArchiveException("it is no image archive: it has neither manifest.json nor index.json"
                    + "; load what docker save or an OCI layout writes");
        }
        if (images.isEmpty()) {
            throw new ArchiveException("it lists no image");
        }
        return images;
    }

    private static List<PreparedImage> prepare(List<ArchiveImage> images, LayerPreparation preparation, JobContext context)
            throws IOException, InterruptedException {
        images.forEach(preparation::start);
        List<PreparedImage> prepared = new ArrayList<>();
        for (ArchiveImage image : images) {
            context.checkCancelled();
            Configuration configuration = ConfigurationReader.read(ArchiveFiles.json("image configuration", image.config()));
            prepared.add(new PreparedImage(names(image), image.config(), configuration, preparation.prepare(image, configuration),
                    image.manifest()));
        }
        return prepared;
    }

    private static List<ImageReference> names(ArchiveImage image) throws ArchiveException {
        List<ImageReference> names = new ArrayList<>();
        for (String name : image.names()) {
            names.add(ImageReference.tryParse(name).orElseThrow(
                    () -> new ArchiveException("it calls an image \"" + name + "\", which is an invalid reference format")));
        }
        return names;
    }

    private boolean pinIfPresent(Digest chainId, Lease lease) {
        lock.lock();
        try {
            boolean present = layers.has(chainId);
            if (present) {
                lease.pin(chainId);
            }
            return present;
        } finally {
            lock.unlock();
        }
    }

    /** Contents that need not be unpacked again; their layers stay until the load is over. */
    private Set<Digest> pinnedContents(Lease lease) throws IOException {
        Set<Digest> contents = new HashSet<>();
        lock.lock();
        try {
            for (Digest chainId : layers.all()) {
                lease.pin(chainId);
                Digest.parse(layers.record(chainId).diffId()).ifPresent(contents::add);
            }
        } finally {
            lock.unlock();
        }
        return contents;
    }

    /** Compressed blobs of images that the store has were unpacked and verified once; they need not be again. */
    private Map<Digest, Digest> verifiedBlobs(Set<Digest> contents) {
        Map<Digest, Digest> verified = new HashMap<>();
        for (ImageRecord image : index.table().images()) {
            for (ImageRecord.LayerBlob layer : image.layers()) {
                Optional<Digest> diffId = Digest.parse(layer.diffId()).filter(contents::contains);
                Digest.parse(layer.blob()).ifPresent(blob -> diffId.ifPresent(content -> verified.put(blob, content)));
            }
        }
        return verified;
    }

    private static void syncAll(Lease lease) throws IOException {
        try (Fd folder = OpenFiles.folder(lease.work())) {
            FileSync.fileSystem(folder);
        }
    }

    /** What could not be tidied away now is when the store is opened next; the load itself stands as it ended. */
    private void tidy(Lease lease, JobContext context) {
        try {
            leases.release(lease);
            lock.lock();
            try {
                sweeper.sweep();
            } finally {
                lock.unlock();
            }
        } catch (IOException e) {
            context.log("Could not remove what the load left: " + e.getMessage());
        }
    }
}
