#ifndef QINGGAO_CZIP_SHIM_H
#define QINGGAO_CZIP_SHIM_H
#include <zip.h>
#endif
