// A peer has lost everything: two people of the association confirm who it is, and a link brings the peer back.
import { equal, match } from 'node:assert/strict'
import { giveDevice } from '../kit/device.mjs'
import { until } from '../kit/process.mjs'
import { story } from '../kit/story.mjs'

const ways = [
  { languages: ['fr'], phones: [true, false], mail: true },
  { languages: ['en'], mail: true },
]

for (const way of ways) story('Two people bring a peer back', way, tell)

const phrase = 'quatre ponts sur la Meuse'

async function tell({ person, server, mail }) {
  const { email } = server.account('noor')
  const coralie = await withTwoProofs(await person(), server.account('coralie'))
  const ada = await withTwoProofs(await person(), server.account('ada'))
  await openRescue(coralie)
  await coralie.shot('rescue-first')
  await coralie.choose('web-rescue-ask-met')
  await coralie.press('web-rescue-ask-action')
  await coralie.see('web-rescue-ask-first-done')
  await openRescue(coralie)
  await coralie.see('web-rescue-ask-other')
  const warned = await mail.messageTo(email)
  const stranger = await person()
  await stranger.go(warned.text.match(/^http:\S+$/m)[0])
  await stranger.shot('rescue-stop')

  await openRescue(ada)
  await ada.see('web-rescue-ask-second')
  await ada.shot('rescue-second')
  await ada.choose('web-rescue-ask-met')
  await ada.press('web-rescue-ask-action')
  await ada.see('web-rescue-ask-second-done')
  await comeBack(await person(), email, mail)
}

async function withTwoProofs(one, account) {
  await giveDevice(one)
  await one.signIn(account)
  await one.go('/account/passkeys')
  await one.press('web-passkeys-add')
  await one.see('web-passkeys-added-done')
  return one
}

async function openRescue(one) {
  await one.go('/people')
  await one.open(one.page.getByRole('link', { name: 'Noor Amandier' }))
  await one.follow('web-rescue-ask-link')
}

/** The link that leads back in, if the letter has one; not the one that stops everything. */
const wayIn = (text) => text.match(/^http:\S+\/rescues\/(?!stop\/)\S+$/m)?.[0]

async function comeBack(noor, email, mail) {
  const ways = async () => (await mail.messages()).filter(({ to }) => to.includes(email)).map(({ text }) => wayIn(text))
  const way = await until(async () => (await ways()).find(Boolean), { seconds: 15, otherwise: () => 'no way back was sent' })
  await noor.go(way)
  await noor.shot('rescue-open')
  await noor.fill('web-password-new', phrase)
  await noor.press('web-rescue-action')
  match(noor.page.url(), /\/account$/)
  await noor.chooseLanguage()
  equal(await noor.page.getByText(email).count(), 1)
}
