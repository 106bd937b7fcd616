#!/usr/bin/env bash
# Puts the firmware on a board: checks what it needs, says what it does before each step, and looks afterwards whether it worked.
# Twin of flash.ps1: the same steps, the same exit codes. No bash newer than 3.2 is needed.
set -uo pipefail

least_nanoff=2.5.162
default_image=firmware/bin/Release/BmsFirmware.bin

usage() {
    cat <<'END'
Usage: hardware/flash.sh --board BOARD --port PORT [--image FILE] [--target NAME] [--update] [--dry-run]

  --board BOARD   esp32: ESP32-DevKitC; esp32s3: ESP32-S3-DevKitC-1
  --port PORT     serial port of the board, such as /dev/ttyUSB0
  --image FILE    application to deploy; default firmware/bin/Release/BmsFirmware.bin
  --target NAME   nanoFramework image of the board; default ESP32_REV3 or ESP32_S3_OCTAL
  --update        first put the newest nanoFramework image on the board
  --dry-run       check and print everything, change nothing

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
END
}

fail() {
    echo "flash: $2" >&2
    exit "$1"
}

refuse() {
    fail 2 "$1 (--help tells what it takes)"
}

# What is missing ends a real run at once; a dry run says all of it, and ends with the code of the first.
verdict=0
missing() {
    [ "$dry_run" = yes ] || fail "$1" "$2"
    echo "flash: $2" >&2
    [ "$verdict" -ne 0 ] || verdict=$1
}

board='' port='' image='' target='' update=no dry_run=no
while [ $# -gt 0 ]; do
    case $1 in
        --board | --port | --image | --target)
            if [ $# -lt 2 ] || [ -z "$2" ]; then
                refuse "$1: a value is missing"
            fi
            case $1 in
                --board) board=$2 ;;
                --port) port=$2 ;;
                --image) image=$2 ;;
                --target) target=$2 ;;
            esac
            shift 2
            ;;
        --update) update=yes; shift ;;
        --dry-run) dry_run=yes; shift ;;
        -h | --help) usage; exit 0 ;;
        *) refuse "'$1' is not known" ;;
    esac
done

# Where the deployment partition begins, and its bytes on the smallest flash. nanoff 2.5 assumes 0x1B0000 on every chip, which
# is inside the interpreter's own partition in present ESP32 images: so it is told.
case $board in
    esp32) name=ESP32-DevKitC usual=ESP32_REV3 address=0x1E0000 space=1835008 ;;
    esp32s3) name=ESP32-S3-DevKitC-1 usual=ESP32_S3_OCTAL address=0x1B0000 space=2031616 ;;
    '') refuse "--board is missing; known: esp32, esp32s3" ;;
    *) refuse "--board: '$board' is not known; known: esp32, esp32s3" ;;
esac
[ -n "$port" ] || refuse "--port is missing; 'nanoff --listports' lists the ports"

target=${target:-$usual}
case $target in
    ESP32_S3*) chip=esp32s3 ;;
    ESP32_[A-Z][0-9]*) chip='' ;;
    ESP32_*) chip=esp32 ;;
    *) chip='' ;;
esac
[ "$chip" = "$board" ] || refuse "--target: '$target' is no image for $name; the usual one is $usual"

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")
checksums=$here/native-checksums.txt
ours=no
if [ -z "$image" ]; then
    ours=yes
    image=$root/$default_image
fi
application=$(basename "$image" .bin)

# True if the dotted version $1 is at least $2.
at_least() {
    awk -v have="$1" -v need="$2" 'BEGIN {
        split(have, h, "."); split(need, n, ".")
        for (k = 1; k <= 3; k++) if (h[k] + 0 != n[k] + 0) exit !(h[k] + 0 > n[k] + 0)
        exit 0
    }'
}

check_dotnet() {
    local version
    if ! version=$(dotnet --version 2>/dev/null); then
        missing 3 ".NET is missing, and nanoff needs it: see https://dotnet.microsoft.com/download"
        return
    fi
    echo "  .NET: $version"
}

check_nanoff() {
    local version
    if ! command -v nanoff >/dev/null 2>&1; then
        missing 4 "nanoff is missing: dotnet tool install -g nanoff; its folder, ~/.dotnet/tools, must be on the PATH"
        return
    fi
    version=$(nanoff --version 2>&1 | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' | head -n 1)
    if ! at_least "${version:-0}" "$least_nanoff"; then
        missing 4 "nanoff ${version:-of unknown version} is too old, $least_nanoff is needed: dotnet tool update -g nanoff"
        return
    fi
    echo "  nanoff: $version"
}

check_port() {
    if [ ! -e "$port" ]; then
        missing 5 "$port is not there: 'nanoff --listports' lists the ports; on Windows use hardware/flash.ps1"
    elif [ ! -c "$port" ]; then
        missing 5 "$port is no serial port"
    elif [ ! -r "$port" ] || [ ! -w "$port" ]; then
        missing 5 "$port may not be opened: sudo usermod -aG dialout \$USER, then log in again"
    else
        echo "  port: $port"
    fi
}

check_image() {
    local bytes newer
    if [ ! -f "$image" ]; then
        missing 6 "$image is not there: hardware/flashing.md says how to build it"
        return
    fi
    if [ "$(head -c 6 "$image" | tr -d '\0')" != NFMRK1 ]; then
        missing 6 "$image is no nanoFramework application: it does not begin with NFMRK1"
        return
    fi
    bytes=$(wc -c <"$image" | tr -d ' ')
    if [ "$bytes" -gt "$space" ]; then
        missing 6 "$image has $bytes bytes, the deployment partition of $name only $space"
        return
    fi
    echo "  image: $image, $bytes of $space bytes"
    if [ "$ours" = yes ]; then
        newer=$(find "$root/firmware" -name '*.cs' -newer "$image" | head -n 1)
        [ -z "$newer" ] || echo "  note: ${newer#"$root"/} is newer than the image: build again if its change matters"
    fi
}

steps=3
[ "$update" = no ] || steps=4
step=0
announce() {
    step=$((step + 1))
    echo
    echo "Step $step of $steps: $1"
    shift
    printf '  >'
    printf ' %q' "$@"
    echo
}

# Says a step, then runs its command. The output is not caught: nanoff moves the cursor of a terminal.
perform() {
    announce "$@"
    shift
    [ "$dry_run" = yes ] || "$@"
}

# Says a step, then asks the running board what is on it. One that has just been reset may need a moment.
details=''
ask() {
    local question=(nanoff --nanodevice --serialport "$port" --devicedetails) try
    announce "$1" "${question[@]}"
    [ "$dry_run" = no ] || return 0
    for try in 1 2 3; do
        [ "$try" -eq 1 ] || sleep "${FLASH_PAUSE_S:-3}"
        if details=$("${question[@]}" 2>&1); then
            details=$(printf '%s' "$details" | tr -d '\r')
            return 0
        fi
    done
    echo "$details"
    return 1
}

# A line for every native assembly that the packages need and the board lacks or has with another checksum.
differences() {
    printf '%s\n' "$details" | awk '
        NR == FNR { needed[$1] = $2; next }
        / checksum 0x/ { found[$1] = $NF }
        END {
            for (name in needed)
                if (toupper(found[name]) != toupper(needed[name]))
                    print "  " name ": the packages need " needed[name] ", the board has " (found[name] == "" ? "none" : found[name])
        }' "$checksums" - | sort
}

lists_application() {
    printf '%s\n' "$details" | awk -v name="$application," '{ sub(/^ +/, "") } index($0, name) == 1 { found = 1 } END { exit !found }'
}

echo "flash: $name on $port, nanoFramework image $target"
[ "$dry_run" = no ] || echo "flash: dry run, nothing is changed"
echo "flash: pins move while a board is flashed and started: switch off the supply of the contactors first"
echo
echo "What is needed:"
[ -f "$checksums" ] || fail 2 "$checksums is not there: the folder is not whole"
check_dotnet
check_nanoff
check_port
check_image

if [ "$update" = yes ]; then
    perform "put the newest $target on the board" nanoff --target "$target" --serialport "$port" --update ||
        fail 7 "nanoff ended with $?; the board may hold half an image: update it again"
fi

ask "compare the native checksums of the board with those the packages need" ||
    fail 8 "the board does not answer as a nanoFramework device: give --update, or see hardware/flashing.md"
if [ "$dry_run" = no ]; then
    wrong=$(differences) || fail 8 "the checksums of the board cannot be read"
    if [ -n "$wrong" ]; then
        echo "$wrong"
        fail 8 "the image of the board does not match the packages, nothing was deployed: give --update, or see hardware/flashing.md"
    fi
    echo "  they match"
fi

perform "deploy $application" nanoff --target "$target" --serialport "$port" --deploy --image "$image" --address "$address" ||
    fail 9 "nanoff ended with $?; the board may hold half an application: deploy it again"

ask "see that the board runs $application" ||
    fail 10 "the board does not answer any more: press EN (RST) and look at the serial line"
[ "$dry_run" = no ] || exit "$verdict"
lists_application ||
    fail 10 "$application is not among the assemblies of the board: see hardware/flashing.md"
echo "  it does"
echo
echo "Done. Open $port with 921600 baud and press EN (RST) to see it start."
