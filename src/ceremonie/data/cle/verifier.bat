@echo off
rem Dit si chaque fichier de cette cle est entier, si les polices sont installees,
rem et quel logiciel de presentation est la. N'installe rien, n'ecrit rien.
rem Rend 0 si tout est entier, 1 sinon, 2 si la verification est impossible.
rem Ecrit sans accents : la fenetre de Windows les montrerait mal.
setlocal EnableExtensions DisableDelayedExpansion
set "OPTION=%~1"
set "VERDICT=2"
set "NoDefaultCurrentDirectoryInExePath=1"
set "PATH=%SystemRoot%\System32;%SystemRoot%"
set /a TOTAL=0
set /a MANQUANTS=0
set /a ABIMES=0
title Verification de la cle
pushd "%~dp0"
if errorlevel 1 goto inaccessible
echo @TITRE@
echo.
where certutil >nul 2>nul
if errorlevel 1 goto sans_certutil

echo Fichiers, un moment selon leur taille :
if not exist "@MARQUE@" goto copie_finie
echo   La copie de cette cle n'a pas ete finie : refaites-la.
set /a ABIMES+=1
:copie_finie
@FICHIERS@
set /a FAUTES=MANQUANTS+ABIMES
if not "%FAUTES%"=="0" goto des_fautes
echo   Tout est entier : %TOTAL% fichiers.
set "VERDICT=0"
goto polices
:des_fautes
echo   ATTENTION : manquants %MANQUANTS%, abimes %ABIMES%, sur %TOTAL%. Refaites la cle.
set "VERDICT=1"
if not "%MANQUANTS%"=="%TOTAL%" goto polices
echo   Aucun fichier n'est la : decompressez d'abord toute l'archive, ou lancez ce
echo   verificateur depuis la cle meme.

:polices
echo.
echo Polices :
set "ABSENTES=0"
@POLICES@
if "%ABSENTES%"=="0" goto logiciels
echo   Pour les installer : 4-polices\COMMENT-INSTALLER.txt

:logiciels
echo.
echo Logiciels de presentation :
set "LOGICIEL=0"
call :powerpoint
call :impress
if "%LOGICIEL%"=="1" goto fin
echo   AUCUN trouve : prenez un autre ordinateur, ou montrez le PDF et le film.
goto fin

:inaccessible
echo Verification impossible : le dossier de ce fichier ne s'ouvre pas.
goto fin

:sans_certutil
echo Verification impossible : certutil manque sur cet ordinateur.
goto fin

:fin
echo.
popd
if /i not "%OPTION%"=="/sans-pause" pause
endlocal & exit /b %VERDICT%

:fichier
set /a TOTAL+=1
if not exist "%~3" goto fichier_manque
set "OCTETS="
for %%A in ("%~3") do set "OCTETS=%%~zA"
rem certutil refuse les fichiers vides.
if "%~1"=="0" if "%OCTETS%"=="0" exit /b 0
set "LUE="
for /f "delims=" %%H in ('certutil -hashfile "%~3" SHA256 2^>nul ^| findstr /v ":"') do set "LUE=%%H"
if not defined LUE goto fichier_illisible
set "LUE=%LUE: =%"
if /i "%LUE%"=="%~2" exit /b 0
set /a ABIMES+=1
if not "%OCTETS%"=="%~1" goto fichier_incomplet
echo   ABIME       %~3
exit /b 1
:fichier_incomplet
echo   INCOMPLET   %~3 [%OCTETS% octets au lieu de %~1]
exit /b 1
:fichier_illisible
set /a ABIMES+=1
echo   ILLISIBLE   %~3
exit /b 1
:fichier_manque
set /a MANQUANTS+=1
echo   MANQUE      %~3
exit /b 1

:police
set "VUE=0"
reg query "HKCU\Software\Microsoft\Windows NT\CurrentVersion\Fonts" 2>nul | findstr /i /l /c:"%~1" /c:"%~2 (" >nul && set "VUE=1"
reg query "HKLM\Software\Microsoft\Windows NT\CurrentVersion\Fonts" 2>nul | findstr /i /l /c:"%~1" /c:"%~2 (" >nul && set "VUE=1"
if "%VUE%"=="1" goto police_vue
set "ABSENTES=1"
echo   A INSTALLER  %~2
exit /b 1
:police_vue
echo   installee    %~2
exit /b 0

:powerpoint
set "POWERPOINT="
for /f "tokens=3 delims=." %%V in ('reg query "HKCR\PowerPoint.Application\CurVer" /ve 2^>nul ^| findstr /l "PowerPoint.Application."') do set "POWERPOINT=%%V"
if defined POWERPOINT goto powerpoint_nomme
reg query "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\powerpnt.exe" >nul 2>nul
if errorlevel 1 exit /b 1
set "POWERPOINT=inconnue"
:powerpoint_nomme
set "LOGICIEL=1"
set "NOM=version %POWERPOINT%"
if "%POWERPOINT%"=="12" set "NOM=2007"
if "%POWERPOINT%"=="14" set "NOM=2010"
if "%POWERPOINT%"=="15" set "NOM=2013"
if "%POWERPOINT%"=="16" set "NOM=2016 ou plus recent"
set "PRECISE="
for /f "tokens=2,*" %%A in ('reg query "HKLM\SOFTWARE\Microsoft\Office\ClickToRun\Configuration" /v VersionToReport 2^>nul ^| findstr /l "REG_SZ"') do set "PRECISE=%%B"
if not defined PRECISE goto powerpoint_dit
set "NOM=%NOM%, %PRECISE%"
:powerpoint_dit
echo   Microsoft PowerPoint %NOM%
exit /b 0

:impress
set "LIGNE="
set "OU="
set "VERSION="
for /f "delims=" %%L in ('reg query "HKLM\SOFTWARE\LibreOffice\UNO\InstallPath" /ve 2^>nul ^| findstr /l "REG_SZ"') do set "LIGNE=%%L"
if not defined LIGNE goto impress_ailleurs
set "OU=%LIGNE:*REG_SZ    =%"
:impress_ailleurs
if not defined OU set "OU=%ProgramFiles%\LibreOffice\program"
if not exist "%OU%\soffice.exe" set "OU=%ProgramFiles(x86)%\LibreOffice\program"
if not exist "%OU%\soffice.exe" exit /b 1
set "LOGICIEL=1"
for /f "tokens=2 delims==" %%V in ('findstr /b /i /l "MsiProductVersion=" "%OU%\version.ini" 2^>nul') do set "VERSION=%%V"
if not defined VERSION set "VERSION=[version inconnue]"
echo   LibreOffice Impress %VERSION%
exit /b 0
