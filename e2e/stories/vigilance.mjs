// What a peer sees about their weeks before the coordinator does, and how one word of theirs opens it.
import { equal } from 'node:assert/strict'
import { story } from '../kit/story.mjs'

const said = 'Le mardi matin, je préférerais commencer plus tard.'

story('A peer sees first what their weeks show', { languages: ['fr'], phones: [false, true] }, tell)
story('A peer sees first what their weeks show', { languages: ['en'], javascripts: [false] }, tell)

async function tell({ person, server }) {
  const mathis = await person()
  await mathis.signIn(server.account('mathis'))
  await mathis.follow('placement-signals-title')
  await mathis.shot('signals')
  await mathis.follow('placement-signal-kind-short-rest')
  await mathis.shot('signal')
  const theirs = new URL(mathis.page.url()).pathname.replace('/me', '')

  const coralie = await person()
  await coralie.signIn(server.account('coralie'))
  equal((await coralie.page.request.get(theirs)).status(), 404)

  await mathis.fill('placement-signals-words', said)
  await mathis.press('placement-signals-now')
  await mathis.see('placement-signals-now-done')

  await coralie.go('/signals')
  await coralie.shot('signals-coordination')
  await coralie.go(theirs)
  await coralie.see(said)
  await coralie.shot('signal-coordination')
}
