<#
.SYNOPSIS
Puts the firmware on a board: checks what it needs, says what it does before each step, and looks afterwards whether it worked.

.DESCRIPTION
Twin of flash.sh: the same steps, the same exit codes. Runs on Windows PowerShell 5.1 and on PowerShell 7.

Exit codes:
  0  done; of a dry run: all that is needed is there
  2  bad usage
  3  .NET is missing
  4  nanoff is missing or too old
  5  the port is not there or may not be opened
  6  the application image is not there or is not one
  7  the update failed: update again before the board is used
  8  the board does not answer, or its image does not match the packages: nothing was deployed
  9  the deployment failed: deploy again before the board is used
  10 deployed, but the board does not run the application

.PARAMETER Board
esp32: ESP32-DevKitC; esp32s3: ESP32-S3-DevKitC-1

.PARAMETER Port
Serial port of the board, such as COM5.

.PARAMETER Image
Application to deploy; default firmware/bin/Release/BmsFirmware.bin

.PARAMETER Target
nanoFramework image of the board; default ESP32_REV3 or ESP32_S3_OCTAL

.PARAMETER Update
First put the newest nanoFramework image on the board.

.PARAMETER DryRun
Check and print everything, change nothing.

.EXAMPLE
hardware/flash.ps1 -Board esp32 -Port COM5 -Update
#>
param(
    [string] $Board = '',
    [string] $Port = '',
    [string] $Image = '',
    [string] $Target = '',
    [switch] $Update,
    [switch] $DryRun,
    [Parameter(ValueFromRemainingArguments = $true)] [string[]] $Unknown
)

$leastNanoff = [Version] '2.5.162'
$defaultImage = 'firmware/bin/Release/BmsFirmware.bin'

function Say([string] $text) { [Console]::Out.WriteLine($text) }

function Fail([int] $code, [string] $text) {
    [Console]::Error.WriteLine("flash: $text")
    exit $code
}

function Refuse([string] $text) { Fail 2 "$text (Get-Help tells what it takes)" }

# What is missing ends a real run at once; a dry run says all of it, and ends with the code of the first.
$script:verdict = 0
function Missing([int] $code, [string] $text) {
    if (-not $DryRun) { Fail $code $text }
    [Console]::Error.WriteLine("flash: $text")
    if ($script:verdict -eq 0) { $script:verdict = $code }
}

# Where the deployment partition begins, and its bytes on the smallest flash. nanoff 2.5 assumes 0x1B0000 on every chip, which
# is inside the interpreter's own partition in present ESP32 images: so it is told.
$boards = @{
    esp32   = @{ Name = 'ESP32-DevKitC'; Usual = 'ESP32_REV3'; Address = '0x1E0000'; Space = 1835008 }
    esp32s3 = @{ Name = 'ESP32-S3-DevKitC-1'; Usual = 'ESP32_S3_OCTAL'; Address = '0x1B0000'; Space = 2031616 }
}

if ($Unknown) { Refuse "'$($Unknown[0])' is not known" }
if ($Board -eq '') { Refuse '-Board is missing; known: esp32, esp32s3' }
if (-not $boards.ContainsKey($Board)) { Refuse "-Board: '$Board' is not known; known: esp32, esp32s3" }
if ($Port -eq '') { Refuse "-Port is missing; 'nanoff --listports' lists the ports" }
$row = $boards[$Board]

if ($Target -eq '') { $Target = $row.Usual }
$chip = switch -Regex -CaseSensitive ($Target) {
    '^ESP32_S3' { 'esp32s3'; break }
    '^ESP32_[A-Z][0-9]' { ''; break }
    '^ESP32_' { 'esp32'; break }
    default { '' }
}
if ($chip -ne $Board) { Refuse "-Target: '$Target' is no image for $($row.Name); the usual one is $($row.Usual)" }

$root = [IO.Path]::GetDirectoryName($PSScriptRoot)
$checksums = [IO.Path]::Combine($PSScriptRoot, 'native-checksums.txt')
$ours = $Image -eq ''
$Image = if ($ours) { [IO.Path]::Combine($root, $defaultImage) } else { [IO.Path]::Combine($PWD.ProviderPath, $Image) }
$application = [IO.Path]::GetFileNameWithoutExtension($Image)

function Test-Program([string] $name) { $null -ne (Get-Command $name -CommandType Application -ErrorAction SilentlyContinue) }

function Test-DotNet {
    $version = if (Test-Program 'dotnet') { & dotnet --version 2>$null }
    if (-not $version -or $LASTEXITCODE -ne 0) {
        Missing 3 '.NET is missing, and nanoff needs it: see https://dotnet.microsoft.com/download'
        return
    }
    Say "  .NET: $version"
}

function Test-Nanoff {
    if (-not (Test-Program 'nanoff')) {
        Missing 4 'nanoff is missing: dotnet tool install -g nanoff; its folder, ~/.dotnet/tools, must be on the PATH'
        return
    }
    $told = (& nanoff --version 2>&1 | ForEach-Object { "$_" }) -join "`n"
    $version = if ($told -match '\d+\.\d+\.\d+') { [Version] $Matches[0] } else { [Version] '0.0.0' }
    if ($version -lt $leastNanoff) {
        $found = if ($version -eq [Version] '0.0.0') { 'of unknown version' } else { $version }
        Missing 4 "nanoff $found is too old, $leastNanoff is needed: dotnet tool update -g nanoff"
        return
    }
    Say "  nanoff: $version"
}

function Test-Port {
    if ([Environment]::OSVersion.Platform -eq 'Win32NT') {
        if ([IO.Ports.SerialPort]::GetPortNames() -notcontains $Port) {
            Missing 5 "$Port is not there: 'nanoff --listports' lists the ports"
            return
        }
        try {
            $open = New-Object System.IO.Ports.SerialPort $Port
            $open.Open()
            $open.Dispose()
        }
        catch {
            Missing 5 "$Port may not be opened: $($_.Exception.GetBaseException().Message)"
            return
        }
    }
    else {
        foreach ($question in @(
            @('-e', 'is not there: ''nanoff --listports'' lists the ports'),
            @('-c', 'is no serial port'),
            @('-r', 'may not be opened: sudo usermod -aG dialout $USER, then log in again'),
            @('-w', 'may not be opened: sudo usermod -aG dialout $USER, then log in again'))) {
            & test $question[0] $Port
            if ($LASTEXITCODE -ne 0) {
                Missing 5 "$Port $($question[1])"
                return
            }
        }
    }
    Say "  port: $Port"
}

function Test-Image {
    if (-not [IO.File]::Exists($Image)) {
        Missing 6 "$Image is not there: hardware/flashing.md says how to build it"
        return
    }
    $content = [IO.File]::ReadAllBytes($Image)
    if ($content.Length -lt 6 -or [Text.Encoding]::ASCII.GetString($content, 0, 6) -cne 'NFMRK1') {
        Missing 6 "$Image is no nanoFramework application: it does not begin with NFMRK1"
        return
    }
    if ($content.Length -gt $row.Space) {
        Missing 6 "$Image has $($content.Length) bytes, the deployment partition of $($row.Name) only $($row.Space)"
        return
    }
    Say "  image: $Image, $($content.Length) of $($row.Space) bytes"
    if ($ours) {
        $written = [IO.File]::GetLastWriteTimeUtc($Image)
        $sources = [IO.Directory]::GetFiles([IO.Path]::Combine($root, 'firmware'), '*.cs', [IO.SearchOption]::AllDirectories)
        $newer = @($sources | Where-Object { [IO.File]::GetLastWriteTimeUtc($_) -gt $written })
        if ($newer) { Say "  note: $($newer[0].Substring($root.Length + 1)) is newer than the image: build again if its change matters" }
    }
}

$steps = if ($Update) { 4 } else { 3 }
$script:step = 0
function Announce([string] $text, [string[]] $command) {
    $script:step++
    Say ''
    Say "Step $script:step of ${steps}: $text"
    $shown = $command | ForEach-Object { if ($_ -match '[\s'']') { "'$($_ -replace "'", "''")'" } else { $_ } }
    Say "  > nanoff $($shown -join ' ')"
}

# Says a step, then runs nanoff and leaves its exit code. Its output is not caught: nanoff moves the cursor of a terminal.
function Perform([string] $text, [string[]] $command) {
    Announce $text $command
    if ($DryRun) { $global:LASTEXITCODE = 0 } else { & nanoff @command }
}

# Says a step, then asks the running board what is on it. One that has just been reset may need a moment.
$script:details = @()
function Ask([string] $text) {
    $question = '--nanodevice', '--serialport', $Port, '--devicedetails'
    Announce $text $question
    if ($DryRun) { return $true }
    $pause = if ($env:FLASH_PAUSE_S) { [double] $env:FLASH_PAUSE_S } else { 3 }
    foreach ($try in 1, 2, 3) {
        if ($try -gt 1) { [Threading.Thread]::Sleep([int] (1000 * $pause)) }
        $script:details = @(& nanoff @question 2>&1 | ForEach-Object { "$_" })
        if ($LASTEXITCODE -eq 0) { return $true }
    }
    $script:details | ForEach-Object { Say $_ }
    return $false
}

# A line for every native assembly that the packages need and the board lacks or has with another checksum.
function Get-Differences {
    $found = @{}
    foreach ($line in $script:details) {
        if ($line -match '^\s*(\S+) .*checksum (0x[0-9A-Fa-f]+)') { $found[$Matches[1]] = $Matches[2] }
    }
    foreach ($line in [IO.File]::ReadAllLines($checksums)) {
        $name, $needed = $line -split '\s+'
        $has = if ($found.ContainsKey($name)) { $found[$name] } else { 'none' }
        if ($has -ne $needed) { "  ${name}: the packages need $needed, the board has $has" }
    }
}

Say "flash: $($row.Name) on $Port, nanoFramework image $Target"
if ($DryRun) { Say 'flash: dry run, nothing is changed' }
Say 'flash: pins move while a board is flashed and started: switch off the supply of the contactors first'
Say ''
Say 'What is needed:'
if (-not [IO.File]::Exists($checksums)) { Fail 2 "$checksums is not there: the folder is not whole" }
Test-DotNet
Test-Nanoff
Test-Port
Test-Image

if ($Update) {
    Perform "put the newest $Target on the board" @('--target', $Target, '--serialport', $Port, '--update')
    if ($LASTEXITCODE -ne 0) { Fail 7 "nanoff ended with $LASTEXITCODE; the board may hold half an image: update it again" }
}

if (-not (Ask 'compare the native checksums of the board with those the packages need')) {
    Fail 8 'the board does not answer as a nanoFramework device: give -Update, or see hardware/flashing.md'
}
if (-not $DryRun) {
    $wrong = @(Get-Differences)
    if ($wrong) {
        $wrong | ForEach-Object { Say $_ }
        Fail 8 'the image of the board does not match the packages, nothing was deployed: give -Update, or see hardware/flashing.md'
    }
    Say '  they match'
}

$deploy = '--target', $Target, '--serialport', $Port, '--deploy', '--image', $Image, '--address', $row.Address
Perform "deploy $application" $deploy
if ($LASTEXITCODE -ne 0) { Fail 9 "nanoff ended with $LASTEXITCODE; the board may hold half an application: deploy it again" }

if (-not (Ask "see that the board runs $application")) {
    Fail 10 'the board does not answer any more: press EN (RST) and look at the serial line'
}
if ($DryRun) { exit $script:verdict }
if (-not ($script:details | Where-Object { $_ -match "^\s*$([Regex]::Escape($application))," })) {
    Fail 10 "$application is not among the assemblies of the board: see hardware/flashing.md"
}
Say '  it does'
Say ''
Say "Done. Open $Port with 921600 baud and press EN (RST) to see it start."
exit 0
