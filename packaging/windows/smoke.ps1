# The main job in the real window of Windows, in practice mode: nothing is sent to anybody.
#   smoke.ps1 -Exe FILE         the program as it was built
#   smoke.ps1 -Installer FILE   installs it silently first, and takes it off again
#
# Written from the documentation of Microsoft's WebDriver; it was never run on the machines this project is made on.
param([string]$Exe, [string]$Installer)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$work = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid())
$data = New-Item -ItemType Directory (Join-Path $work 'data')
$driver = 'http://127.0.0.1:9515'

function Wait-For([string]$What, [scriptblock]$Condition) {
    $end = (Get-Date).AddSeconds(60)
    while ((Get-Date) -lt $end) {
        try { $answer = & $Condition; if ($answer) { return $answer } } catch { $last = $_ }
        Start-Sleep -Milliseconds 200
    }
    throw "There was no $What within a minute. $(if (Test-Path variable:last) { $last })"
}

function Send-Command([string]$Method, [string]$Path, $Body) {
    $request = @{ Method = $Method; Uri = "$driver$Path"; TimeoutSec = 60 }
    if ($Method -eq 'Post') {
        $request.ContentType = 'application/json; charset=utf-8'
        $request.Body = ConvertTo-Json -Depth 10 -InputObject $Body
    }
    (Invoke-RestMethod @request).value
}

function Invoke-Page([string]$Session, [string]$Script) {
    Send-Command Post "/session/$Session/execute/sync" @{ script = $Script; args = @() }
}

function Install {
    # NSIS starts again as another process; only with -Wait is the whole of it waited for.
    $run = Start-Process $Installer -ArgumentList '/S' -Wait -PassThru
    if ($run.ExitCode -ne 0) { throw "The installer ended with $($run.ExitCode)" }
    $entry = Get-ItemProperty 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall\*' |
        Where-Object { $_.PSObject.Properties['DisplayName'] -and $_.DisplayName -like 'Resend Reservation*' }
    if (-not $entry) { throw 'Windows does not list it under installed apps' }
    $script:uninstaller = $entry.UninstallString.Trim('"')
    Join-Path (Split-Path $script:uninstaller) 'resend-reservation.exe'
}

$uninstaller = $null
$service = $null
try {
    if ($Installer) { $Exe = Install }
    $Exe = (Resolve-Path $Exe).Path
    '{"language":"en","environment":"practice","default_country":"NO"}' | Set-Content (Join-Path $data 'settings.json')

    $service = Start-Process (Join-Path $env:EDGEWEBDRIVER 'msedgedriver.exe') -ArgumentList '--port=9515' -PassThru
    Wait-For 'WebDriver' { (Send-Command Get '/status').ready } | Out-Null
    $session = (Send-Command Post '/session' @{ capabilities = @{ alwaysMatch = @{
        browserName      = 'webview2'
        'ms:edgeChromium' = $true
        'ms:edgeOptions'  = @{ binary = $Exe; args = @('--data-dir', $data.FullName) }
    } } }).sessionId

    Wait-For 'form' { Invoke-Page $session 'return !document.querySelector("#desk").hidden' } | Out-Null
    $title = Send-Command Get "/session/$session/title"
    if ($title -notlike 'Resend Reservation*') { throw "The window is called $title" }
    Invoke-Page $session @'
for (const [id, text] of [["reservation", "RES3633019929"], ["phone-number", "412 34 567"]]) {
  const box = document.getElementById(id);
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}
document.getElementById("send-form").requestSubmit();
'@ | Out-Null
    $outcome = Wait-For 'result' { Invoke-Page $session 'return document.querySelector("#result").dataset.outcome' }
    if ($outcome -ne 'sent') { throw "The outcome is $outcome" }
    Send-Command Delete "/session/$session" | Out-Null
    Write-Output "Practice, RES3633019929 to 412 34 567: $outcome"
}
finally {
    if ($service) { Stop-Process -Id $service.Id -ErrorAction SilentlyContinue }
    if ($uninstaller) {
        Start-Process $uninstaller -ArgumentList '/S' -Wait
        # It copies itself away to be able to delete itself, and that copy goes on for a moment.
        Wait-For 'end to the installed program' { -not (Test-Path $Exe) } | Out-Null
    }
    Remove-Item -Recurse -Force $work -ErrorAction SilentlyContinue
}
