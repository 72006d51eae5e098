# My data: what is held, who sees it, who looked.
web-my-data-title = My data
web-my-data-text = What is written about you here is yours. You can read it, know who sees it and why, and know who has looked at it.
web-my-data-link = What is held about me, who sees it, who looked

web-looked-title = Who looked
web-looked-title-hint = Who opened or changed what is written about you, when, and what for.
web-looked-text = These people have seen or changed something of yours. The last time is on top.
web-looked-none-title = Nobody else has looked
web-looked-none-text = When somebody opens a page about you, you will read it here.
web-looked-who = Who
web-looked-what = What, and what for
web-looked-when = When
web-looked-by-link = Somebody of the team, by a link received by e-mail
web-looked-something = Something of yours
web-looked-changed = Changed something that concerns you
web-looked-how-title = How this is noted
web-looked-how-text = Each person is noted once a day for each reason, at the time of their first visit. A list that shows only your name and your mission is not noted. Nor is what you look at yourself. Nobody can change these lines without it being seen.

web-sees-title = Who can see it, and why
web-sees-title-hint = The people who can read what is written about you today, and the reason.
web-sees-text = For each piece of information, this is who can see it today, and why. When roles or your choices change, this page changes too.
web-sees-nobody = Only you.
web-sees-account = Your password, your keys and your devices
web-sees-server-title = The people who run the server
web-sees-server-text = They can read the database, except texts that are locked by a key. They may use it for nothing but mending it.

did-rescue-confirmed-first = Confirmed that it is you, so that you can come in again
did-rescue-confirmed-second = Confirmed that it is you, so that you can come in again
did-rescue-stopped = Stopped the request to come into your account again
