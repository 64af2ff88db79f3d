/* Stands in, where the installer is tried, for what cannot be had there. Built twice:

   As an older version of the app: it saves settings and a token as the app does, tells what it was started with, and
   closes as the app does: not while a send is under way. A file "sending" among the settings is that send.

   With BOOTSTRAPPER, as Microsoft's set-up of WebView2: it finds a network unless RESEND_TEST_OFFLINE is set. */
#include <stdio.h>
#include <windows.h>
#include <wincred.h>

#ifdef BOOTSTRAPPER

int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, PWSTR arguments, int show) {
  static const WCHAR version[] = L"131.0.2903.70";
  if (wcscmp(arguments, L"/silent /install") != 0) return 2;
  /* What the real one ends with where no name can be looked up. */
  if (_wgetenv(L"RESEND_TEST_OFFLINE")) return (int)0x80072EE7;
  return RegSetKeyValueW(HKEY_CURRENT_USER,
                         L"Software\\Microsoft\\EdgeUpdate\\Clients\\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}", L"pv",
                         REG_SZ, version, sizeof version);
}

#else

static FILE *saved(const WCHAR *name, const WCHAR *mode) {
  WCHAR path[2 * MAX_PATH];
  swprintf(path, 2 * MAX_PATH, L"%ls\\no.resendreservation.desktop", _wgetenv(L"APPDATA"));
  CreateDirectoryW(path, NULL);
  swprintf(path + wcslen(path), MAX_PATH, L"\\%ls", name);
  return _wfopen(path, mode);
}

static void save(const WCHAR *name, const WCHAR *text) {
  FILE *file = saved(name, L"w");
  fprintf(file, "%ls\n", text);
  fclose(file);
}

static void save_token(void) {
  CREDENTIALW token = {.Type = CRED_TYPE_GENERIC,
                       .TargetName = L"production.no.resendreservation.desktop",
                       .UserName = L"production",
                       .CredentialBlob = (BYTE *)"a.token",
                       .CredentialBlobSize = 7,
                       .Persist = CRED_PERSIST_LOCAL_MACHINE};
  CredWriteW(&token, 0);
}

static BOOL is_sending(void) {
  FILE *sending = saved(L"sending", L"r");
  if (sending) fclose(sending);
  return sending != NULL;
}

static LRESULT CALLBACK answer(HWND window, UINT message, WPARAM w, LPARAM l) {
  if (message == WM_CLOSE && is_sending()) {
    save(L"asked", L"to close");
    return 0;
  }
  if (message == WM_DESTROY) PostQuitMessage(0);
  return DefWindowProcW(window, message, w, l);
}

int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, PWSTR arguments, int show) {
  WNDCLASSW class = {.lpfnWndProc = answer, .hInstance = self, .lpszClassName = L"Window Class"};
  RegisterClassW(&class);
  CreateWindowW(class.lpszClassName, L"Resend Reservation", WS_OVERLAPPEDWINDOW | WS_VISIBLE, 50, 50, 300, 200, NULL, NULL,
                self, NULL);
  save(L"settings.json", L"{\"language\":\"nb\",\"environment\":\"practice\",\"default_country\":\"NO\"}");
  save_token();
  save(L"opened", arguments);
  for (MSG message; GetMessageW(&message, NULL, 0, 0) > 0;) DispatchMessageW(&message);
  save(L"closed", L"by itself");
  return 0;
}

#endif
