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
