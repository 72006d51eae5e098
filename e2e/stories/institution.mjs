// People of a hospital come in with their work account; what a provider must not get through with does not get through.
import { equal, match } from 'node:assert/strict'
import { signedByAnother, signedWithTheSecret, startLiar, startProvider, unsigned } from '../kit/provider.mjs'
import { story } from '../kit/story.mjs'

const domain = 'fleyriat.example'

story('A referent comes in with the work account', { languages: ['fr'], phones: [false, true], mail: true }, certified)
story('A referent comes in with the work account', { languages: ['en'], javascripts: [false], mail: true }, certified)

async function certified({ person, server, mail }) {
  const helene = await person()
  const provider = await startProvider(await backAddress(helene, server))
  try {
    await connect(helene, provider)
    const samir = await person()
    const { email } = server.account('samir')
    await samir.go('/sign-in')
    await samir.shot('sign-in-institution')
    await beginWithWork(samir, email, provider)
    await logIn(samir, email)
    await samir.page.waitForURL(/\/sign-in\/institution\/back\//)
    await samir.see('web-institution-first-title')
    await samir.shot('institution-first')
    await samir.go((await mail.messageTo(email)).text.match(/^http:\S+$/m)[0])
    await samir.shot('institution-confirm')
    await samir.press('web-sign-in-action')
    match(samir.page.url(), /\/today$/)
    await samir.chooseLanguage()

    const again = await person()
    await again.go('/sign-in')
    await beginWithWork(again, email, provider)
    await logIn(again, email)
    await again.page.waitForURL(`${server.url}/today`)
    await again.chooseLanguage()
    await again.look()
  } finally {
    await provider.stop()
  }
}

async function beginWithWork(samir, email, provider) {
  await samir.follow('web-sign-in-institution')
  await samir.fill('web-sign-in-email', email)
  await samir.press('web-institution-action')
  await samir.shot('institution-way')
  await leaveFor(samir, provider)
}

/** What the provider asks, whose pages are not ours to judge. */
async function logIn({ page }, email) {
  await page.locator('input[name=login]').fill(email)
  await page.locator('input[name=password]').fill('anything')
  await page.locator('button[type=submit]').click()
  await page.locator('form:has(input[name=prompt][value=consent]) button[type=submit]').click()
}

/** The head of the hospital reads the address that the hospital's own technicians ask for. */
async function backAddress(helene, server) {
  await helene.signIn(server.account('helene'))
  await helene.go('/account')
  await helene.follow('web-identity-title')
  await helene.shot('identity-new')
  return helene.page.getByText(/\/sign-in\/institution\/back\//).textContent()
}

/** She connects its provider. */
async function connect(helene, provider) {
  await helene.fill('web-identity-issuer', provider.issuer)
  await helene.fill('web-identity-client-id', provider.client)
  await helene.fill('web-identity-secret', provider.secret)
  await helene.fill('web-identity-domains', domain)
  await helene.press('web-identity-save')
  await helene.see('web-identity-unchecked')
  await helene.press('web-identity-check')
  await helene.see('web-identity-checked-done')
  await helene.shot('identity')
  equal(await helene.page.content().then((html) => html.includes(provider.secret)), false)
}

/** Follows the link to another site, whose pages are not ours to judge. */
function leaveFor({ page }, provider) {
  return page.locator(`a[href^="${provider.issuer}"]`).click()
}

const HOUR = 3600

/** What a provider may say that must not open the door. */
const hostile = {
  'for another client': { say: (token) => (token.aud = 'somebody-else') },
  'for another question': { say: (token) => (token.nonce = 'another') },
  'too old': { say: (token) => Object.assign(token, { iat: token.iat - 2 * HOUR, exp: token.iat - HOUR }) },
  'without signature': { forge: unsigned },
  'signed by another': { forge: signedByAnother },
  'signed with the secret': { forge: signedWithTheSecret },
  'of another issuer': { say: (token) => (token.iss = 'http://localhost:1') },
  'about an address that is not verified': { say: (token) => (token.email_verified = false) },
  'about an address that may be verified': { say: (token) => delete token.email_verified },
  'about an address elsewhere': { say: (token) => (token.email = 'coralie@espairs.example') },
  'about somebody we do not know': { say: (token) => (token.email = `nobody@${domain}`) },
}

story('A provider that lies lets nobody in', { languages: ['fr'], mail: true }, async ({ person, server, mail, tellAside }) => {
  const provider = await startLiar()
  const { email } = server.account('samir')
  const truth = (token) => Object.assign(token, { sub: 'samir', email, email_verified: true })
  try {
    const helene = await person()
    await backAddress(helene, server)
    await connect(helene, provider)
    for (const [what, { say, forge }] of Object.entries(hostile)) {
      provider.lies.say = (token) => (truth(token), say?.(token))
      provider.lies.forge = forge
      equal(await enter(await person(), server, email, provider), 'refused', `a token ${what}`)
    }
    provider.lies.say = truth
    provider.lies.forge = undefined
    const samir = await person()
    equal(await enter(await person(), server, email, provider), 'asked', 'the truth, for the first time')
    const letter = await mail.messageTo(email)
    equal((await mail.messages()).length, 1, 'no lie has written to anybody')
    await samir.go(letter.text.match(/^http:\S+$/m)[0])
    await samir.press('web-sign-in-action')
    equal(await enter(await person(), server, email, provider), 'in', 'the truth')
    await comeBackAgain(samir)
    provider.lies.say = (token) => Object.assign(truth(token), { sub: 'somebody who got the address later' })
    equal(await enter(await person(), server, email, provider), 'refused', 'an address that was given to somebody else')
    tellAside(`${Object.keys(hostile).length + 1} lies, none got through`)
  } finally {
    await provider.stop()
  }
})

/** Goes the whole way; the provider sends back at once. */
async function enter(visitor, server, email, provider) {
  await visitor.go('/sign-in/institution')
  await visitor.fill('web-sign-in-email', email)
  await visitor.press('web-institution-action')
  const arrived = visitor.page.waitForURL((url) => url.href.startsWith(server.url) && !url.pathname.endsWith('/institution'))
  await leaveFor(visitor, provider)
  await arrived
  if (visitor.page.url().includes('/sign-in/institution/back')) {
    const heading = await visitor.page.getByRole('heading', { level: 1 }).textContent()
    if (heading === visitor.say('web-institution-first-title')) return 'asked'
    equal(heading, visitor.say('web-institution-refused-title'))
    return 'refused'
  }
  match(visitor.page.url(), /\/today$/)
  return 'in'
}

/** An answer that nobody asked for opens nothing, in whichever browser. */
async function comeBackAgain(samir) {
  await samir.go('/me')
  await samir.press('web-sign-out')
  const back = '/sign-in/institution/back/00000000-0000-7000-8000-000000000000?code=x&state=y'
  const response = await samir.page.request.get(back, { maxRedirects: 0 })
  equal(response.status(), 422)
}
