# What protects an account: devices, codes, password.
web-account-link = My sign-in and my devices
web-account-title = My sign-in
web-account-add = Add
web-account-see = See
web-account-password-yes = Chosen
web-account-password-no = None: you come in by a link in an e-mail
web-account-app = Code app
web-account-app-no = None
web-account-since = Since { $day }
web-account-codes = Recovery codes
web-account-codes-left = { $count ->
    [0] No code
    [one] { $count } code is left.
   *[other] { $count } codes are left.
}
web-account-devices = Devices
web-account-devices-open = { $count ->
    [one] Open on { $count } device
   *[other] Open on { $count } devices
}

web-device-unknown = Unknown device
web-device-name = { $browser ->
    [edge] Edge
    [opera] Opera
    [samsung] Samsung browser
    [firefox] Firefox
    [chrome] Chrome
   *[safari] Safari
} on { $system ->
    [android] Android
    [iphone] iPhone
    [ipad] iPad
    [windows] Windows
    [mac] Mac
    [chromebook] Chromebook
   *[linux] Linux
}

web-sessions-title = Devices where your account is open
web-sessions-text = Close your account on a device that you no longer use or do not recognise.
web-sessions-current = this device
web-sessions-began = Opened on { $day }
web-sessions-seen = Last used on { $day }
web-sessions-end = Close here
web-sessions-end-others = Close on all other devices
web-sessions-end-done = Your account is closed on that device.
web-sessions-end-others-done = Your account is closed on all other devices.
web-sessions-doubt = Did somebody else come in?
web-sessions-doubt-link = Choose another password.

web-confirm-title = Is it you?
web-confirm-text = What comes next is delicate. We check that it is you, then you go on where you were.
web-confirm-action = Continue
web-confirm-wrong = This is not your password. Try again.
web-confirm-by-link = You have no password. Ask for a link by e-mail, come in by that link, then start again.

web-second-title = Your code
web-second-code = Code of your app
web-second-code-hint = Six figures. They change every 30 seconds.
web-second-no-phone = I do not have my phone
web-second-recovery = One of your recovery codes
web-second-recovery-hint = Sixteen letters and figures. Each code works once.
web-second-no-paper = No code left? Ask your association.
web-second-wrong = This is not the right code, or it was used before. Wait for the next code, then try again.
web-second-wait = There were too many tries. Wait a quarter of an hour, then try again.

web-password-title = Choose another password
web-password-text = Your account will be closed on all your other devices.
web-password-new = Your new password
web-password-action = Save this password
web-password-done = Your new password is saved.

web-app-title = Code app
web-app-text = An app on your phone shows a code that keeps changing. We ask for it after your password. Somebody who has stolen your password cannot come in.
web-app-which = Take the app you like: Aegis, FreeOTP, 2FAS, Google Authenticator, Microsoft Authenticator, or your password manager.
web-app-begin = Begin
web-app-since = You have had a code app since { $day }.
web-app-replace = Change app or phone
web-app-remove-title = Stop using an app
web-app-remove-text = Your account will be less protected.
web-app-remove = Remove the app
web-app-removed-done = The code app is removed.
web-app-new-title = Connect your app
web-app-new-scan = 1. Read this picture with the app
web-app-new-scan-text = In the app, add an account, then show this picture to your phone.
web-app-new-picture = Picture to be read by the app. The key in letters comes next.
web-app-new-open = The app is on this phone: open it
web-app-new-type = I cannot read the picture
web-app-new-type-text = Type this key into the app. Choose “time-based” if it asks.
web-app-new-confirm = 2. Type the code that it shows
web-app-new-action = Check the code
web-app-new-wrong = This is not the right code. Wait for the next code. If it is refused again, check that your phone shows the right time.

web-codes-title = Keep these ten recovery codes
web-codes-text = Each code lets you in once without your phone, or without the device of your passkey. Print this page, or copy the codes by hand.
web-codes-once = We cannot show you these codes again.
web-codes-for = Codes of { $name }, made on { $day }.
web-codes-kept = I have kept my codes
web-codes-replace-text = Your recovery codes of before will stop working. Have a printer or a pen ready.

web-protect-title = Protect your account better
web-protect-text = Your role shows you information about many people. A password is not enough: a code is needed too, on your phone.
web-protect-until = You have until { $day }.
web-protect-app = Connect a code app
web-protect-later = Later

web-mail-security-subject = { $what ->
    [authenticator-added] A code app protects your account
    [authenticator-removed] Your account has no code app any more
    [recovery-code-used] One of your recovery codes was used
    [passkey-added] A passkey now opens your account
    [passkey-removed] A passkey of your account was removed
    [token-made] A token now opens your account to a program
    [token-ended] A token of your account was ended
    [webhook-made] An address is now told what happens, in your name
    [webhook-ended] An address is no longer told what happens, in your name
    [webhook-secret-renewed] The secret of an address that is told in your name has changed
    [recovery-codes-replaced] You have new recovery codes
   *[password-changed] Your password has changed
}
web-mail-security-text =
    Hello { $name },

    { $what ->
        [authenticator-added] A code app is now connected to your account.
        [authenticator-removed] The code app of your account was removed.
        [recovery-code-used] Somebody came in with one of your recovery codes. That code is used up. Codes left: { $left }.
        [passkey-added] A new passkey opens your account.
        [passkey-removed] A passkey of your account was removed.
        [token-made] A new token was made: a program can act in your name.
        [webhook-made] A new address is told when something happens: a program learns in your name what, when, and where to read on.
        [webhook-ended] An address that was told in your name was removed. It is told nothing any more.
        [webhook-secret-renewed] An address that is told in your name has a new secret. The former one goes on for two days.
        [token-ended] A token of your account was ended. The program that used it can no longer act in your name.
        [recovery-codes-replaced] New recovery codes were made for your account. The codes of before no longer work.
       *[password-changed] A new password was chosen for your account.
    }

    If it was you, all is well. If it was not you, open the page below, close all other devices, choose another password, and tell your association.

web-sign-in-passkey = Come in with a passkey
web-confirm-passkey = Continue with a passkey
web-second-passkey-title = Come in with your passkey
web-second-passkey-without = This browser cannot read passkeys. Take the device on which you made yours.
web-protect-passkey = Make a passkey
web-account-passkeys = Passkeys
web-account-passkeys-count = { $count ->
    [0] None
    [one] { $count } passkey
   *[other] { $count } passkeys
}
web-passkey-not-answered = Your device did not give a passkey. You can try again, or come in another way.
web-passkey-refused = This is not the right passkey, or too much time has gone by. Try again.
web-passkeys-title = My passkeys
web-passkeys-text = With a passkey you come in by your fingerprint, your face or the code of your device. You no longer type a password, and nobody can steal it from you.
web-passkeys-add-title = Make a passkey
web-passkeys-without = This browser cannot make passkeys.
web-passkeys-name = Name of the passkey
web-passkeys-name-hint = For example the device on which you keep it.
web-passkeys-name-missing = Give the passkey a name.
web-passkeys-add = Make a passkey
web-passkeys-since = Made on { $day }
web-passkeys-used = Last used on { $day }
web-passkeys-unused = Not used yet
web-passkeys-remove = Remove
web-passkeys-added-done = Your passkey is ready.
web-passkeys-removed-done = The passkey is removed.

web-sign-in-institution = Come in through my organisation
web-institution-title = Come in through your organisation
web-institution-text = Your hospital or your association can tell us who you are. You then use your work account.
web-institution-action = Continue
web-institution-unknown = No organisation has connected this end of address. Come in with your password or by a link in an e-mail.
web-institution-silent = The service of your organisation does not answer. Come in another way, or try later.
web-institution-way-title = Go on at your organisation
web-institution-way-text = Your organisation will check that it is you, then bring you back here.
web-institution-way-action = Go to my organisation
web-institution-refused-title = We cannot let you in this way
web-institution-refused-text = Your organisation has not confirmed an address that we know, or too much time has gone by. Try again, or come in with your password or by a link in an e-mail.
web-identity-title = The work account of your organisation
web-identity-text = People of { $place } can come in with their work account (OpenID Connect). They must already have an account and a role here. Your IT department gives you these answers.
web-identity-facts = To give to your IT department
web-identity-back = Return address
web-identity-scopes = Information asked for
web-identity-issuer = Address of the provider
web-identity-issuer-hint = It begins with https://. For example https://login.hospital.example.
web-identity-issuer-missing = Write the address of the provider. It begins with https://.
web-identity-client-id = Our name there
web-identity-client-id-hint = It is often called “client ID”.
web-identity-client-id-missing = Write our name at the provider.
web-identity-secret = Our secret there
web-identity-secret-hint = It is often called “client secret”. We do not show it again.
web-identity-secret-kept = The secret is kept. Leave empty to keep it as it is.
web-identity-domains = Ends of e-mail addresses
web-identity-domains-hint = One a line, for example hospital.example.
web-identity-domains-missing = Write at least one end of address, for example hospital.example.
web-identity-domains-taken = Another organisation has already connected one of these ends of address.
web-identity-save = Save
web-identity-saved-done = Saved. Now check that the provider answers.
web-identity-check = Check that the provider answers
web-identity-checked = The provider answered well on { $when }. People can come in with their work account.
web-identity-unchecked = Nobody can come in with a work account yet: first check that the provider answers.
web-identity-checked-done = The provider answers well.
web-identity-silent = The provider does not answer as it should at this address.
web-identity-remove = Stop using the work account
web-identity-removed-done = People come in with a password or a link again.

web-rescue-ask-link = Help this person back into their account
web-rescue-ask-title = Help { $name } to get back into the account
web-rescue-ask-text = The person has lost their phone, their recovery codes or their passkey. Make sure that it is really them who ask you.
web-rescue-ask-two = Two people of the association confirm, each with their own account. If the person works for several associations, the two come from different ones. Then the person gets a link by e-mail. They are told at once and can stop everything.
web-rescue-ask-no-email = This person has no e-mail address. Write theirs: the link will go there.
web-rescue-ask-own-proof = To confirm, your own account must be protected by a code app or a passkey, and you must have come in with it.
web-rescue-ask-own-link = Protect my account
web-rescue-ask-other = You cannot confirm here. Somebody else must do it; the person whom you help knows who.
web-rescue-ask-second = A first person has confirmed already. You are the second.
web-rescue-ask-ready = Two people have confirmed. The link leaves on { $when }.
web-rescue-ask-met = I have met this person, or spoken to them while seeing them
web-rescue-ask-met-hint = If both of you have met the person, the link leaves at once for the known address. If not, it leaves in 24 hours.
web-rescue-ask-action = Confirm that it is this person
web-rescue-ask-first-done = You have confirmed. A second person of the association must do so too.
web-rescue-ask-second-done = Confirmed twice. The person will get a link.
web-rescue-title = Get back into your account
web-rescue-text = Choose a new password. Your code app, your recovery codes and your passkeys of before will stop working.
web-rescue-action = Come in
web-rescue-over = This link was used, is too old, or somebody stopped everything. Ask your association.
web-rescue-stop-title = Was it not you?
web-rescue-stop-text = If you did not ask for anything, stop everything. Nobody will get a link to your account.
web-rescue-stop-action = Stop everything
web-rescue-stopped-title = Everything is stopped
web-rescue-stopped-text = Your account stays as it is. Tell your association.
web-mail-rescue-subject = Somebody is being helped back into your account
web-mail-rescue-text =
    Hello { $name },

    { $witness } has confirmed that you cannot come in any more and that it is you who ask for help. Two confirmations are needed. Then you get a link.

    If you did not ask for anything, open the page below and stop everything. Tell your association too.
web-mail-rescue-ready-subject = Get back into your account
web-mail-rescue-ready-text =
    Hello { $name },

    Two people of your association have confirmed that it is you. This link opens your account with a new password. It works once, for three days.

web-app-remove-last-text = Your account will be less protected. Your recovery codes will open nothing any more.
web-second-no-device = I do not have the device of my passkey
web-second-recovery-wrong = This code is none of yours, or it was used already. Take another one.
web-second-recovery-action = Enter with this code

web-codes-make = Make recovery codes
web-codes-make-action = Show ten codes
web-codes-why = A recovery code lets you in once, when you do not have your phone or the device of your passkey.
web-codes-of-no-use = A recovery code stands in for an app that shows codes or for a passkey. You have neither yet.
web-passkeys-no-codes = You have no recovery codes. They let you in if you lose the device of your passkey.
web-account-codes-few = { $count ->
    [0] You have no recovery codes.
    [one] You have only one recovery code left.
   *[other] You have only { $count } recovery codes left.
}

web-account-email-waiting = { $email } (new address to be confirmed: { $new })
web-email-title = Change your e-mail address
web-email-known = Your address is { $email }.
web-email-new = New e-mail address
web-email-new-hint = We send a link there. Your address changes when you have opened and confirmed it.
web-email-action = Send the link
web-email-same = This is your address already. Write the new one.
web-email-sent-title = Look at your mail
web-email-sent-text = We have written to { $email }. Open the link in this e-mail within 24 hours, on a device where your account is open.
web-email-sent-nothing = Nothing has come? Look among unwanted mail. Until you confirm, your address stays the same.
web-email-again = Write another address
web-email-make-title = Confirm your new address
web-email-make-text = From now on we write to { $email }. You also come in with this address. We tell the old one.
web-email-make-action = Take this address
web-email-done = Your e-mail address has changed.
web-email-over = This link was used already, is too old, or is for another account. Addresses are changed under “My sign-in”.
web-email-undo-title = It was not you?
web-email-undo-text = If you have not changed your address, take the old one back. Your account is then closed on all devices. The password, the recovery codes and whatever was added since open nothing any more.
web-email-undo-action = Take my old address back
web-email-undo-taken = Another account has this address now. Tell your association.
web-email-undone-title = Your old address is back
web-email-undone-text = Your account is closed everywhere. Ask for a link to come in, choose another password, and tell your association.
web-mail-email-confirm-subject = Confirm your new e-mail address
web-mail-email-confirm-text =
    Hello,

    Somebody wants to get their e-mails from Passerelle at this address. If it is you, open the page below, on a device where your account is open. The link works for 24 hours.

    If it is not you, do nothing.
web-mail-email-taken-subject = Somebody wrote your e-mail address
web-mail-email-taken-text =
    Hello,

    Somebody wanted to take your e-mail address for another account. Nothing has changed: your account keeps its address.

    If it was you, come in with the account that has this address.
web-mail-email-changed-subject = The e-mail address of your account has changed
web-mail-email-changed-text =
    Hello { $name },

    Your account has another e-mail address now. We will not write to this one any more.

    If it was you, all is well. If it was not you, open the page below within seven days and take your address back. Tell your association too.
web-mail-email-undone-subject = Your account has its old address again
web-mail-email-undone-text =
    Hello { $name },

    Somebody who reads the old address of your account has taken it back. Your account is closed on all devices, and this address is of no use any more.

    If it was not you, tell your association at once.

web-institution-first-title = Look at your mail
web-institution-first-text = You come in through your organisation for the first time. We have written to you: open the link in this e-mail to confirm that it is you. Next time you will come in directly.
web-institution-first-over = This link was used already or is too old. Begin again through your organisation.
web-institution-confirm-title = Come in with your work account
web-institution-confirm-text = You are about to enter the account of { $name }. Next time your work account will be enough.
web-mail-identity-subject = Confirm your work account
web-mail-identity-text =
    Hello { $name },

    Somebody wants to enter your account with a work account verified by { $issuer }.

    If it is you, open the page below. The link works for 24 hours. If it is not you, do nothing and tell your association.

web-rescue-ask-email = New e-mail address
web-rescue-ask-email-hint = Only if the person can no longer read the old one. The old one is told, and the link leaves after three days.
web-rescue-ask-second-email = The link will go to a new address: { $email }. It leaves three days after you confirm. Check with the person that it is theirs.
web-sign-in-link-whose = You are about to enter the account of { $name }. It is not yours? Do not press.
