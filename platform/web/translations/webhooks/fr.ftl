# Les adresses que l’on prévient quand quelque chose arrive (webhooks) : un programme d’une personne y lit quoi, quand et où.
web-webhooks-title = Prévenir mes programmes
web-webhooks-count = { $count ->
    [0] Aucune adresse
    [one] { $count } adresse
   *[other] { $count } adresses
}
web-webhooks-text = Quand quelque chose arrive, nous prévenons votre programme à l’adresse que vous donnez (un « webhook »). Le message dit seulement quoi, quand, et où lire la suite : jamais un nom. Votre programme lit la suite avec un jeton, et ne voit rien de plus que vous.
web-webhooks-tokens = Mes jetons pour des programmes
web-webhooks-add-title = Ajouter une adresse
web-webhooks-address = Adresse à prévenir
web-webhooks-address-hint = Elle commence par https:// et porte un nom, pas des chiffres. Par exemple https://outils.mon-association.example/passerelle
web-webhooks-address-wrong = Écrivez une adresse qui commence par https://, avec un nom et sans mot de passe. Le port est 443, ou 1024 et plus.
web-webhooks-address-missing = Écrivez l’adresse à laquelle votre programme attend les messages.
web-webhooks-kinds = Prévenir quand
web-webhooks-kinds-hint = Cochez le moins possible. Le programme est prévenu dans le rôle où vous êtes maintenant.
web-webhooks-kinds-missing = Cochez au moins une chose.
web-webhooks-too-many = Vous avez déjà { $most } adresses. Retirez-en une pour en ajouter une autre.
web-webhooks-add = Ajouter cette adresse
web-webhooks-see = Voir les messages
web-webhooks-on = Active
web-webhooks-stopped = Arrêtée
web-webhooks-role-ended = Plus rien n’est envoyé : le rôle dans lequel cette adresse était prévenue est terminé.
web-webhooks-one-proof = Plus rien n’est envoyé : votre rôle demande maintenant une deuxième preuve à la connexion, et cette adresse a été ajoutée avec une seule. Retirez-la et ajoutez-la à nouveau.
web-webhooks-stopped-text = Nous n’envoyons plus rien ici depuis le { $instant } : un message n’est pas arrivé, malgré plusieurs essais. Vérifiez le programme, puis reprenez. Ce qui s’est passé depuis n’est pas envoyé : votre programme le lit dans les listes.
web-webhooks-restart = Reprendre les envois
web-webhooks-restarted-done = Les envois reprennent.
web-webhooks-since = Depuis
web-webhooks-role = Rôle
web-webhooks-secret = Secret
web-webhooks-secret-one = Chaque message est signé.
web-webhooks-secret-two = Chaque message est signé deux fois, avec le nouveau secret et avec l’ancien, jusqu’au { $instant }.
web-webhooks-unreadable = Cette adresse ne peut plus être lue. Retirez-la et ajoutez-la à nouveau.
web-webhooks-last = Derniers messages
web-webhooks-last-none = Aucun message pour l’instant. Envoyez un message d’essai pour voir s’il arrive.
web-webhooks-when = Quand
web-webhooks-what = Quoi
web-webhooks-how = Résultat
web-webhooks-act = Que faire
web-webhooks-kind-test = Message d’essai
web-webhooks-kind-unknown = Autre chose
web-webhooks-arrived = Arrivé
web-webhooks-waiting = En route
web-webhooks-refresh = Voir s’il est arrivé
web-webhooks-given-up = Pas arrivé
web-webhooks-again-at = Nouvel essai le { $instant }.
web-webhooks-lost = Notre serveur n’a pas réussi à l’envoyer. Renvoyez-le ; si cela se répète, dites-le à la personne qui s’occupe du serveur.
web-webhooks-answer = Le programme a répondu { $status }.
web-webhooks-answer-address = L’adresse mène à un réseau privé, ou son nom ne se trouve pas : rien n’est parti.
web-webhooks-answer-slow = Le programme n’a pas répondu en 10 secondes.
web-webhooks-answer-unreachable = Le programme ne répond pas.
web-webhooks-again = Renvoyer
web-webhooks-again-done = Le message part de nouveau.
web-webhooks-again-not = Ce message ne peut pas partir de nouveau : il est en route, ou il n’existe plus.
web-webhooks-test = Envoyer un message d’essai
web-webhooks-test-done = Le message d’essai part.
web-webhooks-test-not = Rien ne peut partir : les envois sont arrêtés, ou votre rôle ne le permet plus.
web-webhooks-renew = Changer le secret
web-webhooks-renew-hint = L’ancien secret servira encore deux jours, le temps de donner le nouveau à votre programme. Si vous changez de secret une deuxième fois avant, le premier ne sert plus.
web-webhooks-end-title = Retirer l’adresse
web-webhooks-end-hint = Quand vous retirez l’adresse, plus rien n’y est envoyé, et la liste des messages s’efface.
web-webhooks-end = Retirer cette adresse
web-webhooks-ended-done = L’adresse est retirée. Elle ne reçoit plus rien.
web-webhooks-made-title = Le secret pour { $host }
web-webhooks-once = Copiez ce secret maintenant. Nous ne pourrons plus vous le montrer. Donnez-le seulement à votre programme.
web-webhooks-use = Avec ce secret, le programme vérifie que le message vient bien de nous (Standard Webhooks : « webhook-id », « webhook-timestamp », « webhook-signature »).
web-webhooks-kept = Je l’ai copié

web-mail-webhook-stopped-subject = Vos programmes ne sont plus prévenus à une adresse
web-mail-webhook-stopped-text =
    Bonjour { $name },

    Un message pour « { $host } » n’est pas arrivé, malgré plusieurs essais. Nous n’envoyons plus rien à cette adresse.

    Vérifiez le programme, puis ouvrez la page ci-dessous pour reprendre les envois, ou pour retirer l’adresse.
