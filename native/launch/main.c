// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "seal.h"
#include "spawner.h"

int main(int argc, char **argv)
{
    if (argc != 3 || strcmp(argv[1], "spawner") != 0 || argv[2][0] != '/') {
        dprintf(STDERR_FILENO, "usage: gantry-launch spawner /absolute/path/of/the/socket\n");
        return 2;
    }
    const char *what;
    if (seal_self(argv, environ, &what) < 0) {
        dprintf(STDERR_FILENO, "gantry-launch: cannot run from a sealed copy: %s: %s\n", what, strerror(errno));
        return 1;
    }
    return spawner_run(argv[2]);
}
