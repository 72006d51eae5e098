//! Codes by short message: the right one, a wrong one, one too many, one too late, one too soon.

use passerelle_testkit::story;

use super::{ANA, YES, capabilities, fields, ground, send};

const NUMBER: &str = "+33612345678";

story!(capabilities;
    async fn a_code_is_tried_five_times_and_lasts_ten_minutes(app) {
        let g = ground(&app).await;
        let path = g.offered("Une charte", &[ANA]).await;
        let (link, anybody) = (g.link("ana@hopital.example").await, app.anybody());
        let send = format!("{link}/code");
        let sign = async |code: &str| anybody.post(&link, &[YES, &[("code", code)]].concat()).await;
        // Without a code there is nothing to try.
        sign("123456").await.assert_refused().assert_sees("Recevez un autre code");
        anybody.post(&link, YES).await.assert_refused();
        anybody.post(&send, &[]).await.assert_redirected();
        anybody.post(&send, &[]).await.assert_refused().assert_sees("Attendez une minute");
        let first = g.code(NUMBER).await;
        let wrong = if first == "000000" { "000001" } else { "000000" };
        for _ in 0..5 {
            sign(wrong).await.assert_refused().assert_sees("Ce n’est pas le bon code");
        }
        sign(&first).await.assert_refused().assert_sees("a été essayé trop souvent");

        app.clock().advance(jiff::SignedDuration::from_secs(61));
        anybody.post(&send, &[]).await.assert_redirected();
        let second = g.code(NUMBER).await;
        assert_ne!(first, second);
        sign(&first).await.assert_refused().assert_sees("Ce n’est pas le bon code");
        app.clock().advance(jiff::SignedDuration::from_secs(600));
        sign(&second).await.assert_refused().assert_sees("il est trop ancien");

        anybody.post(&send, &[]).await.assert_redirected();
        let third = g.code(NUMBER).await;
        sign(&third).await.assert_redirected();
        g.coralie.get(&path).await.assert_sees("1 signature sur 1").assert_sees("avec un code envoyé au +33…78");
        anybody.post(&send, &[]).await.assert_refused();
    }
);

story!(capabilities;
    /// Five codes for one paper, ten for one telephone whatever the paper; hours later there is one more.
    async fn a_telephone_gets_some_codes_a_day_and_no_more(app) {
        let g = ground(&app).await;
        let anybody = app.anybody();
        let minutes = |n: i64| app.clock().advance(jiff::SignedDuration::from_mins(n));
        let mut links = Vec::new();
        for title in ["Une charte", "Une convention", "Un avenant"] {
            g.offered(title, &[ANA]).await;
            links.push(format!("{}/code", g.link("ana@hopital.example").await));
            minutes(1);
        }
        for link in &links[..2] {
            for _ in 0..5 {
                anybody.post(link, &[]).await.assert_redirected();
                minutes(2);
            }
            anybody.post(link, &[]).await.assert_refused().assert_sees("Attendez quelques heures");
        }
        anybody.post(&links[2], &[]).await.assert_refused().assert_sees("Attendez quelques heures");
        minutes(6 * 60);
        anybody.post(&links[2], &[]).await.assert_redirected();
        // The other paper waits for its own time too.
        anybody.post(&links[0], &[]).await.assert_refused();
    }
);

story!(capabilities;
    /// A code opens with the link by which it was asked, and with no other.
    async fn a_code_belongs_to_its_link(app) {
        let g = ground(&app).await;
        let path = g.offered("Une charte", &[ANA]).await;
        let (link, anybody) = (g.link("ana@hopital.example").await, app.anybody());
        anybody.post(&format!("{link}/code"), &[]).await.assert_redirected();
        let code = g.code(NUMBER).await;
        app.clock().advance(jiff::SignedDuration::from_secs(3_000));
        g.coralie.post(&format!("{path}/signers/1/again"), &[]).await.assert_redirected();
        let other = g.link("ana@hopital.example").await;
        app.clock().advance(jiff::SignedDuration::from_secs(-3_000));
        assert_ne!(link, other);
        anybody.post(&other, &[YES, &[("code", code.as_str())]].concat()).await.assert_refused();
        anybody.post(&link, &[YES, &[("code", code.as_str())]].concat()).await.assert_redirected();
    }
);

story!(capabilities;
    /// Without a mailbox, the link comes by short message too.
    async fn somebody_without_a_mailbox_gets_the_link_by_short_message(app) {
        let g = ground(&app).await;
        let row = ["Ana Petit", "pour l’hôpital", "", "0475 12 34 56", "sms"];
        g.offered("Une charte", &[row]).await;
        let link = g.link("+33475123456").await;
        app.anybody().get(&link).await.assert_ok().assert_sees("recevez d’abord un code par SMS au +33…56");
        // A number cannot sign by a link alone.
        let row_fields = fields("Autre", &[["Ana", "", "", "0475 12 34 56", "link"]]);
        send(&g.coralie, "/papers", &row_fields).await.assert_refused().assert_sees("il faut une adresse e-mail");
        let row_fields = fields("Autre", &[["Ana", "", "a@b.example", "12", "sms"]]);
        send(&g.coralie, "/papers", &row_fields).await.assert_refused().assert_sees("Écrivez un numéro de téléphone");
    }
);
