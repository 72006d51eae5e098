# The columns of the lists that leave and come back as files.
directory-list-name = Name
directory-list-email = E-mail
directory-list-phone = Phone
directory-list-town = Town
directory-list-country = Country
directory-list-spoken = Spoken languages
directory-list-language = Language of messages
directory-list-role = Role
directory-list-organisation = Organisation
directory-list-number = FINESS or SIRET
directory-list-team = Team
directory-list-from = First day
directory-list-until = Last day

directory-memberships-title = Roles of the people of { $place }
directory-memberships-file = The roles, with their dates:
directory-teams-file = The teams:
