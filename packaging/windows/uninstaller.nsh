; Removes what the installer put there. What the user has saved goes only when the user, or /FORGET, says so.

Var Box
Var Forgets

Function un.onInit
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/FORGET" $1
  ${IfNot} ${Errors}
    StrCpy $Forgets ${BST_CHECKED}
  ${EndIf}
FunctionEnd

Function un.Ask
  !insertmacro MUI_HEADER_TEXT $(PageTitle) $(PageText)
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateCheckbox} 0 0 100% 24u $(Forget)
  Pop $Box
  ${NSD_SetState} $Box $Forgets
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(^UninstallBtn)"
  nsDialogs::Show
FunctionEnd

Function un.Answered
  ${NSD_GetState} $Box $Forgets
FunctionEnd

!macro FORGET_TOKEN USER
  System::Call 'advapi32::CredDeleteW(w "${USER}.${ID}", i 1, i 0)'
!macroend

Section un.
  Call un.CloseTheApp
  Delete "$INSTDIR\${PROGRAM}"
  Delete $INSTDIR\WebView2Loader.dll
  Delete $INSTDIR\uninstall.exe
  RMDir $INSTDIR
  RMDir $LOCALAPPDATA\Programs
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU ${SCHEME}
  DeleteRegKey HKCU ${UNINSTALL}
  ${If} $Forgets = ${BST_CHECKED}
    RMDir /r $APPDATA\${ID}
    RMDir /r $LOCALAPPDATA\${ID}
    !insertmacro FORGET_TOKEN production
    !insertmacro FORGET_TOKEN demo
    !insertmacro FORGET_TOKEN local
    !insertmacro FORGET_TOKEN journal
  ${EndIf}
SectionEnd
