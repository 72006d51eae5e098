//! One target under libFuzzer; which one, `PASSERELLE_FUZZ_TARGET` says.

#![no_main]

libfuzzer_sys::fuzz_target!(init: passerelle_fuzz::begin(), |bytes: &[u8]| passerelle_fuzz::run(bytes));
