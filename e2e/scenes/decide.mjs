// The coordinator finds the request on her page of today, asks a question, gets an answer, recognises the team, accepts.
import { HOSPITAL, TEAM } from './ask.mjs'

/** The hospital as the directory knows it. */
const KNOWN_AS = 'CH de Fleyriat'
const ANSWER = 'Oui, un bureau avec une fenêtre, et un repas à la cantine.'

/** From Today to the page of the accepted request. */
export async function decide(coordinator, asker, followed) {
  await coordinator.shot('today-coordinator')
  await coordinator.go('/requests')
  await coordinator.shot('requests')
  await coordinator.go('/today')
  const card = coordinator.card(['placement-today-request', { team: TEAM }], HOSPITAL)
  await coordinator.follow('placement-today-request-action', card)
  const request = new URL(coordinator.page.url()).pathname
  await coordinator.fill('placement-request-ask', 'Y a-t-il un endroit où la personne peut souffler ?')
  await coordinator.press('placement-request-ask-send')
  await coordinator.see('placement-request-asked-done')
  await answer(asker, followed)
  await coordinator.go(request)
  await coordinator.see(ANSWER)
  await coordinator.shot('request')
  await recognise(coordinator)
  await coordinator.press('placement-request-accept')
  await coordinator.see('placement-request-accepted-done')
}

async function answer(asker, followed) {
  await asker.go(followed)
  await asker.see('placement-follow-your-turn')
  await asker.fill('placement-follow-answer', ANSWER)
  await asker.press('placement-follow-send')
  await asker.see('placement-follow-answer-done')
  await asker.shot('follow')
}

/** The asker wrote the names as people say them: which team of the directory is it? */
async function recognise(coordinator) {
  await coordinator.follow('placement-request-match')
  await coordinator.shot('request-team')
  await coordinator.choose(['placement-request-match-team', { team: TEAM, institution: KNOWN_AS }])
  await coordinator.press('placement-request-match-save')
  await coordinator.see('placement-request-matched-done')
}
