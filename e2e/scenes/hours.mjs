// Hours: recorded by the peer in a few taps, confirmed by the team, approved by the association. And one tap for what
// is outside the charter.
import { equal, ok } from 'node:assert/strict'
import { TEAM } from './ask.mjs'

/** How many taps and fields a day's hours may take. */
const FEW = 3

/** From Today to the hours of today, as the schedule has them. */
export async function record(peer, tellAside) {
  await peer.go('/today')
  await peer.shot('today-peer-slot')
  const card = peer.card('placement-today-slot', TEAM)
  // One tap would do it from here; the page of hours takes two, and lets the peer look first.
  equal(await card.getByRole('button', { name: peer.words.name('placement-today-slot-action') }).count(), 1)
  peer.begin()
  await peer.follow('placement-today-slot-other', card)
  await peer.shot('hours')
  await peer.press('placement-hours-record')
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
  await referent.follow('placement-today-confirm-action', referent.card('placement-today-confirm'))
  await referent.shot('hours-confirm')
  await referent.press('placement-confirm-action')
  await referent.see('placement-confirm-done')
}

/** The coordinator approves it, for good. */
export async function approve(coordinator) {
  await coordinator.go('/today')
  await coordinator.follow('placement-today-approve-action', coordinator.card('placement-today-approve', TEAM))
  await coordinator.shot('hours-approve')
  await coordinator.press('placement-approvals-action')
  await coordinator.see('placement-approvals-done')
}
