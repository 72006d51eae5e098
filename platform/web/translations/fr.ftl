# Entrer, se repérer, ce qui ne va pas.
web-no-seat = Aucun rôle pour le moment
web-footer-home = Accueil
web-footer-sign-in = Se connecter
web-footer-outbox = Messages de la démonstration
web-footer-style = Page de style

web-role-admin = Administration
web-role-coordinator = Coordination
web-role-treasurer = Trésorerie
web-role-peer = Pair-aidance
web-role-head = Direction
web-role-referent = Référence d’équipe

web-sign-in-title = Se connecter
web-sign-in-email = Adresse e-mail
web-sign-in-password = Mot de passe
web-sign-in-action = Se connecter
web-sign-in-by-link = Recevoir un lien par e-mail
web-sign-in-wrong = L’adresse et le mot de passe ne vont pas ensemble. Essayez encore, ou demandez un lien par e-mail.
web-sign-in-link-title = Recevoir un lien de connexion
web-sign-in-link-text = Nous vous envoyons un lien. Il fonctionne une fois, pendant un jour. Vous n’avez pas besoin de mot de passe.
web-sign-in-link-action = Envoyer le lien
web-sign-in-link-again = Demander un nouveau lien
web-sign-in-link-sent-title = Regardez vos e-mails
web-sign-in-link-sent-text = Si cette adresse a un compte, un message arrive dans quelques minutes. Pensez à regarder dans les indésirables.
web-sign-in-link-open-title = Bienvenue
web-link-stale-title = Ce lien ne fonctionne plus
web-link-stale-text = Il a déjà servi, ou il est trop ancien. Vous pouvez en demander un autre tout de suite.
web-sign-out = Se déconnecter

web-invitation-title = Bienvenue, { $name }
web-invitation-text = Choisissez un mot de passe pour entrer. Vous pourrez aussi entrer par un lien reçu par e-mail.
web-invitation-password = Votre mot de passe
web-invitation-action = Entrer
web-invitation-stale-text = L’invitation a déjà servi, ou elle est trop ancienne. Si vous avez déjà un compte, demandez un lien par e-mail. Sinon, demandez une nouvelle invitation à votre association.
web-password-hint = Au moins { $fewest } caractères. Une phrase que vous retenez bien convient.
web-password-too-short = Choisissez un mot de passe plus long : au moins 12 caractères.
web-password-too-long = Choisissez un mot de passe plus court : 200 caractères au plus.
web-password-easy = Ce mot de passe est trop facile à deviner : beaucoup de personnes en ont un pareil. Prenez plutôt une petite phrase à vous.
web-password-own = Ce mot de passe est fait surtout de votre nom ou de votre adresse : c’est ce qu’on essaie en premier. Prenez plutôt une petite phrase à vous.

web-me-seats = Mes rôles
web-me-no-seats = Vous n’avez aucun rôle pour le moment. Votre association peut vous inviter.
web-me-seat = { $role } · { $place }
web-me-seat-current = en ce moment
web-me-seat-take = Agir en tant que { $seat }
web-me-more = Mes disponibilités et mes préférences
web-me-name = Changer mon nom
web-me-visibility = Qui voit quoi de moi
web-me-seen-by = Personne d’autre que vous ne voit cette page.

web-outbox-title = Messages de la démonstration
web-outbox-text = Ici, rien ne part. Les messages qui seraient envoyés par e-mail ou par SMS sont gardés sur cette page.
web-sms-subject = SMS
web-outbox-empty = Aucun message pour le moment

web-mail-link = Ouvrez cette page :
web-mail-end = Passerelle
web-mail-sign-in-subject = Votre lien de connexion
web-mail-sign-in-text =
    Bonjour { $name },

    Voici le lien que vous avez demandé. Il fonctionne une fois, pendant un jour. Si vous n’avez rien demandé, vous pouvez oublier ce message.

web-error-too-long = Écrivez { $most } caractères au plus.
web-error-date = Écrivez une date qui existe, par exemple 27 3 2027.
web-error-hours = Écrivez une durée, par exemple 3 h 30 ou 3,5.
web-error-number = Écrivez un nombre entre { $from } et { $to }.
web-error-email = Écrivez une adresse e-mail complète, par exemple nom@exemple.org.

web-problem-home = Aller à l’accueil
web-problem-today = Aller à la page Aujourd’hui
web-problem-sign-in-title = Connectez-vous d’abord
web-problem-sign-in-text = Votre connexion a pris fin. Rien n’a été enregistré. Connectez-vous, puis recommencez.
web-problem-not-found-title = Cette page n’existe pas
web-problem-not-found-text = L’adresse est peut-être incomplète, ou la page n’est pas pour votre rôle.
web-problem-forbidden-title = Cette page n’est pas pour votre rôle
web-problem-forbidden-text = Rien n’a été changé. Si vous avez un autre rôle, vous pouvez en changer en haut de la page.
web-problem-refused-title = Ce n’est pas possible comme cela
web-problem-too-many-title = Trop d’essais
web-problem-too-many-text =
    { $seconds ->
        [one] Attendez une seconde, puis envoyez encore.
       *[other] Attendez { $seconds } secondes, puis envoyez encore.
    }
web-problem-kept = Ce que vous avez écrit est gardé.
web-problem-kept-password = Ce que vous avez écrit est gardé. Retapez seulement votre mot de passe.
web-problem-send-again = Envoyer encore
web-problem-too-large-title = C’est trop gros
web-problem-too-large-text = Ce que vous envoyez est plus gros que ce que nous acceptons. Rien n’a été enregistré. Raccourcissez le texte, ou choisissez un fichier de moins de 64 Mo.
web-problem-too-slow-title = L’envoi a pris trop de temps
web-problem-too-slow-text = Tout n’est pas arrivé. Rien n’a été enregistré. Vérifiez votre connexion, revenez à la page, puis envoyez encore.
web-problem-conflict-title = Quelqu’un d’autre a été plus rapide
web-problem-conflict-text = Ces informations viennent de changer. Revenez à la page, regardez, puis recommencez si c’est encore utile.
web-problem-away-title = Le service ne répond pas pour le moment
web-problem-away-text = Rien n’a été enregistré. Attendez un moment, puis essayez encore.
web-problem-unsure-title = Nous ne savons pas si c’est enregistré
web-problem-unsure-text = La liaison s’est coupée au mauvais moment. Revenez à la page et regardez avant de recommencer.
web-problem-unsure-once = La liaison s’est coupée au mauvais moment. Envoyez encore : si c’était déjà enregistré, rien ne sera fait deux fois.
web-problem-try-again = Essayer encore
web-problem-away-signed-in = Votre connexion reste ouverte.
web-problem-internal-title = Quelque chose n’a pas marché chez nous
web-problem-internal-text = Rien n’a été enregistré. Essayez encore dans un moment. Si cela continue, donnez cette référence à votre association : { $reference }

web-sealed-erased = [Effacé le { $day }]
web-sealed-unreadable = [Ce texte ne peut plus être lu]

web-listing-take = Télécharger
web-listing-this = Cette liste :
web-listing-xlsx = Excel ou LibreOffice (XLSX)
web-listing-csv = Texte (CSV)
web-listing-bound = { $rows } lignes au plus. Le fichier contient ce que vous pouvez voir ici : gardez-le en lieu sûr.
web-listing-too-long = La liste est trop longue pour un fichier. Réduisez-la d’abord avec la recherche ou un filtre.

web-search-title = Chercher
web-search-label = Que cherchez-vous ?
web-search-hint = Un nom, une ville, un établissement, une mission. Le début des mots suffit.
web-search-action = Chercher
web-search-short = Écrivez au moins deux lettres.
web-search-nothing-title = Rien pour « { $words } »
web-search-nothing-text = Essayez avec moins de mots, ou seulement leur début. Vous trouvez ce que votre rôle vous permet de voir.
web-search-more = Il y en a d’autres. Ajoutez un mot pour préciser.
web-search-seen-by = Vous trouvez ici ce que votre rôle vous permet de voir, et rien d’autre.
