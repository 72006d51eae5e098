# Vigilance: what the coming weeks show, told first to the person concerned.
placement-signals-title = Looking after my weeks
placement-signals-lead = We look at your times and missions of the coming weeks. This is about the work, never about you. You see it first.
placement-signals-seen-by = You see this page. The team and the institution never do. The coordination only sees what is marked so.
placement-signals-none-title = Nothing to tell
placement-signals-none-text = For { $org }, nothing in your coming weeks asks for your attention.
placement-signals-gone-done = This no longer holds: the facts have changed.
placement-signals-aside = What is fine for you as it is

placement-signals-who-you = Nobody else but you sees it.
placement-signals-who-several = Nobody else but you sees it: it comes from several associations together. None of them learns what you do for another.
placement-signals-who-until = Until { $day }, nobody else but you sees it. Then the coordination of { $org } sees it too, and your words if you have written some.
placement-signals-who-open = The coordination of { $org } sees it too, and your words if you have written some.
placement-signals-who-talked = The coordination of { $org } sees it too. { $name } noted on { $day } that you have talked about it.

placement-signals-lighter = Make it lighter
placement-signals-other-times = You can propose another moment to the team: choose the time in your weeks.
placement-signals-lighter-text = With one tap you can make the rest of the month lighter. The team gets the dates, nothing else.
placement-signals-words = Your words
placement-signals-words-hint = Write what you want to say about it. The coordination will read it. You do not have to give a reason.
placement-signals-words-missing = Write a few words, or choose another button.
placement-signals-act-missing = Choose one of the buttons. Nothing has changed.
placement-signals-now = Tell the coordination now
placement-signals-keep = Keep my words for later
placement-signals-keep-open = Save my words
placement-signals-fine-title = It is fine for you
placement-signals-fine-text = If you say so, the coordination does not see it, or no longer sees it. If it becomes more one day, we will tell you again, and you first.
placement-signals-fine-action = It is fine for me, say nothing
placement-signals-back-text = You have said that it is fine for you. You can change your mind.
placement-signals-back-action = Bring it up again
placement-signals-over-title = It is no longer so
placement-signals-over-text = If you have somebody to talk to now, this goes away for everybody.
placement-signals-over-action = I have somebody to talk to
placement-signals-alone-text = An intervision group, a mentor, another peer: talking about one’s work is part of the work. The coordination will know at once and will look for somebody with you.
placement-signals-alone-tap = Tell the coordination: I am looking for somebody to talk to
placement-signals-alone-done = It is said. The coordination sees it now.
placement-signals-now-done = It is said. The coordination sees it now.
placement-signals-words-done = Your words are kept.
placement-signals-fine-done = Noted. Nobody else sees it.
placement-signals-back-done = Noted. You have time to answer again.

placement-signal-kind-ceiling = Weeks above your ceiling
placement-signal-kind-contract = Weeks beyond your contract
placement-signal-kind-several-teams = Several teams at once
placement-signal-kind-short-rest = Little rest between two days
placement-signal-kind-weekly-rest = Many days without a real rest
placement-signal-kind-late-then-early = Late one evening, early the next day
placement-signal-kind-tight-journey = Little time to get from one place to the next
placement-signal-kind-long-journey = A journey longer than you wish
placement-signal-kind-idle = No mission for a while
placement-signal-kind-ending = A mission ends, nothing is planned after it
placement-signal-kind-alone = Do you have nobody to talk to about your work?

placement-signal-about-ceiling = { $name }: more hours than wished
placement-signal-about-contract = { $name }: more hours than the contract
placement-signal-about-several-teams = { $name }: several teams at once
placement-signal-about-short-rest = { $name }: little rest between two days
placement-signal-about-weekly-rest = { $name }: many days without a real rest
placement-signal-about-late-then-early = { $name }: late one evening, early the next day
placement-signal-about-tight-journey = { $name }: little time to get from one place to the next
placement-signal-about-long-journey = { $name }: a journey longer than wished
placement-signal-about-idle = { $name }: no mission for a while
placement-signal-about-ending = { $name }: a mission ends, nothing is planned after it
placement-signal-about-alone = { $name } is looking for somebody to talk to about their work

placement-signal-fact-contract = Week of { $day }: { $hours } planned. The contract: { $agreed }.
placement-signal-fact-ceiling-own = Week of { $day }: { $hours } planned. Your ceiling: { $ceiling }.
placement-signal-fact-ceiling-theirs = Week of { $day }: { $hours } planned with us, more than wished.
placement-signal-fact-night = { $day }: ends at { $end } ({ $first }). Then { $next }: begins at { $begin } ({ $second }). Between them: { $between }.
placement-signal-fact-weekly-rest = From { $from } to { $until }.
placement-signal-fact-tight-journey = { $day }: ends at { $end } ({ $first }), begins at { $begin } ({ $second }). Between them: { $between }. The journey takes about { $way }.
placement-signal-fact-long-journey-own = { $mission }: about { $way } of travel. You have said: { $most } at most.
placement-signal-fact-long-journey-theirs = { $mission }: about { $way } of travel, more than wished.
placement-signal-fact-idle-own = You have had no mission with { $org } since { $day }.
placement-signal-fact-idle-theirs = No mission with us since { $day }.
placement-signal-fact-ending = { $mission }: last day on { $day }. Nothing is planned after it.
placement-signal-fact-alone-own = You said it on { $day }.
placement-signal-fact-alone-theirs = Said on { $day }.
placement-signal-more = { $count ->
    [one] And one more like these.
   *[other] And { $count } more like these.
}
placement-signal-measure-short-rest = Measure: { $hours } of rest between two days of work (European directive 2003/88/EC, article 3).
placement-signal-measure-weekly-rest = Measure: { $hours } of rest in one piece at least once in seven days, so no more than { $days } days in a row (European directive 2003/88/EC, article 5).
placement-signal-measure-late-then-early = Measure: an end at { $late } or later, then a beginning before { $early }.
placement-signal-measure-journey = The time for a journey is estimated from the distance.
placement-signal-measure-idle = Measure: { $weeks } weeks without a mission.
placement-signal-measure-ending = Measure: { $weeks } weeks before the last day.

# What the coordination reads
placement-signals-list-title = Looking after weeks
placement-signals-list-lead = This is about the work, never about the person. They saw it before you and had time to answer, or wanted you to see it at once.
placement-signals-list-seen-by = The coordination of your association and the person concerned see this page. The team and the institution never do. What is here is not for evaluation.
placement-signals-list-none-title = Nothing to tell
placement-signals-list-none-text = What a peer shows you, or had time to see before you, arrives here.
placement-signals-says = The words of { $name }
placement-signals-can-do = What you can do
placement-signals-can-do-too-much = Offer to talk about it, without asking why. A time that moves, a team that is told or fewer hours are often enough. As soon as the facts change, this goes away.
placement-signals-can-do-too-little = Offer to talk about it, without asking why. Another mission, something after this one, an intervision group or somebody to call: look for it together. As soon as the facts change, this goes away.
placement-signals-talk-text = When you have talked about it, note it: it will no longer wait on your Today page. Nothing of what you said to each other is asked.
placement-signals-talk-action = I have talked about it with { $name }
placement-signals-talked = { $name } noted that you have talked about it ({ $when }).
placement-signals-talked-done = Noted.

placement-today-signals = { $count } things about your weeks
placement-today-signal-text = Until { $day }, nobody else but you sees it.
placement-today-signal-text-you = Nobody else but you sees it.
placement-today-signal-look = Have a look
placement-today-signal-open = The person saw it before you and had time to answer.
placement-today-signal-wished = The person wants you to know it now.
placement-today-signals-open = Looking after the weeks of { $names }
placement-today-signals-open-text = They saw it before you and had time to answer.
placement-today-signal-read = Read and offer to talk

placement-letter-signal-subject = About your coming weeks
placement-letter-signal-text =
    Hello { $name },

    Looking at your times and missions, we noticed something. You see it first: for seven days, nobody else but you sees it.

    You can make your month lighter, talk to your coordination, or say that it is fine for you.

placement-refusal-signal-not-open = The person has not had time to answer yet. Nothing has changed.
placement-refusal-signal-of-several = It comes from several associations together: none of them sees it. Talk about it with whom you like. Nothing has changed.

look-signal-read = Something noticed about your weeks, to talk about it with you
did-signal-talked = Noted that you have talked about something in your weeks
placement-sees-signals = What is noticed about your weeks, after you

placement-purpose-care = Looking after your weeks
placement-purpose-care-why = To see in time when the work is too much, or too little. Never for evaluation.
placement-purpose-care-readers = You first. Then the coordinators of your association, if you have not said that it is fine for you. Nobody in the team or the institution.
placement-held-signals = What is noticed about your weeks
placement-held-signals-talked = Signals of which you noted that you have talked
placement-held-signal = About
placement-held-raised = Noticed
placement-held-told-you = You heard of it
placement-held-told-at-once = You wanted it told at once
placement-held-set-aside = You said that it is fine for you
placement-held-talked = You talked about it together
placement-held-your-words = Your words
placement-held-signal-over = No longer holds
