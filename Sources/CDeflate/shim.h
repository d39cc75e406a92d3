#ifndef QINGGAO_CDEFLATE_SHIM_H
#define QINGGAO_CDEFLATE_SHIM_H
#include <libdeflate.h>
#endif
