# Organisations, teams, people.
directory-mail-invitation-subject = Your invitation to Passerelle
directory-mail-invitation-text =
    Hello { $name },

    { $place } invites you to Passerelle. Open the page to choose a password and come in. The invitation is valid for 14 days.

directory-refusal-name-missing = Write a name.
directory-refusal-name-too-long = Write a shorter name: 250 characters at the most.
directory-refusal-email = Write a complete e-mail address, like name@example.org.
directory-refusal-phone = Write a telephone number with digits, like 01 23 45 67 89.
directory-refusal-website = Write the address of a site, like www.example.org.
directory-refusal-country = Choose a country.
directory-refusal-spoken-language = Write language codes of two or three letters, like fr or nl.
directory-refusal-finess = A FINESS number has nine characters.
directory-refusal-siren = This is not a SIREN. It has nine digits.
directory-refusal-siret = This is not a SIRET. It has fourteen digits.
directory-refusal-siret-of-another = The SIRET does not begin with the SIREN. Check both.
directory-refusal-enterprise-number = This is not a Belgian enterprise number. It has ten digits.
directory-refusal-vat = This is not a VAT number.
directory-refusal-country-of-number = One of these numbers belongs to another country. Check the country.
directory-refusal-period-reversed = The last day is before the first. Choose a later day.
directory-refusal-role-twice = The person already has this role.
directory-refusal-role-needs-team = Choose the team: a referent is the referent of a team.
directory-refusal-role-of-organisation = This role is for the whole organisation, not for a team.
directory-refusal-role-of-association = This role is held in an association.
directory-refusal-role-of-institution = This role is held in an institution.
directory-refusal-role-missing = Choose a role.
directory-refusal-not-a-network = Choose a network or a federation.
directory-refusal-network-circle = An organisation cannot be a member of itself.
directory-refusal-network-twice = The organisation is already a member of this network.
directory-refusal-email-taken = Somebody already has this e-mail address.
directory-refusal-email-missing = Add an e-mail address first: the invitation goes by e-mail.
directory-refusal-iban = This is not an IBAN. Check the digits.
directory-refusal-bic = This is not a BIC. It has eight or eleven characters.
directory-refusal-electronic-address = Write four digits, a colon, then the identifier, like 0208:0123456789.
directory-refusal-too-long = The address is too long: 500 characters at the most.
directory-refusal-requests-of-association = Only an association takes requests.
directory-refusal-last-admin = Nobody would be left to run the association here. Give this role to somebody else first.
directory-refusal-changed = Somebody else has changed this record meanwhile. Open it again, then start over.

# Import of the FINESS registry.
directory-finess-reason-line-too-long = The line is too long.
directory-finess-reason-unknown-kind = The line begins neither with “structureet” nor with “geolocalisation”.
directory-finess-reason-too-few-fields = Fields are missing.
directory-finess-reason-too-many-fields = There are too many fields.
directory-finess-reason-number = The FINESS number cannot be read.
directory-finess-reason-name-missing = The institution has no name.
directory-finess-reason-name-too-long = The name is too long.
directory-finess-reason-coordinates = The coordinates cannot be read.
directory-finess-reason-coordinates-outside = The coordinates are outside the territory.
directory-finess-reason-twice = Line { $line } is about this institution already.
directory-finess-reason-no-such-site = This institution is neither in the file nor in the directory.
directory-finess-stopped-unreadable = The file cannot be read. Nothing is imported.
directory-finess-stopped-too-large = The file is too large. Nothing is imported.
directory-finess-stopped-too-many-lines = The file has too many lines. Nothing is imported.
directory-finess-stopped-workbook = This is a workbook (xlsx, ods). Save it as CSV, then start over.
directory-finess-stopped-not-text = This is not a text file. Nothing is imported.
