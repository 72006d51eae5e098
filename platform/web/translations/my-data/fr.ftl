# Mes données : ce qui est gardé, qui le voit, qui a regardé.
web-my-data-title = Mes données
web-my-data-text = Ce qui est écrit sur vous ici est à vous. Vous pouvez le lire, savoir qui le voit et pourquoi, et savoir qui l’a regardé.
web-my-data-link = Ce qui est gardé sur moi, qui le voit, qui a regardé

web-looked-title = Qui a regardé
web-looked-title-hint = Qui a ouvert ou changé ce qui est écrit sur vous, quand, et pour quoi faire.
web-looked-text = Voici les personnes qui ont vu ou changé quelque chose de vous. La dernière fois est en haut.
web-looked-none-title = Personne d’autre n’a regardé
web-looked-none-text = Quand quelqu’un ouvrira une page qui parle de vous, vous le lirez ici.
web-looked-who = Qui
web-looked-what = Quoi, et pour quoi faire
web-looked-when = Quand
web-looked-by-link = Une personne de l’équipe, par un lien reçu par e-mail
web-looked-something = Quelque chose de vous
web-looked-changed = A changé quelque chose qui vous concerne
web-looked-how-title = Comment c’est noté
web-looked-how-text = Chaque personne est notée une fois par jour pour chaque raison, à l’heure de sa première visite. Une liste où l’on ne lit que votre nom et votre mission n’est pas notée. Ce que vous regardez vous-même non plus. Personne ne peut changer ces lignes sans que cela se voie.

web-sees-title = Qui peut voir, et pourquoi
web-sees-title-hint = Les personnes qui peuvent lire ce qui est écrit sur vous aujourd’hui, et la raison.
web-sees-text = Pour chaque information, voici qui peut la voir aujourd’hui, et pourquoi. Si les rôles ou vos choix changent, cette page change aussi.
web-sees-nobody = Vous seulement.
web-sees-account = Votre mot de passe, vos clés et vos appareils
web-sees-server-title = Les personnes qui font marcher le serveur
web-sees-server-text = Elles peuvent lire la base de données, sauf les textes fermés à clé. Elles n’ont pas le droit de s’en servir pour autre chose que la réparer.

did-rescue-confirmed-first = A confirmé que c’est bien vous, pour que vous puissiez entrer à nouveau
did-rescue-confirmed-second = A confirmé que c’est bien vous, pour que vous puissiez entrer à nouveau
did-rescue-stopped = A arrêté la demande pour entrer à nouveau dans votre compte
