#ifndef QINGGAO_CYAML_SHIM_H
#define QINGGAO_CYAML_SHIM_H
#include <yaml.h>
#endif
