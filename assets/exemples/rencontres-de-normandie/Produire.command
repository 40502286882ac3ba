#!/bin/sh
# Produit le diaporama et le film de l'édition qui est dans ce dossier.
# Les scènes écrites en Python ne sont jamais exécutées d'ici.
# Produire.desktop lance ce même fichier.

CDPATH=
PATH=$PATH:$HOME/.local/bin
edition=$(cd -- "$(dirname -- "$0")" && pwd)
trap : INT # the command itself hears Ctrl-C and puts things in order

close() {
    printf '\n%s' "Appuyez sur Entrée pour fermer cette fenêtre."
    read -r _
    exit "$1"
}

ended() {
    echo
    case $1 in
    0) echo "Tout est prêt." ;;
    1) echo "Rien n'a été remplacé : corrigez ce qui est dit ci-dessus, puis recommencez." ;;
    2) echo "La commande n'a pas été comprise : ce qui ne va pas est dit ci-dessus." ;;
    3) echo "Il manque quelque chose à cet ordinateur : l'aide est ci-dessus." ;;
    4) echo "La fabrication n'a pas abouti. L'édition précédente est intacte." ;;
    5) echo "Un contrôle des fichiers n'a pas réussi. L'édition précédente est intacte." ;;
    6) echo "Cette édition est déjà en cours de production : attendez la fin." ;;
    130) echo "Interrompu. L'édition précédente est intacte." ;;
    *) echo "La production s'est arrêtée de façon imprévue. L'édition précédente est intacte. ($1)" ;;
    esac
    close "$1"
}

enter() {
    cd -- "$1" && return
    echo "Le dossier du programme ne s'ouvre pas. Que faire : vérifiez vos droits sur ce dossier, ou copiez-le sur votre ordinateur, puis recommencez."
    close 3
}

with_checkout() { # $1: where to work, $2: from there to the checkout
    enter "$1"
    for python in python3 python3.14 python3.13 python3.12 python3.11 python "$2.venv/bin/python"; do
        if "$python" -I -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            "$python" "$2scripts/build.py" produire "$edition" --ouvrir
            ended $?
        fi
    done
    echo "Python 3.11 ou plus récent n'a pas été trouvé. Que faire : installez-le (guide, chapitre 1 ; aucun droit d'administrateur n'est nécessaire), puis recommencez."
    close 3
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

echo "Le programme ceremonie n'a pas été trouvé. Il a été cherché :"
echo "   1. dans ce dossier et dans chacun de ceux qui le contiennent (scripts/build.py) :"
printf '      %s\n' "$edition"
echo "   2. parmi les programmes installés (commande ceremonie)."
echo "Que faire : rangez le dossier de l'édition dans le dossier assets du programme, ou installez le programme (guide, chapitre 1), puis recommencez."
close 3
