//! What the form sent, as answers, and answers as what the form shows.

use jiff::ToSpan as _;
use passerelle_kernel::Minutes;
use passerelle_web::{Ctx, Fields};

use crate::{
    period::Days,
    refusal::Refusal,
    request::{Answers, Contact, Experience, Hope, Length, Public, Question, Referent, Setting},
    spoken::Spoken,
    text,
};

/// The lengths that can be chosen at once, in months; then another one, and none.
pub(super) const LENGTHS: [&str; 5] = ["3", "6", "12", "other", "open"];

/// Shows the answers of a question in its fields.
pub(in crate::pages) fn fill(fields: Fields, question: Question, a: &Answers) -> Fields {
    match question {
        Question::Team => fields.with("institution", &a.institution).with("team", &a.team),
        Question::Setting => fields.with("setting", a.setting.map_or("", Setting::as_str)),
        Question::Public => {
            let fields = a.publics.iter().fold(fields, |fields, choice| fields.with("public", choice.as_str()));
            fields.with("public-words", &a.public_words)
        }
        Question::Hopes => {
            let fields = a.hopes.iter().fold(fields, |fields, choice| fields.with("hopes", choice.as_str()));
            fields.with("hopes-words", &a.hope_words)
        }
        Question::Hours => {
            fields.with("hours", a.hours_week.map(written_hours).unwrap_or_default()).with("flexible", yes(a.flexible))
        }
        Question::Length => fill_length(fields, a),
        Question::Place => fields.with("town", &a.town),
        Question::Languages => a.languages.iter().fold(fields, |fields, code| fields.with("language", code.as_str())),
        Question::Start => match a.start {
            None => fields,
            Some(start) => fields
                .with("start", "dates")
                .with_date("from", Some(start.first()))
                .with_date("until", Some(start.last())),
        },
        Question::Referent => match &a.referent {
            None => fields,
            Some(Referent::NotYet) => fields.with("referent", "not-yet"),
            Some(Referent::Named(name)) => fields.with("referent", "named").with("referent-name", name),
        },
        Question::Experience => fields.with("experience", a.experience.map_or("", Experience::as_str)),
        Question::Contact => {
            let Contact { name, email, phone, role } = &a.contact;
            fields.with("name", name).with("email", email).with("phone", phone).with("role", role)
        }
    }
}

fn fill_length(fields: Fields, a: &Answers) -> Fields {
    let fields = match a.length {
        None => fields,
        Some(Length::OpenEnded) => fields.with("length", "open"),
        Some(Length::Months(months)) => {
            let months = months.to_string();
            let known = LENGTHS.contains(&months.as_str());
            fields
                .with("length", if known { &months } else { "other" })
                .with("months", if known { "" } else { &months })
        }
    };
    fields.with("trial", yes(a.trial))
}

const fn yes(yes: bool) -> &'static str {
    if yes { "yes" } else { "" }
}

fn written_hours(time: Minutes) -> String {
    let (hours, minutes) = time.clock();
    if minutes == 0 { hours.to_string() } else { format!("{hours}:{minutes:02}") }
}

/// Reads a question into the answers; what is wrong is noted at its field.
pub(in crate::pages) fn read(ctx: &Ctx, fields: &mut Fields, question: Question, before: Answers) -> Answers {
    let answers = one(ctx, fields, question, before);
    if fields.is_clean()
        && let Err(refusal) = question.check(&answers)
    {
        fields.refuse_key(main_field(question), refusal.key());
    }
    answers
}

const fn main_field(question: Question) -> &'static str {
    match question {
        Question::Team => "institution",
        Question::Length => "length",
        Question::Place => "town",
        Question::Languages => "language",
        Question::Contact => "email",
        other => other.as_str(),
    }
}

fn one(ctx: &Ctx, fields: &mut Fields, question: Question, mut a: Answers) -> Answers {
    match question {
        Question::Team => {
            a.institution = line(fields, "institution", "placement-ask-team-institution-missing");
            a.team = line(fields, "team", "placement-ask-team-team-missing");
        }
        Question::Setting => a.setting = fields.choice("setting", Setting::parse, "placement-ask-setting-missing"),
        Question::Public => {
            a.publics = fields.choices("public", Public::parse).into_iter().collect();
            a.public_words = own_words(fields, "public", a.publics.is_empty());
        }
        Question::Hopes => {
            a.hopes = fields.choices("hopes", Hope::parse).into_iter().collect();
            a.hope_words = own_words(fields, "hopes", a.hopes.is_empty());
        }
        Question::Hours => {
            a.hours_week = fields.minutes("hours");
            a.flexible = fields.has("flexible", "yes");
        }
        Question::Length => {
            a.length = length(fields);
            a.trial = fields.has("trial", "yes");
        }
        Question::Place => a.town = line(fields, "town", "placement-ask-place-missing"),
        Question::Languages => {
            a.languages = fields.choices("language", |code| Spoken::read(code).ok()).into_iter().collect();
            if a.languages.is_empty() {
                fields.refuse_key("language", "placement-ask-languages-missing");
            }
        }
        Question::Start => a.start = start(ctx, fields),
        Question::Referent => a.referent = referent(fields),
        Question::Experience => {
            a.experience = fields.choice("experience", Experience::parse, "placement-ask-experience-missing");
        }
        Question::Contact => a.contact = contact(fields),
    }
    a
}

fn line(fields: &mut Fields, name: &str, missing: &str) -> String {
    fields.text(name, text::LINE, missing).unwrap_or_default()
}

fn own_words(fields: &mut Fields, name: &str, needed: bool) -> String {
    let words = fields.text_if_given(&format!("{name}-words"), text::SENTENCES).unwrap_or_default();
    if needed && words.is_empty() {
        fields.refuse_key(name, &format!("placement-ask-{name}-missing"));
    }
    words
}

fn length(fields: &mut Fields) -> Option<Length> {
    let chosen = |code: &str| LENGTHS.contains(&code).then(|| code.to_owned());
    let chosen = fields.choice("length", chosen, "placement-ask-length-missing")?;
    match chosen.as_str() {
        "open" => Some(Length::OpenEnded),
        "other" => {
            let months = fields.number("months", 1, Length::MOST_MONTHS.into())?;
            u8::try_from(months).ok().map(Length::Months)
        }
        months => months.parse().ok().map(Length::Months),
    }
}

fn start(ctx: &Ctx, fields: &mut Fields) -> Option<Days> {
    let today = ctx.today();
    let within = |months: i32| Days::new(today, today.saturating_add(months.months())).ok();
    match fields.value("start") {
        "soon" => within(1),
        "quarter" => within(3),
        "dates" => {
            let from = fields.date("from", "placement-ask-start-from-missing");
            let until = fields.date("until", "placement-ask-start-until-missing");
            let (from, until) = (from?, until?);
            if until < today {
                fields.refuse_key("until", Refusal::StartIsPast.key());
            }
            Days::new(from, until).inspect_err(|refusal| fields.refuse_key("until", refusal.key())).ok()
        }
        _ => {
            fields.refuse_key("start", "placement-ask-start-missing");
            None
        }
    }
}

fn referent(fields: &mut Fields) -> Option<Referent> {
    match fields.value("referent") {
        "not-yet" => Some(Referent::NotYet),
        "named" => {
            let name = fields.text("referent-name", text::LINE, "placement-ask-referent-name-missing");
            name.map(Referent::Named)
        }
        _ => {
            fields.refuse_key("referent", "placement-ask-referent-missing");
            None
        }
    }
}

fn contact(fields: &mut Fields) -> Contact {
    Contact {
        name: line(fields, "name", "placement-ask-contact-name-missing"),
        email: fields.email("email").unwrap_or_default(),
        phone: fields.text_if_given("phone", 40).unwrap_or_default(),
        role: fields.text_if_given("role", text::LINE).unwrap_or_default(),
    }
}
