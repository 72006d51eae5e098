# Les conventions comme papiers à signer.
placement-signing-framework-title = Faire signer la convention
placement-signing-framework-lead = Voici ce que dira la convention. Choisissez ensuite qui la signe.
placement-signing-assignment-title = Faire signer la convention de mission
placement-signing-assignment-lead = Voici ce que dira la convention de cette mission, à partir de la fiche, du planning et de la convention-cadre. Choisissez ensuite qui la signe.
placement-signing-addendum-title = Faire signer l’avenant
placement-signing-addendum-lead = L’avenant complète le contrat de travail pour cette mission. L’association et la personne le signent.
placement-signing-lawyer = Ce modèle est à faire relire par un juriste avant de s’en servir. Cette phrase n’est pas imprimée.
placement-signing-more = Ce que vous voulez ajouter
placement-signing-extra = Autres points
placement-signing-extra-hint = Par exemple un second établissement, une assurance, un accès aux locaux. Une ligne vide commence un paragraphe.
placement-signing-extra-title = Autres points
placement-signing-trial = Période d’essai, en jours
placement-signing-trial-hint = Laissez vide s’il n’y en a pas.
placement-signing-trial-title = Période d’essai
placement-signing-trial-text = { $days ->
    [one] Pendant { $days } jour, chacun peut mettre fin à la mission sans préavis. Ce n’est une faute pour personne.
   *[other] Pendant { $days } jours, chacun peut mettre fin à la mission sans préavis. Ce n’est une faute pour personne.
}
placement-signing-offer = Demander les signatures
placement-signing-seen-by = La coordination et l’administration de l’association préparent ce papier. Chaque signataire le lit.
placement-signing-list = Papiers à signer
placement-signing-none = Aucun papier n’a encore été proposé à la signature.
placement-signing-offer-framework = Faire signer
placement-signing-offer-assignment = Faire signer la convention de mission
placement-signing-offer-addendum = Faire signer l’avenant

placement-signing-framework-name = Convention-cadre avec { $institution }
placement-signing-assignment-name = Convention de mission : { $mission }
placement-signing-addendum-name = Avenant au contrat de travail : { $mission }
placement-signing-edition = { $org }, le { $day }
placement-signing-for = pour { $name }
placement-signing-for-self = à titre personnel
placement-signing-sides = Les parties
placement-signing-lender = L’association
placement-signing-host = L’établissement
placement-signing-dates = Durée
placement-signing-price = Prix
placement-signing-price-framework = Le prix et la base légale sont ceux de la convention-cadre entre les deux parties.
placement-signing-peer = Personne
placement-signing-qualification = Qualification
placement-signing-qualification-peer = pair-aidance
placement-signing-task = { $point } : { $said }

placement-signing-framework-object = Objet
placement-signing-framework-object-text = L’association met le temps de pairs-aidants à la disposition des équipes de l’établissement. Chaque mission fait l’objet d’une convention de mission, qui nomme la personne, l’équipe, les dates, les heures et les référents.
placement-signing-invoices = Factures
placement-signing-invoices-hours = Seules les heures confirmées par l’équipe sont facturées. Le détail des heures est joint à chaque facture.
placement-signing-law = Base légale
placement-signing-law-fr-basis = Ce prêt de personnel se fait sans but lucratif, selon les articles L8241-1 et L8241-2 du code du travail.
placement-signing-law-fr-price = L’association facture les salaires versés, les charges sociales et les frais professionnels remboursés à la personne, et rien de plus.
placement-signing-law-fr-consent = La personne mise à disposition a donné son accord. Un avenant à son contrat de travail précise le travail confié, les horaires et le lieu.
placement-signing-law-fr-return = Pendant le prêt, le contrat de travail avec l’association n’est ni rompu ni suspendu. À la fin, la personne retrouve son poste à l’association, sans changement de carrière ni de salaire.
placement-signing-law-fr-rights = La personne a accès aux installations et aux moyens de transport collectifs de l’établissement, comme ses propres salariés.
placement-signing-law-be-basis = Cette mise à disposition se fait selon l’exception prévue par l’article 32 de la loi du 24 juillet 1987.
placement-signing-law-be-price = Le salaire de la personne n’est pas inférieur à celui d’un travailleur de l’établissement qui a la même fonction.
placement-signing-law-be-authority = L’association reste l’employeur. L’établissement donne les instructions nécessaires au travail, dans les limites de la convention de mission.
placement-signing-law-service = L’association rend un service : elle organise le travail et en répond. Ce n’est pas un prêt de personnel.
placement-signing-peers = La personne qui travaille
placement-signing-peers-employer = L’association est et reste l’employeur. Elle verse le salaire, décide des congés et assure la supervision.
placement-signing-peers-yes = Une mission ne commence qu’avec le oui de la personne. Elle peut dire non sans donner de raison.
placement-signing-peers-health = Aucune information sur la santé de la personne n’est demandée ni transmise.
placement-signing-peers-care = L’équipe prépare l’accueil et nomme une personne de référence. La personne est membre de l’équipe pendant son temps de présence.
placement-signing-ending = Changer, arrêter, embaucher
placement-signing-ending-change = Tout changement s’écrit dans une nouvelle version, signée par les mêmes parties.
placement-signing-ending-notice = Chaque partie peut mettre fin à la convention par écrit, avec le préavis indiqué. Les missions en cours vont jusqu’à leur fin, sauf accord contraire.
placement-signing-ending-early = La mission peut s’arrêter avant son dernier jour, par accord ou avec le préavis de la convention-cadre. La personne est entendue avant.
placement-signing-ending-hire = L’établissement peut embaucher directement la personne, si elle le veut. L’association ne s’y oppose pas et ne demande rien. La date et le type de contrat sont écrits.

placement-signing-addendum-object = Objet
placement-signing-addendum-object-text = Cet avenant complète le contrat de travail pendant la mission décrite ici. Tout le reste du contrat ne change pas.
placement-signing-addendum-tasks = Le travail confié
placement-signing-addendum-tasks-text = La personne travaille comme pair-aidante dans l’équipe. La fiche de mission précise :
placement-signing-addendum-rights = Vos droits
placement-signing-addendum-pay = Le salaire est versé par l’association et ne baisse pas pendant la mission.
placement-signing-addendum-refuse = Refuser cette mission n’est pas une faute. Personne ne peut être sanctionné, licencié ou traité moins bien parce qu’il l’a refusée.
placement-signing-addendum-return = À la fin de la mission, la personne retrouve son poste à l’association.
placement-signing-addendum-stay = La personne garde les droits de tous les salariés de l’association, et peut demander à tout moment que la mission s’arrête.
