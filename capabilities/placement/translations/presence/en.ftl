# Saying that one is not there.
placement-away-title = I am away
placement-away-lead = Say from which day to which day you are away. Nobody asks you why.
placement-away-new = Say some days
placement-away-from = First day
placement-away-until = Last day
placement-away-say = I am away on these days
placement-away-how = Your times on these days do not take place. The team and the coordination get the dates, nothing else. This is for the association with which you are working on this site now.
placement-away-days = From { $from } to { $until }
placement-away-back = I am back
placement-away-done = It is noted. The team and the coordination know on which days nobody comes.
placement-away-back-done = It is noted: your times take place again.
placement-away-seen-by = You see this page. The coordination sees the days. The team sees only the days on which you would have come.
placement-absences-title = Who is away
placement-absences-days = Days
placement-absences-none-title = Everybody is here
placement-absences-none-text = When somebody says that they are away, their days come here, without a reason.
placement-absences-seen-by = The coordination of your association sees this list. Nobody has to say why. Days that are over are no longer shown, then they are erased.
placement-absences-see = Who is away
placement-refusal-away-in-the-past = Choose today or a day to come.
placement-refusal-away-too-long = Say a year at most at once.
placement-refusal-away-already = You have said already that you are away on one of these days.
placement-refusal-away-over = These days are over. Nothing has changed.
placement-refusal-away-that-day = The person is away on that day. Choose another day.
placement-mail-away-subject = { $peer } will not come on some days
placement-mail-away-text =
    Hello { $name },

    { $peer } will not come: { $days } ({ $mission }). The other days do not change.

    You have nothing to do. If you have a question, write to us.

    { $org }
placement-mail-away-coordinator-subject = { $peer } is away
placement-mail-away-coordinator-text =
    Hello { $name },

    { $peer } will not come: { $days } ({ $mission }). The team has been told.

    { $peer } does not have to say why.
placement-days-between = from { $from } to { $until }
placement-held-absences = The days on which you have said that you are away
placement-sees-absences = The days on which you are away
look-absence-read = The days on which you are away, to know who comes

# Public holidays.
placement-holidays-title = Public holidays
placement-holidays-line = { $day }: { $holiday }, public holiday
placement-holidays-off = The time does not take place.
placement-holidays-on = The time takes place: the person has said that they come.
placement-holidays-unsaid = The person has not said yet whether they come. The time stays planned.
placement-holidays-come = I come
placement-holidays-stay = I do not come
placement-holidays-done = It is noted.
placement-holiday-new-year = New Year’s Day
placement-holiday-good-friday = Good Friday
placement-holiday-easter-monday = Easter Monday
placement-holiday-kings-day = King’s Day
placement-holiday-labour-day = Labour Day
placement-holiday-liberation-day = Liberation Day
placement-holiday-victory-day = Victory Day
placement-holiday-ascension = Ascension Day
placement-holiday-whit-monday = Whit Monday
placement-holiday-national-day = National Day
placement-holiday-assumption = Assumption Day
placement-holiday-all-saints = All Saints’ Day
placement-holiday-armistice = Armistice Day
placement-holiday-christmas = Christmas Day
placement-holiday-second-christmas-day = Second Christmas Day
placement-today-holiday = { $day } is a public holiday ({ $holiday }). Do you come?
placement-today-holiday-action = Say whether I come
placement-held-holidays = The public holidays on which you have said that you come

# Proposing another moment.
placement-schedule-swap-title = Propose another moment
placement-swap-ask-link = Propose another moment
placement-swap-text = The time of { $day }. Nothing changes until the team has said yes.
placement-swap-to = Proposed moment
placement-swap-ask = Propose it to the team
placement-swap-title = { $name } proposes another moment
placement-swap-planned = Planned day
placement-swap-state = Where it stands
placement-swap-line = { $day }: rather { $to }
placement-swaps-waiting = Waiting for an answer from the team
placement-swap-nothing-yet = Nothing changes until the team has said yes.
placement-swap-agree = Agreed
placement-swap-decline = Not possible
placement-swap-withdraw = Take the proposal back
placement-swap-stage-waiting = waits for an answer from the team
placement-swap-stage-agreed = agreed, the time has changed
placement-swap-stage-declined = not possible, the time stays as planned
placement-swap-stage-withdrawn = taken back
placement-swap-asked-done = It is sent to the team. Nothing changes until it has said yes.
placement-swap-agreed-done = Agreed. The time has changed.
placement-swap-declined-done = It is noted: the time stays as planned.
placement-swap-withdrawn-done = The proposal is taken back.
placement-refusal-swap-in-the-past = Choose today or a day to come.
placement-refusal-swap-waits = You have proposed another moment for this time already. The team has not answered yet.
placement-today-swap = { $name } proposes another moment ({ $mission })
placement-today-swap-text = { $day } would become { $to }.
placement-today-swap-action = Answer
placement-mail-swap-asked-subject = { $peer } proposes another moment
placement-mail-swap-asked-text =
    Hello { $name },

    { $peer } proposes another moment for { $day }: { $to } ({ $mission }). Nothing changes until you have said yes.

    The page asks for an account. Without an account, answer the coordination.

    { $org }
placement-letter-swap-agreed-subject = The team agrees to the other moment
placement-letter-swap-agreed-text =
    Hello { $name },

    The team has said yes to the other moment that you proposed ({ $mission }). Your schedule has changed.
placement-letter-swap-declined-subject = The other moment is not possible
placement-letter-swap-declined-text =
    Hello { $name },

    The team cannot make the other moment that you proposed ({ $mission }). Your time stays as planned.
placement-event-swap-asked = Another moment proposed
placement-event-swap-agreed = Another moment agreed
placement-event-swap-declined = Another moment declined
placement-event-swap-withdrawn = Proposal of another moment taken back
did-swap-agreed = Agreed to the other moment that you proposed
did-swap-declined = Declined the other moment that you proposed
look-swap-read = The other moment that you proposed, to know who comes when
look-swap-answer = The other moment that you proposed, to answer it
placement-held-swaps = The other moments that you have proposed
placement-held-swaps-answered = The other moments that you have answered
