// A coordinator makes a passkey, comes in with it without typing anything, and removes it.
import { equal, match } from 'node:assert/strict'
import { giveDevice } from '../kit/device.mjs'
import { story } from '../kit/story.mjs'

story('A passkey lets its owner in', { languages: ['fr'], phones: [true, false] }, tell)
story('A passkey lets its owner in', { languages: ['en'] }, tell)

async function tell({ person, server }) {
  const coralie = await person()
  const device = await giveDevice(coralie)
  await coralie.signIn(server.account('coralie'))
  await coralie.go('/account')
  await coralie.shot('account')
  await coralie.go('/account/passkeys')
  await coralie.press('web-passkeys-add')
  await coralie.see('web-passkeys-added-done')
  await coralie.see('web-passkeys-unused')
  await coralie.shot('passkeys')
  const [key] = await device.keys()
  equal(key.isResidentCredential, true)
  equal(key.rpId, 'localhost')

  await leave(coralie)
  await coralie.shot('sign-in')
  await coralie.press('web-sign-in-passkey')
  match(coralie.page.url(), /\/today$/)

  await proveAgain(coralie)
  await beRefusedByTheDevice(coralie, device)
  await loseThePasskey(coralie)
}

async function leave(coralie) {
  await coralie.go('/me')
  await coralie.press('web-sign-out')
  await coralie.go('/sign-in')
}

/** What is dangerous asks again; the passkey answers and leads back. */
async function proveAgain(coralie) {
  await coralie.go('/account/confirm?to=/account/passkeys')
  await coralie.shot('confirm')
  await coralie.press('web-confirm-passkey')
  match(coralie.page.url(), /\/account\/passkeys$/)
}

/** A device that does not recognise its holder gives nothing; the person stays where they are and is told. */
async function beRefusedByTheDevice(coralie, device) {
  await leave(coralie)
  await device.recognises(false)
  await coralie.page.getByRole('button', { name: coralie.say('web-sign-in-passkey'), exact: true }).click()
  await coralie.see('web-passkey-not-answered')
  await coralie.look()
  await device.recognises(true)
  // The virtual device takes a moment before it is asked again; a new page gives it.
  await coralie.go('/sign-in')
  await coralie.press('web-sign-in-passkey')
  match(coralie.page.url(), /\/today$/)
}

/** A passkey that was removed opens nothing, though the device still has it. */
async function loseThePasskey(coralie) {
  await coralie.go('/account/passkeys')
  await coralie.open(coralie.page.getByRole('button', { name: new RegExp(`^${coralie.say('web-passkeys-remove')} `) }))
  await coralie.see('web-passkeys-removed-done')
  await leave(coralie)
  await coralie.press('web-sign-in-passkey')
  await coralie.see('web-passkey-refused')
  const response = await coralie.page.request.get('/me', { maxRedirects: 0 })
  equal(response.status(), 303)
}

story('Without JavaScript nobody is offered a passkey', { languages: ['fr'], javascripts: [false] }, async ({ person }) => {
  const visitor = await person()
  await visitor.go('/sign-in')
  equal(await visitor.page.getByText(visitor.say('web-sign-in-passkey')).isVisible(), false)
})
