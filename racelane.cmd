@echo off
rem Starts Racelane on Windows: finds a JDK, builds what has changed since the last start, and hands everything to the program.
setlocal EnableDelayedExpansion
set "home=%~dp0"
set "home=%home:~0,-1%"
set "launch=%home%\app\target\launch"
set "need=25"
set "jdk="

call :try "%RACELANE_JAVA_HOME%"
call :try "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do call :try "%%~dpj.."
for %%r in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%USERPROFILE%\.jdks" "%USERPROFILE%\scoop\apps") do (
    if exist "%%~r" for /d %%d in ("%%~r\*") do call :try "%%~d"
)
if not defined jdk (
    echo racelane: needs a JDK %need% or newer and found none: install one ^(https://adoptium.net^) or point JAVA_HOME at it 1>&2
    exit /b 2
)

rem What the program is built from: names, sizes and times of all its files.
for /f "usebackq delims=" %%h in (`powershell -NoProfile -Command "$f = Get-ChildItem -File -Recurse '%home%\pom.xml','%home%\model\pom.xml','%home%\importers\pom.xml','%home%\app\pom.xml','%home%\model\src\main','%home%\importers\src\main','%home%\app\src\main' | Sort-Object FullName | ForEach-Object { $_.FullName + $_.Length + $_.LastWriteTimeUtc.Ticks }; $s = [System.Security.Cryptography.SHA256]::Create().ComputeHash([Text.Encoding]::UTF8.GetBytes($f -join '|')); [BitConverter]::ToString($s)"`) do set "now=%%h"
set "was="
if exist "%launch%\built-from" set /p was=<"%launch%\built-from"
if not "%was%"=="%now%" (
    call :build
    if errorlevel 1 exit /b 2
)

"%jdk%\bin\java.exe" --module-path "%launch%\lib" --add-modules racelane.importers --enable-native-access=javafx.graphics -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 "-Dracelane.home=%home%" %RACELANE_JAVA_OPTS% -m racelane.app/racelane.app.Main %*
exit /b %errorlevel%

:try
if defined jdk exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "delims=." %%m in (%%v) do if %%~m GEQ %need% set "jdk=%~1"
exit /b 0

:build
where mvn >nul 2>nul
if errorlevel 1 (
    echo racelane: needs Maven 3.8 or newer to build itself: install it from https://maven.apache.org 1>&2
    exit /b 2
)
echo racelane: building, for the first start or after a change ^(half a minute, longer when libraries must be fetched^) ... 1>&2
if not exist "%home%\app\target" mkdir "%home%\app\target"
set "JAVA_HOME=%jdk%"
pushd "%home%"
call mvn -B -ntp package -DskipTests -Dmaven.test.skip=true -Dspotless.check.skip=true -Dcheckstyle.skip=true -Djacoco.skip=true >"%home%\app\target\launch-build.log" 2>&1
if errorlevel 1 (
    popd
    findstr /b "[ERROR]" "%home%\app\target\launch-build.log" 1>&2
    echo racelane: the build failed; the whole log is in %home%\app\target\launch-build.log 1>&2
    exit /b 2
)
popd
>"%launch%\built-from" echo %now%
echo racelane: built. 1>&2
exit /b 0
