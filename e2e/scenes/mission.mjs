// From a mission without anybody to one that runs: the coordinator writes its sheet and proposes it, the peer chooses.
import { equal, match, ok } from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { day, weekday } from '../kit/days.mjs'
import { judge } from '../kit/judge.mjs'
import { MISSION } from './ask.mjs'

const SETTLED = {
  'visits-alone': 'Non, toujours à deux pendant les trois premiers mois.',
  consent: 'Une infirmière demande d’abord à la personne, à voix haute, sans insister.',
  sharing: 'Ce que la personne veut bien dire, et rien d’autre. Le danger est dit à l’équipe.',
  meetings: 'La transmission du mardi et la réunion d’équipe du mois.',
  supervision: 'Une heure toutes les deux semaines, sur le temps de travail.',
  limits: 'Ni contrôle des médicaments, ni tâches administratives.',
  'who-to-call': 'Samir Prunier au poste 4647, Coralie Tilleul à l’association.',
}

/** Opens the mission of an accepted request, from the page of the request; gives its path. */
export async function prepare(coordinator) {
  await coordinator.follow('placement-request-mission')
  await coordinator.fill('placement-mission-name', MISSION)
  await coordinator.press('placement-mission-open')
  await coordinator.see('placement-mission-opened-done')
  const mission = new URL(coordinator.page.url()).pathname
  await coordinator.shot('mission-open')
  await writeSheet(coordinator)
  return mission
}

/** Every point in words, but one that the team and the peer will settle together. */
async function writeSheet(coordinator) {
  await coordinator.follow('placement-mission-next-sheet')
  await leaveOpen(coordinator, 'record-access')
  for (const [point, words] of Object.entries(SETTLED)) {
    await coordinator.follow(`placement-point-${point}`)
    if (point !== 'who-to-call') await coordinator.choose('placement-point-settled')
    await coordinator.fill('placement-point-words', words)
    await coordinator.press('placement-save')
  }
  await coordinator.shot('sheet')
}

async function leaveOpen(coordinator, point) {
  await coordinator.follow(`placement-point-${point}`)
  await coordinator.choose('placement-point-open')
  await coordinator.date('placement-point-until', day(30))
  await coordinator.press('placement-save')
  await coordinator.see('placement-sheet-done')
}

/** From the sheet to a proposal. Nobody is chosen by a machine: the page says why each person may be asked. */
export async function propose(coordinator, peer) {
  await coordinator.follow('placement-mission-next-propose')
  await coordinator.shot('proposing')
  await coordinator.choose(peer)
  await coordinator.press('placement-proposals-propose')
  await coordinator.see('placement-proposals-done')
}

/** The peer reads the whole sheet and says yes; no reason is asked, whatever the answer. */
export async function sayYes(peer) {
  await peer.go('/today')
  await peer.shot('today-peer')
  await peer.follow('placement-today-proposal-action', peer.card(['placement-today-proposal', { mission: MISSION }]))
  await peer.see('placement-offer-question')
  await peer.shot('proposal')
  equal(await peer.page.locator('main textarea').count(), 0, 'a reason is asked')
  await peer.choose('placement-offer-yes')
  await peer.press('placement-offer-answer')
  await peer.see('placement-offer-done')
}

/** The coordinator agrees, plans a time on this day of the week, and begins today. */
export async function begin(coordinator, mission, peer) {
  await coordinator.go('/today')
  await coordinator.follow('placement-today-yes-action', coordinator.card(['placement-today-yes', { names: peer, count: 1, mission: MISSION }]))
  await coordinator.press(`${coordinator.say('placement-proposals-agree')} ${peer}`)
  await coordinator.see('placement-mission-agreed-done')
  await coordinator.follow('placement-mission-next-schedule')
  await coordinator.follow('placement-schedule-add')
  await coordinator.page.getByLabel(coordinator.say('placement-schedule-weekday')).selectOption(String(weekday(day())))
  await coordinator.fill('placement-schedule-start', '07:30')
  await coordinator.fill('placement-schedule-end', '09:00')
  await coordinator.date('placement-schedule-from', day())
  await coordinator.press('placement-schedule-add')
  await coordinator.see('placement-schedule-done')
  await coordinator.shot('schedule')
  await makeReady(coordinator, mission)
  await coordinator.follow('placement-mission-next-start')
  await coordinator.date('placement-mission-start-on', day())
  await coordinator.press('placement-mission-start')
  await coordinator.see('placement-mission-start-done')
  await coordinator.shot('mission-running')
}

/** What the association does before a first day is noted as done, one by one. */
async function makeReady(coordinator, mission) {
  await coordinator.go(mission)
  const open = coordinator.page.locator('form[action$="/formalities"]:has(input[name=done][value=yes]) button')
  const left = await open.count()
  ok(left > 0, 'nothing has to be done before the first day')
  for (let done = 0; done < left; done++) await coordinator.open(open)
  equal(await open.count(), 0)
}

/** The peer takes the secret address of their calendar; strangers' programs read the feed. */
export async function subscribe(peer, folder) {
  await peer.go('/calendar')
  await peer.press('placement-calendar-make')
  const link = peer.page.getByRole('link', { name: peer.say('placement-calendar-open') })
  const address = await link.getAttribute('href')
  match(address, /^http:\/\/localhost:\d+\/calendar\/\S+\.ics$/)
  // As a phone's calendar does: without the session of the browser.
  const feed = await fetch(address)
  equal(feed.headers.get('content-type'), 'text/calendar; charset=utf-8')
  const file = join(folder, 'calendar.ics')
  await writeFile(file, await feed.text())
  return judge('calendar_feed.py', '--expect', `${day()}T07:30${offset()}`, file)
}

/** The offset of Paris today. */
function offset() {
  const parts = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Paris', timeZoneName: 'longOffset' }).formatToParts()
  return parts.find(({ type }) => type === 'timeZoneName').value.replace('GMT', '')
}
