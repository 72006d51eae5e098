// People of a hospital come in with their work account; what a provider must not get through with does not get through.
import { equal, match } from 'node:assert/strict'
import { signedByAnother, signedWithTheSecret, startLiar, startProvider, unsigned } from '../kit/provider.mjs'
import { story } from '../kit/story.mjs'

const domain = 'fleyriat.example'

story('A referent comes in with the work account', { languages: ['fr'], phones: [false, true] }, certified)
story('A referent comes in with the work account', { languages: ['en'], javascripts: [false] }, certified)

async function certified({ person, server }) {
  const provider = await startProvider(server)
  try {
    await connect(await person(), server, provider)
    const samir = await person()
    await samir.go('/sign-in')
    await samir.shot('sign-in-institution')
    await samir.follow('web-sign-in-institution')
    await samir.fill('web-sign-in-email', server.account('samir').email)
    await samir.press('web-institution-action')
    await samir.shot('institution-way')
    await leaveFor(samir, provider)
    await samir.page.locator('input[name=login]').fill(server.account('samir').email)
    await samir.page.locator('input[name=password]').fill('anything')
    await samir.page.locator('button[type=submit]').click()
    await samir.page.locator('form:has(input[name=prompt][value=consent]) button[type=submit]').click()
    await samir.page.waitForURL(`${server.url}/today`)
    await samir.chooseLanguage()
    await samir.look()
  } finally {
    await provider.stop()
  }
}

/** The head of the hospital connects its provider. */
async function connect(helene, server, provider) {
  await helene.signIn(server.account('helene'))
  await helene.go('/account')
  await helene.follow('web-identity-title')
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

story('A provider that lies lets nobody in', { languages: ['fr'] }, async ({ person, server, tellAside }) => {
  const provider = await startLiar()
  const { email } = server.account('samir')
  const truth = (token) => Object.assign(token, { sub: 'samir', email, email_verified: true })
  try {
    await connect(await person(), server, provider)
    for (const [what, { say, forge }] of Object.entries(hostile)) {
      provider.lies.say = (token) => (truth(token), say?.(token))
      provider.lies.forge = forge
      equal(await enter(await person(), server, email, provider), 'refused', `a token ${what}`)
    }
    provider.lies.say = truth
    provider.lies.forge = undefined
    const samir = await person()
    equal(await enter(samir, server, email, provider), 'in', 'the truth')
    await comeBackAgain(samir, server)
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
    visitor.back = visitor.page.url()
    await visitor.see('web-institution-refused-title')
    return 'refused'
  }
  match(visitor.page.url(), /\/today$/)
  return 'in'
}

/** An answer that nobody asked for opens nothing, in whichever browser. */
async function comeBackAgain(samir, server) {
  await samir.go('/me')
  await samir.press('web-sign-out')
  const response = await samir.page.request.get(`${server.url}/sign-in/institution/back?code=x&state=y`, { maxRedirects: 0 })
  equal(response.status(), 422)
}
