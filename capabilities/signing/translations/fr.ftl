# Les papiers que des personnes signent : qui, de quelle façon, avec quelle preuve.
signing-nav-papers = Papiers
signing-my-papers = Vos papiers à signer
signing-my-papers-hint = Ce qu’on vous demande de signer, et ce que vous avez signé.

signing-kind-framework = Convention-cadre
signing-kind-assignment = Convention de mission
signing-kind-addendum = Avenant
signing-kind-free = Autre papier
signing-stage-open = En attente
signing-stage-signed = Signé
signing-stage-declined = Refusé
signing-stage-withdrawn = Retiré
signing-stage-replaced = Remplacé
signing-way-account = Avec un compte
signing-way-link = Par un lien
signing-way-sms = Avec un code par SMS
signing-way-paper = Sur papier

signing-papers-title = Papiers à signer
signing-papers-lead = Qui a signé, qui est attendu, et depuis quand.
signing-papers-new = Faire signer un papier
signing-papers-empty-title = Aucun papier pour le moment
signing-papers-empty-text = Les conventions se font signer depuis leur page, ou celle de la mission. Vous pouvez aussi écrire un papier ici.
signing-papers-seen-by = La coordination et l’administration de votre association voient les papiers. Chaque signataire voit le sien.
signing-papers-paper = Papier
signing-papers-stage = État
signing-papers-signatures = Signatures
signing-papers-offered = Proposé le
signing-papers-count = { $all ->
    [one] { $signed } signature sur { $all }
   *[other] { $signed ->
        [one] { $signed } signature sur { $all }
       *[other] { $signed } signatures sur { $all }
    }
}
signing-paper-version = { $kind }, version { $version }
signing-paper-signers = Signataires
signing-paper-party = Signe
signing-paper-way = Façon
signing-paper-state = État
signing-paper-again = Renvoyer
signing-paper-correct = Corriger l’adresse ou la façon
signing-paper-on-paper = A signé sur papier
signing-paper-scan = Télécharger le scan
signing-paper-facts = Le papier
signing-paper-offered = Proposé
signing-paper-files = Fichiers
signing-paper-hash = Empreinte du fichier à signer (SHA-256)
signing-paper-former = Version d’avant
signing-paper-next = Version suivante
signing-paper-about = À propos de
signing-paper-see = Voir
signing-paper-renew = Faire une nouvelle version
signing-paper-withdraw = Retirer ce papier
signing-paper-lawyer = Les modèles de papiers sont à faire relire par un juriste avant de s’en servir.
signing-paper-edition = { $org }, le { $day }
signing-paper-page = Page
signing-state-signed = Signé par { $name } le { $at }.
signing-state-on-paper = Sur papier, daté du { $day }.
signing-state-declined = A refusé le { $day }.
signing-state-awaited = { $count ->
    [0] Attendu depuis le { $day }.
    [one] Attendu depuis le { $day }, { $count } rappel.
   *[other] Attendu depuis le { $day }, { $count } rappels.
}
signing-state-silent = Pas de réponse après les rappels : le mieux est d’appeler.

signing-form-title = Qui signe
signing-form-text = Autant de personnes qu’il faut, dans n’importe quel ordre. Laissez vide ce qui ne sert pas.
signing-form-signer = Signataire { $number }
signing-form-name = Nom
signing-form-name-missing = Écrivez le nom de la personne qui signe.
signing-form-party = Signe pour qui
signing-form-party-hint = Par exemple « pour l’association » ou « pour l’hôpital ».
signing-form-email = Adresse e-mail
signing-form-phone = Téléphone
signing-form-phone-hint = Pour recevoir un code par SMS.
signing-form-phone-wrong = Écrivez un numéro de téléphone, comme 06 12 34 56 78 ou +32 475 12 34 56.
signing-form-way = De quelle façon
signing-form-way-account = Avec son compte
signing-form-way-account-hint = La personne se connecte ici.
signing-form-way-link = Par un lien
signing-form-way-link-hint = La personne reçoit un lien par e-mail.
signing-form-way-sms = Avec un code par SMS
signing-form-way-sms-hint = La personne reçoit un lien, puis un code sur son téléphone.
signing-form-way-paper = Sur papier
signing-form-way-paper-hint = Vous lui donnez la feuille, puis vous ajoutez le scan.
signing-form-more = Ajouter un signataire
signing-form-offer = Demander les signatures

signing-free-renew = Nouvelle version
signing-free-renew-text = La version d’avant reste valable jusqu’à ce que tout le monde ait signé celle-ci. Si elle n’est pas encore signée par tous, elle est remplacée tout de suite.
signing-free-title = Titre
signing-free-title-missing = Écrivez un titre.
signing-free-text = Texte
signing-free-text-hint = Une ligne vide commence un paragraphe. Le texte ne change plus une fois proposé.
signing-free-text-missing = Écrivez le texte du papier.
signing-free-ends = Dernier jour
signing-free-ends-hint = Si le papier vaut jusqu’à un jour. La durée de conservation se compte à partir de là.

signing-read-asked = { $org } vous demande de lire et de signer ce papier.
signing-read-asked-for = { $org } vous demande de lire et de signer ce papier, { $party }.
signing-read-others = { $signed ->
    [one] { $signed } signature sur { $all } pour le moment. Vous n’avez plus rien à faire.
   *[other] { $signed } signatures sur { $all } pour le moment. Vous n’avez plus rien à faire.
}
signing-read-all-signed = { $all ->
    [one] Ce papier est signé.
   *[other] Tout le monde a signé ce papier : { $all } signatures.
}
signing-read-declined = Une personne n’a pas voulu signer. Ce papier ne se signe plus.
signing-read-replaced = Une nouvelle version a pris la place de ce papier.
signing-read-withdrawn = { $org } a retiré ce papier. Il ne se signe plus.
signing-read-you-signed = Vous avez signé le { $at }.
signing-read-you-declined = Vous avez dit non le { $at }.
signing-read-content = Ce que dit le papier
signing-read-to-sign = Aller à la signature
signing-read-pdf = Télécharger le papier à signer (PDF)
signing-read-final = Télécharger le papier signé, avec la page de preuve (PDF)
signing-read-final-soon = Le papier signé, avec sa page de preuve, se prépare. Il sera ici dans quelques instants.
signing-read-seen-by = Les autres signataires, et la coordination et l’administration de { $org }, voient ce papier.

signing-consent = Je signe « { $title } », que je viens de lire.
signing-consent-for = Je signe « { $title } » { $party }. Je viens de le lire.
signing-sign-title = Signer
signing-sign-text = Rien n’est signé tant que vous n’appuyez pas sur le bouton.
signing-sign-name = Votre nom
signing-sign-name-hint = Il sera écrit sur la page de preuve.
signing-sign-name-missing = Écrivez votre nom.
signing-sign-action = Signer
signing-sign-code-first = Pour signer, recevez d’abord un code par SMS au { $number }.
signing-sign-code-send = Recevoir le code
signing-sign-code-again = Recevoir un autre code
signing-sign-code = Code reçu par SMS
signing-sign-code-hint = Six chiffres, envoyés au { $number }. Le code sert pendant dix minutes.
signing-sign-code-missing = Écrivez le code reçu par SMS.
signing-decline-title = Je ne veux pas signer
signing-decline-text = Vous avez le droit de dire non. Plus personne ne pourra signer ce papier, et l’association vous contactera peut-être.
signing-decline-words = Ce que vous voulez dire
signing-decline-words-hint = La coordination le lira. Vous n’avez pas à donner de raison.
signing-decline-action = Dire non

signing-link-old-title = Ce lien est trop ancien
signing-link-old-text = Un lien sert pendant 30 jours. Vous pouvez en recevoir un nouveau tout de suite, à la même adresse.
signing-link-renew = Recevoir un nouveau lien
signing-link-renewed-title = Un nouveau lien est parti
signing-link-renewed-text = Il est envoyé à l’adresse ou au numéro que l’association connaît. S’il n’arrive pas, écrivez à l’association.
signing-link-ended-title = Ce lien ne sert plus
signing-link-ended-text = L’association a envoyé un autre lien à la place de celui-ci. S’il ne vous est pas arrivé, demandez-lui.

signing-own-empty-title = Rien à signer
signing-own-empty-text = Quand on vous demandera de signer un papier, il sera ici.
signing-own-seen-by = Vous seul voyez cette liste.
signing-own-signed = Signé le { $at }
signing-own-asked = Demandé le { $at }
signing-own-file = papier
signing-own-scan = scan

signing-change-title = Corriger l’adresse ou la façon de signer
signing-change-text = Le lien déjà envoyé ne servira plus. La personne reçoit une nouvelle demande.
signing-change-action = Enregistrer et demander de nouveau
signing-withdraw-title = Retirer ce papier
signing-withdraw-text = Personne ne pourra plus le signer. Les personnes à qui vous l’avez envoyé recevront un message, et liront votre raison.
signing-withdraw-reason = Raison
signing-withdraw-reason-hint = Les signataires la lisent.
signing-withdraw-action = Retirer
signing-on-paper-title = Signé sur papier par { $name }
signing-on-paper-text = Imprimez le papier, faites-le signer, puis ajoutez ici le scan ou une photo. Gardez la feuille.
signing-on-paper-name = Nom écrit sur la feuille
signing-on-paper-day = Jour de la signature
signing-on-paper-day-hint = Comme écrit sur la feuille, par exemple 23 11 2026.
signing-on-paper-day-missing = Écrivez le jour de la signature.
signing-on-paper-file = Scan ou photo
signing-on-paper-file-hint = PDF, JPEG ou PNG, 4 Mo au plus. Le fichier est gardé chiffré.
signing-on-paper-file-missing = Choisissez le scan.
signing-on-paper-file-large = Ce fichier est trop grand : 4 Mo au plus. Une photo moins grande suffit.
signing-on-paper-action = Enregistrer la signature

signing-check-title = Vérifier un papier
signing-check-text = Choisissez un fichier PDF : cette page dit si c’est exactement un papier proposé ou signé ici. Rien de ce que vous envoyez n’est gardé.
signing-check-file = Fichier
signing-check-file-hint = Un PDF, 10 Mo au plus.
signing-check-file-missing = Choisissez un fichier.
signing-check-file-large = Ce fichier est trop grand : 10 Mo au plus.
signing-check-action = Vérifier
signing-check-yes = Fichier reconnu
signing-check-no = Fichier non reconnu
signing-check-known = Ce fichier est exactement le papier « { $title } » proposé par { $org } le { $day }.
signing-check-count = { $signed ->
    [0] Aucune signature sur { $all }.
    [one] { $signed } signature sur { $all }.
   *[other] { $signed } signatures sur { $all }.
}
signing-check-open = Tout le monde n’a pas encore signé.
signing-check-signed = Tout le monde a signé, le { $day }.
signing-check-declined = Une personne a refusé de signer : ce papier ne vaut pas accord.
signing-check-withdrawn = L’association a retiré ce papier.
signing-check-replaced = Une version plus récente a remplacé ce papier.
signing-check-unknown = Ce fichier n’est pas un papier d’ici, ou il a été modifié.
signing-check-unknown-text = Un seul caractère changé suffit. Demandez le fichier d’origine à l’association.

signing-evidence-title = Preuve de signature
signing-evidence-text = Cette page dit qui a signé le papier qui précède, quand et de quelle façon.
signing-evidence-check = L’empreinte est calculée sur le fichier PDF proposé à la signature. Toute personne qui a ce fichier peut la comparer, ou le vérifier sur la page « Vérifier un papier » du site.
signing-evidence-hash = Empreinte SHA-256
signing-evidence-name = Nom écrit
signing-evidence-party = Signe
signing-evidence-way = Façon
signing-evidence-on = Jour sur la feuille
signing-evidence-recorded = Enregistré
signing-evidence-at = Instant
signing-evidence-consent = Phrase d’accord
signing-means-account = Avec son compte
signing-means-link = Par un lien envoyé à { $to }
signing-means-sms = Par un lien, avec un code envoyé au { $to }
signing-means-paper = À la main, sur papier

signing-offered-done = Les signatures sont demandées.
signing-signed-done = Vous avez signé. Merci.
signing-declined-done = Votre non est enregistré.
signing-code-done = Le code est parti. Il arrive en général en moins d’une minute.
signing-again-done = C’est renvoyé.
signing-changed-done = C’est corrigé, et la demande est repartie.
signing-withdrawn-done = Le papier est retiré.
signing-on-paper-done = La signature est enregistrée.

signing-refusal-nobody-signs = Il faut au moins une personne qui signe.
signing-refusal-too-many = Vingt personnes au plus peuvent signer un papier.
signing-refusal-way-missing = Choisissez de quelle façon la personne signe.
signing-refusal-no-account = Personne n’a de compte avec cette adresse. Choisissez une autre façon, ou invitez d’abord la personne.
signing-refusal-email-missing = Pour envoyer un lien, il faut une adresse e-mail.
signing-refusal-phone-missing = Pour envoyer un code, il faut un numéro de téléphone.
signing-refusal-no-gateway = Aucun service de SMS n’est réglé. Choisissez une autre façon.
signing-refusal-not-a-signer = Cette personne ne signe pas ce papier.
signing-refusal-signed-already = C’est déjà signé. Rien n’a été fait une seconde fois.
signing-refusal-answered-already = Cette personne a déjà répondu.
signing-refusal-declined = Une personne a refusé de signer : ce papier ne se signe plus.
signing-refusal-withdrawn = L’association a retiré ce papier : il ne se signe plus.
signing-refusal-replaced = Une nouvelle version a remplacé ce papier : il ne se signe plus.
signing-refusal-other-paper = Le fichier signé n’est pas celui qui a été proposé.
signing-refusal-day-ahead = Ce jour n’est pas encore venu.
signing-refusal-day-before = Ce jour est avant la date où le papier a été proposé.
signing-refusal-reason-missing = Écrivez une raison : les signataires la liront.
signing-refusal-consent-missing = Cochez la case si vous êtes d’accord.
signing-refusal-code-wrong = Ce n’est pas le bon code. Regardez le dernier SMS reçu.
signing-refusal-code-over = Ce code ne sert plus : il est trop ancien ou a été essayé trop souvent. Recevez un autre code.
signing-refusal-code-soon = Un code vient de partir. Attendez une minute avant d’en demander un autre.
signing-refusal-code-many = Plusieurs codes sont déjà partis vers ce téléphone. Attendez quelques heures avant d’en demander un autre. Si les codes n’arrivent pas, demandez à l’association de signer d’une autre manière.
signing-refusal-sent-just-now = Un message vient de partir. Attendez dix minutes avant d’en renvoyer un.
signing-refusal-nothing-to-send = Cette personne signe sur papier : il n’y a rien à envoyer.
signing-refusal-scan-unreadable = Ce fichier n’est ni un PDF, ni une photo JPEG ou PNG.
signing-refusal-renew-there = Ce papier se renouvelle depuis la page de la convention ou de la mission.

signing-mail-asked-subject = Un papier à signer : { $title }
signing-mail-asked-text =
    Bonjour { $name },

    { $org } vous demande de lire et de signer « { $title } »{ $party }.

    La page montre le papier en entier. Rien n’est signé tant que vous n’appuyez pas sur le bouton.
signing-mail-reminded-subject = Rappel : un papier attend votre signature
signing-mail-reminded-text =
    Bonjour { $name },

    { $org } attend votre réponse pour « { $title } ». Vous pouvez signer, ou dire non.
signing-mail-again-subject = Votre lien pour « { $title } »
signing-mail-again-text =
    Bonjour { $name },

    Voici un nouveau lien pour lire « { $title } », de { $org }.
signing-mail-finished-subject = Tout le monde a signé : { $title }
signing-mail-finished-text =
    Bonjour { $name },

    Tout le monde a signé « { $title } ». Le papier signé, avec sa page de preuve, est sur cette page. Gardez-en une copie.
signing-mail-withdrawn-subject = Papier retiré : { $title }
signing-mail-withdrawn-text =
    Bonjour { $name },

    { $org } a retiré « { $title } ». Ce papier ne se signe plus. Vous n’avez rien à faire.
signing-sms-asked = { $org } vous demande de signer un papier. Pour le lire :
signing-sms-reminded = { $org } attend votre réponse pour un papier à signer :
signing-sms-finished = Tout le monde a signé. Le papier est ici :
signing-sms-withdrawn = { $org } a retiré le papier à signer. Vous n’avez rien à faire.
signing-sms-code = Votre code pour signer : { $code }. Ne le donnez à personne.

signing-sees-signers = Les autres signataires
signing-purpose-papers = Les papiers que vous signez
signing-purpose-papers-why = Pour savoir ce qui est convenu, et pouvoir le prouver.
signing-purpose-papers-readers = Les autres signataires, la coordination et l’administration de l’association.
signing-held-signatures = Les papiers que vous avez signés ou qu’on vous demande de signer
signing-held-reached = Comment vous joindre pour signer
signing-held-recorded = Les signatures sur papier que vous avez enregistrées
signing-held-offered = Les papiers que vous avez proposés ou retirés
signing-held-name = Nom
signing-held-party = Signe
signing-held-asked = Demandé le
signing-held-answered = Répondu le
signing-held-way = Façon
signing-held-signed-name = Nom écrit
signing-held-consent = Phrase d’accord
signing-held-sent-to = Envoyé à
signing-held-declined = Ce que vous avez dit
signing-held-email = Adresse e-mail
signing-held-phone = Téléphone
signing-passing-codes = Les codes envoyés par SMS
signing-passing-files = Les fichiers des papiers signés
look-paper-manage = Un papier que vous signez, pour suivre les signatures
look-paper-sign = Un papier que vous signez aussi, pour le lire et le signer
