// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.api.event.ImageAction;
import org.gantry.engine.api.image.ImageDetails;
import org.gantry.engine.api.image.ImageRemoval;
import org.gantry.engine.api.image.ImageSummary;
import org.gantry.engine.api.image.Images;
import org.gantry.engine.api.image.LoadSource;
import org.gantry.engine.api.image.LoadedImages;
import org.gantry.engine.api.job.Job;
import org.gantry.engine.api.job.JobKind;
import org.gantry.engine.api.event.EventLog;
import org.gantry.engine.api.job.JobContext;
import org.gantry.engine.api.job.JobRunner;
import org.gantry.engine.layer.Digest;
import org.gantry.engine.layer.LayerStore;
import org.gantry.engine.layer.UnpackLimits;
import org.gantry.engine.store.StoreLayout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The images of a store. Any thread, virtual ones included; {@link #recover} comes before all else. */
public final class ImageStore implements Images, ImageResolver, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ImageStore.class);

    private final FileWorkers workers = new FileWorkers();
    /** Held while the index changes, and while what nothing reaches is removed. */
    private final ReentrantLock lock = new ReentrantLock();
    private final JobRunner jobs;
    private final ImageUsers users;
    private final Leases leases;
    private final LayerStore layers;
    private final ImageIndex index;
    private final Configurations configurations;
    private final ImageDescriptions descriptions;
    private final ImageEvents events;
    private final ImageSweeper sweeper;
    private final ImageRemover remover;
    private final ImageLoader loader;

    /**
     * @param layout of an open store
     * @param users asked whenever it matters who stands on an image
     * @throws EngineException the index of images cannot be read
     */
    public ImageStore(StoreLayout layout, EventLog log, JobRunner jobs, ImageUsers users, UnpackLimits limits) {
        this.jobs = jobs;
        this.users = users;
        this.leases = new Leases(layout.leases());
        this.layers = new LayerStore(layout.layers());
        BlobStore blobs = new BlobStore(layout.blobs());
        this.configurations = new Configurations(blobs);
        this.descriptions = new ImageDescriptions(configurations, layers);
        this.events = new ImageEvents(log);
        try {
            this.index = new ImageIndex(layout.images());
        } catch (IOException e) {
            throw EngineException.system("Cannot open the images of the store " + layout.dataRoot(), e,
                    "restore that file from a backup, or move it away to start without images");
        }
        this.sweeper = new ImageSweeper(index, configurations, layers, blobs, leases, users, workers.remover());
        this.remover = new ImageRemover(index, configurations, sweeper, users, events);
        this.loader = new ImageLoader(limits, workers, index, layers, leases, new ImageCommit(index, layers, blobs, events),
                sweeper, lock);
    }

    /**
     * Removes what work that was cut off left behind. To be called once, when the users of images are known, before any other method.
     * What cannot be removed stays for the next time: an engine with some waste is better than none.
     */
    public void recover() {
        ask("Cannot clean up the images", () -> {
            lock.lock();
            try {
                leases.removeAbandoned();
                return sweeper.sweep();
            } catch (IOException e) {
                LOG.warn("Cannot clean up the images; this is tried again when the store is opened next", e);
                return List.of();
            } finally {
                lock.unlock();
            }
        });
    }

    @Override
    public List<ImageSummary> list() {
        return ask("Cannot list the images", () -> descriptions.list(index.table(), users.uses()));
    }

    /** Bytes of all unpacked layers, each counted once. */
    public long layerBytes() {
        return ask("Cannot sum up the layers", () -> {
            long bytes = 0;
            for (Digest chainId : layers.all()) {
                bytes += layers.record(chainId).size();
            }
            return bytes;
        });
    }

    @Override
    public ImageDetails inspect(String image) {
        ImageTable table = index.table();
        ImageRecord found = ImageLookup.find(table, image).image();
        return ask("Cannot inspect " + image, () -> descriptions.details(found, table, users.uses()));
    }

    @Override
    public ResolvedImage resolve(String reference) {
        String id = idOf(reference);
        return ask("Cannot use the image " + reference, () -> {
            Configuration configuration = configurations.of(id);
            List<Path> topFirst = new ArrayList<>();
            for (Digest chainId : configuration.chain()) {
                topFirst.add(0, layers.files(chainId).content());
            }
            return new ResolvedImage(id, configuration.run(), configuration.platform(), topFirst);
        });
    }

    @Override
    public Job<LoadedImages> load(LoadSource source) {
        return jobs.start(JobKind.LOAD_IMAGE, "Loading " + source.name(), context -> load(source, context));
    }

    @Override
    public Job<LoadedImages> makeStarter() {
        return jobs.start(JobKind.STARTER_IMAGE, "Making the starter image",
                context -> load(workers.ask(new StarterImage(StarterImage.BUSYBOX)::source), context));
    }

    @Override
    public void tag(String image, String reference) {
        ImageReference name = ImageReference.parse(reference);
        if (name.digest() != null) {
            throw new EngineException(ErrorKind.INVALID_PARAMETER, "Cannot tag " + image + " as " + reference,
                    "refusing to create a tag with a digest reference", "give a name and a tag");
        }
        locked("Cannot tag " + image, () -> {
            ImageRecord found = ImageLookup.find(index.table(), image).image();
            index.change(index.table().withTag(new TagRecord(name.toString(), found.id(), "")));
            events.publish(ImageAction.TAGGED, found.id(), name.familiar(), configurations.of(found.id()).run().labels());
            return found;
        });
    }

    @Override
    public ImageRemoval remove(String image, boolean force) {
        return locked("Cannot remove " + image, () -> remover.remove(image, force));
    }

    /** Waits for loads that run; jobs are to be cancelled before. */
    @Override
    public void close() {
        workers.close();
    }

    /** A container keeps its image by id even where the image itself was removed by force. */
    private String idOf(String reference) {
        try {
            return ImageLookup.find(index.table(), reference).image().id();
        } catch (EngineException e) {
            if (e.kind() == ErrorKind.NOT_FOUND && users.uses().stream().anyMatch(use -> use.imageId().equals(reference))) {
                return reference;
            }
            throw e;
        }
    }

    private LoadedImages load(LoadSource source, JobContext context) throws Exception {
        Future<LoadedImages> load = workers.startLoad(() -> loader.load(source, context));
        InputStream content = source.content();
        try {
            return load.get();
        } catch (InterruptedException e) {
            // Cancelled: a read that waits for the source ends when that is closed; the load itself then tidies up.
            content.close();
            return awaitEnd(load);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        } finally {
            content.close();
        }
    }

    private static LoadedImages awaitEnd(Future<LoadedImages> load) throws ExecutionException {
        boolean interrupted = true;
        try {
            while (true) {
                try {
                    return load.get();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> T locked(String tried, Callable<T> change) {
        return ask(tried, () -> {
            lock.lock();
            try {
                return change.call();
            } finally {
                lock.unlock();
            }
        });
    }

    private <T> T ask(String tried, Callable<T> question) {
        try {
            return workers.ask(question);
        } catch (EngineException e) {
            throw e;
        } catch (IOException | UncheckedIOException e) {
            throw EngineException.system(tried, e, "check the disk and the engine's log");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(ErrorKind.CANCELLED, tried, "it was interrupted", "", e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
