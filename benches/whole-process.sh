#!/usr/bin/env bash
# Prints, as Markdown tables, what whole processes cost on ten megabytes of news-like prose and on one page:
# the middle of seven runs, user and system seconds together. Needs bash and the Rust toolchain; see docs/benchmarks.md.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=7

cargo build --quiet --release
cargo build --quiet --release --example prose
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
target/release/examples/prose >"$work/prose.txt"
target/release/examples/prose "$work/pages"
postedit="target/release/postedit check --no-config --exit-zero --format jsonl"

# CPU seconds of the middle run of a command.
cpu() {
    TIMEFORMAT='%U %S'
    for _ in $(seq "$runs"); do
        { time "$@" >/dev/null 2>&1; } 2>&1
    done | awk '{ print $1 + $2 }' | sort -n | sed -n "$(((runs + 1) / 2))p"
}

row() {
    local name=$1 bytes=$2
    shift 2
    awk -v name="$name" -v bytes="$bytes" -v seconds="$(cpu "$@")" \
        'BEGIN { printf "| %s | %.3f s | %.1f MB/s |\n", name, seconds, bytes / 1e6 / (seconds > 0 ? seconds : 0.001) }'
}

bytes=$(wc -c <"$work/prose.txt")
echo "| what | CPU time | speed |"
echo "|---|---|---|"
row "\`wc -w\`, one file of ten megabytes" "$bytes" wc -w "$work/prose.txt"
row "all rules, one file of ten megabytes" "$bytes" $postedit "$work/prose.txt"
row "all rules, the same in files of one page" "$bytes" $postedit "$work/pages"
row "all rules, \`corpora/article.txt\`" "$(wc -c <corpora/article.txt)" $postedit corpora/article.txt

# A folder of 5,000 pages, each by itself and all together: CPU time, and the most memory that was held.
target/release/examples/prose "$work/many" 32000000
(cd "$work/many" && find . -name '*.txt' | sort | tail -n +5001 | xargs -r rm)
peak() {
    /usr/bin/time -f '%M' "$@" 2>&1 >/dev/null | awk '{ printf "%.0f MB", $1 / 1024 }'
}
echo
echo "| what, a folder of $(find "$work/many" -name '*.txt' | wc -l) pages | CPU time | peak memory |"
echo "|---|---|---|"
for how in "" --across; do
    echo "| \`check $how\` | $(cpu $postedit $how "$work/many") s | $(peak $postedit $how "$work/many") |"
done
echo "| \`names\` | $(cpu target/release/postedit names "$work/many") s | $(peak target/release/postedit names "$work/many") |"
