placement-today-hello = Bonjour { $name }
placement-today-count = { $count ->
    [0] { $day }. Rien n’attend.
    [one] { $day }. Une chose attend.
   *[other] { $day }. { $count } choses attendent.
}
placement-today-since = { $count ->
    [1] Attend depuis hier
   *[other] Attend depuis { $count } jours
}
placement-today-waiting = Ce qui attend
placement-today-seen-by = Personne d’autre que vous ne voit cette page. Elle montre ce qui attend dans le rôle que vous avez choisi.
placement-today-nothing-title = Rien n’attend
placement-today-nothing-text = Ce qui demande votre réponse arrive ici, le plus pressant en premier.
placement-today-nothing-head = Les demandes de vos équipes, les missions qui finissent, les heures à confirmer et les factures à payer arrivent ici.
placement-today-nothing-referent = Les heures à confirmer de votre équipe arrivent ici.
placement-today-nothing-admin = Les comptes jamais ouverts, les personnes sans rôle et les imports à confirmer arrivent ici.
placement-today-nothing-treasurer = Les heures à facturer, les mois à terminer et les paiements en retard arrivent ici.
placement-today-nothing-people = Voir les personnes
placement-today-nothing-peer = Les propositions, les questions sur vos heures et vos créneaux à noter arrivent ici.
placement-today-nothing-hours = Voir mes heures
placement-today-nothing-missions = Voir les missions
placement-today-nothing-invoices = Voir les factures
placement-today-no-role-title = Bienvenue
placement-today-no-role = Vous n’avez pas encore de rôle ici. Votre association ou votre équipe peut vous en donner un. Vous n’avez rien à faire.
placement-today-no-role-action = Voir mon compte
placement-today-beyond-action = Répondre à l’équipe
placement-today-confirm = { $name } a noté { $hours } en { $month }
placement-today-confirm-action = Regarder et confirmer
placement-today-approve = Les heures de { $name } en { $month } attendent votre accord
placement-today-approve-text = { $hours } confirmées par l’équipe ({ $team })
placement-today-approve-action = Regarder et approuver
placement-today-yes = { $count ->
    [one] { $names } a dit oui pour « { $mission } »
   *[other] { $names } ont dit oui pour « { $mission } »
}
placement-today-yes-action = Regarder et convenir
placement-today-vacant = « { $mission } » n’a encore personne
placement-today-vacant-text = Début prévu le { $day } · { $team }
placement-today-vacant-action = Voir la mission
placement-today-request = { $team } demande une paire-aidante ou un pair-aidant
placement-today-request-action = Lire la demande
placement-today-point = Un point reste à régler pour « { $mission } »
placement-today-point-text = Il devait être réglé avec l’équipe avant le { $day }.
placement-today-point-action = Voir la fiche
placement-today-invoice = Des heures sont à facturer à { $institution }
placement-today-invoice-text = { $hours } approuvées, du { $from } au { $until }
placement-today-invoice-action = Préparer la facture
placement-today-send = La facture { $number } est à envoyer
placement-today-send-text = { $institution } : { $amount }
placement-today-send-action = Voir la facture
placement-today-late = La facture { $number } n’est pas payée
placement-today-late-text = { $institution } : { $amount } attendus le { $day }
placement-today-late-action = Voir la facture
placement-today-never = { $count ->
    [one] { $names } n’a pas encore ouvert son compte
   *[other] { $names } n’ont pas encore ouvert leur compte
}
placement-today-never-text = { $count ->
    [one] Le compte existe depuis le { $day }.
   *[other] Le premier de ces comptes existe depuis le { $day }.
}
placement-today-roleless = { $count ->
    [one] { $names } n’a pas de rôle
   *[other] { $names } n’ont pas de rôle
}
placement-today-roleless-text = { $count ->
    [one] Sans rôle, la personne ne voit rien ici. Donnez-lui un rôle si elle continue.
   *[other] Sans rôle, on ne voit rien ici. Donnez un rôle à qui continue.
}
placement-today-others = { $count ->
    [one] une autre personne
   *[other] { $count } autres personnes
}
placement-today-people-action = { $count ->
    [one] Voir la personne
   *[other] Voir les personnes
}
placement-today-import-ready = Un import est prêt
placement-today-import-ready-text = Le fichier est lu. Regardez ce qui va changer, puis confirmez.
placement-today-import-stopped = Un import s’est arrêté
placement-today-import-stopped-text = Rien n’a changé dans l’annuaire. Regardez pourquoi.
placement-today-import-action = Voir l’import
placement-today-month = En { $month }, des heures ne sont pas encore approuvées
placement-today-month-text = Encore sans accord : { $waiting }. Ce qui n’est pas approuvé n’est sur aucune facture.
placement-today-month-teams = { $count ->
    [one] une mission que son équipe n’a pas confirmée
   *[other] { $count } missions que leurs équipes n’ont pas confirmées
}
placement-today-month-coordinator = { $count ->
    [one] une mission que la coordination n’a pas approuvée
   *[other] { $count } missions que la coordination n’a pas approuvées
}
placement-today-month-peers = { $count ->
    [one] une mission avec une question
   *[other] { $count } missions avec une question
}
placement-today-month-action = Voir les heures du mois
placement-today-accepted = { $team } : la demande est acceptée, la mission reste à préparer
placement-today-accepted-action = Préparer la mission
placement-today-question = { $association } a posé une question à { $team }
placement-today-question-text = L’équipe a reçu une question sur sa demande, et le lien pour y répondre.
placement-today-asked = { $team } : la demande attend une réponse
placement-today-asked-text = { $association } l’a reçue. Vous n’avez rien à faire.
placement-today-ends = « { $mission } » finit le { $day }
placement-today-over = « { $mission } » devait finir le { $day }
placement-today-ends-text = { $name } · { $team }. Pour continuer, parlez-en à l’association.
placement-today-pay = La facture { $number } est à payer
placement-today-pay-late = La facture { $number } est en retard
placement-today-pay-text = { $institution } : { $amount } à payer jusqu’au { $day }
placement-today-team = { $count ->
    [one] { $team } : un relevé d’heures à confirmer
   *[other] { $team } : { $count } relevés d’heures à confirmer
}
placement-today-team-text = { $count ->
    [one] Des heures faites en { $month } attendent la personne référente. Son nom est sur la page de la mission.
   *[other] Des heures faites depuis { $month } attendent la personne référente. Son nom est sur la page de chaque mission.
}
placement-today-returned = Une question attend sur vos heures en { $month }
placement-today-returned-action = Répondre
placement-today-proposal = Une mission vous est proposée : « { $mission } »
placement-today-proposal-text = { $place }. Une réponse est souhaitée avant le { $day } ; un non n’a pas besoin de raison.
placement-today-proposal-action = Lire la proposition
placement-today-slot = Vos heures du { $day } ne sont pas notées
placement-today-slot-text = { $mission }, prévu de { $from } à { $until }
placement-today-slot-action = Noter { $hours }
placement-today-slot-other = C’était autrement
placement-today-silent = Rien n’est noté pour la semaine du { $day }
placement-today-silent-action = Rien cette semaine-là
placement-today-silent-other = Noter des heures
placement-today-week = Cette semaine
placement-today-fact-missions = Missions en cours
placement-today-fact-teams = Équipes avec une mission
placement-today-fact-owed = À recevoir
placement-today-fact-to-pay = À payer
placement-today-fact-late = Dont en retard
placement-today-fact-set-aside = Envois et travaux
placement-today-set-aside = { $count ->
    [one] un n’a pas pu se faire
   *[other] { $count } n’ont pas pu se faire
}
placement-today-set-aside-look = Voir ce qui n’a pas pu se faire
placement-today-fact-ending = Finissent dans 30 jours
placement-today-fact-idle = Sans mission
placement-today-fact-hours-week = Heures notées
placement-today-fact-hours-month = Heures notées ce mois-ci
placement-today-fact-my-hours-week = Heures notées
placement-today-fact-my-hours-month = Dans tout le mois
placement-today-people = { $count ->
    [0] personne
    [one] 1 personne
   *[other] { $count } personnes
}
placement-today-slots = Vos créneaux
placement-today-slots-next = Vos créneaux de la semaine prochaine
placement-today-no-slots = Aucun créneau cette semaine.
placement-today-weekday-1 = lun. { $day }
placement-today-weekday-2 = mar. { $day }
placement-today-weekday-3 = mer. { $day }
placement-today-weekday-4 = jeu. { $day }
placement-today-weekday-5 = ven. { $day }
placement-today-weekday-6 = sam. { $day }
placement-today-weekday-7 = dim. { $day }

placement-today-sign = À signer : { $title }
placement-today-sign-action = Lire et signer
placement-today-unsigned = { $name } n’a pas répondu pour une signature
placement-today-unsigned-action = Voir le papier
placement-today-declined = Quelqu’un ne signe pas : { $title }
placement-today-declined-text = Parlez-en avec la personne, puis faites une nouvelle version ou retirez le papier.
