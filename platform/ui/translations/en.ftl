### The words of the components.

ui-brand = Passerelle
ui-title = { $page } – Passerelle
ui-skip = Skip to main content
ui-search = Search
ui-search-label = Search for a person, a team, a mission
ui-menu = Menu
ui-account = My account and seat:
ui-seen-by = Who can see this page
ui-back = Back
ui-way-back = Way back
ui-breadcrumbs = You are here

ui-error = Error:
ui-problem-title = There is a problem
ui-spoken-more = Other languages
ui-optional = optional
ui-or = or
ui-day = Day
ui-month = Month
ui-year = Year

ui-count-limit = You can enter up to { $count } characters
ui-count-left-one = You have 1 character left
ui-count-left = You have { $count } characters left
ui-count-none-left = You have no room left
ui-count-over-one = You have 1 character too many
ui-count-over = You have { $count } characters too many

ui-password-show = Show
ui-password-hide = Hide
ui-password-show-label = Show password
ui-password-hide-label = Hide password
ui-password-shown = Your password is visible
ui-password-hidden = Your password is hidden

ui-exit = Leave this page
ui-exit-activated = Leaving this page.
ui-exit-timed-out = This page stays open.
ui-exit-press-two = Shift, press 2 more times to leave.
ui-exit-press-one = Shift, press 1 more time to leave.

ui-done = Done
ui-important = Important
ui-warning = Warning

ui-change = Change
ui-change-what = { $what }

ui-task-done = Done
ui-task-not-yet = Cannot start yet

ui-urgency-urgent = Urgent
ui-urgency-soon = Soon
ui-urgency-calm = When you can

ui-pagination = More of this list
ui-newer = Newer
ui-older = Older

ui-progress = { $done } of { $total }
ui-step = Question { $step } of { $of }

ui-week-span = { $from } – { $to }
ui-week-day = Day
ui-week-time = Hours
ui-week-what = What
ui-week-kind = State
ui-week-empty = Nothing this week.

### Who is where, day by day.

ui-rota-free = no times

### The style page.

ui-style-title = Style page
ui-style-hello = Good morning Coralie
ui-style-lead = Monday 23 November. Three things are waiting, the first since yesterday.
ui-style-today = Today
ui-style-missions = Missions
ui-style-teams = Teams
ui-style-groups = Intervision
ui-style-learning = Learning
ui-style-help = Help
ui-style-privacy = Your data
ui-style-flash = The hours of October are approved
ui-style-undo = Undo the approval
ui-style-seen-by = You, and the people who coordinate at Espairs. Institutions do not see this page.

ui-style-waiting = What is waiting
ui-style-card-urgent = Noor has received a request outside her charter
ui-style-card-urgent-text = The team of Ward 4 asked her to make a home visit on her own. Noor does not have to say no alone.
ui-style-card-answer = Answer the team
ui-style-card-charter = See the charter
ui-style-card-soon = Three timesheets are ready to approve
ui-style-card-soon-text = October, Fondation de Nice: 61 h confirmed by the contacts. To approve before Friday.
ui-style-card-approve = Approve the hours
ui-style-card-calm = Fleyriat hospital asks for a peer worker
ui-style-card-calm-text = Two days a week from January, on trial. Five people may suit.
ui-style-card-read = Read the request

ui-style-this-week = This week
ui-style-running = Missions under way
ui-style-without = Without a mission
ui-style-notice = Notice periods ahead
ui-style-two-people = 2 people
ui-style-one-mission = 1 mission
ui-style-empty = No absence announced
ui-style-empty-text = When somebody tells us they will not come, you read it here.
ui-style-empty-action = Announce an absence

ui-style-buttons = Buttons
ui-style-save = Save
ui-style-later = Finish later
ui-style-delete = Delete the sheet
ui-style-cancel = Cancel

ui-style-tags = States
ui-style-tag-neutral = Draft
ui-style-tag-calm = Under way
ui-style-tag-good = Approved
ui-style-tag-soon = To read again
ui-style-tag-urgent = Late
ui-style-tag-wrong = Refused

ui-style-apart = Text that stands apart
ui-style-panel = Your request has been sent
ui-style-panel-text = Espairs answers within three days. Keep the link that you received by mail.
ui-style-inset = Each person chooses what to tell of their path, and to whom.
ui-style-warning = If you close the mission, the team and Noor receive a message today.
ui-style-details = What does “on trial” mean?
ui-style-details-text = For four weeks, either side can stop with two days’ notice.

ui-style-long-work = Long work
ui-style-import = Import of the directory
ui-style-line-lost = The connection is lost. Your words are kept, we are trying again.

ui-style-week = Noor’s week
ui-style-ward = Ward 4
ui-style-home = Home visit
ui-style-group = Intervision
ui-style-stands = Confirmed
ui-style-proposed = Proposed
ui-style-off = Does not take place

ui-style-facts = Sheets
ui-style-team = Team
ui-style-team-value = Ward 4, Saint-Martin hospital
ui-style-rhythm = Rhythm
ui-style-rhythm-value = Two half-days a week
ui-style-contact = Contact
ui-style-contact-value = Anne Lefèvre, head nurse
ui-style-write = Write to
ui-style-mission-sheet = Mission sheet

ui-style-tasks = Steps
ui-style-task-meet = Meet the team
ui-style-task-charter = Write the charter together
ui-style-task-hint = What the person does, does not do, and to whom they turn.
ui-style-task-begun = Begun
ui-style-task-start = Choose the first day

ui-style-lists = Lists
ui-style-sections = Parts of the mission
ui-style-sheets = Timesheets
ui-style-invoices = Invoices
ui-style-agreements = Agreements
ui-style-hours = Hours of October
ui-style-person = Person
ui-style-state = State
ui-style-time = Hours
ui-style-amount = Amount
ui-style-approved = Approved
ui-style-to-approve = To approve

ui-style-forms = Forms
ui-style-name = Name
ui-style-name-hint = As you write it.
ui-style-phone = Telephone
ui-style-need = What does the team need?
ui-style-need-value = Somebody there two mornings a week, for the people who arrive.
ui-style-when = When?
ui-style-date = Date
ui-style-date-hint = For example 27 3 2026.
ui-style-from = From
ui-style-to = To
ui-style-how = How can we reach you?
ui-style-how-mail = By mail
ui-style-how-mail-hint = We write at most once a week.
ui-style-how-phone = By telephone
ui-style-how-any = Either way
ui-style-number = Number
ui-style-days-line = In the morning, from 9 to 12.
ui-style-days-second-line = Two people are there.
ui-style-days = Which days suit you?
ui-style-day-monday = Monday
ui-style-day-tuesday = Tuesday
ui-style-day-none = Neither
ui-style-file = Table to import
ui-style-file-hint = CSV or Excel, 5 MB at most.
ui-style-password = Password
ui-style-mail = Mail address
ui-style-mail-wrong = Enter a complete address, for example name@example.org
ui-style-rate = Price of an hour, in euros
ui-style-rate-wrong = Enter a price with two decimals, for example 25.50
ui-style-answer = Does the person agree?
ui-style-yes = Yes
ui-style-no = No
ui-style-choice-wrong = Choose yes or no
ui-style-since = Since when?
ui-style-date-wrong = This date does not exist: February ends on the 28th
ui-style-country = Country
ui-style-choose = Choose
ui-style-country-wrong = Choose a country
ui-style-note = Remark
ui-style-agree = I have read this with the person
ui-style-agree-wrong = Read this with the person before sending
ui-style-continue = Continue

# The map.
ui-map-mark =
    { $count ->
        [one] { $places }: one organisation
       *[other] { $places }: { $count } organisations
    }
ui-style-map = A map
ui-style-map-text = The list beside the map says the same.
