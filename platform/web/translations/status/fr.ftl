# Ce qui marche et ce qui ne marche pas, pour les personnes de l’association.
web-status-title = L’état du service
web-status-all-fine = Tout marche comme prévu.
web-status-some-wrong = Quelque chose ne marche pas. Voici quoi, et que faire.
web-status-seen-at = Vu le { $instant }. Rechargez la page pour voir l’état du moment.
web-status-fine = Tout va bien
web-status-look = À savoir
web-status-wrong = À régler

web-status-letters = E-mails
web-status-letters-fine = { $count ->
    [0] Tous les e-mails sont partis.
    [one] Un e-mail part dans un instant.
   *[other] { $count } e-mails partent dans un instant.
}
web-status-letters-kept = Ce serveur n’envoie pas d’e-mails : il les garde. C’est voulu pour une démonstration.
web-status-letters-late = { $count ->
    [one] Un e-mail attend depuis le { $instant }.
   *[other] { $count } e-mails attendent ; le plus ancien depuis le { $instant }.
}
web-status-letters-late-advice = Prévenez la personne qui s’occupe du serveur. Rien n’est perdu : les e-mails partiront ensuite. Pour une urgence, téléphonez.
web-status-letters-lost = { $count ->
    [one] Un e-mail n’a pas pu partir, malgré plusieurs essais, depuis le { $instant }.
   *[other] { $count } e-mails n’ont pas pu partir, malgré plusieurs essais ; le premier le { $instant }.
}
web-status-letters-lost-advice = Prévenez la personne qui s’occupe du serveur. Ces e-mails ne partiront plus d’eux-mêmes : une adresse est peut-être fausse.

web-status-work = Imports et autres travaux
web-status-work-fine = Rien n’est en retard.
web-status-work-late = Un travail attend depuis le { $instant }.
web-status-work-lost = { $count ->
    [one] Un travail a été abandonné après plusieurs essais.
   *[other] { $count } travaux ont été abandonnés après plusieurs essais.
}
web-status-tell-operator = Prévenez la personne qui s’occupe du serveur.

web-status-backup = Sauvegarde
web-status-backup-last = La dernière sauvegarde date du { $instant }.
web-status-backup-none = Aucune sauvegarde n’a encore été faite.
web-status-backup-advice = Prévenez la personne qui s’occupe du serveur : une sauvegarde doit se faire chaque jour. Sans elle, une panne de disque peut tout effacer.
