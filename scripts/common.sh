# What ./run, ./test and ./padel share. Sourced, with $root set to the checkout.

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# dotnet and npm need a home to write to; a service or a container may have none.
have_home() {
  if [ -z "${HOME:-}" ]; then
    HOME=$(getent passwd "$(id -u)" | cut -d: -f6) || HOME=
  fi
  if [ -z "$HOME" ] || [ ! -d "$HOME" ] || [ ! -w "$HOME" ]; then
    HOME=$root/artifacts/home
    mkdir -p "$HOME"
  fi
  export HOME DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
}

have_tools() {
  command -v dotnet >/dev/null || die "The .NET SDK 10 is missing: https://dotnet.microsoft.com/download"
  command -v node >/dev/null && command -v npm >/dev/null || die "Node.js 20 with npm is missing: https://nodejs.org"
  dotnet --list-sdks | grep -q '^10\.' || die "The .NET SDK 10 is missing; installed: $(dotnet --list-sdks | tr '\n' ' ')"
  node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)' || die "Node.js 20 or newer is needed, not $(node --version)."
}

postgres_installed() { command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }

chromium_path() {
  local name
  for name in chromium chromium-browser google-chrome; do command -v "$name" && return; done
  return 1
}

# Installs Debian packages as root; tells the line to type otherwise.
have_packages() {
  local missing=()
  postgres_installed || missing+=(postgresql)
  command -v setpriv >/dev/null || missing+=(util-linux)
  if [ "${1:-}" = with-chromium ]; then chromium_path >/dev/null || missing+=(chromium); fi
  [ ${#missing[@]} -eq 0 ] && return
  [ "$(id -u)" -eq 0 ] || die "Some Debian packages are missing. Install them once with: sudo apt-get install -y --no-install-recommends ${missing[*]}"
  command -v apt-get >/dev/null || die "Please install: ${missing[*]}"
  say "Installing ${missing[*]} ..."
  case " ${missing[*]} " in *" postgresql "*) no_default_cluster ;; esac
  export DEBIAN_FRONTEND=noninteractive UCF_FORCE_CONFFOLD=1
  local install=(apt-get install -y -q --no-install-recommends -o Dpkg::Options::=--force-confold "${missing[@]}")
  "${install[@]}" >&2 </dev/null || { apt-get update -q >&2 && "${install[@]}" >&2 </dev/null; } || die "apt-get could not install ${missing[*]}."
}

# Debian's package makes and starts a server of its own; the product brings its private one, so nothing else should be left running.
no_default_cluster() {
  [ -e /etc/postgresql-common/createcluster.conf ] && return
  mkdir -p /etc/postgresql-common
  echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf
}

# One hash over the content of files, to build only what changed.
hash_of() { find "$@" -type f -not -name '*.tsbuildinfo' -print0 2>/dev/null | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-32; }

web_packages() {
  local want; want=$(hash_of "$root/web/package-lock.json")
  [ "$(cat "$root/web/node_modules/.padel-lock" 2>/dev/null)" = "$want" ] && return
  say "Fetching the web app's packages ..."
  # `npm ci` refuses a lock file without the binaries of other platforms, which not every registry carries; then the lock's versions
  # are installed all the same and the lock file stays as it is.
  (
    cd "$root/web" && export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
    npm ci --no-audit --no-fund --loglevel=silent >/dev/null 2>&1 </dev/null \
      || npm install --no-save --no-audit --no-fund --loglevel=error >&2 </dev/null
  ) || return
  printf '%s' "$want" > "$root/web/node_modules/.padel-lock"
}

web_build() {
  local want; want=$(hash_of "$root"/web/src "$root"/web/public "$root"/web/scripts "$root"/web/*.html "$root"/web/*.json "$root"/web/vite.config.ts)
  [ -f "$root/web/dist/index.html" ] && [ "$(cat "$root/artifacts/web.hash" 2>/dev/null)" = "$want" ] && return
  say "Building the web app ..."
  mkdir -p "$root/artifacts"
  (cd "$root/web" && npm run --silent build >&2 </dev/null) || return
  printf '%s' "$want" > "$root/artifacts/web.hash"
}

# Publishes the product into the folder $1, compiled ahead of time where the compiler for that can be had (it starts twice as fast).
publish() {
  local plain=(dotnet publish "$root/src/Padel.Host" -c Release -o "$1" --nologo -v quiet)
  "${plain[@]}" --use-current-runtime --no-self-contained -p:PublishReadyToRun=true >"$root/artifacts/publish.log" 2>&1 </dev/null \
    || "${plain[@]}" >"$root/artifacts/publish.log" 2>&1 </dev/null \
    || { cat "$root/artifacts/publish.log" >&2; return 1; }
  rm -rf "$1/web"
  cp -r "$root/web/dist" "$1/web"
}

# The same, unless the sources are those of the last time.
publish_if_changed() {
  local want; want=$(hash_of "$root"/Directory.*.props "$root/global.json" "$root/artifacts/web.hash" $(source_folders))
  [ -f "$1/padel.dll" ] && [ "$(cat "$1.hash" 2>/dev/null)" = "$want" ] && return
  say "Building the product ..."
  mkdir -p "$root/artifacts"
  publish "$1" || return
  printf '%s' "$want" > "$1.hash"
}

source_folders() {
  local project
  for project in "$root"/src/*/; do
    find "$project" -mindepth 1 -maxdepth 1 -not -name bin -not -name obj
  done
}

# The payment gateways played on this machine, built into artifacts/simulators when their sources changed.
simulators_if_changed() {
  local to=$root/artifacts/simulators want
  want=$(hash_of "$root"/Directory.*.props "$root/global.json" $(find "$root/tests/Padel.Simulators" -mindepth 1 -maxdepth 1 -not -name bin -not -name obj))
  [ -f "$to/padel-simulators.dll" ] && [ "$(cat "$to.hash" 2>/dev/null)" = "$want" ] && return
  say "Building the simulated gateways ..."
  mkdir -p "$root/artifacts"
  dotnet publish "$root/tests/Padel.Simulators" -c Release -o "$to" --nologo -v quiet >"$to.log" 2>&1 </dev/null || { cat "$to.log" >&2; return 1; }
  printf '%s' "$want" > "$to.hash"
}

port_is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# start_simulators <port> <process> [options]: starts them at this port or the next free one, and leads the product started from this shell
# to them. They end with the process. Addresses that are set already stay.
start_simulators() {
  local port=$1 parent=$2; shift 2
  while port_is_taken "$port"; do port=$((port + 1)); done
  local at=http://127.0.0.1:$port
  dotnet "$root/artifacts/simulators/padel-simulators.dll" --urls "$at" --parent "$parent" "$@" >"$root/artifacts/simulators.out" 2>&1 </dev/null &
  simulators=$!
  export Development__SimulatorsUrl=$at
  export Payments__Gateways__JazzCash__BaseUrl=${Payments__Gateways__JazzCash__BaseUrl:-$at/jazzcash}
  export Payments__Gateways__EasyPaisa__BaseUrl=${Payments__Gateways__EasyPaisa__BaseUrl:-$at/easypaisa}
  export Payments__Gateways__PayFast__BaseUrl=${Payments__Gateways__PayFast__BaseUrl:-$at/payfast/Ecommerce/api/Transaction}
  export Payments__Gateways__Stripe__BaseUrl=${Payments__Gateways__Stripe__BaseUrl:-$at/stripe}
}
