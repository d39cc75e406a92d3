#ifndef QINGGAO_CZLIB_SHIM_H
#define QINGGAO_CZLIB_SHIM_H
#include <zlib.h>
/* deflateInit2 is a macro, which Swift does not import. Raw deflate: no zlib header, as ZIP wants it. */
static inline int qinggao_deflate_init_raw(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY);
}
#endif
