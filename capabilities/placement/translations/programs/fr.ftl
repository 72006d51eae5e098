# Ce qu’un jeton permet à un programme de faire dans le placement.
placement-ability-requests-read = Lire les demandes des équipes
placement-ability-requests-write = Écrire une demande pour une équipe, accepter, refuser
placement-ability-missions-read = Lire les missions et leurs horaires
placement-ability-missions-write = Ouvrir une mission
placement-ability-hours-read = Lire les heures
placement-ability-hours-write = Noter mes heures et les corriger
placement-ability-hours-sign = Confirmer ou approuver les heures d’un mois
placement-ability-agreements-read = Lire les conventions
placement-ability-agreements-write = Écrire et modifier des conventions
placement-ability-invoices-read = Lire les factures
placement-ability-invoices-write = Enregistrer des paiements

# Ce qu’une adresse peut apprendre du placement (webhooks).
placement-notice-request-submitted = Une équipe envoie une demande
placement-notice-request-answered = Une équipe répond à notre question
placement-notice-request-withdrawn = Une équipe retire sa demande
placement-notice-request-accepted = Une demande est acceptée
placement-notice-request-declined = Une demande est refusée par l’association
placement-notice-mission-opened = Une mission est ouverte
placement-notice-mission-agreed = Une mission a trouvé son pair-aidant ou sa paire-aidante
placement-notice-mission-started = Une mission commence
placement-notice-mission-prolonged = Une mission est prolongée
placement-notice-mission-ended = Une mission se termine
placement-notice-hours-confirmed = L’équipe confirme les heures d’un mois
placement-notice-hours-approved = L’association approuve les heures d’un mois
placement-notice-invoice-issued = Une facture est émise
placement-notice-invoice-credited = Une facture est annulée par un avoir
placement-notice-invoice-payment = Un paiement est noté
