### Who is where: the week and the month of a team, of an association, of a person.

placement-rota-title = Who is where
placement-rota-own-title = My weeks
placement-rota-see = See who is where, week by week
placement-rota-own-see = See my weeks
placement-rota-views = How long
placement-rota-week = Week
placement-rota-month = Month
placement-rota-week-before = The week before
placement-rota-week-now = This week
placement-rota-week-after = The week after
placement-rota-month-before = The month before
placement-rota-month-now = This month
placement-rota-month-after = The month after
placement-rota-team = Team
placement-rota-all-teams = All teams
placement-rota-show = Show
placement-rota-takes-place = Takes place
placement-rota-other-time = Takes place, in addition or at another time than usual
placement-rota-cancelled = Does not take place
placement-rota-holiday = { $day }, public holiday
placement-rota-holiday-where = { $line } ({ $places })
placement-rota-alsace-moselle = Alsace-Moselle
placement-rota-none = No mission on these days
placement-rota-none-text = No mission runs on these dates. Look at another week, or another month.
placement-rota-seen-by = You only see the missions of your role. What a person does elsewhere is not shown, and no reason for an absence is kept.
placement-rota-own-seen-by = You see your missions for this association. The coordination sees the same times; each team only sees its own.

### Direct hire, at the end of a mission.

placement-hire-from = First day of the contract
placement-hire-contract = Kind of contract
placement-hire-more = More about it
placement-hire-more-hint = For example how long, how many hours, or the name of the post. Nothing about health.
placement-hire-told = { $contract }, from { $day }
placement-mission-hire = Hired
placement-contract-fr-cdi = Permanent contract (CDI)
placement-contract-fr-cdd = Fixed-term contract (CDD)
placement-contract-fr-public = Contract in the public service
placement-contract-fr-titulaire = Post as a civil servant
placement-contract-fr-aide = Contract with public support
placement-contract-be-cdi = Permanent contract
placement-contract-be-cdd = Fixed-term contract
placement-contract-be-remplacement = Replacement contract
placement-contract-be-statutaire = Post as a civil servant
placement-contract-be-aide = Job with public support
placement-contract-open-ended = Contract without an end date
placement-contract-fixed-term = Contract with an end date
placement-contract-other = Another contract
placement-refusal-hire-unsaid = Write which contract it is.
placement-refusal-hire-before-mission = This day is before the mission. Write the first day of the contract with the institution.
