<#
.SYNOPSIS
Runs the device's unit tests on nanoclr, the virtual nanoFramework device.
.DESCRIPTION
Exit code: 0 every test passed, 1 a test failed or the device stopped early, 2 wrong usage, 3 something is not installed.
.PARAMETER Folder
Holds the .pe files of an earlier build; without it the tests are built first.
#>
param([string]$Folder = '')

$here = $PSScriptRoot

function Exit-Missing([string]$what, [string]$remedy) {
    Write-Output "The device tests were not run: $what"
    Write-Output $remedy
    Write-Output 'The same tests run without it: dotnet test --project tests/Device/Host'
    exit 3
}

function Test-Tool([string]$name) {
    return [bool](Get-Command $name -ErrorAction SilentlyContinue)
}

if ($args.Count -gt 0 -or ($Folder -and -not (Test-Path -LiteralPath $Folder -PathType Container))) {
    [Console]::Error.WriteLine("found '$Folder $args'; expected nothing, or a folder with .pe files")
    exit 2
}

$tools = Join-Path ([Environment]::GetFolderPath('UserProfile')) '.dotnet/tools'
$env:PATH = $env:PATH + [IO.Path]::PathSeparator + $tools
if (-not (Test-Tool 'nanoclr')) {
    Exit-Missing 'there is no nanoclr, the virtual device.' 'Install it: dotnet tool install -g nanoclr'
}

if (-not $Folder) {
    $Folder = Join-Path $here 'bin/Release'
    $msbuild = 'msbuild'
    $vswhere = Join-Path ([string]${env:ProgramFiles(x86)}) 'Microsoft Visual Studio/Installer/vswhere.exe'
    if (-not (Test-Tool $msbuild) -and (Test-Path -LiteralPath $vswhere)) {
        $msbuild = & $vswhere -latest -requires Microsoft.Component.MSBuild -find 'MSBuild\**\Bin\MSBuild.exe' | Select-Object -First 1
    }
    if (-not $msbuild -or -not (Test-Tool $msbuild)) {
        Exit-Missing 'there is no msbuild, which builds nanoFramework projects.' 'Install Visual Studio with the .NET nanoFramework extension (README.md).'
    }
    if (Test-Path -LiteralPath $Folder) {
        Remove-Item -LiteralPath $Folder -Recurse -Force
    }
    if (Test-Tool 'nuget') {
        & nuget restore (Join-Path $here 'packages.config') -PackagesDirectory (Join-Path $here '../../packages')
        if ($LASTEXITCODE -ne 0) { exit 1 }
    }
    elseif (-not (Test-Path -Path (Join-Path $here '../../packages/nanoFramework.TestFramework.*'))) {
        Exit-Missing 'there is no nuget, which fetches the packages of packages.config.' 'Install it from nuget.org, or restore BmsFirmware.sln in Visual Studio once.'
    }
    & $msbuild (Join-Path $here 'NFUnitTest.nfproj') -nologo -verbosity:minimal -p:Configuration=Release -p:Platform=AnyCPU
    if ($LASTEXITCODE -ne 0) { exit 1 }
    if (-not (Test-Path -LiteralPath (Join-Path $Folder 'NFUnitTest.pe'))) {
        Exit-Missing 'msbuild passed the project over: it has no nanoFramework project system.' 'Install the .NET nanoFramework extension of Visual Studio (README.md).'
    }
}

if (-not (Test-Path -LiteralPath (Join-Path $Folder 'NFUnitTest.pe'))) {
    Exit-Missing "$Folder holds no NFUnitTest.pe." 'Build tests/Device/NFUnitTest.nfproj where nanoFramework tooling is installed, and give the folder of its output.'
}

$assemblies = @(Get-ChildItem -LiteralPath $Folder -Filter '*.pe' | ForEach-Object { $_.FullName })
$output = @(& nanoclr run --assemblies $assemblies 2>&1 | ForEach-Object { [string]$_ })
$code = $LASTEXITCODE
$output | Write-Output

$passed = @($output -match '^Test passed').Count
$failed = @($output -match '^Test failed').Count
Write-Output "$passed passed, $failed failed"
if ($code -ne 0 -or -not ($output -match 'Done\.')) {
    Write-Output "the virtual device stopped before it was done (exit code $code)"
    exit 1
}
if ($failed -ne 0 -or $passed -eq 0) { exit 1 }
exit 0
