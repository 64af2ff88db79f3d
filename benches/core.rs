//! Benchmarks of what the core does by itself: reading what was pasted and typed, and searching a journal that nobody
//! will ever fill. `cargo bench --no-default-features --features benches --bench core`

#[path = "../tests/kit/million_sends.rs"]
mod million_sends;

use std::{hint::black_box, time::Duration};

use criterion::{Criterion, criterion_group, criterion_main};
use resend_reservation::{
    domain::{EmailAddress, Environment, PhoneNumber, Region, ReservationId},
    journal::{Database, Search},
};

fn parsing(criterion: &mut Criterion) {
    const LINE: &str =
        "22.11.2026\tKari Nordmann\t+47 412 34 567\thttps://example.com/pay/RES3633019929?lang=nb\t1 250,00";
    let mut group = criterion.benchmark_group("parsing");
    for (what, text) in [("a reservation id", "RES3633019929"), ("a line of a table", LINE)] {
        group.bench_function(what, |bencher| bencher.iter(|| ReservationId::parse(black_box(text))));
    }
    group.bench_function("a phone number", |bencher| {
        bencher.iter(|| PhoneNumber::parse(black_box("+47 412 34 567"), Region::default()));
    });
    group.bench_function("an e-mail address", |bencher| {
        bencher.iter(|| EmailAddress::parse(black_box("kari.nordmann@example.com")));
    });
    group.finish();
}

fn searching(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    drop(Database::open(folder.path(), Duration::MAX).expect("made"));
    million_sends::fill(&folder.path().join("journal.sqlite"));
    let journal = Database::open(folder.path(), Duration::MAX).expect("opened");
    let end_of_an_id = million_sends::id(million_sends::ROWS / 2)[5..].to_owned();
    let mut group = criterion.benchmark_group("a million sends");
    for (what, text) in [("the first page", None), ("a search", Some(end_of_an_id))] {
        let search = Search { text, ..Search::default() };
        group.bench_function(what, |bencher| bencher.iter(|| journal.search(Environment::Production, &search, 50)));
    }
}

criterion_group!(core, parsing, searching);
criterion_main!(core);
