# Hours, confirmation, approval, requests beyond the charter.

placement-hours-mine-title = My hours
placement-hours-mission = Which mission?
placement-hours-mission-missing = Choose the mission.
placement-hours-how-long = How long?
placement-hours-how-long-today = For today, { $day }, unless you choose another day below.
placement-hours-minutes-missing = Choose a length of time.
placement-hours-other = Another length of time
placement-hours-length = Length of time
placement-hours-length-hint = For example 3:30 or 45 min
placement-hours-more = Another day, another activity
placement-hours-day = Which day?
placement-hours-day-missing = Write the day.
placement-hours-day-today = Today
placement-hours-day-yesterday = Yesterday
placement-hours-day-other = Another day
placement-hours-which-day = Day of work
placement-hours-activity = What for?
placement-hours-activity-missing = Choose an activity.
placement-hours-activity-presence = Being with people
placement-hours-activity-meeting = Team meeting
placement-hours-activity-travel = Travel
placement-hours-activity-preparation = Preparing, writing
placement-hours-activity-intervision = Intervision
placement-hours-activity-other = Something else
placement-hours-record = Record
placement-hours-none-title = No mission at the moment
placement-hours-none-text = When a mission begins, you record your hours here.

placement-hours-stage-recorded = to be confirmed by the team
placement-hours-stage-confirmed = confirmed by the team
placement-hours-stage-approved = approved
placement-hours-stage-returned = a question is waiting

placement-hours-column-day = Day
placement-hours-column-mission = Mission
placement-hours-column-length = Length
placement-hours-column-activity = Activity
placement-hours-column-stage = State
placement-hours-column-link = Detail
placement-hours-correction = correction

placement-hours-week = This week: { $hours }
placement-hours-week-none = This week: nothing is recorded
placement-hours-quiet = Nothing this week: { $mission }
placement-hours-quiet-said = { $mission }: you said that there was nothing this week.
placement-hours-month = In { $month }: { $hours }
placement-hours-month-all = The whole month, day by day
placement-hours-month-none = In { $month }: nothing is recorded
placement-hours-close = Ask the team to confirm { $month } ({ $mission })
placement-hours-asked = The team was asked on { $when }.
placement-hours-look = Look
placement-hours-same = It is right as it is
placement-hours-revise = Change
placement-hours-revise-title = Change these hours
placement-hours-revise-action = Record the change
placement-hours-take-back = Take these hours away
placement-hours-confirmed-hint = The team has confirmed these hours. If something is not right, tell your coordinator: they can give them back to you.
placement-hours-approved-hint = These hours are approved. They do not change any more. If they are not right, you can ask for a correction.
placement-hours-correct = Correct
placement-hours-correct-title = Correct the hours of { $day }
placement-hours-correct-text = For this day, { $hours } count. The correction is one more line: the team confirms it, your coordinator approves it.
placement-hours-right = The right length, in all
placement-hours-correct-action = Send the correction
placement-hours-question-about = A question about { $hours } on { $day } ({ $mission })

placement-hours-entry-title = { $hours } on { $day }
placement-hours-fact-peer = Who
placement-hours-fact-corrects = Corrects
placement-hours-fact-original = the approved hours
placement-hours-corrections = Corrections
placement-hours-somebody = somebody
placement-hours-means-account = with an account
placement-hours-means-link = with the link from the e-mail
placement-hours-means-paper = on paper
placement-hours-signed-confirmed = Confirmed by { $name }, { $means }, on { $when }
placement-hours-signed-approved = Approved by { $name }, { $means }, on { $when }
placement-hours-signed-returned = { $name } asks, on { $when }:

placement-hours-list-title = Hours of { $month }
placement-hours-list-caption = Hours of { $month } by mission
placement-hours-list-none-title = No hours this month
placement-hours-list-none-text = Hours come here as soon as a peer worker records them.
placement-hours-to-approve = Hours to approve
placement-hours-to-confirm = Hours to confirm

placement-hours-ask-title = Ask { $name } a question
placement-hours-ask-label = Your question
placement-hours-ask-hint = One or two sentences. Write nothing about the people you support.
placement-hours-ask-missing = Write your question.
placement-hours-ask-action = Send back with this question
placement-hours-ask-link = Ask a question

placement-hours-seen-by-mine = You see your hours. The team of the mission, the coordinators and the treasurer of your association see them too.
placement-hours-seen-by = The person who worked, the team of the mission, the coordinators and the treasurer of the association see these hours.

placement-hours-recorded-done = Your hours are recorded.
placement-hours-revised-done = Your hours are changed. The team sees them like this.
placement-hours-same-done = It went back to the team, without a change.
placement-hours-taken-back-done = These hours are taken away.
placement-hours-corrected-done = The correction is sent to the team.
placement-hours-quiet-done = Noted: nothing this week.
placement-hours-closed-done = The team gets an e-mail to confirm these hours.
placement-hours-asked-done = The question is on its way. The hours wait for the answer.

placement-confirm-list-title = Hours to confirm
placement-confirm-none-title = Nothing waits for you to confirm
placement-confirm-none-text = When hours are recorded for your team, they come here.
placement-confirm-row = { $name }, { $month }: { $hours }
placement-confirm-title = The hours of { $name } in { $month }
placement-confirm-waiting = To confirm: { $hours }
placement-confirm-action = Confirm these { $hours }
placement-confirm-others = The rest of the month: { $hours }
placement-confirm-others-caption = What does not wait for you
placement-confirm-done = These hours are confirmed. The coordinators get them.

placement-link-title = The hours of { $name } in your team
placement-link-text = { $org } asks you to look at these hours and to confirm them. You do not need an account.
placement-link-none-text = You will get another message when new hours are recorded.
placement-link-stale-text = It is too old. The association can send you another one.
placement-link-name = Your name
placement-link-name-hint = It is kept with the confirmation.
placement-link-name-missing = Write your name.

placement-approvals-title = Hours to approve
placement-approvals-none-title = Nothing waits for you to approve
placement-approvals-none-text = Hours come here when the teams have confirmed them.
placement-approvals-row = { $name }, { $month }: { $hours }
placement-approvals-since = Confirmed on { $when }
placement-approvals-unconfirmed = What the teams have not confirmed
placement-approvals-about = for { $name }, { $month }
placement-approvals-ask = Ask the team to confirm
placement-approvals-month = The hours of { $name } in { $month }
placement-approvals-nothing = Nothing waits for you to approve in this month.
placement-approvals-waiting = Confirmed by the team: { $hours }
placement-approvals-for-good = What is approved does not change any more. A mistake is corrected later by one more line.
placement-approvals-action = Approve these { $hours }
placement-approvals-others = The rest of the month: { $hours }
placement-approvals-others-caption = What does not wait for you
placement-approvals-done = These hours are approved.

placement-beyond-list-title = Requests outside the charter
placement-beyond-none-title = No requests outside the charter
placement-beyond-none-text = If you are asked for something that is not your role, say so here. The coordinators answer the team: you do not have to say no alone.
placement-beyond-none-text-coordinator = When a peer worker is asked for something outside the charter, it comes here.
placement-beyond-new = Pass on a request
placement-beyond-new-title = Were you asked for something else?
placement-beyond-new-text = Press what you were asked for. The coordinators answer the team.
placement-beyond-no-mission = You can pass on a request while you have a mission.
placement-beyond-no-names = We ask for no name and no story. If there is more to say, call the coordinators.
placement-beyond-what = What was asked
placement-beyond-who = Say who asked (optional)
placement-beyond-who-label = Who asked
placement-beyond-when = Passed on
placement-beyond-kind-missing = Choose what you were asked for.
placement-beyond-kind-alone-at-home = Visit somebody at home alone
placement-beyond-kind-clinical-task = Do a carer’s task
placement-beyond-kind-office-work = Do office work
placement-beyond-kind-interpreting = Be the interpreter
placement-beyond-kind-reporting = Report on a person
placement-beyond-kind-more-hours = Work more than agreed
placement-beyond-kind-other = Something else
placement-beyond-asker-nurse = A nurse or a care assistant
placement-beyond-asker-doctor = A doctor
placement-beyond-asker-psychologist = A psychologist
placement-beyond-asker-social-worker = Social work, education
placement-beyond-asker-head = The head of the team
placement-beyond-asker-office = The office
placement-beyond-asker-other = Somebody else
placement-beyond-stage-waiting = waits for an answer
placement-beyond-stage-answered = the team has an answer
placement-beyond-stage-withdrawn = taken back
placement-beyond-title = { $name } was asked for something outside the charter
placement-beyond-not-alone = The coordinators answer the team. There is nothing else for you to do.
placement-beyond-withdraw = Take this request back
placement-beyond-answer = Answer to the team
placement-beyond-answered-by = { $name }, on { $when }
placement-beyond-answer-label = Answer the team in the place of { $name }
placement-beyond-answer-hint = The team and { $name } read these words. Write nothing about the people you support.
placement-beyond-answer-missing = Write your answer.
placement-beyond-answer-action = Send to the team
placement-beyond-seen-by = The person who passed the request on and the coordinators see this page. The team only sees the answer.
placement-beyond-told-done = It is passed on. The coordinators answer the team.
placement-beyond-answered-done = The answer is on its way to the team.
placement-beyond-kept-done = The answer is kept. No address is known in the team: tell it by voice.
placement-beyond-withdrawn-done = The request is taken back.

placement-mail-confirm-hours-subject = The hours of { $peer } in { $month }: to confirm
placement-mail-confirm-hours-text =
    Hello { $name },

    { $peer } worked in your team in { $month }: { $hours } wait for you to confirm them ({ $mission }).

    The link opens the page of these hours. You do not need an account. Nothing is confirmed until you press the button. The link works for 60 days.

    { $org }
placement-mail-beyond-subject = Answer to a request made to { $peer }
placement-mail-beyond-text =
    Hello { $name },

    In your team, { $peer } was asked: { $kind }. This is not part of the charter. The association answers in their place:

    { $answer }

    { $org }

placement-refusal-nobody-confirms = We know no address in the team. Add a contact person to the mission, then ask again.
