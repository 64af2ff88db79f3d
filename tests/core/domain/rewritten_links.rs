//! Links that a mail filter or a chat rewrote: which reservation they name, and of which environment.

use resend_reservation::domain::{Environment, ReservationId, environment_of_links};

#[test]
fn a_link_that_a_mail_filter_rewrote_tells_its_id_and_its_environment() {
    const DETAILS: &str = "reservations%2Fdetails%2FRES3633019929";
    for text in [
        format!("https://urldefense.proofpoint.com/v1/url?u=https://demo.frontpayment.no/{DETAILS}&k=oIvRg1%2BdGAgOoM1BIlLLqw%3D%3D%0A&r=x"),
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__demo.frontpayment.no_reservations_details_RES3633019929&d=DwMFaQ&c=x".to_owned(),
        "https://urldefense.proofpoint.com/v2/url?u=3Dhttps-3A__demo.frontpayment.no_reservations-2Dview_details_RES3633019929-3Fa-3Db&amp;d=3DDw".to_owned(),
        "https://urldefense.com/v3/__https://demo.frontpayment.no/reservations/details/RES3633019929__;!!Ab1-c!dEf$".to_owned(),
        "https://urldefense.us/v3/__https:/demo.frontpayment.no/*/reservations/details/RES3633019929__;Iw!!Ab1!dEf$".to_owned(),
        format!("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fdemo.frontpayment.no%2F{DETAILS}&data=05%7C02%7C&sdata=x%3D&reserved=0"),
        format!("https://eur01.safelinks.protection.outlook.com/?url=3Dhttps%3A%2F%2Fdemo.frontpayment.no%2F{DETAILS}&amp;data=3D05%7C02%7C"),
        format!("https://eur01.safelinks.protection.outlook.com/?url=3Dhttps%3A%2F%2Fdemo.fr=\nontpayment.no%2F{DETAILS}&data=3D05"),
        format!("https://www.google.com/url?q=https://demo.frontpayment.no/{DETAILS}&sa=D&source=calendar&ust=1"),
        "https://www.google.com/url?q=https%253A%252F%252Fdemo.frontpayment.no%252Fdetails%252FRES3633019929&sa=D".to_owned(),
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Furldefense.proofpoint.com%2Fv2%2Furl%3Fu%3Dhttps-3A__demo.frontpayment.no_details_RES3633019929%26d%3Dx&data=05".to_owned(),
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__eur01.safelinks.protection.outlook.com_-3Furl-3Dhttps-253A-252F-252Fdemo.frontpayment.no-252Fdetails-252FRES3633019929-26data-3D05&d=x".to_owned(),
        "https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fDemo.FrontPayment.no%2fdetails%2fRES3633019929&c=E,1,x".to_owned(),
        "https://eu-central-1.protection.sophos.com/?d=frontpayment.no&u=aHR0cHM6Ly9kZW1vLmZyb250cGF5bWVudC5uby9yZXNlcnZhdGlvbnMvZGV0YWlscy9SRVMzNjMzMDE5OTI5&i=NWY&t=x&h=y".to_owned(),
        "https://eu-central-1.protection.sophos.com?d=frontpayment.no&u=aHR0cHM6Ly9kZW1vLmZyb250cGF5bWVudC5uby9kZXRhaWxzL1JFUzM2MzMwMTk5Mjk%3D&p=m".to_owned(),
        "https://secure-web.cisco.com/1aB/https%3A%2F%2Fdemo.frontpayment.no%2Fdetails%2FRES3633019929".to_owned(),
        r#"{"url":"https:\/\/demo.frontpayment.no\/reservations\/details\/RES3633019929"}"#.to_owned(),
        "https:&#47;&#47;demo.frontpayment.no&#47;details&#47;RES3633019929".to_owned(),
        "https=3A//demo=2Efrontpayment=2Eno/details/RES3633019929".to_owned(),
        "https://demo.frontpayment.no.mcas.ms/details/RES3633019929".to_owned(),
        "https://demo。frontpayment。no/details/RES3633019929".to_owned(),
        "https://kari@demo.frontpayment.no./details/RES3633019929".to_owned(),
        "RES3633019929 (demo.frontpayment.no)".to_owned(),
    ] {
        assert_eq!(environment_of_links(&text), Some(Environment::Demo), "{text}");
        let id = ReservationId::parse(&text).map(|id| id.to_string());
        assert_eq!(id.as_deref(), Ok("RES3633019929"), "{text}");
    }
}
