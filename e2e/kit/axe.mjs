// What automatic rules can say about accessibility: axe with the rules of WCAG 2.2 AA, EN 301 549 and RGAA 4.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549', 'RGAAv4']

/** Fails with each rule and each element when the page breaks one. */
export async function axe(page, { javascript = true } = {}) {
  await page.waitForLoadState('load')
  const { violations, passes } = javascript ? await judge(page) : await withScripts(page, () => judge(page))
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${help}\n    ${target.join(' ')}\n    ${html}`),
  )
  if (found.length) throw new Error(`axe, ${page.url()}:\n  ${found.join('\n  ')}`)
  if (!passes.length) throw new Error(`axe found nothing to judge at ${page.url()}`)
}

async function judge(page) {
  // Evaluated and not added as a script: our content security policy forbids foreign scripts, as it should.
  await page.evaluate(source)
  return page.evaluate((values) => {
    const options = { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }
    return globalThis.axe.run(globalThis.document, options)
  }, tags)
}

/** The rules are a script with timers: they need JavaScript, which the page itself does not get any more. */
async function withScripts(page, work) {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setScriptExecutionDisabled', { value: false })
  try {
    return await work()
  } finally {
    await session.send('Emulation.setScriptExecutionDisabled', { value: true })
    await session.detach()
  }
}
