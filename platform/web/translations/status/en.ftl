# What works and what does not, for the people of the association.
web-status-title = How the service is doing
web-status-all-fine = Everything works as it should.
web-status-some-wrong = Something does not work. Here is what, and what to do.
web-status-seen-at = Seen on { $instant }. Reload the page to see how things are now.
web-status-fine = All is well
web-status-look = Good to know
web-status-wrong = To be mended

web-status-letters = E-mails
web-status-letters-fine = { $count ->
    [0] All e-mails have been sent.
    [one] One e-mail leaves in a moment.
   *[other] { $count } e-mails leave in a moment.
}
web-status-letters-kept = This server does not send e-mails: it keeps them. That is meant so for a demonstration.
web-status-letters-late = { $count ->
    [one] One e-mail has been waiting since { $instant }.
   *[other] { $count } e-mails are waiting; the oldest since { $instant }.
}
web-status-letters-late-advice = Tell the person who looks after the server. Nothing is lost: the e-mails will leave later. If it is urgent, telephone.
web-status-letters-lost = { $count ->
    [one] One e-mail could not be sent in spite of several tries, since { $instant }.
   *[other] { $count } e-mails could not be sent in spite of several tries; the first on { $instant }.
}
web-status-letters-lost-advice = Tell the person who looks after the server. These e-mails will not leave by themselves: an address may be wrong.

web-status-work = Imports and other work
web-status-work-fine = Nothing is late.
web-status-work-late = A piece of work has been waiting since { $instant }.
web-status-work-lost = { $count ->
    [one] A piece of work was given up after several tries.
   *[other] { $count } pieces of work were given up after several tries.
}
web-status-tell-operator = Tell the person who looks after the server.

web-status-backup = Backup
web-status-backup-last = The last backup was made on { $instant }.
web-status-backup-none = No backup has been made yet.
web-status-backup-advice = Tell the person who looks after the server: a backup must be made every day. Without it, a broken disk can take everything.
