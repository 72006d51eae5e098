# Coming in, finding one's way, what goes wrong.
web-no-seat = No role for now
web-footer-home = Home
web-footer-sign-in = Sign in
web-footer-outbox = Messages of the demonstration
web-footer-style = Style page

web-role-admin = Administration
web-role-coordinator = Coordination
web-role-treasurer = Treasury
web-role-peer = Peer work
web-role-head = Head of institution
web-role-referent = Team referent

web-sign-in-title = Sign in
web-sign-in-email = E-mail address
web-sign-in-password = Password
web-sign-in-action = Sign in
web-sign-in-by-link = Get a link by e-mail
web-sign-in-wrong = The address and the password do not go together. Try again, or ask for a link by e-mail.
web-sign-in-link-title = Get a sign-in link
web-sign-in-link-text = We send you a link. It works once, for one day. You do not need a password.
web-sign-in-link-action = Send the link
web-sign-in-link-again = Ask for a new link
web-sign-in-link-sent-title = Look at your e-mail
web-sign-in-link-sent-text = If this address has an account, a message arrives within a few minutes. Look in the spam folder too.
web-sign-in-link-open-title = Welcome
web-link-stale-title = This link no longer works
web-link-stale-text = It was used already, or it is too old. You can ask for another one right away.
web-sign-out = Sign out

web-invitation-title = Welcome, { $name }
web-invitation-text = Choose a password to come in. You can also come in by a link sent to your e-mail.
web-invitation-password = Your password
web-invitation-action = Come in
web-invitation-stale-text = The invitation was used already, or it is too old. If you have an account, ask for a link by e-mail. If not, ask your association for a new invitation.
web-password-hint = At least { $fewest } characters. A sentence that you remember well is fine.
web-password-too-short = Choose a longer password: at least 12 characters.
web-password-too-long = Choose a shorter password: 200 characters at the most.
web-password-easy = This password is too easy to guess: many people have one like it. Take a short sentence of your own instead.
web-password-own = This password is mostly your name or your address: that is what people try first. Take a short sentence of your own instead.

web-me-seats = My roles
web-me-no-seats = You have no role for now. Your association can invite you.
web-me-seat = { $role } · { $place }
web-me-seat-current = now
web-me-seat-take = Act as { $seat }
web-me-more = My availability and preferences
web-me-name = Change my name
web-me-visibility = Who sees what of me
web-me-seen-by = Only you see this page.

web-outbox-title = Messages of the demonstration
web-outbox-text = Nothing leaves from here. Messages that would be sent by e-mail or as text messages are kept on this page.
web-sms-subject = Text message
web-outbox-empty = No message yet

web-mail-link = Open this page:
web-mail-end = Passerelle
web-mail-sign-in-subject = Your sign-in link
web-mail-sign-in-text =
    Hello { $name },

    Here is the link that you asked for. It works once, for one day. If you did not ask for it, you can forget this message.

web-error-too-long = Write { $most } characters at the most.
web-error-date = Write a date that exists, for example 27 3 2027.
web-error-hours = Write a length of time, for example 3:30 or 3.5.
web-error-number = Write a number from { $from } to { $to }.
web-error-email = Write a full e-mail address, for example name@example.org.

web-problem-home = Go to the home page
web-problem-today = Go to Today
web-problem-sign-in-title = Sign in first
web-problem-sign-in-text = Your session has ended. Nothing was saved. Sign in, then try again.
web-problem-not-found-title = This page does not exist
web-problem-not-found-text = The address may be incomplete, or the page is not for your role.
web-problem-forbidden-title = This page is not for your role
web-problem-forbidden-text = Nothing was changed. If you have another role, you can change to it at the top of the page.
web-problem-refused-title = It cannot be done this way
web-problem-too-many-title = Too many tries
web-problem-too-many-text =
    { $seconds ->
        [one] Wait one second, then send it again.
       *[other] Wait { $seconds } seconds, then send it again.
    }
web-problem-kept = What you wrote is kept.
web-problem-kept-password = What you wrote is kept. Only type your password again.
web-problem-send-again = Send again
web-problem-too-large-title = This is too large
web-problem-too-large-text = What you send is larger than what we accept. Nothing was saved. Shorten the text, or choose a file of less than 64 MB.
web-problem-too-slow-title = Sending took too long
web-problem-too-slow-text = Not everything arrived. Nothing was saved. Check your connection, go back to the page, then send it again.
web-problem-conflict-title = Somebody else was faster
web-problem-conflict-text = This has just changed. Go back to the page, look, and do it again if it is still needed.
web-problem-away-title = The service does not answer at the moment
web-problem-away-text = Nothing was saved. Wait a moment, then try again.
web-problem-unsure-title = We do not know whether it was saved
web-problem-unsure-text = The connection broke at the wrong moment. Go back to the page and look before you do it again.
web-problem-unsure-once = The connection broke at the wrong moment. Send again: if it was saved already, nothing is done twice.
web-problem-try-again = Try again
web-problem-away-signed-in = You are still signed in.
web-problem-internal-title = Something went wrong on our side
web-problem-internal-text = Nothing was saved. Try again in a moment. If it goes on, give this reference to your association: { $reference }

web-sealed-erased = [Erased on { $day }]
web-sealed-unreadable = [This text can no longer be read]

web-listing-take = Download
web-listing-this = This list:
web-listing-xlsx = Excel or LibreOffice (XLSX)
web-listing-csv = Text (CSV)
web-listing-bound = { $rows } lines at most. The file holds what you may see here: keep it in a safe place.
web-listing-too-long = The list is too long for a file. Narrow it first, with the search or a filter.

web-search-title = Search
web-search-label = What are you looking for?
web-search-hint = A name, a town, an institution, a mission. The beginning of the words is enough.
web-search-action = Search
web-search-short = Write at least two letters.
web-search-nothing-title = Nothing for “{ $words }”
web-search-nothing-text = Try fewer words, or only their beginning. You find what your role lets you see.
web-search-more = There are more. Add a word to narrow it down.
web-search-seen-by = You find here what your role lets you see, and nothing else.
