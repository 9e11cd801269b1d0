// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// Carries out the SYSCTL and NETLINK records in the calling process's namespaces; trouble ends the process through child_fail.
#ifndef GANTRY_NET_H
#define GANTRY_NET_H

#include "plan.h"

void net_actions_run(const struct plan *p, int root);

#endif
