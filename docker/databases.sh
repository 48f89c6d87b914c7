#!/usr/bin/env bash
# Runs once, on an empty cluster: a role and its databases for the project, and for Temporal.
set -euo pipefail
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set project="$HUIYIN_DATABASE_PASSWORD" --set engine="$TEMPORAL_DATABASE_PASSWORD" <<'SQL'
create role huiyin login password :'project';
create database huiyin owner huiyin;
create role temporal login password :'engine';
create database temporal owner temporal;
create database temporal_visibility owner temporal;
\connect huiyin
create extension if not exists pg_trgm;
\connect temporal_visibility
create extension if not exists btree_gin;
SQL
