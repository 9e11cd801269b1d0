// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.api.container;

/**
 * What happens when a container ends by itself.
 *
 * @param mode when it is started again
 * @param maximumRetries for ON_FAILURE; 0 for no bound
 */
public record RestartPolicy(Mode mode, int maximumRetries) {
    public static final RestartPolicy NO = new RestartPolicy(Mode.NO, 0);

    /** When it is started again. */
    public enum Mode {
        NO("no"), ON_FAILURE("on-failure"), ALWAYS("always"), UNLESS_STOPPED("unless-stopped");

        private final String dockerName;

        Mode(String dockerName) {
            this.dockerName = dockerName;
        }

        public String dockerName() {
            return dockerName;
        }
    }
}
