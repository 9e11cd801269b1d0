// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// From the launcher's rights to the program's: user, capabilities, no_new_privs, seccomp. Trouble ends the process through child_fail.
#ifndef GANTRY_CREDENTIALS_H
#define GANTRY_CREDENTIALS_H

#include "plan.h"
#include "users.h"

// Includes die_with_shim, which a process that is forked later has to call for itself.
void credentials_drop(const struct plan *p, const struct identity *who);
// The shim's end is this process's end. Last, because changing credentials undoes it; then a look whether it is too late already.
void die_with_shim(void);

#endif
