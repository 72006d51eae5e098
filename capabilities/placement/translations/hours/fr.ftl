# Les heures, la confirmation, l’accord, les demandes hors charte.

placement-hours-mine-title = Mes heures
placement-hours-mission = Quelle mission ?
placement-hours-mission-missing = Choisissez la mission.
placement-hours-how-long = Combien de temps ?
placement-hours-how-long-today = Pour aujourd’hui, { $day }, sauf si vous choisissez un autre jour plus bas.
placement-hours-minutes-missing = Choisissez une durée.
placement-hours-other = Une autre durée
placement-hours-length = Durée
placement-hours-length-hint = Par exemple 3 h 30 ou 45 min
placement-hours-more = Un autre jour, une autre activité
placement-hours-day = Quel jour ?
placement-hours-day-missing = Écrivez le jour.
placement-hours-day-today = Aujourd’hui
placement-hours-day-yesterday = Hier
placement-hours-day-other = Un autre jour
placement-hours-which-day = Jour de travail
placement-hours-activity = Pour quoi ?
placement-hours-activity-missing = Choisissez une activité.
placement-hours-activity-presence = Auprès des personnes
placement-hours-activity-meeting = Réunion d’équipe
placement-hours-activity-travel = Trajet
placement-hours-activity-preparation = Préparation, écrit
placement-hours-activity-intervision = Intervision
placement-hours-activity-other = Autre chose
placement-hours-record = Enregistrer
placement-hours-none-title = Pas de mission en cours
placement-hours-none-text = Quand une mission commence, vous notez vos heures ici.

placement-hours-stage-recorded = à confirmer par l’équipe
placement-hours-stage-confirmed = confirmées par l’équipe
placement-hours-stage-approved = approuvées
placement-hours-stage-returned = une question attend

placement-hours-column-day = Jour
placement-hours-column-mission = Mission
placement-hours-column-length = Durée
placement-hours-column-activity = Activité
placement-hours-column-stage = État
placement-hours-column-link = Détail
placement-hours-correction = correction

placement-hours-week = Cette semaine : { $hours }
placement-hours-week-none = Cette semaine : rien n’est noté
placement-hours-quiet = Rien cette semaine : { $mission }
placement-hours-quiet-said = { $mission } : vous avez dit qu’il n’y avait rien cette semaine.
placement-hours-month = En { $month } : { $hours }
placement-hours-month-all = Tout le mois, jour par jour
placement-hours-month-none = En { $month } : rien n’est noté
placement-hours-close = Demander à l’équipe de confirmer { $month } ({ $mission })
placement-hours-asked = Demandé à l’équipe le { $when }.
placement-hours-look = Regarder
placement-hours-same = Ces heures sont justes
placement-hours-revise = Changer
placement-hours-revise-title = Changer ces heures
placement-hours-revise-action = Enregistrer le changement
placement-hours-take-back = Retirer ces heures
placement-hours-confirmed-hint = L’équipe a confirmé ces heures. Si quelque chose n’est pas juste, dites-le à la coordination : elle peut vous les rendre.
placement-hours-approved-hint = Ces heures sont approuvées. Elles ne changent plus. Si elles ne sont pas justes, vous pouvez demander une correction.
placement-hours-correct = Corriger
placement-hours-correct-title = Corriger les heures du { $day }
placement-hours-correct-text = Pour ce jour, { $hours } comptent. La correction est une ligne de plus : l’équipe la confirme, la coordination l’approuve.
placement-hours-right = Durée juste, en tout
placement-hours-correct-action = Envoyer la correction
placement-hours-question-about = Une question sur { $hours } du { $day } ({ $mission })

placement-hours-entry-title = { $hours } le { $day }
placement-hours-fact-peer = Qui
placement-hours-fact-corrects = Corrige
placement-hours-fact-original = les heures approuvées
placement-hours-corrections = Corrections
placement-hours-somebody = une personne
placement-hours-means-account = avec un compte
placement-hours-means-link = avec le lien reçu par e-mail
placement-hours-means-paper = sur papier
placement-hours-signed-confirmed = Confirmées par { $name }, { $means }, le { $when }
placement-hours-signed-approved = Approuvées par { $name }, { $means }, le { $when }
placement-hours-signed-returned = { $name } demande, le { $when } :

placement-hours-list-title = Heures de { $month }
placement-hours-list-caption = Heures de { $month } par mission
placement-hours-list-none-title = Pas d’heures ce mois-ci
placement-hours-list-none-text = Les heures arrivent ici dès qu’une paire-aidante ou un pair-aidant les note.
placement-hours-to-approve = Heures à approuver
placement-hours-to-confirm = Heures à confirmer

placement-hours-ask-title = Poser une question à { $name }
placement-hours-ask-label = Votre question
placement-hours-ask-hint = Une ou deux phrases. N’écrivez rien sur les personnes accompagnées.
placement-hours-ask-missing = Écrivez votre question.
placement-hours-ask-action = Renvoyer avec cette question
placement-hours-ask-link = Poser une question

placement-hours-seen-by-mine = Vous voyez vos heures. L’équipe de la mission, la coordination et la trésorerie de votre association les voient aussi.
placement-hours-seen-by = La personne qui a travaillé, l’équipe de la mission, la coordination et la trésorerie de l’association voient ces heures.

placement-hours-recorded-done = Vos heures sont notées.
placement-hours-revised-done = Vos heures sont changées. L’équipe les voit ainsi.
placement-hours-same-done = C’est renvoyé à l’équipe, sans changement.
placement-hours-taken-back-done = Ces heures sont retirées.
placement-hours-corrected-done = La correction est envoyée à l’équipe.
placement-hours-quiet-done = C’est noté : rien cette semaine.
placement-hours-closed-done = L’équipe reçoit un e-mail pour confirmer ces heures.
placement-hours-asked-done = La question est partie. Les heures attendent la réponse.

placement-confirm-list-title = Heures à confirmer
placement-confirm-none-title = Rien n’attend votre confirmation
placement-confirm-none-text = Quand des heures sont notées pour votre équipe, elles arrivent ici.
placement-confirm-row = { $name }, { $month } : { $hours }
placement-confirm-title = Les heures de { $name } en { $month }
placement-confirm-waiting = À confirmer : { $hours }
placement-confirm-action = Confirmer ces { $hours }
placement-confirm-others = Le reste du mois : { $hours }
placement-confirm-others-caption = Ce qui n’attend pas votre confirmation
placement-confirm-done = Ces heures sont confirmées. La coordination les reçoit.

placement-link-title = Les heures de { $name } dans votre équipe
placement-link-text = { $org } vous demande de regarder ces heures et de les confirmer. Vous n’avez pas besoin de compte.
placement-link-none-text = Vous recevrez un autre message quand de nouvelles heures seront notées.
placement-link-stale-text = Il est trop ancien. L’association peut vous en envoyer un autre.
placement-link-name = Votre nom
placement-link-name-hint = Il est gardé avec la confirmation.
placement-link-name-missing = Écrivez votre nom.

placement-approvals-title = Heures à approuver
placement-approvals-none-title = Rien n’attend votre accord
placement-approvals-none-text = Les heures arrivent ici quand les équipes les ont confirmées.
placement-approvals-row = { $name }, { $month } : { $hours }
placement-approvals-since = Confirmées le { $when }
placement-approvals-unconfirmed = Ce que les équipes n’ont pas confirmé
placement-approvals-about = pour { $name }, { $month }
placement-approvals-ask = Demander à l’équipe de confirmer
placement-approvals-month = Les heures de { $name } en { $month }
placement-approvals-nothing = Rien n’attend votre accord pour ce mois.
placement-approvals-waiting = Confirmées par l’équipe : { $hours }
placement-approvals-for-good = Ce qui est approuvé ne change plus. Une erreur se corrige ensuite par une ligne de plus.
placement-approvals-action = Approuver ces { $hours }
placement-approvals-others = Le reste du mois : { $hours }
placement-approvals-others-caption = Ce qui n’attend pas votre accord
placement-approvals-done = Ces heures sont approuvées.

placement-beyond-list-title = Demandes hors charte
placement-beyond-none-title = Aucune demande hors charte
placement-beyond-none-text = Si l’on vous demande ce qui n’est pas votre rôle, dites-le ici. La coordination répond à l’équipe : ce n’est pas à vous de dire non.
placement-beyond-none-text-coordinator = Quand une paire-aidante ou un pair-aidant reçoit une demande hors de sa charte, elle arrive ici.
placement-beyond-new = Transmettre une demande
placement-beyond-new-title = On vous a demandé autre chose ?
placement-beyond-new-text = Appuyez sur ce qu’on vous a demandé. La coordination répond à l’équipe.
placement-beyond-no-mission = Vous pouvez transmettre une demande quand une mission est en cours.
placement-beyond-no-names = Nous ne demandons aucun nom et aucun récit. Pour en dire plus, appelez la coordination.
placement-beyond-what = Ce qui a été demandé
placement-beyond-who = Dire qui l’a demandé (facultatif)
placement-beyond-who-label = Qui l’a demandé
placement-beyond-when = Transmis le
placement-beyond-kind-missing = Choisissez ce qu’on vous a demandé.
placement-beyond-kind-alone-at-home = Aller chez quelqu’un sans collègue
placement-beyond-kind-clinical-task = Faire un soin
placement-beyond-kind-office-work = Faire du secrétariat
placement-beyond-kind-interpreting = Servir d’interprète
placement-beyond-kind-reporting = Faire un rapport sur une personne
placement-beyond-kind-more-hours = Travailler plus que prévu
placement-beyond-kind-other = Autre chose
placement-beyond-asker-nurse = Une infirmière, un aide-soignant
placement-beyond-asker-doctor = Une ou un médecin
placement-beyond-asker-psychologist = Une ou un psychologue
placement-beyond-asker-social-worker = Travail social, éducation
placement-beyond-asker-head = La direction de l’équipe
placement-beyond-asker-office = Le secrétariat
placement-beyond-asker-other = Quelqu’un d’autre
placement-beyond-stage-waiting = attend une réponse
placement-beyond-stage-answered = l’équipe a une réponse
placement-beyond-stage-withdrawn = retirée
placement-beyond-title = { $name } a reçu une demande hors de sa charte
placement-beyond-not-alone = La coordination répond à l’équipe. Vous n’avez rien d’autre à faire.
placement-beyond-withdraw = Retirer cette demande
placement-beyond-answer = Réponse à l’équipe
placement-beyond-answered-by = { $name }, le { $when }
placement-beyond-answer-label = Répondre à l’équipe à la place de { $name }
placement-beyond-answer-hint = L’équipe et { $name } lisent ces mots. N’écrivez rien sur les personnes accompagnées.
placement-beyond-answer-missing = Écrivez votre réponse.
placement-beyond-answer-action = Envoyer à l’équipe
placement-beyond-seen-by = La personne qui a transmis la demande et la coordination voient cette page. L’équipe ne voit que la réponse.
placement-beyond-told-done = C’est transmis. La coordination répond à l’équipe.
placement-beyond-answered-done = La réponse est partie à l’équipe.
placement-beyond-kept-done = La réponse est gardée. Aucune adresse n’est connue dans l’équipe : dites-la de vive voix.
placement-beyond-withdrawn-done = La demande est retirée.

placement-mail-confirm-hours-subject = Les heures de { $peer } en { $month } : à confirmer
placement-mail-confirm-hours-text =
    Bonjour { $name },

    { $peer } a travaillé dans votre équipe en { $month } : { $hours } attendent votre confirmation ({ $mission }).

    Le lien ouvre la page de ces heures. Vous n’avez pas besoin de compte. Rien n’est confirmé tant que vous n’appuyez pas sur le bouton. Le lien fonctionne pendant 60 jours.

    { $org }
placement-mail-beyond-subject = Réponse à une demande faite à { $peer }
placement-mail-beyond-text =
    Bonjour { $name },

    Dans votre équipe, on a demandé à { $peer } : { $kind }. Ce n’est pas prévu dans sa charte. L’association répond à sa place :

    { $answer }

    { $org }

placement-refusal-nobody-confirms = Nous ne connaissons aucune adresse dans l’équipe. Ajoutez une personne référente à la mission, puis demandez encore.
