#!/usr/bin/env bash
# Runs the device's unit tests on nanoclr, the virtual nanoFramework device.
#
# usage: run-nanoclr.sh [FOLDER]
#   FOLDER  holds the .pe files of an earlier build; without it the tests are built first
#
# exit code: 0 every test passed, 1 a test failed or the device stopped early, 2 wrong usage, 3 something is not installed
set -uo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

usage() {
    sed -n '2,7s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
}

missing() {
    echo "The device tests were not run: $1"
    echo "$2"
    echo "The same tests run without it: dotnet test --project tests/Device/Host"
    exit 3
}

if [ $# -gt 1 ] || { [ $# -eq 1 ] && [ ! -d "$1" ]; }; then
    [ "${1:-}" = --help ] && { usage; exit 0; }
    { echo "found '$*'; expected nothing, or a folder with .pe files"; usage; } >&2
    exit 2
fi

PATH=$PATH:$HOME/.dotnet/tools
command -v nanoclr > /dev/null || missing \
    "there is no nanoclr, the virtual device." \
    "Install it: dotnet tool install -g nanoclr"

folder=${1:-$here/bin/Release}
if [ $# -eq 0 ]; then
    command -v msbuild > /dev/null || missing \
        "there is no msbuild, which builds nanoFramework projects." \
        "Install Visual Studio with the .NET nanoFramework extension, or Mono and the project system of the VS Code extension (README.md)."
    rm -rf "$folder"
    if command -v nuget > /dev/null; then
        nuget restore "$here/packages.config" -PackagesDirectory "$here/../../packages" || exit 1
    elif ! compgen -G "$here/../../packages/nanoFramework.TestFramework.*" > /dev/null; then
        missing "there is no nuget, which fetches the packages of packages.config." "Install it from nuget.org, or restore BmsFirmware.sln in Visual Studio once."
    fi

    msbuild "$here/NFUnitTest.nfproj" -nologo -verbosity:minimal -p:Configuration=Release -p:Platform=AnyCPU || exit 1
    [ -f "$folder/NFUnitTest.pe" ] || missing \
        "msbuild passed the project over: it has no nanoFramework project system." \
        "Install the .NET nanoFramework extension of Visual Studio or VS Code (README.md)."
fi

[ -f "$folder/NFUnitTest.pe" ] || missing \
    "$folder holds no NFUnitTest.pe." \
    "Build tests/Device/NFUnitTest.nfproj where nanoFramework tooling is installed, and give the folder of its output."

output=$(nanoclr run --assemblies "$folder"/*.pe 2>&1)
code=$?
echo "$output"

passed=$(grep -c '^Test passed' <<< "$output")
failed=$(grep -c '^Test failed' <<< "$output")
echo "$passed passed, $failed failed"
if [ "$code" -ne 0 ] || ! grep -q 'Done\.' <<< "$output"; then
    echo "the virtual device stopped before it was done (exit code $code)"
    exit 1
fi
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
