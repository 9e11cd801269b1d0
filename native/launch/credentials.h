// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// From the launcher's rights to the program's: user, capabilities, no_new_privs, seccomp. Trouble ends the process through child_fail.
#ifndef GANTRY_CREDENTIALS_H
#define GANTRY_CREDENTIALS_H

#include "plan.h"
#include "users.h"

void credentials_drop(const struct plan *p, const struct identity *who);

#endif
