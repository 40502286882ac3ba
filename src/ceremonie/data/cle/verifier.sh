#!/bin/sh
# Dit si chaque fichier de cette clé est entier, si les polices sont installées,
# et quel logiciel de présentation est là. N'installe rien, n'écrit rien.
# Dans un terminal : sh verifier-cette-cle.sh
# Rend 0 si tout est entier, 1 sinon, 2 si la vérification est impossible.

attendre=@ATTENDRE@
bons=0
manquants=0
abimes=0

finir() {
    echo
    if [ "$attendre" = oui ] && [ -t 0 ]; then
        printf 'Appuyez sur Entrée pour fermer cette fenêtre. '
        read -r touche
    fi
    exit "$1"
}

CDPATH='' cd -- "$(dirname -- "$0")" || finir 2

if command -v sha256sum >/dev/null 2>&1; then
    empreinte() { sha256sum -- "$1"; }
elif command -v shasum >/dev/null 2>&1; then
    empreinte() { shasum -a 256 -- "$1"; }
elif command -v openssl >/dev/null 2>&1; then
    empreinte() { openssl dgst -sha256 -r "$1"; }
else
    echo 'Vérification impossible : ni sha256sum, ni shasum, ni openssl sur cet ordinateur.'
    finir 2
fi

fichier() {
    if [ ! -f "$3" ]; then
        echo "  MANQUE      $3"
        manquants=$((manquants + 1))
        return
    fi
    lue=$(empreinte "$3" 2>/dev/null | cut -c 1-64)
    if [ "$lue" = "$2" ]; then
        bons=$((bons + 1))
        return
    fi
    abimes=$((abimes + 1))
    taille=$(wc -c <"$3" 2>/dev/null | tr -d ' ')
    if [ -z "$taille" ] || [ -z "$lue" ]; then
        echo "  ILLISIBLE   $3"
    elif [ "$taille" = "$1" ]; then
        echo "  ABÎMÉ       $3"
    else
        echo "  INCOMPLET   $3 ($taille octets au lieu de $1)"
    fi
}

police() {
    if [ "$(uname)" = Darwin ]; then
        vue=$(ls "$HOME/Library/Fonts" /Library/Fonts /System/Library/Fonts 2>/dev/null |
            grep -F -i -e "$1")
    elif command -v fc-list >/dev/null 2>&1; then
        vue=$(fc-list : file fullname 2>/dev/null | grep -F -i -e "$1" -e "=$2")
    else
        echo "  inconnu      $2 (ce système ne donne pas la liste de ses polices)"
        return
    fi
    if [ -n "$vue" ]; then
        echo "  installée    $2"
    else
        echo "  À INSTALLER  $2"
        absentes=1
    fi
}

application() {
    if [ -d "$1" ]; then
        version=$(defaults read "$1/Contents/Info" CFBundleShortVersionString 2>/dev/null)
        echo "  $2 ${version:-(version inconnue)}"
        logiciel=1
    fi
}

echo '@TITRE@'
echo
echo 'Fichiers (un moment, selon leur taille) :'
if [ -e '@MARQUE@' ]; then
    echo "  La copie de cette clé n'a pas été finie : refaites-la."
    abimes=$((abimes + 1))
fi
@FICHIERS@
total=$((bons + manquants + abimes))
if [ $((manquants + abimes)) -eq 0 ]; then
    echo "  Tout est entier : $bons fichiers."
    code=0
else
    echo "  ATTENTION : manquants $manquants, abîmés $abimes, entiers $bons. Refaites la clé."
    code=1
fi
if [ "$manquants" -eq "$total" ]; then
    echo "  Aucun fichier n'est là : décompressez d'abord toute l'archive, ou lancez ce"
    echo '  vérificateur depuis la clé même.'
fi

echo
echo 'Polices :'
absentes=0
@POLICES@
if [ "$absentes" -eq 1 ]; then
    echo '  Pour les installer : 4-polices/COMMENT-INSTALLER.txt'
fi

echo
echo 'Logiciels de présentation :'
logiciel=0
if [ "$(uname)" = Darwin ]; then
    application '/Applications/Microsoft PowerPoint.app' 'Microsoft PowerPoint'
    application '/Applications/LibreOffice.app' 'LibreOffice Impress'
else
    for programme in soffice libreoffice; do
        if [ "$logiciel" -eq 0 ] && command -v "$programme" >/dev/null 2>&1; then
            version=$("$programme" --version 2>/dev/null | head -n 1)
            echo "  Impress : ${version:-LibreOffice (version inconnue)}"
            logiciel=1
        fi
    done
    if [ "$logiciel" -eq 0 ] && command -v flatpak >/dev/null 2>&1 &&
        flatpak info org.libreoffice.LibreOffice >/dev/null 2>&1; then
        echo '  Impress : LibreOffice (Flatpak)'
        logiciel=1
    fi
fi
if [ "$logiciel" -eq 0 ]; then
    echo '  AUCUN trouvé : prenez un autre ordinateur, ou montrez le PDF et le film.'
fi

finir "$code"
