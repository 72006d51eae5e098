# Organisations, équipes, personnes.
directory-mail-invitation-subject = Votre invitation sur Passerelle
directory-mail-invitation-text =
    Bonjour { $name },

    { $place } vous invite sur Passerelle. Ouvrez la page pour choisir un mot de passe et entrer. L’invitation est valable 14 jours.

directory-refusal-name-missing = Écrivez un nom.
directory-refusal-name-too-long = Écrivez un nom plus court : 250 caractères au plus.
directory-refusal-email = Écrivez une adresse e-mail complète, comme nom@exemple.fr.
directory-refusal-phone = Écrivez un numéro de téléphone avec des chiffres, comme 01 23 45 67 89.
directory-refusal-website = Écrivez une adresse de site, comme www.exemple.fr.
directory-refusal-country = Choisissez un pays.
directory-refusal-spoken-language = Écrivez des codes de langue de deux ou trois lettres, comme fr ou nl.
directory-refusal-finess = Un numéro FINESS a neuf caractères.
directory-refusal-siren = Ce n’est pas un numéro SIREN. Il a neuf chiffres.
directory-refusal-siret = Ce n’est pas un numéro SIRET. Il a quatorze chiffres.
directory-refusal-siret-of-another = Le SIRET ne commence pas par le SIREN. Vérifiez les deux.
directory-refusal-enterprise-number = Ce n’est pas un numéro d’entreprise belge. Il a dix chiffres.
directory-refusal-vat = Ce n’est pas un numéro de TVA.
directory-refusal-country-of-number = Un de ces numéros est d’un autre pays. Vérifiez le pays.
directory-refusal-period-reversed = Le dernier jour est avant le premier. Choisissez un jour plus tard.
directory-refusal-role-twice = La personne a déjà ce rôle.
directory-refusal-role-needs-team = Choisissez l’équipe : on est référent·e d’une équipe.
directory-refusal-role-of-organisation = Ce rôle est pour toute l’organisation, pas pour une équipe.
directory-refusal-role-of-association = Ce rôle est celui d’une association.
directory-refusal-role-of-institution = Ce rôle est celui d’un établissement.
directory-refusal-role-missing = Choisissez un rôle.
directory-refusal-not-a-network = Choisissez un réseau ou une fédération.
directory-refusal-network-circle = Une organisation ne peut pas être membre d’elle-même.
directory-refusal-network-twice = L’organisation est déjà membre de ce réseau.
directory-refusal-email-taken = Une personne a déjà cette adresse e-mail.
directory-refusal-email-missing = Ajoutez d’abord une adresse e-mail : l’invitation part par e-mail.
directory-refusal-iban = Ce n’est pas un IBAN. Vérifiez les chiffres.
directory-refusal-bic = Ce n’est pas un code BIC. Il a huit ou onze caractères.
directory-refusal-electronic-address = Écrivez quatre chiffres, deux-points, puis l’identifiant, comme 0208:0123456789.
directory-refusal-too-long = L’adresse est trop longue : 500 caractères au plus.
directory-refusal-requests-of-association = Seule une association reçoit des demandes.
directory-refusal-last-admin = Il n’y aurait plus personne à l’administration. Donnez d’abord ce rôle à une autre personne.
directory-refusal-changed = Une autre personne a changé cette fiche entre-temps. Rouvrez la fiche, puis recommencez.

# Import du répertoire FINESS.
directory-finess-reason-line-too-long = La ligne est trop longue.
directory-finess-reason-unknown-kind = La ligne ne commence ni par « structureet » ni par « geolocalisation ».
directory-finess-reason-too-few-fields = Il manque des champs.
directory-finess-reason-too-many-fields = Il y a trop de champs.
directory-finess-reason-number = Le numéro FINESS ne peut pas être lu.
directory-finess-reason-name-missing = L’établissement n’a pas de nom.
directory-finess-reason-name-too-long = Le nom est trop long.
directory-finess-reason-coordinates = Les coordonnées ne peuvent pas être lues.
directory-finess-reason-coordinates-outside = Les coordonnées sont hors du territoire.
directory-finess-reason-twice = La ligne { $line } parle déjà de cet établissement.
directory-finess-reason-no-such-site = Cet établissement n’est ni dans le fichier ni dans l’annuaire.
directory-finess-stopped-unreadable = Le fichier ne peut pas être lu. Rien n’est importé.
directory-finess-stopped-too-large = Le fichier est trop grand. Rien n’est importé.
directory-finess-stopped-too-many-lines = Le fichier a trop de lignes. Rien n’est importé.
directory-finess-stopped-workbook = C’est un classeur (xlsx, ods). Enregistrez-le en CSV, puis recommencez.
directory-finess-stopped-not-text = Ce n’est pas un fichier de texte. Rien n’est importé.
