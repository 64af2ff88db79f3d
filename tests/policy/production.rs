//! Under a policy that cannot be read nothing goes to customers.

use std::sync::Arc;

use resend_reservation::{
    domain::{Environment, Outcome, Region},
    look_up::Looker,
    practice::Service,
    resend::{Caution, Ending, Request, Resender, Resending},
    services::Services,
};

use crate::desk::{Desk, KARI, absent_keychain, draft, nowhere, outcome, patience};

fn stopped() -> Resender {
    let keychain = Arc::new(absent_keychain());
    let services = Arc::new(Services::new(None, patience()));
    let looker = Looker::new(Arc::clone(&keychain), Arc::clone(&services), nowhere());
    Resender::new(keychain, services, nowhere(), looker).stopping_production()
}

async fn send(resender: &Resender, environment: Environment) -> Resending {
    let (default_country, caution) = (Region::default(), Caution::default());
    let request = Request { environment, default_country, draft: draft(KARI), answered: &[], held: false, caution };
    resender.resend(request).await
}

fn ending(resending: Resending) -> Ending {
    let Resending::Done(attempt) = resending else { panic!("not done: {resending:?}") };
    attempt.ending
}

#[tokio::test]
async fn production_is_refused_before_the_keychain_is_asked() {
    let resender = stopped();

    assert!(matches!(ending(send(&resender, Environment::Production).await), Ending::PolicyWrong));
}

#[tokio::test]
async fn practice_and_demo_go_on() {
    let resender = stopped();

    assert_eq!(outcome(&send(&resender, Environment::Practice).await), Outcome::Sent);
    // As far as its token, which is not here.
    assert!(matches!(ending(send(&resender, Environment::Demo).await), Ending::NoToken(_)));
}

#[tokio::test]
async fn a_local_test_goes_on() {
    let desk = Desk::beside(&Arc::new(Service::start().await.expect("a service"))).await;
    let draft = draft(KARI);
    let request = desk.request(&draft, &[]);
    let resender = desk.resender.stopping_production();

    assert_eq!(outcome(&resender.resend(request).await), Outcome::Sent);
}
