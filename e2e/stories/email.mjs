// A peer takes another e-mail address: a link goes to the new one, and the old one is told and can take it back.
import { equal, match } from 'node:assert/strict'
import { story } from '../kit/story.mjs'

const ways = [
  { languages: ['fr'], phones: [true, false], mail: true },
  { languages: ['en'], javascripts: [false], mail: true },
]

for (const way of ways) story('A peer changes the address of the account', way, tell)

const linkIn = (message) => message.text.match(/^http:\S+$/m)[0]

async function tell({ person, server, mail }) {
  const { email, password } = server.account('noor')
  const newer = 'noor@boite-neuve.example'
  const noor = await person()
  await noor.signIn({ email, password })
  await noor.go('/account/email')
  await noor.shot('email')
  await noor.fill('web-email-new', email)
  await noor.press('web-email-action')
  await noor.see('web-email-same')
  await noor.fill('web-email-new', newer)
  await noor.press('web-email-action')
  await noor.see('web-email-sent-title')
  await noor.shot('email-sent')
  const asked = await mail.messageTo(newer)
  equal(asked.text.includes('Noor'), false, 'the letter names the person, and the address may be a stranger’s')

  // Whoever has only the letter is asked to sign in, and makes nothing of it.
  const stranger = await person()
  await stranger.go(linkIn(asked))
  match(stranger.page.url(), /\/sign-in\?to=/)

  await noor.go(linkIn(asked))
  await noor.shot('email-make')
  await noor.press('web-email-make-action')
  await noor.see('web-email-done')
  await noor.see(newer)
  await noor.shot('account-email-changed')
  const moved = await person()
  await moved.signIn({ email: newer, password })
  match(moved.page.url(), /\/today$/)
  await takeBack(await person(), { email, newer }, mail)
  await noor.go('/me')
  match(noor.page.url(), /\/sign-in\?/)
}

/** Somebody who still reads the old mailbox says that it was not them. */
async function takeBack(owner, { email, newer }, mail) {
  await owner.go(linkIn(await mail.messageTo(email)))
  await owner.shot('email-undo')
  await owner.press('web-email-undo-action')
  await owner.see('web-email-undone-title')
  await owner.shot('email-undone')
  const told = await mail.messageTo(newer)
  match(told.subject, /ancienne adresse|old address/)
  await owner.follow('web-sign-in-by-link')
  await owner.fill('web-sign-in-email', email)
  await owner.press('web-sign-in-link-action')
  await owner.shot('link-sent')
}
