#pragma once
#include <spawn.h>

#ifndef __APPLE__
/* glibc (2.29) and musl (1.1.24) have it, but declare it for _GNU_SOURCE only, which the module of the C library lacks. */
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
#endif
