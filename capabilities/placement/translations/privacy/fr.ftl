# Ce que les demandes, les missions, les heures et les factures gardent sur les personnes.
placement-own-calendar = calendrier
placement-own-mission = mission

placement-obstacle-missions = { $count ->
    [one] Une mission est convenue ou en cours. Elle doit d’abord prendre fin.
   *[other] { $count } missions sont convenues ou en cours. Elles doivent d’abord prendre fin.
}
placement-obstacle-hours = { $count ->
    [one] Une ligne d’heures n’est pas encore approuvée. Sinon, ces heures ne seraient pas payées.
   *[other] { $count } lignes d’heures ne sont pas encore approuvées. Sinon, ces heures ne seraient pas payées.
}

placement-purpose-requests = Les demandes des équipes
placement-purpose-requests-why = Pour répondre à une équipe qui demande à travailler avec une personne paire.
placement-purpose-requests-readers = L’administration et la coordination de l’association à qui la demande est faite, l’équipe et la direction de l’établissement.
placement-purpose-wishes = Comment vous voulez travailler
placement-purpose-wishes-why = Pour ne vous proposer que ce qui vous convient.
placement-purpose-wishes-readers = Vous. La coordination lit qu’une mission vous convient et ce que vous aimez ; elle ne voit jamais la liste des lieux où vous ne voulez pas aller.
placement-purpose-missions = Vos missions
placement-purpose-missions-why = Pour proposer une mission, en convenir, et savoir qui est où et quand.
placement-purpose-missions-readers = La coordination, l’administration et la trésorerie de votre association, l’équipe qui vous accueille et la direction de l’établissement.
placement-purpose-hours = Vos heures
placement-purpose-hours-why = Pour compter et payer les heures de travail.
placement-purpose-hours-readers = La coordination, l’administration et la trésorerie de votre association, et la référence de l’équipe.
placement-purpose-beyond = Les demandes hors de la charte
placement-purpose-beyond-why = Pour qu’une autre personne que vous réponde à l’équipe.
placement-purpose-beyond-readers = La coordination de votre association, et personne dans l’équipe.
placement-purpose-money = Les factures
placement-purpose-money-why = Pour que l’établissement paie les heures, et pour tenir les comptes.
placement-purpose-money-readers = La trésorerie, la coordination et l’administration de votre association, l’établissement, et les services des impôts s’ils le demandent.

placement-held-requests = Les demandes où vous êtes la personne à joindre
placement-held-remarks = Ce que vous avez écrit à propos d’une demande
placement-held-decided = Les demandes que vous avez écrites ou décidées
placement-held-missions = Vos missions
placement-held-referent = Les missions où vous accueillez
placement-held-run = Les missions que vous avez convenues ou terminées
placement-held-proposals = Les missions qui vous ont été proposées
placement-held-proposed = Les propositions que vous avez faites
placement-held-sheets = Ce que disent les fiches de vos missions
placement-held-sheets-written = Ce que vous avez écrit sur des fiches de mission
placement-held-slots = Vos créneaux
placement-held-exceptions = Vos créneaux changés
placement-held-terms = Vos disponibilités
placement-held-not-there = Votre liste des lieux où vous ne voulez pas aller (vous la lisez sur la page de vos préférences)
placement-held-hours = Vos heures de travail
placement-held-hours-signed = Les heures que vous avez confirmées, approuvées ou renvoyées
placement-held-quiet = Les semaines sans heures
placement-held-beyond = Ce qui vous a été demandé hors de la charte
placement-held-beyond-answered = Les demandes hors de la charte auxquelles vous avez répondu
placement-held-invoices = Les factures qui comptent vos heures
placement-held-issued = Les factures que vous avez faites
placement-held-payments = Les paiements que vous avez notés
placement-held-dispatches = Les envois de factures que vous avez notés

placement-held-title = Mission
placement-held-team = Équipe
placement-held-institution = Établissement
placement-held-stage = Où cela en est
placement-held-from = Premier jour
placement-held-until = Dernier jour
placement-held-hours-week = Heures par semaine
placement-held-by = Nom de qui l’a fait
placement-held-asked = Jour de la demande
placement-held-later = Jour où une réponse est voulue
placement-held-point = Point
placement-held-hires = Votre recrutement par un établissement
placement-held-contract = Contrat
placement-held-contract-words = Précisions sur le contrat
placement-held-words = Ce qui est écrit
placement-held-said = Ce que vous avez écrit
placement-held-said-at = Jour
placement-held-contact-name = Nom
placement-held-contact-email = Adresse e-mail
placement-held-contact-phone = Téléphone
placement-held-contact-role = Fonction
placement-held-submitted = Jour de l’envoi
placement-held-weekday = Jour
placement-held-starts = Début
placement-held-minutes = Durée
placement-held-change = Changement
placement-held-change-cancelled = Annulé
placement-held-change-moved = Déplacé
placement-held-change-extra = En plus
placement-held-planned = Jour prévu
placement-held-day = Jour
placement-held-monday = Semaine du
placement-held-ceiling = Heures par semaine, au plus
placement-held-paused = Pas de proposition en ce moment
placement-held-travel = Trajets
placement-held-most-travel = Trajet le plus long
placement-held-languages = Langues de travail
placement-held-activity = Activité
placement-held-confirmed-by = Nom de qui les a confirmées
placement-held-confirmed = Jour de la confirmation
placement-held-approved-by = Nom de qui les a approuvées
placement-held-approved = Jour de l’accord
placement-held-question = Question posée
placement-held-told = Jour
placement-held-kind = Quoi
placement-held-asker = Qui l’a demandé
placement-held-answer = Réponse à l’équipe
placement-held-answered-by = Nom de qui a répondu
placement-held-number = Numéro
placement-held-issued-on = Date

placement-passing-drafts = Les demandes commencées et pas envoyées : nom, adresse et mots de la personne
placement-passing-sheets = Le nombre de changements d’une fiche de mission
placement-passing-asked = Le jour où une équipe a été priée de confirmer des heures
placement-passing-covered = Les missions que couvre une convention

placement-today-claim-text = Réponse au plus tard le { $day }
placement-today-claim-action = Lire et répondre
