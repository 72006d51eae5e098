# What several pages say.
placement-save = Save
placement-day-missing = Write a date.
placement-day-hint = For example 27 3 2027
placement-days-from-until = { $from } to { $until }
placement-days-from = from { $from }
placement-weekday-long-1 = Monday
placement-weekday-long-2 = Tuesday
placement-weekday-long-3 = Wednesday
placement-weekday-long-4 = Thursday
placement-weekday-long-5 = Friday
placement-weekday-long-6 = Saturday
placement-weekday-long-7 = Sunday
placement-weekday-short-1 = Mon
placement-weekday-short-2 = Tue
placement-weekday-short-3 = Wed
placement-weekday-short-4 = Thu
placement-weekday-short-5 = Fri
placement-weekday-short-6 = Sat
placement-weekday-short-7 = Sun
placement-refusal-changed-meanwhile = Somebody has changed this since you opened the page. Go back to the page, read it again, then start over.
placement-refusal-mission-open-already = A mission already answers this request. Open it from the list of missions.

# The list of missions.
placement-missions-title = Missions
placement-missions-seen-by = You see the missions of your role. Each mission says who can see it.
placement-missions-filter = Choose which missions are shown
placement-missions-all = All
placement-missions-open = To prepare
placement-missions-proposed = Proposed
placement-missions-agreed = Agreed
placement-missions-running = Running
placement-missions-ended = Ended
placement-missions-column-mission = Mission
placement-missions-column-place = Team
placement-missions-column-institution = Institution
placement-missions-column-from = First day
placement-missions-column-until = Last day
placement-missions-column-peer = Person
placement-missions-column-days = Dates
placement-missions-column-hours = Each week
placement-missions-column-state = State
placement-missions-empty-open-title = No mission yet
placement-missions-empty-open-text = A mission begins with an accepted request. Open a request, accept it, then prepare the mission.
placement-missions-empty-wait-title = No mission yet
placement-missions-empty-wait-text = Your missions will be here once the association has agreed them with you.
placement-missions-empty-filtered-title = No mission in this state
placement-missions-empty-filtered-text = There may be missions in another state.
placement-missions-see-all = See all missions
placement-missions-to-requests = See the requests

# A mission.
placement-mission-stage-open = To prepare
placement-mission-stage-proposed = Proposed
placement-mission-stage-agreed = Agreed
placement-mission-stage-running = Running
placement-mission-stage-ended = Ended
placement-mission-seen-by = The association { $org }, the team “{ $team }”, the management of its institution, and the person who does the mission.
placement-mission-peer-title = How to reach the person
placement-mission-peer-text = They choose themselves what you see here.
placement-mission-stands-open = The mission has not been proposed to anybody yet.
placement-mission-stands-proposed = The mission has been proposed since { $at }.
placement-mission-stands-agreed = { $peer } will do this mission.
placement-mission-stands-running = { $peer } has worked here since { $on }.
placement-mission-stands-completed = { $peer } took the mission to its end, on { $on }.
placement-mission-stands-stopped = The mission stopped on { $on }.
placement-mission-stands-direct-hire = The institution has hired { $peer }. The mission ended on { $on }.
placement-mission-next-sheet = Complete the sheet
placement-mission-next-sheet-text = Some points of the sheet have no answer yet. The person you propose the mission to reads the whole sheet.
placement-mission-next-propose = Propose the mission
placement-mission-next-propose-text = The sheet is complete. Choose whom to propose the mission to.
placement-mission-next-answers = See the answers
placement-mission-next-answers-text = When a person has said yes, you can agree the mission with them.
placement-mission-next-schedule = Prepare the schedule
placement-mission-next-schedule-text = The schedule is still empty. Add the times of the week.
placement-mission-next-start = Start the mission
placement-mission-next-start-text = All is ready. Say which day is the first day of work.
placement-mission-next-prolong = Extend the mission
placement-mission-next-prolong-text = The mission ends soon. Extend it, or prepare what comes next with the person and the team.
placement-mission-next-hours = Record my hours
placement-mission-next-hours-text = You work in this mission. Record your hours whenever you like.
placement-mission-about = The mission
placement-mission-place = Team
placement-mission-peer = Person
placement-mission-peer-none = Not chosen yet
placement-mission-days = Dates
placement-mission-hours = Hours a week
placement-mission-flexible = may change from week to week
placement-mission-fixed = the same each week
placement-mission-languages = Languages
placement-mission-town = Town
placement-mission-referent = Contact in the team
placement-mission-referent-none = Nobody is named yet
placement-mission-org = Association
placement-mission-request = Request
placement-mission-request-see = Read the request again
placement-mission-change = Change something
placement-mission-to-reopen = Open again: the person will not do the mission
placement-mission-to-prolong = Change the last day
placement-mission-to-end = End or stop the mission
placement-mission-history = What has happened
placement-event-mission-opened = Mission created
placement-event-mission-sheet-changed = Sheet changed
placement-event-mission-proposed = Mission proposed
placement-event-mission-agreed = Mission agreed
placement-event-mission-reopened = Mission opened again
placement-event-mission-started = Mission started
placement-event-mission-prolonged = Last day changed
placement-event-mission-ended = Mission ended
placement-event-mission-referent-named = Contact in the team named
placement-event-mission-schedule-changed = Schedule changed

# Opening a mission.
placement-mission-open-title = Prepare the mission
placement-mission-open-text = The dates, the hours and the languages come from the request. You can make them more precise later with the team.
placement-mission-name = What do you call this mission?
placement-mission-name-hint = A few words that everybody understands. Write nothing about the people who are supported.
placement-mission-title-proposed = Mission: { $place }
placement-mission-open = Create the mission
placement-mission-opened-done = The mission is created. Now complete the sheet.

# The contact in the team.
placement-referent-title = Who is the contact in the team?
placement-referent-text = This person welcomes and confirms the hours. They do not need an account: a link is enough.
placement-referent-name = Name
placement-referent-role = Job or role
placement-referent-email = Email address
placement-referent-phone = Telephone
placement-referent-done = The contact is saved.

# The steps.
placement-mission-start-title = When does the mission start?
placement-mission-start-text = This day becomes the first day of the mission. Hours are recorded from then on.
placement-mission-start-on = First day of work
placement-mission-start = Start the mission
placement-mission-start-done = The mission has started.
placement-mission-prolong-title = How long does the mission last?
placement-mission-prolong-text = The schedule goes on until the new last day.
placement-mission-prolong-kind = End of the mission
placement-mission-prolong-until = Until a date
placement-mission-prolong-open = Without an end date
placement-mission-prolong-day = New last day
placement-mission-prolong = Save
placement-mission-prolong-done = The last day is changed.
placement-mission-end-title = End the mission
placement-mission-end-text = After this, the schedule does not change any more. Hours already worked can still be recorded.
placement-mission-end-how = How does the mission end?
placement-ending-completed = It came to its end
placement-ending-stopped = It stops before
placement-ending-direct-hire = The institution hires the person
placement-mission-end-on = Last day
placement-mission-end = End the mission
placement-mission-end-done = The mission has ended.
placement-mission-reopen-title = Open the mission again
placement-mission-reopen-text = The person will not do this mission. No reason is asked. You can propose it to other people.
placement-mission-reopen = Open again
placement-mission-reopen-done = The mission is open again.
placement-mission-agreed-done = The mission is agreed. The person gets a message, and so do the others.

# The sheet.
placement-sheet-title = Mission sheet
placement-sheet-intro = Eight points often cause trouble when nobody has talked about them. Here each has an answer, or a date to talk about it together.
placement-sheet-answered = { $answered } of { $all } points have an answer.
placement-sheet-see = Read the sheet
placement-sheet-says = What the sheet says
placement-sheet-empty = The sheet is still empty. The association completes it with the team.
placement-sheet-missing = To answer
placement-sheet-open = To settle together
placement-sheet-overdue = The date has passed
placement-sheet-then = When every point has an answer, you can propose the mission.
placement-sheet-open-until = To settle together, by { $day } at the latest.
placement-sheet-paper = Download the sheet to print it (PDF)
placement-sheet-done = The answer is saved.
placement-sheet-edition = Version { $version }, printed on { $day }
placement-sheet-page = Page
placement-sheet-signed = Read and agreed
placement-sheet-sign-peer = The person who does the mission, date and signature
placement-sheet-sign-team = The team, date and signature
placement-sheet-sign-org = The association, date and signature
placement-point-how = Your answer
placement-point-settled = It is decided
placement-point-open = To settle together later
placement-point-open-hint = A good answer when it is better to know each other first.
placement-point-until = By
placement-point-words = What is decided
placement-point-words-hint = The person and the team read these words. Write nothing about the people who are supported.
placement-point-record-access = Electronic record
placement-point-record-access-text = Does the person read the electronic record? Do they write in it? Who decides, and with which access?
placement-point-visits-alone = Home visits
placement-point-visits-alone-text = Does the person go to somebody’s home alone? In which cases, and who knows about it?
placement-point-consent = Consent of the person supported
placement-point-consent-text = Who asks the person supported whether they want this meeting? How can they change their mind?
placement-point-sharing = Shared information
placement-point-sharing-text = Which information do the person and the team give each other, and what for? What stays between two people?
placement-point-meetings = Meetings
placement-point-meetings-text = Which meetings of the team does the person join? Do they get the same information as the others?
placement-point-supervision = Supervision
placement-point-supervision-text = Who gives supervision, how often, and on whose working time?
placement-point-limits = What is not their work
placement-point-limits-text = Which tasks are not for this person? For example replacing somebody, giving care, interpreting alone.
placement-point-who-to-call = Whom to call in need
placement-point-who-to-call-text = Whom does the person call in the team and in the association, and at which number? This must be known from the first day.

# Proposing.
placement-proposals-title = Whom do you propose the mission to?
placement-proposals-seen-by = Only the people who coordinate in the association { $org } see this page.
placement-proposals-over = The mission is no longer to be proposed.
placement-proposals-asked = The answers
placement-proposals-who = Propose to somebody
placement-proposals-nobody = There is nobody to add for now. Availability changes: come back in a few days, or see whether the hours or the languages of the mission can be more flexible.
placement-proposals-choose = Choose one or more people
placement-proposals-choose-hint = The mission suits each of these people. Nothing here is a mark.
placement-proposals-choose-missing = Choose at least one person.
placement-proposals-until = Answer hoped for by
placement-proposals-propose = Propose the mission
placement-proposals-done = The mission is proposed. Each person gets a message.
placement-proposals-agree = Agree the mission
placement-proposal-stage-waiting = No answer yet
placement-proposal-stage-yes = Yes
placement-proposal-stage-no = No
placement-proposal-stage-later = Later
placement-proposal-stage-agreed = Agreed
placement-proposal-stage-closed = Closed
placement-proposal-yes-before = Yes to an earlier version of the sheet. The person has to read the new sheet and answer again.
placement-proposal-later-on = The person would like to answer around { $day }.
placement-proposal-answered = Answered on { $at }.
placement-proposal-until = Answer hoped for by { $day }.

# What is proposed to a person.
placement-offers-title = Proposed missions
placement-offers-seen-by = The people who coordinate in the association see what it proposes to you, and your answers. Nobody else but you sees the rest of this page.
placement-offers-empty-title = Nothing is proposed for now
placement-offers-empty-text = When the association proposes a mission to you, it is here. You also get a message.
placement-offer-title = { $org } proposes a mission to you
placement-offer-seen-by = Only you and the people who coordinate in the association { $org } see your answer.
placement-offer-for-you = Why this mission is proposed to you
placement-offer-against = What goes less the way that the association or you wish:
placement-offer-terms = Change what suits me: hours, days, journey, languages
placement-offer-question = Would you like to do this mission?
placement-offer-hint = You answer freely, without giving a reason. You can change your mind until the mission is agreed.
placement-offer-yes = Yes
placement-offer-no = No
placement-offer-later = Later
placement-offer-later-on = When do you think you will answer? (optional)
placement-offer-answer = Send my answer
placement-offer-done = Your answer is saved. Thank you.
placement-offer-sheet-changed = The sheet has just changed. Read it again, then answer once more.
placement-offer-agreed-title = The mission is yours
placement-offer-agreed-text = You find everything on the page of the mission.
placement-offer-closed-title = This proposal is closed
placement-offer-closed-text = Somebody else does the mission, or it no longer takes place. Thank you for taking the time to read it.

# The schedule.
placement-schedule-title = Schedule
placement-schedule-see = See the schedule
placement-schedule-none = There is no time yet.
placement-schedule-week = Week of { $day }
placement-schedule-before = Week before
placement-schedule-after = Week after
placement-schedule-takes-place = Takes place
placement-schedule-cancelled = Does not take place
placement-schedule-elsewhere = Another commitment
placement-schedule-rhythm = The rhythm
placement-schedule-changes = What changes
placement-schedule-change = Change
placement-schedule-add = Add a weekly time
placement-schedule-add-extra = Add a single time
placement-schedule-stop = Stop this weekly time
placement-schedule-restore = Go back to the rhythm
placement-schedule-done = The schedule is saved.
placement-schedule-slot-title = Add a weekly time
placement-schedule-stop-title = Stop a weekly time
placement-schedule-change-title = Change a single time
placement-schedule-extra-title = Add a single time
placement-schedule-weekday = Day of the week
placement-schedule-start = Start
placement-schedule-end = End
placement-schedule-end-before = The end must be after the start.
placement-schedule-start-missing = Write the time of the start, for example 9:30.
placement-schedule-end-missing = Write the time of the end, for example 12:30.
placement-schedule-every = Rhythm
placement-schedule-every-week = Every week
placement-schedule-every-other-week = Every other week
placement-schedule-from = From
placement-schedule-last = Last day of the weekly time
placement-schedule-change-how = What happens on { $day }?
placement-schedule-cancel = It does not take place
placement-schedule-move = It takes place at another moment
placement-schedule-to = Which day?
placement-slot-week = { $day }, { $from } to { $to }, every week
placement-slot-other-week = { $day }, { $from } to { $to }, every other week
placement-slot-until = { $slot }, until { $day }
placement-moment = { $day }, { $from } to { $to }
placement-exception-cancelled = Nothing on { $on }.
placement-exception-moved = Instead of { $on }: { $to }.
placement-exception-extra = In addition: { $to }.
placement-clash-itself = This mission already has a time on { $day } at { $hour }. Choose another moment.
placement-clash-elsewhere = There is already another commitment on { $day } at { $hour }. Choose another moment.
placement-clash-mission = This moment is already taken by the mission “{ $mission }”, on { $day } at { $hour }. Choose another moment.

# How I want to work.
placement-terms-title = How I want to work
placement-terms-text = Associations propose only what goes with your choices. You can change them whenever you like, without giving a reason.
placement-terms-seen-by = Only you see this page. The people who coordinate see that a mission suits you, the estimated journey, what remains to be asked of you, and what you say under “What I like”. Never your limits.
placement-terms-ceiling = Hours a week, at most
placement-terms-ceiling-hint = All your missions together. For example 10 or 7:30.
placement-terms-ceiling-range = Write between half an hour and 48 hours a week.
placement-terms-paused = Do not propose anything to me for now
placement-terms-paused-hint = Your running missions go on. Untick it whenever you like.
placement-terms-from = Free from (optional)
placement-terms-until = Free until (optional)
placement-terms-mode = How do you travel?
placement-terms-most = Longest journey, in minutes
placement-terms-most-hint = One way, from door to door.
placement-terms-languages = Which languages do you work in?
placement-terms-languages-hint = Tick all that suit you.
placement-terms-done = Your choices are saved.
placement-mode-foot = On foot
placement-mode-bicycle = By bicycle
placement-mode-transit = By public transport
placement-mode-car = By car
placement-mode-none = I would rather be asked
placement-not-there-title = Places where I do not want to work
placement-not-there-text = You will no longer get proposals from these places. Nobody sees this list, and nobody can know that a place is on it. No reason is asked.
placement-not-there-seen-by = Only you see this page, and nobody else, not even in your association.
placement-not-there-empty = The list is empty.
placement-not-there-add-title = Add a place
placement-not-there-name = Name of the team or the institution
placement-not-there-name-hint = Write a few words of the name. We look for places that resemble it.
placement-not-there-look = Search
placement-not-there-nothing = We have found no place of this name. Try other words.
placement-not-there-team = One team
placement-not-there-institution = All teams of this institution
placement-not-there-add = Add to my list
placement-not-there-remove = Remove from my list
placement-places-done = Your list is up to date.
placement-not-there-closed = Your list can no longer be read. So that nobody sends you where you do not want to go, you get no proposals any more. Add your places again: proposals go on.

# The calendar.
placement-calendar-title = My missions in my calendar
placement-calendar-text = Your phone or computer can show your schedule and keep it up to date. It needs an address, made for you.
placement-calendar-renew = When you make a new address, the old one stops working.
placement-calendar-make = Make my address
placement-calendar-made-title = Here is your calendar address
placement-calendar-made-text = Copy it now: we cannot show it to you again. In your calendar, choose “add a calendar by its address”.
placement-calendar-open = Open in my calendar
placement-calendar-secret = Whoever knows this address sees your schedule. Keep it to yourself. It works for 400 days.
placement-calendar-seen-by = Only you see this page.
placement-calendar-feed-name = My missions

# Messages.
placement-letter-proposal-subject = { $org } proposes a mission to you
placement-letter-proposal-text =
    Hello { $name },

    { $org } proposes a mission to you: { $mission }, with { $place }.

    Read the sheet, then answer yes, no or later. You do not have to give a reason.
placement-letter-agreed-subject = It is agreed: { $mission }
placement-letter-agreed-text =
    Hello { $name },

    You do the mission “{ $mission }” with { $place }. { $org } stays at your side.

    You find the sheet and the schedule on the page of the mission.
placement-letter-closed-subject = About the mission “{ $mission }”
placement-letter-closed-text =
    Hello { $name },

    The mission “{ $mission }” is agreed with somebody else. Thank you for taking the time to read it.

    Other missions will come. { $org } will think of you.
placement-letter-ended-subject = The mission “{ $mission }” has ended
placement-letter-ended-text =
    Hello { $name },

    The mission “{ $mission }” with { $place } has ended. You can still record your hours.

    Thank you for your work. { $org } talks with you about what comes next.

# Who looked, and what for; who can see it.
placement-sees-missions = Your missions, their sheet and their schedule
placement-sees-hours = Your hours
placement-sees-wishes = How you want to work, and your answers to proposals
placement-sees-beyond = The requests outside the charter that you have passed on
placement-sees-invoices = Your hours in the annex of invoices
placement-sees-private = The places where you do not want to work
look-mission-read = Your mission, to know who is where and when
look-mission-manage = Your mission, to organise it
look-proposal-manage = How you want to work, to find who can take a mission
look-hours-read = Your hours, to follow the count
look-hours-confirm = Your hours, to confirm them in the team
look-hours-approve = Your hours, to approve them
look-beyond-read = A request outside the charter that you have passed on, to answer it
look-beyond-answer = A request outside the charter that you have passed on, to answer it
look-invoice-read = Your hours in the annex of an invoice, to pay or to check it
look-invoice-manage = Your hours, to prepare an invoice
did-mission-sheet-changed = Changed the sheet of your mission
did-mission-agreed = Agreed a mission with you
did-mission-started = Began your mission
did-mission-prolonged = Changed the last day of your mission
did-mission-ended = Ended your mission
did-mission-referent-named = Named a referent in the team of your mission
did-mission-schedule-changed = Changed the schedule of your mission
did-proposal-made = Proposed a mission to you
did-hours-confirmed = Confirmed your hours
did-hours-approved = Approved your hours
did-hours-returned = Sent hours back to you with a question
did-hours-confirmation-asked = Asked the team to confirm your hours
did-beyond-answered = Answered the team in your place

# Less this month
placement-easing-title = Less this month
placement-easing-tap = Less this month
placement-easing-lead = You can make the rest of the month lighter. Nobody asks you why.
placement-easing-how = In each mission, every second time is cancelled until the end of the month, from the day after tomorrow on. The team and the coordination get the dates, nothing else.
placement-easing-again = Even less this month
placement-easing-left-out = You are not coming
placement-easing-time = { $day }, { $from } – { $until }
placement-easing-place = { $mission }, { $team }
placement-easing-back = I am coming after all
placement-easing-nothing-title = Nothing cancelled
placement-easing-nothing-text = Your times of this month have not changed.
placement-easing-over = There is no time left to cancel this month. For tomorrow or the day after, call the coordination.
placement-easing-next = To have fewer hours for longer, change your ceiling.
placement-easing-next-way = My hours and travel
placement-easing-done = Done: your month is lighter.
placement-easing-back-done = Noted: you are coming on that day.
placement-easing-seen-by = You see this page. The team and the coordination only see the days on which you are not coming.
placement-refusal-nothing-to-ease = There is no time left to cancel this month. Nothing has changed.
placement-held-eased = Cancelled by “less this month”
placement-mail-eased-subject = { $peer }: fewer days this month
placement-mail-eased-text =
    Hello { $name },

    { $peer } is not coming: { $days } ({ $mission }). The other days do not change.

    There is nothing for you to do. If you have a question, write to us.

    { $org }
placement-mail-eased-coordinator-subject = { $peer } has made the month lighter
placement-mail-eased-coordinator-text =
    Hello { $name },

    { $peer } is not coming: { $days } ({ $mission }). The team has been told.

    { $peer } does not have to say why. You can offer help, without asking.
placement-mail-eased-back-subject = { $peer } is coming after all
placement-mail-eased-back-text =
    Hello { $name },

    { $peer } is coming after all: { $days } ({ $mission }).

    { $org }
placement-mail-eased-back-coordinator-subject = { $peer } is coming after all
placement-mail-eased-back-coordinator-text =
    Hello { $name },

    { $peer } is coming after all: { $days } ({ $mission }). The team has been told.

# Before the first day
placement-formalities-title = Before the first day
placement-formalities-text = What your association does before each mission. A mission cannot start while a required formality is open.
placement-formalities-nothing-medical = Write nothing about anybody’s health or income. Write “the person has been able to check”, not what they found.
placement-formalities-seen-by = The coordination and the administration of your association see this list. Each person sees what concerns their mission.
placement-formalities-empty-title = No list yet
placement-formalities-empty-text = You can begin with the usual list of your country and change it. Have a lawyer read it.
placement-formalities-begin = Begin with the usual list
placement-formalities-none = Nothing is asked before the first day.
placement-formalities-change = Change the association’s list
placement-formality-new = Add a formality
placement-formality-text = What has to be done
placement-formality-text-hint = One sentence, such as “The badge is ready.”
placement-formality-blocks = Required
placement-formality-blocks-hint = The mission cannot start before.
placement-formality-country = For missions
placement-formality-anywhere = Everywhere
placement-formality-add = Add
placement-formality-remove = Remove from the list
placement-formality-remove-text = Missions that have not done it yet will not ask for it any more. The others keep it.
placement-formality-remove-yes = Yes, remove
placement-formality-blocking = Required before the start
placement-formality-useful = Useful, does not hold the start back
placement-formality-in = { $kind } ({ $country })
placement-formality-done-by = Done on { $day } ({ $name })
placement-formality-do = Done
placement-formality-undo = Not done
placement-formality-added-done = The list is saved.
placement-formality-removed-done = The formality is removed. What was done stays noted in the missions.
placement-formality-usual-fr-declaration = The declaration before hiring is made.
placement-formality-usual-fr-insurance = The association’s insurance covers this mission.
placement-formality-usual-agreement = The agreement and the addendum are signed.
placement-formality-usual-be-dimona = The Dimona declaration is made.
placement-formality-usual-be-insurance = The insurance for accidents at work covers this mission.
placement-formality-usual-be-rights = The person has been able to check, for themselves, what they have to declare before they begin (health fund, unemployment, CPAS).
placement-formality-usual-access = The badge and the accesses are ready.
placement-formality-usual-welcome = The team knows who comes, on which day, and who welcomes them.
placement-formality-usual-questions = The person has been able to ask their questions.
placement-refusal-formality-open = A formality is still open before the first day. Look at the list on the page of the mission.
placement-event-formality-done = Formality done
placement-event-formality-undone = Formality open again
did-formality-done = Noted a formality of your mission as done
did-formality-undone = Noted a formality of your mission as open again
placement-held-formalities = Formalities before the first day
placement-held-formality = Formality
placement-held-done-at = Done on
