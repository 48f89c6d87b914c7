#!/bin/sh
# The project's namespace: the histories of ended complaints are kept for ten years.
set -eu
attempt=0
until temporal operator cluster health --address "$TEMPORAL_ADDRESS"; do
  attempt=$((attempt + 1))
  [ "$attempt" -lt 60 ] || exit 1
  sleep 2
done
namespace() {
  temporal operator namespace "$@" --address "$TEMPORAL_ADDRESS" --namespace "$TEMPORAL_NAMESPACE"
}
namespace describe > /dev/null 2>&1 || namespace create --retention 3650d
