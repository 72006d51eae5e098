// What automatic rules can say about accessibility: axe with the rules of WCAG 2.2 AA, EN 301 549 and RGAA 4.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549', 'RGAAv4']

/** Fails with each rule and each element when the page breaks one; gives how many rules had something to judge. */
export async function axe(page, { javascript = true } = {}) {
  await page.waitForLoadState('load')
  if (!javascript) await page.evaluate(doWithoutTimers)
  // Evaluated and not added as a script: our content security policy forbids foreign scripts, as it should.
  await page.evaluate(source)
  const { violations, passes } = await page.evaluate((options) => globalThis.axe.run(globalThis.document, options), {
    runOnly: { type: 'tag', values: tags },
    resultTypes: ['violations'],
    preload: javascript,
  })
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${help}\n    ${target.join(' ')}\n    ${html}`),
  )
  if (found.length) throw new Error(`axe, ${page.url()}:\n  ${found.join('\n  ')}`)
  if (!passes.length) throw new Error(`axe found nothing to judge at ${page.url()}`)
  return passes.length
}

/** In a page without JavaScript no timer ever fires, and axe waits for one; long ones are time limits of its own. */
function doWithoutTimers() {
  globalThis.setTimeout = (work, milliseconds = 0) => {
    if (milliseconds <= 50) Promise.resolve().then(work)
  }
}
