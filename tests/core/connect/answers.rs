//! Every line of the contract's outcome table, and the shapes that answers were recorded in.

use std::time::Duration;

use reqwest::{
    StatusCode,
    header::{HeaderMap, HeaderValue, RETRY_AFTER},
};
use resend_reservation::{
    connect::{Body, ReadFailure, meaning_of_resend, meaning_of_token_check},
    domain::{
        NotSent::{self, *},
        Outcome,
        Unknown::{self, *},
    },
};

const SENT: Outcome = Outcome::Sent;

const fn not_sent(reason: NotSent) -> Outcome {
    Outcome::NotSent(reason)
}

const fn unknown(reason: Unknown) -> Outcome {
    Outcome::Unknown(reason)
}

const HTML: &str = "<!doctype html><title>Welcome</title><p>Log in to the hotel network</p>";
const ACCEPTED: &str =
    r#"{"status_code":202,"status_message":"Accepted","message":"resentOrderSuccessfully","is_data":true,"data":[]}"#;

const CANCELLED: &str = r#"{"status_code":400,"message":"orderStatusAlreadyCancelled"}"#;
const NOTICE: &str =
    "<br />\n<b>Notice</b>:  Undefined index: sms in <b>/srv/app/Order.php</b> on line <b>12</b><br />\n";

#[test]
fn a_yes_and_what_looks_like_one_mean_what_the_contract_says() {
    let table: &[(u16, &str, Outcome)] = &[
        // 202: accepted, with the envelope in any shape, or with no body at all
        (202, ACCEPTED, SENT),
        (202, "", SENT),
        (202, " \r\n", SENT),
        (202, r#"{"status_code":202,"status_message":"Accepted","message":"resentOrderSuccessfully"}"#, SENT),
        (202, r#"{"status_code":"202","message":"Resent Order Successfully"}"#, SENT),
        (202, r#"{"status_code":202,"message":null,"is_data":true,"data":{}}"#, SENT),
        (202, r#"{"message":"resentOrderSuccessfully"}"#, SENT),
        (202, r#"{"status_code":202,"message":"queuedForSending"}"#, SENT),
        (202, r#"{"status_code":202,"message":"resentOrderSuccessfully","is_error":false,"errors":null}"#, SENT),
        (202, r#"{"status_code":202,"message":"resentOrderSuccessfully","errors":[]}"#, SENT),
        (202, r#"{"status_code":202,"message":"resentOrderSuccessfully","errors":{}}"#, SENT),
        (202, r#"{"status_code":202,"message":"resentOrderSuccessfully","errors":""}"#, SENT),
        (202, r#"{"status_code":202,"message":"resentOrderSuccessfully","errors":false}"#, SENT),
        (202, "\u{feff}{\"status_code\":202,\"message\":\"resentOrderSuccessfully\"}", SENT),
        // 202 that says something else, or nothing that we can read
        (202, HTML, unknown(UnclearAnswer)),
        (202, "[]", unknown(UnclearAnswer)),
        (202, "null", unknown(UnclearAnswer)),
        (202, "true", unknown(UnclearAnswer)),
        (202, r#""resentOrderSuccessfully""#, unknown(UnclearAnswer)),
        (202, "{}", unknown(UnclearAnswer)),
        (202, r#"{"ok":true}"#, unknown(UnclearAnswer)),
        (202, r#"{"message":"Welcome"}"#, unknown(UnclearAnswer)),
        (202, r#"{"status_code":202,"message":"resentOrder"#, unknown(UnclearAnswer)),
        (202, r#"{"status_code":404,"message":"orderNotFound"}"#, unknown(UnclearAnswer)),
        (202, r#"{"status_code":202,"message":"orderStatusAlreadyCancelled"}"#, unknown(UnclearAnswer)),
        (202, r#"{"status_code":202,"message":"resentOrderSuccessfully","is_error":true}"#, unknown(UnclearAnswer)),
        (202, r#"{"status_code":510,"message":"somethingWentWrong"}"#, unknown(UnclearAnswer)),
        (202, r#"{"message":"resentOrderSuccessfully","is_error":"true"}"#, unknown(UnclearAnswer)),
        (202, r#"{"status_code":202,"errors":["SMS could not be sent"]}"#, unknown(UnclearAnswer)),
        (202, r#"{"message":"resentOrderSuccessfully","errors":"No SMS"}"#, unknown(UnclearAnswer)),
        (202, r#"{"message":"resentOrderSuccessfully","errors":{"sms":["No"]}}"#, unknown(UnclearAnswer)),
        (202, r#"{"message":"resentOrderSuccessfully","errors":[{}]}"#, unknown(UnclearAnswer)),
        (202, r#"{"message":"resentOrderSuccessfully","errors":true}"#, unknown(UnclearAnswer)),
        (202, &format!("{NOTICE}{ACCEPTED}"), unknown(UnclearAnswer)),
        (202, &format!("{ACCEPTED}{NOTICE}"), unknown(UnclearAnswer)),
        // 200 and 201: only on the envelope's word
        (200, r#"{"status_code":200,"message":"resentOrderSuccessfully"}"#, SENT),
        (201, r#"{"status_code":201,"message":"Resent Order Successfully","data":[]}"#, SENT),
        (200, ACCEPTED, SENT),
        (200, &format!("{NOTICE}{ACCEPTED}"), unknown(UnclearAnswer)),
        (200, r#"{"message":"resentOrderSuccessfully","errors":["No SMS"]}"#, unknown(UnclearAnswer)),
        (200, "", unknown(UnclearAnswer)),
        (201, "", unknown(UnclearAnswer)),
        (200, HTML, unknown(UnclearAnswer)),
        (200, r#"{"status_code":200,"message":"reservationRetrievedSuccessfully"}"#, unknown(UnclearAnswer)),
        (200, r#"{"status_code":417,"message":"resentOrderSuccessfully"}"#, unknown(UnclearAnswer)),
        (203, ACCEPTED, unknown(UnclearAnswer)),
        (204, "", unknown(UnclearAnswer)),
        (206, ACCEPTED, unknown(UnclearAnswer)),
        // 3xx: something stands in between
        (301, "", not_sent(Redirected)),
        (302, HTML, not_sent(Redirected)),
        // "Done, look there", and what nobody asked for
        (300, "", unknown(UnclearAnswer)),
        (303, ACCEPTED, unknown(UnclearAnswer)),
        (303, "", unknown(UnclearAnswer)),
        (304, "", unknown(UnclearAnswer)),
        (305, "", unknown(UnclearAnswer)),
        (399, "", unknown(UnclearAnswer)),
        (307, "", not_sent(Redirected)),
        (308, "", not_sent(Redirected)),
    ];
    assert_means(table);
}

#[test]
fn a_refusal_and_a_failure_mean_what_the_contract_says() {
    let no_wait = RateLimited { retry_after: None };
    let closed = ServiceUnavailable { retry_after: None };
    let table: &[(u16, &str, Outcome)] = &[
        // 400: two meanings and more
        (400, r#"{"status_code":400,"message":"orderStatusAlreadyCancelled"}"#, not_sent(AlreadyCancelled)),
        (400, r#"{"status_code":400,"message":"Order Status Already Cancelled"}"#, not_sent(AlreadyCancelled)),
        (400, r#"{"status_code":400,"message":"ORDERSTATUSALREADYCOMPLETED"}"#, not_sent(AlreadyCompleted)),
        (400, r#"{"message":"orderStatusAlreadyCompleted"}"#, not_sent(AlreadyCompleted)),
        (400, r#"{"status_code":400,"message":"orderStatusAlreadyPaid","errors":null}"#, not_sent(AlreadyPaid)),
        (400, r#"{"status_code":400,"message":"orderStatusAlreadyRefunded"}"#, not_sent(Refused)),
        (400, r#"{"status_code":400,"message":null,"errors":["Bad"]}"#, not_sent(Refused)),
        (400, &format!("{NOTICE}{CANCELLED}"), not_sent(AlreadyCancelled)),
        (400, &format!("{CANCELLED}{NOTICE}"), not_sent(AlreadyCancelled)),
        (400, &format!("Warning: {{main}} in x.php\n{CANCELLED}"), not_sent(AlreadyCancelled)),
        (400, &format!("{HTML}<script>{CANCELLED}</script>"), not_sent(ServiceRefused)),
        (400, HTML, not_sent(ServiceRefused)),
        (400, "", not_sent(ServiceRefused)),
        // 401 and 403, with the envelope, without, and as a web page
        (401, r#"{"message":"Unauthenticated."}"#, not_sent(TokenRefused)),
        (401, r#"{"status_code":401,"message":"unauthorized"}"#, not_sent(TokenRefused)),
        (401, HTML, not_sent(TokenRefused)),
        (401, "", not_sent(TokenRefused)),
        (403, r#"{"status_code":403,"message":"unauthorized"}"#, not_sent(NotAllowed)),
        (403, r#"{"status_code":"403","message":"Forbidden","is_error":true,"errors":"Array"}"#, not_sent(NotAllowed)),
        (403, r#"{"message":"Forbidden"}"#, not_sent(TurnedAway)),
        (403, HTML, not_sent(TurnedAway)),
        (403, "", not_sent(TurnedAway)),
        // 404: the service's own, in both recorded shapes, and a gateway's
        (404, r#"{"status_code":404,"message":"orderNotFound","is_error":true,"errors":"Array"}"#, not_sent(NotFound)),
        (404, r#"{"status_code":404,"message":"Order Not Found","is_data":true,"data":null}"#, not_sent(NotFound)),
        (404, r#"{"message":"orderNotFound"}"#, not_sent(NotFound)),
        (404, &format!("{NOTICE}{{\"status_code\":404,\"message\":\"orderNotFound\"}}"), not_sent(NotFound)),
        (404, r#"{"message":"Not Found."}"#, not_sent(ServiceRefused)),
        (404, HTML, not_sent(ServiceRefused)),
        // the other refusals
        (402, "", not_sent(ServiceRefused)),
        (405, r#"{"message":"The POST method is not supported."}"#, not_sent(ServiceRefused)),
        (407, HTML, not_sent(ProxyLogIn)),
        (409, "", not_sent(ServiceRefused)),
        (410, "", not_sent(ServiceRefused)),
        (413, HTML, not_sent(ServiceRefused)),
        (415, "", not_sent(ServiceRefused)),
        (417, r#"{"status_code":417,"message":"payloadValidationErrors","errors":["x"]}"#, not_sent(Refused)),
        (417, "", not_sent(Refused)),
        // A refusal beside a yes, or beside a failure on the way
        (418, ACCEPTED, unknown(UnclearAnswer)),
        (400, ACCEPTED, unknown(UnclearAnswer)),
        (400, r#"{"message":"resentOrderSuccessfully"}"#, unknown(UnclearAnswer)),
        (401, r#"{"message":"Resent Order Successfully"}"#, unknown(UnclearAnswer)),
        (404, r#"{"status_code":202,"message":"queuedForSending"}"#, unknown(UnclearAnswer)),
        (417, r#"{"status_code":510,"message":"somethingWentWrong"}"#, unknown(UnclearAnswer)),
        (422, &format!("{NOTICE}{ACCEPTED}"), unknown(UnclearAnswer)),
        (429, ACCEPTED, unknown(UnclearAnswer)),
        (422, r#"{"message":"The given data was invalid.","errors":{"email":["bad"]}}"#, not_sent(Refused)),
        (429, r#"{"message":"Too Many Attempts."}"#, not_sent(no_wait)),
        (429, HTML, not_sent(no_wait)),
        (451, "", not_sent(ServiceRefused)),
        (499, "", not_sent(ServiceRefused)),
        // 408 and 5xx: the service may have acted
        (408, "", unknown(NoAnswer)),
        (408, ACCEPTED, unknown(NoAnswer)),
        (500, r#"{"status_code":500,"message":"internalErrorOccurredPleaseTryAgainLater"}"#, unknown(ServiceFailed)),
        (500, HTML, unknown(ServiceFailed)),
        (500, "", unknown(ServiceFailed)),
        (501, "", unknown(ServiceFailed)),
        (502, HTML, unknown(ServiceFailed)),
        (503, HTML, unknown(closed)),
        (504, HTML, unknown(ServiceFailed)),
        (510, r#"{"status_code":510,"message":"Something Went Wrong"}"#, unknown(ServiceFailed)),
        (510, r#"{"status_code":510,"message":"somethingWentWrong","errors":["x"]}"#, unknown(ServiceFailed)),
        (510, ACCEPTED, unknown(ServiceFailed)),
        (520, HTML, unknown(ServiceFailed)),
        (599, "", unknown(ServiceFailed)),
    ];
    assert_means(table);
}

fn assert_means(table: &[(u16, &str, Outcome)]) {
    for (row, (status, body, outcome)) in table.iter().enumerate() {
        let meaning = meaning_of_resend(code(*status), &HeaderMap::new(), Body::Whole(body.as_bytes()));
        assert_eq!(meaning.outcome, *outcome, "row {row}: {status} {body}");
    }
}

#[test]
fn an_answer_that_is_not_whole_is_never_taken_for_a_yes() {
    let table = [
        (202, Body::CutShort, unknown(AnswerCutShort)),
        (200, Body::CutShort, unknown(AnswerCutShort)),
        (404, Body::CutShort, unknown(AnswerCutShort)),
        (500, Body::CutShort, unknown(AnswerCutShort)),
        (302, Body::CutShort, not_sent(Redirected)),
        (202, Body::TooLarge, unknown(UnclearAnswer)),
        (200, Body::TooLarge, unknown(UnclearAnswer)),
        (401, Body::TooLarge, not_sent(TokenRefused)),
        (404, Body::TooLarge, not_sent(ServiceRefused)),
        (500, Body::TooLarge, unknown(ServiceFailed)),
    ];
    for (status, body, outcome) in table {
        let meaning = meaning_of_resend(code(status), &HeaderMap::new(), body);
        assert_eq!(meaning.outcome, outcome, "{status} {body:?}");
    }
}

#[test]
fn a_waiting_time_is_told_where_the_service_gives_one() {
    let minute = Some(Duration::from_mins(1));
    for (status, header, outcome) in [
        (429, "60", not_sent(RateLimited { retry_after: minute })),
        (429, "0", not_sent(RateLimited { retry_after: None })),
        (503, "0", unknown(ServiceUnavailable { retry_after: None })),
        (429, "1", not_sent(RateLimited { retry_after: Some(Duration::from_secs(1)) })),
        (429, " 60 ", not_sent(RateLimited { retry_after: minute })),
        (503, "60", unknown(ServiceUnavailable { retry_after: minute })),
        (429, "Wed, 21 Oct 2026 07:28:00 GMT", not_sent(RateLimited { retry_after: None })),
        (429, "-5", not_sent(RateLimited { retry_after: None })),
        (429, "99999999999999999999", not_sent(RateLimited { retry_after: None })),
        (429, "31536000", not_sent(RateLimited { retry_after: None })),
        (503, "soon", unknown(ServiceUnavailable { retry_after: None })),
    ] {
        let headers = HeaderMap::from_iter([(RETRY_AFTER, HeaderValue::from_static(header))]);
        let meaning = meaning_of_resend(code(status), &headers, Body::Whole(b""));
        assert_eq!(meaning.outcome, outcome, "{status} {header}");
    }
}

#[test]
fn the_services_own_sentences_are_found_in_every_shape_of_errors() {
    let email = "The customer details.email must be a valid email address.";
    let table: &[(&str, &[&str])] = &[
        ("null", &[]),
        (r#""Array""#, &[]),
        ("[]", &[]),
        ("42", &[]),
        (r#""One sentence.""#, &["One sentence."]),
        (r#"["The customer details.email must be a valid email address."]"#, &[email]),
        (r#"[{"message":"One."},{"message":"Two."}]"#, &["One.", "Two."]),
        (r#"{"email":["One."],"msisdn":["Two."]}"#, &["One.", "Two."]),
        (r#"{"email":"One."}"#, &["One."]),
        (r#"{"message":"One."}"#, &["One."]),
        (r#"["One.","One."," "]"#, &["One."]),
        (r#"["Line\none\ttwo\u0007"]"#, &["Line one two"]),
        (r#"["1","2","3","4","5","6","7","8"]"#, &["1", "2", "3", "4", "5", "6"]),
        (r#"[[["Deep."]]]"#, &["Deep."]),
        (r#"["O&#039;Brien &amp; S&oslash;nner"]"#, &["O'Brien & Sønner"]),
    ];
    for (errors, sentences) in table {
        let envelope = format!(r#"{{"status_code":417,"message":"payloadValidationErrors","errors":{errors}}}"#);
        let plain = format!(r#"{{"message":"x","errors":{errors}}}"#);
        let bare = format!(r#"{{"errors":{errors}}}"#);
        let behind_a_notice = format!("{NOTICE}{envelope}");
        for (status, body) in [(417, &envelope), (417, &plain), (422, &plain), (422, &bare), (417, &behind_a_notice)] {
            let meaning = meaning_of_resend(code(status), &HeaderMap::new(), Body::Whole(body.as_bytes()));
            assert_eq!(meaning.outcome, not_sent(Refused), "{status} {body}");
            assert_eq!(meaning.sentences, *sentences, "{status} {body}");
        }
    }
}

#[test]
fn a_sentence_may_stand_alone_and_a_code_is_none() {
    let sentences: &[(&str, &[&str])] = &[
        (r#"{"message":"The number is blocked."}"#, &["The number is blocked."]),
        (r#"{"message":"The data is odd.","errors":[]}"#, &["The data is odd."]),
        (r#"{"message":"The data is odd.","errors":["Why"]}"#, &["Why"]),
        (r#"{"message":"validationFailed"}"#, &[]),
        (r#"{"status_code":422,"message":"The data is odd."}"#, &[]),
        ("{}", &[]),
        (HTML, &[]),
    ];
    for (body, expected) in sentences {
        let meaning = meaning_of_resend(code(422), &HeaderMap::new(), Body::Whole(body.as_bytes()));
        assert_eq!(meaning.sentences, *expected, "{body}");
    }
}

#[test]
fn a_sentence_without_end_is_cut() {
    let body = format!(r#"{{"status_code":417,"errors":["{}"]}}"#, "å".repeat(5000));
    let meaning = meaning_of_resend(code(417), &HeaderMap::new(), Body::Whole(body.as_bytes()));
    assert_eq!(meaning.sentences[0].chars().count(), 301);
}

#[test]
fn the_harmless_read_tells_a_working_token_from_a_refused_one() {
    let empty = r#"{"status_code":404,"message":"noHistoryFound","is_data":true,"data":[]}"#;
    let events = r#"{"status_code":200,"message":"historyRetrievedSuccessfully","data":[]}"#;
    let works = Ok(());
    for (status, body, check) in [
        (200, Body::Whole(events.as_bytes()), works),
        (404, Body::Whole(empty.as_bytes()), works),
        (200, Body::TooLarge, works),
        (200, Body::Whole(HTML.as_bytes()), Err(ReadFailure::Unclear(UnclearAnswer))),
        (200, Body::Whole(b""), Err(ReadFailure::Unclear(UnclearAnswer))),
        (200, Body::CutShort, Err(ReadFailure::Unclear(AnswerCutShort))),
        (302, Body::Whole(b""), Err(ReadFailure::Refused(Redirected))),
        (401, Body::Whole(b""), Err(ReadFailure::Refused(TokenRefused))),
        (403, Body::Whole(b""), Err(ReadFailure::Refused(TurnedAway))),
        (403, Body::Whole(HTML.as_bytes()), Err(ReadFailure::Refused(TurnedAway))),
        (403, Body::Whole(br#"{"status_code":403,"message":"forbidden"}"#), Err(ReadFailure::Refused(NotAllowed))),
        (303, Body::Whole(b""), Err(ReadFailure::Unclear(UnclearAnswer))),
        (404, Body::Whole(HTML.as_bytes()), Err(ReadFailure::Refused(ServiceRefused))),
        (407, Body::Whole(b""), Err(ReadFailure::Refused(ProxyLogIn))),
        (408, Body::Whole(b""), Err(ReadFailure::Unclear(NoAnswer))),
        (429, Body::Whole(b""), Err(ReadFailure::Refused(RateLimited { retry_after: None }))),
        (500, Body::Whole(b""), Err(ReadFailure::Unclear(ServiceFailed))),
        (503, Body::Whole(b""), Err(ReadFailure::Unclear(ServiceUnavailable { retry_after: None }))),
    ] {
        assert_eq!(meaning_of_token_check(code(status), &HeaderMap::new(), body), check, "{status} {body:?}");
    }
}

#[test]
fn no_body_makes_reading_it_panic() {
    use proptest::prelude::*;
    proptest!(|(status in 100u16..=999, body in proptest::collection::vec(any::<u8>(), 0..200), json in "[\\[{\":,\\]}a-z0-9 ]{0,80}")| {
        for bytes in [body.as_slice(), json.as_bytes()] {
            let meaning = meaning_of_resend(code(status), &HeaderMap::new(), Body::Whole(bytes));
            // Whatever it holds, only these statuses can be a yes.
            prop_assert!(meaning.outcome != SENT || matches!(status, 200..=202));
            let _ = meaning_of_token_check(code(status), &HeaderMap::new(), Body::Whole(bytes));
        }
    });
}

fn code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).expect("a status")
}
