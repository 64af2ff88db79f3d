; One installer for one user: no administrator, nothing to choose. It packs whichever exe it is given:
;   makensis -DEXE=… -DVERSION=0.1.0 -DOUT=… [-DLOADER=WebView2Loader.dll] [-DBOOTSTRAPPER=MicrosoftEdgeWebview2Setup.exe]
; The text is UTF-8, which makensis on Windows has to be told. What its switches do, and what it ends with, is in
; docs/windows-and-macos.md.

Target amd64-unicode
SetCompressor /SOLID lzma
RequestExecutionLevel user
ManifestDPIAware true
AllowSkipFiles off
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh

!define NAME "Resend Reservation"
!define ID no.resendreservation.desktop
!define PROGRAM resend-reservation.exe
!define PUBLISHER "Resend Reservation contributors"
!define SCHEME Software\Classes\resend-reservation
!define UNINSTALL Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}
!define WEBVIEW2 Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL}" InstallLocation
BrandingText "${NAME} ${VERSION}"
; A version such as 0.2.0-beta.1 has more than the numbers that Windows wants.
!searchparse "${VERSION}-" "" NUMBERS "-"
VIProductVersion "${NUMBERS}.0"
VIAddVersionKey /LANG=0 ProductName "${NAME}"
VIAddVersionKey /LANG=0 FileVersion "${VERSION}"
VIAddVersionKey /LANG=0 FileDescription "${NAME}"
VIAddVersionKey /LANG=0 CompanyName "${PUBLISHER}"
VIAddVersionKey /LANG=0 LegalCopyright "© 2026 ${PUBLISHER}"

!define MUI_ICON ..\..\icons\icon.ico
!define MUI_UNICON ..\..\icons\icon.ico
!define MUI_WELCOMEFINISHPAGE_BITMAP side.bmp
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.Ask un.Answered
!insertmacro MUI_UNPAGE_INSTFILES
; The user's own language, or else the first.
!insertmacro MUI_LANGUAGE English
!insertmacro MUI_LANGUAGE Norwegian
!insertmacro MUI_LANGUAGE Swedish
!insertmacro MUI_LANGUAGE Danish
!insertmacro MUI_LANGUAGE Finnish
!include words.nsh

; Closes the app as its own button would, so while a send is under way it stays. Nobody ends it by force.
!macro CLOSE_THE_APP UN
Function ${UN}CloseTheApp
  ${GetParameters} $0
  ${GetOptions} $0 "/WAIT=" $1
  ${If} $1 == ""
    StrCpy $1 60
  ${EndIf}
  StrCpy $2 -1
  ${DoWhile} ${FileExists} "$INSTDIR\${PROGRAM}"
    ; Nobody can write into a program that runs.
    ClearErrors
    FileOpen $3 "$INSTDIR\${PROGRAM}" a
    ${IfNot} ${Errors}
      FileClose $3
      ${ExitDo}
    ${ElseIf} $2 < 0
      MessageBox MB_OKCANCEL|MB_ICONINFORMATION $(Open) /SD IDOK IDOK +3
        SetErrorLevel 1
        Quit
      StrCpy $2 0
    ${ElseIf} $2 >= $1
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION $(StillOpen) /SD IDCANCEL IDRETRY +3
        SetErrorLevel 3
        Quit
      StrCpy $2 0
    ${EndIf}
    ; Asked again every 20 seconds: whoever waited for a result has time to read it.
    IntOp $3 $2 % 20
    ${If} $3 = 0
      DetailPrint $(Closing)
      nsExec::Exec '"$SYSDIR\taskkill.exe" /IM ${PROGRAM}'
      Pop $0
    ${EndIf}
    Sleep 1000
    IntOp $2 $2 + 1
  ${Loop}
FunctionEnd
!macroend
!insertmacro CLOSE_THE_APP ""
!insertmacro CLOSE_THE_APP un.

Section
  Call CloseTheApp
  SetOutPath $INSTDIR
  File "/oname=${PROGRAM}" "${EXE}"
  !ifdef LOADER
    File /oname=WebView2Loader.dll "${LOADER}"
  !endif
  WriteUninstaller $INSTDIR\uninstall.exe
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU ${SCHEME} "" "URL:${NAME}"
  WriteRegStr HKCU ${SCHEME} "URL Protocol" ""
  WriteRegStr HKCU ${SCHEME}\DefaultIcon "" '"$INSTDIR\${PROGRAM}",0'
  ; What follows the dashes is never read as an option, whatever a link holds.
  WriteRegStr HKCU ${SCHEME}\shell\open\command "" '"$INSTDIR\${PROGRAM}" -- "%1"'
  SectionGetSize 0 $0
  WriteRegDWORD HKCU ${UNINSTALL} EstimatedSize $0
  WriteRegStr HKCU ${UNINSTALL} DisplayName "${NAME}"
  WriteRegStr HKCU ${UNINSTALL} DisplayVersion "${VERSION}"
  WriteRegStr HKCU ${UNINSTALL} DisplayIcon "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU ${UNINSTALL} Publisher "${PUBLISHER}"
  WriteRegStr HKCU ${UNINSTALL} InstallLocation $INSTDIR
  WriteRegStr HKCU ${UNINSTALL} UninstallString '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU ${UNINSTALL} QuietUninstallString '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU ${UNINSTALL} NoModify 1
  WriteRegDWORD HKCU ${UNINSTALL} NoRepair 1
  Call SeeToWebView2
SectionEnd

; It is there where one of two places says so, with a version that is not 0.0.0.0.
!macro IF_WEBVIEW2_IS_MISSING
  ReadRegStr $0 HKLM "SOFTWARE\WOW6432Node\${WEBVIEW2}" pv
  ReadRegStr $1 HKCU "Software\${WEBVIEW2}" pv
  ${If} $0 <= 0
  ${AndIf} $1 <= 0
!macroend

Function SeeToWebView2
  StrCpy $2 $(NoWebView2)
  !ifdef BOOTSTRAPPER
    !insertmacro IF_WEBVIEW2_IS_MISSING
      StrCpy $2 $(NotFetched)
      DetailPrint $(Fetching)
      InitPluginsDir
      File /oname=$PLUGINSDIR\webview2.exe "${BOOTSTRAPPER}"
      ExecWait '"$PLUGINSDIR\webview2.exe" /silent /install'
    ${EndIf}
  !endif
  !insertmacro IF_WEBVIEW2_IS_MISSING
    MessageBox MB_OK|MB_ICONEXCLAMATION $2 /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
FunctionEnd
!include uninstaller.nsh
