#!/bin/sh
# Runs once, in an empty database volume: the product's own role is no superuser.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$APPLICATION_PASSWORD" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
CREATE ROLE onlinefiliale LOGIN PASSWORD :'password';
CREATE DATABASE onlinefiliale OWNER onlinefiliale;
SQL
