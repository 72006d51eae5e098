# What a token lets a program do in placement.
placement-ability-requests-read = Read the requests of teams
placement-ability-requests-write = Enter a request for a team, accept, decline
placement-ability-missions-read = Read missions and their schedules
placement-ability-missions-write = Open a mission
placement-ability-hours-read = Read hours
placement-ability-hours-write = Record my hours and correct them
placement-ability-hours-sign = Confirm or approve the hours of a month
placement-ability-agreements-read = Read agreements
placement-ability-agreements-write = Write and change agreements
placement-ability-invoices-read = Read invoices
placement-ability-invoices-write = Record payments

# What an address may be told of placement (webhooks).
placement-notice-request-submitted = A team sends a request
placement-notice-request-answered = A team answers our question
placement-notice-request-withdrawn = A team withdraws its request
placement-notice-request-accepted = A request is accepted
placement-notice-request-declined = A request is declined by the association
placement-notice-mission-opened = A mission is opened
placement-notice-mission-agreed = A mission has found its peer worker
placement-notice-mission-started = A mission starts
placement-notice-mission-prolonged = A mission goes on for longer
placement-notice-mission-ended = A mission ends
placement-notice-hours-confirmed = The team confirms the hours of a month
placement-notice-hours-approved = The association approves the hours of a month
placement-notice-invoice-issued = An invoice is issued
placement-notice-invoice-credited = An invoice is cancelled by a credit note
placement-notice-invoice-payment = A payment is recorded
