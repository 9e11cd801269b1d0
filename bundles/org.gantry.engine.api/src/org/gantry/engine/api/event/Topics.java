// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.event;

/**
 * Every topic that engines post on the OSGi event bus, and what is posted there. An event's payload is the record named beside the
 * topic, under the property {@link #DATA}, where e4's {@code IEventBroker} and {@code @UIEventTopic} look for it; the property
 * {@link #ENGINE} holds the engine's id, so that a handler can filter by it.
 * <p>
 * The last segment of a topic is the name of the action, for example {@code org/gantry/container/STARTED}; {@code …/*} takes all of an
 * area. Events are posted (never sent), in the order of their numbers, after the change they tell of was persisted.
 */
public final class Topics {
    /** Property with the event record; equal to {@code IEventBroker.DATA}. */
    public static final String DATA = "org.eclipse.e4.data";
    /** Property with the engine's id, a String. */
    public static final String ENGINE = "org.gantry.engine";

    /** Prefix of all topics. */
    public static final String BASE = "org/gantry/";

    /** {@link ContainerEvent}; actions of {@link ContainerAction}. */
    public static final String CONTAINER = BASE + "container/";
    /** {@link ImageEvent}; actions of {@link ImageAction}. */
    public static final String IMAGE = BASE + "image/";
    /** {@link NetworkEvent}; actions of {@link NetworkAction}. */
    public static final String NETWORK = BASE + "network/";
    /** {@link VolumeEvent}; actions of {@link VolumeAction}. */
    public static final String VOLUME = BASE + "volume/";
    /** {@link JobEvent}; actions of {@link JobAction}. */
    public static final String JOB = BASE + "job/";

    public static final String ANY = BASE + "*";
    public static final String ANY_CONTAINER = CONTAINER + "*";
    public static final String ANY_IMAGE = IMAGE + "*";
    public static final String ANY_NETWORK = NETWORK + "*";
    public static final String ANY_VOLUME = VOLUME + "*";
    public static final String ANY_JOB = JOB + "*";

    private Topics() {
    }
}
