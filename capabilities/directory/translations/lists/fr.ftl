# Les colonnes des listes qui partent et reviennent en fichiers.
directory-list-name = Nom
directory-list-email = E-mail
directory-list-phone = Téléphone
directory-list-town = Ville
directory-list-country = Pays
directory-list-spoken = Langues parlées
directory-list-language = Langue des messages
directory-list-role = Rôle
directory-list-organisation = Organisation
directory-list-number = FINESS ou SIRET
directory-list-team = Équipe
directory-list-from = Premier jour
directory-list-until = Dernier jour

directory-memberships-title = Les rôles des personnes de { $place }
directory-memberships-file = Les rôles, avec leurs dates :
directory-teams-file = Les équipes :
