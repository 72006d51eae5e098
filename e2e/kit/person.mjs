// The person in front of the browser: what they read and do, named by the keys of the translations.
// Every page that they come to must be accessible, valid, and no wider than their screen.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { axe } from './axe.mjs'
import { Effort } from './effort.mjs'
import { html } from './html.mjs'
import { pale } from './pale.mjs'

export class Person {
  constructor(page, words, javascript, home) {
    this.page = page
    this.home = home
    this.words = words
    this.javascript = javascript
    this.troubles = []
    this.judged = { pages: 0, rules: 0 }
    this.effort = new Effort()
    page.on('response', (response) => this.#keep(response))
    page.on('pageerror', (error) => this.troubles.push(`script: ${error}`))
    page.on('console', (line) => line.type() === 'error' && this.#note(line.text()))
  }

  /** The words of a key, for what this person would read. */
  say(key, values) {
    return this.words.say(key, values)
  }

  /** Counts the effort from here on. */
  begin() {
    this.effort = new Effort()
  }

  async go(path) {
    await this.page.goto(path)
    await this.look()
  }

  async signIn({ email, password }) {
    await this.go('/sign-in')
    await this.page.locator('input[type=email], input[autocomplete~=username]').fill(email)
    await this.page.locator('input[type=password]').fill(password)
    await this.press('web-sign-in-action')
    await this.chooseLanguage()
  }

  /** The pages come in the language of the account: this person may want another one. */
  async chooseLanguage() {
    const other = this.page.locator(`button[name=language][value=${this.words.language}]`)
    if (await other.count()) await this.open(other)
  }

  fill(label, value) {
    this.effort.type(value)
    return this.field(label).fill(value)
  }

  /** Ticks a box or takes an option of a group. */
  choose(label) {
    this.effort.tap()
    return this.field(label).check()
  }

  /** Unticks a box. */
  drop(label) {
    this.effort.tap()
    return this.field(label).uncheck()
  }

  /** Takes an option of a list. */
  select(label, option) {
    this.effort.tap()
    return this.field(label).selectOption({ label: this.words.name(option) })
  }

  /** Writes a date, given as `2026-11-23`, into day, month and year. */
  async date(legend, date) {
    const group = this.page.getByRole('group', { name: this.words.name(legend), exact: true })
    const [year, month, day] = date.split('-')
    for (const [label, value] of [['ui-day', day], ['ui-month', month], ['ui-year', year]]) {
      this.effort.type(value)
      await group.getByLabel(this.words.name(label), { exact: true }).fill(value)
    }
  }

  /** Sends a form and waits for the page that comes; `within` is the part of the page that has the button. */
  press(button, within = this.page) {
    const found = within.getByRole('button', { name: this.words.name(button), exact: true })
    return this.open(found)
  }

  /** Follows a link, which may look like a button. */
  follow(link, within = this.page) {
    const named = { name: this.words.name(link), exact: true }
    return this.open(within.getByRole('link', named).or(within.locator('a').and(within.getByRole('button', named))))
  }

  /** The card of Today with this title, and these words in it. */
  card(title, words = '') {
    const heading = this.page.getByRole('heading', { level: 3, name: this.words.name(title) })
    return this.page.locator('.p-card').filter({ has: heading, hasText: words })
  }

  /** Goes where this part of the page leads. */
  open(locator) {
    return this.#travel(() => locator.first().click())
  }

  /** Opens what is folded. */
  unfold(summary) {
    this.effort.tap()
    return this.page.locator('summary').filter({ hasText: this.words.name(summary) }).first().click()
  }

  /** The field of this label, which may say that an answer is optional. */
  field(label) {
    const name = this.words.name(label)
    if (name instanceof RegExp) return this.page.getByLabel(name)
    const optional = `${name} (${this.words.say('ui-optional')})`
    return this.page.getByLabel(name, { exact: true }).or(this.page.getByLabel(optional, { exact: true }))
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

  /** Judges the page as it stands now. */
  async look() {
    await this.axe()
    await this.htmlValidate()
    const text = await this.page.locator('body').innerText()
    if (text.includes('{$')) throw new Error(`${this.page.url()}: a sentence lacks what it names`)
    if (await this.overflows()) throw new Error(`${this.page.url()} is wider than the screen`)
    const strays = await this.strays()
    if (strays.length) throw new Error(`${this.page.url()}: not beside their box: ${strays.join(', ')}`)
    const faint = await pale(this.page)
    if (faint.length) throw new Error(`${this.page.url()}: what is typed is hard to read: ${faint.join(', ')}`)
    this.judged.pages += 1
  }

  async axe() {
    this.judged.rules += await axe(this.page, { javascript: this.javascript })
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

  /** Labels of choices that have slipped under their box. */
  strays() {
    return this.page.evaluate(() => {
      const boxes = [...document.querySelectorAll('.govuk-checkboxes__input, .govuk-radios__input')]
      const pairs = boxes.map((box) => [box.getBoundingClientRect(), box.labels[0]])
      const seen = pairs.filter(([, label]) => label.checkVisibility())
      const slipped = seen.filter(([box, label]) => label.getBoundingClientRect().top >= box.bottom)
      return slipped.map(([, label]) => label.textContent)
    })
  }

  /** A file of the site, as this person would download it. */
  async download(path) {
    const response = await this.page.request.get(path)
    if (!response.ok()) throw new Error(`${path}: ${response.status()}`)
    return response.body()
  }

  /** Keeps a picture of the whole page in the folder `SHOTS`, if there is one. */
  async shot(name) {
    if (!process.env.SHOTS) return
    await mkdir(process.env.SHOTS, { recursive: true })
    const file = `${name}-${this.words.language}-${this.page.viewportSize().width}.png`
    await this.page.screenshot({ path: join(process.env.SHOTS, file), fullPage: true })
  }

  leave() {
    return this.page.context().close()
  }

  async #travel(act) {
    this.effort.tap()
    await Promise.all([this.page.waitForEvent('load'), act()])
    this.effort.read()
    await this.look()
  }

  #keep(response) {
    const document = response.request().isNavigationRequest() && response.frame() === this.page.mainFrame()
    const redirect = response.status() >= 300 && response.status() < 400
    if (document && !redirect) this.sent = response
  }

  /** A refused form or a page that is not there is the story's business; a broken policy or script is not. */
  #note(text) {
    // What another site's page does (a sign-in provider's) is not ours.
    if (new URL(this.page.url()).origin !== this.home) return
    if (!/the server responded with a status of 4\d\d/.test(text)) this.troubles.push(`console: ${text}`)
  }
}
