#!/bin/sh
# Makes sure that what the build needs is there: a Swift compiler, then the system libraries. Installs only what is
# missing, and says what it does.
set -eu

say() { printf 'setup: %s\n' "$*"; }
stop() {
    printf 'setup: %s\n' "$@" >&2
    exit 1
}

# The compiler comes first: without it nothing else makes sense.
wanted="6.2"
get_swift="Get it from https://www.swift.org/install/ (on Linux and macOS also with swiftly) and put it on the PATH."
command -v swift >/dev/null 2>&1 || stop "no Swift on the PATH; Swift $wanted or later is needed." "$get_swift"
version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9]*\.[0-9][0-9]*\).*/\1/p' | head -n 1)
[ -n "$version" ] || stop "the swift on the PATH does not tell its version; Swift $wanted or later is needed." "$get_swift"
major=${version%%.*}
minor=${version#*.}
if [ "$major" -lt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -lt 2 ]; }; then
    stop "Swift $version is on the PATH; Swift $wanted or later is needed." "$get_swift"
fi

# The names by which pkg-config knows the libraries.
modules="libxml-2.0 libcmark-gfm yaml-0.1 libdeflate libzip zlib"

missing() {
    command -v pkg-config >/dev/null 2>&1 || {
        echo "pkg-config $modules"
        return
    }
    for module in $modules; do
        pkg-config --exists "$module" || printf '%s ' "$module"
    done
}

absent=$(missing)
if [ -z "$absent" ]; then
    say "Swift $version and the system libraries are there"
    exit 0
fi
say "missing: $absent"

case $(uname -s) in
Darwin)
    line="brew install pkgconf libxml2 cmark-gfm libyaml libdeflate libzip"
    command -v brew >/dev/null 2>&1 ||
        stop "Homebrew is needed to install them: see https://brew.sh, then run" "  $line"
    say "running $line"
    # shellcheck disable=SC2086
    $line
    if [ -n "$(missing)" ]; then
        # Homebrew keeps some libraries apart from the folders that pkg-config looks into.
        found="$(brew --prefix libxml2)/lib/pkgconfig"
        stop "pkg-config does not find: $(missing)" "Tell it where Homebrew put them, then run make again:" \
            "  export PKG_CONFIG_PATH=\"$found\${PKG_CONFIG_PATH:+:\$PKG_CONFIG_PATH}\""
    fi
    ;;
Linux)
    packages="pkg-config libxml2-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev libdeflate-dev libzip-dev zlib1g-dev"
    command -v apt-get >/dev/null 2>&1 ||
        stop "no apt-get here; install with your package manager what Debian calls: $packages"
    install="DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $packages"
    if [ "$(id -u)" -eq 0 ]; then
        prefix=""
    elif command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
        prefix="sudo"
    else
        stop "neither root nor sudo; have an administrator run this line, then run make again:" \
            "  apt-get update && apt-get install -y $packages"
    fi
    say "running ${prefix:+$prefix }apt-get update, and ${prefix:+$prefix }apt-get install $packages"
    # shellcheck disable=SC2086
    $prefix apt-get update -q || say "apt-get update failed; trying with the lists that are there"
    # shellcheck disable=SC2086
    $prefix env $install
    [ -z "$(missing)" ] || stop "pkg-config still does not find: $(missing)"
    ;;
*)
    stop "this system is not known; install pkg-config, libxml2, cmark-gfm, libyaml, libdeflate, libzip and zlib with their headers"
    ;;
esac
say "Swift $version and the system libraries are there"
