# What requests, missions, hours and invoices hold about people.
placement-own-calendar = calendar
placement-own-mission = mission

placement-obstacle-missions = { $count ->
    [one] One mission is agreed or under way. It must end first.
   *[other] { $count } missions are agreed or under way. They must end first.
}
placement-obstacle-hours = { $count ->
    [one] One line of hours is not approved yet. These hours would not be paid.
   *[other] { $count } lines of hours are not approved yet. These hours would not be paid.
}

placement-purpose-requests = Requests of teams
placement-purpose-requests-why = To answer a team that asks to work with a peer.
placement-purpose-requests-readers = The administrators and coordinators of the association that is asked, the team and the head of the institution.
placement-purpose-wishes = How you want to work
placement-purpose-wishes-why = To propose to you only what suits you.
placement-purpose-wishes-readers = You. The coordinators read that a mission suits you and what you like; they never see the list of places where you do not want to go.
placement-purpose-missions = Your missions
placement-purpose-missions-why = To propose a mission, to agree on it, and to know who is where and when.
placement-purpose-missions-readers = The coordinators, administrators and treasurers of your association, the team that welcomes you and the head of the institution.
placement-purpose-hours = Your hours
placement-purpose-hours-why = To count and pay the hours of work.
placement-purpose-hours-readers = The coordinators, administrators and treasurers of your association, and the referent of the team.
placement-purpose-beyond = Requests outside the charter
placement-purpose-beyond-why = So that somebody else than you answers the team.
placement-purpose-beyond-readers = The coordinators of your association, and nobody in the team.
placement-purpose-money = Invoices
placement-purpose-money-why = So that the institution pays for the hours, and to keep accounts.
placement-purpose-money-readers = The treasurers, coordinators and administrators of your association, the institution, and the tax office if it asks.

placement-held-requests = Requests that name you as the person to reach
placement-held-remarks = What you wrote about a request
placement-held-decided = Requests that you wrote or decided
placement-held-missions = Your missions
placement-held-referent = Missions that you welcome
placement-held-run = Missions that you agreed on or ended
placement-held-proposals = Missions that were proposed to you
placement-held-proposed = Proposals that you made
placement-held-sheets = What the sheets of your missions say
placement-held-sheets-written = What you wrote on sheets of missions
placement-held-slots = Your time slots
placement-held-exceptions = Time slots that were changed
placement-held-terms = When and how much you can work
placement-held-not-there = Your list of places where you do not want to go (you read it on the page of your preferences)
placement-held-hours = Your hours of work
placement-held-hours-signed = Hours that you confirmed, approved or sent back
placement-held-quiet = Weeks without hours
placement-held-beyond = What you were asked outside the charter
placement-held-beyond-answered = Requests outside the charter that you answered
placement-held-invoices = Invoices that count your hours
placement-held-issued = Invoices that you issued
placement-held-payments = Payments that you recorded
placement-held-dispatches = Sendings of invoices that you recorded

placement-held-title = Mission
placement-held-team = Team
placement-held-institution = Institution
placement-held-stage = Where it stands
placement-held-from = First day
placement-held-until = Last day
placement-held-hours-week = Hours a week
placement-held-by = By
placement-held-asked = Asked on
placement-held-later = Answer wanted by
placement-held-point = Point
placement-held-hires = Your recruitment by an institution
placement-held-contract = Contract
placement-held-contract-words = More about the contract
placement-held-words = What is written
placement-held-said = What you wrote
placement-held-said-at = When
placement-held-contact-name = Name
placement-held-contact-email = E-mail address
placement-held-contact-phone = Telephone
placement-held-contact-role = Position
placement-held-submitted = Sent on
placement-held-weekday = Day
placement-held-starts = Start
placement-held-minutes = Length
placement-held-change = Change
placement-held-change-cancelled = Cancelled
placement-held-change-moved = Moved
placement-held-change-extra = Extra
placement-held-planned = Planned for
placement-held-day = Day
placement-held-monday = Week of
placement-held-ceiling = Hours a week, at the most
placement-held-paused = No proposals for now
placement-held-travel = Travel
placement-held-most-travel = Longest way
placement-held-languages = Languages of work
placement-held-activity = Activity
placement-held-confirmed-by = Confirmed by
placement-held-confirmed = Confirmed on
placement-held-approved-by = Approved by
placement-held-approved = Approved on
placement-held-question = Question that was asked
placement-held-told = Told on
placement-held-kind = What
placement-held-asker = Who asked
placement-held-answer = Answer to the team
placement-held-answered-by = Answered by
placement-held-number = Number
placement-held-issued-on = Date

placement-passing-drafts = Requests that were begun and not sent: name, address and words of the person
placement-passing-sheets = How often the sheet of a mission was changed
placement-passing-asked = The day on which a team was asked to confirm hours
placement-passing-covered = The missions that an agreement covers

placement-today-claim-text = Answer by { $day } at the latest
placement-today-claim-action = Read and answer
