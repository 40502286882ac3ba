"""What people type for a command or an option before they know what it is called here."""

from __future__ import annotations

OTHER_NAMES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("--output", "--out", "-o", "--destination", "--target"), ("--sortie",)),
    **dict.fromkeys(("--draft", "--preview", "--fast", "--quick", "--apercu"), ("--brouillon",)),
    **dict.fromkeys(("--only", "--part", "--uniquement"), ("--seulement",)),
    **dict.fromkeys(("--jobs", "-j", "--workers", "--threads", "--processus"), ("--travaux",)),
    **dict.fromkeys(("--force", "-f", "--overwrite", "--replace", "--ecraser"), ("--remplacer",)),
    **dict.fromkeys(("--folder", "--dir", "--directory"), ("--dossier", "--sortie")),
    **dict.fromkeys(("--clear", "--clean", "--purge", "--empty", "--effacer"), ("--vider",)),
    **dict.fromkeys(("--debug", "--verbose", "-v", "--traceback"), ("--trace",)),
    **dict.fromkeys(("--shape", "--shapes", "--formats", "--aspect", "--ratio"), ("--format",)),
    **dict.fromkeys(("--open", "--show", "--montrer"), ("--ouvrir",)),
    **dict.fromkeys(("--cluster", "--dask"), ("--grappe",)),
    **dict.fromkeys(("--audience", "--audiences", "--publics", "--pour"), ("--public",)),
    **dict.fromkeys(("--allow-code", "--local-code", "--code"), ("--code-local",)),
    **dict.fromkeys(("aide", "help", "-?", "/?", "--usage"), ("--aide",)),
    **dict.fromkeys(("build", "make", "render", "produce", "generate", "générer"), ("produire",)),
    **dict.fromkeys(("check", "verify", "validate", "lint", "test", "contrôler"), ("verifier",)),
    **dict.fromkeys(("reread", "read", "review", "relecture"), ("relire",)),
    **dict.fromkeys(("import", "merge", "excel", "reprendre"), ("importer",)),
    **dict.fromkeys(("template", "modele", "modèle"), ("gabarit",)),
    **dict.fromkeys(("pictures", "images", "trier", "sort"), ("photos",)),
    **dict.fromkeys(("--dry-run", "--trial", "--simuler", "--simulation"), ("--essai",)),
    **dict.fromkeys(("--day",), ("--jour", "--date")),
    **dict.fromkeys(("withdraw", "withdrawal", "remove", "revoke", "retirer"), ("retrait",)),
    **dict.fromkeys(
        ("consents", "consent", "agreements", "autorisations", "droits", "accord"), ("accords",)
    ),
    **dict.fromkeys(("--papers", "--forms", "--formulaires", "--feuilles"), ("--fiches",)),
    **dict.fromkeys(("--before", "--until", "--jusqu-au", "--echeance"), ("--avant",)),
    **dict.fromkeys(("usb", "stick", "key", "clé", "clef", "kit", "usb-stick"), ("cle",)),
    **dict.fromkeys(("--to", "--vers-le-dossier"), ("--vers",)),
    **dict.fromkeys(("--archive", "--zipped"), ("--zip",)),
    **dict.fromkeys(("--fat", "--vfat", "--4go"), ("--fat32",)),
    **dict.fromkeys(("table", "sheet", "tableur", "classeur"), ("tableau",)),
    **dict.fromkeys(("--template", "--kind", "--type", "--gabarit"), ("--modele",)),
    **dict.fromkeys(("--apply", "--write", "-w", "--ecrire"), ("--appliquer",)),
    **dict.fromkeys(("compare", "diff", "differences"), ("comparer",)),
    **dict.fromkeys(("new", "init", "create", "start", "nouveau", "créer"), ("nouvelle",)),
}
"""English options and commands, and French ones that come to mind first → ours."""
