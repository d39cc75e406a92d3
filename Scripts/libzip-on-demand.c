/* Stands for libzip in the release binary on Linux: the library is loaded when the first package is read. It brings
   libcrypto and three more libraries, which take longer to load than a short draft takes to be rendered. LIBZIP is the name
   under which a linker would have noted the library; when it is missing the program ends as it would then. */

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <zip.h>

static void *find(const char *name) {
    void *library = dlopen(LIBZIP, RTLD_NOW);
    void *function = library ? dlsym(library, name) : NULL;
    if (!function) {
        fprintf(stderr, "qinggao: %s\n", dlerror());
        exit(127);
    }
    return function;
}

/* A function that passes its arguments on to the one of the library; zip.h checks its type. */
#define FORWARD(result, name, parameters, arguments)                       \
    result name parameters {                                               \
        static __typeof__(&name) found;                                    \
        __typeof__(&name) function = __atomic_load_n(&found, __ATOMIC_ACQUIRE); \
        if (!function) {                                                   \
            function = (__typeof__(&name))find(#name);                     \
            __atomic_store_n(&found, function, __ATOMIC_RELEASE);          \
        }                                                                  \
        return function arguments;                                         \
    }

FORWARD(void, zip_discard, (zip_t *archive), (archive))
FORWARD(void, zip_error_fini, (zip_error_t *error), (error))
FORWARD(void, zip_error_init, (zip_error_t *error), (error))
FORWARD(const char *, zip_error_strerror, (zip_error_t *error), (error))
FORWARD(int, zip_fclose, (zip_file_t *file), (file))
FORWARD(zip_error_t *, zip_file_get_error, (zip_file_t *file), (file))
FORWARD(zip_file_t *, zip_fopen_index, (zip_t *archive, zip_uint64_t index, zip_flags_t flags), (archive, index, flags))
FORWARD(zip_int64_t, zip_fread, (zip_file_t *file, void *bytes, zip_uint64_t count), (file, bytes, count))
FORWARD(zip_int64_t, zip_get_num_entries, (zip_t *archive, zip_flags_t flags), (archive, flags))
FORWARD(zip_t *, zip_open_from_source, (zip_source_t *source, int flags, zip_error_t *error), (source, flags, error))
FORWARD(zip_source_t *, zip_source_buffer_create, (const void *bytes, zip_uint64_t count, int owns, zip_error_t *error),
        (bytes, count, owns, error))
FORWARD(void, zip_source_free, (zip_source_t *source), (source))
FORWARD(int, zip_stat_index, (zip_t *archive, zip_uint64_t index, zip_flags_t flags, zip_stat_t *stat),
        (archive, index, flags, stat))
FORWARD(void, zip_stat_init, (zip_stat_t *stat), (stat))
FORWARD(const char *, zip_strerror, (zip_t *archive), (archive))
