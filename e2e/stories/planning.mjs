// All open missions at once: a coordinator looks for a plan, keeps a line, rules one out, and chooses somebody herself.
import { equal } from 'node:assert/strict'
import { story } from '../kit/story.mjs'

story('A coordinator plans all open missions', { languages: ['fr'], phones: [false, true] }, tell)
story('A coordinator plans all open missions', { languages: ['en'], javascripts: [false] }, tell)

async function tell({ person, server, javascript }) {
  const coralie = await person()
  await coralie.signIn(server.account('coralie'))
  await coralie.go('/missions')
  await coralie.follow('placement-plan-link')
  await coralie.shot('planning')
  await coralie.press('placement-plan-start')
  await worked(coralie, javascript)
  await coralie.shot('plan')

  const lines = () => coralie.page.locator('main select[name^="line-"]')
  const first = await lines().first().getAttribute('name')
  await lines().first().selectOption('keep')
  await coralie.press('placement-plan-again')
  await worked(coralie, javascript)
  await coralie.see('placement-plan-why-kept')
  equal(await coralie.page.locator(`select[name="${first}"]`).inputValue(), 'keep')

  await lines().first().selectOption('not')
  await coralie.press('placement-plan-again')
  await worked(coralie, javascript)
  await coralie.see('placement-plan-out')
  equal(await coralie.page.locator(`input[name="${first}"]`).count(), 1)
  await coralie.shot('plan-changed')

  await coralie.open(coralie.page.locator('main a[href*="/pair?mission="]'))
  await coralie.shot('plan-pair')
  await coralie.page.locator('main input[name="peer"]').first().check()
  await coralie.press('placement-plan-pair-keep')
  await worked(coralie, javascript)
  await coralie.see('placement-plan-why-kept')
}

/** Waits for a plan: the page looks again by itself, or a link does. */
async function worked(coralie, javascript) {
  for (let look = 0; !javascript && look < 20 && (await coralie.page.locator('progress').count()); look += 1) {
    await coralie.page.waitForTimeout(300)
    await coralie.follow('placement-plan-refresh')
  }
  await coralie.see('placement-plan-next')
  await coralie.look()
}
