// Somebody without their password asks for a link by mail: to open it changes nothing, its button lets them in, once.
import { equal, match, ok } from 'node:assert/strict'
import { story } from '../kit/story.mjs'

const ways = [
  { languages: ['fr'], phones: [true], mail: true },
  { languages: ['en'], javascripts: [false], mail: true },
]

for (const way of ways) story('A link in a mail lets a person in, once', way, tell)

async function tell({ person, server, mail }) {
  const { email } = server.account('coralie')
  const coordinator = await person()
  const link = await askForLink(coordinator, email, mail)

  // Programs that guard a mailbox open every link: that must not use it up, nor let them in.
  const guard = await person()
  await guard.go(link)
  await guard.see('web-sign-in-link-open-title')
  ok(!(await isInside(guard)), 'opening the link let somebody in')

  await coordinator.go(link)
  ok(!(await isInside(coordinator)), 'opening the link let somebody in')
  await coordinator.press('web-sign-in-action')
  match(coordinator.page.url(), /\/today$/)
  ok(await isInside(coordinator))

  await guard.press('web-sign-in-action')
  await guard.see('web-link-stale-title')
  ok(!(await isInside(guard)), 'the link let two people in')
}

async function askForLink(coordinator, email, mail) {
  await coordinator.go('/sign-in')
  await coordinator.follow('web-sign-in-by-link')
  await coordinator.fill('web-sign-in-email', email)
  await coordinator.press('web-sign-in-link-action')
  await coordinator.see('web-sign-in-link-sent-title')
  const message = await mail.messageTo(email)
  equal(message.subject, coordinator.say('web-mail-sign-in-subject'))
  equal(message.attachments.length, 0)
  return message.text.match(/^http:\S+$/m)[0]
}

/** Whether the server takes this browser for somebody. */
async function isInside({ page }) {
  const response = await page.request.get('/me', { maxRedirects: 0 })
  return response.status() === 200
}
