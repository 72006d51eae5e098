# Les heures de contrat, et ce qui les dépasse.
placement-contracts-title = Heures de contrat
placement-contracts-text = Combien d’heures par semaine votre association a convenues avec chaque personne.
placement-contracts-none-title = Personne ici pour le moment
placement-contracts-none-text = Les personnes paires de votre association arrivent ici dès qu’elles ont leur rôle.
placement-contracts-seen-by = La coordination de votre association voit cette liste. Chaque personne voit sa ligne. Les équipes et les autres associations n’en voient rien.
placement-contract-title = Les heures de contrat de { $name }
placement-contract-mine = Mes heures de contrat
placement-contract-now = { $hours } par semaine aujourd’hui
placement-contract-now-none = Aucune heure de contrat n’est notée pour aujourd’hui.
placement-contract-none = rien de noté
placement-contract-history = Dans le temps
placement-contract-term = À partir du { $day } : { $hours } par semaine
placement-contract-ended = À partir du { $day } : plus de contrat
placement-contract-by = Noté par { $name } le { $when }
placement-contract-new = Changer les heures
placement-contract-week = Heures par semaine
placement-contract-week-hint = Par exemple 14 ou 17:30. Écrivez 0 quand le contrat prend fin.
placement-contract-from = À partir de quel jour
placement-contract-done = C’est noté. La personne reçoit un message.
placement-contract-seen-by = La coordination de votre association et la personne voient cette page, et personne d’autre.
placement-contract-see = Heures de contrat
placement-overtime-title = Plus d’heures que prévu au contrat
placement-overtime-week = Semaine du { $when } : { $expected } prévues, { $agreed } au contrat, { $more } de plus
placement-overtime-month = Les semaines de { $when } : { $expected } prévues, { $agreed } au contrat, { $more } de plus
placement-overtime-text = Rien n’est bloqué. Parlez-en ensemble : changer des créneaux, payer ces heures, ou les récupérer plus tard.
placement-refusal-contract-out-of-range = Écrivez un nombre d’heures entre 0 et 48 par semaine.
placement-letter-contract-subject = { $org } a noté vos heures de contrat
placement-letter-contract-text =
    Bonjour { $name },

    { $org } a noté vos heures de contrat. Vous pouvez les lire sur cette page. Si quelque chose n’est pas juste, dites-le à la coordination.
placement-purpose-contract = Vos heures de contrat
placement-purpose-contract-why = Pour savoir combien d’heures ont été convenues, et voir à temps quand il y en a trop.
placement-purpose-contract-readers = La coordination de votre association, et personne d’autre.
placement-held-contract-hours = Vos heures de contrat
placement-held-contract-set = Les heures de contrat que vous avez notées
placement-sees-contract = Vos heures de contrat
look-contract-read = Vos heures de contrat, pour voir quand il y en a trop
look-contract-manage = Vos heures de contrat, pour les noter
did-contract-set = A noté vos heures de contrat
