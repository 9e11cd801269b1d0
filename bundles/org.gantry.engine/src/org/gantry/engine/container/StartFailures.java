// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.container;

import java.io.IOException;
import org.gantry.engine.api.error.EngineException;
import org.gantry.engine.api.error.ErrorKind;
import org.gantry.engine.container.shim.LaunchFailure;
import org.gantry.engine.linux.ErrorText;

/** Says in Docker's words, which clients look for, why a program could not be started, and with which exit code that counts. */
final class StartFailures {
    /** The program was not found. */
    static final int NOT_FOUND = 127;
    /** It was found but cannot be executed. */
    static final int NOT_EXECUTABLE = 126;
    /** Something before it failed. */
    static final int OTHER = 128;

    private static final int ENOENT = 2;

    private StartFailures() {
    }

    static int exitCode(Throwable failure) {
        if (failure instanceof LaunchFailure launch && launch.step() == LaunchFailure.EXEC) {
            return launch.errno() == ENOENT ? NOT_FOUND : NOT_EXECUTABLE;
        }
        if (failure instanceof LaunchFailure launch && launch.step() == LaunchFailure.WORKDIR) {
            return NOT_EXECUTABLE;
        }
        return OTHER;
    }

    /** @param tried what was being done, with the container's or exec's name */
    static EngineException explain(String tried, IOException failure) {
        if (!(failure instanceof LaunchFailure launch)) {
            return EngineException.system(tried, failure, "look into the engine's log");
        }
        String cause = ErrorText.of(launch.errno());
        return switch (launch.step()) {
            case LaunchFailure.EXEC -> new EngineException(ErrorKind.INVALID_PARAMETER, tried, program(launch, cause),
                    launch.errno() == ENOENT ? "name a program that the image has" : "make it executable for its user", failure);
            case LaunchFailure.USER -> new EngineException(ErrorKind.INVALID_PARAMETER, tried, user(launch, cause),
                    "name a user and group that the image has, or numbers", failure);
            case LaunchFailure.WORKDIR -> new EngineException(ErrorKind.INVALID_PARAMETER, tried,
                    "the working directory " + launch.detail() + " cannot be entered: " + cause, "name another one", failure);
            default -> new EngineException(ErrorKind.SYSTEM, tried,
                    "setting up its " + launch.stepName() + (launch.detail().isEmpty() ? "" : " (" + launch.detail() + ")")
                    + " failed: " + cause, "", failure);
        };
    }

    private static String program(LaunchFailure launch, String cause) {
        String program = "exec: \"" + launch.detail() + "\": ";
        if (launch.errno() != ENOENT) {
            return program + cause;
        }
        return launch.detail().contains("/") ? program + "stat " + launch.detail() + ": no such file or directory"
                : program + "executable file not found in $PATH";
    }

    private static String user(LaunchFailure launch, String cause) {
        return launch.errno() == ENOENT
                ? "unable to find user or group " + launch.detail() + ": no matching entries in passwd or group file"
                : "the user or group " + launch.detail() + " cannot be used: " + cause;
    }
}
