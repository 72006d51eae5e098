# Papers that people sign: who, in which way, with what evidence.
signing-nav-papers = Papers
signing-my-papers = Your papers to sign
signing-my-papers-hint = What you are asked to sign, and what you have signed.

signing-kind-framework = Framework agreement
signing-kind-assignment = Assignment agreement
signing-kind-addendum = Addendum
signing-kind-free = Other paper
signing-stage-open = Waiting
signing-stage-signed = Signed
signing-stage-declined = Declined
signing-stage-withdrawn = Withdrawn
signing-stage-replaced = Replaced
signing-way-account = With an account
signing-way-link = By a link
signing-way-sms = With a code by text message
signing-way-paper = On paper

signing-papers-title = Papers to sign
signing-papers-lead = Who has signed, who is awaited, and since when.
signing-papers-new = Have a paper signed
signing-papers-empty-title = No paper yet
signing-papers-empty-text = Agreements are offered for signature from their own page, or from the page of the mission. You can also write a paper here.
signing-papers-seen-by = Coordinators and administrators of your association see the papers. Each signer sees their own.
signing-papers-paper = Paper
signing-papers-stage = State
signing-papers-signatures = Signatures
signing-papers-offered = Offered on
signing-papers-count = { $all ->
    [one] { $signed } of { $all } signature
   *[other] { $signed } of { $all } signatures
}
signing-paper-version = { $kind }, version { $version }
signing-paper-signers = Signers
signing-paper-party = Signs
signing-paper-way = Way
signing-paper-state = State
signing-paper-again = Send again
signing-paper-correct = Correct the address or the way
signing-paper-on-paper = Has signed on paper
signing-paper-scan = Download the scan
signing-paper-facts = The paper
signing-paper-offered = Offered
signing-paper-files = Files
signing-paper-hash = Hash of the file to sign (SHA-256)
signing-paper-former = Version before
signing-paper-next = Next version
signing-paper-about = About
signing-paper-see = See
signing-paper-renew = Make a new version
signing-paper-withdraw = Withdraw this paper
signing-paper-lawyer = Have the templates of papers checked by a lawyer before you use them.
signing-paper-edition = { $org }, { $day }
signing-paper-page = Page
signing-state-signed = Signed by { $name } on { $at }.
signing-state-on-paper = On paper, dated { $day }.
signing-state-declined = Declined on { $day }.
signing-state-awaited = { $count ->
    [0] Awaited since { $day }.
    [one] Awaited since { $day }, { $count } reminder.
   *[other] Awaited since { $day }, { $count } reminders.
}
signing-state-silent = No answer after the reminders: it is best to call.

signing-form-title = Who signs
signing-form-text = As many people as needed, in any order. Leave empty what you do not need.
signing-form-signer = Signer { $number }
signing-form-name = Name
signing-form-name-missing = Write the name of the person who signs.
signing-form-party = For whom they sign
signing-form-party-hint = For example “for the association” or “for the hospital”.
signing-form-email = E-mail address
signing-form-phone = Telephone
signing-form-phone-hint = To receive a code by text message.
signing-form-phone-wrong = Write a telephone number, such as 06 12 34 56 78 or +32 475 12 34 56.
signing-form-way = In which way
signing-form-way-account = With their account
signing-form-way-account-hint = The person signs in here.
signing-form-way-link = By a link
signing-form-way-link-hint = The person receives a link by e-mail.
signing-form-way-sms = With a code by text message
signing-form-way-sms-hint = The person receives a link, then a code on their telephone.
signing-form-way-paper = On paper
signing-form-way-paper-hint = You give them the sheet, then you add the scan.
signing-form-more = Add a signer
signing-form-offer = Ask for the signatures

signing-free-renew = New version
signing-free-renew-text = The version before stays valid until everybody has signed this one. If not everybody has signed it yet, it is replaced at once.
signing-free-title = Title
signing-free-title-missing = Write a title.
signing-free-text = Text
signing-free-text-hint = An empty line begins a paragraph. The text does not change once it is offered.
signing-free-text-missing = Write the text of the paper.
signing-free-ends = Last day
signing-free-ends-hint = If the paper holds until a day. The time for which it is kept counts from there.

signing-read-asked = { $org } asks you to read and sign this paper.
signing-read-asked-for = { $org } asks you to read and sign this paper, { $party }.
signing-read-others = { $signed } of { $all } signatures so far. There is nothing more for you to do.
signing-read-all-signed = { $all ->
    [one] This paper is signed.
   *[other] Everybody has signed this paper: { $all } signatures.
}
signing-read-declined = Somebody did not want to sign. This paper can no longer be signed.
signing-read-replaced = A new version has taken the place of this paper.
signing-read-withdrawn = { $org } has withdrawn this paper. It can no longer be signed.
signing-read-you-signed = You signed on { $at }.
signing-read-you-declined = You said no on { $at }.
signing-read-content = What the paper says
signing-read-to-sign = Go to the signature
signing-read-pdf = Download the paper to sign (PDF)
signing-read-final = Download the signed paper, with the page of evidence (PDF)
signing-read-final-soon = The signed paper, with its page of evidence, is being made. It will be here in a moment.
signing-read-seen-by = The other signers, and the coordinators and administrators of { $org }, see this paper.

signing-consent = I sign “{ $title }”, which I have just read.
signing-consent-for = I sign “{ $title }” { $party }. I have just read it.
signing-sign-title = Sign
signing-sign-text = Nothing is signed until you press the button.
signing-sign-name = Your name
signing-sign-name-hint = It will stand on the page of evidence.
signing-sign-name-missing = Write your name.
signing-sign-action = Sign
signing-sign-code-first = To sign, first receive a code by text message at { $number }.
signing-sign-code-send = Receive the code
signing-sign-code-again = Receive another code
signing-sign-code = Code from the text message
signing-sign-code-hint = Six figures, sent to { $number }. The code works for ten minutes.
signing-sign-code-missing = Write the code from the text message.
signing-decline-title = I do not want to sign
signing-decline-text = You have the right to say no. Nobody will be able to sign this paper any more, and the association may contact you.
signing-decline-words = What you want to say
signing-decline-words-hint = The coordinators will read it. You do not have to give a reason.
signing-decline-action = Say no

signing-link-old-title = This link is too old
signing-link-old-text = A link works for 30 days. You can receive a new one right away, at the same address.
signing-link-renew = Receive a new link
signing-link-renewed-title = A new link is on its way
signing-link-renewed-text = It was sent to the address or number that the association knows. If it does not arrive, write to the association.
signing-link-ended-title = This link no longer works
signing-link-ended-text = The association has sent another link in place of this one. If it did not reach you, ask them.

signing-own-empty-title = Nothing to sign
signing-own-empty-text = When you are asked to sign a paper, it will be here.
signing-own-seen-by = Only you see this list.
signing-own-signed = Signed on { $at }
signing-own-asked = Asked on { $at }
signing-own-file = paper
signing-own-scan = scan

signing-change-title = Correct the address or the way of signing
signing-change-text = The link that was sent will no longer work. The person receives a new request.
signing-change-action = Save and ask again
signing-withdraw-title = Withdraw this paper
signing-withdraw-text = Nobody will be able to sign it any more. The people whom you sent it to will receive a message, and read your reason.
signing-withdraw-reason = Reason
signing-withdraw-reason-hint = The signers read it.
signing-withdraw-action = Withdraw
signing-on-paper-title = Signed on paper by { $name }
signing-on-paper-text = Print the paper, have it signed, then add the scan or a photograph here. Keep the sheet.
signing-on-paper-name = Name on the sheet
signing-on-paper-day = Day of the signature
signing-on-paper-day-hint = As it stands on the sheet, for example 23 11 2026.
signing-on-paper-day-missing = Write the day of the signature.
signing-on-paper-file = Scan or photograph
signing-on-paper-file-hint = PDF, JPEG or PNG, 4 MB at the most. The file is kept encrypted.
signing-on-paper-file-missing = Choose the scan.
signing-on-paper-file-large = This file is too large: 4 MB at the most. A smaller photograph is enough.
signing-on-paper-action = Save the signature

signing-check-title = Check a paper
signing-check-text = Choose a PDF file: this page says whether it is exactly a paper that was offered or signed here. Nothing that you send is kept.
signing-check-file = File
signing-check-file-hint = A PDF, 10 MB at the most.
signing-check-file-missing = Choose a file.
signing-check-file-large = This file is too large: 10 MB at the most.
signing-check-action = Check
signing-check-yes = File recognised
signing-check-no = File not recognised
signing-check-known = This file is exactly the paper “{ $title }” that { $org } offered on { $day }.
signing-check-count = { $signed ->
    [0] No signature of { $all }.
   *[other] { $signed } of { $all } signatures.
}
signing-check-open = Not everybody has signed yet.
signing-check-signed = Everybody has signed, on { $day }.
signing-check-declined = Somebody has declined to sign: this paper is no agreement.
signing-check-withdrawn = The association has withdrawn this paper.
signing-check-replaced = A newer version has replaced this paper.
signing-check-unknown = This file is not one of ours, or it was changed.
signing-check-unknown-text = One changed character is enough. Ask the association for the original file.

signing-evidence-title = Evidence of signature
signing-evidence-text = This page says who signed the paper before it, when and in which way.
signing-evidence-check = The hash is taken over the PDF file that was offered for signature. Whoever has that file can compare it, or check it on the page “Check a paper” of the site.
signing-evidence-hash = SHA-256
signing-evidence-name = Name as written
signing-evidence-party = Signs
signing-evidence-way = Way
signing-evidence-on = Day on the sheet
signing-evidence-recorded = Entered
signing-evidence-at = Instant
signing-evidence-consent = Words of consent
signing-means-account = With their account
signing-means-link = By a link sent to { $to }
signing-means-sms = By a link, with a code sent to { $to }
signing-means-paper = By hand, on paper

signing-offered-done = The signatures are asked for.
signing-signed-done = You have signed. Thank you.
signing-declined-done = Your no is noted.
signing-code-done = The code is on its way. It usually arrives within a minute.
signing-again-done = It was sent again.
signing-changed-done = It is corrected, and the request was sent again.
signing-withdrawn-done = The paper is withdrawn.
signing-on-paper-done = The signature is noted.

signing-refusal-nobody-signs = At least one person must sign.
signing-refusal-too-many = Twenty people at the most can sign a paper.
signing-refusal-way-missing = Choose in which way the person signs.
signing-refusal-no-account = Nobody has an account with this address. Choose another way, or invite the person first.
signing-refusal-email-missing = To send a link, an e-mail address is needed.
signing-refusal-phone-missing = To send a code, a telephone number is needed.
signing-refusal-no-gateway = No service for text messages is set up. Choose another way.
signing-refusal-not-a-signer = This person does not sign this paper.
signing-refusal-signed-already = It is signed already. Nothing was done a second time.
signing-refusal-answered-already = This person has answered already.
signing-refusal-declined = Somebody has declined to sign: this paper can no longer be signed.
signing-refusal-withdrawn = The association has withdrawn this paper: it can no longer be signed.
signing-refusal-replaced = A new version has replaced this paper: it can no longer be signed.
signing-refusal-other-paper = The file that was signed is not the one that was offered.
signing-refusal-day-ahead = This day has not come yet.
signing-refusal-day-before = This day is before the paper was offered.
signing-refusal-reason-missing = Write a reason: the signers will read it.
signing-refusal-consent-missing = Tick the box if you agree.
signing-refusal-code-wrong = This is not the right code. Look at the last text message.
signing-refusal-code-over = This code no longer works: it is too old or was tried too often. Receive another one.
signing-refusal-code-soon = A code has just been sent. Wait a minute before you ask for another one.
signing-refusal-code-many = Several codes have already been sent to this telephone. Wait a few hours before you ask for another one. If the codes do not arrive, ask the association to sign in another way.
signing-refusal-sent-just-now = A message has just been sent. Wait ten minutes before you send another one.
signing-refusal-nothing-to-send = This person signs on paper: there is nothing to send.
signing-refusal-scan-unreadable = This file is neither a PDF nor a JPEG or PNG picture.
signing-refusal-renew-there = This paper is renewed from the page of the agreement or of the mission.

signing-mail-asked-subject = A paper to sign: { $title }
signing-mail-asked-text =
    Hello { $name },

    { $org } asks you to read and sign “{ $title }”{ $party }.

    The page shows the whole paper. Nothing is signed until you press the button.
signing-mail-reminded-subject = Reminder: a paper waits for your signature
signing-mail-reminded-text =
    Hello { $name },

    { $org } waits for your answer about “{ $title }”. You can sign, or say no.
signing-mail-again-subject = Your link for “{ $title }”
signing-mail-again-text =
    Hello { $name },

    Here is a new link to read “{ $title }”, from { $org }.
signing-mail-finished-subject = Everybody has signed: { $title }
signing-mail-finished-text =
    Hello { $name },

    Everybody has signed “{ $title }”. The signed paper, with its page of evidence, is on this page. Keep a copy.
signing-mail-withdrawn-subject = Paper withdrawn: { $title }
signing-mail-withdrawn-text =
    Hello { $name },

    { $org } has withdrawn “{ $title }”. This paper can no longer be signed. There is nothing for you to do.
signing-sms-asked = { $org } asks you to sign a paper. To read it:
signing-sms-reminded = { $org } waits for your answer about a paper to sign:
signing-sms-finished = Everybody has signed. The paper is here:
signing-sms-withdrawn = { $org } has withdrawn the paper to sign. There is nothing for you to do.
signing-sms-code = Your code to sign: { $code }. Do not give it to anybody.

signing-sees-signers = The other signers
signing-purpose-papers = The papers that you sign
signing-purpose-papers-why = To know what was agreed, and to be able to prove it.
signing-purpose-papers-readers = The other signers, the coordinators and administrators of the association.
signing-held-signatures = The papers that you have signed or are asked to sign
signing-held-reached = How you are reached to sign
signing-held-recorded = The signatures on paper that you entered
signing-held-offered = The papers that you offered or withdrew
signing-held-name = Name
signing-held-party = Signs
signing-held-asked = Asked on
signing-held-answered = Answered on
signing-held-way = Way
signing-held-signed-name = Name as written
signing-held-consent = Words of consent
signing-held-sent-to = Sent to
signing-held-declined = What you said
signing-held-email = E-mail address
signing-held-phone = Telephone
signing-passing-codes = The codes sent by text message
signing-passing-files = The files of signed papers
look-paper-manage = A paper that you sign, to follow its signatures
look-paper-sign = A paper that you sign too, to read and sign it
