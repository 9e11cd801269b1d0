// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// The json-file log of one container, written as dockerd writes it.
#ifndef GANTRY_LOG_H
#define GANTRY_LOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "plan.h"

enum { LOG_PIECE = 16384, LOG_PATH_MAX = 1024, LOG_ATTRS_MAX = 8192, LOG_BUFFER = 256 * 1024 };

struct log_stream {
    uint32_t pending;
    uint8_t piece[LOG_PIECE];
};

struct log {
    int fd;
    uint64_t size, max_size;
    uint32_t max_file;
    uint64_t dropped; // bytes of finished lines that could not be written
    int last_error;
    size_t used;         // of buffer: whole lines, to be written
    uint64_t last_second; // what `second_text` says
    char second_text[24];
    char path[LOG_PATH_MAX];
    char attrs[LOG_ATTRS_MAX];
    struct log_stream streams[2];
    char buffer[LOG_BUFFER];
};

// Opens the log of the plan; 0 or errno. A plan without one gives a log that takes everything and keeps nothing.
int log_open(struct log *l, const struct plan_log *p);
// Takes bytes of stdout (0) or stderr (1) as they were read.
void log_write(struct log *l, int stream, const uint8_t *bytes, size_t n);
// The stream is at its end: what is left of an unfinished line is logged.
void log_finish(struct log *l, int stream);
// Writes what is buffered. To be called after each round of reading.
void log_flush(struct log *l);
void log_close(struct log *l);

// Writes `n` bytes as the inside of a JSON string, at most 6 bytes for each; returns how many.
size_t log_escape(char *out, const uint8_t *bytes, size_t n);
// RFC 3339 with nanoseconds, trailing zeros dropped, in UTC; returns the length.
size_t log_time(char *out, size_t size, uint64_t ns);

#endif
