// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// What must hold of a whole plan, once its records are decoded.
#ifndef GANTRY_PLAN_CHECK_H
#define GANTRY_PLAN_CHECK_H

#include "plan.h"

bool plan_check_start(const struct plan *p, struct plan_error *error);
bool plan_check_exec(const struct plan *p, struct plan_error *error);
const char *plan_tag_name(uint16_t tag);

#endif
