# Mes données : ce qui est gardé sur moi, une copie, ce qui est faux, effacer.
privacy-yes = Oui
privacy-no = Non
privacy-until-day = jusqu’au { $day }
privacy-kept-title = Gardé
privacy-kept = Gardé { $until }.

privacy-held-title = Ce qui est gardé sur vous
privacy-held-lead = Voici tout ce que Passerelle garde sur vous, à quoi cela sert, et jusqu’à quand. Vous pouvez dire que quelque chose est faux, ou que vous ne le voulez pas.
privacy-held-merged = Une autre fiche vous concernant a été réunie avec la vôtre. Ce qu’elle contient est ici aussi. Si ce n’est pas vous, dites que c’est faux : l’association peut séparer les deux fiches.
privacy-held-seen-by = Personne d’autre que vous ne voit cette page.
privacy-held-export = Prendre une copie de mes données
privacy-held-erasure = Faire effacer mes données
privacy-held-contents = Sur cette page
privacy-held-readers = Qui le reçoit, et pourquoi c’est permis
privacy-held-basis = Ce qui le permet : { $basis }.
privacy-held-nothing = rien
privacy-held-count = { $count ->
    [one] Une ligne.
   *[other] { $count } lignes.
}
privacy-held-count-last = { $count ->
    [one] Une ligne, du { $day }.
   *[other] { $count } lignes, la dernière du { $day }.
}
privacy-held-lines = Voir les { $count } lignes
privacy-held-rest = { $count ->
    [one] Une autre ligne est dans votre copie.
   *[other] { $count } autres lignes sont dans votre copie.
}

privacy-purpose-rights = Vos demandes sur vos données
privacy-purpose-rights-why = Pour répondre à ce que vous demandez sur vos données.
privacy-purpose-rights-readers = Vous, et l’administration et la coordination de l’association qui répond.
privacy-held-claims = Ce que vous avez demandé
privacy-held-answered = Les demandes auxquelles vous avez répondu
privacy-held-kind = Demande
privacy-held-about = Sujet
privacy-held-words = Ce que vous avez écrit
privacy-held-asked = Jour de la demande
privacy-held-outcome = Suite
privacy-held-ended = Jour de la réponse
privacy-held-answer = Réponse
privacy-held-by = Nom de qui a répondu

privacy-kind-correction = Une erreur
privacy-kind-objection = Un refus
privacy-kind-erasure = Tout effacer
privacy-outcome-waiting = En attente
privacy-outcome-done = Faite
privacy-outcome-declined = Refusée
privacy-outcome-withdrawn = Retirée

privacy-ask-correction-link = Quelque chose est faux
privacy-ask-correction-title = Qu’est-ce qui est faux ?
privacy-ask-correction-text = La coordination de votre association lit votre message. Elle corrige ou vous dit pourquoi elle ne le fait pas, dans un délai d’un mois.
privacy-ask-correction-label = Ce qui est faux, et ce qui est juste
privacy-ask-objection-link = Je ne veux pas de cela
privacy-ask-objection-title = Que ne voulez-vous pas ?
privacy-ask-objection-text = La coordination de votre association lit votre message et vous répond dans un délai d’un mois. Vous n’avez pas à donner de raison.
privacy-ask-objection-label = Ce que vous ne voulez pas
privacy-ask-objection-consent = C’est votre accord qui permet cet usage. Vous pouvez aussi changer ou vider vous-même ce que vous avez dit, à tout moment.
privacy-ask-objection-contract = Une partie est nécessaire à votre travail. Votre association vous dit ce qu’elle peut arrêter, et ce qu’elle doit garder.
privacy-ask-objection-law = La loi demande de garder ces informations. Votre association vous dit ce qu’elle peut faire malgré cela.
privacy-ask-objection-interest = Votre association doit arrêter, sauf si elle vous donne une raison très forte.
privacy-ask-hint = N’écrivez rien sur la santé ou la vie d’autres personnes.
privacy-ask-action = Envoyer
privacy-ask-seen-by = L’administration et la coordination de votre association lisent ce que vous envoyez.

privacy-asked-title = Vos demandes
privacy-asked-about = { $kind } · { $about }
privacy-asked-at = Demandé le { $day }.
privacy-asked-due = Réponse au plus tard le { $day }.
privacy-asked-ended = Terminé le { $day }.
privacy-asked-ended-by = Répondu le { $day } par { $name }.
privacy-asked-done = Votre demande est envoyée. La réponse arrivera sur cette page.

privacy-export-title = Prendre une copie de vos données
privacy-export-text = Vous recevez un fichier ZIP avec tout ce que Passerelle garde sur vous :
privacy-export-page = une page à lire, qui s’ouvre partout, même sans réseau ;
privacy-export-data = les mêmes informations pour un autre logiciel (format JSON) ;
privacy-export-files = vos fiches de mission et votre calendrier.
privacy-export-others = Des autres personnes, la copie ne dit que le nom de celles qui ont fait quelque chose pour vous.
privacy-export-warning = Cette copie dit beaucoup de vous. Gardez-la là où personne d’autre que vous n’a accès.
privacy-export-action = Télécharger ma copie
privacy-copy-name = mes-donnees
privacy-copy-title = Ce que Passerelle garde sur { $name }
privacy-copy-made = Copie faite le { $day }.
privacy-copy-files = Fichiers

privacy-erasure-title = Faire effacer vos données
privacy-erasure-lead = Lisez d’abord ce qui se passera. Rien n’est effacé tant que vous ne l’avez pas demandé en bas de la page.
privacy-erasure-seen-by = Personne d’autre que vous ne voit cette page. Si vous demandez l’effacement, la coordination de votre association en est avertie.
privacy-erasure-deleted-title = Ce qui sera effacé tout de suite
privacy-erasure-deleted-text = Il n’en restera rien.
privacy-erasure-emptied-title = Ce qui sera vidé
privacy-erasure-emptied-text = La ligne reste, parce que d’autres y sont liées. Ce qui parle de vous en disparaît.
privacy-erasure-kept-title = Ce que la loi demande de garder
privacy-erasure-kept-text = Ces lignes restent jusqu’au jour dit, puis elles sont effacées. À la place de votre nom, on lira « une personne dont les données ont été effacées », sauf là où nous disons que votre nom reste.
privacy-erasure-kept-what = Quoi
privacy-erasure-kept-until = Jusqu’à quand
privacy-erasure-kept-why = Pourquoi
privacy-erasure-kept-name = Votre nom
privacy-erasure-name-stays = Votre nom y reste : ce document ne peut pas être changé.
privacy-erasure-name-gone = Votre nom n’y est plus.
privacy-erasure-copies = Les sauvegardes faites avant l’effacement contiennent encore vos données. Elles ne servent qu’après une panne, et sont remplacées avec le temps.
privacy-erasure-then-title = Et ensuite
privacy-erasure-alone = Rien n’est en cours. Vos données seront effacées { $days } jours après votre demande, sans que personne n’ait à décider. Pendant ces { $days } jours, vous pouvez changer d’avis.
privacy-erasure-open = Quelque chose est encore en cours :
privacy-erasure-by-association = Vous pouvez demander l’effacement dès maintenant. La coordination de votre association en est avertie, termine avec vous ce qui est en cours, et vous répond dans un délai d’un mois. Vos données sont effacées dès que plus rien n’est en cours.
privacy-erasure-warning = Une fois vos données effacées, vous ne pourrez plus entrer, et personne ne pourra les faire revenir.
privacy-erasure-action = Demander l’effacement
privacy-erasure-copy-first = Prendre d’abord une copie
privacy-erasure-waits = L’effacement est demandé. Vous pouvez retirer votre demande jusqu’au { $day }.
privacy-erasure-waits-alone = Ensuite, vos données seront effacées dans la nuit.
privacy-erasure-waits-open = La coordination de votre association vous répond au plus tard le { $day }. Vos données seront effacées quand ceci sera terminé :
privacy-erasure-take-back = Retirer ma demande
privacy-erasure-asked-done = L’effacement est demandé.
privacy-erasure-taken-back-done = Votre demande est retirée. Rien n’est effacé.
privacy-obstacle-only-admin = Vous êtes la seule personne à l’administration de votre association. Donnez d’abord ce rôle à une autre personne.

privacy-claims-title = Ce que les personnes demandent sur leurs données
privacy-claims-text = La loi donne un mois pour répondre.
privacy-claims-empty-title = Personne n’a rien demandé
privacy-claims-empty-text = Quand une personne signale une erreur, refuse un usage ou veut être effacée, sa demande arrive ici et sur la page Aujourd’hui.
privacy-claims-rest = Demandes plus anciennes
privacy-claims-seen-by = Seules l’administration et la coordination de { $place } voient cette page.
privacy-claims-who = Personne
privacy-claims-what = Demande
privacy-claims-asked = Demandé le
privacy-claims-state = État
privacy-claims-words = Ce que la personne écrit
privacy-claims-due = Réponse au plus tard le
privacy-claims-ended = Répondu le
privacy-claims-by = Par
privacy-claims-answer = Réponse
privacy-claim-correction-title = { $name } signale une erreur dans ses données
privacy-claim-objection-title = { $name } ne veut pas d’un usage de ses données
privacy-claim-erasure-title = { $name } demande l’effacement de ses données
privacy-claim-open = L’effacement attend que ceci soit terminé :
privacy-claim-not-yet = La personne peut retirer sa demande jusqu’au { $day }. L’effacement se fait ensuite tout seul, dans la nuit.
privacy-claim-consequences = Ce qui sera effacé, et ce qui reste
privacy-claim-erase = Effacer les données maintenant
privacy-claim-answer-title = Répondre
privacy-claim-outcome = Qu’avez-vous fait ?
privacy-claim-done = C’est fait
privacy-claim-declined = Je ne le fais pas
privacy-claim-answer = Ce que la personne lira
privacy-claim-answer-hint = Dites ce que vous avez changé. Si vous refusez, dites pourquoi, et que la personne peut se plaindre à la CNIL (en Belgique, à l’Autorité de protection des données).
privacy-claim-answer-action = Envoyer la réponse
privacy-claim-answered-done = La réponse est envoyée.
privacy-claim-erased-done = Les données sont effacées.

privacy-refusal-words-missing = Écrivez quelques mots.
privacy-refusal-answer-missing = Écrivez ce que la personne lira.
privacy-refusal-outcome-missing = Dites si c’est fait ou non.
privacy-refusal-ended = Cette demande a déjà une réponse, ou la personne l’a retirée.
privacy-refusal-carry-out = Un effacement se fait avec le bouton « Effacer les données maintenant ».
privacy-refusal-not-an-erasure = Cette demande n’est pas une demande d’effacement.
privacy-refusal-too-early = La personne peut encore retirer sa demande. Attendez la fin du délai.
privacy-refusal-still-open = Quelque chose est encore en cours. Terminez-le d’abord.
privacy-refusal-asked-already = L’effacement est déjà demandé.
privacy-refusal-nothing-held = Rien de tel n’est gardé sur vous.
privacy-refusal-no-association = Aucune association ne tient de fiche sur vous.

privacy-mail-answered-subject = Une réponse sur vos données
privacy-mail-answered-text =
    Bonjour { $name },

    Votre association a répondu à ce que vous avez demandé sur vos données. La réponse est sur cette page.
privacy-mail-erased-subject = Vos données sont effacées
privacy-mail-erased-text =
    Bonjour { $name },

    Vos données sont effacées, comme vous l’avez demandé ou parce que le délai est passé. Votre compte est fermé. Ce que la loi demande de garder reste, sans votre nom sauf dans les factures déjà faites, jusqu’aux dates dites sur la page d’effacement.

    C’est le dernier message que vous recevez de nous.

privacy-register-title = Registre des traitements
privacy-register-lead = Ce que { $place } fait avec les données des personnes (RGPD, article 30). Cette page vient du programme lui-même : elle dit ce qu’il fait. « Vous » y désigne la personne dont on garde les données.
privacy-register-shared = Ajoutez-y le nom et l’adresse de votre association, la personne à joindre, et qui héberge le serveur.
privacy-register-seen-by = L’administration et la coordination voient cette page. Elle ne dit rien de personne en particulier.
privacy-register-why = À quoi cela sert
privacy-register-basis = Ce qui le permet
privacy-register-data = Données
privacy-register-origins = D’où elles viennent
privacy-register-readers = Qui les reçoit
privacy-register-terms = Combien de temps
privacy-register-measures = Protections
privacy-register-facts = { $what } : { $facts }
privacy-register-ids = Un numéro seulement, sans autre information
privacy-register-term = { $time }. { $why }
privacy-register-sealed = Scellé par le programme avant d’arriver dans la base : { $facts }.
privacy-register-without-name = Après un effacement, ce qui reste ne porte plus de nom.
privacy-register-with-name = Après un effacement, le nom reste dans les factures déjà faites.
privacy-register-passing = Ce qui disparaît tout seul
privacy-register-passing-line = { $what } : { $term }.
privacy-register-measures-title = Protections de tous les traitements
privacy-register-all-role = Chaque page dit qui peut l’ouvrir ; sans rôle, rien ne se voit.
privacy-register-all-trail = Ce qui est fait laisse une trace : qui, quoi, quand.
privacy-register-all-sealed = Les textes confidentiels sont scellés avec une clé qui n’est pas dans la base.
privacy-register-all-second = L’administration et la coordination entrent avec deux preuves, quand le serveur le demande.
privacy-register-all-transfers = Aucune donnée n’est envoyée hors de l’Union européenne par le programme. Il ne charge rien chez d’autres.

privacy-my-held = Ce qui est gardé sur moi
privacy-my-held-hint = Tout ce que Passerelle garde, à quoi cela sert et jusqu’à quand ; dire que quelque chose est faux.
privacy-my-copy = Prendre une copie
privacy-my-copy-hint = Un fichier à lire, à garder ou à donner à un autre logiciel.
privacy-my-erasure = Faire effacer mes données
privacy-my-erasure-hint = Ce qui serait effacé, ce que la loi demande de garder, et jusqu’à quand.

look-claim-answer = Ce que vous avez demandé sur vos données, pour y répondre
