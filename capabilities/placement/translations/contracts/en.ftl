# The hours of contracts, and what goes beyond them.
placement-contracts-title = Contract hours
placement-contracts-text = How many hours a week your association has agreed with each person.
placement-contracts-none-title = Nobody here yet
placement-contracts-none-text = The peer workers of your association come here once they have their role.
placement-contracts-seen-by = The coordination of your association sees this list. Each person sees their own line. Teams and other associations see nothing of it.
placement-contract-title = The contract hours of { $name }
placement-contract-mine = My contract hours
placement-contract-now = { $hours } a week today
placement-contract-now-none = No contract hours are noted for today.
placement-contract-none = nothing noted
placement-contract-history = Over time
placement-contract-term = From { $day }: { $hours } a week
placement-contract-ended = From { $day }: no contract any more
placement-contract-by = Noted by { $name } on { $when }
placement-contract-new = Change the hours
placement-contract-week = Hours a week
placement-contract-week-hint = For example 14 or 17:30. Write 0 when the contract ends.
placement-contract-from = From which day
placement-contract-done = It is noted. The person gets a message.
placement-contract-seen-by = The coordination of your association and the person see this page, and nobody else.
placement-contract-see = Contract hours
placement-overtime-title = More hours than the contract
placement-overtime-week = Week of { $when }: { $expected } planned, { $agreed } in the contract, { $more } more
placement-overtime-month = The weeks of { $when }: { $expected } planned, { $agreed } in the contract, { $more } more
placement-overtime-text = Nothing is blocked. Talk about it together: change times, pay these hours, or take them as time off later.
placement-refusal-contract-out-of-range = Write a number of hours between 0 and 48 a week.
placement-letter-contract-subject = { $org } has noted your contract hours
placement-letter-contract-text =
    Hello { $name },

    { $org } has noted your contract hours. You can read them on this page. If something is not right, tell the coordination.
placement-purpose-contract = Your contract hours
placement-purpose-contract-why = To know how many hours were agreed, and to see in time when there are too many.
placement-purpose-contract-readers = The coordination of your association, and nobody else.
placement-held-contract-hours = Your contract hours
placement-held-contract-set = The contract hours that you have noted
placement-sees-contract = Your contract hours
look-contract-read = Your contract hours, to see when there are too many
look-contract-manage = Your contract hours, to note them
did-contract-set = Noted your contract hours
