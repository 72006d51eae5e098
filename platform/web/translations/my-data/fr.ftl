# Mes données : ce qui est gardé, qui le voit, qui a regardé.
web-my-data-title = Mes données
web-my-data-text = Ce qui est écrit sur vous ici est à vous. Vous pouvez le lire, savoir qui le voit et pourquoi, et savoir qui l’a regardé.
web-my-data-link = Ce qui est gardé sur moi, qui le voit, qui a regardé
