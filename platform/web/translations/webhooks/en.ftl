# The addresses that are told when something happens (webhooks): a person's program reads there what, when and where.
web-webhooks-title = Telling my programs
web-webhooks-count = { $count ->
    [0] No address
    [one] { $count } address
   *[other] { $count } addresses
}
web-webhooks-text = When something happens, we tell your program at the address that you give (a “webhook”). The message only says what, when, and where to read on: never a name. Your program reads on with a token, and sees nothing more than you do.
web-webhooks-tokens = My tokens for programs
web-webhooks-add-title = Add an address
web-webhooks-address = Address to tell
web-webhooks-address-hint = It begins with https:// and has a name, not figures. For example https://tools.my-association.example/passerelle
web-webhooks-address-wrong = Write an address that begins with https://, with a name and without a password. The port is 443, or 1024 and above.
web-webhooks-address-missing = Write the address at which your program waits for messages.
web-webhooks-kinds = Tell when
web-webhooks-kinds-hint = Tick as little as possible. The program is told in the role in which you are now.
web-webhooks-kinds-missing = Tick at least one thing.
web-webhooks-too-many = You have { $most } addresses already. Remove one to add another.
web-webhooks-add = Add this address
web-webhooks-see = See the messages
web-webhooks-on = Active
web-webhooks-stopped = Stopped
web-webhooks-role-ended = Nothing is sent any more: the role in which this address was told has ended.
web-webhooks-one-proof = Nothing is sent any more: your role now needs a second proof to sign in, and this address was added with one only. Remove it and add it again.
web-webhooks-stopped-text = We have sent nothing here since { $instant }: a message did not arrive, though we tried several times. Check the program, then go on. What has happened since is not sent: your program reads it in the lists.
web-webhooks-restart = Send again from now on
web-webhooks-restarted-done = We send again.
web-webhooks-since = Since
web-webhooks-role = Role
web-webhooks-secret = Secret
web-webhooks-secret-one = Each message is signed.
web-webhooks-secret-two = Each message is signed twice, with the new secret and with the former one, until { $instant }.
web-webhooks-unreadable = This address cannot be read any more. Remove it and add it again.
web-webhooks-last = Last messages
web-webhooks-last-none = No message so far. Send a test message to see whether it arrives.
web-webhooks-when = When
web-webhooks-what = What
web-webhooks-how = Result
web-webhooks-act = What to do
web-webhooks-kind-test = Test message
web-webhooks-kind-unknown = Something else
web-webhooks-arrived = Arrived
web-webhooks-waiting = On its way
web-webhooks-refresh = See whether it has arrived
web-webhooks-given-up = Not arrived
web-webhooks-again-at = Next try: { $instant }.
web-webhooks-lost = Our server could not send it. Send it again; if this happens more than once, tell the person who looks after the server.
web-webhooks-answer = The program answered { $status }.
web-webhooks-answer-address = The address leads into a private network, or its name is not found: nothing has left.
web-webhooks-answer-slow = The program did not answer within 10 seconds.
web-webhooks-answer-unreachable = The program does not answer.
web-webhooks-again = Send again
web-webhooks-again-done = The message leaves once more.
web-webhooks-again-not = This message cannot leave once more: it is on its way, or does not exist any more.
web-webhooks-test = Send a test message
web-webhooks-test-done = The test message leaves.
web-webhooks-test-not = Nothing can leave: sending has stopped, or your role does not allow it any more.
web-webhooks-renew = Change the secret
web-webhooks-renew-hint = The former secret will go on for two days, so that you can give the new one to your program. If you change it a second time before that, the first one ends.
web-webhooks-end-title = Remove the address
web-webhooks-end-hint = When you remove the address, nothing is sent there any more, and the list of messages goes.
web-webhooks-end = Remove this address
web-webhooks-ended-done = The address is removed. It is told nothing any more.
web-webhooks-made-title = The secret for { $host }
web-webhooks-once = Copy this secret now. We cannot show it to you again. Give it to your program only.
web-webhooks-use = With this secret, the program makes sure that the message comes from us (Standard Webhooks: “webhook-id”, “webhook-timestamp”, “webhook-signature”).
web-webhooks-kept = I have copied it

web-mail-webhook-stopped-subject = Your programs are no longer told at an address
web-mail-webhook-stopped-text =
    Hello { $name },

    A message for “{ $host }” did not arrive, though we tried several times. We send nothing to this address any more.

    Check the program, then open the page below to go on, or to remove the address.
