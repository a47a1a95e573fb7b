#!/usr/bin/env bash
set -euo pipefail
out=${1:-Output}
for file in "$out"/*.html; do
    [ -s "$file" ] || { echo "empty: $file" >&2; exit 1; }
done
count=$(find "$out" -name '*.html' | wc -l)
echo "$count pages"
