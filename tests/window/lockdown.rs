//! The page can do what the window needs, and nothing else: not even if somebody got a script into it.

use resend_reservation::practice::Service;
use serde_json::json;

use super::harness::{Computer, Key, Page, eventually};

#[tokio::test]
async fn only_our_commands_are_answered() {
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&[], async |page| {
            for (command, payload) in [
                ("no_such_command", json!({})),
                ("plugin:window|close", json!({ "label": "main" })),
                ("plugin:window|destroy", json!({ "label": "main" })),
                ("plugin:window|set_title", json!({ "label": "main", "value": "Production" })),
                ("plugin:window|create", json!({ "options": { "label": "other" } })),
                (
                    "plugin:webview|create_webview_window",
                    json!({ "options": { "label": "other", "url": "index.html" } }),
                ),
                ("plugin:webview|internal_toggle_devtools", json!({})),
                ("plugin:app|version", json!({})),
                ("plugin:app|app_hide", json!({})),
                ("plugin:event|emit", json!({ "event": "any", "payload": null })),
                ("plugin:event|listen", json!({ "event": "any", "target": { "kind": "Any" }, "handler": 1 })),
                ("plugin:path|resolve_directory", json!({ "directory": 21 })),
                ("plugin:image|from_path", json!({ "path": "/etc/hostname" })),
                ("plugin:resources|close", json!({ "rid": 1 })),
                ("plugin:fs|read_text_file", json!({ "path": "/etc/hostname" })),
                ("plugin:shell|execute", json!({ "program": "true" })),
                ("plugin:http|fetch", json!({ "clientConfig": {} })),
            ] {
                let answer = page.invoke(command, payload).await;
                let refusal = answer.expect_err(command).to_string();
                assert!(refusal.contains("not allowed") || refusal.contains("not found"), "{command}: {refusal}");
            }
            assert_alive(page).await;
        })
        .await;
}

#[tokio::test]
async fn nobody_is_led_away_from_the_page() {
    let service = Service::start().await.expect("a service");
    let computer = Computer::new().chose("en", "practice");
    computer.open(&[], async |page| {
        let elsewhere = service.base_url().to_string();
        let ways = [
            format!("location.href = '{elsewhere}'"),
            "location.href = 'https://example.com/'".to_owned(),
            "location.assign('data:text/html,elsewhere')".to_owned(),
            "location.replace('file:///etc/hostname')".to_owned(),
            format!("window.open('{elsewhere}', '_self')"),
            format!("const form = document.createElement('form'); form.action = '{elsewhere}'; document.body.append(form); form.submit(); form.remove()"),
            format!("const link = document.createElement('a'); link.href = '{elsewhere}'; document.body.append(link); link.click(); link.remove()"),
        ];
        for way in ways {
            page.run(&way, &[]).await;
            assert_alive(page).await;
        }
        for target in ["_blank", "other"] {
            let opened = page.eval(&format!("window.open('{elsewhere}', '{target}') === null")).await;
            assert_eq!(opened, json!(true), "no window of the name {target}");
            assert_alive(page).await;
        }
        assert_eq!(page.windows().await, 1);
        assert_eq!(service.received().len(), 0);
    })
    .await;
}

#[tokio::test]
async fn the_keys_that_reload_a_page_lose_nothing_here() {
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&[], async |page| {
            let typed = "RES3633019929";
            page.text_box("Reservation number or link").await.paste(typed).await;
            page.press(Key::F5).await;
            page.press_with(Key::Control, 'r').await;
            page.press(Key::Backspace).await;
            assert_alive(page).await;
            assert_eq!(page.text_box("Reservation number or link").await.value().await, typed[..typed.len() - 1]);
        })
        .await;
}

#[tokio::test]
async fn nothing_that_was_not_shipped_runs_or_is_fetched() {
    let service = Service::start().await.expect("a service");
    let computer = Computer::new().chose("en", "practice");
    computer.open(&[], async |page| {
        let there = service.base_url().to_string();
        let attempts = [
            ("script-src", "const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.body.append(script)".to_owned()),
            ("script-src", "const button = document.createElement('button'); button.setAttribute('onclick', 'window.ran = true'); document.body.append(button); button.click(); button.remove()".to_owned()),
            ("script-src", "const script = document.createElement('script'); script.src = 'data:text/javascript,window.ran=true'; document.body.append(script)".to_owned()),
            ("script-src", format!("const script = document.createElement('script'); script.src = '{there}'; document.body.append(script)")),
            ("script-src", format!("const script = document.createElement('script'); script.type = 'module'; script.src = '{there}'; document.body.append(script)")),
            ("script-src", "const link = document.createElement('a'); link.href = 'javascript:window.ran=true'; document.body.append(link); link.click(); link.remove()".to_owned()),
            ("style-src", "document.body.setAttribute('style', 'display: none')".to_owned()),
            ("style-src", format!("const link = document.createElement('link'); link.rel = 'stylesheet'; link.href = '{there}'; document.head.append(link)")),
            ("img-src", format!("new Image().src = '{there}'")),
            ("connect-src", format!("fetch('{there}').catch(() => null)")),
            ("connect-src", format!("const call = new XMLHttpRequest(); call.open('POST', '{there}'); call.send('x')")),
            ("connect-src", format!("navigator.sendBeacon('{there}', 'x')")),
            ("connect-src", format!("try {{ new WebSocket('{}') }} catch {{}}", there.replace("http", "ws"))),
            ("connect-src", format!("try {{ new EventSource('{there}') }} catch {{}}")),
            ("frame-src", format!("const frame = document.createElement('iframe'); frame.src = '{there}'; document.body.append(frame)")),
            ("media-src", format!("new Audio('{there}').load()")),
            ("object-src", format!("const object = document.createElement('object'); object.data = '{there}'; document.body.append(object)")),
            ("worker-src", "try { new Worker('data:text/javascript,postMessage(1)') } catch {}".to_owned()),
        ];
        for (directive, attempt) in attempts {
            assert_violates(page, directive, &attempt).await;
        }
        for code in ["eval('1 + 1')", "new Function('return 1')()"] {
            let refused = page.run(&format!("try {{ {code}; return false; }} catch {{ return true; }}"), &[]).await;
            assert_eq!(refused, json!(true), "{code}");
        }
        assert_eq!(page.eval("window.ran ?? null").await, json!(null), "nothing has run");
        assert_alive(page).await;
        assert_eq!(service.received().len(), 0, "nothing has been fetched: {:?}", service.received());

        // The service would have seen it.
        reqwest::Client::builder().no_proxy().build().expect("a client").get(&there).send().await.expect("an answer");
        assert_eq!(service.received().len(), 1);
    })
    .await;
}

/// The browser itself says which rule an attempt broke.
async fn assert_violates(page: &Page, directive: &str, attempt: &str) {
    const LISTEN: &str = "window.broken = [];
        window.listening ??= document.addEventListener('securitypolicyviolation',
            (event) => window.broken.push(event.effectiveDirective)) ?? true;";
    page.run(LISTEN, &[]).await;
    page.run(attempt, &[]).await;
    let broken = eventually(&format!("{directive} is broken by {attempt}"), async || {
        let broken = page.eval("window.broken").await;
        broken.as_array().is_some_and(|broken| !broken.is_empty()).then_some(broken)
    })
    .await;
    let first = broken[0].as_str().expect("a directive");
    assert!(first.starts_with(directive) || first == "default-src" || first == "child-src", "{attempt}: {broken}");
}

/// It is still our page, it still works, and everything asked of the window before has been decided by now.
async fn assert_alive(page: &Page) {
    let started = page.invoke("start", json!({})).await.expect("an answer");
    assert_eq!(started["settings"]["environment"], json!("practice"));
    assert_eq!(page.string("location.origin").await, "tauri://localhost");
    assert_eq!(page.string("document.title").await, "Resend Reservation — Practice");
    assert!(page.is("document.querySelector('#desk:not([hidden])') !== null").await);
}
