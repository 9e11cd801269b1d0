// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// Forks shims on the engine's behalf, as long as the engine holds its stdin open.
#ifndef GANTRY_SPAWNER_H
#define GANTRY_SPAWNER_H

int spawner_run(const char *socket_path);

#endif
