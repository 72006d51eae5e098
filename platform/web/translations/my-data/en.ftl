# My data: what is held, who sees it, who looked.
web-my-data-title = My data
web-my-data-text = What is written about you here is yours. You can read it, know who sees it and why, and know who has looked at it.
web-my-data-link = What is held about me, who sees it, who looked
