// The coordination looks at the weeks, closes the last month for all, and opens it again with a reason.
import { match } from 'node:assert/strict'
import { story } from '../kit/story.mjs'

const reason = 'Deux heures du 12 ont été oubliées.'

story('A month is looked at, closed and opened again', { languages: ['fr'], phones: [true] }, tell)
story('A month is looked at, closed and opened again', { languages: ['en'], javascripts: [false] }, tell)

async function tell({ person, server }) {
  const coralie = await person()
  await coralie.signIn(server.account('coralie'))
  await coralie.go('/missions')
  await coralie.follow('placement-rota-see')
  await coralie.shot('week')
  await coralie.follow('placement-rota-week-after')
  await coralie.follow('placement-rota-month')
  await coralie.shot('month')

  await coralie.go('/hours')
  await coralie.follow('placement-closing-see')
  await coralie.open(coralie.page.locator('#months a').first())
  await coralie.shot('closing')
  // What is not approved yet is named, and closing it all the same is asked for.
  await coralie.press('placement-closing-action')
  await coralie.see('placement-refusal-month-still-open')
  await coralie.choose('placement-closing-anyway')
  await coralie.press('placement-closing-action')
  await coralie.see('placement-closing-done')

  await coralie.follow('placement-closing-reopen')
  await coralie.press('placement-closing-reopen')
  await coralie.see('placement-closing-reason-missing')
  await coralie.fill('placement-closing-reason', reason)
  await coralie.press('placement-closing-reopen')
  await coralie.see('placement-closing-reopened-done')
  await coralie.see(reason)
  match(coralie.page.url(), /\/closing\/20\d\d-\d\d/)

  const noor = await person()
  await noor.signIn(server.account('noor'))
  await noor.go('/week')
  await noor.see('placement-rota-own-title')
  await noor.shot('own-week')
}
