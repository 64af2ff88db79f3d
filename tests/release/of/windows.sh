# shellcheck shell=bash disable=SC2154 # `try` reads this, and gives it its names
# What Windows runs, packed and signed on Linux with a certificate made for it.

cat >"$work/small.nsi" <<'TEXT'
Target amd64-unicode
Unicode true
RequestExecutionLevel user
Name "Small ${VERSION}"
OutFile "elsewhere.exe"
Section
  SetOutPath "$TEMP"
  File "${EXE}"
  File "${BOOTSTRAPPER}"
SectionEnd
TEXT
printf 'Target amd64-unicode\nUnicode true\nName "Program"\nOutFile "program.exe"\nSection\nSectionEnd\n' >"$work/program.nsi"
makensis -V1 "$work/program.nsi"
echo bootstrapper >"$work/bootstrapper.exe"
pack() {
  INSTALLER_SCRIPT=$work/small.nsi "$scripts/pack-windows" "$work/program.exe" "$work/bootstrapper.exe" "$work/setup.exe"
}
pack >"$work/pack.log"
grep -qF 'Not signed, as there is no certificate' "$work/pack.log"
[ -s "$work/setup.exe" ]
refused 'No signature found' osslsigncode verify "$work/setup.exe"
passed "without a certificate the installer is packed all the same"

openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj '/CN=Nobody' -addext extendedKeyUsage=codeSigning \
  -keyout "$work/key.pem" -out "$work/certificate.pem" 2>/dev/null
openssl pkcs12 -export -inkey "$work/key.pem" -in "$work/certificate.pem" -passout 'pass:a b' -out "$work/certificate.p12"
WINDOWS_CERTIFICATE=$(base64 "$work/certificate.p12") WINDOWS_CERTIFICATE_PASSWORD='a b' WINDOWS_TIMESTAMP_URL=none \
  pack >"$work/pack.log"
for file in "$work/program.exe" "$work/setup.exe"; do
  osslsigncode verify -CAfile "$work/certificate.pem" "$file" >"$work/verify.log" 2>&1 || {
    cat "$work/verify.log"
    exit 1
  }
done
passed "with one, the program and its installer are signed"
