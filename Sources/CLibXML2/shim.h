#ifndef QINGGAO_CLIBXML2_SHIM_H
#define QINGGAO_CLIBXML2_SHIM_H
#include <libxml/xmlversion.h>
/* Debian builds libxml2 with ICU; its headers clash with Foundation's own ICU in one module graph. The macro only hides
   two trailing pointers of a structure that is used by pointer. */
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/xmlwriter.h>
#include <libxml/xmlreader.h>
#include <libxml/HTMLparser.h>

static inline void qinggaoIgnoreMessage(void *context, const char *message, ...) {
    (void)context;
    (void)message;
}

/* libxml2 prints some errors of encodings to the standard error whatever handler a parser has. This keeps the present
   thread from it; the errors themselves are reported as ever. Swift cannot write a function with variable arguments. */
static inline void qinggaoKeepLibXML2Silent(void) { xmlSetGenericErrorFunc(NULL, qinggaoIgnoreMessage); }
#endif
