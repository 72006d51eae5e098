// Chromium, and how a person comes to it: in which language, on which screen, with or without JavaScript.
import { chromium } from 'playwright-core'
import { Person } from './person.mjs'
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
  return new Person(await context.newPage(), words(language), javascript, new URL(url).origin)
}
