# Les grands endroits, et ce qui est refusé.
placement-nav-today = Aujourd’hui
placement-nav-requests = Demandes
placement-nav-missions = Missions
placement-nav-hours = Heures
placement-nav-invoices = Factures

# La page d’accueil.
placement-home-heading = Une personne qui est passée par là, dans votre équipe
placement-home-lead = Nos associations emploient des paires-aidantes et des pairs-aidants. Elles prêtent leur temps aux équipes de soin, d’accompagnement social et d’emploi.
placement-home-ask = Demander une paire-aidante ou un pair-aidant
placement-home-ask-hint = Quatre minutes, sans compte. Votre demande ne vous engage à rien.
placement-home-what-heading = Qu’est-ce que la pair-aidance ?
placement-home-what-one = Certaines personnes ont connu la maladie, l’exil, les addictions, la rue ou la prison. Elles en ont tiré un savoir, et elles se sont formées pour l’utiliser au travail.
placement-home-what-two = Dans une équipe, elles parlent avec les personnes accompagnées d’égal à égal. Elles ne remplacent personne : elles apportent ce que les autres métiers ne peuvent pas apporter.
placement-home-gains-heading = Ce que votre équipe y gagne
placement-home-gain-trust = La confiance vient plus vite : quelqu’un comprend de l’intérieur.
placement-home-gain-links = Quelqu’un fait le lien et traduit entre deux mondes.
placement-home-gain-reach = Des personnes loin des services acceptent une première rencontre.
placement-home-gain-trial = Vous essayez sans recruter. L’association emploie, forme et soutient la personne.
placement-home-steps-heading = Comment cela se passe
placement-home-step-ask = Vous répondez à douze questions courtes.
placement-home-step-talk = L’association vous répond. Vous posez vos questions, elle pose les siennes.
placement-home-step-choose = Elle propose la mission. La personne dit oui ou non, librement.
placement-home-step-work = La mission commence, à l’essai si vous le souhaitez. L’association reste à côté de vous.
placement-home-trust-heading = Pourquoi nous faire confiance
placement-home-trust-employer = L’association est l’employeur. Elle signe le contrat, paie, forme et accompagne la personne.
placement-home-trust-agreement = Tout est écrit avant de commencer : le tarif, les jours, qui fait quoi. Aucune heure n’est facturée sans l’accord de votre équipe.
placement-home-trust-private = Seule l’association choisie lit votre demande. Nous ne demandons rien sur les personnes accompagnées, ni sur la santé de qui que ce soit.
placement-home-trust-free = Pas de publicité, pas de pistage. Le logiciel est libre : on peut vérifier ce qu’il fait.
placement-home-takers-heading = Les associations qui prennent des demandes
placement-home-takers-empty = Aucune association ne prend de demandes ici pour le moment. Revenez bientôt.
placement-home-network = Voir le réseau sur la carte
placement-home-peers-heading = Vous travaillez comme paire-aidante ou pair-aidant
placement-home-peers-one = Ici, vous choisissez vos missions et vous notez vos heures en quelques secondes. Vous pouvez dire non sans donner de raison.
placement-home-peers-link = Entrer dans mon espace
placement-home-associations-heading = Vous êtes une association
placement-home-associations-one = Demandes, missions, plannings, heures et factures se trouvent au même endroit. Passerelle est un logiciel libre : vous pouvez l’installer chez vous.
placement-home-associations-link = Se connecter

# Demander.
placement-ask-title = Demander une paire-aidante ou un pair-aidant
placement-ask-lead = Douze questions, environ quatre minutes. Rien ne part avant que vous ayez tout relu.
placement-ask-start-what = Nous demandons qui est votre équipe, ce que vous espérez, combien d’heures, où et quand.
placement-ask-start-who = Seules les personnes qui coordonnent dans l’association choisie lisent vos réponses.
placement-ask-start-people = N’écrivez rien sur les personnes que vous accompagnez : ni nom, ni situation.
placement-ask-start-keep = Vos réponses sont gardées en chemin. Vous pouvez revenir sur cet appareil pendant 30 jours. Après, un brouillon non envoyé est effacé.
placement-ask-to-label = À quelle association demandez-vous ?
placement-ask-to-missing = Choisissez une association.
placement-ask-begin = Commencer
placement-ask-continue = Continuer
placement-ask-save = Enregistrer
placement-ask-saved = Chaque réponse est gardée quand vous continuez.
placement-ask-resume-text = Vous avez commencé une demande sur cet appareil.
placement-ask-resume-link = Reprendre ma demande
placement-ask-nobody-title = Aucune association ne prend de demandes pour le moment
placement-ask-nobody-text = Revenez dans quelques jours.

placement-ask-team-label = Quelle équipe demande ?
placement-ask-team-hint = Écrivez les noms comme vous les dites.
placement-ask-team-institution = Établissement ou service
placement-ask-team-institution-missing = Écrivez le nom de l’établissement ou du service.
placement-ask-team-team = Équipe ou unité
placement-ask-team-team-missing = Écrivez le nom de l’équipe ou de l’unité.
placement-ask-setting-label = Où travaille votre équipe ?
placement-ask-setting-hint = Choisissez ce qui ressemble le plus.
placement-ask-setting-missing = Choisissez le lieu qui ressemble le plus au vôtre.
placement-ask-public-label = Qui votre équipe accompagne-t-elle ?
placement-ask-public-hint = Plusieurs réponses sont possibles. Nous parlons de groupes, jamais d’une personne.
placement-ask-public-words = Précisez avec vos mots
placement-ask-public-missing = Choisissez au moins une réponse, ou écrivez la vôtre.
placement-ask-hopes-label = Qu’espérez-vous ?
placement-ask-hopes-hint = Plusieurs réponses sont possibles.
placement-ask-hopes-words = Dites-le avec vos mots
placement-ask-hopes-missing = Choisissez au moins une réponse, ou écrivez la vôtre.
placement-ask-hours-label = Combien d’heures par semaine ?
placement-ask-hours-hint = Une idée suffit, par exemple 7 ou 10,5. Une journée compte environ 7 heures.
placement-ask-hours-suffix = heures par semaine
placement-ask-hours-flexible = Les heures peuvent changer d’une semaine à l’autre
placement-ask-length-label = Pour combien de temps ?
placement-ask-length-hint = Cela peut changer ensuite.
placement-ask-length-3 = 3 mois
placement-ask-length-6 = 6 mois
placement-ask-length-12 = Un an
placement-ask-length-other = Une autre durée
placement-ask-length-open = Sans date de fin
placement-ask-length-months = Nombre de mois
placement-ask-length-trial = Nous aimerions commencer par un essai
placement-ask-length-missing = Choisissez une durée.
placement-ask-place-label = Dans quelle commune ?
placement-ask-place-hint = Là où la personne travaillerait le plus souvent.
placement-ask-place-missing = Écrivez le nom de la commune.
placement-ask-languages-label = Quelles langues faut-il parler ?
placement-ask-languages-hint = Cochez seulement celles dont le travail a besoin.
placement-ask-languages-missing = Choisissez au moins une langue.
placement-ask-start-label = Quand cela pourrait-il commencer ?
placement-ask-start-hint = Trouver la bonne personne prend souvent quelques semaines.
placement-ask-start-soon = Dès que possible, dans le mois
placement-ask-start-quarter = Dans les trois mois
placement-ask-start-dates = Entre deux dates que je choisis
placement-ask-start-from = Pas avant le
placement-ask-start-until = Au plus tard le
placement-ask-start-missing = Dites quand cela pourrait commencer.
placement-ask-start-from-missing = Écrivez la première date possible.
placement-ask-start-until-missing = Écrivez la dernière date possible.
placement-ask-referent-label = Qui accueillerait la personne dans l’équipe ?
placement-ask-referent-hint = C’est la personne qui répond à ses questions et qui confirme ses heures.
placement-ask-referent-named = Nous savons qui
placement-ask-referent-name = Son nom
placement-ask-referent-name-missing = Écrivez son nom, ou choisissez « Nous ne savons pas encore ».
placement-ask-referent-not-yet = Nous ne savons pas encore
placement-ask-referent-missing = Dites si vous savez qui accueillerait la personne.
placement-ask-experience-label = Avez-vous déjà travaillé avec des pairs ?
placement-ask-experience-hint = Aucune réponse n’est meilleure qu’une autre. Elle nous aide à préparer l’accueil avec vous.
placement-ask-experience-missing = Choisissez une réponse.
placement-ask-contact-label = À qui répondre ?
placement-ask-contact-hint = Vous recevez un lien pour suivre la demande. Nous n’utilisons votre adresse pour rien d’autre.
placement-ask-contact-name = Votre nom
placement-ask-contact-name-missing = Écrivez votre nom.
placement-ask-contact-role = Votre fonction
placement-ask-contact-email = Adresse e-mail
placement-ask-contact-phone = Téléphone

placement-setting-hospital = Un service d’hôpital
placement-setting-outpatient = Une consultation ou un accueil de jour
placement-setting-mobile = Une équipe mobile ou de rue
placement-setting-housing = Un logement, un hébergement, un accueil
placement-setting-social = Un service social
placement-setting-employment = Un service pour l’emploi
placement-setting-training = Un lieu de formation ou de recherche
placement-setting-other = Un autre lieu
placement-public-mental-health = Des personnes en souffrance psychique
placement-public-addiction = Des personnes qui consomment de l’alcool, des drogues ou d’autres produits
placement-public-homeless = Des personnes sans logement
placement-public-exile = Des personnes en exil
placement-public-youth = Des jeunes
placement-public-families = Des familles et des proches
placement-public-justice = Des personnes en prison, ou qui en sortent
placement-public-jobseekers = Des personnes qui cherchent un travail
placement-public-other = D’autres personnes
placement-hopes-adherence = Que les personnes se servent de ce qui leur est proposé
placement-hopes-speed-up = Qu’une démarche avance plus vite
placement-hopes-stuck = Qu’une situation bloquée bouge
placement-hopes-links = Du lien et de la traduction entre des mondes
placement-hopes-reaching = Rencontrer celles et ceux qui sont loin des services
placement-experience-none = Non, ce serait la première fois
placement-experience-some = Un peu : des rencontres ou un essai
placement-experience-regular = Oui, des pairs travaillent déjà avec nous

placement-ask-check-title = Relisez votre demande
placement-ask-check-text = Elle part chez { $org } quand vous appuyez sur « Envoyer la demande ».
placement-ask-check-missing = Il manque encore une réponse.
placement-ask-check-complete = Compléter
placement-ask-check-privacy = Seules les personnes qui coordonnent chez { $org } lisent ces réponses. Si une mission commence, la personne qui travaillera chez vous en lit l’essentiel, sans vos coordonnées.
placement-ask-send = Envoyer la demande
placement-ask-sent-title = Votre demande est envoyée
placement-ask-sent-panel = { $org } l’a reçue.
placement-ask-sent-next = Et maintenant
placement-ask-sent-mail = Vous recevez un message à l’adresse { $email }, avec un lien pour suivre la demande.
placement-ask-sent-answer = { $org } vous répond ou vous pose des questions. Chaque fois, un message vous prévient.
placement-ask-sent-account = Vous n’avez jamais besoin d’un compte.
placement-ask-sent-follow = Suivre ma demande

placement-fact-missing = À compléter
placement-fact-team = Équipe
placement-fact-setting = Lieu de travail
placement-fact-public = Personnes accompagnées
placement-fact-hopes = Ce que l’équipe espère
placement-fact-hours = Heures
placement-fact-hours-week = { $hours } par semaine
placement-fact-flexible = Peut changer d’une semaine à l’autre
placement-fact-length = Durée
placement-fact-months =
    { $months ->
        [one] { $months } mois
       *[other] { $months } mois
    }
placement-fact-trial = Commencer par un essai
placement-fact-place = Commune
placement-fact-languages = Langues
placement-fact-start = Début
placement-fact-start-span = Entre le { $from } et le { $until }
placement-fact-referent = Accueil dans l’équipe
placement-fact-experience = Expérience avec des pairs
placement-fact-contact = Contact


# Suivre.
placement-discussion-title = Vos échanges
placement-discussion-speaker = { $name }, { $org }
placement-follow-draft-title = Votre demande à { $org }
placement-follow-submitted-title = { $org } a reçu votre demande
placement-follow-in-discussion-title = Votre demande à { $org } est en discussion
placement-follow-accepted-title = { $org } accepte votre demande
placement-follow-declined-title = { $org } ne peut pas prendre en charge votre demande
placement-follow-withdrawn-title = Votre demande est retirée
placement-follow-submitted-text = Envoyée le { $sent }. L’association la lit et vous répond. Vous recevez un message dès qu’il y a du nouveau.
placement-follow-your-turn = { $org } vous a posé une question. Vous pouvez répondre ici.
placement-follow-their-turn = Vous avez répondu. { $org } lit votre message.
placement-follow-accepted-text = L’association cherche maintenant la bonne personne. Elle vous appelle ou vous écrit pour préparer la mission avec vous.
placement-follow-declined-text = Voici pourquoi :
placement-follow-withdrawn-text = { $org } sait que vous ne demandez plus. Vous pouvez faire une nouvelle demande à tout moment.
placement-follow-facts = Ce que vous avez demandé
placement-follow-answer = Votre réponse
placement-follow-add = Ajouter quelque chose
placement-follow-send = Envoyer
placement-follow-answer-done = Votre message est envoyé.
placement-follow-seen-by = Les personnes qui ont ce lien, et celles qui coordonnent chez { $org }.
placement-follow-withdraw = Retirer ma demande
placement-follow-withdraw-title = Retirer votre demande ?
placement-follow-withdraw-text = { $org } reçoit un message et arrête de chercher. Vous n’avez pas besoin de dire pourquoi. On ne peut pas revenir en arrière, mais vous pourrez faire une nouvelle demande.
placement-follow-withdraw-action = Retirer ma demande
placement-follow-withdraw-keep = Non, la garder
placement-follow-old-title = Ce lien est trop ancien
placement-follow-old-text = Pour votre sécurité, un lien de suivi reste valable un an. Nous pouvons en envoyer un nouveau tout de suite, à l’adresse e-mail donnée avec la demande.
placement-follow-renew = Envoyer un nouveau lien
placement-follow-renewed-done = Un nouveau lien est parti.
placement-follow-renewed-title = Regardez vos e-mails
placement-follow-renewed-text = Un nouveau lien a été envoyé à l’adresse e-mail donnée avec la demande. Si rien n’arrive, regardez dans les indésirables, puis écrivez à l’association.
placement-follow-end = Fermer l’accès par lien
placement-follow-end-title = Fermer l’accès par lien ?
placement-follow-end-text = Plus personne ne pourra ouvrir cette demande avec un lien reçu jusqu’ici, vous non plus. La demande continue. Les prochains messages de { $org } contiendront un nouveau lien.
placement-follow-end-action = Fermer l’accès
placement-follow-end-keep = Non, le garder
placement-follow-ended-done = L’accès par lien est fermé. La demande continue.

# Les lettres.
placement-mail-request-sent-subject = Votre demande à { $org }
placement-mail-request-sent-text =
    Bonjour { $name },

    { $org } a bien reçu votre demande ({ $team }, { $institution }).

    Le lien ci-dessous montre où elle en est. Vous pouvez y ajouter un mot, ou retirer la demande. Il reste valable un an. Gardez ce message : qui a le lien peut voir la demande.
placement-mail-request-link-subject = Un nouveau lien pour suivre votre demande à { $org }
placement-mail-request-link-text =
    Bonjour { $name },

    Voici un nouveau lien pour suivre votre demande ({ $team }, { $institution }). Il reste valable un an. Gardez ce message : qui a le lien peut voir la demande.
placement-mail-request-new-subject = { $team } demande une paire-aidante ou un pair-aidant
placement-mail-request-new-text =
    Bonjour,

    { $team } ({ $institution }, { $town }) vient d’envoyer une demande. { $name } attend votre réponse.
placement-mail-request-question-subject = { $org } a une question sur votre demande
placement-mail-request-question-text =
    Bonjour { $name },

    { $org } vous demande :

    { $text }

    Répondez sur la page de votre demande.
placement-mail-request-answer-subject = { $team } a écrit au sujet de sa demande
placement-mail-request-answer-text =
    Bonjour,

    { $name } ({ $team }, { $institution }) écrit :

    { $text }
placement-mail-request-accepted-subject = { $org } accepte votre demande
placement-mail-request-accepted-text =
    Bonjour { $name },

    { $org } accepte votre demande ({ $team }, { $institution }). L’association cherche maintenant la bonne personne et vous contacte pour préparer la mission.
placement-mail-request-declined-subject = { $org } a répondu à votre demande
placement-mail-request-declined-text =
    Bonjour { $name },

    { $org } ne peut pas prendre en charge votre demande ({ $team }, { $institution }). Voici pourquoi :

    { $text }
placement-mail-request-withdrawn-subject = { $team } retire sa demande
placement-mail-request-withdrawn-text =
    Bonjour,

    { $team } ({ $institution }) ne demande plus. Vous n’avez rien à faire.

# Les demandes, pour l’association.
placement-requests-title = Demandes
placement-requests-association = Attendent l’association
placement-requests-asker = Attendent l’équipe
placement-requests-decided = Terminées
placement-requests-association-empty = Aucune demande n’attend de réponse
placement-requests-association-empty-text = Les équipes demandent sur la page d’accueil. Si une équipe vous appelle, notez sa demande ici.
placement-requests-asker-empty = Aucune question n’attend l’équipe
placement-requests-asker-empty-text = Quand l’association pose une question, la demande passe ici jusqu’à la réponse.
placement-requests-decided-empty = Aucune demande terminée
placement-requests-decided-empty-text = Les demandes acceptées, refusées ou retirées viennent ici.
placement-requests-enter = Noter la demande d’une équipe
placement-requests-team = Équipe
placement-requests-institution = Établissement
placement-requests-stage = État
placement-requests-since = Attend depuis
placement-requests-decided-on = Terminée le
placement-requests-days =
    { $days ->
        [0] aujourd’hui
        [one] { $days } jour
       *[other] { $days } jours
    }
placement-requests-seen-by = Les personnes qui coordonnent l’association ou l’administrent voient toutes ses demandes. Une équipe et son établissement voient les leurs.

placement-request-title = { $team } ({ $institution }) demande une paire-aidante ou un pair-aidant
placement-request-stage-draft = Brouillon
placement-request-stage-submitted = Nouvelle
placement-request-stage-in-discussion = En discussion
placement-request-stage-accepted = Acceptée
placement-request-stage-declined = Refusée
placement-request-stage-withdrawn = Retirée
placement-request-since-draft = Commencée le { $at }.
placement-request-since-submitted = Envoyée le { $at }.
placement-request-since-association = L’équipe a répondu. Elle attend l’association depuis le { $at }.
placement-request-since-asker = L’association attend la réponse de l’équipe depuis le { $at }.
placement-request-since-accepted = Acceptée le { $at }.
placement-request-since-declined = Refusée le { $at }. L’équipe a reçu ces raisons :
placement-request-since-withdrawn = Retirée par l’équipe le { $at }.
placement-request-facts = Ce que l’équipe demande
placement-request-seen-by = Les personnes qui coordonnent { $org } ou l’administrent. Qui a le lien de suivi lit les échanges.
placement-request-seen-by-team = Les personnes qui coordonnent { $org } ou l’administrent, la personne référente de { $team } et la direction de l’établissement. Qui a le lien de suivi lit les échanges.
placement-request-match-first = Pour accepter, dites d’abord de quelle équipe de l’annuaire il s’agit.
placement-request-match = Choisir l’équipe
placement-request-match-change = Choisir une autre équipe
placement-request-matched = C’est « { $team } », { $institution }.
placement-request-match-title = De quelle équipe s’agit-il ?
placement-request-match-label = L’équipe dans l’annuaire
placement-request-match-hint = Les équipes qui ressemblent le plus viennent en premier.
placement-request-match-team = { $team }, { $institution }
placement-request-match-inside = Une nouvelle équipe « { $team } » de { $institution }
placement-request-match-new = Un nouvel établissement « { $institution } » avec l’équipe « { $team } »
placement-request-match-missing = Choisissez une équipe, ou créez-la.
placement-request-match-save = Enregistrer
placement-request-matched-done = L’équipe est choisie.
placement-request-accept = Accepter la demande
placement-request-accepted-done = La demande est acceptée. L’équipe reçoit un message.
placement-request-mission = Préparer la mission
placement-request-decline = Refuser la demande
placement-request-decline-title = Pourquoi refuser cette demande ?
placement-request-decline-reason = Vos raisons
placement-request-decline-hint = L’équipe lit ces mots dans un message. Si une autre solution existe, dites-la.
placement-request-decline-missing = Écrivez pourquoi. L’équipe a besoin de le savoir.
placement-request-decline-action = Refuser et envoyer
placement-request-declined-done = La demande est refusée. L’équipe reçoit vos raisons.
placement-request-cancel = Annuler
placement-request-ask = Poser une question à l’équipe
placement-request-ask-hint = L’équipe reçoit votre question par e-mail, avec un lien pour répondre.
placement-request-ask-send = Envoyer la question
placement-request-asked-done = La question est envoyée.
placement-request-link-title = Lien de suivi de l’équipe
placement-request-link-text = L’équipe suit sa demande sans compte, par un lien. Un nouveau lien part à { $email }. Les anciens restent valables.
placement-request-link-send = Envoyer un nouveau lien
placement-request-link-sent-done = Un nouveau lien part à l’équipe.
placement-request-link-end-title = Si un lien est arrivé chez quelqu’un d’autre
placement-request-link-end-text = Vous pouvez fermer tous les liens envoyés jusqu’ici. La demande continue. Votre prochain message à l’équipe contient un nouveau lien.
placement-request-link-end = Fermer tous les liens
placement-request-link-ended-done = Tous les liens de suivi sont fermés.
placement-request-enter-title = Noter la demande d’une équipe
placement-request-enter-text = Quand une équipe vous appelle ou que vous la rencontrez. Les questions sont celles que l’équipe lirait elle-même : « vous », c’est elle. Elle reçoit un message avec un lien pour suivre sa demande.
placement-request-enter-language = Dans quelle langue lui écrire ?
placement-request-enter-action = Enregistrer la demande
placement-request-entered-done = La demande est enregistrée. L’équipe reçoit un message.

# Ce qui est refusé : ce qui s’est passé, ce qui est gardé, quoi faire.
placement-refusal-text-missing = Écrivez quelques mots.
placement-refusal-text-too-long = Le texte est trop long. Raccourcissez-le un peu.
placement-refusal-choice-missing = Choisissez une réponse.
placement-refusal-address-unreadable = Écrivez une adresse e-mail complète, par exemple nom@exemple.org.
placement-refusal-language-unknown = Nous ne connaissons pas cette langue. Choisissez-la dans la liste.
placement-refusal-place-unreadable = Nous ne trouvons pas ce lieu. Écrivez le nom d’une commune.
placement-refusal-dates-turned-round = La fin est avant le début. Corrigez une des deux dates.
placement-refusal-date-not-ahead = Choisissez une date après aujourd’hui.
placement-refusal-date-in-the-future = Cette date n’est pas encore passée. Choisissez aujourd’hui ou une date d’avant.
placement-refusal-amount-out-of-range = Ce montant n’est pas possible. Vérifiez-le.
placement-refusal-minutes-out-of-range = Écrivez une durée entre 1 minute et 24 heures.
placement-refusal-not-yours = Cela appartient à quelqu’un d’autre. Rien n’a été changé.
placement-refusal-account-needed = Il faut un compte pour faire cela. Connectez-vous, puis recommencez.
placement-refusal-list-full = Votre liste est pleine. Retirez d’abord un lieu, ou ajoutez tout l’établissement au lieu de ses équipes.

placement-refusal-hours-a-week-out-of-range = Écrivez entre une demi-heure et 40 heures par semaine.
placement-refusal-length-out-of-range = Écrivez entre 1 et 36 mois.
placement-refusal-start-is-past = La dernière date possible est passée. Choisissez une date à venir.
placement-refusal-request-not-sent = La demande n’est pas encore envoyée.
placement-refusal-request-sent = La demande est déjà envoyée. Pour ajouter quelque chose, écrivez un message sur la page de suivi.
placement-refusal-request-changed = Quelque chose a changé depuis que vous avez ouvert cette page. Relisez la demande, puis décidez.
placement-refusal-request-decided = La demande a déjà sa réponse, ou elle est retirée. Rien n’a été changé.
placement-refusal-request-not-accepted = La demande n’est pas acceptée. Acceptez-la d’abord.
placement-refusal-team-not-matched = Choisissez d’abord l’équipe qui demande.

placement-refusal-sheet-incomplete = Il manque une réponse dans la fiche de mission. Complétez-la, puis recommencez.
placement-refusal-sheet-changed = La fiche a changé depuis le oui de la personne. Proposez-lui la nouvelle fiche.
placement-refusal-point-must-be-settled = Ce point ne peut pas rester ouvert. Décidez-le avec l’équipe.
placement-refusal-other-mission = Cela concerne une autre mission. Rien n’a été changé.
placement-refusal-mission-taken = La mission a déjà trouvé sa personne.
placement-refusal-mission-not-proposed = La mission n’a encore été proposée à personne.
placement-refusal-mission-not-agreed = Personne n’est encore choisi pour cette mission, ou elle a déjà commencé.
placement-refusal-mission-not-running = La mission n’est pas en cours.
placement-refusal-mission-ended = La mission est finie. Rien n’a été changé.
placement-refusal-not-free = La personne n’est pas libre pour autant d’heures par semaine jusque-là. Voyez avec elle ce qui est possible.
placement-refusal-does-not-fit = Cette mission ne peut pas être proposée à cette personne.
placement-refusal-own-choices = Pour l’instant, quelque chose empêche cette mission : un de vos choix, ou une autre mission aux mêmes heures. Changez-le d’abord, ou parlez-en à la coordination.
placement-refusal-no-yes = Personne n’a dit oui pour le moment.
placement-refusal-proposal-over = Cette proposition est close. Rien n’a été changé.

placement-refusal-clash = La personne est déjà prise à ce moment-là. Choisissez une autre heure ou un autre jour.
placement-refusal-never-in-mission = Ce créneau ne tombe jamais pendant la mission. Vérifiez le jour et les dates.
placement-refusal-no-slot-that-day = Il n’y a pas de créneau ce jour-là.
placement-refusal-outside-mission = Ce jour n’est pas dans la mission. Vérifiez la date.

placement-refusal-too-long-ago = Ce jour est passé depuis plus d’un an. Parlez-en avec la personne qui coordonne.
placement-refusal-more-than-a-day = Cela ferait plus de 24 heures de travail dans la journée. Vérifiez la durée.
placement-refusal-less-than-nothing = Cette correction retire plus d’heures qu’il n’y en a. Vérifiez la durée.
placement-refusal-hours-that-week = Des heures sont déjà notées cette semaine-là. Elle n’était donc pas sans heures.
placement-refusal-own-hours = Personne ne confirme ses propres heures. Demandez à quelqu’un d’autre.
placement-refusal-hours-not-confirmed = L’équipe n’a pas encore confirmé ces heures.
placement-refusal-hours-confirmed = Ces heures sont confirmées. Demandez à la personne qui coordonne de vous les rendre.
placement-refusal-hours-not-approved = Ces heures ne sont pas encore approuvées. Vous pouvez simplement les modifier.
placement-refusal-hours-approved = Ces heures sont approuvées et ne changent plus. Ajoutez une correction.
placement-refusal-hours-returned = Une question attend la réponse de la personne qui a noté ces heures.
placement-refusal-correction-fixed = Une correction ne se modifie pas. Retirez-la, puis faites-en une nouvelle.
placement-refusal-correct-the-original = Corrigez les heures du début, pas la correction.
placement-refusal-nothing-waits = Rien n’attend pour ce mois.

placement-refusal-own-question = Personne ne répond à sa propre question. Quelqu’un d’autre de l’association peut répondre.
placement-refusal-already-answered = Quelqu’un a déjà répondu. Sa réponse est gardée.
placement-refusal-already-withdrawn = La personne a retiré sa question. Rien n’a été changé.

placement-refusal-above-cost = Un prêt à prix coûtant ne dépasse pas les salaires, les cotisations et les frais. Baissez le tarif.
placement-refusal-payment-days-out-of-range = Ce délai de paiement est plus long que ce que la loi permet.
placement-refusal-notice-days-out-of-range = Ce préavis est plus long qu’une année.
placement-refusal-other-agreement = Cela concerne une autre convention ou une autre association. Rien n’a été changé.
placement-refusal-nothing-to-invoice = Il n’y a rien à facturer pour cette période.
placement-refusal-number-unreadable = Utilisez seulement des lettres sans accent, des chiffres, et les signes - + _ /.
placement-refusal-before-last-invoice = Cette date est avant celle de la dernière facture. Choisissez la même ou une date d’après.
placement-refusal-already-credited = Cette facture a déjà son avoir.
placement-refusal-is-credit-note = C’est un avoir. On ne peut pas faire cela avec un avoir.
placement-refusal-more-than-due = Ce paiement dépasse ce qui reste à payer. Vérifiez le montant.
