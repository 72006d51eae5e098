placement-today-hello = Hello { $name }
placement-today-count = { $count ->
    [0] { $day }. Nothing waits.
    [one] { $day }. One thing waits.
   *[other] { $day }. { $count } things wait.
}
placement-today-since = { $count ->
    [1] Waiting since yesterday
   *[other] Waiting for { $count } days
}
placement-today-waiting = What waits
placement-today-seen-by = Only you see this page. It shows what waits in the role that you have chosen.
placement-today-nothing-title = Nothing waits
placement-today-nothing-text = What needs your answer comes here, the most pressing first.
placement-today-nothing-head = The requests of your teams, missions that end, hours to confirm and invoices to pay come here.
placement-today-nothing-referent = The hours of your team that are to be confirmed come here.
placement-today-nothing-admin = Accounts that nobody opened, people without a role and imports to confirm come here.
placement-today-nothing-treasurer = Hours to invoice, months to finish and late payments come here.
placement-today-nothing-people = See the people
placement-today-nothing-peer = Proposals, questions about your hours and times to record come here.
placement-today-nothing-hours = See my hours
placement-today-nothing-missions = See the missions
placement-today-nothing-invoices = See the invoices
placement-today-no-role-title = Welcome
placement-today-no-role = You have no role here yet. Your association or your team can give you one. There is nothing for you to do.
placement-today-no-role-action = See my account
placement-today-beyond-action = Answer the team
placement-today-confirm = { $name } recorded { $hours } in { $month }
placement-today-confirm-action = Look and confirm
placement-today-approve = The hours of { $name } in { $month } wait for your approval
placement-today-approve-text = { $hours } confirmed by the team ({ $team })
placement-today-approve-action = Look and approve
placement-today-yes = { $names } said yes to “{ $mission }”
placement-today-yes-action = Look and agree
placement-today-vacant = “{ $mission }” has nobody yet
placement-today-vacant-text = To begin on { $day } · { $team }
placement-today-vacant-action = See the mission
placement-today-request = { $team } asks for a peer worker
placement-today-request-action = Read the request
placement-today-point = A point is still open for “{ $mission }”
placement-today-point-text = It was to be settled with the team before { $day }.
placement-today-point-action = See the sheet
placement-today-invoice = There are hours to invoice to { $institution }
placement-today-invoice-text = { $hours } approved, from { $from } to { $until }
placement-today-invoice-action = Prepare the invoice
placement-today-send = Invoice { $number } is to be sent
placement-today-send-text = { $institution }: { $amount }
placement-today-send-action = See the invoice
placement-today-late = Invoice { $number } is not paid
placement-today-late-text = { $institution }: { $amount } were due on { $day }
placement-today-late-action = See the invoice
placement-today-never = { $count ->
    [one] { $names } has not come in yet
   *[other] { $names } have not come in yet
}
placement-today-never-text = { $count ->
    [one] The account was made on { $day }.
   *[other] The first of these accounts was made on { $day }.
}
placement-today-roleless = { $count ->
    [one] { $names } has no role
   *[other] { $names } have no role
}
placement-today-roleless-text = { $count ->
    [one] Without a role, the person sees nothing here. Give them one if they go on.
   *[other] Without a role, people see nothing here. Give one to those who go on.
}
placement-today-others = { $count ->
    [one] one other person
   *[other] { $count } other people
}
placement-today-people-action = { $count ->
    [one] See the person
   *[other] See the people
}
placement-today-import-ready = An import is ready
placement-today-import-ready-text = The file has been read. Look at what will change, then confirm.
placement-today-import-stopped = An import has stopped
placement-today-import-stopped-text = Nothing has changed in the directory. Look why.
placement-today-import-action = See the import
placement-today-month = The hours of { $month } are not all approved
placement-today-month-text = Not approved yet: { $waiting }. What is not approved is on no invoice.
placement-today-month-teams = { $count ->
    [one] one mission that its team has not confirmed
   *[other] { $count } missions that their teams have not confirmed
}
placement-today-month-coordinator = { $count ->
    [one] one mission that the coordination has not approved
   *[other] { $count } missions that the coordination has not approved
}
placement-today-month-peers = { $count ->
    [one] one mission with a question
   *[other] { $count } missions with a question
}
placement-today-month-action = See the hours of the month
placement-today-accepted = { $team }: the request is accepted, the mission is still to be prepared
placement-today-accepted-action = Prepare the mission
placement-today-question = { $association } has asked { $team } a question
placement-today-question-text = The team has received a question about its request, and the link to answer it.
placement-today-asked = { $team }: the request waits for an answer
placement-today-asked-text = { $association } has received it. There is nothing for you to do.
placement-today-ends = “{ $mission }” ends on { $day }
placement-today-over = “{ $mission }” was to end on { $day }
placement-today-ends-text = { $name } · { $team }. To go on, talk to the association.
placement-today-pay = Invoice { $number } is to be paid
placement-today-pay-late = Invoice { $number } is late
placement-today-pay-text = { $institution }: { $amount } to pay until { $day }
placement-today-team = { $count ->
    [one] { $team }: one sheet of hours to confirm
   *[other] { $team }: { $count } sheets of hours to confirm
}
placement-today-team-text = { $count ->
    [one] Hours of { $month } wait for the contact person. The page of the mission names them.
   *[other] Hours from { $month } on wait for the contact person. The page of each mission names them.
}
placement-today-returned = A question about your hours of { $month } is waiting
placement-today-returned-action = Answer
placement-today-proposal = A mission is proposed to you: “{ $mission }”
placement-today-proposal-text = { $place }. An answer is hoped for before { $day }; a no needs no reason.
placement-today-proposal-action = Read the proposal
placement-today-slot = Your hours of { $day } are not recorded
placement-today-slot-text = { $mission }, planned from { $from } to { $until }
placement-today-slot-action = Record { $hours }
placement-today-slot-other = It was different
placement-today-silent = Nothing is recorded for the week of { $day }
placement-today-silent-action = Nothing that week
placement-today-silent-other = Record hours
placement-today-week = This week
placement-today-fact-missions = Missions running
placement-today-fact-teams = Teams with a mission
placement-today-fact-owed = To come in
placement-today-fact-to-pay = To be paid
placement-today-fact-late = Of which late
placement-today-fact-set-aside = Messages and tasks
placement-today-set-aside = { $count ->
    [one] one could not be done
   *[other] { $count } could not be done
}
placement-today-set-aside-look = See what could not be done
placement-today-fact-ending = Ending within 30 days
placement-today-fact-idle = Without a mission
placement-today-fact-hours-week = Hours recorded
placement-today-fact-hours-month = Hours recorded this month
placement-today-fact-my-hours-week = Hours recorded
placement-today-fact-my-hours-month = In the whole month
placement-today-people = { $count ->
    [0] nobody
    [one] 1 person
   *[other] { $count } people
}
placement-today-slots = Your times
placement-today-slots-next = Your times next week
placement-today-no-slots = No times this week.
placement-today-weekday-1 = Mon { $day }
placement-today-weekday-2 = Tue { $day }
placement-today-weekday-3 = Wed { $day }
placement-today-weekday-4 = Thu { $day }
placement-today-weekday-5 = Fri { $day }
placement-today-weekday-6 = Sat { $day }
placement-today-weekday-7 = Sun { $day }

placement-today-sign = To sign: { $title }
placement-today-sign-action = Read and sign
placement-today-unsigned = { $name } has not answered about a signature
placement-today-unsigned-action = See the paper
placement-today-declined = Somebody does not sign: { $title }
placement-today-declined-text = Talk with the person, then make a new version or withdraw the paper.
