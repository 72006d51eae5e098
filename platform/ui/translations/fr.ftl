### Les mots des composants.

ui-brand = Passerelle
ui-title = { $page } – Passerelle
ui-skip = Aller au contenu
ui-search = Chercher
ui-search-label = Chercher une personne, une équipe, une mission
ui-menu = Menu
ui-account = Mon compte et ma place :
ui-seen-by = Qui peut voir cette page
ui-back = Retour
ui-way-back = Revenir
ui-breadcrumbs = Vous êtes ici

ui-error = Erreur :
ui-problem-title = Il y a quelque chose à corriger
ui-spoken-more = D’autres langues
ui-optional = facultatif
ui-or = ou
ui-day = Jour
ui-month = Mois
ui-year = Année

ui-count-limit = Vous pouvez écrire jusqu’à { $count } caractères
ui-count-left-one = Il reste 1 caractère
ui-count-left = Il reste { $count } caractères
ui-count-none-left = Il ne reste plus de place
ui-count-over-one = 1 caractère de trop
ui-count-over = { $count } caractères de trop

ui-password-show = Afficher
ui-password-hide = Masquer
ui-password-show-label = Afficher le mot de passe
ui-password-hide-label = Masquer le mot de passe
ui-password-shown = Votre mot de passe est visible
ui-password-hidden = Votre mot de passe est masqué

ui-exit = Quitter cette page
ui-exit-activated = Nous quittons cette page.
ui-exit-timed-out = La page reste ouverte.
ui-exit-press-two = Majuscule, encore deux fois pour quitter.
ui-exit-press-one = Majuscule, encore une fois pour quitter.

ui-done = C’est fait
ui-important = À savoir
ui-warning = Attention :

ui-change = Modifier
ui-change-what = { $what }

ui-task-done = Fait
ui-task-not-yet = Pas encore possible

ui-urgency-urgent = Urgent
ui-urgency-soon = Bientôt
ui-urgency-calm = Quand vous pourrez

ui-pagination = Suite de la liste
ui-newer = Plus récents
ui-older = Plus anciens

ui-progress = { $done } sur { $total }
ui-step = Question { $step } sur { $of }

ui-week-span = { $from } – { $to }
ui-week-day = Jour
ui-week-time = Heures
ui-week-what = Quoi
ui-week-kind = État
ui-week-empty = Rien cette semaine.

### Qui est où, jour par jour.

ui-rota-free = pas de créneau

### La page de style.

ui-style-title = Page de style
ui-style-hello = Bonjour Coralie
ui-style-lead = Lundi 23 novembre. Trois choses attendent, la première depuis hier.
ui-style-today = Aujourd’hui
ui-style-missions = Missions
ui-style-teams = Équipes
ui-style-groups = Intervision
ui-style-learning = Formation
ui-style-help = Aide
ui-style-privacy = Vos données
ui-style-flash = Les heures d’octobre sont approuvées
ui-style-undo = Annuler l’approbation
ui-style-seen-by = Vous, et les personnes qui coordonnent à Espairs. Les établissements ne voient pas cette page.

ui-style-waiting = Ce qui attend
ui-style-card-urgent = Noor a reçu une demande hors de sa charte
ui-style-card-urgent-text = L’équipe de l’unité 4 lui a demandé d’accompagner seule une visite à domicile. Noor n’a pas à dire non seule.
ui-style-card-answer = Répondre à l’équipe
ui-style-card-charter = Voir la charte
ui-style-card-soon = Trois feuilles d’heures sont à approuver
ui-style-card-soon-text = Octobre, Fondation de Nice : 61 h confirmées par les référents. À approuver avant vendredi.
ui-style-card-approve = Approuver les heures
ui-style-card-calm = Le CH de Fleyriat demande une paire-aidante ou un pair-aidant
ui-style-card-calm-text = Deux jours par semaine à partir de janvier, à l’essai. Cinq personnes peuvent convenir.
ui-style-card-read = Lire la demande

ui-style-this-week = Cette semaine
ui-style-running = Missions en cours
ui-style-without = Sans mission
ui-style-notice = Préavis à venir
ui-style-two-people = 2 personnes
ui-style-one-mission = 1 mission
ui-style-empty = Aucune absence annoncée
ui-style-empty-text = Quand une personne prévient qu’elle ne viendra pas, vous le lisez ici.
ui-style-empty-action = Annoncer une absence

ui-style-buttons = Boutons
ui-style-save = Enregistrer
ui-style-later = Finir plus tard
ui-style-delete = Supprimer la fiche
ui-style-cancel = Annuler

ui-style-tags = États
ui-style-tag-neutral = Brouillon
ui-style-tag-calm = En cours
ui-style-tag-good = Approuvé
ui-style-tag-soon = À relire
ui-style-tag-urgent = En retard
ui-style-tag-wrong = Refusé

ui-style-apart = Textes à part
ui-style-panel = Votre demande est envoyée
ui-style-panel-text = Espairs vous répond sous trois jours. Gardez le lien reçu par e-mail.
ui-style-inset = La personne choisit ce qu’elle raconte de son parcours, et à qui.
ui-style-warning = Si vous fermez la mission, l’équipe et Noor reçoivent un message aujourd’hui.
ui-style-details = Que veut dire « à l’essai » ?
ui-style-details-text = Pendant quatre semaines, chacun peut arrêter avec deux jours de préavis.

ui-style-long-work = Travaux longs
ui-style-import = Import de l’annuaire
ui-style-line-lost = La connexion est coupée. Vos mots sont gardés, nous réessayons.

ui-style-week = La semaine de Noor
ui-style-ward = Unité 4
ui-style-home = Visite à domicile
ui-style-group = Intervision
ui-style-stands = Confirmé
ui-style-proposed = Proposé
ui-style-off = N’a pas lieu

ui-style-facts = Fiches
ui-style-team = Équipe
ui-style-team-value = Unité 4, hôpital Saint-Martin
ui-style-rhythm = Rythme
ui-style-rhythm-value = Deux demi-journées par semaine
ui-style-contact = Référente
ui-style-contact-value = Anne Lefèvre, cadre de santé
ui-style-write = Écrire
ui-style-mission-sheet = Fiche de mission

ui-style-tasks = Étapes
ui-style-task-meet = Rencontrer l’équipe
ui-style-task-charter = Écrire la charte ensemble
ui-style-task-hint = Ce que la personne fait, ne fait pas, et vers qui elle se tourne.
ui-style-task-begun = Commencé
ui-style-task-start = Fixer le premier jour

ui-style-lists = Listes
ui-style-sections = Parties de la mission
ui-style-sheets = Feuilles d’heures
ui-style-invoices = Factures
ui-style-agreements = Conventions
ui-style-hours = Heures d’octobre
ui-style-person = Personne
ui-style-state = État
ui-style-time = Heures
ui-style-amount = Montant
ui-style-approved = Approuvé
ui-style-to-approve = À approuver

ui-style-forms = Formulaires
ui-style-name = Nom
ui-style-name-hint = Comme vous l’écrivez.
ui-style-phone = Téléphone
ui-style-need = De quoi l’équipe a-t-elle besoin ?
ui-style-need-value = Une présence deux matins par semaine, pour les personnes qui arrivent.
ui-style-when = Quand ?
ui-style-date = Date
ui-style-date-hint = Par exemple 27 3 2026.
ui-style-from = De
ui-style-to = À
ui-style-how = Comment vous joindre ?
ui-style-how-mail = Par e-mail
ui-style-how-mail-hint = Nous écrivons au plus une fois par semaine.
ui-style-how-phone = Par téléphone
ui-style-how-any = Peu importe
ui-style-number = Numéro
ui-style-days-line = Le matin, de 9 h à 12 h.
ui-style-days-second-line = Deux personnes sont là.
ui-style-days = Quels jours conviennent ?
ui-style-day-monday = Lundi
ui-style-day-tuesday = Mardi
ui-style-day-none = Aucun des deux
ui-style-file = Tableau à importer
ui-style-file-hint = CSV ou Excel, 5 Mo au plus.
ui-style-password = Mot de passe
ui-style-mail = Adresse e-mail
ui-style-mail-wrong = Écrivez une adresse complète, par exemple nom@exemple.org
ui-style-rate = Prix d’une heure, en euros
ui-style-rate-wrong = Écrivez un prix avec deux chiffres après la virgule, par exemple 25,50
ui-style-answer = La personne est-elle d’accord ?
ui-style-yes = Oui
ui-style-no = Non
ui-style-choice-wrong = Choisissez oui ou non
ui-style-since = Depuis quand ?
ui-style-date-wrong = Cette date n’existe pas : février s’arrête le 28
ui-style-country = Pays
ui-style-choose = Choisir
ui-style-country-wrong = Choisissez un pays
ui-style-note = Remarque
ui-style-agree = J’ai relu avec la personne
ui-style-agree-wrong = Relisez avec la personne avant d’envoyer
ui-style-continue = Continuer

# La carte.
ui-map-mark =
    { $count ->
        [one] { $places } : une organisation
       *[other] { $places } : { $count } organisations
    }
ui-style-map = Une carte
ui-style-map-text = La liste à côté dit la même chose que la carte.
