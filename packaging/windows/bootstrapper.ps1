# Fetches the bootstrapper of WebView2, and takes it only from Microsoft's own hand: bootstrapper.ps1 FILE
param([Parameter(Mandatory)][string]$File)

$ErrorActionPreference = 'Stop'
Invoke-WebRequest 'https://go.microsoft.com/fwlink/p/?LinkId=2124703' -OutFile $File
$signature = Get-AuthenticodeSignature $File
if ($signature.Status -ne 'Valid' -or $signature.SignerCertificate.Subject -notmatch '(^|, )O=Microsoft Corporation(,|$)') {
    throw "The bootstrapper is not signed by Microsoft: $($signature.Status), $($signature.SignerCertificate.Subject)"
}
Write-Output "$File, signed by $($signature.SignerCertificate.Subject)"
