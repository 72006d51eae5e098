// Hours: recorded by the peer in a few taps, confirmed by the team, approved by the association. And one tap for what
// is outside the charter.
import { ok } from 'node:assert/strict'

/** How many taps and fields a day's hours may take. */
const FEW = 3

/** From the page where the peer is to the hours of today, as the schedule has them. */
export async function record(peer, tellAside) {
  await peer.go('/today')
  peer.begin()
  await peer.follow('placement-nav-hours')
  await peer.shot('hours-phone')
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
  await coordinator.go('/beyond')
  await coordinator.open(coordinator.page.locator('main h2 a'))
  await coordinator.fill('placement-beyond-answer-label', answer)
  await coordinator.press('placement-beyond-answer-action')
}

/** The referent confirms the month. */
export async function confirm(referent) {
  await referent.go('/today')
  await referent.shot('today-referent')
  await referent.go('/hours/confirm')
  await referent.follow('placement-confirm-row')
  await referent.shot('hours-confirm')
  await referent.press('placement-confirm-action')
  await referent.see('placement-confirm-done')
}

/** The coordinator approves it, for good. */
export async function approve(coordinator) {
  await coordinator.go('/approvals')
  await coordinator.follow('placement-approvals-row')
  await coordinator.press('placement-approvals-action')
  await coordinator.see('placement-approvals-done')
}
