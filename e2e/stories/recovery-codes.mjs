// A coordinator whose second proof is a passkey makes codes on paper, loses the device, and comes in with one of them.
import { equal, match, ok } from 'node:assert/strict'
import { giveDevice } from '../kit/device.mjs'
import { story } from '../kit/story.mjs'

const env = { PASSERELLE_SIGN_IN__SECOND_FACTOR: 'required' }

story('Codes on paper stand in for a lost passkey', { languages: ['fr'], phones: [true, false], env }, tell)
story('Codes on paper stand in for a lost passkey', { languages: ['en'], env }, tell)

async function tell({ person, server }) {
  const account = server.account('coralie')
  const coralie = await person()
  await giveDevice(coralie)
  await coralie.signIn(account)
  await coralie.follow('web-protect-passkey')
  await coralie.shot('passkeys-none')
  await coralie.press('web-passkeys-add')
  await coralie.see('web-passkeys-no-codes')
  await coralie.shot('passkeys-no-codes')
  await coralie.follow('web-codes-make')
  await coralie.shot('codes-make')
  const codes = await makeCodes(coralie)
  await coralie.shot('account-with-codes')

  await enterWithPaper(await person(), account, codes)
}

async function makeCodes(coralie) {
  await coralie.press('web-codes-make-action')
  const codes = await coralie.page.locator('.p-codes li').allTextContents()
  equal(new Set(codes).size, 10)
  // On paper stand the codes and whose they are, and nothing that can only be pressed.
  await coralie.page.emulateMedia({ media: 'print' })
  ok(await coralie.page.locator('.p-codes').isVisible())
  equal(await coralie.page.getByRole('button').filter({ visible: true }).count(), 0)
  await coralie.shot('codes-print')
  await coralie.page.emulateMedia({ media: 'screen' })
  await coralie.follow('web-codes-kept')
  return codes
}

/** On a device without the passkey: the password, then a code; the same one opens nothing a second time. */
async function enterWithPaper(visitor, account, [code, other]) {
  await visitor.signIn(account)
  await visitor.see('web-second-passkey-title')
  await visitor.shot('second-passkey')
  await visitor.fill('web-second-recovery', code.toUpperCase().replaceAll('-', ' '))
  await visitor.press('web-second-recovery-action')
  match(visitor.page.url(), /\/today$/)
  await visitor.go('/me')
  await visitor.press('web-sign-out')
  await visitor.signIn(account)
  await visitor.fill('web-second-recovery', code)
  await visitor.press('web-second-recovery-action')
  await visitor.see('web-second-recovery-wrong')
  await visitor.shot('second-passkey-refused')
  await visitor.fill('web-second-recovery', other)
  await visitor.press('web-second-recovery-action')
  match(visitor.page.url(), /\/today$/)
}
