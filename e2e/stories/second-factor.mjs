// Where a second proof is required, a coordinator links an app, and comes in with its code or with one from paper.
import { equal, match, ok } from 'node:assert/strict'
import { story } from '../kit/story.mjs'
import { codeOf } from '../kit/totp.mjs'

const env = { PASSERELLE_SIGN_IN__SECOND_FACTOR: 'required' }
const ways = [
  { languages: ['fr'], phones: [true, false], env },
  { languages: ['en'], javascripts: [false], env },
]

for (const way of ways) story('A coordinator protects the account with an app', way, tell)

async function tell({ person, server }) {
  const account = server.account('coralie')
  const coralie = await person()
  await coralie.signIn(account)
  await coralie.see('web-protect-title')
  await coralie.shot('protect')
  await coralie.go('/people')
  await coralie.see('web-protect-title')
  const { key, codes } = await linkApp(coralie)
  await coralie.go('/people')
  equal(await coralie.page.getByText(coralie.say('web-protect-title')).count(), 0)

  const elsewhere = await person()
  await elsewhere.signIn(account)
  await elsewhere.see('web-second-title')
  await elsewhere.shot('second')
  await elsewhere.fill('web-second-code', '000000')
  await elsewhere.press('web-sign-in-action')
  await elsewhere.see('web-second-wrong')
  // The code that linked the app is used up: the phone shows the next one.
  await elsewhere.fill('web-second-code', codeOf(key, 1))
  await elsewhere.press('web-sign-in-action')
  match(elsewhere.page.url(), /\/today$/)

  await enterFromPaper(await person(), account, codes[0])
  await closeOthers(coralie, elsewhere)
}

async function linkApp(coralie) {
  await coralie.follow('web-protect-app')
  await coralie.press('web-app-begin')
  ok(await coralie.page.locator('svg.p-qr').isVisible())
  await coralie.shot('app-new')
  const key = await coralie.page.locator('.p-secret').textContent()
  await coralie.fill('web-second-code', codeOf(key))
  await coralie.press('web-app-new-action')
  await coralie.shot('codes')
  const codes = await coralie.page.locator('.p-codes li').allTextContents()
  equal(codes.length, 10)
  await coralie.follow('web-codes-kept')
  return { key, codes }
}

async function enterFromPaper(visitor, account, code) {
  await visitor.signIn(account)
  await visitor.unfold('web-second-no-phone')
  await visitor.fill('web-second-recovery', code)
  await visitor.press('web-sign-in-action')
  match(visitor.page.url(), /\/today$/)
  await visitor.go('/account/authenticator')
  await visitor.shot('app')
}

async function closeOthers(coralie, elsewhere) {
  await coralie.go('/account/sessions')
  await coralie.shot('sessions')
  await coralie.press('web-sessions-end-others')
  await coralie.see('web-sessions-end-others-done')
  await elsewhere.go('/me')
  match(elsewhere.page.url(), /\/sign-in\?/)
}
