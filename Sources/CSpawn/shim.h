#pragma once
#include <spawn.h>

#ifdef __APPLE__
#include <crt_externs.h>
#else
/* glibc (2.29) and musl (1.1.24) have them, but declare them for _GNU_SOURCE only, which the module of the C library lacks. */
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
extern int pipe2(int ends[2], int flags);
#endif

/* The environment of this process; Swift does not let code read the variable, which is global and mutable. */
static inline char *_Nullable *_Nonnull qinggao_environment(void) {
#ifdef __APPLE__
    return *_NSGetEnviron();
#else
    extern char **environ;
    return environ;
#endif
}
