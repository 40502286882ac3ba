#!/bin/sh
# @purpose
# @no_code
# @linux

CDPATH=
PATH=$PATH:$HOME/.local/bin
edition=$(cd -- "$(dirname -- "$0")" && pwd)
trap : INT # the command itself hears Ctrl-C and puts things in order

close() {
    printf '\n%s' "@press"
    read -r _
    exit "$1"
}

ended() {
    echo
    case $1 in
@sentences
    *) echo "@other ($1)" ;;
    esac
    close "$1"
}

enter() {
    cd -- "$1" && return
    echo "@closed_folder"
    close @machine
}

with_checkout() { # $1: where to work, $2: from there to the checkout
    enter "$1"
    for python in python3 python3.14 python3.13 python3.12 python3.11 python "$2.venv/bin/python"; do
        if "$python" -I -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            "$python" "$2scripts/build.py" produire "$edition" --ouvrir
            ended $?
        fi
    done
    echo "@no_python"
    close @machine
}

place=$edition
while :; do
    for root in "" 8-installation/; do
        found=$place/$root
        if [ -f "${found}scripts/build.py" ] && [ -f "${found}requirements/ceremonie.txt" ]; then
            with_checkout "$place" "$root"
        fi
    done
    [ "$place" = / ] && break
    place=$(dirname -- "$place")
done

if command -v ceremonie >/dev/null 2>&1; then
    enter "$edition/../.."
    ceremonie produire "$edition" --ouvrir
    ended $?
fi

echo "@not_found"
echo "   1. @beside"
printf '      %s\n' "$edition"
echo "   2. @on_path"
echo "@what_to_do"
close @machine
