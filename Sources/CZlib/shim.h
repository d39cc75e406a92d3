#ifndef QINGGAO_CZLIB_SHIM_H
#define QINGGAO_CZLIB_SHIM_H
#include <zlib.h>
/* inflateInit2 is a macro, which Swift does not import. Raw deflate: no zlib header, as ZIP wants it. */
static inline int qinggao_inflate_init_raw(z_stream *stream) { return inflateInit2(stream, -15); }
#endif
