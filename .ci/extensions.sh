#!/bin/sh
# Checks every extension the way Shopify would, without a login and without Shopify. Any fault ends it with a non-zero exit.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/node_modules/.bin:$PATH"
tools=.ci/extension-tools
export PATH CI=1 SHOPIFY_CLI_NO_ANALYTICS=1

[ -x "$tools/node_modules/.bin/shopify" ] || npm ci --prefix "$tools" --ignore-scripts --no-audit --no-fund

echo "== shopify app build"
before=$(cat extensions/*/shopify.d.ts)
"$tools/node_modules/.bin/shopify" app build --skip-dependencies-installation --path .
if [ "$before" != "$(cat extensions/*/shopify.d.ts)" ]; then
  echo "extensions/*/shopify.d.ts were out of date; commit what the build has just written" >&2
  exit 1
fi

echo "== types"
for config in extensions/*/tsconfig.json; do
  tsc --noEmit -p "$config"
done

echo "== bundles"
tsx extensions/build.ts

echo "== our lint"
tsx extensions/lint.ts

echo "== theme check"
node "$tools/check-theme.mjs" extensions/tracking-page
