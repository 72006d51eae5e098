// A coordinator with two proofs lets a program be told at an address: what is refused, the secret that is seen once, a
// test that does not arrive, another secret, and the end.
import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict'
import { until } from '../kit/process.mjs'
import { story } from '../kit/story.mjs'
import { codeOf } from '../kit/totp.mjs'

const env = { PASSERELLE_SIGN_IN__SECOND_FACTOR: 'required' }
const ways = [
  { languages: ['fr', 'en'], phones: [true, false], mail: true, env },
  { languages: ['en'], javascripts: [false], mail: true, env },
]

for (const way of ways) story('A program is told at an address', way, tell)

// Names that end in “example” lead nowhere, wherever the story is played.
const host = 'outils.espairs.example'
const rest = '/hooks/8f14e45fceea167a5a36dedd4bea2543c9f0f895fb98ab9159f51fd0297e236d'
const address = `https://${host}${rest}`
const kinds = ['placement-notice-request-submitted', 'placement-notice-mission-agreed', 'placement-notice-invoice-payment']

/** This very machine, a private network, a way that is not encrypted, a password. */
const refused = ['http://127.0.0.1:1/', 'https://192.168.1.20/hooks', `http://${host}/`, `https://coralie:mot@${host}/`]

async function tell({ person, server, mail }) {
  const account = server.account('coralie')
  const coralie = await person()
  await coralie.signIn(account)
  await confirm(coralie, await linkApp(coralie))
  await coralie.go('/account')
  await coralie.open(coralie.page.locator('a[href="/me/webhooks"]'))
  await coralie.see('web-webhooks-add-title')
  await coralie.shot('webhooks-none')

  await beRefused(coralie)
  const secret = await add(coralie)
  await lookAtList(coralie)
  const { pathname } = new URL(coralie.page.url())
  await sendTests(coralie)
  const newer = await exchange(coralie, secret)
  await remove(coralie, pathname)

  const letters = await readLetters(coralie, account, mail)
  for (const hidden of [rest, secret, newer]) {
    ok(!letters.includes(hidden), 'a letter has what only the program knows')
    ok(!server.log().includes(hidden), 'the log has what only the program knows')
  }
}

/** A letter tells each change, in case it was somebody else; gives what is written in all of them. */
async function readLetters(coralie, { email }, mail) {
  const subjects = ['made', 'secret-renewed', 'ended'].map((change) =>
    coralie.say('web-mail-security-subject', { what: `webhook-${change}` }),
  )
  const letters = async () => (await mail.messages()).filter(({ to }) => to.includes(email))
  const told = async () => {
    const read = await letters()
    return subjects.every((subject) => read.some((letter) => letter.subject === subject)) && read
  }
  const otherwise = () => `not all of these letters came: ${subjects.join('; ')}`
  const read = await until(told, { seconds: 15, otherwise })
  return read.map(({ subject, text, html }) => [subject, text, html].join('\n')).join('\n')
}

/** Gives the account its second proof; gives the key of the app. */
async function linkApp(coralie) {
  await coralie.follow('web-protect-app')
  await coralie.press('web-app-begin')
  const key = await coralie.page.locator('.p-secret').textContent()
  await coralie.fill('web-second-code', codeOf(key))
  await coralie.press('web-app-new-action')
  await coralie.follow('web-codes-kept')
  return key
}

/** The second proof once more leads to the addresses. The code that linked the app is used up: this is the next one. */
async function confirm(coralie, key) {
  await coralie.go('/account/confirm?to=/me/webhooks')
  await coralie.shot('webhooks-confirm')
  await coralie.fill('web-second-code', '000000')
  await coralie.press('web-confirm-action')
  await coralie.see('web-second-wrong')
  await coralie.fill('web-second-code', codeOf(key, 1))
  await coralie.press('web-confirm-action')
  match(coralie.page.url(), /\/me\/webhooks$/)
}

/** What is wrong is said at its field, and what was written and ticked is still there. */
async function beRefused(coralie) {
  await coralie.press('web-webhooks-add')
  equal(await saidAt(coralie, 'address'), coralie.say('web-webhooks-address-missing'))
  equal(await saidAt(coralie, 'kinds'), coralie.say('web-webhooks-kinds-missing'))
  await coralie.shot('webhooks-empty')
  for (const kind of kinds) await coralie.choose(kind)
  for (const wrong of refused) {
    await coralie.fill('web-webhooks-address', wrong)
    await coralie.press('web-webhooks-add')
    equal(await saidAt(coralie, 'address'), coralie.say('web-webhooks-address-wrong'), wrong)
    equal(await coralie.page.locator('#kinds-error').count(), 0)
    equal(await coralie.field('web-webhooks-address').inputValue(), wrong)
    deepEqual(await ticked(coralie), kinds.map((kind) => coralie.say(kind)))
    if (wrong === refused[0]) await coralie.shot('webhooks-refused')
  }
}

/** The problem that is said at a field, without the word that only screen readers say. */
async function saidAt(coralie, field) {
  const said = coralie.page.locator(`#${field}-error`)
  const read = await said.evaluate((error) => [...error.childNodes].at(-1).textContent)
  return read.trim()
}

function ticked({ page }) {
  return page.locator('main input[name=kinds]').evaluateAll((boxes) =>
    boxes.filter((box) => box.checked).map((box) => box.labels[0].textContent.trim()),
  )
}

/** Without a mouse, from the summary of what is wrong to the new address; gives the secret. */
async function add(coralie) {
  const { page } = coralie
  await page.locator('.govuk-error-summary a').first().focus()
  await page.keyboard.press('Enter')
  equal(await focused(coralie), 'address')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(address)
  await page.keyboard.press('Tab')
  equal(await focused(coralie), 'kinds')
  // The first thing is dropped and taken again.
  await page.keyboard.press('Space')
  equal((await ticked(coralie)).length, kinds.length - 1)
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+Tab')
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  await coralie.look()
  equal(await coralie.heading(), coralie.say('web-webhooks-made-title', { host }))
  return keep(coralie, 'webhooks-once')
}

const focused = ({ page }) => page.evaluate(() => document.activeElement.name)

/** Copies the secret that a page shows, and goes on; it is shown this once. */
async function keep(coralie, picture) {
  const secret = await coralie.page.locator('.p-secret').textContent()
  match(secret, /^whsec_[A-Za-z0-9+/]{32,}=*$/)
  await coralie.see('web-webhooks-once')
  await coralie.shot(picture)
  await coralie.follow('web-webhooks-kept')
  ok(!(await coralie.page.content()).includes(secret), 'a secret is shown once')
  return secret
}

/** The list says the name only: the rest of an address may be a secret. Its page says it whole. */
async function lookAtList(coralie) {
  const row = coralie.page.locator('.p-device')
  equal(await row.count(), 1)
  equal(await row.getByRole('heading').innerText(), `${host} ${coralie.say('web-webhooks-on')}`)
  deepEqual(await row.locator('ul li').allInnerTexts(), kinds.map((kind) => coralie.say(kind)))
  ok(!(await coralie.page.content()).includes(rest))
  await coralie.shot('webhooks')
  await coralie.open(row.getByRole('link'))
  equal(await coralie.heading(), host)
  await coralie.see(address)
  await coralie.see('web-webhooks-secret-one')
  await coralie.see('web-webhooks-last-none')
  await coralie.shot('webhook')
}

/** A test is tried once; that it has not arrived is said, and why, and it can be sent again. */
async function sendTests(coralie) {
  await coralie.press('web-webhooks-test')
  await coralie.see('web-webhooks-test-done')
  await coralie.shot('webhook-test')
  await notArrived(coralie)
  await coralie.see('web-webhooks-on')
  await coralie.shot('webhook-not-arrived')
  await coralie.open(coralie.page.locator('#deliveries').getByRole('button'))
  await coralie.see('web-webhooks-again-done')
  await notArrived(coralie)
}

/** Loads the page again until the only message is no longer on its way. */
async function notArrived(coralie) {
  const row = coralie.page.locator('#deliveries tbody tr')
  const over = async () => {
    await coralie.page.reload()
    equal(await row.count(), 1)
    return !(await row.innerText()).includes(coralie.say('web-webhooks-waiting'))
  }
  await until(over, { seconds: 20, every: 250, otherwise: () => 'the test is still on its way' })
  await coralie.look()
  const said = await row.innerText()
  for (const key of ['web-webhooks-kind-test', 'web-webhooks-given-up', 'web-webhooks-answer-address']) {
    ok(said.includes(coralie.say(key)), `${said} lacks ${key}`)
  }
}

/** Gives the new secret; for two days messages are signed with both. */
async function exchange(coralie, former) {
  await coralie.press('web-webhooks-renew')
  const newer = await keep(coralie, 'webhook-secret')
  notEqual(newer, former)
  equal(await coralie.heading(), host)
  await coralie.see('web-webhooks-secret-two')
  await coralie.shot('webhook-exchanged')
  return newer
}

async function remove(coralie, pathname) {
  await coralie.press('web-webhooks-end')
  await coralie.see('web-webhooks-ended-done')
  equal(await coralie.page.locator('.p-device').count(), 0)
  await coralie.shot('webhooks-removed')
  equal((await coralie.page.request.get(pathname)).status(), 404)
}
