# Agreements as papers to sign.
placement-signing-framework-title = Have the agreement signed
placement-signing-framework-lead = This is what the agreement will say. Then choose who signs it.
placement-signing-assignment-title = Have the assignment agreement signed
placement-signing-assignment-lead = This is what the agreement about this mission will say, from the sheet, the schedule and the framework agreement. Then choose who signs it.
placement-signing-addendum-title = Have the addendum signed
placement-signing-addendum-lead = The addendum completes the contract of work for this mission. The association and the person sign it.
placement-signing-lawyer = Have this template checked by a lawyer before you use it. This sentence is not printed.
placement-signing-more = What you want to add
placement-signing-extra = Other points
placement-signing-extra-hint = For example a second institution, an insurance, access to the premises. An empty line begins a paragraph.
placement-signing-extra-title = Other points
placement-signing-trial = Trial period, in days
placement-signing-trial-hint = Leave empty if there is none.
placement-signing-trial-title = Trial period
placement-signing-trial-text = { $days ->
    [one] During { $days } day, each side can end the mission without notice. It is nobody’s fault.
   *[other] During { $days } days, each side can end the mission without notice. It is nobody’s fault.
}
placement-signing-offer = Ask for the signatures
placement-signing-seen-by = Coordinators and administrators of the association prepare this paper. Each signer reads it.
placement-signing-list = Papers to sign
placement-signing-none = No paper has been offered for signature yet.
placement-signing-offer-framework = Have it signed
placement-signing-offer-assignment = Have the assignment agreement signed
placement-signing-offer-addendum = Have the addendum signed

placement-signing-framework-name = Framework agreement with { $institution }
placement-signing-assignment-name = Assignment agreement: { $mission }
placement-signing-addendum-name = Addendum to the contract of work: { $mission }
placement-signing-edition = { $org }, { $day }
placement-signing-for = for { $name }
placement-signing-for-self = personally
placement-signing-sides = The parties
placement-signing-lender = The association
placement-signing-host = The institution
placement-signing-dates = Duration
placement-signing-price = Price
placement-signing-price-framework = Price and legal basis are those of the framework agreement between the two parties.
placement-signing-peer = Person
placement-signing-qualification = Qualification
placement-signing-qualification-peer = peer support
placement-signing-task = { $point }: { $said }

placement-signing-framework-object = Subject
placement-signing-framework-object-text = The association lends the time of peer workers to teams of the institution. Each mission has an assignment agreement, which names the person, the team, the dates, the hours and the referents.
placement-signing-invoices = Invoices
placement-signing-invoices-hours = Only hours that the team has confirmed are invoiced. The detail of the hours comes with each invoice.
placement-signing-law = Legal basis
placement-signing-law-fr-basis = This lending of staff is not for profit, under articles L8241-1 and L8241-2 of the French labour code.
placement-signing-law-fr-price = The association invoices the wages that it pays, the employer’s contributions and the professional expenses that it refunds to the person, and nothing more.
placement-signing-law-fr-consent = The person who is lent has agreed. An addendum to their contract of work says which work they do, at which hours and where.
placement-signing-law-fr-return = During the loan, the contract of work with the association is neither ended nor suspended. Afterwards the person returns to their post at the association, with no change to career or pay.
placement-signing-law-fr-rights = The person may use the facilities and shared transport of the institution, as its own staff do.
placement-signing-law-be-basis = This lending of staff is done under the exception of article 32 of the Belgian law of 24 July 1987.
placement-signing-law-be-price = The person’s wages are not below those of a worker of the institution in the same function.
placement-signing-law-be-authority = The association remains the employer. The institution gives the instructions that the work needs, within the assignment agreement.
placement-signing-law-service = The association provides a service: it organises the work and answers for it. It does not lend staff.
placement-signing-peers = The person who works
placement-signing-peers-employer = The association is and remains the employer. It pays the wages, decides on leave and sees to supervision.
placement-signing-peers-yes = A mission begins only with the person’s yes. They may say no without a reason.
placement-signing-peers-health = Nothing about the person’s health is asked or passed on.
placement-signing-peers-care = The team prepares the welcome and names a referent. The person is a member of the team while they are there.
placement-signing-ending = To change, to end, to recruit
placement-signing-ending-change = Every change is written in a new version, signed by the same parties.
placement-signing-ending-notice = Each party can end the agreement in writing, with the notice named here. Missions under way go to their end, unless the parties agree otherwise.
placement-signing-ending-early = The mission can end before its last day, by agreement or with the notice of the framework agreement. The person is heard first.
placement-signing-ending-hire = The institution can recruit the person directly, if they want it. The association does not object and asks for nothing. The date and the kind of contract are written down.

placement-signing-addendum-object = Subject
placement-signing-addendum-object-text = This addendum completes the contract of work during the mission described here. Everything else in the contract stays as it is.
placement-signing-addendum-tasks = The work
placement-signing-addendum-tasks-text = The person works as a peer worker in the team. The mission sheet says:
placement-signing-addendum-rights = Your rights
placement-signing-addendum-pay = The association pays the wages, and they do not go down during the mission.
placement-signing-addendum-refuse = To refuse this mission is no fault. Nobody may be punished, dismissed or treated less well because they refused it.
placement-signing-addendum-return = At the end of the mission, the person returns to their post at the association.
placement-signing-addendum-stay = The person keeps the rights of all staff of the association, and may ask at any time that the mission ends.
