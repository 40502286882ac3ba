@@echo off
setlocal EnableExtensions DisableDelayedExpansion
title @title
rem @purpose
rem @no_code

set "NoDefaultCurrentDirectoryInExePath=1"
set "EDITION=%~dp0."
set "PLACE=%~dp0"
set "LEFT=@levels"

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
set "CODE=@machine"
echo @not_found
echo    1. @beside
echo       "%~dp0"
echo    2. @on_path
echo @what_to_do
goto close

:no_python
set "CODE=@machine"
echo @no_python
goto close

:closed_folder
set "CODE=@machine"
echo @closed_folder
goto close

:ended
set "CODE=%ERRORLEVEL%"
echo(
@sentences
echo @other (%CODE%)

:close
echo(
echo @press
pause >nul
rem A share of the network had a letter of a drive as long as this window was open.
popd
exit /b %CODE%
