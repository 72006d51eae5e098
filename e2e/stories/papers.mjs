// An agreement is signed by three people in three ways: with an account, by a link with a code, on paper. Then its file is
// checked, and a changed one is not recognised.
import { equal, match, ok } from 'node:assert/strict'
import { story } from '../kit/story.mjs'

const ways = { languages: ['fr'], phones: [true, false] }

story('An agreement is signed by three people in three ways', ways, signed)

async function signed({ person, server }) {
  const coralie = await person()
  await coralie.signIn(server.account('coralie'))
  await coralie.go('/agreements')
  await coralie.open(coralie.page.locator('main table a[href^="/agreements/"]'))
  await coralie.follow('placement-signing-offer-framework')
  await coralie.shot('paper-offer')
  await coralie.press('signing-form-more')
  await fillSigner(coralie, 2, 'Ana Petit', 'ana@hopital.example', '06 12 34 56 78', 'sms')
  await fillSigner(coralie, 3, 'Hugo Roy', '', '', 'paper')
  await coralie.press('placement-signing-offer')
  await coralie.see('signing-offered-done')
  await coralie.shot('paper-offered')
  const paper = new URL(coralie.page.url()).pathname

  await coralie.go('/today')
  await coralie.shot('paper-today')
  await coralie.open(coralie.page.locator('a[href^="/signatures/"]'))
  await coralie.shot('paper-own')
  await coralie.page.locator('input[name=consent]').check()
  await coralie.press('signing-sign-action')
  await coralie.see('signing-signed-done')

  const ana = await person()
  await ana.go('/outbox')
  const link = await ana.page.locator('a[href^="/sign/"]').first().getAttribute('href')
  await ana.go(link)
  await ana.shot('paper-link')
  await ana.press('signing-sign-code-send')
  await ana.see('signing-code-done')
  await ana.shot('paper-code')
  const phone = await person()
  await phone.go('/outbox')
  await phone.shot('paper-outbox')
  const message = await phone.page.locator('article', { hasText: '+33612345678' }).first().innerText()
  const [code] = message.match(/\b\d{6}\b/)
  await ana.page.locator('input[name=code]').fill(code)
  await ana.page.locator('input[name=consent]').check()
  await ana.press('signing-sign-action')
  await ana.see('signing-signed-done')
  await ana.shot('paper-signed')

  await coralie.go(`${paper}/signers/3/on-paper`)
  await coralie.shot('paper-on-paper')
  const today = new Date(await coralie.page.evaluate(() => Date.now()))
  for (const [part, value] of [['day', today.getDate()], ['month', today.getMonth() + 1], ['year', today.getFullYear()]])
    await coralie.page.locator(`input[name=on-${part}]`).fill(String(value))
  const scan = { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 scan') }
  await coralie.page.locator('input[type=file]').setInputFiles(scan)
  await coralie.press('signing-on-paper-action')
  await coralie.see('signing-on-paper-done')
  await coralie.shot('paper-complete')
  await coralie.go('/papers')
  await coralie.shot('papers')

  const last = await finalOf(coralie, paper)
  match(last.subarray(0, 5).toString(), /%PDF-/)
  const anybody = await person()
  await anybody.go('/check-paper')
  await check(anybody, last)
  await anybody.see('signing-check-yes')
  await anybody.shot('paper-check')
  const changed = Buffer.from(last)
  changed[changed.length >> 1] ^= 1
  await check(anybody, changed)
  await anybody.see('signing-check-no')
  await anybody.shot('paper-check-changed')
  ok(!(await anybody.page.locator('main').innerText()).includes('Ana'), 'it names somebody')
  equal(await anybody.page.locator('.govuk-error-summary').count(), 0)
}

/** The job that makes the evidence takes a moment. */
async function finalOf(coralie, paper) {
  for (let tries = 0; tries < 40; tries++) {
    const response = await coralie.page.request.get(`${paper}/final.pdf`)
    if (response.ok()) return response.body()
    await coralie.page.waitForTimeout(250)
  }
  throw new Error('no paper with evidence')
}

async function check(anybody, buffer) {
  await anybody.page.locator('input[type=file]').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer })
  await anybody.press('signing-check-action')
}

async function fillSigner(who, row, name, email, phone, way) {
  const field = (part) => who.page.locator(`input[name=${part}-${row}]`)
  await field('name').fill(name)
  await field('email').fill(email)
  await field('phone').fill(phone)
  await who.page.locator(`input[name=way-${row}][value=${way}]`).check()
}
