# What is held about people: the words that all parts share.
web-erased-name = a person whose data was erased

web-basis-consent = your agreement, which you may take back
web-basis-contract = the work that was agreed with you
web-basis-law = a duty under the law
web-basis-interest = a legitimate interest of the association, which you may object to

web-origin-person = You have told it.
web-origin-association = Your association has entered it.
web-origin-team = The team has told it.
web-origin-program = The program notes it as you use it.

web-term-at-once = for as long as it is of use
web-term-at-once-why = Afterwards it is of no use.
web-term-forms = { $time } after sending
web-term-forms-why = So that a form that is sent twice acts once.
web-term-files = { $time } after it was handed in
web-term-files-why = A file that was handed in and not imported names people: later it is forgotten.
web-term-jobs = { $time } after the end
web-term-jobs-why = To understand a failure.
web-term-sessions = { $time } after the session has ended
web-term-sessions-why = A session that has ended is of no use.
web-term-links = { $time } after the link has ended
web-term-links-why = To be able to say that a link is too old.
web-term-letters = { $time }
web-term-letters-why = Where the server sends no e-mails, it keeps them so that they can be read.
web-term-drafts = { $time } after the beginning
web-term-drafts-why = Later nobody can open the draft any more.
web-term-trail = { $time }
web-term-trail-why = For security: to understand who did what. The French authority (CNIL) advises 6 to 12 months.
web-term-requests = { $time } after the decision
web-term-requests-why = To answer questions about a decision.
web-term-membership = { $time } after your last role has ended
web-term-membership-why = To be able to get in touch again. The French authority (CNIL) advises three years at the most.
web-term-contracts = { $time } after the end
web-term-contracts-why = The law gives five years to claim wages or contest a contract (French Civil Code, article 2224).
web-term-accounting = { $time } after the end of the year
web-term-accounting-why = The law demands that accounts are kept: ten years in France (Commercial Code, article L123-22), seven years in Belgium (Code of Economic Law, article III.86).
web-term-years = { $count ->
    [one] one year
   *[other] { $count } years
}
web-term-days = { $count ->
    [0] no time
    [one] one day
   *[other] { $count } days
}

web-purpose-sign-in = Coming into Passerelle
web-purpose-sign-in-why = To recognise you, and so that nobody comes in in your place.
web-purpose-sign-in-readers = You. Your name and e-mail address: the administrators and coordinators of your association.
web-purpose-roles = Your roles
web-purpose-roles-why = To know who does what, where, and since when. Your role decides what you see.
web-purpose-roles-readers = You, and the administrators and coordinators of your association.
web-purpose-trail = Traces of what was done
web-purpose-trail-why = To mend a mistake and to find abuse. A trace says who did what and when. It holds no text.
web-purpose-trail-readers = The administrators of your association, and the person who looks after the server.

web-held-account = Your account
web-held-name = Name
web-held-email = E-mail address
web-held-language = Language of the pages
web-held-zone = Time zone
web-held-password = A password is chosen
web-held-created = Account opened
web-held-work-roles = Your roles as a peer worker
web-held-roles = Your other roles
web-held-role = Role
web-held-place = Where
web-held-from = First day
web-held-until = Last day
web-held-sessions = Where you are signed in
web-held-device = Device
web-held-began = Since
web-held-seen = Last day of use
web-held-links = Personal links that were sent to you
web-held-sent = Made on
web-held-used = Used on
web-held-authenticator = Your code app
web-held-confirmed = Confirmed on
web-held-codes = Your recovery codes
web-held-tokens = Your tokens for programs
web-held-token-name = Name of the token
web-held-token-abilities = What the program may do
web-held-webhooks = The addresses that are told in your name
web-held-webhook-address = Address
web-held-webhook-kinds = What it is told
web-held-webhook-stopped = Stopped on
web-held-webhook-messages = The messages sent to these addresses
web-held-webhook-kind = What happened
web-held-webhook-happened = When
web-held-webhook-arrived = Message arrived on
web-held-passkeys = Your passkeys
web-held-passkey-name = Name of the passkey
web-held-ceremonies = Steps of signing in that are under way
web-held-identities = Your work account
web-held-identity = Your identifier there
web-held-rescues = Help that you got to come in again
web-held-rescue-first = First person who recognised you
web-held-rescue-first-at = When
web-held-rescue-second = Second person
web-held-rescue-second-at = When
web-held-rescued = Help that you gave somebody to come in again
web-held-events = What you did, and what was done on your record
web-held-looks = Looks: who has seen data of whom, and on which day

web-passing-forms = Keys of forms that were sent: random numbers
web-passing-jobs = Work that is done, such as the sending of an e-mail: its kind and the moment, without the words
web-passing-set-aside = Work that was given up, such as an e-mail that could not leave; its words are sealed
web-passing-tries = How often somebody tried to come in, without an address
web-passing-letters = E-mails that were kept instead of sent; they are sealed

web-held-came-in = Came in first
web-held-rescue-email = Address to which the link went
web-held-addresses = Changes of your e-mail address
web-held-new-email = New address
web-held-old-email = Old address
web-held-asked = Asked on
web-held-found = The words by which you are found
web-held-found-name = Your name in the search
web-held-found-words = Words
