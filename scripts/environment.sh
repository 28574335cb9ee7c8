# Sourced by every script here: where things are, which versions, and how a script speaks.
#
#   source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
#
# It does nothing by itself: no download, no file written.
# shellcheck shell=bash

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT" || exit

# Tools are kept outside the checkout, so that a second clone on the same machine costs nothing.
CACHE=${ARTICLE_ANALYZER_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/article-analyzer}

WASM_PACK_VERSION=0.15.1
# The glue generator must be of exactly the library's version, so Cargo.lock decides.
WASM_BINDGEN_VERSION=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p}' Cargo.lock)
WASM_TOOLS=$CACHE/tools/wasm-pack-$WASM_PACK_VERSION-wasm-bindgen-$WASM_BINDGEN_VERSION

# Two toolchains in one target folder spoil each other's artefacts.
WASM_TARGET_DIR=$ROOT/target-wasm

export PATH=$WASM_TOOLS/bin:$ROOT/node_modules/.bin:$HOME/.cargo/bin:$PATH

# Progress goes to standard error: standard output is for what a script returns.
say() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; }

# fail WHAT-IS-MISSING WHAT-TO-DO: ends the script.
fail() {
  printf '\n%s: %s\n' "$(basename "$0")" "$1" >&2
  shift
  if [ $# -gt 0 ]; then printf '  %s\n' "$@" >&2; fi
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# Runs a command as the superuser, without ever asking for a password.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# Points cargo and wasm-pack at the Rust that can build for wasm32, installing it where need be.
use_wasm_toolchain() {
  local toolchain
  toolchain=$("$ROOT/scripts/install-rust-wasm")
  if [ -n "$toolchain" ]; then export RUSTUP_TOOLCHAIN=$toolchain; fi
  export CARGO_TARGET_DIR=$WASM_TARGET_DIR
  # SIMD: every current browser has it, and searching bytes is what much of the work is.
  # The prefixes keep this machine's paths out of panic messages, so that two machines agree.
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Ctarget-feature=+simd128 \
--remap-path-prefix=$ROOT=. --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=registry"
}
