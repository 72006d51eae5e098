# Conventions, factures, avoirs, paiements.
placement-refusal-sent-before-issued = La facture n’existait pas encore ce jour-là. Vérifiez la date.
placement-refusal-agreement-changed = Quelqu’un a changé la convention pendant que vous écriviez. Rien n’a été enregistré. Ouvrez-la à nouveau, puis refaites vos changements.
placement-refusal-mission-of-others = Une des missions ne concerne pas cet établissement. Rien n’a été enregistré. Choisissez parmi les missions proposées.
placement-refusal-preview-changed = Les heures ou le montant ont changé depuis l’aperçu. Rien n’a été émis. Regardez le nouvel aperçu, puis recommencez.
placement-refusal-party-incomplete = Il manque une information sur l’association ou sur l’établissement. Rien n’a été émis. Complétez-la, puis recommencez.

## La partie « argent »
placement-invoices-sections = Factures et conventions
placement-invoices-section = Factures
placement-invoices-section-prepare = À préparer
placement-invoices-section-agreements = Conventions
placement-invoices-seen-by = La trésorerie, la coordination et l’administration de l’association, et la direction de l’établissement concerné.

placement-invoices-title = Factures
placement-invoices-owed = { $all } restent à payer. Rien n’est en retard.
placement-invoices-owed-late = { $all } restent à payer, dont { $late } en retard.
placement-invoices-owed-nothing = Rien ne reste à payer.
placement-invoices-show-unpaid = Voir seulement ce qui reste à payer, les retards d’abord
placement-invoices-show-all = Voir toutes les factures
placement-invoices-prepare = Préparer une facture
placement-invoices-empty-title = Aucune facture pour le moment
placement-invoices-empty-text = Une facture se prépare à partir des heures approuvées. Commencez par regarder ce qui est prêt.
placement-invoices-empty-wait = Les factures arrivent ici dès que l’association les émet.
placement-invoices-unpaid-empty-title = Tout est payé
placement-invoices-unpaid-empty-text = Aucune facture n’attend de paiement.

placement-invoice-number = Numéro
placement-invoice-buyer = Établissement
placement-invoice-seller = Association
placement-invoice-date = Date
placement-invoice-due-on = À payer avant le
placement-invoice-amount = Montant
placement-invoice-state = État
placement-invoice-stage-issued = Émise
placement-invoice-stage-partly-paid = Payée en partie
placement-invoice-stage-paid = Payée
placement-invoice-stage-late = En retard
placement-invoice-stage-credited = Annulée
placement-invoice-stage-credit-note = Avoir

placement-invoice-title-issued = Facture { $number } : { $balance } à payer avant le { $due }
placement-invoice-title-partly-paid = Facture { $number } : il reste { $balance } à payer avant le { $due }
placement-invoice-title-paid = Facture { $number } : tout est payé
placement-invoice-title-late = Facture { $number } : { $balance } en retard depuis le { $due }
placement-invoice-title-credited = Facture { $number } : annulée par l’avoir { $credit }
placement-invoice-title-credit-note = Avoir { $number } : il annule la facture { $of }
placement-invoice-give-back = { $sum } ont été payés pour cette facture. Cette somme est à rendre à l’établissement.
placement-invoice-pdf = Télécharger le PDF
placement-invoice-xml = Télécharger seulement le fichier Factur-X
placement-invoice-sent = Envoi
placement-invoice-sent-not = Aucun envoi noté
placement-invoice-sent-email = Envoyée le { $day } par courriel à { $to }
placement-invoice-sent-portal = Déposée le { $day } sur le portail : { $to }
placement-invoice-sent-post = Envoyée le { $day } par la poste à { $to }
placement-invoice-sent-done = L’envoi est noté.
placement-invoice-sending-link = Noter l’envoi
placement-invoice-sending-again = Noter un autre envoi
placement-invoice-sending-title = Comment la facture { $number } a-t-elle été envoyée ?
placement-invoice-sending-on = Quel jour ?
placement-invoice-sending-on-missing = Écrivez le jour de l’envoi.
placement-invoice-sending-way = Comment ?
placement-invoice-sending-way-missing = Choisissez comment la facture est partie.
placement-invoice-way-email = Par courriel
placement-invoice-way-portal = Sur un portail, par exemple Chorus Pro
placement-invoice-way-post = Par la poste
placement-invoice-sending-to = À qui ?
placement-invoice-sending-to-hint = L’adresse, ou le nom du service et du portail
placement-invoice-sending-to-missing = Écrivez à qui la facture est envoyée.
placement-invoice-sending-action = Noter l’envoi
placement-invoice-credit-of = Annule la facture
placement-invoice-credited-by = Annulée par l’avoir
placement-invoice-agreement = Convention
placement-invoice-agreement-see = Voir la convention
placement-invoice-lines = Ce qui est facturé
placement-invoice-total = Total à payer
placement-invoice-annex =
    { $count ->
        [one] Voir l’intervention facturée ({ $hours })
       *[other] Voir les { $count } interventions facturées ({ $hours })
    }
placement-invoice-left-out-nothing = Toutes les heures de la période sont sur cette facture.
placement-invoice-issued-done = La facture est émise. Vous pouvez télécharger le PDF et l’envoyer.
placement-invoice-why-not-confirmed = Pas encore confirmée par l’équipe
placement-invoice-why-not-approved = Pas encore approuvée par la coordination
placement-invoice-why-returned = Une question attend une réponse
placement-invoice-why-already-invoiced = Déjà sur une autre facture
placement-invoice-why-outside-period = Avant la période choisie
placement-invoice-why-outside-agreement = En dehors des dates de la convention
placement-invoice-missing-seller-number = Il manque le SIREN de l’association, ou son numéro d’entreprise.
placement-invoice-missing-seller-address = Il manque l’adresse de l’association : la rue et la ville.
placement-invoice-missing-seller-iban = Il manque l’IBAN de l’association.
placement-invoice-missing-seller-vat = Il manque le numéro de TVA de l’association : la convention prévoit de la TVA.
placement-invoice-missing-buyer-number = Il manque le SIREN de l’établissement, ou son numéro d’entreprise.
placement-invoice-missing-buyer-address = Il manque l’adresse de l’établissement : la rue et la ville.

placement-prepare-title = Heures prêtes à être facturées
placement-prepare-ready = { $hours } approuvées, du { $first } au { $last }
placement-prepare-empty-title = Rien n’est prêt pour une facture
placement-prepare-empty-text = Les heures arrivent ici quand l’équipe les a confirmées et que la coordination les a approuvées.
placement-prepare-uncovered = Heures approuvées sans convention
placement-prepare-for = Facture pour { $institution }
placement-prepare-from = Premier jour
placement-prepare-until = Dernier jour
placement-prepare-look = Voir cette période
placement-prepare-arrears = Des heures plus anciennes, à partir du { $first }, ne sont sur aucune facture.
placement-prepare-arrears-action = Les prendre aussi
placement-prepare-missing = Avant d’émettre la facture, complétez ces informations
placement-prepare-for-good = Une facture émise ne change plus. Elle prend le prochain numéro. Si elle est fausse, il faudra l’annuler par un avoir.
placement-prepare-issue = Émettre la facture de { $sum }

placement-credit-link = Annuler cette facture par un avoir
placement-credit-title = Annuler la facture { $number } par un avoir
placement-credit-text = L’avoir annule toute la facture, soit { $sum }. Il prend le prochain numéro. Les heures redeviennent libres et pourront aller sur une nouvelle facture.
placement-credit-paid = { $sum } ont déjà été payés. Cette somme sera à rendre à l’établissement.
placement-credit-for-good = Un avoir ne se retire pas.
placement-credit-action = Annuler la facture
placement-credit-keep = Garder la facture
placement-credit-done = L’avoir est émis. Les heures peuvent aller sur une nouvelle facture.

placement-payments-title = Paiements reçus
placement-payments-none = Aucun paiement pour le moment.
placement-payment-link = Noter un paiement
placement-payment-title = Noter un paiement de la facture { $number }
placement-payment-date = Date
placement-payment-date-hint = Le jour écrit sur le relevé de compte.
placement-payment-date-missing = Écrivez la date du paiement.
placement-payment-amount = Montant
placement-payment-balance = Il reste { $balance } à payer.
placement-payment-too-much = Il ne reste que { $balance } à payer. Notez ce montant au plus.
placement-payment-reference = Référence
placement-payment-reference-hint = Ce qui est écrit sur le virement, par exemple un numéro de mandat.
placement-payment-action = Noter le paiement
placement-payment-done = Le paiement est noté.

## Conventions
placement-agreements-title = Conventions
placement-agreements-empty-title = Aucune convention pour le moment
placement-agreements-empty-text = Une convention dit ce qu’un établissement paie pour une heure, et pourquoi. Il en faut une avant la première facture.
placement-agreement-new-action = Écrire une convention
placement-agreement-title = { $institution } et { $association } : leur convention
placement-agreement-new-title = Nouvelle convention avec { $institution }
placement-agreement-edit-title = Changer la convention avec { $institution }
placement-agreement-invoiced = Une facture existe déjà. Le tarif, la TVA, le rythme et le premier jour ne changent plus. Pour changer de tarif, terminez cette convention et écrivez-en une nouvelle.
placement-agreement-change = Changer la convention
placement-agreement-save = Enregistrer la convention
placement-agreement-made-done = La convention est enregistrée.
placement-agreement-changed-done = La convention est changée.
placement-agreement-choose-title = Avec quel établissement ?
placement-agreement-choose-empty-title = Aucun établissement n’a de mission
placement-agreement-choose-empty-text = Une convention couvre des missions. Ouvrez d’abord une mission à partir d’une demande acceptée.
placement-agreement-institution = Établissement
placement-agreement-basis = Base
placement-agreement-period = Dates
placement-agreement-missions = Missions
placement-agreement-missions-hint = Seules les heures de ces missions sont facturées. Vous pourrez en ajouter plus tard.
placement-agreement-missions-none = Cette convention ne couvre encore aucune mission. Ajoutez-en une pour pouvoir facturer.
placement-agreement-invoices-none = Aucune facture pour le moment.
placement-agreement-basis-question = Sur quelle base le temps est-il facturé ?
placement-agreement-at-cost = Prêt à prix coûtant
placement-agreement-at-cost-hint = L’association prête le temps de la personne sans bénéfice : salaire, cotisations et frais, rien de plus.
placement-agreement-service = Prestation
placement-agreement-service-hint = L’association vend un service, à son propre tarif.
placement-agreement-at-cost-for = { $rate } l’heure, à prix coûtant
placement-agreement-service-for = { $rate } l’heure, prestation
placement-agreement-service-law = L’association rend un service : elle organise le travail et en répond. Ce n’est pas un prêt de personnel.
placement-agreement-cost = Une heure coûte { $cost } : { $wages } de salaire, { $contributions } de cotisations, { $expenses } de frais.
placement-agreement-rate = Tarif d’une heure, hors taxe, en euros
placement-agreement-wages = Salaire pour une heure, en euros
placement-agreement-contributions = Cotisations de l’employeur pour une heure, en euros
placement-agreement-expenses = Frais pour une heure, en euros
placement-agreement-expenses-hint = Trajets et autres frais professionnels, ramenés à une heure. Écrivez 0 s’il n’y en a pas.
placement-agreement-law = Quelle loi le permet ?
placement-law-fr-l8241 = France : prêt de personnel sans but lucratif (Code du travail, articles L8241-1 et L8241-2). La facture ne dépasse jamais le salaire, les cotisations et les frais.
placement-law-be-1987-32 = Belgique : exception à l’interdiction de mettre du personnel à disposition (loi du 24 juillet 1987, article 32). La facture ne dépasse jamais le coût.
placement-agreement-vat = TVA
placement-agreement-vat-hint = L’association connaît sa position. En cas de doute, demandez à votre comptable : la raison sera écrite sur chaque facture.
placement-vat-fr-293b = Pas de TVA : petites activités (France)
placement-vat-fr-261-7 = Pas de TVA : organisme sans but lucratif (France)
placement-vat-fr-261-4 = Pas de TVA : soins, enseignement, formation (France)
placement-vat-be-44 = Pas de TVA : services sociaux et semblables (Belgique)
placement-vat-fr-20 = TVA de 20 % (France)
placement-vat-be-21 = TVA de 21 % (Belgique)
placement-vat-outside-scope = Hors du champ de la TVA
placement-vat-law-fr-293b = TVA non applicable, article 293 B du code général des impôts
placement-vat-law-fr-261-7 = Exonération de TVA, article 261, 7 du code général des impôts
placement-vat-law-fr-261-4 = Exonération de TVA, article 261, 4 du code général des impôts
placement-vat-law-be-44 = Exemption de TVA, article 44 du code de la TVA belge
placement-vat-law-fr-20 = Taux normal, article 278 du code général des impôts
placement-vat-law-be-21 = Taux normal, arrêté royal n° 20 du 20 juillet 1970
placement-vat-law-outside-scope = Opération hors du champ d’application de la TVA
placement-agreement-rhythm = Une facture, quand ?
placement-rhythm-monthly = Chaque mois
placement-rhythm-quarterly = Chaque trimestre
placement-rhythm-at-the-end = Une fois, à la fin
placement-agreement-payment = Délai de paiement
placement-agreement-payment-days = Délai de paiement, en jours
placement-agreement-payment-days-hint = À partir de la date de la facture. 60 jours au plus ; un hôpital public a 50 jours, une autre administration 30.
placement-agreement-notice = Préavis
placement-agreement-notice-days = Préavis pour arrêter la convention, en jours
placement-agreement-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
placement-agreement-from-day = Premier jour
placement-agreement-until-day = Dernier jour
placement-agreement-from = à partir du { $from }
placement-agreement-from-until = du { $from } au { $until }
placement-agreement-references = Références à écrire sur les factures
placement-agreement-service-code = Code service
placement-agreement-service-code-hint = Le service qui reçoit la facture dans Chorus Pro, si l’établissement l’exige.
placement-agreement-engagement = Numéro d’engagement
placement-agreement-engagement-hint = Le numéro de commande ou d’engagement juridique que l’établissement vous a donné.
placement-agreement-contract = Numéro de convention ou de marché

## Le papier, dans la langue de l’établissement
placement-paper-invoice = Facture { $number }
placement-paper-credit = Avoir { $number }
placement-paper-credit-of = Annule la facture { $number }
placement-paper-due = À payer
placement-paper-given-back = À rendre
placement-paper-seller = Émise par
placement-paper-buyer = Adressée à
placement-paper-twin = La même facture, lisible par une machine
placement-paper-siret = SIRET { $number }
placement-paper-siren = SIREN { $number }
placement-paper-enterprise = Numéro d’entreprise { $number }
placement-paper-vat-number = TVA { $number }
placement-paper-date = Date
placement-paper-due-on = À payer avant le
placement-paper-period = Période
placement-paper-days = du { $first } au { $last }
placement-paper-service-code = Code service
placement-paper-engagement = Numéro d’engagement
placement-paper-contract = Convention ou marché
placement-paper-line =
    { $count ->
        [one] { $team } · une intervention
       *[other] { $team } · { $count } interventions
    }
placement-paper-decimal-mark = ,
placement-paper-quantity =
    { $decimal } h
    soit { $hours }
placement-paper-mission = Mission
placement-paper-hours = Heures
placement-paper-rate = Tarif
placement-paper-amount = Montant
placement-paper-net = Total hors taxe
placement-paper-vat-s = TVA { $rate } %
placement-paper-vat-e = TVA (exonération)
placement-paper-vat-o = TVA (hors champ)
placement-paper-vat = TVA
placement-paper-payment = Paiement
placement-paper-means = Moyen
placement-paper-refund = Remboursement
placement-paper-refund-means = Déduit de ce qui reste à payer, ou rendu par virement
placement-paper-transfer = Virement
placement-paper-iban = IBAN
placement-paper-bic = BIC
placement-paper-account = Titulaire
placement-paper-remittance = Référence à rappeler
placement-paper-notes = Mentions
placement-paper-note-recovery = En cas de retard de paiement, une somme de 40 € est due pour les frais de recouvrement.
placement-paper-note-late = En cas de retard de paiement, des intérêts sont dus au taux directeur de la Banque centrale européenne augmenté de huit points.
placement-paper-note-be-recovery = En cas de retard de paiement, une somme de 40 € est due de plein droit et sans mise en demeure pour les frais de recouvrement (loi belge du 2 août 2002, article 6).
placement-paper-note-be-late = En cas de retard de paiement, des intérêts sont dus de plein droit et sans mise en demeure, au taux de référence de la Banque centrale européenne augmenté de huit points (loi belge du 2 août 2002 concernant la lutte contre le retard de paiement dans les transactions commerciales, article 5).
placement-paper-note-discount = Aucune réduction pour un paiement en avance.
placement-paper-annex = Annexe : les heures, une par une
placement-paper-annex-intro = Chaque ligne a été notée par la personne, confirmée par l’équipe et approuvée par l’association.
placement-paper-left-out = Ce qui n’est pas facturé, et pourquoi
placement-paper-day = Jour
placement-paper-person = Personne
placement-paper-confirmed = Confirmée le
placement-paper-why = Raison
placement-paper-sum = Total
placement-paper-page = Page
