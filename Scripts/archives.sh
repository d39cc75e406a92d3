#!/bin/sh
# Makes the folder $1, to which `swift build --pkg-config-path` leads, so that those C libraries of which the system has
# archives become a part of the binary: the dozen shared libraries behind libxml2 take longer to load than a short
# draft takes to be rendered. What has no archive is linked as ever.
set -eu

folder=$1
rm -rf "$folder"
mkdir -p "$folder"
compiler=$(command -v clang || command -v cc) || exit 0

# The archive of a library; fails when there is none.
archive() {
    path=$("$compiler" -print-file-name="lib$1.a")
    case $path in
    /*) echo "$path" ;;
    *) return 1 ;;
    esac
}

# The libraries among linker options, without those of the C library.
names() {
    for option in $1; do
        case $option in
        -lm | -ldl | -lpthread) ;;
        *) echo "${option#-l}" ;;
        esac
    done
}

# Puts the archives of all these options into the folder, where the linker looks first, or none of them.
add() {
    for name in $(names "$1"); do archive "$name" >/dev/null || return 1; done
    for name in $(names "$1"); do ln -sf "$(archive "$name")" "$folder/lib$name.a"; done
}

# Writes the description of the module $1: with all that it needs when every library of that has an archive, else as it is.
describe() {
    libraries=$(pkg-config --libs "$1")
    needed="$(pkg-config --libs-only-l --static "$1") ${2:-}"
    if add "$needed"; then libraries=$needed; fi
    {
        echo "Name: $1"
        echo "Description: $1"
        echo "Version: $(pkg-config --modversion "$1")"
        echo "Cflags: $(pkg-config --cflags "$1")"
        echo "Libs: \"-L$folder\" $libraries"
    } >"$folder/$1.pc"
}

# libxml2 brings ICU, which is C++.
case $(pkg-config --libs-only-l --static libxml-2.0) in
*-licuuc*) describe libxml-2.0 -lstdc++ ;;
*) describe libxml-2.0 ;;
esac
for module in libcmark-gfm yaml-0.1 libdeflate zlib libzip; do describe "$module"; done

# libzip has no archive on most systems; one that loads it on demand takes its place.
[ ! -e "$folder/libzip.a" ] || exit 0
library=$("$compiler" -print-file-name=libzip.so)
name=$(objdump -p "$library" 2>/dev/null | sed -n 's/^ *SONAME *//p')
if [ -n "$name" ] && command -v ar >/dev/null; then
    # shellcheck disable=SC2046
    "$compiler" -O2 -fPIC -fvisibility=hidden -D'ZIP_EXTERN=' -D"LIBZIP=\"$name\"" $(pkg-config --cflags libzip) \
        -c "$(dirname "$0")/libzip-on-demand.c" -o "$folder/libzip.o"
    ar rcs "$folder/libzip.a" "$folder/libzip.o"
fi
