# Clôturer un mois pour tout le monde, et le rouvrir.
placement-closing-list-title = Clôture des mois
placement-closing-list-text = Un mois clôturé ne change plus : personne ne peut y noter, changer, confirmer ou approuver des heures.
placement-closing-month = Mois
placement-closing-closed = clôturé
placement-closing-open = ouvert
placement-closing-title = Clôture de { $month }
placement-closing-means = Après la clôture, les heures de ce mois restent comme elles sont. Une erreur se corrige par une ligne de plus dans un mois ouvert.
placement-closing-left = Ce qui n’est pas terminé
placement-closing-ready = Toutes les heures de ce mois sont approuvées, et chaque semaine a une réponse.
placement-closing-whole = Toutes les heures de ce mois étaient approuvées.
placement-closing-line = { $name }, { $mission } : { $what }
placement-closing-recorded = { $hours } à confirmer par l’équipe
placement-closing-confirmed = { $hours } à approuver
placement-closing-returned = { $hours } revenues avec une question
placement-closing-silent = { $count ->
    [one] rien de noté pour la semaine du { $weeks }
   *[other] rien de noté pour les semaines du { $weeks }
}
placement-closing-anyway = Clôturer quand même
placement-closing-anyway-hint = Ce qui n’est pas approuvé ne sera ni facturé ni payé tant que le mois n’est pas rouvert.
placement-closing-action = Clôturer ce mois
placement-closing-reopen = Rouvrir ce mois
placement-closing-reopen-title = Rouvrir { $month }
placement-closing-reason = Pourquoi rouvrir ce mois
placement-closing-reason-hint = Votre association garde cette raison. N’écrivez rien sur la santé d’une personne.
placement-closing-reason-missing = Écrivez pourquoi ce mois est rouvert.
placement-closing-past = Ce qui s’est passé
placement-closing-closed-by = Clôturé par { $name } le { $when }
placement-closing-reopened-by = Rouvert par { $name } le { $when }
placement-closing-done = Le mois est clôturé.
placement-closing-reopened-done = Le mois est rouvert. Pensez à le clôturer de nouveau.
placement-closing-seen-by = La coordination de votre association voit cette page.
placement-closing-see = Clôture des mois
placement-refusal-month-closed = Ce mois est clôturé : ses heures ne changent plus. Demandez à la coordination de le rouvrir.
placement-refusal-month-not-over = Ce mois n’est pas fini. Vous pourrez le clôturer le lendemain de son dernier jour.
placement-refusal-month-still-open = Il reste des heures à terminer. Terminez-les, ou cochez « Clôturer quand même ».
placement-refusal-month-not-closed = Ce mois est déjà ouvert.
placement-held-closings = Les mois que vous avez clôturés ou rouverts
placement-held-month = Mois
placement-held-closed-at = Clôturé le
placement-held-reason = Pourquoi il a été rouvert
look-month-close = Vos heures qui ne sont pas terminées, pour clôturer le mois
placement-closing-correct = Le mois de ces heures est clôturé. La correction compte à la date d’aujourd’hui.
