use passerelle_kernel::Date;
use passerelle_web::SecondFactor;

use super::*;

fn read(text: &str) -> Result<Config> {
    let figment = Figment::from(Serialized::defaults(Config::default())).merge(Toml::string(text));
    Ok(figment.extract()?)
}

#[test]
fn a_key_we_do_not_know_is_refused_by_name() {
    assert!(read("listen = '127.0.0.1:1'").is_ok());
    let error = read("lisen = '127.0.0.1:1'").unwrap_err().to_string();
    assert!(error.contains("lisen"), "{error}");
    let kept = read("[retention]\nlinks_days = 3").unwrap().retention;
    assert_eq!(kept, Retention { links_days: 3, ..Retention::default() });
    assert!(read("[retention]\nlink_days = 3").unwrap_err().to_string().contains("link_days"));
}

#[test]
fn a_second_proof_is_required_unless_it_is_only_offered() {
    let second_factor = |text: &str| read(text).unwrap().settings().unwrap().sign_in.second_factor;
    assert_eq!(second_factor(""), SecondFactor::Required(Date::MIN));
    assert_eq!(second_factor("sign_in.second_factor = 'offered'"), SecondFactor::Offered);
    let from = Date::constant(2027, 1, 15);
    assert_eq!(second_factor("sign_in.second_factor_from = '2027-01-15'"), SecondFactor::Required(from));
    assert!(read("sign_in.second = 'offered'").is_err());
}

#[test]
fn short_messages_leave_by_the_gateway_that_was_set() {
    let route = |text: &str| read(text).unwrap().settings().map(|settings| settings.sms);
    assert!(matches!(route("").unwrap(), SmsRoute::None));
    assert!(matches!(route("demonstration = true").unwrap(), SmsRoute::Outbox));
    assert!(matches!(route("sms.gateway = 'folder:/var/sms'").unwrap(), SmsRoute::Folder(_)));
    let service = "[sms]\ngateway = 'https://sms.example'\nsecret = 'x'";
    assert!(matches!(route(service).unwrap(), SmsRoute::Service { secret, .. } if secret == "x"));
    assert!(route("sms.gateway = 'pigeon'").unwrap_err().to_string().contains("sms.gateway"));
    assert!(route("sms.gateway = 'outbox'").is_err());
    assert!(read("sms.gate = 'none'").is_err());
}

#[test]
fn a_replica_is_that_of_a_postgresql() {
    let replica = |text: &str| read(text).unwrap().replica();
    assert!(replica("").unwrap().is_none());
    let follows = "database_url = 'postgresql://a/p'\nreplica_url = 'postgresql://b/p'\n";
    assert_eq!(replica(follows).unwrap().unwrap().oldest, Duration::from_secs(10));
    for wrong in ["replica_url = 'postgresql://b/p'", "replica_url = 'sqlite:b'"] {
        assert!(replica(wrong).is_err(), "{wrong}");
    }
    assert!(replica(&format!("{follows}replica_oldest_seconds = 0")).is_err());
}

#[test]
fn settings_that_cannot_work_are_refused() {
    let wrong = |change: fn(&mut Config)| {
        let mut config = Config::default();
        change(&mut config);
        config.settings().unwrap_err().to_string()
    };
    assert!(wrong(|c| c.base_url = "passerelle.example".into()).contains("base_url"));
    assert!(wrong(|c| c.time_zone = "Europe/Nowhere".into()).contains("Nowhere"));
    assert!(wrong(|c| c.old_after_days = 0).contains("old_after_days"));
    assert!(wrong(|c| c.connections = 0).contains("connections"));
    assert!(wrong(|c| c.trusted_proxies = vec!["proxy".into()]).contains("trusted_proxies"));
    assert!(wrong(|c| c.mail_url = "smtp://localhost".into()).contains("mail_from"));
    assert!(wrong(|c| c.sign_in.second_factor = "perhaps".into()).contains("perhaps"));
    assert!(wrong(|c| c.sign_in.second_factor_from = "soon".into()).contains("soon"));
    assert!(wrong(|c| c.sign_in.idle_days = 31).contains("sign_in.idle_days is from 1 to 30"));
    assert!(wrong(|c| c.sign_in.idle_days_of_staff = 0).contains("sign_in.idle_days_of_staff"));
    assert!(wrong(|c| c.retention.accounting_years = 1).contains("retention.accounting_years is at least 10"));
}
