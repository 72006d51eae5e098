// Hours: recorded by the peer in a few taps, confirmed by the team, approved by the association. And one tap for what
// is outside the charter.
import { ok } from 'node:assert/strict'
import { MISSION, TEAM } from './ask.mjs'

/** How many taps and fields a day's hours may take. */
const FEW = 3

/** Today knows the slot of the day: its hours are recorded from there. */
export async function record(peer, tellAside) {
  await peer.go('/hours')
  await peer.shot('hours')
  await peer.go('/today')
  await peer.shot('today-peer-slot')
  peer.begin()
  await peer.press('placement-today-slot-action', peer.card('placement-today-slot', MISSION))
  await peer.see('placement-hours-recorded-done')
  tellAside(`recording the day's hours: ${peer.effort}`)
  ok(peer.effort.acts <= FEW, `recording the hours takes ${peer.effort.acts} taps and fields`)
  await peer.shot('hours-recorded')
}

/** The peer passes on a request outside the charter. */
export async function passOn(peer, tellAside) {
  await peer.go('/beyond/new')
  await peer.shot('beyond')
  peer.begin()
  await peer.press('placement-beyond-kind-office-work')
  await peer.see('placement-beyond-told-done')
  tellAside(`passing on a request outside the charter: ${peer.effort}`)
  ok(peer.effort.acts === 1, `passing on takes ${peer.effort.acts} taps`)
}

/** The coordinator answers the team, so that the peer does not have to say no alone. */
export async function answerInstead(coordinator, answer) {
  await coordinator.go('/today')
  await coordinator.shot('today-coordinator-beyond')
  await coordinator.follow('placement-today-beyond-action', coordinator.card('placement-beyond-title', TEAM))
  await coordinator.fill('placement-beyond-answer-label', answer)
  await coordinator.press('placement-beyond-answer-action')
  await coordinator.see('placement-beyond-answer')
}

/** The referent confirms the month. */
export async function confirm(referent) {
  await referent.go('/today')
  await referent.shot('today-referent')
  await referent.follow('placement-today-confirm-action', referent.card('placement-today-confirm', MISSION))
  await referent.shot('hours-confirm')
  await referent.press('placement-confirm-action')
  await referent.see('placement-confirm-done')
}

/** The coordinator approves it, for good. */
export async function approve(coordinator) {
  await coordinator.go('/today')
  await coordinator.card('placement-today-approve', TEAM).first().waitFor()
  await coordinator.go('/approvals')
  const row = `xpath=//main//p[contains(., "${MISSION}")]/preceding-sibling::h2[1]/a`
  await coordinator.open(coordinator.page.locator(row))
  await coordinator.shot('hours-approve')
  await coordinator.press('placement-approvals-action')
  await coordinator.see('placement-approvals-done')
}
