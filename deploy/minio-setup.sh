#!/bin/sh
# Makes the bucket with object lock, and the program's user. May run again at any time.
set -eu

mc alias set store http://minio:9000 "$MINIO_ROOT_USER" "$MINIO_ROOT_PASSWORD" >/dev/null
mc mb --ignore-existing --with-lock "store/$HEZHENG_S3_BUCKET"
mc anonymous set none "store/$HEZHENG_S3_BUCKET"
mc admin user add store "$HEZHENG_S3_ACCESS_KEY" "$HEZHENG_S3_SECRET_KEY"
mc admin policy create store hezheng /setup/minio-policy.json
mc admin policy attach store hezheng --user "$HEZHENG_S3_ACCESS_KEY" || mc admin user info store "$HEZHENG_S3_ACCESS_KEY"
