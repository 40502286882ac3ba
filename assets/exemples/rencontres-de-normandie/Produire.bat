@echo off
setlocal EnableExtensions DisableDelayedExpansion
title Produire
rem Produit le diaporama et le film de l'edition qui est dans ce dossier.
rem Les scenes ecrites en Python ne sont jamais executees d'ici.

set "NoDefaultCurrentDirectoryInExePath=1"
set "EDITION=%~dp0."
set "PLACE=%~dp0"
set "LEFT=24"

:climb
set "ROOT="
if exist "%PLACE%scripts\build.py" if exist "%PLACE%requirements\ceremonie.txt" goto checkout
set "ROOT=8-installation\"
if exist "%PLACE%8-installation\scripts\build.py" if exist "%PLACE%8-installation\requirements\ceremonie.txt" goto checkout
for %%I in ("%PLACE%..") do set "ABOVE=%%~fI"
if not "%ABOVE:~-1%"=="\" set "ABOVE=%ABOVE%\"
if "%ABOVE%"=="%PLACE%" goto installed
set "PLACE=%ABOVE%"
set /a LEFT-=1
if %LEFT% gtr 0 goto climb

:installed
where ceremonie.exe >nul 2>nul
if errorlevel 1 goto nowhere
pushd "%~dp0..\.."
if errorlevel 1 goto closed_folder
ceremonie.exe produire "%EDITION%" --ouvrir
goto ended

:checkout
pushd "%PLACE%"
if errorlevel 1 goto closed_folder
set "BUILD=%ROOT%scripts\build.py"
py -3 -I -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if not errorlevel 1 goto with_launcher
python -I -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if not errorlevel 1 goto with_python
set "OWN=%ROOT%.venv\Scripts\python.exe"
if exist "%OWN%" goto with_own
goto no_python

:with_launcher
py -3 "%BUILD%" produire "%EDITION%" --ouvrir
goto ended

:with_python
python "%BUILD%" produire "%EDITION%" --ouvrir
goto ended

:with_own
"%OWN%" "%BUILD%" produire "%EDITION%" --ouvrir
goto ended

:nowhere
set "CODE=3"
echo Le programme ceremonie n'a pas ete trouve. Il a ete cherche :
echo    1. dans ce dossier et dans chacun de ceux qui le contiennent (scripts/build.py) :
echo       "%~dp0"
echo    2. parmi les programmes installes (commande ceremonie).
echo Que faire : rangez le dossier de l'edition dans le dossier assets du programme, ou installez le programme (guide, chapitre 1), puis recommencez.
goto close

:no_python
set "CODE=3"
echo Python 3.11 ou plus recent n'a pas ete trouve. Que faire : installez-le (guide, chapitre 1 ; aucun droit d'administrateur n'est necessaire), puis recommencez.
goto close

:closed_folder
set "CODE=3"
echo Le dossier du programme ne s'ouvre pas. Que faire : verifiez vos droits sur ce dossier, ou copiez-le sur votre ordinateur, puis recommencez.
goto close

:ended
set "CODE=%ERRORLEVEL%"
echo(
if "%CODE%"=="0" echo Tout est pret.& goto close
if "%CODE%"=="1" echo Rien n'a ete remplace : corrigez ce qui est dit ci-dessus, puis recommencez.& goto close
if "%CODE%"=="2" echo La commande n'a pas ete comprise : ce qui ne va pas est dit ci-dessus.& goto close
if "%CODE%"=="3" echo Il manque quelque chose a cet ordinateur : l'aide est ci-dessus.& goto close
if "%CODE%"=="4" echo La fabrication n'a pas abouti. L'edition precedente est intacte.& goto close
if "%CODE%"=="5" echo Un controle des fichiers n'a pas reussi. L'edition precedente est intacte.& goto close
if "%CODE%"=="6" echo Cette edition est deja en cours de production : attendez la fin.& goto close
if "%CODE%"=="130" echo Interrompu. L'edition precedente est intacte.& goto close
echo La production s'est arretee de facon imprevue. L'edition precedente est intacte. (%CODE%)

:close
echo(
echo Appuyez sur Entree pour fermer cette fenetre.
pause >nul
rem A share of the network had a letter of a drive as long as this window was open.
popd
exit /b %CODE%
