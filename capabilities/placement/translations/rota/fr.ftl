### Qui est où : la semaine et le mois d’une équipe, d’une association, d’une personne.

placement-rota-title = Qui est où
placement-rota-own-title = Mes semaines
placement-rota-see = Voir qui est où, semaine par semaine
placement-rota-own-see = Voir mes semaines
placement-rota-views = Durée
placement-rota-week = Semaine
placement-rota-month = Mois
placement-rota-week-before = Semaine d’avant
placement-rota-week-now = Cette semaine
placement-rota-week-after = Semaine d’après
placement-rota-month-before = Mois d’avant
placement-rota-month-now = Ce mois-ci
placement-rota-month-after = Mois d’après
placement-rota-team = Équipe
placement-rota-all-teams = Toutes les équipes
placement-rota-show = Afficher
placement-rota-takes-place = A lieu
placement-rota-other-time = A lieu, en plus ou à un autre moment que d’habitude
placement-rota-cancelled = N’a pas lieu
placement-rota-holiday = { $day }, jour férié
placement-rota-holiday-where = { $line } ({ $places })
placement-rota-alsace-moselle = Alsace-Moselle
placement-rota-none = Pas de mission ces jours-là
placement-rota-none-text = Aucune mission n’est en cours à ces dates. Regardez une autre semaine, ou un autre mois.
placement-rota-seen-by = Vous voyez seulement les missions de votre rôle. Ce qu’une personne fait ailleurs n’est pas montré, et aucune raison d’absence n’est notée.
placement-rota-own-seen-by = Vous voyez vos missions pour cette association. La coordination voit les mêmes créneaux ; chaque équipe voit seulement les siens.

### Le recrutement direct, à la fin d’une mission.

placement-hire-from = Premier jour du contrat
placement-hire-contract = Type de contrat
placement-hire-more = Précisions
placement-hire-more-hint = Par exemple la durée, le temps de travail ou le nom du poste. Rien sur la santé.
placement-hire-told = { $contract }, à partir du { $day }
placement-mission-hire = Recrutement
placement-contract-fr-cdi = Contrat à durée indéterminée (CDI)
placement-contract-fr-cdd = Contrat à durée déterminée (CDD)
placement-contract-fr-public = Contrat dans la fonction publique
placement-contract-fr-titulaire = Poste de fonctionnaire
placement-contract-fr-aide = Contrat aidé
placement-contract-be-cdi = Contrat à durée indéterminée
placement-contract-be-cdd = Contrat à durée déterminée
placement-contract-be-remplacement = Contrat de remplacement
placement-contract-be-statutaire = Poste statutaire
placement-contract-be-aide = Emploi subventionné
placement-contract-open-ended = Contrat sans date de fin
placement-contract-fixed-term = Contrat avec une date de fin
placement-contract-other = Autre contrat
placement-refusal-hire-unsaid = Écrivez de quel contrat il s’agit.
placement-refusal-hire-before-mission = Ce jour est avant la mission. Écrivez le premier jour du contrat avec l’établissement.
