# My data: what is held about me, a copy, what is wrong, erasing.
privacy-yes = Yes
privacy-no = No
privacy-until-day = until { $day }
privacy-kept-title = Kept
privacy-kept = Kept { $until }.

privacy-held-title = What is held about you
privacy-held-lead = Here is everything that Passerelle holds about you, what it is for, and until when. You can say that something is wrong, or that you do not want it.
privacy-held-merged = Another record about you was merged with yours. What it holds is here too. If it is not you, say that it is wrong: the association can take the two records apart.
privacy-held-seen-by = Nobody but you sees this page.
privacy-held-export = Take a copy of my data
privacy-held-erasure = Have my data erased
privacy-held-contents = On this page
privacy-held-readers = Who receives it, and why it is allowed
privacy-held-basis = What allows it: { $basis }.
privacy-held-nothing = nothing
privacy-held-count = { $count ->
    [one] Once.
   *[other] { $count } times.
}
privacy-held-count-last = { $count ->
    [one] Once, on { $day }.
   *[other] { $count } times, the last on { $day }.
}
privacy-held-lines = See the { $count } lines
privacy-held-rest = { $count ->
    [one] One more line is in your copy.
   *[other] { $count } more lines are in your copy.
}

privacy-purpose-rights = What you ask about your data
privacy-purpose-rights-why = To answer what you ask about your data.
privacy-purpose-rights-readers = You, and the administrators and coordinators of the association that answers.
privacy-held-claims = What you asked
privacy-held-answered = What you answered
privacy-held-kind = What was asked
privacy-held-about = About
privacy-held-words = What you wrote
privacy-held-asked = Asked on
privacy-held-outcome = What came of it
privacy-held-ended = Answered on
privacy-held-answer = Answer
privacy-held-by = By

privacy-kind-correction = A mistake
privacy-kind-objection = An objection
privacy-kind-erasure = Erase everything
privacy-outcome-waiting = Waiting
privacy-outcome-done = Done
privacy-outcome-declined = Declined
privacy-outcome-withdrawn = Withdrawn

privacy-ask-correction-link = Something is wrong
privacy-ask-correction-title = What is wrong?
privacy-ask-correction-text = The coordinators of your association read your message. They put it right or tell you why not, within a month.
privacy-ask-correction-label = What is wrong, and what is right
privacy-ask-objection-link = I do not want this
privacy-ask-objection-title = What do you not want?
privacy-ask-objection-text = The coordinators of your association read your message and answer within a month. You need not give a reason.
privacy-ask-objection-label = What you do not want
privacy-ask-objection-consent = Your agreement allows this use. You can also change or empty what you have told yourself, at any time.
privacy-ask-objection-contract = Part of it is needed for your work. Your association tells you what it can stop, and what it must keep.
privacy-ask-objection-law = The law demands that this is kept. Your association tells you what it can do all the same.
privacy-ask-objection-interest = Your association must stop, unless it gives you a very strong reason.
privacy-ask-hint = Write nothing about the health or the life of others.
privacy-ask-action = Send
privacy-ask-seen-by = The administrators and coordinators of your association read what you send.

privacy-asked-title = What you asked
privacy-asked-about = { $kind } · { $about }
privacy-asked-at = Asked on { $day }.
privacy-asked-due = Answer by { $day } at the latest.
privacy-asked-ended = Ended on { $day }.
privacy-asked-ended-by = Answered on { $day } by { $name }.
privacy-asked-done = What you asked was sent. The answer will come on this page.

privacy-export-title = Take a copy of your data
privacy-export-text = You get a ZIP file with everything that Passerelle holds about you:
privacy-export-page = a page to read, which opens anywhere, without a network too;
privacy-export-data = the same facts as JSON, for another program;
privacy-export-files = your mission sheets and your calendar.
privacy-export-others = Of other people, the copy says only the names of those who did something for you.
privacy-export-warning = This copy says much about you. Keep it where only you can open it.
privacy-export-action = Download my copy
privacy-copy-name = my-data
privacy-copy-title = What Passerelle holds about { $name }
privacy-copy-made = Copy made on { $day }.
privacy-copy-files = Files

privacy-erasure-title = Have your data erased
privacy-erasure-lead = First read what will happen. Nothing is erased until you ask for it at the end of the page.
privacy-erasure-seen-by = Nobody but you sees this page. When you ask for erasure, the coordinators of your association are told.
privacy-erasure-deleted-title = What will be erased at once
privacy-erasure-deleted-text = Nothing of it will be left.
privacy-erasure-emptied-title = What will be emptied
privacy-erasure-emptied-text = The line stays, because others are tied to it. What speaks of you goes.
privacy-erasure-kept-title = What the law demands is kept
privacy-erasure-kept-text = These lines stay until the day that is told, then they are erased. Instead of your name one will read “a person whose data was erased”, except where we say that your name stays.
privacy-erasure-kept-what = What
privacy-erasure-kept-until = Until when
privacy-erasure-kept-why = Why
privacy-erasure-kept-name = Your name
privacy-erasure-name-stays = Your name stays in it: this document cannot be changed.
privacy-erasure-name-gone = Your name is no longer in it.
privacy-erasure-copies = Backups that were made before the erasure still hold your data. They serve after a failure only, and are replaced with time.
privacy-erasure-then-title = And then
privacy-erasure-alone = Nothing is under way. Your data will be erased { $days } days after you ask, and nobody has to decide. During these { $days } days you can change your mind.
privacy-erasure-open = Something is still under way:
privacy-erasure-by-association = You can ask for erasure now. The coordinators of your association are told, end with you what is under way, and answer within a month. Your data is erased as soon as nothing is under way.
privacy-erasure-warning = Once your data is erased, you can no longer come in, and nobody can bring it back.
privacy-erasure-action = Ask for erasure
privacy-erasure-copy-first = Take a copy first
privacy-erasure-waits = Erasure was asked for. You can withdraw your request until { $day }.
privacy-erasure-waits-alone = Then your data will be erased during the night.
privacy-erasure-waits-open = The coordinators of your association answer by { $day } at the latest. Your data will be erased when this has ended:
privacy-erasure-take-back = Withdraw my request
privacy-erasure-asked-done = Erasure was asked for.
privacy-erasure-taken-back-done = Your request is withdrawn. Nothing is erased.
privacy-obstacle-only-admin = You are the only administrator of your association. Give this role to somebody else first.

privacy-claims-title = What people ask about their data
privacy-claims-text = The law gives a month to answer.
privacy-claims-empty-title = Nobody has asked anything
privacy-claims-empty-text = When somebody reports a mistake, objects to a use or wants to be erased, it comes here and on the page Today.
privacy-claims-rest = Earlier ones
privacy-claims-seen-by = Only the administrators and coordinators of { $place } see this page.
privacy-claims-who = Person
privacy-claims-what = What is asked
privacy-claims-asked = Asked on
privacy-claims-state = State
privacy-claims-words = What the person writes
privacy-claims-due = Answer by
privacy-claims-ended = Answered on
privacy-claims-by = By
privacy-claims-answer = Answer
privacy-claim-correction-title = { $name } reports a mistake in their data
privacy-claim-objection-title = { $name } does not want a use of their data
privacy-claim-erasure-title = { $name } asks that their data is erased
privacy-claim-open = The erasure waits until this has ended:
privacy-claim-not-yet = The person can withdraw the request until { $day }. Then the erasure happens by itself, during the night.
privacy-claim-consequences = What will be erased, and what stays
privacy-claim-erase = Erase the data now
privacy-claim-answer-title = Answer
privacy-claim-outcome = What have you done?
privacy-claim-done = It is done
privacy-claim-declined = I do not do it
privacy-claim-answer = What the person will read
privacy-claim-answer-hint = Say what you changed. If you decline, say why, and that the person can complain to the authority (in France the CNIL, in Belgium the Data Protection Authority).
privacy-claim-answer-action = Send the answer
privacy-claim-answered-done = The answer was sent.
privacy-claim-erased-done = The data is erased.

privacy-refusal-words-missing = Write a few words.
privacy-refusal-answer-missing = Write what the person will read.
privacy-refusal-outcome-missing = Say whether it is done or not.
privacy-refusal-ended = This has an answer already, or the person has withdrawn it.
privacy-refusal-carry-out = An erasure is done with the button “Erase the data now”.
privacy-refusal-not-an-erasure = This does not ask for erasure.
privacy-refusal-too-early = The person can still withdraw the request. Wait until the time is over.
privacy-refusal-still-open = Something is still under way. End it first.
privacy-refusal-asked-already = Erasure was asked for already.
privacy-refusal-nothing-held = Nothing of this kind is held about you.
privacy-refusal-no-association = No association keeps a record of you.

privacy-mail-answered-subject = An answer about your data
privacy-mail-answered-text =
    Hello { $name },

    Your association has answered what you asked about your data. The answer is on this page.
privacy-mail-erased-subject = Your data is erased
privacy-mail-erased-text =
    Hello { $name },

    Your data is erased, as you asked or because its time is over. Your account is closed. What the law demands is kept, without your name except in invoices that were made, until the days told on the page about erasure.

    This is the last message that you get from us.

privacy-register-title = Register of processing
privacy-register-lead = What { $place } does with the data of people (GDPR, article 30). This page comes from the program itself: it says what it does. “You” is the person whose data is kept.
privacy-register-shared = Add the name and address of your association, whom to reach, and who hosts the server.
privacy-register-seen-by = The administrators and coordinators see this page. It says nothing about anybody in particular.
privacy-register-why = What it is for
privacy-register-basis = What allows it
privacy-register-data = Data
privacy-register-origins = Where it comes from
privacy-register-readers = Who receives it
privacy-register-terms = For how long
privacy-register-measures = Protection
privacy-register-facts = { $what }: { $facts }
privacy-register-ids = Only a number, no other fact
privacy-register-term = { $time }. { $why }
privacy-register-sealed = Sealed by the program before it reaches the database: { $facts }.
privacy-register-without-name = After an erasure, what stays bears no name.
privacy-register-with-name = After an erasure, the name stays in invoices that were made.
privacy-register-passing = What goes by itself
privacy-register-passing-line = { $what }: { $term }
privacy-register-measures-title = Protection of everything
privacy-register-all-role = Each page says who may open it; without a role nothing is seen.
privacy-register-all-trail = What is done leaves a trace: who, what, when.
privacy-register-all-sealed = Confidential texts are sealed under a key that is not in the database.
privacy-register-all-second = Administrators and coordinators come in with two proofs, where the server asks for it.
privacy-register-all-transfers = The program sends no data out of the European Union. It loads nothing from others.

privacy-my-held = What is held about me
privacy-my-held-hint = Everything that Passerelle holds, what for and until when; say that something is wrong.
privacy-my-copy = Take a copy
privacy-my-copy-hint = A file to read, to keep or to give to another program.
privacy-my-erasure = Have my data erased
privacy-my-erasure-hint = What would be erased, what the law demands is kept, and until when.

look-claim-answer = What you asked about your data, to answer it
