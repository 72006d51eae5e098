# The main places, and what is refused.
placement-nav-today = Today
placement-nav-requests = Requests
placement-nav-missions = Missions
placement-nav-hours = Hours
placement-nav-invoices = Invoices

# The landing page.
placement-home-heading = Somebody who has been there, in your team
placement-home-lead = Our associations employ peer workers. They lend their time to teams in care, social support and employment.
placement-home-ask = Ask for a peer worker
placement-home-ask-hint = Four minutes, no account. Your request does not commit you to anything.
placement-home-what-heading = What is peer support work?
placement-home-what-one = Some people have lived through illness, exile, addiction, the street or prison. They have learned from it, and they have trained to use that knowledge at work.
placement-home-what-two = In a team, they talk with the people you support as equals. They replace nobody: they bring what other professions cannot bring.
placement-home-gains-heading = What your team gains
placement-home-gain-trust = Trust comes sooner: somebody understands from the inside.
placement-home-gain-links = Somebody links two worlds and translates between them.
placement-home-gain-reach = People who are far from services agree to a first meeting.
placement-home-gain-trial = You try without recruiting. The association employs, trains and supports the person.
placement-home-steps-heading = How it goes
placement-home-step-ask = You answer twelve short questions.
placement-home-step-talk = The association answers. You ask your questions, it asks its own.
placement-home-step-choose = It proposes the mission. The person says yes or no, freely.
placement-home-step-work = The mission begins, as a trial if you wish. The association stays beside you.
placement-home-trust-heading = Why to trust us
placement-home-trust-employer = The association is the employer. It signs the contract, pays, trains and supports the person.
placement-home-trust-agreement = Everything is written before the start: the rate, the days, who does what. No hour is invoiced without your team’s word.
placement-home-trust-private = Only the association you choose reads your request. We ask nothing about the people you support, nor about anybody’s health.
placement-home-trust-free = No advertising, no tracking. The software is free: what it does can be checked.
placement-home-takers-heading = Associations that take requests
placement-home-takers-empty = No association takes requests here for now. Come back soon.
placement-home-network = See the network on the map
placement-home-peers-heading = You are a peer worker
placement-home-peers-one = Here you choose your missions and record your hours in seconds. You can say no without giving a reason.
placement-home-peers-link = Go to my space
placement-home-associations-heading = You are an association
placement-home-associations-one = Requests, missions, schedules, hours and invoices are in one place. Passerelle is free software: you can install it yourselves.
placement-home-associations-link = Sign in

# Asking.
placement-ask-title = Ask for a peer worker
placement-ask-lead = Twelve questions, about four minutes. Nothing leaves before you have read it all again.
placement-ask-start-what = We ask who your team is, what you hope for, how many hours, where and when.
placement-ask-start-who = Only those who coordinate in the association you choose read your answers.
placement-ask-start-people = Write nothing about the people you support: no name, no situation.
placement-ask-start-keep = Your answers are kept on the way. You can come back on this device for 30 days. After that, a draft that was not sent is erased.
placement-ask-to-label = Which association do you ask?
placement-ask-to-missing = Choose an association.
placement-ask-begin = Begin
placement-ask-continue = Continue
placement-ask-save = Save
placement-ask-saved = Each answer is kept when you continue.
placement-ask-resume-text = You have begun a request on this device.
placement-ask-resume-link = Go on with my request
placement-ask-nobody-title = No association takes requests for now
placement-ask-nobody-text = Come back in a few days.

placement-ask-team-label = Which team asks?
placement-ask-team-hint = Write the names as you say them.
placement-ask-team-institution = Institution or service
placement-ask-team-institution-missing = Write the name of the institution or service.
placement-ask-team-team = Team or ward
placement-ask-team-team-missing = Write the name of the team or ward.
placement-ask-setting-label = Where does your team work?
placement-ask-setting-hint = Choose what is most like it.
placement-ask-setting-missing = Choose the place that is most like yours.
placement-ask-public-label = Whom does your team support?
placement-ask-public-hint = Choose as many as you like. We speak of groups, never of one person.
placement-ask-public-words = Say more in your own words
placement-ask-public-missing = Choose at least one answer, or write your own.
placement-ask-hopes-label = What do you hope for?
placement-ask-hopes-hint = Choose as many as you like.
placement-ask-hopes-words = Say it in your own words
placement-ask-hopes-missing = Choose at least one answer, or write your own.
placement-ask-hours-label = How many hours a week?
placement-ask-hours-hint = A rough idea is enough, for example 7 or 10.5. A day is about 7 hours.
placement-ask-hours-suffix = hours a week
placement-ask-hours-flexible = The hours may change from week to week
placement-ask-length-label = For how long?
placement-ask-length-hint = It can change later.
placement-ask-length-3 = 3 months
placement-ask-length-6 = 6 months
placement-ask-length-12 = One year
placement-ask-length-other = Another length
placement-ask-length-open = No end date
placement-ask-length-months = Number of months
placement-ask-length-trial = We would like to begin with a trial
placement-ask-length-missing = Choose a length.
placement-ask-place-label = In which town?
placement-ask-place-hint = Where the person would work most often.
placement-ask-place-missing = Write the name of the town.
placement-ask-languages-label = Which languages are needed?
placement-ask-languages-hint = Tick only those that the work needs.
placement-ask-languages-missing = Choose at least one language.
placement-ask-start-label = When could it begin?
placement-ask-start-hint = Finding the right person often takes some weeks.
placement-ask-start-soon = As soon as possible, within a month
placement-ask-start-quarter = Within three months
placement-ask-start-dates = Between two dates that I choose
placement-ask-start-from = Not before
placement-ask-start-until = At the latest on
placement-ask-start-missing = Say when it could begin.
placement-ask-start-from-missing = Write the first possible date.
placement-ask-start-until-missing = Write the last possible date.
placement-ask-referent-label = Who would welcome the person in the team?
placement-ask-referent-hint = This is who answers their questions and confirms their hours.
placement-ask-referent-named = We know who
placement-ask-referent-name = Their name
placement-ask-referent-name-missing = Write the name, or choose “We do not know yet”.
placement-ask-referent-not-yet = We do not know yet
placement-ask-referent-missing = Say whether you know who would welcome the person.
placement-ask-experience-label = Have you worked with peers before?
placement-ask-experience-hint = No answer is better than another. It helps us to prepare the welcome with you.
placement-ask-experience-missing = Choose an answer.
placement-ask-contact-label = Whom do we answer?
placement-ask-contact-hint = You get a link to follow the request. We use your address for nothing else.
placement-ask-contact-name = Your name
placement-ask-contact-name-missing = Write your name.
placement-ask-contact-role = What you do in the team
placement-ask-contact-email = E-mail address
placement-ask-contact-phone = Telephone

placement-setting-hospital = A hospital ward
placement-setting-outpatient = A consultation or day service
placement-setting-mobile = A mobile or street team
placement-setting-housing = Housing, a shelter, a reception centre
placement-setting-social = A social service
placement-setting-employment = An employment service
placement-setting-training = A place of training or research
placement-setting-other = Another place
placement-public-mental-health = People in psychic distress
placement-public-addiction = People who use alcohol, drugs or other products
placement-public-homeless = People without a home
placement-public-exile = People in exile
placement-public-youth = Young people
placement-public-families = Families and those close to someone
placement-public-justice = People in prison or leaving it
placement-public-jobseekers = People who look for work
placement-public-other = Other people
placement-hopes-adherence = That people take hold of what is offered to them
placement-hopes-speed-up = That a step goes faster
placement-hopes-stuck = That a stuck situation moves
placement-hopes-links = Links and translation between worlds
placement-hopes-reaching = To reach those who are far from services
placement-experience-none = No, it would be the first time
placement-experience-some = A little: meetings or a trial
placement-experience-regular = Yes, peers already work with us

placement-ask-check-title = Read your request again
placement-ask-check-text = It goes to { $org } when you press “Send the request”.
placement-ask-check-missing = An answer is still missing.
placement-ask-check-complete = Complete it
placement-ask-check-privacy = Only those who coordinate at { $org } read these answers. If a mission begins, the person who will work with you reads the main points, without your contact details.
placement-ask-send = Send the request
placement-ask-sent-title = Your request is sent
placement-ask-sent-panel = { $org } has received it.
placement-ask-sent-next = What comes next
placement-ask-sent-mail = You get a message at { $email }, with a link to follow the request.
placement-ask-sent-answer = { $org } answers you or asks you something. Each time, a message tells you.
placement-ask-sent-account = You never need an account.
placement-ask-sent-follow = Follow my request

placement-fact-missing = To be completed
placement-fact-team = Team
placement-fact-setting = Place of work
placement-fact-public = People you support
placement-fact-hopes = What the team hopes for
placement-fact-hours = Hours
placement-fact-hours-week = { $hours } a week
placement-fact-flexible = May change from week to week
placement-fact-length = Length
placement-fact-months =
    { $months ->
        [one] { $months } month
       *[other] { $months } months
    }
placement-fact-trial = Begin with a trial
placement-fact-place = Town
placement-fact-languages = Languages
placement-fact-start = Start
placement-fact-start-span = Between { $from } and { $until }
placement-fact-referent = Welcome in the team
placement-fact-experience = Experience with peers
placement-fact-contact = Contact


# Following.
placement-discussion-title = What you said to each other
placement-discussion-speaker = { $name }, { $org }
placement-follow-draft-title = Your request to { $org }
placement-follow-submitted-title = { $org } has received your request
placement-follow-in-discussion-title = Your request to { $org } is being discussed
placement-follow-accepted-title = { $org } accepts your request
placement-follow-declined-title = { $org } cannot take on your request
placement-follow-withdrawn-title = Your request is withdrawn
placement-follow-submitted-text = Sent on { $sent }. The association reads it and answers you. You get a message as soon as there is news.
placement-follow-your-turn = { $org } has asked you something. You can answer here.
placement-follow-their-turn = You have answered. { $org } is reading your message.
placement-follow-accepted-text = The association now looks for the right person. It calls or writes to you to prepare the mission with you.
placement-follow-declined-text = This is why:
placement-follow-withdrawn-text = { $org } knows that you no longer ask. You can make a new request at any time.
placement-follow-facts = What you asked for
placement-follow-answer = Your answer
placement-follow-add = Add something
placement-follow-send = Send
placement-follow-answer-done = Your message is sent.
placement-follow-seen-by = Those who have this link, and those who coordinate at { $org }.
placement-follow-withdraw = Withdraw my request
placement-follow-withdraw-title = Withdraw your request?
placement-follow-withdraw-text = { $org } gets a message and stops looking. You do not have to say why. It cannot be undone, but you can make a new request.
placement-follow-withdraw-action = Withdraw my request
placement-follow-withdraw-keep = No, keep it
placement-follow-old-title = This link is too old
placement-follow-old-text = For your safety, a link to follow a request is valid for one year. We can send a new one at once, to the e-mail address given with the request.
placement-follow-renew = Send a new link
placement-follow-renewed-done = A new link is on its way.
placement-follow-renewed-title = Look at your e-mail
placement-follow-renewed-text = A new link was sent to the e-mail address given with the request. If nothing arrives, look into the junk folder, then write to the association.
placement-follow-end = Close access by link
placement-follow-end-title = Close access by link?
placement-follow-end-text = Nobody will be able to open this request with a link received so far, you neither. The request goes on. The next messages of { $org } will carry a new link.
placement-follow-end-action = Close access
placement-follow-end-keep = No, keep it
placement-follow-ended-done = Access by link is closed. The request goes on.

# Letters.
placement-mail-request-sent-subject = Your request to { $org }
placement-mail-request-sent-text =
    Hello { $name },

    { $org } has received the request of { $team } ({ $institution }).

    The link below shows where it stands. You can add a word there, or withdraw the request. It works for one year. Keep this message: who has the link can see the request.
placement-mail-request-link-subject = A new link to follow your request to { $org }
placement-mail-request-link-text =
    Hello { $name },

    Here is a new link to follow your request for { $team } ({ $institution }). It is valid for one year. Keep this message: whoever has the link can see the request.
placement-mail-request-new-subject = { $team } asks for a peer worker
placement-mail-request-new-text =
    Hello,

    { $team } ({ $institution }, { $town }) has just sent a request. { $name } waits for your answer.
placement-mail-request-question-subject = { $org } has a question about your request
placement-mail-request-question-text =
    Hello { $name },

    { $org } asks you:

    { $text }

    Answer on the page of your request.
placement-mail-request-answer-subject = { $team } has written about its request
placement-mail-request-answer-text =
    Hello,

    { $name } ({ $team }, { $institution }) writes:

    { $text }
placement-mail-request-accepted-subject = { $org } accepts your request
placement-mail-request-accepted-text =
    Hello { $name },

    { $org } accepts the request of { $team } ({ $institution }). The association now looks for the right person and gets in touch with you to prepare the mission.
placement-mail-request-declined-subject = The answer of { $org } to your request
placement-mail-request-declined-text =
    Hello { $name },

    { $org } cannot take on the request of { $team } ({ $institution }). This is why:

    { $text }
placement-mail-request-withdrawn-subject = { $team } withdraws its request
placement-mail-request-withdrawn-text =
    Hello,

    { $team } ({ $institution }) no longer asks. There is nothing for you to do.

# Requests, for the association.
placement-requests-title = Requests
placement-requests-association = Wait for the association
placement-requests-asker = Wait for the team
placement-requests-decided = Decided
placement-requests-association-empty = No request waits for an answer
placement-requests-association-empty-text = Teams ask on the home page. If a team phones you, write its request down here.
placement-requests-asker-empty = No question waits for a team
placement-requests-asker-empty-text = When the association asks something, the request comes here until the answer.
placement-requests-decided-empty = No decided request
placement-requests-decided-empty-text = Requests that were accepted, declined or withdrawn come here.
placement-requests-enter = Write down a team’s request
placement-requests-team = Team
placement-requests-institution = Institution
placement-requests-stage = State
placement-requests-since = Has waited for
placement-requests-decided-on = Decided on
placement-requests-days =
    { $days ->
        [0] since today
        [one] { $days } day
       *[other] { $days } days
    }
placement-requests-seen-by = Those who coordinate or run the association see all its requests. A team and its institution see their own.

placement-request-title = { $team } ({ $institution }) asks for a peer worker
placement-request-stage-draft = Draft
placement-request-stage-submitted = New
placement-request-stage-in-discussion = In discussion
placement-request-stage-accepted = Accepted
placement-request-stage-declined = Declined
placement-request-stage-withdrawn = Withdrawn
placement-request-since-draft = Begun on { $at }.
placement-request-since-submitted = Sent on { $at }.
placement-request-since-association = The team has answered. It has waited for the association since { $at }.
placement-request-since-asker = The association has waited for the team’s answer since { $at }.
placement-request-since-accepted = Accepted on { $at }.
placement-request-since-declined = Declined on { $at }. The team has received these reasons:
placement-request-since-withdrawn = Withdrawn by the team on { $at }.
placement-request-facts = What the team asks for
placement-request-seen-by = Those who coordinate or run { $org }. Who has the link to follow reads the discussion.
placement-request-seen-by-team = Those who coordinate or run { $org }, the referent of { $team } and the head of its institution. Who has the link to follow reads the discussion.
placement-request-match-first = To accept, first say which team of the directory this is.
placement-request-match = Choose the team
placement-request-match-change = Choose another team
placement-request-matched = This is “{ $team }”, { $institution }.
placement-request-match-title = Which team is this?
placement-request-match-label = The team in the directory
placement-request-match-hint = The teams that are most alike come first.
placement-request-match-team = { $team }, { $institution }
placement-request-match-inside = A new team “{ $team }” of { $institution }
placement-request-match-new = A new institution “{ $institution }” with the team “{ $team }”
placement-request-match-missing = Choose a team, or create it.
placement-request-match-save = Save
placement-request-matched-done = The team is chosen.
placement-request-accept = Accept the request
placement-request-accepted-done = The request is accepted. The team gets a message.
placement-request-mission = Prepare the mission
placement-request-decline = Decline the request
placement-request-decline-title = Why decline this request?
placement-request-decline-reason = Your reasons
placement-request-decline-hint = The team reads these words in a message. If there is another way, say so.
placement-request-decline-missing = Write why. The team needs to know.
placement-request-decline-action = Decline and send
placement-request-declined-done = The request is declined. The team gets your reasons.
placement-request-cancel = Cancel
placement-request-ask = Ask the team something
placement-request-ask-hint = The team gets your question by e-mail, with a link to answer.
placement-request-ask-send = Send the question
placement-request-asked-done = The question is sent.
placement-request-link-title = The team’s link to its request
placement-request-link-text = The team follows its request without an account, by a link. A new link goes to { $email }. The old ones stay valid.
placement-request-link-send = Send a new link
placement-request-link-sent-done = A new link is on its way to the team.
placement-request-link-end-title = If a link has reached somebody else
placement-request-link-end-text = You can close all links sent so far. The request goes on. Your next message to the team carries a new link.
placement-request-link-end = Close all links
placement-request-link-ended-done = All links to follow the request are closed.
placement-request-enter-title = Write down a team’s request
placement-request-enter-text = For a team that phoned you or that you met. The questions are those that the team would read itself: “you” is the team. It gets a message with a link to follow its request.
placement-request-enter-language = In which language do we write to it?
placement-request-enter-action = Save the request
placement-request-entered-done = The request is saved. The team gets a message.

# What is refused: what happened, what is kept, what to do.
placement-refusal-text-missing = Write a few words.
placement-refusal-text-too-long = The text is too long. Make it a little shorter.
placement-refusal-choice-missing = Choose an answer.
placement-refusal-address-unreadable = Write a full e-mail address, for example name@example.org.
placement-refusal-language-unknown = We do not know this language. Choose it from the list.
placement-refusal-place-unreadable = We cannot find this place. Write the name of a town.
placement-refusal-dates-turned-round = The end is before the beginning. Change one of the two dates.
placement-refusal-date-not-ahead = Choose a date after today.
placement-refusal-date-in-the-future = This date has not come yet. Choose today or an earlier date.
placement-refusal-amount-out-of-range = This amount is not possible. Check it.
placement-refusal-minutes-out-of-range = Write a length of time from 1 minute to 24 hours.
placement-refusal-not-yours = This belongs to somebody else. Nothing was changed.
placement-refusal-account-needed = You need an account for this. Sign in, then try again.
placement-refusal-list-full = Your list is full. Remove a place first, or add the whole institution instead of its teams.

placement-refusal-hours-a-week-out-of-range = Write from half an hour to 40 hours a week.
placement-refusal-length-out-of-range = Write from 1 to 36 months.
placement-refusal-start-is-past = The last possible date is over. Choose a date to come.
placement-refusal-request-not-sent = The request has not been sent yet.
placement-refusal-request-sent = The request has been sent already. To add something, write a message on the page where you follow it.
placement-refusal-request-changed = Something has changed since you opened this page. Read the request again, then decide.
placement-refusal-request-decided = The request has its answer already, or it was withdrawn. Nothing was changed.
placement-refusal-request-not-accepted = The request is not accepted. Accept it first.
placement-refusal-team-not-matched = First choose the team that asks.

placement-refusal-sheet-incomplete = An answer is missing in the mission sheet. Complete it, then try again.
placement-refusal-sheet-changed = The sheet has changed since the person said yes. Propose the new sheet to them.
placement-refusal-point-must-be-settled = This point cannot stay open. Settle it with the team.
placement-refusal-other-mission = This is about another mission. Nothing was changed.
placement-refusal-mission-taken = The mission has found its person already.
placement-refusal-mission-not-proposed = The mission has not been proposed to anybody yet.
placement-refusal-mission-not-agreed = Nobody is chosen for this mission yet, or it has already begun.
placement-refusal-mission-not-running = The mission is not running.
placement-refusal-mission-ended = The mission has ended. Nothing was changed.
placement-refusal-not-free = The person is not free for so many hours a week until then. See with them what is possible.
placement-refusal-does-not-fit = This mission cannot be proposed to this person.
placement-refusal-own-choices = For now something keeps this mission away: one of your choices, or another mission at the same hours. Change it first, or talk to the coordination.
placement-refusal-no-yes = Nobody has said yes so far.
placement-refusal-proposal-over = This proposal is closed. Nothing was changed.

placement-refusal-clash = The person is already taken at that time. Choose another time or another day.
placement-refusal-never-in-mission = This slot never falls within the mission. Check the day and the dates.
placement-refusal-no-slot-that-day = There is no slot on that day.
placement-refusal-outside-mission = This day is not part of the mission. Check the date.

placement-refusal-too-long-ago = This day is more than a year ago. Talk about it with your coordinator.
placement-refusal-more-than-a-day = That would make more than 24 hours of work in the day. Check the length.
placement-refusal-less-than-nothing = This correction takes away more hours than there are. Check the length.
placement-refusal-hours-that-week = Hours are recorded in that week already. So it was not a week without hours.
placement-refusal-own-hours = Nobody confirms their own hours. Ask somebody else.
placement-refusal-hours-not-confirmed = The team has not confirmed these hours yet.
placement-refusal-hours-confirmed = These hours are confirmed. Ask your coordinator to send them back to you.
placement-refusal-hours-not-approved = These hours are not approved yet. You can simply change them.
placement-refusal-hours-approved = These hours are approved and do not change any more. Add a correction.
placement-refusal-hours-returned = A question waits for the answer of the person who recorded these hours.
placement-refusal-correction-fixed = A correction is not changed. Take it back, then make a new one.
placement-refusal-correct-the-original = Correct the first hours, not the correction.
placement-refusal-nothing-waits = Nothing waits in this month.

placement-refusal-own-question = Nobody answers their own question. Somebody else of the association can answer.
placement-refusal-already-answered = Somebody has answered already. Their answer is kept.
placement-refusal-already-withdrawn = The person has taken the question back. Nothing was changed.

placement-refusal-above-cost = Lending at cost does not go above wages, contributions and expenses. Lower the rate.
placement-refusal-payment-days-out-of-range = This time to pay is longer than the law allows.
placement-refusal-notice-days-out-of-range = This notice is longer than a year.
placement-refusal-other-agreement = This is about another agreement or association. Nothing was changed.
placement-refusal-nothing-to-invoice = There is nothing to invoice for this period.
placement-refusal-number-unreadable = Use only letters without accents, figures, and the signs - + _ /.
placement-refusal-before-last-invoice = This date is before that of the last invoice. Choose the same date or a later one.
placement-refusal-already-credited = This invoice has its credit note already.
placement-refusal-is-credit-note = This is a credit note. It cannot be done with a credit note.
placement-refusal-more-than-due = This payment is more than what is due. Check the amount.
