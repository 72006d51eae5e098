# Qui voit quoi d’une personne.
directory-audience-coordinators = La coordination de mon association
directory-audience-coordinators-hint = Les personnes qui coordonnent ou administrent l’association, et personne d’autre.
directory-audience-colleagues = Mes collègues
directory-audience-colleagues-hint = Les paires-aidantes, les pairs-aidants et la trésorerie de votre association.
directory-audience-teams = Les équipes où j’ai une mission
directory-audience-teams-hint = La référence de l’équipe et la direction de l’établissement, tant que la mission est convenue ou en cours.
directory-audience-network = Les associations de mon réseau
directory-audience-network-hint = Les personnes qui ont un rôle dans une association du même réseau. Les établissements ne vous voient pas ici.
directory-need-contract = le contrat, la convention ou le registre du personnel doivent le dire.
directory-need-writing = l’employeur doit vous écrire : contrat, planning, changements.
directory-need-travel = les trajets sont payés et assurés à partir d’une ville.
directory-need-safety = les consignes de sécurité doivent être dans une langue que vous comprenez.
directory-need-loan = la convention avec l’établissement doit le dire.
directory-my-data-visibility = Choisir qui voit quoi de moi
directory-my-data-visibility-hint = Vous ouvrez ou vous fermez chaque information : téléphone, ville, langues…
directory-visibility-title = Qui voit quoi de moi
directory-visibility-text = Vous choisissez, information par information. Ce qui n’est pas coché reste fermé.
directory-visibility-each = Vous choisissez pour chaque association. Aucune ne voit ce que vous montrez à l’autre.
directory-visibility-of = Association
directory-visibility-look = Voir ma fiche comme les autres la voient
directory-visibility-seen-by = Vous êtes la seule personne à voir cette page. Vos choix changent ce que les autres voient, tout de suite.
directory-visibility-name = Mon nom : { $value }
directory-visibility-role = Ce que je fais : { $value }
directory-visibility-email = Mon adresse e-mail : { $value }
directory-visibility-phone = Mon téléphone : { $value }
directory-visibility-town = Ma ville : { $value }
directory-visibility-languages = Les langues que je parle : { $value }
directory-visibility-not-held = nous ne l’avons pas
directory-visibility-always = { $who } : toujours, car { $why }
directory-visibility-changed-done = Vos choix sont enregistrés. Voici ce que les autres voient maintenant.
directory-visibility-none-title = Aucune association ne garde de fiche sur vous
directory-visibility-none-text = Il n’y a rien à montrer ni à fermer.
directory-visibility-seen-title = Ma fiche vue par les autres
directory-visibility-seen-text = Voici exactement ce que chacun voit. Rien de plus n’est envoyé.
directory-visibility-seen-choose = Voir ma fiche comme
directory-visibility-nothing = Rien. Vous n’apparaissez pas : sans votre nom, le reste n’est pas montré non plus.
directory-visibility-change = Changer mes choix
directory-visibility-closed = La personne ne montre pas cette information.
directory-visibility-closed-form = Si vous laissez vide, ce que la personne a donné reste.
directory-shown-title = Les personnes de { $name }
directory-shown-text = Chaque personne choisit ce que vous voyez d’elle.
directory-shown-seen-by = Vous voyez les personnes qui se montrent à vous. D’autres lectrices et lecteurs voient peut-être d’autres personnes.
directory-shown-empty-title = Personne ne se montre à vous pour le moment
directory-shown-empty-text = C’est normal : rien n’est ouvert avant que la personne le choisisse.
directory-shown-link = Les personnes qui se montrent à vous

# La description d’une association : douze parties.
directory-part-name = Nom de l’association
directory-part-name-hint = Comme vous l’écrivez vous-mêmes. Tout le monde le voit.
directory-part-start-year = Année de début
directory-part-start-year-hint = L’année où l’association a commencé, par exemple 2014.
directory-part-legal-status = Statut juridique
directory-part-legal-status-hint = Par exemple : association loi 1901, ASBL, reconnue d’intérêt général.
directory-part-focus = Domaines
directory-part-focus-hint = Santé mentale, addictions, vie à la rue, exil, autisme… Dites ce que vous connaissez de l’intérieur.
directory-part-membership = Membres
directory-part-membership-hint = Qui peut être membre ? Est-ce gratuit ? Combien de membres avez-vous ?
directory-part-staff = Nombre de personnes salariées
directory-part-staff-hint = Un nombre. Écrivez 0 si tout le monde est bénévole.
directory-part-funding = Ressources
directory-part-funding-hint = Subventions, fondations, prestations, dons, cotisations. Pour combien de temps sont-elles sûres ?
directory-part-governance = Qui décide, et comment
directory-part-governance-hint = Assemblée générale, conseil, bureau. Quelle place ont les paires-aidantes et les pairs-aidants ?
directory-part-activities = Activités
directory-part-activities-hint = Ce que vous faites pour les personnes, pour la pair-aidance, pour les équipes, pour les pouvoirs publics.
directory-part-strategies = Développement et modèle économique
directory-part-strategies-hint = Comment voulez-vous grandir ? Qu’est-ce qui paie vos activités ?
directory-part-obstacles = Obstacles et solutions
directory-part-obstacles-hint = Ce qui vous freine, et ce qui pourrait aider. Les autres associations peuvent s’y reconnaître.
directory-part-website = Site
directory-part-website-hint = L’adresse de votre site. Tout le monde la voit.
directory-readers-question = Qui peut lire ceci ?
directory-readers-ours = Les personnes de l’association
directory-readers-network = Les associations de nos réseaux aussi
directory-readers-public = Tout le monde
directory-readers-of = Peuvent lire : { $readers }.
directory-description-edit-action = Modifier la description
directory-description-edit-title = Décrire { $name }
directory-description-edit-text = Écrivez ce que vous voulez, laissez le reste vide. Rien n’est publié avant que vous le choisissiez.
directory-description-edit-seen-by = L’administration et la coordination de l’association voient ce formulaire. Chaque changement est gardé, avec le nom et la date.
directory-description-changed-done = La description est enregistrée, et confirmée aujourd’hui.
directory-description-empty = L’association n’a encore rien écrit pour vous.
directory-description-seen-by-ours = Vous êtes de l’association : vous voyez tout. Chaque partie dit qui d’autre peut la lire.
directory-description-seen-by-network = Votre association est du même réseau : vous voyez ce qui est ouvert au réseau.
directory-description-seen-by-public = Tout le monde peut lire cette page. L’association choisit ce qu’elle y montre.
directory-description-history-title = Ce qui a changé
directory-description-history-empty = Rien n’a encore changé.
directory-description-history-seen-by = Les personnes de l’association voient cette page.
directory-description-somebody = Quelqu’un de l’association
directory-description-readers-changed = Qui peut lire : « { $from } » devient « { $to } ».
directory-description-gone = retiré :
directory-description-new = ajouté :
directory-association-link = Voir la description de l’association

# Contacts publiés.
directory-contacts-title = Contacts
directory-contacts-edit-action = Contacts publiés
directory-contacts-edit-title = Contacts publiés
directory-contacts-edit-text = Dites pour quoi on peut vous joindre, et comment. Une adresse de fonction tient plus longtemps qu’une adresse personnelle.
directory-contacts-seen-by = Les personnes qui répondent de ces contacts voient cette page.
directory-contact-new = Ajouter un contact
directory-contact-change = Modifier ce contact
directory-contact-remove = Retirer ce contact
directory-contact-whole = Toute l’organisation
directory-contact-of = Pour qui ?
directory-contact-purpose = Pour quoi ?
directory-contact-purpose-hint = Par exemple : proposer une mission, devenir membre.
directory-contact-email = Adresse e-mail du contact
directory-contact-phone = Téléphone du contact
directory-contact-name = Qui répond
directory-contact-name-hint = Seulement si la personne est d’accord.
directory-contact-publish = Publier
directory-contact-published-done = Le contact est publié.
directory-contact-removed-done = Le contact est retiré.

# Âge des informations.
directory-age-never = Personne n’a encore confirmé ces informations.
directory-age-confirmed = Confirmé le { $day }.
directory-age-old = peut avoir changé
directory-age-old-text = Relisez ces informations. Si rien n’a changé, un bouton suffit.
directory-age-same = Rien n’a changé
directory-age-confirmed-done = C’est confirmé, à la date d’aujourd’hui.
directory-age-link-organisation-title = Les informations de { $name } sont-elles encore justes ?
directory-age-link-description-title = La description de { $name } est-elle encore juste ?
directory-age-link-contact-title = Ce contact de { $name } est-il encore juste ?
directory-age-link-text = Si rien n’a changé, appuyez sur le bouton. Ouvrir cette page ne change rien.
directory-age-link-change = Relire ou modifier
directory-age-stale-title = Ce lien ne mène plus à rien
directory-age-stale-text = Il est trop ancien, ou vous ne répondez plus de ces informations. Elles restent en place.
directory-mail-entry-organisation-subject = Les informations de { $organisation } sont-elles encore justes ?
directory-mail-entry-organisation-text =
    Bonjour { $name },

    Personne n’a confirmé depuis longtemps l’adresse et les numéros de { $organisation }. Ils restent visibles, mais avec la mention « peut avoir changé ». Ouvrez la page : si rien n’a changé, un bouton suffit.
directory-mail-entry-description-subject = La description de { $organisation } est-elle encore juste ?
directory-mail-entry-description-text =
    Bonjour { $name },

    Personne n’a confirmé depuis longtemps la description de { $organisation }. Elle reste visible, mais avec la mention « peut avoir changé ». Ouvrez la page : si rien n’a changé, un bouton suffit.
directory-mail-entry-contact-subject = Un contact de { $organisation } est-il encore juste ?
directory-mail-entry-contact-text =
    Bonjour { $name },

    Personne n’a confirmé depuis longtemps un contact publié de { $organisation }. Il reste visible, mais avec la mention « peut avoir changé ». Ouvrez la page : si rien n’a changé, un bouton suffit.

# La carte.
directory-nav-network = Réseau
directory-map-title = Le réseau sur la carte
directory-map-text = { $count ->
        [one] Une organisation.
       *[other] { $count } organisations, { $countries ->
            [one] un pays
           *[other] { $countries } pays
        }. La carte et la liste disent la même chose.
    }
directory-map-picture = Carte des organisations du réseau. Chaque point mène à la liste.
directory-map-choose = Quelle partie du monde ?
directory-map-near = Autour de nous
directory-map-world = Monde entier
directory-map-all = Tout le réseau
directory-map-no-town = Ville non indiquée
directory-map-nowhere = Pas sur la carte : nous ne connaissons pas la position.
directory-map-empty-title = La carte est encore vide
directory-map-empty-text = Les associations apparaissent ici quand elles publient leur description ou un contact.
directory-map-seen-by = Tout le monde peut voir cette page. Elle montre les associations qui ont publié quelque chose.
directory-map-seen-by-known = Vous voyez toutes les organisations du réseau. Le public voit seulement celles qui ont publié quelque chose.

# Qui a regardé, et pour quoi faire ; qui peut voir.
directory-sees-need = Toujours, car { $why }
directory-sees-chosen = Vous l’avez ouvert vous-même.
look-people-read = Votre fiche, pour savoir qui travaille ici et vous joindre
look-people-manage = Votre fiche, pour la tenir à jour
look-colleagues-read = Ce que vous montrez à vos collègues ou au réseau
did-person-created = A créé votre fiche
did-person-merged = A réuni deux fiches qui parlaient de vous
did-person-parted = A séparé deux fiches qui avaient été réunies
did-person-changed = A modifié votre fiche
did-person-invited = Vous a envoyé une invitation
did-role-given = Vous a donné un rôle
did-role-ended = A mis fin à un de vos rôles
