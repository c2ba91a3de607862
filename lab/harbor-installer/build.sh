#!/bin/bash
# build.sh FOLDER VERSION...: makes harbor-offline-installer-vVERSION.tgz and registry.tar in FOLDER, from this folder and
# from Debian's docker-registry and python3. Runs where Docker is.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
to=$1
shift
work=$(mktemp -d)
mkdir -p "$to"

mapfile -t libraries < <(ldd /usr/bin/python3 /usr/bin/docker-registry /usr/lib/python3*/lib-dynload/*.so 2>/dev/null | grep -oE '/[^ ]+\.so[^ ]*' | grep -v : | sort -u)
mkdir -p "$work/root"/{tmp,etc,var/log/docker,usr/local/lib} "$work/root/usr/lib64"
for folder in lib lib64 bin; do ln -s "usr/$folder" "$work/root/$folder"; done
mkdir -p "$work/root/usr/bin" "$work/root/usr/lib"
for file in "${libraries[@]}"; do
  file=$(readlink -f "$(dirname "$file")")/$(basename "$file")
  mkdir -p "$work/root$(dirname "$file")"
  cp -L "$file" "$work/root$file"
done
cp -L /lib64/ld-linux-x86-64.so.2 "$work/root/usr/lib64/"
cp -L /usr/bin/python3 /usr/bin/docker-registry "$work/root/usr/bin/"
cp -a /usr/lib/python3.* "$work/root/usr/lib/"
cp -a /usr/lib/python3/dist-packages/. "$work/root/usr/local/lib/"
rm -rf "$work/root"/usr/lib/python3.*/{test,idlelib,ensurepip,lib2to3,pydoc_data} 
cp "$here"/*.py "$work/root/"
tar -C "$work/root" -c . | docker import -c 'ENV PYTHONPATH=/usr/local/lib:/ PYTHONDONTWRITEBYTECODE=1' - stand-in:base >/dev/null

# The registry, as the first process of a container, takes no notice of SIGTERM: each stop would wait ten seconds.
image() { # role name version
  printf 'FROM stand-in:base\nENV HARBOR_VERSION=%s\nSTOPSIGNAL SIGKILL\nENTRYPOINT ["/usr/bin/python3", "/harbor.py", "%s"]\n' "$3" "$1" >"$work/Dockerfile"
  docker build --quiet --network none --tag "goharbor/$2:v$3" -f "$work/Dockerfile" "$work/root/tmp" >/dev/null
}

for version in "$@"; do
  rm -rf "$work/harbor"
  cp -r "$here/harbor" "$work/harbor"
  sed -i "s/VERSION/$version/" "$work/harbor/prepare"
  echo "_version: ${version%.*}.0" >>"$work/harbor/harbor.yml.tmpl"
  chmod 755 "$work/harbor"/{prepare,install.sh}
  image log harbor-log "$version"
  image registry registry-photon "$version"
  image registryctl harbor-registryctl "$version"
  image db harbor-db "$version"
  image core harbor-core "$version"
  image portal harbor-portal "$version"
  image jobservice harbor-jobservice "$version"
  image redis redis-photon "$version"
  image proxy nginx-photon "$version"
  printf 'FROM stand-in:base\nENV HARBOR_VERSION=%s\nENTRYPOINT ["/usr/bin/python3", "/harbor.py"]\n' "$version" >"$work/Dockerfile"
  docker build --quiet --network none --tag "goharbor/prepare:v$version" -f "$work/Dockerfile" "$work/root/tmp" >/dev/null
  # shellcheck disable=SC2046 # names of images
  docker save $(docker images --format '{{.Repository}}:{{.Tag}}' | grep ":v$version\$") | gzip -1 >"$work/harbor/harbor.v$version.tar.gz"
  tar -C "$work" -c harbor | gzip -1 >"$to/harbor-offline-installer-v$version.tgz" # nearly all of it is compressed already
  # shellcheck disable=SC2046
  docker rmi $(docker images --format '{{.Repository}}:{{.Tag}}' | grep ":v$version\$") >/dev/null
done

printf 'FROM stand-in:base\nSTOPSIGNAL SIGKILL\nENTRYPOINT ["/usr/bin/docker-registry", "serve", "/etc/registry.yml"]\n' >"$work/Dockerfile"
printf 'version: 0.1\nstorage:\n  filesystem:\n    rootdirectory: /var/lib/registry\nhttp:\n  addr: :5000\n' >"$work/root/tmp/registry.yml"
printf 'COPY registry.yml /etc/registry.yml\n' >>"$work/Dockerfile"
docker build --quiet --network none --tag registry:2 -f "$work/Dockerfile" "$work/root/tmp" >/dev/null
docker save registry:2 >"$to/registry.tar"
docker rmi registry:2 stand-in:base >/dev/null
rm -rf "$work"
