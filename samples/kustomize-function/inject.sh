#!/bin/sh
# What Kustomize runs has no arguments: they stand here.
exec waymark inject --complete --with-resources
