//! What staff paste and type, in tables: texts, phone numbers and e-mail addresses, wrong and right;
//! and properties that hold for any of them.

mod drafts;
mod email_addresses;
mod phone_numbers;
mod properties;
mod reservation_ids;
mod rewritten_links;
