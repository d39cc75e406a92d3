/* The floor of the start: a program that is linked to libxml2 and says hello. */
#include <libxml/parser.h>
#include <stdio.h>

int main(void) {
    xmlInitParser();
    puts("hello");
    return 0;
}
