//! Under a policy that cannot be read nothing goes to customers.

use std::sync::Arc;

use resend_reservation::{
    access::Access,
    domain::{Environment, Outcome, Region},
    look_up::Looker,
    practice::Service,
    resend::{AttemptEnd, Reply, Request, Resender, Safeguards},
};

use crate::kit::app::{KARI, TestApp, absent_keychain, draft, nowhere, outcome, timeouts};

fn stopped() -> Resender {
    let access = Arc::new(Access::new(absent_keychain(), None, timeouts()));
    let looker = Looker::new(Arc::clone(&access), nowhere());
    Resender::new(access, nowhere(), looker).stopping_production()
}

async fn send(resender: &Resender, environment: Environment) -> Reply {
    let (default_country, safeguards) = (Region::default(), Safeguards::default());
    let request = Request { environment, default_country, draft: draft(KARI), confirmed: &[], held: false, safeguards };
    resender.resend(request).await
}

fn ending(reply: Reply) -> AttemptEnd {
    let Reply::Done(attempt) = reply else { panic!("not done: {reply:?}") };
    attempt.end
}

#[tokio::test]
async fn production_is_refused_before_the_keychain_is_asked() {
    let resender = stopped();

    assert!(matches!(ending(send(&resender, Environment::Production).await), AttemptEnd::PolicyWrong));
}

#[tokio::test]
async fn practice_and_demo_go_on() {
    let resender = stopped();

    assert_eq!(outcome(&send(&resender, Environment::Practice).await), Outcome::Sent);
    // As far as its token, which is not here.
    assert!(matches!(ending(send(&resender, Environment::Demo).await), AttemptEnd::NoAccess(_)));
}

#[tokio::test]
async fn a_local_test_goes_on() {
    let app = TestApp::beside(&Arc::new(Service::start().await.expect("a service"))).await;
    let draft = draft(KARI);
    let request = app.request(&draft, &[]);
    let resender = app.resender.stopping_production();

    assert_eq!(outcome(&resender.resend(request).await), Outcome::Sent);
}
