# Ce qui est gardé sur les personnes : les mots que toutes les parties partagent.
web-erased-name = une personne dont les données ont été effacées

web-basis-consent = votre accord, que vous pouvez retirer
web-basis-contract = le travail convenu avec vous
web-basis-law = une obligation de la loi
web-basis-interest = un intérêt légitime de l’association, auquel vous pouvez vous opposer

web-origin-person = Vous l’avez dit.
web-origin-association = Votre association l’a écrit.
web-origin-team = L’équipe l’a dit.
web-origin-program = Le programme le note quand vous l’utilisez.

web-term-at-once = tant que cela sert
web-term-at-once-why = Ensuite, cela ne sert plus à rien.
web-term-forms = { $time } après l’envoi
web-term-forms-why = Pour qu’un formulaire envoyé deux fois n’agisse qu’une fois.
web-term-files = { $time } après le dépôt
web-term-files-why = Un fichier déposé et pas importé nomme des personnes : passé ce délai, il est oublié.
web-term-jobs = { $time } après la fin
web-term-jobs-why = Pour comprendre une panne.
web-term-sessions = { $time } après la fin de la connexion
web-term-sessions-why = Une connexion finie ne sert plus à rien.
web-term-links = { $time } après la fin du lien
web-term-links-why = Pour pouvoir dire qu’un lien est trop ancien.
web-term-letters = { $time }
web-term-letters-why = Quand le serveur n’envoie pas d’e-mails, il les garde pour qu’on puisse les lire.
web-term-drafts = { $time } après le début
web-term-drafts-why = Passé ce délai, personne ne peut plus rouvrir le brouillon.
web-term-trail = { $time }
web-term-trail-why = Pour la sécurité : comprendre qui a fait quoi. La CNIL conseille de 6 à 12 mois.
web-term-requests = { $time } après la décision
web-term-requests-why = Pour répondre aux questions sur une décision.
web-term-membership = { $time } après la fin de votre dernier rôle
web-term-membership-why = Pour pouvoir reprendre contact. La CNIL conseille trois ans au plus.
web-term-contracts = { $time } après la fin
web-term-contracts-why = La loi laisse cinq ans pour réclamer un salaire ou contester un contrat (article 2224 du Code civil).
web-term-accounting = { $time } après la fin de l’année
web-term-accounting-why = La loi demande de garder les comptes : dix ans en France (article L123-22 du Code de commerce), sept ans en Belgique (article III.86 du Code de droit économique).
web-term-years = { $count ->
    [one] un an
   *[other] { $count } ans
}
web-term-days = { $count ->
    [0] sans délai
    [one] un jour
   *[other] { $count } jours
}

web-purpose-sign-in = Entrer dans Passerelle
web-purpose-sign-in-why = Pour vous reconnaître, et pour que personne n’entre à votre place.
web-purpose-sign-in-readers = Vous. Votre nom et votre adresse e-mail : l’administration et la coordination de votre association.
web-purpose-roles = Vos rôles
web-purpose-roles-why = Pour savoir qui fait quoi, où, et depuis quand. C’est votre rôle qui décide de ce que vous voyez.
web-purpose-roles-readers = Vous, et l’administration et la coordination de votre association.
web-purpose-trail = Les traces de ce qui a été fait
web-purpose-trail-why = Pour corriger une erreur et découvrir un abus. Une trace dit qui a fait quoi et quand. Elle ne contient pas de texte.
web-purpose-trail-readers = L’administration de votre association, et la personne qui s’occupe du serveur.

web-held-account = Votre compte
web-held-name = Nom
web-held-email = Adresse e-mail
web-held-language = Langue des pages
web-held-zone = Fuseau horaire
web-held-password = Un mot de passe est choisi
web-held-created = Compte ouvert
web-held-work-roles = Vos rôles de pair-aidance
web-held-roles = Vos autres rôles
web-held-role = Rôle
web-held-place = Où
web-held-from = Premier jour
web-held-until = Dernier jour
web-held-sessions = Vos connexions
web-held-device = Appareil
web-held-began = Premier jour d’utilisation
web-held-seen = Dernier jour d’utilisation
web-held-links = Les liens personnels qui vous ont été envoyés
web-held-sent = Jour de l’envoi
web-held-used = Jour d’utilisation
web-held-authenticator = Votre application de codes
web-held-confirmed = Jour de la confirmation
web-held-codes = Vos codes de secours
web-held-tokens = Vos jetons pour des programmes
web-held-token-name = Nom du jeton
web-held-token-abilities = Ce que le programme peut faire
web-held-webhooks = Les adresses prévenues en votre nom
web-held-webhook-address = Adresse
web-held-webhook-kinds = Ce qui lui est dit
web-held-webhook-stopped = Arrêtée le
web-held-webhook-messages = Les messages envoyés à ces adresses
web-held-webhook-kind = Ce qui est arrivé
web-held-webhook-happened = Quand
web-held-webhook-arrived = Message arrivé le
web-held-passkeys = Vos clés d’accès
web-held-passkey-name = Nom de la clé
web-held-ceremonies = Des étapes de connexion en cours
web-held-identities = Votre compte de travail
web-held-identity = Votre identifiant là-bas
web-held-rescues = L’aide reçue pour entrer à nouveau
web-held-rescue-first = Première personne à confirmer
web-held-rescue-first-at = Jour de sa confirmation
web-held-rescue-second = Deuxième personne à confirmer
web-held-rescue-second-at = Jour de sa confirmation
web-held-rescued = L’aide que vous avez donnée pour entrer à nouveau
web-held-events = Ce que vous avez fait, et ce qui a été fait sur votre fiche
web-held-looks = Les regards : qui a vu les données de qui, et quel jour

web-passing-forms = Les clés des formulaires envoyés : des nombres au hasard
web-passing-jobs = Les travaux faits, comme l’envoi d’un e-mail : le genre et le moment, sans les mots
web-passing-set-aside = Les travaux abandonnés, comme un e-mail qui n’a pas pu partir ; les mots sont scellés
web-passing-tries = Le compte des essais de connexion, sans adresse
web-passing-letters = Les e-mails gardés au lieu d’être envoyés ; ils sont scellés

web-held-came-in = Première entrée
web-held-rescue-email = Adresse où le lien est parti
web-held-addresses = Les changements de votre adresse e-mail
web-held-new-email = Nouvelle adresse
web-held-old-email = Ancienne adresse
web-held-asked = Jour de la demande
web-held-found = Les mots par lesquels on vous trouve dans la recherche
web-held-found-name = Votre nom dans la recherche
web-held-found-words = Mots
