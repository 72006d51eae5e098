# Closing a month for everybody, and opening it again.
placement-closing-list-title = Closing months
placement-closing-list-text = A closed month changes no more: nobody can record, change, confirm or approve hours in it.
placement-closing-month = Month
placement-closing-closed = closed
placement-closing-open = open
placement-closing-title = Closing { $month }
placement-closing-means = After the closing, the hours of this month stay as they are. A mistake is corrected by one more line in an open month.
placement-closing-left = What is not done
placement-closing-ready = All hours of this month are approved, and every week has an answer.
placement-closing-whole = All hours of this month were approved.
placement-closing-line = { $name }, { $mission }: { $what }
placement-closing-recorded = { $hours } for the team to confirm
placement-closing-confirmed = { $hours } to approve
placement-closing-returned = { $hours } that came back with a question
placement-closing-silent = { $count ->
    [one] nothing noted for the week of { $weeks }
   *[other] nothing noted for the weeks of { $weeks }
}
placement-closing-anyway = Close it all the same
placement-closing-anyway-hint = What is not approved will be neither invoiced nor paid until the month is opened again.
placement-closing-action = Close this month
placement-closing-reopen = Open this month again
placement-closing-reopen-title = Open { $month } again
placement-closing-reason = Why this month is opened again
placement-closing-reason-hint = Your association keeps this reason. Write nothing about anybody’s health.
placement-closing-reason-missing = Write why this month is opened again.
placement-closing-past = What happened
placement-closing-closed-by = Closed by { $name } on { $when }
placement-closing-reopened-by = Opened again by { $name } on { $when }
placement-closing-done = The month is closed.
placement-closing-reopened-done = The month is open again. Remember to close it once more.
placement-closing-seen-by = The coordination of your association sees this page.
placement-closing-see = Closing months
placement-refusal-month-closed = This month is closed: its hours change no more. Ask the coordination to open it again.
placement-refusal-month-not-over = This month is not over. You can close it the day after its last day.
placement-refusal-month-still-open = There are hours that are not done. Finish them, or tick “Close it all the same”.
placement-refusal-month-not-closed = This month is open already.
placement-held-closings = The months that you have closed or opened again
placement-held-month = Month
placement-held-closed-at = Closed on
placement-held-reason = Why it was opened again
look-month-close = Your hours that are not done, to close the month
placement-closing-correct = The month of these hours is closed. The correction counts on today’s date.
