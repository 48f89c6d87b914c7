#!/bin/sh
# Brings both of Temporal's databases to the schema of this release; a second run changes nothing.
set -eu
for database in temporal temporal_visibility; do
  kind=temporal
  [ "$database" = temporal ] || kind=visibility
  tool() {
    temporal-sql-tool --plugin postgres12 --endpoint "$POSTGRES_SEEDS" --port 5432 --user temporal --database "$database" "$@"
  }
  tool setup-schema --version 0.0
  tool update-schema --schema-dir "/etc/temporal/schema/postgresql/v12/$kind/versioned"
done
