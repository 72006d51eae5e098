# Ce qui protège un compte : appareils, codes, mot de passe.
web-account-link = Ma connexion et mes appareils
web-account-title = Ma connexion
web-account-add = Ajouter
web-account-see = Voir
web-account-password-yes = Choisi
web-account-password-no = Aucun : vous entrez par un lien reçu par e-mail
web-account-app = Application de codes
web-account-app-no = Aucune
web-account-since = Depuis le { $day }
web-account-codes = Codes de secours
web-account-codes-left = { $count ->
    [0] Aucun code
    [one] { $count } code reste.
   *[other] { $count } codes restent.
}
web-account-devices = Appareils
web-account-devices-open = { $count ->
    [one] Ouvert sur { $count } appareil
   *[other] Ouvert sur { $count } appareils
}

web-device-unknown = Appareil inconnu
web-device-name = { $browser ->
    [edge] Edge
    [opera] Opera
    [samsung] Navigateur Samsung
    [firefox] Firefox
    [chrome] Chrome
   *[safari] Safari
} sur { $system ->
    [android] Android
    [iphone] iPhone
    [ipad] iPad
    [windows] Windows
    [mac] Mac
    [chromebook] Chromebook
   *[linux] Linux
}

web-sessions-title = Appareils où votre compte est ouvert
web-sessions-text = Fermez votre compte sur un appareil que vous n’utilisez plus ou que vous ne reconnaissez pas.
web-sessions-current = cet appareil
web-sessions-began = Ouvert le { $day }
web-sessions-seen = Utilisé pour la dernière fois le { $day }
web-sessions-end = Fermer ici
web-sessions-end-others = Fermer sur tous les autres appareils
web-sessions-end-done = Votre compte est fermé sur cet appareil.
web-sessions-end-others-done = Votre compte est fermé sur tous les autres appareils.
web-sessions-doubt = Quelqu’un d’autre est peut-être entré ?
web-sessions-doubt-link = Choisissez un autre mot de passe.

web-confirm-title = C’est bien vous ?
web-confirm-text = Avant de continuer, nous vérifions que c’est bien vous. Ensuite, vous reprenez où vous étiez.
web-confirm-action = Continuer
web-confirm-wrong = Ce n’est pas votre mot de passe. Essayez encore.
web-confirm-by-link = Vous n’avez pas de mot de passe. Demandez un lien par e-mail, entrez par ce lien, puis recommencez.

web-second-title = Votre code
web-second-code = Code de votre application
web-second-code-hint = Six chiffres. Ils changent toutes les 30 secondes.
web-second-no-phone = Je n’ai pas mon téléphone
web-second-recovery = Un de vos codes de secours
web-second-recovery-hint = Seize lettres et chiffres. Chaque code sert une fois.
web-second-no-paper = Vous n’avez plus de code ? Demandez à votre association.
web-second-wrong = Ce code n’est pas le bon, ou il a déjà servi. Attendez le code suivant, puis essayez encore.
web-second-wait = Il y a eu trop d’essais. Attendez un quart d’heure, puis essayez encore.

web-password-title = Choisir un autre mot de passe
web-password-text = Votre compte sera fermé sur tous vos autres appareils.
web-password-new = Votre nouveau mot de passe
web-password-action = Enregistrer ce mot de passe
web-password-done = Votre nouveau mot de passe est enregistré.

web-app-title = Application de codes
web-app-text = Une application sur votre téléphone montre un code qui change sans cesse. Nous le demandons après votre mot de passe. Une personne qui a volé votre mot de passe ne peut pas entrer.
web-app-which = Prenez l’application que vous voulez : Aegis, FreeOTP, 2FAS, Google Authenticator, Microsoft Authenticator, ou votre gestionnaire de mots de passe.
web-app-begin = Commencer
web-app-since = Vous avez une application de codes depuis le { $day }.
web-app-replace = Changer d’application ou de téléphone
web-app-remove-title = Ne plus utiliser d’application
web-app-remove-text = Votre compte sera moins bien protégé.
web-app-remove = Retirer l’application
web-app-removed-done = L’application de codes est retirée.
web-app-new-title = Relier votre application
web-app-new-scan = 1. Lisez cette image avec l’application
web-app-new-scan-text = Dans l’application, ajoutez un compte, puis montrez cette image à votre téléphone.
web-app-new-picture = Image à lire avec l’application. La clé en lettres est juste après.
web-app-new-open = L’application est sur ce téléphone : l’ouvrir
web-app-new-type = Je ne peux pas lire l’image
web-app-new-type-text = Écrivez cette clé dans l’application. Choisissez « basé sur le temps » si elle le demande.
web-app-new-confirm = 2. Écrivez le code que montre l’application
web-app-new-action = Vérifier le code
web-app-new-wrong = Ce code n’est pas le bon. Attendez le code suivant. S’il est encore refusé, regardez si votre téléphone est à l’heure.

web-codes-title = Gardez ces dix codes de secours
web-codes-text = Chaque code vous laisse entrer une fois sans votre téléphone ou sans l’appareil de votre clé d’accès. Imprimez cette page, ou recopiez les codes.
web-codes-once = Nous ne pourrons plus vous montrer ces codes.
web-codes-for = Codes de { $name }, faits le { $day }.
web-codes-kept = J’ai gardé mes codes
web-codes-replace-text = Vos codes de secours d’avant ne serviront plus. Préparez une imprimante ou de quoi écrire.

web-protect-title = Protégez mieux votre compte
web-protect-text = Votre rôle vous montre des informations sur beaucoup de personnes. Un mot de passe ne suffit pas : il faut aussi un code, sur votre téléphone.
web-protect-until = Vous avez jusqu’au { $day }.
web-protect-app = Relier une application de codes
web-protect-later = Plus tard

web-mail-security-subject = { $what ->
    [authenticator-added] Une application de codes protège votre compte
    [authenticator-removed] Votre compte n’a plus d’application de codes
    [recovery-code-used] Un de vos codes de secours a servi
    [passkey-added] Une clé d’accès ouvre maintenant votre compte
    [passkey-removed] Une clé d’accès de votre compte a été retirée
    [token-made] Un jeton ouvre maintenant votre compte à un programme
    [token-ended] Un jeton de votre compte est arrêté
    [webhook-made] Une adresse est maintenant prévenue en votre nom
    [webhook-ended] Une adresse n’est plus prévenue en votre nom
    [webhook-secret-renewed] Le secret d’une adresse prévenue en votre nom a changé
    [recovery-codes-replaced] Vous avez de nouveaux codes de secours
   *[password-changed] Votre mot de passe a changé
}
web-mail-security-text =
    Bonjour { $name },

    { $what ->
        [authenticator-added] Une application de codes est maintenant reliée à votre compte.
        [authenticator-removed] L’application de codes de votre compte a été retirée.
        [recovery-code-used] Quelqu’un est entré avec un de vos codes de secours. Ce code ne sert plus. Codes qui restent : { $left }.
        [passkey-added] Une nouvelle clé d’accès ouvre votre compte.
        [passkey-removed] Une clé d’accès de votre compte a été retirée.
        [token-made] Un nouveau jeton a été fait : un programme peut agir en votre nom.
        [webhook-made] Une nouvelle adresse est prévenue quand quelque chose arrive : un programme apprend en votre nom quoi, quand, et où lire la suite.
        [webhook-ended] Une adresse prévenue en votre nom a été retirée. Elle ne reçoit plus rien.
        [webhook-secret-renewed] Une adresse prévenue en votre nom a un nouveau secret. L’ancien sert encore deux jours.
        [token-ended] Un jeton de votre compte est arrêté. Le programme qui l’utilisait ne peut plus agir en votre nom.
        [recovery-codes-replaced] De nouveaux codes de secours ont été faits pour votre compte. Les codes d’avant ne servent plus.
       *[password-changed] Un nouveau mot de passe a été choisi pour votre compte.
    }

    Si c’était vous, tout va bien. Si ce n’était pas vous, ouvrez la page ci-dessous, fermez tous les autres appareils, choisissez un autre mot de passe, et prévenez votre association.

web-sign-in-passkey = Entrer avec une clé d’accès
web-confirm-passkey = Continuer avec une clé d’accès
web-second-passkey-title = Entrez avec votre clé d’accès
web-second-passkey-without = Ce navigateur ne sait pas lire les clés d’accès. Prenez l’appareil sur lequel vous avez fait la vôtre.
web-protect-passkey = Créer une clé d’accès
web-account-passkeys = Clés d’accès
web-account-passkeys-count = { $count ->
    [0] Aucune
    [one] { $count } clé
   *[other] { $count } clés
}
web-passkey-not-answered = Votre appareil n’a pas donné de clé. Vous pouvez essayer encore, ou entrer d’une autre manière.
web-passkey-refused = Cette clé d’accès n’est pas la bonne, ou il s’est passé trop de temps. Essayez encore.
web-passkeys-title = Mes clés d’accès
web-passkeys-text = Avec une clé d’accès (« passkey »), vous entrez par votre empreinte, votre visage ou le code de votre appareil. Vous n’écrivez plus de mot de passe, et personne ne peut vous le voler.
web-passkeys-add-title = Créer une clé d’accès
web-passkeys-without = Ce navigateur ne sait pas faire de clé d’accès.
web-passkeys-name = Nom de la clé
web-passkeys-name-hint = Par exemple l’appareil sur lequel vous la gardez.
web-passkeys-name-missing = Donnez un nom à la clé.
web-passkeys-add = Créer une clé d’accès
web-passkeys-since = Faite le { $day }
web-passkeys-used = A servi pour la dernière fois le { $day }
web-passkeys-unused = N’a pas encore servi
web-passkeys-remove = Retirer
web-passkeys-added-done = Votre clé d’accès est prête.
web-passkeys-removed-done = La clé d’accès est retirée.

web-sign-in-institution = Entrer par mon organisation
web-institution-title = Entrer par votre organisation
web-institution-text = Votre hôpital ou votre association peut nous dire qui vous êtes. Vous utilisez alors votre compte de travail.
web-institution-action = Continuer
web-institution-unknown = Aucune organisation n’a relié cette fin d’adresse. Entrez avec votre mot de passe ou par un lien reçu par e-mail.
web-institution-silent = Le service de votre organisation ne répond pas. Entrez d’une autre manière, ou essayez plus tard.
web-institution-way-title = Continuez chez votre organisation
web-institution-way-text = Votre organisation va vérifier que c’est vous, puis vous ramène ici.
web-institution-way-action = Aller chez mon organisation
web-institution-refused-title = Nous ne pouvons pas vous laisser entrer par là
web-institution-refused-text = Votre organisation ne nous a pas confirmé une adresse que nous connaissons, ou il s’est passé trop de temps. Essayez encore, ou entrez avec votre mot de passe ou par un lien reçu par e-mail.
web-identity-title = Le compte de travail de votre organisation
web-identity-text = Les personnes de { $place } peuvent entrer avec leur compte de travail (OpenID Connect). Elles doivent déjà avoir un compte et un rôle ici. Votre service informatique vous donne ces réponses.
web-identity-facts = À donner à votre service informatique
web-identity-back = Adresse de retour
web-identity-scopes = Informations demandées
web-identity-issuer = Adresse du fournisseur
web-identity-issuer-hint = Elle commence par https://. Par exemple https://connexion.hopital.example.
web-identity-issuer-missing = Écrivez l’adresse du fournisseur. Elle commence par https://.
web-identity-client-id = Notre identifiant chez lui
web-identity-client-id-hint = Il s’appelle souvent « client ID ».
web-identity-client-id-missing = Écrivez notre identifiant chez le fournisseur.
web-identity-secret = Notre secret chez lui
web-identity-secret-hint = Il s’appelle souvent « client secret ». Nous ne le montrons plus ensuite.
web-identity-secret-kept = Le secret est gardé. Laissez vide pour ne pas le changer.
web-identity-domains = Fins des adresses e-mail
web-identity-domains-hint = Une par ligne, par exemple hopital.example.
web-identity-domains-missing = Écrivez au moins une fin d’adresse, par exemple hopital.example.
web-identity-domains-taken = Une autre organisation a déjà relié une de ces fins d’adresse.
web-identity-save = Enregistrer
web-identity-saved-done = C’est enregistré. Vérifiez maintenant que le fournisseur répond.
web-identity-check = Vérifier que le fournisseur répond
web-identity-checked = Le fournisseur a bien répondu le { $when }. Les personnes peuvent entrer avec leur compte de travail.
web-identity-unchecked = Personne ne peut encore entrer avec son compte de travail : vérifiez d’abord que le fournisseur répond.
web-identity-checked-done = Le fournisseur répond bien.
web-identity-silent = Le fournisseur ne répond pas comme il faut à cette adresse.
web-identity-remove = Ne plus utiliser le compte de travail
web-identity-removed-done = Les personnes entrent de nouveau avec un mot de passe ou un lien.

web-rescue-ask-link = Aider cette personne à retrouver son compte
web-rescue-ask-title = Aider { $name } à retrouver son compte
web-rescue-ask-text = La personne a perdu son téléphone, ses codes de secours ou sa clé d’accès. Assurez-vous que c’est bien elle qui vous le demande.
web-rescue-ask-two = Deux personnes de l’association confirment, chacune avec son propre compte. Si la personne travaille pour plusieurs associations, elles viennent de deux associations différentes. Ensuite la personne reçoit un lien par e-mail. Elle est prévenue tout de suite et peut tout arrêter.
web-rescue-ask-no-email = Cette personne n’a pas d’adresse e-mail. Écrivez la sienne : le lien partira vers cette adresse.
web-rescue-ask-own-proof = Pour confirmer, votre propre compte doit être protégé par une application de codes ou une clé d’accès, et vous devez l’avoir utilisée pour entrer.
web-rescue-ask-own-link = Protéger mon compte
web-rescue-ask-other = Vous ne pouvez pas confirmer ici. Une autre personne doit le faire ; celle que vous aidez sait qui.
web-rescue-ask-second = Une première personne a déjà confirmé. Vous êtes la deuxième.
web-rescue-ask-ready = Deux personnes ont confirmé. Le lien part le { $when }.
web-rescue-ask-met = J’ai rencontré cette personne, ou je lui ai parlé en la voyant
web-rescue-ask-met-hint = Si vous l’avez rencontrée toutes les deux, le lien part tout de suite à l’adresse connue. Sinon, il part dans 24 heures.
web-rescue-ask-action = Confirmer que c’est bien cette personne
web-rescue-ask-first-done = Vous avez confirmé. Une deuxième personne de l’association doit le faire aussi.
web-rescue-ask-second-done = C’est confirmé deux fois. La personne va recevoir un lien.
web-rescue-title = Retrouver votre compte
web-rescue-text = Choisissez un nouveau mot de passe. Votre application de codes, vos codes de secours et vos clés d’accès d’avant ne serviront plus.
web-rescue-action = Entrer
web-rescue-over = Ce lien a déjà servi, il est trop ancien, ou quelqu’un a tout arrêté. Demandez à votre association.
web-rescue-stop-title = Ce n’était pas vous ?
web-rescue-stop-text = Si vous n’avez rien demandé, arrêtez tout. Personne ne recevra de lien pour votre compte.
web-rescue-stop-action = Tout arrêter
web-rescue-stopped-title = Tout est arrêté
web-rescue-stopped-text = Votre compte reste comme il est. Prévenez votre association.
web-mail-rescue-subject = On aide quelqu’un à retrouver votre compte
web-mail-rescue-text =
    Bonjour { $name },

    { $witness } a confirmé que vous ne pouvez plus entrer et que c’est bien vous qui demandez de l’aide. Il faut deux confirmations. Ensuite vous recevez un lien.

    Si vous n’avez rien demandé, ouvrez la page ci-dessous et arrêtez tout. Prévenez aussi votre association.
web-mail-rescue-ready-subject = Retrouvez votre compte
web-mail-rescue-ready-text =
    Bonjour { $name },

    Deux personnes de votre association ont confirmé que c’est bien vous. Ce lien ouvre votre compte avec un nouveau mot de passe. Il fonctionne une fois, pendant trois jours.

web-app-remove-last-text = Votre compte sera moins bien protégé. Vos codes de secours ne serviront plus.
web-second-no-device = Je n’ai pas l’appareil de ma clé d’accès
web-second-recovery-wrong = Ce code n’est pas un des vôtres, ou il a déjà servi. Prenez un autre code.
web-second-recovery-action = Entrer avec ce code

web-codes-make = Créer des codes de secours
web-codes-make-action = Montrer dix codes
web-codes-why = Un code de secours vous laisse entrer une fois, quand vous n’avez pas votre téléphone ou l’appareil de votre clé d’accès.
web-codes-of-no-use = Un code de secours remplace une application de codes ou une clé d’accès. Vous n’avez encore ni l’une ni l’autre.
web-passkeys-no-codes = Vous n’avez pas de codes de secours. Ils vous laissent entrer si vous perdez l’appareil de votre clé.
web-account-codes-few = { $count ->
    [0] Vous n’avez aucun code de secours.
    [one] Il vous reste un seul code de secours.
   *[other] Il vous reste seulement { $count } codes de secours.
}

web-account-email-waiting = { $email } (nouvelle adresse à confirmer : { $new })
web-email-title = Changer d’adresse e-mail
web-email-known = Votre adresse est { $email }.
web-email-new = Nouvelle adresse e-mail
web-email-new-hint = Nous y envoyons un lien. Votre adresse change quand vous l’avez ouvert et confirmé.
web-email-action = Envoyer le lien
web-email-same = C’est déjà votre adresse. Écrivez la nouvelle.
web-email-sent-title = Regardez vos e-mails
web-email-sent-text = Nous avons écrit à { $email }. Ouvrez le lien de cet e-mail dans les 24 heures, sur un appareil où votre compte est ouvert.
web-email-sent-nothing = Rien n’est arrivé ? Regardez dans les courriers indésirables. Tant que vous n’avez pas confirmé, votre adresse reste la même.
web-email-again = Écrire une autre adresse
web-email-make-title = Confirmer votre nouvelle adresse
web-email-make-text = Nous écrirons désormais à { $email }. Vous entrerez aussi avec cette adresse. Nous prévenons l’ancienne.
web-email-make-action = Prendre cette adresse
web-email-done = Votre adresse e-mail a changé.
web-email-over = Ce lien a déjà servi, il est trop ancien, ou il est pour un autre compte. On change d’adresse dans « Ma connexion ».
web-email-undo-title = Ce n’était pas vous ?
web-email-undo-text = Si vous n’avez pas changé d’adresse, reprenez l’ancienne. Votre compte se ferme alors sur tous les appareils. Le mot de passe, les codes de secours et ce qui a été ajouté depuis ne servent plus.
web-email-undo-action = Reprendre mon ancienne adresse
web-email-undo-taken = Un autre compte a maintenant cette adresse. Prévenez votre association.
web-email-undone-title = Votre ancienne adresse est de retour
web-email-undone-text = Votre compte est fermé partout. Demandez un lien pour entrer, choisissez un autre mot de passe, et prévenez votre association.
web-mail-email-confirm-subject = Confirmez votre nouvelle adresse e-mail
web-mail-email-confirm-text =
    Bonjour,

    Quelqu’un veut recevoir ses e-mails de Passerelle à cette adresse. Si c’est vous, ouvrez la page ci-dessous, sur un appareil où votre compte est ouvert. Le lien fonctionne pendant 24 heures.

    Si ce n’est pas vous, ne faites rien.
web-mail-email-taken-subject = Quelqu’un a écrit votre adresse e-mail
web-mail-email-taken-text =
    Bonjour,

    Quelqu’un a voulu prendre votre adresse e-mail pour un autre compte. Rien n’a changé : votre compte garde son adresse.

    Si c’était vous, entrez avec le compte qui a cette adresse.
web-mail-email-changed-subject = L’adresse e-mail de votre compte a changé
web-mail-email-changed-text =
    Bonjour { $name },

    Votre compte a maintenant une autre adresse e-mail. Nous n’écrirons plus à celle-ci.

    Si c’était vous, tout va bien. Si ce n’était pas vous, ouvrez la page ci-dessous dans les sept jours et reprenez votre adresse. Prévenez aussi votre association.
web-mail-email-undone-subject = Votre compte a de nouveau son ancienne adresse
web-mail-email-undone-text =
    Bonjour { $name },

    Quelqu’un qui lit l’ancienne adresse de votre compte l’a reprise. Votre compte est fermé sur tous les appareils, et cette adresse-ci ne sert plus.

    Si ce n’était pas vous, prévenez tout de suite votre association.

web-institution-first-title = Regardez vos e-mails
web-institution-first-text = C’est la première fois que vous entrez par votre organisation. Nous vous avons écrit : ouvrez le lien de cet e-mail pour confirmer que c’est bien vous. La prochaine fois, vous entrerez directement.
web-institution-first-over = Ce lien a déjà servi ou il est trop ancien. Recommencez par votre organisation.
web-institution-confirm-title = Entrer avec votre compte de travail
web-institution-confirm-text = Vous entrez dans le compte de { $name }. La prochaine fois, votre compte de travail suffira.
web-mail-identity-subject = Confirmez votre compte de travail
web-mail-identity-text =
    Bonjour { $name },

    Quelqu’un veut entrer dans votre compte avec un compte de travail vérifié par { $issuer }.

    Si c’est vous, ouvrez la page ci-dessous. Le lien fonctionne pendant 24 heures. Si ce n’est pas vous, ne faites rien et prévenez votre association.

web-rescue-ask-email = Nouvelle adresse e-mail
web-rescue-ask-email-hint = Seulement si la personne ne peut plus lire l’ancienne. L’ancienne est prévenue, et le lien part après trois jours.
web-rescue-ask-second-email = Le lien partira vers une nouvelle adresse : { $email }. Il part trois jours après votre confirmation. Vérifiez avec la personne que c’est la sienne.
web-sign-in-link-whose = Vous allez entrer dans le compte de { $name }. Ce n’est pas votre compte ? N’appuyez pas.
