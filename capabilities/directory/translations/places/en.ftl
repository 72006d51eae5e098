# Who sees what of a person.
directory-audience-coordinators = My association’s coordination
directory-audience-coordinators-hint = The people who coordinate or run the association, and nobody else.
directory-audience-colleagues = My colleagues
directory-audience-colleagues-hint = The peer workers and the treasury of your association.
directory-audience-teams = Teams where I have a mission
directory-audience-teams-hint = The team’s contact person and the head of the institution, while the mission is agreed or running.
directory-audience-network = Associations of my network
directory-audience-network-hint = People with a role in an association of the same network. Institutions do not see you here.
directory-need-contract = the contract, the agreement or the register of staff has to say it.
directory-need-writing = the employer has to write to you: contract, schedule, changes.
directory-need-travel = travel is paid and insured from a town.
directory-need-safety = safety has to be explained in a language that you understand.
directory-need-loan = the agreement with the institution has to say it.
directory-my-data-visibility = Choose who sees what of me
directory-my-data-visibility-hint = You open or close each piece of information: telephone, town, languages…
directory-visibility-title = Who sees what of me
directory-visibility-text = You choose, fact by fact. What is not ticked stays closed.
directory-visibility-each = You choose for each association. None sees what you show to the other.
directory-visibility-of = Association
directory-visibility-look = See my page as others see it
directory-visibility-seen-by = You are the only person who sees this page. Your choices change what others see, at once.
directory-visibility-name = My name: { $value }
directory-visibility-role = What I do: { $value }
directory-visibility-email = My e-mail address: { $value }
directory-visibility-phone = My telephone: { $value }
directory-visibility-town = My town: { $value }
directory-visibility-languages = The languages I speak: { $value }
directory-visibility-not-held = we do not have it
directory-visibility-always = { $who }: always, because { $why }
directory-visibility-changed-done = Your choices are saved. This is what others see now.
directory-visibility-none-title = No association keeps a record of you
directory-visibility-none-text = There is nothing to show or to close.
directory-visibility-seen-title = My page as others see it
directory-visibility-seen-text = This is exactly what each of them sees. Nothing more is sent.
directory-visibility-seen-choose = See my page as
directory-visibility-nothing = Nothing. You do not appear: without your name, the rest is not shown either.
directory-visibility-change = Change my choices
directory-visibility-closed = The person does not show this.
directory-visibility-closed-form = If you leave it empty, what the person gave stays.
directory-shown-title = The people of { $name }
directory-shown-text = Each person chooses what you see of them.
directory-shown-seen-by = You see the people who show themselves to you. Other readers may see other people.
directory-shown-empty-title = Nobody shows themselves to you yet
directory-shown-empty-text = This is as it should be: nothing is open before the person chooses so.
directory-shown-link = The people who show themselves to you

# The description of an association: twelve parts.
directory-part-name = Name of the association
directory-part-name-hint = As you write it yourselves. Everybody sees it.
directory-part-start-year = Start year
directory-part-start-year-hint = The year in which the association began, such as 2014.
directory-part-legal-status = Legal status
directory-part-legal-status-hint = For instance: non-profit association, charity, of public interest.
directory-part-focus = Fields
directory-part-focus-hint = Mental health, addiction, homelessness, exile, autism… Say what you know from the inside.
directory-part-membership = Members
directory-part-membership-hint = Who can be a member? Is it free? How many members do you have?
directory-part-staff = Number of employees
directory-part-staff-hint = A number. Write 0 if everybody is a volunteer.
directory-part-funding = Funding
directory-part-funding-hint = Grants, foundations, services, gifts, fees. For how long are they safe?
directory-part-governance = Who decides, and how
directory-part-governance-hint = General assembly, board, executive committee. What place do peer workers have?
directory-part-activities = Activities
directory-part-activities-hint = What you do for people, for peer workers, for teams, for public authorities.
directory-part-strategies = Growth and business model
directory-part-strategies-hint = How do you mean to grow? What pays for what you do?
directory-part-obstacles = Obstacles and solutions
directory-part-obstacles-hint = What slows you down, and what could help. Other associations may recognise themselves.
directory-part-website = Website
directory-part-website-hint = The address of your site. Everybody sees it.
directory-readers-question = Who can read this?
directory-readers-ours = The people of the association
directory-readers-network = The associations of our networks too
directory-readers-public = Everybody
directory-readers-of = Can read it: { $readers }.
directory-description-edit-action = Change the description
directory-description-edit-title = Describe { $name }
directory-description-edit-text = Write what you like, leave the rest empty. Nothing is published before you choose so.
directory-description-edit-seen-by = The administration and the coordination of the association see this form. Every change is kept, with name and date.
directory-description-changed-done = The description is saved, and confirmed as of today.
directory-description-empty = The association has not written anything for you yet.
directory-description-seen-by-ours = You are of the association: you see everything. Each part says who else can read it.
directory-description-seen-by-network = Your association is in the same network: you see what is open to the network.
directory-description-seen-by-public = Everybody can read this page. The association chooses what it shows.
directory-description-history-title = What has changed
directory-description-history-empty = Nothing has changed yet.
directory-description-history-seen-by = The people of the association see this page.
directory-description-somebody = Somebody of the association
directory-description-readers-changed = Who can read it: “{ $from }” becomes “{ $to }”.
directory-description-gone = removed:
directory-description-new = added:
directory-association-link = See the description of the association

# Published contacts.
directory-contacts-title = Contacts
directory-contacts-edit-action = Published contacts
directory-contacts-edit-title = Published contacts
directory-contacts-edit-text = Say what people can reach you for, and how. The address of a function lasts longer than a personal one.
directory-contacts-seen-by = The people who answer for these contacts see this page.
directory-contact-new = Add a contact
directory-contact-change = Change this contact
directory-contact-remove = Take this contact back
directory-contact-whole = The whole organisation
directory-contact-of = For whom?
directory-contact-purpose = What for?
directory-contact-purpose-hint = For instance: offer a mission, become a member.
directory-contact-email = E-mail of the contact
directory-contact-phone = Telephone of the contact
directory-contact-name = Who answers
directory-contact-name-hint = Only if the person agrees.
directory-contact-publish = Publish
directory-contact-published-done = The contact is published.
directory-contact-removed-done = The contact is taken back.

# The age of entries.
directory-age-never = Nobody has confirmed this yet.
directory-age-confirmed = Confirmed on { $day }.
directory-age-old = may have changed
directory-age-old-text = Read this again. If nothing has changed, one button is enough.
directory-age-same = Nothing has changed
directory-age-confirmed-done = Confirmed, as of today.
directory-age-link-organisation-title = Is what we know of { $name } still right?
directory-age-link-description-title = Is the description of { $name } still right?
directory-age-link-contact-title = Is this contact of { $name } still right?
directory-age-link-text = If nothing has changed, press the button. Opening this page changes nothing.
directory-age-link-change = Read again or change
directory-age-stale-title = This link leads nowhere any more
directory-age-stale-text = It is too old, or you do not answer for this any more. What it was about stays in place.
directory-mail-entry-organisation-subject = Is what we know of { $organisation } still right?
directory-mail-entry-organisation-text =
    Hello { $name },

    Nobody has confirmed the address and the numbers of { $organisation } for a long time. They stay visible, marked “may have changed”. Open the page: if nothing has changed, one button is enough.
directory-mail-entry-description-subject = Is the description of { $organisation } still right?
directory-mail-entry-description-text =
    Hello { $name },

    Nobody has confirmed the description of { $organisation } for a long time. It stays visible, marked “may have changed”. Open the page: if nothing has changed, one button is enough.
directory-mail-entry-contact-subject = Is a contact of { $organisation } still right?
directory-mail-entry-contact-text =
    Hello { $name },

    Nobody has confirmed a published contact of { $organisation } for a long time. It stays visible, marked “may have changed”. Open the page: if nothing has changed, one button is enough.

# The map.
directory-nav-network = Network
directory-map-title = The network on the map
directory-map-text = { $count ->
        [one] One organisation.
       *[other] { $count } organisations, { $countries ->
            [one] one country
           *[other] { $countries } countries
        }. The map and the list say the same.
    }
directory-map-picture = Map of the organisations of the network. Each mark leads to the list.
directory-map-choose = Which part of the world?
directory-map-near = Around us
directory-map-world = The whole world
directory-map-all = The whole network
directory-map-no-town = Town not told
directory-map-nowhere = Not on the map: we do not know where it is.
directory-map-empty-title = The map is still empty
directory-map-empty-text = Associations appear here when they publish their description or a contact.
directory-map-seen-by = Everybody can see this page. It shows the associations that have published something.
directory-map-seen-by-known = You see every organisation of the network. The public sees only those that have published something.

# Who looked, and what for; who can see it.
directory-sees-need = Always, because { $why }
directory-sees-chosen = You have opened it yourself.
look-people-read = Your record, to know who works here and to reach you
look-people-manage = Your record, to keep it up to date
look-colleagues-read = What you show to your colleagues or to the network
did-person-created = Made your record
did-person-merged = Merged two records about you
did-person-parted = Parted two records that had been merged
did-person-changed = Changed your record
did-person-invited = Invited you to come in
did-role-given = Gave you a role
did-role-ended = Ended one of your roles
