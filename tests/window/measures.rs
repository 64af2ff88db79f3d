//! What fits in the window as it opens, 560 by 760, in both languages: measured where it is painted.

use resend_reservation::practice::Service;
use serde_json::json;

use super::{
    harness::{Computer, Page, request},
    words::{ENGLISH, NORWEGIAN, Words},
};

const KARI: &str = "RES3633019929";
const REFUSED: &str = "RES3633010417";

#[tokio::test]
async fn the_window_has_room_in_english() {
    what_fits(&ENGLISH).await;
}

#[tokio::test]
async fn the_window_has_room_in_norwegian() {
    what_fits(&NORWEGIAN).await;
}

async fn what_fits(words: &Words) {
    let service = Service::start().await.expect("a service");
    let computer = Computer::new().chose(words.code, "practice");
    computer
        .open_at(&service, async |page| {
            page.has_token().await;
            page.resize(560, 760).await;
            let mut found = Vec::new();

            paste(page, words, KARI).await;
            found.push(("the foot of Send with a card", page.foot_of("#send").await, 560));
            page.find("#send").await.click().await;
            page.first_result().await;
            found.push(("the foot of all of a sent one", page.foot_of("#result").await, 560));
            let last = page.first_result().await.attempt;
            page.button(words.send_another).await.click().await;
            paste(page, words, REFUSED).await;
            page.find("#send").await.click().await;
            page.result_after(last).await;
            found.push(("the foot of a refusal's panel", page.foot_of("#result").await, 340));
            found.push(("bold words on a refusal", page.words_in_sight(600).await, 19));
            println!("{}: {found:?}, of {} words on a refusal", words.code, page.words_in_sight(0).await);
            for (what, measured, most) in found {
                assert!(measured <= most, "{what}: {measured}, and at most {most} in {}", words.code);
            }

            let sends: Vec<_> =
                (0..12).map(|number| request(&format!("RES36330104{number:02}"), "412 34 567")).collect();
            page.invoke_together("resend_reservation", &sends).await;
            page.button(words.history).await.click().await;
            page.wait_for("document.querySelectorAll('#history-list > li').length >= 12").await;
            let rows = page.number(ROWS).await;
            println!("{}: {rows} rows of the history", words.code);
            assert!(rows >= 8, "{rows} rows of the history in sight in {}", words.code);
        })
        .await;
}

async fn paste(page: &Page, words: &Words, reservation: &str) {
    page.text_box(words.reservation).await.paste(reservation).await;
    page.wait_for("!document.querySelector('#card').hidden && document.querySelector('#phone-number').value !== ''")
        .await;
    page.wait_for("document.querySelector('#phone-number-reading').innerText !== ''").await;
}

impl Page {
    /// From the top of the page, in CSS pixels.
    async fn foot_of(&self, selector: &str) -> u64 {
        self.settle().await;
        let foot = "const part = document.querySelector(arguments[0]);
            return Math.round(part.getBoundingClientRect().bottom + scrollY);";
        self.run(foot, &[json!(selector)]).await.as_u64().expect("a height")
    }

    async fn words_in_sight(&self, least_bold: u32) -> u64 {
        self.run(WORDS_IN_SIGHT, &[json!(least_bold)]).await.as_u64().expect("a number")
    }

    async fn number(&self, expression: &str) -> u64 {
        self.eval(expression).await.as_u64().expect("a number")
    }
}

/// Words that can be seen without scrolling, set at least as bold as the argument.
const WORDS_IN_SIGHT: &str = "const [least] = arguments;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let words = 0;
    while (walker.nextNode()) {
        const part = walker.currentNode.parentElement;
        const { top, bottom } = part.getBoundingClientRect();
        const isInSight = part.checkVisibility() && !part.closest('.visually-hidden, option') && bottom > 0 && top < innerHeight;
        if (isInSight && getComputedStyle(part).fontWeight >= least) words += walker.currentNode.data.split(/[ \\n]+/).filter(Boolean).length;
    }
    return words;";

const ROWS: &str = "(() => {
    const foot = document.querySelector('#history-foot').getBoundingClientRect().top;
    return [...document.querySelectorAll('#history-list > li')]
        .filter((row) => row.getBoundingClientRect().bottom <= foot + 1).length;
})()";
