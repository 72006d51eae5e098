// Chromium, and the person in front of it: what they read and do, named by the keys of the translations.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { axe } from './axe.mjs'
import { html } from './html.mjs'
import { required } from './process.mjs'
import { words } from './words.mjs'

const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
const silent = ['--disable-component-update', '--disable-sync']
const locales = { fr: 'fr-FR', en: 'en-GB' }
const desktop = { viewport: { width: 1280, height: 900 } }
const handheld = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }

/** Starts Chromium, which makes no request of its own. */
export function openBrowser() {
  const root = process.getuid?.() === 0
  const args = [...quiet, ...silent, ...(root ? ['--no-sandbox'] : [])]
  return chromium.launch({ executablePath: required('PASSERELLE_CHROMIUM'), args })
}

/** Somebody who reads this language, at a desk or on a phone, by day or in the dark, with or without JavaScript. */
export async function person(browser, { url, language = 'fr', phone = false, dark = false, javascript = true }) {
  const context = await browser.newContext({
    ...(phone ? handheld : desktop),
    baseURL: url,
    locale: locales[language],
    timezoneId: 'Europe/Paris',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    javaScriptEnabled: javascript,
  })
  context.setDefaultTimeout(10_000)
  return new Person(await context.newPage(), words(language), javascript)
}

class Person {
  constructor(page, words, javascript) {
    this.page = page
    this.words = words
    this.javascript = javascript
    this.troubles = []
    page.on('response', (response) => this.#keep(response))
    page.on('pageerror', (error) => this.troubles.push(`script: ${error}`))
    page.on('console', (line) => line.type() === 'error' && this.#note(line.text()))
  }

  /** The words of a key, for what this person would read. */
  say(key, values) {
    return this.words.say(key, values)
  }

  go(path) {
    return this.page.goto(path)
  }

  async signIn({ email, password }) {
    await this.go('/sign-in')
    const form = this.page.locator('form:has(input[type=password])')
    await form.locator('input[type=email], input[autocomplete~=username]').fill(email)
    await form.locator('input[type=password]').fill(password)
    await Promise.all([this.page.waitForURL((url) => url.pathname !== '/sign-in'), form.locator('[type=submit]').click()])
  }

  fill(label, value) {
    return this.field(label).fill(value)
  }

  /** Ticks a box or takes an option of a group. */
  choose(label) {
    return this.field(label).check()
  }

  /** Takes an option of a list. */
  select(label, option) {
    return this.field(label).selectOption({ label: this.words.name(option) })
  }

  press(button) {
    return this.page.getByRole('button', { name: this.words.name(button), exact: true }).click()
  }

  follow(link) {
    return this.page.getByRole('link', { name: this.words.name(link), exact: true }).first().click()
  }

  field(label) {
    return this.page.getByLabel(this.words.name(label), { exact: true })
  }

  /** Waits until this text can be read. */
  see(text) {
    return this.page.getByText(this.words.name(text)).filter({ visible: true }).first().waitFor()
  }

  /** Waits until this text is nowhere to be read. */
  seeNot(text) {
    return this.page.getByText(this.words.name(text)).filter({ visible: true }).first().waitFor({ state: 'hidden' })
  }

  /** The main heading. */
  heading() {
    return this.page.getByRole('heading', { level: 1 }).innerText()
  }

  axe() {
    return axe(this.page, { javascript: this.javascript })
  }

  /** Validates the document that the server sent last. */
  async htmlValidate() {
    if (!this.sent) throw new Error('no page was sent yet')
    return html(await this.sent.text(), this.sent.url())
  }

  /** Whether something is wider than the screen, so that the page must be pushed sideways. */
  overflows() {
    return this.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  }

  /** Keeps a picture of the whole page in the folder `SHOTS`, if there is one. */
  async shot(name) {
    if (!process.env.SHOTS) return
    await mkdir(process.env.SHOTS, { recursive: true })
    await this.page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), fullPage: true })
  }

  leave() {
    return this.page.context().close()
  }

  #keep(response) {
    const document = response.request().isNavigationRequest() && response.frame() === this.page.mainFrame()
    const redirect = response.status() >= 300 && response.status() < 400
    if (document && !redirect) this.sent = response
  }

  /** A refused form or a page that is not there is the story's business; a broken policy or script is not. */
  #note(text) {
    if (!/the server responded with a status of 4\d\d/.test(text)) this.troubles.push(`console: ${text}`)
  }
}
