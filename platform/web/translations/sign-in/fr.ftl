# Ce qui protège un compte : appareils, codes, mot de passe.
web-account-link = Ma connexion et mes appareils
web-account-title = Ma connexion
web-account-password-yes = Choisi
web-account-password-no = Aucun : vous entrez par un lien reçu par e-mail
web-account-app = Application de codes
web-account-app-no = Aucune
web-account-since = Depuis le { $day }
web-account-codes = Codes de secours
web-account-codes-left = { $count ->
    [0] Aucun code ne reste.
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
web-confirm-text = La suite est délicate. Nous vérifions que c’est vous, puis vous continuez où vous étiez.
web-confirm-action = Continuer
web-confirm-wrong = Ce n’est pas votre mot de passe. Essayez encore.
web-confirm-by-link = Vous n’avez pas de mot de passe. Demandez un lien par e-mail, entrez par ce lien, puis recommencez.

web-second-title = Votre code
web-second-code = Code de votre application
web-second-code-hint = Six chiffres. Ils changent toutes les 30 secondes.
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
web-app-remove-text = Votre compte sera moins bien protégé. Vos codes de secours ne serviront plus.
web-app-remove = Retirer l’application
web-app-removed-done = L’application de codes est retirée.
web-app-new-title = Relier votre application
web-app-new-scan = 1. Lisez cette image avec l’application
web-app-new-scan-text = Dans l’application, ajoutez un compte, puis montrez cette image à votre téléphone.
web-app-new-picture = Image à lire avec l’application. La clé en lettres est juste après.
web-app-new-type = Je ne peux pas lire l’image
web-app-new-type-text = Écrivez cette clé dans l’application. Choisissez « basé sur le temps » si elle le demande.
web-app-new-confirm = 2. Écrivez le code qu’elle montre
web-app-new-action = Vérifier le code
web-app-new-wrong = Ce code n’est pas le bon. Attendez le code suivant. S’il est encore refusé, regardez si votre téléphone est à l’heure.

web-codes-title = Gardez ces dix codes de secours
web-codes-text = Chaque code vous laisse entrer une fois sans votre téléphone. Imprimez cette page, ou recopiez les codes.
web-codes-once = Nous ne pourrons plus vous montrer ces codes.
web-codes-for = Codes de { $name }, faits le { $day }.
web-codes-kept = J’ai gardé mes codes
web-codes-replace = Faire de nouveaux codes de secours
web-codes-replace-text = Vos codes de secours d’avant ne serviront plus. Préparez une imprimante ou de quoi écrire.
web-codes-replace-action = Montrer les nouveaux codes

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
    [recovery-codes-replaced] Vous avez de nouveaux codes de secours
   *[password-changed] Votre mot de passe a changé
}
web-mail-security-text =
    Bonjour { $name },

    { $what ->
        [authenticator-added] Une application de codes est maintenant reliée à votre compte.
        [authenticator-removed] L’application de codes de votre compte a été retirée.
        [recovery-code-used] Quelqu’un est entré avec un de vos codes de secours. Ce code ne sert plus.
        [passkey-added] Une nouvelle clé d’accès ouvre votre compte.
        [passkey-removed] Une clé d’accès de votre compte a été retirée.
        [recovery-codes-replaced] De nouveaux codes de secours ont été faits pour votre compte. Les codes d’avant ne servent plus.
       *[password-changed] Un nouveau mot de passe a été choisi pour votre compte.
    }

    Si c’était vous, tout va bien. Si ce n’était pas vous, ouvrez la page ci-dessous, fermez tous les autres appareils, choisissez un autre mot de passe, et prévenez votre association.

web-sign-in-passkey = Entrer avec une clé d’accès
web-confirm-passkey = Continuer avec une clé d’accès
web-second-passkey-title = Entrez avec votre clé d’accès
web-second-passkey-without = Ce navigateur ne sait pas lire les clés d’accès. Prenez l’appareil sur lequel vous avez fait la vôtre.
web-protect-passkey = Faire une clé d’accès
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
web-passkeys-add-title = Faire une clé d’accès
web-passkeys-without = Ce navigateur ne sait pas faire de clé d’accès.
web-passkeys-name = Nom de la clé
web-passkeys-name-hint = Par exemple l’appareil sur lequel vous la gardez.
web-passkeys-name-missing = Donnez un nom à la clé.
web-passkeys-add = Faire une clé d’accès
web-passkeys-since = Faite le { $day }
web-passkeys-used = A servi pour la dernière fois le { $day }
web-passkeys-unused = N’a pas encore servi
web-passkeys-remove = Retirer
web-passkeys-added-done = Votre clé d’accès est prête.
web-passkeys-removed-done = La clé d’accès est retirée.
