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
