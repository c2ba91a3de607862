// What the Dockerfiles of the fixtures run, without a network: apt is the real one, with a repository of its own. The others
// stand in for package managers, as far as patches touch them: they read their manifests in the working folder, install
// from nothing but those, and keep a cache where the real ones do.

/** The image `tools:1`: this host's own Debian, with Debian's docker-clean, the repository, and the stand-ins. */
export const packageManagers = `
set -e
mkdir -p /srv/tools && cd /srv/tools
tar -c --one-file-system -C / --exclude='./usr/*bin/docker*' --exclude='./usr/bin/containerd*' --exclude=./usr/libexec/docker --exclude=./srv --exclude=./proc --exclude=./sys --exclude=./dev --exclude=./run --exclude=./var/lib/docker --exclude=./var/cache/apt/archives . | docker import - os:1 >/dev/null
cat > docker-clean <<'END'
DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true"; };
APT::Update::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true"; };
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
END
cat > install-from <<'END'
#!/bin/sh
# install-from CACHE TARGET MANIFEST...: what is installed depends on the manifests alone; the cache is filled unless it is -.
set -e
cache=$1 target=$2; shift 2
mkdir -p "$target"
cat "$@" | sha256sum > "$target/installed"
[ "$cache" = - ] || { mkdir -p "$cache"; echo fetched >> "$cache/fetched"; }
END
cat > pip <<'END'
#!/bin/sh
set -e
cache=/root/.cache/pip files= name=
shift
while [ $# -gt 0 ]; do
  case $1 in
    --no-cache-dir) cache=- ;;
    -r) files="$files $2"; shift ;;
    .) files="$files pyproject.toml" ;;
    -*) ;;
    *) name=$1 ;;
  esac
  shift
done
[ -z "$PIP_NO_CACHE_DIR" ] || cache=-
exec install-from "$cache" "/usr/lib/python3/site/\${name:-project}" \${files:-/dev/null}
END
cat > npm <<'END'
#!/bin/sh
set -e
case $1 in
  ci|install|i) lock=/dev/null; [ ! -f package-lock.json ] || lock=package-lock.json
    rm -rf node_modules; exec install-from "$HOME/.npm/_cacache" node_modules/express package.json "$lock" ;;
  cache) rm -rf "$HOME/.npm/_cacache" ;;
  run) [ -f node_modules/express/installed ]; mkdir -p dist; find . -type f ! -path './dist/*' -exec cat {} + | wc -c > dist/bundle.js ;;
esac
END
cat > yarn <<'END'
#!/bin/sh
set -e
case $1 in
  install) cache=/usr/local/share/.cache/yarn; [ ! -f .yarnrc.yml ] || cache=/root/.yarn/berry/cache
    install-from "$cache" node_modules/x package.json yarn.lock ;;
  cache) rm -rf /usr/local/share/.cache/yarn/* ;;
  workspace) mkdir -p packages/api/dist; cat packages/api/src/* > packages/api/dist/index.js ;;
esac
END
cat > pnpm <<'END'
#!/bin/sh
set -e
store="\${PNPM_HOME:-$HOME/.local/share/pnpm}/store"
case $1 in
  install) install-from "$store/v3" node_modules/x package.json pnpm-lock.yaml ;;
  store) rm -rf "$store"/* ;;
  run) [ -f node_modules/x/installed ]; mkdir -p dist; cat src/* > dist/server.js ;;
esac
END
printf '#!/bin/sh\n' > corepack
cat > poetry <<'END'
#!/bin/sh
# Its virtual environment lies beside its cache, unless it is told to make none.
set -e
own=/root/.cache/pypoetry
case $1 in
  config) touch /etc/no-venv ;;
  cache) rm -rf $own/cache/* $own/artifacts/* ;;
  install) to=$own/virtualenvs/app; [ ! -e /etc/no-venv ] || to=/usr/lib/python3/site/poetry
    mkdir -p $own/artifacts; echo wheel > $own/artifacts/wheel
    install-from $own/cache/repositories $to pyproject.toml poetry.lock ;;
esac
END
cat > go <<'END'
#!/bin/sh
set -e
case $1 in
  mod) sum=/dev/null; [ ! -f go.sum ] || sum=go.sum; install-from - /go/pkg/mod/x go.mod "$sum" ;;
  build) [ -f /go/pkg/mod/x/installed ]; mkdir -p /root/.cache/go-build
    while [ "$1" != -o ]; do shift; done
    mkdir -p "$(dirname "$2")"; find . -name '*.go' -exec cat {} + | cat - /go/pkg/mod/x/installed > "$2" ;;
esac
END
cat > cargo <<'END'
#!/bin/sh
set -e
install-from - /usr/local/cargo/registry/x Cargo.toml
mkdir -p target/release
cat src/main.rs /usr/local/cargo/registry/x/installed > target/release/app
END
cat > mvn <<'END'
#!/bin/sh
set -e
case "$*" in
  *go-offline*) install-from - /root/.m2/repository/x pom.xml ;;
  *) [ -f /root/.m2/repository/x/installed ]; mkdir -p target; cat src/main/java/* /root/.m2/repository/x/installed > target/app.jar ;;
esac
END
cat > apk <<'END'
#!/bin/sh
exec install-from - /usr/share/apk /dev/null
END
cat > list-files <<'END'
#!/bin/sh
# Every file, and the contents of those that are newer than this image. Apart from what differs on purpose or from run to run:
# package managers' own caches (the advisor says so), logs, the contents of .pyc files (they hold times), and what the builder
# itself mounts.
apart=
for path in /root/.cache/pip /root/.cache/go-build /root/.cache/pypoetry/cache /root/.cache/pypoetry/artifacts \\
  /usr/local/share/.cache/yarn /root/.yarn/berry/cache /root/.local/share/pnpm/store /pnpm/store /root/.npm /root/.m2 /go/pkg /usr/local/cargo /var/log /var/cache/ldconfig /var/cache/apt /var/cache/debconf \\
  /var/lib/apt/lists/lock /var/lib/dpkg /etc/hosts /etc/hostname /etc/resolv.conf /listing /dev /proc /sys; do
  apart="$apart -path $path -o"
done
# The folders that those lie in come with them.
above=
for path in /root/.cache /root/.cache/pypoetry /usr/local/share/.cache /root/.yarn /root/.yarn/berry /root/.local /root/.local/share /root/.local/share/pnpm /pnpm; do
  above="$above ! -path $path"
done
find / -xdev \\( $apart -path /none \\) -prune -o $above -printf '%y %m %U:%G %p %l\\n' | LC_ALL=C sort
find / -xdev \\( $apart -path /none \\) -prune -o -type f -newer /began ! -name '*.pyc' -print0 | LC_ALL=C sort -z | xargs -0 -r sha256sum
END
cp pip pip3
chmod 755 list-files install-from pip pip3 npm yarn pnpm corepack poetry go cargo mvn apk

mkdir -p repo
for name in gcc libpq-dev curl ca-certificates git nodejs npm; do
  mkdir -p "deb/$name/DEBIAN" "deb/$name/usr/share/$name"
  echo "$name" > "deb/$name/usr/share/$name/file"
  printf 'Package: %s\\nVersion: 99\\nArchitecture: all\\nMaintainer: x <x@example.org>\\nDescription: x\\n' "$name" > "deb/$name/DEBIAN/control"
  dpkg-deb --root-owner-group -b "deb/$name" "repo/$name.deb" >/dev/null
  cat "deb/$name/DEBIAN/control" >> repo/Packages
  printf 'Filename: ./%s.deb\\nSize: %s\\nSHA256: %s\\n\\n' "$name" "$(stat -c %s "repo/$name.deb")" "$(sha256sum < "repo/$name.deb" | cut -c1-64)" >> repo/Packages
done
rm -rf deb
cat > Dockerfile <<'END'
FROM os:1
COPY docker-clean /etc/apt/apt.conf.d/docker-clean
COPY repo /repo
COPY list-files install-from pip pip3 npm yarn pnpm corepack poetry go cargo mvn apk /usr/local/bin/
RUN rm -rf /etc/apt/sources.list /etc/apt/sources.list.d/* /var/lib/apt/lists/* \\
    && echo 'deb [trusted=yes] copy:/repo ./' > /etc/apt/sources.list \\
    && touch /etc/req.txt && mkdir -p /usr/share/nginx/html \\
    && apt-get update && groupadd -g 1000 node && useradd -u 1000 -g 1000 -m node && touch /began
END
docker build --network none -q -t tools:1 . >/dev/null
`;
