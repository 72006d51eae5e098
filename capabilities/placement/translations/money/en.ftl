# Agreements, invoices, credit notes, payments.
placement-refusal-sent-before-issued = The invoice did not exist yet on that day. Check the date.
placement-refusal-agreement-changed = Somebody changed the agreement while you were writing. Nothing was saved. Open it again, then make your changes.
placement-refusal-mission-of-others = One of the missions is not with this institution. Nothing was saved. Choose among the missions on offer.
placement-refusal-preview-changed = The hours or the amount have changed since the preview. Nothing was issued. Look at the new preview, then try again.
placement-refusal-party-incomplete = Something is missing about the association or the institution. Nothing was issued. Fill it in, then try again.

## The part about money
placement-invoices-sections = Invoices and agreements
placement-invoices-section = Invoices
placement-invoices-section-prepare = To prepare
placement-invoices-section-agreements = Agreements
placement-invoices-seen-by = The treasurer, coordinators and admins of the association, and the head of the institution concerned.

placement-invoices-title = Invoices
placement-invoices-owed = { $all } remain to be paid. Nothing is late.
placement-invoices-owed-late = { $all } remain to be paid, of which { $late } is late.
placement-invoices-owed-nothing = Nothing remains to be paid.
placement-invoices-show-unpaid = Show only what remains to be paid, late ones first
placement-invoices-show-all = Show all invoices
placement-invoices-prepare = Prepare an invoice
placement-invoices-empty-title = No invoice yet
placement-invoices-empty-text = An invoice is made from approved hours. Start by looking at what is ready.
placement-invoices-empty-wait = Invoices appear here as soon as the association issues them.
placement-invoices-unpaid-empty-title = Everything is paid
placement-invoices-unpaid-empty-text = No invoice is waiting for a payment.

placement-invoice-number = Number
placement-invoice-buyer = Institution
placement-invoice-seller = Association
placement-invoice-date = Date
placement-invoice-due-on = To be paid by
placement-invoice-amount = Amount
placement-invoice-state = State
placement-invoice-stage-issued = Issued
placement-invoice-stage-partly-paid = Partly paid
placement-invoice-stage-paid = Paid
placement-invoice-stage-late = Late
placement-invoice-stage-credited = Cancelled
placement-invoice-stage-credit-note = Credit note

placement-invoice-title-issued = Invoice { $number }: { $balance } to be paid by { $due }
placement-invoice-title-partly-paid = Invoice { $number }: { $balance } still to be paid by { $due }
placement-invoice-title-paid = Invoice { $number }: all is paid
placement-invoice-title-late = Invoice { $number }: { $balance } late since { $due }
placement-invoice-title-credited = Invoice { $number }: cancelled by credit note { $credit }
placement-invoice-title-credit-note = Credit note { $number }: it cancels invoice { $of }
placement-invoice-give-back = { $sum } were paid for this invoice. This sum has to be given back to the institution.
placement-invoice-pdf = Download the PDF
placement-invoice-xml = Download the Factur-X file only
placement-invoice-sent = Sent
placement-invoice-sent-not = Nobody has noted it yet
placement-invoice-sent-email = Sent on { $day } by e-mail to { $to }
placement-invoice-sent-portal = Handed in on { $day } on the portal: { $to }
placement-invoice-sent-post = Sent on { $day } by post to { $to }
placement-invoice-sent-done = It is noted that the invoice was sent.
placement-invoice-sending-link = Note that it was sent
placement-invoice-sending-again = Note that it was sent again
placement-invoice-sending-title = How was invoice { $number } sent?
placement-invoice-sending-on = On which day?
placement-invoice-sending-on-missing = Write the day on which it was sent.
placement-invoice-sending-way = How?
placement-invoice-sending-way-missing = Choose how the invoice was sent.
placement-invoice-way-email = By e-mail
placement-invoice-way-portal = On a portal, such as Chorus Pro
placement-invoice-way-post = By post
placement-invoice-sending-to = To whom?
placement-invoice-sending-to-hint = The address, or the name of the service and the portal
placement-invoice-sending-to-missing = Write to whom the invoice was sent.
placement-invoice-sending-action = Note it
placement-invoice-credit-of = Cancels invoice
placement-invoice-credited-by = Cancelled by credit note
placement-invoice-agreement = Agreement
placement-invoice-agreement-see = See the agreement
placement-invoice-lines = What is invoiced
placement-invoice-total = Total to pay
placement-invoice-annex =
    { $count ->
        [one] See the entry that is invoiced ({ $hours })
       *[other] See the { $count } entries that are invoiced ({ $hours })
    }
placement-invoice-left-out-nothing = All hours of the period are on this invoice.
placement-invoice-issued-done = The invoice is issued. You can download the PDF and send it.
placement-invoice-why-not-confirmed = Not yet confirmed by the team
placement-invoice-why-not-approved = Not yet approved by the coordinators
placement-invoice-why-returned = A question is waiting for an answer
placement-invoice-why-already-invoiced = On another invoice already
placement-invoice-why-outside-period = Before the chosen period
placement-invoice-why-outside-agreement = Outside the dates of the agreement
placement-invoice-missing-seller-number = The SIREN or enterprise number of the association is missing.
placement-invoice-missing-seller-address = The address of the association is missing: street and town.
placement-invoice-missing-seller-iban = The IBAN of the association is missing.
placement-invoice-missing-seller-vat = The VAT number of the association is missing: the agreement adds VAT.
placement-invoice-missing-buyer-number = The SIREN or enterprise number of the institution is missing.
placement-invoice-missing-buyer-address = The address of the institution is missing: street and town.

placement-prepare-title = Hours that are ready to be invoiced
placement-prepare-ready = { $hours } approved, from { $first } to { $last }
placement-prepare-empty-title = Nothing is ready for an invoice
placement-prepare-empty-text = Hours appear here once the team has confirmed them and the coordinators have approved them.
placement-prepare-uncovered = Approved hours without an agreement
placement-prepare-for = Invoice for { $institution }
placement-prepare-from = First day
placement-prepare-until = Last day
placement-prepare-look = See this period
placement-prepare-arrears = Older hours, from { $first } on, are on no invoice.
placement-prepare-arrears-action = Take them in as well
placement-prepare-missing = Before the invoice can be issued, fill in what is missing
placement-prepare-for-good = An invoice never changes once it is issued. It takes the next number. If it is wrong, a credit note will have to cancel it.
placement-prepare-issue = Issue the invoice of { $sum }

placement-credit-link = Cancel this invoice with a credit note
placement-credit-title = Cancel invoice { $number } with a credit note
placement-credit-text = The credit note cancels the whole invoice, that is { $sum }. It takes the next number. The hours become free again and can go on a new invoice.
placement-credit-paid = { $sum } have been paid already. This sum will have to be given back to the institution.
placement-credit-for-good = A credit note cannot be taken back.
placement-credit-action = Cancel the invoice
placement-credit-keep = Keep the invoice
placement-credit-done = The credit note is issued. The hours can go on a new invoice.

placement-payments-title = Payments received
placement-payments-none = No payment yet.
placement-payment-link = Record a payment
placement-payment-title = Record a payment for invoice { $number }
placement-payment-date = Date
placement-payment-date-hint = The day on the bank statement.
placement-payment-date-missing = Write the date of the payment.
placement-payment-amount = Amount
placement-payment-balance = { $balance } remain to be paid.
placement-payment-too-much = Only { $balance } remain to be paid. Record that amount at most.
placement-payment-reference = Reference
placement-payment-reference-hint = What is written on the transfer, for example an order number.
placement-payment-action = Record the payment
placement-payment-done = The payment is recorded.

## Agreements
placement-agreements-title = Agreements
placement-agreements-empty-title = No agreement yet
placement-agreements-empty-text = An agreement says what an institution pays for an hour, and why. One is needed before the first invoice.
placement-agreement-new-action = Write an agreement
placement-agreement-title = { $institution } and { $association }: their agreement
placement-agreement-new-title = New agreement with { $institution }
placement-agreement-edit-title = Change the agreement with { $institution }
placement-agreement-invoiced = There is an invoice already. The rate, the VAT, the rhythm and the first day do not change any more. For another rate, end this agreement and write a new one.
placement-agreement-change = Change the agreement
placement-agreement-save = Save the agreement
placement-agreement-made-done = The agreement is saved.
placement-agreement-changed-done = The agreement is changed.
placement-agreement-choose-title = With which institution?
placement-agreement-choose-empty-title = No institution has a mission
placement-agreement-choose-empty-text = An agreement covers missions. Open a mission from an accepted request first.
placement-agreement-institution = Institution
placement-agreement-basis = Basis
placement-agreement-period = Dates
placement-agreement-missions = Missions
placement-agreement-missions-hint = Only the hours of these missions are invoiced. You can add more later.
placement-agreement-missions-none = This agreement covers no mission yet. Add one to be able to invoice.
placement-agreement-invoices-none = No invoice yet.
placement-agreement-basis-question = On which basis is the time invoiced?
placement-agreement-at-cost = Lending at cost
placement-agreement-at-cost-hint = The association lends the person’s time without profit: wages, contributions and expenses, nothing more.
placement-agreement-service = Service
placement-agreement-service-hint = The association sells a service at its own rate.
placement-agreement-at-cost-for = { $rate } an hour, at cost
placement-agreement-service-for = { $rate } an hour, service
placement-agreement-service-law = The association gives a service: it organises the work and answers for it. This is not lending of staff.
placement-agreement-cost = An hour costs { $cost }: { $wages } of wages, { $contributions } of contributions, { $expenses } of expenses.
placement-agreement-rate = Rate for an hour, without VAT, in euros
placement-agreement-wages = Wages for an hour, in euros
placement-agreement-contributions = Employer’s contributions for an hour, in euros
placement-agreement-expenses = Expenses for an hour, in euros
placement-agreement-expenses-hint = Travel and other expenses of work, divided over the hours. Write 0 if there are none.
placement-agreement-law = Which law allows it?
placement-law-fr-l8241 = France: lending of staff without profit (Code du travail, articles L8241-1 and L8241-2). The invoice never goes above wages, contributions and expenses.
placement-law-be-1987-32 = Belgium: exception to the prohibition of putting staff at disposal (law of 24 July 1987, article 32). The invoice never goes above the cost.
placement-agreement-vat = VAT
placement-agreement-vat-hint = The association knows its position. When in doubt, ask your accountant: the reason will be written on every invoice.
placement-vat-fr-293b = No VAT: small activities (France)
placement-vat-fr-261-7 = No VAT: non-profit body (France)
placement-vat-fr-261-4 = No VAT: care, teaching, training (France)
placement-vat-be-44 = No VAT: social services and the like (Belgium)
placement-vat-fr-20 = VAT at 20% (France)
placement-vat-be-21 = VAT at 21% (Belgium)
placement-vat-outside-scope = Outside the scope of VAT
placement-vat-law-fr-293b = VAT not applicable, article 293 B of the French tax code (CGI)
placement-vat-law-fr-261-7 = Exempt from VAT, article 261, 7 of the French tax code (CGI)
placement-vat-law-fr-261-4 = Exempt from VAT, article 261, 4 of the French tax code (CGI)
placement-vat-law-be-44 = Exempt from VAT, article 44 of the Belgian VAT code
placement-vat-law-fr-20 = Standard rate, article 278 of the French tax code (CGI)
placement-vat-law-be-21 = Standard rate, Belgian royal decree no. 20 of 20 July 1970
placement-vat-law-outside-scope = Outside the scope of VAT
placement-agreement-rhythm = An invoice, how often?
placement-rhythm-monthly = Every month
placement-rhythm-quarterly = Every quarter
placement-rhythm-at-the-end = Once, at the end
placement-agreement-payment = Time to pay
placement-agreement-payment-days = Time to pay, in days
placement-agreement-payment-days-hint = From the date of the invoice. 60 days at most; in France a public hospital has 50 days, another public body 30.
placement-agreement-notice = Notice
placement-agreement-notice-days = Notice to end the agreement, in days
placement-agreement-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
placement-agreement-from-day = First day
placement-agreement-until-day = Last day
placement-agreement-from = from { $from }
placement-agreement-from-until = from { $from } to { $until }
placement-agreement-references = References to write on invoices
placement-agreement-service-code = Service code
placement-agreement-service-code-hint = The service that receives the invoice in Chorus Pro, if the institution wants it.
placement-agreement-engagement = Engagement number
placement-agreement-engagement-hint = The order or engagement number that the institution gave you.
placement-agreement-contract = Number of the agreement or contract

## The paper, in the language of the institution
placement-paper-invoice = Invoice { $number }
placement-paper-credit = Credit note { $number }
placement-paper-credit-of = Cancels invoice { $number }
placement-paper-due = To pay
placement-paper-given-back = To give back
placement-paper-seller = From
placement-paper-buyer = To
placement-paper-twin = The same invoice, for machines
placement-paper-siret = SIRET { $number }
placement-paper-siren = SIREN { $number }
placement-paper-enterprise = Enterprise number { $number }
placement-paper-vat-number = VAT { $number }
placement-paper-date = Date
placement-paper-due-on = To be paid by
placement-paper-period = Period
placement-paper-days = from { $first } to { $last }
placement-paper-service-code = Service code
placement-paper-engagement = Engagement number
placement-paper-contract = Agreement or contract
placement-paper-line =
    { $count ->
        [one] { $team } · one entry
       *[other] { $team } · { $count } entries
    }
placement-paper-decimal-mark = .
placement-paper-quantity =
    { $decimal } h
    that is { $hours }
placement-paper-mission = Mission
placement-paper-hours = Hours
placement-paper-rate = Rate
placement-paper-amount = Amount
placement-paper-net = Total without VAT
placement-paper-vat-s = VAT { $rate }%
placement-paper-vat-e = VAT (exempt)
placement-paper-vat-o = VAT (outside the scope)
placement-paper-vat = VAT
placement-paper-payment = Payment
placement-paper-means = Means
placement-paper-refund = Refund
placement-paper-refund-means = Taken off what remains to be paid, or given back by transfer
placement-paper-transfer = Transfer
placement-paper-iban = IBAN
placement-paper-bic = BIC
placement-paper-account = Account of
placement-paper-remittance = Reference to give
placement-paper-notes = Legal notes
placement-paper-note-recovery = If payment is late, a sum of €40 is due for the costs of recovery.
placement-paper-note-late = If payment is late, interest is due at the main rate of the European Central Bank plus eight points.
placement-paper-note-be-recovery = If payment is late, a sum of €40 is due by right and without notice for the costs of recovery (Belgian law of 2 August 2002, article 6).
placement-paper-note-be-late = If payment is late, interest is due by right and without notice, at the reference rate of the European Central Bank plus eight points (Belgian law of 2 August 2002 on combating late payment in commercial transactions, article 5).
placement-paper-note-discount = No reduction for early payment.
placement-paper-annex = Annex: the hours, one by one
placement-paper-annex-intro = Each line was recorded by the person, confirmed by the team and approved by the association.
placement-paper-left-out = What is not invoiced, and why
placement-paper-day = Day
placement-paper-person = Person
placement-paper-confirmed = Confirmed on
placement-paper-why = Reason
placement-paper-sum = Total
placement-paper-page = Page
