# Ce que plusieurs pages disent.
placement-save = Enregistrer
placement-day-missing = Écrivez une date.
placement-day-hint = Par exemple 27 3 2027
placement-days-from-until = du { $from } au { $until }
placement-days-from = à partir du { $from }
placement-weekday-long-1 = lundi
placement-weekday-long-2 = mardi
placement-weekday-long-3 = mercredi
placement-weekday-long-4 = jeudi
placement-weekday-long-5 = vendredi
placement-weekday-long-6 = samedi
placement-weekday-long-7 = dimanche
placement-weekday-short-1 = lun.
placement-weekday-short-2 = mar.
placement-weekday-short-3 = mer.
placement-weekday-short-4 = jeu.
placement-weekday-short-5 = ven.
placement-weekday-short-6 = sam.
placement-weekday-short-7 = dim.
placement-refusal-changed-meanwhile = Quelqu’un a changé ces informations depuis que vous avez ouvert la page. Revenez à la page, relisez, puis recommencez.
placement-refusal-mission-open-already = Une mission répond déjà à cette demande. Ouvrez-la dans la liste des missions.

# La liste des missions.
placement-missions-title = Missions
placement-missions-seen-by = Vous voyez les missions de votre rôle. Chaque mission dit qui peut la voir.
placement-missions-filter = Choisir les missions affichées
placement-missions-all = Toutes
placement-missions-open = À préparer
placement-missions-proposed = Proposées
placement-missions-agreed = Convenues
placement-missions-running = En cours
placement-missions-ended = Finies
placement-missions-column-mission = Mission
placement-missions-column-place = Équipe
placement-missions-column-institution = Établissement
placement-missions-column-from = Premier jour
placement-missions-column-until = Dernier jour
placement-missions-column-peer = Personne
placement-missions-column-days = Dates
placement-missions-column-hours = Par semaine
placement-missions-column-state = État
placement-missions-empty-open-title = Aucune mission pour le moment
placement-missions-empty-open-text = Une mission commence par une demande acceptée. Ouvrez une demande, acceptez-la, puis préparez la mission.
placement-missions-empty-wait-title = Aucune mission pour le moment
placement-missions-empty-wait-text = Vos missions seront ici dès que l’association les aura convenues avec vous.
placement-missions-empty-filtered-title = Aucune mission dans cet état
placement-missions-empty-filtered-text = D’autres missions existent peut-être dans un autre état.
placement-missions-see-all = Voir toutes les missions
placement-missions-to-requests = Voir les demandes

# Une mission.
placement-mission-stage-open = À préparer
placement-mission-stage-proposed = Proposée
placement-mission-stage-agreed = Convenue
placement-mission-stage-running = En cours
placement-mission-stage-ended = Finie
placement-mission-seen-by = L’association { $org }, l’équipe « { $team } », la direction de son établissement, et la personne qui fait la mission.
placement-mission-peer-title = Joindre la personne
placement-mission-peer-text = Elle choisit elle-même ce que vous voyez ici.
placement-mission-stands-open = La mission n’est encore proposée à personne.
placement-mission-stands-proposed = La mission est proposée depuis le { $at }.
placement-mission-stands-agreed = { $peer } fera cette mission.
placement-mission-stands-running = { $peer } travaille ici depuis le { $on }.
placement-mission-stands-completed = { $peer } a mené la mission à son terme, le { $on }.
placement-mission-stands-stopped = La mission s’est arrêtée le { $on }.
placement-mission-stands-direct-hire = L’établissement a recruté { $peer }. La mission a pris fin le { $on }.
placement-mission-next-sheet = Compléter la fiche
placement-mission-next-sheet-text = Des points de la fiche n’ont pas encore de réponse. La personne à qui vous proposez la mission lit toute la fiche.
placement-mission-next-propose = Proposer la mission
placement-mission-next-propose-text = La fiche est complète. Choisissez à qui proposer la mission.
placement-mission-next-answers = Voir les réponses
placement-mission-next-answers-text = Quand une personne a dit oui, vous pouvez convenir de la mission avec elle.
placement-mission-next-schedule = Préparer l’emploi du temps
placement-mission-next-schedule-text = L’emploi du temps est encore vide. Ajoutez les créneaux de la semaine.
placement-mission-next-start = Commencer la mission
placement-mission-next-start-text = Tout est prêt. Dites quel est le premier jour de travail.
placement-mission-next-prolong = Prolonger la mission
placement-mission-next-prolong-text = La mission finit bientôt. Prolongez-la, ou préparez la suite avec la personne et l’équipe.
placement-mission-next-hours = Noter mes heures
placement-mission-next-hours-text = Vous travaillez dans cette mission. Notez vos heures quand vous voulez.
placement-mission-about = La mission
placement-mission-place = Équipe
placement-mission-peer = Personne
placement-mission-peer-none = Pas encore choisie
placement-mission-days = Dates
placement-mission-hours = Heures par semaine
placement-mission-flexible = peuvent changer d’une semaine à l’autre
placement-mission-fixed = les mêmes chaque semaine
placement-mission-languages = Langues
placement-mission-town = Commune
placement-mission-referent = Personne référente dans l’équipe
placement-mission-referent-none = Personne n’est encore nommé
placement-mission-org = Association
placement-mission-request = Demande
placement-mission-request-see = Relire la demande
placement-mission-change = Changer quelque chose
placement-mission-to-reopen = Ouvrir à nouveau : la personne ne fera pas la mission
placement-mission-to-prolong = Changer le dernier jour
placement-mission-to-end = Finir ou arrêter la mission
placement-mission-history = Ce qui s’est passé
placement-event-mission-opened = Mission créée
placement-event-mission-sheet-changed = Fiche modifiée
placement-event-mission-proposed = Mission proposée
placement-event-mission-agreed = Mission convenue
placement-event-mission-reopened = Mission ouverte à nouveau
placement-event-mission-started = Mission commencée
placement-event-mission-prolonged = Dernier jour changé
placement-event-mission-ended = Mission finie
placement-event-mission-referent-named = Personne référente nommée dans l’équipe
placement-event-mission-schedule-changed = Emploi du temps modifié

# Ouvrir une mission.
placement-mission-open-title = Préparer la mission
placement-mission-open-text = Les dates, les heures et les langues viennent de la demande. Vous pourrez les préciser ensuite avec l’équipe.
placement-mission-name = Quel nom donnez-vous à cette mission ?
placement-mission-name-hint = Quelques mots que tout le monde comprend. N’écrivez rien sur les personnes accompagnées.
placement-mission-title-proposed = Mission : { $place }
placement-mission-open = Créer la mission
placement-mission-opened-done = La mission est créée. Complétez maintenant la fiche.

# La référence dans l’équipe.
placement-referent-title = Qui est la personne référente dans l’équipe ?
placement-referent-text = Cette personne accueille et confirme les heures. Elle n’a pas besoin de compte : un lien lui suffit.
placement-referent-name = Nom
placement-referent-role = Métier ou fonction
placement-referent-email = Adresse e-mail
placement-referent-phone = Téléphone
placement-referent-done = La personne référente est enregistrée.

# Les étapes.
placement-mission-start-title = Quand la mission commence-t-elle ?
placement-mission-start-text = Ce jour devient le premier jour de la mission. Les heures se notent à partir de là.
placement-mission-start-on = Premier jour de travail
placement-mission-start = Commencer la mission
placement-mission-start-done = La mission a commencé.
placement-mission-prolong-title = Jusqu’à quand la mission dure-t-elle ?
placement-mission-prolong-text = L’emploi du temps continue jusqu’au nouveau dernier jour.
placement-mission-prolong-kind = Fin de la mission
placement-mission-prolong-until = Jusqu’à une date
placement-mission-prolong-open = Sans date de fin
placement-mission-prolong-day = Nouveau dernier jour
placement-mission-prolong = Enregistrer
placement-mission-prolong-done = Le dernier jour est changé.
placement-mission-end-title = Finir la mission
placement-mission-end-text = Après cela, l’emploi du temps ne change plus. Les heures déjà faites peuvent encore être notées.
placement-mission-end-how = Comment la mission finit-elle ?
placement-ending-completed = Elle est arrivée à son terme
placement-ending-stopped = Elle s’arrête avant
placement-ending-direct-hire = L’établissement recrute la personne
placement-mission-end-on = Dernier jour
placement-mission-end = Finir la mission
placement-mission-end-done = La mission est finie.
placement-mission-reopen-title = Ouvrir la mission à nouveau
placement-mission-reopen-text = La personne ne fera pas cette mission. Aucune raison n’est demandée. Vous pourrez la proposer à d’autres personnes.
placement-mission-reopen = Ouvrir à nouveau
placement-mission-reopen-done = La mission est ouverte à nouveau.
placement-mission-agreed-done = La mission est convenue. La personne reçoit un message, les autres aussi.

# La fiche.
placement-sheet-title = Fiche de mission
placement-sheet-intro = Huit points posent souvent problème quand personne n’en a parlé. Ici, chacun a une réponse, ou une date pour en parler ensemble.
placement-sheet-answered = { $answered } points sur { $all } ont une réponse.
placement-sheet-see = Lire la fiche
placement-sheet-says = Ce que dit la fiche
placement-sheet-empty = La fiche est encore vide. L’association la complète avec l’équipe.
placement-sheet-missing = À répondre
placement-sheet-open = À voir ensemble
placement-sheet-overdue = La date est passée
placement-sheet-then = Quand chaque point aura une réponse, vous pourrez proposer la mission.
placement-sheet-open-until = À voir ensemble, au plus tard le { $day }.
placement-sheet-paper = Télécharger la fiche pour l’imprimer (PDF)
placement-sheet-done = La réponse est enregistrée.
placement-sheet-edition = Version { $version }, imprimée le { $day }
placement-sheet-page = Page
placement-sheet-signed = Lu et convenu
placement-sheet-sign-peer = La personne qui fait la mission, date et signature
placement-sheet-sign-team = L’équipe, date et signature
placement-sheet-sign-org = L’association, date et signature
placement-point-how = Votre réponse
placement-point-settled = C’est décidé
placement-point-open = À voir ensemble plus tard
placement-point-open-hint = Une bonne réponse quand il vaut mieux se connaître d’abord.
placement-point-until = Au plus tard le
placement-point-words = Ce qui est décidé
placement-point-words-hint = La personne et l’équipe lisent ces mots. N’écrivez rien sur les personnes accompagnées.
placement-point-record-access = Dossier informatisé
placement-point-record-access-text = La personne lit-elle le dossier informatisé ? Y écrit-elle ? Qui décide, et avec quel accès ?
placement-point-visits-alone = Visites à domicile
placement-point-visits-alone-text = La personne va-t-elle seule au domicile de quelqu’un ? Dans quels cas, et qui le sait ?
placement-point-consent = Accord de la personne accompagnée
placement-point-consent-text = Qui demande à la personne accompagnée si elle veut cette rencontre ? Comment peut-elle changer d’avis ?
placement-point-sharing = Informations partagées
placement-point-sharing-text = Quelles informations la personne et l’équipe se donnent-elles, et pour quoi faire ? Qu’est-ce qui reste entre deux personnes ?
placement-point-meetings = Réunions
placement-point-meetings-text = À quelles réunions de l’équipe la personne participe-t-elle ? Reçoit-elle les mêmes informations que les autres ?
placement-point-supervision = Supervision
placement-point-supervision-text = Qui assure la supervision, à quel rythme, et sur quel temps de travail ?
placement-point-limits = Ce qui n’est pas son travail
placement-point-limits-text = Quelles tâches ne sont pas pour cette personne ? Par exemple remplacer quelqu’un, faire un soin, traduire seule.
placement-point-who-to-call = Qui appeler en cas de besoin
placement-point-who-to-call-text = Qui la personne appelle-t-elle dans l’équipe et dans l’association, et à quel numéro ? Il faut le savoir dès le premier jour.

# Proposer.
placement-proposals-title = À qui proposer la mission ?
placement-proposals-seen-by = Seules les personnes qui coordonnent dans l’association { $org } voient cette page.
placement-proposals-over = La mission n’est plus à proposer.
placement-proposals-asked = Les réponses
placement-proposals-who = Proposer à quelqu’un
placement-proposals-nobody = Il n’y a personne à ajouter pour le moment. Les disponibilités changent : revenez dans quelques jours, ou regardez si les heures ou les langues de la mission peuvent être plus souples.
placement-proposals-choose = Choisissez une ou plusieurs personnes
placement-proposals-choose-hint = La mission convient à chacune de ces personnes. Rien ici n’est une note.
placement-proposals-choose-missing = Choisissez au moins une personne.
placement-proposals-until = Réponse souhaitée avant le
placement-proposals-propose = Proposer la mission
placement-proposals-done = La mission est proposée. Chaque personne reçoit un message.
placement-proposals-agree = Convenir de la mission
placement-proposal-stage-waiting = Pas encore de réponse
placement-proposal-stage-yes = Oui
placement-proposal-stage-no = Non
placement-proposal-stage-later = Plus tard
placement-proposal-stage-agreed = Convenu
placement-proposal-stage-closed = Close
placement-proposal-yes-before = Oui à une version précédente de la fiche. La personne doit relire la nouvelle fiche et répondre encore.
placement-proposal-later-on = La personne souhaite répondre vers le { $day }.
placement-proposal-answered = Réponse du { $at }.
placement-proposal-until = Réponse souhaitée avant le { $day }.

# Ce qui est proposé à une personne.
placement-offers-title = Missions proposées
placement-offers-seen-by = Les personnes qui coordonnent dans l’association voient ce qu’elle vous propose et vos réponses. Personne d’autre que vous ne voit le reste de cette page.
placement-offers-empty-title = Rien n’est proposé pour le moment
placement-offers-empty-text = Quand l’association vous propose une mission, elle est ici. Vous recevez aussi un message.
placement-offer-title = { $org } vous propose une mission
placement-offer-seen-by = Vous voyez votre réponse, et les personnes qui coordonnent dans l’association { $org } aussi. Personne d’autre.
placement-offer-for-you = Pourquoi cette mission vous est proposée
placement-offer-against = Ce qui va moins dans le sens de ce que l’association ou vous cherchez :
placement-offer-terms = Changer ce qui me convient : heures, jours, trajet, langues
placement-offer-question = Voulez-vous faire cette mission ?
placement-offer-hint = Vous répondez librement, sans donner de raison. Vous pouvez changer d’avis tant que la mission n’est pas convenue.
placement-offer-yes = Oui
placement-offer-no = Non
placement-offer-later = Plus tard
placement-offer-later-on = Quand pensez-vous répondre ? (facultatif)
placement-offer-answer = Envoyer ma réponse
placement-offer-done = Votre réponse est enregistrée. Merci.
placement-offer-sheet-changed = La fiche vient de changer. Relisez-la, puis répondez encore.
placement-offer-agreed-title = La mission est pour vous
placement-offer-agreed-text = Vous trouvez tout sur la page de la mission.
placement-offer-closed-title = Cette proposition est close
placement-offer-closed-text = La mission est faite par une autre personne, ou elle n’a plus lieu. Merci d’avoir pris le temps de la lire.

# L’emploi du temps.
placement-schedule-title = Emploi du temps
placement-schedule-see = Voir l’emploi du temps
placement-schedule-none = Il n’y a pas encore de créneau.
placement-schedule-week = Semaine du { $day }
placement-schedule-before = Semaine d’avant
placement-schedule-after = Semaine d’après
placement-schedule-takes-place = A lieu
placement-schedule-cancelled = N’a pas lieu
placement-schedule-elsewhere = Autre engagement
placement-schedule-rhythm = Le rythme
placement-schedule-changes = Ce qui change
placement-schedule-change = Changer
placement-schedule-add = Ajouter un créneau
placement-schedule-add-extra = Ajouter une fois
placement-schedule-stop = Arrêter ce créneau
placement-schedule-restore = Revenir au rythme
placement-schedule-done = L’emploi du temps est enregistré.
placement-schedule-slot-title = Ajouter un créneau
placement-schedule-stop-title = Arrêter un créneau
placement-schedule-change-title = Changer une fois
placement-schedule-extra-title = Ajouter une fois
placement-schedule-weekday = Jour de la semaine
placement-schedule-start = Début
placement-schedule-end = Fin
placement-schedule-end-before = La fin doit être après le début.
placement-schedule-start-missing = Écrivez l’heure du début, par exemple 9 h 30.
placement-schedule-end-missing = Écrivez l’heure de la fin, par exemple 12 h 30.
placement-schedule-every = Rythme
placement-schedule-every-week = Chaque semaine
placement-schedule-every-other-week = Une semaine sur deux
placement-schedule-from = À partir du
placement-schedule-last = Dernier jour du créneau
placement-schedule-change-how = Que se passe-t-il le { $day } ?
placement-schedule-cancel = Le créneau n’a pas lieu
placement-schedule-move = Le créneau a lieu à un autre moment
placement-schedule-to = Quel jour ?
placement-slot-week = { $day }, de { $from } à { $to }, chaque semaine
placement-slot-other-week = { $day }, de { $from } à { $to }, une semaine sur deux
placement-slot-until = { $slot }, jusqu’au { $day }
placement-moment = { $day }, de { $from } à { $to }
placement-exception-cancelled = Pas de créneau le { $on }.
placement-exception-moved = Au lieu du { $on } : { $to }.
placement-exception-extra = En plus : { $to }.
placement-clash-itself = Il y a déjà un créneau de cette mission le { $day } à { $hour }. Choisissez un autre moment.
placement-clash-elsewhere = Il y a déjà un autre engagement le { $day } à { $hour }. Choisissez un autre moment.
placement-clash-mission = Ce moment est déjà pris par la mission « { $mission } », le { $day } à { $hour }. Choisissez un autre moment.

# Comment je veux travailler.
placement-terms-title = Comment je veux travailler
placement-terms-text = Les associations ne vous proposent que ce qui va avec vos choix. Vous pouvez les changer quand vous voulez, sans donner de raison.
placement-terms-seen-by = Vous êtes la seule personne à voir cette page. Les personnes qui coordonnent voient qu’une mission vous convient, le trajet estimé, ce qui reste à vous demander, et ce que vous dites sous « Ce que j’aime ». Jamais vos limites.
placement-terms-ceiling = Heures par semaine, au plus
placement-terms-ceiling-hint = Toutes vos missions ensemble. Par exemple 10 ou 7 h 30.
placement-terms-ceiling-range = Écrivez entre une demi-heure et 48 heures par semaine.
placement-terms-paused = Ne me proposez rien pour le moment
placement-terms-paused-hint = Vos missions en cours continuent. Décochez quand vous voulez.
placement-terms-from = Disponible à partir du (facultatif)
placement-terms-until = Disponible jusqu’au (facultatif)
placement-terms-mode = Comment vous déplacez-vous ?
placement-terms-most = Trajet le plus long, en minutes
placement-terms-most-hint = Un aller simple, de porte à porte.
placement-terms-languages = Dans quelles langues travaillez-vous ?
placement-terms-languages-hint = Cochez toutes celles qui vous vont.
placement-terms-done = Vos choix sont enregistrés.
placement-mode-foot = À pied
placement-mode-bicycle = À vélo
placement-mode-transit = En transports en commun
placement-mode-car = En voiture
placement-mode-none = Je préfère qu’on me demande
placement-not-there-title = Les lieux où je ne veux pas travailler
placement-not-there-text = Vous ne recevrez plus de proposition de ces lieux. Personne ne voit cette liste, et personne ne peut savoir qu’un lieu y est. Aucune raison n’est demandée.
placement-not-there-seen-by = Vous êtes la seule personne à voir cette page. Personne d’autre ne la voit, pas même dans votre association.
placement-not-there-empty = La liste est vide.
placement-not-there-add-title = Ajouter un lieu
placement-not-there-name = Nom de l’équipe ou de l’établissement
placement-not-there-name-hint = Écrivez quelques mots du nom. Nous cherchons les lieux qui y ressemblent.
placement-not-there-look = Chercher
placement-not-there-nothing = Nous n’avons trouvé aucun lieu de ce nom. Essayez avec d’autres mots.
placement-not-there-team = Une équipe
placement-not-there-institution = Toutes les équipes de cet établissement
placement-not-there-add = Ajouter à ma liste
placement-not-there-remove = Retirer de ma liste
placement-places-done = Votre liste est à jour.
placement-not-there-closed = Votre liste ne peut plus être lue. Pour que personne ne vous envoie où vous ne voulez pas aller, vous ne recevez plus aucune proposition. Ajoutez de nouveau vos lieux : les propositions reprennent.

# Le calendrier.
placement-calendar-title = Mes missions dans mon calendrier
placement-calendar-text = Votre téléphone ou votre ordinateur peut afficher votre emploi du temps et le tenir à jour. Il lui faut une adresse, faite pour vous.
placement-calendar-renew = Si vous créez une nouvelle adresse, l’ancienne ne fonctionne plus.
placement-calendar-make = Créer mon adresse
placement-calendar-made-title = Voici votre adresse de calendrier
placement-calendar-made-text = Copiez-la maintenant : nous ne pourrons plus vous la montrer. Dans votre calendrier, choisissez « ajouter un calendrier par son adresse ».
placement-calendar-open = Ouvrir dans mon calendrier
placement-calendar-secret = Qui connaît cette adresse voit votre emploi du temps. Gardez-la pour vous. Elle fonctionne 400 jours.
placement-calendar-seen-by = Vous êtes la seule personne à voir cette page.
placement-calendar-feed-name = Mes missions

# Les messages.
placement-letter-proposal-subject = { $org } vous propose une mission
placement-letter-proposal-text =
    Bonjour { $name },

    { $org } vous propose une mission : { $mission } ({ $place }).

    Lisez la fiche, puis répondez oui, non ou plus tard. Vous n’avez pas de raison à donner.
placement-letter-agreed-subject = C’est convenu : { $mission }
placement-letter-agreed-text =
    Bonjour { $name },

    Vous faites la mission « { $mission } » ({ $place }). { $org } reste à côté de vous.

    Vous trouvez la fiche et l’emploi du temps sur la page de la mission.
placement-letter-closed-subject = À propos de la mission « { $mission } »
placement-letter-closed-text =
    Bonjour { $name },

    La mission « { $mission } » est convenue avec une autre personne. Merci d’avoir pris le temps de la lire.

    D’autres missions viendront. { $org } pensera à vous.
placement-letter-ended-subject = La mission « { $mission } » est finie
placement-letter-ended-text =
    Bonjour { $name },

    La mission « { $mission } » ({ $place }) est finie. Vous pouvez encore noter vos heures.

    Merci pour votre travail. { $org } parle avec vous de la suite.

# Qui a regardé, et pour quoi faire ; qui peut voir.
placement-sees-missions = Vos missions, leur fiche et leur emploi du temps
placement-sees-hours = Vos heures
placement-sees-wishes = Comment vous voulez travailler, et vos réponses aux propositions
placement-sees-beyond = Les demandes hors de la charte que vous avez signalées
placement-sees-invoices = Vos heures dans l’annexe des factures
placement-sees-private = Les lieux où vous ne voulez pas travailler
look-mission-read = Votre mission, pour savoir qui est où et quand
look-mission-manage = Votre mission, pour l’organiser
look-proposal-manage = Comment vous voulez travailler, pour chercher qui peut faire une mission
look-hours-read = Vos heures, pour en suivre le compte
look-hours-confirm = Vos heures, pour les confirmer dans l’équipe
look-hours-approve = Vos heures, pour les approuver
look-beyond-read = Une demande hors de la charte que vous avez signalée, pour y répondre
look-beyond-answer = Une demande hors de la charte que vous avez signalée, pour y répondre
look-invoice-read = Vos heures dans l’annexe d’une facture, pour la payer ou la contrôler
look-invoice-manage = Vos heures, pour préparer une facture
did-mission-sheet-changed = A modifié la fiche de votre mission
did-mission-agreed = A convenu d’une mission avec vous
did-mission-started = A commencé votre mission
did-mission-prolonged = A changé le dernier jour de votre mission
did-mission-ended = A mis fin à votre mission
did-mission-referent-named = A nommé une personne référente dans l’équipe de votre mission
did-mission-schedule-changed = A modifié l’emploi du temps de votre mission
did-proposal-made = Vous a proposé une mission
did-hours-confirmed = A confirmé vos heures
did-hours-approved = A approuvé vos heures
did-hours-returned = Vous a renvoyé des heures avec une question
did-hours-confirmation-asked = A demandé à l’équipe de confirmer vos heures
did-beyond-answered = A répondu à l’équipe à votre place

# Moins ce mois-ci
placement-easing-title = Moins ce mois-ci
placement-easing-tap = Moins ce mois-ci
placement-easing-lead = Vous pouvez alléger la fin du mois. Personne ne vous demande pourquoi.
placement-easing-how = Dans chaque mission, un créneau sur deux est annulé jusqu’à la fin du mois, à partir d’après-demain. L’équipe et la coordination reçoivent les dates, rien d’autre.
placement-easing-again = Encore moins ce mois-ci
placement-easing-left-out = Vous ne venez pas
placement-easing-time = { $day }, { $from } – { $until }
placement-easing-place = { $mission }, { $team }
placement-easing-back = Je viens quand même
placement-easing-nothing-title = Aucun créneau annulé
placement-easing-nothing-text = Vos créneaux de ce mois n’ont pas changé.
placement-easing-over = Il n’y a plus de créneau à annuler ce mois-ci. Pour demain ou après-demain, appelez la coordination.
placement-easing-next = Pour avoir moins d’heures plus longtemps, changez votre plafond.
placement-easing-next-way = Mes heures et mes trajets
placement-easing-done = C’est fait : votre mois est plus léger.
placement-easing-back-done = C’est noté : vous venez ce jour-là.
placement-easing-seen-by = Vous voyez cette page. L’équipe et la coordination voient seulement les jours où vous ne venez pas.
placement-refusal-nothing-to-ease = Il n’y a plus de créneau à annuler ce mois-ci. Rien n’a changé.
placement-held-eased = Annulé par « moins ce mois-ci »
placement-mail-eased-subject = { $peer } : des jours en moins ce mois-ci
placement-mail-eased-text =
    Bonjour { $name },

    { $peer } ne viendra pas : { $days } ({ $mission }). Les autres jours ne changent pas.

    Vous n’avez rien à faire. Pour toute question, écrivez-nous.

    { $org }
placement-mail-eased-coordinator-subject = { $peer } a allégé son mois
placement-mail-eased-coordinator-text =
    Bonjour { $name },

    { $peer } ne viendra pas : { $days } ({ $mission }). L’équipe est prévenue.

    { $peer } n’a pas à dire pourquoi. Vous pouvez proposer votre aide, sans poser de question.
placement-mail-eased-back-subject = { $peer } viendra quand même
placement-mail-eased-back-text =
    Bonjour { $name },

    { $peer } viendra quand même : { $days } ({ $mission }).

    { $org }
placement-mail-eased-back-coordinator-subject = { $peer } viendra quand même
placement-mail-eased-back-coordinator-text =
    Bonjour { $name },

    { $peer } viendra quand même : { $days } ({ $mission }). L’équipe est prévenue.

# Avant le premier jour
placement-formalities-title = Avant le premier jour
placement-formalities-text = Ce que votre association fait avant chaque mission. Une mission ne peut pas commencer tant qu’une formalité obligatoire reste à faire.
placement-formalities-nothing-medical = N’écrivez rien sur la santé ou les revenus d’une personne. Écrivez « la personne a pu vérifier », pas ce qu’elle a trouvé.
placement-formalities-seen-by = La coordination et l’administration de votre association voient cette liste. Chaque personne voit ce qui concerne sa mission.
placement-formalities-empty-title = Pas encore de liste
placement-formalities-empty-text = Vous pouvez partir de la liste habituelle de votre pays et la changer ensuite. Faites-la relire par un ou une juriste.
placement-formalities-begin = Commencer avec la liste habituelle
placement-formalities-none = Rien n’est demandé avant le premier jour.
placement-formalities-change = Changer la liste de l’association
placement-formality-new = Ajouter une formalité
placement-formality-text = Ce qui doit être fait
placement-formality-text-hint = Une phrase, par exemple « Le badge est prêt. »
placement-formality-blocks = Obligatoire
placement-formality-blocks-hint = La mission ne peut pas commencer avant.
placement-formality-country = Pour les missions
placement-formality-anywhere = Partout
placement-formality-add = Ajouter
placement-formality-remove = Retirer de la liste
placement-formality-remove-text = Les missions qui ne l’ont pas encore faite ne la demanderont plus. Les autres la gardent.
placement-formality-remove-yes = Oui, retirer
placement-formality-blocking = Obligatoire avant le début
placement-formality-useful = Utile, sans bloquer le début
placement-formality-in = { $kind } ({ $country })
placement-formality-done-by = Fait le { $day } ({ $name })
placement-formality-do = C’est fait
placement-formality-undo = Ce n’est pas fait
placement-formality-added-done = La liste est enregistrée.
placement-formality-removed-done = La formalité est retirée. Ce qui était fait reste noté dans les missions.
placement-formality-usual-fr-declaration = La déclaration préalable à l’embauche est faite.
placement-formality-usual-fr-insurance = L’assurance de l’association couvre cette mission.
placement-formality-usual-agreement = La convention et l’avenant sont signés.
placement-formality-usual-be-dimona = La déclaration Dimona est faite.
placement-formality-usual-be-insurance = L’assurance accidents du travail couvre cette mission.
placement-formality-usual-be-rights = La personne a pu vérifier, de son côté, ce qu’elle doit déclarer avant de commencer (mutuelle, chômage, CPAS).
placement-formality-usual-access = Le badge et les accès sont prêts.
placement-formality-usual-welcome = L’équipe sait qui arrive, quel jour, et qui accueille.
placement-formality-usual-questions = La personne a pu poser ses questions.
placement-refusal-formality-open = Il reste une formalité à faire avant le premier jour. Regardez la liste sur la page de la mission.
placement-event-formality-done = Formalité faite
placement-event-formality-undone = Formalité à refaire
did-formality-done = A noté une formalité faite pour votre mission
did-formality-undone = A noté une formalité à refaire pour votre mission
placement-held-formalities = Formalités avant le premier jour
placement-held-formality = Formalité
placement-held-done-at = Faite le
