# shellcheck shell=bash disable=SC2154 # `try` reads this, and gives it its names
# What Windows runs, packed and signed on Linux with a certificate made for it.

# A script of the installer's form, as the real one is tried with `./dev windows`.
cat >"$work/small.nsi" <<'TEXT'
Target amd64-unicode
Unicode true
RequestExecutionLevel user
Name "Small ${VERSION}"
OutFile "${OUT}"
Section
  SetOutPath "$TEMP"
  File "${EXE}"
  File "${BOOTSTRAPPER}"
  WriteUninstaller "$TEMP\uninstall.exe"
SectionEnd
Section Uninstall
SectionEnd
TEXT
printf 'Target amd64-unicode\nUnicode true\nName "Program"\nOutFile "program.exe"\nSection\nSectionEnd\n' >"$work/program.nsi"
makensis -V1 "$work/program.nsi"
echo bootstrapper >"$work/bootstrapper.exe"
setup=$work/Resend-Reservation_1.2.3_x64-setup.exe
pack() {
  INSTALLER_SCRIPT=$work/small.nsi "$scripts/pack-windows" "$work/program.exe" "$work/bootstrapper.exe" "$setup"
}
pack >"$work/pack.log"
grep -qF 'Not signed, as there is no certificate' "$work/pack.log"
[ -s "$setup" ]
refused 'No signature found' osslsigncode verify "$setup"
passed "without a certificate the installer is packed all the same"

openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj '/CN=Nobody' -addext extendedKeyUsage=codeSigning \
  -keyout "$work/key.pem" -out "$work/certificate.pem" 2>/dev/null
openssl pkcs12 -export -inkey "$work/key.pem" -in "$work/certificate.pem" -passout 'pass:a b' -out "$work/certificate.p12"
WINDOWS_CERTIFICATE=$(base64 "$work/certificate.p12") WINDOWS_CERTIFICATE_PASSWORD='a b' WINDOWS_TIMESTAMP_URL=none \
  pack >"$work/pack.log"
for file in "$work/program.exe" "$setup"; do
  osslsigncode verify -CAfile "$work/certificate.pem" "$file" >"$work/verify.log" 2>&1 || {
    cat "$work/verify.log"
    exit 1
  }
done
[ "$(grep -c '^Succeeded' "$work/pack.log")" = 3 ]
passed "with one, the program, its uninstaller and its installer are signed"

WINDOWS_CERTIFICATE=$(base64 "$work/certificate.p12") WINDOWS_CERTIFICATE_PASSWORD=wrong WINDOWS_TIMESTAMP_URL=none \
  refused 'Wrong password' pack
passed "with one that does not open, there is no installer"
