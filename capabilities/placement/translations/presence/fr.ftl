# Dire qu’on n’est pas là.
placement-away-title = Je ne suis pas là
placement-away-lead = Dites de quel jour à quel jour vous n’êtes pas là. Personne ne vous demande pourquoi.
placement-away-new = Dire des jours
placement-away-from = Premier jour
placement-away-until = Dernier jour
placement-away-say = Je ne suis pas là ces jours-là
placement-away-how = Vos créneaux de ces jours n’ont pas lieu. L’équipe et la coordination reçoivent les dates, rien d’autre. Cela vaut pour l’association avec laquelle vous travaillez en ce moment sur ce site.
placement-away-days = Du { $from } au { $until }
placement-away-back = Je suis de retour
placement-away-done = C’est noté. L’équipe et la coordination savent quels jours personne ne vient.
placement-away-back-done = C’est noté : vos créneaux ont lieu de nouveau.
placement-away-seen-by = Vous voyez cette page. La coordination voit les jours. L’équipe voit seulement les jours où vous deviez venir.
placement-absences-title = Qui n’est pas là
placement-absences-days = Jours
placement-absences-none-title = Tout le monde est là
placement-absences-none-text = Quand une personne dit qu’elle n’est pas là, ses jours arrivent ici, sans raison.
placement-absences-seen-by = La coordination de votre association voit cette liste. Personne n’a à dire pourquoi. Les jours passés ne sont plus montrés, puis ils s’effacent.
placement-absences-see = Qui n’est pas là
placement-refusal-away-in-the-past = Choisissez aujourd’hui ou un jour à venir.
placement-refusal-away-too-long = Dites un an au plus à la fois.
placement-refusal-away-already = Vous avez déjà dit que vous n’êtes pas là un de ces jours.
placement-refusal-away-over = Ces jours sont passés. Rien n’a changé.
placement-refusal-away-that-day = La personne n’est pas là ce jour-là. Choisissez un autre jour.
placement-mail-away-subject = { $peer } ne viendra pas certains jours
placement-mail-away-text =
    Bonjour { $name },

    { $peer } ne viendra pas : { $days } ({ $mission }). Les autres jours ne changent pas.

    Vous n’avez rien à faire. Pour toute question, écrivez-nous.

    { $org }
placement-mail-away-coordinator-subject = { $peer } n’est pas là
placement-mail-away-coordinator-text =
    Bonjour { $name },

    { $peer } ne viendra pas : { $days } ({ $mission }). L’équipe est prévenue.

    { $peer } n’a pas à dire pourquoi.
placement-days-between = du { $from } au { $until }
placement-held-absences = Les jours où vous avez dit que vous n’êtes pas là
placement-sees-absences = Les jours où vous n’êtes pas là
look-absence-read = Les jours où vous n’êtes pas là, pour savoir qui vient

# Les jours fériés.
placement-holidays-title = Jours fériés
placement-holidays-line = { $day } : { $holiday }, jour férié
placement-holidays-off = Le créneau n’a pas lieu.
placement-holidays-on = Le créneau a lieu : la personne a dit qu’elle vient.
placement-holidays-unsaid = La personne n’a pas encore dit si elle vient. Le créneau reste prévu.
placement-holidays-come = Je viens
placement-holidays-stay = Je ne viens pas
placement-holidays-done = C’est noté.
placement-holiday-new-year = Jour de l’an
placement-holiday-good-friday = Vendredi saint
placement-holiday-easter-monday = Lundi de Pâques
placement-holiday-kings-day = Fête du roi
placement-holiday-labour-day = Fête du travail
placement-holiday-liberation-day = Fête de la libération
placement-holiday-victory-day = Victoire de 1945
placement-holiday-ascension = Ascension
placement-holiday-whit-monday = Lundi de Pentecôte
placement-holiday-national-day = Fête nationale
placement-holiday-assumption = Assomption
placement-holiday-all-saints = Toussaint
placement-holiday-armistice = Armistice de 1918
placement-holiday-christmas = Noël
placement-holiday-second-christmas-day = Lendemain de Noël
placement-today-holiday = { $day } est férié ({ $holiday }). Venez-vous ?
placement-today-holiday-action = Dire si je viens
placement-held-holidays = Les jours fériés où vous avez dit que vous venez

# Proposer un autre moment.
placement-schedule-swap-title = Proposer un autre moment
placement-swap-ask-link = Proposer un autre moment
placement-swap-text = Le créneau du { $day }. Rien ne change tant que l’équipe n’a pas dit oui.
placement-swap-to = Moment proposé
placement-swap-ask = Proposer à l’équipe
placement-swap-title = { $name } propose un autre moment
placement-swap-planned = Jour prévu
placement-swap-state = Où cela en est
placement-swap-line = { $day } : plutôt { $to }
placement-swaps-waiting = En attente d’une réponse de l’équipe
placement-swap-nothing-yet = Rien ne change tant que l’équipe n’a pas dit oui.
placement-swap-agree = C’est d’accord
placement-swap-decline = Ce n’est pas possible
placement-swap-withdraw = Retirer la proposition
placement-swap-stage-waiting = attend une réponse de l’équipe
placement-swap-stage-agreed = d’accord, le créneau a changé
placement-swap-stage-declined = pas possible, le créneau reste comme prévu
placement-swap-stage-withdrawn = retirée
placement-swap-asked-done = C’est envoyé à l’équipe. Rien ne change tant qu’elle n’a pas dit oui.
placement-swap-agreed-done = C’est d’accord. Le créneau a changé.
placement-swap-declined-done = C’est noté : le créneau reste comme prévu.
placement-swap-withdrawn-done = La proposition est retirée.
placement-refusal-swap-in-the-past = Choisissez aujourd’hui ou un jour à venir.
placement-refusal-swap-waits = Vous avez déjà proposé un autre moment pour ce créneau. L’équipe n’a pas encore répondu.
placement-today-swap = { $name } propose un autre moment ({ $mission })
placement-today-swap-text = Le { $day } deviendrait le { $to }.
placement-today-swap-action = Répondre
placement-mail-swap-asked-subject = { $peer } propose un autre moment
placement-mail-swap-asked-text =
    Bonjour { $name },

    { $peer } propose un autre moment pour le { $day } : { $to } ({ $mission }). Rien ne change tant que vous n’avez pas dit oui.

    La page demande un compte. Sans compte, répondez à la coordination.

    { $org }
placement-letter-swap-agreed-subject = L’équipe est d’accord pour l’autre moment
placement-letter-swap-agreed-text =
    Bonjour { $name },

    L’équipe a dit oui à l’autre moment que vous avez proposé ({ $mission }). Votre emploi du temps a changé.
placement-letter-swap-declined-subject = L’autre moment n’est pas possible
placement-letter-swap-declined-text =
    Bonjour { $name },

    L’équipe ne peut pas accepter l’autre moment que vous avez proposé ({ $mission }). Votre créneau reste comme prévu.
placement-event-swap-asked = Autre moment proposé
placement-event-swap-agreed = Autre moment accepté
placement-event-swap-declined = Autre moment refusé
placement-event-swap-withdrawn = Proposition d’un autre moment retirée
did-swap-agreed = A accepté l’autre moment que vous avez proposé
did-swap-declined = A refusé l’autre moment que vous avez proposé
look-swap-read = L’autre moment que vous avez proposé, pour savoir qui vient quand
look-swap-answer = L’autre moment que vous avez proposé, pour y répondre
placement-held-swaps = Les autres moments que vous avez proposés
placement-held-swaps-answered = Les autres moments auxquels vous avez répondu
