# What protects an account: devices, codes, password.
web-account-link = My sign-in and my devices
web-account-title = My sign-in
web-account-password-yes = Chosen
web-account-password-no = None: you come in by a link in an e-mail
web-account-app = Code app
web-account-app-no = None
web-account-since = Since { $day }
web-account-codes = Recovery codes
web-account-codes-left = { $count ->
    [0] No code is left.
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
web-app-remove-text = Your account will be less protected. Your recovery codes will stop working.
web-app-remove = Remove the app
web-app-removed-done = The code app is removed.
web-app-new-title = Connect your app
web-app-new-scan = 1. Read this picture with the app
web-app-new-scan-text = In the app, add an account, then show this picture to your phone.
web-app-new-picture = Picture to be read by the app. The key in letters comes next.
web-app-new-type = I cannot read the picture
web-app-new-type-text = Type this key into the app. Choose “time-based” if it asks.
web-app-new-confirm = 2. Type the code that it shows
web-app-new-action = Check the code
web-app-new-wrong = This is not the right code. Wait for the next code. If it is refused again, check that your phone shows the right time.

web-codes-title = Keep these ten recovery codes
web-codes-text = Each code lets you in once without your phone. Print this page, or copy the codes.
web-codes-once = We cannot show you these codes again.
web-codes-for = Codes of { $name }, made on { $day }.
web-codes-kept = I have kept my codes
web-codes-replace = Make new recovery codes
web-codes-replace-text = Your recovery codes of before will stop working. Have a printer or a pen ready.
web-codes-replace-action = Show the new codes

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
    [recovery-codes-replaced] You have new recovery codes
   *[password-changed] Your password has changed
}
web-mail-security-text =
    Hello { $name },

    { $what ->
        [authenticator-added] A code app is now connected to your account.
        [authenticator-removed] The code app of your account was removed.
        [recovery-code-used] Somebody came in with one of your recovery codes. That code is used up.
        [passkey-added] A new passkey opens your account.
        [passkey-removed] A passkey of your account was removed.
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
