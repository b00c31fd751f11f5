#!/bin/sh
# Writes .env at the top of the project: a password for each role, a key for each service. Once; an existing one is kept.
#   sh deploy/docker/make-env.sh [live|rehearsal]
set -eu
cd "$(dirname "$0")/../.."
mode=${1:-live}
case $mode in live | rehearsal) ;; *) echo "live | rehearsal" >&2; exit 2 ;; esac
if [ -e .env ]; then
  echo ".env 已存在,未作改动:没有原密钥就无法读取数据。/ .env exists and is kept: without its keys the data cannot be read." >&2
  exit 1
fi
password() { head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n'; }
key() { head -c 32 /dev/urandom | base64 | tr -d '\n'; }
umask 077
{
  echo "# 密钥与密码,勿提交、勿外传,与数据分开备份。/ Keys and passwords: never commit; back up apart from the data."
  echo "GUITU_MODE=$mode"
  if [ "$mode" = rehearsal ]; then
    # Exercises never share a database with real cases: other volumes, invented people.
    echo "COMPOSE_PROJECT_NAME=guitu-rehearsal"
    echo "GUITU_SEED=demo"
  else
    echo "COMPOSE_PROJECT_NAME=guitu"
    echo "GUITU_SEED=units"
  fi
  echo "POSTGRES_PASSWORD=$(password)"
  echo "GUITU_KAFKA_PASSWORD=$(password)"
  echo "GUITU_DIGEST_KEY=$(key)"
  echo "GUITU_ADMIN_PASSWORD=$(password)"
  for service in GATEWAY IDENTITY INTAKE INVESTIGATION RESCUE PLACEMENT CROSS_BORDER CASEBOOK; do
    echo "${service}_OWNER_PASSWORD=$(password)"
    echo "${service}_PASSWORD=$(password)"
    echo "${service}_KAFKA_PASSWORD=$(password)"
    echo "${service}_KEK=$(key)"
  done
} > .env.new
mv .env.new .env
echo ".env 已生成($mode)。首位管理员:admin,密码见 GUITU_ADMIN_PASSWORD。/ .env is written; the first administrator's password is in it."
