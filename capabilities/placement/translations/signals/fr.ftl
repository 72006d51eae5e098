# Vigilance : ce que montrent les semaines à venir, dit d’abord à la personne concernée.
placement-signals-title = Prendre soin de mes semaines
placement-signals-lead = Nous regardons vos horaires et vos missions des semaines à venir. Cela parle du travail, jamais de vous. Vous le voyez en premier.
placement-signals-seen-by = Vous voyez cette page. L’équipe et l’établissement ne la voient jamais. La coordination voit seulement les remarques où c’est écrit.
placement-signals-none-title = Rien à signaler
placement-signals-none-text = Pour { $org }, rien ne demande votre attention dans vos semaines à venir.
placement-signals-gone-done = Cette remarque n’a plus lieu d’être : les faits ont changé.
placement-signals-aside = Ce qui vous va comme cela

placement-signals-who-you = Personne d’autre que vous ne le voit.
placement-signals-who-several = Personne d’autre que vous ne le voit : cela vient de plusieurs associations ensemble. Aucune n’apprend ce que vous faites pour une autre.
placement-signals-who-until = Jusqu’au { $day }, personne d’autre que vous ne le voit. Ensuite, la coordination de { $org } le voit aussi, et vos mots si vous en avez écrit.
placement-signals-who-open = La coordination de { $org } le voit aussi, et vos mots si vous en avez écrit.
placement-signals-who-talked = La coordination de { $org } le voit aussi. { $name } a noté le { $day } que vous en avez parlé ensemble.

placement-signals-lighter = Alléger
placement-signals-other-times = Vous pouvez proposer à l’équipe un autre moment : choisissez le créneau dans vos semaines.
placement-signals-lighter-text = En un geste, vous pouvez alléger la fin du mois. L’équipe reçoit les dates, rien d’autre.
placement-signals-words = Vos mots
placement-signals-words-hint = Écrivez ce que vous voulez en dire. La coordination les lira. Vous n’avez pas de raison à donner.
placement-signals-words-missing = Écrivez quelques mots, ou choisissez un autre bouton.
placement-signals-act-missing = Choisissez l’un des boutons. Rien n’a changé.
placement-signals-now = Le dire maintenant à la coordination
placement-signals-keep = Garder mes mots pour plus tard
placement-signals-keep-open = Enregistrer mes mots
placement-signals-fine-title = Cela vous va
placement-signals-fine-text = Si vous le dites, la coordination ne le voit pas, ou ne le voit plus. Si cela augmente un jour, nous vous le redirons, à vous d’abord.
placement-signals-fine-action = Cela me va, n’en dites rien
placement-signals-back-text = Vous avez dit que cela vous va. Vous pouvez changer d’avis.
placement-signals-back-action = En reparler
placement-signals-over-title = Ce n’est plus le cas
placement-signals-over-text = Si vous avez maintenant quelqu’un à qui parler, la remarque disparaît pour tout le monde.
placement-signals-over-action = J’ai quelqu’un à qui parler
placement-signals-alone-text = Un groupe d’intervision, un mentor, une personne paire : parler de son travail fait partie du travail. La coordination le saura tout de suite et cherchera avec vous.
placement-signals-alone-tap = Le dire à la coordination : je cherche quelqu’un à qui parler
placement-signals-alone-done = C’est dit. La coordination le voit maintenant.
placement-signals-now-done = C’est dit. La coordination le voit maintenant.
placement-signals-words-done = Vos mots sont gardés.
placement-signals-fine-done = C’est noté. Personne d’autre ne le voit.
placement-signals-back-done = C’est noté. Vous avez de nouveau le temps d’y répondre.

placement-signal-kind-ceiling = Des semaines au-dessus de votre plafond
placement-signal-kind-contract = Des semaines au-delà de votre contrat
placement-signal-kind-several-teams = Plusieurs équipes en même temps
placement-signal-kind-short-rest = Peu de repos entre deux journées
placement-signal-kind-weekly-rest = Beaucoup de jours sans vrai repos
placement-signal-kind-late-then-early = Tard le soir, tôt le lendemain
placement-signal-kind-tight-journey = Peu de temps pour aller d’un lieu à l’autre
placement-signal-kind-long-journey = Un trajet plus long que vous ne le souhaitez
placement-signal-kind-idle = Pas de mission depuis un moment
placement-signal-kind-ending = Une mission se termine, rien n’est prévu après
placement-signal-kind-alone = Vous n’avez personne à qui parler de votre travail ?

placement-signal-about-ceiling = { $name } : plus d’heures que souhaité
placement-signal-about-contract = { $name } : plus d’heures que le contrat
placement-signal-about-several-teams = { $name } : plusieurs équipes en même temps
placement-signal-about-short-rest = { $name } : peu de repos entre deux journées
placement-signal-about-weekly-rest = { $name } : beaucoup de jours sans vrai repos
placement-signal-about-late-then-early = { $name } : tard le soir, tôt le lendemain
placement-signal-about-tight-journey = { $name } : peu de temps pour aller d’un lieu à l’autre
placement-signal-about-long-journey = { $name } : un trajet plus long que souhaité
placement-signal-about-idle = { $name } : pas de mission depuis un moment
placement-signal-about-ending = { $name } : une mission se termine, rien n’est prévu après
placement-signal-about-alone = { $name } cherche quelqu’un à qui parler de son travail

placement-signal-fact-contract = Semaine du { $day } : { $hours } prévues. Le contrat : { $agreed }.
placement-signal-fact-ceiling-own = Semaine du { $day } : { $hours } prévues. Votre plafond : { $ceiling }.
placement-signal-fact-ceiling-theirs = Semaine du { $day } : { $hours } prévues chez nous, plus que souhaité.
placement-signal-fact-night = { $day } : fin à { $end } ({ $first }). Puis { $next } : début à { $begin } ({ $second }). Entre les deux : { $between }.
placement-signal-fact-weekly-rest = Du { $from } au { $until }.
placement-signal-fact-tight-journey = { $day } : fin à { $end } ({ $first }), début à { $begin } ({ $second }). Entre les deux : { $between }. Le trajet prend environ { $way }.
placement-signal-fact-long-journey-own = { $mission } : environ { $way } de trajet. Vous avez dit : { $most } au plus.
placement-signal-fact-long-journey-theirs = { $mission } : environ { $way } de trajet, plus que souhaité.
placement-signal-fact-idle-own = Depuis le { $day }, vous n’avez pas de mission avec { $org }.
placement-signal-fact-idle-theirs = Pas de mission avec nous depuis le { $day }.
placement-signal-fact-ending = { $mission } : dernier jour le { $day }. Rien n’est prévu après.
placement-signal-fact-alone-own = Vous l’avez dit le { $day }.
placement-signal-fact-alone-theirs = Dit le { $day }.
placement-signal-more = { $count ->
    [one] Et encore une ligne comme celles-là.
   *[other] Et encore { $count } lignes comme celles-là.
}
placement-signal-measure-short-rest = Repère : { $hours } de repos entre deux journées de travail (directive européenne 2003/88/CE, article 3).
placement-signal-measure-weekly-rest = Repère : { $hours } de repos d’affilée au moins une fois en sept jours, donc pas plus de { $days } jours de suite (directive européenne 2003/88/CE, article 5).
placement-signal-measure-late-then-early = Repère : une fin à { $late } ou plus tard, puis un début avant { $early }.
placement-signal-measure-journey = Le temps de trajet est estimé d’après la distance.
placement-signal-measure-idle = Repère : { $weeks } semaines sans mission.
placement-signal-measure-ending = Repère : { $weeks } semaines avant le dernier jour.

# Ce que lit la coordination
placement-signals-list-title = Prendre soin des semaines
placement-signals-list-lead = Ces remarques parlent du travail, jamais de la personne. Elle les a vues avant vous et a eu le temps de répondre, ou a voulu que vous les voyiez tout de suite.
placement-signals-list-seen-by = La coordination de votre association et la personne concernée voient cette page. L’équipe et l’établissement ne la voient jamais. Ce qui est ici ne sert pas à évaluer.
placement-signals-list-none-title = Rien à signaler
placement-signals-list-none-text = Ce qu’une personne paire vous montre, ou qu’elle a eu le temps de voir avant vous, arrive ici.
placement-signals-says = Les mots de { $name }
placement-signals-can-do = Ce que vous pouvez faire
placement-signals-can-do-too-much = Proposez d’en parler, sans demander pourquoi. Un créneau déplacé, une équipe prévenue ou moins d’heures suffisent souvent. Dès que les faits changent, la remarque disparaît.
placement-signals-can-do-too-little = Proposez d’en parler, sans demander pourquoi. Une autre mission, une suite, un groupe d’intervision ou une personne à appeler : cherchez ensemble. Dès que les faits changent, la remarque disparaît.
placement-signals-talk-text = Quand vous en avez parlé ensemble, notez-le : cela n’attendra plus sur votre page d’accueil. Rien de ce que vous vous êtes dit n’est demandé.
placement-signals-talk-action = J’en ai parlé avec { $name }
placement-signals-talked = { $name } a noté que vous en avez parlé ensemble ({ $when }).
placement-signals-talked-done = C’est noté.

placement-today-signals = { $count } remarques sur vos semaines
placement-today-signal-text = Jusqu’au { $day }, personne d’autre que vous ne le voit.
placement-today-signal-text-you = Personne d’autre que vous ne le voit.
placement-today-signal-look = Regarder
placement-today-signal-open = La personne l’a vu avant vous et a eu le temps de répondre.
placement-today-signal-wished = La personne veut que vous le sachiez maintenant.
placement-today-signals-open = Prendre soin des semaines de { $names }
placement-today-signals-open-text = Ces personnes l’ont vu avant vous et ont eu le temps de répondre.
placement-today-signal-read = Lire et proposer d’en parler

placement-letter-signal-subject = À propos de vos semaines à venir
placement-letter-signal-text =
    Bonjour { $name },

    En regardant vos horaires et vos missions, nous avons remarqué quelque chose. Vous le voyez en premier : pendant sept jours, personne d’autre que vous ne le voit.

    Vous pouvez alléger votre mois, en parler à votre coordination, ou dire que cela vous va.

placement-refusal-signal-not-open = La personne n’a pas encore eu le temps de répondre. Rien n’a changé.
placement-refusal-signal-of-several = Cela vient de plusieurs associations ensemble : aucune ne le voit. Parlez-en à qui vous voulez. Rien n’a changé.

look-signal-read = Une remarque sur vos semaines, pour en parler avec vous
did-signal-talked = A noté que vous avez parlé ensemble d’une remarque sur vos semaines
placement-sees-signals = Les remarques sur vos semaines, après vous

placement-purpose-care = Prendre soin de vos semaines
placement-purpose-care-why = Pour voir à temps quand il y a trop de travail, ou pas assez. Jamais pour évaluer.
placement-purpose-care-readers = Vous d’abord. La coordination de votre association ensuite, si vous n’avez pas dit que cela vous va. Personne dans l’équipe ni dans l’établissement.
placement-held-signals = Les remarques sur vos semaines
placement-held-signals-talked = Les remarques dont vous avez noté avoir parlé
placement-held-signal = À propos de
placement-held-raised = Remarqué
placement-held-told-you = Vous l’avez appris
placement-held-told-at-once = Vous avez voulu le dire tout de suite
placement-held-set-aside = Vous avez dit que cela vous va
placement-held-talked = Vous en avez parlé ensemble
placement-held-your-words = Vos mots
placement-held-signal-over = N’a plus lieu d’être
